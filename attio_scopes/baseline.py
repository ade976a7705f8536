"""Baselines: findings that a project has accepted for now, as data that survives moved lines and renamed neighbours.

Takes a report and gives entries; takes entries and gives the report without the findings that they stand for, an ATS201 for
each entry that stands for nothing any more, and what is left of the entries. An entry is known by code, file, function and
endpoint, and counts how often; lines are not part of it. Reads and writes no file: `parse` and `render` are the file's text.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from attio_scopes.model.call import Call, Place
from attio_scopes.model.errors import UserError
from attio_scopes.model.finding import CODES, NEVER_SILENT, UNUSED_SUPPRESSION, Finding
from attio_scopes.model.report import Report, SuppressedFinding
from attio_scopes.model.visible import visible

FORMAT = 1
DEFAULT_FILE = "attio-scopes-baseline.json"
_FINDINGS = re.compile(r'"findings"\s*:\s*\[\s*')
_BETWEEN = re.compile(r"[\s,]*")
_KEYS = ("code", "path", "function", "endpoint", "token", "count")


class Entry(Struct, frozen=True, order=True):
    """Findings that are accepted.

    Attributes:
        path: of the file, relative to the root, with `/`.
        code: id of the findings' code.
        function: qualified name of the function around the call, "" at module level or where there is no call.
        endpoint: what the call reaches (`METHOD /path`, several joined by " or "), its URL where that is not known, or the scope
            that a finding on a declaration is about.
        token: name of the declared token, or "".
        count: how many such findings; at least 1.
    """

    path: str
    code: str
    function: str
    endpoint: str
    token: str
    count: int = 1


def entries_of(report: Report) -> tuple[Entry, ...]:
    """The entries that stand for a report's findings; ATS201 (about comments and baselines), ATS902 and ATS903 are never accepted.

    Args:
        report: judged and suppressed, without a baseline.

    Returns:
        the entries, sorted.
    """
    calls = _calls(report)
    counts = Counter(key for finding in report.findings if (key := _key(finding, calls)) is not None)
    return tuple(sorted(replace(entry, count=count) for entry, count in counts.items()))


def apply_baseline(report: Report, entries: Iterable[Entry], file: str = DEFAULT_FILE, lines: Mapping[Entry, int] | None = None) -> Report:
    """Take away the findings that the baseline stands for.

    Args:
        report: judged and suppressed.
        entries: of the baseline.
        file: path of the baseline, relative to the root, for findings on its entries.
        lines: where the entries stand in it, as `lines_of` says; line 1 for one that is not in it.

    Returns:
        the report; an entry that stands for fewer findings than it counts gives an ATS201, unless the run was partial.
    """
    calls = _calls(report)
    left = _counted(entries)
    kept: list[Finding] = []
    withdrawn: list[SuppressedFinding] = []
    for finding in report.findings:
        key = _key(finding, calls)
        if key is not None and left[key] > 0:
            left[key] -= 1
            withdrawn.append(SuppressedFinding(finding, "external", f"accepted in {file}"))
        else:
            kept.append(finding)
    if not report.partial:
        at = lines or {}
        kept.extend(
            _stale(entry, count, Place(file, at.get(entry, 1), 1, at.get(entry, 1), 1))
            for entry, count in sorted(left.items())
            if count > 0
        )
    notes = (f"{len(withdrawn)} accepted in the baseline {visible(file)}",) if withdrawn else ()
    return report.with_findings(kept, withdrawn, notes)


def pruned(report: Report, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries without what no longer stands for a finding; nothing is added.

    Args:
        report: judged and suppressed, without a baseline, of the whole project.
        entries: of the baseline.

    Returns:
        the entries that are left, sorted, with lower counts where there is less to count.
    """
    now = _counted(entries_of(report))
    before = _counted(entries)
    return tuple(sorted(replace(entry, count=min(count, now[entry])) for entry, count in before.items() if now[entry] > 0))


def _counted(entries: Iterable[Entry]) -> Counter[Entry]:
    counted: Counter[Entry] = Counter()
    for entry in entries:
        counted[replace(entry, count=1)] += entry.count
    return counted


def _calls(report: Report) -> dict[Place, Call]:
    return {judged.call.site.place: judged.call for judged in report.calls}


def _key(finding: Finding, calls: dict[Place, Call]) -> Entry | None:
    if finding.code in NEVER_SILENT or finding.code is UNUSED_SUPPRESSION:
        return None
    call = calls.get(finding.place)
    if call is None:
        endpoint = ", ".join(str(scope) for scope in finding.missing_scopes)
        return Entry(finding.place.path, finding.code.id, "", endpoint, finding.token or "")
    endpoint = " or ".join(sorted({match.endpoint.key for match in call.matches})) or call.url
    return Entry(finding.place.path, finding.code.id, call.site.function, endpoint, finding.token or "")


def _stale(entry: Entry, count: int, place: Place) -> Finding:
    inside = f" in {visible(entry.function)}" if entry.function else ""
    about = f" for {visible(entry.endpoint)}" if entry.endpoint else ""
    times = f" ({count} times)" if count > 1 else ""
    message = f"Baseline entry is stale: {entry.code}{about}{inside}, {visible(entry.path)}, is no longer found{times}."
    return Finding(UNUSED_SUPPRESSION, UNUSED_SUPPRESSION.severity, message, "Remove it: attio-scopes baseline write --prune", place)


# --- the file's text -------------------------------------------------------------------------------------------


def render(entries: Sequence[Entry]) -> str:
    """The text of a baseline file: JSON, sorted, an entry to a line, so that a diff shows what changed."""
    lines = []
    for entry in sorted(entries):
        values = {key: getattr(entry, key) for key in _KEYS if getattr(entry, key) not in ("", 1) or key in ("code", "path")}
        lines.append("  " + json.dumps(values, ensure_ascii=True))
    inside = ",\n".join(lines)
    return f'{{"baseline": {FORMAT}, "findings": [\n{inside}{chr(10) if lines else ""}]}}\n'


def parse(text: str, file: str) -> tuple[Entry, ...]:
    """Read the text of a baseline file.

    Args:
        text: JSON, as `render` writes it.
        file: its path, for messages.

    Returns:
        the entries, sorted; repeated ones are added up.

    Raises:
        UserError: it is not a baseline; every wrong entry at once.
    """
    shown = visible(file)
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        raise UserError(f"{shown}: is not JSON; write a new one with: attio-scopes baseline write") from None
    if not isinstance(document, dict) or "baseline" not in document or not isinstance(document.get("findings"), list):
        raise UserError(f"{shown}: is not a baseline of attio-scopes; write one with: attio-scopes baseline write")
    if document["baseline"] != FORMAT:
        raise UserError(f"{shown}: its format is not {FORMAT}, the one that this version reads; write it anew")
    entries: list[Entry] = []
    problems: list[str] = []
    for number, item in enumerate(document["findings"], 1):
        problem = _problem(item)
        if problem:
            problems.append(f"{shown}: entry {number}: {problem}")
        else:
            texts = {key: item.get(key, "") for key in _KEYS if key != "count"}
            entries.append(Entry(**texts, count=item.get("count", 1)))
    if problems:
        raise UserError(*problems)
    return tuple(sorted(replace(entry, count=count) for entry, count in _counted(entries).items()))


def lines_of(text: str) -> dict[Entry, int]:
    """Where each entry begins.

    Args:
        text: of a baseline file that `parse` takes.

    Returns:
        entry, with a count of 1, to the line (from 1) of its first occurrence.
    """
    found: dict[Entry, int] = {}
    start = _FINDINGS.search(text)
    at = start.end() if start else len(text)
    line, counted = 1, 0
    while text.startswith("{", at):
        line, counted = line + text.count("\n", counted, at), at
        item, end = json.JSONDecoder().raw_decode(text, at)
        if not _problem(item):
            entry = Entry(**{key: item.get(key, "") for key in _KEYS if key != "count"})
            found.setdefault(entry, line)
        between = _BETWEEN.match(text, end)
        at = between.end() if between else end
    return found


def _problem(item: object) -> str:
    if not isinstance(item, dict):
        return "is not an object"
    unknown = [key for key in item if key not in _KEYS]
    if unknown:
        return f"unknown key {visible(unknown[0])} (known: {', '.join(_KEYS)})"
    count = item.get("count", 1)
    if isinstance(count, bool) or not isinstance(count, int) or count < 1:
        return "count must be a whole number from 1"
    if not all(isinstance(value, str) for key, value in item.items() if key != "count"):
        return "every key but count must be a string"
    if not item.get("path"):
        return "path is missing"
    if item.get("code") not in {code.id for code in CODES}:
        return "code is missing or unknown"
    return ""
