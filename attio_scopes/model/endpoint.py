"""Endpoints and what they need: method, path template, requirement, supported token levels.

Facts about Attio only; nothing here knows of a user's token or code. Read from the scope manifest.
"""

from __future__ import annotations

from dataclasses import dataclass

from attio_scopes.model.scope import Scope


@dataclass(frozen=True, slots=True)
class Parameter:
    """A path parameter: its name and, where the reference has one, the closed list of its values."""

    name: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Condition:
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


@dataclass(frozen=True, slots=True)
class Alternative:
    """A set of scopes that are all needed, when its condition (None: always) holds."""

    when: Condition | None
    scopes: tuple[Scope, ...]


@dataclass(frozen=True, slots=True)
class Requirement:
    """What an endpoint needs: exactly one alternative applies to a request. Never empty: `()` scopes mean "none"."""

    alternatives: tuple[Alternative, ...]

    @property
    def conditional(self) -> bool:
        """Whether what is needed depends on the request."""
        return any(alternative.when is not None for alternative in self.alternatives)


@dataclass(frozen=True, slots=True)
class Endpoint:
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

    @property
    def key(self) -> str:
        """`METHOD /path`, which names it."""
        return f"{self.method} {self.path}"


@dataclass(frozen=True, slots=True)
class Source:
    """A reference that a manifest was read from: its id, its date (ISO 8601, "" where not known) and its title."""

    id: str
    date: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The scope manifest: every known endpoint, where that was read and when.

    Attributes:
        version: date of the newest reference, ISO 8601.
        source: one line that names the references.
        endpoints: sorted by path, then method.
        disagreements: where the sources differ, a line each.
        sources: the references, the leading one first.
        unstated: `METHOD /path` of the endpoints of which no source says anything about scopes; taken as needing none.
    """

    version: str
    source: str
    endpoints: tuple[Endpoint, ...]
    disagreements: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    unstated: tuple[str, ...] = ()

    @property
    def operations(self) -> int:
        """How many operations of the API it has; OAuth's own endpoints are not counted."""
        return sum(not endpoint.oauth for endpoint in self.endpoints)


@dataclass(frozen=True, slots=True)
class ScopeInfo:
    """A row of the scope catalogue: what a resource's scopes allow and what Attio's settings call them."""

    resource: str
    accesses: tuple[str, ...]
    allows: str
    label: str
