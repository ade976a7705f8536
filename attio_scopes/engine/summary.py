"""Summaries: what a function does for its callers, in terms of its parameters.

Frozen data. A summary is made once for a function and the class that its `self` is; a call instantiates it. What is handed up is in the
order in which it happens.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from msgspec import Struct

from attio_scopes.engine import bounds
from attio_scopes.engine.domain import values as v
from attio_scopes.model.facts import Span
from attio_scopes.model.program import ClassDef, FunctionDef
from attio_scopes.model.source import is_installed


class At(NamedTuple):
    """A call in the source: file, place, the function around it, and the lines of its statement.

    `handed`: what is called there is a library's, which calls the function that it is given (`scheduler.add_job(push, …)`).
    """

    path: str
    span: Span
    function: str
    lines: tuple[int, int]
    handed: bool = False


Here = tuple[At, ...]
"""The calls through which something is reached, the innermost first."""


def reached_through(below: Here, here: Here) -> Here:
    """The calls of something that was handed up, and those that lead to it: as many as the bound, among them the outermost where all
    others are of an installed package."""
    places = below + here
    if len(places) > bounds.PLACES and is_installed(places[bounds.PLACES - 1].path):
        return (*places[: bounds.PLACES - 1], places[-1])
    return places[: bounds.PLACES]


Shapes = tuple[tuple[str, Any], ...]
"""Of parameters over which a function collects item by item: the number of items, or the keys, that a call gives."""

Keys = Any
"""Names of a query or a body: a frozen set, None where they are not known, or the value that waits for a caller."""


class Send(Struct, frozen=True):
    """A request that is handed up, since a caller decides its method, its path or where it goes.

    Attributes:
        places: the calls that it went through, the innermost first. `Lit.hop` is an index into them.
        assumed: whether its object is any of its class, so that nothing certain is known of its credentials.
        uncalled: the nested functions that it is in and that nobody is seen to call; nothing of it holds once somebody is.
        doer: the nested function that something unknown calls and that sends it, the innermost one.
        crossed: whether its method and URL may never meet, since a bound took what told them apart.
        later: it comes after a `yield`, so that where a `with` enters the generator it is made when that is left.
    """

    places: tuple[At, ...]
    client: str
    method: v.Value
    url: v.Value
    query: Keys
    body: Keys
    credentials: tuple[v.Value, ...]
    guards: v.Guards
    assumed: ClassDef | None = None
    uncalled: frozenset[FunctionDef] = frozenset()
    doer: FunctionDef | None = None
    crossed: bool = False
    later: bool = False

    @property
    def in_project(self) -> int | None:
        """The innermost of its places that is in the project: nothing is reported in an installed package. None where there is none."""
        return next((number for number, at in enumerate(self.places) if not is_installed(at.path)), None)


class Open(Struct, frozen=True):
    """A call that is handed up, since a caller decides what is called. `key` is that of its `Result`.

    `cold`: the callee has nothing of Attio, where others that could be called instead have; it matters only if its arguments bring some.
    `again`: it is in a loop, and may be made any number of times. `later`: it comes after a `yield`.
    `at`: what its caller's things hold when it is made, where that is not what they hold in the end.
    """

    key: Any
    places: tuple[At, ...]
    callee: v.Value
    args: v.Arguments
    guards: v.Guards
    uncalled: frozenset[FunctionDef] = frozenset()
    cold: bool = False
    doer: FunctionDef | None = None
    again: bool = False
    later: bool = False
    at: tuple[tuple[Any, v.Value], ...] = ()


class Summary(Struct, frozen=True):
    """What a function does.

    Attributes:
        roots: the root of each parameter, by its name.
        returns: what it returns (or what awaiting it gives).
        yields: what it yields, or None where it is no generator.
        effects: sends and calls that are handed up, in order.
        heap: what it leaves in objects of its callers, of all, or of its own that others can reach.
        paused: what it leaves there while a generator waits at a `yield`, where that is something else.
        stores: places of all that it, or what it calls, puts something into: what is there is known for all.
        made: the objects and containers that it makes, which are others for each caller.
        params: what of its callers it reads, as that is when it is called.
        leaves: whether it never comes back.
        raises: the exceptions of the project's classes that may leave it.
        opaque: it takes more than it is worth, as nothing of Attio is in it: it is as unknown as a library's.
    """

    roots: tuple[tuple[str, str], ...] = ()
    returns: v.Value = v.NONE
    yields: v.Value | None = None
    effects: tuple[Send | Open, ...] = ()
    heap: tuple[tuple[Any, v.Value], ...] = ()
    paused: tuple[tuple[Any, v.Value], ...] = ()
    stores: tuple[Any, ...] = ()
    made: frozenset[v.Site] = frozenset()
    params: tuple[v.Value, ...] = ()
    leaves: bool = False
    raises: tuple[v.Value, ...] = ()
    opaque: bool = False


NOTHING = Summary()
