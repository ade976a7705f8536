"""The findings on Python files as each of our ways in tells them: `check`, the flake8 plugin, the pre-commit hook.

Takes the folder of a project, gives a set of (path relative to it, line, column, code, message). The programs are the real ones.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

Found = frozenset[tuple[str, int, int, str, str]]

ROOT = Path(__file__).resolve().parent.parent
_FLAKE8 = re.compile(r"(?P<path>.+?):(?P<line>\d+):(?P<column>\d+): (?P<code>ATS\d+) [\w-]+: (?P<message>.*)")
_CONCISE = re.compile(r"(?P<path>.+?):(?P<line>\d+):(?P<column>\d+): \w+ (?P<code>ATS\d+) (?P<message>.*)")


def environment() -> dict[str, str]:
    """This process's environment, without what would reach into git, pre-commit or colours."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT", "FORCE_COLOR", "COV_"))}
    return {**kept, "PATH": os.pathsep.join([str(Path(sys.executable).parent), kept.get("PATH", "")]), "PYTHONUTF8": "1"}


def run(command: list[str], folder: Path, text: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run a program in a folder."""
    return subprocess.run(
        command, cwd=folder, env=environment(), input=text, capture_output=True, text=True, encoding="utf-8", timeout=300, check=False
    )


def of_check(project: Path) -> Found:
    """What `attio-scopes check` says of Python files; those of the configuration are left out."""
    done = run([sys.executable, "-m", "attio_scopes", "check", "--format", "json"], project)
    assert done.returncode in (0, 1), done.stderr
    return frozenset(
        (f["path"], f["line"], f["column"], f["code"], " ".join(f["message"].split()))
        for f in json.loads(done.stdout)["findings"]
        if f["path"].endswith((".py", ".pyw"))
    )


def of_flake8(project: Path, *options: str, text: str | None = None) -> Found:
    """What the real flake8 says with our plugin; nothing of the user's flake8 configuration counts."""
    pytest.importorskip("flake8", reason="NOT COMPARED: flake8 is not installed (pip install '.[flake8]')")
    command = [sys.executable, "-m", "flake8", "--isolated", "--select", "ATS", *(options or (".",))]
    done = run(command, project, text)
    assert done.stderr == ""
    return read_flake8(done.stdout)


def read_flake8(text: str) -> Found:
    """The lines that flake8 prints."""
    return _read(_FLAKE8, text)


def of_hook(project: Path) -> Found:
    """What the hook says when the real pre-commit runs it on all files.

    The hook is that of `.pre-commit-hooks.yaml`, but for the environment: pre-commit builds one for it elsewhere (see
    test_pre_commit.py), here it runs in ours. `args` make its lines readable for a program.
    """
    pytest.importorskip("pre_commit", reason="NOT COMPARED: pre-commit is not installed (pip install '.[dev]')")
    (hook, _) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    local = {**hook, "language": "system", "args": ["--format", "concise", "--fail-on", "note"]}
    (project / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [{"repo": "local", "hooks": [local]}]}), encoding="utf-8")
    for command in (["git", "init", "-q"], ["git", "add", "-A", "-f"]):
        done = run(command, project)
        assert done.returncode == 0, done.stderr
    done = run([sys.executable, "-m", "pre_commit", "run", "--all-files", "--color", "never"], project)
    assert done.returncode in (0, 1), done.stdout + done.stderr
    assert re.search(r"^attio-scopes\.+(Passed|Failed)$", done.stdout, re.MULTILINE), done.stdout + done.stderr
    return frozenset(found for found in _read(_CONCISE, done.stdout) if found[0].endswith((".py", ".pyw")))


def _read(pattern: re.Pattern[str], text: str) -> Found:
    found = [pattern.fullmatch(line) for line in text.splitlines()]
    return frozenset(
        (m["path"].removeprefix("./"), int(m["line"]), int(m["column"]), m["code"], " ".join(m["message"].split())) for m in found if m
    )
