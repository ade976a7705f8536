"""Generated programs: the tool finds exactly what they call, and they call exactly what they say.

`.ci/run` looks at thousands, `python -m tests.generated --examples N` at as many as there is time for.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.attio_server.runs import Runs
from tests.generated.flows import FLOWS
from tests.generated.objects import CLIENTS
from tests.generated.programs import Program, examined, executed, programs
from tests.generated.reuses import REUSES
from tests.generated.uses import USES

pytestmark = pytest.mark.slow

RELAXED = settings(deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck), print_blob=False)


@pytest.fixture(scope="module")
def runs() -> Iterator[Runs]:
    with Runs() as made:
        yield made


@settings(RELAXED, max_examples=50)
@given(program=programs())
def test_the_tool_finds_exactly_what_a_program_calls(program: Program) -> None:
    with TemporaryDirectory() as folder:
        program.write(Path(folder))
        problems = examined(program, Path(folder)).problems
        assert not problems, "\n".join([program.text(), *problems])


@settings(RELAXED, max_examples=15)
@given(program=programs())
def test_a_program_calls_exactly_what_it_says(program: Program, runs: Runs) -> None:
    with TemporaryDirectory() as folder:
        program.write(Path(folder))
        problems = executed(program, Path(folder), runs)
        assert not problems, "\n".join([program.text(), *problems])


@settings(RELAXED, max_examples=15)
@given(data=st.data())
def test_a_wrong_mark_is_noticed(data: st.DataObject) -> None:
    """The comparison can fail: a program whose marks are wrong disagrees."""
    program = data.draw(programs())
    files = tuple((path, text.replace("# call: ", "# call: HEAD /v2/nothing | ")) for path, text in program.files)
    with TemporaryDirectory() as folder:
        wrong = Program(files, program.called)
        wrong.write(Path(folder))
        assert examined(wrong, Path(folder)).problems


def test_the_shapes_are_many() -> None:
    assert len(CLIENTS) >= 12
    assert len(USES) + len(FLOWS) >= 16
    assert len(REUSES) >= 4
