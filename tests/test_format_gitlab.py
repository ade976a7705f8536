"""GitLab code quality: the documented fields, and GitLab's own schema where it is at hand."""

from __future__ import annotations

import json

import pytest
from msgspec.structs import replace

from attio_scopes.report.gitlab import render
from tests.format_tools import tool_schema
from tests.report_fixture import EMPTY, FINDINGS, JUDGED, REPORT, SOURCES


def test_each_issue_has_the_fields_that_gitlab_reads() -> None:
    issues = json.loads(render(JUDGED, SOURCES))
    assert len(issues) == len(REPORT.findings)
    for issue, finding in zip(issues, REPORT.findings, strict=True):
        assert isinstance(issue["description"], str)
        assert issue["check_name"] == f"attio-scopes/{finding.code.slug}"
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert issue["location"]["path"] == finding.place.path
        assert issue["location"]["lines"]["begin"] == finding.place.line


def test_fingerprints_are_unique_since_gitlab_drops_repeated_ones() -> None:
    twice = replace(JUDGED, findings=(FINDINGS[1], FINDINGS[1], replace(FINDINGS[1], fingerprint="")))
    marks = [issue["fingerprint"] for issue in json.loads(render(twice, SOURCES))]
    assert len(set(marks)) == 3
    assert marks[0] == FINDINGS[1].fingerprint


def test_without_findings_an_empty_list() -> None:
    assert json.loads(render(EMPTY, {})) == []


def test_valid_by_the_schema_of_gitlab() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft7Validator(tool_schema("codeclimate.json"))
    for issue in json.loads(render(REPORT, SOURCES)):
        assert list(validator.iter_errors(issue)) == []
    assert list(validator.iter_errors({"description": "no fingerprint"}))
