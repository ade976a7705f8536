"""JUnit XML: every call is a test, and every finding a failed one, so that a CI server's test page accounts for all.

Takes a `Report`, gives the XML text. Source of the form: the schema of Jenkins' xUnit plugin (`junit-10.xsd`).
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from attio_scopes.model.finding import Finding, Severity
from attio_scopes.model.report import JudgedCall, Report
from attio_scopes.report.annotate import source_line
from attio_scopes.report.escape import printable
from attio_scopes.report.remarks import remarks

_REMARKS = {Severity.WARNING: "not everything was analysed", Severity.NOTE: "test code was left out"}


def render(report: Report, sources: Mapping[str, str]) -> str:
    """One suite for each file that has a call or a finding.

    Args:
        report: what was found.
        sources: path to source text; the line of a finding is quoted where it is at hand.

    Returns:
        XML; a single passing test when there was nothing to report, since some servers take a file without tests for a
        failure.
    """
    reported = {finding.place for finding in report.findings}
    cases: dict[str, list[tuple[str, str]]] = {}
    for finding in report.findings:
        cases.setdefault(finding.place.path, []).append(_failed(finding, sources))
    for judged in report.calls:
        place = judged.call.site.place
        if place not in reported:
            cases.setdefault(place.path, []).append(_quiet(judged))
    told = [("skipped", _case(_REMARKS[severity], "attio-scopes", _told(text))) for severity, text in remarks(report)]
    if not cases:
        cases["attio-scopes"] = [("passed", _case("no call to Attio", "attio-scopes", ""))]
    if told:
        cases["attio-scopes"] = [*cases.get("attio-scopes", ()), *told]
    body = "".join(_suite(path, cases[path]) for path in sorted(cases))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="attio-scopes">\n{body}</testsuites>\n'


def _told(text: str) -> str:
    """A remark, as the reason of a skipped test."""
    return f"      <skipped message={_attribute(text)}/>\n"


def _suite(path: str, cases: list[tuple[str, str]]) -> str:
    """The tests of one file with their counts."""
    outcomes = [outcome for outcome, _ in cases]
    counts = f'tests="{len(cases)}" failures="{outcomes.count("failure")}" errors="{outcomes.count("error")}"'
    skipped = f'skipped="{outcomes.count("skipped")}"'
    inner = "".join(text for _, text in cases)
    return f"  <testsuite name={_attribute(path)} {counts} {skipped}>\n{inner}  </testsuite>\n"


def _failed(finding: Finding, sources: Mapping[str, str]) -> tuple[str, str]:
    """A finding; what says that the analysis itself is incomplete is an error, all else a failure."""
    outcome = "error" if finding.code.id.startswith("ATS9") else "failure"
    place = finding.place
    line = source_line(sources, place.path, place.line)
    # A word before each line: in a job's log no line of this text may start like a workflow command.
    told = [f"{place.path}:{place.line}:{place.column}: {finding.severity}: {finding.message}"]
    told += [f"source: {line.strip()}"] if line is not None else []
    told += [f"help: {row}" for row in finding.help.split("\n") if row]
    text = escape("\n".join(printable(row) for row in told))
    inner = f"      <{outcome} type={_attribute(str(finding.severity))} message={_attribute(finding.message)}>{text}</{outcome}>\n"
    name = f"{finding.code.id} {finding.code.slug} (line {place.line}, column {place.column})"
    return outcome, _case(name, place.path, inner)


def _quiet(judged: JudgedCall) -> tuple[str, str]:
    """A call without a finding: a passed test, or a skipped one where a comment in the source suppressed it."""
    place = judged.call.site.place
    method = "|".join(judged.call.methods) or "?"
    name = f"{method} {judged.call.url} (line {place.line}, column {place.column})"
    if judged.status != "suppressed":
        return "passed", _case(name, place.path, "")
    return "skipped", _case(name, place.path, '      <skipped message="suppressed in the source"/>\n')


def _case(name: str, path: str, inner: str) -> str:
    """A `testcase` element."""
    start = f"    <testcase name={_attribute(name)} classname={_attribute(_class_name(path))}"
    return f"{start}>\n{inner}    </testcase>\n" if inner else f"{start}/>\n"


def _class_name(path: str) -> str:
    """A file as servers group tests: `crm/client.py` is `crm.client`."""
    return path.removesuffix(".py").replace("/", ".")


def _attribute(text: str) -> str:
    """A quoted attribute value without the characters that XML 1.0 forbids."""
    return quoteattr(printable(text))
