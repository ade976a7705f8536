"""Whether the bounds of the engine only blur: `python -m tests.small_bounds` makes each a tenth, and 1, and runs all cases.

Each call of the full run must still be there: on its line, or on one that the chain from it down to its request names; with the same
endpoints, or unresolved. No call may be there that names an endpoint which the full run does not, and each call expression has its fate.
Prints a row for each bound and size, with what was only blurred, and whatever is lost or another; then the exit code is 1. With `--every N`
only each N-th case is run, with `--tenths` each bound is made a tenth only.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from attio_scopes import candidates
from attio_scopes.engine import bounds
from attio_scopes.model import fate
from attio_scopes.model.fate import Account
from tests.case_harness import Case, all_cases, copy_case

NAMES = sorted(name for name, value in vars(bounds).items() if name.isupper() and isinstance(value, int))


@dataclass(frozen=True)
class Site:
    """A call of a report: its place, those below it down to the HTTP call, and its endpoints; none where it is unresolved.

    Where only its method is not known, any endpoint of its path is one of them: it is blurred as well.
    An endpoint that the reference does not have is told by its methods and URL, so that it is neither another one nor unresolved.
    """

    place: tuple[str, int]
    chain: tuple[tuple[str, int], ...]
    endpoints: frozenset[str]
    any_method: bool = False

    @property
    def request(self) -> tuple[str, int]:
        """The place of the HTTP call."""
        return self.chain[-1] if self.chain else self.place

    def near(self, other: Site) -> bool:
        """Whether it is at the same place, or at one that the chain of one of them names."""
        return self.place == other.place or self.place in other.chain or other.place in self.chain

    def stands_for(self, other: Site) -> bool:
        """Whether it is the same call, blurred or not."""
        same = self.endpoints >= other.endpoints if self.any_method else self.endpoints == other.endpoints
        return self.near(other) and (not self.endpoints or same)


Sites = dict[str, list[Site]]
"""The calls of each case."""


def sites(case: Case, behind: bool = False) -> list[Site]:
    """The calls of a case; with those that are a part of an unresolved one above, which names another of its parts only (`behind`)."""
    from click.testing import CliRunner

    from attio_scopes.cli import main

    with tempfile.TemporaryDirectory() as folder:
        copy_case(case, Path(folder))
        told: list[Account] = []
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(candidates, "accounts", _remembering(told))
            result = CliRunner().invoke(main, ["calls", folder, "--format", "json", "--no-cache"])
        if result.exit_code not in (0, 1):
            return [Site((f"exit {result.exit_code}", 0), (), frozenset({result.output[:200]}))]
        found = [_site(call) for call in json.loads(result.stdout)["calls"]]
    if behind and any(not site.endpoints for site in found):
        found += [Site((one.path, one.span[0]), (), frozenset()) for one in told if one.fate == fate.BEHIND]
    return found


def _remembering(told: list[Account]) -> Callable[..., Any]:
    """What settles the accounts, and leaves them here too."""
    settle = candidates.accounts

    def accounts(*arguments: Any) -> Any:
        settled = settle(*arguments)
        told.extend(settled[0])
        return settled

    return accounts


def _site(call: dict[str, Any]) -> Site:
    chain = tuple((frame["path"], frame["line"]) for frame in call["via"])
    named = [f"{one['method']} {one['path']}" for one in call["endpoints"]]
    if call["status"] == "unknown-endpoint":
        named = [f"{method} {urlsplit(call['url'] or '').path}" for method in call["methods"] or ["?"]]
    return Site((call["path"], call["line"]), chain, frozenset(named if call["status"] != "unresolved" else ()), not call["methods"])


def run_all(every: int, behind: bool) -> Sites:
    """The calls of each N-th case, where a call expression without a fate is a failure, and with the whole of their traces."""
    candidates.STRICT = True
    bounds.TRACE = max(bounds.TRACE, bounds.PLACES) if bounds.TRACE > 1 else bounds.TRACE
    return {str(case): sites(case, behind) for case in all_cases()[::every]}


def in_process(name: str, value: int, every: int) -> Sites:
    """The same with a bound changed, in a process of its own: what an earlier run remembers does not count."""
    command = [sys.executable, "-m", "tests.small_bounds", "--one", name, str(value), "--every", str(every)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return {
        case: [Site((s[0][0], s[0][1]), tuple((p, n) for p, n in s[1]), frozenset(s[2]), s[3]) for s in found]
        for case, found in json.loads(done.stdout).items()
    }


@dataclass(frozen=True)
class Problem:
    """A call that is lost, that names another endpoint, or that names more of them."""

    kind: str
    text: str


def problems(full: Sites, small: Sites) -> Iterator[Problem]:
    """The calls of the full run that are not in the other one, and those of the other one that the full run does not have."""
    for case, found in full.items():
        now = small[case]
        gone = [site for site in found if not any(other.stands_for(site) for other in now) and not _in_parts(site, now)]
        for site in gone:
            near = [other for other in now if other.near(site)]
            kind = "lost" if not near else "wider" if any(other.endpoints > site.endpoints for other in near) else "other"
            yield Problem(kind, f"{case} {_told(site)} became {_told(near[0]) if near else 'nothing'}")
        for other in now:
            parts = any(_in_parts(site, now) and other.endpoints < site.endpoints for site in found if site.place == other.place)
            known = any(other.stands_for(site) for site in found) or any(other.near(site) for site in gone)
            if other.endpoints and not known and not parts:
                yield Problem("other", f"{case} {_told(other)} is none of the full run")


def _in_parts(site: Site, now: Sequence[Site]) -> bool:
    """Whether a part of what a call may be is told at its place, and the rest by an unresolved one that ends at the same HTTP call."""
    part = any(other.place == site.place and other.endpoints and other.endpoints < site.endpoints for other in now)
    return part and any(not other.endpoints and other.request == site.request for other in now)


def _told(site: Site) -> str:
    return f"{site.place[0]}:{site.place[1]}: {' | '.join(sorted(site.endpoints)) or 'unresolved'}"


def blurred(full: Sites, small: Sites) -> int:
    """How many calls are unresolved that the full run resolves."""
    return sum(max(_open(small[case]) - _open(found), 0) for case, found in full.items())


def _open(found: Sequence[Site]) -> int:
    return sum(1 for site in found if not site.endpoints)


def tries(names: Sequence[str], tenths: bool) -> list[tuple[str, int]]:
    """Each bound at a tenth, and at 1."""
    sizes = {name: {max(getattr(bounds, name) // 10, 1), *(() if tenths else (1,))} for name in names}
    return [(name, value) for name in names for value in sorted(sizes[name], reverse=True)]


_HEADER = "| bound | full | made | blurred | lost | other endpoints | more endpoints |\n|---|---|---|---|---|---|---|\n"


def main() -> None:
    """Make each bound small in turn."""
    parser = argparse.ArgumentParser(description="Make each bound of the engine small in turn; no call may be lost or be another one.")
    parser.add_argument("names", nargs="*", help="bounds; all, if none is named")
    parser.add_argument("--every", type=int, default=1, help="run each N-th case only")
    parser.add_argument("--tenths", action="store_true", help="make each a tenth only, in half the time")
    parser.add_argument("--jobs", type=int, default=2, help="how many at once")
    parser.add_argument("--one", nargs=2, metavar=("NAME", "VALUE"), help="print the calls with this bound, as JSON")
    options = parser.parse_args()
    if options.one:
        if options.one[0]:
            setattr(bounds, options.one[0], int(options.one[1]))
        found = run_all(options.every, bool(options.one[0]))
        rows = {case: [(s.place, s.chain, sorted(s.endpoints), s.any_method) for s in each] for case, each in found.items()}
        sys.stdout.write(json.dumps(rows))
        return
    full = in_process("", 0, options.every)
    number = sum(map(len, full.values()))
    sys.stdout.write(f"{len(full)} cases, {number} calls\n\n{_HEADER}")
    sums: Counter[str] = Counter()
    made = tries(options.names or NAMES, options.tenths)
    with ThreadPoolExecutor(options.jobs) as pool:
        for (name, value), small in zip(made, pool.map(lambda one: in_process(one[0], one[1], options.every), made), strict=True):
            found_wrong = list(problems(full, small))
            counts = Counter(problem.kind for problem in found_wrong)
            sums.update(counts)
            row = (name, f"{getattr(bounds, name):,}", f"{value:,}", blurred(full, small), counts["lost"], counts["other"], counts["wider"])
            sys.stdout.write("\n    ".join(["| " + " | ".join(map(str, row)) + " |", *(problem.text for problem in found_wrong)]) + "\n")
            sys.stdout.flush()
    what = f"{sums['lost']} calls lost, {sums['other']} with other endpoints, {sums['wider']} with more"
    sys.stdout.write(f"\n{len(made)} runs over {len(full)} cases: {what}\n")
    sys.exit(1 if sums else 0)


if __name__ == "__main__":
    main()
