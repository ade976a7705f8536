"""Scopes: what a token may be granted and what an endpoint may need.

Takes and gives `resource:access` texts. Never compares scopes as strings: `Scope.covers` is the one comparison there is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import IntEnum

from msgspec import Struct


class Access(IntEnum):
    """How far a scope reaches; the larger value includes the smaller one (Attio: read-write includes read)."""

    READ = 1
    READ_WRITE = 2

    def __str__(self) -> str:
        return "read-write" if self is Access.READ_WRITE else "read"


_ACCESS_BY_TEXT = {"read": Access.READ, "read-write": Access.READ_WRITE}


class Scope(Struct, frozen=True, order=True):
    """One scope, `resource:access`."""

    resource: str
    access: Access

    @classmethod
    def parse(cls, text: str) -> Scope:
        """Read `resource:read` or `resource:read-write`.

        Args:
            text: the scope as Attio writes it.

        Returns:
            the scope.

        Raises:
            ValueError: the text has another form.
        """
        resource, colon, access = text.partition(":")
        if not colon or not resource or access not in _ACCESS_BY_TEXT:
            raise ValueError(f"not a scope (resource:read or resource:read-write): {text!r}")
        return cls(resource, _ACCESS_BY_TEXT[access])

    def covers(self, other: Scope) -> bool:
        """Whether a token that holds this scope may do what `other` allows."""
        return self.resource == other.resource and self.access >= other.access

    def __str__(self) -> str:
        return f"{self.resource}:{self.access}"


class ScopeSet(Struct, frozen=True):
    """An immutable set of scopes, ordered by resource when it is read."""

    scopes: frozenset[Scope] = frozenset()

    @classmethod
    def of(cls, texts: Iterable[str]) -> ScopeSet:
        """The set of the given `resource:access` texts; raises ValueError for a text that is not a scope."""
        return cls(frozenset(Scope.parse(text) for text in texts))

    def covers(self, scope: Scope) -> bool:
        """Whether some member covers `scope`."""
        return any(held.covers(scope) for held in self.scopes)

    def covers_all(self, scopes: Iterable[Scope]) -> bool:
        """Whether every one of `scopes` is covered."""
        return all(self.covers(scope) for scope in scopes)

    def uncovered(self, scopes: Iterable[Scope]) -> tuple[Scope, ...]:
        """Those of `scopes` that no member covers, in order, without repeats."""
        return tuple(sorted({scope for scope in scopes if not self.covers(scope)}))

    def least(self) -> ScopeSet:
        """The smallest set that covers the same: of one resource only the widest access stays."""
        widest: dict[str, Access] = {}
        for scope in self.scopes:
            widest[scope.resource] = max(widest.get(scope.resource, Access.READ), scope.access)
        return ScopeSet(frozenset(Scope(resource, access) for resource, access in widest.items()))

    def union(self, other: Iterable[Scope]) -> ScopeSet:
        """This set and the scopes of `other`."""
        return ScopeSet(self.scopes | frozenset(other))

    def texts(self) -> tuple[str, ...]:
        """The scopes as texts, sorted."""
        return tuple(str(scope) for scope in self)

    def __iter__(self) -> Iterator[Scope]:
        return iter(sorted(self.scopes))

    def __len__(self) -> int:
        return len(self.scopes)

    def __contains__(self, scope: object) -> bool:
        return scope in self.scopes
