"""click: a dictionary on the context, the context from anywhere, a decorator that passes an object, a callback of an option."""
import click
import requests

BASE = "https://api.attio.com/v2"


class Api:
    def __init__(self, base):
        self.base = base

    def get(self, tail):
        return requests.get(self.base + tail)


pass_api = click.make_pass_decorator(Api)


def show(ctx, param, value):
    requests.get(BASE + "/self")  # call: GET /v2/self
    return value


@click.group()
@click.option("--who", is_flag=True, callback=show)
@click.pass_context
def cli(c, who):
    c.ensure_object(dict)
    c.obj["api"] = Api(BASE)


@cli.command()
@click.pass_obj
def notes(held):
    held["api"].get("/notes")  # call: GET /v2/notes


@cli.command()
@click.pass_context
def tasks(c):
    c.obj["api"].get("/tasks")  # call: GET /v2/tasks


@cli.command()
def lists():
    click.get_current_context().obj["api"].get("/lists")  # call: GET /v2/lists


@cli.command()
@click.pass_context
def hooks(c):
    c.parent.obj["api"].get("/webhooks")  # call: GET /v2/webhooks
