import click
import requests


class Api:
    def __init__(self, base):
        self.base = base

    def ask(self, verb, tail):
        return requests.request(verb, self.base + tail)


@click.group()
@click.pass_context
def cli(ctx):
    ctx.obj = Api("https://api.attio.com/v2")


@cli.command()
@click.pass_obj
def hooks(api):
    api.ask("GET", "/webhooks")  # call: GET /v2/webhooks


@cli.command()
@click.argument("key")
@click.pass_context
def unhook(ctx, key):
    ctx.obj.ask("DELETE", f"/webhooks/{key}")  # call: DELETE /v2/webhooks/{webhook_id}


@cli.command()
@click.pass_context
def me(context):
    api = context.find_root().obj
    api.ask("GET", "/self")  # call: GET /v2/self
