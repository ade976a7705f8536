"""What is named where no endpoint fits: by the templates, and never a write for a read."""

from __future__ import annotations

import time
from functools import lru_cache
from pathlib import Path

import pytest
from click.testing import CliRunner

from attio_scopes.cli import main
from attio_scopes.manifest.search import find_endpoints, nearest
from attio_scopes.model.endpoint import Endpoint
from attio_scopes.model.nearest import nearest_endpoints
from attio_scopes.rule_files import load_manifest
from tests.near_misses import EACH, SPELLING, near_misses

ASKED = {
    # what people really do wrong
    "GET /v2/objects/people/records": "POST /v2/objects/{object}/records/query",
    "GET /v2/lists/sales/entries": "POST /v2/lists/{list}/entries/query",
    "GET /v2/activities/calls/records": "POST /v2/activities/{activity}/records/query",
    "GET /v2/objects/people/123": "GET /v2/objects/{object}/records/{record_id}",
    "PATCH /v2/objects/people/123": "PATCH /v2/objects/{object}/records/{record_id}",
    "GET /v2/lists/sales/123": "GET /v2/lists/{list}/entries/{entry_id}",
    "GET /v2/workspace": "GET /v2/self",
    "GET /v2/me": "GET /v2/self",
    "GET /v2/users/me": "GET /v2/self",
    "GET /v2/workspace_members/me/x": "GET /v2/workspace_members/{workspace_member_id}",
    "GET /notes": "GET /v2/notes",
    "GET /objects/people/records/5": "GET /v2/objects/{object}/records/{record_id}",
    "GET /v2/v2/notes": "GET /v2/notes",
    "GET /api/v2/notes": "GET /v2/notes",
    "GET /v1/notes": "GET /v2/notes",
    "POST https://api.attio.com/oauth/token": "POST https://app.attio.com/oauth/token",
    "POST https://api.attio.com/v2/oauth/token": "POST https://app.attio.com/oauth/token",
    "GET https://api.attio.com/authorize": "GET https://app.attio.com/authorize",
    "GET https://api.attio.com/oauth/authorize": "GET https://app.attio.com/authorize",
    "GET /v2/people": "POST /v2/objects/{object}/records/query",
    "GET /v2/companies/5": "GET /v2/objects/{object}/records/{record_id}",
    "POST /v2/companies": "POST /v2/objects/{object}/records",
    "PUT /v2/deals": "PUT /v2/objects/{object}/records",
    "GET /v2/records/5": "GET /v2/objects/{object}/records/{record_id}",
    "GET /v2/entries": "POST /v2/lists/{list}/entries/query",
    "GET /v2/search": "POST /v2/objects/records/search",
    "POST /v2/objects/people/records/search": "POST /v2/objects/{object}/records/query",
    "GET /v2/objects/people/records/5/notes": "GET /v2/notes",
    "POST /v2/objects/people/records/5/notes": "POST /v2/notes",
    "GET /v2/call_recordings/5": "GET /v2/meetings/{meeting_id}/call_recordings/{call_recording_id}",
    "GET /v2/comments": "GET /v2/threads or GET /v2/comments/{comment_id}",
    "GET /v2/members": "GET /v2/workspace_members",
    "GET /v2/workspace-members": "GET /v2/workspace_members",
    "GET /v2/files/5/content": "GET /v2/files/{file_id}/download",
    "GET /v2/scim/Users": "GET /scim/v2/Users",
    "GET /scim/users/5": "GET /scim/v2/Users/{user_id}",
    # another method
    "PUT /v2/notes/5": "PATCH /v2/notes/{note_id}",
    "POST /v2/tasks/5": "PATCH /v2/tasks/{task_id}",
    "POST /v2/workspace_members": "GET /v2/workspace_members",
    "GET /v2/sql": "POST /v2/sql",
    "DELETE /v2/self": "GET /v2/self",
    "PUT /v2/lists/sales/views": "GET /v2/lists/{list}/views",
    "POST /v2/objects/people": "PATCH /v2/objects/{object} or POST /v2/objects/{object}/records",
    "POST /v2/objects/people/records/5": "PATCH /v2/objects/{object}/records/{record_id} or PUT /v2/objects/{object}/records/{record_id}",
    # a segment more or less
    "PATCH /v2/notes": "PATCH /v2/notes/{note_id}",
    "DELETE /v2/objects/people/records": "DELETE /v2/objects/{object}/records/{record_id}",
    "GET /v2/meetings/5/transcript": "GET /v2/meetings/{meeting_id}/call_recordings/{call_recording_id}/transcript",
    # other spellings
    "GET /v2/nots": "GET /v2/notes",
    "GET /v2/thread": "GET /v2/threads",
    "GET /v2/{target}/{identifier}/attribute": "GET /v2/{target}/{identifier}/attributes",
    "GET /v2/objects/people/attribute": "GET /v2/{target}/{identifier}/attributes",
    # nothing
    "GET /v2/foo": None,
    "GET /v2/sequences": None,
    "GET /v2/sequences/unsubscribed_emails": None,
    "GET /v2": None,
    "GET /": None,
    "BREW /v2/coffee": None,
}  # fmt: skip


@pytest.mark.parametrize(("asked", "named"), ASKED.items())
def test_the_endpoint_that_was_meant_is_named(asked: str, named: str | None) -> None:
    method, path = asked.split()
    assert nearest(load_manifest(), method, path) == named


def _first(named: str | None) -> str:
    return (named or "").split(" or ")[0]


@lru_cache(maxsize=1)
def _by_name() -> dict[str, Endpoint]:
    return {name: e for e in load_manifest().endpoints for name in (e.key, f"{e.method} https://{e.host}{e.path}")}


@pytest.mark.slow
@pytest.mark.parametrize("endpoint", load_manifest().endpoints, ids=lambda endpoint: endpoint.key)
def test_ten_near_misses_of_every_endpoint(endpoint: Endpoint) -> None:
    """`python -m tests.near_misses` prints them all; these are the rules that an answer has to keep."""
    manifest, by_name = load_manifest(), _by_name()
    misses = near_misses(manifest, endpoint)
    assert len(misses) == EACH
    for miss in misses:
        named = nearest(manifest, miss.method, (f"https://{endpoint.host}" if endpoint.oauth else "") + miss.path)
        if f"{miss.method} {miss.path}" == "GET /v2/sequences/unsubscribed_emails":
            assert named is None, "there is nothing to read"
            continue
        assert named, miss
        candidates = [by_name[name] for name in named.split(" or ")]
        assert len(candidates) <= 3
        if miss.kind in SPELLING:
            assert _first(named) == endpoint.key
        for candidate in candidates:
            needs = {str(scope.access) for held in candidate.requirement.alternatives for scope in held.scopes}
            assert miss.method != "GET" or candidate.method == "GET" or needs <= {"read"}, f"{miss}: a read answered with {candidate.key}"
            assert miss.method == "DELETE" or candidate.method != "DELETE", miss
        assert endpoint.path.split("/")[1:3][-1] in candidates[0].path or "{" in candidates[0].path or miss.path.endswith("comments"), miss


def test_an_endpoint_is_never_its_own_near_miss() -> None:
    manifest = load_manifest()
    for endpoint in manifest.endpoints:
        assert not any(find_endpoints(manifest, miss.method, miss.path) for miss in near_misses(manifest, endpoint))


def test_a_segment_that_is_not_known_is_taken_for_anything() -> None:
    manifest = load_manifest()
    assert nearest_endpoints(manifest, "GET", ("v2", "objects", None, "records")) == ("POST /v2/objects/{object}/records/query",)
    assert nearest_endpoints(manifest, "GET", (None,)) == ()
    assert nearest_endpoints(manifest, "GET", ()) == ()


@pytest.mark.parametrize("path", ["/v2/" + "a/" * 2000, "/v2/objects/" + "x" * 100_000, "/v2/objects/people/records/" + "5/" * 500])
def test_a_hostile_path_costs_no_more_than_its_length(path: str) -> None:
    start = time.process_time()
    nearest(load_manifest(), "GET", path)
    assert time.process_time() - start < 2


def test_every_way_to_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    url = "https://api.attio.com/v2/objects/people/records"
    pin = "  # attio-scopes: endpoint GET /v2/objects/{object}/records"
    code = f'import requests\n\nrequests.get("{url}", timeout=1)\nrequests.get("https://api.attio.com/v2/" + input(), timeout=1){pin}\n'
    (tmp_path / "app.py").write_text(code, encoding="utf-8")
    (tmp_path / "attio-scopes.yaml").write_text("scopes: []\n", encoding="utf-8")

    def said(*arguments: str) -> str:
        return " ".join(CliRunner().invoke(main, list(arguments)).output.split())

    assert "nearest endpoint is POST /v2/objects/{object}/records/query" in said("check", "--color", "never")
    assert "Nearest: POST /v2/objects/{object}/records/query." in said("check", "--color", "never")
    assert "nearest: POST /v2/objects/{object}/records/query" in said("calls", "--color", "never")
    assert "the nearest is POST /v2/objects/{object}/records/query" in said("explain", "GET", "/v2/objects/people/records")
    assert "the nearest is POST /v2/objects/{object}/records/query" in said("manifest", "show", "GET", url)
