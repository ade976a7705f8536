"""`attio-scopes sync`: keeps lists of scopes that stand elsewhere as the code needs them. Takes the command line, edits files."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from attio_scopes.cli.calls import accounted
from attio_scopes.cli.exits import ExitCode
from attio_scopes.cli.groups import Command
from attio_scopes.cli.options import (
    CONFIG,
    INCLUDE_TESTS,
    MANIFEST,
    STARTS,
    VERBOSE,
    analyse,
    limit_options,
    project_options,
    request,
)
from attio_scopes.cli.output import openable, put, tell
from attio_scopes.cli.whole_file import difference, read_file
from attio_scopes.model.errors import UserError
from attio_scopes.model.visible import visible

if TYPE_CHECKING:
    from attio_scopes.configure.listing import Listing
    from attio_scopes.model.scope import ScopeSet
    from attio_scopes.pipeline import Outcome


@click.command("sync", cls=Command)
@project_options
@limit_options
@click.argument("targets", nargs=-1, required=True, metavar="FILE[:NAME]...")
@click.option("--check", "check_only", is_flag=True, help="Write nothing; show the difference, and exit with 1 if there is one.")
@STARTS
@click.option(
    "--project", metavar="FOLDER", type=click.Path(), default=".", show_default=True, help="Folder of the project whose scopes are meant."
)
@CONFIG
@MANIFEST
@INCLUDE_TESTS
@VERBOSE
def sync_command(
    targets: tuple[str, ...],
    check_only: bool,
    starts: tuple[str, ...],
    project: str,
    config_file: str | None,
    manifest_file: str | None,
    include_tests: bool,
) -> int:
    """Write the least set of scopes into lists that stand in other files, or see whether they are right.

    NAME is a list, tuple, set, joined text or Enum of a Python module, or the keys of a list in a TOML, YAML or JSON file
    (attio.scopes). Without NAME, what stands between two lines is meant: one with `attio-scopes: begin`, one with
    `attio-scopes: end`, in whatever comments the file has. With `begin entries` it is a table of entry points in Markdown, with
    `begin endpoints` a list of endpoints.

    \b
    Exit codes:
      0  every list is as the code needs it
      1  with --check: one is not; or not everything could be analysed
      2  wrong usage
      3  attio-scopes itself failed

    \b
    Examples:
      attio-scopes sync README.md
      attio-scopes sync app/scopes.py:REQUIRED_SCOPES --check
      attio-scopes sync deploy/app.json:attio.scopes --from app/main.py
    """
    texts = {target: _read(target) for target in targets}
    outcome = analyse(request((project,), config_file, manifest_file, include_tests, verdict=False, starts=starts, by_entry=True))
    code = _reserved(outcome)
    if code is not ExitCode.OK:
        return code
    for target in targets:
        before, file = texts[target]
        after = _synced(target, before, outcome)
        shown = os.path.relpath(file)
        if after == before:
            continue
        if check_only:
            put(difference(before, after, shown), None)
            code = ExitCode.FINDINGS
            continue
        _write(file, after)
        tell(f"wrote {visible(shown)}")
    return code


def _reserved(outcome: Outcome) -> ExitCode:
    """What the set may lack is told; where not everything was looked at, nothing is written."""
    from attio_scopes.report.needed import doubts

    for line in doubts(outcome.report, openable(outcome.root)):
        tell(line)
    code = accounted(outcome.report)
    if code is not ExitCode.OK:
        tell("no list was looked at, since not everything could be analysed")
    elif outcome.report.partial:
        raise UserError("only a part of the project was analysed: name the folder of all of it with --project")
    return code


def _read(target: str) -> tuple[str, str]:
    """The text of a target's file, and its path."""
    from attio_scopes.configure.listing import split_target

    file = target if os.path.isfile(target) else split_target(target)[0]
    if not os.path.isfile(file):
        raise UserError(f"{visible(file)}: no such file")
    return read_file(file), file


def _synced(target: str, before: str, outcome: Outcome) -> str:
    """The text of a file with its list as the code needs it, with its line ends as they are."""
    from attio_scopes.configure.listing import filled, read_listing, relisted, split_target

    windows = "\r\n" in before and "\n" not in before.replace("\r\n", "")
    text = before.replace("\r\n", "\n") if windows else before
    file, name = (target, "") if os.path.isfile(target) else split_target(target)
    listing = read_listing(text, os.path.relpath(file), name)
    if listing.kind == "entries":
        after = filled(listing, _table(outcome))
    elif listing.kind == "endpoints":
        after = filled(listing, _endpoints(outcome))
    else:
        wanted = _wanted(outcome, listing)
        after = filled(listing, "".join(f"- `{scope}`\n" for scope in wanted)) if listing.is_empty else relisted(listing, wanted)
    return after.replace("\n", "\r\n") if windows else after


def _wanted(outcome: Outcome, listing: Listing) -> ScopeSet:
    """The scopes that the code needs, and of those in a list the ones that something else needs, or that a call might."""
    from attio_scopes.model.scope import Scope, ScopeSet
    from attio_scopes.pipeline import inventories

    needed = {one.scope for inventory in inventories(outcome) for one in inventory.scopes}
    config = [part.configuration.config for part in outcome.each]
    kept = {text for one in config for text in (*one.keep, *(scope for scope, _ in one.reasons))}
    open_ = [judged.call.might_need for judged in outcome.report.calls if judged.call.status.value == "unresolved"]
    held = {Scope.parse(item.text) for item in listing.items if _is_scope(item.text)}
    staying = {scope for scope in held if str(scope) in kept or any(might is None or scope in might for might in open_)}
    return ScopeSet(frozenset(needed | staying)).least()


def _is_scope(text: str) -> bool:
    from attio_scopes.model.scope import Scope

    try:
        Scope.parse(text)
    except ValueError:
        return False
    return True


def _table(outcome: Outcome) -> str:
    from attio_scopes.pipeline import entry_points
    from attio_scopes.report.entries import as_markdown

    return as_markdown(entry_points(outcome))


def _endpoints(outcome: Outcome) -> str:
    from attio_scopes.report.escape import markdown_code

    keys = {match.endpoint.key for judged in outcome.report.calls for match in judged.call.matches}
    return "".join(f"- {markdown_code(key)}\n" for key in sorted(keys, key=lambda key: (key.partition(" ")[2], key)))


def _write(file: str, text: str) -> None:
    from attio_scopes.cli.whole_file import refuse_strays, replace_file

    refuse_strays(file, report=False)
    replace_file(Path(file), text)


def add_markers(file: str, scopes: Sequence[str]) -> str:
    """The text of a Markdown file with markers and a first list at its end; of a file that is not there, just these."""
    from attio_scopes.configure.listing import BEGIN, END

    before = read_file(file) if os.path.exists(file) else ""
    if BEGIN in before:
        raise UserError(f"{visible(os.path.relpath(file))}: has the markers already; `attio-scopes sync` keeps what is between them")
    listed = "".join(f"- `{scope}`\n" for scope in scopes)
    gap = "" if not before else "\n" if before.endswith("\n") else "\n\n"
    return f"{before}{gap}## Attio scopes\n\n<!-- {BEGIN} -->\n{listed}<!-- {END} -->\n"
