"""Whether the bounds of the engine only blur: `python -m tests.small_bounds` makes each a tenth, and 1, and runs all cases.

Each call of the full run must still be there: on its line, or on one that the chain from it down to its request names; with the same
endpoints, or unresolved. Whatever is not is printed, and the exit code is 1. With `--every N` only each N-th case is run.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from attio_scopes.engine import bounds
from tests.case_harness import Case, all_cases, copy_case

NAMES = sorted(name for name, value in vars(bounds).items() if name.isupper() and isinstance(value, int))


@dataclass(frozen=True)
class Site:
    """A call of a report: its place, those below it down to the HTTP call, and its endpoints; none where it is unresolved."""

    place: tuple[str, int]
    chain: tuple[tuple[str, int], ...]
    endpoints: frozenset[str]

    def stands_for(self, other: Site) -> bool:
        """Whether it is the same call, blurred or not."""
        near = self.place == other.place or self.place in other.chain or other.place in self.chain
        return near and (not self.endpoints or self.endpoints == other.endpoints)


def sites(case: Case) -> list[Site]:
    """The calls of a case."""
    from click.testing import CliRunner

    from attio_scopes.cli import main

    with tempfile.TemporaryDirectory() as folder:
        copy_case(case, Path(folder))
        result = CliRunner().invoke(main, ["calls", folder, "--format", "json", "--no-cache"])
        if result.exit_code not in (0, 1):
            return [Site((f"exit {result.exit_code}", 0), (), frozenset({result.output[:200]}))]
        return [_site(call) for call in json.loads(result.stdout)["calls"]]


def _site(call: dict[str, Any]) -> Site:
    chain = tuple((frame["path"], frame["line"]) for frame in call["via"])
    endpoints = frozenset(f"{one['method']} {one['path']}" for one in call["endpoints"]) if call["status"] != "unresolved" else frozenset()
    return Site((call["path"], call["line"]), chain, endpoints)


def run_all(every: int) -> dict[str, list[Site]]:
    """The calls of each N-th case."""
    return {str(case): sites(case) for case in all_cases()[::every]}


def in_process(name: str, value: int, every: int) -> dict[str, list[Site]]:
    """The same with a bound changed, in a process of its own: what an earlier run remembers does not count."""
    command = [sys.executable, "-m", "tests.small_bounds", "--one", name, str(value), "--every", str(every)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return {
        case: [Site((s[0][0], s[0][1]), tuple((p, n) for p, n in s[1]), frozenset(s[2])) for s in found]
        for case, found in json.loads(done.stdout).items()
    }


def lost(full: dict[str, list[Site]], small: dict[str, list[Site]]) -> Iterator[str]:
    """The calls of the full run that are not in the other one."""
    for case, found in full.items():
        for site in found:
            if not any(other.stands_for(site) for other in small[case]):
                near = [other for other in small[case] if other.place == site.place]
                now = " | ".join(sorted(near[0].endpoints)) if near else "nothing"
                yield f"{case} {site.place[0]}:{site.place[1]}: {' | '.join(sorted(site.endpoints)) or 'unresolved'} became {now}"


def main() -> None:
    """Make each bound small in turn."""
    parser = argparse.ArgumentParser(description="Make each bound of the engine small in turn; no call may be lost or be another one.")
    parser.add_argument("names", nargs="*", help="bounds; all, if none is named")
    parser.add_argument("--every", type=int, default=1, help="run each N-th case only")
    parser.add_argument("--jobs", type=int, default=2, help="how many at once")
    parser.add_argument("--one", nargs=2, metavar=("NAME", "VALUE"), help="print the calls with this bound, as JSON")
    options = parser.parse_args()
    if options.one:
        if options.one[0]:
            setattr(bounds, options.one[0], int(options.one[1]))
        found = run_all(options.every)
        sys.stdout.write(json.dumps({case: [(s.place, s.chain, sorted(s.endpoints)) for s in each] for case, each in found.items()}))
        return
    tries = [(name, value) for name in options.names or NAMES for value in sorted({max(getattr(bounds, name) // 10, 1), 1})]
    full = in_process("", 0, options.every)
    number = sum(map(len, full.values()))
    failed = 0

    def tried(one: tuple[str, int]) -> list[str]:
        return list(lost(full, in_process(*one, options.every)))

    with ThreadPoolExecutor(options.jobs) as pool:
        for (name, value), problems in zip(tries, pool.map(tried, tries), strict=True):
            failed += bool(problems)
            sys.stdout.write("\n    ".join([f"{name} = {value}: {len(problems)} of {number} calls lost or changed", *problems]) + "\n")
            sys.stdout.flush()
    sys.stdout.write(f"{len(tries)} runs over {len(full)} cases, {failed} of which lose or change a call\n")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
