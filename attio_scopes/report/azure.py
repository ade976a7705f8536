"""Azure Pipelines: one logging command for each finding, shown as an issue of the build.

Takes a `Report`, gives lines to print in a job's log. Source of the form and its escapes: the logging commands that
Microsoft documents and its `azure-pipelines-task-lib` package writes.
"""

from __future__ import annotations

from collections.abc import Mapping

from attio_scopes.model.finding import Finding, Severity
from attio_scopes.model.report import Report
from attio_scopes.model.visible import neutral
from attio_scopes.report.escape import printable
from attio_scopes.report.remarks import remarks


def render(report: Report, sources: Mapping[str, str]) -> str:
    """The logging commands.

    Args:
        report: what was found.
        sources: not used.

    Returns:
        a line for each remark and finding; "" without any.
    """
    del sources
    told = [f"##vso[task.logissue type=warning;]{_data(text)}" for _, text in remarks(report)]
    return "".join(line + "\n" for line in (*told, *map(_command, report.findings)))


def _command(finding: Finding) -> str:
    """`##vso[task.logissue type=…;sourcepath=…;]message`; Azure knows errors and warnings only."""
    properties = (
        ("type", "error" if finding.severity is Severity.ERROR else "warning"),
        ("sourcepath", finding.place.path),
        ("linenumber", str(finding.place.line)),
        ("columnnumber", str(finding.place.column)),
        ("code", finding.code.id),
    )
    joined = "".join(f"{name}={_property(value)};" for name, value in properties)
    message = f"{finding.code.slug}: {finding.message}"
    return f"##vso[task.logissue {joined}]{_data(message)}"


def _data(text: str) -> str:
    """The message."""
    return neutral(printable(text, keep="\n")).replace("%", "%AZP25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A property's value: `]` would end the command, `;` the value."""
    return _data(printable(text)).replace("]", "%5D").replace(";", "%3B")
