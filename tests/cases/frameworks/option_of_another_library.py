"""`Option` and `Context` of another library declare no option, and hand nothing around."""
import acme
import requests
import typer
from acme import Context, Option

BASE = "https://api.attio.com/v2"
app = typer.Typer()


@app.callback()
def opened(ctx: typer.Context):
    ctx.obj = requests.Session()


def listed(path: str = Option("/notes")):
    requests.get(BASE + path)  # unresolved


def shown(c: Context):
    return c.obj.get(BASE + "/tasks")  # call: GET /v2/tasks


@acme.command
def told(path: str = typer.Option("/lists")):
    requests.get(BASE + path)  # call: GET /v2/lists
