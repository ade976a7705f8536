"""What the builder makes of documents: which statement wins, what is kept and marked, which scopes there are, where it came from."""

from __future__ import annotations

import hashlib
import itertools
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from attio_scopes.manifest.build import build_manifest
from attio_scopes.manifest.decode import Decoder
from attio_scopes.manifest.lint import overlap
from attio_scopes.manifest.source import Document, parse_document, read_documents
from attio_scopes.model.endpoint import Endpoint, Manifest, Requirement, SourceFacts


def operation(scopes: str = "", *, security: str | None = None, levels: str = "", text: str = "", **more: Any) -> dict[str, Any]:
    """An operation whose description requires `scopes` and supports `levels`, both separated by spaces."""
    said = [text] if text else []
    said += [f"Required scopes: {', '.join(f'`{scope}`' for scope in scopes.split())}."] if scopes else []
    said += [f"Supported token levels: {', '.join(f'`{level}`' for level in levels.split())}."] if levels else []
    made: dict[str, Any] = {"summary": "Made up", "description": "\n\n".join(said), **more}
    return made | ({"security": [{"oauth2": security.split()}]} if security is not None else {})


def document(date: str, paths: dict[str, dict[str, Any]], listed: str = "", name: str = "api", **info: str) -> Document:
    """A document of a date; keys of `paths` are `METHOD /path`; `listed` are the scopes that its OAuth flow lists."""
    content: dict[str, Any] = {"openapi": "3.1.0", "info": {"title": "Made up", "version": "1", **info}, "paths": {}}
    for key, held in paths.items():
        method, path = key.split(" ")
        content["paths"].setdefault(path, {})[method.lower()] = held
    if listed:
        flow = {"authorizationUrl": "https://app.attio.com/authorize", "scopes": dict.fromkeys(listed.split(), "words")}
        content["components"] = {"securitySchemes": {"oauth2": {"type": "oauth2", "flows": {"authorizationCode": flow}}}}
    return parse_document(json.dumps(content).encode(), f"{name}-{date}.json")


def built(*documents: Document, known: dict[str, SourceFacts] | None = None, earlier: Sequence[dict[str, Any]] = ()) -> Manifest:
    newest_first = sorted(documents, key=lambda document: document.date, reverse=True)
    decoder = Decoder()
    manifest = decoder.manifest(build_manifest(newest_first, known or {}, earlier))
    assert not decoder.problems
    return manifest


def needs(manifest: Manifest, key: str) -> dict[str, list[str]]:
    (endpoint,) = [endpoint for endpoint in manifest.endpoints if endpoint.key == key]
    return {
        f"{held.when.name}={held.when.value}" if held.when else "always": [str(scope) for scope in held.scopes]
        for held in endpoint.requirement.alternatives
    }


# --- between documents: the newer one wins ---


def test_the_newer_document_wins_and_what_the_older_said_is_told() -> None:
    old = document("2026-02", {"GET /scim/v2/Schemas": operation("scim_management:read-write")})
    new = document("2026-05", {"GET /scim/v2/Schemas": operation("user_management:read")})
    manifest = built(old, new)
    assert needs(manifest, "GET /scim/v2/Schemas") == {"always": ["user_management:read"]}
    assert manifest.disagreements == (
        "GET /scim/v2/Schemas: api-2026-02 description says scim_management:read-write; taken: user_management:read",
    )
    (endpoint,) = manifest.endpoints
    assert endpoint.read_from == (("api-2026-05", "description: same"), ("api-2026-02", "description: scim_management:read-write"))
    assert endpoint.in_newest


def test_within_one_document_the_union_is_taken() -> None:
    manifest = built(document("2026-05", {"GET /v2/notes": operation("note:read", security="task:read note:read-write")}))
    assert needs(manifest, "GET /v2/notes") == {"always": ["note:read-write", "task:read"]}


def test_documents_of_one_date_count_as_one() -> None:
    one = document("2026-05", {"GET /v2/notes": operation("note:read", levels="workspace user")}, name="a")
    other = document("2026-05", {"GET /v2/notes": operation("task:read", levels="user")}, name="b")
    manifest = built(one, other)
    assert needs(manifest, "GET /v2/notes") == {"always": ["note:read", "task:read"]}
    assert manifest.endpoints[0].levels == ("user",)


def test_a_newer_document_that_says_nothing_leaves_the_word_to_the_older() -> None:
    old = document("2026-02", {"GET /v2/notes": operation("note:read", levels="workspace")})
    new = document("2026-05", {"GET /v2/notes": operation()})
    manifest = built(old, new)
    assert needs(manifest, "GET /v2/notes") == {"always": ["note:read"]}
    assert manifest.endpoints[0].levels == ("workspace",)
    assert manifest.unstated == ()


def test_a_newer_requirement_without_a_condition_replaces_a_conditional_one() -> None:
    target: dict[str, Any] = {"parameters": [{"name": "target", "in": "path", "schema": {"enum": ["objects", "lists"]}}]}
    told = " ".join(
        f"When `target` is `{target}s`, the required scopes are `{target}_configuration:read`." for target in ("object", "list")
    )
    old = document("2026-02", {"GET /v2/{target}/views": operation(text=told, **target)})
    new = document("2026-05", {"GET /v2/{target}/views": operation("object_configuration:read", **target)})
    assert len(needs(built(old), "GET /v2/{target}/views")) == 2
    assert needs(built(old, new), "GET /v2/{target}/views") == {"always": ["object_configuration:read"]}


def test_levels_of_which_no_two_agree_are_those_of_the_first() -> None:
    one = document("2026-05", {"GET /v2/notes": operation("note:read", levels="workspace")}, name="a")
    other = document("2026-05", {"GET /v2/notes": operation("note:read", levels="user")}, name="b")
    manifest = built(one, other)
    assert manifest.endpoints[0].levels == ("workspace",)
    assert manifest.disagreements == (
        "GET /v2/notes: token levels: a-2026-05 supports workspace; b-2026-05 supports user; taken: workspace",
    )


def test_levels_of_an_older_document_do_not_narrow_those_of_a_newer() -> None:
    old = document("2026-02", {"GET /v2/notes": operation("note:read", levels="workspace")})
    new = document("2026-05", {"GET /v2/notes": operation("note:read", levels="workspace user")})
    assert built(old, new).endpoints[0].levels == ("workspace", "user")


def test_the_closed_list_of_a_parameter_is_the_newest_one() -> None:
    def listing(*values: str) -> dict[str, Any]:
        return {"parameters": [{"name": "target", "in": "path", "schema": {"enum": list(values)} if values else {}}]}

    def values(*documents: Document) -> tuple[str, ...]:
        return built(*documents).endpoints[0].parameters[0].values

    old = document("2026-02", {"GET /v2/{target}/views": operation("note:read", **listing("objects", "lists"))})
    assert values(old, document("2026-05", {"GET /v2/{target}/views": operation("note:read", **listing("objects"))})) == ("objects",)
    assert values(old, document("2026-05", {"GET /v2/{target}/views": operation("note:read", **listing())})) == ("objects", "lists")


# --- what only an older document has ---


def test_what_a_newer_document_does_not_cover_is_kept_and_marked() -> None:
    old = document("2026-02", {"GET /scim/v2/Users": operation("user_management:read", tags=["SCIM"])})
    new = document("2026-05", {"GET /v2/notes": operation("note:read", tags=["Notes"])})
    manifest = built(old, new)
    assert {endpoint.key: endpoint.in_newest for endpoint in manifest.endpoints} == {"GET /scim/v2/Users": False, "GET /v2/notes": True}
    assert manifest.left_out == ()


@pytest.mark.parametrize(
    ("newer", "tag", "because"),
    [
        ("GET /v2/notes/{note_id}", "Other", "prefix /v2/notes"),
        ("GET /v2/other", "Notes", "tag Notes"),
        ("GET /v2/other", "Other", ""),
        ("GET /v2/{target}/views", "Other", ""),
    ],
)
def test_what_a_newer_document_covers_is_left_out_and_told(newer: str, tag: str, because: str) -> None:
    old = document("2026-02", {"GET /v2/notes": operation("note:read", tags=["Notes"])})
    new = document("2026-05", {newer: operation("note:read", tags=[tag])})
    manifest = built(old, new)
    assert ("GET /v2/notes" in {endpoint.key for endpoint in manifest.endpoints}) == (not because)
    told = f"GET /v2/notes: only in api-2026-02; the newer api-2026-05 covers {because} without it"
    assert manifest.left_out == ((told,) if because else ())


def test_the_order_of_the_documents_does_not_matter() -> None:
    documents = [
        document("2026-02", {"GET /v2/notes": operation("note:read"), "GET /v2/old": operation("task:read")}, "note:read gone:read"),
        document("2026-05", {"GET /v2/notes": operation("note:read", levels="user")}, "note:read", name="a"),
        document("2026-05", {"GET /v2/notes": operation("task:read")}, name="b"),
    ]
    made = {
        json.dumps(build_manifest(sorted(order, key=lambda d: (d.date, d.id), reverse=True))) for order in itertools.permutations(documents)
    }
    assert len(made) == 1


def test_documents_of_one_date_come_in_one_order_however_they_are_named(tmp_path: Path) -> None:
    names = [str(tmp_path / f"{name}-2026-05.json") for name in "ba"]
    for name in names:
        Path(name).write_bytes(json.dumps(document("2026-05", {"GET /v2/notes": operation("note:read")}).content).encode())
    for order in (names, names[::-1]):
        assert [read.id for read in read_documents(order)] == ["a-2026-05", "b-2026-05"]


# --- the keys that decide a subject ---

ABOUT = (
    "To see it on records, you will need the `record_permission:read` scope.\n\n"
    "To see it on list entries, you will need the `list_entry:read` scope."
)


def threads(*query: tuple[str, str], body: Sequence[str] = ()) -> dict[str, Any]:
    parameters = [{"name": name, "in": "query", "description": words, "schema": {}} for name, words in query]
    schema = {"type": "object", "properties": {"data": {"type": "object", "properties": {key: {} for key in body}}}}
    return operation(
        "comment:read", text=ABOUT, parameters=parameters, requestBody={"content": {"application/json": {"schema": schema}}} if body else {}
    )


def keys(manifest: Manifest) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    return {
        held.when.value: (held.when.query_keys, held.when.body_keys)
        for endpoint in manifest.endpoints
        for held in endpoint.requirement.alternatives
        if held.when
    }


def test_a_key_that_speaks_of_both_subjects_decides_neither() -> None:
    query = (("record_id", ""), ("entry_id", ""), ("either", "A specific record, or a specific entry."))
    assert keys(built(document("2026-05", {"GET /v2/threads": threads(*query)}))) == {
        "record": (("record_id",), ()),
        "entry": (("entry_id",), ()),
    }


def test_a_key_is_told_by_its_name_its_description_or_its_partner() -> None:
    query = (("record_id", "x"), ("object", "Must be passed with `record_id`."), ("about", "One specific entry."), ("limit", "How many."))
    found = keys(built(document("2026-05", {"GET /v2/threads": threads(*query, body=("record", "entry_id", "thread_id"))})))
    assert found == {"record": (("record_id", "object"), ("record",)), "entry": (("about",), ("entry_id",))}


def test_an_older_document_describes_keys_that_a_newer_one_only_names() -> None:
    old = document(
        "2026-02",
        {"GET /v2/threads": threads(("record_id", ""), ("object", "Must be passed with `record_id`."), ("gone", "A specific entry."))},
    )
    new = document("2026-05", {"GET /v2/threads": threads(("record_id", ""), ("object", ""), ("entry_id", ""))})
    assert keys(built(old, new)) == {"record": (("record_id", "object"), ()), "entry": (("entry_id",), ())}


# --- the catalogue ---


def scopes(manifest: Manifest) -> dict[str, tuple[tuple[str, ...], str]]:
    return {row.resource: (row.accesses, row.absent_since) for row in manifest.scopes}


def test_the_newest_list_says_which_scopes_there_are() -> None:
    needing = {"GET /v2/notes": operation("note:read")}
    old = document("2026-02", needing, "note:read note:read-write gone:read gone:read-write")
    middle = document("2026-05", needing, "note:read")
    new = document("2026-07", needing, "note:read fresh:read-write")
    assert scopes(built(old, middle, new)) == {
        "note": (("read",), ""),
        "fresh": (("read-write",), ""),
        "gone": (("read", "read-write"), "2026-05"),
    }


def test_a_scope_that_an_operation_needs_is_there_whatever_the_lists_say() -> None:
    new = document("2026-07", {"GET /v2/x": operation("unlisted:read"), "GET /v2/y": operation("half:read-write")}, "half:read")
    assert scopes(built(new)) == {"unlisted": (("read",), ""), "half": (("read", "read-write"), "")}
    without = document("2026-07", {"GET /v2/x": operation("unlisted:read")})
    assert scopes(built(without)) == {"unlisted": (("read",), "")}


def test_what_is_listed_and_is_no_scope_is_told() -> None:
    assert built(document("2026-07", {"GET /v2/x": operation("note:read")}, "note:read openid")).left_out == (
        "scope openid: api-2026-07 lists it; it is no resource:access",
    )


# --- an earlier manifest ---

EARLIER = build_manifest(
    [
        document(
            "2026-02",
            {
                "GET /scim/v2/Users": operation("user_management:read"),
                "GET /v2/notes": operation("note:read"),
                "GET /v2/notes/x": operation(),
            },
            "note:read email:read user_management:read",
            name="earlier",
        )
    ]
)


def test_an_earlier_manifest_gives_what_a_document_does_not_cover() -> None:
    manifest = built(document("2026-07", {"GET /v2/notes": operation("note:read-write")}), earlier=[EARLIER])
    assert {endpoint.key: (endpoint.in_newest, endpoint.oauth) for endpoint in manifest.endpoints} == {
        "GET /authorize": (True, True),
        "POST /oauth/introspect": (True, True),
        "GET /scim/v2/Users": (False, False),
        "GET /v2/notes": (True, False),
    }
    assert needs(manifest, "GET /v2/notes") == {"always": ["note:read-write"]}
    assert [source.id for source in manifest.sources] == ["api-2026-07", "earlier-2026-02", "attio-docs-oauth-2026-11"]
    assert scopes(manifest) == {
        "email": (("read",), ""),
        "note": (("read", "read-write"), ""),
        "user_management": (("read",), ""),
    }


def test_a_list_of_scopes_replaces_that_of_an_earlier_manifest() -> None:
    manifest = built(document("2026-07", {"GET /v2/notes": operation("note:read")}, "note:read"), earlier=[EARLIER])
    assert scopes(manifest)["email"] == (("read",), "2026-07")
    assert scopes(manifest)["user_management"] == (("read",), ""), "an endpoint that was kept needs it"


# --- where it came from ---


def test_a_source_says_how_it_came_about() -> None:
    plain = document("2026-07", {"GET /v2/notes": operation("note:read")}, **{"x-derived-from": "a  package\nof July"})
    assert built(plain).sources[0].derived_from == "a package of July"
    known = {plain.sha256: SourceFacts("what we know of it", frozenset())}
    manifest = built(plain, known=known)
    assert manifest.sources[0].derived_from == "what we know of it"
    assert not manifest.endpoints[0].confirmed
    assert manifest.endpoints[0].read_from == (("api-2026-07", "description: same; scopes: unconfirmed"),)
    confirmed = built(plain, known={plain.sha256: SourceFacts("x", frozenset({"GET /v2/notes"}))})
    assert confirmed.endpoints[0].confirmed
    assert plain.sha256 == hashlib.sha256(json.dumps(plain.content).encode()).hexdigest()


# --- templates that cannot be told apart ---


def endpoint(path: str, method: str = "GET", **values: tuple[str, ...]) -> Endpoint:
    from attio_scopes.model.endpoint import Parameter

    names = [part[1:-1] for part in path.split("/") if part.startswith("{")]
    parameters = tuple(Parameter(name, values.get(name, ())) for name in names)
    return Endpoint(method, path, "api.attio.com", parameters, "", "", "", False, (), Requirement(()))


@pytest.mark.parametrize(
    ("one", "other", "overlapping"),
    [
        (endpoint("/a/{x}"), endpoint("/a/{y}"), True),
        (endpoint("/a/{x}"), endpoint("/a/b"), False),  # the literal one wins
        (endpoint("/{x}/b"), endpoint("/a/{y}"), True),  # neither is the more literal one
        (endpoint("/{x}/b", x=("c",)), endpoint("/a/{y}"), False),  # {x} is never a
        (endpoint("/{x}/b", x=("c", "a")), endpoint("/a/{y}"), True),
        (endpoint("/{x}/b"), endpoint("/a/{y}", y=("c",)), False),
        (endpoint("/a/{x}", x=("one",)), endpoint("/a/{y}", y=("two",)), False),
        (endpoint("/a/{x}"), endpoint("/b/{y}"), False),
        (endpoint("/a/{x}"), endpoint("/a/{y}/c"), False),
        (endpoint("/a/{x}"), endpoint("/a/{y}", "POST"), False),
    ],
)  # fmt: skip
def test_overlap(one: Endpoint, other: Endpoint, overlapping: bool) -> None:
    assert overlap(one, other) == overlapping
    assert overlap(other, one) == overlapping


# --- what else decides a refusal ---


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Lists them.\n\nThis endpoint is in alpha and may change.", ("alpha", False, (), (), "")),
        ("Lists them.\n\nThis endpoint is in beta.", ("beta", False, (), (), "")),
        ("Lists alpha and beta versions.", ("", False, (), (), "")),
        ("It is enabled per workspace and per app.", ("", True, (), (), "")),
        ("Your workspace must be on the Enterprise plan.", ("", False, ("Enterprise plan",), (), "")),
        ("Your workspace must be on the Pro Max plan to do so.", ("", False, ("Pro Max plan",), (), "")),
        ("You need not be on the same plan.", ("", False, (), (), "")),
        ("You must have the big lists billing feature enabled.", ("", False, ("big lists billing feature",), (), "")),
        ("You may receive a `403` billing error if not.", ("", False, (), ("billing_error",), "")),
        ("A billing error is not likely.", ("", False, (), (), "")),
        ("Deprecated: prefer using `GET /v2/a/:a_id/b/:b`.\n\nMore.", ("", False, (), (), "GET /v2/a/{a_id}/b/{b}")),
        ("Deprecated.\n\nSee `GET /v2/other`.", ("", False, (), (), "")),
        ("Prefer using `GET /v2/other`.", ("", False, (), (), "")),
    ],
)
def test_what_a_description_says_beyond_scopes(text: str, held: tuple[object, ...]) -> None:
    (found,) = built(document("2026-05", {"GET /v2/a": operation("note:read", text=text)})).endpoints
    assert (found.stage, found.on_request, found.plans, found.refusals, found.replaced_by) == held


def answering(*codes: str) -> dict[str, Any]:
    code = {"anyOf": [{"enum": [code]} for code in codes]} if len(codes) > 1 else {"enum": list(codes)}
    schema = {"type": "object", "properties": {"type": {"enum": ["auth_error"]}, "code": code}}
    return {"responses": {"403": {"content": {"application/json": {"schema": schema}}}}}


def test_codes_of_answers_403_are_read_from_the_newest_document_that_lists_any() -> None:
    old = document(
        "2026-02", {"GET /v2/a": operation("note:read", text="This endpoint is in alpha.", **answering("quota_exceeded", "billing_error"))}
    )
    new = document("2026-05", {"GET /v2/a": operation("note:read")})
    (found,) = built(old, new).endpoints
    assert found.refusals == ("billing_error", "quota_exceeded")
    assert found.stage == "", "a newer document that calls it neither has the last word"
    newer = document("2026-07", {"GET /v2/a": operation("note:read", **answering("billing_error"))})
    assert built(old, newer).endpoints[0].refusals == ("billing_error",)
