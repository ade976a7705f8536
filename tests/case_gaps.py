"""What is wrong today with the cases that the analyser does not get right: `python -m tests.case_gaps` compares, `--record` writes it down.

The cases themselves say what is right; tests/case_gaps.json has, for each that is not, the lines that `run_case` gives. So a gap that
closes, opens or changes is seen, and a case need not be touched for it. A gap that will stay is marked in the case, `# todo-call`.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.case_harness import Case, all_cases, run_case

GAPS = Path(__file__).parent / "case_gaps.json"


def read_gaps() -> dict[str, list[str]]:
    """Case → what is wrong with it."""
    told: dict[str, list[str]] = json.loads(GAPS.read_text(encoding="utf-8")) if GAPS.exists() else {}
    return told


def problems_of(case: Case, folder: Path) -> list[str]:
    """What is wrong with a case, copied to an empty folder."""
    return list(run_case(case, folder).problems)


def found_gaps() -> dict[str, list[str]]:
    """The same for all cases."""
    found = {}
    for case in all_cases():
        with tempfile.TemporaryDirectory() as folder:
            problems = problems_of(case, Path(folder))
        if problems:
            found[str(case)] = problems
    return found


def main(arguments: Sequence[str]) -> int:
    """Compare or record; 0 where nothing has changed, or was recorded."""
    parser = argparse.ArgumentParser(prog="python -m tests.case_gaps", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--record", action="store_true", help="write the present gaps down")
    record = parser.parse_args(arguments).record
    known, found = read_gaps(), found_gaps()
    for name in sorted(known.keys() | found.keys()):
        if known.get(name) != found.get(name):
            sys.stdout.write("\n      ".join([f"{name}: {'other gaps' if name in found else 'closed'}", *found.get(name, [])]) + "\n")
    sys.stdout.write(f"{len(found)} of {len(all_cases())} cases have gaps, {len(known)} are written down\n")
    if record:
        GAPS.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
        return 0
    return int(known != found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
