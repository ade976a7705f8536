"""Each bound made small: at the bound nothing is blurred, one beyond it is.

The bounds of the engine are large: tests with as many things would take long, and hardly tell one from one more. Here a bound is a few, and
a program has as many things as that, and one more.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from click.testing import CliRunner

import attio_scopes.engine
from attio_scopes.cli import main
from attio_scopes.engine import bounds, operations, substitution
from attio_scopes.engine.body import loops
from attio_scopes.engine.construct import site_of
from attio_scopes.engine.container_changes import copied
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import choose, combine, effort, either, spent
from attio_scopes.engine.domain.evidence import evidence, lost, open_terms
from attio_scopes.engine.domain.reasons import too_deep, too_far_away, too_many
from attio_scopes.engine.domain.state import one_mapping
from attio_scopes.engine.library.loading import LOADING
from attio_scopes.engine.project.imports import FOLDER
from attio_scopes.engine.recursion import Activation, activation
from attio_scopes.engine.summary import At, reached_through
from attio_scopes.engine.waiting import _any_of_these
from attio_scopes.engine.widening import widened
from attio_scopes.engine.world import World, _settled

HEAD = 'import requests\n\nBASE = "https://api.attio.com/v2"\n'
HOST = v.text("https://api.attio.com")

for _finder, name, _is_package in pkgutil.walk_packages(attio_scopes.engine.__path__, "attio_scopes.engine."):
    importlib.import_module(name)


def forget() -> None:
    """What the engine remembers of values was worked out with other bounds."""
    for name, module in list(sys.modules.items()):
        if name.startswith("attio_scopes.engine"):
            for kept in vars(module).values():
                if hasattr(kept, "cache_clear"):
                    kept.cache_clear()


@pytest.fixture(autouse=True)
def _afresh() -> Any:
    forget()
    yield
    forget()


def told(folder: Path, source: str) -> list[Any]:
    """The calls of a program, each with its endpoints, why it is not resolved, and how many frames it has."""
    (folder / "app.py").write_text(source, encoding="utf-8")
    result = CliRunner().invoke(main, ["calls", str(folder), "--format", "json", "--no-cache"], catch_exceptions=False)
    return [
        (call["line"], sorted(f"{one['method']} {one['path']}" for one in call["endpoints"]), call["reason"], len(call["via"]))
        for call in json.loads(result.stdout)["calls"]
    ]


def paths(number: int) -> list[str]:
    """So many paths of which the last is another endpoint's, as Python."""
    return [*(f'"/objects/o{each}"' for each in range(number - 1)), '"/notes"']


def listed(number: int) -> str:
    return ", ".join(paths(number)) + ","


# Programs: so many things, and what is made of them.


def table(number: int) -> str:
    rows = "".join(f'    "k{each}": {path},\n' for each, path in enumerate(paths(number)))
    return f"T = {{\n{rows}}}\n\n\ndef f(name):\n    requests.get(BASE + T[name])\n"


def arms(number: int) -> str:
    """Verbs and paths that belong together by the branch that sets them."""
    verbs, of_attio = ("GET", "POST"), ("/tasks", "/notes", "/objects", "/lists")
    lines = "".join(
        f'    {"el" if each else ""}if a == {each}:\n        m, p = "{verbs[each % 2]}", "{of_attio[each % 4]}"\n'
        for each in range(number - 1)
    )
    return f'{lines}    else:\n        m, p = "DELETE", "/webhooks/1"\n'


def together(number: int) -> str:
    return f"def f(a):\n{arms(number)}    requests.request(m, BASE + p)\n"


def together_in_a_list(number: int) -> str:
    return f"def g(a):\n{arms(number)}    return [m, p]\n\n\ndef f(a):\n    r = g(a)\n    requests.request(r[0], BASE + r[1])\n"


def product(number: int) -> str:
    rows = "".join(f'    "k{each}": "/objects/o{each}",\n' for each in range(number))
    return f'T = {{\n{rows}}}\nU = {{"a": "", "b": "/attributes"}}\n\n\ndef f(a, b):\n    requests.get(BASE + T[a] + U[b])\n'


def appended(number: int) -> str:
    lines = "".join(f"    a.append({path})\n" for path in paths(number))
    return f"def f():\n    a = []\n{lines}    requests.get(BASE + a[-1])\n"


def entered(number: int) -> str:
    lines = "".join(f'    a["k{each}"] = {path}\n' for each, path in enumerate(paths(number)))
    return f'def f():\n    a = {{}}\n{lines}    requests.get(BASE + a["k{number - 1}"])\n'


def added(number: int) -> str:
    return f"def f():\n    a = [{', '.join(paths(number)[:-1])}]\n    b = a + [{paths(number)[-1]}]\n    requests.get(BASE + b[-1])\n"


def an_item_of_a_long_list(number: int) -> str:
    """The last but so many: a list that is long already, and another one."""
    return f"def f():\n    a = [{listed(8)}]\n    b = a + ['/tasks']\n    requests.delete(BASE + b[{number - 1}] + '/1')\n"


def products_of_lists(number: int) -> str:
    rows = f"list(itertools.product([{listed(number)}], [1]))"
    return f"import itertools\n\n\ndef f():\n    rows = {rows}\n    requests.get(BASE + rows[-1][0])\n"


def loop(number: int) -> str:
    return f"def f():\n    urls = []\n    for p in ({listed(number)}):\n        urls.append(BASE + p)\n    requests.get(urls[-1])\n"


def comprehension(number: int) -> str:
    return f"def f():\n    urls = [BASE + p for p in ({listed(number)})]\n    requests.get(urls[-1])\n"


def filtered(number: int) -> str:
    return f'def f():\n    urls = [BASE + p for p in ({listed(number)}) if p != "/x"]\n    requests.get(urls[-1])\n'


def mapped(number: int) -> str:
    return f"def f():\n    urls = list(map(lambda p: BASE + p, [{listed(number)}]))\n    requests.get(urls[-1])\n"


def pieces(number: int) -> str:
    """A text of the base, so many unknown ones and an end."""
    names = [f"a{each}" for each in range(number - 2)]
    joined = " + ".join(f"str({name})" for name in names)
    return f'def f({", ".join(names)}):\n    requests.get(BASE + "/objects/" + {joined} + "/attributes")\n'


def characters(number: int) -> str:
    """A text of so many characters in all."""
    return f'def f():\n    requests.get(BASE + "/notes/{"x" * (number - len("https://api.attio.com/v2/notes/") - 2)}" + "/y")\n'


def attributes(number: int) -> str:
    way = ".".join(f"a{each}" for each in range(number))
    lines = "".join(f"x.a{each} = O()\nx = x.a{each}\n" for each in range(number - 1))
    return (
        f'def f(p):\n    requests.get(BASE + p.{way})\n\n\nclass O:\n    pass\n\n\nx = o = O()\n{lines}x.a{number - 1} = "/notes"\nf(o)\n'
    )


def items(number: int) -> str:
    way = "".join(f'["a{each}"]' for each in range(number))
    lines = "".join(f'o = {{"a{each}": o}}\n' for each in reversed(range(number)))
    return f'def f(p):\n    requests.get(BASE + p{way})\n\n\no = "/notes"\n{lines}f(o)\n'


def collected(number: int) -> str:
    more = ', "x"' * (number - 1)
    lines = '    out = []\n    for p in parts:\n        out.append(p)\n    requests.get(BASE + "/" + "/".join(out))\n'
    return f'def f(parts):\n{lines}\n\nf(["objects"{more}])\n'


def kept_or_not(number: int) -> str:
    pairs = ", ".join(f'("x{each}", a{each})' for each in range(number))
    names = ", ".join(f"a{each}" for each in range(number))
    return f'def f({names}):\n    parts = [p for p, ok in ({pairs},) if ok]\n    requests.get(BASE + "/objects/" + "/".join(parts))\n'


def there_or_not(number: int) -> str:
    names = ", ".join(f"a{each}" for each in range(number))
    lines = "".join(f'    if a{each}:\n        m["k{each}"] = "x"\n' for each in range(number))
    return f'def f({names}):\n    m = {{}}\n{lines}    requests.get(BASE + "/objects/" + "/".join(m.values()))\n'


def two_of_a_factory(number: int) -> str:
    """Two objects of one place, which are told apart by the call that made them, so many calls further in."""
    inner = "class C:\n    def __init__(self, p):\n        self.p = p\n\n\ndef make(p):\n    return C(p)\n\n\n"
    inner += 'def m0():\n    return [make("/notes"), make("/tasks")]\n'
    more = "".join(f"\n\ndef m{each}():\n    return m{each - 1}()\n" for each in range(1, number))
    return f"{inner}{more}\n\na, b = m{number - 1}()\nrequests.get(BASE + a.p)\nrequests.post(BASE + b.p)\n"


def down(number: int) -> str:
    """So many frames from the call that decides the path to the one that sends."""
    more = "".join(f"\n\ndef f{each}(p):\n    return f{each - 1}(p)\n" for each in range(1, number))
    return f'def f0(p):\n    return requests.get(BASE + p)\n{more}\n\nf{number - 1}("/notes")\n'


def raised(number: int) -> str:
    classes = "".join(f"class E{each}(Exception):\n    def __init__(self, p):\n        self.p = p\n\n\n" for each in range(number))
    raises = "".join(f"    if a == {each}:\n        raise E{each}({path})\n" for each, path in enumerate(paths(number)))
    handlers = "".join(f"    except E{each} as e:\n        requests.get(BASE + e.p)\n" for each in range(number))
    return f"{classes}def g(a):\n{raises}\n\ndef f(a):\n    try:\n        g(a)\n{handlers}"


def handed_up(number: int) -> str:
    lines = f"    out = []\n    for p in ({listed(number)}):\n        out.append(requests.get(base + p))\n"
    return f"def f(base):\n{lines}\n\nf(BASE)\n"


def objects(number: int) -> str:
    made = "".join(f"a{each} = A({path})\n" for each, path in enumerate(paths(number)))
    of_any = "def f(a: A):\n    requests.get(BASE + a.p)\n"
    return f"class A:\n    def __init__(self, p):\n        self.p = p\n\n\n{made}\n\n{of_any}"


def handed_to_a_parameter(number: int) -> str:
    """A function that gets verbs with their paths one after another, from a loop that is run round by round."""
    pairs = ", ".join(f'("{"GET" if each % 2 else "POST"}", {path})' for each, path in enumerate(paths(number)))
    lines = f"    out = []\n    for m, p in ({pairs},):\n        out.append(send(m, BASE + p))\n"
    return f"def f(send):\n{lines}\n\nf(requests.request)\n"


def two_clients_of_a_factory(number: int) -> str:
    inner = "import httpx\n\n\ndef make():\n    return httpx.Client()\n\n\ndef m0():\n    return [make(), make()]\n"
    more = "".join(f"\n\ndef m{each}():\n    return m{each - 1}()\n" for each in range(1, number))
    uses = 'a.base_url = BASE\nb.base_url = "https://api.hubapi.com"\na.get("/notes")\nb.get("/tasks")\n'
    return f"{inner}{more}\n\na, b = m{number - 1}()\n{uses}"


def two_mappings_of_a_factory(number: int) -> str:
    inner = 'def make(p):\n    return {"p": p}\n\n\ndef m0():\n    return [make("/notes"), make("/tasks")]\n'
    more = "".join(f"\n\ndef m{each}():\n    return m{each - 1}()\n" for each in range(1, number))
    return f'{inner}{more}\n\na, b = m{number - 1}()\nrequests.get(BASE + a["p"])\nrequests.post(BASE + b["p"])\n'


def variables_of_a_loop(number: int) -> str:
    verbs, of_attio = ("GET", "POST"), ("/notes", "/tasks", "/lists", "/objects", "/webhooks", "/self", "/meetings", "/files")
    pairs = [f'"{verbs[each % 2]}", "{of_attio[each % 8]}"' for each in range(number - 1)]
    lines = "".join(f"        {'el' if each else ''}if c == {each}:\n            m, p = {pair}\n" for each, pair in enumerate(pairs))
    return f'def f(c):\n    m, p = "DELETE", "/webhooks/1"\n    while c:\n        requests.request(m, BASE + p)\n{lines}'


def shortened(number: int) -> str:
    lines = '    while p.startswith("/"):\n        p = p[1:]\n    requests.get(BASE + "/" + p)\n'
    return f'def f(p):\n{lines}\n\nf("{"/" * number}notes")\n'


def collected_of_a_mapping(number: int) -> str:
    more = "".join(f', "k{each}": "x"' for each in range(number - 1))
    lines = '    out = []\n    for p in parts:\n        out.append(parts[p])\n    requests.get(BASE + "/" + "/".join(out))\n'
    return f'def f(parts):\n{lines}\n\nf({{"a": "objects"{more}}})\n'


def filtered_by_a_function(number: int) -> str:
    return f'def f():\n    ps = list(filter(lambda p: p != "/x", [{listed(number)}]))\n    requests.get(BASE + ps[-1])\n'


def classes(number: int) -> str:
    """So many classes below one."""
    base = 'class A:\n    p = "/self"\n\n    def go(self):\n        requests.get(BASE + self.p)\n\n\n'
    below = "".join(f"class C{each}(A):\n    p = {path}\n\n\n" for each, path in enumerate(paths(number)))
    return f"{base}{below}def f(a: A):\n    requests.post(BASE + a.p)\n"


def through_attributes(number: int) -> str:
    """An address that functions hand on from attribute to attribute, in an order in which each has to be looked at again."""
    use = f"def use():\n    requests.get(c.g{number - 1})\n\n\n"
    steps = "".join(f"def s{each}():\n    c.g{each} = c.g{each - 1}\n\n\n" for each in reversed(range(1, number)))
    return f'class C:\n    pass\n\n\nc = C()\n\n\n{use}{steps}def s0():\n    c.g0 = BASE + "/notes"\n'


EDGES: dict[str, tuple[Callable[[int], str], dict[str, int], int]] = {
    "options of a table": (table, {"OPTIONS": 3, "WAYS": 1}, 3),
    "ways to what belongs together": (together, {"WAYS": 3}, 3),
    "tests on the way to what belongs together": (together, {"TESTS": 9}, 4),
    "fewer of these": (together, {"TESTS": 8}, 3),
    "tests within what a function gives": (together_in_a_list, {"TESTS_WITHIN": 5}, 3),
    "fewer of those": (together_in_a_list, {"TESTS_WITHIN": 8}, 3),
    "combinations": (product, {"COMBINATIONS": 4}, 2),
    "one combination less": (product, {"COMBINATIONS": 5}, 2),
    "items that are appended": (appended, {"ITEMS": 4}, 4),
    "entries that are set": (entered, {"ITEMS": 4}, 5),
    "items of two lists": (added, {"ITEMS": 4}, 4),
    "the first items of two lists": (an_item_of_a_long_list, {"ITEMS": 3}, 3),
    "items of a product": (products_of_lists, {"ITEMS": 4}, 4),
    "rounds of a loop that collects": (loop, {"UNROLLED": 4}, 4),
    "rounds of a comprehension": (comprehension, {"UNROLLED": 4}, 4),
    "rounds of a comprehension with a condition": (filtered, {"UNROLLED": 4}, 4),
    "rounds of map": (mapped, {"UNROLLED": 4}, 4),
    "pieces of a text": (pieces, {"PIECES": 5}, 5),
    "characters of a text": (characters, {"TEXT": 50}, 50),
    "attributes from an argument": (attributes, {"PATH": 3}, 3),
    "items from an argument": (items, {"PATH": 3}, 3),
    "items over which a function collects": (collected, {"SPREAD": 3}, 3),
    "items that are kept or not": (kept_or_not, {"SIFTED": 4}, 2),
    "one way to keep them less": (kept_or_not, {"SIFTED": 7}, 2),
    "entries that are there or not": (there_or_not, {"SIFTED": 4}, 2),
    "one way to have them less": (there_or_not, {"SIFTED": 7}, 2),
    "calls by which objects are told apart": (two_of_a_factory, {"CHAIN": 2}, 1),
    "calls by which clients are told apart": (two_clients_of_a_factory, {"CHAIN": 2}, 1),
    "calls by which mappings are told apart": (two_mappings_of_a_factory, {"CHAIN": 2}, 1),
    "values of variables of a loop together": (variables_of_a_loop, {"TOGETHER": 3}, 2),
    "rounds of a loop that changes a caller's text": (shortened, {"PEELED": 2}, 1),
    "entries over which a function collects": (collected_of_a_mapping, {"SPREAD": 3}, 3),
    "items that filter keeps or not": (filtered_by_a_function, {"UNROLLED": 3}, 3),
    "classes below one": (classes, {"OPTIONS": 3}, 2),
    "rounds through what is stored for all": (through_attributes, {"SWEEPS": 3}, 3),
    "frames of a trace": (down, {"TRACE": 3}, 3),
    "calls that a request goes through": (down, {"PLACES": 4}, 3),
    "exceptions that are handed on": (raised, {"RAISED": 3}, 3),
    "calls of what a caller gives": (handed_to_a_parameter, {"ALIKE": 3}, 3),
    "objects of a class": (objects, {"ITEMS": 3}, 3),
    "requests of one place that are handed up": (handed_up, {"OPTIONS": 3, "ALIKE": 50}, 3),
}
"""By what is counted: the program, the bounds, and the most for which nothing is blurred."""


@pytest.mark.parametrize("what", EDGES)
def test_one_more_is_blurred_and_as_many_are_not(what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program, small, most = EDGES[what]
    whole = [told(tmp_path, HEAD + "\n\n" + program(number)) for number in (most, most + 1)]
    assert whole[0]
    forget()
    for name, value in small.items():
        monkeypatch.setattr(bounds, name, value)
    assert told(tmp_path, HEAD + "\n\n" + program(most)) == whole[0]
    assert told(tmp_path, HEAD + "\n\n" + program(most + 1)) != whole[1]


# Values


def within(value: v.Value, number: int) -> v.Value:
    for _ in range(number):
        value = v.Seq("list", (value,))
    return value


def test_evidence_and_what_waits_are_found_so_far_within(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "WITHIN", 3)
    param = v.Param("crm:send:path")
    assert [bool(evidence(within(HOST, number))) for number in (4, 5)] == [True, False]
    assert [list(open_terms(within(param, number))) for number in (3, 4)] == [[param], []]


def test_an_unknown_waits_for_so_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "DEPTH", 3)
    params = [v.Param(f"crm:send:p{number}") for number in range(5)]
    for number in (3, 4):
        found = lost("made of them", *params[:number])
        assert isinstance(found, v.Lost)
        assert found.terms == tuple(params[:3])


def test_items_that_a_place_may_be_at_are_told_apart_up_to_so_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "OPTIONS", 3)
    texts = [v.text(f"https://api.attio.com/v2/{name}") for name in ("notes", "tasks", "lists", "self")]
    told_apart = [option.guards for option in v.options(either("here", texts[:3]))]
    assert len(set(told_apart)) == 3
    assert len({option.guards for option in v.options(either("here", texts))}) == 1


def calls(number: int, path: str = "app.py") -> tuple[At, ...]:
    return tuple(At(path, (line, 0, line, 9), "f", (line, line)) for line in range(1, number + 1))


def test_the_outermost_of_too_many_calls_is_kept_where_the_others_are_of_a_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "PLACES", 3)
    inner, own = calls(3, "<site-packages>/acme/client.py"), calls(2)
    assert reached_through(inner, own[:1]) == (*inner[:2], own[0])
    assert reached_through(inner[:2], own[:1]) == (*inner[:2], own[0])
    assert reached_through(inner[:2], own) == (*inner[:2], own[0])
    assert reached_through(calls(3), own) == calls(3)


# Recursion


class _Function:
    """What is asked of a function that calls itself."""

    class facts:  # noqa: N801 - as a function has it
        name = "walk"


def levels(number: int) -> tuple[Activation | None, list[Activation]]:
    """The activation beyond so many, each with another argument; and those before it."""
    active: list[Activation] = []
    target: Any = _Function()
    for each in range(number):
        found = activation(active, target, None, None, v.Arguments((v.text(f"/{each}"),)))
        assert found is not None
        active.append(found)
    return activation(active, target, None, None, v.Arguments((v.text(f"/{number}"),))), active


def stands_for_all(number: int) -> bool:
    found, before = levels(number)
    assert found is not None
    assert not any(one.last for one in before)
    return found.last


def test_a_function_is_followed_into_itself_so_often_whatever_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "ACTIVE", 3)
    monkeypatch.setattr(bounds, "LEVELS", 0)
    assert [stands_for_all(2), stands_for_all(3)] == [False, True]


def test_and_further_as_long_as_there_are_few_levels(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "ACTIVE", 1)
    monkeypatch.setattr(bounds, "LEVELS", 4)
    assert [stands_for_all(3), stands_for_all(4)] == [False, True]


def test_and_few_activations_in_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "ACTIVE", 1)
    monkeypatch.setattr(bounds, "DESCENTS", 4)
    assert [stands_for_all(4), stands_for_all(5)] == [False, True]


def test_what_was_there_before_is_not_followed_again() -> None:
    target: Any = _Function()
    first = activation([], target, None, None, v.Arguments((v.text("/a"),)))
    assert first is not None
    assert activation([first], target, None, None, v.Arguments((v.text("/a"),))) is None
    assert activation([first._replace(last=True)], target, None, None, v.Arguments((v.text("/b"),))) is None


# What goes on growing


def shared(number: int) -> int:
    """How many of so many values a global is told to have."""
    world = World()
    for each in range(number):
        world.add(("global", "BASE"), v.text(f"/{each}"))
    return len(v.options(world.parts["global", "BASE"][None]))


def test_a_place_for_all_gets_so_many_values(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "OPTIONS", 2)
    assert [shared(4), shared(5)] == [4, 4]


def reached(number: int) -> set[str]:
    """The bounds that are told where a body leaves something else so many times."""
    world = World()
    for each in range(number + 1):
        world.note("question", {("global", "BASE"): v.text(f"/{each}")}, frozenset())
    return set(world.reached)


def test_a_body_that_leaves_something_else_each_time_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "ROUNDS", 3)
    assert [reached(3), reached(4)] == [set(), {"sweeps"}]


def test_what_a_body_leaves_ends_to_grow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "ROUNDS", 3)
    short, long = v.text("/a"), v.text("/a/a")
    assert _settled(short, long, 3) == long
    assert _settled(short, long, 4) != long
    one, other = v.Seq("list", (short,)), v.Seq("list", (long, long))
    assert _settled(one, other, 3) == other
    ended = _settled(one, other, 4)
    assert isinstance(ended, v.Seq)
    assert (ended.items, ended.rest is not None) == ((), True)


def test_a_question_looks_at_so_many_options(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "EFFORT", 3)
    with effort():
        assert [spent(3), spent(1)] == [False, True]


def test_what_waits_for_callers_is_changed_so_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "DEPTH", 3)
    monkeypatch.setitem(operations._OPERATIONS, "again", lambda fr, operands, extra: v.Apply("attribute", operands, "x"))
    frame: Any = SimpleNamespace(ask=SimpleNamespace(world=World()), module=SimpleNamespace(path="app.py"))
    value: v.Value = v.Param("app:f:p")
    for _ in range(3):
        value = operations.apply(frame, "again", (value,), None)
        assert isinstance(value, v.Apply)
    assert isinstance(operations.apply(frame, "again", (value,), None), v.Lost)
    assert frame.ask.world.reached == {"depth": {"app.py"}}


def test_what_is_said_of_too_many_combinations(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "COMBINATIONS", 3)
    texts = v.Choice(tuple(v.Option(frozenset({v.Guard("at", name, 1)}), v.Seq("list", (v.text(name),))) for name in ("a", "b")))
    others = v.Choice(tuple(v.Option(frozenset({v.Guard("at", name, 1)}), v.text(name)) for name in ("https://a/", "c", "d")))
    made = combine([texts, others], lambda one, other: v.Seq("tuple", (one, other)))
    assert isinstance(made, v.Seq)
    assert [one.reason for one in made.items if isinstance(one, v.Lost)][:1] == [too_many()]


def test_a_copy_is_told_apart_by_so_many_calls(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "CHAIN", 2)
    made: list[v.Site] = []
    frame: Any = SimpleNamespace(make=made.append, store=lambda key, held: None)
    copied(frame, v.Ref(v.Site("app.py", (1, 0, 1, 9), (7, 8)), "list"), v.Seq("list", ()))
    assert [site.chain for site in made] == [(-1, 7, v.CUT)]


def test_an_object_that_is_made_is_told_apart_by_so_many_calls(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "CHAIN", 2)
    for chain, kept in (((7,), (7,)), ((7, 8), (7, 8)), ((7, 8, 9), (7, 8, v.CUT))):
        frame: Any = SimpleNamespace(number=lambda span: 0, chain=chain, make=lambda site: None)
        assert site_of(frame, (At("app.py", (1, 0, 1, 9), "f", (1, 1)),)).chain == kept


def test_a_place_of_a_callee_is_told_apart_by_so_many_calls(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "CHAIN", 2)
    assert substitution._token(("app.py", (1, 0), (8,)), 7) == ("app.py", (1, 0), (7, 8))
    assert substitution._token(("app.py", (1, 0), (8, 9)), 7) == ("app.py", (1, 0), (7, 8))


def test_columns_of_calls_that_are_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "OPTIONS", 2)
    texts: list[v.Value] = [v.text(f"/{name}") for name in ("notes", "tasks", "lists")]
    assert len(v.options(_any_of_these(texts[:2]))) == 2
    assert len(v.options(_any_of_these(texts))) == 1


def test_what_may_be_called_is_told_apart_for_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"WAYS": 1, "OPTIONS": 1, "ITEMS": 3}.items():
        monkeypatch.setattr(bounds, name, value)
    partials = [v.Partial(v.External(f"requests.{number}"), v.Arguments()) for number in range(4)]
    called = [v.Option(frozenset({v.Guard("at", "here", number)}), one) for number, one in enumerate(partials)]
    assert len(v.options(choose(called[:3]))) == 3
    assert isinstance(choose(called), v.Lost)


def test_values_of_a_loop_end_to_grow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "ROUNDS", 5)
    new = v.Choice(tuple(v.Option(frozenset({v.Guard("at", "here", number)}), v.Scalar(number)) for number in range(3)))
    nothing: Any = SimpleNamespace(ask=SimpleNamespace(carries=lambda values: False))
    assert loops._grown(nothing, v.Scalar(0), new, 2) == new
    assert isinstance(loops._grown(nothing, v.Scalar(0), new, 3), v.Lost)


def test_one_of_so_many_mappings_is_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "TOGETHER", 2)
    maps: list[v.Value] = [v.Map(((v.text("k"), v.text(f"/{number}")),)) for number in range(3)]

    def held(values: list[v.Value]) -> v.Value:
        return v.Choice(tuple(v.Option(frozenset({v.Guard("at", "here", number)}), one) for number, one in enumerate(values)))

    for few in (held(maps[:2]), held([*maps[:2], v.NONE])):
        assert one_mapping(few) == few
    assert isinstance(one_mapping(held(maps)), v.Map)


def test_ways_of_a_test_of_a_callee(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "WAYS_OF_A_TEST", 2)
    asked = v.Guard("is", "asked", True)
    for number, kept in ((2, 2), (3, 1)):
        ways = [frozenset({v.Guard("at", "here", each)}) for each in range(number)]
        monkeypatch.setattr(substitution, "_guard", lambda call, guard, ways=ways: ways)
        call: Any = SimpleNamespace(guards={})
        assert len(substitution.guards_for(call, frozenset({asked}))) == kept


def test_a_request_that_is_too_far_away_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "PLACES", 4)
    (found,) = told(tmp_path, HEAD + "\n\n" + down(4))
    assert found[2].endswith(too_far_away(4))


def test_packages_are_gone_through_so_deep(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "PATH", 2)
    modules = {tuple("abcd"[:depth]): SimpleNamespace(is_package=True) for depth in range(1, 5)}
    frame: Any = SimpleNamespace(ask=SimpleNamespace(program=SimpleNamespace(by_parts=modules)))
    path = v.Made(FOLDER, v.Arguments((v.text("a"),)))
    found = LOADING["pkgutil.walk_packages"](frame, v.Arguments((path,)), ())
    assert isinstance(found, v.Seq)
    assert len(found.items) == 2


def test_what_calls_itself_says_how_often_it_was_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "ROUNDS", 3)
    found = widened(v.text("/a"), v.text("/b"), "walk")
    assert {piece.reason for one in v.options(found) for piece in getattr(one.value, "pieces", ()) if isinstance(piece, v.Gap)} == {
        too_deep("walk", 3)
    }
