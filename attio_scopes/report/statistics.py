"""Statistics: how often each code, scope and endpoint occurs in a report, as tables for a terminal.

Takes a `Report` and how the terminal is; gives blocks of text. It counts what the report says, and nothing else.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from attio_scopes.model.finding import Finding
from attio_scopes.model.report import Report
from attio_scopes.model.scope import Scope
from attio_scopes.report.account import STATUS_WORDS
from attio_scopes.report.terminal import Paint

_LACKED = frozenset({"ATS001", "ATS002"})


def statistics_blocks(report: Report, paint: Paint) -> Iterator[str]:
    """The tables.

    Args:
        report: of `check`.
        paint: colours and width.

    Returns:
        a block for each table that has a row: findings by code, missing scopes, calls by status; [] without calls and findings.
    """
    for title, heads, rows, right in (
        ("Findings by code", ("findings", "files", "code", "name", "severity"), _codes(report), 2),
        ("Scopes that are missing", ("calls", "possibly", "scope"), _scopes(report), 2),
        ("Calls by status", ("calls", "share", "status"), _statuses(report), 2),
    ):
        if rows:
            yield "\n".join([paint("bold", title), *paint.table(heads, rows, right)])


def _codes(report: Report) -> list[tuple[str, ...]]:
    """A row for each code, the most frequent first."""
    of_code: dict[tuple[str, str, str], list[Finding]] = defaultdict(list)
    for finding in report.findings:
        of_code[finding.code.id, finding.code.slug, str(finding.severity)].append(finding)
    ordered = sorted(of_code.items(), key=lambda item: (-len(item[1]), item[0]))
    return [(str(len(found)), str(len({f.place.path for f in found})), *about) for about, found in ordered]


def _scopes(report: Report) -> list[tuple[str, ...]]:
    """A row for each scope that calls lack: how many surely, how many possibly."""
    surely: Counter[Scope] = Counter()
    possibly: Counter[Scope] = Counter()
    for finding in report.findings:
        if finding.code.id in _LACKED:
            (surely if finding.code.id == "ATS001" else possibly).update(set(finding.missing_scopes))
    ordered = sorted({*surely, *possibly}, key=lambda scope: (-surely[scope], -possibly[scope], scope))
    return [(str(surely[scope]), str(possibly[scope]), str(scope)) for scope in ordered]


def _statuses(report: Report) -> list[tuple[str, ...]]:
    """A row for each status of calls, with its share."""
    counts = Counter(judged.status for judged in report.calls)
    total = len(report.calls)
    return [(str(counts[name]), f"{100 * counts[name] / total:.0f}%", words) for name, words in STATUS_WORDS.items() if counts[name]]
