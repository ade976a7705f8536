"""JSON: the report as one object, `schema_version` 1, which other programs rely on.

Takes a `Report`, gives text in ASCII (every other character as an escape, so that nothing in it can steer a terminal).
Keys are only ever added; a change that would break a reader raises the version.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType

from attio_scopes import __version__
from attio_scopes.model.call import Call, Place
from attio_scopes.model.finding import ATTIO_NOT_FOLLOWED, Finding, Related
from attio_scopes.model.report import JudgedCall, ProjectReport, ReadPackage, Report, TokenReport
from attio_scopes.model.scope import Scope
from attio_scopes.report.annotate import cell_of

SCHEMA_VERSION = 1
_STATUSES = ("covered", "missing", "possible", "unknown-endpoint", "unresolved", "suppressed")


def render(report: Report, sources: Mapping[str, str] | None = None) -> str:
    """The report as JSON.

    Args:
        report: of `check` or `calls`.
        sources: of notebooks, for the cells in them.

    Returns:
        one object and a line feed.
    """
    return json.dumps(as_object(report, sources or {}), indent=2) + "\n"


def as_object(report: Report, sources: Mapping[str, str] = MappingProxyType({})) -> dict[str, object]:
    """The report as plain dicts and lists, in the order that is printed; `sources` as `render` takes them."""
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "attio-scopes", "version": __version__},
        "manifest": {
            "version": report.manifest_version,
            "source": report.manifest_source,
            "endpoints": report.manifest_endpoints,
            "file": report.manifest_file or None,
            "age_days": report.manifest_age,
        },
        "complete": not report.unfinished,
        "summary": _summary(report),
        "required_scopes": _texts(report.required_scopes),
        "tokens": [_token(token) for token in report.tokens],
        "calls": [call_object(judged, report, sources) for judged in report.calls],
        "findings": [finding_object(finding, sources) for finding in report.findings],
        "partial": report.partial,
        "projects": [_project(project) for project in report.projects],
        "notes": list(report.notes),
        "left_out": [{"path": item.path, "reason": item.reason} for item in report.left_out],
        "not_looked_at": list(report.unfinished),
        "packages": [_package(package) for package in report.packages],
    }


def _summary(report: Report) -> dict[str, int]:
    counts = Counter(judged.status for judged in report.calls)
    numbers = {"files": report.files, "calls": len(report.calls)}
    numbers |= {status.replace("-", "_"): counts[status] for status in _STATUSES}
    if counts["resolved"]:  # of `calls`, which gives no verdict: the statuses still add up
        numbers["resolved"] = counts["resolved"]
    numbers["not_followed"] = sum(finding.code == ATTIO_NOT_FOLLOWED for finding in report.findings)
    return {**numbers, "skipped_tests": report.skipped_tests, "left_out": len(report.left_out), "ignored": report.ignored}


def _token(token: TokenReport) -> dict[str, object]:
    return {
        "name": token.name,
        "declared": _texts(token.declared),
        "required": _texts(token.required),
        "missing": _texts(token.missing),
        "possible": _texts(token.possible),
        "unused": _texts(token.unused),
        "broader": _texts(token.broader),
        "withheld": token.withheld,
        "kept": [{"scope": str(scope), "reason": reason or None} for scope, reason in token.kept],
        "project": token.project,
    }


def _project(project: ProjectReport) -> dict[str, object]:
    return {
        "path": project.path,
        "configuration": project.configuration or None,
        "files": project.files,
        "calls": project.calls,
        "manifest_version": project.manifest_version,
    }


def _package(package: ReadPackage) -> dict[str, object]:
    names = {"module": package.module, "distribution": package.distribution or None, "version": package.version or None}
    return {**names, "files": package.files}


def call_object(judged: JudgedCall, report: Report, sources: Mapping[str, str]) -> dict[str, object]:
    """A call as `calls[]` has it."""
    call = judged.call
    return {
        **_place(call.site.place),
        **_cell(call.site.place, sources),
        "status": judged.status,
        "client": call.site.client,
        "methods": list(call.methods),
        "url": call.url,
        "endpoints": _endpoints(call),
        "requires": _requires(call),
        "token": judged.tokens[0] if judged.tokens else None,
        "tokens": list(judged.tokens),
        "project": report.project_of(call.site.place.path),
        "reason": call.reason,
        "via": [{"path": frame.path, "line": frame.line, "column": frame.column, "function": frame.function} for frame in call.site.via],
    }


def _endpoints(call: Call) -> list[dict[str, object]]:
    """The endpoints of the manifest; what a contract stands in for has no host, and is none."""
    known = [match for match in call.matches if match.endpoint.host]
    return [{"method": match.endpoint.method, "path": match.endpoint.path, "parameters": dict(match.parameters)} for match in known]


def _requires(call: Call) -> list[dict[str, object]]:
    """Each set of scopes that the call may need; of equal ones, the first."""
    found: list[dict[str, object]] = []
    for match in call.matches:
        for alternative in match.alternatives:
            when = {} if alternative.when is None else {alternative.when.name: alternative.when.value}
            requirement: dict[str, object] = {"when": when, "scopes": _texts(tuple(sorted(alternative.scopes)))}
            if requirement not in found:
                found.append(requirement)
    return found


def finding_object(finding: Finding, sources: Mapping[str, str]) -> dict[str, object]:
    """A finding as `findings[]` has it."""
    return {
        "code": finding.code.id,
        "name": finding.code.slug,
        "severity": str(finding.severity),
        "message": finding.message,
        "help": finding.help,
        **_place(finding.place),
        **_cell(finding.place, sources),
        "missing_scopes": _texts(finding.missing_scopes),
        "token": finding.token,
        "related": [_related(related) for related in finding.related],
        "fingerprint": finding.fingerprint,
    }


def _related(related: Related) -> dict[str, object]:
    return {**_place(related.place), "message": related.message}


def _place(place: Place) -> dict[str, object]:
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }


def _cell(place: Place, sources: Mapping[str, str]) -> dict[str, object]:
    """Where in a notebook; nothing elsewhere."""
    found = cell_of(sources, place)
    return {"cell": found[0], "cell_line": found[1]} if found else {}


def _texts(scopes: tuple[Scope, ...]) -> list[str]:
    return [str(scope) for scope in scopes]
