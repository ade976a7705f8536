"""Inherited: which methods that a class inherits from code without Attio have to do with what its objects have of it.

Takes a class of which something is worked out, and what carries Attio; gives the methods that its bases in other modules define and that
mention, on their object, what the class itself defines or mentions, or an attribute that carries Attio; those that mention these; and those
that hand their object on. No other inherited method can lead to a request, or change what leads to one. Goes by names, and runs nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from msgspec import Struct

from attio_scopes.engine.carriers import Carriers
from attio_scopes.engine.memo import Memo
from attio_scopes.engine.project.binders import bound_or_changed
from attio_scopes.engine.project.classes import decorator_names
from attio_scopes.model import facts as f
from attio_scopes.model.program import ANY_NAME, ClassDef, FunctionDef

_HARMLESS = frozenset({"isinstance", "issubclass", "type", "id", "repr", "str", "hash", "len", "bool", "super", "callable", "hasattr"})
"""Functions of Python that take an object and neither keep it nor call what its class of its own defines."""


class OfSelf(Struct, frozen=True):
    """What a method does with its object: the attributes that it mentions, and whether it does more with it than that."""

    names: frozenset[str]
    hands_on: bool


def concerning(ask: Memo, cls: ClassDef, carriers: Carriers) -> frozenset[FunctionDef]:
    """The methods of bases in other modules that have to do with Attio for objects of a class.

    Args:
        ask: answers what a class derives from, and which modules are worked out.
        cls: the class.
        carriers: which attributes carry Attio.
    """
    line = ask.lineage(cls)
    near = [one for one in line if ask.is_own(one.module)]
    far = [method for one in line if not ask.is_own(one.module) for method in _methods(one)]
    kin = {None, *line}
    names = {name for name, owners in carriers.attributes.items() if not kin.isdisjoint(owners)}
    for one in near:
        names.update(_defined(one), *(of_self(method).names for method in _methods(one)))
    found: set[FunctionDef] = set()
    while True:
        new = [one for one in far if one not in found and (of_self(one).hands_on or not names.isdisjoint(of_self(one).names))]
        if not new:
            return frozenset(found)
        found.update(new)
        names.update(one.facts.name for one in new)


def _methods(cls: ClassDef) -> list[FunctionDef]:
    return list(dict.fromkeys((*cls.methods.values(), *cls.setters.values(), *cls.deleters.values(), *_kept_by_decorators(cls))))


@lru_cache(maxsize=4_096)
def _defined(cls: ClassDef) -> frozenset[str]:
    """What a class defines, in its body or on its objects."""
    bound = set().union(*(bound_or_changed(stmt) for stmt in cls.statements))
    return frozenset({*cls.methods, *cls.inner, *cls.self_stores, *bound} - {"__init__", ANY_NAME})


@lru_cache(maxsize=16_384)
def of_self(function: FunctionDef) -> OfSelf:
    """What a method does with its object."""
    first = function.facts.params[0].name if function.facts.params else ""
    names: set[str] = set()
    hands_on = False
    pending: list[Any] = [function.facts.body]
    while pending:
        part = pending.pop()
        if isinstance(part, tuple):
            pending.extend(part)
        elif isinstance(part, f.Attr) and part.value == f.Name(first):
            names.add(part.name)
        elif isinstance(part, f.Name):
            hands_on = hands_on or part.id == first
        elif isinstance(part, f.Invoke) and isinstance(part.func, f.Name) and part.func.id in _HARMLESS:
            pending.extend(arg.value for arg in part.args if arg.value != f.Name(first))
        elif isinstance(part, f.Invoke) and part.func == f.Name("getattr") and len(part.args) > 1 and _text(part.args[1].value):
            names.add(_text(part.args[1].value))
            pending.extend(arg.value for arg in part.args[2:])
        elif isinstance(part, Struct):
            pending.extend(getattr(part, name) for name in part.__struct_fields__)
    return OfSelf(frozenset(names), hands_on)


def _text(expr: f.Expr) -> str:
    return expr.value if isinstance(expr, f.Const) and isinstance(expr.value, str) else ""


def methods_of(ask: Memo, cls: ClassDef) -> list[tuple[FunctionDef, ClassDef | None]]:
    """The methods of a class, those that it inherits and that concern it included."""
    found: dict[str, tuple[FunctionDef, ClassDef | None]] = {}
    line = ask.lineage(cls)
    inherited = [one for one in line if not ask.is_own(one.module)]
    for ancestor in line:
        for table in (ancestor.methods, ancestor.setters, ancestor.deleters):
            for name, function in table.items():
                found.setdefault(name if table is ancestor.methods else f"{name} {table is ancestor.setters}", (function, cls))
        for function in _kept_by_decorators(ancestor):
            found.setdefault(f"{function.facts.name} {function.facts.line}", (function, cls))
    return [pair for pair in found.values() if pair[0].owner not in inherited or ask.concerns(pair[0], cls)]


@lru_cache(maxsize=4_096)
def _kept_by_decorators(cls: ClassDef) -> tuple[FunctionDef, ...]:
    """The methods that another one of their name follows, and that a decorator may have kept: `@handle.register` above `def _(…)`."""
    own = (one for one in cls.module.so_far.functions.values() if one.owner is cls and one.facts.decorators)
    return tuple(one for one in own if cls.methods.get(one.facts.name) not in (None, one) and not _is_accessor(one))


def _is_accessor(function: FunctionDef) -> bool:
    return not decorator_names(function).isdisjoint({"property", "setter", "getter", "deleter", "overload"})


class Concerns:
    """Which inherited methods concern a class, as far as that is known by now.

    Attributes:
        ask: answers questions.
        carriers: gives what is known to carry Attio.
    """

    def __init__(self, ask: Memo, carriers: Callable[[], Carriers]) -> None:
        """Know of none."""
        self.ask = ask
        self.carriers = carriers
        self._of: dict[ClassDef, frozenset[FunctionDef]] = {}

    def __call__(self, function: FunctionDef, cls: ClassDef) -> bool:
        """Whether a method of a module that is not worked out concerns a class that inherits it."""
        self.ask.world.note_read(("concerns", cls))
        return function in self.of(cls)

    def of(self, cls: ClassDef) -> frozenset[FunctionDef]:
        """Those that concern a class."""
        found = self._of.get(cls)
        if found is None:
            found = self._of[cls] = concerning(self.ask, cls, self.carriers())
        return found

    def renew(self) -> bool:
        """Work it out anew with what is known now; whether it is more, for any class."""
        known, self._of = self._of, {}
        changed = [cls for cls, before in known.items() if self.of(cls) != before]
        self.ask.world.changed.update(("concerns", cls) for cls in changed)
        return bool(changed)
