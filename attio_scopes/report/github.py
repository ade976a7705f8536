"""GitHub Actions: one workflow command for each finding, which GitHub shows as an annotation on the changed lines.

Takes a `Report`, gives lines to print in a job's log. Source of the form and its escapes: the workflow commands that
GitHub documents and its `@actions/core` package writes.
"""

from __future__ import annotations

from collections.abc import Mapping

from attio_scopes.model.finding import Finding, Severity
from attio_scopes.model.report import Report
from attio_scopes.model.visible import neutral
from attio_scopes.report.escape import printable
from attio_scopes.report.remarks import remarks

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(report: Report, sources: Mapping[str, str]) -> str:
    """The annotations: what was not looked at, then the findings, the worst first (GitHub shows ten of a kind for each step).

    Args:
        report: what was found.
        sources: not used.

    Returns:
        a line for each remark and finding; "" without any.
    """
    del sources
    worst_first = sorted(report.findings, key=lambda finding: -finding.severity)
    told = [f"::{_COMMANDS[severity]} title=attio-scopes::{_data(text)}" for severity, text in remarks(report)]
    return "".join(line + "\n" for line in (*told, *map(_command, worst_first)))


def _command(finding: Finding) -> str:
    """`::error file=…,line=…,title=…::message`."""
    place = finding.place
    properties = [("file", place.path), ("line", str(place.line)), ("endLine", str(place.end_line))]
    if place.line == place.end_line:  # columns count for an annotation of one line only
        properties += [("col", str(place.column)), ("endColumn", str(place.end_column))]
    properties.append(("title", f"{finding.code.id} {finding.code.slug}"))
    message = finding.message if not finding.help else f"{finding.message}\n{finding.help}"
    joined = ",".join(f"{name}={_property(value)}" for name, value in properties)
    return f"::{_COMMANDS[finding.severity]} {joined}::{_data(message)}"


def _data(text: str) -> str:
    """The message: a percent sign or a line break in it would be read as an escape or the end."""
    return neutral(printable(text, keep="\n")).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A property's value: a colon or a comma in it would end it."""
    return _data(printable(text)).replace(":", "%3A").replace(",", "%2C")
