"""A long run of generated programs, for a figure to write down.

    python -m tests.generated --examples 10000 [--run 500] [--seconds 3600] [--seed 1]

Prints how many programs agreed and how large they were, and every disagreement in its smallest form. Ends with 1 if there was one.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.attio_server.runs import Runs
from tests.generated.programs import Program, examined, executed, programs


class Tally:
    """What was looked at, by how much."""

    def __init__(self, until: float) -> None:
        self.until = until
        self.programs = self.files = self.lines = self.calls = self.ran = 0
        self.problem = ""

    def add(self, program: Program) -> None:
        """Count a program that agreed."""
        self.programs += 1
        self.files += len(program.files)
        self.lines += sum(text.count("\n") for _, text in program.files)
        self.calls += sum(text.count("# call:") for _, text in program.files)

    def __str__(self) -> str:
        size = f"{self.files:,} files, {self.lines:,} lines, {self.calls:,} calls"
        return f"{self.programs:,} programs agree: {size}; {self.ran:,} of them were run"


def look(tally: Tally, runs: Runs, examples: int, run: int, number: int) -> None:
    """Generate, analyse and compare; run the first `run` programs too."""

    @seed(number)
    @settings(
        max_examples=examples, deadline=None, database=None, phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck), print_blob=False,
    )  # fmt: skip
    @given(programs())
    def agree(program: Program) -> None:
        if time.monotonic() > tally.until:
            return
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            program.write(folder)
            problems = list(examined(program, folder).problems)
            if not problems and tally.ran < run:
                problems = executed(program, folder, runs)
                tally.ran += 1
        if problems:
            tally.problem = "\n".join([program.text(), *problems])
            raise AssertionError(tally.problem)
        tally.add(program)

    agree()


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.generated", description="Generated programs against the tool.")
    parser.add_argument("--examples", type=int, default=1000, help="how many programs")
    parser.add_argument("--run", type=int, default=0, help="how many of them to run against the stand-in for Attio too")
    parser.add_argument("--seconds", type=float, default=86_400, help="stop after so long")
    parser.add_argument("--seed", type=int, default=1, help="where to start; the same seed gives the same programs")
    options = parser.parse_args()
    started = time.monotonic()
    tally, left, number = Tally(started + options.seconds), options.examples, options.seed
    with Runs() as runs:
        # In batches: hypothesis keeps what it has seen, and a batch is where a run can stop.
        while left > 0 and time.monotonic() < tally.until:
            try:
                look(tally, runs, min(left, 500), options.run, number)
            except AssertionError:
                print(f"disagreement, seed {number}:\n{tally.problem}")  # noqa: T201 - a command
                print(f"before that, {tally}")  # noqa: T201 - a command
                return 1
            left, number = left - 500, number + 1
    print(f"{tally}; {time.monotonic() - started:.0f} s")  # noqa: T201 - a command
    return 0


if __name__ == "__main__":
    sys.exit(main())
