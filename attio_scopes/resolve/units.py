"""Units: what each top-level statement of a module says and changes, by its names alone.

Takes a module's facts and gives a `Unit` for each of its top-level statements: an assignment, a function, a class with its methods.
A unit knows the names that it mentions and those through which a value could leave it. It evaluates nothing, so it errs towards more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any

from attio_scopes.model import expressions as e
from attio_scopes.model import facts as f
from attio_scopes.model.program import Module

DYNAMIC = frozenset(
    {"getattr", "setattr", "globals", "vars", "locals", "attrgetter", "methodcaller", "import_module", "__import__", "__dict__"}
)
"""Names that turn a string into a name."""

_MUTATORS = frozenset(
    {"update", "append", "extend", "insert", "add", "appendleft", "setdefault", "set", "add_header", "add_unredirected_header",
     "prepare_url", "mount", "register"}
)  # fmt: skip
"""Methods that put an argument into the object they are called on."""

_OF_FRAMEWORKS = ("request_context", "lifespan_context", "state")
"""Attributes under which web and tool frameworks hand on what a generator yields."""


@dataclass(eq=False, slots=True)
class Unit:
    """A top-level statement of a module.

    Attributes:
        module: that it stands in.
        stmt: the statement.
        names: identifiers that it reads or binds.
        attributes: names of attributes that it reads or stores.
        texts: its string literals, each whole.
        imports: names that it imports from elsewhere.
        keys: string literals that it indexes with.
        binds: names of the module that it binds.
        changes: names of the module that it binds anew, or puts something into, whenever it is run.
        members: methods, class attributes and attributes of `self` that it defines.
        stores: attributes, and keys, that it stores on other objects than `self`.
        definitions: the functions and classes in it, at any depth.
    """

    module: Module
    stmt: f.Stmt
    names: set[str] = field(default_factory=set)
    attributes: set[str] = field(default_factory=set)
    texts: set[str] = field(default_factory=set)
    imports: set[str] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)
    binds: set[str] = field(default_factory=set)
    changes: set[str] = field(default_factory=set)
    members: set[str] = field(default_factory=set)
    stores: set[str] = field(default_factory=set)
    definitions: list[f.Function | f.Class] = field(default_factory=list)

    @property
    def is_class(self) -> bool:
        """Whether it defines a class."""
        return isinstance(self.stmt, f.Class)

    @property
    def is_import(self) -> bool:
        """Whether it only imports."""
        return isinstance(self.stmt, (f.Import, f.ImportFrom))


def units_of(module: Module) -> tuple[Unit, ...]:
    """The units of a module, in the order of the source."""
    return tuple(_unit(module, stmt) for stmt in module.body)


def _unit(module: Module, stmt: f.Stmt) -> Unit:
    unit = Unit(module, stmt)
    pending: list[tuple[Any, bool]] = [(stmt, False)]
    while pending:
        node, inside = pending.pop()
        kind = type(node)
        if kind is tuple:
            pending.extend([(item, inside) for item in node])
            continue
        note = _NOTES.get(kind)
        if note is not None:
            note(unit, node, inside)
        parts = _PARTS.get(kind)
        if parts is not None:
            inside = inside or kind is f.Function
            pending.extend([(part, inside) for part in parts(node)])
    return unit


# --- what each kind of node says ----------------------------------------------------------------------------------


def _name(unit: Unit, node: e.Name, inside: bool) -> None:
    unit.names.add(node.id)


def _attr(unit: Unit, node: e.Attr, inside: bool) -> None:
    unit.attributes.add(node.name)


def _const(unit: Unit, node: e.Const, inside: bool) -> None:
    if type(node.value) is str:
        unit.texts.add(node.value)


def _item(unit: Unit, node: e.Item, inside: bool) -> None:
    if isinstance(node.index, e.Const) and isinstance(node.index.value, str):
        unit.keys.add(node.index.value)


def _argument(unit: Unit, node: e.Arg, inside: bool) -> None:
    if node.keyword is not None:
        unit.texts.add(node.keyword)


def _invoke(unit: Unit, node: e.Invoke, inside: bool) -> None:
    if isinstance(node.func, e.Attr):
        if node.func.name in _MUTATORS:
            _change(unit, node.func.value)
        if node.func.name in ("get", "pop", "setdefault") and node.args:
            _key(unit.keys, node.args[0].value)
    elif isinstance(node.func, e.Name) and node.func.id == "setattr" and len(node.args) == 3:
        _key(unit.stores, node.args[1].value)
        _change(unit, node.args[0].value)


def _key(into: set[str], node: e.Expr) -> None:
    if isinstance(node, e.Const) and isinstance(node.value, str):
        into.add(node.value)


def _change(unit: Unit, holder: e.Expr) -> None:
    """Something is put into an object: all that its name leads to may hold it."""
    while isinstance(holder, (e.Attr, e.Item)):
        if isinstance(holder, e.Attr):
            unit.stores.add(holder.name)
        else:
            _key(unit.stores, holder.index)
        holder = holder.value
    if isinstance(holder, e.Name) and holder.id in unit.module.bound:
        unit.changes.add(holder.id)


def _bind(unit: Unit, target: e.Expr, inside: bool) -> None:
    pending = [target]
    while pending:
        item = pending.pop()
        if isinstance(item, e.Collection):
            pending.extend(item.items)
        elif isinstance(item, e.Star):
            pending.append(item.value)
        elif isinstance(item, e.Name):
            if not inside:
                (unit.members if unit.is_class else unit.binds).add(item.id)
        elif isinstance(item, e.Attr):
            if isinstance(item.value, e.Name) and item.value.id in ("self", "cls"):
                unit.members.add(item.name)
            else:
                _change(unit, item)
        elif isinstance(item, e.Item):
            _change(unit, item)


def _assign(unit: Unit, node: f.Assign, inside: bool) -> None:
    for target in node.targets:
        _bind(unit, target, inside)


def _augment(unit: Unit, node: f.Augment, inside: bool) -> None:
    _bind(unit, node.target, inside)


def _loop(unit: Unit, node: f.For, inside: bool) -> None:
    _bind(unit, node.target, inside)


def _with(unit: Unit, node: f.With, inside: bool) -> None:
    for _, target in node.items:
        if target is not None:
            _bind(unit, target, inside)


def _walrus(unit: Unit, node: e.Walrus, inside: bool) -> None:
    _bind(unit, e.Name(node.name), inside)


def _case(unit: Unit, node: f.Case, inside: bool) -> None:
    for name in node.binds:
        _bind(unit, e.Name(name), inside)


def _function(unit: Unit, node: f.Function, inside: bool) -> None:
    unit.definitions.append(node)
    unit.names.add(node.name)
    _bind(unit, e.Name(node.name), inside)


def _class(unit: Unit, node: f.Class, inside: bool) -> None:
    unit.definitions.append(node)
    unit.names.add(node.name)
    if node is unit.stmt:
        unit.binds.add(node.name)
    else:
        _bind(unit, e.Name(node.name), inside)


def _param(unit: Unit, node: e.Param, inside: bool) -> None:
    unit.names.add(node.name)


def _declare(unit: Unit, node: f.Declare, inside: bool) -> None:
    if node.kind == "global":
        unit.changes.update(node.names)


def _import(unit: Unit, node: f.Import, inside: bool) -> None:
    for dotted, alias in node.names:
        unit.names.update(dotted.split("."))
        _bind(unit, e.Name(alias or dotted.partition(".")[0]), inside)


def _import_from(unit: Unit, node: f.ImportFrom, inside: bool) -> None:
    unit.names.update(node.module.split("."))
    for name, alias in node.names or ():
        unit.imports.add(name)
        unit.names.add(alias)
        _bind(unit, e.Name(alias), inside)


def _yield(unit: Unit, node: e.Yield, inside: bool) -> None:
    unit.stores.update(_OF_FRAMEWORKS)
    if isinstance(node.value, e.Table):
        for key, _ in node.value.items:
            if key is not None:
                _key(unit.stores, key)


_NOTES: dict[type, Callable[[Unit, Any, bool], None]] = {
    e.Name: _name, e.Attr: _attr, e.Const: _const, e.Item: _item, e.Arg: _argument, e.Invoke: _invoke, e.Walrus: _walrus, e.Param: _param,
    e.Yield: _yield, f.Assign: _assign, f.Augment: _augment, f.For: _loop, f.With: _with, f.Case: _case, f.Function: _function,
    f.Class: _class, f.Declare: _declare, f.Import: _import, f.ImportFrom: _import_from,
}  # fmt: skip


def _getter(names: Iterable[str]) -> Callable[[Any], Iterable[Any]]:
    """The parts of a node, as a tuple."""
    wanted = tuple(names)
    if len(wanted) == 1:
        one = attrgetter(*wanted)
        return lambda node: (one(node),)
    return attrgetter(*wanted)


_WITHOUT_NODES = frozenset({"span", "lines", "line", "kind", "op", "star", "name", "id", "names", "keyword", "qualname", "is_generator",
                            "delegate", "binds", "wild", "module", "level", "path", "mentions_attio"})  # fmt: skip
_NODES = [kind for kind in (*vars(e).values(), *vars(f).values()) if isinstance(kind, type) and hasattr(kind, "__dataclass_fields__")]
_PARTS: dict[type, Callable[[Any], Iterable[Any]]] = {
    kind: _getter(parts)
    for kind in _NODES
    if kind is not e.Const and (parts := [item.name for item in fields(kind) if item.name not in _WITHOUT_NODES])
}
