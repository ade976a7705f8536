"""Programs: what each entry point of a project needs, and the calls of one program of several.

Takes a report, or the calls of a project and where a program starts (`FILE:FUNCTION`, or `FILE` for its entry points); gives needs, or
the calls that are reached from there. Reads a file only to tell which functions it has.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from attio_scopes.model.errors import UserError
from attio_scopes.model.visible import visible

if TYPE_CHECKING:
    from attio_scopes.model.call import Call, CallSite
    from attio_scopes.model.config import Config
    from attio_scopes.model.endpoint import Manifest
    from attio_scopes.model.entry_point import Body
    from attio_scopes.model.inventory import EntryNeeds
    from attio_scopes.model.report import Report
    from attio_scopes.projects import Part


def needs_of_entries(report: Report, folder: str, config: Config, manifest: Manifest) -> tuple[EntryNeeds, ...]:
    """What each entry point of a project needs, of a run that was asked for them; last, with the kind "", what none of them reaches.

    Args:
        report: of the run.
        folder: of the project, as the report names it.
        config: of the project.
        manifest: that its calls were matched with.
    """
    from attio_scopes.judge.entries import Program, entry_needs

    calls = {judged.call.site.place: judged.call for judged in report.calls}
    own = {place: call for place, call in calls.items() if report.project_of(place.path) == folder}
    program = Program(report.bodies, own, partial(_narrowed, manifest))
    return tuple(replace(needs, project=folder) for needs in entry_needs(program, config.tokens))


def _narrowed(manifest: Manifest, call: Call, site: CallSite) -> Call:
    """A call with fewer readings; what a comment decided stays decided."""
    from attio_scopes.match import match

    return replace(call, site=site) if call.pinned else match((site,), manifest)[0]


def started(calls: Sequence[Call], bodies: Sequence[Body], starts: Sequence[str], part: Part, manifest: Manifest) -> tuple[Call, ...]:
    """The calls that are reached from where a program starts.

    Args:
        calls: of the project.
        bodies: that lead to a call.
        starts: `FILE:FUNCTION` or `FILE`, as typed.
        part: the project.
        manifest: that the calls were matched with.

    Returns:
        those that one of the starts reaches, each with the readings that it has from there.

    Raises:
        UserError: a file has no such function, or no entry point.
    """
    from attio_scopes.judge.entries import Program

    program = Program(bodies, {call.site.place: call for call in calls}, partial(_narrowed, manifest))
    numbers = [number for start in starts for number in _numbers(start, bodies, part)]
    return program.started(numbers)


def of_starts(report: Report, starts: Sequence[str], verdict: bool) -> Report:
    """The report on one program of several: comments and baseline entries for calls of the others are not called unused."""
    from attio_scopes.model.finding import UNUSED_SUPPRESSION

    kept = tuple(finding for finding in report.findings if finding.code is not UNUSED_SUPPRESSION)
    notes = [f"Only the calls count that are reached from {', '.join(map(visible, starts))}."] if verdict else []
    return replace(report, findings=kept, notes=(*report.notes, *notes))


def check_starts(starts: Sequence[str], parts: Sequence[Part]) -> None:
    """See that each start is in a file that is analysed.

    Raises:
        UserError: one is not.
    """
    wrong = [f"--from {visible(start)}: {visible(_split(start)[0])} is not among the files that are analysed"
             for start in starts if not any(_inside(start, part) for part in parts)]  # fmt: skip
    if wrong:
        raise UserError(*wrong)


def _split(start: str) -> tuple[str, str]:
    """File and function of a start; a drive's colon is none of ours."""
    drive, rest = os.path.splitdrive(start)
    file, _, function = rest.partition(":")
    return drive + file, function


def _inside(start: str, part: Part) -> str:
    """The path of a start's file in the project's report; "" where it is not of this project."""
    wanted = os.path.realpath(_split(start)[0])
    files = (*part.discovery.files, *part.discovery.context)
    return next((file.path for file in files if os.path.realpath(file.absolute) == wanted), "")


def _numbers(start: str, bodies: Sequence[Body], part: Part) -> Iterator[int]:
    path = _inside(start, part)
    if not path:
        return
    function = _split(start)[1]
    here = [(number, body) for number, body in enumerate(bodies) if body.path == path]
    if not function:
        entries = [number for number, body in here if body.kind]
        if not entries:
            raise UserError(f"--from {visible(start)}: no entry point in it leads to a call; name a function of it: FILE:FUNCTION")
        yield from entries
        return
    named = [number for number, body in here if body.function == function or body.function.rpartition(".")[2] == function]
    if not named:
        _check_function(start, function)
    yield from named


def _check_function(start: str, function: str) -> None:
    """A function that leads to no call needs nothing, if there is such a function.

    Raises:
        UserError: there is none, with the nearest that there is.
    """
    import ast
    import difflib

    from attio_scopes.discover import decode
    from attio_scopes.disk import read_regular

    file = _split(start)[0]
    try:
        tree = ast.parse(decode(read_regular(file, 64_000_000)))
    except (OSError, ValueError, SyntaxError, RecursionError, MemoryError):
        raise UserError(f"{visible(file)}: cannot be read") from None
    names = {node.name for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))}
    last = function.rpartition(".")[2]
    if last not in names:
        near = difflib.get_close_matches(last, sorted(names), 1)
        hint = f"; did you mean {visible(near[0])}?" if near else ""
        raise UserError(f"--from {visible(start)}: {visible(file)} has no function {visible(function)}{hint}")


def only_token(config: Config, name: str) -> Config:
    """A configuration with one of its tokens.

    Raises:
        UserError: it declares no token of that name.
    """
    import difflib

    tokens = tuple(token for token in config.tokens if token.name == name)
    if not tokens:
        names = [token.name for token in config.tokens]
        near = difflib.get_close_matches(name, names, 1)
        hint = f"did you mean {near[0]}?" if near else f"declared: {', '.join(names) or 'none'}"
        raise UserError(f"--token {visible(name)}: no such token; {visible(hint)}")
    return replace(config, tokens=tokens)
