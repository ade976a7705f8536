"""Links and paths of a stranger in the place of what is written: nothing outside of the project, nothing in the place of code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.hostile import GOOD, SCOPES, command


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    (folder / ".git" / "hooks").mkdir(parents=True)
    (folder / "app.py").write_text(GOOD)
    (folder / "pyproject.toml").write_text(SCOPES)
    (tmp_path / "precious").write_text("mine")
    (tmp_path / "outside").mkdir()
    return folder


def links(folder: Path) -> None:
    (folder / "out.txt").symlink_to("../precious")
    (folder / "new.txt").symlink_to("../outside/new.txt")
    (folder / "reports").symlink_to("../outside")
    (folder / "hook.txt").symlink_to(".git/hooks/pre-commit")
    (folder / "code.txt").symlink_to("app.py")


@pytest.mark.parametrize("target", ["out.txt", "new.txt", "reports/out.txt", "hook.txt", ".git/hooks/pre-commit", "code.txt"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--output"),
        ("calls", "--output"),
        ("scopes", "--output"),
        ("report", "--output"),
        ("schema", "config", "--output"),
        ("baseline", "write", "--file"),
    ],
    ids=" ".join,
)
def test_nothing_is_written_through_a_link(project: Path, arguments: tuple[str, ...], target: str) -> None:
    links(project)
    done = command(*arguments, target, cwd=project)
    assert (done.returncode, target in done.stderr) == (2, True), done.stderr
    done = command("check", "--format", "text", "--format", f"json:{target}", cwd=project)
    assert (done.returncode, done.stdout) == (2, "")
    assert (project.parent / "precious").read_text() == "mine"
    assert list((project.parent / "outside").iterdir()) == list((project / ".git" / "hooks").iterdir()) == []
    assert (project / "app.py").read_text() == GOOD


DOCUMENT = json.dumps(
    {
        "openapi": "3.1.0",
        "info": {"title": "A test", "version": "1"},
        "paths": {"/v2/self": {"get": {"summary": "Identify", "description": "Required scopes: `note:read`.", "responses": {}}}},
    }
)


@pytest.mark.parametrize("target", ["out.txt", "new.txt", "reports/out.txt", "hook.txt", ".git/hooks/pre-commit", "code.txt"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("manifest", "build", "api-2026-10.json", "--output"),
        ("manifest", "update", "--from", "api-2026-10.json", "--yes", "--output"),
    ],
    ids=" ".join,
)
def test_no_manifest_is_written_through_a_link(project: Path, arguments: tuple[str, ...], target: str) -> None:
    links(project)
    (project / "api-2026-10.json").write_text(DOCUMENT)
    done = command(*arguments, "written", cwd=project)
    assert (project / "written").exists(), done.stderr  # the near miss
    if target == "code.txt" and "update" in arguments:
        pytest.skip("it may take the place of a configuration: the manifest is one")
    done = command(*arguments, target, cwd=project)
    assert (done.returncode, target in done.stderr) == (2, True), done.stderr
    assert (project.parent / "precious").read_text() == "mine"
    assert list((project.parent / "outside").iterdir()) == list((project / ".git" / "hooks").iterdir()) == []
    assert (project / "app.py").read_text() == GOOD


@pytest.mark.parametrize("name", ["../x.yaml", "folder/x.yaml", "link.yaml", "/tmp/attio-scopes-x.yaml", ""])
def test_a_manifest_of_the_configuration_stays_in_the_project(project: Path, name: str) -> None:
    """The one that the configuration names, or a link in the place of the one beside it."""
    (project / "api-2026-10.json").write_text(DOCUMENT)
    (project / "link.yaml").symlink_to("../outside/x.yaml")
    (project / "folder").symlink_to("../outside")
    if name:
        (project / "pyproject.toml").write_text(SCOPES + f"manifest = {json.dumps(name)}\n")
    else:
        (project / "attio-manifest.yaml").symlink_to("../outside/x.yaml")
    done = command("manifest", "update", "--from", "api-2026-10.json", "--yes", cwd=project)
    assert done.returncode == 2, done.stderr
    assert not name or "out of the project" in done.stderr or "outside of the project" in done.stderr
    assert not (project.parent / "x.yaml").exists()
    assert not Path("/tmp/attio-scopes-x.yaml").exists()
    assert list((project.parent / "outside").iterdir()) == []


def test_the_compiled_rules_are_written_through_no_link(project: Path) -> None:
    rules = project / "rules"
    rules.mkdir()
    (rules / "compiled.json").symlink_to("../../outside/x.json")
    done = command("manifest", "compile", "rules", cwd=project)
    assert (done.returncode, "compiled.json" in done.stderr) == (2, True), done.stderr
    assert list((project.parent / "outside").iterdir()) == []


@pytest.mark.parametrize("target", ["app.py", "pyproject.toml", "sub/../app.py", "attio-scopes.yaml"])
def test_a_report_takes_the_place_of_no_source(project: Path, target: str) -> None:
    (project / "sub").mkdir()
    if target == "attio-scopes.yaml":
        (project / "pyproject.toml").unlink()
        (project / target).write_text("scopes: []\n")
    before = (project / target).read_text()
    done = command("check", "--output", target, cwd=project)
    assert (done.returncode, "cannot replace it" in done.stderr) == (2, True)
    assert (project / target).read_text() == before


def test_what_the_user_names_is_written(project: Path) -> None:
    """Outside of the project, and through a link that stays in it: that is nobody's trick."""
    (project / "kept").mkdir()
    (project / "report.txt").symlink_to("kept/report.txt")
    for target in ("../outside/report.txt", "report.txt", "new/report.txt"):
        assert command("check", "--output", target, cwd=project).returncode == 1
        assert "ATS001" in (project / target).read_text()
    assert (project / "report.txt").is_symlink()
    (project / "pyproject.toml").unlink()
    assert command("scopes", "--format", "yaml", "--output", "attio-scopes.yaml", cwd=project).returncode == 0


@pytest.mark.parametrize("name", ["../../x.json", "/tmp/attio-scopes-x.json", "link.json", "folder/x.json"])
def test_a_baseline_of_the_configuration_stays_in_the_project(project: Path, name: str) -> None:
    (project / "link.json").symlink_to("../outside/x.json")
    (project / "folder").symlink_to("../outside")
    (project / "pyproject.toml").write_text(SCOPES + f"baseline = {json.dumps(name)}\n")
    done = command("baseline", "write", cwd=project)
    assert (done.returncode, "outside of the project" in done.stderr) == (2, True), done.stderr
    assert not (project.parent.parent / "x.json").exists()
    assert not Path("/tmp/attio-scopes-x.json").exists()
    assert list((project.parent / "outside").iterdir()) == []


NAMED = ("init", "--file", "attio-scopes.yaml")


@pytest.mark.parametrize("arguments", [("init",), NAMED, (*NAMED, "--schema")], ids=" ".join)
def test_init_writes_through_no_link_out_of_the_project(project: Path, arguments: tuple[str, ...]) -> None:
    (project / "pyproject.toml").unlink()
    (project / ("attio-scopes.schema.json" if "--schema" in arguments else "attio-scopes.yaml")).symlink_to("../outside/x.yaml")
    done = command(*arguments, cwd=project)
    assert done.returncode == 2, done.stderr
    assert list((project.parent / "outside").iterdir()) == []
    assert "--schema" not in arguments or not (project / "attio-scopes.yaml").exists()


def test_fix_writes_through_no_link_out_of_the_project(project: Path) -> None:
    text = SCOPES.replace('"note:read"', '"note:read", "webhook:read", "object_configuration:read", "record_permission:read"')
    (project.parent / "precious").write_text(text)
    (project / "pyproject.toml").unlink()
    (project / "pyproject.toml").symlink_to("../precious")
    done = command("check", "--fix", cwd=project)
    assert (done.returncode, "leads out of the project" in done.stderr) == (2, True)
    assert (project.parent / "precious").read_text() == text
