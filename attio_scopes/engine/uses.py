"""Uses: what a function does with something that it is given, by what is written there.

Takes a function and the name of a parameter; gives the attributes that it mentions on it, to what it hands it on, and whether it does
more with it than that: keeps it, gives it back, or gives it another name. Follows nothing, and runs nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from msgspec import Struct

from attio_scopes.model import facts as f
from attio_scopes.model.blocks import bound_names, statements_within
from attio_scopes.model.program import FunctionDef

_HARMLESS = frozenset({"isinstance", "issubclass", "type", "id", "len", "bool", "super", "callable", "hasattr"})
"""Functions of Python that take an object and neither keep it nor call what its class of its own defines, but what Python calls."""

_AS_TEXT = frozenset({"__str__", "__repr__", "__format__"})
_AS_TRUTH = frozenset({"__bool__", "__len__"})
_COMPARED = {"==": frozenset({"__eq__"}), "!=": frozenset({"__eq__", "__ne__"}), "is": frozenset[str](), "is not": frozenset[str]()}

_PUTTING = frozenset({"append", "add", "insert", "extend", "appendleft"})
"""Methods by which something is put into a list of the function's own."""

_OF_ALL_ITEMS = frozenset({"list", "tuple", "set", "frozenset", "sorted", "reversed"})

Place = int | str
"""Where an argument stands: its number, or its keyword."""


class Given(NamedTuple):
    """What is called with something: the callee, the place of the argument, and whether it is an item of that."""

    callee: f.Expr
    place: Place
    item: bool


class Use(Struct, frozen=True):
    """What a function does with something.

    Attributes:
        names: the attributes of it that are mentioned.
        stores: those among them that are bound or deleted.
        handed: what is called with it.
        kept: whether it gives it back, or puts it into something.
        shared: whether that may be found by all.
    """

    names: frozenset[str] = frozenset()
    stores: frozenset[str] = frozenset()
    handed: frozenset[Given] = frozenset()
    kept: bool = False
    shared: bool = False


@lru_cache(maxsize=16_384)
def use_of(function: FunctionDef, name: str, items: bool = False) -> Use:
    """What a function does with one of its parameters, or with the items of that."""
    reader = _Reader(function, name, items)
    reader.read(function.facts.body)
    return Use(frozenset(reader.names), frozenset(reader.stores), frozenset(reader.handed), reader.kept, reader.shared)


@lru_cache(maxsize=4_096)
def bound_in(function: FunctionDef) -> frozenset[str]:
    """The names that a function binds itself, but those that it takes from what its module has for all."""
    stmts = list(statements_within(function.facts.body))
    bound = {one.name for one in function.facts.params}.union(*(bound_names(one) for one in stmts))
    for one in stmts:
        if isinstance(one, f.Declare):
            bound.difference_update(one.names)
    of_all = {
        target.id
        for one in stmts
        if isinstance(one, f.Assign) and one.value is not None and (root := root_of(one.value)) and root not in bound
        for target in one.targets
        if isinstance(target, f.Name)
    }
    return frozenset(bound - of_all)


def root_of(expr: f.Expr) -> str:
    """The name of which an attribute or item is read; "" where it is of something else."""
    while isinstance(expr, (f.Attr, f.Item)):
        expr = expr.value
    return expr.id if isinstance(expr, f.Name) else ""


class _Reader:
    """Reads a body for what it does with what one name means, or with the items of that."""

    def __init__(self, function: FunctionDef, name: str, items: bool) -> None:
        self.function = function
        self.them: set[f.Expr] = set() if items else {f.Name(name)}
        self.lists: set[f.Expr] = {f.Name(name)} if items else set()
        self.names: set[str] = set()
        self.stores: set[str] = set()
        self.handed: set[Given] = set()
        self.kept = False
        self.shared = False

    def read(self, body: tuple[f.Stmt, ...]) -> None:
        """Read a body."""
        known = -1
        while known < len(self.them) + len(self.lists):
            known = len(self.them) + len(self.lists)
            for part in _parts_of(body):
                self._name(part)
        pending: list[Any] = [body]
        while pending:
            part = pending.pop()
            if isinstance(part, tuple):
                pending.extend(part)
            elif isinstance(part, f.Attr) and self._is_it(part.value):
                self.names.add(part.name)
            elif isinstance(part, Struct):
                pending.extend(self._left_of(part))

    def _name(self, part: Any) -> None:
        """Note which other names mean the same."""
        if isinstance(part, f.Assign) and part.value is not None:
            names = [one for one in part.targets if isinstance(one, f.Name)]
            if self._is_it(part.value):
                self.them.update(names)
            elif self._are_they(part.value):
                self.lists.update(names)
        elif isinstance(part, (f.For, f.Clause)) and isinstance(part.target, f.Name) and self._are_they(part.source):
            self.them.add(part.target)
        elif isinstance(part, f.Invoke) and (into := self._put_into(part)) is not None:
            self.lists.add(into)

    def _left_of(self, part: Any) -> Iterable[Any]:
        """What is left to read of a part of the source, whatever it is."""
        if part in self.them or part in self.lists:
            self.kept = self.shared = True
            return ()
        if isinstance(part, f.Invoke):
            return () if self._put_into(part) is not None else self._called(part)
        if isinstance(part, (f.Branch, f.While, f.Negate)):
            test = part.value if isinstance(part, f.Negate) else part.test
            if self._is_it(test) or test in self.lists:
                self.names |= _AS_TRUTH
                return [getattr(part, name) for name in part.__struct_fields__ if name not in ("test", "value")]
        if isinstance(part, f.Joined) and any(map(self._is_text_of_it, part.parts)):
            self.names |= _AS_TEXT
            return [one for one in part.parts if not self._is_text_of_it(one)]
        if isinstance(part, f.Compare) and part.op in _COMPARED and (self._is_it(part.left) or self._is_it(part.right)):
            self.names |= _COMPARED[part.op]
            return [one for one in (part.left, part.right) if not self._is_it(one)]
        if isinstance(part, (f.For, f.Clause)) and self._are_they(part.source):
            return [getattr(part, name) for name in part.__struct_fields__ if name not in ("source", "target")]
        if isinstance(part, f.Return) and part.value is not None and (self._is_it(part.value) or self._are_they(part.value)):
            self.kept = True
            return ()
        if isinstance(part, (f.Assign, f.Delete)):
            self.stores.update(one.name for one in part.targets if isinstance(one, f.Attr) and self._is_it(one.value))
        if isinstance(part, f.Assign) and part.value is not None and (self._is_it(part.value) or self._are_they(part.value)):
            return [self._put(one) for one in part.targets]
        if isinstance(part, f.Assign):  # a name that is bound is not read
            return [part.value, *(one for one in part.targets if not isinstance(one, f.Name))]
        return [getattr(part, name) for name in part.__struct_fields__]

    def _put_into(self, call: f.Invoke) -> f.Name | None:
        """The list of the function's own that a call puts it into; None where it does not."""
        func = call.func
        if not (isinstance(func, f.Attr) and func.name in _PUTTING and isinstance(func.value, f.Name) and len(call.args) == 1):
            return None
        name, given = func.value, call.args[0].value
        own = name.id in bound_in(self.function) and all(name.id != one.name for one in self.function.facts.params)
        return name if own and (self._is_it(given) or self._are_they(given)) else None

    def _put(self, target: f.Expr) -> Any:
        """Note where it is put; gives what is left to read of that."""
        if isinstance(target, f.Name) and target.id in bound_in(self.function):
            return ()
        self.kept = True
        self.shared = self.shared or root_of(target) not in bound_in(self.function)
        return target

    def _is_it(self, expr: f.Expr) -> bool:
        """Whether an expression is what the name means, whatever type it says of it."""
        if isinstance(expr, f.Invoke) and expr.func == f.Name("cast") and len(expr.args) == 2:
            expr = expr.args[1].value
        return expr in self.them

    def _are_they(self, expr: f.Expr) -> bool:
        """Whether an expression is a list of which it is an item."""
        if isinstance(expr, f.Invoke) and isinstance(expr.func, f.Name) and expr.func.id in _OF_ALL_ITEMS and len(expr.args) == 1:
            expr = expr.args[0].value
        return expr in self.lists or (isinstance(expr, f.Collection) and any(map(self._is_it, expr.items)))

    def _is_text_of_it(self, expr: f.Expr) -> bool:
        """Whether a part of a text is what the name means, in whatever form."""
        return self._is_it(expr.parts[0]) if isinstance(expr, f.Other) and len(expr.parts) == 1 else self._is_it(expr)

    def _called(self, call: f.Invoke) -> list[Any]:
        """What is left to read of a call."""
        name = call.func.id if isinstance(call.func, f.Name) else ""
        if name in ("str", "repr", "hash"):
            self.names |= _AS_TEXT | {"__hash__"}
        if name in _HARMLESS or name in ("str", "repr", "hash"):
            return [one.value for one in call.args if not self._is_it(one.value) and one.value not in self.lists]
        if name == "getattr" and len(call.args) > 1 and self._is_it(call.args[0].value) and _text(call.args[1].value):
            self.names.add(_text(call.args[1].value))
            return [one.value for one in call.args[2:]]
        left: list[Any] = [call.func]
        for number, one in enumerate(call.args):
            item = self._are_they(one.value)
            if not (item or self._is_it(one.value)):
                left.append(one.value)
            elif one.star or (one.keyword is None and any(other.star for other in call.args[:number])):
                self.kept = self.shared = True
            else:
                self.handed.add(Given(call.func, one.keyword or number, item))
        return left


def _parts_of(body: Any) -> Iterator[Any]:
    """All parts of a body."""
    pending: list[Any] = [body]
    while pending:
        part = pending.pop()
        if isinstance(part, tuple):
            pending.extend(part)
        elif isinstance(part, Struct):
            yield part
            pending.extend(getattr(part, name) for name in part.__struct_fields__)


def _text(expr: f.Expr) -> str:
    return expr.value if isinstance(expr, f.Const) and isinstance(expr.value, str) else ""
