"""Widening: one answer for all that a recursion would add.

Takes what a question came to in the last two rounds; gives an answer that says no more than what these have in common where they differ.
A request that each round makes longer keeps its beginning; what else grows is not known, and has its evidence. Asks nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from msgspec.structs import replace

from attio_scopes.engine import bounds
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import any_of, generalise
from attio_scopes.engine.domain.evidence import REACHED, evidence, lost
from attio_scopes.engine.domain.parts import VALUES, within
from attio_scopes.engine.domain.reasons import too_deep
from attio_scopes.engine.domain.text import as_own, pieces_of
from attio_scopes.engine.summary import At, Open, Send, Summary


class _Why(NamedTuple):
    """Why what grows is not known, and what of Attio the functions hand one another, or leave, beside it."""

    reason: str
    has: str


def widened(before: Any, after: Any, name: str, has: str = "") -> Any:
    """An answer that goes for all further rounds.

    Args:
        before, after: what the last two rounds gave: summaries or values; anything else stays.
        name: of the function.
        has: what of Attio the functions that call one another hand on: further rounds may bring it anywhere.
    """
    reason = _Why(too_deep(name, bounds.ROUNDS), has)
    if isinstance(before, Summary) and isinstance(after, Summary):
        left = next((found for _, value in after.heap if (found := evidence(value))), "")
        return _summary(before, after, reason._replace(has=has or left))
    if isinstance(before, VALUES) and isinstance(after, VALUES):
        return _value(before, after, reason)
    return after


def _summary(before: Summary, after: Summary, reason: _Why) -> Summary:
    held = dict(before.heap)
    heap = tuple((key, _value(held[key], value, reason) if key in held else value) for key, value in after.heap)
    yields = after.yields
    if before.yields is not None and yields is not None:
        yields = _value(before.yields, yields, reason)
    effects: tuple[Send | Open, ...] = (*_calls(before, after, reason), *_sends(before, after, reason))
    return replace(after, returns=_value(before.returns, after.returns, reason), yields=yields, effects=effects, heap=heap)


def _calls(before: Summary, after: Summary, reason: _Why) -> list[Open]:
    """The calls that are handed up: what a round gives them that the one before did not is not known."""
    earlier = {effect.key: effect for effect in before.effects if isinstance(effect, Open)}
    found = []
    for effect in after.effects:
        if not isinstance(effect, Open):
            continue
        known = earlier.get(effect.key)
        found.append(
            effect if known is None or known.args == effect.args else replace(effect, args=_arguments(known.args, effect.args, reason))
        )
    return found


def _arguments(before: v.Arguments, after: v.Arguments, reason: _Why) -> v.Arguments:
    if len(before.positional) != len(after.positional) or [name for name, _ in before.keywords] != [name for name, _ in after.keywords]:
        more = _anything(reason, after.values())
        return v.Arguments((), (), more, more)
    positional = tuple(_value(one, other, reason) for one, other in zip(before.positional, after.positional, strict=True))
    keywords = tuple((name, _value(one, other, reason)) for (_, one), (name, other) in zip(before.keywords, after.keywords, strict=True))
    return v.Arguments(positional, keywords, after.star, after.kwstar)


def _sends(before: Summary, after: Summary, reason: _Why) -> list[Send]:
    """The requests: those of one place of which a round brought more are these, and one that goes for all that are to come."""
    earlier = {(effect.places[0], effect.method, _own(effect.url)) for effect in before.effects if isinstance(effect, Send)}
    by_place: dict[Any, list[Send]] = {}
    for effect in after.effects:
        if isinstance(effect, Send):
            by_place.setdefault(effect.places[0], []).append(effect)
    found = []
    for place, sends in by_place.items():
        found += sends
        new = [send for send in sends if (place, send.method, _own(send.url)) not in earlier]
        if new:
            methods, urls = (tuple(dict.fromkeys(values)) for values in ((one.method for one in sends), (_own(one.url) for one in sends)))
            last = max(new, key=lambda one: len(one.places))
            url = _with_more(generalise(urls, reason.reason), reason)
            held = frozenset.intersection(*(one.guards for one in (*new, *_last_of(before, place))))
            found.append(replace(last, method=generalise(methods, reason.reason), url=url, guards=held))
    return found


def _last_of(summary: Summary, place: At) -> list[Send]:
    """The requests of a place that went through the most calls: what they ask for on the way, all further ones ask for as well."""
    sends = [effect for effect in summary.effects if isinstance(effect, Send) and effect.places[0] == place]
    most = max((len(one.places) for one in sends), default=0)
    return [one for one in sends if len(one.places) == most]


def _own(url: v.Value) -> v.Value:
    """What a URL says, without the calls that its parts come from."""
    return as_own(v.Text(pieces_of(url)))


def _value(before: v.Value, after: v.Value, reason: _Why) -> v.Value:
    """A value: what a round added to what it may be is not known, but for how texts begin."""
    if before == after:
        return after
    known = {option.value for option in v.options(before)}
    new = [option.value for option in v.options(after) if option.value not in known]
    if not new:
        return after
    texts = tuple(dict.fromkeys(one.value for one in (*v.options(before), *v.options(after)) if isinstance(one.value, v.Text)))
    more = [_with_more(generalise(texts, reason.reason), reason)] if any(isinstance(one, v.Text) for one in new) else []
    others = [one for one in new if not isinstance(one, v.Text)]
    if others:
        more.append(_anything(reason, others))
    return any_of([after, *more])


def _anything(reason: _Why, values: Iterable[v.Value]) -> v.Lost:
    """What these go on to be: what can be had of the arguments from which they come, or what is handed on beside them."""
    return lost(reason.reason, *values, *_roots(values), has=reason.has)


def _with_more(value: v.Value, reason: _Why) -> v.Value:
    """A text that begins with something which is not known, as what further rounds may make of it."""
    first = value.pieces[0] if isinstance(value, v.Text) and value.pieces else None
    if not isinstance(value, v.Text) or not isinstance(first, v.Gap):
        return _anything(reason, (value,)) if isinstance(value, v.Lost) else value
    term = _anything(reason, (first.term,)) if first.term is not None else None
    return v.Text((v.with_piece(first, term=term, evidence=first.evidence or reason.has), *value.pieces[1:]))


def _roots(values: Iterable[v.Value]) -> list[v.Value]:
    """What can be had of the arguments of which something is read in these values."""
    params = [one for one in within(list(values)) if isinstance(one, v.Param) and one.path]
    return [v.Apply(REACHED, (v.Param(root, (), cls),)) for root, cls in dict.fromkeys((one.root, one.cls) for one in params)]
