"""Parts: what a value is made of.

Takes a value, gives the values in it: those that it holds, those that wait in it, and those that its guards are about. What objects hold is
in a store, and none of their parts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from attio_scopes.engine.domain import values as v

VALUES = (
    v.Text, v.Scalar, v.Choice, v.Seq, v.Map, v.Ref, v.Func, v.Partial, v.Class, v.Obj, v.Variables, v.ModuleValue, v.Folder, v.External,
    v.Made, v.Member, v.Super, v.Param, v.Result, v.Apply, v.Lost,
)  # fmt: skip
"""The kinds of values."""


def parts(value: Any) -> tuple[Any, ...]:
    """What a value is made of, one level down."""
    made_of = _MADE_OF.get(type(value))
    return made_of(value) if made_of is not None else ()


_KINDS = frozenset(VALUES)


def _given(*found: Any) -> tuple[Any, ...]:
    return tuple(one for one in found if one is not None)


@lru_cache(maxsize=65_536)
def _of_choice(value: v.Choice) -> tuple[Any, ...]:
    about = (guard.about for option in value.options for guard in option.guards if type(guard.about) in _KINDS)
    return (*(option.value for option in value.options), *dict.fromkeys(about))


_MADE_OF: dict[type, Callable[[Any], tuple[Any, ...]]] = {
    v.Text: lambda value: tuple(piece.term for piece in value.pieces if type(piece) is v.Gap and piece.term is not None),
    v.Choice: _of_choice,
    v.Seq: lambda value: _given(*value.items, value.rest),
    v.Map: lambda value: _given(*(part for entry in value.entries for part in entry), value.rest),
    v.Func: lambda value: _given(value.bound, value.scope, *(one for _, one in value.defaults)),
    v.Partial: lambda value: (value.target, *value.args.values()),
    v.Class: lambda value: _given(value.scope),
    v.Made: lambda value: value.args.values(),
    v.Member: lambda value: (value.owner,),
    v.Super: lambda value: (value.instance,),
    v.Apply: lambda value: value.operands,
    v.Lost: lambda value: value.terms,
}


def within(pending: list[Any]) -> Iterator[Any]:
    """Some values and all that is in them, at whatever depth, each once; whoever goes through them may add to the list meanwhile."""
    seen: set[Any] = set()
    while pending:
        value = pending.pop()
        if value not in seen:
            seen.add(value)
            yield value
            pending.extend(parts(value))


@lru_cache(maxsize=65_536)
def tested_and_made(value: Any) -> tuple[bool, frozenset[v.Site]]:
    """Whether tests tell options in a value apart, and the places where something in it was made."""
    tested = isinstance(value, v.Choice) and any(option.guards for option in value.options)
    site = value.site if isinstance(value, (v.Ref, v.Obj, v.Variables, v.Made)) else None
    sites = {site} if site is not None else set()
    for part in parts(value):
        inner, more = tested_and_made(part)
        tested = tested or inner
        sites |= more
    return tested, frozenset(sites)


@lru_cache(maxsize=16_384)
def varies(about: Any) -> bool:
    """Whether what a test is about may be something else in each round: an item, or what a call gave."""
    if isinstance(about, v.Result) or (isinstance(about, v.Apply) and about.operation == "each"):
        return True
    return any(map(varies, parts(about)))
