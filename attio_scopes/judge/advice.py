"""Advice: what a token could lose. Takes its scopes and what all its calls may need, gives unused and broader scopes.

Taking a scope away can break what works, so advice is given only when it is safe: not while something that was not understood might need
the scope, and not at all where calls may be missing: from a part of the project, where a file was not read, where a bound was reached, or
where Attio enters and no call is known.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from msgspec import Struct

from attio_scopes.model.entrance import Entrance
from attio_scopes.model.scope import Access, Scope, ScopeSet
from attio_scopes.model.visible import visible


class Doubts(Struct, frozen=True):
    """What was not understood, and so might need a scope of the token.

    Attributes:
        partial: only a part of the project was looked at.
        unresolved: for each call that the token may serve, without a known endpoint, the scopes that it might need; None for any.
        unknown: calls that the token may serve, at an endpoint that the manifest lacks.
        unread: files that could not be read or analysed.
        silent: where Attio enters, and nothing is known of what is sent.
        lost: why something that could send was let go at a bound of the analysis.
        shown: how a path is written in a sentence.
    """

    partial: bool = False
    unresolved: tuple[frozenset[Scope] | None, ...] = ()
    unknown: int = 0
    unread: int = 0
    silent: tuple[Entrance, ...] = ()
    lost: tuple[str, ...] = ()
    shown: Callable[[str], str] = str

    @property
    def blind(self) -> bool:
        """Whether calls may be missing altogether: then nothing is said against any scope."""
        return bool(self.partial or self.unread or self.silent or self.lost)

    def concern(self, scope: Scope) -> bool:
        """Whether something might need a scope, or more of its resource than is known."""
        return self.blind or bool(self.unknown) or any(_concerns(needs, scope) for needs in self.unresolved)

    def reason(self, scopes: Sequence[Scope]) -> str:
        """Why these scopes may not be taken away."""
        if self.partial:
            return "only part of the project was analysed"
        might = sum(1 for needs in self.unresolved if any(_concerns(needs, scope) for scope in scopes))
        parts = [
            _count(might, "call is unresolved", "calls are unresolved"),
            _count(self.unknown, "call goes to an unknown endpoint", "calls go to unknown endpoints"),
            _count(self.unread, "file could not be analysed", "files could not be analysed"),
            self._where_silent(),
            f"some code could not be followed ({', '.join(self.lost)})" if self.lost else "",
        ]
        return f"{' and '.join(part for part in parts if part)}, and might need {_listed(scopes)}"

    def _where_silent(self) -> str:
        if not self.silent:
            return ""
        first, others = self.silent[0], len({(entrance.path, entrance.line) for entrance in self.silent}) - 1
        more = f" and at {_count(others, 'other place', 'other places')}" if others else ""
        return f"Attio enters at {visible(self.shown(first.path))}:{first.line}{more} without a call that is known"


def _concerns(needs: frozenset[Scope] | None, scope: Scope) -> bool:
    return needs is None or any(other.resource == scope.resource for other in needs)


def _count(number: int, one: str, many: str) -> str:
    if not number:
        return ""
    return f"1 {one}" if number == 1 else f"{number} {many}"


def _listed(scopes: Sequence[Scope]) -> str:
    if len(scopes) > MOST_LISTED:
        return f"{len(scopes)} of the declared scopes"
    return ", ".join(str(scope) for scope in scopes)


MOST_LISTED = 4


class Advice(Struct, frozen=True):
    """What a token could lose.

    Attributes:
        unused: (scope, the wider declared scope that includes it, or None).
        broader: (scope, what is enough).
    """

    unused: tuple[tuple[Scope, Scope | None], ...] = ()
    broader: tuple[tuple[Scope, Scope], ...] = ()

    def without(self, scopes: Collection[Scope]) -> Advice:
        """The advice on other scopes than these."""
        return Advice(tuple(i for i in self.unused if i[0] not in scopes), tuple(i for i in self.broader if i[0] not in scopes))

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


def safe(advice: Advice, doubts: Doubts) -> tuple[Advice, str | None]:
    """The advice that nothing speaks against.

    Args:
        advice: by what is known of the calls.
        doubts: what is not known.

    Returns:
        the advice that is left, and why the rest is withheld (None where nothing is).
    """
    # A scope beside a wider one gives nothing, whatever the known calls need.
    unused = tuple(item for item in advice.unused if not (doubts.blind or (item[1] is None and doubts.concern(item[0]))))
    broader = tuple(item for item in advice.broader if not doubts.concern(item[0]))
    held = sorted({scope for scope, _ in (*advice.unused, *advice.broader)} - {scope for scope, _ in (*unused, *broader)})
    return Advice(unused, broader), doubts.reason(held) if held else None
