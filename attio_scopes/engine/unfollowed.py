"""Unfollowed: calls into code that has nothing of Attio, as long as nobody needs what they give.

Takes a call of a function whose file neither says Attio nor was asked for. Where nothing goes in that carries Attio, or that the function
could change for its caller, the body is not looked at: the call gives something unknown that says what was not followed. Whoever needs to
know more asks for the function, and the call is worked out like any other. Never calls anything.
"""

from __future__ import annotations

from collections.abc import Iterable

from attio_scopes.engine import bounds
from attio_scopes.engine.callbacks import call_back
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.evidence import evidence, lost, unfollowed_in
from attio_scopes.engine.domain.parts import parts
from attio_scopes.engine.frame import Ask, Frame
from attio_scopes.engine.summary import Here
from attio_scopes.engine.waiting import handed_up
from attio_scopes.model import fate
from attio_scopes.model.program import FunctionDef, Module


def left_out(fr: Frame, callee: v.Func, args: v.Arguments, here: Here) -> v.Value | None:
    """What a call gives that is not followed; None where it has to be.

    Args:
        fr: of the caller.
        callee: the function, with its `self` if it has one.
        args: its arguments.
        here: the call, the innermost place first where it was handed up from.
    """
    ask, target = fr.ask, callee.target
    if callee.scope is not None or target.module.installed or target.parent is not None or _is_own(ask, target.module):
        return None
    ask.world.note_read(("asked", target))
    if target in ask.asked:
        return None
    if sum(at.path in ask.program.asleep for at in here) > bounds.FAR:
        return _too_far(fr, callee, args, here)
    if not all(map(_is_plain, args.values())):
        return None
    if callee.bound is not None and not _is_aside(fr, target, callee.bound):
        return None
    ask.world.note_read(("carries", target))
    if ask.carries((v.Func(target), *args.values())) or any(map(evidence, args.values())):
        return None
    if not fr.closed and any(map(v.is_open, args.values())):
        return handed_up(fr, callee, args, here, target.facts.name)
    ask.world.ledger.note(here, fate.OUTSIDE, target.name)
    return lost(f"`{target.facts.name}` does not mention Attio and is not followed", label=target.facts.name, unfollowed=(target,))


def _too_far(fr: Frame, callee: v.Func, args: v.Arguments, here: Here) -> v.Value:
    """What a call gives that other code alone leads to, through many calls: what it is handed is at the mercy of something unknown."""
    given = [one for one in (*args.values(), callee.bound) if one is not None]
    if any(map(evidence, given)) or fr.ask.carries(given):
        fr.ask.world.note_bound("far", f"{here[-1].path}:{here[-1].span[0]}")
    name = callee.target.facts.name
    reason = f"`{name}` does not mention Attio and is more than {bounds.FAR} calls away from what does"
    return call_back(fr, lost(reason, callee.bound, label=name, unfollowed=(callee.target,)), args, here)


def _is_own(ask: Ask, module: Module) -> bool:
    """Whether a module is one of those that are worked out by now."""
    if ask.is_own(module):
        return True
    ask.world.note_read(("own", module))
    return False


def _is_aside(fr: Frame, target: FunctionDef, bound: v.Value) -> bool:
    """Whether a method does nothing with its object that has to do with Attio, or that anybody would see who has."""
    if isinstance(bound, v.Class):
        return not fr.ask.carries((bound,))
    if not isinstance(bound, (v.Obj, v.Param)) or bound.cls is None:
        return False
    if any(_is_own(fr.ask, one.module) for one in fr.ask.lineage(bound.cls)):
        return not fr.ask.concerns(target, bound.cls)
    return isinstance(bound, v.Obj) and bound.site is None and not fr.ask.carries((bound,))


def _is_plain(value: v.Value) -> bool:
    """Whether a function that is given a value can neither call it nor change it for whoever gave it."""
    if isinstance(value, v.Obj):
        return value.site is None
    if isinstance(value, (v.Choice, v.Seq, v.Map, v.Made)):
        return all(map(_is_plain, _held(value)))
    return not isinstance(value, (v.Ref, v.Func, v.Partial, v.Class, v.Variables, v.Member, v.Super))


def _held(value: v.Value) -> Iterable[v.Value]:
    return (option.value for option in value.options) if isinstance(value, v.Choice) else parts(value)


def ask_for(fr: Frame, receiver: v.Value, given: Iterable[v.Value]) -> None:
    """Ask for what was not followed, where something is handed to what it gave that it may keep, call or send."""
    left = unfollowed_in(receiver)
    if not left:
        return
    values = tuple(given)
    if not all(map(_is_plain, values)) or any(map(evidence, values)) or fr.ask.carries(values):
        fr.ask.follow(left)
