"""Which manifest a project uses: the one named by an option or by its configuration, the one beside it, or the shipped one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from attio_scopes.cli import main
from attio_scopes.configure.manifest_file import LARGEST, NAME
from attio_scopes.rule_files import load_manifest, rules_folder

SHIPPED = (rules_folder() / "manifest.yaml").read_text(encoding="utf-8")
CODE = 'import requests\n\nrequests.get("https://api.attio.com/v2/sequences", timeout=1)\n'
ROW = """\
endpoints:

  - method: GET
    path: /v2/sequences
    summary: List sequences
    tag: Sequences
    requires: [{scopes: [sequence:read]}]
    read_from: {attio-openapi-2026-10: {description: same}}
"""
NEWER = SHIPPED.replace("endpoints:\n", ROW, 1).replace(
    "scopes:\n", "scopes:\n  - resource: sequence\n    accesses: [read, read-write]\n", 1
)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "app.py").write_text(CODE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, list(arguments))
    assert "Traceback" not in result.output
    return result.exit_code, result.output


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def test_the_text_is_a_manifest_with_a_new_scope(project: Path) -> None:
    write(project / "m.yaml", NEWER)
    assert "sequence" in {row.resource for row in load_manifest("m.yaml").scopes}


def test_without_one_the_shipped_manifest_is_used(project: Path) -> None:
    assert "unknown endpoint" in run("calls", ".", "--color", "never")[1]
    write(project / "attio-scopes.yaml", "scopes: [sequence:read]\n")
    assert run("check", ".")[0] == 2


CONFIGURATIONS = {
    "attio-scopes.yaml": "scopes: [sequence:read]\n{named}",
    "pyproject.toml": '[tool.attio-scopes]\nscopes = ["sequence:read"]\n{named}',
}


@pytest.mark.parametrize("file", CONFIGURATIONS)
@pytest.mark.parametrize("where", [NAME, "rules/newer.yaml", "../newer.yaml"])
def test_beside_the_configuration_or_named_by_it(file: str, where: str, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = project / "inner"
    assign = ": " if file.endswith(".yaml") else " = "
    write(folder / "src" / "app.py", CODE)
    write(folder / where, NEWER)
    write(folder / file, CONFIGURATIONS[file].format(named="" if where == NAME else f'manifest{assign}"{where}"\n'))
    assert run("check", "inner")[0] == 0
    monkeypatch.chdir(folder / "src")
    for command in (["check"], ["check", "--no-cache"], ["calls"], ["verify", "--env", "NOTHING"]):
        code, output = run(*command)
        assert "unknown scope" not in output
        assert code == (2 if command[0] == "verify" else 0), output
    assert json.loads(run("calls", "--format", "json")[1])["calls"][0]["endpoints"][0]["path"] == "/v2/sequences"
    assert run("scopes", "--format", "json")[1].count("sequence:read") >= 1
    assert run("explain", "sequence:read")[1].startswith("sequence:read\n")
    assert run("explain", "GET", "/v2/sequences")[1].startswith("GET /v2/sequences: List sequences\n")
    assert "GET /v2/sequences" in run("manifest", "show", "sequence:read")[1]
    assert "sequence:read-write" in json.loads(run("schema", "config")[1])["$defs"]["scope"]["enum"]
    assert "sequence:read" in run("schema", "pyproject")[1]
    assert run("report", "--format", "markdown")[1].count("sequence") >= 1


def test_the_option_wins(project: Path) -> None:
    write(project / NAME, NEWER)
    write(project / "shipped.yaml", SHIPPED)
    write(project / "attio-scopes.yaml", "scopes: [note:read]\n")
    assert "ATS001" in run("check", ".")[1]
    assert "ATS003" in run("check", ".", "--manifest", "shipped.yaml")[1]


def test_without_a_configuration_the_repository_s_own_is_used_and_none_from_above_it(project: Path) -> None:
    write(project / "src" / "app.py", CODE)
    write(project / NAME, NEWER)
    assert "needs: sequence:read" in run("calls", "src", "--color", "never")[1]
    (project / "src" / ".git").mkdir()
    assert "unknown endpoint" in run("calls", "src", "--color", "never")[1]
    write(project / "src" / NAME, NEWER)
    code, output = run("calls", "src", "app.py")
    assert (code, "different manifests" in output) == (2, True)


def test_init_writes_what_check_then_accepts(project: Path) -> None:
    write(project / "rules" / "newer.yaml", NEWER)
    assert run("init", "--manifest", "rules/newer.yaml")[0] == 0
    assert (project / "attio-scopes.yaml").read_text(encoding="utf-8") == 'scopes:\n  - sequence:read\nmanifest: "rules/newer.yaml"\n'
    assert run("check")[0] == 0


@pytest.mark.parametrize("before", ["", "[tool.attio-scopes]\nexclude = ['old']\n", "[project]\nname = 'x'\n"])
def test_init_names_the_manifest_in_pyproject(before: str, project: Path) -> None:
    write(project / "pyproject.toml", before)
    write(project / "newer.yaml", NEWER)
    assert run("init", "--manifest", "newer.yaml")[0] == 0
    assert 'manifest = "newer.yaml"' in (project / "pyproject.toml").read_text(encoding="utf-8")
    assert run("check")[0] == 0


def test_init_names_no_manifest_that_is_found_anyway(project: Path) -> None:
    write(project / NAME, NEWER)
    assert run("init", "--manifest", NAME, "--schema")[0] == 0
    assert "manifest" not in (project / "attio-scopes.yaml").read_text(encoding="utf-8")
    assert "sequence:read" in (project / "attio-scopes.schema.json").read_text(encoding="utf-8")
    assert run("check")[0] == 0


def test_completion_knows_its_scopes_and_never_fails(project: Path) -> None:
    def completed(word: str) -> str:
        environment = {
            **os.environ,
            "_ATTIO_SCOPES_COMPLETE": "bash_complete",
            "COMP_WORDS": f"attio-scopes explain {word}",
            "COMP_CWORD": "2",
        }
        code = "import sys; sys.argv = ['attio-scopes']; from attio_scopes.cli import main; main(prog_name='attio-scopes')"
        done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
        assert not done.stderr
        return done.stdout

    write(project / NAME, NEWER)
    assert "plain,sequence:read-write" in completed("sequence:")
    write(project / NAME, "broken: [")
    assert "plain,note:read" in completed("note:")


def test_flake8_uses_it(project: Path) -> None:
    pytest.importorskip("flake8")
    write(project / NAME, NEWER)
    write(project / "attio-scopes.yaml", "scopes: [note:read]\n")
    done = subprocess.run([sys.executable, "-m", "flake8", "--select", "ATS", "app.py"], capture_output=True, text=True, check=False)
    assert "ATS001 missing-scope: GET /v2/sequences needs sequence:read" in done.stdout, done.stderr


# --- what a stranger's repository may bring ---


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("manifest: gone.yaml\n", "gone.yaml: the manifest cannot be read (No such file or directory); `attio-scopes manifest update"),
        ("manifest: .git\n", ".git: the manifest must be a file"),
        ("manifest: pipe\n", "pipe: the manifest must be a file"),
        ("manifest: large.yaml\n", "large.yaml: too long for a manifest"),
        ("manifest: broken.yaml\n", "broken.yaml:1: expected a table"),
        ("manifest: 5\n", "attio-scopes.yaml:1: manifest must be a string"),
        ('manifest: "a\\0b"\n', "a\\x00b: the manifest cannot be read"),
        ('manifest: "\\e[31m.yaml"\n', "\\x1b[31m.yaml: the manifest cannot be read"),
    ],
)  # fmt: skip
def test_a_manifest_that_cannot_be_used(text: str, says: str, project: Path) -> None:
    write(project / "attio-scopes.yaml", text)
    write(project / "broken.yaml", "- x\n")
    os.mkfifo(project / "pipe")
    with open(project / "large.yaml", "wb") as file:
        file.truncate(LARGEST + 1)
    for command in (["calls"], ["explain", "note:read"]) if "5" not in text else (["calls"],):
        code, output = run(*command)
        assert (code, says in output) == (2, True), output


def test_a_dangling_link_beside_the_configuration_is_told(project: Path) -> None:
    write(project / "attio-scopes.yaml", "scopes: []\n")
    (project / NAME).symlink_to("nowhere.yaml")
    assert run("check") == (2, f"error: {NAME}: the manifest cannot be read (No such file or directory)\n")


@pytest.mark.parametrize("where", [NAME, "rules/newer.yaml"])
def test_diff_reads_both_states_with_the_newer_one_s_manifest(where: str, project: Path) -> None:
    def git(*arguments: str) -> None:
        subprocess.run(["git", "-c", "user.name=x", "-c", "user.email=x@x.test", *arguments], check=True, capture_output=True)

    (project / ".git").rmdir()
    git("init", "-q")
    git("add", "app.py")
    git("commit", "-qm", "one")
    write(project / where, NEWER)
    write(project / "attio-scopes.yaml", "scopes: []\n" + ("" if where == NAME else f"manifest: {where}\n"))
    git("add", ".")
    git("commit", "-qm", "two")
    for states in (["HEAD~1"], ["HEAD~1", "HEAD"]):
        code, output = run("diff", *states)
        assert "unknown scope" not in output
        assert code == 0, output
    write(project / "app.py", "")
    git("commit", "-qam", "three")
    assert "sequence:read" in run("diff", "HEAD~1", "HEAD")[1]
