"""`explain --error`: what a refusal of Attio's says, which calls need it, and what to do. Nothing of the text itself comes back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from attio_scopes.cli import main
from attio_scopes.manifest.refusal import LARGEST, read_refusal
from attio_scopes.rule_files import load_manifest, load_scope_catalogue

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
SECRET = "attio-token-0123456789abcdef"


def lacking(text: str) -> list[str]:
    refusal = read_refusal(text, load_manifest(), load_scope_catalogue())
    return [" or ".join(map(str, scopes)) for scopes in refusal.lacking]


def endpoints(text: str) -> list[str]:
    return [endpoint.key for endpoint in read_refusal(text, load_manifest(), load_scope_catalogue()).endpoints]


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("requires scopes: Read-Write access to the Records scope", ["record_permission:read-write"]),
        ("requires scopes: Read access to the Object Configuration scope", ["object_configuration:read"]),
        ('Read-only access to the "User Management" scope', ["user_management:read"]),
        ("read-write access to the Notes and Tasks scopes", ["note:read-write", "task:read-write"]),
        (
            "Read access to the Records scope, Read-Write access to the List Entries scope",
            ["record_permission:read", "list_entry:read-write"],
        ),
        ("missing note:read-write", ["note:read-write"]),
        ("The access token lacks record_permission:read, task:read-write.", ["record_permission:read", "task:read-write"]),
        ("read access to the Activity scope", ["activity_configuration:read or activity_record:read"]),
        ("note:everything, foo:read", []),
        ("read access to the Moon scope", []),
        ("no access", []),
    ],
)
def test_scopes_are_read(text: str, scopes: list[str]) -> None:
    assert lacking(text) == scopes
    body = json.dumps({"status_code": 403, "type": "auth_error", "code": "unauthorized", "message": text})
    assert lacking(f"2026-01-02 ERROR crm: {body} token={SECRET}") == scopes


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("POST https://api.attio.com/v2/notes 403", ["POST /v2/notes"]),
        ('"DELETE /v2/tasks/1 HTTP/1.1" 403', ["DELETE /v2/tasks/{task_id}"]),
        ("403 Client Error: Forbidden for url: https://api.attio.com/v2/webhooks?limit=1", ["GET /v2/webhooks", "POST /v2/webhooks"]),
        ("POST https://api.example.org/v2/notes 403", []),
        ("GET /v2/nothing", []),
    ],
)
def test_endpoints_are_read(text: str, found: list[str]) -> None:
    assert endpoints(text) == found


@pytest.mark.slow
def test_a_long_or_hostile_text_takes_no_longer_than_its_length() -> None:
    for text in ("read access to the " * 60_000, "POST " * 300_000, "a" * 5_000_000, 'read-write access to the "' + "a, " * 400_000):
        lacking(text)
        endpoints(text)
    assert lacking(" " * LARGEST + "note:read") == []


def run(folder: Path, *arguments: str, monkeypatch: pytest.MonkeyPatch, expect: int = 0, given: str | None = None) -> str:
    monkeypatch.chdir(folder)
    done = CliRunner().invoke(main, ["explain", *arguments], input=given, catch_exceptions=False)
    assert done.exit_code == expect, done.output
    return done.output


def test_the_calls_that_need_it_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"Read-Write access to the Notes scope {SECRET} \x1b[31m"
    told = run(EXAMPLES / "crm-sync", "--error", text, monkeypatch=monkeypatch)
    assert "Calls of this project that need it: 1\n  crm_sync/client.py:83: POST /v2/notes" in told
    assert "it is not declared for the token" in told
    assert SECRET not in told
    assert "\x1b" not in told


def test_a_scope_that_is_declared_points_to_verify(monkeypatch: pytest.MonkeyPatch) -> None:
    told = run(EXAMPLES / "crm-sync", "--error", "lacks list_entry:read-write", monkeypatch=monkeypatch)
    assert "`attio-scopes verify` asks Attio" in told


def test_calls_that_need_more_of_it_are_refused_too(monkeypatch: pytest.MonkeyPatch) -> None:
    told = run(EXAMPLES / "crm-sync", "--error", "lacks webhook:read", monkeypatch=monkeypatch)
    assert "Calls of this project that need it: 3" in told


def test_each_token_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    told = run(EXAMPLES / "two-tokens", "--error", "lacks webhook:read", monkeypatch=monkeypatch)
    assert "not declared for token import" in told
    assert "it is declared for token inbox" in told
    assert "No call of this project is known to need it." in told


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    told = run(EXAMPLES / "crm-sync", "--error", "-", monkeypatch=monkeypatch, given="POST https://api.attio.com/v2/notes 403\n")
    assert "The text names no scope. What it asked for:" in told
    assert "Needs note:read-write" in told


def test_another_reason_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    code = next(code for endpoint in load_manifest().endpoints for code in endpoint.refusals)
    told = run(EXAMPLES / "crm-sync", "--error", f'{{"status_code": 403, "code": "{code}"}}', monkeypatch=monkeypatch)
    assert f"The code {code} is not about scopes" in told


def test_a_text_that_says_nothing_is_the_user_s_mistake(monkeypatch: pytest.MonkeyPatch) -> None:
    told = run(EXAMPLES / "crm-sync", "--error", f"Forbidden {SECRET}", monkeypatch=monkeypatch, expect=2)
    assert "names neither a scope nor an endpoint" in told
    assert SECRET not in told
    assert "or give --all or --error" in run(EXAMPLES / "crm-sync", monkeypatch=monkeypatch, expect=2)
    assert "or give --all or --error" in run(EXAMPLES / "crm-sync", "ATS001", "--error", "x", monkeypatch=monkeypatch, expect=2)
