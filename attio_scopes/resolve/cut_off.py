"""What was cut off: calls that were not followed, because a bound was reached.

Takes a call and the values it was given; reports it as unresolved where it was given something of Attio's: an address, an object that
holds one, a function that is known to send what its callers decide. What such a function sends in general is asked of the machine.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from attio_scopes.model import values as v
from attio_scopes.model.beginnings import beginning
from attio_scopes.model.call import Reading
from attio_scopes.model.parts import held_by
from attio_scopes.model.path import Hole, Literal, Piece, render, take_apart
from attio_scopes.resolve.lineage import lineage
from attio_scopes.resolve.machine import MOST_FRAMES, TOO_DEEP, Escape, Frame, Machine
from attio_scopes.resolve.requests import API_HOST, settle

MOST_LOOKED_AT = 500


def settle_cut_off(machine: Machine) -> None:
    """Report what the noted calls may have sent, once it is known which functions send."""
    for (path, span), (function, module, values, reason) in sorted(machine.cut_off.items(), key=lambda item: item[0]):
        url = address_in(machine, values, reason)
        if url is not None and path == module.path:
            settle(machine, Frame(module, v.Scope({}, None, module), function), span, (not_followed(url, reason),), down=False)


def not_followed(url: tuple[Piece, ...], reason: str) -> Escape:
    """The request that a call may send which was not followed."""
    return Escape(Reading(None, url, None, None), 0, "unknown", (), (), reason)


def address_in(machine: Machine, values: Iterable[v.Value | None], reason: str) -> tuple[Piece, ...] | None:
    """The beginning of Attio's address that values hold, or lead to; None where they have nothing of Attio's."""
    pending = [value for value in values if value is not None]
    for _ in range(MOST_LOOKED_AT):
        if not pending:
            return None
        value = pending.pop()
        if isinstance(value, v.Text) and take_apart(value.pieces).host in machine.hosts:
            return beginning(value.pieces, reason)
        if (isinstance(value, v.Function) and value.target in machine.passing_on) or (
            isinstance(value, v.Instance) and any(_methods_send(machine, value))
        ):
            return (Literal(f"https://{API_HOST}/"), Hole("path", reason))
        pending.extend(held_by(value))
    return None


def _methods_send(machine: Machine, value: v.Instance) -> Iterable[bool]:
    return (method in machine.passing_on for cls in lineage(machine, value.cls) for method in cls.methods.values())


def texts_of(args: v.Arguments | None) -> tuple[str | None, ...]:
    """The texts among arguments, as far as they are part of a path: a recursion that hands on others each time sends other requests."""
    given = (*args.positional, *(value for _, value in sorted(args.keywords, key=lambda item: item[0]))) if args is not None else ()
    return tuple(render(value.pieces).partition("?")[0] if isinstance(value, v.Text) else None for value in given)


def may_go_on(machine: Machine, target: v.Function, args: v.Arguments | None) -> bool:
    """Whether a call below the usual depth is followed all the same: it carries something of Attio's, which must not be lost."""
    return len(machine.stack) < 2 * MOST_FRAMES and _carried(machine, target, args) is not None


def sent_below(machine: Machine, target: v.Function, args: v.Arguments | None) -> tuple[Escape, ...]:
    """What a function sends that is called too far down to follow: it is unresolved, at the call of it."""
    v.LOST.add(TOO_DEEP)
    bound = v.Instance(target.bound.cls) if isinstance(target.bound, v.Instance) else target.bound
    general = v.Function(target.target, bound, target.scope)
    found = machine.memo.get((general, None, 0))
    if found is None and len(machine.stack) < 2 * MOST_FRAMES and machine.stack.count(target.target) == 0:
        found = machine.evaluate_general(general, MOST_FRAMES)
    if found is not None and found.escapes:
        return tuple(replace(escape, level=0, reason=TOO_DEEP) for escape in found.escapes)
    url = _carried(machine, target, args)
    return (not_followed(url, TOO_DEEP),) if url is not None else ()


def _carried(machine: Machine, target: v.Function, args: v.Arguments | None) -> tuple[Piece, ...] | None:
    given = (*args.positional, *(value for _, value in args.keywords)) if args is not None else ()
    return address_in(machine, (target.bound, *given), TOO_DEEP)
