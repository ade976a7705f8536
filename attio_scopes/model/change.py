"""What a change to the code does to the scopes it needs: two states of a project, and the difference, as data."""

from __future__ import annotations

from msgspec import Struct

from attio_scopes.model.scope import Scope, ScopeSet

NOTHING = ScopeSet()


class SeenCall(Struct, frozen=True, order=True):
    """A call as a report shows it.

    Attributes:
        path: of its file, relative to the root.
        line: from 1.
        column: from 1.
        what: `METHOD /path` of what it may reach, joined by " or "; method and URL where that is not known.
        status: `resolved`, `unknown-endpoint` or `unresolved`.
        scopes: every scope that some reading of it needs.
    """

    path: str
    line: int
    column: int
    what: str
    status: str = "resolved"
    scopes: tuple[Scope, ...] = ()


class TokenNeeds(Struct, frozen=True):
    """What the code needs of one token.

    Attributes:
        token: its name, or "" where tokens are not told apart.
        needed: surely, or so that no call is refused under every reading.
        possible: further scopes that some reading needs.
        places: (path, line, column) of the token's calls, or None for all calls.
    """

    token: str
    needed: ScopeSet = NOTHING
    possible: ScopeSet = NOTHING
    places: frozenset[tuple[str, int, int]] | None = None


class EntryScopes(Struct, frozen=True, order=True):
    """An entry point: its kind and name, the file that it is in, the line there, and the scopes that it needs or may need."""

    kind: str
    name: str
    path: str
    line: int
    scopes: tuple[Scope, ...]


class EntryChange(Struct, frozen=True):
    """An entry point that needs more: itself as it is now, the scopes that it did not need, and whether it is new."""

    entry: EntryScopes
    more: tuple[Scope, ...]
    is_new: bool


class Snapshot(Struct, frozen=True):
    """One state of a project; `tokens` has one entry, of the name "", where tokens are not told apart."""

    calls: tuple[SeenCall, ...] = ()
    tokens: tuple[TokenNeeds, ...] = ()
    entries: tuple[EntryScopes, ...] = ()


class NewScope(Struct, frozen=True):
    """A scope that is needed now and was not.

    Attributes:
        scope: the scope.
        was: what was needed of the same resource, or None.
        calls: those that need it, each with whether the call itself is new.
    """

    scope: Scope
    was: Scope | None
    calls: tuple[tuple[SeenCall, bool], ...]


class LostScope(Struct, frozen=True):
    """A scope that was needed and is not any more; `left` is what is still needed of the same resource, or None."""

    scope: Scope
    left: Scope | None


class TokenChange(Struct, frozen=True):
    """What becomes of one token.

    Attributes:
        token: its name, or "".
        oauth: it belongs to an OAuth app, whose customers must authorise again when a scope is added.
        new: needed now.
        possible: under some reading needed now.
        lost: not needed any more.
    """

    token: str
    oauth: bool
    new: tuple[NewScope, ...]
    possible: tuple[NewScope, ...]
    lost: tuple[LostScope, ...]


class ScopeChange(Struct, frozen=True):
    """The difference between two states.

    Attributes:
        base: what the older state is called.
        head: what the newer state is called.
        tokens: what becomes of each token.
        added: calls that are new.
        removed: calls that are gone.
        unresolved: how many of the calls of the newer state could not be resolved.
        not_read: what was not looked at, a line each.
        entries: the entry points that need more than they did.
    """

    base: str
    head: str
    tokens: tuple[TokenChange, ...]
    added: tuple[SeenCall, ...]
    removed: tuple[SeenCall, ...]
    unresolved: int = 0
    not_read: tuple[str, ...] = ()
    entries: tuple[EntryChange, ...] = ()

    @property
    def needs_more(self) -> bool:
        """Whether a scope is needed that was not."""
        return any(token.new for token in self.tokens)
