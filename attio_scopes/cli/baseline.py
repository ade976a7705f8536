"""`attio-scopes baseline`: accept today's findings. Takes the command line, writes the baseline file, gives the exit code."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from attio_scopes.cli.exits import ExitCode
from attio_scopes.cli.groups import Command, Group
from attio_scopes.cli.options import CONFIG, INCLUDE_TESTS, MANIFEST, PATHS, VERBOSE, analyse, limit_options, project_options, request
from attio_scopes.cli.output import tell
from attio_scopes.model.errors import UserError
from attio_scopes.model.visible import visible

if TYPE_CHECKING:
    from attio_scopes.baseline import Entry
    from attio_scopes.pipeline import Outcome


@click.group("baseline", cls=Group)
def baseline_group() -> None:
    """Accept today's findings, so that only new ones are reported.

    \b
    Example:
      attio-scopes baseline write
      attio-scopes check --baseline attio-scopes-baseline.json
    """


@baseline_group.command("write", cls=Command)
@project_options
@limit_options
@VERBOSE
@INCLUDE_TESTS
@MANIFEST
@CONFIG
@PATHS
@click.option("--file", "file", metavar="FILE", help="The baseline.  [default: the configuration's, else attio-scopes-baseline.json]")
@click.option("--prune", is_flag=True, help="Only take stale entries out of the baseline; accept nothing new.")
def write_command(
    paths: tuple[str, ...],
    config_file: str | None,
    manifest_file: str | None,
    include_tests: bool,
    file: str | None,
    prune: bool,
) -> int:
    """Write the baseline: every finding of this run is accepted.

    Comments that suppress findings, and the configuration, count first. `check --baseline FILE`, or baseline in the
    configuration, then reports only what is new, and entries that no longer stand for anything.

    \b
    Examples:
      attio-scopes baseline write
      attio-scopes baseline write --prune
    """
    from attio_scopes.model.finding import INTERNAL_ERROR

    outcome = analyse(request(paths, config_file, manifest_file, include_tests, baseline=False, single=file is not None))
    if outcome.report.unfinished:
        tell("the analysis is incomplete (see `attio-scopes check`): no baseline was written")
        return ExitCode.FINDINGS
    if outcome.report.partial:
        raise UserError("a baseline covers the whole project: run without paths, or name the project's folder")
    if any(finding.code is INTERNAL_ERROR for finding in outcome.report.findings):
        tell("a file could not be analysed (see `attio-scopes check`): no baseline was written")
        return ExitCode.FAILURE
    for part in outcome.each:
        if part.report.tokens:
            _write(part, _file(part, file), prune)
    return ExitCode.OK


def _write(outcome: Outcome, target: str, prune: bool) -> None:
    """Write the baseline of one project."""
    from attio_scopes.baseline import entries_of, parse, pruned, render
    from attio_scopes.cli.whole_file import refuse_strays
    from attio_scopes.disk import write_text
    from attio_scopes.pipeline import baseline_text

    refuse_strays(target, report=True)
    before = parse(baseline_text(target), os.path.relpath(target)) if os.path.exists(target) or prune else ()
    after = pruned(outcome.report, before) if prune else entries_of(outcome.report)
    write_text(Path(target), render(after))
    tell(_told(target, before, after))


def _file(outcome: Outcome, given: str | None) -> str:
    from attio_scopes.baseline import DEFAULT_FILE
    from attio_scopes.cli.whole_file import refuse_outside

    if given is not None:
        return os.path.abspath(given)
    configuration = outcome.configuration
    folder = configuration.folder or outcome.root
    target = os.path.join(folder, configuration.config.baseline or DEFAULT_FILE)
    refuse_outside(target, folder, "--file")
    return target


def _told(target: str, before: tuple[Entry, ...], after: tuple[Entry, ...]) -> str:
    now, then = sum(entry.count for entry in after), sum(entry.count for entry in before)
    difference = f" ({then} before)" if then != now and before else ""
    return f"{visible(os.path.relpath(target))}: {now} finding{'' if now == 1 else 's'} accepted{difference}"
