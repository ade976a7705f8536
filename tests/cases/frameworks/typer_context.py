"""typer: a callback fills the context, by whatever name, and commands read it; an option's default is an argument's."""
from typing import Annotated

import httpx
import typer

app = typer.Typer()


@app.callback()
def opened(state: typer.Context, base: str = typer.Option("https://api.attio.com/v2")):
    state.obj = httpx.Client(base_url=base)


@app.command()
def notes(c: typer.Context):
    c.obj.get("/notes")  # call: GET /v2/notes


@app.command()
def show(c: typer.Context, what: Annotated[str, typer.Argument()] = "tasks"):
    c.find_root().obj.get(f"/{what}")  # call: GET /v2/tasks


@app.command()
def listed(slug: str = typer.Option("deals", "--list"), path: str = typer.Argument("/lists")):
    httpx.get("https://api.attio.com/v2" + path + "/" + slug)  # call: GET /v2/lists/{list}
