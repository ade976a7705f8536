"""The hook, with the real pre-commit: a covered call is committed, an uncovered one is refused."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
LEFT_OUT = shutil.ignore_patterns(
    ".git", ".venv", "__pycache__", ".*_cache", ".hypothesis", "dist", "build", "*.egg-info", "cases", "node_modules"
)

CLIENT = """\
import os

import requests

BASE = "https://api.attio.com/v2"


def send(method, path):
    return requests.request(method, BASE + path, headers={"Authorization": "Bearer " + os.environ["ATTIO_API_KEY"]}, timeout=10)
"""
COVERED = """\
from client import send


def members():
    return send("GET", "/workspace_members")
"""
UNCOVERED = """\
from client import send


def unhook(webhook_id):
    return send("DELETE", f"/webhooks/{webhook_id}")
"""


class Repository:
    """A git repository in a temporary directory, cut off from the user's git and pre-commit settings."""

    def __init__(self, path: Path, home: Path) -> None:
        self.path = path
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))}
        self.environment |= {
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "t",
            "GIT_AUTHOR_EMAIL": "t@example.org",
            "GIT_COMMITTER_NAME": "t",
            "GIT_COMMITTER_EMAIL": "t@example.org",
            "PRE_COMMIT_HOME": str(home),
            "PRE_COMMIT_COLOR": "never",
        }
        path.mkdir(exist_ok=True)
        self.git("init", "-q", "-b", "main")

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            cwd=self.path,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            check=False,
        )

    def git(self, *arguments: str) -> str:
        done = self.run("git", *arguments)
        assert done.returncode == 0, done.stdout
        return done.stdout.strip()

    def write(self, name: str, text: str) -> None:
        (self.path / name).write_text(text, encoding="utf-8")

    def commit(self, message: str) -> subprocess.CompletedProcess[str]:
        self.git("add", "-A")
        return self.run("git", "commit", "-q", "-m", message)

    def subjects(self) -> list[str]:
        return self.git("log", "--format=%s").splitlines()


@pytest.fixture(scope="module")
def hook_repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """This checkout as it stands, committed or not, as a git repository that pre-commit can clone."""
    pytest.importorskip("pre_commit", reason="pre-commit is not installed (pip install '.[dev]'): the hook was not tried")
    if shutil.which("git") is None:
        pytest.skip("git is not installed: the hook was not tried")
    top = tmp_path_factory.mktemp("hook")
    shutil.copytree(ROOT, top / "attio-scopes", symlinks=True, ignore=LEFT_OUT)
    repository = Repository(top / "attio-scopes", top / "unused")
    assert repository.commit("as it stands").returncode == 0
    return repository


def test_the_two_hook_files_are_one() -> None:
    real, link = ROOT / ".pre-commit-hooks.yaml", ROOT / "pre-commit-hooks.yaml"
    assert real.read_bytes() == link.read_bytes()
    assert not real.is_symlink()
    if os.name == "posix":
        assert link.is_symlink()
        assert link.resolve() == real


def test_the_hook_checks_the_whole_project() -> None:
    hook, lists = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert (lists["id"], lists["entry"], lists["pass_filenames"]) == ("attio-scopes-sync", "attio-scopes sync --check", False)
    assert hook["id"] == "attio-scopes"
    assert hook["language"] == "python"
    assert hook["pass_filenames"] is False
    assert hook["entry"] == "attio-scopes check"


@pytest.mark.builds
def test_covered_calls_pass_and_uncovered_ones_are_refused(hook_repository: Repository, tmp_path: Path) -> None:
    project = Repository(tmp_path / "project", tmp_path / "pre-commit-home")
    revision = hook_repository.git("rev-parse", "HEAD")
    project.write(
        ".pre-commit-config.yaml",
        f"repos:\n  - repo: {hook_repository.path.as_posix()}\n    rev: {revision}\n    hooks:\n      - id: attio-scopes\n",
    )
    project.write("attio-scopes.yaml", "scopes:\n  - user_management:read\n  - webhook:read-write\n")
    project.write("client.py", CLIENT)
    project.write("members.py", COVERED)
    installed = project.run(sys.executable, "-m", "pre_commit", "install")
    assert installed.returncode == 0, installed.stdout

    covered = project.commit("covered")
    assert covered.returncode == 0, covered.stdout
    assert "attio-scopes" in covered.stdout
    assert "Passed" in covered.stdout
    assert project.subjects() == ["covered"]

    # The endpoint stands in one file, the request in another that this commit does not touch.
    project.write("attio-scopes.yaml", "scopes:\n  - user_management:read\n  - webhook:read\n")
    project.write("hooks.py", UNCOVERED)
    refused = project.commit("uncovered")
    assert refused.returncode == 1, refused.stdout
    assert "ATS001" in refused.stdout
    assert "webhook:read-write" in refused.stdout
    assert "hooks.py:5" in refused.stdout
    assert project.subjects() == ["covered"]

    # Nothing but the declaration changes, no Python file: the hook still runs, and now it passes.
    project.write("attio-scopes.yaml", "scopes:\n  - user_management:read\n  - webhook:read-write\n")
    settled = project.commit("settled")
    assert settled.returncode == 0, settled.stdout
    assert project.subjects() == ["settled", "covered"]

    project.write("attio-scopes.yaml", "scopes:\n  - user_management:read\n")
    narrowed = project.commit("narrowed")
    assert narrowed.returncode == 1, narrowed.stdout
    assert "webhook:read-write" in narrowed.stdout
    assert project.subjects() == ["settled", "covered"]
