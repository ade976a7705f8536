"""The shipped manifest says what the published references say: against a table of facts, and against the references where they are."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from attio_scopes.manifest.build import build_manifest
from attio_scopes.manifest.emit import emit_manifest
from attio_scopes.manifest.source import read_documents
from attio_scopes.model.endpoint import Endpoint, ScopeInfo
from attio_scopes.model.scope import Scope
from attio_scopes.rule_files import load_manifest, load_scope_catalogue, load_source_facts, rules_folder

FACTS = json.loads((Path(__file__).parent / "data" / "endpoint_facts.json").read_text(encoding="utf-8"))
REFERENCES = Path(__file__).parents[2] / "shared" / "reference"
OLD, NEW = REFERENCES / "attio-openapi-2026-03.yaml", REFERENCES / "attio-openapi-2026-10.json"
FULL, SCIM = REFERENCES / "attio-openapi-2026-10-full.json", REFERENCES / "attio-docs-scim-2026-08.json"
ALL = (OLD, NEW, FULL, SCIM)
needs_references = pytest.mark.skipif(not all(file.is_file() for file in ALL), reason="the references are not on this machine")
SCOPE_FACTS = json.loads((Path(__file__).parent / "data" / "scope_facts.json").read_text(encoding="utf-8"))


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
    assert len(FACTS) == 113


@pytest.mark.parametrize("key", sorted(FACTS))
def test_every_endpoint_needs_what_the_table_says(key: str) -> None:
    endpoint, fact = by_key()[key], FACTS[key]
    assert requires(endpoint) == fact["requires"]
    assert list(endpoint.levels) == fact.get("levels", [])
    assert endpoint.deprecated == fact.get("deprecated", False)
    assert endpoint.replaced_by == fact.get("replaced_by", "")
    assert endpoint.stage == fact.get("stage", "")
    assert endpoint.on_request == fact.get("on_request", False)
    assert list(endpoint.plans) == fact.get("plans", [])
    assert list(endpoint.refusals) == fact.get("refusals", [])
    assert endpoint.in_newest == (not fact.get("not_in_newest", False))


def test_the_numbers() -> None:
    manifest = load_manifest()
    conditional = [endpoint for endpoint in manifest.endpoints if endpoint.requirement.conditional]
    always_two = [e for e in manifest.endpoints if not e.requirement.conditional and len(e.requirement.alternatives[0].scopes) > 1]
    assert (len(manifest.endpoints), manifest.operations) == (113, 110)
    assert len(always_two) == 56
    assert len(conditional) == 14
    assert sum("{target}" in endpoint.path for endpoint in conditional) == 10
    assert [e.key for e in manifest.endpoints if e.deprecated] == [
        "GET /v2/meetings/{meeting_id}/call_recordings/{call_recording_id}/transcript"
    ]
    assert sum(endpoint.levels == ("workspace",) for endpoint in manifest.endpoints) == 8
    assert [sum(endpoint.stage == stage for endpoint in manifest.endpoints) for stage in ("alpha", "beta")] == [13, 23]
    assert {e.replaced_by for e in manifest.endpoints if e.replaced_by} <= {e.key for e in manifest.endpoints}


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
    assert endpoints["GET /scim/v2/Groups/{workspace_team_id}"].docs == "https://docs.attio.com/rest-api/scim/get-group-by-id"


def test_scim_is_kept_marked_and_only_one_of_its_scopes_is_confirmed() -> None:
    endpoints = load_manifest().endpoints
    scim = [endpoint for endpoint in endpoints if endpoint.path.startswith("/scim/")]
    assert len(scim) == 13
    assert [endpoint.key for endpoint in endpoints if not endpoint.in_newest] == [endpoint.key for endpoint in scim]
    assert [endpoint.key for endpoint in scim if endpoint.confirmed] == ["GET /scim/v2/Schemas"]
    assert all(endpoint.confirmed for endpoint in endpoints if endpoint not in scim)


def test_every_source_says_what_it_is() -> None:
    sources = {source.id: source for source in load_manifest().sources}
    assert list(sources) == [
        "attio-openapi-2026-10",
        "attio-openapi-2026-10-full",
        "attio-docs-scim-2026-08",
        "attio-openapi-2026-03",
        "attio-docs-oauth-2026-11",
    ]
    assert "attio 0.26.1 of 2026-10-09" in sources["attio-openapi-2026-10"].derived_from
    assert "attio 0.22.8 of 2026-05-12" in sources["attio-docs-scim-2026-08"].derived_from
    assert all(source.date and source.title and source.derived_from for source in sources.values())


def test_every_disagreement_is_listed() -> None:
    manifest = load_manifest()
    conditional = {endpoint.key for endpoint in manifest.endpoints if endpoint.requirement.conditional}
    assert {line.split(": ")[0] for line in manifest.disagreements} == conditional | {"GET /scim/v2/Schemas"}
    (empty,) = [line for line in manifest.disagreements if line.startswith("POST /v2/{target}/{identifier}/attributes:")]
    assert "attio-openapi-2026-03 security says no scope; taken: target is objects: object_configuration:read-write" in empty
    assert manifest.left_out == ()


def test_who_said_what() -> None:
    endpoint = by_key()["GET /v2/{target}/{identifier}/attributes"]
    assert endpoint.read_from == (
        ("attio-openapi-2026-10", "description: same; levels: same"),
        ("attio-openapi-2026-10-full", "description: same; levels: same"),
        ("attio-openapi-2026-03", "description: object_configuration:read; security: object_configuration:read"),
    )


def test_every_row_of_the_catalogue_says_what_the_table_says() -> None:
    rows = {
        row.resource: {"accesses": list(row.accesses), "label": row.label, "allows": row.allows, "source": list(row.source)}
        | ({"gone": row.gone, "instead": row.instead} if row.gone else {})
        for row in load_scope_catalogue()
    }
    assert rows == SCOPE_FACTS
    assert len(load_scope_catalogue().scopes) == 36
    assert {"email:read-write", "sequence_unsubscribe:read"} <= set(load_scope_catalogue().scopes)


def test_every_needed_scope_is_in_the_catalogue() -> None:
    needed = {str(scope) for e in load_manifest().endpoints for held in e.requirement.alternatives for scope in held.scopes}
    assert needed <= set(load_scope_catalogue().scopes)
    assert not any(scope.startswith("scim_management") for scope in needed)


VERBS = {
    "create": {"POST", "PUT"},
    "change": {"PATCH", "PUT"},
    "delete": {"DELETE"},
    "upload": {"POST"},
    "merge": {"POST"},
    "add": {"POST"},
}


@pytest.mark.parametrize(
    "row", [row for row in load_scope_catalogue() if "No operation needs" not in row.allows], ids=lambda row: row.resource
)
def test_what_read_write_allows_is_what_operations_do_with_it(row: ScopeInfo) -> None:
    if row.gone:
        pytest.skip("it allows nothing any more")
    scope = Scope.parse(f"{row.resource}:read-write")
    done = {e.method for e in load_manifest().endpoints if any(scope in held.scopes for held in e.requirement.alternatives)}
    _, _, more = row.allows.partition("with read-write")
    said = {verb for verb in VERBS if re.search(rf"\b{verb}\b", more)}
    assert said
    for verb in said:
        assert VERBS[verb] & done, f"nothing that needs {scope} would {verb}"
    if "DELETE" in done:
        assert "delete" in said


def test_words_on_scopes_name_sources_and_resources_that_there_are() -> None:
    catalogue = load_scope_catalogue()
    sources = {source.id for source in load_manifest().sources}
    valid = {row.resource for row in catalogue if row.accesses}
    for row in catalogue:
        assert row.allows.endswith(".")
        assert row.label
        assert row.source
        assert set(row.source) <= sources
        assert (row.instead in valid) if row.gone else not row.instead
    for word, meant in catalogue.aliases:
        assert word not in valid
        assert set(meant) <= valid, word


@pytest.mark.slow
@needs_references
def test_building_from_the_references_gives_the_shipped_file() -> None:
    shipped = (rules_folder() / "manifest.yaml").read_bytes()
    for order in (ALL, ALL[::-1]):
        assert emit_manifest(build_manifest(read_documents(map(str, order)), load_source_facts())).encode() == shipped


@needs_references
def test_the_catalogue_has_the_scopes_of_the_newest_reference() -> None:
    def flows(file: Path) -> set[str]:
        (document,) = read_documents([str(file)])
        return set(document.content["components"]["securitySchemes"]["oauth2"]["flows"]["authorizationCode"]["scopes"])

    assert set(load_scope_catalogue().scopes) == flows(FULL)
    gone = {row.resource for row in load_scope_catalogue() if row.gone}
    assert gone == {scope.split(":")[0] for scope in flows(OLD) - flows(FULL)}


@needs_references
def test_no_sentence_of_the_references_is_copied() -> None:
    rules = "\n".join((rules_folder() / name).read_text(encoding="utf-8") for name in ("manifest.yaml", "scopes.yaml", "sources.yaml"))
    copied = [sentence for sentence in sentences() if sentence in rules]
    assert not copied


def sentences() -> Iterator[str]:
    """The sentences of five words or more in the references' descriptions, those of their scopes included."""
    for document in read_documents(map(str, ALL)):
        schemes = document.content.get("components", {}).get("securitySchemes", {})
        for text in (text for scheme in schemes.values() for flow in scheme["flows"].values() for text in flow["scopes"].values()):
            yield from (sentence.strip(" .") for sentence in text.split(". ") if len(sentence.split()) >= 5)
        for item in document.content["paths"].values():
            for operation in item.values():
                for sentence in operation.get("description", "").replace("\n", " ").split(". "):
                    if len(sentence.split()) >= 5:
                        yield sentence.strip(" .")
