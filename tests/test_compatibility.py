"""What docs/compatibility.md promises: the list of codes, the versions of what is written, the exit codes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from attio_scopes import __version__
from attio_scopes.cli.exits import ExitCode
from attio_scopes.manifest.decode import SCHEMA_VERSION
from attio_scopes.model.finding import CODES
from attio_scopes.report.json import SCHEMA_VERSION as REPORT_VERSION

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "compatibility.md"
if not PAGE.is_file():
    pytest.skip("docs/ is not in this copy of the project", allow_module_level=True)
TEXT = PAGE.read_text(encoding="utf-8")


def test_no_code_is_lost_and_each_new_one_says_since_when() -> None:
    rows = re.findall(r"^\| (\d+\.\d+\.\d+) \| (.*) \|$", TEXT, re.MULTILINE)
    promised = [code for _, codes in rows for code in codes.split()]
    assert promised == list(dict.fromkeys(promised)), "a number is used once"
    assert sorted(promised) == sorted(code.id for code in CODES)
    versions = [tuple(map(int, version.split("."))) for version, _ in rows]
    assert versions == sorted(versions)
    assert versions[-1] <= tuple(map(int, __version__.split(".")[:3]))


def test_the_versions_of_what_is_written() -> None:
    told = re.findall(r"^\*\*The (JSON report|manifest)\*\* has `schema_version` (\d+)\.", TEXT, re.MULTILINE)
    assert dict(told) == {"JSON report": str(REPORT_VERSION), "manifest": str(SCHEMA_VERSION)}


def test_the_exit_codes() -> None:
    (told,) = re.findall(r"^\*\*Exit codes\*\* are \[(.*)\]", TEXT, re.MULTILINE)
    assert [int(code) for code in re.findall(r"\d+", told)] == sorted(ExitCode)
