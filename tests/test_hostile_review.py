"""A stranger's pull request, checked with our configuration: what it brings along has no say, and what was not looked at fails."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from attio_scopes.reading import FEW
from tests.hostile import GOOD, command

OURS = '[tool.attio-scopes]\nscopes = ["note:read"]\n'
QUIET = {
    "a comment": ("app.py", GOOD.replace("')\n", "')  # attio-scopes: ignore nothing to see\n")),
    "a comment for the file": ("app.py", "# attio-scopes: ignore-file\n" + GOOD),
    "ignore": ("pyproject.toml", OURS + 'ignore = ["ATS001"]\n'),
    "a severity": ("pyproject.toml", OURS + '[tool.attio-scopes.severities]\nATS001 = "note"\n'),
    "a path": ("pyproject.toml", OURS + '[tool.attio-scopes.per-path-ignores]\n"**" = ["ATS001"]\n'),
    "a baseline": ("pyproject.toml", OURS + 'baseline = "b.json"\n'),
}
BASELINE = {
    "baseline": 1,
    "findings": [{"code": "ATS001", "path": "app.py", "endpoint": "GET /v2/notes", "token": "default", "count": 9}],
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "theirs"
    folder.mkdir()
    (folder / "app.py").write_text(GOOD)
    (folder / "pyproject.toml").write_text(OURS)
    (folder / "b.json").write_text(json.dumps(BASELINE))
    return folder


@pytest.mark.parametrize("name", QUIET)
def test_nothing_keeps_a_finding_silent(project: Path, name: str) -> None:
    file, text = QUIET[name]
    assert command("check", cwd=project).returncode == 1
    (project / file).write_text(text)
    assert command("check", cwd=project).returncode == 0, "it is silent without the option, or this shows nothing"
    done = command("check", "--no-ignores", cwd=project)
    assert (done.returncode, "ATS001" in done.stdout) == (1, True)


@pytest.mark.parametrize("name", [name for name in QUIET if name != "a severity"])
def test_what_is_silent_is_marked_in_sarif(project: Path, name: str) -> None:
    file, text = QUIET[name]
    (project / file).write_text(text)
    (run,) = json.loads(command("check", "--format", "sarif", cwd=project).stdout)["runs"]
    silent = [result for result in run["results"] if result["suppressions"]]
    assert [result["ruleId"] for result in silent] == ["ATS001"]
    assert silent[0]["suppressions"][0]["status"] == "accepted"


def test_a_pin_of_theirs_has_no_say(project: Path) -> None:
    text = "import requests\n\nrequests.get('https://api.attio.com' + input())  # attio-scopes: endpoint GET /v2/self\n"
    (project / "app.py").write_text(text)
    assert "ATS004" not in command("check", cwd=project).stdout
    assert "ATS004" in command("check", "--no-ignores", cwd=project).stdout


def test_our_configuration_from_elsewhere(tmp_path: Path, project: Path) -> None:
    """Paths are those of the project, not of the folder that the configuration is in."""
    (project / "pyproject.toml").write_text(OURS + 'exclude = ["*"]\ninclude-tests = false\n')
    (tmp_path / "ours").mkdir()
    ours = tmp_path / "ours" / "pyproject.toml"
    ours.write_text(OURS)
    (tmp_path / "ours" / "theirs.py").write_text(GOOD)
    done = command("check", "--config", str(ours), "--format", "json", cwd=project)
    report = json.loads(done.stdout)
    assert (done.returncode, [call["path"] for call in report["calls"]]) == (1, ["app.py"])
    ours.write_text(OURS.replace('"note:read"', '"note:read", "object_configuration:read", "record_permission:read"'))
    done = command("check", "--config", str(ours), ".", cwd=project)
    assert (done.returncode, "app.py" in done.stdout) == (0, False)


def test_a_manifest_of_theirs_has_no_say(project: Path) -> None:
    """One that says that nothing needs a scope; here one that cannot even be read."""
    (project.parent / "ours.toml").write_text('scopes = ["note:read"]\n')
    (project / "attio-manifest.yaml").write_text("- no manifest\n")
    assert command("check", cwd=project).returncode == 2
    assert command("calls", "--isolated", cwd=project).returncode == 0
    done = command("check", "--config", "../ours.toml", cwd=project)
    assert (done.returncode, "ATS001" in done.stdout) == (1, True)


def test_isolated(project: Path) -> None:
    (project / "pyproject.toml").write_text("[tool.attio-scopes]\nunknown = true\n")
    assert command("calls", cwd=project).returncode == 2
    done = command("calls", "--isolated", cwd=project)
    assert (done.returncode, "GET /v2/notes" in done.stdout) == (0, True)
    done = command("check", "--isolated", cwd=project)
    assert (done.returncode, "no configuration found" in done.stderr) == (2, True)
    (project.parent / "ours.toml").write_text('scopes = ["note:read"]\n')
    assert command("check", "--isolated", "--config", "../ours.toml", cwd=project).returncode == 1


LEFT_OUT = {
    "a folder": lambda folder: (folder / "node_modules").mkdir(),
    "test code": lambda folder: (folder / "test_app.py").write_text("x = 1\n"),
    "a link": lambda folder: (folder / "out.py").symlink_to("/etc/hostname"),
}


@pytest.mark.parametrize("name", LEFT_OUT)
def test_strict_fails_for_what_was_not_looked_at(project: Path, name: str) -> None:
    (project / "app.py").write_text("x = 1\n")
    for arguments in (("check", "--strict"), ("calls", "--strict")):
        assert command(*arguments, cwd=project).returncode == 0
    LEFT_OUT[name](project)
    assert command("check", cwd=project).returncode == 0
    for wanted in (["check", "--strict"], ["calls", "--strict"], ["check", "--strict", "--format", "json"]):
        done = command(*wanted, cwd=project)
        assert (done.returncode, "not everything was analysed" in done.stderr) == (1, True)
    (project / "pyproject.toml").write_text(OURS + 'exclude = ["node_modules", "out.py"]\n')
    assert command("check", "--strict", "--include-tests", cwd=project).returncode == 0


def test_a_bound_makes_strict_fail_and_is_in_every_format(project: Path) -> None:
    """Many files that say Attio, and a loader of plugins with more importers than are followed."""
    (project / "pyproject.toml").write_text(
        '[tool.attio-scopes]\nscopes = ["note:read", "object_configuration:read", "record_permission:read"]\n'
    )
    loader = "import importlib\n\n\ndef load(name):\n    return importlib.import_module('plugins.' + name).send\n"
    (project / "loader.py").write_text(loader)
    (project / "plugins").mkdir()
    (project / "plugins" / "crm.py").write_text(GOOD)
    for number in range(FEW + 1):
        (project / f"n{number}.py").write_text('NAME = "attio"\n')
    for number in range(400):
        (project / f"m{number}.py").write_text("import loader\n")
    assert command("check", cwd=project).returncode == 0
    assert command("check", "--strict", cwd=project).returncode == 1
    for form in ("github", "gitlab", "sarif", "json", "jsonl", "junit", "azure", "rdjson", "concise", "markdown"):
        said = command("check", "--format", form, cwd=project).stdout.replace("\\", "").replace("\n", " ")
        assert "computed at run time" in " ".join(said.split()), form


def test_show_files(project: Path) -> None:
    (project / "node_modules").mkdir()
    (project / "test_\x1b[31m.py").write_text("")
    done = command("check", "--show-files", cwd=project)
    assert (done.returncode, done.stdout.splitlines()) == (
        0,
        ["app.py", "left out: test_\\x1b[31m.py (test code)", "left out: node_modules/ (a tool keeps its own files there)"],
    )
    assert command("calls", "--show-files", "--include-tests", cwd=project).stdout.splitlines()[:2] == ["app.py", "test_\\x1b[31m.py"]
