"""Random programs, and the comparison with what the tool reports of them.

Takes hypothesis' draws, gives the files of a program with what each line calls, and the endpoints that running it reaches.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hypothesis import strategies as st

from tests.attio_server.runs import Runs
from tests.attio_server.server import ENFORCED
from tests.case_harness import Case, Outcome, compare, expectations
from tests.generated.flows import FLOWS
from tests.generated.objects import client
from tests.generated.project import Draw, Project, chance, pick
from tests.generated.reuses import REUSES
from tests.generated.uses import USES, Use
from tests.run_calls import calls_of

EVERY_SCOPE = frozenset(scope for facts in ENFORCED.values() for kind in facts.keys() - {"levels"} for scope in facts[kind])


@dataclass(frozen=True, slots=True)
class Program:
    """A program.

    Attributes:
        files: path and text of each; what a line calls stands behind it.
        called: `METHOD /template` of what running main.py reaches.
    """

    files: tuple[tuple[str, str], ...]
    called: frozenset[str]

    def write(self, folder: Path) -> None:
        """Write the files under a folder."""
        for path, text in self.files:
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")

    def text(self) -> str:
        """Every file under its name, for people."""
        return "\n".join(f"--- {path}\n{text}" for path, text in self.files)


@st.composite
def programs(draw: Draw) -> Program:
    """A program of one or two clients, each used in one to three ways."""
    project = Project(packaged=chance(draw))
    main = project.module("main")
    called: set[str] = set()
    steps: list[tuple[str, bool]] = []
    for _ in range(pick(draw, (1, 1, 2))):
        user = pick(draw, (main, project.module("service")))
        made = client(draw, project, user)
        for _ in range(pick(draw, (1, 2, 3))):
            use = Use(draw, project, user, made, [], called)
            pick(draw, (*USES, *FLOWS, *REUSES))(use)
            steps += [(line, made.asynchronous) for line in use.run]
    finish(project, steps)
    return Program(tuple(sorted(project.files().items())), frozenset(called))


def finish(project: Project, steps: Sequence[tuple[str, bool]]) -> None:
    """The main function that runs every step."""
    main = project.module("main")
    later = any(asynchronous for _, asynchronous in steps)
    lines = [f"    {line}" for line, _ in steps] or ["    pass"]
    main.add(f"{'async ' if later else ''}def main():", *lines, "")
    if later:
        main.need("import asyncio")
    main.add('if __name__ == "__main__":', "    asyncio.run(main())" if later else "    main()")


def examined(program: Program, folder: Path) -> Outcome:
    """Analyse a program that was written to a folder, and compare with what its lines say."""
    expected = [each for path, text in program.files for each in expectations(text, path)]
    return compare(Case("generated", "program", folder), expected, calls_of(folder))


def executed(program: Program, folder: Path, runs: Runs) -> list[str]:
    """Run a program that was written to a folder with every scope; what it did otherwise than it says, a line each."""
    run = runs.run(folder, {"ATTIO_TOKEN": EVERY_SCOPE})
    problems = [run.failure] if run.failure else []
    problems += [f"reached, though the program does not say so: {key}" for key in sorted(run.endpoints - program.called)]
    problems += [f"not reached: {key}" for key in sorted(program.called - run.endpoints)]
    return problems
