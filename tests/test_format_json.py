"""JSON and JSON lines: valid by the schema that `attio-scopes schema report` prints, and the same facts in both."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from attio_scopes.report.json import render as render_json
from attio_scopes.report.jsonl import render as render_lines
from tests.report_fixture import EMPTY, REPORT, SOURCES

SCHEMA = Path(__file__).parent.parent / "rules" / "schema" / "report.schema.json"


@pytest.fixture(scope="module")
def validator() -> Any:
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize("report", [REPORT, EMPTY], ids=["full", "empty"])
def test_valid_by_our_schema(validator: Any, report: Any) -> None:
    assert [error.message for error in validator.iter_errors(json.loads(render_json(report, SOURCES)))] == []


def _set(value: Any, path: tuple[str | int, ...], new: object) -> Any:
    inner = value
    for key in path[:-1]:
        inner = inner[key]
    if new is None:
        del inner[path[-1]]
    else:
        inner[path[-1]] = new
    return value


@pytest.mark.parametrize(
    ("path", "new"),
    [
        (("schema_version",), 2),
        (("summary", "calls"), -1),
        (("tokens", 0, "declared", 0), "record_permission:write"),
        (("calls", 0, "status"), "fine"),
        (("calls", 0, "line"), 0),
        (("calls", 0, "via"), None),
        (("findings", 0, "code"), "ATS1"),
        (("findings", 0, "severity"), "fatal"),
        (("findings", 0, "fingerprint"), None),
        (("required_scopes",), None),
    ],
)
def test_the_schema_rejects_what_breaks_the_contract(validator: Any, path: tuple[str | int, ...], new: object) -> None:
    broken = _set(json.loads(render_json(REPORT, SOURCES)), path, new)
    assert list(validator.iter_errors(broken))


def test_the_schema_lets_a_later_version_add_keys(validator: Any) -> None:
    more = _set(json.loads(render_json(REPORT, SOURCES)), ("calls", 0, "later"), True)
    assert list(validator.iter_errors(more)) == []


def test_json_lines_have_the_same_facts() -> None:
    whole = json.loads(render_json(REPORT, SOURCES))
    lines = [json.loads(line) for line in render_lines(REPORT, SOURCES).splitlines()]
    kinds = [line.pop("kind") for line in lines]
    calls, findings = len(whole["calls"]), len(whole["findings"])
    assert kinds == ["run"] + ["call"] * calls + ["finding"] * findings
    assert lines[1 : 1 + calls] == whole.pop("calls")
    assert lines[1 + calls :] == whole.pop("findings")
    assert lines[0] == whole
