"""Reviewdog's diagnostic format: reviewdog posts the findings as review comments on any code host.

Takes a `Report` and source texts, gives the JSON text. Its columns count bytes of UTF-8 and its ends are exclusive
(as the format's definition says), while ours count characters, so that the source is needed for lines beyond ASCII.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from attio_scopes.model.call import Place
from attio_scopes.model.finding import Finding, Severity
from attio_scopes.model.report import Report
from attio_scopes.report.annotate import source_line
from attio_scopes.report.escape import printable
from attio_scopes.report.remarks import remarks

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


def render(report: Report, sources: Mapping[str, str]) -> str:
    """The findings as one diagnostic result.

    Args:
        report: what was found.
        sources: path to source text, for columns in bytes; without it a column in characters is given.

    Returns:
        JSON.
    """
    result = {
        "source": {"name": "attio-scopes"},
        "diagnostics": [
            *(
                {"message": printable(text), "location": {"path": "."}, "severity": _SEVERITIES[severity]}
                for severity, text in remarks(report)
            ),
            *(_diagnostic(finding, sources) for finding in report.findings),
        ],
    }
    return json.dumps(result, indent=2) + "\n"


def _diagnostic(finding: Finding, sources: Mapping[str, str]) -> dict[str, object]:
    """One finding."""
    code = {"value": finding.code.id}
    if finding.docs:
        code["url"] = finding.docs
    message = finding.message if not finding.help else f"{finding.message}\n{finding.help}"
    diagnostic: dict[str, object] = {
        "message": printable(message, keep="\n"),
        "location": _location(sources, finding.place),
        "severity": _SEVERITIES[finding.severity],
        "code": code,
    }
    if finding.related:
        diagnostic["related_locations"] = [
            {"message": printable(other.message), "location": _location(sources, other.place)} for other in finding.related
        ]
    return diagnostic


def _location(sources: Mapping[str, str], place: Place) -> dict[str, object]:
    """A path and a range."""
    start = _position(sources, place.path, place.line, place.column)
    end = _position(sources, place.path, place.end_line, place.end_column)
    return {"path": _path(place.path), "range": {"start": start, "end": end}}


def _position(sources: Mapping[str, str], path: str, line: int, column: int) -> dict[str, int]:
    """A position with its column in bytes of UTF-8."""
    text = source_line(sources, path, line)
    if text is None:
        return {"line": line, "column": column}
    return {"line": line, "column": len(text[: column - 1].encode("utf-8", "surrogatepass")) + 1}


def _path(path: str) -> str:
    """The path; only a name that is not UTF-8, which JSON cannot carry, is escaped."""
    return path if path.encode("utf-8", "replace").decode() == path else printable(path)
