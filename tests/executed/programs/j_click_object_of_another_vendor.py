# sends: nothing
# near: the object that click hands on is another vendor's client
import click
import requests


class Api:
    def __init__(self, root):
        self.root = root

    def ask(self, verb, tail):
        return requests.request(verb, self.root + tail)


@click.group()
@click.pass_context
def cli(ctx):
    """Copies to attio later."""
    ctx.obj = Api("https://api.linear.app")


@cli.command()
@click.pass_obj
def notes(api):
    api.ask("GET", "/notes")


if __name__ == "__main__":
    cli.main(["notes"], standalone_mode=False)
