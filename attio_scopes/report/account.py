"""The end of every report for people: what to do with each token, notes, and the lines that account for every call.

Takes a `Report` and how the terminal is; gives blocks of text. It decides nothing: it repeats what the report says.
"""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator

from attio_scopes.model.finding import (
    BROADER_SCOPE,
    MISSING_SCOPE,
    POSSIBLY_MISSING_SCOPE,
    UNUSED_SCOPE,
    Code,
    Finding,
    Severity,
)
from attio_scopes.model.report import Report, TokenReport
from attio_scopes.model.scope import Scope
from attio_scopes.model.visible import visible
from attio_scopes.report.annotate import counted
from attio_scopes.report.remarks import PARTIAL, left_out
from attio_scopes.report.terminal import Paint

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
    if paint.quiet:
        return
    tokens = [line for token in report.tokens for line in _token_lines(token, report, paint)]
    if tokens:
        yield "\n".join(tokens)
    told = (*((PARTIAL,) if report.partial else ()), *report.notes, *((left_out(report, paint.shown),) if report.left_out else ()))
    notes = [line for note in told for line in paint.labelled("note", note)]
    if notes:
        yield "\n".join(notes)
    yield "\n".join(_totals(report, paint))


def _token_lines(token: TokenReport, report: Report, paint: Paint) -> Iterator[str]:
    """What to do with the token as a whole; nothing where all is well."""
    owner = _owner(token, report)
    rows = (
        ("missing scopes", token.missing, MISSING_SCOPE),
        ("possibly missing", token.possible, POSSIBLY_MISSING_SCOPE),
        ("unused scopes", token.unused, UNUSED_SCOPE),
        ("broader than needed", token.broader, BROADER_SCOPE),
    )
    for label, scopes, code in rows:
        silent = _silent(report, token, code)
        if scopes:
            shown = [f"{scope} (suppressed)" if scope in silent else str(scope) for scope in scopes]
            yield from paint.labelled(label + owner, ", ".join(shown))
    for scope, reason in token.kept:
        yield from paint.labelled("kept" + owner, f"{scope}, which no call needs{': ' + reason if reason else ''}")
    if token.withheld:
        yield from paint.labelled("unused scopes not checked" + owner, token.withheld)


def _owner(token: TokenReport, report: Report) -> str:
    """Whose line it is, where there are several tokens or projects."""
    named = [token.project] if len(report.projects) > 1 else []
    named += [token.name] if sum(other.project == token.project for other in report.tokens) > 1 else []
    return f" ({', '.join(map(visible, named))})" if named else ""


def _silent(report: Report, token: TokenReport, code: Code) -> frozenset[Scope]:
    """The scopes that only suppressed findings with this code are about; in the token's line they would seem to be forgotten."""

    def about(findings: Iterable[Finding]) -> frozenset[Scope]:
        own = (f for f in findings if f.code == code and f.token in (token.name, None) and report.project_of(f.place.path) == token.project)
        return frozenset(scope for finding in own for scope in finding.missing_scopes)

    return about(known.finding for known in report.suppressed) - about(report.findings)


def _totals(report: Report, paint: Paint) -> Iterator[str]:
    """A line that accounts for every call, and one for the findings."""
    statuses = Counter(judged.status for judged in report.calls)
    parts = [f"{statuses[status]} {words}" for status, words in STATUS_WORDS.items() if statuses[status]]
    with_calls = len({judged.call.site.place.path for judged in report.calls})
    files = f"{counted(len(report.calls), 'Attio call')} in {counted(with_calls or report.files, 'file')}"
    apart = [f"{counted(report.skipped_tests, 'file')} of test code"] if report.skipped_tests else []
    apart += [f"{report.ignored} ignored by git"] if report.ignored else []
    told = [f"{counted(report.files, 'file')} read"] if with_calls not in (0, report.files) else []
    told += [f"{' and '.join(apart)} left out"] if apart else []
    files += f" ({'; '.join(told)})" if told else ""
    yield from textwrap.wrap(f"{files}{': ' + ', '.join(parts) if parts else ''}.", paint.width)
    if report.packages:
        titles = ", ".join(visible(package.title) for package in report.packages)
        yield from textwrap.wrap(f"Read where {'they are' if len(report.packages) > 1 else 'it is'} installed: {titles}.", paint.width)
    if not report.tokens:
        return
    counts = Counter(finding.severity for finding in report.findings)
    told = [paint(str(severity), counted(counts[severity], str(severity))) for severity in reversed(Severity) if counts[severity]]
    if told:
        yield f"{', '.join(told)}."
    else:
        silent = f"; {counted(len(report.suppressed), 'finding')} suppressed" if report.suppressed else ""
        yield paint("good", f"No findings{silent}.")
