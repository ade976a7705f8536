"""Rounds: what is known of a loop at work, and whether what an earlier round made can still be had.

Takes the state of a body and the rounds at work in it. What a round makes has the place of what the one before made there: where that can
still be had by another name, both are one, and hold what either holds. Evaluates nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from msgspec import Struct, field

from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import any_of
from attio_scopes.engine.domain.parts import tested_and_made
from attio_scopes.engine.domain.state import State, joined_maps


class Head(Struct):
    """The head of a loop: what a round may read there (None: anything), how often it began, and what its rounds changed came to there.

    `bound`: the variables that its rounds bind.
    """

    read: frozenset[str] | None
    times: int = 0
    names: dict[str, v.Value] = field(default_factory=dict)
    heap: dict[Any, v.Value] = field(default_factory=dict)
    bound: set[str] = field(default_factory=set)

    def reads(self, name: str) -> bool:
        """Whether a round may read a variable as the one before left it."""
        return self.read is None or name in self.read

    def note(self, state: State, ends: Sequence[State]) -> None:
        """Note what holds at the head after the rounds of a loop that ended so."""
        for end in ends:
            self.names.update((name, value) for name in end.names if (value := state.name(name)) is not None)
            self.heap.update((key, value) for key in end.heap if (value := state.held(key)) is not None)


class Round(NamedTuple):
    """A round of a loop: the head of that, and the state in which it began."""

    head: Head
    start: State


def is_alive(site: v.Site, state: State, rounds: Sequence[Round], temporary: Iterable[v.Value]) -> bool:
    """Whether what an earlier round made at a place can still be had: by a variable that this round has bound, or that a round may read
    as the one before left it, by an attribute that this round has set, or in the middle of an expression."""
    if any(_has(value, site) for value in temporary):
        return True
    seen: set[str] = set()
    for one in state.since(None)[::-1]:
        for name, value in one.names.items():
            if name not in seen:
                seen.add(name)
                if _has(value, site) and _is_read(name, state, rounds):
                    return True
    put = state.changes(rounds[-1].start.parent)
    return any(isinstance(key, tuple) and _has(value, site) for key, value in put.items())


def _is_read(name: str, state: State, rounds: Sequence[Round]) -> bool:
    """Whether a variable may be read as it is, as far as loops bind it anew."""
    for head, start in reversed(rounds):
        if any(name in one.names for one in state.since(start.parent)):
            return True
        if name in head.bound:
            return head.reads(name)
    return True


def _has(value: v.Value, site: v.Site) -> bool:
    return site in tested_and_made(value)[1]


def both(before: v.Value, value: v.Value) -> v.Value:
    """What is held where it is one or the other; of lists and mappings the items of both."""
    if before == value:
        return before
    if isinstance(before, v.Map) and isinstance(value, v.Map):
        return joined_maps([(v.NO_GUARDS, before), (v.NO_GUARDS, value)])
    if isinstance(before, v.Seq) and isinstance(value, v.Seq) and before.kind == value.kind:
        longer, shorter = (before, value) if len(before.items) >= len(value.items) else (value, before)
        if longer.items[: len(shorter.items)] == shorter.items and longer.rest == shorter.rest:
            return longer
        kept = 0
        while kept < len(shorter.items) and shorter.items[kept] == longer.items[kept]:
            kept += 1
        more = [*before.items[kept:], *value.items[kept:], *(one for one in (before.rest, value.rest) if one is not None)]
        return v.Seq(before.kind, longer.items[:kept], any_of(more))
    return any_of([before, value])
