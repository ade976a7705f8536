"""What a tool reported, against what is right.

Takes the JSON of `attio-scopes calls` and what is known of the program; gives sentences about what differs, none if nothing does.
"""

from __future__ import annotations

import collections
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.measure import Ran

Right = Mapping[tuple[str, int], str]
"""File and line of each call, with its one endpoint: `GET /v2/notes`."""
_EXPECTED = re.compile(r"# call: (\w+ /\S+)$")


@dataclass(frozen=True, slots=True)
class Reported:
    """The calls and findings of a run; `counts` has the calls by status."""

    calls: tuple[dict[str, Any], ...]
    findings: tuple[dict[str, Any], ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many calls have each status."""
        return dict(sorted(collections.Counter(call["status"] for call in self.calls).items()))


def read_report(ran: Ran) -> Reported:
    """The report out of what a tool printed.

    Raises:
        ValueError: it is no report.
    """
    try:
        report = json.loads(ran.output)
        return Reported(tuple(report["calls"]), tuple(report["findings"]))
    except (ValueError, KeyError, TypeError) as error:
        raise ValueError(f"printed no report: {ran.complaint or type(error).__name__}") from error


def annotated(folder: Path) -> dict[tuple[str, int], str]:
    """The calls that the files of a folder say they have: `# call: GET /v2/notes` at the end of a line."""
    right = {}
    for path in sorted(folder.rglob("*.py")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if found := _EXPECTED.search(line):
                right[path.relative_to(folder).as_posix(), number] = found[1]
    return right


def judged(reported: Reported, right: Right) -> list[str]:
    """What is wrong with a report: what was not looked at, what is missed, names another endpoint or none, or that nobody sends."""
    at: dict[tuple[str, int], list[dict[str, Any]]] = collections.defaultdict(list)
    for call in reported.calls:
        at[call["path"], call["line"]].append(call)
    kinds: dict[str, list[str]] = collections.defaultdict(list)
    for place, endpoint in right.items():
        found = at.get(place, [])
        for call in found:
            named = {f"{each['method']} {each['path']}" for each in call["endpoints"]}
            if named != {endpoint}:
                kinds["wrong" if named else "not resolved"].append(_place(place))
        if not found:
            kinds["missed"].append(_place(place))
    kinds["too many"] = [_place(place) for place in sorted(at.keys() - right.keys())]
    return [*broken(reported), *_sentences(kinds)]


def broken(reported: Reported) -> list[str]:
    """What the tool itself says that it did not look at: its codes of 900 and above."""
    said = (finding for finding in reported.findings if finding["code"].startswith("ATS9"))
    return [f"{finding['code']} {finding['path']}:{finding['line']}: {finding['message']}" for finding in said]


def differences(reported: Reported, alone: Reported) -> list[str]:
    """What differs between two reports that should be the same."""
    return _sentences(_between("calls", reported.calls, alone.calls) | _between("findings", reported.findings, alone.findings))


def _between(what: str, there: tuple[dict[str, Any], ...], alone: tuple[dict[str, Any], ...]) -> dict[str, list[str]]:
    ours, theirs = _by_place(there), _by_place(alone)
    return {
        f"{what} only in the application": [_place(place[:2]) for place in sorted(ours.keys() - theirs.keys())],
        f"{what} only alone": [_place(place[:2]) for place in sorted(theirs.keys() - ours.keys())],
        f"{what} that differ": [_place(place[:2]) for place in sorted(ours.keys() & theirs.keys()) if ours[place] != theirs[place]],
    }


def _by_place(items: tuple[dict[str, Any], ...]) -> dict[tuple[str, int, int], list[dict[str, Any]]]:
    found: dict[tuple[str, int, int], list[dict[str, Any]]] = collections.defaultdict(list)
    for item in items:
        found[item["path"], item["line"], item["column"]].append(item)
    return found


def _place(place: tuple[str, int]) -> str:
    return f"{place[0]}:{place[1]}"


def _sentences(kinds: Mapping[str, list[str]]) -> list[str]:
    return [f"{len(places)} {kind}: {', '.join(places[:3])}{', …' if len(places) > 3 else ''}" for kind, places in kinds.items() if places]
