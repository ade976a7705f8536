"""`pytest --attio-scopes`: what a test run really sends, whoever answers: a mock, a cassette, a local server."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow  # it starts programs

SECRET = "attio-token-0123456789abcdef"
CRM = f"""
import asyncio, os, urllib.request

import aiohttp, httpx, requests

BASE = os.environ.get("ATTIO_BASE", "https://api.attio.com/v2")
HEADERS = {{"Authorization": "Bearer {SECRET}"}}


def notes():
    return requests.get(f"{{BASE}}/notes", params={{"key": "{SECRET}"}}, headers=HEADERS, timeout=10)


def tasks():
    return httpx.get(f"{{BASE}}/tasks", headers=HEADERS)


async def members():
    async with httpx.AsyncClient() as client:
        return await client.get(f"{{BASE}}/workspace_members")


async def webhooks():
    async with aiohttp.ClientSession() as session, session.get(f"{{BASE}}/webhooks") as answer:
        return answer.status


def lists():
    return urllib.request.urlopen(f"{{BASE}}/lists", timeout=10).status


def anything(path):
    return requests.get(f"{{BASE}}/{{path}}", timeout=10)


def use(word):
    return anything(os.environ[word])
"""
SCOPES = (
    "scopes: [list_configuration:read, note:read, object_configuration:read, record_permission:read, task:read, user_management:read,"
    " webhook:read]\n"
)
SERVER = """
import http.server, threading
import pytest
import crm

class Answers(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"{}")
    def log_message(self, *args): ...

@pytest.fixture(scope="session", autouse=True)
def server():
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        crm.BASE = f"http://127.0.0.1:{server.server_port}/v2"
        yield
        server.shutdown()
"""


def project(folder: Path, tests: str, conftest: str = "") -> Path:
    (folder / "crm.py").write_text(CRM, encoding="utf-8")
    (folder / "attio-scopes.yaml").write_text(SCOPES + 'hosts: ["127.0.0.1"]\n', encoding="utf-8")
    (folder / "conftest.py").write_text(conftest, encoding="utf-8")
    (folder / "test_crm.py").write_text("import asyncio\nimport crm\n" + tests, encoding="utf-8")
    return folder


def run(folder: Path, *options: str, expect: int = 0) -> str:
    environment = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "W": "meetings"}
    environment.pop("PYTEST_ADDOPTS", None)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "attio_scopes.pytest_plugin", "-p", "no:cacheprovider", *options]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == expect, done.stdout + done.stderr
    assert SECRET not in done.stdout + done.stderr
    return done.stdout


EVERY = """
def test_all():
    crm.notes(); crm.tasks(); crm.lists()
    asyncio.run(crm.members()); asyncio.run(crm.webhooks())
"""


def test_every_client_is_seen(tmp_path: Path) -> None:
    told = run(project(tmp_path, EVERY, SERVER), "--attio-scopes=fail")
    assert "= attio-scopes =" in told
    assert "5 requests to Attio, 5 endpoints: 5 in the report." in told


def test_without_the_option_nothing_is_watched(tmp_path: Path) -> None:
    assert "attio-scopes" not in run(project(tmp_path, EVERY, SERVER))


def test_several_processes_are_gathered(tmp_path: Path) -> None:
    two = EVERY + "\n\ndef test_more():\n    crm.notes()\n"
    told = run(project(tmp_path, two, SERVER), "-p", "xdist", "-n", "2", "--attio-scopes=fail")
    assert "6 requests to Attio, 5 endpoints: 5 in the report." in told


def test_an_unresolved_call_gets_the_comment_that_settles_it(tmp_path: Path) -> None:
    folder = project(tmp_path, "\n\ndef test_one():\n    crm.use('W')\n", SERVER)
    told = run(folder, "--attio-scopes")
    assert "GET /v2/meetings" in told
    assert "perhaps crm.py:" in told
    assert "# attio-scopes: endpoint GET /v2/meetings" in told
    assert "lacks meeting:read" in told
    run(folder, "--attio-scopes=fail", expect=1)


def test_a_failing_test_stays_one(tmp_path: Path) -> None:
    run(project(tmp_path, "\n\ndef test_one():\n    assert False\n"), "--attio-scopes=fail", expect=1)


MOCKS = {
    "responses": """
import responses

@responses.activate
def test_one():
    responses.get("https://api.attio.com/v2/notes", json={})
    crm.notes()
""",
    "respx": """
import httpx, respx

@respx.mock
def test_one():
    respx.get("https://api.attio.com/v2/tasks").mock(return_value=httpx.Response(200))
    crm.tasks()
""",
    "vcr": """
import vcr

def test_one():
    with vcr.use_cassette("cassette.yaml", record_mode="none"):
        crm.notes()
""",
}
CASSETTE = """
version: 1
interactions:
- request: {method: GET, uri: "https://api.attio.com/v2/notes?key=%s", body: null, headers: {}}
  response: {status: {code: 200, message: OK}, headers: {}, body: {string: "{}"}}
"""


@pytest.mark.parametrize("library", MOCKS)
def test_what_a_mock_or_a_cassette_answers_is_seen(library: str, tmp_path: Path) -> None:
    if importlib.util.find_spec(library) is None:
        pytest.skip(f"NOT TRIED: {library} is not installed")
    (tmp_path / "cassette.yaml").write_text(CASSETTE % SECRET, encoding="utf-8")
    told = run(project(tmp_path, MOCKS[library]), "--attio-scopes=fail")
    assert "1 request to Attio, 1 endpoint: 1 in the report." in told
