import click
import requests


@click.group()
@click.option("--base", default="https://api.attio.com/v2")
@click.pass_context
def cli(ctx, base):
    ctx.obj = {"base": base}


@cli.command()
@click.pass_context
def notes(ctx):
    requests.get(ctx.obj["base"] + "/notes")  # call: GET /v2/notes
    # near miss: nobody puts this there
    requests.get(ctx.obj["other"] + "/tasks")
