"""The end of every report for people: what to do with each token, notes, and the lines that account for every call.

Takes a `Report` and how the terminal is; gives blocks of text. It decides nothing: it repeats what the report says.
"""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator

from attio_scopes.model.finding import Severity
from attio_scopes.model.report import Report, TokenReport
from attio_scopes.model.visible import visible
from attio_scopes.report.annotate import counted
from attio_scopes.report.terminal import Paint, listed_scopes

STATUS_WORDS = {
    "resolved": "resolved",
    "covered": "covered",
    "missing": "missing a scope",
    "possible": "possibly missing a scope",
    "unknown-endpoint": "at an unknown endpoint",
    "unresolved": "unresolved",
    "suppressed": "suppressed",
}


def account(report: Report, paint: Paint) -> Iterator[str]:
    """The last blocks of a report.

    Args:
        report: of `check` or `calls`.
        paint: colours and width.

    Returns:
        blocks of lines; between two of them belongs an empty line.
    """
    tokens = [line for token in report.tokens for line in token_lines(token, len(report.tokens) > 1, paint)]
    if tokens:
        yield "\n".join(tokens)
    notes = [line for note in report.notes for line in paint.labelled("note", note)]
    if notes:
        yield "\n".join(notes)
    yield "\n".join(_totals(report, paint))


def token_lines(token: TokenReport, several: bool, paint: Paint) -> Iterator[str]:
    """What to do with the token as a whole; nothing where all is well."""
    owner = f" ({visible(token.name)})" if several else ""
    rows = (
        ("missing scopes", token.missing),
        ("possibly missing", token.possible),
        ("unused scopes", token.unused),
        ("broader than needed", token.broader),
    )
    for label, scopes in rows:
        if scopes:
            yield from paint.labelled(label + owner, listed_scopes(scopes))
    if token.withheld:
        yield from paint.labelled("not judged" + owner, token.withheld)


def _totals(report: Report, paint: Paint) -> Iterator[str]:
    """A line that accounts for every call, and one for the findings."""
    statuses = Counter(judged.status for judged in report.calls)
    parts = [f"{statuses[status]} {words}" for status, words in STATUS_WORDS.items() if statuses[status]]
    files = f"{counted(len(report.calls), 'Attio call')} in {counted(report.files, 'file')}"
    if report.skipped_tests:
        files += f" ({counted(report.skipped_tests, 'file')} of test code left out)"
    yield from textwrap.wrap(f"{files}{': ' + ', '.join(parts) if parts else ''}.", paint.width)
    if not report.tokens:
        return
    counts = Counter(finding.severity for finding in report.findings)
    told = [paint(str(severity), counted(counts[severity], str(severity))) for severity in reversed(Severity) if counts[severity]]
    yield f"{', '.join(told)}." if told else paint("good", "No findings.")
