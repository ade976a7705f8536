"""Compares two manifests: what changed for somebody who calls the API.

Takes two manifests, gives changes in a stable order. Titles, groups, addresses and provenance are no changes: nothing depends on them.
"""

from __future__ import annotations

from msgspec import Struct

from attio_scopes.model.endpoint import Condition, Endpoint, Manifest

KINDS = {
    "added": "added",
    "removed": "removed",
    "scopes": "scopes changed",
    "conditions": "conditions changed",
    "levels": "token levels changed",
    "deprecated": "deprecation changed",
    "parameters": "parameters changed",
    "stage": "stage or plan changed",
    "newest": "no longer, or again, in the newest reference",
}
_NONE = "none"
_IN_NEWEST = "in the newest reference"


class Change(Struct, frozen=True, order=True):
    """One change.

    Attributes:
        path, method: the endpoint.
        kind: one of `KINDS`.
        old, new: what it was and is, in one line; "" where the endpoint is not there.
        host: the endpoint's host.
    """

    path: str
    method: str
    kind: str
    old: str
    new: str
    host: str = ""


def compare(old: Manifest, new: Manifest) -> tuple[Change, ...]:
    """What changed.

    Args:
        old: before.
        new: after.

    Returns:
        the changes by kind, then path and method; empty where a caller sees no difference.
    """
    before = {(endpoint.host, endpoint.key): endpoint for endpoint in old.endpoints}
    after = {(endpoint.host, endpoint.key): endpoint for endpoint in new.endpoints}
    changes: list[Change] = []
    order = list(KINDS)
    for key in before.keys() | after.keys():
        if key not in before:
            changes.append(_change(after[key], "added", "", requirement_text(after[key])))
        elif key not in after:
            changes.append(_change(before[key], "removed", requirement_text(before[key]), ""))
        else:
            changes.extend(_differences(before[key], after[key]))
    return tuple(sorted(changes, key=lambda change: (order.index(change.kind), change)))


def grouped(changes: tuple[Change, ...]) -> tuple[tuple[str, tuple[Change, ...]], ...]:
    """The changes of each kind that there is, under its title."""
    by_kind = ((title, tuple(change for change in changes if change.kind == kind)) for kind, title in KINDS.items())
    return tuple((title, listed) for title, listed in by_kind if listed)


def requirement_text(endpoint: Endpoint) -> str:
    """`a, b`, or `target=objects: a | target=lists: b`."""
    parts = []
    for alternative in endpoint.requirement.alternatives:
        scopes = ", ".join(map(str, alternative.scopes)) or _NONE
        parts.append(f"{alternative.when.name}={alternative.when.value}: {scopes}" if alternative.when else scopes)
    return " | ".join(parts)


def conditions_text(endpoint: Endpoint) -> str:
    """`subject=record by query record_id, object; subject=entry by …`, or `none`."""
    conditions = [_condition_text(held.when) for held in endpoint.requirement.alternatives if held.when]
    return "; ".join(conditions) or _NONE


def _condition_text(when: Condition) -> str:
    keys = [f"{place} {', '.join(held)}" for place, held in (("query", when.query_keys), ("body", when.body_keys)) if held]
    return f"{when.name}={when.value}" + (f" by {' and '.join(keys)}" if keys else "")


def _differences(old: Endpoint, new: Endpoint) -> list[Change]:
    pairs = (
        ("scopes", _scopes(old), _scopes(new), requirement_text),
        ("conditions", _conditions(old), _conditions(new), conditions_text),
        ("levels", set(old.levels), set(new.levels), lambda endpoint: ", ".join(endpoint.levels) or _NONE),
        ("deprecated", old.deprecated, new.deprecated, lambda endpoint: "deprecated" if endpoint.deprecated else "not deprecated"),
        ("parameters", _parameters(old), _parameters(new), _parameters_text),
        ("stage", _stage(old), _stage(new), _stage),
        ("newest", old.in_newest, new.in_newest, lambda endpoint: _IN_NEWEST if endpoint.in_newest else f"not {_IN_NEWEST}"),
    )
    return [_change(new, kind, text(old), text(new)) for kind, before, after, text in pairs if before != after]


def _scopes(endpoint: Endpoint) -> dict[tuple[str, str], frozenset[str]]:
    """Scopes by condition; the order of alternatives means nothing."""
    return {
        (held.when.name, held.when.value) if held.when else ("", ""): frozenset(map(str, held.scopes))
        for held in endpoint.requirement.alternatives
    }


def _conditions(endpoint: Endpoint) -> set[tuple[str, str, frozenset[str], frozenset[str]]]:
    return {
        (held.when.name, held.when.value, frozenset(held.when.query_keys), frozenset(held.when.body_keys))
        for held in endpoint.requirement.alternatives
        if held.when
    }


def _stage(endpoint: Endpoint) -> str:
    """`alpha, on request, Enterprise plan`, or `none`."""
    return (
        ", ".join(
            [*([endpoint.stage] if endpoint.stage else []), *(["on request"] if endpoint.on_request else []), *sorted(endpoint.plans)]
        )
        or _NONE
    )


def _parameters(endpoint: Endpoint) -> list[tuple[str, frozenset[str]]]:
    """The parameters in the template's order; the order of their values means nothing."""
    return [(parameter.name, frozenset(parameter.values)) for parameter in endpoint.parameters]


def _parameters_text(endpoint: Endpoint) -> str:
    return ", ".join(f"{p.name} ({', '.join(p.values)})" if p.values else p.name for p in endpoint.parameters) or _NONE


def _change(endpoint: Endpoint, kind: str, old: str, new: str) -> Change:
    return Change(endpoint.path, endpoint.method, kind, old, new, endpoint.host)
