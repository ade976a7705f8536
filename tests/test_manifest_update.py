"""`manifest update` against a local server and from files: what it shows, and that it writes only when told to."""

from __future__ import annotations

import calendar
import gzip
import json
import shutil
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from attio_scopes.cli import main
from attio_scopes.manifest.age import OLD, age_in_days, today
from attio_scopes.rule_files import load_manifest
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
        (200, gzip.compress(document(objects="note:read")), "the answer is compressed (gzip), though it was asked for as it is"),
        (200, b"PK\x03\x04", "not an OpenAPI document"),
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


def test_an_answer_that_breaks_off_is_none(project: Path, server: Server) -> None:
    """Half of a YAML document is one, with half of the operations."""
    whole = "openapi: 3.1.0\ninfo: {title: A test, version: '1'}\npaths:\n  /v2/objects:\n    get: {summary: a, responses: {}}\n"
    server.body, server.withheld = whole.encode(), 700
    code, output = run("manifest", "update", "--url", server.address, "--yes")
    assert (code, "broke off" in output) == (2, True), output
    assert not (project / "attio-manifest.yaml").exists()


def test_addresses_and_options(project: Path) -> None:
    assert run("manifest", "update", "--url", "http://api.attio.com/openapi/api")[0] == 2
    assert run("manifest", "update", "--url", "https://127.0.0.1:9/x", "--from", "old-2026-01.json")[0] == 2
    assert run("manifest", "update", "--from", "missing.json")[0] == 2


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (gzip.compress(b"{}", mtime=0), "new.json: is compressed (gzip); unpack it first"),
        (
            b"PK\x03\x04rest",
            "new.json: is a zip archive, such as a wheel, and no OpenAPI document; the model of an SDK is made by `manifest sdk`",
        ),
        (b"\xfd7zXZ\0", "new.json: is compressed (xz); unpack it first"),
        (b"", "new.json:1: not an OpenAPI 3.0 or 3.1 document"),
    ],
)
@pytest.mark.parametrize("command", [["update", "--from"], ["build"]], ids=" ".join)
def test_files_that_are_no_document(command: list[str], content: bytes, says: str, project: Path) -> None:
    (project / "new.json").write_bytes(content)
    code, output = run("manifest", *command, "new.json")
    assert (code, says in output) == (2, True), output


# --- what a document does not cover ---


def test_scim_oauth_and_the_list_of_scopes_stay(project: Path) -> None:
    """The document has neither, and nothing of its own but notes and things."""
    (project / "new-2026-12.json").write_bytes(document(notes="note:read", things="fresh:read-write"))
    code, output = run("manifest", "update", "--from", "new-2026-12.json", "--yes")
    assert code == 0
    assert "new-2026-12 has no `securitySchemes` with scopes" in output
    new, shipped = load_manifest("attio-manifest.yaml"), load_manifest()
    assert sum(endpoint.oauth for endpoint in new.endpoints) == 3
    assert sum(endpoint.path.startswith("/scim/") for endpoint in new.endpoints) == 13
    assert {row.resource: row.accesses for row in new.scopes} == {row.resource: row.accesses for row in shipped.scopes} | {
        "fresh": ("read-write",)
    }
    assert {endpoint.key for endpoint in new.endpoints if endpoint.in_newest and not endpoint.oauth} == {"GET /v2/notes", "GET /v2/things"}
    assert new.sources[0].id == "new-2026-12"
    code, output = run("manifest", "lint", "attio-manifest.yaml")
    assert (code, output) == (0, "no problem\n")


def test_what_a_document_leaves_open_stays_as_it_was(project: Path) -> None:
    """It says what a thread needs on records and on list entries, and not which parameters decide that."""
    about = "\n\n".join(
        f"To view threads on {thing}, you will need the `{scopes}` scopes."
        for thing, scopes in (("records", "record_permission:read` and `object_configuration:read"), ("list entries", "list_entry:read"))
    )
    needed = f"{about}\n\nRequired scopes: `comment:read`."
    threads = {"openapi": "3.1.0", "paths": {"/v2/threads": {"get": {"summary": "List threads", "description": needed}}}}
    (project / "new-2026-12.json").write_text(json.dumps(threads), encoding="utf-8")
    run("manifest", "update", "--from", "new-2026-12.json", "--yes")
    (found,) = [endpoint for endpoint in load_manifest("attio-manifest.yaml").endpoints if endpoint.key == "GET /v2/threads"]
    assert [held.when.query_keys for held in found.requirement.alternatives if held.when] == [("record_id", "object"), ("entry_id", "list")]
    assert [str(scope) for scope in found.requirement.alternatives[1].scopes] == ["comment:read", "list_entry:read"]
    assert found.docs == "https://docs.attio.com/rest-api/endpoint-reference/threads/list-threads"


def test_an_older_document_is_told(project: Path) -> None:
    (project / "new-2026-02.json").write_bytes(document(notes="note:read"))
    assert (
        "new-2026-02 is of 2026-02, older than the manifest in use (2026-10)" in run("manifest", "update", "--from", "new-2026-02.json")[1]
    )


# --- where it is written ---


@pytest.mark.parametrize(
    ("configuration", "target"),
    [("", "attio-manifest.yaml"), ("scopes: []\n", "attio-manifest.yaml"), ("manifest: rules/attio.yaml\n", "rules/attio.yaml")],
)
def test_it_is_written_where_every_command_looks_for_it(
    configuration: str, target: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "src").mkdir()
    if configuration:
        (project / "attio-scopes.yaml").write_text(configuration, encoding="utf-8")
        monkeypatch.chdir(project / "src")
    (project / "new-2026-12.json").write_bytes(document(things="fresh:read"))
    code, output = run("manifest", "update", "--from", str(project / "new-2026-12.json"), "--yes")
    assert code == 0, output
    assert (project / target).is_file()
    monkeypatch.chdir(project)
    assert "needs: fresh:read" in run("calls", "--color", "never")[1]
    assert run("explain", "fresh:read")[0] == 0
    (project / "new-2027-01.json").write_bytes(document(things="fresh:read-write"))
    assert "- fresh:read\n    + fresh:read-write" in run("manifest", "update", "--from", "new-2027-01.json")[1], (
        "compared with the one in use"
    )


# --- its age ---


@pytest.mark.parametrize(
    ("version", "day", "days"),
    [
        ("2026-10", "2026-10-05", 0),
        ("2026-10", "2026-11-01", 1),
        ("2026-02", "2026-03-02", 2),
        ("2026-10-09", "2026-10-09", 0),
        ("2026-10-09", "2027-10-09", 365),
        ("2026-13", "2027-10-09", None),
        ("2026-02-30", "2027-10-09", None),
        ("soon", "2027-10-09", None),
        ("", "2027-10-09", None),
    ],
)
def test_age(version: str, day: str, days: int | None) -> None:
    assert age_in_days(version, date.fromisoformat(day)) == days


def test_an_old_manifest_is_noted_and_fails_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "app.py").write_text('import requests\n\nrequests.get("https://api.attio.com/v2/self", timeout=1)\n', encoding="utf-8")
    (tmp_path / "attio-scopes.yaml").write_text("scopes: []\n", encoding="utf-8")
    last = date(2026, 10, 31) + timedelta(days=OLD)
    for day, noted in ((last, False), (last + timedelta(days=1), True)):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(calendar.timegm(day.timetuple())))
        code, output = run("check", "--fail-on", "note", "--color", "never")
        assert (code, "The scope manifest is of 2026-10, 181 days old" in " ".join(output.split())) == (0, noted), output
        assert f"2026-10 ({180 + noted} days old)" in run("report", "--format", "markdown")[1].replace("\\", "")
        assert json.loads(run("check", "--format", "json")[1])["manifest"]["age_days"] == 180 + noted
        assert f"scope manifest 2026-10 ({180 + noted} days old), shipped" in run("--verbose", "--version")[1]
        assert run("--version", "--verbose")[1] == run("--verbose", "-V")[1]
    assert run("--version")[1].count("\n") == 1


@pytest.mark.parametrize("epoch", ["", "soon", "9" * 30, "-5"])
def test_a_day_that_there_is_not_is_today(epoch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert abs((today() - datetime.now(timezone.utc).date()).days) <= 1


def test_the_report_names_the_file(project: Path) -> None:
    shutil.copy(project / "old.yaml", project / "attio-manifest.yaml")
    manifest = json.loads(run("calls", "--format", "json")[1])["manifest"]
    assert (manifest["file"], manifest["version"]) == ("attio-manifest.yaml", "2026-01")
    assert "from attio-manifest.yaml" not in run("report", "--format", "markdown", "--manifest", "old.yaml")[1].replace("\\", "")
    assert "from attio-manifest.yaml" in run("report", "--format", "markdown")[1].replace("\\", "")
