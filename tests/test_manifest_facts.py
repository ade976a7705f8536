"""The shipped manifest says what the published references say: against a table of facts, and against the references where they are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from attio_scopes.manifest.build import build_manifest
from attio_scopes.manifest.emit import emit_manifest
from attio_scopes.manifest.source import read_documents
from attio_scopes.model.endpoint import Endpoint
from attio_scopes.rulebook import load_manifest, load_scope_catalogue, rules_folder

FACTS = json.loads((Path(__file__).parent / "data" / "endpoint_facts.json").read_text(encoding="utf-8"))
REFERENCES = Path(__file__).parents[2] / "shared" / "reference"
OLD, NEW = REFERENCES / "attio-openapi-2026-03.yaml", REFERENCES / "attio-openapi-2026-10.json"
needs_references = pytest.mark.skipif(not (OLD.is_file() and NEW.is_file()), reason="the published references are not on this machine")


def requires(endpoint: Endpoint) -> dict[str, list[str]]:
    """What an endpoint needs, in the form of the table."""
    return {
        f"{held.when.name}={held.when.value}" if held.when else "always": [str(scope) for scope in held.scopes]
        for held in endpoint.requirement.alternatives
    }


def by_key() -> dict[str, Endpoint]:
    return {endpoint.key: endpoint for endpoint in load_manifest().endpoints}


def test_the_table_and_the_manifest_have_the_same_endpoints() -> None:
    assert set(FACTS) == set(by_key())
    assert len(FACTS) == 101


@pytest.mark.parametrize("key", sorted(FACTS))
def test_every_endpoint_needs_what_the_table_says(key: str) -> None:
    endpoint, fact = by_key()[key], FACTS[key]
    assert requires(endpoint) == fact["requires"]
    assert list(endpoint.levels) == fact.get("levels", [])
    assert endpoint.deprecated == fact.get("deprecated", False)


def test_the_numbers() -> None:
    manifest = load_manifest()
    conditional = [endpoint for endpoint in manifest.endpoints if endpoint.requirement.conditional]
    always_two = [e for e in manifest.endpoints if not e.requirement.conditional and len(e.requirement.alternatives[0].scopes) > 1]
    assert (len(manifest.endpoints), manifest.operations) == (101, 98)
    assert len(always_two) == 56
    assert len(conditional) == 14
    assert sum("{target}" in endpoint.path for endpoint in conditional) == 10
    assert [e.key for e in manifest.endpoints if e.deprecated] == [
        "GET /v2/meetings/{meeting_id}/call_recordings/{call_recording_id}/transcript"
    ]
    assert sum(endpoint.levels == ("workspace",) for endpoint in manifest.endpoints) == 8


def test_only_self_and_oauth_need_no_scope() -> None:
    free = {endpoint.key for endpoint in load_manifest().endpoints if requires(endpoint) == {"always": []}}
    assert free == {"GET /v2/self", "GET /authorize", "POST /oauth/token", "POST /oauth/introspect"}
    assert load_manifest().unstated == ("GET /v2/self",)


def test_hosts() -> None:
    hosts = {endpoint.host: endpoint.oauth for endpoint in load_manifest().endpoints}
    assert hosts == {"api.attio.com": False, "app.attio.com": True}


def test_what_tells_the_subject_of_a_thread_or_comment() -> None:
    endpoints = by_key()

    def keys(key: str) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
        return {h.when.value: (h.when.query_keys, h.when.body_keys) for h in endpoints[key].requirement.alternatives if h.when}

    assert keys("GET /v2/threads") == {"record": (("record_id", "object"), ()), "entry": (("entry_id", "list"), ())}
    assert keys("POST /v2/comments") == {"record": ((), ("record",)), "entry": ((), ("entry",))}
    assert keys("GET /v2/comments/{comment_id}") == {"record": ((), ()), "entry": ((), ())}


def test_target_is_objects_or_lists() -> None:
    for endpoint in load_manifest().endpoints:
        values = {parameter.name: parameter.values for parameter in endpoint.parameters}
        if "{target}" in endpoint.path:
            assert values["target"] == ("objects", "lists")
        else:
            assert not any(values.values())


def test_pages_of_the_documentation() -> None:
    endpoints = by_key()
    page = "https://docs.attio.com/rest-api/endpoint-reference"
    assert endpoints["GET /v2/comments/{comment_id}"].docs == f"{page}/comments/get-a-comment"
    assert endpoints["POST /v2/lists/{list}/entries"].docs == f"{page}/entries/create-an-entry-add-record-to-list"
    assert endpoints["PUT /v2/objects/{object}/records"].docs == f"{page}/records/upsert-a-record"
    assert endpoints["GET /scim/v2/Schemas"].docs == ""  # the reference keeps it off its pages


def test_every_disagreement_is_listed() -> None:
    disagreements = load_manifest().disagreements
    conditional = {endpoint.key for endpoint in load_manifest().endpoints if endpoint.requirement.conditional}
    assert {line.split(": ")[0] for line in disagreements} == conditional
    (empty,) = [line for line in disagreements if line.startswith("POST /v2/{target}/{identifier}/attributes:")]
    assert "attio-openapi-2026-03 security says no scope; taken: target is objects: object_configuration:read-write" in empty


def test_who_said_what() -> None:
    endpoint = by_key()["GET /v2/{target}/{identifier}/attributes"]
    assert endpoint.read_from == (
        ("attio-openapi-2026-10", "description: same; levels: same"),
        ("attio-openapi-2026-03", "description: object_configuration:read; security: object_configuration:read"),
    )


def test_every_scope_is_in_the_catalogue_and_every_row_is_needed() -> None:
    known = {f"{info.resource}:{access}" for info in load_scope_catalogue() for access in info.accesses}
    needed = {str(scope) for e in load_manifest().endpoints for held in e.requirement.alternatives for scope in held.scopes}
    assert needed <= known
    assert {scope.split(":")[0] for scope in needed} >= {
        "email",
        "activity_configuration",
        "activity_record",
        "sequence_unsubscribe",
        "file",
    }
    assert all(info.allows.endswith(".") and info.label for info in load_scope_catalogue())


@needs_references
def test_building_from_the_references_gives_the_shipped_file() -> None:
    shipped = (rules_folder() / "manifest.yaml").read_bytes()
    for order in ((OLD, NEW), (NEW, OLD)):
        assert emit_manifest(build_manifest(read_documents(map(str, order)))).encode() == shipped


@needs_references
def test_the_catalogue_has_the_scopes_of_the_reference() -> None:
    known = {f"{info.resource}:{access}" for info in load_scope_catalogue() for access in info.accesses}
    content = next(d for d in read_documents([str(OLD)])).content
    listed = content["components"]["securitySchemes"]["oauth2"]["flows"]["authorizationCode"]["scopes"]
    manifest = {str(s) for e in load_manifest().endpoints for held in e.requirement.alternatives for s in held.scopes}
    assert known == set(listed) | manifest


@needs_references
def test_no_sentence_of_the_references_is_copied() -> None:
    rules = "\n".join((rules_folder() / name).read_text(encoding="utf-8") for name in ("manifest.yaml", "scopes.yaml"))
    copied = [sentence for sentence in sentences() if sentence in rules]
    assert not copied


def sentences() -> Iterator[str]:
    """The sentences of five words or more in the references' descriptions."""
    for document in read_documents([str(OLD), str(NEW)]):
        for item in document.content["paths"].values():
            for operation in item.values():
                for sentence in operation.get("description", "").replace("\n", " ").split(". "):
                    if len(sentence.split()) >= 5:
                        yield sentence.strip(" .")
