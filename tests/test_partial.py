"""A part of a project: what is outside of it is read for what the part needs, and nothing is claimed of what was not looked at."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from attio_scopes.cli import main
from attio_scopes.configure.root import project_root

CLIENT = """import requests

BASE = "https://api.attio.com/v2"


def post(path, body):
    return requests.post(BASE + path, json=body)
"""
CONTACTS = """from crm.client import post


def add(body):
    return post("/notes", body)
"""
PLAIN = "def nothing():\n    return 1\n"


@pytest.fixture(params=["pyproject.toml", "setup.cfg", ".git/HEAD", "crm/__init__.py"])
def project(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose root is told in one of the ways that there are."""
    root = tmp_path / "project"
    files = {"crm/client.py": CLIENT, "crm/contacts.py": CONTACTS, "crm/plain.py": PLAIN, request.param: ""}
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    monkeypatch.chdir(root)
    return root


def attio_scopes(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def test_a_file_alone_is_read_as_part_of_its_project(project: Path) -> None:
    scopes = attio_scopes("scopes", "crm/contacts.py", "--no-cache")
    assert (scopes.exit_code, scopes.stdout.split("\n")[0]) == (0, "note:read-write")
    assert "Only part of the project was analysed" in scopes.stderr
    calls = attio_scopes("calls", "crm/contacts.py", "--no-cache").stdout
    assert "crm/contacts.py:5:12: POST /v2/notes" in calls
    assert "1 Attio call" in calls
    assert "Only part of the project was analysed" in calls
    explained = attio_scopes("explain", "crm/contacts.py:5")
    assert (explained.exit_code, "POST /v2/notes" in explained.stdout) == (0, True)


def test_a_folder_below_the_working_folder(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project / "crm")
    for arguments in (("calls", "--no-cache"), ("calls", "contacts.py", "--no-cache"), ("calls", "../crm", "--no-cache")):
        assert "contacts.py:5:12: POST /v2/notes" in attio_scopes(*arguments).stdout


def test_nothing_is_claimed_of_the_rest(project: Path) -> None:
    scopes = attio_scopes("scopes", "crm/plain.py", "--no-cache")
    assert "No scope is needed." not in scopes.output
    assert scopes.stdout == "No scope is known to be needed.\n"
    assert attio_scopes("scopes", "--no-cache").stdout.startswith("note:read-write")
    explained = attio_scopes("explain", "crm/plain.py:1")
    assert explained.exit_code == 2
    assert "the file has none" not in explained.output


@pytest.mark.parametrize("form", ["toml", "yaml"])
def test_what_is_to_be_pasted_says_that_it_is_of_a_part(project: Path, form: str) -> None:
    text = attio_scopes("scopes", "crm/contacts.py", "--no-cache", "--format", form).stdout
    assert "# Only part of the project was analysed" in text
    assert "# Only part" not in attio_scopes("scopes", "--no-cache", "--format", form).stdout


def test_programs_are_told(project: Path) -> None:
    assert json.loads(attio_scopes("calls", "crm/contacts.py", "--no-cache", "--format", "json").stdout)["partial"] is True
    assert json.loads(attio_scopes("calls", "--no-cache", "--format", "json").stdout)["partial"] is False
    assert json.loads(attio_scopes("scopes", "crm/contacts.py", "--no-cache", "--format", "json").stdout)["partial"] is True
    assert json.loads(attio_scopes("scopes", "--no-cache", "--format", "json").stdout)["partial"] is False


def test_the_whole_project_by_its_parts_is_no_part(project: Path) -> None:
    assert "part of the project" not in attio_scopes("calls", "crm", "--no-cache").output


@pytest.mark.parametrize("form", ["full", "concise", "grouped", "markdown", "github", "azure", "sarif", "junit", "gitlab", "rdjson"])
def test_every_format_of_check_tells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.attio-scopes]\nscopes = ["note:read-write", "task:read"]\n')
    (tmp_path / "a.py").write_text(CLIENT + '\n\npost("/notes", {})\n')
    (tmp_path / "b.py").write_text(PLAIN)
    monkeypatch.chdir(tmp_path)
    part = attio_scopes("check", "a.py", "--no-cache", "--format", form)
    whole = attio_scopes("check", "--no-cache", "--format", form)
    assert "nly part of the project was analysed" in part.output
    assert "nly part of the project was analysed" not in whole.output


def test_the_root_of_a_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = [
        "repo/.git/HEAD", "repo/services/a/pyproject.toml", "repo/services/a/src/pkg/m.py", "repo/lib/x.py", "loose/p/q/__init__.py",
        "loose/p/__init__.py", "loose/p/q/m.py", "home/.git/HEAD", "home/scripts/run.py",
    ]  # fmt: skip
    for path in files:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))

    def root(path: str) -> str:
        return str(Path(project_root(str(tmp_path / path))).relative_to(tmp_path))

    assert root("repo/services/a/src/pkg/m.py") == "repo/services/a"
    assert root("repo/services/a") == "repo/services/a"
    assert root("repo/lib/x.py") == "repo"
    assert root("loose/p/q/m.py") == "loose"
    assert root("loose/p") == "loose"
    assert root("home/scripts/run.py") == "home/scripts"  # a repository of settings makes no project of a home
