"""`init`, `check --fix` and `baseline write` on real files: what they write, what they leave alone, and what `check` says then."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from attio_scopes.cli import main
from attio_scopes.configure.documents import read_toml

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "crm-sync"

CODE = """\
import os

import requests

API = "https://api.attio.com/v2"


def sync():
    return requests.get(f"{API}/objects", headers={"Authorization": "Bearer " + os.environ["SYNC_TOKEN"]})


def web():
    return requests.post(f"{API}/webhooks", headers={"Authorization": "Bearer " + os.environ["WEB_TOKEN"]})
"""
ONE = CODE.replace("WEB_TOKEN", "SYNC_TOKEN")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / ".git").mkdir()  # what is above it has no say
    (folder / "app.py").write_text(ONE, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, list(arguments))
    return result.exit_code, result.output


def nothing_to_tell() -> bool:
    code, output = run("check", "--fail-on", "note", "--format", "json")
    return code == 0 and not json.loads(output)["findings"]


# --- init ------------------------------------------------------------------------------------------------------


def test_a_new_yaml_file(project: Path) -> None:
    code, output = run("init")
    assert code == 0
    assert (project / "attio-scopes.yaml").read_text(encoding="utf-8") == "scopes:\n  - object_configuration:read\n  - webhook:read-write\n"
    assert "  webhook:read-write         Webhooks\n" in output
    assert "wrote attio-scopes.yaml" in output
    assert nothing_to_tell()


@pytest.mark.parametrize("before", ['[project]\nname = "x"  # its name\n', '[project]\nname = "x"  # its name', ""])
def test_an_existing_pyproject(project: Path, before: str) -> None:
    (project / "pyproject.toml").write_text(before, encoding="utf-8")
    assert run("init")[0] == 0
    text = (project / "pyproject.toml").read_text(encoding="utf-8")
    assert text.startswith(before)
    assert read_toml(text, "x").values["tool"] == {"attio-scopes": {"scopes": ["object_configuration:read", "webhook:read-write"]}}
    assert nothing_to_tell()


def test_a_section_without_scopes_is_added_to(project: Path) -> None:
    before = '[tool.attio-scopes]\n# where\nexclude = ["old/**"]\n\n[tool.ruff]\nline-length = 99\n'
    (project / "pyproject.toml").write_text(before, encoding="utf-8")
    assert run("init")[0] == 0
    text = (project / "pyproject.toml").read_text(encoding="utf-8")
    assert read_toml(text, "x").values["tool"] == {
        "attio-scopes": {"exclude": ["old/**"], "scopes": ["object_configuration:read", "webhook:read-write"]},
        "ruff": {"line-length": 99},
    }
    assert "# where" in text
    assert nothing_to_tell()


def test_several_tokens_that_the_code_tells_apart(project: Path) -> None:
    (project / "app.py").write_text(CODE, encoding="utf-8")
    code, output = run("init")
    assert code == 0
    assert (project / "attio-scopes.yaml").read_text(encoding="utf-8") == (
        'tokens:\n  "sync_token":\n    env: ["SYNC_TOKEN"]\n    scopes:\n      - object_configuration:read\n'
        '  "web_token":\n    env: ["WEB_TOKEN"]\n    scopes:\n      - webhook:read-write\n'
    )
    assert "access token of web_token" in output
    assert nothing_to_tell()


@pytest.mark.parametrize("declared", ["scopes: []\n", "tokens:\n  a:\n    scopes: []\n"])
def test_what_is_declared_is_left_alone(project: Path, declared: str) -> None:
    (project / "attio-scopes.yaml").write_text(declared, encoding="utf-8")
    code, output = run("init")
    assert (code, "declares scopes already" in output) == (2, True)
    assert (project / "attio-scopes.yaml").read_text(encoding="utf-8") == declared


def test_diff_writes_nothing(project: Path) -> None:
    code, output = run("init", "--diff")
    assert code == 0
    assert "+  - object_configuration:read\n" in output
    assert sorted(path.name for path in project.iterdir()) == [".git", "app.py"]


def test_without_calls_there_is_nothing_to_declare(project: Path) -> None:
    (project / "app.py").write_text("x = 1\n", encoding="utf-8")
    code, output = run("init")
    assert (code, "no call to Attio was found" in output) == (2, True)
    assert not (project / "attio-scopes.yaml").exists()


def test_what_may_be_missing_is_told(project: Path) -> None:
    (project / "app.py").write_text(ONE + "\n\ndef more(path):\n    return requests.get(API + open(path).read())\n", encoding="utf-8")
    code, output = run("init")
    assert code == 0
    assert "1 call could not be resolved and may need more" in output


POSSIBLE = (
    ONE
    + """

def threads(session, record_id=None, entry_id=None, **filters):
    return requests.get(f"{API}/threads", params=filters)
"""
)


def test_what_is_possible_is_listed_and_written_as_a_comment(project: Path) -> None:
    (project / "app.py").write_text(POSSIBLE, encoding="utf-8")
    code, output = run("init")
    assert code == 0
    certain, _, possible = output.partition("It may need these too")
    assert "  object_configuration:read" in certain
    assert "list_entry:read" not in certain
    assert "  list_entry:read" in possible
    assert "    app.py:17: GET /v2/threads" in possible
    assert "no others" not in output
    text = (project / "attio-scopes.yaml").read_text(encoding="utf-8")
    assert "list_entry:read" in text
    assert "possibl" in text or "may need" in text


@pytest.mark.parametrize("file", ["attio-scopes.yaml", "pyproject.toml"])
@pytest.mark.parametrize("before", ["", "# ours\n"])
def test_comments_with_possible_scopes_leave_a_valid_file(project: Path, file: str, before: str) -> None:
    section = "[tool.attio-scopes]\ninclude-tests = true\n" if file.endswith("toml") else ""
    (project / file).write_text(before + section, encoding="utf-8")
    (project / "app.py").write_text(POSSIBLE, encoding="utf-8")
    assert run("init", "--file", file)[0] == 0
    code, output = run("check", "--format", "json")
    assert code in (0, 1)
    assert json.loads(output)["tokens"]


def test_unresolved_calls_are_listed_with_their_place(project: Path) -> None:
    (project / "app.py").write_text(ONE + "\n\ndef more(path):\n    return requests.get(API + open(path).read())\n", encoding="utf-8")
    assert "  app.py:17: " in run("init")[1]


def test_a_subfolder_is_not_taken_for_the_project(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "jobs").mkdir()
    (project / "jobs" / "sync.py").write_text("import requests\n\nrequests.get('https://api.attio.com/v2/workspace_members')\n")
    monkeypatch.chdir(project / "jobs")
    for arguments in (["init", "--diff"], ["init", ".", "--diff"], ["init", "sync.py", "--diff"]):
        output = run(*arguments)[1]
        assert "+  - webhook:read-write" in output
        assert "+  - user_management:read" in output
    assert run("init")[0] == 0
    assert (project / "attio-scopes.yaml").is_file()


@pytest.mark.parametrize("name", ["deep/attio-scopes.yaml", "config.txt"])
def test_files_that_cannot_be_written(project: Path, name: str) -> None:
    code, output = run("init", "--file", name)
    assert code == 2
    assert "cannot be written" in output or "must end in" in output


@pytest.mark.skipif(not EXAMPLE.is_dir(), reason="examples/ is not in this copy of the project")
def test_the_example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "crm"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("pyproject.toml", "__pycache__"))
    (folder / ".git").mkdir()
    monkeypatch.chdir(folder)
    assert run("init")[0] == 0
    assert nothing_to_tell()


# --- check --fix -----------------------------------------------------------------------------------------------

DECLARED = '[tool.attio-scopes]\nscopes = [\n    "object_configuration:read-write",  # the schema\n    "task:read",\n]\n'
FIXED = '[tool.attio-scopes]\nscopes = [\n    "object_configuration:read",  # the schema\n]\n'
WHOLE = '[tool.attio-scopes]\nscopes = [\n    "object_configuration:read",  # the schema\n    "webhook:read-write",\n]\n'


def test_fix_takes_away_and_adds_only_when_asked_to(project: Path) -> None:
    pyproject = project / "pyproject.toml"
    pyproject.write_text(DECLARED, encoding="utf-8")
    code, output = run("check", "--fix", "--diff")
    assert (code, pyproject.read_text(encoding="utf-8")) == (1, DECLARED)
    assert '-    "task:read",\n' in output
    code, output = run("check", "--fix")
    assert (code, pyproject.read_text(encoding="utf-8")) == (1, FIXED)
    assert "missing (--add-scopes adds them): webhook:read-write" in output
    assert "removed task:read, changed object_configuration to read" in output
    code, output = run("check", "--fix", "--add-scopes")
    assert (code, pyproject.read_text(encoding="utf-8")) == (0, WHOLE)
    code, output = run("check", "--fix", "--add-scopes")
    assert (code, "nothing to fix" in output) == (0, True)


def test_fix_takes_nothing_away_while_there_is_doubt(project: Path) -> None:
    (project / "pyproject.toml").write_text(DECLARED, encoding="utf-8")
    (project / "app.py").write_text(ONE + "\n\ndef more(path):\n    return requests.get(API + open(path).read())\n", encoding="utf-8")
    output = run("check", "--fix")[1]
    assert (project / "pyproject.toml").read_text(encoding="utf-8") == DECLARED
    assert "no scope is removed: 1 call is unresolved" in output
    (project / "app.py").write_text(ONE, encoding="utf-8")
    (project / "other.py").write_text("x = 1\n", encoding="utf-8")
    run("check", "--fix", "app.py")
    assert (project / "pyproject.toml").read_text(encoding="utf-8") == DECLARED, "a partial run proves nothing"


def test_options_of_fix_alone(project: Path) -> None:
    assert run("check", "--add-scopes")[0] == 2
    assert run("check", "--diff")[0] == 2


@pytest.mark.skipif(sys.platform == "win32", reason="links and permissions are POSIX")
def test_links_and_permissions_stay(project: Path) -> None:
    real = project / "shared.toml"
    real.write_text(DECLARED, encoding="utf-8")
    real.chmod(0o640)
    (project / "pyproject.toml").symlink_to(real)
    run("check", "--fix")
    assert (project / "pyproject.toml").is_symlink()
    assert real.read_text(encoding="utf-8") == FIXED
    assert real.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs a folder that cannot be written to")
def test_a_folder_that_cannot_be_written_to(project: Path) -> None:
    (project / "pyproject.toml").write_text(DECLARED, encoding="utf-8")
    project.chmod(0o555)
    try:
        assert run("check", "--fix")[0] == 2
    finally:
        project.chmod(0o755)
    assert (project / "pyproject.toml").read_text(encoding="utf-8") == DECLARED


# --- baseline --------------------------------------------------------------------------------------------------


def test_a_baseline_accepts_and_new_findings_are_told(project: Path) -> None:
    (project / "attio-scopes.yaml").write_text("scopes: [object_configuration:read]\nbaseline: accepted.json\n", encoding="utf-8")
    assert run("check")[0] == 2, "a baseline that is configured has to be there"
    code, output = run("baseline", "write")
    assert (code, "accepted.json: 1 finding accepted" in output) == (0, True)
    assert run("check")[0] == 0
    (project / "app.py").write_text("# moved\n" + ONE + "\n\ndef more():\n    requests.post(API + '/objects')\n", encoding="utf-8")
    code, output = run("check")
    assert code == 1
    assert output.count("error ATS001") == 1
    assert "object_configuration:read-write" in output


def test_stale_entries_are_told_and_pruned(project: Path) -> None:
    (project / "attio-scopes.yaml").write_text("scopes: []\n", encoding="utf-8")
    run("baseline", "write")
    (project / "app.py").write_text(ONE.replace('requests.post(f"{API}/webhooks"', 'requests.get(f"{API}/self"'), encoding="utf-8")
    code, output = run("check", "--baseline", "attio-scopes-baseline.json")
    assert (code, "Baseline entry is stale: ATS001 for POST /v2/webhooks in web, app.py" in output) == (0, True)
    code, output = run("baseline", "write", "--prune")
    assert "1 finding accepted (2 before)" in output
    code, output = run("check", "--baseline", "attio-scopes-baseline.json")
    assert (code, "ATS201" in output) == (0, False)


def test_a_baseline_is_of_the_whole_project(project: Path) -> None:
    (project / "attio-scopes.yaml").write_text("scopes: []\n", encoding="utf-8")
    (project / "other.py").write_text("x = 1\n", encoding="utf-8")
    code, output = run("baseline", "write", "app.py")
    assert (code, "whole project" in output) == (2, True)
    assert run("baseline", "write", "--prune")[0] == 2, "there is nothing to prune"
