"""Left open: which functions have to be followed after all, since a call that was found could not be worked out.

Takes the answers so far and the calls that were found; asks for the functions that were not followed on the way to those calls of which
something is not known. Works nothing out.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attio_scopes.engine.emit import Found
from attio_scopes.engine.queries import Queries
from attio_scopes.model.program import FunctionDef, Module


def ask_where_unknown(queries: Queries, found: Iterable[Found]) -> bool:
    """Ask for what was not followed and a call may hang on that could not be worked out.

    Args:
        queries: the answers so far, each with what it read.
        found: the calls that were found beside these.

    Returns:
        whether anything new is asked for.
    """
    unknown = any(one.reason is not None for one in (*found, *(one for kept in queries.kept.values() for one in kept.found)))
    pending = _read_for(queries, queries.world.undecided) if unknown else []
    seen: set[Any] = set()
    asked: set[FunctionDef] = set()
    while pending:
        key = pending.pop()
        if key in seen:
            continue
        seen.add(key)
        if isinstance(key, tuple) and key[0] == "asked":
            asked.add(key[1])
        kept = queries.kept.get(key)
        pending.extend(kept.reads if kept is not None else ())
    before = len(queries.asked)
    queries.follow(asked)
    return len(queries.asked) > before


def _read_for(queries: Queries, places: set[tuple[str, str]]) -> list[Any]:
    """What was asked in the functions at some places, by file and name, and in the bodies of their modules and classes."""
    files = {path for path, _ in places}
    summaries = (key for key in queries.kept if isinstance(key, tuple) and key[0] == "summary")
    read: list[Any] = [key for key in summaries if (key[1].module.path, key[1].facts.qualname) in places]
    for whose, reads in queries.body_reads.items():
        if (whose if isinstance(whose, Module) else whose.module).path in files:
            read.extend(reads)
    return read
