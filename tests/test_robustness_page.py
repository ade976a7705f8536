"""docs/robustness.md names tests that exist, in the files that it says, and every test of hostile input."""

from __future__ import annotations

import re
from pathlib import Path

TESTS = Path(__file__).resolve().parent
PAGE = (TESTS.parent / "docs" / "robustness.md").read_text(encoding="utf-8")
ROWS = [row for row in PAGE.partition("## Hostile input")[2].splitlines() if row.startswith("| ") and "`test_" in row]


def functions_of(name: str) -> set[str]:
    return set(re.findall(r"^def (test_\w+)", (TESTS / name).read_text(encoding="utf-8"), re.MULTILINE))


def named() -> set[tuple[str, str]]:
    """(file, test) of every row."""
    found = set()
    for row in ROWS:
        file = "test_hostile.py"
        for word in re.findall(r"`(test_\w+(?:\.py)?)`", row.split("|")[-2]):
            if word.endswith(".py"):
                file = word
            else:
                found.add((file, word))
    return found


def test_every_row_names_a_test_that_exists() -> None:
    assert len(ROWS) > 25
    for file, test in named():
        assert test in functions_of(file), f"{file} has no {test}"
    for test in re.findall(r"`(test_\w+)`", PAGE):
        assert any(test in functions_of(path.name) for path in TESTS.glob("test_*.py")), test


def test_every_test_of_hostile_input_is_in_the_table() -> None:
    about_output = {"test_a_pipe_or_device_is_written_to_and_stays_one"}
    for path in TESTS.glob("test_hostile*.py"):
        in_table = {test for file, test in named() if file == path.name}
        assert functions_of(path.name) - about_output <= in_table, path.name
