"""Sites: the readings that were found, gathered to call sites.

Takes what was found, in any order; gives a call site for each place, with all its readings, the shortest way down to the HTTP call and the
names by which the token may get there.
"""

from __future__ import annotations

from collections.abc import Iterable

from attio_scopes.engine import bounds
from attio_scopes.engine.domain.reasons import TOO_MUCH_TOGETHER
from attio_scopes.engine.emit import Found
from attio_scopes.engine.summary import At
from attio_scopes.model.call import CallSite, Frame, Place
from attio_scopes.model.fitting import Templates
from attio_scopes.model.path import take_apart

Key = tuple[str, tuple[int, int, int, int]]


def place_of(found: Found) -> Place:
    """Where a reading is reported: the place of its call site."""
    path, span = _place(found)
    return Place(path, *span)


def sites_of(found: Iterable[Found], templates: Templates) -> tuple[CallSite, ...]:
    """The call sites, sorted by place."""
    by_place: dict[Key, list[Found]] = {}
    for one in found:
        by_place.setdefault(_place(one), []).append(one)
    sites = [_site(key, readings, templates) for key, readings in by_place.items()]
    return tuple(sorted(sites, key=lambda site: site.place))


def _place(one: Found) -> Key:
    """Where a reading is reported: its call, or the call below where the source writes none."""
    at, _ = _written(one)
    return at.path, at.span


def _written(one: Found) -> tuple[At, tuple[At, ...]]:
    at, via = one.at, one.via
    while not at.span[0] and via:
        at, via = via[0], via[1:]
    return at, via


def _site(key: Key, readings: list[Found], templates: Templates) -> CallSite:
    readings = sorted(readings, key=repr)
    shortest = min(readings, key=lambda one: (len(_written(one)[1]), repr(_written(one)[1])))
    at, via = _written(shortest)
    certain = {name for one in readings if one.assumed is None for name in one.credentials}
    assumed = {name for one in readings if one.assumed is not None for name in one.credentials}
    reasons = sorted(one.reason for one in readings if one.reason is not None)
    if not reasons and (any(one.crossed for one in readings) or _are_mixed(readings, templates)):
        reasons = [TOO_MUCH_TOGETHER]
    path, span = key
    return CallSite(
        place=Place(path, *span),
        function=at.function,
        client=shortest.client,
        readings=tuple(sorted({one.reading for one in readings}, key=repr)),
        reason=reasons[0] if reasons else None,
        via=tuple(Frame(down.path, down.span[0], down.span[1], down.function) for down in via[: bounds.TRACE] if down.span[0]),
        credentials=tuple(sorted(certain | assumed)),
        statement_line=at.lines[0],
        statement_end_line=at.lines[1],
    )


def _are_mixed(readings: list[Found], templates: Templates) -> bool:
    """Whether a call may be one or another, and a bound took what tells which of them."""
    return not all(one.apart for one in readings) and len({_endpoint(one, templates) for one in readings}) > 1


def _endpoint(one: Found, templates: Templates) -> tuple[str | None, tuple[int, ...]]:
    """What a reading calls: its method, and the path templates that fit."""
    shape = take_apart(one.reading.url)
    fitting = templates.align(shape.host or "", shape.segments, one.reading.method)
    return one.reading.method, tuple(sorted(alignment.key for alignment in fitting))
