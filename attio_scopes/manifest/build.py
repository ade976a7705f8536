"""Builds the data of a scope manifest from OpenAPI documents.

Takes documents, the newest first; gives plain data in the manifest's form (rules/schema/manifest.schema.json). What only an older
document has is kept where no newer one covers that part of the API, and marked. Never writes anything, and gives the same data for the
same documents whatever the order they were named in.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from msgspec import Struct

from attio_scopes.manifest.catalogue import catalogue, listed_scopes
from attio_scopes.manifest.combine import Combined, combine, listed_values
from attio_scopes.manifest.coverage import Part, parts_of, shared
from attio_scopes.manifest.decode import UNCONFIRMED
from attio_scopes.manifest.oauth import GUIDES, OAuthEndpoint, read_oauth
from attio_scopes.manifest.openapi import TEMPLATE_PARAMETER, Operation, read_operations
from attio_scopes.manifest.source import Document
from attio_scopes.model.endpoint import Alternative, SourceFacts
from attio_scopes.model.errors import UserError
from attio_scopes.model.scope import Scope

SCHEMA_VERSION = 1
# Where a document names no server. The tool is about one API; a document of it without a server is about that one.
DEFAULT_HOST = "api.attio.com"
OAUTH_TAG = "OAuth"
# The references link to their own pages by path only; this is the site that serves them, by API host.
DOCUMENTATION_SITES = {"api.attio.com": "https://docs.attio.com"}
_PAGE = re.compile(r"\((/[a-z0-9/-]+)\)")


def build_manifest(
    documents: Sequence[Document], known: Mapping[str, SourceFacts] = MappingProxyType({}), earlier: Sequence[dict[str, Any]] = ()
) -> dict[str, Any]:
    """The manifest's data.

    Args:
        documents: the sources, the newest first (`read_documents` orders them so).
        known: what is known of sources beyond what they say, by the digest of their bytes.
        earlier: data of other manifests, from which parts of the API are taken over that no document covers; the first that has one wins.

    Returns:
        the data, in the order in which it is written.

    Raises:
        UserError: a document says what a manifest cannot hold, or there is no operation at all.
    """
    sources = _read(documents, known)
    host = next((operation.host for source in sources for operation in source.operations if operation.host), DEFAULT_HOST)
    built = _Building(sources, host)
    if not built.grouped:
        raise UserError("the sources hold no operation: `paths` is empty")
    built.take()
    for data in earlier:
        built.carry(data)
    return built.whole(next((list(data.get("scopes") or ()) for data in earlier if data.get("scopes")), []))


class _Source(Struct, frozen=True):
    """A document, its operations, its OAuth endpoints, and what is known of it."""

    document: Document
    operations: tuple[Operation, ...]
    oauth: tuple[OAuthEndpoint, ...]
    facts: SourceFacts

    def parts(self, host: str) -> frozenset[Part]:
        """The parts of the API that it covers."""
        parts = [parts_of(operation.host or host, operation.path, operation.tag) for operation in self.operations]
        parts += [parts_of(endpoint.host, endpoint.path, OAUTH_TAG) for endpoint in self.oauth]
        return frozenset(part for found in parts for part in found)


def _read(documents: Sequence[Document], known: Mapping[str, SourceFacts]) -> list[_Source]:
    """Every document with its operations; all problems at once."""
    sources: list[_Source] = []
    problems: list[str] = []
    for document in documents:
        facts = known.get(document.sha256) or SourceFacts(document.derived_from)
        try:
            sources.append(_Source(document, read_operations(document), read_oauth(document), facts))
        except UserError as error:
            problems.extend(error.problems)
    if problems:
        raise UserError(*problems)
    return sources


class _Building:
    """A manifest in the making: its entries, and what is to be said of them."""

    def __init__(self, sources: Sequence[_Source], host: str) -> None:
        self.sources = sources
        self.host = host
        self.roots = _page_roots(sources)
        self.entries: list[dict[str, Any]] = []
        self.disagreements: list[str] = []
        self.unstated: list[str] = []
        self.left_out: list[str] = []
        self.carried: dict[str, dict[str, Any]] = {}
        self.grouped: dict[tuple[str, str, str], list[Operation]] = {}
        for source in sources:
            for operation in source.operations:
                method, named, shape = operation.shape
                self.grouped.setdefault((method, named or host, shape), []).append(operation)

    def take(self) -> None:
        """Make the entries of all operations, and those of OAuth."""
        newest = self.sources[0].document.date
        for key in sorted(self.grouped, key=lambda k: (self.grouped[k][0].path, k[0], k[1])):
            operations = tuple(self.grouped[key])
            lead = operations[0]
            coverer = self._covered_by(lead, key[1])
            if coverer:
                self.left_out.append(f"{lead.method} {lead.path}: only in {lead.document}; {coverer} without it")
                continue
            combined = combine(operations)
            entry = self._entry(operations, combined, key[1])
            if lead.date != newest:
                entry = {name: entry[name] for name in entry if name not in ("requires", "read_from")} | {
                    "not_in_newest": True,
                    "requires": entry["requires"],
                    "read_from": entry["read_from"],
                }
            self.entries.append(entry)
            self.disagreements.extend(combined.notes)
            self.unstated += [] if combined.stated else [f"{lead.method} {lead.path}"]
        oauth = {(e.method, e.host, e.path): e for source in reversed(self.sources) for e in source.oauth}
        self.entries.extend(_oauth_entry(endpoint, self.host) for endpoint in oauth.values())

    def _covered_by(self, lead: Operation, host: str) -> str:
        """Which newer document has the operation's part of the API, in words; "" where none has."""
        mine = parts_of(host, lead.path, lead.tag)
        for source in self.sources:
            if source.document.date <= lead.date:
                return ""
            part = shared(mine, source.parts(self.host))
            if part:
                return f"the newer {source.document.id} covers {part}"
        return ""

    def carry(self, data: dict[str, Any]) -> None:
        """Take over, from an earlier manifest, endpoints of parts that nothing here covers, and of others what no document says."""
        covered = frozenset(part for source in self.sources for part in source.parts(self.host))
        have = {self._key(entry, self.host): entry for entry in self.entries}
        for entry in data["endpoints"]:
            key = self._key(entry, data["host"])
            if key in have and key in self.grouped:
                _fill(have[key], entry, self.grouped[key])
        taken = [
            entry
            for entry in data["endpoints"]
            if self._key(entry, data["host"]) not in have
            and not shared(covered, parts_of(entry.get("host") or data["host"], entry["path"], entry.get("tag", "")))
        ]
        for entry in taken:
            host = entry.get("host") or data["host"]
            copy = {name: value for name, value in entry.items() if name not in ("host", "not_in_newest", "requires", "read_from")}
            mark = {} if entry.get("oauth") else {"not_in_newest": True}
            rest = {name: entry[name] for name in ("requires", "read_from") if name in entry}
            self.entries.append(copy | ({"host": host} if host != self.host else {}) | mark | rest)
        keys = {f"{entry['method']} {entry['path']}" for entry in taken}
        self.unstated += [key for key in data.get("unstated") or () if key in keys]
        used = {source for entry in taken for source in entry.get("read_from") or ()}
        used |= {source for row in data.get("scopes") or () for source in row.get("read_from") or ()}
        for source in data["sources"]:
            if source["id"] in used and source["id"] not in self.carried:
                self.carried[source["id"]] = source

    def _key(self, entry: dict[str, Any], host: str) -> tuple[str, str, str]:
        """As `grouped` has it."""
        return entry["method"], entry.get("host") or host, TEMPLATE_PARAMETER.sub("{}", entry["path"])

    def _entry(self, operations: tuple[Operation, ...], combined: Combined, host: str) -> dict[str, Any]:
        """One endpoint; keys that say nothing are left out."""
        lead = operations[0]
        entry: dict[str, Any] = {"method": lead.method, "path": lead.path}
        if host != self.host:
            entry["host"] = host
        entry["summary"] = next((operation.summary for operation in operations if operation.summary), "")
        entry["tag"] = next((operation.tag for operation in operations if operation.tag), "")
        docs = _page(operations, entry["tag"], entry["summary"], self.roots, host)
        entry |= {"docs": docs} if docs else {}
        entry |= {"deprecated": True} if lead.deprecated else {}
        entry |= _what_else(operations)
        parameters = []
        for position, (name, _) in enumerate(lead.values):
            values = list(listed_values(operations, position))
            parameters.append({"name": name, "values": values} if values else {"name": name})
        entry |= {"parameters": parameters} if parameters else {}
        entry |= {"levels": list(combined.levels)} if combined.levels else {}
        entry["requires"] = [_alternative(alternative) for alternative in combined.requirement.alternatives]
        entry["read_from"] = combined.read_from
        confirmed = {source.document.id: source.facts.confirmed for source in self.sources}
        for document, said in entry["read_from"].items():
            if (keys := confirmed[document]) is not None:
                said["scopes"] = "confirmed" if f"{lead.method} {lead.path}" in keys else UNCONFIRMED
        return entry

    def whole(self, earlier_scopes: Sequence[dict[str, Any]]) -> dict[str, Any]:
        """The manifest around its entries."""
        documents = [source.document for source in self.sources]
        needed = [Scope.parse(text) for entry in self.entries for held in entry["requires"] for text in held["scopes"]]
        scopes = catalogue(documents, needed, earlier_scopes)
        title = next((document.title for document in documents if document.title), "API")
        for document in documents:
            self.left_out += [f"scope {name}: {document.id} lists it; it is no resource:access" for name in listed_scopes(document)[1]]
        return {
            "schema_version": SCHEMA_VERSION,
            "version": max(document.date for document in documents),
            "source": f"{title} ({', '.join(document.id for document in documents)})",
            "host": self.host,
            "sources": [*map(_source_row, self.sources), *self._other_sources()],
            "unstated": self.unstated,
            "left_out": self.left_out,
            "disagreements": self.disagreements,
            "scopes": scopes,
            "endpoints": sorted(self.entries, key=lambda entry: (entry["path"], entry["method"], entry.get("host", self.host))),
        }

    def _other_sources(self) -> list[dict[str, Any]]:
        """Pages about OAuth that were used, and the sources of what was taken over."""
        ours = {source.document.id for source in self.sources}
        used = {endpoint.source for source in self.sources for endpoint in source.oauth}
        guides = {
            guide.id: {"id": guide.id, "date": guide.date, "title": guide.title, "derived_from": guide.derived_from}
            for guide in GUIDES.values()
            if guide.id in used
        }
        return [row for name, row in (guides | self.carried).items() if name not in ours]


def _what_else(operations: tuple[Operation, ...]) -> dict[str, Any]:
    """What else the newest documents say that decides a refusal. Where they list no answers, an older one's codes are taken."""
    newest = [operation for operation in operations if operation.date == operations[0].date]
    said = [operation.prose for operation in newest]
    replaced_by = next((prose.replaced_by for prose in said if prose.replaced_by), "")
    stage = next((prose.stage for prose in said if prose.stage), "")
    plans = list(dict.fromkeys(plan for prose in said for plan in prose.plans))
    listed = next((operation.refusals for operation in operations if operation.refusals), ())
    refusals = sorted({*listed, *("billing_error" for prose in said if prose.billing_error)})
    whole = {
        "replaced_by": replaced_by,
        "stage": stage,
        "on_request": any(prose.on_request for prose in said),
        "plans": plans,
        "refusals": refusals,
    }
    return {key: value for key, value in whole.items() if value}


def _fill(entry: dict[str, Any], earlier: dict[str, Any], operations: Sequence[Operation]) -> None:
    """What no document says of an endpoint, from an earlier manifest: values of parameters, the keys that decide a subject, its page."""
    if "docs" in earlier:
        entry.setdefault("docs", earlier["docs"])
    for parameter, known in zip(entry.get("parameters", ()), earlier.get("parameters") or (), strict=False):
        if "values" in known:
            parameter.setdefault("values", known["values"])
    if any(operation.query or operation.body for operation in operations):
        return
    keys = {json.dumps(held["when"]): held for held in earlier["requires"] if "when" in held}
    for held in entry["requires"]:
        known = keys.get(json.dumps(held.get("when")), {})
        scopes = held.pop("scopes")
        held |= {place: known[place] for place in ("query", "body") if place in known} | {"scopes": scopes}


def _source_row(source: _Source) -> dict[str, Any]:
    document = source.document
    listed = sum(len(accesses) for accesses in listed_scopes(document)[0].values())
    row: dict[str, Any] = {"id": document.id, "date": document.date, "title": document.title, "operations": len(source.operations)}
    row |= {"scopes": listed} if listed else {}
    row["sha256"] = document.sha256
    return row | ({"derived_from": source.facts.derived_from} if source.facts.derived_from else {})


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
    entry |= {"summary": endpoint.summary, "tag": OAUTH_TAG}
    docs = GUIDES[endpoint.host].docs.get(endpoint.path, "") if endpoint.host in GUIDES else ""
    entry |= {"docs": docs} if docs else {}
    return {**entry, "oauth": True, "requires": [{"scopes": []}], "read_from": {endpoint.source: {"oauth": endpoint.place}}}


def _page_roots(sources: Sequence[_Source]) -> dict[str, str]:
    """Where each document's pages are, seen in the links among its own descriptions: one that ends in the tag and title of one of its
    operations shows the folder of them all.

    Returns:
        folder by document id; a document without such a link has none.
    """
    roots: dict[str, str] = {}
    for source in sources:
        links = set(_PAGE.findall(json.dumps(source.document.content, default=str)))
        for operation in source.operations:
            ending = _page_name(operation.tag, operation.summary)
            root = next((link[: -len(ending)] for link in sorted(links) if ending and link.endswith(ending)), "")
            if root:
                roots[source.document.id] = root
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
