"""JUnit XML: every call is a test, and every finding that fails the run a failed one, so that a CI server's test page accounts for all.

Takes a `Report`, gives the XML text. A test's name has no line number, so that a server's history of it goes on when code moves. Source of
the form: the schema of Jenkins' xUnit plugin (`junit-10.xsd`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from attio_scopes.model.call import Place
from attio_scopes.model.finding import Finding, Severity
from attio_scopes.model.module_name import dotted
from attio_scopes.model.report import JudgedCall, Report
from attio_scopes.report.annotate import calls_by_place, source_line
from attio_scopes.report.escape import printable
from attio_scopes.report.remarks import remarks

_REMARKS = {Severity.WARNING: "not everything was analysed", Severity.NOTE: "test code was left out"}


def render(report: Report, sources: Mapping[str, str], *, fail_on: Severity = Severity.ERROR) -> str:
    """One suite for each file that has a call or a finding.

    Args:
        report: what was found.
        sources: path to source text; the line of a finding is quoted where it is at hand.
        fail_on: the least severity of a finding that is a failure; others are told in the output of a passed test.

    Returns:
        XML; a single passing test when there was nothing to report, since some servers take a file without tests for a
        failure.
    """
    reported = {finding.place for finding in report.findings}
    cases: dict[str, list[tuple[str, str]]] = {}
    names = _Names(calls_by_place(report))
    for finding in report.findings:
        cases.setdefault(finding.place.path, []).append(_found(finding, names.of_finding(finding), sources, fail_on))
    for judged in report.calls:
        place = judged.call.site.place
        if place not in reported:
            cases.setdefault(place.path, []).append(_quiet(judged, names.of_call(judged)))
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


class _Names:
    """Names of tests: what they are about, and a number where several in a file are about the same."""

    def __init__(self, calls: Mapping[Place, JudgedCall]) -> None:
        self._calls = calls
        self._seen: Counter[tuple[str, str]] = Counter()

    def of_finding(self, finding: Finding) -> str:
        judged = self._calls.get(finding.place)
        about = ", ".join(map(str, finding.missing_scopes)) if judged is None else _about(judged)
        return self._numbered(finding.place.path, f"{finding.code.id} {finding.code.slug}{': ' + about if about else ''}")

    def of_call(self, judged: JudgedCall) -> str:
        return self._numbered(judged.call.site.place.path, _about(judged))

    def _numbered(self, path: str, name: str) -> str:
        self._seen[path, name] += 1
        number = self._seen[path, name]
        return name if number == 1 else f"{name} ({number})"


def _about(judged: JudgedCall) -> str:
    """A call, by what it sends and the function that it is in."""
    inside = f" in {judged.call.site.function}" if judged.call.site.function else ""
    return f"{'|'.join(judged.call.methods) or '?'} {judged.call.url}{inside}"


def _found(finding: Finding, name: str, sources: Mapping[str, str], fail_on: Severity) -> tuple[str, str]:
    """A finding; what says that the analysis itself is incomplete is an error, all else a failure, if it fails the run."""
    outcome = "error" if finding.code.id.startswith("ATS9") else "failure" if finding.severity >= fail_on else "passed"
    place = finding.place
    line = source_line(sources, place.path, place.line)
    # A word before each line: in a job's log no line of this text may start like a workflow command.
    told = [f"{place.path}:{place.line}:{place.column}: {finding.severity}: {finding.message}"]
    told += [f"source: {line.strip()}"] if line is not None else []
    told += [f"help: {row}" for row in finding.help.split("\n") if row]
    text = escape("\n".join(printable(row) for row in told))
    if outcome == "passed":
        return outcome, _case(name, place.path, f"      <system-out>{text}</system-out>\n")
    inner = f"      <{outcome} type={_attribute(str(finding.severity))} message={_attribute(finding.message)}>{text}</{outcome}>\n"
    return outcome, _case(name, place.path, inner)


def _quiet(judged: JudgedCall, name: str) -> tuple[str, str]:
    """A call without a finding: a passed test, or a skipped one where a comment in the source suppressed it."""
    place = judged.call.site.place
    if judged.status != "suppressed":
        return "passed", _case(name, place.path, "")
    return "skipped", _case(name, place.path, '      <skipped message="suppressed in the source"/>\n')


def _case(name: str, path: str, inner: str) -> str:
    """A `testcase` element."""
    start = f"    <testcase name={_attribute(name)} classname={_attribute(dotted(path))}"
    return f"{start}>\n{inner}    </testcase>\n" if inner else f"{start}/>\n"


def _attribute(text: str) -> str:
    """A quoted attribute value without the characters that XML 1.0 forbids."""
    return quoteattr(printable(text))
