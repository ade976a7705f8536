"""Candidates: every call expression of a module, by the text alone, and the balance of what became of them.

Takes the facts of the modules that were read, and the ledger of the engine; gives an account of each call expression. Knows no value: what
became of a candidate is the engine's to say, and one of which it says nothing was lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from msgspec import Struct
from msgspec.structs import replace

from attio_scopes.model import facts as f
from attio_scopes.model import fate
from attio_scopes.model.call import CallSite
from attio_scopes.model.fate import Account, Call

STRICT = False
"""Whether a call that nothing is known of ends the run: the tests set it. Otherwise it counts as something that could not be followed."""


class Ledger(Protocol):
    """What the engine noted: see `attio_scopes.engine.ledger`."""

    fates: dict[Call, dict[str, str]]
    never: dict[int, Any]
    worked: dict[int, Any]
    leads: dict[Call, None]
    led: set[Call]
    asked: int
    answered: int


class Candidate(Struct, frozen=True):
    """A call expression.

    Attributes:
        body: the identity of the body that it stands in: that of a function, class or lambda expression, or a statement of the module.
        within: those of the statements and expressions around it, its own included.
    """

    span: f.Span
    body: int
    within: tuple[int, ...]


def candidates(body: Iterable[f.Stmt]) -> Iterator[Candidate]:
    """The call expressions of a module; annotations are no code that runs.

    Args:
        body: the module's statements.
    """
    found: list[Candidate] = []
    for stmt in body:
        _gather(stmt, id(stmt), (), found)
    return iter(found)


_NOT_RUN = frozenset({"annotation", "returns"})
_PLAIN = frozenset({str, int, bool, float, bytes, type(None)})


def _gather(node: Any, body: int, around: tuple[int, ...], found: list[Candidate]) -> None:
    """Add the call expressions within something that is no plain value."""
    if isinstance(node, tuple):
        for part in node:
            if type(part) not in _PLAIN:
                _gather(part, body, around, found)
        return
    if not isinstance(node, Struct):
        return
    around = (*around, id(node))
    if isinstance(node, f.Invoke) and node.span != f.NO_SPAN:
        found.append(Candidate(node.span, body, around))
    for name in node.__struct_fields__:
        part = getattr(node, name)
        if type(part) not in _PLAIN and name not in _NOT_RUN:
            inner = id(part) if name == "body" and isinstance(node, (f.Function, f.Class, f.Lambda)) else body
            _gather(part, inner, around, found)


def accounts(
    bodies: Mapping[str, Iterable[f.Stmt]], ledger: Ledger, sites: Sequence[CallSite]
) -> tuple[tuple[Account, ...], tuple[str, ...]]:
    """Settle what became of every call expression.

    Args:
        bodies: the statements of the modules that were read, by path.
        ledger: what the engine noted.
        sites: the calls that it found.

    Returns:
        an account of each call expression, sorted; and what could not be accounted for, in words: nothing, unless the engine is wrong.

    Raises:
        AssertionError: something could not be accounted for, and `STRICT` is set.
    """
    settled: list[Account] = []
    missing: list[Call] = []
    for path, body in bodies.items():
        for one in candidates(body):
            account = _account(path, one, ledger)
            if account is None:
                missing.append((path, one.span))
            else:
                settled.append(account)
    reported = {step for site in sites for step in site.steps}
    behind = [one.fate == fate.FOUND and (one.path, *one.span[:2]) not in reported for one in settled]
    settled = [replace(one, fate=fate.BEHIND) if hidden else one for one, hidden in zip(settled, behind, strict=True)]
    words = _in_words(missing, ledger)
    assert not (STRICT and words), words  # noqa: S101 - in tests alone
    return tuple(sorted(settled, key=lambda one: (one.path, one.span))), words


def _account(path: str, one: Candidate, ledger: Ledger) -> Account | None:
    noted = ledger.fates.get((path, one.span))
    if noted:
        weightiest = min(noted, key=fate.BY_WEIGHT.index)
        return Account(path, one.span, weightiest, noted[weightiest])
    if any(node in ledger.never for node in one.within):
        return Account(path, one.span, fate.NEVER)
    return Account(path, one.span, fate.NOT_ASKED) if one.body not in ledger.worked else None


def _in_words(missing: Sequence[Call], ledger: Ledger) -> tuple[str, ...]:
    words = []
    if missing:
        path, span = missing[0]
        words.append(f"what became of {len(missing)} calls is not known, the first at {path}:{span[0]}")
    left = [one for one in ledger.leads if one not in ledger.led]
    if left:
        (path, span), *_ = left
        words.append(f"what became of the requests behind {len(left)} calls is not known, the first at {path}:{span[0]}")
    if ledger.asked != ledger.answered:
        words.append(f"what became of {ledger.asked - ledger.answered} requests is not known")
    return tuple(words)
