"""The cases with the engine in `attio_scopes/engine`: `python -m tests.engines` compares with what is written down, `--record` writes it.

Takes the annotated cases and puts that engine in the place of `attio_scopes/resolve`, in this process. tests/engine_gaps.json has, for
each case that it does not get right, the lines that `run_case` gives, as tests/case_gaps.json has them for the other engine. Never
touches the cache of whoever runs it: an answer of the other engine is never taken for one of this.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

import attio_scopes.engine
import attio_scopes.resolve
from tests.case_gaps import problems_of, read_gaps
from tests.case_harness import Case, all_cases

GAPS = Path(__file__).parent / "engine_gaps.json"
BROKE = "broke: "


@contextmanager
def new_engine() -> Iterator[None]:
    """Analyses in this process use `attio_scopes/engine`, with a cache of their own."""
    with (
        tempfile.TemporaryDirectory() as cache,
        mock.patch.dict(os.environ, {"ATTIO_SCOPES_CACHE_DIR": cache}),
        mock.patch.object(attio_scopes.resolve, "resolve", attio_scopes.engine.resolve),
    ):
        yield


def read_engine_gaps() -> dict[str, list[str]]:
    """Case → what is wrong with it, as written down."""
    told: dict[str, list[str]] = json.loads(GAPS.read_text(encoding="utf-8")) if GAPS.exists() else {}
    return told


def engine_problems(case: Case) -> list[str]:
    """What is wrong with a case; a run that broke is one line, which names the exception."""
    with tempfile.TemporaryDirectory() as folder, new_engine():
        try:
            return problems_of(case, Path(folder))
        except Exception as error:  # a defect of the engine is one case's problem, not the end of the comparison
            return [f"{BROKE}{type(error).__name__}"]


def cases_of(kinds: Collection[str]) -> tuple[Case, ...]:
    """The cases of these kinds; all where none is named."""
    return tuple(case for case in all_cases() if not kinds or case.kind in kinds)


def main(arguments: Sequence[str]) -> int:
    """Compare or record; 0 where nothing has changed, or was recorded."""
    parser = argparse.ArgumentParser(prog="python -m tests.engines", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--record", action="store_true", help="write the present gaps down")
    parser.add_argument("--kind", action="append", default=[], metavar="KIND", help="only this kind of cases (may be given again)")
    options = parser.parse_args(arguments)
    cases = cases_of(options.kind)
    if not cases:
        parser.error(f"no such kind: {', '.join(options.kind)}")
    began = time.perf_counter()
    names = {str(case) for case in cases}
    found = {str(case): problems for case in cases if (problems := engine_problems(case))}
    known = read_engine_gaps()
    recorded = {name: problems for name, problems in known.items() if name in names}
    for name in sorted(recorded.keys() | found.keys()):
        if recorded.get(name) != found.get(name):
            sys.stdout.write("\n      ".join([f"{name}: {'other gaps' if name in found else 'closed'}", *found.get(name, [])]) + "\n")
    sys.stdout.write(_counts(cases, found) + f"{time.perf_counter() - began:.0f} s; {len(recorded)} are written down\n")
    if options.record:
        others = {name: problems for name, problems in known.items() if options.kind and name not in names}
        GAPS.write_text(json.dumps(dict(sorted({**others, **found}.items())), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        return 0
    return int(recorded != found)


def _counts(cases: Sequence[Case], found: dict[str, list[str]]) -> str:
    """A line for each kind and one for all: cases, those with gaps, those only one engine gets right, those that broke."""
    other = read_gaps()
    lines = []
    for kind in (*dict.fromkeys(case.kind for case in cases), "all"):
        names = {str(case) for case in cases if kind in (case.kind, "all")}
        gaps, before = names & found.keys(), names & other.keys()
        broke = sum(found[name][0].startswith(BROKE) for name in gaps)
        lines.append(
            f"{kind}: {len(gaps)} of {len(names)} have gaps ({len(before)} with attio_scopes/resolve: "
            f"{len(before - gaps)} closed, {len(gaps - before)} opened), {broke} broke\n"
        )
    return "".join(lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
