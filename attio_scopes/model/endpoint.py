"""Endpoints and what they need: method, path template, requirement, supported token levels.

Facts about Attio only; nothing here knows of a user's token or code. Read from the scope manifest.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from attio_scopes.model.scope import Scope


class Parameter(Struct, frozen=True):
    """A path parameter: its name and, where the reference has one, the closed list of its values."""

    name: str
    values: tuple[str, ...] = ()


class Condition(Struct, frozen=True):
    """When an alternative applies: `name` has `value` (`target` is `objects`, `subject` is `record`).

    `name` is a path parameter's, or `subject`; for the latter the keys say what in a request decides it.

    Attributes:
        name: what is asked.
        value: the answer for which the alternative applies.
        query_keys: query parameters whose presence means this answer.
        body_keys: top-level keys (below `data`) of the request body whose presence means this answer.
    """

    name: str
    value: str
    query_keys: tuple[str, ...] = ()
    body_keys: tuple[str, ...] = ()


class Alternative(Struct, frozen=True):
    """A set of scopes that are all needed, when its condition (None: always) holds."""

    when: Condition | None
    scopes: tuple[Scope, ...]


class Requirement(Struct, frozen=True):
    """What an endpoint needs: exactly one alternative applies to a request. Never empty: `()` scopes mean "none"."""

    alternatives: tuple[Alternative, ...]

    @property
    def conditional(self) -> bool:
        """Whether what is needed depends on the request."""
        return any(alternative.when is not None for alternative in self.alternatives)


class Endpoint(Struct, frozen=True):
    """One operation of Attio's API.

    Attributes:
        method: upper case.
        path: the path template with its version prefix, `/v2/objects/{object}`.
        host: the host that serves it.
        parameters: of the path, in order.
        summary: a few words of our own or the operation's title.
        tag: the group that the reference puts it in.
        docs: address of its documentation page, or "" where none is known.
        deprecated: marked so in the reference.
        levels: token levels that it supports: `workspace`, `user`; empty means that the reference does not say.
        requirement: the scopes.
        sources: ids of the references that it was read from.
        oauth: an endpoint of OAuth itself, not an operation of the API.
        read_from: (source id, what it says in one line) for each of `sources`.
        replaced_by: `METHOD /path` that the reference names in place of a deprecated one, or "".
        stage: `alpha` or `beta`, or "" where the reference calls it neither.
        on_request: it has to be enabled for a workspace first.
        plans: plans and billing features of which a workspace needs one.
        refusals: codes of errors 403 that the reference names for it; none of them is about scopes.
        in_newest: the newest reference has it; otherwise it is kept from an older one, or one of another part of the API.
        confirmed: its scopes are Attio's own words; otherwise they are second-hand.
    """

    method: str
    path: str
    host: str
    parameters: tuple[Parameter, ...]
    summary: str
    tag: str
    docs: str
    deprecated: bool
    levels: tuple[str, ...]
    requirement: Requirement
    sources: tuple[str, ...] = ()
    oauth: bool = False
    read_from: tuple[tuple[str, str], ...] = ()
    replaced_by: str = ""
    stage: str = ""
    on_request: bool = False
    plans: tuple[str, ...] = ()
    refusals: tuple[str, ...] = ()
    in_newest: bool = True
    confirmed: bool = True

    @property
    def key(self) -> str:
        """`METHOD /path`, which names it."""
        return f"{self.method} {self.path}"


class Source(Struct, frozen=True):
    """A reference that a manifest was read from: its id, its date (ISO 8601, "" where not known), its title, how it came about."""

    id: str
    date: str
    title: str = ""
    derived_from: str = ""


class SourceFacts(Struct, frozen=True):
    """What is known of a source beyond what it says itself.

    Attributes:
        derived_from: how it came about, in our words.
        confirmed: `METHOD /path` of the operations whose scopes a page of Attio's own confirms; None where the source is Attio's own.
    """

    derived_from: str
    confirmed: frozenset[str] | None = None


class KnownScope(Struct, frozen=True):
    """A resource of which the references know scopes.

    Attributes:
        resource: its name.
        accesses: `read`, `read-write`, as they are listed or needed; the last ones known where it is absent.
        absent_since: date of the list from which on it is missing and no operation needs it; "" where it is there.
    """

    resource: str
    accesses: tuple[str, ...]
    absent_since: str = ""


class Manifest(Struct, frozen=True):
    """The scope manifest: every known endpoint, where that was read and when.

    Attributes:
        version: date of the newest reference, ISO 8601.
        source: one line that names the references.
        endpoints: sorted by path, then method.
        disagreements: where the sources differ, a line each.
        sources: the references, the leading one first.
        unstated: `METHOD /path` of the endpoints of which no source says anything about scopes; taken as needing none.
        left_out: what an older reference has and was not taken over, a line each.
        scopes: the resources whose scopes the references list or need, sorted.
    """

    version: str
    source: str
    endpoints: tuple[Endpoint, ...]
    disagreements: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    unstated: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    scopes: tuple[KnownScope, ...] = ()

    @property
    def operations(self) -> int:
        """How many operations of the API it has; OAuth's own endpoints are not counted."""
        return sum(not endpoint.oauth for endpoint in self.endpoints)


class ScopeInfo(Struct, frozen=True):
    """A row of the scope catalogue: a resource, which of its scopes there are, and our words on it.

    Attributes:
        resource: its name.
        accesses: of the scopes that a token can be granted; empty where the resource is gone.
        allows: what they let a token do.
        label: how we write the resource's name; not what Attio's settings call it, which no source says.
        source: ids of the sources that the words were read from.
        gone: since when the resource is gone (`2026-05`), or "".
        instead: the resource that took the place of one that is gone, or "".
    """

    resource: str
    accesses: tuple[str, ...]
    allows: str
    label: str
    source: tuple[str, ...] = ()
    gone: str = ""
    instead: str = ""


class ScopeWords(Struct, frozen=True):
    """What rules/scopes.yaml says.

    Attributes:
        rows: our words on each resource; their `accesses` are empty.
        aliases: (what people write for a resource, the resources that are meant).
        access_words: (`read` or `read-write`, what people write for it).
    """

    rows: tuple[ScopeInfo, ...]
    aliases: tuple[tuple[str, tuple[str, ...]], ...] = ()
    access_words: tuple[tuple[str, tuple[str, ...]], ...] = ()


class ScopeCatalogue(Struct, frozen=True):
    """The scopes of the manifest in use, with our words on them: iterates over the rows, by resource.

    Attributes:
        rows: sorted by resource; those that are gone have no accesses.
        aliases, access_words: see `ScopeWords`.
    """

    rows: tuple[ScopeInfo, ...]
    aliases: tuple[tuple[str, tuple[str, ...]], ...] = ()
    access_words: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def __iter__(self) -> Iterator[ScopeInfo]:
        return iter(self.rows)

    @property
    def scopes(self) -> tuple[str, ...]:
        """Every scope that a token can be granted, as text."""
        return tuple(f"{row.resource}:{access}" for row in self.rows for access in row.accesses)

    def row(self, resource: str) -> ScopeInfo | None:
        """The row of a resource."""
        return next((row for row in self.rows if row.resource == resource), None)
