"""Options that several commands share, and how a request is made of them. Takes click's values, gives a `Request`."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click
from msgspec import Struct

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
CONFIG = click.option("--config", "config_file", metavar="FILE", type=click.Path(), help="Use this configuration file.")
MANIFEST = click.option(
    "--manifest",
    "manifest_file",
    metavar="FILE",
    type=click.Path(),
    help="Use this scope manifest.",
)
ISOLATED = click.option(
    "--isolated", is_flag=True, expose_value=False, callback=note, help="Ignore the project's configuration; use only --config."
)
SHOW_FILES = click.option("--show-files", is_flag=True, help="List the files to analyse and what is left out, then exit.")
STRICT = click.option("--strict", is_flag=True, help="Exit with 1 if anything was not analysed.")
INCLUDE_TESTS = click.option("--include-tests", is_flag=True, help="Analyse test code too (tests/, test_*.py, conftest.py).")
OUTPUT = click.option("--output", "-o", metavar="FILE", type=click.Path(), help="Write to this file instead of standard output.")
COLOR = click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True,
    help="Colour text output; auto follows the terminal, NO_COLOR and FORCE_COLOR.",
)  # fmt: skip
VERBOSE = click.option(
    "--verbose", is_flag=True, expose_value=False, callback=note,
    help="Show how the run worked, and a traceback if attio-scopes fails.",
)  # fmt: skip
NO_CACHE = click.option("--no-cache", is_flag=True, expose_value=False, callback=note, help="Do not read or write the cache.")
NO_PREFILTER = click.option(
    "--no-prefilter", is_flag=True, expose_value=False, callback=note, help="Parse every file, even those that do not lead to Attio."
)
NO_GITIGNORE = click.option("--no-gitignore", is_flag=True, expose_value=False, callback=note, help="Also analyse files that git ignores.")
JOBS = click.option(
    "--jobs", type=click.IntRange(0), metavar="N", expose_value=False, callback=note,
    help="Number of processes.  [default: one for each processor, where that pays]",
)  # fmt: skip


PYTHON = click.option(
    "--python", metavar="PATH", type=click.Path(), expose_value=False, callback=note,
    help="Look for installed packages in this environment, or that of this interpreter.  [default: VIRTUAL_ENV, .venv, venv]",
)  # fmt: skip
STDIN_FILENAME = click.option(
    "--stdin-filename", metavar="FILE", type=click.Path(), expose_value=False, callback=note,
    help="With - as PATH: read this file from standard input.",
)  # fmt: skip
QUIET = click.option("--quiet", "-q", is_flag=True, help="Print findings only, without the summary.")


def a_number(ctx: click.Context, param: click.Parameter, value: float | None) -> float | None:
    """Not `nan`, which is in every range, and neither below nor above any bound."""
    if value is not None and value != value:
        raise click.BadParameter("nan is not a number", ctx, param)
    return value


def _seconds(ctx: click.Context, param: click.Parameter, value: float | None) -> None:
    note(ctx, param, a_number(ctx, param, value))


TIMEOUT = click.option(
    "--timeout", "seconds", type=click.FloatRange(0, min_open=True), metavar="SECONDS", expose_value=False, callback=_seconds,
    help="End the analysis after this time; report what was found, and what was not analysed (ATS903).",
)  # fmt: skip
MAX_MEMORY = click.option(
    "--max-memory", "megabytes", type=click.IntRange(1), metavar="MB", expose_value=False, callback=note,
    help="The same at this much memory.",
)  # fmt: skip


STARTS = click.option(
    "--from", "starts", multiple=True, metavar="FILE[:FUNCTION]",
    help="Only the calls that this function reaches, or the entry points of this file; may be given several times.",
)  # fmt: skip


def project_options(command: Command) -> Command:
    """The options of how a project is read, of the commands that have few others."""
    for decorate in (JOBS, NO_CACHE, NO_GITIGNORE, PYTHON):
        command = decorate(command)
    return command


def limit_options(command: Command) -> Command:
    """How much the analysis may take; apart from the others, for `verify` has a time of its own."""
    return MAX_MEMORY(TIMEOUT(command))


def analysis_options(command: Command) -> Command:
    """The paths, and the options of every command that analyses code."""
    of_files = (STDIN_FILENAME, NO_GITIGNORE, INCLUDE_TESTS)
    of_effort = (MAX_MEMORY, TIMEOUT, JOBS, NO_PREFILTER, NO_CACHE)
    for decorate in (VERBOSE, *of_effort, COLOR, OUTPUT, *of_files, PYTHON, MANIFEST, ISOLATED, CONFIG, PATHS):
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
        "gitignore": not effort.get("no_gitignore"),
        "seconds": effort.get("seconds"),
        "megabytes": effort.get("megabytes"),
        "python": effort.get("python"),
    }
    if "-" in paths:
        paths, more["contents"] = _standard_input(paths, effort.get("stdin_filename"))
    elif effort.get("stdin_filename"):
        raise click.UsageError("--stdin-filename needs - as PATH")
    return Request(paths or (".",), config_file, manifest_file, include_tests, **{**how, **more})


def python_in_use() -> str | None:
    """The environment that `--python` names, of a command that makes its request itself."""
    ctx = click.get_current_context(silent=True)
    found: str | None = ctx.meta.get(_EFFORT, {}).get("python") if ctx is not None else None
    return found


def _standard_input(paths: tuple[str, ...], filename: str | None) -> tuple[tuple[str, ...], tuple[tuple[str, bytes], ...]]:
    """The path and the contents of a file that comes by standard input, as an editor sends what is not saved yet."""
    if len(paths) > 1 or not filename:
        raise click.UsageError("- reads one file from standard input: name it with --stdin-filename, and give no other PATH")
    if not os.path.isfile(filename):
        raise UserError(f"{visible(filename)}: no such file; --stdin-filename names a file of the project")
    return (filename,), ((os.path.abspath(filename), sys.stdin.buffer.read()),)


def manifest_in_use(manifest_file: str | None) -> str | None:
    """The manifest of a command that looks at no code: that of `--manifest`, or of the project around the working folder; or None."""
    from attio_scopes.configure import manifest_in_use as of_project

    return manifest_file if manifest_file is not None else of_project(".")


def completion_scopes(ctx: click.Context) -> list[tuple[str, str]]:
    """Every scope of the manifest in use with our name of it; of the shipped one where that cannot be read: completion never fails."""
    from attio_scopes.rule_files import load_scope_catalogue, scopes_of

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


class Screen(Struct, frozen=True):
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


def painted(text: str, look: Screen) -> str:
    """A text of plain lines as the screen shows it: sentences wrapped, headings and scopes in colour."""
    from attio_scopes.report.terminal import Paint

    paint = Paint(look.color, look.width, str)
    lines: list[str] = []
    for line in text.split("\n"):
        indent = len(line) - len(line.lstrip(" "))
        if len(line) > look.width and " " in line.strip():
            lines += paint.sentences(line.strip(), indent)
        elif indent == 0 and line and not line.startswith("`"):
            lines.append(paint("bold", line))
        else:
            lines.append(paint.scopes(line))
    return "\n".join(lines)


def _columns(of_terminal: int) -> int:
    """Columns for standard output: those of COLUMNS, or those of the terminal if that is where it goes."""
    asked = os.environ.get("COLUMNS", "")
    return of_terminal if sys.stdout.isatty() or (asked.isdecimal() and int(asked) > 0) else _UNKNOWN_WIDTH
