"""Advice: what a token could lose. Takes its scopes and what all its calls may need, gives unused and broader scopes.

Taking a scope away can break what works, so advice is given only when it is safe: never from a part of the project, and
not while something that was not understood might need the scope.
"""

from __future__ import annotations

from dataclasses import dataclass

from attio_scopes.model.scope import Access, Scope, ScopeSet


@dataclass(frozen=True, slots=True)
class Doubts:
    """What was not understood, and so might need any scope of the token.

    Attributes:
        partial: only a part of the project was looked at.
        unresolved: calls that the token may serve, without a known endpoint.
        unknown: calls that the token may serve, at an endpoint that the manifest lacks.
        unread: files that mention Attio and could not be analysed.
    """

    partial: bool = False
    unresolved: int = 0
    unknown: int = 0
    unread: int = 0

    def reason(self) -> str | None:
        """Why nothing may be taken away, or None if it may."""
        if self.partial:
            return "only a part of the project was checked"
        parts = [
            _count(self.unresolved, "call is unresolved", "calls are unresolved"),
            _count(self.unknown, "call goes to an unknown endpoint", "calls go to unknown endpoints"),
            _count(self.unread, "file could not be analysed", "files could not be analysed"),
        ]
        told = [part for part in parts if part]
        return f"{' and '.join(told)}, and might need it" if told else None


def _count(number: int, one: str, many: str) -> str:
    if not number:
        return ""
    return f"1 {one}" if number == 1 else f"{number} {many}"


@dataclass(frozen=True, slots=True)
class Advice:
    """What a token could lose.

    Attributes:
        unused: (scope, the wider declared scope that includes it, or None).
        broader: (scope, what is enough).
    """

    unused: tuple[tuple[Scope, Scope | None], ...] = ()
    broader: tuple[tuple[Scope, Scope], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.unused or self.broader)


def advise(declared: ScopeSet, may_need: ScopeSet) -> Advice:
    """Compare what is declared with what any call may need.

    Following all of the advice leaves every verdict as it is.

    Args:
        declared: the token's scopes.
        may_need: what its calls need under some reading.

    Returns:
        the scopes to take away and the ones to narrow.
    """
    unused: list[tuple[Scope, Scope | None]] = []
    broader: list[tuple[Scope, Scope]] = []
    needed = {scope.resource: scope for scope in may_need.least()}
    for scope in declared:
        need = needed.get(scope.resource)
        wide = Scope(scope.resource, Access.READ_WRITE)
        if need is None:
            unused.append((scope, None))
        elif scope.access is Access.READ and need.access is Access.READ_WRITE and wide in declared:
            unused.append((scope, wide))
        elif scope.access > need.access:
            broader.append((scope, need))
    return Advice(tuple(unused), tuple(broader))
