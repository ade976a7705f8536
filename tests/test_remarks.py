"""What was not looked at stands in every format."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace

from attio_scopes.model.finding import Severity
from attio_scopes.model.source import LeftOut
from attio_scopes.report.formats import FORMAT_NAMES, render_format
from attio_scopes.report.remarks import remarks
from tests.report_fixture import EMPTY, JUDGED, REMARKS, REPORT, SOURCES

SAID = ("cannot be listed", "build/lib/", "of test code")


def squeezed(text: str) -> str:
    """Without line ends and what Markdown escapes."""
    return " ".join(text.replace("\\", "").replace("\u200b", "").split())


@pytest.mark.parametrize("form", FORMAT_NAMES)
def test_every_format_says_it(form: str) -> None:
    with_them, without = squeezed(render_format(form, REPORT, SOURCES)), squeezed(render_format(form, JUDGED, SOURCES))
    numbers_only = ("json", "jsonl")
    for words in SAID if form not in numbers_only else SAID[:2]:
        assert words in with_them, words
        assert words not in without, words


def test_the_numbers_are_in_json() -> None:
    report = json.loads(render_format("json", REPORT, SOURCES))
    assert (report["summary"]["skipped_tests"], report["summary"]["left_out"], len(report["notes"])) == (2, 2, 1)
    assert report["left_out"][0] == {"path": "build/lib/", "reason": "it looks like build output of setuptools"}
    (run,) = (json.loads(line) for line in render_format("jsonl", REPORT, SOURCES).splitlines() if '"kind": "run"' in line)
    assert run["left_out"] == report["left_out"]


def test_programs_find_it_where_they_look() -> None:
    told = remarks(REPORT)
    assert [severity for severity, _ in told] == [Severity.WARNING, Severity.WARNING, Severity.NOTE]
    assert len(told) == REMARKS
    github = render_format("github", REPORT, SOURCES).splitlines()
    assert [line.partition("::v")[0].split("::")[1] for line in github[:3]] == [
        "warning title=attio-scopes", "warning title=attio-scopes", "notice title=attio-scopes",
    ]  # fmt: skip
    notifications = json.loads(render_format("sarif", REPORT, SOURCES))["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    assert [item["level"] for item in notifications[:3]] == ["warning", "warning", "note"]
    gitlab = json.loads(render_format("gitlab", REPORT, SOURCES))
    assert [item["check_name"] for item in gitlab[:4]].count("attio-scopes/remark") == REMARKS
    assert len({item["fingerprint"] for item in gitlab}) == len(gitlab)
    assert render_format("azure", REPORT, SOURCES).splitlines()[0].startswith("##vso[task.logissue type=warning;]vendored/: ")
    suites = ElementTree.fromstring(render_format("junit", REPORT, SOURCES))
    assert len(suites.findall("./testsuite[@name='attio-scopes']/testcase/skipped")) == REMARKS
    assert json.loads(render_format("rdjson", REPORT, SOURCES))["diagnostics"][0]["location"] == {"path": "."}


def test_the_first_are_named_and_the_rest_is_counted() -> None:
    many = tuple(LeftOut(f"x{number}/", "why") for number in range(500))
    ((_, text),) = remarks(replace(EMPTY, left_out=many))
    assert text.startswith("500 files and folders were not analysed (x0/: why; x1/: why; x2/: why; and 497 more)")
    ((_, text),) = remarks(replace(EMPTY, left_out=many[:1]))
    assert text.startswith("1 file or folder was not analysed (x0/: why)")
    assert remarks(EMPTY) == ()
