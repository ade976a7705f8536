"""`python -m tests.executed`: the verdict on each program, and their counts; tells which differ from those that are written down.

Ends with 0 where every verdict is the one that is written down, otherwise with 1. `--record` writes the present ones.
"""

from __future__ import annotations

import argparse
import collections
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.executed.record import read_gaps, write_gaps
from tests.executed.runs import Ran, report_of, run_all
from tests.executed.shapes import Shape, all_shapes
from tests.executed.verdict import VERDICTS, Judged, Said, judge, requests_of


def tried(shape: Shape, ran: Ran, folder: Path) -> Judged:
    """The verdict on a program that was written to `folder` and run."""
    try:
        calls = report_of(folder)
    except Exception as error:  # whatever it is, this program has broken the analysis, and the others are tried
        return Judged("failed", (f"failed: {type(error).__name__}: {error}",))
    return judge(shape, ran.sent, calls)


def program_problem(shape: Shape, ran: Ran) -> str | None:
    """What is wrong with the program itself: it failed, or sends something else than it says."""
    if ran.failure:
        return f"the program itself failed: {ran.failure}"
    reached = {request.endpoint for request in requests_of(ran.sent)[0]}
    if reached != shape.sends:
        return f"sends {', '.join(sorted(reached)) or 'nothing'}, and not {', '.join(sorted(shape.sends)) or 'nothing'}"
    return None


def show(shape: Shape, ran: Ran, folder: Path) -> str:
    """A program with numbered lines, what it sent and what is reported."""
    lines = []
    for name, text in shape.files.items():
        lines += [f"--- {shape.name}/{name}", *(f"{number:4}  {line}" for number, line in enumerate(text.splitlines(), 1))]
    lines += ["--- sent", *(f"{each.method} {each.url}  {each.frames}" for each in ran.sent), *([ran.failure] if ran.failure else [])]
    try:
        lines += ["--- reported", *(f"{said.text}  via {said.via}" for said in map(Said.of, report_of(folder)))]
    except Exception as error:
        lines.append(f"--- the analysis failed: {type(error).__name__}: {error}")
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> int:
    """Run, analyse, compare."""
    parser = argparse.ArgumentParser(prog="python -m tests.executed", description=__doc__)
    parser.add_argument("--only", metavar="NAME", action="append", help="programs whose name begins so; may be repeated")
    parser.add_argument("--show", action="store_true", help="the programs, what they sent and what is reported")
    parser.add_argument("--record", action="store_true", help="write the present verdicts down as the known gaps")
    chosen = parser.parse_args(arguments)
    shapes = [shape for shape in all_shapes() if not chosen.only or shape.name.startswith(tuple(chosen.only))]
    if not shapes:
        parser.error(f"no program is called so: {', '.join(chosen.only or ['(any)'])}")
    out, gaps, found = sys.stdout.write, read_gaps(), {}
    broken = False
    with tempfile.TemporaryDirectory() as scratch:
        ran = run_all(shapes, Path(scratch))
        for shape in shapes:
            here = ran[shape.name]
            judged = tried(shape, here, Path(scratch) / shape.name)
            found[shape.name] = judged.verdict
            known = gaps.get(shape.name, "ok")
            if chosen.show:
                out(show(shape, here, Path(scratch) / shape.name) + "\n")
            problem = program_problem(shape, here)
            if problem:
                broken = True
                out(f"{shape.name}: {problem}\n")
            if judged.verdict != "ok" or known != "ok" or chosen.show:
                changed = "" if judged.verdict == known else f"   (written down: {known})"
                out(f"{judged.verdict:12} {shape.name}{changed}\n" + "".join(f"             {note}\n" for note in judged.notes))
    counts = collections.Counter(found.values())
    out(f"{len(found)} programs: " + ", ".join(f"{verdict} {counts[verdict]}" for verdict in VERDICTS) + "\n")
    if chosen.record:
        write_gaps(gaps, found)
        return int(broken)
    return int(broken or any(verdict != gaps.get(name, "ok") for name, verdict in found.items()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
