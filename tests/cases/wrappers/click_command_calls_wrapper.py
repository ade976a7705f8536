import click
import requests


def api(method, path, **kwargs):
    return requests.request(method, f"https://api.attio.com/v2/{path}", **kwargs).json()


@click.group()
def cli():
    """Small tool."""


@cli.command("note")
@click.argument("record_id")
@click.option("--title", default="Call")
def note(record_id, title):
    api("POST", "notes", json={"data": {"parent_record_id": record_id, "title": title}})  # call: POST /v2/notes
    click.echo("POST notes")


@cli.command()
@click.argument("slug")
def describe(slug):
    click.echo(api("GET", f"objects/{slug}"))  # call: GET /v2/objects/{object}
