"""Parsing: files' bytes to outlines and to facts, one by one or in several processes.

Takes paths and bytes; gives for each its outline, or the facts of its statements, or why there are none. What goes wrong in one file
leaves the others alone. It chooses nothing and reports nothing.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import compress
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

if TYPE_CHECKING:
    from attio_scopes.model.facts import ModuleFacts
    from attio_scopes.model.outline import Outline


Runs = Sequence[tuple[int, int]]
"""First and last lines of statements, in order."""


class Failure(Struct, frozen=True):
    """Why a file has no facts. `line` counts from 1; `internal`: the defect is ours, and `reason` an exception's name."""

    line: int
    reason: str
    internal: bool = False


def facts_of(path: str, data: bytes, above: int = 0) -> ModuleFacts | Failure:
    """Parse one file, or some of its lines, and collect its facts.

    Args:
        path: relative to the root, with `/`.
        data: its bytes.
        above: how many lines of the file stand above these bytes.

    Returns:
        the facts, or why there are none.
    """
    from attio_scopes.collect import collect
    from attio_scopes.parse import ParseFailure, parse

    try:
        parsed = parse(data, path)
        if isinstance(parsed, ParseFailure):
            return Failure(parsed.line, parsed.reason)
        return collect(parsed.tree, parsed.path, above)
    except Exception as error:
        return Failure(1, type(error).__name__, True)


def facts_apart(path: str, data: bytes, runs: Runs) -> ModuleFacts | None:
    """Parse some lines of a file, each run of them by itself: that is far less than to parse the file with all others emptied.

    Args:
        path: relative to the root, with `/`.
        data: the file's bytes.
        runs: the first and last lines of the statements that are wanted, in order.

    Returns:
        their facts; None where some of them cannot be read without the rest of the file.
    """
    from attio_scopes.model.facts import ModuleFacts

    if _OTHER_ENCODING.match(data) is not None:
        return None
    starts = [0, *(end.end() for end in _LINE_END.finditer(data)), len(data)]
    found: list[ModuleFacts] = []
    for first, last in runs:
        # Behind two empty lines no comment within a statement is taken for the file's, which may say how it is encoded.
        part = facts_of(path, b"\n\n" + data[starts[first - 1] : starts[min(last, len(starts) - 1)]], first - 3)
        if isinstance(part, Failure):
            return None
        found.append(part)
    return ModuleFacts(path, tuple(stmt for part in found for stmt in part.body), tuple(line for part in found for line in part.lines))


def facts_at(whole: ModuleFacts, runs: Runs) -> ModuleFacts:
    """Those of a file's facts that are of statements at some lines."""
    from attio_scopes.model.facts import ModuleFacts

    there = [any(first <= line <= last for first, last in runs) for line in whole.lines]
    return ModuleFacts(whole.path, tuple(compress(whole.body, there)), tuple(compress(whole.lines, there)))


_LINE_END = re.compile(rb"\r\n|\r|\n")
_OTHER_ENCODING = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:[ \t\f]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))?[ \t\f]*#[^\r\n]*?coding[:=](?![ \t]*utf-?8\b)", re.I
)
"""A comment in the first two lines that says how a file is encoded, and not in UTF-8."""


def outline_of(path: str, data: bytes, says: re.Pattern[str]) -> Outline | Failure:
    """The outline of one file.

    Args:
        path: relative to the root, with `/`.
        data: its bytes.
        says: found in names and texts that say Attio.

    Returns:
        the outline, or why there is none: the file has to be kept from any parser.
    """
    from attio_scopes.depth import refusal
    from attio_scopes.outline import outline

    try:
        refused = refusal(data)
        return outline(data, says) if refused is None else Failure(refused.line, refused.reason)
    except Exception as error:
        return Failure(1, type(error).__name__, True)


def facts_of_all(files: Sequence[tuple[str, bytes]], jobs: int, runs: Mapping[str, Runs]) -> Iterator[tuple[str, ModuleFacts | Failure]]:
    """Parse files, in several processes where that pays.

    Args:
        files: (path, bytes).
        jobs: processes at most; 0 for as many as there are processors.
        runs: the lines that hold statements, by path; of a file that is not there all do.

    Yields:
        each path and what came of it, in the order given.
    """
    return _of_all(partial(facts_in, runs=runs), files, jobs, 150_000)  # some 4,000 lines, a third of a second of parsing


def facts_in(path: str, data: bytes, runs: Mapping[str, Runs]) -> ModuleFacts | Failure:
    """The facts of a file whose statements are all at some of its lines: by these alone, where that can be."""
    found = facts_apart(path, data, runs[path]) if path in runs else None
    return found if found is not None else facts_of(path, data)


def outlines_of_all(files: Sequence[tuple[str, bytes]], jobs: int, says: re.Pattern[str]) -> Iterator[tuple[str, Outline | Failure]]:
    """The same for outlines, which cost a seventh."""
    return _of_all(partial(outline_of, says=says), files, jobs, 750_000)


Result = TypeVar("Result")


def _of_all(
    function: Callable[[str, bytes], Result], files: Sequence[tuple[str, bytes]], jobs: int, least: int
) -> Iterator[tuple[str, Result]]:
    """A function of every file; from `least` bytes on, for which a second process pays, in several."""
    size = sum(len(data) for _, data in files)
    workers = min(jobs or processors(), len(files), max(1, size // least + 1))
    if workers > 1 and size >= least:
        from attio_scopes.processes import in_processes

        yield from in_processes(function, files, workers)
    else:
        for path, data in files:
            yield path, function(path, data)


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
