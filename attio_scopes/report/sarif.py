"""SARIF 2.1.0: what GitHub code scanning, Azure DevOps and editors read.

Takes a `Report` and source texts, gives the JSON text. Every code is a rule; the trace from a call to the HTTP request is a
code flow; suppressed findings are told as such. Paths are relative to `%SRCROOT%`, whose address the reader knows and this
tool does not.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from attio_scopes import __version__
from attio_scopes.model.call import Place
from attio_scopes.model.finding import CODES, NEVER_SILENT, Code, Finding, Severity
from attio_scopes.model.report import JudgedCall, Report, SuppressedFinding
from attio_scopes.report.annotate import calls_by_place, fingerprints, source_line
from attio_scopes.report.escape import markdown, printable, uri_path
from attio_scopes.report.remarks import remarks
from attio_scopes.report.rule_texts import rule_text

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"
# The command line turns paths into ones from the working folder, where that is possible without leaving it (cli/output.py).
_ROOT_IS = "The working folder of the run, or the top of the checked project where that lies above or beside it."
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_RULE_INDEX = {code.id: index for index, code in enumerate(CODES)}
_CERTAIN = frozenset({"ATS001", "ATS003", "ATS005", "ATS006", "ATS901", "ATS902", "ATS903"})

_NEVER_SILENT = "It cannot be suppressed."
_OF_SCOPES = frozenset({"ATS001", "ATS002", "ATS006", "ATS007", "ATS008", "ATS101", "ATS102", "ATS103"})
_ABOUT_SCOPES = "https://docs.attio.com/rest-api/how-to/authentication"
_LEAST_PRIVILEGE = {"ATS101": "4.0", "ATS102": "3.0"}
"""With GitHub's `security-severity`, from 0 to 10: what a leaked token could do that nothing needs."""

Json = dict[str, object]


def render(report: Report, sources: Mapping[str, str]) -> str:
    """One SARIF log with one run.

    Args:
        report: what was found.
        sources: path to source text; the source of a finding is quoted where it is at hand.

    Returns:
        JSON.
    """
    calls = calls_by_place(report)
    silent = dict(enumerate(report.suppressed, start=len(report.findings)))
    findings = (*report.findings, *(known.finding for known in report.suppressed))
    results = [
        _result(finding, fingerprint, calls.get(finding.place), silent.get(index), sources)
        for index, (finding, fingerprint) in enumerate(zip(findings, fingerprints(findings), strict=True))
    ]
    run: Json = {
        "tool": {"driver": _driver()},
        "invocations": [_invocation(report)],
        "originalUriBaseIds": {_ROOT: {"description": {"text": _ROOT_IS}}},
        "columnKind": "unicodeCodePoints",
        "results": results,
        "properties": {"manifestVersion": report.manifest_version, "manifestSource": report.manifest_source, "partial": report.partial},
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _driver() -> Json:
    """The tool and its rules."""
    return {"name": "attio-scopes", "version": __version__, "semanticVersion": __version__, "rules": [_rule(code) for code in CODES]}


def _rule(code: Code) -> Json:
    """A code as a rule; its name is in Pascal case, as SARIF readers expect."""
    text = rule_text(code)
    silent = f"Suppress it: {text.suppress}" if text.suppress else _NEVER_SILENT
    silent_markdown = f"**Suppress it.** `{text.suppress}`" if text.suppress else _NEVER_SILENT
    return {
        "id": code.id,
        "name": "".join(word.capitalize() for word in code.slug.split("-")),
        "shortDescription": {"text": code.meaning},
        "fullDescription": {"text": f"{code.meaning} {text.why}"},
        "help": {
            "text": f"{code.meaning}\n\n{text.why}\n\n{text.fix}\n\n{silent}",
            "markdown": f"{markdown(code.meaning)}\n\n**Why it matters.** {markdown(text.why)}\n\n**What to do.** {markdown(text.fix)}\n\n"
            f"{silent_markdown}\n",
        },
        "defaultConfiguration": {"level": _LEVELS[code.severity]},
        **({"helpUri": _ABOUT_SCOPES} if code.id in _OF_SCOPES else {}),
        "properties": {
            "tags": ["attio", "scopes", *(["security", "least-privilege"] if code.id in _LEAST_PRIVILEGE else ["correctness"])],
            **({"security-severity": _LEAST_PRIVILEGE[code.id]} if code.id in _LEAST_PRIVILEGE else {}),
            "precision": "very-high" if code.id in _CERTAIN else "high",
            "problem.severity": {Severity.NOTE: "recommendation"}.get(code.severity, str(code.severity)),
        },
    }


def _invocation(report: Report) -> Json:
    """Whether the run was whole, and what else the user should know."""
    notifications: list[Json] = [{"level": _LEVELS[severity], "message": {"text": printable(text)}} for severity, text in remarks(report)]
    for finding in report.findings:
        if finding.code.id.startswith("ATS9"):
            told: Json = {"level": "error", "message": {"text": printable(finding.message)}, "locations": [_location(finding.place)]}
            notifications.append(told)
    successful = not any(finding.code in NEVER_SILENT for finding in report.findings)
    return {"executionSuccessful": successful, "toolExecutionNotifications": notifications}


def _result(
    finding: Finding, fingerprint: str, judged: JudgedCall | None, silent: SuppressedFinding | None, sources: Mapping[str, str]
) -> Json:
    """A finding."""
    text = finding.message if not finding.help else f"{finding.message}\n{finding.help}"
    result: Json = {
        "ruleId": finding.code.id,
        "ruleIndex": _RULE_INDEX[finding.code.id],
        "level": _LEVELS[finding.severity],
        "message": {"text": printable(text, keep="\n")},
        "locations": [_location(finding.place, judged.call.site.function if judged else "", sources)],
        "partialFingerprints": {"attioScopesFinding/v1": fingerprint},
    }
    related = [
        {"id": number, **_location(other.place), "message": {"text": printable(other.message)}}
        for number, other in enumerate(finding.related, start=1)
    ]
    if related:
        result["relatedLocations"] = related
    if judged is not None and judged.call.site.via:
        result["codeFlows"] = [_code_flow(judged, sources)]
    if silent is not None:
        suppression: Json = {"kind": silent.kind, "status": "accepted"}
        if silent.reason:
            suppression["justification"] = printable(silent.reason)
        result["suppressions"] = [suppression]
    else:
        result["suppressions"] = []  # says that suppressions were looked for, and that there is none
    key = "unneededScopes" if finding.code.id in _LEAST_PRIVILEGE else "missingScopes"
    properties: Json = {key: [str(scope) for scope in finding.missing_scopes]}
    if finding.token is not None:
        properties["token"] = finding.token
    if finding.docs:
        properties["documentation"] = finding.docs
    result["properties"] = properties
    return result


def _code_flow(judged: JudgedCall, sources: Mapping[str, str]) -> Json:
    """The way from the call down to the HTTP request."""
    site = judged.call.site
    steps: list[Json] = [
        {"location": {**_location(site.place, site.function, sources), "message": {"text": "the endpoint is decided here"}}}
    ]
    for depth, frame in enumerate(site.via, start=1):
        place = Place(frame.path, frame.line, frame.column, 0, 0)
        told = "the request is sent here" if depth == len(site.via) else "and goes through here"
        steps.append({"location": {**_location(place, frame.function, sources), "message": {"text": told}}, "nestingLevel": depth})
    return {"threadFlows": [{"locations": steps}]}


def _location(place: Place, function: str = "", sources: Mapping[str, str] | None = None) -> Json:
    """A place; an end line of 0 means that the end is not known."""
    region: Json = {"startLine": place.line, "startColumn": place.column}
    if place.end_line:
        region["endLine"] = place.end_line
        region["endColumn"] = place.end_column
    snippet = _snippet(place, sources or {})
    if snippet is not None:
        region["snippet"] = {"text": snippet}
    location: Json = {"physicalLocation": {"artifactLocation": {"uri": uri_path(place.path), "uriBaseId": _ROOT}, "region": region}}
    if function:
        location["logicalLocations"] = [{"fullyQualifiedName": printable(function), "kind": "function"}]
    return location


def _snippet(place: Place, sources: Mapping[str, str]) -> str | None:
    """The source of a region of one line; longer ones are left to the reader, who has the file."""
    if place.end_line != place.line:
        return None
    line = source_line(sources, place.path, place.line)
    if line is None:
        return None
    return printable(line[place.column - 1 : place.end_column - 1]) or None
