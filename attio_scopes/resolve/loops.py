"""Loops: going round a body until nothing new comes of it.

Takes a way to go round once and the state of a frame; bounded to two rounds, or to the known items of a loop that builds text up.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from attio_scopes.model import facts as f
from attio_scopes.model import values as v
from attio_scopes.model.path import Hole, Literal
from attio_scopes.resolve.assignment import assign
from attio_scopes.resolve.branching import Names, joined, restore
from attio_scopes.resolve.containers import OF_A_RESPONSE
from attio_scopes.resolve.machine import Frame, Machine

MOST_UNROLLED = 12


def accumulates(body: tuple[f.Stmt, ...]) -> bool:
    """Whether a loop's body builds something up from round to round: text, or the attributes of an object."""
    return any((isinstance(stmt, f.Augment) and stmt.op in ("+", "/")) or _sets_attribute(stmt) for stmt in body)


def _sets_attribute(stmt: f.Stmt) -> bool:
    return isinstance(stmt, f.Evaluate) and isinstance(stmt.value, f.Invoke) and stmt.value.func == f.Name("setattr")


def unrolled(machine: Machine, stmt: f.For, items: tuple[v.Value, ...], frame: Frame) -> bool:
    """Go round a loop over known items once for each."""
    for item in items:
        assign(machine, stmt.target, item, frame)
        frame.exits.append([])
        falls = machine.execute(stmt.body, frame)
        exits = frame.exits.pop()
        if not falls and not exits:
            return False
    return machine.execute(stmt.other, frame)


def loop(frame: Frame, once: Callable[[], bool], forever: bool = False) -> bool:
    """Go round a loop twice: from the state before it, and from the states that reach its head again.

    A variable that is known text on entry and unknown when it comes round (a link to the next page) keeps its known text.
    """
    before, held = dict(frame.names), frame.guards
    ends: list[tuple[frozenset[v.Guard], Names]] = [] if forever else [(v.NO_GUARDS, before)]
    left = not forever
    for _round in range(2):
        frame.exits.append([])
        falls = once()
        exits = frame.exits.pop()
        frame.guards = held
        states = [(v.NO_GUARDS, names) for names in exits]
        if falls:
            states.append((v.NO_GUARDS, dict(frame.names)))
        left = left or bool(states)
        ends.extend(states)
        if not states:
            break
        head = _settled(before, joined([(v.NO_GUARDS, before), *states]))
        changed = any(head.get(name) != before.get(name) for name in head)
        restore(frame, head)
        if not changed:
            break
    if ends:
        restore(frame, _settled(before, joined(ends)))
    else:
        restore(frame, before)
    return left or bool(ends) or forever


_BARE = re.compile(r"https?://[^/]+/?(v2/?)?$", re.IGNORECASE)


def _is_link(value: v.Value) -> bool:
    """Whether a text is a link that a response held, put after a host: the path is all its own."""
    if not isinstance(value, v.Text) or len(value.pieces) != 2:
        return False
    base, link = value.pieces
    return isinstance(base, Literal) and isinstance(link, Hole) and link.origin == OF_A_RESPONSE and bool(_BARE.match(base.text))


def _settled(before: Names, joined: Names) -> Names:
    """Variables that were known before a loop without the unknown that a round puts into them."""
    for name, value in joined.items():
        if isinstance(value, v.Choice) and isinstance(before.get(name), v.Text):
            kept = [option for option in value.options if not (isinstance(option.value, (v.Unknown, v.Member)) or _is_link(option.value))]
            if kept and len(kept) < len(value.options):
                joined[name] = v.choose(kept)
    return joined
