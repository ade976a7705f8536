"""The bounds of the analysis at their edges: what lies beyond one is blurred and said, never dropped, and nothing is made up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from attio_scopes.model.beginnings import TOO_MANY, TOO_OFTEN, beginning, clipped, shared_beginning
from attio_scopes.model.path import Hole, Literal, Piece, render
from attio_scopes.model.values import LOST, MOST_OPTIONS, MOST_OTHERS
from tests.run_calls import Reported, calls_of

HEAD = 'import requests\n\nBASE = "https://api.attio.com/v2"\n\n\n'


def reported(folder: Path, source: str) -> tuple[Reported, ...]:
    (folder / "app.py").write_text(source, encoding="utf-8")
    return calls_of(folder, "--no-cache")


def told(calls: Sequence[Reported]) -> list[tuple[str, list[str], str]]:
    return [(call.status, sorted(call.endpoints) if call.status == "resolved" else [], call.reason or "") for call in calls]


def resolved(*endpoints: str) -> tuple[str, list[str], str]:
    return ("resolved", sorted(endpoints), "")


# --- text that is one of too many ---


def pieces(*texts: str) -> list[tuple[Piece, ...]]:
    return [(Literal(text),) if text else () for text in texts]


@pytest.mark.parametrize(
    ("texts", "shown", "single"),
    [
        (("https://a.b/v2/notes", "https://a.b/v2/tasks/1"), "https://a.b/v2/{value}", False),
        (("https://a.b/v2/tasks", "https://a.b/v2/threads"), "https://a.b/v2/{value}", True),
        (("https://a.b/v2", "https://a.b"), "https://a.b/{value}", True),
        (("https://a.b/v2/n", "https://a.b/v2/n?x=1", "https://a.b/v2/n?y=1"), "https://a.b/v2/n?{value}", False),
        (("https://a.b/n?s=a", "https://a.b/n?s=a&l=1"), "https://a.b/n?s=a{value}", True),
        (("people", "companies"), "{value}", True),
        (("", "/notes"), "{value}", False),
    ],
)
def test_texts_keep_the_beginning_that_they_have_in_shared_beginning(texts: tuple[str, ...], shown: str, single: bool) -> None:
    kept = shared_beginning(pieces(*texts))
    last = kept[-1]
    assert isinstance(last, Hole)
    assert (render(kept), last.single) == (shown, single)
    assert all(text.startswith(render(kept[:-1]).rstrip("/?")) for text in texts)


def test_one_text_stays_as_it_is_and_pieces_that_differ_end_the_beginning() -> None:
    (one,) = pieces("https://a.b/v2/notes")
    assert shared_beginning([one]) == one
    with_hole = (Literal("https://a.b/"), Hole("kind"), Literal("/x"))
    assert render(shared_beginning([with_hole, (Literal("https://a.b/"), Hole("kind"), Literal("/y"))])) == "https://a.b/{kind}/{value}"
    assert render(shared_beginning([with_hole, (Literal("https://a.b/"), Hole("other"))])) == "https://a.b/{value}"


def test_the_beginning_of_a_text_has_its_host_and_never_half_a_segment() -> None:
    shown = {text: render(beginning(tuple(made), TOO_OFTEN)) for text, made in zip(TEXTS, pieces(*TEXTS), strict=True)}
    assert shown == {
        "https://api.attio.com/v2/notes": "https://api.attio.com/v2/{value}",
        "https://api.attio.com": "https://api.attio.com/{value}",
        "https://api.attio.com/v2/notes?x=": "https://api.attio.com/v2/notes?x={value}",
        "notes": "{value}",
        "": "{value}",
    }


TEXTS = ("https://api.attio.com/v2/notes", "https://api.attio.com", "https://api.attio.com/v2/notes?x=", "notes", "")


def test_a_text_is_clipped_only_where_it_is_long() -> None:
    short, long = (Literal("https://a.b/v2"),), (Literal("https://a.b/v2/" + "x" * 400),)
    assert clipped(short) == short
    assert render(clipped(long)) == long[0].text[:320] + "{value}"


def table(urls: Iterable[str], use: str = "requests.get(TABLE[name])") -> str:
    entries = "".join(f'    "k{number}": {url},\n' for number, url in enumerate(urls))
    return f"{HEAD}TABLE = {{\n{entries}}}\n\n\ndef show(name):\n    return {use}\n"


def test_a_table_of_urls_at_the_edge(tmp_path: Path) -> None:
    urls = [f'BASE + "/objects/o{number}/attributes/a"' for number in range(MOST_OPTIONS - 1)]
    most = [*urls, 'BASE + "/notes"']
    assert told(reported(tmp_path, table(most))) == [resolved("GET /v2/notes", "GET /v2/{target}/{identifier}/attributes/{attribute}")]
    assert told(reported(tmp_path, table([*most, 'BASE + "/tasks"']))) == [("unresolved", [], f"the path is not known: {TOO_MANY}")]


def test_a_table_of_paths_beyond_the_edge_keeps_its_base(tmp_path: Path) -> None:
    paths = [f'"/objects/o{number}"' for number in range(MOST_OPTIONS)]
    (call,) = reported(tmp_path, table([*paths, '"/webhooks"'], "requests.get(BASE + TABLE[name])"))
    assert call.status == "unresolved"


def test_many_slugs_are_still_one_parameter(tmp_path: Path) -> None:
    slugs = [f'"o{number}"' for number in range(MOST_OPTIONS + 6)]
    source = table(slugs, 'requests.get(f"{BASE}/objects/{TABLE[name]}")')
    assert told(reported(tmp_path, source)) == [resolved("GET /v2/objects/{object}")]


def test_many_urls_of_another_vendor_do_not_hide_attios_nor_become_its(tmp_path: Path) -> None:
    others = [f'"https://api.hubapi.com/x{number}/y"' for number in range(MOST_OPTIONS)]
    assert told(reported(tmp_path, table([*others, 'BASE + "/notes"']))) == [resolved("GET /v2/notes")]
    assert reported(tmp_path, table([*others, '"https://api.hubapi.com/z"'])) == ()


def test_parts_of_a_query_do_not_multiply(tmp_path: Path) -> None:
    parts = "".join(f'    if a{number}:\n        url += f"&a{number}={{a{number}}}"\n' for number in range(6))
    names = ", ".join(f"a{number}=None" for number in range(6))
    source = f'{HEAD}def notes({names}):\n    url = BASE + "/notes?sort=asc"\n{parts}    return requests.get(url)\n'
    assert told(reported(tmp_path, source)) == [resolved("GET /v2/notes")]


def test_a_product_of_choices_keeps_its_base(tmp_path: Path) -> None:
    rows = "".join(f'    "{name}": "/x{name}/y",\n' for name in "abcdefghijk")
    source = f"{HEAD}ONE = {{\n{rows}}}\nTWO = {{\n{rows}}}\n\n\ndef show(one, two):\n    requests.get(BASE + ONE[one] + TWO[two])\n"
    (call,) = reported(tmp_path, source)
    assert call.status == "unresolved"


@pytest.mark.parametrize("number", [MOST_OPTIONS, MOST_OPTIONS + 1, MOST_OTHERS])
def test_a_table_of_functions_is_called_beyond_the_edge(tmp_path: Path, number: int) -> None:
    functions = "".join(f"def f{n}(path):\n    return requests.get(BASE + path, params={{'n': {n}}})\n\n\n" for n in range(number))
    entries = "".join(f'    "k{n}": f{n},\n' for n in range(number))
    source = f'{HEAD}{functions}TABLE = {{\n{entries}}}\n\n\ndef run(name):\n    TABLE[name]("/notes")\n'
    assert told(reported(tmp_path, source)) == [resolved("GET /v2/notes")]
    assert set() == LOST


def test_more_functions_than_can_be_told_apart_are_noted(tmp_path: Path) -> None:
    functions = "".join(f"def f{n}(path):\n    return requests.get(BASE + path)\n\n\n" for n in range(MOST_OTHERS + 1))
    entries = "".join(f'    "k{n}": f{n},\n' for n in range(MOST_OTHERS + 1))
    reported(tmp_path, f'{HEAD}{functions}TABLE = {{\n{entries}}}\n\n\ndef run(name):\n    TABLE[name]("/notes")\n')
    assert {TOO_MANY} == LOST


# --- what is too large ---

LINES = "\n".join("Agenda: introductions, current tooling, data model, migration, security review, pricing, next steps." for _ in range(30))


def test_a_request_object_with_a_long_body_keeps_method_and_url(tmp_path: Path) -> None:
    source = (
        f'{HEAD}TEXT = """{LINES}"""\n\n\ndef add(record):\n    session = requests.Session()\n'
        '    request = requests.Request("POST", BASE + "/notes", json={"content": TEXT, "parent_record_id": record})\n'
        "    return session.send(session.prepare_request(request))\n"
    )
    assert told(reported(tmp_path, source)) == [resolved("POST /v2/notes")]
    assert reported(tmp_path, source.replace("api.attio.com", "api.hubapi.com")) == ()


# --- a helper that is called often ---


def helper(text: str, uses: Iterable[str]) -> str:
    return HEAD + text + "".join(f"\n\ndef use{number}(key):\n    return {use}\n" for number, use in enumerate(uses))


RETRY = (
    "def attempt(function, url, **more):\n    for _ in range(4):\n        answer = function(url, timeout=10, **more)\n    return answer\n"
)


def test_a_retrying_helper_at_the_edge(tmp_path: Path) -> None:
    uses = ['attempt(requests.get, BASE + "/notes")'] * MOST_OPTIONS
    assert told(reported(tmp_path, helper(RETRY, uses))) == [resolved("GET /v2/notes")] * MOST_OPTIONS
    beyond = reported(tmp_path, helper(RETRY, [*uses, 'attempt(requests.delete, f"{BASE}/webhooks/{key}")']))
    assert told(beyond)[-1] == ("unresolved", [], TOO_OFTEN)
    assert len(beyond) == MOST_OPTIONS + 1


def test_calls_of_another_vendor_beyond_the_edge_are_nobodys(tmp_path: Path) -> None:
    uses = ['print(BASE) or attempt(requests.get, "https://api.hubapi.com/notes")'] * (MOST_OPTIONS + 1)  # the name makes it matter
    assert reported(tmp_path, helper(RETRY, uses)) == ()


URL_OF = 'def url_of(path):\n    return f"{BASE}{path}"\n'


def test_a_helper_that_makes_urls_keeps_the_base(tmp_path: Path) -> None:
    uses = [f'requests.get(url_of("/objects/o{number}"))' for number in range(MOST_OPTIONS)]
    assert told(reported(tmp_path, helper(URL_OF, uses))) == [resolved("GET /v2/objects/{object}")] * MOST_OPTIONS
    beyond = told(reported(tmp_path, helper(URL_OF, [*uses, 'requests.delete(url_of(f"/webhooks/{key}"))'])))
    assert beyond[-1] == ("unresolved", [], f"the path is not known: {TOO_OFTEN}")


def test_a_helper_that_is_handed_the_base_keeps_it(tmp_path: Path) -> None:
    join = "def join(root, *parts):\n    return '/'.join([root, *parts])\n"
    uses = ['print(BASE) or requests.get(join("https://api.hubapi.com", "notes"))'] * (MOST_OPTIONS + 1)
    assert reported(tmp_path, helper(join, uses)) == ()
    (call,) = reported(tmp_path, helper(join, [*uses, 'requests.get(join(BASE if key else "https://api.hubapi.com", "notes"))']))
    assert call.status == "unresolved"


def test_a_helper_that_looks_urls_up_names_none_that_is_not_asked_for(tmp_path: Path) -> None:
    lookup = 'PATHS = {"note": "/notes", "task": "/tasks"}\n\n\ndef path_of(name):\n    return BASE + PATHS[name]\n'
    beyond = told(reported(tmp_path, helper(lookup, ['requests.get(path_of("note"))'] * (MOST_OPTIONS + 1))))
    assert beyond == [resolved("GET /v2/notes")] * MOST_OPTIONS + [("unresolved", [], f"the path is not known: {TOO_OFTEN}")]


def test_a_helper_that_gives_back_what_it_gets_is_followed_all_the_same(tmp_path: Path) -> None:
    uses = ['requests.get(same(BASE + "/notes"))'] * (MOST_OPTIONS + 3)
    assert told(reported(tmp_path, helper("def same(url):\n    print(url)\n    return url\n", uses))) == [resolved("GET /v2/notes")] * 27


# --- depth, recursion, steps ---


def chain(length: int, base: str) -> str:
    steps = "".join(f"\n\ndef k{n}(c):\n    return k{n - 1}(c)\n" for n in range(1, length))
    make = f'\n\ndef main():\n    k{length - 1}(httpx.Client(base_url="{base}"))\n'
    return f'import httpx\n\n\ndef k0(c):\n    return c.get("/notes")\n{steps}{make}'


def test_a_client_is_followed_further_down_than_other_things(tmp_path: Path) -> None:
    assert told(reported(tmp_path, chain(17, "https://api.attio.com/v2"))) == [resolved("GET /v2/notes")]
    (call,) = reported(tmp_path, chain(40, "https://api.attio.com/v2"))
    assert (call.status, call.reason) == ("unresolved", "the calls go too deep")
    assert reported(tmp_path, chain(40, "https://api.hubapi.com")) == ()


def test_a_recursion_that_changes_the_path_is_unresolved_and_one_that_does_not_is_not(tmp_path: Path) -> None:
    walk = (
        HEAD + 'def walk(path, n):\n    requests.get(BASE + path)\n    if n:\n        walk(path + "{}", n - 1)\n\n\nwalk("/objects", 3)\n'
    )
    (call,) = reported(tmp_path, walk.replace("{}", "/x"))
    assert (call.status, call.reason) == ("unresolved", "the calls go too deep")
    assert told(reported(tmp_path, walk.replace("{}", "?x=1"))) == [resolved("GET /v2/objects")]
    assert told(reported(tmp_path, walk.replace(' + "{}"', ""))) == [resolved("GET /v2/objects")]


def stages(number: int) -> str:
    """Functions each of which calls the next twice: more steps than there are."""
    first = "def stage0(url, payload=None, trace=None):\n    return requests.post(url, json=payload)\n"
    more = "".join(
        f"\n\ndef stage{n}(url, payload=None, trace=None):\n    if trace:\n        stage{n - 1}(url + '/{n}', payload, trace)\n"
        f"    return stage{n - 1}(url, payload, trace)\n"
        for n in range(1, number)
    )
    return first + more


def test_what_follows_too_many_steps_knows_its_variables(tmp_path: Path) -> None:
    body = (
        '\n\ndef sync(hook, trace, new):\n    stage12(hook, {"text": "x"}, trace)\n    base = BASE\n    session = requests.Session()\n'
        '    session.get(f"{base}/lists")\n    for _ in hook:\n        stage12(hook, {}, trace)\n        if new:\n'
        '            url = base + "/tasks"\n        else:\n            url = base + "/notes"\n        requests.post(url)\n'
    )
    calls = reported(tmp_path, HEAD + stages(13) + body)
    assert told(calls) == [resolved("GET /v2/lists"), resolved("POST /v2/notes", "POST /v2/tasks")]
    assert "working it out would take too many steps" in LOST


def test_of_a_statement_that_takes_too_many_steps_the_head_counts_too(tmp_path: Path) -> None:
    body = (
        "\n\ndef sync(hook, trace):\n    with requests.Session() as session:\n        stage12(hook, {}, trace)\n"
        '        for name in requests.get(BASE + "/lists").json():\n            stage12(hook, {}, trace)\n'
        '            session.get(f"{BASE}/objects/{name}")\n    if requests.post(BASE + "/notes"):\n        stage12(hook, {}, trace)\n'
    )
    calls = reported(tmp_path, HEAD + stages(13) + body)
    assert told(calls) == [resolved("GET /v2/lists"), resolved("GET /v2/objects/{object}"), resolved("POST /v2/notes")]


def test_a_root_that_is_cut_off_says_what_it_may_send(tmp_path: Path) -> None:
    calls = reported(tmp_path, f'{HEAD}{stages(16)}\n\ndef sync(trace):\n    stage15(BASE + "/notes", {{}}, trace)\n')
    assert calls
    assert {call.status for call in calls} == {"unresolved"}


def test_steps_that_run_out_where_no_root_is_under_way_end_nothing(tmp_path: Path) -> None:
    head = 'import requests\nfrom fastapi import FastAPI\n\nBASE = "https://api.attio.com/v2"\napp = FastAPI()\n\n\n'
    route = '@app.get("/notes")\ndef notes():\n    return requests.get(f"{BASE}/notes").json()\n\n\n'
    calls = reported(tmp_path, f'{head}{route}{stages(16)}\n\ndef sync(trace):\n    stage15(BASE + "/x", {{}}, trace)\n')
    assert resolved("GET /v2/notes") in told(calls)
