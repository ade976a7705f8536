"""Evidence: what a value has of Attio, and the one way to make a value that is not known.

Takes values, gives text that names the evidence ("" for none) or a `Lost` that has the evidence of all that went into it. Evidence is
the host in a text, a setting that is named like it, an object of its SDK. It never comes from a method's name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from attio_scopes.engine import bounds
from attio_scopes.engine.domain import values as v
from attio_scopes.model.program import FunctionDef

_HOST = re.compile(r"(?:^|//|@)(?:api|app)\.attio\.com\b", re.IGNORECASE)
_SETTING = "the setting "

HOST = "Attio's host"
"""The evidence of what has the address itself."""

REACHED = "reached"
"""The operation that stands for what of Attio can be had of its operands, in whatever way."""


def lost(
    reason: str,
    *inputs: v.Value | None,
    label: str = "",
    environment: str = "",
    single: bool = False,
    parameter: bool = False,
    has: str = "",
    derived: bool = False,
    unfollowed: tuple[FunctionDef, ...] = (),
) -> v.Lost:
    """A value that is not known: the one way to make one.

    Args:
        reason: why it is not known.
        inputs: what it was made of; their evidence, and what in them waits for a caller, stays with it.
        label: how a reader would name it.
        environment: the variable or setting that it was read from.
        single: its text holds no slash.
        parameter: it is an argument that nobody is seen to give.
        has: what it has of Attio by something that is none of the inputs.
        derived: it comes out of such an argument.
        unfollowed: functions that were not looked at, and give it.
    """
    found = has
    terms: dict[v.Value, None] = {}
    left = dict.fromkeys(unfollowed)
    for value in inputs:
        if value is None:
            continue
        found = found or evidence(value)
        for term in open_terms(value):
            terms[term] = None
        left.update(dict.fromkeys(unfollowed_in(value)))
        if isinstance(value, v.Lost):
            parameter = parameter or value.parameter
            derived = derived or value.parameter
        if isinstance(value, v.Text):
            parameter = parameter or any(isinstance(p, v.Gap) and p.parameter for p in value.pieces)
    kept = tuple(terms)[: bounds.DEPTH]
    return v.Lost(reason, label or "value", environment, found, kept, single, parameter, derived, tuple(left))


def unfollowed_in(value: v.Value) -> tuple[FunctionDef, ...]:
    """The functions that were not looked at and gave what a value is, or hangs on."""
    if isinstance(value, v.Lost):
        return value.unfollowed
    if isinstance(value, v.Choice):
        return tuple(dict.fromkeys(one for option in value.options for one in unfollowed_in(option.value)))
    return unfollowed_in(value.owner) if isinstance(value, v.Member) else ()


@lru_cache(maxsize=65_536)
def evidence(value: v.Value, depth: int = 0) -> str:
    """What a value has of Attio, in a few words, or "": of a list or mapping what is in it, of an operation what goes in."""
    if isinstance(value, v.Text):
        return of_text(value.pieces)
    if isinstance(value, v.Lost):
        return value.evidence or (_SETTING + value.environment if "attio" in value.environment.lower() else "")
    if isinstance(value, v.Scalar) and isinstance(value.value, bytes):
        return HOST if _HOST.search(value.value.decode("ascii", "replace")) else ""
    if isinstance(value, v.Made) and value.name == "response":
        return ""  # what an answer holds is data; its links keep the address by themselves
    if depth > bounds.WITHIN:
        return ""
    return next((found for part in parts_with_evidence(value) if part is not None and (found := evidence(part, depth + 1))), "")


def parts_with_evidence(value: v.Value) -> Iterable[v.Value | None]:
    """What in a value may have evidence, one level down; the keys of a mapping have none."""
    return _PARTS.get(type(value), _none)(value)


def _none(value: Any) -> tuple[v.Value | None, ...]:
    return ()


_PARTS: dict[type, Callable[[Any], Iterable[v.Value | None]]] = {
    v.Choice: lambda value: (option.value for option in value.options),
    v.Made: lambda value: value.args.values(),
    v.Member: lambda value: (value.owner,),
    v.Apply: lambda value: value.operands,
    v.Seq: lambda value: (*value.items, value.rest),
    v.Map: lambda value: (*(held for _, held in value.entries), value.rest),
    v.Partial: lambda value: (value.target, *value.args.values()),
}


def of_text(pieces: Iterable[v.Piece]) -> str:
    """What a text has of Attio, in a few words, or ""."""
    for piece in pieces:
        if isinstance(piece, v.Lit):
            if _HOST.search(piece.text):
                return HOST
        elif piece.evidence:
            return piece.evidence
        elif piece.environment and "attio" in piece.environment.lower():
            return _SETTING + piece.environment
    return ""


def is_of_settings(found: str) -> bool:
    """Whether evidence is that of settings which are named for Attio."""
    return found.startswith(_SETTING)


def open_terms(value: v.Value | None, depth: int = 0) -> Iterable[v.Value]:
    """What in a value waits for a caller."""
    if value is None or not v.is_open(value) or depth > bounds.WITHIN:
        return
    if isinstance(value, (v.Param, v.Result, v.Apply)):
        yield value
    elif isinstance(value, v.Lost):
        yield from value.terms
    elif isinstance(value, v.Text):
        yield from (piece.term for piece in value.pieces if isinstance(piece, v.Gap) and piece.term is not None)
    else:
        for part in _OPEN_PARTS.get(type(value), _none)(value):
            yield from open_terms(part, depth + 1)


_OPEN_PARTS: dict[type, Callable[[Any], Iterable[v.Value | None]]] = {
    **_PARTS,
    v.Func: lambda value: (value.bound, value.scope, *(one for _, one in value.defaults)),
}
"""What in a value may wait for a caller; the keys of a mapping do not."""
