"""SARIF, against the official schema and Microsoft's validator."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from click.testing import CliRunner

from attio_scopes.cli import main
from attio_scopes.model.finding import CODES
from attio_scopes.report.sarif import render
from tests.format_tools import SCHEMAS, tool_path
from tests.report_fixture import EMPTY, HOSTILE_PATH, REPORT, SOURCES

jsonschema = pytest.importorskip("jsonschema")


def _run(text: str) -> dict[str, Any]:
    return dict(json.loads(text)["runs"][0])


@pytest.mark.parametrize("report", [REPORT, EMPTY], ids=["full", "empty"])
def test_valid_by_the_official_schema(report: Any) -> None:
    schema = json.loads((SCHEMAS / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    assert [error.message for error in validator.iter_errors(json.loads(render(report, SOURCES)))] == []


def test_the_schema_does_reject() -> None:
    schema = json.loads((SCHEMAS / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    log = json.loads(render(REPORT, SOURCES))
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert list(jsonschema.Draft202012Validator(schema).iter_errors(log))


def test_valid_by_the_multitool(tmp_path: Path) -> None:
    program = tool_path("node_modules", "@microsoft", "sarif-multitool-linux", "Sarif.Multitool")
    log = tmp_path / "out.sarif"
    log.write_text(render(REPORT, SOURCES), encoding="utf-8")
    done = subprocess.run(
        [str(program), "validate", str(log), "--rule-kind", "Sarif;Ghas"], capture_output=True, text=True, timeout=120, check=False
    )
    told = [line for line in done.stdout.splitlines() if ": error " in line or ": warning " in line]
    assert done.returncode == 0, done.stdout
    assert [line for line in told if "informationUri" not in line] == []


def test_rules_are_the_codes_with_their_help() -> None:
    rules = _run(render(EMPTY, {}))["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [code.id for code in CODES]
    assert all(rule["help"]["text"] and rule["help"]["markdown"] for rule in rules)
    assert rules[0]["name"] == "MissingScope"


def test_results_point_at_the_source_text() -> None:
    results = _run(render(REPORT, SOURCES))["results"]
    checked = 0
    for result in results:
        physical = result["locations"][0]["physicalLocation"]
        path, region = unquote(physical["artifactLocation"]["uri"]), physical["region"]
        line = SOURCES[path].split("\n")[region["startLine"] - 1]
        assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == region["snippet"]["text"]
        checked += 1
    assert checked == len(REPORT.findings) + 1
    assert HOSTILE_PATH in {unquote(r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]) for r in results}


def test_a_trace_is_a_code_flow_and_related_places_are_told() -> None:
    result = next(r for r in _run(render(REPORT, SOURCES))["results"] if r["ruleId"] == "ATS001")
    steps = result["codeFlows"][0]["threadFlows"][0]["locations"]
    assert [step["location"]["physicalLocation"]["region"]["startLine"] for step in steps] == [10, 4]
    assert steps[1]["location"]["logicalLocations"][0]["fullyQualifiedName"] == "AttioClient._request"
    assert result["relatedLocations"][0]["message"]["text"] == "the request is sent here"
    assert result["properties"]["missingScopes"] == ["record_permission:read-write"]


def test_suppressed_findings_are_told_with_their_reason() -> None:
    results = _run(render(REPORT, SOURCES))["results"]
    suppressed = [r for r in results if r["suppressions"]]
    assert [r["suppressions"][0] for r in suppressed] == [
        {"kind": "inSource", "status": "accepted", "justification": "only in the console"}
    ]
    assert len(results) == len(REPORT.findings) + 1


def test_fingerprints_are_unique_and_survive_a_moved_line() -> None:
    marks = [r["partialFingerprints"]["attioScopesFinding/v1"] for r in _run(render(REPORT, SOURCES))["results"]]
    assert len(set(marks)) == len(marks)
    assert "ATS001-mark" in marks


def test_an_internal_error_is_not_a_successful_run() -> None:
    assert _run(render(REPORT, SOURCES))["invocations"][0]["executionSuccessful"] is False
    assert _run(render(EMPTY, {}))["invocations"][0]["executionSuccessful"] is True


@pytest.mark.parametrize(
    ("working", "checked", "uri"),
    [("", "inner", "inner/app.py"), ("inner", "", "app.py"), ("other", "../inner", "app.py"), ("inner/deep", "", "deep/app.py")],
)
def test_paths_are_relative_to_what_the_root_is_said_to_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, working: str, checked: str, uri: str
) -> None:
    """The working folder, as code scanning expects it; the checked project where that is elsewhere."""
    for folder in ("inner", "inner/deep", "other"):
        (tmp_path / folder).mkdir()
    source = (tmp_path / working if "deep" in working else tmp_path / "inner") / "app.py"
    source.write_text("import requests\n\nrequests.get('https://api.attio.com/v2/note')\n", encoding="utf-8")
    (tmp_path / "inner" / "attio-scopes.yaml").write_text("scopes: []\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path / working)
    done = CliRunner().invoke(main, ["check", checked or ".", "--format", "sarif", "--exit-zero"])
    (run,) = json.loads(done.stdout)["runs"]
    assert [r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in run["results"]] == [uri]
    described = run["originalUriBaseIds"]["%SRCROOT%"]["description"]["text"]
    assert described == "The working folder of the run, or the top of the checked project where that lies above or beside it."
