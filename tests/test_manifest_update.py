"""`manifest update` against a local server and from files: what it shows, and that it writes only when told to."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from attio_scopes.cli import main
from attio_scopes.rulebook import load_manifest
from tests.test_verify import Server

CODE = """\
import requests

API = "https://api.attio.com/v2"


def all(session: requests.Session):
    session.get(f"{API}/things")
    session.get(f"{API}/objects")
"""


def document(**needs: str) -> bytes:
    """An OpenAPI document with one GET for each path, which needs the scopes given."""
    paths: dict[str, Any] = {}
    for name, scopes in needs.items():
        described = f"Lists them.\n\nRequired scopes: {', '.join(f'`{scope}`' for scope in scopes.split())}."
        paths[f"/v2/{name}"] = {"get": {"summary": f"List {name}", "description": described, "responses": {}}}
    return json.dumps({"openapi": "3.1.0", "info": {"title": "A test", "version": "1"}, "paths": paths}).encode()


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.stop()


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "app.py").write_text(CODE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old-2026-01.json").write_bytes(document(objects="object_configuration:read"))
    assert run("manifest", "update", "--from", "old-2026-01.json", "--output", "old.yaml", "--yes")[0] == 0
    return tmp_path


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, list(arguments))
    return result.exit_code, result.output


def test_it_shows_what_changes_and_writes_nothing(project: Path, server: Server) -> None:
    server.body = document(objects="object_configuration:read", things="task:read")
    code, output = run("manifest", "update", "--url", f"{server.address}/openapi/api", "--manifest", "old.yaml")
    assert code == 1
    assert server.asked == [("/openapi/api", "")], "no token goes along"
    assert "GET /v2/things" in output
    assert "Calls of this project that change: 1 of 2" in output
    assert "  app.py:7:5\n    - GET https://api.attio.com/v2/things (unknown endpoint)\n    + GET /v2/things: task:read\n" in output
    assert "Newly needed: task:read" in output
    assert "nothing was written" in output
    assert not (project / "attio-manifest.yaml").exists()


def test_yes_writes_a_manifest_that_can_be_used(project: Path, server: Server) -> None:
    server.body = document(objects="object_configuration:read", things="task:read")
    address = f"{server.address}/openapi/api"
    code, output = run("manifest", "update", "--url", address, "--manifest", "old.yaml", "--yes")
    assert (code, "wrote attio-manifest.yaml" in output) == (0, True)
    keys = {endpoint.key for endpoint in load_manifest("attio-manifest.yaml").endpoints}
    assert {"GET /v2/objects", "GET /v2/things"} <= keys
    code, output = run("manifest", "update", "--url", address)
    assert (code, "The manifest is up to date." in output) == (0, True), "compared with what was written before"


def test_a_scope_that_is_no_longer_needed(project: Path) -> None:
    (project / "new-2026-02.json").write_bytes(document(objects="task:read"))
    code, output = run("manifest", "update", "--from", "new-2026-02.json", "--manifest", "old.yaml")
    assert code == 1
    assert "    - GET /v2/objects: object_configuration:read\n    + GET /v2/objects: task:read\n" in output
    assert "No longer needed: object_configuration:read" in output


def test_without_a_project_the_manifest_is_compared_all_the_same(project: Path) -> None:
    (project / "app.py").unlink()
    (project / "new-2026-02.json").write_bytes(document(objects="task:read"))
    code, output = run("manifest", "update", "--from", "new-2026-02.json", "--manifest", "old.yaml")
    assert (code, "No project was looked at" in output) == (1, True)
    assert run("manifest", "update", "nowhere", "--from", "new-2026-02.json", "--manifest", "old.yaml")[0] == 2


@pytest.mark.parametrize(
    ("status", "body", "says"),
    [
        (200, b"<html>", "not an OpenAPI document"),
        (200, b"[]", "not an OpenAPI document"),
        (200, b'{"openapi": "3.1.0", "paths": {}}', "no operation"),
        (404, b"", "answered 404"),
        (429, b"", "too many requests"),
        (503, b"", "problem of its own"),
    ],
)
def test_other_answers(project: Path, server: Server, status: int, body: bytes, says: str) -> None:
    server.status, server.body = status, body
    code, output = run("manifest", "update", "--url", server.address, "--yes")
    assert (code, says in output) == (2, True), output
    assert not (project / "attio-manifest.yaml").exists()


def test_addresses_and_options(project: Path) -> None:
    assert run("manifest", "update", "--url", "http://api.attio.com/openapi/api")[0] == 2
    assert run("manifest", "update", "--url", "https://127.0.0.1:9/x", "--from", "old-2026-01.json")[0] == 2
    assert run("manifest", "update", "--from", "missing.json")[0] == 2
