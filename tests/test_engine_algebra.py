"""The algebra of the engine's values: choices and their guards, what is kept of too much, evidence, states, pieces and text methods."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urljoin

import pytest

from attio_scopes.engine import bounds
from attio_scopes.engine.domain import formats
from attio_scopes.engine.domain import text as t
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import (
    BLURRED,
    CROSSED,
    any_of,
    blurred,
    choose,
    combine,
    consistent,
    either,
    generalise,
    met,
    of_the_past,
    restrict,
    without,
)
from attio_scopes.engine.domain.evidence import evidence, lost, open_terms
from attio_scopes.engine.domain.pieces import append_path, merge, reference, strip
from attio_scopes.engine.domain.state import State, join

HOST = "https://api.attio.com"
PARAM = v.Param("crm:send:path")
YES, NO = v.Guard("if", ("line", 3), True), v.Guard("if", ("line", 3), False)
OTHER = v.Guard("if", ("line", 9), True)


def under(*guards: v.Guard) -> v.Guards:
    return frozenset(guards)


def option(value: str, *guards: v.Guard) -> v.Option:
    return v.Option(under(*guards), v.text(value))


def texts(value: v.Value) -> set[str | None]:
    """The texts of a value, None for an option that is not known."""
    return {v.known(o.value) for o in v.options(value)}


def shown(value: v.Value) -> str:
    """A text as a reader would write it; of a gap its label in braces, and … where more may be joined to it."""
    assert isinstance(value, v.Text), value
    return "".join(p.text if isinstance(p, v.Lit) else "{" + p.label + ("…" if p.more else "") + "}" for p in value.pieces)


def gaps(value: v.Value) -> list[v.Gap]:
    assert isinstance(value, v.Text), value
    return [piece for piece in value.pieces if isinstance(piece, v.Gap)]


def waits(label: str = "path", term: v.Value = PARAM) -> v.Gap:
    return v.Gap(label, "it is a parameter", term=term)


# Guards and choices


def test_guards_contradict_each_other_over_one_test() -> None:
    assert consistent(under(YES), under(YES, OTHER))
    assert not consistent(under(YES), under(NO))
    assert not consistent(under(YES, OTHER), under(NO))
    assert consistent(v.NO_GUARDS, under(NO))


def test_one_thing_equals_one_other_thing_only() -> None:
    is_a, is_b = v.Guard("eq", PARAM, True, "a"), v.Guard("eq", PARAM, True, "b")
    is_no_b = v.Guard("eq", PARAM, False, "b")
    assert not consistent(under(is_a), under(is_b))
    assert consistent(under(is_a), under(is_no_b))
    assert consistent(under(v.Guard("eq", PARAM, False, "a")), under(is_no_b))


def test_items_of_one_loop_contradict_each_other() -> None:
    methods, paths = either(("loop", 1), [v.text("GET "), v.text("POST ")]), either(("loop", 1), [v.text("/v2/self"), v.text("/v2/notes")])
    assert texts(t.join([methods, paths])) == {"GET /v2/self", "POST /v2/notes"}
    assert len(texts(t.join([methods, either(("loop", 2), [v.text("/v2/self"), v.text("/v2/notes")])]))) == 4


def test_a_choice_of_one_value_is_that_value() -> None:
    assert choose([option("/v2/self", YES), option("/v2/self", NO)]) == v.text("/v2/self")
    assert texts(choose([option("a", YES), option("b", NO)])) == {"a", "b"}


def test_a_choice_of_nothing_is_lost() -> None:
    assert isinstance(choose([]), v.Lost)


def test_a_choice_within_a_choice_is_flat_and_drops_what_contradicts() -> None:
    inner = choose([option("a", YES), option("b", NO)])
    found = choose([v.Option(under(YES), inner), option("c", NO)])
    assert isinstance(found, v.Choice)
    assert [(v.known(o.value), o.guards) for o in found.options] == [("a", under(YES)), ("c", under(NO))]


def test_what_is_unknown_and_not_attios_is_one_option() -> None:
    found = any_of([lost("one reason"), lost("another"), v.text("/v2/self")])
    assert isinstance(found, v.Choice)
    assert len(found.options) == 2


def test_what_is_unknown_and_attios_stays_an_option_of_its_own() -> None:
    found = any_of([lost("one reason"), lost("another", v.text(HOST)), lost("a third", PARAM)])
    assert isinstance(found, v.Choice)
    assert len(found.options) == 3
    assert evidence(found) == "Attio's host"


def test_restrict_keeps_what_can_hold() -> None:
    found = choose([option("a", YES), option("b", NO), option("c")])
    assert texts(restrict(found, under(YES))) == {"a", "c"}
    assert restrict(found, under(OTHER)) is found
    assert restrict(v.text("a"), under(NO)) == v.text("a")


def test_restrict_to_nothing_is_lost_with_the_evidence() -> None:
    never = restrict(choose([option(HOST, YES), option("b", YES, OTHER)]), under(NO))
    assert isinstance(never, v.Lost)
    assert evidence(never) == "Attio's host"


def test_without_forgets_the_guards_and_no_option() -> None:
    found = without(choose([option("a", YES, OTHER), option("b", NO)]), lambda guard: guard.about == ("line", 3))
    assert isinstance(found, v.Choice)
    assert [(v.known(o.value), o.guards) for o in found.options] == [("a", under(OTHER)), ("b", v.NO_GUARDS)]


def test_combine_keeps_to_what_can_occur_together() -> None:
    one, other = choose([option("a", YES), option("b", NO)]), choose([option("x", YES), option("y", NO)])
    assert texts(t.join([one, other])) == {"ax", "by"}
    assert texts(t.join([one, v.text("!")])) == {"a!", "b!"}
    made = combine([one, other], lambda *parts: v.Seq("tuple", parts), under(NO))
    assert made == v.Seq("tuple", (v.text("b"), v.text("y")))


def test_combine_of_what_never_meets_is_lost_with_the_evidence() -> None:
    one, other = choose([option(HOST, YES), option("b", YES, OTHER)]), choose([option("x", NO), option("y", NO, OTHER)])
    never = t.join([one, other])
    assert isinstance(never, v.Lost)
    assert evidence(never) == "Attio's host"


def test_too_many_combinations_keep_the_common_beginning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "COMBINATIONS", 3)
    one, other = any_of([v.text(HOST + "/v2/notes"), v.text(HOST + "/v2/tasks")]), any_of([v.text("/a"), v.text("/b")])
    found = t.join([one, other])
    assert shown(found).startswith(HOST + "/v2/{")
    assert evidence(found) == "Attio's host"


# What is kept of too many


def test_too_many_texts_keep_their_common_beginning() -> None:
    found = any_of(v.text(f"{HOST}/v2/objects/{number:03}/records") for number in range(bounds.WAYS + 1))
    assert shown(found) == HOST + "/v2/objects/0{value…}"
    assert evidence(found) == "Attio's host"


def test_as_many_as_the_bound_are_kept_apart() -> None:
    found = any_of(v.text(f"{HOST}/v2/objects/{number}") for number in range(bounds.WAYS))
    assert isinstance(found, v.Choice)
    assert len(found.options) == bounds.WAYS


def test_a_common_beginning_that_no_slash_follows_is_within_one_segment() -> None:
    found = generalise((v.text("/v2/objects/people"), v.text("/v2/objects/companies")))
    assert shown(found) == "/v2/objects/{value}"


def test_query_strings_are_one_url_with_an_open_end() -> None:
    found = generalise(tuple(v.text(f"{HOST}/v2/tasks?limit={number}") for number in range(32)))
    assert shown(found) == HOST + "/v2/tasks?{query}"
    assert gaps(found)[0].single, "a query string adds no segment"
    fragments = generalise((v.text(HOST + "/v2/tasks#a"), v.text(HOST + "/v2/tasks?b=1")))
    assert shown(fragments) == HOST + "/v2/tasks?{query}"


def test_texts_of_nothing_in_common_keep_their_evidence() -> None:
    found = generalise((v.text(HOST + "/v2/self"), v.text("www.example.com/v2/self"), v.text("/v2/self")))
    assert [shown(option.value) for option in v.options(found)] == [HOST + "/v2/self", "{value…}"]
    assert evidence(found) == "Attio's host"


def test_other_values_are_one_unknown_with_their_evidence_and_terms() -> None:
    found = generalise((v.Seq("list", (v.text(HOST),)), v.NONE, PARAM))
    assert isinstance(found, v.Lost)
    assert evidence(found) == "Attio's host"
    assert found.terms == (PARAM,)


def test_nothing_of_attio_gives_no_evidence() -> None:
    assert evidence(generalise((v.text("https://api.example.com/a"), v.text("https://api.example.com/b")))) == ""
    assert evidence(generalise((v.NONE, v.text("/v2/self")))) == ""


def test_what_waits_in_too_many_texts_waits_still() -> None:
    found = generalise((v.Text((v.Lit("/v2/"), waits())), v.text("/v2/self")))
    assert shown(found) == "/v2/{value…}", "a caller may give several segments"
    assert v.is_open(found)
    assert list(open_terms(gaps(found)[0].term)) == [PARAM]


def test_ways_beyond_the_bound_keep_the_guards_that_all_have(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "WAYS", 3)
    found = choose([option("a", YES, v.Guard("if", ("line", number), True)) for number in range(3)] + [option("b", NO)])
    assert isinstance(found, v.Choice)
    assert [(v.known(o.value), o.guards) for o in found.options] == [("a", under(YES, BLURRED)), ("b", under(NO, BLURRED))]


def test_what_a_bound_took_from_two_values_makes_what_is_made_of_them_uncertain() -> None:
    assert met(under(BLURRED), under(BLURRED)) == under(BLURRED, CROSSED)
    assert met(under(BLURRED), under(YES)) == met(under(YES), under(BLURRED)) == under(BLURRED, YES)
    more = v.Guard("if", ("line", 2), True)
    assert met(under(BLURRED), under(YES, more)) == met(under(YES, more), under(BLURRED)) == under(BLURRED, YES, more, CROSSED)
    assert CROSSED in met(under(BLURRED), under(v.Guard("at", "loop", 1)))
    values = blurred([v.text("/notes"), v.text("/tasks")])
    assert all(CROSSED in one.guards for one in v.options(combine([values, values], lambda one, other: v.Seq("tuple", (one, other)))))


def test_a_test_that_came_out_both_ways_in_the_past_says_nothing() -> None:
    def when(*guards: v.Guard) -> v.Guards:
        found = of_the_past(v.Choice((v.Option(under(*guards), v.text("a")), v.Option(under(NO), v.text("b")))))
        return v.options(found)[0].guards

    now, before = v.Guard("at", "loop", 1), v.Guard("at", ("past", "loop"), 2)
    assert when(now) == under(v.Guard("at", ("past", "loop"), 1))
    assert when(now, before) == under()
    assert when(now, v.Guard("at", ("past", "loop"), 1)) == under(v.Guard("at", ("past", "loop"), 1))


def test_a_gap_that_takes_more_in_takes_its_evidence_in() -> None:
    gap = v.Gap("value", more=True)

    def grown(*ends: str) -> str:
        return evidence(generalise(tuple(v.Text((gap, v.Lit(end))) for end in ends)))

    assert grown("//api.attio.com/a", "//api.attio.com/b") == "Attio's host"
    assert grown("//api.hubapi.com/a", "//api.hubapi.com/b") == ""


# Evidence


@pytest.mark.parametrize(
    "value",
    [
        v.text(HOST),
        v.text("https://api.attio.com:443/v2"),
        v.text("//API.attio.com/v2"),
        v.text("api.attio.com"),
        v.text("https://user@api.attio.com/v2"),
        v.text("https://app.attio.com/oauth/token"),
        v.Text((v.Gap("scheme"), v.Lit("://api.attio.com/v2"))),
        v.Text((v.Gap("base", environment="ATTIO_BASE_URL"), v.Lit("/v2"))),
        v.Text((v.Gap("base", evidence="a wrapper of Attio's"),)),
        v.Lost("why", environment="attio.base_url"),  # a value for the test, not the engine's
        v.Seq("list", (v.NONE, v.text(HOST))),
        v.Map(((v.text("url"), v.text(HOST)),)),
        v.Made("httpx.Client", v.Arguments((), (("base_url", v.text(HOST)),))),
        v.Member(v.Made("httpx.Client", v.Arguments((v.text(HOST),))), "get"),
        v.Apply("item", (v.Seq("list", (v.text(HOST),)), PARAM)),
        any_of([v.text("/a"), v.text(HOST)]),
    ],
    ids=repr,
)
def test_evidence_of_attio(value: v.Value) -> None:
    assert evidence(value)
    assert evidence(lost("made of it", v.NONE, value)) == evidence(value), "lost keeps it"


@pytest.mark.parametrize(
    "value",
    [
        v.text("https://api.example.com/attio"),
        v.text("https://notapi.attio.com"),
        v.text("https://api.attio.community/v2"),
        v.text("https://api.attio.example.com"),
        v.text("https://attio.com/pricing"),
        v.text("https://example.com/?next=api.attio.com"),
        v.text("/v2/objects"),
        v.text("attio"),
        v.Text((v.Gap("base", environment="CRM_BASE_URL"),)),
        v.Lost("why", environment="HUBSPOT_URL"),  # likewise
        v.Member(lost("why"), "attio"),
        PARAM,
        v.NONE,
    ],
    ids=repr,
)
def test_no_evidence_of_attio(value: v.Value) -> None:
    assert evidence(value) == ""
    assert evidence(lost("made of it", value)) == ""


def test_evidence_names_the_setting() -> None:
    assert evidence(v.Text((v.Gap("base", environment="ATTIO_BASE_URL"),))) == "the setting ATTIO_BASE_URL"
    assert evidence(lost("read", environment="settings.attio_url")) == "the setting settings.attio_url"


def test_lost_keeps_label_terms_and_where_it_is_from() -> None:
    found = lost("why", v.Text((v.Lit(HOST), waits())), PARAM, None, label="url", environment="URL", single=True)
    assert (found.reason, found.label, found.environment, found.single) == ("why", "url", "URL", True)
    assert found.terms == (PARAM,), "each once"
    nobody = v.Text((v.Gap("path", parameter=True),))
    assert lost("why", nobody).parameter
    assert not lost("why", v.text("/a")).parameter


@pytest.mark.parametrize(
    "value",
    [
        v.Seq("list", (), v.text(HOST)),
        v.Map((), v.text(HOST)),
        v.Seq("list", (*(v.text(str(number)) for number in range(20)), v.text(HOST))),
        v.Map(tuple((v.text(str(number)), v.text(HOST if number == 20 else "")) for number in range(21))),
        v.Partial(v.Member(v.Made("httpx.Client", v.Arguments((v.text(HOST),))), "get"), v.Arguments()),
        v.Partial(v.External("requests.get"), v.Arguments((v.text(HOST),))),
        v.Seq("list", (v.Seq("list", (v.Seq("list", (v.Seq("list", (v.Seq("list", (v.text(HOST),)),)),)),)),)),
    ],
    ids=["rest of a list", "rest of a mapping", "item 21", "entry 21", "partial of a method", "partial with a URL", "five lists deep"],
)
def test_evidence_is_seen_wherever_it_is(value: v.Value) -> None:
    assert evidence(lost("made of it", value)) == "Attio's host"


# What waits for a caller


@pytest.mark.parametrize(
    "wrap",
    [
        lambda x: x,
        lambda x: v.Apply("attribute", (x,), "url"),
        lambda x: v.Text((v.Lit(HOST), v.Gap("path", term=x))),
        lambda x: lost("why", x),
        lambda x: v.Seq("list", (v.NONE, x)),
        lambda x: v.Seq("list", (), x),
        lambda x: v.Map(((v.text("url"), x),)),
        lambda x: v.Map((), x),
        lambda x: v.Made("httpx.Client", v.Arguments((), (("base_url", x),))),
        lambda x: v.Made("httpx.Client", v.Arguments((), (), None, x)),
        lambda x: v.Member(x, "get"),
        lambda x: v.Partial(v.External("requests.get"), v.Arguments((x,))),
        lambda x: v.Partial(x, v.Arguments()),
        lambda x: any_of([v.NONE, x]),
    ],
)
def test_open_is_what_holds_something_open(wrap: Callable[[v.Value], v.Value]) -> None:
    opened, closed = wrap(PARAM), wrap(v.text("/v2/self"))
    assert v.is_open(opened)
    found = list(open_terms(opened))
    assert found == [PARAM] or (isinstance(opened, v.Apply) and found == [opened])
    if not isinstance(closed, (v.Apply, v.Text)):
        assert not v.is_open(closed)
        assert list(open_terms(closed)) == []


def test_a_choice_whose_test_a_caller_decides_is_open() -> None:
    decided = v.Guard("is", PARAM, True), v.Guard("is", PARAM, False)
    assert v.is_open(choose([option("a", decided[0]), option("b", decided[1])]))
    assert not v.is_open(choose([option("a", YES), option("b", NO)]))


def test_known_text_is_not_open() -> None:
    assert not v.is_open(v.Text((v.Lit("/v2/"), v.Gap("id", "it is not known"))))
    assert not v.is_open(None)
    assert list(open_terms(None)) == []


# States


def test_a_fork_sees_what_was_there_and_keeps_its_changes() -> None:
    state = State()
    state.names["url"] = v.text("/a")
    branch = state.fork(under(YES))
    assert branch.name("url") == v.text("/a")
    branch.names["url"] = v.text("/b")
    branch.heap["x", "y"] = v.NONE
    assert (branch.name("url"), state.name("url")) == (v.text("/b"), v.text("/a"))
    assert state.held(("x", "y")) is None
    assert branch.guards == under(YES)
    assert branch.fork(under(OTHER)).guards == under(YES, OTHER)


def forked() -> tuple[State, State, State]:
    state = State(guards=under(OTHER))
    state.names["url"] = v.text("/before")
    return state, state.fork(under(YES)), state.fork(under(NO))


def test_what_differs_is_a_choice_with_the_guards_of_the_branch() -> None:
    state, one, other = forked()
    one.names["url"], other.names["url"] = v.text("/a"), v.text("/b")
    join(state, [one, other])
    assert state.name("url") == v.Choice((option("/a", YES), option("/b", NO)))


def test_what_one_branch_leaves_is_what_was_there() -> None:
    state, one, other = forked()
    one.names["url"] = v.text("/a")
    one.names["new"] = v.text("/only here")
    join(state, [one, other])
    assert state.name("url") == v.Choice((option("/a", YES), option("/before", NO)))
    assert state.name("new") == v.text("/only here"), "a variable that is read is bound"


def test_what_is_the_same_stays_one() -> None:
    state, one, other = forked()
    for branch in (one, other):
        branch.names["url"] = branch.heap["x", "url"] = v.text("/a")
    join(state, [one, other])
    assert state.name("url") == state.held(("x", "url")) == v.text("/a")


def test_an_attribute_that_one_branch_stored_may_be_absent() -> None:
    state, one, other = forked()
    one.heap["x", "url"] = v.text("/a")
    join(state, [one, other])
    assert state.held(("x", "url")) == v.Choice((option("/a", YES), v.Option(under(NO), v.ABSENT)))


def test_an_entry_that_one_branch_put_there_may_be_absent() -> None:
    state, one, other = forked()
    ref = v.Ref(v.Site("a.py", (1, 0, 1, 2)), "dict")
    state.heap[ref] = v.Map(((v.text("method"), v.text("GET")),))
    one.heap[ref] = v.Map(((v.text("method"), v.text("GET")), (v.text("url"), v.text("/a"))))
    join(state, [one, other])
    held = state.held(ref)
    assert formats.entry(held or v.NONE, "method") == v.text("GET")
    assert formats.entry(held or v.NONE, "url") == v.Choice((option("/a", YES), v.Option(under(NO), v.ABSENT)))


def test_a_branch_that_ended_gives_nothing() -> None:
    state, one, other = forked()
    one.names["url"], one.live = v.text("/a"), False
    join(state, [one, other])
    assert state.live
    assert state.name("url") == v.text("/before")
    assert state.guards == under(OTHER, NO), "what comes after knows how it got there"


def test_where_all_branches_ended_nothing_goes_on() -> None:
    state, one, other = forked()
    one.live = other.live = False
    join(state, [one, other])
    assert not state.live


def test_variables_of_two_joins_stay_together() -> None:
    state, one, other = forked()
    one.names.update(method=v.text("GET "), url=v.text("/a"))
    other.names.update(method=v.text("POST "), url=v.text("/b"))
    join(state, [one, other])
    assert texts(t.join([state.name("method") or v.NONE, state.name("url") or v.NONE])) == {"GET /a", "POST /b"}


def test_changes_since_an_ancestor() -> None:
    state = State()
    state.heap["x", "a"] = v.NONE
    branch = state.fork()
    branch.heap["x", "b"] = v.NONE
    leaf = branch.fork()
    leaf.heap["x", "b"] = v.text("/b")
    assert leaf.changes(state) == {("x", "b"): v.text("/b")}
    assert leaf.changes(None) == {("x", "a"): v.NONE, ("x", "b"): v.text("/b")}


# Pieces


def pieces(*parts: str | v.Gap) -> tuple[v.Piece, ...]:
    return tuple(v.Lit(part) if isinstance(part, str) else part for part in parts)


def test_neighbours_of_one_origin_are_merged() -> None:
    assert merge(pieces("a", "", "b", waits(), "c")) == pieces("ab", waits(), "c")
    setting = v.Lit("https://x", environment="URL")
    assert merge((setting, v.Lit("/a"))) == (setting, v.Lit("/a"))


def test_a_text_of_too_many_pieces_keeps_whose_address_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "PIECES", 2)
    (more,) = merge(pieces(waits(), HOST + "/v2", v.Gap("key"), waits()))
    assert isinstance(more, v.Gap)
    assert (more.evidence, more.more, list(open_terms(more.term))) == ("Attio's host", True, [PARAM])


def test_texts_that_differ_before_their_host_keep_whose_it_is() -> None:
    found = generalise((v.text("https://api.attio.com/v2/notes"), v.text("http://api.attio.com/v2/tasks")))
    assert isinstance(found, v.Text)
    (gap,) = found.pieces
    assert isinstance(gap, v.Gap)
    assert (gap.evidence, gap.more) == ("Attio's host", True)


def test_a_text_that_is_too_long_keeps_its_beginning() -> None:
    found = merge(pieces(HOST + "/v2/", "x" * bounds.TEXT, waits()))
    first, more = found
    assert isinstance(first, v.Lit)
    assert first.text.startswith(HOST + "/v2/x")
    assert len(first.text) == bounds.TEXT
    assert isinstance(more, v.Gap)
    assert more.more
    assert list(open_terms(more.term)) == [PARAM]
    assert merge(pieces("x" * bounds.TEXT)) == pieces("x" * bounds.TEXT)


def test_too_many_pieces_keep_the_first() -> None:
    found = merge(pieces(HOST, *(part for number in range(bounds.PIECES) for part in (v.Gap(f"g{number}"), "/"))))
    assert len(found) == bounds.PIECES
    assert found[0] == v.Lit(HOST)
    assert evidence(v.Text(found)) == "Attio's host"
    assert isinstance(found[-1], v.Gap)
    assert found[-1].more


def test_a_text_of_one_character_at_most_is_still_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "TEXT", 1)
    monkeypatch.setattr(bounds, "PIECES", 1)
    found = merge(pieces(HOST, waits()))
    assert isinstance(found[-1], v.Gap)
    assert found[-1].more


@pytest.mark.parametrize("base", [HOST, HOST + "/", HOST + "/v2", HOST + "/v2/"])
@pytest.mark.parametrize("path", ["notes", "/notes"])
def test_append_path_puts_one_slash_between(base: str, path: str) -> None:
    assert append_path(pieces(base), pieces(path)) == pieces(base.rstrip("/") + "/notes")


def test_append_path_of_what_needs_no_base() -> None:
    elsewhere = pieces("https://api.example.com/a")
    assert append_path(pieces(HOST), elsewhere) == elsewhere
    assert append_path((), pieces("/a")) == pieces("/a")
    assert append_path(pieces(HOST), ()) == pieces(HOST)
    assert append_path(pieces(HOST), pieces(waits(), "/a")) == pieces(HOST + "/", waits(), "/a")


# RFC 3986 section 5.4, without the queries and dots that no client sends to Attio.
BASES = ("http://a/b/c/d", "http://a/b/c/d/", "http://a", "http://a/")
REFERENCES = ["g", "./g", "g/", "/g", "//g", "?y", "g?y", "g#s", "../g", "../", "../../g", "https://b/g", ""]


@pytest.mark.parametrize(
    ("base", "given"),
    [(base, given) for base in BASES for given in REFERENCES if base.startswith(BASES[0]) or ".." not in given],
)
def test_references_are_resolved_as_the_rfc_says(base: str, given: str) -> None:
    found = v.known(v.Text(reference(pieces(base), pieces(given) if given else ())))
    wanted = urljoin(base, given)
    if given.startswith("//"):
        wanted = given  # the scheme is left open: the host alone says whose it is
    assert found == wanted


def test_a_reference_that_is_not_known_is_in_the_folder_of_the_base() -> None:
    assert reference(pieces(HOST + "/v2/x"), pieces(waits())) == pieces(HOST + "/v2/", waits())
    assert reference(pieces(HOST), pieces("/v2/", waits())) == pieces(HOST + "/v2/", waits())


def test_strip_goes_as_far_as_the_text_is_known() -> None:
    assert strip(pieces("/", "/a/", "/"), "/", True, True) == pieces("a")
    assert strip(pieces("/", waits(), "/"), "/", True, True) == pieces(waits())
    assert strip(pieces(" a "), None, True, False) == pieces("a ")


# Methods of texts with gaps


def method(value: v.Value, name: str, *args: str | v.Value) -> v.Value:
    given = v.Arguments(tuple(v.text(a) if isinstance(a, str) else a for a in args))
    return combine([value], lambda one: t.text_method(one, name, given) or lost("no method of texts", one))


def around(before: str, after: str) -> v.Text:
    return v.Text(pieces(*([before] if before else []), waits(), *([after] if after else [])))


@pytest.mark.parametrize(
    ("name", "args", "before", "after", "wanted", "changed"),
    [
        ("strip", ["/"], "/a/", "/", "a/{path}", "rstrip"),
        ("rstrip", ["/"], "/a/", "", "/a/{path}", "rstrip"),
        ("lstrip", ["/"], "", "/a/", "{path}/a/", "lstrip"),
        ("lstrip", ["/"], "/a/", "", "a/{path}", ""),
        ("strip", [], "", "", "{path}", "strip"),
        ("upper", [], "/a/", "/b", "/A/{path}/B", "upper"),
        ("lower", [], "/A/", "/B", "/a/{path}/b", "lower"),
        ("replace", ["a", "x"], "/a/", "/a", "/x/{path}/x", "replace"),
        ("removeprefix", ["/v2"], "/v2/a/", "", "/a/{path}", ""),
        ("removeprefix", ["/v2"], "", "/v2", "{path}/v2", "removeprefix"),
        ("removesuffix", ["/"], "/a/", "", "/a/{path}", "removesuffix"),
    ],
)
def test_a_method_changes_what_is_known_and_waits_for_the_rest(
    name: str, args: list[str], before: str, after: str, wanted: str, changed: str
) -> None:
    found = method(around(before, after), name, *args)
    assert shown(found) == wanted
    term = gaps(found)[0].term
    if changed:
        assert term == v.Apply("text", (PARAM, *map(v.text, args)), changed)
    else:
        assert term == PARAM


@pytest.mark.parametrize(
    ("name", "args"),
    [("strip", [PARAM]), ("replace", ["a"]), ("replace", [PARAM, "x"]), ("zfill", [PARAM]), ("translate", [PARAM]), ("encode", [])],
)
def test_no_method_loses_the_evidence(name: str, args: list[str | v.Value]) -> None:
    assert evidence(method(v.text(HOST + "/v2/self"), name, *args)) == "Attio's host"


def test_replace_by_what_a_caller_gives() -> None:
    found = method(v.text("/v2/objects/:slug/records"), "replace", ":slug", PARAM)
    assert shown(found) == "/v2/objects/{path}/records"
    assert gaps(found)[0].term == PARAM


def test_a_method_of_a_choice_is_a_choice() -> None:
    found = method(choose([option("get", YES), option("post", NO)]), "upper")
    assert found == v.Choice((option("GET", YES), option("POST", NO)))


def test_join_keeps_what_is_known_around_a_gap() -> None:
    assert shown(t.join([v.text(HOST), v.text("/v2/"), PARAM])) == HOST + "/v2/{path}"
    assert v.known(t.join([v.text("limit="), v.Scalar(5)])) == "limit=5"


def test_joined_items_with_an_open_end() -> None:
    items = v.Seq("list", (v.text(HOST), v.text("v2"), PARAM))
    assert shown(t.joined(v.text("/"), items)) == HOST + "/v2/{path}"
    more = t.joined(v.text("/"), v.Seq("list", items.items[:2], lost("others")))
    assert shown(more).startswith(HOST + "/v2")
    assert gaps(more)[0].more
    assert t.joined(v.text("/"), PARAM) == v.Apply("join", (v.text("/"), PARAM))


def test_formats_keep_what_is_known_around_a_gap() -> None:
    braces = formats.brace_format(v.text("{}/v2/{kind}/{0}"), v.Arguments((v.text(HOST),), (("kind", PARAM),)))
    assert shown(braces) == f"{HOST}/v2/{{path}}/{HOST}"
    given = v.Seq("tuple", (v.text(HOST), PARAM))
    assert shown(formats.percent(v.text("%s/v2/%s"), given, given)) == HOST + "/v2/{path}"
