"""Guards: which tests can come out how together.

Takes sets of guards; says whether they can hold together, and makes fewer of them that say the same. Knows no value but by what it is equal
to.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from attio_scopes.engine.domain import values as v


def consistent(one: v.Guards, other: v.Guards) -> bool:
    """Whether two sets of guards can hold together."""
    return not one or not other or one is other or _consistent(one, other)


def possible(guards: v.Guards) -> bool:
    """Whether guards can hold together."""
    return len(guards) < 2 or _outcomes(guards) is not None


@lru_cache(maxsize=65_536)
def _consistent(one: v.Guards, other: v.Guards) -> bool:
    some, others = _outcomes(one), _outcomes(other)
    if some is None or others is None:
        return False
    less, more = (some, others) if len(some) <= len(others) else (others, some)
    return all(more.get(test, outcome) == outcome for test, outcome in less.items())


@lru_cache(maxsize=65_536)
def _outcomes(guards: v.Guards) -> dict[v.Guard, Any] | None:
    """How each test came out, and what each value is that is told by one; None where they contradict each other."""
    found: dict[v.Guard, Any] = {}
    for guard in guards:
        outcome = guard.outcome
        if found.setdefault(v.Guard(guard.kind, guard.about, None, guard.than), outcome) != outcome:
            return None
        if guard.kind == "eq" and outcome is True and found.setdefault(v.Guard("is", guard.about, None), guard.than) != guard.than:
            return None
    return found


@lru_cache(maxsize=65_536)
def simplified(ways: tuple[v.Guards, ...]) -> tuple[v.Guards, ...]:
    """Fewer sets of guards that hold together as often as these: what holds whether a test is true or false does not ask for it."""
    held = dict.fromkeys(ways)
    pending = list(ways)
    asked = frozenset[v.Guard]().union(*ways)
    tests = (guard for guard in asked if guard.outcome is True or guard.outcome is False)
    opposite = {one: other for one in tests if (other := v.Guard(one.kind, one.about, not one.outcome, one.than)) in asked}
    while pending and opposite:
        way = pending.pop()
        if way not in held:
            continue
        for guard in way:
            if guard in opposite:
                without = way - {guard}
                against = without | {opposite[guard]}
                if against in held:
                    del held[way], held[against]
                    if without not in held:
                        held[without] = None
                        pending.append(without)
                    break
    if v.NO_GUARDS in held:
        return (v.NO_GUARDS,)
    return tuple(way for way in held if not any(other < way for other in held))
