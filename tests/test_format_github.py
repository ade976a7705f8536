"""GitHub annotations: read back as the runner reads them, and compared with what GitHub's own package writes."""

from __future__ import annotations

import json
import re

from attio_scopes.report.github import render
from tests.format_tools import run_node
from tests.report_fixture import EMPTY, HOSTILE_PATH, JUDGED, REPORT, SOURCES

LINE = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


def _read(text: str) -> list[tuple[str, dict[str, str], str]]:
    """As the runner does: properties end at the next `::`, then commas, then escapes (percent last)."""
    read = []
    for line in text.splitlines():
        match = LINE.fullmatch(line)
        assert match, line
        properties = dict(part.split("=", 1) for part in match[2].split(","))
        read.append((match[1], {name: _unescape(value) for name, value in properties.items()}, _unescape(match[3])))
    return read


def _unescape(text: str) -> str:
    for escaped, plain in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escaped, plain)
    return text


def test_every_finding_is_read_back() -> None:
    read = _read(render(JUDGED, SOURCES))
    assert len(read) == len(REPORT.findings)
    missing = next(item for item in read if item[1]["title"].startswith("ATS001"))
    assert missing[0] == "error"
    assert missing[1] == {
        "file": "crm/client.py",
        "line": "10",
        "endLine": "10",
        "col": "16",
        "endColumn": "88",
        "title": "ATS001 missing-scope",
    }
    assert missing[2].splitlines()[1] == "grant record_permission:read-write to token app, 100% of the time"


def test_the_worst_come_first() -> None:
    kinds = [kind for kind, _, _ in _read(render(JUDGED, SOURCES))]
    assert kinds == sorted(kinds, key=["error", "warning", "notice"].index)
    assert set(kinds) == {"error", "warning", "notice"}


def test_a_hostile_name_stays_in_its_property() -> None:
    hostile = next(item for item in _read(render(JUDGED, SOURCES)) if "octocat" in item[1]["file"])
    assert hostile[1]["file"] == HOSTILE_PATH.replace("\x1b", "\\x1b").replace("\u202e", "\\u202e")
    assert hostile[1]["line"] == "1"


def test_no_findings_no_lines() -> None:
    assert render(EMPTY, {}) == ""


def test_the_same_as_the_package_of_github_writes() -> None:
    read = _read(render(JUDGED, SOURCES))
    script = """
        import * as core from "NODE_MODULES/@actions/core/lib/core.js";
        for (const [kind, p, message] of JSON.parse(process.argv[1])) {
            const range = {startLine: p.line, endLine: p.endLine, startColumn: p.col, endColumn: p.endColumn};
            core[kind](message, {title: p.title, file: p.file, ...range});
        }
    """
    theirs = run_node(script, json.dumps(read)).splitlines()
    assert [(kind, sorted(head.split(",")), message) for kind, head, message in map(_parts, theirs)] == [
        (kind, sorted(head.split(",")), message) for kind, head, message in map(_parts, render(JUDGED, SOURCES).splitlines())
    ]


def _parts(line: str) -> tuple[str, str, str]:
    match = LINE.fullmatch(line)
    assert match, line
    return match[1], match[2], match[3]
