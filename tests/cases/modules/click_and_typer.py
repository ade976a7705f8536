"""Command-line programs around the calls."""
import click
import requests
import typer

app = typer.Typer()
BASE = "https://api.attio.com/v2"


@click.command()
@click.option("--slug", default="people")
def query(slug):
    click.echo(requests.post(f"{BASE}/objects/{slug}/records/query", json={}).json())  # call: POST /v2/objects/{object}/records/query


@app.command()
def tasks(limit: int = 10):
    typer.echo(requests.get(f"{BASE}/tasks", params={"limit": limit}).text)  # call: GET /v2/tasks


if __name__ == "__main__":
    app()
