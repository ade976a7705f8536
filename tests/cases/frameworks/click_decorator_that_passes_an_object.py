import click
import requests


class Client:
    def __init__(self, base):
        self.base = base

    def get(self, path):
        return requests.get(self.base + path)


class Other:
    def get(self, path):
        return path


pass_client = click.make_pass_decorator(Client)
pass_other = click.make_pass_decorator(Other)


@click.group()
@click.pass_context
def cli(ctx):
    ctx.obj = Client("https://api.attio.com/v2")


@cli.command()
@pass_client
def tasks(client):
    client.get("/tasks")  # call: GET /v2/tasks


@cli.command()
@pass_other
def others(other):
    # near miss: an object of another class
    other.get("/lists")
