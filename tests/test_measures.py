"""What keeps the house in order beside the import contract: complexity, what nothing uses, and ignores, counted and each with a reason."""

from __future__ import annotations

import re
import subprocess
import sys
import tokenize
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

pytest.importorskip("mccabe", reason="mccabe is not installed (pip install '.[dev]')")
from tests.measures import Room, circles, modules_of, rooms_of, table

ROOT = Path(__file__).resolve().parent.parent
NOT_OURS = (
    "tests/cases/",
    "tests/data/",
    "tests/programs/",
    "tests/executed/programs/",
    "tests/executed/frameworks/",
    "benchmarks/planted/",
)
MOST_IGNORES = {"attio_scopes": 49, "benchmarks": 3, "tests": 33}
"""Hardly more than there are: a new one takes the place of another, or is worth a change here."""


@pytest.fixture(scope="module")
def rooms() -> dict[str, Room]:
    return rooms_of(ROOT)


def test_no_room_is_complicated(rooms: dict[str, Room]) -> None:
    """No function has more than fifteen ways through, and a room's have five in the mean."""
    assert max(number for room in rooms.values() for number in room.complexities) <= 15
    assert {name: room.mean for name, room in rooms.items() if len(room.complexities) > 3 and room.mean > 5} == {}


def test_rooms_do_not_lead_to_one_another(rooms: dict[str, Room]) -> None:
    assert circles({name: room.leads_to for name, room in rooms.items()}) == []
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}) == [frozenset("abc")]
    assert re.search(r"^judge +\d+ +\d+ .*  globs, model$", table(rooms, {}), re.MULTILINE)


def test_no_modules_lead_to_one_another() -> None:
    """Whatever rooms they are in, and those included that are imported for their types only or within a function."""
    assert circles(modules_of(ROOT)) == [frozenset(ONE_THING)]


ONE_THING = ("attio_scopes.engine.domain.lettering", "attio_scopes.engine.domain.values")
"""A piece of text may wait for a value, and a value may be text: one declaration in two files."""


@pytest.mark.slow
def test_nothing_is_unused() -> None:
    pytest.importorskip("vulture", reason="vulture is not installed (pip install '.[dev]')")
    done = subprocess.run([sys.executable, "-m", "vulture"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, ""), done.stdout + done.stderr


_SILENCES = re.compile(r"#\s*(type: ignore|noqa|nosec|pragma:)")


@cache
def ignores() -> tuple[tuple[str, int, str], ...]:
    """Each comment that keeps a tool silent: file, line, comment."""
    return tuple(_ignores())


def _ignores() -> Iterator[tuple[str, int, str]]:
    for path in sorted(path for folder in MOST_IGNORES for path in (ROOT / folder).rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        if not name.startswith(NOT_OURS) and _SILENCES.search(path.read_text(encoding="utf-8")):
            with path.open("rb") as stream:
                for token in tokenize.tokenize(stream.readline):
                    if token.type == tokenize.COMMENT and _SILENCES.search(token.string):
                        yield name, token.start[0], token.string


def test_every_ignore_names_its_rule_and_its_reason() -> None:
    found = ignores()
    reasoned = re.compile(r"# (type: ignore\[[\w, -]+\]\s+# \S+|noqa: \w+(, ?\w+)* - \S+|pragma: no cover - \S+)")
    assert [f"{name}:{line}: {text}" for name, line, text in found if not reasoned.match(text)] == []


def test_the_ignores_are_counted() -> None:
    counts = Counter(name.partition("/")[0] for name, _, _ in ignores())
    assert {name: (counts[name], most) for name, most in MOST_IGNORES.items() if counts[name] > most} == {}
