import typer

from .api import Api

app = typer.Typer()
state: dict = {}


@app.callback()
def setup(token: str = typer.Option(..., envvar="ATTIO_TOKEN")):
    state["api"] = Api(token)


@app.command()
def show(obj: str, rid: str):
    api: Api = state["api"]
    typer.echo(api.record(obj, rid))


@app.command()
def who(token: str = typer.Option(..., envvar="ATTIO_TOKEN")):
    typer.echo(Api(token)._do("get", "/self"))  # call: GET /v2/self


if __name__ == "__main__":
    app()
