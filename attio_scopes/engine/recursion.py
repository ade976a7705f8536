"""Recursion: how far a function is followed into itself where its callers decide what it calls.

Takes a function that is about to be called and the activations of it that are under way; gives the arguments to go on with, or None where
going on brings nothing. Levels are told apart as long as each is given something else; then one stands for all further ones.
"""

from __future__ import annotations

from typing import NamedTuple

from attio_scopes.engine import bounds
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import generalise
from attio_scopes.engine.domain.evidence import lost
from attio_scopes.engine.domain.reasons import too_deep
from attio_scopes.engine.domain.text import as_own
from attio_scopes.model.program import FunctionDef


class Activation(NamedTuple):
    """A function whose summary is being instantiated.

    Attributes:
        scope: the variables around it.
        bound: its `self`.
        args: what it is given.
        number: how many activations of the function there were since the outermost one, which they all share.
        last: it stands for all further ones.
    """

    target: FunctionDef
    scope: v.Value | None
    bound: v.Value | None
    args: v.Arguments
    number: list[int]
    last: bool = False


def activation(
    active: list[Activation], target: FunctionDef, scope: v.Value | None, bound: v.Value | None, args: v.Arguments
) -> Activation | None:
    """The activation to go on with; None where it would repeat one, or is one of those that another stands for.

    Args:
        active: those under way, the outermost first.
    """
    within = [one for one in active if one.target is target and one.scope == scope]
    if not within:
        return Activation(target, scope, bound, args, [0])
    number = within[0].number
    number[0] += 1
    plain = _plain(args)
    if within[-1].last or any(one.bound == bound and _plain(one.args) == plain for one in within):
        return None
    if len(within) < bounds.ACTIVE or (number[0] <= bounds.DESCENTS and len(within) < bounds.LEVELS):
        return Activation(target, scope, bound, args, number)
    reason = too_deep(target.facts.name, len(within))
    before = within[-1]
    return Activation(target, scope, _self(before.bound, bound, reason), _arguments(before.args, args, reason), number, True)


def _plain(args: v.Arguments) -> v.Arguments:
    """Arguments without the calls at which their texts were decided."""
    return v.Arguments(
        tuple(map(as_own, args.positional)), tuple((name, as_own(one)) for name, one in args.keywords), args.star, args.kwstar
    )


def _self(before: v.Value | None, bound: v.Value | None, reason: str) -> v.Value | None:
    if bound == before or bound is None:
        return bound
    if isinstance(bound, v.Obj):
        return v.Obj(bound.cls)
    return bound if isinstance(bound, (v.Param, v.Class)) else lost(reason, bound)


def _arguments(before: v.Arguments, args: v.Arguments, reason: str) -> v.Arguments:
    """The arguments of a level and all further ones: what stays the same from one level to the next, and of the others what they share."""
    positional = tuple(
        _both(before.positional[number] if number < len(before.positional) else None, value, reason)
        for number, value in enumerate(args.positional)
    )
    keywords = tuple((name, _both(before.keyword(name), value, reason)) for name, value in args.keywords)
    star = args.star
    if len(before.positional) > len(args.positional):  # each level has fewer: the next has fewer still
        star = star if star is not None else lost(reason, *args.positional)
        positional = ()
    return v.Arguments(positional, keywords, star, args.kwstar)


def _both(before: v.Value | None, value: v.Value, reason: str) -> v.Value:
    if before is not None and as_own(before) == as_own(value):
        return value
    if isinstance(before, v.Text) and isinstance(value, v.Text):
        return generalise((before, value), reason)
    return lost(reason, value, before)
