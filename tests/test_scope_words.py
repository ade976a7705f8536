"""What somebody meant who misremembers the name of a scope, and which scopes a manifest makes known."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from attio_scopes.cli import main
from attio_scopes.manifest.words import meant_scopes, scope_hint
from attio_scopes.model.endpoint import KnownScope
from attio_scopes.rule_files import load_manifest, load_scope_catalogue

MEANT = {
    "record:read": "record_permission:read",
    "records:read": "record_permission:read",
    "lists:read": "list_configuration:read or list_entry:read",
    "companies:read": "record_permission:read",
    "people:read-write": "record_permission:read-write",
    "note_content:read-write": "note:read-write",
    "webhook_configuration:read": "webhook:read",
    "webhook_configuration:read-write": "webhook:read-write",
    "workspace_member:read": "user_management:read",
    "workspace_members:read": "user_management:read",
    "user:read": "user_management:read",
    "note:write": "note:read-write",
    "task:delete": "task:read-write",
    "records:write": "record_permission:read-write",
    "companies:delete": "record_permission:read-write",
    "attribute:read": "object_configuration:read or list_configuration:read",
    "objects:read": "object_configuration:read",
    "entries:write": "list_entry:read-write",
    "activities:read": "activity_configuration:read or activity_record:read",
    "threads:read": "comment:read",
    "transcripts:read": "call_recording:read",
    "read:notes": "note:read",
    "webhooks.read": "webhook:read",
    "Workspace members": "user_management:read or user_management:read-write",
    "NOTE:READ": "note:read",
    "note:raed": "note:read",
    "note:wirte": "note:read or note:read-write",
    "nots:read": "note:read",
    "record_permision:write": "record_permission:read-write",
    "scim:read": "user_management:read",
    "sequence:read": "sequence_unsubscribe:read",
}


@pytest.mark.parametrize(("said", "meant"), MEANT.items())
def test_the_right_scope_is_named(said: str, meant: str) -> None:
    assert scope_hint(said, load_scope_catalogue()) == f"; did you mean {meant}?"


@pytest.mark.parametrize("said", ["", ":", "zzz:read", "nothing", "*", "read:read", "😀:read", "a" * 500, "x" * 300 + ":read"])
def test_nothing_is_guessed(said: str) -> None:
    assert meant_scopes(said, load_scope_catalogue()) == ()
    assert scope_hint(said, load_scope_catalogue()) == ""


def test_a_scope_that_is_gone_says_since_when_and_what_took_its_place() -> None:
    hint = scope_hint("scim_management:read-write", load_scope_catalogue())
    assert hint == " (scim_management is gone since 2026-05; user_management:read-write took its place)"


def test_every_alias_and_every_access_word_leads_to_a_scope_that_there_is() -> None:
    catalogue = load_scope_catalogue()
    for word, resources in catalogue.aliases:
        for access, said in catalogue.access_words:
            for spelling in (access, *said):
                assert meant_scopes(f"{word}:{spelling}", catalogue) == tuple(f"{resource}:{access}" for resource in resources)


def test_only_what_the_manifest_in_use_knows_is_suggested() -> None:
    shipped = load_manifest()
    newer = load_scope_catalogue(replace(shipped, scopes=(*shipped.scopes, KnownScope("sequence", ("read", "read-write")))))
    assert "sequence:read" in newer.scopes
    assert meant_scopes("sequences:read", newer) == ("sequence:read",)


@pytest.mark.parametrize("command", ["check", "explain", "show"])
def test_every_command_gives_the_hint(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "attio-scopes.yaml").write_text("scopes: [note:read]\nreasons: {records:read: why}\n", encoding="utf-8")
    arguments = {"check": ["check"], "explain": ["explain", "records:read"], "show": ["manifest", "show", "records:read"]}[command]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 2
    assert "did you mean record_permission:read?" in result.stderr


def test_a_contract_that_states_no_scope_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "attio-scopes.yaml").write_text("scopes: [note:read]\n", encoding="utf-8")
    for stated, told in (("records:read", True), ("note:read", False), ("scim_management:read", True)):
        code = (
            f'import requests\n\n\ndef f():  # attio-scopes: requires {stated}\n    requests.get("https://api.attio.com/v2/" + input())\n'
        )
        (tmp_path / "app.py").write_text(code, encoding="utf-8")
        output = " ".join(CliRunner().invoke(main, ["check", "--color", "never"]).output.split())
        assert (f"Contract of f states {stated}, and there is no such scope." in output) == told
        assert (f"`attio-scopes explain {stated}` names the one that is meant." in output) == told


def test_a_scope_that_an_endpoint_needs_is_valid_whatever_the_lists_say() -> None:
    """A list of scopes may lack what a kept endpoint of another part of the API needs."""
    shipped = load_manifest()
    rows = tuple(
        replace(row, absent_since="2026-10") if row.resource in ("webhook", "public_collection") else row for row in shipped.scopes
    )
    catalogue = load_scope_catalogue(replace(shipped, scopes=rows))
    assert {"webhook:read", "webhook:read-write"} <= set(catalogue.scopes)
    webhook, collection = catalogue.row("webhook"), catalogue.row("public_collection")
    assert webhook is not None
    assert webhook.gone == ""
    assert collection is not None
    assert (collection.gone, collection.accesses) == ("2026-10", ())
    assert scope_hint("public_collection:read", catalogue) == " (public_collection is gone since 2026-10)"
