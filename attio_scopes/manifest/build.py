"""Builds the data of a scope manifest from OpenAPI documents.

Takes documents, the leading one first; gives plain data in the manifest's form (rules/schema/manifest.schema.json). Never writes
anything, and gives the same data for the same documents whatever the order they were named in.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from attio_scopes.manifest.combine import Combined, combine
from attio_scopes.manifest.oauth import GUIDES, OAuthEndpoint, read_oauth
from attio_scopes.manifest.openapi import Operation, read_operations
from attio_scopes.manifest.source import Document
from attio_scopes.model.endpoint import Alternative
from attio_scopes.model.errors import UserError

SCHEMA_VERSION = 1
# Where a document names no server. The tool is about one API; a document of it without a server is about that one.
DEFAULT_HOST = "api.attio.com"
# The references link to their own pages by path only; this is the site that serves them, by API host.
DOCUMENTATION_SITES = {"api.attio.com": "https://docs.attio.com"}
_PAGE = re.compile(r"\((/[a-z0-9/-]+)\)")


def build_manifest(documents: Sequence[Document]) -> dict[str, Any]:
    """The manifest's data.

    Args:
        documents: the sources, the leading one first (`read_documents` orders them so).

    Returns:
        the data, in the order in which it is written.

    Raises:
        UserError: a document says what a manifest cannot hold, or there is no operation at all.
    """
    read: list[tuple[Operation, ...]] = []
    problems: list[str] = []
    for document in documents:
        try:
            read.append(read_operations(document))
        except UserError as error:
            problems.extend(error.problems)
    if problems:
        raise UserError(*problems)
    host = next((operation.host for operations in read for operation in operations if operation.host), DEFAULT_HOST)
    grouped: dict[tuple[str, str, str], list[Operation]] = {}
    for operations in read:
        for operation in operations:
            method, named, shape = operation.shape
            grouped.setdefault((method, named or host, shape), []).append(operation)
    if not grouped:
        raise UserError("the sources hold no operation: `paths` is empty")
    roots = _page_roots(documents, read)
    entries: list[dict[str, Any]] = []
    notes: list[str] = []
    unstated: list[str] = []
    for key in sorted(grouped, key=lambda k: (grouped[k][0].path, k[0], k[1])):
        operations = tuple(grouped[key])
        combined = combine(operations)
        entries.append(_entry(operations, combined, key[1], host, roots))
        notes.extend(combined.notes)
        unstated += [] if combined.stated else [f"{operations[0].method} {operations[0].path}"]
    oauth = {(e.method, e.host, e.path): e for document in reversed(documents) for e in read_oauth(document)}
    entries.extend(_oauth_entry(endpoint, host) for endpoint in oauth.values())
    entries.sort(key=lambda entry: (entry["path"], entry["method"], entry.get("host", host)))
    return _whole(documents, [len(operations) for operations in read], list(oauth.values()), host, entries, notes, unstated)


def _whole(
    documents: Sequence[Document],
    counts: list[int],
    oauth: list[OAuthEndpoint],
    host: str,
    entries: list[dict[str, Any]],
    notes: list[str],
    unstated: list[str],
) -> dict[str, Any]:
    """The manifest around its entries."""
    sources = [
        {"id": document.id, "date": document.date, "title": document.title, "operations": count, "sha256": document.sha256}
        for document, count in zip(documents, counts, strict=True)
    ]
    used = {endpoint.source for endpoint in oauth}
    guides = [{"id": guide.id, "date": guide.date, "title": guide.title} for guide in GUIDES.values() if guide.id in used]
    title = next((document.title for document in documents if document.title), "API")
    return {
        "schema_version": SCHEMA_VERSION,
        "version": max(document.date for document in documents),
        "source": f"{title} ({', '.join(document.id for document in documents)})",
        "host": host,
        "sources": [*sources, *guides],
        "unstated": unstated,
        "disagreements": notes,
        "endpoints": entries,
    }


def _entry(operations: tuple[Operation, ...], combined: Combined, host: str, default: str, roots: dict[str, str]) -> dict[str, Any]:
    """One endpoint; keys that say nothing are left out."""
    lead = operations[0]
    entry: dict[str, Any] = {"method": lead.method, "path": lead.path}
    if host != default:
        entry["host"] = host
    entry["summary"] = next((operation.summary for operation in operations if operation.summary), "")
    entry["tag"] = next((operation.tag for operation in operations if operation.tag), "")
    docs = _page(operations, entry["tag"], entry["summary"], roots, host)
    entry |= {"docs": docs} if docs else {}
    entry |= {"deprecated": True} if lead.deprecated else {}
    parameters = []
    for position, (name, _) in enumerate(lead.values):
        values = list(dict.fromkeys(value for operation in operations for value in operation.values[position][1]))
        parameters.append({"name": name, "values": values} if values else {"name": name})
    entry |= {"parameters": parameters} if parameters else {}
    entry |= {"levels": list(combined.levels)} if combined.levels else {}
    entry["requires"] = [_alternative(alternative) for alternative in combined.requirement.alternatives]
    entry["read_from"] = combined.read_from
    return entry


def _alternative(alternative: Alternative) -> dict[str, Any]:
    scopes = [str(scope) for scope in alternative.scopes]
    if alternative.when is None:
        return {"scopes": scopes}
    when: dict[str, Any] = {alternative.when.name: alternative.when.value}
    written: dict[str, Any] = {"when": when}
    if alternative.when.query_keys:
        written["query"] = list(alternative.when.query_keys)
    if alternative.when.body_keys:
        written["body"] = list(alternative.when.body_keys)
    return {**written, "scopes": scopes}


def _oauth_entry(endpoint: OAuthEndpoint, default: str) -> dict[str, Any]:
    entry: dict[str, Any] = {"method": endpoint.method, "path": endpoint.path}
    if endpoint.host != default:
        entry["host"] = endpoint.host
    entry |= {"summary": endpoint.summary, "tag": "OAuth"}
    docs = GUIDES[endpoint.host].docs.get(endpoint.path, "") if endpoint.host in GUIDES else ""
    entry |= {"docs": docs} if docs else {}
    return {**entry, "oauth": True, "requires": [{"scopes": []}], "read_from": {endpoint.source: {"oauth": endpoint.place}}}


def _page_roots(documents: Sequence[Document], read: Sequence[tuple[Operation, ...]]) -> dict[str, str]:
    """Where each document's pages are, seen in the links among its own descriptions: one that ends in the tag and title of one of its
    operations shows the folder of them all.

    Returns:
        folder by document id; a document without such a link has none.
    """
    roots: dict[str, str] = {}
    for document, operations in zip(documents, read, strict=True):
        links = set(_PAGE.findall(json.dumps(document.content, default=str)))
        for operation in operations:
            ending = _page_name(operation.tag, operation.summary)
            root = next((link[: -len(ending)] for link in sorted(links) if ending and link.endswith(ending)), "")
            if root:
                roots[document.id] = root
                break
    return roots


def _page(operations: tuple[Operation, ...], tag: str, summary: str, roots: dict[str, str], host: str) -> str:
    """The address of an endpoint's page, or "" where it cannot be derived or the leading document has no page of it."""
    lead = operations[0]
    given = next((operation.docs for operation in operations if operation.docs), "")
    if given or lead.hidden or lead.document not in roots or host not in DOCUMENTATION_SITES:
        return given
    ending = _page_name(tag, summary)
    return DOCUMENTATION_SITES[host] + roots[lead.document] + ending if ending else ""


def _page_name(tag: str, summary: str) -> str:
    """`/tag/title` in the form that the site gives them: lower case, every run of other characters a hyphen."""
    parts = [re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") for text in (tag, summary)]
    return "/" + "/".join(parts) if all(parts) else ""
