"""Inventory: what the calls need of each token, with the places. Takes calls and declared tokens, gives inventories."""

from __future__ import annotations

from collections.abc import Sequence

from attio_scopes.judge.bind import bind
from attio_scopes.judge.needs import readings, required_scopes, sufficient_scopes
from attio_scopes.model.call import Call
from attio_scopes.model.config import Token
from attio_scopes.model.inventory import Inventory, Need, NeededScope
from attio_scopes.model.scope import Scope, ScopeSet


def inventory(calls: Sequence[Call], tokens: Sequence[Token]) -> tuple[Inventory, ...]:
    """What the code needs.

    Args:
        calls: of the project, sorted.
        tokens: the declared ones; which scopes they have does not matter.

    Returns:
        an inventory for each token; one for all calls where fewer than two are declared. A call of which nothing says
        which token it uses counts as possible for each.
    """
    if len(tokens) < 2:
        return (_inventory(tokens[0].name if tokens else "default", calls, ()),)
    bindings = [(call, bind(call, tokens)) for call in calls]
    return tuple(
        _inventory(
            token.name,
            [call for call, binding in bindings if binding.certain and token in binding.tokens],
            [call for call, binding in bindings if not binding.certain],
        )
        for token in tokens
    )


def _inventory(name: str, own: Sequence[Call], perhaps: Sequence[Call]) -> Inventory:
    required = required_scopes(own)
    enough, every = sufficient_scopes(own)
    beyond = every.union(scope for call in perhaps for _match, alternative in readings(call) for scope in alternative.scopes)
    possible = ScopeSet(frozenset(enough.uncovered(beyond.least())))
    return Inventory(
        name,
        tuple(NeededScope(scope, scope in required, _needs(scope, own)) for scope in enough),
        tuple(NeededScope(scope, False, _needs(scope, [*own, *perhaps])) for scope in possible),
    )


def _needs(scope: Scope, calls: Sequence[Call]) -> tuple[Need, ...]:
    """The calls that need exactly this scope: those content with less are no reason for it."""
    found = []
    for call in calls:
        keys = dict.fromkeys(match.endpoint.key for match, alternative in readings(call) if scope in alternative.scopes)
        if keys:
            found.append(Need(call.site.place, tuple(keys)))
    return tuple(sorted(found))
