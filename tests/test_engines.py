"""The engine in `attio_scopes/engine`, over kinds of cases that are fast: each is right, or wrong as it is written down."""

from __future__ import annotations

import pytest

import attio_scopes.engine
import attio_scopes.resolve
from tests import engines
from tests.case_harness import Case, all_cases
from tests.engines import BROKE, cases_of, engine_problems, main, new_engine, read_engine_gaps

FAST = ("branches", "choice", "declarative", "sdk")


@pytest.mark.parametrize("case", cases_of(FAST), ids=str)
def test_case_with_the_new_engine(case: Case) -> None:
    problems = engine_problems(case)
    assert problems == read_engine_gaps().get(str(case), []), "\n".join(
        ["", *problems, "written down by: python -m tests.engines --record"]
    )


def test_every_gap_is_a_case() -> None:
    assert read_engine_gaps().keys() <= {str(case) for case in all_cases()}


def test_no_case_breaks_the_engine() -> None:
    assert [name for name, problems in read_engine_gaps().items() if problems[0].startswith(BROKE)] == []


def test_the_kinds_have_cases() -> None:
    assert {case.kind for case in cases_of(FAST)} == set(FAST)
    assert cases_of(()) == all_cases()


def test_the_engine_is_the_new_one_within_and_the_old_one_after() -> None:
    before = attio_scopes.resolve.resolve
    with new_engine():
        assert attio_scopes.resolve.resolve is attio_scopes.engine.resolve
    assert attio_scopes.resolve.resolve is before is not attio_scopes.engine.resolve


def test_the_cases_are_put_to_the_new_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked twice, for a case of which an answer of the other engine may be in a cache."""
    case = cases_of(("sdk",))[0]
    assert engine_problems(case) == []
    monkeypatch.setattr(attio_scopes.engine, "resolve", lambda *_: ((), ()))
    assert {problem.partition(":")[0] for problem in engine_problems(case)} == {"missed"}


def test_an_engine_that_breaks_is_a_problem_of_the_case(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(attio_scopes.engine, "resolve", breaks)
    (problem,) = engine_problems(cases_of(("sdk",))[0])
    assert problem.startswith(BROKE)


def test_what_differs_from_the_record_fails_and_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    name = str(cases_of(("sdk",))[0])
    known = {name: problems for name, problems in read_engine_gaps().items() if name.startswith("sdk/")}
    monkeypatch.setattr(engines, "read_engine_gaps", lambda: known)
    assert main(["--kind", "sdk"]) == 0
    assert "closed\n" not in capsys.readouterr().out
    monkeypatch.setattr(engines, "read_engine_gaps", lambda: {**known, name: ["missed: something"]})
    assert main(["--kind", "sdk"]) == 1
    assert f"{name}: closed\n" in capsys.readouterr().out
