"""Several projects in one repository: the nearest configuration upwards of a file decides."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from attio_scopes.cli import main

CALL = 'import requests\n\nrequests.{method}("https://api.attio.com/v2/{path}")\n'
NOTES = CALL.format(method="post", path="webhooks")
TASKS = CALL.format(method="get", path="workspace_members")


def make(root: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


def attio_scopes(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two services with a configuration each, a script without one, nothing configured at the top."""
    make(
        tmp_path,
        {
            ".git/HEAD": "", "pyproject.toml": "[project]\nname = 'all'\n",
            "services/notes/pyproject.toml": '[tool.attio-scopes]\nscopes = ["webhook:read-write"]\n', "services/notes/app.py": NOTES,
            "services/tasks/attio-scopes.yaml": "scopes: [file:read]\n", "services/tasks/app.py": TASKS,
            "plain.py": "X = 1\n",
        },
    )  # fmt: skip
    monkeypatch.chdir(tmp_path)
    return tmp_path


def report(*arguments: str) -> dict[str, Any]:
    return dict(json.loads(attio_scopes(*arguments, "--no-cache", "--format", "json").stdout))


def test_an_unconfigured_top_runs_each_project_and_sums_up(repository: Path) -> None:
    result = attio_scopes("check", "--no-cache")
    assert result.exit_code == 1
    assert "services/tasks/app.py:3:1: error ATS001" in result.stdout
    assert "services/tasks/attio-scopes.yaml:1:10: warning ATS101" in result.stdout
    assert "services/notes/app.py" not in result.stdout
    assert "2 Attio calls in 2 files (3 files read): 1 covered, 1 missing a scope." in result.stdout
    assert "missing scopes (services/tasks): user_management:read" in result.stdout


def test_a_project_alone_says_the_same(repository: Path) -> None:
    whole = report("check")
    alone = report("check", "services/tasks")
    assert isinstance(whole["findings"], list)
    assert isinstance(alone["findings"], list)
    assert [f["fingerprint"] for f in whole["findings"]] == [f["fingerprint"] for f in alone["findings"]]
    assert [f["path"] for f in alone["findings"]] == ["app.py", "attio-scopes.yaml"]


def test_json_names_the_projects(repository: Path) -> None:
    whole = report("check")
    assert whole["projects"] == [
        {"path": ".", "configuration": None, "files": 1, "calls": 0, "manifest_version": whole["projects"][0]["manifest_version"]},
        {"path": "services/notes", "configuration": "services/notes/pyproject.toml", "files": 1, "calls": 1,
         "manifest_version": whole["projects"][0]["manifest_version"]},
        {"path": "services/tasks", "configuration": "services/tasks/attio-scopes.yaml", "files": 1, "calls": 1,
         "manifest_version": whole["projects"][0]["manifest_version"]},
    ]  # fmt: skip
    assert isinstance(whole["tokens"], list)
    assert isinstance(whole["calls"], list)
    assert [token["project"] for token in whole["tokens"]] == ["services/notes", "services/tasks"]
    assert [(call["path"], call["project"]) for call in whole["calls"]] == [
        ("services/notes/app.py", "services/notes"), ("services/tasks/app.py", "services/tasks"),
    ]  # fmt: skip


def test_a_call_outside_of_every_project_is_told_and_not_judged(repository: Path) -> None:
    make(repository, {"script.py": NOTES})
    result = attio_scopes("check", "--no-cache", "services", "script.py")
    assert "1 call belongs to no project with a configuration (the first is script.py:3)" in " ".join(result.stdout.split())
    whole = report("check")
    assert isinstance(whole["calls"], list)
    assert whole["calls"][0]["path"] == "script.py"
    assert whole["calls"][0]["status"] == "resolved"


def test_what_is_configured_below_a_project_is_not_that_projects(repository: Path) -> None:
    make(repository, {"attio-scopes.yaml": "scopes: []\n", "shared.py": CALL.format(method="get", path="self")})
    whole = report("check")
    assert isinstance(whole["calls"], list)
    assert [(call["project"], call["status"]) for call in whole["calls"]] == [
        ("services/notes", "covered"), ("services/tasks", "missing"), (".", "covered"),
    ]  # fmt: skip


def test_an_explicit_configuration_is_that_of_all(repository: Path) -> None:
    make(repository, {"ours.toml": '[tool.attio-scopes]\nscopes = ["webhook:read-write", "user_management:read"]\n'})
    result = attio_scopes("check", "--no-cache", "--config", "ours.toml")
    assert (result.exit_code, "2 Attio calls in 2 files (3 files read): 2 covered." in result.stdout) == (0, True)


def test_a_configuration_that_is_test_code_or_left_out_is_none(repository: Path) -> None:
    make(
        repository,
        {
            "tests/example/attio-scopes.yaml": "scopes: nonsense\n",
            "tests/example/app.py": NOTES,
            "node_modules/x/attio-scopes.yaml": "no: 1\n",
        },
    )
    assert attio_scopes("check", "--no-cache").exit_code == 1


def test_scopes_and_calls_of_each(repository: Path) -> None:
    scopes = attio_scopes("scopes", "--no-cache").stdout
    assert "# project services/notes\n\nwebhook:read-write\n" in scopes
    assert "# project services/tasks\n\nuser_management:read\n" in scopes
    assert "2 Attio calls in 2 files (3 files read): 2 resolved." in attio_scopes("calls", "--no-cache").stdout


def test_show_files(repository: Path) -> None:
    assert attio_scopes("check", "--show-files").stdout.splitlines() == ["plain.py", "services/notes/app.py", "services/tasks/app.py"]


def test_fix_and_baseline_work_on_each(repository: Path) -> None:
    assert attio_scopes("baseline", "write").exit_code == 0
    assert sorted(path.parent.name for path in repository.rglob("attio-scopes-baseline.json")) == ["notes", "tasks"]
    assert attio_scopes("check", "--no-cache", "--fix", "--add-scopes").exit_code == 0
    assert (repository / "services/tasks/attio-scopes.yaml").read_text().split() == ["scopes:", "[user_management:read]"]


def test_init_does_not_declare_what_others_have_declared(repository: Path) -> None:
    result = attio_scopes("init")
    assert result.exit_code == 2
    assert "services/notes/pyproject.toml" in result.output


def test_one_baseline_cannot_be_that_of_several(repository: Path) -> None:
    make(repository, {"b.json": "{}"})
    result = attio_scopes("check", "--baseline", "b.json")
    assert (result.exit_code, "--baseline is for one project" in result.output) == (2, True)


def test_flake8_agrees(repository: Path) -> None:
    from attio_scopes.flake8_plugin import _findings

    make(repository, {"attio-scopes.yaml": "scopes: []\n", "script.py": NOTES})
    assert [text.split()[0] for _, _, text in _findings("services/tasks/app.py", None)] == ["ATS001"]
    assert _findings("services/notes/app.py", None) == ()
    assert [text.split()[0] for _, _, text in _findings("script.py", None)] == ["ATS001"]


@pytest.mark.parametrize("limit", [("--timeout", "0.000001"), ("--max-memory", "1")])
def test_a_limit_holds_for_all_projects_of_a_run(repository: Path, limit: tuple[str, str]) -> None:
    """The first that reaches it is the last that is looked at; what is not looked at is named as seen from the common folder."""
    found = report("check", *limit)
    assert (found["complete"], found["calls"]) == (False, [])
    assert found["not_looked_at"] == ["plain.py", "services/notes/app.py", "services/tasks/app.py"]
    assert attio_scopes("check", "--no-cache", *limit).exit_code == 1


A_FILE = re.compile(r"[\w./-]+\.(?:py|toml|yaml|json)\b")
RUNS = {
    "check": ("check", "--format", "text"),
    "concise": ("check", "--format", "concise"),
    "github": ("check", "--format", "github"),
    "markdown": ("check", "--format", "markdown"),
    "calls": ("calls",),
    "scopes": ("scopes",),
    "a limit": ("check", "--timeout", "0.000001"),
    "a limit, github": ("check", "--timeout", "0.000001", "--format", "github"),
    "a limit, scopes": ("scopes", "--timeout", "0.000001"),
    "baseline": ("check", "--strict"),
}


@pytest.fixture
def troubled(repository: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """With something to tell of each kind in each project, and in what belongs to none."""
    broken = {"broken.py": "import requests\nrequests.get('https://api.attio.com/v2/self'\n"}
    silent = {"silent.py": "from elsewhere import go\ngo('https://api.attio.com/v2')\n"}
    stray = {"sub/stray.py": TASKS}
    for folder in ("services/notes/", "services/tasks/", ""):
        make(repository, {folder + name: text for name, text in (*broken.items(), *silent.items(), *stray.items())})
        (repository / folder / "link.py").symlink_to(repository / folder / "nowhere")
    (repository / "services/notes/closed").mkdir()
    real = os.scandir

    def scandir(folder: str) -> object:
        if str(folder).endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return real(folder)

    monkeypatch.setattr("attio_scopes.discover.os.scandir", scandir)
    return repository


@pytest.mark.parametrize("here", [".", "services", "services/notes", "services/notes/sub", ".."])
@pytest.mark.parametrize("run", RUNS)
def test_every_path_counts_from_where_the_run_was_started(troubled: Path, monkeypatch: pytest.MonkeyPatch, run: str, here: str) -> None:
    """In every sentence, and of one project as of several."""
    monkeypatch.chdir(troubled / here)
    command, *options = RUNS[run]
    for paths in ([os.path.relpath(troubled)], [os.path.relpath(troubled / "services/notes")]):
        if here.startswith("services") and run in ("github", "markdown", "a limit, github"):
            continue  # for readers that know nothing above the working folder: from the checked one
        done = attio_scopes(command, *paths, *options, "--no-cache")
        named = set(A_FILE.findall(done.output.replace("\\", "")))  # as Markdown escapes them
        assert len(named) > 2 or "limit" in run, done.output
        assert {name for name in named if not os.path.lexists(name)} == set(), done.output
        assert ("ATS903" in done.output or "were up" in done.output) == ("limit" in run)


def test_what_is_not_judged_or_not_looked_at_counts_from_there_too(troubled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentences that the test above is about are all said."""
    monkeypatch.chdir(troubled.parent)
    said = " ".join(attio_scopes("check", troubled.name, "--no-cache").output.split())
    for sentence in (
        f"the first is {troubled.name}/",
        f"{troubled.name}/link.py: it is a broken link",
        f"{troubled.name}/services/notes/closed: cannot be listed",
        f"in {troubled.name}/services/tasks/attio-scopes.yaml",
    ):
        assert sentence in said, said
    monkeypatch.chdir(troubled)
    shutil.rmtree(troubled / "services/notes/closed")
    said = " ".join(attio_scopes("calls", "services/tasks/app.py", "--no-cache").output.split())
    assert "past a limit, or not readable): services/tasks/broken.py" in said, said
    (troubled / "services/tasks/broken.py").unlink()
    said = " ".join(attio_scopes("check", "services", "--no-cache").output.split())
    assert "Attio enters at services/tasks/silent.py:2" in said, said
