"""Concise text: a line for each finding, as compilers write it, and the account of the calls.

Takes a `Report` and how the terminal is; gives text. The line is never wrapped, so that `grep`, editors and people who
count lines can work with it.
"""

from __future__ import annotations

from collections.abc import Mapping

from attio_scopes.model.finding import Finding
from attio_scopes.model.report import Report
from attio_scopes.model.visible import visible
from attio_scopes.report.account import account
from attio_scopes.report.annotate import cell_words
from attio_scopes.report.statistics import statistics_blocks
from attio_scopes.report.terminal import Paint, Shown, ended, same


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
    """The verdict, a line for each finding. Arguments and result are those of `text.render`."""
    paint = Paint(color, width, shown, quiet)
    findings = "\n".join(_line(finding, sources, paint) for finding in report.findings)
    blocks = [findings] if findings else []
    if statistics:
        blocks += statistics_blocks(report, paint)
    return ended([*blocks, *account(report, paint)])


def _line(finding: Finding, sources: Mapping[str, str], paint: Paint) -> str:
    place = finding.place
    where = f"{visible(paint.shown(place.path))}:{place.line}:{place.column}"
    message = paint.scopes(visible(" ".join(finding.message.split()))) + cell_words(sources, place)
    return f"{paint('bold', where)}: {paint.severity(finding.severity)} {paint('bold', finding.code.id)} {message}"
