"""Verdict: is a call covered by a token? Takes a call and scopes, gives covered, possible or missing with what lacks."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache

from msgspec import Struct

from attio_scopes.judge.needs import Reading, readings
from attio_scopes.model.call import Call
from attio_scopes.model.config import Token
from attio_scopes.model.scope import Scope, ScopeSet


class Verdict(IntEnum):
    """How a resolved call stands; the larger is worse."""

    COVERED = 0
    POSSIBLE = 1
    MISSING = 2

    def __str__(self) -> str:
        return self.name.lower()


class Judgement(Struct, frozen=True):
    """A resolved call against one token.

    Attributes:
        token: the token.
        verdict: covered if every reading is, missing if none is, possible if some are.
        lacks: each reading with the scopes that the token lacks for it.
    """

    token: Token
    verdict: Verdict
    lacks: tuple[tuple[Reading, tuple[Scope, ...]], ...]

    @property
    def missing(self) -> tuple[Scope, ...]:
        """What the token lacks for all readings together, the widest access of each resource."""
        return _widest(tuple(scopes for _reading, scopes in self.lacks))


def judge_call(call: Call, token: Token) -> Judgement:
    """Judge a resolved call against one token.

    Args:
        call: a call with at least one endpoint.
        token: one that it may use.

    Returns:
        the verdict. A call without a reading is covered: it needs nothing.
    """
    lacks = tuple((reading, _lacking(token.scopes, reading[1].scopes)) for reading in readings(call))
    return Judgement(token, _weigh([not scopes for _reading, scopes in lacks]), lacks)


# Both are asked for each call and each token that it may use, and have few answers.
@lru_cache(maxsize=20_000)
def _lacking(held: ScopeSet, needed: frozenset[Scope]) -> tuple[Scope, ...]:
    return held.uncovered(needed)


@lru_cache(maxsize=20_000)
def _widest(sets: tuple[tuple[Scope, ...], ...]) -> tuple[Scope, ...]:
    return tuple(ScopeSet(frozenset(scope for scopes in sets for scope in scopes)).least())


def _weigh(covered: Sequence[bool]) -> Verdict:
    """The verdict on several readings, of each of which it is known whether it is covered."""
    if all(covered):
        return Verdict.COVERED
    return Verdict.POSSIBLE if any(covered) else Verdict.MISSING


def combined(judgements: Sequence[Judgement]) -> Verdict:
    """The verdict on a call that uses one of several tokens, nobody knows which: tokens count like readings."""
    verdicts = {judgement.verdict for judgement in judgements}
    return verdicts.pop() if len(verdicts) == 1 else Verdict.POSSIBLE
