"""Parsing: files' bytes to facts, one by one or in several processes.

Takes paths and bytes; gives for each the facts of its statements, or why there are none. What goes wrong in one file leaves the others
alone. It chooses nothing and reports nothing.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from attio_scopes.model.facts import ModuleFacts


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a file has no facts. `line` counts from 1; `internal`: the defect is ours, and `reason` an exception's name."""

    line: int
    reason: str
    internal: bool = False


def facts_of(path: str, data: bytes) -> ModuleFacts | Failure:
    """Parse one file and collect its facts.

    Args:
        path: relative to the root, with `/`.
        data: its bytes.

    Returns:
        the facts, or why there are none.
    """
    from attio_scopes.collect import collect
    from attio_scopes.parse import ParseFailure, parse

    try:
        parsed = parse(data, path)
        if isinstance(parsed, ParseFailure):
            return Failure(parsed.line, parsed.reason)
        return collect(parsed.tree, parsed.path, parsed.mentions_attio)
    except Exception as error:
        return Failure(1, type(error).__name__, True)


LEAST_FOR_PROCESSES = 150_000
"""Bytes of source from which a second process pays: some 4,000 lines, a third of a second of parsing."""


def facts_of_all(files: Sequence[tuple[str, bytes]], jobs: int) -> Iterator[tuple[str, ModuleFacts | Failure]]:
    """Parse files, in several processes where that pays.

    Args:
        files: (path, bytes).
        jobs: processes at most; 0 for as many as there are processors.

    Yields:
        each path and what came of it, in the order given.
    """
    size = sum(len(data) for _, data in files)
    workers = min(jobs or processors(), len(files), max(1, size // LEAST_FOR_PROCESSES + 1))
    if workers > 1 and size >= LEAST_FOR_PROCESSES:
        from attio_scopes.processes import in_processes

        yield from in_processes(facts_of, files, workers)
    else:
        for path, data in files:
            yield path, facts_of(path, data)


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
