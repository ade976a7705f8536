"""JUnit XML, against the schema of Jenkins' xUnit plugin and a reading library."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace

from attio_scopes.model.call import Place
from attio_scopes.model.finding import Severity
from attio_scopes.model.report import Report
from attio_scopes.report.junit import render
from tests.format_tools import SCHEMAS
from tests.report_fixture import CALLS, EMPTY, FINDINGS, JUDGED, REPORT, SOURCES


@pytest.mark.parametrize("report", [REPORT, EMPTY], ids=["full", "empty"])
def test_valid_by_the_schema_of_jenkins(report: Any) -> None:
    xmlschema = pytest.importorskip("xmlschema", reason="NOT VALIDATED: pip install xmlschema")
    schema = xmlschema.XMLSchema(str(SCHEMAS / "junit-10.xsd"))
    schema.validate(render(report, SOURCES))
    with pytest.raises(xmlschema.XMLSchemaValidationError):
        schema.validate("<testsuites><testcase/></testsuites>")


def test_calls_and_findings_are_all_there_and_the_counts_are_true() -> None:
    root = ElementTree.fromstring(render(JUDGED, SOURCES))
    for suite in root:
        cases = list(suite)
        assert int(suite.get("tests", "")) == len(cases)
        assert int(suite.get("failures", "")) == sum(case.find("failure") is not None for case in cases)
        assert int(suite.get("errors", "")) == sum(case.find("error") is not None for case in cases)
    told = {finding.place for finding in FINDINGS}
    quiet = sum(judged.call.site.place not in told for judged in CALLS)
    assert len(root.findall(".//testcase")) == len(FINDINGS) + quiet
    assert len(root.findall(".//skipped")) == 1


def test_the_source_line_and_the_advice_are_in_the_failure() -> None:
    root = ElementTree.fromstring(render(REPORT, SOURCES))
    failure = next(case for case in root.iter("testcase") if case.get("name", "").startswith("ATS001")).find("failure")
    assert failure is not None
    assert failure.get("type") == "error"
    assert 'return self._request("POST", f"/objects/{slug}/records", json={"data": values})' in (failure.text or "")
    assert "100% of the time" in (failure.text or "")


def test_read_by_junitparser(tmp_path: Path) -> None:
    junitparser = pytest.importorskip("junitparser", reason="NOT VALIDATED: pip install junitparser")
    path = tmp_path / "out.xml"
    path.write_text(render(REPORT, SOURCES), encoding="utf-8")
    read = junitparser.JUnitXml.fromfile(str(path))
    results = [result for suite in read for case in suite for result in case.result]
    assert sum(isinstance(result, junitparser.Error) for result in results) == 3
    assert sum(isinstance(result, junitparser.Failure) for result in results) == sum(
        finding.severity is Severity.ERROR and not finding.code.id.startswith("ATS9") for finding in FINDINGS
    )


def test_what_fails_the_run_is_a_failure() -> None:
    """With --fail-on warning a warning is one; by default it is told in the output of a passed test."""
    for fail_on in Severity:
        root = ElementTree.fromstring(render(REPORT, SOURCES, fail_on=fail_on))
        expected = sum(f.severity >= fail_on and not f.code.id.startswith("ATS9") for f in FINDINGS)
        assert len(list(root.iter("failure"))) == expected
        told = "".join(element.text or "" for element in (*root.iter("failure"), *root.iter("error"), *root.iter("system-out")))
        assert all(f"{f.place.path}:{f.place.line}:" in told for f in FINDINGS if f.place.path.isascii() and f.place.path.isprintable())


def test_names_stay_when_lines_move() -> None:
    def names(report: Report) -> list[str | None]:
        return [case.get("name") for case in ElementTree.fromstring(render(report, {})).iter("testcase")]

    def down(place: Place) -> Place:
        return replace(place, line=place.line + 7, end_line=place.end_line + 7)

    calls = tuple(replace(j, call=replace(j.call, site=replace(j.call.site, place=down(j.call.site.place)))) for j in REPORT.calls)
    moved = replace(REPORT, calls=calls, findings=tuple(replace(f, place=down(f.place)) for f in REPORT.findings))
    assert names(moved) == names(REPORT)
    assert len(set(names(REPORT))) > 10
