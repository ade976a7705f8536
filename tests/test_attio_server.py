"""The stand-in enforces what the reference says, and answers as Attio does; what it enforces is regenerated and compared."""

from __future__ import annotations

import base64
import re
import ssl
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.attio_server.read_reference import Unreadable, as_text, facts, read_file, table
from tests.attio_server.server import ENFORCED, OAUTH, AttioServer
from tests.attio_server.world import ENTRY_THREAD, RECORD_THREAD

DATA = Path(__file__).parent / "data" / "enforced.json"
REFERENCES = Path(__file__).parents[2] / "shared" / "reference"
FILES = [REFERENCES / f"attio-{name}" for name in ("openapi-2026-10.json", "docs-scim-2026-08.json", "openapi-2026-03.yaml")]


@pytest.fixture(scope="module")
def attio() -> Iterator[AttioServer]:
    with AttioServer() as server:
        yield server


@pytest.fixture
def client(attio: AttioServer) -> Iterator[httpx.Client]:
    context = ssl.create_default_context(cafile=str(attio.authority))
    base, headers = f"https://127.0.0.1:{attio.port}", {"Host": "api.attio.com"}
    with httpx.Client(base_url=base, headers=headers, verify=context, trust_env=False) as made:
        yield made


def bearer(attio: AttioServer, *scopes: str, level: str = "workspace") -> dict[str, str]:
    token = f"t-{level}-{'-'.join(scopes)}"
    attio.issue(token, scopes, level)
    return {"Authorization": f"Bearer {token}"}


@pytest.mark.skipif(not all(file.is_file() for file in FILES), reason="the published references are not on this machine")
def test_the_table_is_what_the_references_say() -> None:
    assert as_text(table([read_file(file) for file in FILES])) == DATA.read_text(encoding="utf-8")


def test_the_reader_and_the_server_know_nothing_of_the_tool() -> None:
    package = Path(__file__).parent / "attio_server"
    assert len(list(package.glob("*.py"))) >= 5
    for file in package.glob("*.py"):
        assert not re.search(r"^\s*(from|import) attio_scopes", file.read_text(encoding="utf-8"), re.M), file


@pytest.mark.parametrize(
    ("description", "expected"),
    [
        ("Does it. Slowly.\n\nRequired scopes: `a:read`, `b:read-write`.", {"needs": ["a:read", "b:read-write"]}),
        ("Required scopes: `a:read`.\n\nSupported token levels: `workspace`.", {"needs": ["a:read"], "levels": ["workspace"]}),
        ("Required scopes: `a:read`.\n\nSupported token levels: `workspace`, `user`.", {"needs": ["a:read"]}),
        ("When `target` is `lists`, the required scopes are `a:read`. More.", {"needs": [], "lists": ["a:read"]}),
        ("To do it on list entries, you will need the `a:read` and `b:read` scopes.", {"needs": [], "entry": ["a:read", "b:read"]}),
    ],
)
def test_reading_a_description(description: str, expected: dict[str, list[str]]) -> None:
    assert facts(description) == expected


@pytest.mark.parametrize("sentence", ["It may want `a:read`.", "When `kind` is `lists`, the required scopes are `a:read`."])
def test_a_scope_in_a_sentence_of_unknown_form_is_an_error(sentence: str) -> None:
    with pytest.raises(Unreadable):
        facts(sentence)


@pytest.mark.parametrize("key", sorted(ENFORCED.keys() - {"GET /v2/self"}))
def test_every_endpoint_is_there_and_refuses_strangers_and_the_powerless(key: str, attio: AttioServer, client: httpx.Client) -> None:
    method, template = key.split()
    path = re.sub(r"\{\w+\}", "5", template.replace("{target}", "lists"))
    assert client.request(method, path).status_code == 401
    answer = client.request(method, path, headers=bearer(attio))
    assert answer.status_code == 403
    said = answer.json()
    assert said.pop("message")
    assert said == {"status_code": 403, "type": "auth_error", "code": "unauthorized"}
    assert [seen.endpoint for seen in attio.requests[-2:]] == [key, key]


def test_read_write_includes_read_and_not_the_other_way_round(attio: AttioServer, client: httpx.Client) -> None:
    both = ["object_configuration:read", "record_permission:read"]
    assert client.get("/v2/notes", headers=bearer(attio, "note:read-write", *both)).status_code == 200
    assert client.post("/v2/notes", headers=bearer(attio, "note:read", *both)).status_code == 403
    assert "note:read-write" in client.post("/v2/notes", headers=bearer(attio, *both)).json()["message"]


@pytest.mark.parametrize(
    ("key", "code", "scopes"),
    [
        ("POST /v2/sql", "billing_error", ["object_configuration:read", "record_permission:read"]),
        ("POST /v2/meetings/5/call_recordings", "quota_exceeded", ["meeting:read", "call_recording:read-write"]),
    ],
)
def test_a_plan_or_a_quota_refuses_with_another_code_and_after_the_scopes(key: str, code: str, scopes: list[str]) -> None:
    method, path = key.split()
    with AttioServer() as attio:
        context = ssl.create_default_context(cafile=str(attio.authority))
        attio.withhold(key.replace("/5/", "/{meeting_id}/"), code)
        with httpx.Client(base_url=f"https://127.0.0.1:{attio.port}", verify=context, trust_env=False) as client:
            told = [
                client.request(method, path, headers=bearer(attio, *held) | {"Host": "api.attio.com"}).json()["code"]
                for held in (scopes[:1], scopes)
            ]
    assert told == ["unauthorized", code]


def test_the_target_decides(attio: AttioServer, client: httpx.Client) -> None:
    headers = bearer(attio, "object_configuration:read")
    assert client.get("/v2/objects/people/attributes", headers=headers).status_code == 200
    assert client.get("/v2/lists/sales/attributes", headers=headers).status_code == 403
    assert client.get("/v2/people/people/attributes", headers=headers).status_code == 404


def test_record_or_entry_decides(attio: AttioServer, client: httpx.Client) -> None:
    headers = bearer(attio, "comment:read-write", "list_configuration:read", "list_entry:read")
    assert client.get("/v2/threads", params={"entry_id": "5", "list": "sales"}, headers=headers).status_code == 200
    assert client.get("/v2/threads", params={"record_id": "5", "object": "people"}, headers=headers).status_code == 403
    assert client.get("/v2/threads", headers=headers).status_code == 400
    assert client.get(f"/v2/threads/{ENTRY_THREAD}", headers=headers).status_code == 200
    assert client.get(f"/v2/threads/{RECORD_THREAD}", headers=headers).status_code == 403
    assert client.post("/v2/comments", json={"data": {"entry": {}}}, headers=headers).status_code == 200
    assert client.post("/v2/comments", json={"data": {"record": {}}}, headers=headers).status_code == 403
    assert client.post("/v2/comments", json={"data": {"thread_id": ENTRY_THREAD}}, headers=headers).status_code == 200
    assert client.post("/v2/comments", json={"data": {"thread_id": RECORD_THREAD}}, headers=headers).status_code == 403


def test_levels(attio: AttioServer, client: httpx.Client) -> None:
    assert client.get("/v2/webhooks", headers=bearer(attio, "webhook:read")).status_code == 200
    assert client.get("/v2/webhooks", headers=bearer(attio, "webhook:read", level="user")).status_code == 403
    tasks = ENFORCED["GET /v2/tasks"]["needs"]
    assert client.get("/v2/tasks", headers=bearer(attio, *tasks, level="user")).status_code == 200


def test_basic_authentication_and_others(attio: AttioServer, client: httpx.Client) -> None:
    attio.issue("basic", ["user_management:read"])
    assert client.get("/v2/workspace_members", auth=("basic", "")).status_code == 200
    wrong = {"Authorization": "Basic " + base64.b64encode(b"\xff:").decode()}
    for headers in ({}, wrong, {"Authorization": "Basic ?"}, {"Authorization": "Token basic"}):
        assert client.get("/v2/workspace_members", headers=headers).status_code == 401


def test_self_tells_the_scopes_and_no_secret(attio: AttioServer, client: httpx.Client) -> None:
    answer = client.get("/v2/self", headers=bearer(attio, "task:read", "note:read-write")).json()
    assert (answer["active"], answer["scope"]) == (True, "note:read-write task:read")
    assert client.get("/v2/self").json() == {"active": False}


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/v2/nots"), ("GET", "/v2/notes/"), ("PUT", "/v2/notes"), ("HEAD", "/v2/notes"), ("GET", "/")]
)
def test_what_is_not_there(method: str, path: str, attio: AttioServer, client: httpx.Client) -> None:
    answer = client.request(method, path, headers=bearer(attio, "note:read-write"))
    assert answer.status_code == 404
    assert attio.requests[-1].endpoint == f"{method} {path}"


def test_literal_segments_win(attio: AttioServer, client: httpx.Client) -> None:
    client.post("/v2/objects/records/search", headers=bearer(attio))
    assert attio.requests[-1].endpoint == "POST /v2/objects/records/search"
    client.get("/v2/objects/records/attributes", headers=bearer(attio))
    assert attio.requests[-1].endpoint == "GET /v2/{target}/{identifier}/attributes"


def test_hosts_are_kept_apart(attio: AttioServer, client: httpx.Client) -> None:
    on_app = {"Host": "app.attio.com"}
    for key in OAUTH:
        method, path = key.split()
        assert client.request(method, path).status_code == 404
        assert client.request(method, path, headers=on_app).status_code == 200
    assert client.get("/v2/self", headers=on_app).status_code == 404


def test_pages(attio: AttioServer, client: httpx.Client) -> None:
    tasks = bearer(attio, *ENFORCED["GET /v2/tasks"]["needs"])
    pages = [client.get("/v2/tasks", params={"limit": 2, "offset": offset}, headers=tasks).json()["data"] for offset in (0, 2, 4)]
    assert [len(page) for page in pages] == [2, 1, 0]
    meetings = bearer(attio, *ENFORCED["GET /v2/meetings"]["needs"])
    first = client.get("/v2/meetings", params={"limit": 2}, headers=meetings).json()
    cursor = first["pagination"]["next_cursor"]
    second = client.get("/v2/meetings", params={"limit": 2, "cursor": cursor}, headers=meetings).json()
    assert (len(first["data"]), len(second["data"]), second["pagination"]["next_cursor"]) == (2, 1, None)
