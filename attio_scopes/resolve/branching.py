"""Branching: which branches are taken, and what the variables are where they meet.

Takes tests and the state of a frame. Only what a caller gives decides a test; both sides of any other are taken, and where they
meet each variable is a choice that remembers which branch it is from.
"""

from __future__ import annotations

from collections.abc import Callable

from attio_scopes.model import facts as f
from attio_scopes.model import values as v
from attio_scopes.resolve.derivation import made_of_parameters
from attio_scopes.resolve.kinds import tested
from attio_scopes.resolve.machine import Frame, Machine
from attio_scopes.resolve.text import level_of
from attio_scopes.resolve.truth import truth

Names = dict[str, v.Value]
MOST_WAYS = 8


def take(frame: Frame, join: int, arms: list[tuple[int, Callable[[], bool]]]) -> bool:
    """Take each arm from the same state and join the states of those that come out at the end."""
    before, held, narrowed = dict(frame.names), frame.guards, frame.narrowing
    ends: list[tuple[frozenset[v.Guard], Names]] = []
    falling = v.NO_GUARDS
    for branch, arm in arms:
        restore(frame, before)
        guard = frozenset({(join, branch)}) if len(arms) > 1 else v.NO_GUARDS
        frame.guards, frame.narrowing = held | guard, ()
        if arm():
            falling = guard if not ends else v.NO_GUARDS
            names = dict(frame.names)
            ends.extend((allowed, names) for allowed in under(guard, frame.narrowing))
    frame.guards, frame.narrowing = held | falling, narrowed
    if not ends:
        restore(frame, before)
        return False
    restore(frame, joined(ends))
    return True


def under(guard: frozenset[v.Guard], narrowing: tuple[frozenset[v.Guard], ...]) -> tuple[frozenset[v.Guard], ...]:
    """The guards of a branch, with each of the ways in which its test comes out so."""
    return tuple(guard | allowed for allowed in narrowing) if 0 < len(narrowing) <= MOST_WAYS else (guard,)


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
    handed = _is_handed_on(test, frame)
    if handed is not None:
        return handed
    holds = truth(machine.evaluate(test, frame))
    return holds if holds is not None and (tested(test) is not None or _from_caller(machine, test, frame)) else None


def _is_handed_on(test: f.Expr, frame: Frame) -> bool | None:
    """`x is not None` where the caller hands on what it was itself given, as its own callers have to: then it is something."""
    if not isinstance(test, f.Compare) or test.right != f.Const(None) or not isinstance(test.left, f.Name) or frame.function is None:
        return None
    value = frame.names.get(test.left.id)
    own = f"{frame.module.path}:{frame.function.name}:"
    if not frame.called or not isinstance(value, v.Parameter) or not value.required or value.id.startswith(own):
        return None
    return {"is not": True, "!=": True, "is": False, "==": False}.get(test.op)


def _from_caller(machine: Machine, test: f.Expr, frame: Frame) -> bool:
    """Whether a test is about a parameter of the function at hand, or about text that was decided further up."""
    if not frame.called or frame.function is None:
        return False
    subject = _subject(test)
    if isinstance(subject, str) and subject in made_of_parameters(machine, frame.function):
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
    key = _narrowed_name(test)
    value = _held(machine, key, frame) if key is not None else None
    if key is None or not isinstance(value, v.Choice):
        return True
    before = frame.names.get(key)
    kept = []
    for option in value.options:
        frame.names[key] = option.value
        if truth(machine.evaluate(test, frame)) is not (not outcome):
            kept.append(option)
    if kept and len(kept) < len(value.options):
        frame.names[key] = v.choose(kept)
        _narrow_others(machine, frame, tuple(dict.fromkeys(option.guards for option in kept)))
    elif before is None:
        del frame.names[key]
    else:
        frame.names[key] = before
    return bool(kept)


def _held(machine: Machine, key: str, frame: Frame) -> v.Value | None:
    """A variable by its key in the frame; one of the functions around it by its name."""
    held = frame.names.get(key)
    scope = frame.scope.outer
    while held is None and scope is not None:
        if key in scope.names:
            return machine.evaluate(f.Name(key), frame)
        scope = scope.outer
    return held


def _narrowed_name(test: f.Expr) -> str | None:
    """The key of the one variable whose options decide a test: the variable itself, or what it is an item or attribute of."""
    if isinstance(test, f.Compare):
        return _narrowed_name(test.left)
    if isinstance(test, f.Invoke) and isinstance(test.func, f.Attr):
        return _narrowed_name(test.func.value)
    kind_of = tested(test)
    if kind_of is not None:
        return _narrowed_name(kind_of)
    if isinstance(test, f.Name):
        return test.id
    if isinstance(test, f.Attr) and isinstance(test.value, f.Name) and test.value.id == "self":
        return "." + test.name
    return _narrowed_name(test.value) if isinstance(test, (f.Attr, f.Item)) else None


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


def _narrow_others(machine: Machine, frame: Frame, allowed: tuple[frozenset[v.Guard], ...]) -> None:
    """Drop options of other variables that cannot occur with any of the allowed guards."""
    ways = [one | other for one in frame.narrowing or (v.NO_GUARDS,) for other in allowed if v.consistent(one, other)]
    frame.narrowing = tuple(dict.fromkeys(ways))
    names = dict(frame.names)
    scope = frame.scope.outer
    while scope is not None:
        names.update({name: machine.evaluate(f.Name(name), frame) for name, held in scope.names.items() if isinstance(held, v.Choice)})
        names.update(frame.names)
        scope = scope.outer
    for name, value in names.items():
        if isinstance(value, v.Choice):
            kept = [option for option in value.options if any(v.consistent(option.guards, guards) for guards in allowed)]
            if kept and len(kept) < len(value.options):
                frame.names[name] = v.choose(kept)
