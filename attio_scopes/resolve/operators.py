"""Operators on objects: what the special methods of the project's classes make of `x[i]`, `x / y` and `f"{x}"`.

Takes an object and what stands beside it and gives what its class's method gives, or None where the class has none.
"""

from __future__ import annotations

from attio_scopes.model import facts as f
from attio_scopes.model import values as v
from attio_scopes.resolve.lineage import find_method
from attio_scopes.resolve.machine import Frame, Machine

_SPECIAL = {"/": "__truediv__", "+": "__add__", "%": "__mod__", "|": "__or__", "//": "__floordiv__", ">>": "__rshift__"}


def special(machine: Machine, owner: v.Value, name: str, given: tuple[v.Value, ...], frame: Frame) -> v.Value | None:
    """What a special method of an object gives.

    Args:
        machine: the state.
        owner: the object.
        name: of the method, `__getitem__`.
        given: its arguments.
        frame: where it is used.

    Returns:
        the answer; None where the value is no object of the project's or has no such method.
    """
    if isinstance(owner, v.Choice):
        found = [(option.guards, special(machine, option.value, name, given, frame)) for option in owner.options]
        kept = [v.Option(guards, value) for guards, value in found if value is not None]
        return v.choose(kept) if len(kept) == len(found) else None
    method = find_method(machine, owner.cls, name) if isinstance(owner, v.Instance) else None
    if method is None or machine.stack.count(method) > 1:
        return None
    return machine.call(v.Function(method, owner), v.Arguments(given), frame, f.NO_SPAN)


def applied(machine: Machine, op: str, left: v.Value, right: v.Value, frame: Frame) -> v.Value | None:
    """`left op right` where the class of `left` says what that is."""
    return special(machine, left, _SPECIAL[op], (right,), frame) if op in _SPECIAL else None


def as_text(machine: Machine, value: v.Value, frame: Frame) -> v.Value:
    """A value as it stands in an f-string: what `__str__` of its class gives, else the value itself."""
    return special(machine, value, "__str__", (), frame) or value
