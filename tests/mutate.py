"""The mutation check: do the tests of a room notice a small mistake in it?

    python -m tests.mutate ROOM… [--seconds 300] [--seed 1] [--most N] [--edges] [--tests FILE…] [--write FILE] [--list]
    python -m tests.mutate ROOM… --chosen

ROOM is a folder or a module of the package: `judge`, `engine/domain`, `pins`. Mistakes are put into it one at a time (a comparison, a
condition, a constant, a return value turned round, a statement taken away), and the tests that belong to the room are run until the first
fails. A mistake that no test notices has *survived*: a test is missing, or the code says more than it has to. `--seconds`, `--most` and
`--seed` choose how many are tried, and which; `--edges` only those that move the edge of a bound by one. `--chosen` tries the mistakes that
tests/chosen_mutants.json lists, each with the tests that have to notice it, and no other tests.

The tests of a room are the files of tests/ that name one of its modules, and the ones listed here; those marked `slow` are left out,
since they start programs, which do not have the mistake. Nothing on the disk is changed. Mistakes that make no difference are listed with
the reason in tests/mutants.json. Ends with 1 if another one survived, with 3 if the tests fail without a mistake.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import importlib.abc
import importlib.machinery
import json
import os
import random
import re
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.mutations import Mutation, mutations

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "attio_scopes"
KNOWN = Path(__file__).with_name("mutants.json")
CHOSEN = Path(__file__).with_name("chosen_mutants.json")
ALSO = {
    "judge": ("test_cases.py", "test_check_output.py", "test_keep.py", "test_tokens.py", "test_fingerprints.py", "test_many_findings.py"),
    "suppress": ("test_cases.py", "test_directives.py", "test_suppression_help.py"),
    "pins": ("test_cases.py", "test_directives.py", "test_suppress.py"),
    "manifest": ("test_manifest_command.py", "test_manifest_in_use.py", "test_nearest.py"),
    "engine": ("test_cases.py",),
    "reading": ("test_prefilter.py", "test_cache.py", "test_hostile_search.py", "test_packages.py", "test_partial.py", "test_cases.py"),
    "strict_yaml": ("test_configure.py",),
    "match": ("test_cases.py", "test_properties.py"),
    "baseline": ("test_baseline.py",),
}
"""Tests that reach a room without naming its modules, by the room's first name."""
_KILLED, _SURVIVED, _TOO_LONG = "killed", "survived", "too long"


@dataclass(frozen=True, slots=True)
class Tried:
    """A mistake, the module that it is in, and what became of it."""

    module: str
    mutation: Mutation
    outcome: str

    def __str__(self) -> str:
        one = self.mutation
        return f"{self.module}:{one.line}: {one.kind}: in {one.name}"


def modules_of(room: str) -> list[Path]:
    """The modules of a folder, or one module; `ValueError` where there is none."""
    name = room.removeprefix("attio_scopes/").strip("/").removesuffix(".py")
    folder, file = PACKAGE / name, PACKAGE / f"{name}.py"
    found = sorted(folder.rglob("*.py")) if folder.is_dir() else [file] if file.is_file() else []
    if not name or not found:
        raise ValueError(f"attio_scopes/ has no {room!r}; a room is a folder or a module, such as judge or engine/domain")
    return found


def belonging_to(modules: Sequence[Path]) -> list[Path]:
    """The files of tests that belong to modules."""
    names = [".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for path in modules]
    pattern = re.compile(
        "|".join(
            rf"\b{re.escape(name)}\b|from {re.escape(above)} import .*\b{last}\b"
            for name in names
            for above, _, last in [name.rpartition(".")]
        )
    )
    more = {ROOT / "tests" / file for path in modules for file in ALSO.get(path.relative_to(PACKAGE).parts[0].removesuffix(".py"), ())}
    found = {path for path in (ROOT / "tests").glob("test_*.py") if pattern.search(path.read_text(encoding="utf-8"))}
    return sorted(found | more)


class _Changed(importlib.abc.MetaPathFinder, importlib.abc.InspectLoader):
    """Imports one module from a tree instead of its file."""

    def __init__(self, name: str, path: Path, tree: ast.Module) -> None:
        self.name, self.path, self.tree = name, path, tree

    def find_spec(self, fullname: str, path: object = None, target: ModuleType | None = None) -> importlib.machinery.ModuleSpec | None:
        if fullname != self.name:
            return None
        spec = importlib.machinery.ModuleSpec(fullname, self, origin=str(self.path), is_package=self.path.name == "__init__.py")
        if spec.submodule_search_locations is not None:
            spec.submodule_search_locations.append(str(self.path.parent))
        spec.has_location = True
        return spec

    def exec_module(self, module: ModuleType) -> None:
        exec(compile(self.tree, str(self.path), "exec"), module.__dict__)

    def get_source(self, fullname: str) -> str:
        return self.path.read_text(encoding="utf-8")


def outcome_of(path: Path, tree: ast.Module, mutation: Mutation | None, tests: Sequence[Path | str], seconds: float) -> tuple[str, str]:
    """What becomes of a mistake, and what the tests told; without one, whether the tests pass as they are.

    In a process of its own, which has what is slow to import already, and nothing of the package.
    """
    with tempfile.TemporaryFile() as told:
        child = os.fork()
        if child == 0:
            os.setpgrp()
            _run(path, tree, mutation, tests, told.fileno())
        until = time.monotonic() + seconds
        status = None
        while status is None and time.monotonic() < until:
            done, code = os.waitpid(child, os.WNOHANG)
            status = code if done else None
            if status is None:
                time.sleep(0.02)
        if status is None:
            os.killpg(child, signal.SIGKILL)
            os.waitpid(child, 0)
        told.seek(0)
        said = told.read().decode().strip()
    if status is None:
        return _TOO_LONG, said
    return (_SURVIVED if os.waitstatus_to_exitcode(status) == 0 else _KILLED), said


class _Told:
    """A plugin that tells how long each test took, and which file a failure is in."""

    def __init__(self, write: int) -> None:
        self.write = write

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        os.write(self.write, f"{report.nodeid.partition('::')[0]}\t{report.duration if report.passed else 'failed'}\n".encode())

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            os.write(self.write, f"{report.nodeid}\tfailed\n".encode())


def _run(path: Path, tree: ast.Module, mutation: Mutation | None, tests: Sequence[Path | str], write: int) -> None:
    """Ends this process with pytest's exit code."""
    code = 70
    try:
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
        sys.stdout, sys.stderr = open(1, "w", closefd=False), open(2, "w", closefd=False)  # noqa: SIM115 - until this process ends
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        if mutation is not None:
            with mutation.in_place():
                code_tree = ast.fix_missing_locations(ast.Module(tree.body, tree.type_ignores))
                sys.meta_path.insert(0, _Changed(name, path, code_tree))
                code = _pytest(tests, write)
        else:
            code = _pytest(tests, write)
    finally:
        os._exit(code)


def _pytest(tests: Sequence[Path | str], write: int) -> int:
    options = [
        "-x",
        "-q",
        "-n",
        "0",
        "-p",
        "no:cacheprovider",
        "-m",
        "not slow",
        "--no-header",
        "--tb=no",
        "--assert=plain",
    ]  # plain: pytest would import the package itself
    return int(pytest.main([*options, *map(str, tests)], plugins=[_Told(write)]))


def known() -> dict[tuple[str, str], str]:
    """Why a mistake makes no difference, by its module and name."""
    rows = json.loads(KNOWN.read_text(encoding="utf-8"))
    return {(row["module"], row["mutation"]): row["why"] for row in rows}


def possible(modules: Sequence[Path], edges: bool) -> tuple[dict[Path, ast.Module], list[tuple[Path, Mutation]]]:
    """The trees of modules, and every mistake that can be made in them; or only those at the edge of a bound."""
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in modules}
    return trees, [(path, one) for path in modules for one in mutations(trees[path]) if one.at_edge or not edges]


def warm() -> None:
    """Import what is slow to import, once for all processes."""
    for name in ("click", "hypothesis", "jsonschema", "libcst", "msgspec", "tomlkit", "yaml"):
        importlib.import_module(name)


def check(rooms: Sequence[str], seconds: float, seed: int, tests: Sequence[Path], most: int, edges: bool) -> Iterator[Tried]:
    """Try mistakes in the order that the seed says, until the time is over or so many were tried.

    Raises:
        RuntimeError: the tests fail without a mistake.
    """
    warm()
    modules = [path for room in rooms for path in modules_of(room)]
    trees, order = possible(modules, edges)
    random.Random(seed).shuffle(order)
    files = list(tests) or belonging_to(modules)
    outcome, said = outcome_of(modules[0], trees[modules[0]], None, files, 1200)
    if outcome != _SURVIVED:
        raise RuntimeError(f"the tests do not pass without a mistake: {said.splitlines()[-1] if said else outcome}")
    groups = _groups(files, said)
    end = time.monotonic() + seconds
    for path, one in order[:most]:
        if time.monotonic() > end:
            return
        outcome = _SURVIVED
        for group, taken in groups:
            if outcome == _SURVIVED and group:
                outcome, said = outcome_of(path, trees[path], one, group, 10 + 5 * taken)
        yield Tried(path.relative_to(PACKAGE).as_posix(), one, outcome)


def chosen() -> list[dict[str, Any]]:
    """The mistakes that are tried each time: module, name, what is decided there, and the tests that have to notice it."""
    rows: list[dict[str, Any]] = json.loads(CHOSEN.read_text(encoding="utf-8"))
    return rows


def check_chosen(rooms: Sequence[str]) -> Iterator[Tried]:
    """Try the chosen mistakes of rooms, each with its own tests.

    Raises:
        RuntimeError: the tests fail without a mistake.
    """
    warm()
    modules = {path.relative_to(PACKAGE).as_posix(): path for room in rooms for path in modules_of(room)}
    rows = [row for row in chosen() if row["module"] in modules]
    trees, order = possible([modules[name] for name in dict.fromkeys(row["module"] for row in rows)], edges=False)
    all_tests = list(dict.fromkeys(test for row in rows for test in row["tests"]))
    first = modules[rows[0]["module"]]
    outcome, said = outcome_of(first, trees[first], None, all_tests, 1200)
    if outcome != _SURVIVED:
        raise RuntimeError(f"the tests do not pass without a mistake: {said.splitlines()[-1] if said else outcome}")
    for row in rows:
        path = modules[row["module"]]
        one = next(mutation for at, mutation in order if at == path and mutation.name == row["mutation"])
        outcome, _ = outcome_of(path, trees[path], one, row["tests"], 120)
        yield Tried(row["module"], one, outcome)


_QUICK = 5.0
"""Seconds in which the first tests are done: most mistakes are noticed by them, and the others are not waited for."""


def _groups(files: Sequence[Path], said: str) -> list[tuple[list[Path], float]]:
    """The quick files of tests, and the rest; each with the seconds that it takes."""
    took: dict[str, float] = {}
    for line in said.splitlines():
        name, _, duration = line.partition("\t")
        took[Path(name).name] = took.get(Path(name).name, 0.0) + float(duration)
    groups: list[tuple[list[Path], float]] = [([], 0.0), ([], 0.0)]
    for file in sorted(files, key=lambda file: took.get(file.name, 0.0)):
        seconds = took.get(file.name, 0.0)
        at = 0 if not groups[1][0] and groups[0][1] + seconds <= _QUICK else 1
        groups[at] = ([*groups[at][0], file], groups[at][1] + seconds)
    return groups


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says; see the module."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutate", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("rooms", nargs="+", metavar="ROOM")
    parser.add_argument("--seconds", type=float, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=int, default=sys.maxsize)
    parser.add_argument("--edges", action="store_true", help="only mistakes that move the edge of a bound by one")
    parser.add_argument("--chosen", action="store_true", help="only those of tests/chosen_mutants.json, each with its own tests")
    parser.add_argument("--tests", nargs="*", type=Path, default=[])
    parser.add_argument("--write", type=Path, help="a file for the outcome, as JSON")
    parser.add_argument("--list", action="store_true", help="only name the tests, and count the mistakes")
    given = parser.parse_args(arguments)
    try:
        modules = [path for room in given.rooms for path in modules_of(room)]
    except ValueError as error:
        parser.error(str(error))
    number = len(possible(modules, given.edges)[1])
    if given.list:
        _say(f"{number} mistakes in {len(modules)} modules; tests: {', '.join(path.name for path in belonging_to(modules))}")
        return 0
    equivalent = known()
    tried: list[Tried] = []
    try:
        asked = (
            check_chosen(given.rooms)
            if given.chosen
            else check(given.rooms, given.seconds, given.seed, given.tests, given.most, given.edges)
        )
        for one in asked:
            tried.append(one)
            if one.outcome == _SURVIVED and (one.module, one.mutation.name) not in equivalent:
                _say(f"survived: {one}")
    except RuntimeError as error:
        sys.stderr.write(f"{error}\n")
        return 3
    counts = Counter(one.outcome for one in tried)
    alive = [one for one in tried if one.outcome == _SURVIVED]
    new = [one for one in alive if (one.module, one.mutation.name) not in equivalent]
    _say(
        f"{' '.join(given.rooms)}: {number} mistakes, {len(tried)} tried (seed {given.seed}): {counts[_KILLED]} noticed, "
        f"{counts[_TOO_LONG]} ended at a limit of time, {len(alive) - len(new)} make no difference, {len(new)} survived"
    )
    if given.write:
        rows = [{"module": one.module, "line": one.mutation.line, "mutation": one.mutation.name} for one in new]
        outcome = {"rooms": given.rooms, "seed": given.seed, "mistakes": number, "tried": len(tried), **counts, "survivors": rows}
        given.write.write_text(json.dumps(outcome, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 1 if new else 0


if __name__ == "__main__":
    sys.exit(main())
