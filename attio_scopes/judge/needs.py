"""What calls need, as sets of scopes: certainly, or under some reading. Takes calls, gives scopes; knows no token.

A call's *readings* are all pairs of an endpoint that it may reach and an alternative of that endpoint's requirement that
may apply to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attio_scopes.model.call import Call, EndpointMatch
from attio_scopes.model.endpoint import Alternative
from attio_scopes.model.scope import Scope, ScopeSet

Reading = tuple[EndpointMatch, Alternative]


def readings(call: Call) -> tuple[Reading, ...]:
    """Every reading of a call; none unless it is resolved."""
    return tuple((match, alternative) for match in call.matches for alternative in match.alternatives)


def certain_scopes(call: Call) -> ScopeSet:
    """The scopes that a call needs whatever turns out at run time.

    Several endpoints of one call are a choice that the code really makes (an `if`, a loop over paths): each may happen,
    so the scopes of all of them are needed. Several alternatives of one endpoint are a question that the source does not
    answer (record or list entry): only what all of them need is certain.

    Args:
        call: any call.

    Returns:
        the least such set; empty unless the call is resolved.
    """
    needed: set[Scope] = set()
    for match in call.matches:
        needed.update(shared([alternative.scopes for alternative in match.alternatives]))
    return ScopeSet(frozenset(needed)).least()


def possible_scopes(call: Call) -> ScopeSet:
    """The scopes that a call needs under some reading: a set that is enough for all of them."""
    return ScopeSet(frozenset(scope for _match, alternative in readings(call) for scope in alternative.scopes)).least()


def shared(sets: Sequence[Iterable[Scope]]) -> tuple[Scope, ...]:
    """What every one of the sets needs: of a resource that all name, the narrowest access that one of them is content with."""
    if not sets:
        return ()
    widest = [ScopeSet(frozenset(scopes)).least() for scopes in sets]
    candidates = {scope for scopes in widest for scope in scopes}
    return tuple(sorted(scope for scope in candidates if all(scopes.covers(scope) for scopes in widest)))


def required_scopes(calls: Iterable[Call]) -> ScopeSet:
    """The least set that the certain needs of all calls come to."""
    return ScopeSet(frozenset(scope for call in calls for scope in certain_scopes(call))).least()


def sufficient_scopes(calls: Iterable[Call]) -> tuple[ScopeSet, ScopeSet]:
    """A set to declare so that no call is refused under every reading, and what would cover every reading.

    Args:
        calls: of the project.

    Returns:
        (the required scopes, and for each call that no reading of is covered by them, those of all its readings;
        the least set that covers every reading of every call).
    """
    resolved = list(calls)
    required = required_scopes(resolved)
    enough = required
    for call in resolved:
        ways = readings(call)
        if ways and not any(required.covers_all(alternative.scopes) for _match, alternative in ways):
            enough = enough.union(possible_scopes(call))
    every = required.union(scope for call in resolved for scope in possible_scopes(call))
    return enough.least(), every.least()
