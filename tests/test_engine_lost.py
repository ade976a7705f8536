"""Two rules of the engine that no linter knows: how an unknown is made, and where bounds stand.

An unknown that is made by anything but `evidence.lost` forgets what its inputs had of Attio, and a bound that stands elsewhere is one
that nobody can find or make smaller in a test. What breaks the rules today is listed with its reason, and counted: a new one fails, and
so does one that is gone.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import attio_scopes.engine
from attio_scopes.engine import bounds

ENGINE = Path(attio_scopes.engine.__file__).parent

# The function in which an unknown is made without `evidence.lost` -> how often, and why. A function is named without its module:
# it may move to another one.
MADE_DIRECTLY = {
    "lost": (1, "the one way"),
}

# A whole number with a name, in capitals, outside bounds.py -> what it is.
NUMBERS_ELSEWHERE = {
    "_LONGEST": "no bound: characters of a name in a reason",
    "LINE": "no bound: what a line counts in the number of a call",
    "OPEN": "no bound: the level of a hole that waits for a caller",
}

# A number without a name at which a function cuts off or counts -> how often, and what it is. The bounds among them have to move.
NAMELESS = {
    "_made": (1, "a bound: lists over which a comprehension runs one by one"),
    "_reduce": (2, "a bound: items over which a function is reduced"),
    "header_values": (1, "a bound: values in which headers are looked for"),
    "_urlencode": (1, "a bound: characters of a value of a query"),
    "enum_member": (1, "no bound: a part of a name, to tell objects apart"),
}


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted(ENGINE.rglob("*.py")):
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def makers(tree: ast.AST, function: str = "") -> Iterator[str]:
    """The function around each expression that makes a `Lost`, or hands the class to something that may make one."""
    for node in ast.iter_child_nodes(tree):
        inside = node.name if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) else function
        if isinstance(node, ast.Call):
            given = [*node.args, *(keyword.value for keyword in node.keywords)]
            if _is_lost(node.func) or (any(map(_is_lost, given)) and not _only_asks(node.func)):
                yield inside
            if _is_replace(node.func) and any(keyword.arg == "evidence" for keyword in node.keywords):
                yield inside
        yield from makers(node, inside)


def _is_lost(node: ast.expr) -> bool:
    return (isinstance(node, ast.Attribute) and node.attr == "Lost") or (isinstance(node, ast.Name) and node.id == "Lost")


def _only_asks(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id in ("isinstance", "issubclass")


def _is_replace(node: ast.expr) -> bool:
    return (node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else "") == "replace"


def numbers(tree: ast.Module) -> Iterator[str]:
    """Names in capitals that are given a whole number, anywhere in a module."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.Assign, ast.AnnAssign)) and node.value is not None and _is_number(node.value):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (name.id for name in targets if isinstance(name, ast.Name) and name.id.isupper())


def _is_number(node: ast.expr) -> bool:
    if isinstance(node, ast.BinOp):  # 64 * 1024
        return _is_number(node.left) and _is_number(node.right)
    return isinstance(node, ast.Constant) and type(node.value) is int


def cuts(tree: ast.AST, function: str = "") -> Iterator[str]:
    """The function around each place that cuts off at a written number (`[:20]`), or asks whether more than a few are there."""
    for node in ast.iter_child_nodes(tree):
        inside = node.name if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) else function
        if isinstance(node, ast.Slice) and _written(node.upper) >= 8:
            yield inside
        if isinstance(node, ast.Compare) and any(isinstance(op, (ast.Lt, ast.LtE, ast.Gt, ast.GtE)) for op in node.ops):
            few = 1 if isinstance(node.left, ast.Name) and node.left.id == "depth" else 4  # fewer are counts that a format has
            if any(_written(side) >= few for side in (node.left, *node.comparators)):
                yield inside
        yield from cuts(node, inside)


def _written(node: ast.expr | None) -> int:
    return node.value if isinstance(node, ast.Constant) and type(node.value) is int else 0


def test_unknowns_are_made_by_lost_alone() -> None:
    found = Counter(maker for _, tree in trees() for maker in makers(tree))
    assert found == {name: count for name, (count, _) in MADE_DIRECTLY.items()}


def test_bounds_stand_in_one_module() -> None:
    found = Counter(name for path, tree in trees() if path != Path(str(bounds.__file__)) for name in numbers(tree))
    assert found == dict.fromkeys(NUMBERS_ELSEWHERE, 1)


def test_numbers_without_a_name_are_no_bounds() -> None:
    assert Counter(name for _, tree in trees() for name in cuts(tree)) == {name: count for name, (count, _) in NAMELESS.items()}


def test_each_bound_has_its_reason() -> None:
    body = ast.parse(Path(str(bounds.__file__)).read_text(encoding="utf-8")).body
    named = [(number, ast.unparse(node.targets[0])) for number, node in enumerate(body) if isinstance(node, ast.Assign) and _named(node)]
    assert named
    for number, name in named:
        after = body[number + 1] if number + 1 < len(body) else None
        assert isinstance(after, ast.Expr), name
        assert type(ast.literal_eval(after.value)) is str, name
        assert getattr(bounds, name) > 0, name


def _named(node: ast.Assign) -> bool:
    return isinstance(node.targets[0], ast.Name)


def test_each_bound_is_read() -> None:
    attributes = [node for _, tree in trees() for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
    read = {node.attr for node in attributes if isinstance(node.value, ast.Name) and node.value.id == "bounds"}
    assert {name for name in vars(bounds) if name.isupper()} == read


@pytest.mark.parametrize(
    "line",
    [
        "v.Lost('why')",
        "Lost('why', label='x')",
        "map(v.Lost, reasons)",
        "partial(Lost, 'why')",
        "dataclasses.replace(value, evidence='')",
        "[v.Lost(one) for one in reasons]",
        "lambda: values.Lost('why')",
    ],
)
def test_the_lint_sees_what_makes_an_unknown(line: str) -> None:
    assert list(makers(ast.parse(f"def made():\n    return {line}\n"))) == ["made"]


@pytest.mark.parametrize("line", ["isinstance(value, v.Lost)", "isinstance(value, (v.Text, v.Lost))", "lost('why', value)", "v.Lost"])
def test_the_lint_lets_be_what_makes_none(line: str) -> None:
    assert list(makers(ast.parse(f"def asks():\n    return {line}\n"))) == []


@pytest.mark.parametrize("line", ["MOST_X = 3", "_MOST: int = 4", "class A:\n    LIMIT = 2 * 1024", "def f():\n    MAX = 7"])
def test_the_lint_sees_a_bound(line: str) -> None:
    assert len(list(numbers(ast.parse(line)))) == 1


@pytest.mark.parametrize("line", ["count = 0", "NAME = 'x'", "FLAG = True", "TABLE = {1: 2}", "_REACHED = set()"])
def test_the_lint_lets_be_what_is_no_bound(line: str) -> None:
    assert list(numbers(ast.parse(line))) == []


@pytest.mark.parametrize("line", ["items[:20]", "len(items) > 40", "depth > 3", "200 >= len(seen)", "name[1:24]"])
def test_the_lint_sees_a_number_without_a_name(line: str) -> None:
    assert list(cuts(ast.parse(f"def cut():\n    return {line}\n"))) == ["cut"]


@pytest.mark.parametrize("line", ["items[:2]", "len(args) < 2", "items[:bounds.ITEMS]", "len(items) > bounds.ITEMS", "status == 404"])
def test_the_lint_lets_be_what_cuts_nothing(line: str) -> None:
    assert list(cuts(ast.parse(f"def cut():\n    return {line}\n"))) == []
