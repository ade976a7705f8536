"""Symbolic values: what the abstract interpreter knows of a value without running anything.

All are frozen and hashable. `Unknown` is a value like any other and carries its reason; nothing here ever guesses.

A text's pieces carry a *level*: how many calls up the stack the text was decided. It is 0 in the function at hand, grows by
one when the text is passed as an argument and shrinks when it is returned. `BEYOND` marks what only a caller of the function
under analysis (or whoever made its object) can know.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar, Union

from attio_scopes.model.beginnings import TOO_MANY, host_of, shared_beginning
from attio_scopes.model.path import Literal, Piece
from attio_scopes.model.program import ClassDef, FunctionDef, Module

BEYOND = 90
MOST_OPTIONS = 24
Guard = tuple[int, int]
NO_GUARDS: frozenset[Guard] = frozenset()


class _Composite:
    """What a value that is made of others remembers: its hash, which is asked for again and again and goes through all its parts."""

    __slots__ = ("_hash",)


Remembering = TypeVar("Remembering", bound=_Composite)


def _remembers_its_hash(cls: type[Remembering]) -> type[Remembering]:
    """Let objects of a class work out their hash once."""
    plain: Callable[[object], int] = cls.__hash__

    def remembered(self: Any) -> int:
        try:
            known: int = self._hash
        except AttributeError:
            known = plain(self)
            object.__setattr__(self, "_hash", known)
        return known

    cls.__hash__ = remembered  # type: ignore[method-assign]  # what dataclass made is called by it
    return cls


@_remembers_its_hash
@dataclass(frozen=True, slots=True)
class Text(_Composite):
    """Text of known and unknown pieces."""

    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Scalar:
    """None, true or false, a number or bytes."""

    value: bool | int | float | bytes | None


@_remembers_its_hash
@dataclass(frozen=True, slots=True)
class Option(_Composite):
    """One of several values; `guards` say in which branches of which joins it is the one."""

    guards: frozenset[Guard]
    value: Value


@_remembers_its_hash
@dataclass(frozen=True, slots=True)
class Choice(_Composite):
    """One of several values. Options whose guards contradict each other never occur together."""

    options: tuple[Option, ...]


@_remembers_its_hash
@dataclass(frozen=True, slots=True)
class Items(_Composite):
    """A tuple, list, set or generator; where not `complete`, its items stand for all that it may hold."""

    kind: str
    items: tuple[Value, ...]
    complete: bool = True


@_remembers_its_hash
@dataclass(frozen=True, slots=True)
class Dict(_Composite):
    """A mapping with its known entries; where not `complete` there may be others, which a root's callers know if `outer`.

    `at` is where it is written out: path, line, column, end line, end column.
    """

    entries: tuple[tuple[Value, Value], ...]
    complete: bool = True
    outer: bool = False
    at: tuple[str, int, int, int, int] | None = None


@_remembers_its_hash
@dataclass(frozen=True, slots=True)
class Arguments(_Composite):
    """The arguments of a call.

    `open_`: there may be others (`*args` or `**kwargs` that are not known); `outer`: those are the root's own, so that its
    callers know them.
    """

    positional: tuple[Value, ...] = ()
    keywords: tuple[tuple[str, Value], ...] = ()
    open_: bool = False
    outer: bool = False

    def keyword(self, name: str) -> Value | None:
        """The argument given by this keyword."""
        for keyword, value in self.keywords:
            if keyword == name:
                return value
        return None

    def get(self, position: int | None, name: str) -> Value | None:
        """The argument at a position (None: by keyword only) or by its keyword; None where it is not given."""
        if position is not None and position < len(self.positional):
            return self.positional[position]
        return self.keyword(name)


class Scope:
    """The variables around a nested function, by identity: cells are shared, as in Python.

    `running` is whether the function whose variables they are is under evaluation: then a nested function is called from within it.
    `depth` is how many frames were under evaluation when it was entered.
    """

    __slots__ = ("depth", "names", "outer", "owner", "running")

    def __init__(self, names: dict[str, Value], outer: Scope | None, owner: object, depth: int = 0) -> None:
        self.names, self.outer, self.owner, self.depth = names, outer, owner, depth
        self.running = True


@dataclass(frozen=True, slots=True)
class Function:
    """A function, method or lambda of the project; `bound` is its `self` or `cls`; `scope` the variables around it."""

    target: FunctionDef
    bound: Value | None = None
    scope: Scope | None = None


@dataclass(frozen=True, slots=True)
class Partial:
    """A callable with some arguments given (`functools.partial`)."""

    target: Value
    args: Arguments


@dataclass(frozen=True, slots=True)
class Class:
    """A class of the project."""

    target: ClassDef


@_remembers_its_hash
@dataclass(frozen=True, slots=True)
class Instance(_Composite):
    """An object of a project's class.

    `args` are those of its construction; None stands for "any object of the class" (what every construction in the
    project has in common). `stores` are attributes set on it afterwards.
    """

    cls: ClassDef
    args: Arguments | None = None
    stores: tuple[tuple[str, Value], ...] = ()


@dataclass(frozen=True, slots=True)
class ModuleValue:
    """A module of the project."""

    target: Module


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder without `__init__`, as a package."""

    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class External:
    """Something of a library, by its dotted name."""

    name: str


@_remembers_its_hash
@dataclass(frozen=True, slots=True)
class Made(_Composite):
    """What calling a library's function or class gave: an object of which the arguments and later stores are known."""

    name: str
    args: Arguments
    stores: tuple[tuple[str, Value], ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """An attribute or method of a value that has no model of its own for it."""

    owner: Value
    name: str


@dataclass(frozen=True, slots=True)
class Super:
    """`super()` in a method: the object, and the class after which the search goes on."""

    instance: Value
    after: ClassDef


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of the function under analysis, when nobody has said what it is; `required`: its callers have to give it a value."""

    name: str
    id: str
    default: Value | None = None
    required: bool = False


@dataclass(frozen=True, slots=True)
class Unknown:
    """A value that is not known. `label` is how a reader would name it, `reason` why it is not known.

    `environment` names the environment variable or settings attribute that it was read from; `parameter` is the id of the
    parameter that it derives from, `single` says that its text holds no slash.
    """

    reason: str
    label: str = "value"
    environment: str = ""
    parameter: str = ""
    single: bool = False
    level: int = 0


Value = Union[
    Text, Scalar, Choice, Items, Dict, Function, Partial, Class, Instance, ModuleValue, Folder, External, Made, Member, Super,
    Parameter, Unknown,
]  # fmt: skip

NONE = Scalar(None)


def text(literal: str, environment: str = "") -> Text:
    """Known text."""
    return Text((Literal(literal, 0, environment),) if literal else ())


def options(value: Value) -> tuple[Option, ...]:
    """The options of a choice; a single one, without guards, of any other value."""
    return value.options if isinstance(value, Choice) else (Option(NO_GUARDS, value),)


def consistent(one: frozenset[Guard], other: frozenset[Guard]) -> bool:
    """Whether two sets of guards can hold together."""
    if not one or not other:
        return True
    known = dict(one)
    return all(known.get(join, branch) == branch for join, branch in other)


def choose(found: Iterable[Option]) -> Value:
    """The choice among options: flattened, without repeats, bounded; a single value where all agree."""
    flat: dict[Value, list[frozenset[Guard]]] = {}
    for option in found:
        for inner in options(option.value):
            if consistent(option.guards, inner.guards):
                flat.setdefault(inner.value, []).append(option.guards | inner.guards)
    if len(flat) == 1:
        return next(iter(flat))
    if not flat:
        return Unknown("it can have no value")
    if sum(len(guards) for guards in flat.values()) > MOST_OPTIONS:
        flat = {value: [frozenset.intersection(*guards)] for value, guards in flat.items()}
        if len(flat) > MOST_OPTIONS:
            return generalise(tuple(flat))
    return Choice(tuple(Option(guards, value) for value, all_guards in flat.items() for guards in dict.fromkeys(all_guards)))


MOST_OTHERS = 2 * MOST_OPTIONS
"""So many values that are no text, tables and functions among them, are still told apart where there are too many options."""


def generalise(values: tuple[Value, ...]) -> Value:
    """A few values for too many: of the texts of each host what they have in common; whatever says nothing becomes one."""
    hosts: dict[object, list[tuple[Piece, ...]]] = {}
    kept: dict[Value, None] = {}
    for value in values:
        if isinstance(value, Text):
            hosts.setdefault(host_of(value.pieces), []).append(value.pieces)
        elif isinstance(value, (Unknown, Scalar)) and value != NONE and not getattr(value, "environment", ""):
            kept[Unknown(f"one of {len(values)} values")] = None
        else:
            kept[value] = None
    if max(len(kept), len(hosts)) > MOST_OTHERS:
        LOST.add(TOO_MANY)
        return Unknown(TOO_MANY)
    few = (*(Text(shared_beginning(texts)) for texts in hosts.values()), *kept)
    return few[0] if len(few) == 1 else Choice(tuple(Option(NO_GUARDS, value) for value in few))


def either(join: int, values: Iterable[Value]) -> Value:
    """The choice that a join makes: the values of its branches, in order, guarded by which branch was taken."""
    return choose(Option(frozenset({(join, branch)}), value) for branch, value in enumerate(values))


LOST: set[str] = set()
"""Why something that could send was let go at a bound: then the run does not account for everything. Whoever begins one empties it."""


def unguarded(value: Value) -> Value:
    """The value with the guards dropped: what leaves the function whose branches they speak of."""
    if not isinstance(value, Choice):
        return value
    return choose(Option(NO_GUARDS, option.value) for option in value.options)
