"""Branching: which branches are taken, and what the variables are where they meet.

Takes tests and the state of a frame. Only what a caller gives decides a test; both sides of any other are taken, and where they
meet each variable is a choice that remembers which branch it is from.
"""

from __future__ import annotations

from collections.abc import Callable

from attio_scopes.model import facts as f
from attio_scopes.model import values as v
from attio_scopes.resolve.machine import Frame, Machine
from attio_scopes.resolve.text import level_of
from attio_scopes.resolve.truth import truth

Names = dict[str, v.Value]


def take(frame: Frame, join: int, arms: list[tuple[int, Callable[[], bool]]]) -> bool:
    """Take each arm from the same state and join the states of those that come out at the end."""
    before, held = dict(frame.names), frame.guards
    ends: list[tuple[frozenset[v.Guard], Names]] = []
    for branch, arm in arms:
        restore(frame, before)
        guard = frozenset({(join, branch)}) if len(arms) > 1 else v.NO_GUARDS
        frame.guards = held | guard
        if arm():
            ends.append((guard, dict(frame.names)))
    frame.guards = held | (ends[0][0] if len(ends) == 1 else v.NO_GUARDS)
    if not ends:
        restore(frame, before)
        return False
    restore(frame, joined(ends))
    return True


def restore(frame: Frame, names: Names) -> None:
    """Set the variables of a frame to a state that was kept."""
    frame.scope.names.clear()
    frame.scope.names.update(names)


def joined(ends: list[tuple[frozenset[v.Guard], Names]]) -> Names:
    """Each variable as the choice of what it is at the ends."""
    if len(ends) == 1:
        return ends[0][1]
    joined: Names = {}
    for name in dict.fromkeys(name for _, names in ends for name in names):
        found = [(guards, names[name]) for guards, names in ends if name in names]
        first = found[0][1]
        if all(value is first or value == first for _, value in found):
            joined[name] = first
        else:
            joined[name] = v.choose(v.Option(guards, value) for guards, value in found)
    return joined


def decided(machine: Machine, test: f.Expr, frame: Frame) -> bool | None:
    """Whether what the caller gave decides a test.

    A constant, a flag or a setting decides nothing: the code on both sides of it states its requests, whichever way the switch
    stands today. Only arguments pick a wrapper's branch.
    """
    if isinstance(test, f.Negate):
        inner = decided(machine, test.value, frame)
        return None if inner is None else not inner
    if isinstance(test, f.Logic):
        sides = {decided(machine, test.left, frame), decided(machine, test.right, frame)}
        stops = test.op == "or"
        if stops in sides:
            return stops
        return (not stops) if sides == {not stops} else None
    holds = truth(machine.evaluate(test, frame))
    return holds if holds is not None and _from_caller(machine, test, frame) else None


def _from_caller(machine: Machine, test: f.Expr, frame: Frame) -> bool:
    """Whether a test is about a parameter of the function at hand, or about text that was decided further up."""
    if not frame.called or frame.function is None:
        return False
    subject = _subject(test)
    if isinstance(subject, str) and any(param.name == subject for param in frame.function.facts.params):
        return True
    if isinstance(test, f.Compare):
        return any(level_of(machine.evaluate(side, frame)) > 0 for side in (test.left, test.right))
    return False


def assume(machine: Machine, test: f.Expr, outcome: bool, frame: Frame) -> bool:
    """Narrow the variables to those for which a test comes out so; False if it never does."""
    if isinstance(test, f.Negate):
        return assume(machine, test.value, not outcome, frame)
    if isinstance(test, f.Logic) and (test.op == "and") is outcome:
        return assume(machine, test.left, outcome, frame) and assume(machine, test.right, outcome, frame)
    subject = _subject(test)
    if subject is None:
        return True
    key = subject if isinstance(subject, str) else "." + subject[1]
    value = frame.names.get(key)
    if not isinstance(value, v.Choice):
        return True
    kept = []
    for option in value.options:
        frame.names[key] = option.value
        if truth(machine.evaluate(test, frame)) is not (not outcome):
            kept.append(option)
    frame.names[key] = v.choose(kept) if kept else value
    if not kept:
        return False
    if len(kept) < len(value.options):
        _narrow_others(frame, [option.guards for option in kept])
    return True


def _subject(test: f.Expr) -> str | tuple[str, str] | None:
    """The one variable that a test is about."""
    if isinstance(test, f.Compare):
        return _subject(test.left)
    if isinstance(test, f.Invoke) and isinstance(test.func, f.Attr):
        return _subject(test.func.value)
    if isinstance(test, f.Name):
        return test.id
    if isinstance(test, f.Attr) and isinstance(test.value, f.Name) and test.value.id == "self":
        return ("self", test.name)
    return None


def _narrow_others(frame: Frame, allowed: list[frozenset[v.Guard]]) -> None:
    """Drop options of other variables that cannot occur with any of the allowed guards."""
    for name, value in list(frame.names.items()):
        if isinstance(value, v.Choice):
            kept = [option for option in value.options if any(v.consistent(option.guards, guards) for guards in allowed)]
            if kept and len(kept) < len(value.options):
                frame.names[name] = v.choose(kept)
