"""Programs made to blow up an interpreter: each ends soon, and no call to Attio in it is lost.

Small ones here; `python -m tests.robustness --shapes` takes the large ones.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from attio_scopes.pipeline import Request, run
from tests.hostile_shapes import SHAPES
from tests.robustness import PLANTED, Worker

pytestmark = pytest.mark.slow

LONGEST = 20
"""Seconds, on a machine with other work; each of them takes less than two by itself."""


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    made = Worker(LONGEST)
    made.analyse(b"")  # the start of the process counts for none of them
    yield made
    made.process.kill()


def shapes() -> Iterator[object]:
    for name, shape in SHAPES.items():
        gap = pytest.mark.xfail(reason=shape.gap, strict=True)
        yield pytest.param(name, marks=gap) if shape.gap else name


@pytest.mark.parametrize("name", list(shapes()))
def test_every_call_is_accounted_for_in_bounded_time(worker: Worker, name: str) -> None:
    """Known gaps are marked, and fail here as soon as they are closed."""
    shape = SHAPES[name]
    text = shape.program(shape.small)
    assert text.count(PLANTED) >= 2 or name == "assignments"
    outcome, _ = worker.analyse(text.encode())
    assert outcome == "analysed"


def test_very_many_files(tmp_path: Path) -> None:
    """4,000 of them, three of which matter."""
    for folder in range(40):
        made = tmp_path / f"package{folder}"
        made.mkdir()
        for number in range(100):
            os.close(os.open(made / f"m{number}.py", os.O_CREAT | os.O_WRONLY))
    (tmp_path / "package7" / "client.py").write_text(
        "import requests\ndef send(path):\n    return requests.get('https://api.attio.com/v2' + path)\n"
    )
    (tmp_path / "package8" / "m1.py").write_text("from package7.client import send\nsend('/notes')\n")
    (tmp_path / "package9" / "m2.py").write_text("from package8 import m1\nfrom package7.client import send\nsend('/tasks')\n")
    started = time.perf_counter()
    report = run(Request((str(tmp_path),), verdict=False)).report
    assert time.perf_counter() - started < LONGEST
    assert report.files == 4_001
    assert [judged.call.site.place.path for judged in report.calls] == ["package8/m1.py", "package9/m2.py"]


def test_very_many_modules_that_import_one_another(tmp_path: Path) -> None:
    """Stars in a ring, and a call through all of them."""
    size = 60
    for number in range(size):
        text = f"from m{(number + 1) % size} import *\n" + (
            "import requests\ndef send(path):\n    return requests.get('https://api.attio.com/v2' + path)\n" if number == 40 else ""
        )
        (tmp_path / f"m{number}.py").write_text(text)
    (tmp_path / "main.py").write_text("from m0 import send\nsend('/notes')\n")
    started = time.perf_counter()
    report = run(Request((str(tmp_path),), verdict=False)).report
    assert time.perf_counter() - started < LONGEST
    assert [(judged.call.site.place.path, judged.call.site.place.line) for judged in report.calls] == [("main.py", 2)]
