"""No command opens a socket but `verify` and `manifest update`: each one runs with an audit hook that sees and refuses all of them.

Audit events come from the interpreter itself, whatever library asks: names looked up, sockets made, connected or bound. A process of its
own runs the commands, since a hook cannot be taken away again. Programs that a command starts are named by the hook too: only git may be.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from attio_scopes.cli import main
from attio_scopes.report.formats import FORMATS
from tests.test_manifest_update import document

pytestmark = pytest.mark.slow  # it starts programs

RUN = """\
import json, os, sys
from click.testing import CliRunner
from attio_scopes.cli import main

seen = []

def watch(event, arguments):
    if event.startswith("socket."):
        seen.append(event)
        raise PermissionError("no network here")
    if event in ("subprocess.Popen", "os.exec", "os.posix_spawn", "os.system"):
        seen.append("program " + os.path.basename(os.fsdecode(arguments[0])))

sys.addaudithook(watch)
results = []
for command in json.load(sys.stdin):
    seen.clear()
    done = CliRunner().invoke(main, command)
    results.append([done.exit_code, sorted(set(seen)), done.output[-600:]])
json.dump(results, sys.__stdout__)
"""
CODE = """\
import os

import requests

requests.get("https://api.attio.com/v2/notes", headers={"Authorization": "Bearer " + os.environ["NO_SUCH_TOKEN"]})
requests.post("https://api.attio.com/v2/objects", json=open("a").read())
SCOPES = ["note:read"]
"""
DATA = Path(__file__).resolve().parent.parent / "rules"
NOWHERE = "http://127.0.0.1:9"

OFFLINE: tuple[tuple[str, ...], ...] = (
    ("init", "--file", "attio-scopes.yaml", "--schema"),
    *(("check", "--format", each.name) for each in FORMATS),
    ("check", "--jobs", "2"),
    ("calls",),
    ("scopes",),
    ("report", "--output", "scopes.html"),
    ("report", "--format", "markdown"),
    *(("schema", name) for name in ("report", "config", "pyproject", "manifest", "scopes")),
    ("diff", "HEAD"),
    ("baseline", "write"),
    ("sync", "app.py:SCOPES", "--check"),
    ("traffic", "seen.jsonl"),
    ("explain", "ATS002"),
    ("explain", "note:read"),
    ("explain", "GET", "/v2/notes"),
    ("explain", "app.py:5"),
    ("manifest", "show", "POST", "/v2/notes"),
    ("manifest", "lint"),
    ("manifest", "compile", "rules"),
    ("manifest", "build", "a-2026-01.json", "--output", "a.yaml"),
    ("manifest", "build", "b-2026-02.json", "--output", "b.yaml"),
    ("manifest", "diff", "a.yaml", "b.yaml"),
    ("manifest", "update", "--from", "b-2026-02.json", "--output", "a.yaml", "--yes"),
    ("clean",),
)
ONLINE: tuple[tuple[str, ...], ...] = (
    ("verify", "--env", "NO_SUCH_TOKEN", "--base-url", NOWHERE),
    ("manifest", "update", "--url", NOWHERE + "/openapi.json", "--output", "a.yaml"),
)


def leaves(group: click.Group, *words: str) -> Iterator[tuple[str, ...]]:
    """The words of every command, hidden ones too."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from leaves(command, *words, name)
        else:
            yield (*words, name)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    (folder / "app.py").write_text(CODE, encoding="utf-8")
    (folder / "more.py").write_text(CODE, encoding="utf-8")
    (folder / "seen.jsonl").write_text('{"method": "GET", "url": "https://api.attio.com/v2/notes", "status": 200}\n', encoding="utf-8")
    shutil.copytree(DATA, folder / "rules")
    (folder / "a-2026-01.json").write_bytes(document(objects="object_configuration:read"))
    (folder / "b-2026-02.json").write_bytes(document(objects="object_configuration:read", notes="note:read"))
    for words in (["init", "-q"], ["add", "-A"], ["-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "-qm", "start"]):
        subprocess.run(["git", *words], cwd=folder, check=True)
    return folder


def watched(project: Path, commands: tuple[tuple[str, ...], ...], environment: dict[str, str]) -> list[tuple[int, list[str], str]]:
    """Exit code, what the hook saw, and the output, of each command, run one after the other."""
    done = subprocess.run(
        [sys.executable, "-I", "-c", RUN],
        input=json.dumps(commands),
        cwd=project,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    results: list[Any] = json.loads(done.stdout)
    return [(code, seen, output) for code, seen, output in results]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    git = shutil.which("git")
    assert git, "these tests need git"
    return {
        "PATH": str(Path(git).parent),
        "HOME": str(tmp_path),
        "LC_ALL": "C.UTF-8",
        "NO_SUCH_TOKEN": "not-a-token",
        "ATTIO_SCOPES_CACHE_DIR": str(tmp_path / "cache"),
    }


def test_no_other_command_opens_a_socket(project: Path, environment: dict[str, str]) -> None:
    for command, (code, seen, output) in zip(OFFLINE, watched(project, OFFLINE, environment), strict=True):
        assert code in (0, 1), f"{command}: {code}: {output}"
        allowed = ["program git"] if command[0] in ("diff", "report") else []
        assert [event for event in seen if event not in allowed] == [], command


def test_these_two_do(project: Path, environment: dict[str, str]) -> None:
    """So the hook sees what it is there to see; a refused socket is told as any other failure to connect."""
    for command, (code, seen, output) in zip(ONLINE, watched(project, ONLINE, environment), strict=True):
        assert code == 2, f"{command}: {code}: {output}"
        assert any(event in ("socket.getaddrinfo", "socket.connect", "socket.__new__") for event in seen), f"{command}: {seen}: {output}"
        assert "Traceback" not in output


def test_every_command_is_tried() -> None:
    tried = {command[: 2 if command[0] in ("manifest", "baseline") else 1] for command in (*OFFLINE, *ONLINE)}
    assert tried == set(leaves(main)) - {("mcp",)}, "that one talks to who started it; its event loop makes a pair of sockets for itself"
