"""Parts: what a value is made of.

Takes a value, gives the values in it: those that it holds, those that wait in it, and those that its guards are about. What objects hold is
in a store, and none of their parts.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attio_scopes.engine.domain import values as v

VALUES = (
    v.Text, v.Scalar, v.Choice, v.Seq, v.Map, v.Ref, v.Func, v.Partial, v.Class, v.Obj, v.Variables, v.ModuleValue, v.Folder, v.External,
    v.Made, v.Member, v.Super, v.Param, v.Result, v.Apply, v.Lost,
)  # fmt: skip
"""The kinds of values."""


def parts(value: Any) -> list[Any]:
    """What a value is made of, one level down."""
    if isinstance(value, v.Text):
        return [piece.term for piece in value.pieces if isinstance(piece, v.Gap) and piece.term is not None]
    if isinstance(value, v.Choice):
        about = [g.about for o in value.options for g in o.guards if isinstance(g.about, VALUES)]
        return [*(o.value for o in value.options), *about]
    if isinstance(value, v.Seq):
        return [*value.items, *((value.rest,) if value.rest is not None else ())]
    if isinstance(value, v.Map):
        return [x for entry in value.entries for x in entry] + ([value.rest] if value.rest is not None else [])
    if isinstance(value, v.Func):
        return [x for x in (value.bound, value.scope, *(one for _, one in value.defaults)) if x is not None]
    if isinstance(value, v.Partial):
        return [value.target, *value.args.values()]
    if isinstance(value, v.Class):
        return [value.scope] if value.scope is not None else []
    if isinstance(value, v.Made):
        return list(value.args.values())
    if isinstance(value, v.Member):
        return [value.owner]
    if isinstance(value, v.Super):
        return [value.instance]
    if isinstance(value, v.Apply):
        return list(value.operands)
    if isinstance(value, v.Lost):
        return list(value.terms)
    return []


def within(pending: list[Any]) -> Iterator[Any]:
    """Some values and all that is in them, at whatever depth, each once; whoever goes through them may add to the list meanwhile."""
    seen: set[Any] = set()
    while pending:
        value = pending.pop()
        if value not in seen:
            seen.add(value)
            yield value
            pending.extend(parts(value))
