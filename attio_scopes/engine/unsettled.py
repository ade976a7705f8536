"""Unsettled: what objects of all hold that goes on changing after all sweeps.

Takes the answers so far; what has changed in the last sweep may be anything from then on, with the evidence of all that has changed. At the
very end the same goes for what hangs on it. Works nothing out.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.evidence import evidence, lost
from attio_scopes.engine.domain.reasons import STORED_AGAIN
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.inner_evidence import inner_evidence, reached_evidence
from attio_scopes.engine.queries import Queries
from attio_scopes.model.program import Module


def go_beyond(queries: Queries, module: Module, changed: Iterable[Any], last: bool) -> None:
    """Let be anything what has changed in the last sweep, or with `last` all that hangs on it.

    Args:
        queries: the answers so far.
        module: one that is worked out.
        changed: what has changed, of all that can.
        last: no further sweep follows the next one.
    """
    world = queries.world
    fr = Frame(queries, module, closed=True)
    held = {key: world.heap.get(key) for key in changed if key in world.parts}
    # Of what stands aside, a function that it holds says nothing: that is settled by itself.
    aside = changed is not world.changed
    has = {key: _evidence(fr, value, aside) if value is not None else "" for key, value in held.items()}
    if last:
        told = next((found for found in has.values() if found), "")
        has = {**dict.fromkeys(_hanging_on(queries, changed), ""), **has}
        has.update(dict.fromkeys(_hanging_on(queries, [key for key in held if has[key]]), told))
    for key, found in has.items():
        world.go_beyond(key, lost(STORED_AGAIN, has=found))


def _evidence(fr: Frame, value: v.Value, aside: bool) -> str:
    return (evidence(value) or inner_evidence(fr, (value,))) if aside else reached_evidence(fr, (value,))


def _hanging_on(queries: Queries, changed: Iterable[Any]) -> list[Any]:
    """What was put there by what read something that has changed, or that hangs on it."""
    world = queries.world
    reading: dict[Any, list[Any]] = {}
    for question, kept in queries.kept.items():
        for read in kept.reads:
            reading.setdefault(read, []).append(question)
    for whose, reads in queries.bodies_read.items():
        for read in reads:
            reading.setdefault(read, []).append(("body" if isinstance(whose, Module) else "class body", whose))
    pending, seen, found = list(changed), set(changed), dict.fromkeys(key for key in changed if key in world.parts)
    while pending:
        for question in reading.get(pending.pop(), ()):
            put = [key for key in world.by_question.get(question, ()) if key in world.parts]
            found.update(dict.fromkeys(put))
            more = [one for one in (question, *put) if one not in seen]
            seen.update(more)
            pending.extend(more)
    return list(found)
