"""Call sites and calls: what `resolve` found in the source, and what `match` says that it needs.

Places count lines and columns from 1, columns in characters; paths are relative to the checked root, with `/`.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from msgspec import Struct

from attio_scopes.model.endpoint import Alternative, Endpoint
from attio_scopes.model.path import Piece
from attio_scopes.model.scope import Scope


class Place(Struct, frozen=True, order=True):
    """A stretch of source text."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


Pointer = tuple[str | int, ...]
"""The keys and indexes from the root of a document to a part of it."""


def line_of(places: Mapping[Pointer, Place], pointer: Pointer) -> int:
    """The line of a part of a document, or of the nearest part around it that has a place."""
    while pointer and pointer not in places:
        pointer = pointer[:-1]
    return places[pointer].line if pointer in places else 1


class Frame(Struct, frozen=True, order=True):
    """A call on the way from a call site down to the HTTP call."""

    path: str
    line: int
    column: int
    function: str


class Reading(Struct, frozen=True):
    """One possible (method, URL) of a call site.

    Attributes:
        method: upper case, or None where it cannot be known.
        url: the URL as pieces of text and holes.
        query_keys: known query parameter names; None where the query is built out of sight.
        body_keys: known top-level body keys (below `data`); None where the body is built out of sight.
    """

    method: str | None
    url: tuple[Piece, ...]
    query_keys: frozenset[str] | None = None
    body_keys: frozenset[str] | None = None


class CallSite(Struct, frozen=True):
    """A place at which a request to Attio is decided, with every reading of it.

    Attributes:
        place: the call expression.
        function: qualified name of the function around it, or "" at module level.
        client: what sends it (`requests`, `httpx`, `attio` …), or "unknown".
        readings: never empty; sorted.
        reason: why it could not be resolved, or None.
        remedy: what would settle it (a pin, a hint, a literal), or None.
        via: the frames from the call site (excluded) down to the HTTP call.
        credentials: names by which the token got there (environment variables, settings attributes).
        statement_line: first line of the statement around the call (suppression comments may stand there).
    """

    place: Place
    function: str
    client: str
    readings: tuple[Reading, ...]
    reason: str | None = None
    remedy: str | None = None
    via: tuple[Frame, ...] = ()
    credentials: tuple[str, ...] = ()
    statement_line: int = 0
    statement_end_line: int = 0

    @property
    def steps(self) -> tuple[tuple[str, int, int], ...]:
        """Path, line and column of the call and of each frame below it."""
        below = ((frame.path, frame.line, frame.column) for frame in self.via)
        return ((self.place.path, self.place.line, self.place.column), *below)


class CallStatus(Enum):
    """What is known of a call before anybody judges it."""

    RESOLVED = "resolved"
    UNKNOWN_ENDPOINT = "unknown-endpoint"
    UNRESOLVED = "unresolved"


class EndpointMatch(Struct, frozen=True):
    """An endpoint that the call may reach.

    Attributes:
        endpoint: of the manifest.
        parameters: (name, text) of each path parameter; `{name}` stands for what is not known.
        alternatives: those of the endpoint's requirement that may apply to this call (one, where it is decided). A call that reaches an
            endpoint under different conditions has a match for each: there they are a choice of the code, here an open question.
    """

    endpoint: Endpoint
    parameters: tuple[tuple[str, str], ...]
    alternatives: tuple[Alternative, ...]


class Call(Struct, frozen=True):
    """A call site with what it needs.

    Attributes:
        site: where and what.
        status: resolved, unknown endpoint or unresolved.
        methods: every method that it may use, sorted.
        url: how the URL reads, `{hole}` for what is not known; several readings are joined by " or ".
        matches: every endpoint that it may reach; empty unless resolved.
        reason: why it is unresolved or unknown, or None.
        nearest: `METHOD /path` of the manifest that is nearest to an unknown endpoint, or None.
        pinned: an `endpoint` comment in the source decided it.
        strays: `METHOD URL` of what a resolved call may send too, for which the manifest has no endpoint.
        might_need: scopes of the endpoints that an unresolved call may reach, by what is known of its method and path; None for any.
    """

    site: CallSite
    status: CallStatus
    methods: tuple[str, ...]
    url: str
    matches: tuple[EndpointMatch, ...]
    reason: str | None = None
    nearest: str | None = None
    pinned: bool = False
    strays: tuple[str, ...] = ()
    might_need: frozenset[Scope] | None = None
