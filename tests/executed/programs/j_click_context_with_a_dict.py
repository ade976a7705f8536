# sends: GET /v2/workspace_members
import click
import httpx


@click.group()
@click.pass_context
def cli(ctx):
    ctx.ensure_object(dict)
    ctx.obj["http"] = httpx.Client(base_url="https://api.attio.com/v2")


@cli.command()
@click.pass_context
def members(ctx):
    click.echo(ctx.obj["http"].get("/workspace_members").status_code)


if __name__ == "__main__":
    cli.main(["members"], standalone_mode=False)
