"""Small mistakes to put into a module: what the mutation check (`python -m tests.mutate`) tries.

Takes the text of a module, gives `Mutation`s: where, what kind, how the line reads before and after. Each can be put into the tree that it
was found in, one at a time, and taken out again. Runs nothing.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_CALCULATED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
_GUARDS = ("eq", "frozen", "kw_only", "slots", "strict")
"""Arguments that only refuse what nobody does: writing to a value, pairing lists of two lengths."""
_BOUND = "bounds."
"""How code names the module of the bounds."""
KINDS = ("comparison", "boolean", "constant", "calculation", "condition", "return", "deletion", "bound")


@dataclass(frozen=True, slots=True)
class Mutation:
    """One mistake.

    Attributes:
        kind: one of KINDS.
        line: that it is on.
        function: qualified name of the function or class around it, or "".
        before, after: the changed part, as Python.
        node, field, index, new: the place in the tree, and what is put there.
    """

    kind: str
    line: int
    function: str
    before: str
    after: str
    node: ast.AST
    field: str
    index: int | None
    new: object

    @property
    def name(self) -> str:
        """What it is, whatever line it has moved to."""
        return f"{self.function or 'module'}: {self.before} → {self.after}"

    @property
    def at_edge(self) -> bool:
        """Whether it moves the edge of a bound by one."""
        return self.kind == "bound" or (
            self.kind == "comparison" and isinstance(self.new, ast.Compare) and _BOUND in self.before and _is_order(self.new)
        )

    @contextmanager
    def in_place(self) -> Iterator[None]:
        """The tree with the mistake in it."""
        old = getattr(self.node, self.field)
        if self.index is None:
            setattr(self.node, self.field, self.new)
        else:
            old = list(old)
            getattr(self.node, self.field)[self.index] = self.new
        try:
            yield
        finally:
            setattr(self.node, self.field, old)


def mutations(tree: ast.Module) -> list[Mutation]:
    """Every mistake that can be made in a module, in the order of its lines."""
    found: list[Mutation] = []
    _walk(tree, "", found)
    return sorted(found, key=lambda one: (one.line, KINDS.index(one.kind), one.before, one.after))


def _walk(node: ast.AST, function: str, found: list[Mutation]) -> None:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        function = f"{function}.{node.name}".lstrip(".")
    if isinstance(node, ast.keyword) and node.arg in _GUARDS:
        return
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "type_params") or (isinstance(node, ast.JoinedStr) and field == "values"):
            continue  # annotations do nothing, and what a message says around its names is no behaviour
        for index, child in enumerate(value) if isinstance(value, list) else ((None, value),):
            if isinstance(child, ast.AST):
                where = _Where(node, field, index, function)
                found.extend(_of(child, where))
                _walk(child, function, found)
    if isinstance(node, ast.JoinedStr):
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                _walk(part, function, found)


@dataclass(frozen=True, slots=True)
class _Where:
    node: ast.AST
    field: str
    index: int | None
    function: str

    def put(self, kind: str, old: ast.AST, new: ast.AST) -> Mutation:
        """The mutation that has `new` in the place of `old`."""
        ast.copy_location(new, old)
        ast.fix_missing_locations(new)
        before, after = ast.unparse(old), ast.unparse(new)
        return Mutation(kind, getattr(old, "lineno", 0), self.function, before, after, self.node, self.field, self.index, new)


def _of(node: ast.AST, where: _Where) -> Iterator[Mutation]:
    for kind, make in _MISTAKES:
        for new in make(node, where):
            yield where.put(kind, node, new)


def _comparison(node: ast.AST, where: _Where) -> Iterator[ast.AST]:
    if isinstance(node, ast.Compare):
        for at, operator in enumerate(node.ops):
            other = _COMPARED[type(operator)]()
            yield ast.Compare(node.left, [*node.ops[:at], other, *node.ops[at + 1 :]], node.comparators)


def _boolean(node: ast.AST, where: _Where) -> Iterator[ast.AST]:
    if isinstance(node, ast.BoolOp):
        yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node.operand
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield ast.Constant(not node.value)


def _constant(node: ast.AST, where: _Where) -> Iterator[ast.AST]:
    if not isinstance(node, ast.Constant) or isinstance(where.node, ast.Expr):  # the latter is a docstring
        return
    if isinstance(node.value, int) and not isinstance(node.value, bool):
        yield ast.Constant(node.value + 1)
    elif isinstance(node.value, str) and node.value and " " not in node.value.strip():  # a sentence is for people
        yield ast.Constant(node.value + "×")


def _calculation(node: ast.AST, where: _Where) -> Iterator[ast.AST]:
    if isinstance(node, ast.BinOp) and type(node.op) in _CALCULATED:
        yield ast.BinOp(node.left, _CALCULATED[type(node.op)](), node.right)


def _condition(node: ast.AST, where: _Where) -> Iterator[ast.AST]:
    tested = isinstance(where.node, ast.If | ast.IfExp | ast.While | ast.comprehension) and where.field in ("test", "ifs")
    if tested and not _is_for_types(node):
        yield ast.Constant(True)
        if not isinstance(where.node, ast.While):
            yield ast.Constant(False)


def _return(node: ast.AST, where: _Where) -> Iterator[ast.AST]:
    if isinstance(node, ast.Return) and not (node.value is None or (isinstance(node.value, ast.Constant) and node.value.value is None)):
        yield ast.Return(None)


def _deletion(node: ast.AST, where: _Where) -> Iterator[ast.AST]:
    dropped = isinstance(node, ast.AugAssign | ast.Continue | ast.Break | ast.Raise | ast.Delete)
    if dropped or (isinstance(node, ast.Expr) and not isinstance(node.value, ast.Constant)):
        yield ast.Pass()


def _bound(node: ast.AST, where: _Where) -> Iterator[ast.AST]:
    if isinstance(node, ast.Attribute) and f"{ast.unparse(node.value)}." == _BOUND and node.attr.isupper():
        yield ast.BinOp(node, ast.Add(), ast.Constant(1))


def _is_order(node: ast.Compare) -> bool:
    """Whether all of a comparison asks which is more."""
    return all(isinstance(operator, ast.Lt | ast.LtE | ast.Gt | ast.GtE) for operator in node.ops)


def _is_for_types(test: ast.AST) -> bool:
    return isinstance(test, ast.Name) and test.id == "TYPE_CHECKING"


_MISTAKES: tuple[tuple[str, Callable[[ast.AST, _Where], Iterator[ast.AST]]], ...] = (
    ("comparison", _comparison),
    ("boolean", _boolean),
    ("constant", _constant),
    ("calculation", _calculation),
    ("condition", _condition),
    ("return", _return),
    ("deletion", _deletion),
    ("bound", _bound),
)
