"""The catalogue of scopes: those that the documents' OAuth flows list, by date, and those that operations need.

Takes documents, what the operations need, and the catalogue of an earlier manifest; gives rows in the manifest's form. The newest list
says which scopes there are; a resource that only an older one has is kept with the date since which it is not listed. Never describes
a scope: words for people stand in rules/scopes.yaml.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from attio_scopes.manifest.openapi import mapping
from attio_scopes.manifest.source import Document
from attio_scopes.model.scope import Scope, ScopeSet

Accesses = dict[str, set[str]]
"""The accesses of each resource."""
_ORDER = ("read", "read-write")


def listed_scopes(document: Document) -> tuple[Accesses, tuple[str, ...]]:
    """The scopes that a document's OAuth 2.0 flows list.

    Args:
        document: any OpenAPI document.

    Returns:
        the accesses by resource, empty where the document has no such list; and names in the list that are no `resource:access`.
    """
    found: Accesses = {}
    strange: list[str] = []
    schemes = mapping(mapping(document.content.get("components")).get("securitySchemes"))
    for flow in (flow for scheme in schemes.values() for flow in mapping(mapping(scheme).get("flows")).values()):
        for name in mapping(mapping(flow).get("scopes")):
            try:
                scope = Scope.parse(str(name))
            except ValueError:
                strange.append(str(name))
                continue
            found.setdefault(scope.resource, set()).add(str(scope.access))
    return found, tuple(strange)


def catalogue(documents: Sequence[Document], needed: Iterable[Scope], earlier: Sequence[dict[str, Any]] = ()) -> list[dict[str, Any]]:
    """The rows of the manifest's `scopes`.

    Args:
        documents: the newest first.
        needed: the scopes that some operation needs.
        earlier: the rows of an earlier manifest, for what the documents do not list.

    Returns:
        a row for each resource, sorted.
    """
    lists = [(document, listed) for document in documents if (listed := listed_scopes(document)[0])]
    wanted = _accesses(needed)
    before = {str(row["resource"]): row for row in earlier}
    newest: Accesses = {}
    for document, listed in lists:
        if document.date == lists[0][0].date:
            for resource, accesses in listed.items():
                newest.setdefault(resource, set()).update(accesses)
    rows = []
    for resource in sorted({*wanted, *before, *(name for _, listed in lists for name in listed)}):
        old = before.get(resource, {})
        current = newest.get(resource, set()) | wanted.get(resource, set())
        row: dict[str, Any] = {"resource": resource}
        if not lists and old:
            row |= old | {"accesses": _sorted(current | set(old["accesses"]))}
        elif current:
            row["accesses"] = _sorted(current)
        else:
            known = next((listed[resource] for _, listed in lists if resource in listed), set(old.get("accesses", ())))
            row |= {"accesses": _sorted(known), "absent_since": old.get("absent_since") or _absent_since(resource, lists)}
        read_from = {document.id: _sorted(listed[resource]) for document, listed in lists if resource in listed}
        rows.append(row | ({"read_from": read_from} if read_from else {}))
    return rows


def _absent_since(resource: str, lists: Sequence[tuple[Document, Accesses]]) -> str:
    """The date of the oldest list that lacks the resource and is newer than every list that has it."""
    date = ""
    for document, listed in lists:
        if resource in listed:
            break
        date = document.date
    return date


def _accesses(scopes: Iterable[Scope]) -> Accesses:
    found: Accesses = {}
    for scope in ScopeSet(frozenset(scopes)):
        found.setdefault(scope.resource, set()).add(str(scope.access))
    return found


def _sorted(accesses: Iterable[str]) -> list[str]:
    return [access for access in _ORDER if access in set(accesses)]
