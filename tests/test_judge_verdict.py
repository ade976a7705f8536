"""The verdict on a call: a truth table against a short specification of its own, and what must hold for every set of scopes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from attio_scopes.judge import Run, judge
from attio_scopes.judge.needs import certain_scopes, possible_scopes, required_scopes, sufficient_scopes
from attio_scopes.judge.verdict import judge_call
from attio_scopes.model.call import Call, EndpointMatch
from attio_scopes.model.config import Config, Token
from attio_scopes.model.endpoint import Alternative, Condition, Endpoint, Requirement
from attio_scopes.model.report import Report
from attio_scopes.model.scope import Access, Scope, ScopeSet
from tests.made_calls import MANIFEST, endpoint, resolved

SCOPES = [Scope(resource, access) for resource in ("note", "task", "webhook") for access in Access]
EVERY_SET = [ScopeSet(frozenset(some)) for some in chain.from_iterable(combinations(SCOPES, n) for n in range(len(SCOPES) + 1))]

# Each shape of a requirement: for each endpoint that the call may reach, the scope sets of its alternatives.
SHAPES: dict[str, list[list[str]]] = {
    "nothing": [[""]],
    "one read": [["note:read"]],
    "one write": [["note:read-write"]],
    "two at once": [["note:read task:read-write"]],
    "undecided, disjoint": [["note:read", "task:read"]],
    "undecided, shared": [["note:read task:read", "note:read-write webhook:read"]],
    "undecided, one needs nothing": [["", "task:read"]],
    "two endpoints": [["note:read"], ["note:read-write"]],
    "two endpoints, disjoint": [["note:read"], ["task:read webhook:read"]],
    "two endpoints, one undecided": [["note:read", "task:read"], ["webhook:read"]],
}


def made(shape: Sequence[Sequence[str]], line: int = 1, credentials: tuple[str, ...] = ()) -> Call:
    matches = []
    for number, sets in enumerate(shape):
        base = endpoint(f"GET /v2/thing{number}")
        alternatives = tuple(
            Alternative(Condition("target", f"case{n}") if len(sets) > 1 else None, tuple(ScopeSet.of(text.split())))
            for n, text in enumerate(sets)
        )
        matches.append(EndpointMatch(replace(base, requirement=Requirement(alternatives)), (), alternatives))
    return replace(resolved(line, *(match.endpoint for match in matches), credentials=credentials), matches=tuple(matches))


def specified(shape: Sequence[Sequence[str]], held: Sequence[str]) -> str:
    """Independent of the code under test: texts only. `x:read-write` stands for both accesses."""
    granted = set(held) | {text.replace("read-write", "read") for text in held}
    outcomes = {all(scope in granted for scope in way.split()) for sets in shape for way in sets}
    return {frozenset({True}): "covered", frozenset({False}): "missing"}.get(frozenset(outcomes), "possible")


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
def test_truth_table(shape: list[list[str]]) -> None:
    call = made(shape)
    seen = set()
    for held in EVERY_SET:
        verdict = str(judge_call(call, Token("t", held)).verdict)
        assert verdict == specified(shape, held.texts()), held.texts()
        seen.add(verdict)
    assert "covered" in seen
    assert shape == [[""]] or len(seen) >= 2


CERTAIN = {
    "nothing": [],
    "one read": ["note:read"],
    "one write": ["note:read-write"],
    "two at once": ["note:read", "task:read-write"],
    "undecided, disjoint": [],
    "undecided, shared": ["note:read"],
    "undecided, one needs nothing": [],
    "two endpoints": ["note:read-write"],
    "two endpoints, disjoint": ["note:read", "task:read", "webhook:read"],
    "two endpoints, one undecided": ["webhook:read"],
}


@pytest.mark.parametrize("name", SHAPES)
def test_certain_scopes(name: str) -> None:
    """Alternatives are a question: what all of them need. Endpoints are a choice of the code: what each of them needs."""
    call = made(SHAPES[name])
    assert list(certain_scopes(call).texts()) == CERTAIN[name]
    assert possible_scopes(call).covers_all(certain_scopes(call))


def report(calls: Sequence[Call], *tokens: Token) -> Report:
    return judge(calls, Config(file="pyproject.toml", tokens=tokens), MANIFEST, Run(files=1))


shapes = st.sampled_from(list(SHAPES.values()))
sets = st.sampled_from(EVERY_SET)
credentials = st.sampled_from([(), ("A",), ("B",), ("A", "B"), ("C",)])


@st.composite
def projects(draw: st.DrawFn) -> tuple[list[Call], list[Token]]:
    count = draw(st.integers(1, 5))
    calls = [made(draw(shapes), line, draw(credentials)) for line in range(1, count + 1)]
    names = draw(st.sampled_from([["A"], ["A", "B"]]))
    return calls, [Token(name.lower(), draw(sets), env=(name,)) for name in names]


def found(result: Report, code: str) -> set[tuple[int, str | None]]:
    return {(finding.place.line, finding.token) for finding in result.findings if finding.code.id == code}


@given(projects(), st.sampled_from(SCOPES), st.booleans())
def test_granting_never_adds_a_missing_scope(project: tuple[list[Call], list[Token]], scope: Scope, last: bool) -> None:
    """And so taking away never removes one."""
    calls, tokens = project
    index = len(tokens) - 1 if last else 0
    more = list(tokens)
    more[index] = replace(tokens[index], scopes=tokens[index].scopes.union([scope]))
    before, after = report(calls, *tokens), report(calls, *more)
    assert found(after, "ATS001") <= found(before, "ATS001")
    lacking_before = found(before, "ATS001") | found(before, "ATS002")
    assert found(after, "ATS001") | found(after, "ATS002") <= lacking_before


@given(projects())
def test_every_call_has_one_status_and_the_order_of_calls_does_not_matter(project: tuple[list[Call], list[Token]]) -> None:
    calls, tokens = project
    result = report(calls, *tokens)
    assert [judged.call.site.place.line for judged in result.calls] == [call.site.place.line for call in calls]
    assert {judged.status for judged in result.calls} <= {"covered", "missing", "possible"}
    assert report(calls[::-1], *tokens) == result
    assert len({finding.fingerprint for finding in result.findings}) == len(result.findings)


@given(projects())
def test_declaring_the_sufficient_set_leaves_nothing_missing(project: tuple[list[Call], list[Token]]) -> None:
    calls, _tokens = project
    enough, every = sufficient_scopes(calls)
    assert not found(report(calls, Token("t", enough)), "ATS001")
    full = report(calls, Token("t", every))
    assert {judged.status for judged in full.calls} == {"covered"}
    assert not full.findings
    assert set(full.required_scopes) == set(required_scopes(calls))


@given(projects())
def test_following_the_advice_changes_no_verdict(project: tuple[list[Call], list[Token]]) -> None:
    calls, tokens = project
    before = report(calls, *tokens)
    leaner = []
    for token, told in zip(tokens, before.tokens, strict=True):
        kept = set(token.scopes) - set(told.unused)
        kept = {Scope(scope.resource, Access.READ) if scope in told.broader else scope for scope in kept}
        leaner.append(replace(token, scopes=ScopeSet(frozenset(kept))))
    after = report(calls, *leaner)
    assert [judged.status for judged in after.calls] == [judged.status for judged in before.calls]
    assert not [token for token in after.tokens if token.unused or token.broader]


@given(projects())
def test_no_scope_of_the_least_set_can_be_left_out(project: tuple[list[Call], list[Token]]) -> None:
    calls, _tokens = project
    required = required_scopes(calls)
    for scope in required:
        less = ScopeSet(frozenset(set(required) - {scope}))
        result = report(calls, Token("t", less))
        assert found(result, "ATS001") | found(result, "ATS002")


def test_a_call_that_needs_nothing_is_covered_by_nothing() -> None:
    self_endpoint: Endpoint = endpoint("GET /v2/self")
    (judged,) = report([resolved(1, self_endpoint)], Token("t", ScopeSet())).calls
    assert judged.status == "covered"
