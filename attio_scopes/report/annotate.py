"""What several formats need to know about a report: which call a finding is about, source lines, unique fingerprints.

Takes a `Report` and source texts, gives values; pure, no format of its own.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from attio_scopes.model.call import Place
from attio_scopes.model.finding import Finding
from attio_scopes.model.report import JudgedCall, Report

_CELL = "# cell "
"""What the Python of a notebook has before each cell, with its number behind it."""
_LINE_END = re.compile(r"\r\n|\r|\n")


def calls_by_place(report: Report) -> dict[Place, JudgedCall]:
    """Every call under its place; a finding about a call stands at the same place."""
    return {judged.call.site.place: judged for judged in report.calls}


def source_line(sources: Mapping[str, str], path: str, line: int) -> str | None:
    """Line `line` (from 1) of a file without its line break, or None where the text is not at hand."""
    text = sources.get(path)
    if text is None or line < 1:
        return None
    lines = source_lines(text)
    return lines[line - 1] if line <= len(lines) else None


def cell_of(sources: Mapping[str, str], place: Place) -> tuple[int, int] | None:
    """The cell of a notebook that a place is in, and the line in it, both from 1; None elsewhere."""
    if not place.path.endswith(".ipynb"):
        return None
    lines = source_lines(sources.get(place.path, ""))
    for number in range(min(place.line, len(lines)), 0, -1):
        if lines[number - 1].startswith(_CELL):
            return int(lines[number - 1].removeprefix(_CELL)), place.line - number
    return None


def cell_words(sources: Mapping[str, str], place: Place) -> str:
    """` (cell 3, line 2)` behind a place in a notebook; "" elsewhere."""
    found = cell_of(sources, place)
    return f" (cell {found[0]}, line {found[1]})" if found else ""


@lru_cache(maxsize=4)
def source_lines(text: str) -> list[str]:
    """The lines of a file without their breaks. They are asked for once for each finding, of which a file can have very many."""
    return _LINE_END.split(text)


def fingerprints(findings: Iterable[Finding]) -> tuple[str, ...]:
    """A fingerprint for each finding, no two the same, in order.

    Readers take two findings with one fingerprint for one finding, so a repeated one gets its number mixed in; a finding
    without one gets one from its code, file and message.
    """
    seen: dict[str, int] = {}
    unique = []
    for finding in findings:
        own = finding.fingerprint or _digest(finding.code.id, finding.place.path, finding.message)
        seen[own] = seen.get(own, 0) + 1
        unique.append(own if seen[own] == 1 else _digest(own, str(seen[own])))
    return tuple(unique)


def _digest(*parts: str) -> str:
    """32 hexadecimal digits of the parts."""
    data = "\0".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(data).hexdigest()[:32]


def summary_counts(report: Report) -> dict[str, int]:
    """How many calls have each status, in the order of the report's contract; `calls` is the sum of the others."""
    counts = dict.fromkeys(("covered", "missing", "possible", "unknown_endpoint", "unresolved", "suppressed"), 0)
    for judged in report.calls:
        key = judged.status.replace("-", "_")
        counts[key] = counts.get(key, 0) + 1
    return {"files": report.files, "calls": len(report.calls), **counts}


def counted(number: int, noun: str) -> str:
    """`1 call`, `2 calls`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
