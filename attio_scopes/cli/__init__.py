"""The command line: a group that loads a command when it is run.

Takes arguments, gives an exit code. `--version`, `--help` and completion load click and no command. The table says
where each command is; a command's module is one thin shell over the pipeline.
"""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import sys
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from typing import Any, NoReturn

import click
from msgspec import Struct

from attio_scopes import __version__
from attio_scopes.cli.exits import exit_code_of, open_closed_streams, raise_terminated
from attio_scopes.cli.groups import Group
from attio_scopes.cli.options import VERBOSE

PROGRAM = "attio-scopes"
_ARGUMENTS = "attio_scopes.arguments"


class Entry(Struct, frozen=True):
    """Where a command is (`module:attribute`), and what the list of commands says of it."""

    target: str
    summary: str


COMMANDS: dict[str, Entry] = {
    "check": Entry("attio_scopes.cli.check:check_command", "Compare the calls with the declared scopes."),
    "calls": Entry("attio_scopes.cli.calls:calls_command", "List every call to Attio and the scopes it needs."),
    "scopes": Entry("attio_scopes.cli.scopes:scopes_command", "Print the minimal set of scopes the code needs."),
    "report": Entry("attio_scopes.cli.report:report_command", "Write a page for the people who approve scopes."),
    "schema": Entry("attio_scopes.cli.schema:schema_command", "Print the JSON Schema of the report, the configuration or the manifest."),
    "init": Entry("attio_scopes.cli.init:init_command", "Write a configuration with the minimal set of scopes."),
    "diff": Entry("attio_scopes.cli.diff:diff_command", "Show how a change affects the needed scopes."),
    "verify": Entry("attio_scopes.cli.verify:verify_command", "Ask Attio which scopes a token has, and compare."),
    "sync": Entry("attio_scopes.cli.sync:sync_command", "Keep lists of scopes in other files as the code needs them."),
    "traffic": Entry("attio_scopes.cli.traffic:traffic_command", "Compare recorded requests with the report and the scopes."),
    "baseline": Entry("attio_scopes.cli.baseline:baseline_group", "Accept today's findings, report only new ones."),
    "explain": Entry("attio_scopes.cli.explain:explain_command", "Explain a code, a scope or an endpoint."),
    "mcp": Entry("attio_scopes.cli.mcp:mcp_command", "Serve all of this to a coding agent (extra mcp)."),
    "clean": Entry("attio_scopes.cli.clean:clean_command", "Remove the cache."),
    "manifest": Entry("attio_scopes.cli.manifest:manifest_group", "Attio's endpoints and their scopes: show, build, compare."),
}


class LazyGroup(Group):
    """A group that knows its commands by name and imports one when it is asked for."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse; options that go together may come in any order, so that all are kept for them."""
        ctx.meta[_ARGUMENTS] = tuple(args)
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now."""
        entry = COMMANDS.get(cmd_name)
        if entry is None:
            return None
        module, _, attribute = entry.target.partition(":")
        command = getattr(import_module(module), attribute)
        assert isinstance(command, click.Command), entry.target  # noqa: S101 - the table above is ours
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; for an unknown one name the nearest."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            import difflib

            near = difflib.get_close_matches(args[0], COMMANDS, n=1)
            hint = f" Did you mean {near[0]}?" if near else ""
            ctx.fail(f"No such command {args[0]!r}.{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands with the table's summaries, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.summary) for name, entry in COMMANDS.items()])

    def main(self, args: Sequence[str] | None = None, prog_name: str | None = None, *rest: Any, **extra: Any) -> NoReturn:
        """Run and exit with one of our exit codes; no exception gets past it."""
        # A run makes many objects and few cycles: looking for those at the usual pace is a tenth of its time.
        gc.set_threshold(500_000, 20, 20)
        arguments = list(sys.argv[1:] if args is None else args)
        open_closed_streams()
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(AttributeError, ValueError, OSError):
                stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr] # a stream of a test may lack it
        with contextlib.suppress(ValueError):  # not in the main thread: whoever runs it there handles signals
            signal.signal(signal.SIGTERM, raise_terminated)
        extra["standalone_mode"] = False
        if "_ATTIO_SCOPES_COMPLETE" in os.environ:
            from attio_scopes.cli.completion import register

            register()
        action = partial(super().main, arguments, prog_name or PROGRAM, *rest, **extra)
        sys.exit(exit_code_of(action, verbose="--verbose" in arguments))


def _show_version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    """The version. Only with --verbose, before or after it, is anything else loaded."""
    if not value or ctx.resilient_parsing:
        return
    click.echo(f"{PROGRAM} {__version__}")
    if "--verbose" in ctx.meta[_ARGUMENTS]:
        from attio_scopes.cli.manifest import in_use_text

        click.echo(in_use_text())
    ctx.exit()


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "-V", "--version", is_flag=True, expose_value=False, is_eager=True, callback=_show_version,
    help="Show the version and exit; with --verbose, also the scope manifest in use and its age.",
)  # fmt: skip
@VERBOSE
def main() -> None:
    """Find the calls to Attio's API in Python code, and the scopes that they need.

    \b
    Examples:
      attio-scopes calls .             what is called, and what each call needs
      attio-scopes scopes .            the least set of scopes, ready to paste
      attio-scopes check .             compare with the scopes that are declared
    """
