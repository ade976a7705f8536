"""GitLab's code quality report, which a merge request shows beside the changed lines.

Takes a `Report`, gives the JSON text of an artifact of the kind `codequality`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from attio_scopes.model.finding import Finding, Severity
from attio_scopes.model.report import Report
from attio_scopes.report.annotate import fingerprints
from attio_scopes.report.escape import printable
from attio_scopes.report.remarks import remarks

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render(report: Report, sources: Mapping[str, str]) -> str:
    """The remarks and the findings as a JSON array.

    Args:
        report: what was found.
        sources: not used.

    Returns:
        JSON, `[]` without any.
    """
    del sources
    unique = fingerprints(report.findings)
    issues = [_issue(finding, fingerprint) for finding, fingerprint in zip(report.findings, unique, strict=True)]
    told = [_remark(severity, text, number) for number, (severity, text) in enumerate(remarks(report))]
    return json.dumps([*told, *issues], indent=2) + "\n"


def _remark(severity: Severity, text: str, number: int) -> dict[str, object]:
    """A remark on the run; it needs a place, which is the project."""
    return {
        "type": "issue",
        "check_name": "attio-scopes/remark",
        "description": printable(text),
        "categories": ["Bug Risk"],
        "severity": _SEVERITIES[severity],
        "fingerprint": hashlib.sha256(f"{number} {text}".encode("utf-8", "surrogatepass")).hexdigest()[:32],
        "location": {"path": ".", "lines": {"begin": 1, "end": 1}},
    }


def _issue(finding: Finding, fingerprint: str) -> dict[str, object]:
    """One finding; GitLab needs `description`, `check_name`, `fingerprint`, `severity`, `location`."""
    description = f"{finding.code.id} {finding.code.slug}: {finding.message}"
    return {
        "type": "issue",
        "check_name": f"attio-scopes/{finding.code.slug}",
        "description": printable(description),
        "content": {"body": printable(finding.help, keep="\n")},
        "categories": ["Security" if finding.code.id.startswith("ATS1") else "Bug Risk"],
        "severity": _SEVERITIES[finding.severity],
        "fingerprint": fingerprint,
        "location": {
            "path": _path(finding.place.path),
            "lines": {"begin": finding.place.line, "end": finding.place.end_line},
        },
    }


def _path(path: str) -> str:
    """The path; only what JSON cannot carry (a name that is not UTF-8) is escaped, or GitLab would not find the file."""
    return path if path.encode("utf-8", "replace").decode() == path else printable(path)
