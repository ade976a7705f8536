"""Uses: what a function does with something that it is given, by what is written there.

Takes a function and the name of a parameter; gives the attributes that it mentions on it, to what it hands it on, and whether it does
more with it than that: keeps it, gives it back, or gives it another name. Follows nothing, and runs nothing.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from msgspec import Struct

from attio_scopes.model import facts as f
from attio_scopes.model.program import FunctionDef

_HARMLESS = frozenset({"isinstance", "issubclass", "type", "id", "len", "bool", "super", "callable", "hasattr"})
"""Functions of Python that take an object and neither keep it nor call what its class of its own defines, but what Python calls."""

_AS_TEXT = frozenset({"__str__", "__repr__", "__format__"})
_COMPARED = {"==": frozenset({"__eq__"}), "!=": frozenset({"__eq__", "__ne__"}), "is": frozenset[str](), "is not": frozenset[str]()}

Place = int | str
"""Where an argument stands: its number, or its keyword."""


class Use(Struct, frozen=True):
    """What a function does with something.

    Attributes:
        names: the attributes of it that are mentioned.
        stores: those among them that are bound or deleted.
        handed: what is called with it, each with the place of the argument.
        kept: whether it does more with it than that.
    """

    names: frozenset[str] = frozenset()
    stores: frozenset[str] = frozenset()
    handed: frozenset[tuple[f.Expr, Place]] = frozenset()
    kept: bool = False


@lru_cache(maxsize=16_384)
def use_of(function: FunctionDef, name: str) -> Use:
    """What a function does with one of its parameters."""
    reader = _Reader(name)
    reader.read(function.facts.body)
    return Use(frozenset(reader.names), frozenset(reader.stores), frozenset(reader.handed), reader.kept)


class _Reader:
    """Reads a body for what it does with one name."""

    def __init__(self, name: str) -> None:
        self.it = f.Name(name)
        self.names: set[str] = set()
        self.stores: set[str] = set()
        self.handed: set[tuple[f.Expr, Place]] = set()
        self.kept = False

    def read(self, body: Any) -> None:
        """Read a part of the source, whatever it is."""
        pending: list[Any] = [body]
        while pending:
            part = pending.pop()
            if isinstance(part, tuple):
                pending.extend(part)
            elif isinstance(part, f.Attr) and self._is_it(part.value):
                self.names.add(part.name)
            elif part == self.it:
                self.kept = True
            elif isinstance(part, f.Invoke):
                pending.extend(self._called(part))
            elif isinstance(part, f.Joined) and any(map(self._is_text_of_it, part.parts)):
                self.names |= _AS_TEXT
                pending.extend(one for one in part.parts if not self._is_text_of_it(one))
            elif isinstance(part, f.Compare) and part.op in _COMPARED and self.it in (part.left, part.right):
                self.names |= _COMPARED[part.op]
                pending.extend(one for one in (part.left, part.right) if one != self.it)
            elif isinstance(part, Struct):
                if isinstance(part, (f.Assign, f.Delete)):
                    self.stores.update(one.name for one in part.targets if isinstance(one, f.Attr) and one.value == self.it)
                pending.extend(getattr(part, name) for name in part.__struct_fields__)

    def _is_it(self, expr: f.Expr) -> bool:
        """Whether an expression is what the name means, whatever type it says of it."""
        if isinstance(expr, f.Invoke) and expr.func == f.Name("cast") and len(expr.args) == 2:
            expr = expr.args[1].value
        return expr == self.it

    def _is_text_of_it(self, expr: f.Expr) -> bool:
        """Whether a part of a text is what the name means, in whatever form."""
        return expr == self.it or (isinstance(expr, f.Other) and expr.parts == (self.it,))

    def _called(self, call: f.Invoke) -> list[Any]:
        """What is left to read of a call."""
        name = call.func.id if isinstance(call.func, f.Name) else ""
        if name in ("str", "repr", "hash"):
            self.names |= _AS_TEXT | {"__hash__"}
        if name in _HARMLESS or name in ("str", "repr", "hash"):
            return [one.value for one in call.args if one.value != self.it]
        if name == "getattr" and len(call.args) > 1 and call.args[0].value == self.it and _text(call.args[1].value):
            self.names.add(_text(call.args[1].value))
            return [one.value for one in call.args[2:]]
        left: list[Any] = [call.func]
        for number, one in enumerate(call.args):
            if one.value != self.it:
                left.append(one.value)
            elif one.star or (one.keyword is None and any(other.star for other in call.args[:number])):
                self.kept = True
            else:
                self.handed.add((call.func, one.keyword or number))
        return left


def _text(expr: f.Expr) -> str:
    return expr.value if isinstance(expr, f.Const) and isinstance(expr.value, str) else ""
