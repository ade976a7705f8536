"""Text: the report for people in a terminal.

Takes a `Report`, the source text of files, and how the terminal is; gives text. Every finding has its place, the line with
the call marked, what is wrong, what to do and where to read on; the last line accounts for every call. Whatever came from
the analysed code is shown with its control characters escaped.
"""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from attio_scopes.model.endpoint import Alternative
from attio_scopes.model.finding import Finding, Severity
from attio_scopes.model.report import JudgedCall, Report, TokenReport
from attio_scopes.model.visible import visible
from attio_scopes.report.frame import frame

_RESET = "\x1b[0m"
_STYLES = {
    "error": "\x1b[1;31m",
    "warning": "\x1b[1;33m",
    "note": "\x1b[1;36m",
    "bold": "\x1b[1m",
    "dim": "\x1b[2m",
    "good": "\x1b[32m",
}
_STATUS_WORDS = {
    "resolved": "resolved",
    "covered": "covered",
    "missing": "missing a scope",
    "possible": "possibly missing a scope",
    "unknown-endpoint": "at an unknown endpoint",
    "unresolved": "unresolved",
    "suppressed": "suppressed",
}


def same(path: str) -> str:
    """Show a path as the report has it."""
    return path


class _Paint:
    """Colours and width."""

    def __init__(self, color: bool, width: int, shown: Callable[[str], str]) -> None:
        self._color = color
        self.width = max(40, width)
        self.shown = shown

    def __call__(self, style: str, text: str) -> str:
        return f"{_STYLES[style]}{text}{_RESET}" if self._color and text else text

    def labelled(self, label: str, text: str) -> Iterator[str]:
        """`  label: text`, wrapped, with further lines below the text."""
        indent = " " * (len(label) + 4)
        first = True
        for line in text.splitlines() or [""]:
            wrapped = textwrap.wrap(visible(line), self.width - len(indent), break_long_words=False, break_on_hyphens=False) or [""]
            for piece in wrapped:
                yield f"  {self('bold', label)}: {piece}" if first else indent + piece
                first = False


def render(
    report: Report,
    sources: Mapping[str, str],
    *,
    color: bool = False,
    width: int = 80,
    shown: Callable[[str], str] = same,
) -> str:
    """The verdict.

    Args:
        report: of `check`.
        sources: path to source text; a finding in a file that it lacks is shown without its line.
        color: whether to use a terminal's colours.
        width: columns of the terminal.
        shown: turns a path of the report into one that the reader can open.

    Returns:
        text that ends with a line feed.
    """
    paint = _Paint(color, width, shown)
    blocks = ["\n".join(_finding(finding, sources, paint)) for finding in report.findings]
    tokens = [line for token in report.tokens for line in _token(token, len(report.tokens) > 1, paint)]
    if tokens:
        blocks.append("\n".join(tokens))
    notes = [line for note in report.notes for line in paint.labelled("note", note)]
    if notes:
        blocks.append("\n".join(notes))
    blocks.append("\n".join(_summary(report, paint)))
    return "\n\n".join(blocks) + "\n"


def _finding(finding: Finding, sources: Mapping[str, str], paint: _Paint) -> Iterator[str]:
    place = finding.place
    where = f"{visible(paint.shown(place.path))}:{place.line}:{place.column}"
    severity = str(finding.severity)
    yield f"{paint('bold', where)}: {paint(severity, severity)} {paint('bold', finding.code.id)} {finding.code.slug}"
    yield from _frame(finding, sources, paint)
    for line in finding.message.splitlines():
        yield from textwrap.wrap(
            visible(line), paint.width, initial_indent="  ", subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
        )
    if finding.help:
        yield from paint.labelled("help", finding.help)
    if finding.related:
        steps = [f"{paint.shown(r.place.path)}:{r.place.line} {r.message}" for r in finding.related]
        yield from paint.labelled("via", "\n".join(visible(step) for step in steps))
    if finding.docs:
        yield f"  {paint('bold', 'docs')}: {visible(finding.docs)}"


def _frame(finding: Finding, sources: Mapping[str, str], paint: _Paint) -> Iterator[str]:
    source = sources.get(finding.place.path)
    if source is None:
        return
    gutter = max(4, len(str(finding.place.end_line)) + 1)
    for line in frame(source, finding.place, paint.width - gutter - 3):
        text = paint(str(finding.severity), line.text) if line.mark else line.text
        yield f"{paint('dim', f'{line.number:>{gutter}} |')} {text}".rstrip()


def _token(token: TokenReport, several: bool, paint: _Paint) -> Iterator[str]:
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
            yield from paint.labelled(label + owner, ", ".join(map(str, scopes)))
    if token.withheld:
        yield from paint.labelled("unused scopes" + owner, f"not judged: {token.withheld}")


def _summary(report: Report, paint: _Paint) -> Iterator[str]:
    """A line that accounts for every call, and one for the findings."""
    statuses = Counter(judged.status for judged in report.calls)
    parts = [f"{statuses[status]} {words}" for status, words in _STATUS_WORDS.items() if statuses[status]]
    files = f"{number(len(report.calls), 'Attio call')} in {number(report.files, 'file')}"
    if report.skipped_tests:
        files += f" ({number(report.skipped_tests, 'file')} of test code left out)"
    yield from textwrap.wrap(f"{files}{': ' + ', '.join(parts) if parts else ''}.", paint.width)
    if not report.tokens:
        return
    counts = Counter(finding.severity for finding in report.findings)
    told = [paint(str(severity), number(counts[severity], str(severity))) for severity in reversed(Severity) if counts[severity]]
    yield f"{', '.join(told)}." if told else paint("good", "No findings.")


def number(count: int, noun: str) -> str:
    """`1 file`, `2 files`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def render_calls(
    report: Report,
    sources: Mapping[str, str],
    *,
    color: bool = False,
    width: int = 80,
    shown: Callable[[str], str] = same,
) -> str:
    """The calls and what each needs, without a verdict. Arguments and result are those of `render`."""
    paint = _Paint(color, width, shown)
    blocks = ["\n".join(_finding(finding, sources, paint)) for finding in report.findings]
    lines = [line for judged in report.calls for line in _call(judged, paint)]
    if lines:
        blocks.append("\n".join(lines))
    if report.required_scopes:
        blocks.append("\n".join(paint.labelled("scopes needed", ", ".join(map(str, report.required_scopes)))))
    notes = [line for note in report.notes for line in paint.labelled("note", note)]
    if notes:
        blocks.append("\n".join(notes))
    blocks.append("\n".join(_summary(report, paint)))
    return "\n\n".join(blocks) + "\n"


def _call(judged: JudgedCall, paint: _Paint) -> Iterator[str]:
    call = judged.call
    place = call.site.place
    where = f"{visible(paint.shown(place.path))}:{place.line}:{place.column}"
    if not call.matches:
        request = " ".join(part for part in ("/".join(call.methods), call.url) if part)
        status = paint("warning", judged.status.replace("-", " "))
        yield f"{paint('bold', where)}: {status}{': ' + visible(request) if request else ''}"
        if call.reason:
            yield from paint.labelled("reason", call.reason)
        if call.nearest:
            yield from paint.labelled("nearest", call.nearest)
        if call.site.remedy:
            yield from paint.labelled("help", call.site.remedy)
        return
    endpoints = list(dict.fromkeys(match.endpoint.key for match in call.matches))
    yield f"{paint('bold', where)}: {' or '.join(endpoints)}"
    needs = dict.fromkeys(_needs(alternative) for match in call.matches for alternative in match.alternatives)
    yield from paint.labelled("needs", "\n".join(needs))


def _needs(alternative: Alternative) -> str:
    scopes = ", ".join(map(str, sorted(alternative.scopes))) or "no scope"
    when = alternative.when
    return scopes if when is None else f"{scopes} (where {when.name} is {when.value})"
