"""`pass_obj` and `Context` of the project, or of another library: what they pass is theirs."""
import functools

import click
import requests
from acme.cli import pass_obj as acme_pass_obj

BASE = "https://api.attio.com/v2"
# expects nothing


class Quiet:
    def get(self, tail):
        return tail


def pass_obj(function):
    @functools.wraps(function)
    def wrapper(*args):
        return function(Quiet(), *args)

    return wrapper


@click.group()
@click.pass_context
def cli(ctx):
    ctx.obj = requests.Session()


@pass_obj
def ours(api):
    api.get(BASE + "/notes")


class Context:
    obj = Quiet()


def told(c: Context):
    return c.obj.get(BASE + "/tasks")


@acme_pass_obj
def theirs(api):
    return api


ours()
