"""Small programs that are really run: what the analyser says of each is what was sent, or it is a known gap that is written down.

`python -m tests.executed --record` writes the verdicts down anew, after something was improved.
"""

from __future__ import annotations

import collections
import os
from pathlib import Path
from typing import Any

import pytest

from tests.executed.__main__ import program_problem, tried
from tests.executed.record import read_gaps
from tests.executed.runs import Ran, run_all
from tests.executed.shapes import LETTERS, Shape, ShapeError, all_shapes, read_shape
from tests.executed.transports import Sent
from tests.executed.verdict import VERDICTS, endpoint_of, judge

SHAPES = all_shapes()

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="each program runs in a fork of its own"),
]


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("executed")


@pytest.fixture(scope="module")
def ran(scratch: Path) -> dict[str, Ran]:
    return run_all(SHAPES, scratch)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_program(shape: Shape, ran: dict[str, Ran], scratch: Path) -> None:
    here = ran[shape.name]
    assert program_problem(shape, here) is None
    judged = tried(shape, here, scratch / shape.name)
    assert judged.verdict == read_gaps().get(shape.name, "ok"), "\n" + "\n".join(judged.notes)


def test_every_gap_is_a_program() -> None:
    gaps = read_gaps()
    assert set(gaps) <= {shape.name for shape in SHAPES}
    assert set(gaps.values()) <= set(VERDICTS[1:])


def test_there_are_enough_of_every_kind() -> None:
    by_letter = collections.Counter(shape.letter for shape in SHAPES)
    assert set(by_letter) == set(LETTERS)
    assert min(by_letter.values()) >= 4
    assert len(SHAPES) >= 200
    assert sum(bool(shape.near) for shape in SHAPES) >= 0.4 * len(SHAPES)


# --- the comparison itself -------------------------------------------------------------------------------------------------------

NOTES = "https://api.attio.com/v2/notes"


def shape_of(tmp_path: Path, head: str) -> Shape:
    file = tmp_path / "x_made_up.py"
    file.write_text(head + "\n", encoding="utf-8")
    return read_shape(file)


def sent(method: str, url: str, *lines: int) -> Sent:
    return Sent(method, url, [("main.py", line, line) for line in lines])


def call(
    line: int, *endpoints: str, status: str = "", via: tuple[int, ...] = (), methods: tuple[str, ...] = (), url: str = ""
) -> dict[str, Any]:
    return {
        "path": "main.py",
        "line": line,
        "end_line": line,
        "status": status or ("resolved" if endpoints else "unresolved"),
        "methods": list(methods),
        "url": url,
        "reason": None,
        "endpoints": [dict(zip(("method", "path"), endpoint.split(" "), strict=True)) for endpoint in endpoints],
        "via": [{"path": "main.py", "line": frame} for frame in via],
    }


@pytest.mark.parametrize(
    ("head", "requests", "calls", "verdict"),
    [
        pytest.param("", [sent("GET", NOTES, 5)], [call(5, "GET /v2/notes")], "ok", id="on its own line"),
        pytest.param("", [sent("GET", NOTES, 3, 9)], [call(9, "GET /v2/notes", via=(3,))], "ok", id="on a line of the stack"),
        pytest.param(
            "", [sent("GET", NOTES, 3)], [call(9, "GET /v2/notes", via=(3,))], "ok", id="by a frame, where a thread cut the stack"
        ),
        pytest.param("", [sent("GET", NOTES)], [call(9, "GET /v2/notes")], "ok", id="nothing of the program on the stack"),
        pytest.param("", [sent("GET", NOTES, 5)], [], "silent", id="nothing is said"),
        pytest.param("", [sent("GET", NOTES, 5), sent("POST", NOTES, 5)], [call(5, "GET /v2/notes")], "silent", id="a part is said"),
        pytest.param(
            "",
            [sent("GET", NOTES, 3, 8), sent("GET", NOTES, 3, 9)],
            [call(8, "GET /v2/notes", via=(3,))],
            "silent",
            id="one of two uses is lost",
        ),
        pytest.param("", [sent("GET", NOTES, 5)], [call(5)], "unresolved", id="unresolved"),
        pytest.param("# unknowable: GET /v2/notes\n", [sent("GET", NOTES, 5)], [call(5)], "ok", id="rightly unresolved"),
        pytest.param("# unknowable: GET /v2/notes\n", [sent("GET", NOTES, 5)], [], "silent", id="not even unresolved"),
        pytest.param("", [sent("GET", NOTES, 5)], [call(5, "GET /v2/notes", "GET /v2/tasks")], "wrong", id="one too many"),
        pytest.param("# may: GET /v2/t*\n", [sent("GET", NOTES, 5)], [call(5, "GET /v2/notes", "GET /v2/tasks")], "ok", id="conditional"),
        pytest.param(
            "",
            [sent("GET", NOTES, 5), sent("GET", NOTES + "/1", 7)],
            [call(5, "GET /v2/notes"), call(7, "GET /v2/notes/{note_id}", "GET /v2/notes")],
            "wrong",
            id="sent from another line only",
        ),
        pytest.param("", [], [call(5, "GET /v2/notes")], "false alarm", id="nothing is sent"),
        pytest.param("", [], [call(5)], "false alarm", id="nothing is sent, unresolved"),
        pytest.param("# may be unresolved\n", [], [call(5)], "ok", id="unresolved may be said"),
        pytest.param(
            "",
            [sent("GET", NOTES, 5), sent("GET", "https://api.example.org/v2/notes", 7)],
            [call(5, "GET /v2/notes"), call(7, "GET /v2/notes")],
            "false alarm",
            id="another vendor's",
        ),
        pytest.param("# calls: 1\n", [sent("GET", NOTES, 5)], [call(5, "GET /v2/notes"), call(5, "GET /v2/notes")], "wrong", id="twice"),
        pytest.param(
            "",
            [sent("GET", "https://api.attio.com/v2/nots/7", 5)],
            [call(5, status="unknown-endpoint", methods=("GET",), url="https://api.attio.com/v2/nots/{key}")],
            "ok",
            id="no such endpoint, and that is said",
        ),
        pytest.param(
            "",
            [sent("GET", NOTES, 5)],
            [call(5, "GET /v2/notes"), call(5, status="unknown-endpoint", methods=("GET",), url="https://api.attio.com/v2notes")],
            "wrong",
            id="no such endpoint, and never sent",
        ),
    ],
)
def test_verdict(tmp_path: Path, head: str, requests: list[Sent], calls: list[dict[str, Any]], verdict: str) -> None:
    assert judge(shape_of(tmp_path, head + "# sends: nothing"), requests, calls).verdict == verdict


@pytest.mark.parametrize(
    ("method", "path", "endpoint"),
    [
        ("POST", "/v2/objects/records/search", "POST /v2/objects/records/search"),
        ("GET", "/v2/objects/people/attributes", "GET /v2/{target}/{identifier}/attributes"),
        ("GET", "/v2/things/people/attributes", "GET /v2/things/people/attributes"),
        ("GET", "/v2//notes/", "GET /v2/notes"),
        ("DELETE", "/v2/notes", "DELETE /v2/notes"),
    ],
)
def test_endpoint_of_a_path(method: str, path: str, endpoint: str) -> None:
    assert endpoint_of(method, path) == endpoint


@pytest.mark.parametrize("head", ["x = 1", "# sends: notes", "# sends: GET /v2/notes\n# near", "# may: GET /v2/notes"])
def test_first_lines_that_cannot_be_read(tmp_path: Path, head: str) -> None:
    with pytest.raises(ShapeError):
        shape_of(tmp_path, head)


def test_a_program_is_run_alone_and_nothing_leaves_it(tmp_path: Path) -> None:
    file = tmp_path / "a_first.py"
    file.write_text("# sends: nothing\nimport json, requests\njson.shared = 1\nrequests.get('https://example.org')\n", encoding="utf-8")
    other = tmp_path / "a_second.py"
    other.write_text("# sends: nothing\nimport json\nassert not hasattr(json, 'shared')\nraise SystemExit('bad')\n", encoding="utf-8")
    told = run_all([read_shape(file), read_shape(other)], tmp_path / "run")
    assert told["a_first"] == Ran((Sent("GET", "https://example.org/", [("main.py", 4, 4)]),), None)
    assert told["a_second"].failure == "exit bad"
