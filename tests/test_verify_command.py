"""The command `verify`: what it shows, its exit codes, and that no token gets out, wherever it was typed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from attio_scopes.cli import main
from tests.test_verify import PLANTED, Server

CODE = """\
import os

import requests

API = "https://api.attio.com/v2"


def sync():
    headers = {"Authorization": "Bearer " + os.environ["ATTIO_SYNC_TOKEN"]}
    return requests.get(f"{API}/objects", headers=headers)


def web():
    headers = {"Authorization": "Bearer " + os.environ["ATTIO_WEB_TOKEN"]}
    return requests.post(f"{API}/webhooks", headers=headers)
"""
TWO = """\
[tool.attio-scopes.tokens.sync]
scopes = ["object_configuration:read", "task:read"]
env = ["ATTIO_SYNC_TOKEN"]
[tool.attio-scopes.tokens.web]
scopes = ["webhook:read-write"]
env = ["attio_web_token"]
"""


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    made.body = json.dumps({"active": True, "scope": "object_configuration:read webhook:read-write"}).encode()
    yield made
    made.stop()


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "app.py").write_text(CODE, encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(TWO, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ATTIO_SYNC_TOKEN", PLANTED)
    monkeypatch.setenv("ATTIO_WEB_TOKEN", PLANTED + "web")
    return tmp_path


def verify(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["verify", *arguments])


def test_each_token_is_asked_about_with_its_own_value(project: Path, server: Server) -> None:
    result = verify("--base-url", server.address)
    assert [asked[1] for asked in server.asked] == [f"Bearer {PLANTED}", f"Bearer {PLANTED}web"]
    assert "token sync (from ATTIO_SYNC_TOKEN)" in result.output
    assert "token web (from ATTIO_WEB_TOKEN)" in result.output
    assert result.exit_code == 1, "task:read is declared and not granted"
    lines = [line.split() for line in result.output.splitlines()]
    assert ["object_configuration", "read", "read", "read"] in lines
    assert ["webhook", "read-write", "read-write", "read-write"] in lines
    assert any(line[:5] == ["task", "read", "-", "-", "error:"] for line in lines)


def test_one_token_is_chosen(project: Path, server: Server) -> None:
    result = verify("--token", "web", "--base-url", server.address, "--format", "json")
    (token,) = json.loads(result.output)["tokens"]
    assert (token["name"], token["env"], token["granted"]) == (
        "web",
        "ATTIO_WEB_TOKEN",
        ["object_configuration:read", "webhook:read-write"],
    )
    standing = {row["resource"]: row["standing"] for row in token["resources"]}
    assert standing == {"object_configuration": "granted-not-declared", "webhook": "agrees"}
    assert result.exit_code == 0
    assert verify("--token", "web", "--base-url", server.address, "--fail-on", "warning").exit_code == 1


def test_without_a_configuration_granted_and_needed_are_compared(project: Path, server: Server) -> None:
    (project / "pyproject.toml").unlink()
    server.body = json.dumps({"active": True, "scope": "object_configuration:read-write webhook:read"}).encode()
    result = verify("--env", "ATTIO_SYNC_TOKEN", "--base-url", server.address)
    assert result.exit_code == 1
    lines = [line.split() for line in result.output.splitlines()]
    assert any(line[:5] == ["webhook", "-", "read", "read-write", "error:"] for line in lines)
    assert any(line[:5] == ["object_configuration", "-", "read-write", "read", "note:"] for line in lines)


def test_an_unresolved_call_may_need_what_is_granted(project: Path, server: Server) -> None:
    (project / "app.py").write_text(CODE + "\n\ndef any(path):\n    return requests.get(API + open(path).read())\n", encoding="utf-8")
    held = '["object_configuration:read", "webhook:read-write", "task:read"]'
    (project / "pyproject.toml").write_text(f"[tool.attio-scopes]\nscopes = {held}\n", encoding="utf-8")
    server.body = json.dumps({"active": True, "scope": "object_configuration:read webhook:read-write task:read"}).encode()
    result = verify("--env", "ATTIO_SYNC_TOKEN", "--base-url", server.address)
    assert result.exit_code == 0
    assert "no call needs" not in result.output
    assert "1 of 3 calls could not be resolved" in result.output


def test_one_refused_token_does_not_hide_the_other(project: Path, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATTIO_SYNC_TOKEN", "Bearer x")
    result = verify("--base-url", server.address)
    assert (result.exit_code, server.asked) == (2, []), "what can be told without asking is told first"
    server.status = 401
    monkeypatch.setenv("ATTIO_SYNC_TOKEN", PLANTED)
    result = verify("--base-url", server.address)
    assert result.exit_code == 2
    assert result.output.count(": 401, ") == 2


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--env", "ATTIO_SYNC_TOKEN"], "choose one with --token"),
        (["--token", "other"], "takes the name of a declared token (sync, web)"),
        (["--token", "sync", "--env", "NOT_SET"], "none of that name is set"),
        (["nowhere"], "one of the paths does not exist"),
    ],
)
def test_wrong_usage(project: Path, arguments: list[str], says: str) -> None:
    result = verify(*arguments, "--base-url", "http://127.0.0.1:9")
    assert (result.exit_code, says in result.output) == (2, True), result.output


def test_no_variable(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ATTIO_WEB_TOKEN")
    assert "none of its environment variables is set (attio_web_token)" in verify("--token", "web").output
    (project / "pyproject.toml").write_text("[tool.attio-scopes]\nscopes = []\n", encoding="utf-8")
    assert "say which environment variable holds it" in verify().output


def test_plain_http_to_another_machine_is_refused(project: Path) -> None:
    result = verify("--token", "sync", "--base-url", "http://api.attio.com")
    assert (result.exit_code, "unencrypted" in result.output) == (2, True)


MISTAKES = [
    ["--env", PLANTED],
    ["--env", PLANTED.lower() + "!"],
    ["--token", PLANTED],
    [PLANTED],
    ["--base-url", f"https://{PLANTED}@127.0.0.1:9"],
    ["--base-url", f"https://127.0.0.1:9/?{PLANTED}"],
    ["--token", "sync", "--base-url", "https://127.0.0.1:9/"],
    ["--token", "sync", "--base-url", "http://127.0.0.1:9/", "--format", "json"],
]


@pytest.mark.slow
@pytest.mark.parametrize("arguments", MISTAKES, ids=[str(number) for number in range(len(MISTAKES))])
def test_a_token_in_the_wrong_place_is_not_repeated(project: Path, arguments: list[str]) -> None:
    """In a process of its own, so that nothing printed or logged escapes the search."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parent.parent), "ATTIO_SCOPES_TRACEBACK": "1"}
    command = [sys.executable, "-X", "dev", "-m", "attio_scopes", "verify", "--verbose", *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False, cwd=project)
    assert done.returncode == 2, done.stderr
    assert PLANTED.lower() not in (done.stdout + done.stderr).lower()
    written = [path for path in project.rglob("*") if path.is_file() and PLANTED in path.read_text(encoding="utf-8", errors="replace")]
    assert written == []


# --- the token's level ---

LEVELLED = """\
[tool.attio-scopes.tokens.sync]
scopes = ["object_configuration:read"]
env = ["ATTIO_SYNC_TOKEN"]
{level}
"""
ONE = 'import os\n\nimport requests\n\nH = {"Authorization": "Bearer " + os.environ["ATTIO_SYNC_TOKEN"]}\n'


def answer(scope: str, **more: object) -> bytes:
    return json.dumps({"active": True, "scope": scope, **more}).encode()


@pytest.mark.parametrize(
    ("declared", "granted", "code", "says"),
    [
        ("workspace", "user", 1, "  error: level workspace is declared, but Attio says user: correct"),
        ("user", "workspace", 1, "  error: level user is declared, but Attio says workspace: "),
        ("workspace", PLANTED, 1, "  error: level workspace is declared, but Attio says one that this version does not know: "),
        ("workspace", ["user"], 1, "one that this version does not know"),
        ("workspace", "workspace", 0, "token sync (from ATTIO_SYNC_TOKEN, workspace level)\n"),
        ("workspace", None, 0, "token sync (from ATTIO_SYNC_TOKEN)\n"),
        ("", "user", 0, "token sync (from ATTIO_SYNC_TOKEN, user level)\n"),
    ],
)  # fmt: skip
def test_the_level_is_compared(declared: str, granted: object, code: int, says: str, project: Path, server: Server) -> None:
    (project / "app.py").write_text(f'{ONE}requests.get("https://api.attio.com/v2/objects", headers=H)\n', encoding="utf-8")
    text = LEVELLED.format(level=f'level = "{declared}"' if declared else "")
    (project / "pyproject.toml").write_text(text, encoding="utf-8")
    server.body = answer("object_configuration:read", **({"token_level": granted} if granted is not None else {}))
    result = verify("--base-url", server.address)
    assert (result.exit_code, says in result.output, PLANTED in result.output) == (code, True, False), result.output
    document = json.loads(verify("--base-url", server.address, "--format", "json").stdout)
    assert document["tokens"][0]["level"] == {
        "declared": declared or None,
        "granted": granted if granted in ("workspace", "user", None) else "other",
        "refused": [],
        "severity": "error" if code else None,
    }


@pytest.mark.parametrize(("granted", "code"), [("user", 1), ("workspace", 0)])
def test_a_level_that_a_called_endpoint_does_not_serve(granted: str, code: int, project: Path, server: Server) -> None:
    """Nothing is declared on the level; GET /v2/webhooks serves workspace tokens only."""
    calls = "".join(f'requests.get("https://api.attio.com/v2/{path}", headers=H)\n' for path in ("webhooks", "objects"))
    (project / "app.py").write_text(ONE + calls, encoding="utf-8")
    text = LEVELLED.format(level="").replace('"]\nenv', '", "webhook:read"]\nenv')
    (project / "pyproject.toml").write_text(text, encoding="utf-8")
    server.body = answer("object_configuration:read webhook:read", token_level=granted)
    result = verify("--base-url", server.address)
    assert result.exit_code == code
    assert ("  error: a user token is refused at GET /v2/webhooks\n" in result.output) == bool(code)
