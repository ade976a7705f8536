"""Text in full: each finding with its code, its trace and what to do; and the calls without a verdict.

Takes a `Report`, the source text of files, and how the terminal is; gives text. Every finding has its place, the line with
the call marked, what is wrong, what to do, the way down to the HTTP call and where to read on; the last line accounts for
every call. Whatever came from the analysed code is shown with its control characters escaped.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attio_scopes.model.endpoint import Alternative
from attio_scopes.model.finding import Finding, Related
from attio_scopes.model.report import JudgedCall, Report
from attio_scopes.model.visible import visible
from attio_scopes.report.account import account
from attio_scopes.report.annotate import cell_words, counted
from attio_scopes.report.frame import excerpt, frame
from attio_scopes.report.statistics import statistics_blocks
from attio_scopes.report.terminal import Paint, Shown, ended, listed_scopes, same


def render(
    report: Report,
    sources: Mapping[str, str],
    *,
    color: bool = False,
    width: int = 80,
    shown: Shown = same,
    statistics: bool = False,
    quiet: bool = False,
) -> str:
    """The verdict.

    Args:
        report: of `check`.
        sources: path to source text; a finding in a file that it lacks is shown without its line.
        color: whether to use a terminal's colours.
        width: columns of the terminal.
        shown: turns a path of the report into one that the reader can open.
        statistics: add tables of how often each code, scope and endpoint occurs.
        quiet: leave out all but findings and tables.

    Returns:
        text that ends with a line feed.
    """
    paint = Paint(color, width, shown, quiet)
    blocks = ["\n".join(_finding(finding, sources, paint)) for finding in report.findings]
    if statistics:
        blocks += statistics_blocks(report, paint)
    return ended([*blocks, *account(report, paint)])


def _finding(finding: Finding, sources: Mapping[str, str], paint: Paint) -> Iterator[str]:
    place = finding.place
    where = f"{visible(paint.shown(place.path))}:{place.line}:{place.column}"
    where += cell_words(sources, place)
    yield f"{paint('bold', where)}: {paint.severity(finding.severity)} {paint('bold', finding.code.id)} {finding.code.slug}"
    yield from _frame(finding, sources, paint)
    yield from paint.sentences(finding.message, 2)
    if finding.help:
        yield from paint.labelled("help", finding.help)
    for number, step in enumerate(finding.related):
        yield from _step(step, sources, paint, first=not number)
    if finding.docs:
        yield f"  {paint('bold', 'docs')}: {visible(finding.docs)}"


def _frame(finding: Finding, sources: Mapping[str, str], paint: Paint) -> Iterator[str]:
    source = sources.get(finding.place.path)
    if source is None:
        return
    gutter = max(4, len(str(finding.place.end_line)) + 1)
    for line in frame(source, finding.place, paint.width - gutter - 3):
        text = paint(str(finding.severity), line.text) if line.mark else line.text
        yield f"{paint('dim', f'{line.number:>{gutter}} |')} {text}".rstrip()


def _step(step: Related, sources: Mapping[str, str], paint: Paint, first: bool) -> Iterator[str]:
    """A step on the way to the HTTP call: where it is, what happens, and its line of source."""
    where = f"{paint.shown(step.place.path)}:{step.place.line} {step.message}"
    yield from paint.labelled("via", visible(where)) if first else paint.sentences(visible(where), 7)
    source = sources.get(step.place.path)
    code = "" if source is None else excerpt(source, step.place.line, paint.width - 9)
    if code:
        yield " " * 9 + paint("dim", code)


def render_calls(
    report: Report,
    sources: Mapping[str, str],
    *,
    color: bool = False,
    width: int = 80,
    shown: Shown = same,
    group_by: str | None = None,
) -> str:
    """The calls and what each needs, without a verdict, below what `group_by` says, one of `CALL_GROUPINGS`.

    Other arguments and the result are those of `render`.
    """
    paint = Paint(color, width, shown)
    blocks = ["\n".join(_finding(finding, sources, paint)) for finding in report.findings]
    groups: dict[str, list[JudgedCall]] = {}
    for judged in report.calls:
        for name in _group_names(judged, group_by):
            groups.setdefault(name, []).append(judged)
    for name, members in sorted(groups.items()) if group_by else groups.items():
        title = [paint("bold", f"{visible(name)}: {counted(len(members), 'call')}")] if group_by else []
        blocks.append("\n".join([*title, *(line for judged in members for line in _call(judged, sources, paint))]))
    if report.required_scopes:
        blocks.append("\n".join(paint.labelled("scopes needed", listed_scopes(report.required_scopes))))
    return ended([*blocks, *account(report, paint)])


CALL_GROUPINGS = ("file", "scope", "endpoint")


def _group_names(judged: JudgedCall, group_by: str | None) -> list[str]:
    """The groups that a call belongs to: it is below each of its scopes, or of its endpoints."""
    call = judged.call
    if group_by == "file":
        return [call.site.place.path]
    if group_by == "endpoint":
        return list(dict.fromkeys(match.endpoint.key for match in call.matches)) or [judged.status.replace("-", " ")]
    if group_by == "scope":
        needed = {str(scope) for match in call.matches for alternative in match.alternatives for scope in alternative.scopes}
        return sorted(needed) or ["no scope" if call.matches else judged.status.replace("-", " ")]
    return [""]


def _call(judged: JudgedCall, sources: Mapping[str, str], paint: Paint) -> Iterator[str]:
    call = judged.call
    place = call.site.place
    where = f"{visible(paint.shown(place.path))}:{place.line}:{place.column}{cell_words(sources, place)}"
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
    scopes = listed_scopes(sorted(alternative.scopes)) or "no scope"
    when = alternative.when
    return scopes if when is None else f"{scopes} (where {when.name} is {when.value})"
