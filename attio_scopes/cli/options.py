"""Options that several commands share, and how a request is made of them. Takes click's values, gives a `Request`."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import click

from attio_scopes.model.errors import UserError
from attio_scopes.model.visible import neutral, visible

if TYPE_CHECKING:
    from attio_scopes.pipeline import Outcome, Request

Command = TypeVar("Command", bound=Callable[..., Any])

_LONG = 2.0
"""Seconds after which a run is long enough for a progress bar."""

_UNKNOWN_WIDTH = 100
"""Columns of text that goes neither to a terminal nor to a program that says how many it wants."""
_EFFORT = "attio_scopes.effort"


def note(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    """Keep an option of every command beside the command's own parameters; of one that the group has too, either counts."""
    kept = ctx.meta.setdefault(_EFFORT, {})
    kept[param.name] = value or kept.get(param.name)


PATHS = click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path())
CONFIG = click.option(
    "--config", "config_file", metavar="FILE", type=click.Path(), help="Use this configuration instead of looking for one."
)
MANIFEST = click.option(
    "--manifest",
    "manifest_file",
    metavar="FILE",
    type=click.Path(),
    help="Use this scope manifest instead of the project's or the shipped one.",
)
ISOLATED = click.option(
    "--isolated", is_flag=True, expose_value=False, callback=note, help="Use no configuration of the project, only the one of --config."
)
SHOW_FILES = click.option(
    "--show-files", is_flag=True, help="List the files that would be looked at and what is left out; do nothing else."
)
STRICT = click.option(
    "--strict", is_flag=True, help="Exit with 1 if anything was not looked at: a note, a file or folder left out, test code."
)
INCLUDE_TESTS = click.option("--include-tests", is_flag=True, help="Look at test code too (tests/, test_*.py, conftest.py).")
OUTPUT = click.option("--output", "-o", metavar="FILE", type=click.Path(), help="Write to this file instead of standard output.")
COLOR = click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True,
    help="Colours in text output; auto goes by the terminal, NO_COLOR and FORCE_COLOR.",
)  # fmt: skip
VERBOSE = click.option(
    "--verbose", is_flag=True, expose_value=False, callback=note,
    help="Tell how the run went about its work, and show the traceback if attio-scopes itself fails.",
)  # fmt: skip
NO_CACHE = click.option(
    "--no-cache", is_flag=True, expose_value=False, callback=note, help="Neither use what earlier runs found nor keep it."
)
NO_PREFILTER = click.option(
    "--no-prefilter", is_flag=True, expose_value=False, callback=note, help="Parse every file, also those that cannot matter."
)
JOBS = click.option(
    "--jobs", type=click.IntRange(0), metavar="N", expose_value=False, callback=note,
    help="Parse in at most N processes.  [default: as many as there are processors, where that pays]",
)  # fmt: skip


def _seconds(ctx: click.Context, param: click.Parameter, value: float | None) -> None:
    """Not `nan`, which never comes."""
    if value is not None and value != value:
        raise click.BadParameter("a number above 0", ctx, param)
    note(ctx, param, value)


TIMEOUT = click.option(
    "--timeout", type=click.FloatRange(0, min_open=True), metavar="SECONDS", expose_value=False, callback=_seconds,
    help="End the analysis after this time, and report what was found and what was not looked at (ATS903).",
)  # fmt: skip
MAX_MEMORY = click.option(
    "--max-memory", type=click.IntRange(1), metavar="MB", expose_value=False, callback=note,
    help="The same when it takes so much memory.",
)  # fmt: skip


def analysis_options(command: Command) -> Command:
    """The paths, and the options of every command that analyses code."""
    for decorate in (
        VERBOSE,
        MAX_MEMORY,
        TIMEOUT,
        JOBS,
        NO_PREFILTER,
        NO_CACHE,
        COLOR,
        OUTPUT,
        INCLUDE_TESTS,
        MANIFEST,
        ISOLATED,
        CONFIG,
        PATHS,
    ):
        command = decorate(command)
    return command


def request(paths: tuple[str, ...], config_file: str | None, manifest_file: str | None, include_tests: bool, **more: Any) -> Request:
    """The request of a command; no path means the working folder."""
    from attio_scopes.pipeline import Request

    ctx = click.get_current_context(silent=True)
    effort = ctx.meta.get(_EFFORT, {}) if ctx is not None else {}
    how: dict[str, Any] = {
        "isolated": bool(effort.get("isolated")),
        "cache": not effort.get("no_cache"),
        "prefilter": not effort.get("no_prefilter"),
        "jobs": effort.get("jobs") or 0,
        "seconds": effort.get("timeout"),
        "megabytes": effort.get("max_memory"),
    }
    return Request(paths or (".",), config_file, manifest_file, include_tests, **{**how, **more})


def manifest_in_use(manifest_file: str | None) -> str | None:
    """The manifest of a command that looks at no code: that of `--manifest`, or of the project around the working folder; or None."""
    from attio_scopes.configure import manifest_in_use as of_project

    return manifest_file if manifest_file is not None else of_project(".")


def completion_scopes(ctx: click.Context) -> list[tuple[str, str]]:
    """Every scope of the manifest in use with our name of it; of the shipped one where that cannot be read: completion never fails."""
    from attio_scopes.rulebook import load_scope_catalogue, scopes_of

    try:
        catalogue = scopes_of(manifest_in_use(ctx.params.get("manifest_file")))
    except UserError:
        catalogue = load_scope_catalogue()
    return [(f"{row.resource}:{access}", row.label) for row in catalogue for access in row.accesses]


def analyse(wanted: Request) -> Outcome:
    """Run the pipeline, with a progress bar on standard error if that is a terminal and the run is long."""
    from attio_scopes.pipeline import run

    bar = _Bar() if sys.stderr.isatty() else None
    try:
        outcome = run(wanted, bar.show if bar is not None else None)
    finally:
        if bar is not None:
            bar.clear()
    ctx = click.get_current_context(silent=True)
    if ctx is not None and ctx.meta.get(_EFFORT, {}).get("verbose"):
        for remark in outcome.remarks:
            with contextlib.suppress(OSError):
                click.echo(neutral(visible(remark)), err=True)
    return outcome


class _Bar:
    """A bar on one line of standard error, which leaves nothing behind."""

    def __init__(self) -> None:
        import time

        self._clock = time.monotonic
        self._next = self._clock() + _LONG
        self._drawn = False

    def show(self, done: int, total: int) -> None:
        now = self._clock()
        if now < self._next:
            return
        self._next = now + 0.1
        self._drawn = True
        filled = 24 * done // max(total, 1)
        click.echo(f"\r[{'#' * filled}{'.' * (24 - filled)}] {done}/{total} files", nl=False, err=True)

    def clear(self) -> None:
        if self._drawn:
            click.echo("\r\x1b[K", nl=False, err=True)


@dataclass(frozen=True, slots=True)
class Screen:
    """How text is to be shown: `color`, `width` in columns."""

    color: bool
    width: int


def screen(color: str, to_file: bool) -> Screen:
    """How text output looks.

    Colours are for a terminal, unless `--color` decides; then NO_COLOR, FORCE_COLOR and TERM=dumb, in this order, as Python's own
    output has them. The width is COLUMNS or the terminal's; where there is neither, 100 columns.

    Args:
        color: of `--color`: auto, always or never.
        to_file: the text goes to a file, where neither the terminal nor the environment counts.
    """
    import shutil

    environment = os.environ
    if color != "auto" or to_file:
        wanted = color == "always"
    elif environment.get("NO_COLOR"):
        wanted = False
    elif environment.get("FORCE_COLOR"):
        wanted = True
    else:
        wanted = sys.stdout.isatty() and environment.get("TERM") != "dumb"
    return Screen(wanted, _UNKNOWN_WIDTH if to_file else _columns(shutil.get_terminal_size((_UNKNOWN_WIDTH, 24)).columns))


def _columns(of_terminal: int) -> int:
    """Columns for standard output: those of COLUMNS, or those of the terminal if that is where it goes."""
    asked = os.environ.get("COLUMNS", "")
    return of_terminal if sys.stdout.isatty() or (asked.isdecimal() and int(asked) > 0) else _UNKNOWN_WIDTH
