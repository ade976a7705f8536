"""Where reports go: renders a report in the formats that were asked for, prints or writes each.

Takes an outcome and format specifications (`text`, `sarif:out.sarif`). Files are written whole or not at all.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from attio_scopes.cli.exits import write_stdout
from attio_scopes.cli.options import screen
from attio_scopes.model.errors import UserError
from attio_scopes.model.visible import neutral, visible

if TYPE_CHECKING:
    from attio_scopes.model.report import Report
    from attio_scopes.pipeline import Outcome


_OF_COMMANDS = ("github", "azure")
"""Formats that are commands to a CI service; what is in them of the code is escaped by themselves."""


class Target(Struct, frozen=True):
    """A format and the file that it goes to, or None for standard output."""

    format: str
    file: str | None


class Layout(Struct, frozen=True):
    """How the formats for people are laid out: `group_by` of `grouped`, whether statistics are added, and all but findings left out."""

    group_by: str = "scope"
    statistics: bool = False
    quiet: bool = False
    fail_on: str = "error"
    calls: bool = False


def targets(formats: Sequence[str], output: str | None) -> tuple[Target, ...]:
    """Read format specifications.

    Args:
        formats: each `NAME` or `NAME:FILE`.
        output: of `--output`: the file for the one format that names none.

    Returns:
        what goes where.

    Raises:
        UserError: an unknown format, or two for standard output or for one file.
    """
    from attio_scopes.cli.whole_file import refuse_strays
    from attio_scopes.report.formats import find_format

    found = []
    for specification in formats:
        name, _, file = specification.partition(":")
        found.append(Target(find_format(name).name, file or output))
    places = [os.path.abspath(target.file) if target.file else None for target in found]
    for number, place in enumerate(places):
        if place in places[:number]:
            where = f"the file {visible(os.path.relpath(place))}" if place else "standard output"
            raise UserError(f"two formats go to {where}: give all but one a file of its own, --format sarif:FILE")
    for target in found:
        if target.file is not None:  # said before the work, not after it
            refuse_strays(target.file, report=True)
    return tuple(found)


def deliver(outcome: Outcome, wanted: Sequence[Target], color: str, layout: Layout | None = None) -> None:
    """Render and put out a report.

    Args:
        outcome: with the report.
        wanted: what goes where.
        color: of `--color`.
        layout: of the formats for people; None for the calls without a verdict, where text has a form of its own.
    """
    sources = _source_texts(outcome)
    for target in wanted:
        put(_rendered(outcome, target, sources, color, layout), target.file, commands=target.format in _OF_COMMANDS)


def put(text: str, file: str | None, *, commands: bool = False) -> None:
    """Print a text, or write it to a file.

    Args:
        text: what is shown.
        file: where, or None for standard output.
        commands: it consists of commands to a CI service; otherwise there is none in it afterwards.
    """
    if not commands:
        text = neutral(text)
    if file is None:
        write_stdout(text)
        return
    from attio_scopes.cli.whole_file import refuse_strays
    from attio_scopes.disk import write_text

    refuse_strays(file, report=True)
    write_text(Path(file), text)


def _rendered(outcome: Outcome, target: Target, sources: dict[str, str], color: str, layout: Layout | None) -> str:
    from attio_scopes.report.formats import find_format, render_format

    form = find_format(target.format)
    if not form.for_people:
        from attio_scopes.model.finding import Severity
        from attio_scopes.report.repath import with_paths

        report: Report = outcome.report
        if form.from_here and not os.path.relpath(outcome.root).startswith(os.pardir):
            report, sources = with_paths(report, sources, openable(outcome.root))
        failing = {"fail_on": Severity[layout.fail_on.upper()]} if target.format == "junit" and layout is not None else {}
        return render_format(target.format, report, sources, **failing)
    look, shown = screen(color, target.file is not None), openable(outcome.root)
    if layout is None or layout.calls:
        from attio_scopes.report.text import render_calls

        group_by = layout.group_by if layout is not None else None
        return render_calls(outcome.report, sources, color=look.color, width=look.width, shown=shown, group_by=group_by)
    grouping = {"group_by": layout.group_by} if form.name == "grouped" else {}
    drawn = {"color": look.color, "width": look.width, "shown": shown, "statistics": layout.statistics, "quiet": layout.quiet, **grouping}
    return render_format(target.format, outcome.report, sources, **drawn)


def _source_texts(outcome: Outcome) -> dict[str, str]:
    """The text of every file that a finding or its trace is in, and of every notebook with a call, by its path in the report.

    A file that is gone is left out.
    """
    from attio_scopes.discover import decode, read
    from attio_scopes.discover.notebook import SUFFIX as NOTEBOOK
    from attio_scopes.model.source import SourceFile

    texts: dict[str, str] = {}
    places = (place for f in outcome.report.findings for place in (f.place, *(other.place for other in f.related)))
    paths = {place.path for place in places} | {
        j.call.site.place.path for j in outcome.report.calls if j.call.site.place.path.endswith(NOTEBOOK)
    }
    for path in sorted(paths):
        try:
            texts[path] = decode(read(SourceFile(path, os.path.join(outcome.root, path))))
        except (OSError, ValueError):
            continue
    return texts


def openable(root: str) -> Callable[[str], str]:
    """Turns a path of the report into one relative to the working folder, so that a terminal can open it."""
    here = os.getcwd()
    if root == here:
        return str

    def shown(path: str) -> str:
        try:
            return os.path.relpath(os.path.join(root, path), here).replace(os.sep, "/")
        except ValueError:
            return path

    return shown


def tell(text: str) -> None:
    """A line on standard error; where that is full or gone, the exit code says it all the same."""
    with contextlib.suppress(OSError):
        click.echo(neutral(text), err=True)
