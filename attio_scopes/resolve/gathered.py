"""What a round gathers for the next: facts of the whole project that no single evaluation sees.

Takes constructions of classes, values that calls store in globals, and values that are stored on objects from outside; gives them
back in the next round, where the code that reads them is evaluated. It joins nothing and decides nothing.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import TypeVar

from attio_scopes.model import facts as f
from attio_scopes.model import values as v
from attio_scopes.model.beginnings import TOO_MANY
from attio_scopes.model.parts import could_matter
from attio_scopes.model.program import ClassDef, FunctionDef, Module
from attio_scopes.resolve.machine import beyond, is_beyond, map_arguments, map_levels
from attio_scopes.resolve.relevance import could_send, is_telling_of

MOST_OF_ONE = 40
Values = dict[v.Value, None]
Key = TypeVar("Key", bound=Hashable)


@dataclass(slots=True)
class Gathered:
    """What is known of a project besides what its modules say by themselves.

    Attributes:
        constructions: of each class, the arguments of its constructions that say something.
        globals_: (module, name): what calls of functions store there through `global`.
        outside: (class, attribute): what code outside the class stores on its objects.
        on_classes: (class, name): what code outside sets on a class itself.
        shared: (name of the holder, name): what is stored on an object of a library that the project hands around, such as the
            state of a web application.
        called_later: nested functions that are called after the function around them returned them.
        lambdas: the function that each lambda expression is, by its identity: the same in every round.
    """

    constructions: dict[ClassDef, dict[v.Arguments, None]] = field(default_factory=dict)
    globals_: dict[tuple[Module, str], Values] = field(default_factory=dict)
    outside: dict[tuple[ClassDef, str], Values] = field(default_factory=dict)
    on_classes: dict[tuple[ClassDef, str], Values] = field(default_factory=dict)
    shared: dict[tuple[str, str], Values] = field(default_factory=dict)
    called_later: dict[FunctionDef, None] = field(default_factory=dict)
    lambdas: dict[int, FunctionDef] = field(default_factory=dict, compare=False)

    def note_construction(self, cls: ClassDef, args: v.Arguments) -> None:
        """Keep what a construction says, for the methods of "any object" of the class."""
        kept = self.constructions.setdefault(cls, {}) if is_telling_of(args) else {}
        if len(kept) < MOST_OF_ONE:
            kept[map_arguments(args, beyond)] = None
        else:
            v.LOST.add(TOO_MANY)

    def note_global(self, module: Module, name: str, value: v.Value) -> None:
        """Keep what a call stores in a global; a parameter that is not known says nothing."""
        if _says_something(value):
            _keep(self.globals_, (module, name), value)

    def note_outside(self, cls: ClassDef, name: str, value: v.Value) -> None:
        """Keep what is stored on an object of the class by other code than its own."""
        if _says_something(value):
            _keep(self.outside, (cls, name), value)

    def note_on_class(self, cls: ClassDef, name: str, value: v.Value) -> None:
        """Keep what is set on a class by other code than its body."""
        if _says_something(value):
            _keep(self.on_classes, (cls, name), value)

    def note_shared(self, key: tuple[str, str], value: v.Value) -> None:
        """Keep what is stored on an object that libraries hand around, if a request could be made with it."""
        if could_send(value) or _is_absolute_url(value):
            _keep(self.shared, key, value)


def _keep(table: dict[Key, Values], key: Key, value: v.Value) -> None:
    kept = table.setdefault(key, {})
    for option in v.options(value):
        if len(kept) < MOST_OF_ONE:
            kept[map_levels(option.value, _settled)] = None
        elif TOO_MANY not in v.LOST and could_matter(option.value):
            v.LOST.add(TOO_MANY)


def _settled(level: int) -> int:
    """Whoever reads it later has it from the object, not from a caller."""
    return level if is_beyond(level) else 0


def _says_something(value: v.Value) -> bool:
    return any(not isinstance(o.value, (v.Parameter, v.Unknown, v.Member)) and o.value != v.NONE for o in v.options(value))


def _is_absolute_url(value: v.Value) -> bool:
    return any(
        isinstance(o.value, v.Text) and o.value.pieces and getattr(o.value.pieces[0], "text", "").startswith(("http://", "https://"))
        for o in v.options(value)
    )


# Names that mean the same object to a framework.
_ALIASES = {"current_app": "app", "application": "app", "_app": "app", "_bot": "bot", "context": "ctx"}


def shared_key(holder: f.Expr, name: str) -> tuple[str, str] | None:
    """The key of an attribute or item of an object that libraries hand around: the last name of the holder, and its own.

    `app.state.http`, `request.app.state.http` and `self.app.state.http` are one; so are `app["http"]` and `request.app["http"]`.
    """
    last = holder.id if isinstance(holder, f.Name) else holder.name if isinstance(holder, f.Attr) else None
    return (_ALIASES.get(last, last), name) if last is not None and last not in ("self", "cls") else None
