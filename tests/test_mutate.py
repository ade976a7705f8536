"""The mutation check notices what it is there for: each kind of mistake is made, and a room without tests has survivors."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.mutate import KNOWN, PACKAGE, belonging_to, chosen, known, modules_of
from tests.mutations import KINDS, mutations

ROOT = Path(__file__).resolve().parent.parent
MODULE = '''
"""A docstring."""

MOST = 3


@dataclass(frozen=True)
class Pair:
    """Two."""


def ends(text: str, more: bool = False) -> bool:
    """Says so."""
    if text in ("a", "b") and not more:
        return len(text) + 1 < MOST or len(text) >= bounds.ITEMS or text in bounds.items
    text += f"and {text} too"
    print("a whole sentence")
    raise ValueError("a whole sentence")
'''


def test_the_mistakes_of_a_module() -> None:
    tree = ast.parse(MODULE)
    before = ast.dump(tree)
    found = mutations(tree)
    names = {f"{one.kind}: {one.before} → {one.after}" for one in found}
    assert {
        "constant: 3 → 4",
        "boolean: False → True",
        "condition: text in ('a', 'b') and (not more) → True",
        "condition: text in ('a', 'b') and (not more) → False",
        "boolean: text in ('a', 'b') and (not more) → text in ('a', 'b') or not more",
        "boolean: not more → more",
        "comparison: text in ('a', 'b') → text not in ('a', 'b')",
        "constant: 'a' → 'a×'",
        "return: return len(text) + 1 < MOST or len(text) >= bounds.ITEMS or text in bounds.items → return",
        "comparison: len(text) >= bounds.ITEMS → len(text) > bounds.ITEMS",
        "bound: bounds.ITEMS → bounds.ITEMS + 1",
        "comparison: len(text) + 1 < MOST → len(text) + 1 <= MOST",
        "calculation: len(text) + 1 → len(text) - 1",
        "deletion: print('a whole sentence') → pass",
    } <= names
    assert {one.kind for one in found} == set(KINDS)
    assert [one.before for one in found if one.at_edge] == ["len(text) >= bounds.ITEMS", "bounds.ITEMS"]
    assert "boolean: True → False" not in names, "nobody writes to a frozen value"
    assert not any("sentence" in one.before and one.kind == "constant" for one in found), "a sentence is for people"
    assert not any("Says so" in one.before or one.before == "str" for one in found)
    for one in found:
        with one.in_place():
            assert ast.dump(tree) != before, one.name
            compile(tree, "x", "exec")
        assert ast.dump(tree) == before, one.name


def test_the_tests_of_a_room() -> None:
    judge = belonging_to(modules_of("judge"))
    assert {"test_cases.py", "test_judge_verdict.py"} <= {path.name for path in judge}
    assert [path.name for path in belonging_to(modules_of("model/module_name"))] == ["test_module_name.py"]
    assert modules_of("attio_scopes/engine/domain/") == sorted((PACKAGE / "engine" / "domain").rglob("*.py"))
    with pytest.raises(ValueError, match="a room is a folder or a module"):
        modules_of("nowhere")


def test_what_makes_no_difference_is_still_there() -> None:
    """Each row of tests/mutants.json names a mistake that can be made, and says why it changes nothing."""
    possible = {
        (path.relative_to(PACKAGE).as_posix(), one.name)
        for path in PACKAGE.rglob("*.py")
        if path.relative_to(PACKAGE).as_posix() in {module for module, _ in known()}
        for one in mutations(ast.parse(path.read_text(encoding="utf-8")))
    }
    assert set(known()) - possible == set()
    assert all(len(why.split()) > 4 for why in known().values())
    assert len(known()) == len(json.loads(KNOWN.read_text(encoding="utf-8")))


def test_the_chosen_mistakes_are_there_and_have_tests_of_their_own() -> None:
    """Each row of tests/chosen_mutants.json names one mistake and at least one test; thirty at least are tried each time."""
    rows = chosen()
    assert len(rows) >= 30
    trees = {row["module"]: ast.parse((PACKAGE / row["module"]).read_text(encoding="utf-8")) for row in rows}
    names = {module: [one.name for one in mutations(tree)] for module, tree in trees.items()}
    assert [row["mutation"] for row in rows if names[row["module"]].count(row["mutation"]) != 1] == []
    assert all(row["tests"] and len(row["decides"].split()) > 4 for row in rows)
    assert all((ROOT / test.partition("::")[0]).is_file() for row in rows for test in row["tests"])


def mutate(*arguments: str) -> tuple[int, str]:
    command = [sys.executable, "-m", "tests.mutate", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


@pytest.mark.slow
def test_a_mistake_is_noticed_by_the_tests_of_its_room_and_by_no_others() -> None:
    code, printed = mutate("model/module_name", "--seconds", "4")
    assert (code, " 0 survived" in printed) == (0, True), printed
    code, printed = mutate("model/module_name", "--seconds", "1", "--tests", "tests/test_mutate.py")
    assert (code, "survived: model/module_name.py:" in printed) == (1, True), printed


@pytest.mark.slow
def test_tests_that_fail_anyhow_show_nothing(tmp_path: Path) -> None:
    (tmp_path / "test_wrong.py").write_text("def test_wrong():\n    assert 0\n")
    code, printed = mutate("model/module_name", "--seconds", "20", "--tests", str(tmp_path / "test_wrong.py"))
    assert (code, "the tests do not pass without a mistake" in printed) == (3, True), printed


def test_a_room_that_is_not_there_is_a_mistake_of_usage() -> None:
    code, printed = mutate("judges")
    assert (code, "attio_scopes/ has no 'judges'" in printed) == (2, True), printed
