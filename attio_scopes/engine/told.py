"""Told: which of the readings that were found are told.

Takes readings, gives those that stand for a call of their own: none that stands for calls which are seen elsewhere, no bare address that a
function goes on from, and of what nobody calls only that behind which no call is known. Finds nothing itself.
"""

from __future__ import annotations

from collections.abc import Iterable

from attio_scopes.engine.emit import Found
from attio_scopes.engine.queries import Queries
from attio_scopes.engine.whose import writes_out
from attio_scopes.model import facts as f
from attio_scopes.model.path import Literal, take_apart
from attio_scopes.model.source import is_installed


def told(queries: Queries, found: dict[Found, None]) -> dict[Found, None]:
    """What was found, without what stands for calls that are seen to be made, or not made, elsewhere."""
    alone = {target for target, cls in queries.world.called if cls is None}
    return _without_beginnings({one: None for one in found if not one.uncalled or (one.reason is None and one.uncalled.isdisjoint(alone))})


def behind_no_call(unused: Iterable[Found], found: Iterable[Found]) -> list[Found]:
    """Of what nobody is seen to call, that whose function no known call is sent through: a client's methods that nobody needs are none
    to tell."""
    through = {_sender(one) for one in found}
    return [one for one in unused if _sender(one) not in through or says_a_path(one)]


def of_inner(inner: Iterable[Found], found: Iterable[Found]) -> list[Found]:
    """Of functions within others, which nobody is seen to call as they stand, what no known call goes through."""
    below = {at for one in found for at in one.via}
    return [one for one in inner if one.at not in below]


def says_a_path(one: Found) -> bool:
    """Whether a part of the path is written out, so that no other call stands for it."""
    return writes_out(take_apart(one.reading.url))


def _sender(one: Found) -> tuple[str, str | f.Span]:
    """The function that sends a request, or the place of one that a module's body sends; of an installed package's the call of it."""
    at = one.via[-1] if one.via else one.at
    if is_installed(at.path):
        return one.at.path, one.at.span
    return at.path, at.function or at.span


def _without_beginnings(found: dict[Found, None]) -> dict[Found, None]:
    """What was found, without bare addresses that are the default of a function which goes on from there by calling itself."""
    extended = {one.via[-1] for one in found if one.via and not _is_bare(one)}
    return {one: None for one in found if one.via or one.at not in extended or not _is_bare(one)}


def _is_bare(one: Found) -> bool:
    """Whether nothing but the address of the API is called."""
    shape = take_apart(one.reading.url)
    return shape.host is not None and len(shape.segments) < 2 and all(isinstance(p, Literal) for s in shape.segments for p in s)
