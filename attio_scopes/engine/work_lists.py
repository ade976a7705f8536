"""Work lists: a callee's loop that takes items out of a list of its caller's, one in each round.

Takes a call and what it hands up; gives any of the items for the one that is taken, and does the rounds again as long as they put new items
in. Calls nothing itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attio_scopes.engine import bounds
from attio_scopes.engine.containers import content
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import any_of, either
from attio_scopes.engine.domain.evidence import lost
from attio_scopes.engine.domain.reasons import CHANGES
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.substitution import Call
from attio_scopes.engine.summary import Open, Send

_TAKES = frozenset({"pop", "popleft", "get", "get_nowait"})
_CUT = v.Ref(v.Site("", (0, 0, 0, 0)), "list")
"""Stands among the lists that are taken from where the rounds went on to put new items in."""


def taken(call: Call, effect: Open, callee: v.Value, args: v.Arguments) -> v.Value | None:
    """The item that a loop takes out of a list: any that is in it; None where the call takes none out of a known list in a loop."""
    if not effect.again or not isinstance(callee, v.Member) or callee.name not in _TAKES or not isinstance(callee.owner, v.Ref):
        return None
    items = _items(call.fr, callee.owner)
    if not items or args.keywords or args.open_ or any(not isinstance(one, v.Scalar) for one in args.positional):
        return None
    call.taken[callee.owner] = items
    call.fr.store(callee.owner, v.Seq("list", (), any_of(items)))  # how many are left nobody says
    if _CUT in call.taken:
        return lost(CHANGES, *items)
    return either((call.token[0], effect.places[0].span, (call.by,)), list(items))


def do_again(call: Call, effects: Sequence[Send | Open], do: Callable[[Sequence[Send | Open]], None]) -> None:
    """Do what a callee does in its loops again, as long as that puts something new into a list that they empty."""
    for number in range(bounds.ROUNDS):
        if all(_items(call.fr, one).keys() <= items.keys() for one, items in call.taken.items()):
            return
        if number == bounds.ROUNDS - 1:
            call.taken[_CUT] = {}
        call.memo.clear()
        call.guards.clear()
        do([one for one in effects if isinstance(one, Send) or one.again])


def _items(fr: Frame, owner: v.Ref) -> dict[v.Value, None]:
    """What may be in a list."""
    held = content(fr, owner)
    found: dict[v.Value, None] = {}
    for option in v.options(held):
        if isinstance(option.value, v.Seq):
            rest = v.options(option.value.rest) if option.value.rest is not None else ()
            found.update(dict.fromkeys((*option.value.items, *(one.value for one in rest))))
    return found
