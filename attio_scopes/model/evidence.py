"""Evidence: requests that were really sent, beside the calls of a report and the declared scopes, as data."""

from __future__ import annotations

from msgspec import Struct

from attio_scopes.model.call import Call
from attio_scopes.model.endpoint import Endpoint
from attio_scopes.model.scope import Scope

Frames = tuple[tuple[str, int], ...]
"""Paths and lines of the project that led to a request, the innermost first; empty where that is not known."""


class Exchange(Struct, frozen=True, order=True):
    """A request that was sent: to which host and path, the status of the answer (None where that is not recorded), and from where."""

    method: str
    host: str
    path: str
    status: int | None = None
    frames: Frames = ()


class Seen(Struct, frozen=True):
    """Requests to one endpoint, or to one path that has none.

    Attributes:
        key: `METHOD /path`, the template's where there is an endpoint.
        endpoint: of the manifest, or None.
        count: how many requests.
        refused: how many of them were answered with 403.
        calls: of the report that say so.
        perhaps: calls that may send it, or did where it is known from where it was sent, though the source does not show that.
        lacking: scopes that no declared token has, where tokens are declared; of several ways the one that lacks least.
        needs: the scopes that it needs, in words of the reference.
    """

    key: str
    endpoint: Endpoint | None
    count: int
    refused: int
    calls: tuple[Call, ...]
    perhaps: tuple[Call, ...]
    lacking: tuple[Scope, ...]
    needs: tuple[Scope, ...]

    @property
    def is_news(self) -> bool:
        """Whether the report does not have it."""
        return not self.calls


class Evidence(Struct, frozen=True):
    """What came of the comparison.

    Attributes:
        seen: what was sent, by path and method.
        unseen: calls of the report of which nothing was sent.
        others: requests to other hosts.
    """

    seen: tuple[Seen, ...]
    unseen: tuple[Call, ...]
    others: int

    @property
    def fails(self) -> bool:
        """Whether something was sent that the report does not have, or that no declared scope covers."""
        return any(one.is_news or one.lacking for one in self.seen)
