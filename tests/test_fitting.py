"""Which endpoints a path fits: as the source shows it, as somebody typed it, and as it might be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attio_scopes.model.call import CallSite, Place, Reading
from attio_scopes.model.endpoint import Alternative, Endpoint, Parameter, Requirement
from attio_scopes.model.fitting import Templates, endpoints_at, may_be, may_reach
from attio_scopes.model.path import Hole, Literal, Piece, take_apart
from attio_scopes.rule_files import load_manifest

HOST = "api.attio.com"


def endpoint(method: str, path: str, host: str = HOST, **lists: tuple[str, ...]) -> Endpoint:
    names = [part[1:-1] for part in path.split("/") if part.startswith("{")]
    parameters = tuple(Parameter(name, lists.get(name, ())) for name in names)
    return Endpoint(method, path, host, parameters, "", "", "", False, (), Requirement((Alternative(None, ()),)))


RECORD = endpoint("GET", "/v2/objects/{object}/records/{id}")
SEARCH = endpoint("POST", "/v2/objects/records/search")
QUERY = endpoint("POST", "/v2/objects/{object}/query")
ANY = endpoint("POST", "/v2/{kind}/{object}/{verb}")
ATTRIBUTES = endpoint("GET", "/v2/{target}/{id}/attributes", target=("objects", "lists"))
TOKEN = endpoint("POST", "/oauth/token", "app.attio.com")
ALL = (RECORD, SEARCH, QUERY, ANY, ATTRIBUTES, TOKEN)


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("/v2/objects/people/records/1", [RECORD]),
        ("/v2/objects/{object}/records/{id}", [RECORD]),
        ("/v2/objects/{anything}/records/{at_all}", [RECORD]),
        ("/v2/objects/{object}/records/1", [RECORD]),
        ("/v2/objects/people/records", [ANY]),
        ("/v2/objects//records/1", []),
        ("/v2/objects/people/records/1/", []),
        ("v2/objects/people/records/1", []),
        # the more literal template wins
        ("/v2/objects/records/search", [SEARCH]),
        ("/v2/objects/people/query", [QUERY]),
        ("/v2/lists/people/query", [ANY]),
        # unless it is the other one by name
        ("/v2/{kind}/{object}/{verb}", [ANY]),
        # a list of values is kept to; what is typed as a parameter may be any of them
        ("/v2/lists/1/attributes", [ATTRIBUTES]),
        ("/v2/{x}/1/attributes", [ATTRIBUTES]),
        ("/v2/people/1/attributes", [ANY]),
        # a parameter is no literal text
        ("/v2/{objects}/records/search", [ANY]),
        ("/oauth/token", [TOKEN]),
        ("/oauth/{token}", []),
    ],
)
def test_what_a_typed_path_names(path: str, found: list[Endpoint]) -> None:
    assert list(endpoints_at(ALL, path)) == found


def test_every_endpoint_is_found_by_its_template_and_by_a_path_of_it() -> None:
    endpoints = load_manifest().endpoints
    for one in endpoints:
        same = [other for other in endpoints if other.method == one.method and other.host == one.host]
        path = one.path
        for parameter in one.parameters:
            path = path.replace(f"{{{parameter.name}}}", (parameter.values or ("x-1",))[0])
        assert endpoints_at(same, one.path) == (one,)
        assert endpoints_at(same, path) == (one,)


def laid(text: tuple[Piece, ...], method: str | None = None, host: str = HOST) -> list[tuple[Endpoint, list[str]]]:
    found = Templates(ALL).align(host, take_apart(text).segments, method)
    return [(ALL[one.key], [hole.label for hole in one.forced]) for one in found]


def test_holes_that_would_have_to_be_literal_text_are_forced() -> None:
    path = (Literal("/v2/objects/"), Hole("slug"), Literal("/"), Hole("what"))
    assert laid(path) == [(ANY, []), (SEARCH, ["slug", "what"]), (QUERY, ["what"]), (ATTRIBUTES, ["what"])]
    assert laid(path, "GET") == [(ATTRIBUTES, ["what"])]
    assert laid(path, host="app.attio.com") == []


def test_a_part_of_a_segment_rules_out_what_it_cannot_be() -> None:
    assert laid((Literal("/v2/objects/x/qu"), Hole("rest"))) == [(ANY, []), (QUERY, ["rest"])]
    assert laid((Literal("/v2/objects/x/"), Hole("start"), Literal("s"))) == [(ANY, []), (ATTRIBUTES, ["start"])]
    assert laid((Literal("/v2/l"), Hole("ist"), Literal("/x/attributes")), "GET") == [(ATTRIBUTES, [])]
    assert laid((Literal("/v2/p"), Hole("eople"), Literal("/x/attributes")), "GET") == []


def test_what_a_parameter_stands_for_is_told() -> None:
    path = (Literal("/v2/objects/people/records/"), Hole("id"))
    (only,) = Templates(ALL).align(HOST, take_apart(path).segments, "GET")
    assert only.bindings == (("object", (Literal("people"),)), ("id", (Hole("id"),)))
    assert [piece.text for piece in only.fixed if isinstance(piece, Literal)] == ["v2", "objects", "records"]


def site(*readings: tuple[str | None, tuple[Piece, ...]]) -> CallSite:
    return CallSite(Place("a.py", 1, 1, 1, 9), "", "requests", tuple(Reading(method, url) for method, url in readings))


@pytest.mark.parametrize(
    ("readings", "one", "may"),
    [
        ([], RECORD, True),
        ([(None, ())], RECORD, True),
        ([("POST", ())], RECORD, False),
        ([("POST", ()), ("GET", ())], RECORD, True),
        ([("GET", (Hole("base"), Literal("/records/1")))], RECORD, True),
        ([("POST", (Hole("base"), Literal("/notes/")))], SEARCH, False),
        ([("GET", (Literal("/v2/"), Hole("target", single=True), Literal("/1/attributes")))], ATTRIBUTES, True),
        ([("GET", (Literal("/v2/l"), Hole("target"), Literal("/1/attributes")))], ATTRIBUTES, True),
        # a value that the parameter cannot have
        ([("GET", (Literal("/v2/people/"), Hole("id"), Literal("/attributes")))], ATTRIBUTES, False),
        ([("GET", (Literal("/v2/p"), Hole("target", single=True), Literal("/1/attributes")))], ATTRIBUTES, False),
    ],
)
def test_what_a_call_may_reach(readings: list[tuple[str | None, tuple[Piece, ...]]], one: Endpoint, may: bool) -> None:
    assert may_reach(site(*readings), one) is may


SEGMENT = st.one_of(
    st.sampled_from(["objects", "people", "records", "search", "x"]).map(Literal),
    st.just(Hole("h", single=True)),
    st.just(Hole("s")),
)


@given(st.lists(SEGMENT, min_size=1, max_size=6))
def test_what_fits_exactly_may_be_reached(segments: list[Piece]) -> None:
    """The one never rules out what the other has found."""
    url = (Literal("/v2"), *(piece for segment in segments for piece in (Literal("/"), segment)))
    for alignment in Templates(ALL).align(HOST, take_apart(url).segments, None):
        assert may_be(url, ALL[alignment.key].path)
        assert may_reach(site((None, url)), ALL[alignment.key])
