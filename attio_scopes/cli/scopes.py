"""`attio-scopes scopes`: the least set of scopes that the code needs. Takes the command line, gives the exit code."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING

import click

from attio_scopes.cli.calls import accounted
from attio_scopes.cli.groups import Command
from attio_scopes.cli.options import STARTS, analyse, analysis_options, request, screen
from attio_scopes.cli.output import openable, put, tell
from attio_scopes.model.errors import UserError
from attio_scopes.model.visible import visible

if TYPE_CHECKING:
    from attio_scopes.pipeline import Outcome


def _refuse_appending(outcome: Outcome, form: str) -> None:
    """See that standard output is not a file that declares scopes already (`>> pyproject.toml`): the file would be broken.

    Raises:
        UserError: it is.
    """
    for part in outcome.each:
        file = part.configuration.file
        with contextlib.suppress(OSError, ValueError):
            if file is not None and os.path.samestat(os.fstat(sys.stdout.fileno()), os.stat(file)):
                shown = visible(os.path.relpath(file))
                raise UserError(f"{shown} has a configuration already, so {form} cannot be appended; `attio-scopes check --fix` edits it")


@click.command("scopes", cls=Command)
@analysis_options
@STARTS
@click.option(
    "--by", type=click.Choice(["scope", "entry"]), default="scope", show_default=True, help="One list, or one for each entry point."
)
@click.option(
    "--format", "form", type=click.Choice(["text", "toml", "yaml", "json", "markdown"]), default="text", show_default=True,
    help="text lists the calls that need each scope; toml and yaml are ready to paste; markdown belongs to --by entry.",
)  # fmt: skip
def scopes_command(
    paths: tuple[str, ...],
    config_file: str | None,
    manifest_file: str | None,
    include_tests: bool,
    output: str | None,
    color: str,
    starts: tuple[str, ...],
    by: str,
    form: str,
) -> int:
    """Print the minimal set of scopes the code needs.

    No configuration is needed. A scope that only some readings of a call need is marked as such. Entry points are what something
    outside of the project calls: MCP tools, routes, commands, jobs, tasks, lambda handlers, programs.

    \b
    Examples:
      attio-scopes scopes
      attio-scopes scopes --by entry
      attio-scopes scopes --from jobs/sync.py:main
      attio-scopes scopes --format toml >> pyproject.toml
    """
    from attio_scopes.pipeline import inventories
    from attio_scopes.report import needed

    if form == "markdown" and by != "entry":
        raise click.UsageError("--format markdown belongs to --by entry")
    by_entry = by == "entry"
    outcome = analyse(request(paths, config_file, manifest_file, include_tests, verdict=False, starts=starts, by_entry=by_entry))
    if by_entry:
        return _by_entry(outcome, form, color, output)
    found = inventories(outcome)
    doubts = tuple(needed.doubts(outcome.report, openable(outcome.root)))
    if form == "text":
        text = needed.as_text(found, screen(color, output is not None).color, openable(outcome.root), bool(doubts))
    else:
        text = {"toml": needed.as_toml, "yaml": needed.as_yaml, "json": needed.as_json}[form](found, outcome.report.partial)
    if output is None and form in ("toml", "yaml"):
        _refuse_appending(outcome, form)
    put(text, output)
    for line in doubts:
        tell(line)
    return accounted(outcome.report)


def _by_entry(outcome: Outcome, form: str, color: str, output: str | None) -> int:
    """Print what each entry point needs."""
    from attio_scopes.pipeline import entry_points, inventories
    from attio_scopes.report import entries, needed

    found = entry_points(outcome)
    if form == "text":
        text = entries.as_text(found, screen(color, output is not None).color, openable(outcome.root))
    elif form == "json":
        text = entries.as_json(found, inventories(outcome), outcome.report.partial)
    else:
        text = {"toml": entries.as_toml, "yaml": entries.as_yaml, "markdown": entries.as_markdown}[form](found)
    put(text, output)
    for line in needed.doubts(outcome.report, openable(outcome.root)):
        tell(line)
    return accounted(outcome.report)
