"""Reviewdog's format: reviewdog's own schema where it is at hand, and its rule for columns in any case."""

from __future__ import annotations

import json

import pytest
from msgspec.structs import replace

from attio_scopes.report.rdjson import render
from tests.format_tools import run_node, tool_schema
from tests.report_fixture import FINDINGS, HOSTILE_PATH, JUDGED, REPORT, SOURCES, place


def test_columns_count_bytes_and_ends_are_exclusive() -> None:
    for diagnostic, finding in zip(json.loads(render(JUDGED, SOURCES))["diagnostics"], REPORT.findings, strict=True):
        start, end = (diagnostic["location"]["range"][key] for key in ("start", "end"))
        line = SOURCES[finding.place.path].split("\n")[start["line"] - 1]
        cut = line.encode()[start["column"] - 1 : end["column"] - 1].decode()
        assert cut == line[finding.place.column - 1 : finding.place.end_column - 1]


def test_a_line_beyond_ascii_moves_the_column() -> None:
    at = place("crm/client.py", 'self._request("POST", f"/objects/{slug}/records/query")')
    report = replace(JUDGED, findings=(replace(FINDINGS[1], place=at),))
    with_source = json.loads(render(report, SOURCES))["diagnostics"][0]["location"]["range"]["start"]["column"]
    without = json.loads(render(report, {}))["diagnostics"][0]["location"]["range"]["start"]["column"]
    assert (with_source, without) == (at.column + 2, at.column)


def test_severities_and_codes() -> None:
    diagnostics = json.loads(render(JUDGED, SOURCES))["diagnostics"]
    assert {d["severity"] for d in diagnostics} == {"ERROR", "WARNING", "INFO"}
    assert [d["code"]["value"] for d in diagnostics] == [finding.code.id for finding in REPORT.findings]
    assert HOSTILE_PATH in {d["location"]["path"] for d in diagnostics}


def test_valid_by_the_schema_of_reviewdog() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft4Validator(tool_schema("DiagnosticResult.json"))
    assert list(validator.iter_errors(json.loads(render(REPORT, SOURCES)))) == []
    assert list(validator.iter_errors({"diagnostics": [{"severity": "FATAL"}]}))


def test_valid_by_an_independent_validator() -> None:
    script = """
        import rdformat from "NODE_MODULES/@umbrelladocs/rdformat-validator/dist/index.js";
        const result = await rdformat.validate(process.argv[1]);
        console.log(JSON.stringify(result));
    """
    result = json.loads(run_node(script, render(REPORT, SOURCES)))
    assert result["valid"], result["errors"]
