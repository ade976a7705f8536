"""Bodies: who calls whom, as far as it leads to a call to Attio, and which of them are entry points.

Frozen data, as the engine gives it. A body is a function, for a class of its `self`, or what a module runs when it is imported, or when it
is run as a program.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from attio_scopes.model.call import Place

SCRIPT = "script"
"""The kind of a module that calls when it is imported; MAIN that of one that does so only when it is run, or of a function of that name."""
MAIN = "main"


class Sends(Struct, frozen=True):
    """What one body sends at a call site.

    Attributes:
        place: of the call site.
        readings: which of its readings, by their number there.
        credentials: names by which the token gets there from this body.
    """

    place: Place
    readings: tuple[int, ...]
    credentials: tuple[str, ...]


class Body(Struct, frozen=True):
    """A function, or what a module does.

    Attributes:
        path, line: where it is defined.
        function: its qualified name; "" of a module.
        kind: as which it is an entry point (`tool`, `route` …), or "" where nothing outside of the project is known to call it.
        name: of the entry point, as it was registered.
        calls: the bodies that it calls or hands to something that may, by their numbers.
        passes: the bodies that it calls where its callers decide what is called.
        sends: the call sites at which it decides what is sent.
    """

    path: str
    line: int
    function: str
    kind: str = ""
    name: str = ""
    calls: tuple[int, ...] = ()
    passes: tuple[int, ...] = ()
    sends: tuple[Sends, ...] = ()


def joined(groups: Iterable[Sequence[Body]]) -> tuple[Body, ...]:
    """The bodies of several groups that know nothing of one another, with the numbers that they have together."""
    found: list[Body] = []
    for group in groups:
        first = len(found)
        found.extend(_counted_from(first, body) for body in group)
    return tuple(found)


def _counted_from(first: int, body: Body) -> Body:
    calls, passes = (tuple(first + number for number in some) for some in (body.calls, body.passes))
    return replace(body, calls=calls, passes=passes)
