"""Analyses a program with the tool, runs it against the stand-in for Attio, and compares.

Takes a program of tests/programs, gives a `Proof`: the calls that the tool reported and the requests that the server saw, what
was refused with the tool's least set of scopes, and which scopes could be left out all the same. What it must be, tests say.

    python -m tests.proofs        prints the figures of docs/proof.md
"""

from __future__ import annotations

import importlib.util
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from attio_scopes.model.call import CallStatus
from attio_scopes.pipeline import Outcome, Request, inventories
from attio_scopes.pipeline import run as analyse
from tests.attio_server.runs import Run, Runs
from tests.attio_server.server import Seen

PROGRAMS = Path(__file__).parent / "programs"
# Not in the test extra: niquests brings a package that takes the place of urllib3, which other programs are about.
OPTIONAL = ("niquests",)
# Programs that the tool does not understand yet, and why; the test fails when one of them passes.
KNOWN_GAPS: dict[str, str] = {}
VARIABLE = "ATTIO_TOKEN"
_IMPORT = re.compile(r"^\s*(?:import|from) (\w+)", re.M)

Grants = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Proof:
    """What came of a program.

    Attributes:
        unsettled: calls that the tool could not resolve or does not know, a line each.
        reported: `METHOD /template` of every call that the tool reported.
        granted: by environment variable, the least set of scopes of each token.
        full: the run with that.
        less: each way of leaving out or narrowing one scope, with the requests that were then refused for lack of a scope.
    """

    unsettled: tuple[str, ...]
    reported: frozenset[str]
    granted: Grants
    full: Run
    less: tuple[tuple[str, tuple[Seen, ...]], ...]

    @property
    def seen(self) -> frozenset[str]:
        """`METHOD /template` of every request that the server saw in the run with the least set."""
        return self.full.endpoints

    @property
    def superfluous(self) -> tuple[str, ...]:
        """The changes of the least set after which nothing was refused."""
        return tuple(change for change, refused in self.less if not refused)


def programs() -> tuple[str, ...]:
    """The names of all programs: single files, and folders with a main.py."""
    return tuple(sorted(entry.stem for entry in PROGRAMS.iterdir() if entry.suffix == ".py" or (entry / "main.py").is_file()))


def missing_libraries(name: str) -> list[str]:
    """The optional libraries that a program imports and this environment does not have."""
    source = PROGRAMS / name
    files = source.rglob("*.py") if source.is_dir() else [source.with_suffix(".py")]
    wanted = {found for file in files for found in _IMPORT.findall(file.read_text(encoding="utf-8"))}
    return [library for library in OPTIONAL if library in wanted and importlib.util.find_spec(library) is None]


def set_up(name: str, folder: Path) -> Path:
    """Copy a program into `folder`/name, where it starts at main.py."""
    source, target = PROGRAMS / name, folder / name
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        target.mkdir(parents=True)
        shutil.copyfile(source.with_suffix(".py"), target / "main.py")
    return target


def prove(folder: Path, runs: Runs) -> Proof:
    """Analyse the program of a folder and run it: with the least set of scopes, and with each smaller one.

    Args:
        folder: with a main.py.
        runs: the server and the process that runs programs.

    Returns:
        what came of it.
    """
    outcome = analyse(Request(paths=(str(folder),), verdict=False))
    calls = [judged.call for judged in outcome.report.calls]
    granted = least_sets(outcome)
    less = tuple(
        (change, tuple(seen for seen in runs.run(folder, smaller).refused if seen.status == 403)) for change, smaller in narrowed(granted)
    )
    return Proof(
        tuple(f"{c.site.place.path}:{c.site.place.line}: {c.reason}" for c in calls if c.status is not CallStatus.RESOLVED),
        frozenset(match.endpoint.key for call in calls for match in call.matches),
        granted,
        runs.run(folder, granted),
        less,
    )


def least_sets(outcome: Outcome) -> Grants:
    """By environment variable, what the tool says that each token needs; a reading that only may apply counts (programs try all)."""
    variables = {token.name: token.env[0] for token in outcome.configuration.config.tokens if token.env}
    return {
        variables.get(inventory.token, VARIABLE): frozenset(str(needed.scope) for needed in (*inventory.scopes, *inventory.possible))
        for inventory in inventories(outcome)
    }


def narrowed(granted: Grants) -> Iterator[tuple[str, Grants]]:
    """Every set with one scope less, or with read for one read-write, and what was changed."""
    for variable, scopes in granted.items():
        for scope in sorted(scopes):
            resource, access = scope.split(":")
            rest = scopes - {scope}
            yield f"{variable} without {scope}", {**granted, variable: rest}
            if access == "read-write":
                yield f"{variable} with {resource}:read only", {**granted, variable: rest | {f"{resource}:read"}}


class Proofs:
    """The proofs of tests/programs, each made once, when it is first asked for."""

    def __init__(self, folder: Path, runs: Runs) -> None:
        self.runs = runs
        self.of = cache(lambda name: prove(set_up(name, folder), runs))

    def figures(self) -> str:
        """The figures of docs/proof.md: the programs that this environment can run."""
        made = {name: self.of(name) for name in programs() if not missing_libraries(name)}
        good = {
            "programs": made.keys(),
            "in which nothing is refused with the least set": [n for n, p in made.items() if not p.full.refused and p.full.failure is None],
            "in which none of it can be left out or narrowed": [n for n, p in made.items() if not p.superfluous],
            "whose requests are those that were reported": [n for n, p in made.items() if p.reported == p.seen and not p.unsettled],
            "smaller sets that were tried": [change for proof in made.values() for change in proof.less],
            "requests with the least sets": [seen for proof in made.values() for seen in proof.full.requests],
            "endpoints reached": frozenset[str]().union(*(proof.seen for proof in made.values())),
        }
        return "\n".join(f"| {what} | {len(which)} |" for what, which in good.items())


if __name__ == "__main__":
    with Runs() as started, tempfile.TemporaryDirectory() as scratch:
        print(Proofs(Path(scratch), started).figures())  # noqa: T201 - a command
