"""Guards of the cost, by calls of Python functions and not by time, so that a busy machine changes nothing.

A run calls a countable number of functions. What is held: reading costs the same for each module however many there are, a file that
cannot matter costs next to nothing, and a warm run does a small fraction of a cold one's work. The first
fails if the cost of a module drifts by 20 % as the project grows.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest

from attio_scopes.discover import Selection, discover
from attio_scopes.link import link
from attio_scopes.memory import Memory
from attio_scopes.model.config import Config
from attio_scopes.pipeline import Request, run
from attio_scopes.reach import reach
from attio_scopes.reading import Effort, reading_of, seeds_of

CLIENT = 'import requests\n\n\ndef send(path):\n    return requests.get("https://api.attio.com/v2" + path)\n'
JOB = "import os\nfrom crm import send\n\n\ndef run(rows):\n    for row in rows:\n        send(f'/lists/{row}')\n    return os.sep\n"


def project(folder: Path, jobs: int, bystanders: int = 0) -> Path:
    folder.mkdir()
    (folder / "crm.py").write_text(CLIENT, encoding="utf-8")
    for number in range(jobs):
        (folder / f"job_{number}.py").write_text(JOB, encoding="utf-8")
    for number in range(bystanders):
        (folder / f"other_{number}.py").write_text(JOB.replace("crm", "sdk"), encoding="utf-8")
    return folder


def looked_into(folder: Path) -> int:
    """Calls of a run up to the evaluation: reading, outlines, linking, reach, parsing."""
    discovery = discover([str(folder)], str(folder), Selection())

    def action() -> None:
        reading = reading_of(discovery, seeds_of(Config()), Effort(jobs=1), Memory(), {})
        reading.search()
        reading.look()
        program = link(reading.chosen, reading.paths, reading)
        reading.select(reach(program).statements)

    return calls(action)


def calls(action: Callable[[], object]) -> int:
    """How many functions, of Python and of C, an action calls."""
    count = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    action()  # what is loaded once does not count
    sys.setprofile(note)
    try:
        action()
    finally:
        sys.setprofile(None)
    return count


def test_reading_costs_the_same_for_each_module(tmp_path: Path) -> None:
    few, some, many = (looked_into(project(tmp_path / str(jobs), jobs)) for jobs in (10, 40, 160))
    first, later = (some - few) / 30, (many - some) / 120
    assert 0.8 < later / first < 1.2, f"{first:.0f} calls for each module at first, {later:.0f} later"


def test_a_file_that_cannot_matter_costs_next_to_nothing(tmp_path: Path) -> None:
    without, with_them, job = (
        looked_into(project(tmp_path / name, jobs, more)) for name, jobs, more in (("a", 1, 0), ("b", 1, 100), ("c", 2, 0))
    )
    bystander = (with_them - without) / 100
    # One that imports a client is searched like any other until somebody asks for it: what is compared here is what comes before.
    assert bystander * 8 < without, f"{bystander:.0f} calls for a file that cannot matter, {without} for one that says Attio"
    assert (job - without) * 8 < without


def test_a_warm_run_does_a_small_part_of_the_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("attio_scopes.cache.signature.now", lambda: time.time_ns() + 10_000_000_000)
    folder = str(project(tmp_path / "project", 20))
    cold = calls(lambda: run(Request((folder,), verdict=False)))
    warm = calls(lambda: run(Request((folder,), verdict=False, cache=True)))
    assert warm * 4 < cold, f"{warm} calls warm, {cold} cold"


CALL = "requests.get('https://api.attio.com/v2/notes')\n"
OPEN = "class Api:\n    def send(self, path):\n        return requests.get('https://api.attio.com/v2' + path)\n"
LARGE: dict[str, Callable[[int], str]] = {
    "statements": lambda count: "import requests\n" + CALL * count,
    "methods": lambda count: f"import requests\n\n\n{OPEN}" + "".join(
        f"\n    def act_{number}(self):\n        return self.send('/notes')\n" for number in range(count)
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", LARGE)
def test_a_large_module_costs_the_same_for_each_call(tmp_path: Path, kind: str) -> None:
    def cost(count: int) -> int:
        folder = tmp_path / str(count)
        folder.mkdir()
        (folder / "crm.py").write_text(LARGE[kind](count), encoding="utf-8")
        return calls(lambda: run(Request((str(folder),), verdict=False, jobs=1)))

    few, some, many = (cost(count) for count in (100, 200, 400))
    first, later = (some - few) / 100, (many - some) / 200
    assert later / first < 1.2, f"{first:.0f} calls for each at first, {later:.0f} later"


RECORDED = {"3.11": 155000}
"""How many calls a cold run over 20 jobs took when this was last written down, by Python: they count calls differently."""


def test_a_run_costs_no_more_than_it_did(tmp_path: Path) -> None:
    """Fails where a change makes a run a fifth dearer; then it is mended, or the new figure written down, with a reason."""
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    if version not in RECORDED:
        pytest.skip(f"no figure was written down for Python {version}")
    folder = str(project(tmp_path / "project", 20))
    cold = calls(lambda: run(Request((folder,), verdict=False, jobs=1)))
    assert cold < 1.2 * RECORDED[version], f"{cold} calls; {RECORDED[version]} were written down"
