"""Whether the ledger's balance can fail: `python -m tests.fates` takes away each note of a fate in turn and runs the cases.

In a copy of the package one statement that notes a fate (or leaves a part out, or says what became of a request) is replaced by nothing.
Then the cases are run until one ends with calls that are not accounted for. A note that can go without anybody noticing is named, and
the exit code is 1.
"""

from __future__ import annotations

import argparse
import ast
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
_NOTING = frozenset({"note", "leave_out"})


@dataclass(frozen=True)
class Note:
    """A statement that notes a fate, and what it is replaced by."""

    file: Path
    first: int
    last: int
    column: int
    instead: str

    def __str__(self) -> str:
        return f"{self.file.relative_to(ROOT)}:{self.first}"


def notes() -> Iterator[Note]:
    """Every place of the engine where a fate is given."""
    for file in sorted((ROOT / "attio_scopes" / "engine").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call) and _notes(node.value.func):
                yield Note(file, node.lineno, node.end_lineno or node.lineno, node.col_offset, "pass")
            elif isinstance(node, ast.Return) and isinstance(node.value, ast.Attribute) and ast.unparse(node.value.value) == "fate":
                yield Note(file, node.lineno, node.end_lineno or node.lineno, node.col_offset, 'return ""')


def _notes(function: ast.expr) -> bool:
    if not isinstance(function, ast.Attribute) or function.attr not in _NOTING:
        return False
    owner = ast.unparse(function.value)
    return owner.endswith("ledger") or (function.attr == "leave_out" and owner == "fr")


def survives(note: Note) -> bool:
    """Whether all cases run without a word when a note is gone."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in ("attio_scopes", "rules"):
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        (copy / "tests").symlink_to(ROOT / "tests")
        file = copy / note.file.relative_to(ROOT)
        lines = file.read_text(encoding="utf-8").split("\n")
        lines[note.first - 1 : note.last] = [" " * note.column + note.instead]
        file.write_text("\n".join(lines), encoding="utf-8")
        environment = {**os.environ, "PYTHONPATH": str(copy), "ATTIO_SCOPES_CACHE_DIR": str(copy / "cache"), "PYTHONDONTWRITEBYTECODE": "1"}
        done = subprocess.run([sys.executable, "-m", "tests.fates", "--cases"], cwd=copy, env=environment, capture_output=True, check=False)
    return done.returncode == 0


def run_cases() -> int:
    """Run every case with the balance asserted; 1 as soon as it fails."""
    import attio_scopes
    from attio_scopes import candidates
    from tests.case_harness import all_cases, run_case

    assert Path(attio_scopes.__file__).parent.parent == Path.cwd(), attio_scopes.__file__
    candidates.STRICT = True
    for case in all_cases():
        with tempfile.TemporaryDirectory() as folder:
            try:
                run_case(case, Path(folder))
            except AssertionError:  # exit 3
                return 1
    return 0


def main() -> None:
    """Take away each note in turn."""
    parser = argparse.ArgumentParser(description="Take away each note of a fate in turn; the balance must fail.")
    parser.add_argument("--cases", action="store_true", help="run the cases with the balance asserted")
    parser.add_argument("--jobs", type=int, default=2, help="how many at once")
    options = parser.parse_args()
    if options.cases:
        sys.exit(run_cases())
    found = list(notes())
    with ThreadPoolExecutor(options.jobs) as pool:
        left = [note for note, alive in zip(found, pool.map(survives, found), strict=True) if alive]
    for note in left:
        sys.stdout.write(f"nobody notices: {note}\n")
    sys.stdout.write(f"{len(found)} places where a fate is given, {len(found) - len(left)} of which are missed when they are gone\n")
    sys.exit(1 if left else 0)


if __name__ == "__main__":
    main()
