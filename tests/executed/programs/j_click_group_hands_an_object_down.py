# sends: GET /v2/webhooks, DELETE /v2/webhooks/{webhook_id}
import click
import requests


class Api:
    def __init__(self, root, token):
        self.root, self.token = root, token

    def ask(self, verb, tail):
        return requests.request(verb, f"{self.root}/{tail}", headers={"Authorization": f"Bearer {self.token}"})


@click.group()
@click.option("--token", default="t")
@click.pass_context
def cli(ctx, token):
    ctx.obj = Api("https://api.attio.com/v2", token)


@cli.command()
@click.pass_obj
def hooks(api):
    api.ask("GET", "webhooks")


@cli.command()
@click.argument("key")
@click.pass_context
def unhook(ctx, key):
    ctx.obj.ask("DELETE", f"webhooks/{key}")


if __name__ == "__main__":
    cli.main(["hooks"], standalone_mode=False)
    cli.main(["unhook", "1"], standalone_mode=False)
