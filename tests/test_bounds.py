"""The bounds of the analysis at their edges: what lies beyond one is blurred and said, never dropped, and nothing is made up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

from attio_scopes.cli import main
from attio_scopes.engine import bounds
from attio_scopes.engine.domain import choice
from attio_scopes.engine.domain.choice import generalise
from attio_scopes.engine.domain.evidence import evidence
from attio_scopes.engine.domain.pieces import merge
from attio_scopes.engine.domain.values import Gap, Lit, Piece, Text, text
from tests.run_calls import Reported, calls_of

HEAD = 'import requests\n\nBASE = "https://api.attio.com/v2"\n\n\n'


def reported(folder: Path, source: str) -> tuple[Reported, ...]:
    (folder / "app.py").write_text(source, encoding="utf-8")
    return calls_of(folder, "--no-cache")


def told(calls: Sequence[Reported]) -> list[tuple[str, list[str], str]]:
    return [(call.status, sorted(call.endpoints) if call.status == "resolved" else [], call.reason or "") for call in calls]


def resolved(*endpoints: str) -> tuple[str, list[str], str]:
    return ("resolved", sorted(endpoints), "")


TOO_MANY = "the path is not known: too many values are possible (limit: 64 values, 256 combinations)"
MANY = 200
"""More uses, entries or options than any bound lets through one by one."""


# --- text that is one of too many ---


def shown(value: object) -> str:
    assert isinstance(value, Text)
    return "".join(piece.text if isinstance(piece, Lit) else f"{{{piece.label}}}" for piece in value.pieces)


def last(value: object) -> Gap:
    assert isinstance(value, Text)
    piece = value.pieces[-1]
    assert isinstance(piece, Gap)
    return piece


@pytest.mark.parametrize(
    ("texts", "kept", "more"),
    [
        (("https://a.b/v2/notes", "https://a.b/v2/tasks/1"), "https://a.b/v2/{value}", True),
        (("https://a.b/v2/n", "https://a.b/v2/n?x=1", "https://a.b/v2/n?y=1"), "https://a.b/v2/n?{query}", False),
        (("https://a.b/n?s=a", "https://a.b/n?s=a&l=1"), "https://a.b/n?{query}", False),
        (("people", "companies"), "{value}", False),
        (("", "/notes"), "{value}", True),
    ],
)
def test_texts_keep_the_beginning_that_they_share(texts: tuple[str, ...], kept: str, more: bool) -> None:
    found = generalise(tuple(map(text, texts)))
    assert (shown(found), last(found).more) == (kept, more)


def test_pieces_that_differ_end_the_beginning() -> None:
    def pieces(kind: str, end: str) -> Text:
        made: tuple[Piece, ...] = (Lit("https://a.b/"), Gap(kind), Lit(end))
        return Text(made)

    assert shown(generalise((pieces("kind", "/x"), pieces("kind", "/y")))).startswith("https://a.b/{kind}/")
    assert shown(generalise((pieces("kind", "/x"), pieces("other", "/x")))) == "https://a.b/{value}"


def test_a_text_is_cut_off_only_where_it_is_long() -> None:
    short, long = (Lit("https://api.attio.com/v2"),), (Lit("https://api.attio.com/v2/" + "x" * bounds.TEXT), Lit("/y"))
    assert merge(short) == short
    kept = merge(long)
    assert shown(Text(kept)).startswith("https://api.attio.com/v2/xxx")
    assert last(Text(kept)).more
    assert evidence(Text(kept)) == "Attio's host"


def table(urls: Iterable[str], use: str = "requests.get(TABLE[name])") -> str:
    entries = "".join(f'    "k{number}": {url},\n' for number, url in enumerate(urls))
    return f"{HEAD}TABLE = {{\n{entries}}}\n\n\ndef show(name):\n    return {use}\n"


@pytest.mark.parametrize("number", [40, bounds.OPTIONS, bounds.OPTIONS + 1])
def test_a_table_of_urls(tmp_path: Path, number: int) -> None:
    urls = [f'BASE + "/objects/o{n}/attributes/a"' for n in range(number - 1)]
    found = told(reported(tmp_path, table([*urls, 'BASE + "/notes"'])))
    assert found == [resolved("GET /v2/notes", "GET /v2/{target}/{identifier}/attributes/{attribute}")]


@pytest.mark.parametrize("use", ["requests.get(TABLE[name])", "requests.get(BASE + TABLE[name])"])
def test_a_table_beyond_the_edge_keeps_its_base(tmp_path: Path, use: str) -> None:
    base = "" if "BASE" in use else "BASE + "
    rows = [f'{base}"/objects/o{number}"' for number in range(MANY)]
    assert told(reported(tmp_path, table([*rows, f'{base}"/webhooks"'], use))) == [("unresolved", [], TOO_MANY)]


def test_a_key_that_is_known_picks_its_url_out_of_any_table(tmp_path: Path) -> None:
    rows = [f'BASE + "/objects/o{number}"' for number in range(MANY)]
    source = table([*rows, 'BASE + "/webhooks"'], f'requests.get(TABLE["k{MANY}"])')
    assert told(reported(tmp_path, source)) == [resolved("GET /v2/webhooks")]


@pytest.mark.parametrize("number", [24, bounds.OPTIONS, MANY])
def test_many_slugs_are_still_one_parameter(tmp_path: Path, number: int) -> None:
    source = table([f'"o{n}"' for n in range(number)], 'requests.get(f"{BASE}/objects/{TABLE[name]}")')
    assert told(reported(tmp_path, source)) == [resolved("GET /v2/objects/{object}")]


@pytest.mark.parametrize("number", [24, bounds.OPTIONS + 1])
def test_many_urls_of_another_vendor_do_not_hide_attios(tmp_path: Path, number: int) -> None:
    others = [f'"https://api.hubapi.com/x{n}/y"' for n in range(number)]
    assert told(reported(tmp_path, table([*others, 'BASE + "/notes"']))) == [resolved("GET /v2/notes")]


@pytest.mark.parametrize("number", [24, bounds.OPTIONS + 1, MANY])
def test_many_urls_of_another_vendor_do_not_become_attios(tmp_path: Path, number: int) -> None:
    others = [f'"https://api.hubapi.com/x{n}/y"' for n in range(number)]
    assert reported(tmp_path, f"{table(others)}    print(BASE)\n") == ()


@pytest.mark.parametrize(
    ("row", "known"),
    [
        ('os.environ["ATTIO_{}_URL"]', False),
        ('os.environ["HUBSPOT_{}_URL"]', True),
        ('os.environ.get("ATTIO_{}_URL") or BASE', False),
    ],
)
def test_any_of_too_many_settings_may_be_attios(tmp_path: Path, row: str, known: bool) -> None:
    source = table([row.format(number) for number in range(MANY)], 'requests.get(TABLE[name] + "/notes")')
    found = reported(tmp_path, f"import os\n{source}    print(BASE)\n")
    assert [call.status for call in found] == ([] if known else ["unresolved"])


@pytest.mark.parametrize("use", ['TABLE[name].get("/notes")', 'TABLE[name].request("GET", "/notes")'])
@pytest.mark.parametrize("last", ["https://api.attio.com/v2", "https://api.hubapi.com"])
def test_any_of_too_many_clients_is_asked(tmp_path: Path, use: str, last: str) -> None:
    clients = [f'httpx.Client(base_url="https://api.hubapi.com", timeout={number})' for number in range(MANY)]
    source = f"import httpx\n{table([*clients, f'httpx.Client(base_url={last!r})'], use)}    print(BASE)\n"
    assert [call.status for call in reported(tmp_path, source)] == (["unresolved"] if "attio" in last else [])


@pytest.mark.parametrize("beginning", ["https://api.attio.com", "{}://api.attio.com/v2"])
def test_too_many_addresses_of_attio_s_keep_its_host(tmp_path: Path, beginning: str) -> None:
    rows = [repr(f"{beginning.format('https' if number % 2 else 'http')}/objects/o{number}") for number in range(MANY)]
    rows.append(repr(beginning.format("https")))
    assert [call.status for call in reported(tmp_path, table(rows))] == ["unresolved"]


MADE = """def make(path):
    def call():
        return requests.get(BASE + path)
    return call


class Get:
    def __init__(self, path):
        self.path = path

    def call(self):
        return requests.get(BASE + self.path)


"""


@pytest.mark.parametrize("more", [2, bounds.UNROLLED + 1])
@pytest.mark.parametrize(
    ("keep", "use"),
    [
        ("KEPT[path] = make(path)", 'KEPT["/notes"]()'),
        ("KEPT[path] = Get(path)", 'KEPT["/notes"].call()'),
        ("setattr(Kept, 'f' + path[1:], staticmethod(make(path)))", "Kept.fnotes()"),
        ("setattr(Kept, 'f' + path[1:], Get(path))", "Kept.fnotes.call()"),
    ],
)
def test_what_a_loop_makes_is_another_in_each_round(tmp_path: Path, more: int, keep: str, use: str) -> None:
    rows = ["/notes", *(f"/objects/o{number}" for number in range(more)), "/lists"]
    source = f"{HEAD}{MADE}KEPT = {{}}\n\n\nclass Kept:\n    pass\n\n\nfor path in {tuple(rows)!r}:\n    {keep}\n{use}\n"
    *_, (status, endpoints, _) = told(reported(tmp_path, source))
    assert (status, endpoints) == (("resolved", ["GET /v2/notes"]) if more < bounds.UNROLLED else ("unresolved", []))


@pytest.mark.parametrize("deep", [1, 2, bounds.CHAIN, bounds.CHAIN + 2])
@pytest.mark.parametrize(
    ("made", "use"),
    [
        ("lambda path: requests.request({0}, BASE + path)", "{0}({1})"),
        ('{{"verb": {0}}}', 'requests.request({0}["verb"], BASE + {1})'),
        ("[{0}]", "requests.request({0}[0], BASE + {1})"),
        ("Sender({0})", "{0}.send({1})"),
    ],
)
def test_two_that_are_made_at_one_place_however_deep_it_is(tmp_path: Path, deep: int, made: str, use: str) -> None:
    sender = (
        "class Sender:\n    def __init__(self, verb):\n        self.verb = verb\n\n    def send(self, path):\n"
        "        return requests.request(self.verb, BASE + path)\n\n\n"
    )
    make = f"def make(verb):\n    return {made.format('verb')}\n\n\ndef m0():\n    return [make('GET'), make('POST')]\n\n\n"
    further = "".join(f"def m{each}():\n    return m{each - 1}()\n\n\n" for each in range(1, deep))
    uses = f"a, b = m{deep - 1}()\n{use.format('a', repr('/notes'))}\n{use.format('b', repr('/tasks'))}\n"
    found = told(reported(tmp_path, f"{HEAD}{sender}{make}{further}{uses}"))
    right = [resolved("GET /v2/notes"), resolved("POST /v2/tasks")]
    assert found == right or (deep >= bounds.CHAIN and [status for status, _, _ in found] == ["unresolved"] * 2)


@pytest.mark.parametrize("number", [bounds.RAISED, bounds.RAISED + 1])
def test_each_exception_that_a_function_raises_may_be_the_one(tmp_path: Path, number: int) -> None:
    other = "class Moved(Exception):\n    def __init__(self, verb, path):\n        self.verb = verb\n        self.path = path\n\n\n"
    raises = "".join(f"    if what == {each}:\n        raise Moved('GET', '/notes')\n" for each in range(number - 1))
    step = f"def step(what):\n{raises}    raise Moved('POST', '/tasks')\n\n\n"
    use = "def use(what):\n    try:\n        step(what)\n    except Moved as at:\n        requests.request(at.verb, BASE + at.path)\n"
    ((status, endpoints, _),) = told(reported(tmp_path, f"{HEAD}{other}{step}{use}"))
    known = ("resolved", ["GET /v2/notes", "POST /v2/tasks"])
    assert (status, endpoints) == (known if number <= bounds.RAISED else ("unresolved", []))


@pytest.mark.parametrize("more", [2, bounds.UNROLLED + 1])
def test_what_a_loop_leaves_in_a_name_is_of_its_last_round(tmp_path: Path, more: int) -> None:
    rows = ["/notes", *(f"/objects/o{number}" for number in range(more)), "/lists"]
    found = told(reported(tmp_path, f"{HEAD}for path in {tuple(rows)!r}:\n    kept = path\nrequests.get(BASE + kept)\n"))
    assert found == [resolved("GET /v2/lists")]


def any_of_many_objects(number: int, path: str = '"/objects/o{}"', last: str = '"/notes"') -> str:
    made = "".join(f"a{each} = A({path.format(each)})\n" for each in range(number - 1)) + f"a{number} = A({last})\n"
    return f"{HEAD}class A:\n    def __init__(self, path):\n        self.path = path\n\n\n{made}\n\n"


@pytest.mark.parametrize("number", [2, bounds.OPTIONS, bounds.OPTIONS + 1, bounds.OPTIONS + 10])
def test_each_of_many_objects_may_be_the_one_that_is_given(tmp_path: Path, number: int) -> None:
    found = told(reported(tmp_path, any_of_many_objects(number) + "def f(a: A):\n    requests.get(BASE + a.path)\n"))
    assert found == [resolved("GET /v2/notes", "GET /v2/objects/{object}")]


def test_any_of_too_many_objects_is_none_of_them(tmp_path: Path) -> None:
    found = told(reported(tmp_path, any_of_many_objects(MANY) + "def f(a: A):\n    requests.get(BASE + a.path)\n"))
    assert found == [("unresolved", [], TOO_MANY)]


def test_many_objects_of_another_vendor_hide_none_of_attios(tmp_path: Path) -> None:
    made = any_of_many_objects(bounds.OPTIONS + 10, '"https://api.hubapi.com/x{}"', 'BASE + "/notes"')
    found = reported(tmp_path, made + "def f(a: A):\n    requests.get(a.path)\n")
    assert told(found) == [resolved("GET /v2/notes")]


@pytest.mark.parametrize("attios", [1, MANY])
def test_attios_among_too_many_urls_of_two_vendors_keep_their_beginning(tmp_path: Path, attios: int) -> None:
    others = [f'"https://api.hubapi.com/x{n}/y"' for n in range(MANY if attios == 1 else 1)]
    mine = [f'BASE + "/objects/x{n}"' for n in range(attios)]
    assert told(reported(tmp_path, table([*others, *mine]))) == [resolved("GET /v2/objects/{object}")]


@pytest.mark.parametrize("number", [6, 20])
def test_parts_of_a_query_do_not_multiply(tmp_path: Path, number: int) -> None:
    parts = "".join(f'    if a{n}:\n        url += f"&a{n}={{a{n}}}"\n' for n in range(number))
    names = ", ".join(f"a{n}=None" for n in range(number))
    source = f'{HEAD}def notes({names}):\n    url = BASE + "/notes?sort=asc"\n{parts}    return requests.get(url)\n'
    assert told(reported(tmp_path, source)) == [resolved("GET /v2/notes")]


@pytest.mark.parametrize("number", [11, 17, 30])
def test_a_product_of_choices_keeps_its_base(tmp_path: Path, number: int) -> None:
    rows = "".join(f'    "k{n}": "/x{n}/y",\n' for n in range(number))
    source = f"{HEAD}ONE = {{\n{rows}}}\nTWO = {{\n{rows}}}\n\n\ndef show(one, two):\n    requests.get(BASE + ONE[one] + TWO[two])\n"
    assert told(reported(tmp_path, source)) == [("unresolved", [], TOO_MANY)]


def table_of_functions(number: int) -> str:
    functions = "".join(f"def f{n}(path):\n    return requests.get(BASE + path, params={{'n': {n}}})\n\n\n" for n in range(number))
    entries = "".join(f'    "k{n}": f{n},\n' for n in range(number))
    return f'{HEAD}{functions}TABLE = {{\n{entries}}}\n\n\ndef run(name):\n    TABLE[name]("/notes")\n'


@pytest.mark.parametrize("number", [24, 60, bounds.OPTIONS + 1, bounds.WAYS])
def test_each_function_of_a_table_is_called(tmp_path: Path, number: int) -> None:
    assert told(reported(tmp_path, table_of_functions(number))) == [resolved("GET /v2/notes")]


def test_more_functions_than_can_be_told_apart_are_not_silent(tmp_path: Path) -> None:
    calls = reported(tmp_path, table_of_functions(bounds.WAYS + 1))
    assert calls
    assert {call.status for call in calls} <= {"resolved", "unresolved"}


# --- what is too large ---

LINES = "\n".join(["Agenda: introductions, current tooling, data model, migration, security review, pricing, next steps."] * 300)


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


OFTEN = [25, 60, MANY]
"""Uses of one helper: each is worked out at its own line, however many there are."""


@pytest.mark.parametrize("number", OFTEN)
def test_a_retrying_helper(tmp_path: Path, number: int) -> None:
    uses = ['attempt(requests.get, BASE + "/notes")'] * (number - 1)
    calls = reported(tmp_path, helper(RETRY, [*uses, 'attempt(requests.delete, f"{BASE}/webhooks/{key}")']))
    assert told(calls) == [*[resolved("GET /v2/notes")] * (number - 1), resolved("DELETE /v2/webhooks/{webhook_id}")]
    assert len({call.line for call in calls}) == number


@pytest.mark.parametrize("number", OFTEN)
def test_a_retrying_helper_of_another_vendor_is_nobodys(tmp_path: Path, number: int) -> None:
    uses = ['print(BASE) or attempt(requests.get, "https://api.hubapi.com/notes")'] * number  # the name makes it matter
    assert reported(tmp_path, helper(RETRY, uses)) == ()


URL_OF = 'def url_of(path):\n    return f"{BASE}{path}"\n'


@pytest.mark.parametrize("number", OFTEN)
def test_a_helper_that_makes_urls(tmp_path: Path, number: int) -> None:
    uses = [f'requests.get(url_of("/objects/o{n}"))' for n in range(number - 1)]
    found = told(reported(tmp_path, helper(URL_OF, [*uses, 'requests.delete(url_of(f"/webhooks/{key}"))'])))
    assert found == [*[resolved("GET /v2/objects/{object}")] * (number - 1), resolved("DELETE /v2/webhooks/{webhook_id}")]


@pytest.mark.parametrize("number", [1, 2, 5])
@pytest.mark.parametrize("first", [True, False])
def test_clients_of_one_factory_do_not_hide_one_another_however_deep_it_is(tmp_path: Path, number: int, first: bool) -> None:
    deep = "".join(f"\n\ndef m{each}():\n    return m{each - 1}()\n" for each in range(1, number))
    made = f"import httpx\n\n\ndef make():\n    return httpx.Client()\n\n\ndef m0():\n    return [make(), make()]\n{deep}"
    hosts = ["BASE", '"https://api.hubapi.com"'][:: 1 if first else -1]
    uses = f"a, b = m{number - 1}()\na.base_url = {hosts[0]}\nb.base_url = {hosts[1]}\na.get('/notes')\nb.get('/notes')\n"
    found = reported(tmp_path, f"{HEAD}{made}\n\n{uses}")
    line = 1 + len(f"{HEAD}{made}\n\n".splitlines()) + (3 if first else 4)
    assert line in {call.line for call in found}
    assert {call.endpoints for call in found} == {frozenset({"GET /v2/notes"})}
    assert len(found) == 1 or number > 2, "where they are told apart, the other vendor's is nobody's"


CLIENT = """class Client:
    def __init__(self, base=BASE):
        self.base = base

    def _url(self, path):
        return self.base + path

    def _request(self, method, path):
        return requests.request(method, self._url(path))

"""


@pytest.mark.parametrize("number", OFTEN)
def test_the_methods_of_a_client_over_two_helpers(tmp_path: Path, number: int) -> None:
    methods = "".join(f'    def list_{n}(self):\n        return self._request("GET", "/objects/o{n}")\n\n' for n in range(number - 1))
    drop = '    def drop(self, key):\n        return self._request("DELETE", f"/webhooks/{key}")\n'
    found = told(reported(tmp_path, HEAD + CLIENT + methods + drop))
    assert found == [*[resolved("GET /v2/objects/{object}")] * (number - 1), resolved("DELETE /v2/webhooks/{webhook_id}")]


@pytest.mark.parametrize("number", OFTEN)
def test_a_helper_that_is_handed_the_base_keeps_it(tmp_path: Path, number: int) -> None:
    join = "def join(root, *parts):\n    return '/'.join([root, *parts])\n"
    uses = ['print(BASE) or requests.get(join("https://api.hubapi.com", "notes"))'] * number
    assert reported(tmp_path, helper(join, uses)) == ()
    calls = reported(tmp_path, helper(join, [*uses, 'requests.get(join(BASE if key else "https://api.hubapi.com", "notes"))']))
    assert told(calls) == [resolved("GET /v2/notes")]


@pytest.mark.parametrize("number", OFTEN)
def test_a_helper_that_looks_urls_up_names_none_that_is_not_asked_for(tmp_path: Path, number: int) -> None:
    lookup = 'PATHS = {"note": "/notes", "task": "/tasks"}\n\n\ndef path_of(name):\n    return BASE + PATHS[name]\n'
    found = told(reported(tmp_path, helper(lookup, ['requests.get(path_of("note"))'] * number)))
    assert found == [resolved("GET /v2/notes")] * number


@pytest.mark.parametrize("number", OFTEN)
def test_a_helper_that_gives_back_what_it_gets(tmp_path: Path, number: int) -> None:
    uses = ['requests.get(same(BASE + "/notes"))'] * number
    found = told(reported(tmp_path, helper("def same(url):\n    print(url)\n    return url\n", uses)))
    assert found == [resolved("GET /v2/notes")] * number


# --- depth, recursion, steps ---


@pytest.mark.parametrize("number", [3, bounds.SWEEPS, bounds.SWEEPS + 1, bounds.SWEEPS + bounds.BEYOND + 5])
def test_an_address_that_goes_from_attribute_to_attribute_arrives(tmp_path: Path, number: int) -> None:
    steps = "".join(f"def s{each}():\n    c.g{each} = c.g{each - 1}\n\n\n" for each in reversed(range(1, number)))
    use = f"class C:\n    pass\n\n\nc = C()\n\n\ndef use():\n    requests.get(c.g{number - 1})\n\n\n"
    found = told(reported(tmp_path, f'{HEAD}{use}{steps}def s0():\n    c.g0 = BASE + "/notes"\n'))
    assert [status for status, _, _ in found] == ["resolved" if number <= bounds.SWEEPS else "unresolved"]


def chain(length: int, base: str) -> str:
    steps = "".join(f"\n\ndef k{n}(c):\n    return k{n - 1}(c)\n" for n in range(1, length))
    make = f'\n\ndef main():\n    k{length - 1}(httpx.Client(base_url="{base}"))\n'
    return f'import httpx\n\n\ndef k0(c):\n    return c.get("/notes")\n{steps}{make}'


@pytest.mark.parametrize("length", [17, 40, MANY])
def test_a_client_is_followed_through_any_number_of_calls(tmp_path: Path, length: int) -> None:
    assert told(reported(tmp_path, chain(length, "https://api.attio.com/v2"))) == [resolved("GET /v2/notes")]
    assert reported(tmp_path, chain(length, "https://api.hubapi.com")) == ()


WALK = HEAD + 'def walk(path, n):\n    requests.get(BASE + path)\n    if n:\n        walk(path + "{}", n - 1)\n\n\nwalk("/objects", 3)\n'


def test_a_recursion_that_leaves_the_path_alone_is_resolved(tmp_path: Path) -> None:
    assert told(reported(tmp_path, WALK.replace("{}", "?x=1"))) == [resolved("GET /v2/objects")]
    assert told(reported(tmp_path, WALK.replace(' + "{}"', ""))) == [resolved("GET /v2/objects")]


def test_a_recursion_that_changes_the_path_names_what_its_first_rounds_send(tmp_path: Path) -> None:
    (call,) = reported(tmp_path, WALK.replace("{}", "/x"))
    assert call.status == "unresolved" or {"GET /v2/objects", "GET /v2/objects/{object}"} <= call.endpoints


def stages(number: int) -> str:
    """Functions each of which calls the next twice: more steps than there are."""
    first = "def stage0(url, payload=None, trace=None):\n    return requests.post(url, json=payload)\n"
    more = "".join(
        f"\n\ndef stage{n}(url, payload=None, trace=None):\n    if trace:\n        stage{n - 1}(url + '/{n}', payload, trace)\n"
        f"    return stage{n - 1}(url, payload, trace)\n"
        for n in range(1, number)
    )
    return first + more


def test_what_stands_between_many_calls_knows_its_variables(tmp_path: Path) -> None:
    body = (
        '\n\ndef sync(hook, trace, new):\n    stage12(hook, {"text": "x"}, trace)\n    base = BASE\n    session = requests.Session()\n'
        '    session.get(f"{base}/lists")\n    for _ in hook:\n        stage12(hook, {}, trace)\n        if new:\n'
        '            url = base + "/tasks"\n        else:\n            url = base + "/notes"\n        requests.post(url)\n'
    )
    calls = reported(tmp_path, HEAD + stages(13) + body)
    assert told(calls) == [resolved("GET /v2/lists"), resolved("POST /v2/notes", "POST /v2/tasks")]


def test_heads_of_statements_around_many_calls_count_too(tmp_path: Path) -> None:
    body = (
        "\n\ndef sync(hook, trace):\n    with requests.Session() as session:\n        stage12(hook, {}, trace)\n"
        '        for name in requests.get(BASE + "/lists").json():\n            stage12(hook, {}, trace)\n'
        '            session.get(f"{BASE}/objects/{name}")\n    if requests.post(BASE + "/notes"):\n        stage12(hook, {}, trace)\n'
    )
    calls = reported(tmp_path, HEAD + stages(13) + body)
    assert told(calls) == [resolved("GET /v2/lists"), resolved("GET /v2/objects/{object}"), resolved("POST /v2/notes")]


@pytest.mark.parametrize("number", [16, 40])
def test_functions_that_each_call_the_next_twice_say_what_they_may_send(tmp_path: Path, number: int) -> None:
    calls = reported(tmp_path, f'{HEAD}{stages(number)}\n\ndef sync(trace):\n    stage{number - 1}(BASE + "/notes", {{}}, trace)\n')
    found = told(calls)
    assert resolved("POST /v2/notes") in found
    assert ("unresolved", [], TOO_MANY) in found
    assert len(found) == 2


def test_many_calls_elsewhere_end_nothing(tmp_path: Path) -> None:
    head = 'import requests\nfrom fastapi import FastAPI\n\nBASE = "https://api.attio.com/v2"\napp = FastAPI()\n\n\n'
    route = '@app.get("/notes")\ndef notes():\n    return requests.get(f"{BASE}/notes").json()\n\n\n'
    calls = reported(tmp_path, f'{head}{route}{stages(16)}\n\ndef sync(trace):\n    stage15(BASE + "/x", {{}}, trace)\n')
    assert resolved("GET /v2/notes") in told(calls)


# --- classes that may derive from one ---


@pytest.mark.parametrize(("most", "said"), [(3, False), (2, True)])
def test_very_many_classes_below_one_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int, said: bool) -> None:
    """Modules in which a class of Attio's may have derived ones are read up to a bound; past it the run says so, and no scope is unused."""
    monkeypatch.setattr(bounds, "DERIVED", most)
    url = '    p = "/self"\n\n    def url(self):\n        return BASE + self.p\n'
    (tmp_path / "base.py").write_text(f"{HEAD}class A:\n{url}\n\ndef go(a: A):\n    requests.get(a.url())\n", encoding="utf-8")
    for number in range(3):
        text = f"from base import A\n\n\nclass C{number}(A):\n    p = '/self'\n"
        (tmp_path / f"m{number}.py").write_text(text, encoding="utf-8")
    (tmp_path / "attio-scopes.yaml").write_text('scopes: ["webhook:read"]\n', encoding="utf-8")
    done = CliRunner().invoke(main, ["check", str(tmp_path), "--no-cache", "--verbose"], catch_exceptions=False)
    assert "/v2/self" in CliRunner().invoke(main, ["calls", str(tmp_path), "--no-cache"]).stdout
    assert ("bound reached: derived at base.py" in done.stderr) is said
    assert ("unused scopes not checked" in done.stdout) is said


def test_what_one_run_looked_at_does_not_count_in_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An editor's process makes many runs, and the hundredth says what the first does."""
    made = any_of_many_objects(bounds.OPTIONS + 10) + "def f(a: A):\n    requests.get(BASE + a.path)\n"
    first = told(reported(tmp_path, made))
    monkeypatch.setattr(choice, "_SPENT", [[bounds.EFFORT + 1, 0]])
    assert told(reported(tmp_path, made)) == first
    assert [status for status, _, _ in first] == ["resolved"]
