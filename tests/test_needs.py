"""What was not tried is told at the end of every run; and in `.ci/run`, what could have been tried has to be."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.needs import NEEDS, need_of, needless, table

ROOT = Path(__file__).resolve().parent.parent

REASONS = {
    "NOT VALIDATED: set ATTIO_SCOPES_FORMAT_TOOLS to a folder with codeclimate.json": "schemas of other projects",
    "NOT VALIDATED: set ATTIO_SCOPES_FORMAT_TOOLS to a folder with node_modules": "programs of npm that read what is written",
    "NOT TRIED in zsh: it is not installed": "a shell",
    "NOT TRIED in a browser: Chromium is not installed (apt-get install chromium chromium-driver)": "a browser",
    "NOT TRIED in a browser: selenium is not installed (pip install '.[dev]')": "a package of the development extra",
    "git is not installed: the hook was not tried": "git",
    "could not import 'flake8': No module named 'flake8'": "a package of the development extra",
    "NOT VALIDATED: zizmor (of the dev extra) is not installed": "a package of the development extra",
    "NOT VALIDATED: pip install xmlschema": "a package of the development extra",
    "NOT TRIED: the extra mcp is not installed": "a package of the development extra",
    "the published references are not on this machine": "the published references",
    "docs/ is not in this copy of the project": "the whole checkout",
    "not installed: niquests": "a client library that takes another's place",
    "Skipped: not installed: niquests": "a client library that takes another's place",
    "NOT RUN: the steps need bash and git": "git",
}


@pytest.mark.parametrize("reason", REASONS)
def test_what_a_reason_says_is_needed(reason: str) -> None:
    named = need_of(reason)
    assert named is not None
    assert named[0].what == REASONS[reason]


def reasons_in_the_tests() -> set[str]:
    """The reasons as they stand in the tests, with some letter for each part that is filled in."""
    found: set[str] = set()
    for path in (ROOT / "tests").rglob("*.py"):
        if "skip" not in (text := path.read_text(encoding="utf-8")) or path.name == Path(__file__).name:
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in ("skip", "skipif", "importorskip"):
                said = [keyword.value for keyword in node.keywords if keyword.arg == "reason"]
                said += node.args[:1] if ast.unparse(node.func).endswith("pytest.skip") else []
                found.update(filled_in(one) for one in said)
    return found


def filled_in(node: ast.expr) -> str:
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "x" for part in parts)


def test_every_reason_is_known() -> None:
    """A new way to skip says in tests/needs.py what is needed and how to get it."""
    reasons = reasons_in_the_tests()
    assert len(reasons) > 40
    assert sorted(reason for reason in reasons if need_of(reason) is None) == []


def test_every_need_is_in_use() -> None:
    names = {named[0].what for reason in {*reasons_in_the_tests(), *REASONS} if (named := need_of(reason)) is not None}
    assert {need.what for need in NEEDS} - names == set()


def test_the_table_has_a_row_for_each_reason() -> None:
    lines = table({"git is not installed": 12, "no such thing": 1})
    assert lines == [
        "tests  what was not tried           why → how to get it",
        "   12  git                          git is not installed",
        "                                    → apt-get install git",
        "    1  not known to tests/needs.py  no such thing",
        "                                    → ?",
    ]


def test_what_this_machine_has_is_no_reason() -> None:
    assert needless(["NOT TRIED: pytest is not installed (pip install '.[dev]')"]) == [
        "NOT TRIED: pytest is not installed (pip install '.[dev]'): this machine has a package of the development extra"
    ]
    assert needless(["NOT TRIED: pytests is not installed (pip install '.[dev]')", "a shell's pipe"]) == []
    assert needless(["no such thing"]) == ["no such thing: nobody has said what is needed (tests/needs.py)"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("reason", "code"), [("NOT TRIED: pytests is not installed (x)", 0), ("NOT TRIED: pytest is not installed (x)", 1)]
)
@pytest.mark.parametrize("processes", ["0", "2"])
def test_a_run_that_could_have_tried_more_fails(tmp_path: Path, reason: str, code: int, processes: str) -> None:
    (tmp_path / "conftest.py").write_text("from tests.conftest import pytest_sessionfinish, pytest_terminal_summary\n")
    (tmp_path / "test_it.py").write_text(
        f"import pytest\n\n\ndef test_skips():\n    pytest.skip({reason!r})\n\n\ndef test_passes():\n    pass\n"
    )
    command = [sys.executable, "-m", "pytest", "-q", "-n", processes, "-p", "no:cacheprovider", "--rootdir", str(tmp_path), str(tmp_path)]
    environment = {**os.environ, "ATTIO_SCOPES_SKIP_NOTHING": "1", "PYTHONPATH": str(ROOT), "PYTEST_ADDOPTS": ""}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stdout + done.stderr
    assert re.search(rf"^ +1  a package of the development extra  {re.escape(reason)}$", done.stdout, re.MULTILINE)
    assert ("this machine could run it" in done.stdout) == bool(code)
