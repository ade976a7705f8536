"""Grouped text: the findings below the scope, the file or the token that they are about.

Takes a `Report` and how the terminal is; gives text. What is said of several places alike is said once, and below a scope what to do about
it is said once, at its end: read and read-write of a resource are one group, and the wider one is what to grant. A finding that lacks two
scopes is below both; the account at the end counts it once.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from attio_scopes.model.finding import MISSING_SCOPE, POSSIBLY_MISSING_SCOPE, Finding, Severity
from attio_scopes.model.report import Report
from attio_scopes.model.visible import visible
from attio_scopes.report.account import account
from attio_scopes.report.annotate import counted
from attio_scopes.report.statistics import statistics_blocks
from attio_scopes.report.terminal import Paint, Shown, ended, same

GROUPINGS = ("scope", "file", "token")
_NO_SCOPE = "About no scope"
_NO_TOKEN = "About no token"  # noqa: S105 - a heading


def render(
    report: Report,
    sources: Mapping[str, str],
    *,
    color: bool = False,
    width: int = 80,
    shown: Shown = same,
    statistics: bool = False,
    quiet: bool = False,
    group_by: str = "scope",
) -> str:
    """The verdict by group.

    Args:
        report: of `check`.
        sources: not used.
        color: whether to use a terminal's colours.
        width: columns of the terminal.
        shown: turns a path of the report into one that the reader can open.
        statistics: add tables of how often each code, scope and endpoint occurs.
        quiet: leave out all but findings and tables.
        group_by: one of `GROUPINGS`.

    Returns:
        text that ends with a line feed.

    Raises:
        ValueError: there is no such grouping.
    """
    del sources
    if group_by not in GROUPINGS:
        raise ValueError(group_by)
    paint = Paint(color, width, shown, quiet)
    blocks = ["\n".join(_group(title, members, group_by, paint)) for title, members in _groups(report, group_by, paint)]
    if statistics:
        blocks += statistics_blocks(report, paint)
    return ended([*blocks, *account(report, paint)])


def _groups(report: Report, group_by: str, paint: Paint) -> Iterator[tuple[str, Sequence[Finding]]]:
    """The groups: files by name, scopes and tokens with the worst first, findings that are about none last."""
    groups: dict[tuple[bool, str], list[Finding]] = defaultdict(list)
    widest = _widest(report.findings)
    for finding in report.findings:
        for name in dict.fromkeys(_names(finding, group_by, widest)):
            groups[name is None, name or ""].append(finding)

    def order(item: tuple[tuple[bool, str], list[Finding]]) -> tuple[bool, int, str]:
        (none, name), members = item
        return none, 0 if group_by == "file" else -max(finding.severity for finding in members), name

    for (_, name), members in sorted(groups.items(), key=order):
        if group_by == "file":
            yield visible(paint.shown(name)), members
        elif group_by == "token":
            yield f"Token {visible(name)}" if name else _NO_TOKEN, members
        else:
            yield name or _NO_SCOPE, members


def _widest(findings: Sequence[Finding]) -> dict[tuple[str | None, str], str]:
    """For each token and resource of which calls lack a scope, the widest scope that one lacks."""
    lacking = [(f.token, scope) for f in findings if f.code in (MISSING_SCOPE, POSSIBLY_MISSING_SCOPE) for scope in f.missing_scopes]
    return {(token, scope.resource): str(scope) for token, scope in sorted(lacking, key=lambda each: each[1].access)}


def _names(finding: Finding, group_by: str, widest: Mapping[tuple[str | None, str], str]) -> Sequence[str | None]:
    """The groups that a finding belongs to; None is the one for findings that belong to no other."""
    if group_by == "file":
        return (finding.place.path,)
    if group_by == "token":
        return (finding.token,)
    if finding.code not in (MISSING_SCOPE, POSSIBLY_MISSING_SCOPE):
        return [str(scope) for scope in finding.missing_scopes] or (None,)
    return [widest[finding.token, scope.resource] for scope in finding.missing_scopes] or (None,)


def _group(title: str, members: Sequence[Finding], group_by: str, paint: Paint) -> Iterator[str]:
    """A heading with the counts, then the findings: line by line in a file, elsewhere what is said alike once."""
    counts = Counter(finding.severity for finding in members)
    told = ", ".join(paint(str(severity), counted(counts[severity], str(severity))) for severity in reversed(Severity) if counts[severity])
    yield f"{paint('bold', title)}: {told}"
    yield from _lines(members, paint) if group_by == "file" else _sayings(members, paint, title if group_by == "scope" else "")


def _lines(members: Sequence[Finding], paint: Paint) -> Iterator[str]:
    """The findings of a file in their order; advice stands below the last of those that share it."""
    last = {finding.help: number for number, finding in enumerate(members)}
    for number, finding in enumerate(members):
        where = paint("bold", f"{finding.place.line}:{finding.place.column}")
        yield f"  {where}: {paint.severity(finding.severity)} {paint('bold', finding.code.id)} {finding.code.slug}"
        yield from paint.sentences(finding.message, 4)
        if finding.help and last[finding.help] == number:
            yield from paint.labelled("help", finding.help, 4)


def _sayings(members: Sequence[Finding], paint: Paint, title: str = "") -> Iterator[str]:
    """What is said of one place or several, the worst first, and then the places; at the end what to grant, once."""
    alike: dict[tuple[str, Severity, str, str], list[Finding]] = defaultdict(list)
    for finding in members:
        alike[finding.code.id, finding.severity, finding.message, finding.help].append(finding)
    grants: dict[str, None] = {}
    for findings in sorted(alike.values(), key=lambda found: -found[0].severity):
        first = findings[0]
        yield f"  {paint.severity(first.severity)} {paint('bold', first.code.id)} {first.code.slug}"
        yield from paint.sentences(first.message, 4)
        advice = first.help
        if title and first.code in (MISSING_SCOPE, POSSIBLY_MISSING_SCOPE):
            grant, choice, advice = advice.partition("\nOr ")
            advice = choice.lstrip() + advice
            if title in map(str, first.missing_scopes):
                grants[grant] = None
        if advice:
            yield from paint.labelled("help", advice, 4)
        for finding in findings:
            place = finding.place
            yield f"    {paint('bold', f'{visible(paint.shown(place.path))}:{place.line}:{place.column}')}"
    for grant in list(grants)[:1]:
        yield from paint.labelled("help", grant)
