"""Recall and precision on the annotated cases, for each kind of shape: `python -m tests.accuracy`.

Takes tests/cases and the recorded floors in tests/accuracy_floor.json, prints a table, and exits 1 where a kind fell below its
floor. `--record` writes the present numbers as the floors. Known gaps count as missed, so the table does not flatter.

    recall      of the calls that a case expects, how many are reported exactly so
    precision   of the calls that are reported as resolved, how many a case expects
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.case_harness import Expectation, Outcome, all_cases, run_case

FLOORS = Path(__file__).parent / "accuracy_floor.json"


@dataclass
class Tally:
    """Counts of one kind."""

    cases: int = 0
    failing: int = 0
    expected: int = 0
    met: int = 0
    resolved: int = 0
    right: int = 0

    def add(self, outcome: Outcome) -> None:
        """Count one case."""
        self.cases += 1
        self.failing += bool(outcome.problems)
        self.expected += len(outcome.expected)
        self.met += len(outcome.met)
        self.resolved += sum(call.status == "resolved" for call in outcome.reported)
        resolved = [call for call in outcome.reported if call.status == "resolved"]
        self.right += sum(
            expectation.kind in ("call", "todo-call")
            or (
                isinstance(expectation, Expectation) and expectation.kind == "call-or-unresolved" and any(map(expectation.met_by, resolved))
            )
            for expectation in outcome.met
        )

    @property
    def recall(self) -> float:
        """Share of the expectations that are met; 1 where nothing is expected."""
        return self.met / self.expected if self.expected else 1.0

    @property
    def precision(self) -> float:
        """Share of the resolved calls that are expected; 1 where nothing is reported."""
        return self.right / self.resolved if self.resolved else 1.0


def measure() -> dict[str, Tally]:
    """Run every case; the counts by kind."""
    tallies: dict[str, Tally] = {}
    for case in all_cases():
        with tempfile.TemporaryDirectory() as folder:
            tallies.setdefault(case.kind, Tally()).add(run_case(case, Path(folder)))
    return tallies


def table(tallies: dict[str, Tally]) -> str:
    """The counts as text, a line for each kind."""
    lines = [f"{'kind':<14}{'cases':>6}{'failing':>8}{'calls':>7}{'recall':>8}{'precision':>11}"]
    lines += [
        f"{kind:<14}{t.cases:>6}{t.failing:>8}{t.expected:>7}{t.recall:>8.3f}{t.precision:>11.3f}" for kind, t in sorted(tallies.items())
    ]
    return "\n".join(lines)


def fallen(tallies: dict[str, Tally], floors: dict[str, dict[str, float]]) -> list[str]:
    """Kinds that are below their floor, or are gone, a line each."""
    lines = []
    for kind, floor in sorted(floors.items()):
        tally = tallies.get(kind)
        if tally is None:
            lines.append(f"{kind}: has a floor, but no cases")
            continue
        for name, now in (("recall", tally.recall), ("precision", tally.precision)):
            if now < floor[name]:
                lines.append(f"{kind}: {name} {now:.4f} is below the floor {floor[name]:.4f}")
    return lines


def main(arguments: list[str]) -> int:
    """Print the table; 0 where every floor holds, 1 where one does not."""
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy", description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--record", action="store_true", help="write the present numbers as the floors")
    record = parser.parse_args(arguments).record
    tallies = measure()
    sys.stdout.write(table(tallies) + "\n")
    if record:
        # Rounded down, so that a floor is never above what was measured.
        floors = {
            kind: {"recall": int(t.recall * 10_000) / 10_000, "precision": int(t.precision * 10_000) / 10_000}
            for kind, t in sorted(tallies.items())
        }
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")
        return 0
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    problems = fallen(tallies, floors)
    if problems:
        sys.stderr.write("\n".join(problems) + "\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
