"""What keeps the house in order beside the import contract: complexity, what nothing uses, and ignores, counted and each with a reason."""

from __future__ import annotations

import re
import subprocess
import sys
import tokenize
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("mccabe", reason="mccabe is not installed (pip install '.[dev]')")
from tests.measures import circles, main, rooms_of

ROOT = Path(__file__).resolve().parent.parent
NOT_OURS = (
    "tests/cases/",
    "tests/data/",
    "tests/programs/",
    "tests/executed/programs/",
    "tests/executed/frameworks/",
    "benchmarks/planted/",
)
MOST_IGNORES = {"attio_scopes": 46, "benchmarks": 3, "tests": 33}
"""Hardly more than there are: a new one takes the place of another, or is worth a change here."""


def test_no_room_is_complicated() -> None:
    """No function has more than fifteen ways through, and a room's have five in the mean."""
    rooms = rooms_of(ROOT)
    assert max(number for room in rooms.values() for number in room.complexities) <= 15
    assert {name: room.mean for name, room in rooms.items() if len(room.complexities) > 3 and room.mean > 5} == {}


def test_rooms_do_not_lead_to_one_another() -> None:
    assert circles({name: room.leads_to for name, room in rooms_of(ROOT).items()}) == []
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}) == [frozenset("abc")]
    assert re.search(r"^judge +\d+ +\d+ .*  globs, model$", main(ROOT), re.MULTILINE)


def test_nothing_is_unused() -> None:
    pytest.importorskip("vulture", reason="vulture is not installed (pip install '.[dev]')")
    done = subprocess.run([sys.executable, "-m", "vulture"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, ""), done.stdout + done.stderr


def ignores() -> Iterator[tuple[str, int, str]]:
    """Each comment that keeps a tool silent: file, line, comment."""
    for path in sorted(path for folder in MOST_IGNORES for path in (ROOT / folder).rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        if not name.startswith(NOT_OURS):
            with path.open("rb") as stream:
                for token in tokenize.tokenize(stream.readline):
                    if token.type == tokenize.COMMENT and re.search(r"#\s*(type: ignore|noqa|nosec|pragma:)", token.string):
                        yield name, token.start[0], token.string


def test_every_ignore_names_its_rule_and_its_reason() -> None:
    found = list(ignores())
    reasoned = re.compile(r"# (type: ignore\[[\w, -]+\]\s+# \S+|noqa: \w+(, ?\w+)* - \S+|pragma: no cover - \S+)")
    assert [f"{name}:{line}: {text}" for name, line, text in found if not reasoned.match(text)] == []


def test_the_ignores_are_counted() -> None:
    counts = Counter(name.partition("/")[0] for name, _, _ in ignores())
    assert {name: (counts[name], most) for name, most in MOST_IGNORES.items() if counts[name] > most} == {}
