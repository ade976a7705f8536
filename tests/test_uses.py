"""What a function does with one of its parameters, by what is written there."""

from __future__ import annotations

import textwrap

import pytest

from attio_scopes.engine.uses import Use, use_of
from attio_scopes.model import facts as f
from attio_scopes.model.program import FunctionDef, Module
from attio_scopes.parsing import facts_of


def use(body: str, params: str = "it, other", items: bool = False) -> Use:
    """The use of `it` in a function of this body."""
    text = f"def used({params}):\n{textwrap.indent(textwrap.dedent(body), '    ')}\n"
    facts = facts_of("used.py", text.encode())
    assert isinstance(facts, f.ModuleFacts)
    function = facts.body[0]
    assert isinstance(function, f.Function)
    module = Module("used.py", ("used",), False, True, None)  # type: ignore[arg-type]  # nothing is asked of it
    return use_of(FunctionDef(module, function), "it", items)


@pytest.mark.parametrize(
    "body",
    [
        "return other",
        "return len(it)",
        "if it:\n    return 1",
        "if not it or it is None:\n    return it == other",
        "raise ValueError(f'{it!r} is {it}')",
        "print(isinstance(it, dict), repr(it))",
        "same = it\nreturn same.name",
        "own = []\nown.append(it)\nreturn len(own)",
        "for one in [it]:\n    one.name",
    ],
)
def test_what_only_looks_keeps_nothing(body: str) -> None:
    found = use(body)
    assert (found.kept, found.shared, found.handed) == (False, False, frozenset())


@pytest.mark.parametrize(
    ("body", "shared"),
    [
        ("return it", False),
        ("same = it\nreturn same", False),
        ("own = [it]\nreturn own", False),
        ("own = []\nown.append(it)\nreturn own", False),
        ("other.last = it", False),
        ("other[it.name] = it", False),
        ("LAST.it = it", True),
        ("BY_NAME[it.name] = it", True),
        ("table = BY_NAME\ntable['x'] = it", True),
        ("global last\nlast = it", True),
        ("yield it", True),
        ("return {'it': it}", True),
        ("return lambda: it", True),
        ("return it or other", True),
    ],
)
def test_what_keeps_it_and_for_whom(body: str, shared: bool) -> None:
    found = use(body)
    assert (found.kept, found.shared) == (True, shared)


def test_the_attributes_that_are_mentioned_and_stored() -> None:
    found = use("it.path = other\nsame = it\nreturn same.client.get(getattr(it, 'tail')), cast('Thing', it).last")
    assert found.names == {"path", "client", "tail", "last"}
    assert found.stores == {"path"}
    assert not found.kept


def test_to_what_it_is_handed() -> None:
    found = use("run(other, it)\nother.add(thing=it)\nother.all([it])\nown = [it]\ndone(own)")
    handed = {(given.callee.name if isinstance(given.callee, f.Attr) else given.callee, given.place, given.item) for given in found.handed}
    assert handed == {(f.Name("run"), 1, False), ("add", "thing", False), ("all", 0, True), (f.Name("done"), 0, True)}
    assert not found.kept


@pytest.mark.parametrize(
    "call", ["run(*it)", "run(**it)", "run(*other, it)", "getattr(it, other)", "setattr(it, other, 1)", "other.append(it)"]
)
def test_where_it_goes_is_not_known(call: str) -> None:
    found = use(call)
    assert found.shared or found.handed


def test_the_items_of_what_is_given() -> None:
    found = use("for one in it:\n    one.start()\nnames = [each.name for each in sorted(it)]\nreturn names", items=True)
    assert found.names == {"start", "name"}
    assert not found.kept
    assert use("return it", items=True).kept
