"""Markdown for a pull request comment or a job's step summary.

Takes a `Report`, gives GitHub-flavoured Markdown that is read top down: the verdict, what to do about each token, the
findings, what could not be resolved. Whatever comes from analysed code is escaped: it formats nothing, links to nothing and
calls nobody. Never longer than the caller allows: a code host refuses a comment that is too long.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attio_scopes.model.finding import Finding, Severity
from attio_scopes.model.report import JudgedCall, Report, TokenReport
from attio_scopes.model.scope import Scope
from attio_scopes.report.annotate import counted, summary_counts
from attio_scopes.report.escape import markdown, markdown_code
from attio_scopes.report.remarks import remarks

_SIGNS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.NOTE: "ℹ️"}
_RESERVE = 400  # characters: for a table's head and end, or for the line that says that it is left out
_COUNT_NAMES = {
    "covered": "covered",
    "missing": "missing a scope",
    "possible": "possibly missing a scope",
    "unknown_endpoint": "to an unknown endpoint",
    "unresolved": "unresolved",
    "suppressed": "suppressed",
    "resolved": "resolved",
}


def render(report: Report, sources: Mapping[str, str], max_characters: int = 60_000) -> str:
    """The report as Markdown.

    Args:
        report: what was found.
        sources: not used.
        max_characters: rows are left out, and counted, so that the text stays within it (GitHub takes 65,536 for a comment).

    Returns:
        Markdown that ends with a line feed.
    """
    del sources
    head = [f"## {_verdict(report)}", "", _account(report), ""]
    for token in report.tokens:
        head += _token(token, report)
    if not report.tokens and report.required_scopes:
        head += ["The code needs: " + _scopes(report.required_scopes), ""]
    foot = [*(f"> {markdown(text)}\n" for _, text in remarks(report)), _origin(report), ""]
    room = max_characters - sum(len(line) + 1 for line in (*head, *foot)) - _RESERVE
    worst_first = sorted(report.findings, key=lambda finding: -finding.severity)
    findings = _table("Findings", ("", "Where", "What", "Scope"), [_finding(finding) for finding in worst_first], room)
    room -= sum(len(line) + 1 for line in findings)
    unresolved = [judged for judged in report.calls if judged.status == "unresolved"]
    rows = [_unresolved(judged) for judged in unresolved]
    details = _table("Calls that could not be resolved", ("Where", "What is known", "Why", "To settle it"), rows, room)
    return "\n".join([*head, *findings, *details, *foot])


def _verdict(report: Report) -> str:
    """The headline."""
    errors = sum(finding.severity is Severity.ERROR for finding in report.findings)
    missing = {scope for token in report.tokens for scope in token.missing}
    if missing:
        return f"❌ Attio scopes: {counted(len(missing), 'scope')} missing"
    if errors:
        return f"❌ Attio scopes: {counted(errors, 'error')}"
    if report.findings:
        return f"⚠️ Attio scopes: nothing missing, {counted(len(report.findings), 'finding')}"
    if not report.calls:
        return "✅ Attio scopes: no call to Attio"
    return f"✅ Attio scopes: {'all ' if len(report.calls) > 1 else ''}{counted(len(report.calls), 'call')} accounted for"


def _account(report: Report) -> str:
    """Every call, by status; the numbers add up."""
    counts = summary_counts(report)
    told = [f"{number} {_COUNT_NAMES.get(key, key)}" for key, number in counts.items() if key not in ("files", "calls") and number]
    calls = f"{counted(counts['calls'], 'call')} in {counted(counts['files'], 'file')}"
    return f"**{calls}**" + (f": {', '.join(told)}." if told else ".")


def _token(token: TokenReport, report: Report) -> list[str]:
    """What to do about one token."""
    lines = [
        ("Add", token.missing),
        ("Perhaps add", token.possible),
        ("Remove", token.unused),
        ("Narrow to read", token.broader),
    ]
    told = [f"- **{verb}:** {_scopes(scopes)}" for verb, scopes in lines if scopes]
    if token.withheld:
        told.append(f"- No further scopes can be shown to be unused: {markdown(token.withheld)}")
    if not told:
        told.append(f"- Nothing to change: {_scopes(token.declared) or 'no scope is declared, and none is needed'}")
    name = [] if len(report.tokens) == 1 and token.name == "default" else [f"### Token {markdown_code(token.name)}", ""]
    return [*name, *told, ""]


def _finding(finding: Finding) -> tuple[str, ...]:
    """A row."""
    place = finding.place
    what = f"**{finding.code.id}** {markdown(finding.message)}"
    if finding.help:
        what += f"<br>{markdown(' '.join(finding.help.split()))}"
    if finding.docs.startswith("https://") and finding.docs.isascii():
        what += f" [Documentation](<{finding.docs.replace('>', '%3E').replace('<', '%3C').replace('|', '%7C')}>)"
    return _SIGNS[finding.severity], markdown_code(f"{place.path}:{place.line}"), what, _scopes(finding.missing_scopes)


def _unresolved(judged: JudgedCall) -> tuple[str, ...]:
    """A row."""
    call = judged.call
    known = f"{'|'.join(call.methods) or '?'} {call.url}"
    where = f"{call.site.place.path}:{call.site.place.line}"
    return markdown_code(where), markdown_code(known), markdown(call.reason or ""), markdown(call.site.remedy or "")


def _table(title: str, columns: tuple[str, ...], rows: list[tuple[str, ...]], room: int) -> list[str]:
    """A foldable table of as many rows as there is room for, and how many are left out."""
    if not rows:
        return []
    if room < _RESERVE:
        return [f"{title}: {len(rows)}, left out for length.", ""]
    start = [f"<details{' open' if len(rows) <= 25 else ''}><summary>{title} ({len(rows)})</summary>", ""]
    start += ["| " + " | ".join(columns) + " |", "|" + " --- |" * len(columns)]
    end = ["", "</details>", ""]
    room -= sum(len(line) + 1 for line in (*start, *end)) + 60  # for the line that counts what is left out
    shown: list[str] = []
    for row in rows:
        line = "| " + " | ".join(row) + " |"
        if len(line) + 1 > room:
            break
        room -= len(line) + 1
        shown.append(line)
    left = [] if len(shown) == len(rows) else ["", f"… and {len(rows) - len(shown)} more, left out for length."]
    return [*start, *shown, *left, *end]


def _origin(report: Report) -> str:
    """Which facts this stands on."""
    return f"<sub>attio-scopes, scope manifest {markdown(report.manifest_version)} ({report.manifest_endpoints} endpoints).</sub>"


def _scopes(scopes: Iterable[Scope]) -> str:
    """Scopes as inline code."""
    return ", ".join(markdown_code(str(scope)) for scope in scopes)
