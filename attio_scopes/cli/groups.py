"""A group of commands that is told apart from its commands: without one it shows its help, the same under every click.

Takes click's arguments, gives exit code 2 and the help on standard error. It runs nothing.
"""

from __future__ import annotations

import contextlib

import click

from attio_scopes.cli.exits import ExitCode


class Group(click.Group):
    """A group whose name alone is wrong usage.

    click before 8.2 ends that with 0, so that a CI job whose command went missing passes; later ones raise the help as the text of
    an error.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Show the help where there is no argument at all."""
        if not args and not ctx.resilient_parsing:
            with contextlib.suppress(OSError):  # the exit code says it all the same
                click.echo(ctx.get_help(), err=True, color=ctx.color)
            ctx.exit(ExitCode.USAGE)
        return super().parse_args(ctx, args)
