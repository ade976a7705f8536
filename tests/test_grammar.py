"""Programs out of Python's grammar go through the whole pipeline: no crash, no loss of the call behind or inside them, little time.

`python -m tests.robustness --hypothesmith N` looks at as many as there is time for.
"""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from attio_scopes.pipeline import Request, run
from tests.grammar import AROUND, programs
from tests.robustness import INNER, PLANTED, outcome_of

pytestmark = pytest.mark.slow

LONGEST = 10
"""Seconds; none of them has a thousand characters, and each takes a hundredth of a second."""


def test_whatever_the_grammar_gives(tmp_path: Path) -> None:
    @settings(max_examples=20, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck), print_blob=False)
    @given(programs())
    def each(text: str) -> None:
        started = time.process_time()
        assert outcome_of(text.encode(), tmp_path) == "analysed"
        assert time.process_time() - started < LONGEST

    each()


@pytest.mark.parametrize("around", AROUND)
def test_what_is_planted_is_really_found(tmp_path: Path, around: str) -> None:
    """With a plain expression every planted call is resolved, so the lines that are looked at are those of calls."""
    text = around.format(expression="'/notes'", planted=PLANTED, inner=INNER)
    (tmp_path / "module.py").write_text(
        text.replace("'/notes'\n) or", "''\n) or").replace("'https://api.attio.com/v2/' + str", "'https://api.attio.com/v2' + str")
    )
    found = {judged.call.site.place.line: judged.status for judged in run(Request((str(tmp_path),), verdict=False)).report.calls}
    planted = [number for number, line in enumerate(text.splitlines(), 1) if line.endswith(PLANTED)]
    assert planted
    assert {number: found.get(number) for number in planted} == dict.fromkeys(planted, "resolved")


@pytest.mark.parametrize("text", ["print()  # planted\n", "import requests\nrequests.get('https://example.com')  # planted\n"])
def test_a_lost_call_is_noticed(tmp_path: Path, text: str) -> None:
    assert outcome_of(text.encode(), tmp_path) == "call lost"
