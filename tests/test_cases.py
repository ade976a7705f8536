"""Every annotated case: what is reported is what its comments expect, both ways."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.case_gaps import problems_of, read_gaps
from tests.case_harness import Case, CaseError, Expectation, all_cases, compare, expectations
from tests.run_calls import Reported

A_CASE = Case("text", "made_up", Path("made_up.py"))


@pytest.mark.parametrize("case", all_cases(), ids=str)
def test_case(case: Case, tmp_path: Path) -> None:
    problems = problems_of(case, tmp_path)
    assert problems == read_gaps().get(str(case), []), "\n" + "\n".join(problems) + "\nwritten down by: python -m tests.case_gaps --record"


def test_every_gap_is_a_case() -> None:
    assert read_gaps().keys() <= {str(case) for case in all_cases()}


def test_expectations_are_read_from_comments_only() -> None:
    text = 'x = "# call: GET /v2/self"\nf()  # call: GET /v2/notes | GET /v2/tasks # unresolved: no idea\n'
    assert expectations(text, "a.py") == (
        Expectation("call", "a.py", 2, frozenset({"GET /v2/notes", "GET /v2/tasks"})),
        Expectation("unresolved", "a.py", 2, reason="no idea"),
    )


@pytest.mark.parametrize("text", ["f()  # call: /v2/self\n", "f()  # call:\n", "f()  # call: GET /v2/self\n# expects nothing\n"])
def test_a_wrong_expectation_is_an_error(text: str) -> None:
    with pytest.raises(CaseError):
        expectations(text, "a.py")


def call(line: int, *endpoints: str, status: str = "resolved", end_line: int = 0, reason: str | None = None) -> Reported:
    return Reported("a.py", line, end_line or line, status, frozenset(endpoints), reason)


def test_matching_is_both_ways_and_one_to_one() -> None:
    expected = expectations("f()  # call: GET /v2/self\ng()  # call: GET /v2/notes\n", "a.py")
    assert compare(A_CASE, expected, [call(1, "GET /v2/self"), call(2, "GET /v2/notes")]).problems == ()
    assert len(compare(A_CASE, expected, [call(1, "GET /v2/self")]).problems) == 1
    assert len(compare(A_CASE, expected, [call(1, "GET /v2/self"), call(2, "GET /v2/notes"), call(2, "GET /v2/notes")]).problems) == 1
    assert len(compare(A_CASE, expected, [call(1, "GET /v2/self"), call(2, "POST /v2/notes")]).problems) == 2


def test_a_subset_of_a_choice_is_not_the_choice() -> None:
    expected = expectations("f()  # call: GET /v2/self | GET /v2/notes\n", "a.py")
    assert compare(A_CASE, expected, [call(1, "GET /v2/self")]).problems


def test_nested_calls_each_find_their_own_line() -> None:
    text = "send(  # call: POST /v2/notes\n  1,\n  f(),  # call: POST /v2/notes\n)\n"
    expected = expectations(text, "a.py")
    assert compare(A_CASE, expected, [call(1, "POST /v2/notes", end_line=4), call(3, "POST /v2/notes")]).problems == ()


def test_a_known_gap_is_tolerated_until_it_closes() -> None:
    expected = expectations("f()  # todo-call: GET /v2/self\n", "a.py")
    assert compare(A_CASE, expected, []).problems == ()
    assert compare(A_CASE, expected, [call(1, status="unresolved", reason="too deep")]).problems == ()
    assert compare(A_CASE, expected, [call(1, "GET /v2/notes")]).problems
    assert "closed" in compare(A_CASE, expected, [call(1, "GET /v2/self")]).problems[0]


def test_either_of_both_may_be_right() -> None:
    expected = expectations("f()  # call-or-unresolved: GET /v2/self | GET /v2/notes\n", "a.py")
    assert compare(A_CASE, expected, [call(1, "GET /v2/self", "GET /v2/notes")]).problems == ()
    assert compare(A_CASE, expected, [call(1, status="unresolved", reason="too many")]).problems == ()
    assert compare(A_CASE, expected, [call(1, "GET /v2/self")]).problems
    assert compare(A_CASE, expected, []).problems


def test_unresolved_compares_a_part_of_the_reason() -> None:
    expected = expectations("f()  # unresolved: Parameter path\n", "a.py")
    assert compare(A_CASE, expected, [call(1, status="unresolved", reason="the parameter path of f")]).problems == ()
    assert compare(A_CASE, expected, [call(1, status="unresolved", reason="something else")]).problems
