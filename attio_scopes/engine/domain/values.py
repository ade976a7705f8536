"""Symbolic values: what the engine knows of a value without running anything.

All are frozen, comparable and hashable. What can change lives in a store (`state`), under the identity of its object: an `Obj`, a `Made`
or a `Ref` says which object it is and nothing of what it holds. What a caller decides is a `Param`; what waits for one is an `Apply` or a
`Result`. What cannot be known is a `Lost`, which `evidence.lost` alone makes.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple, Union

from msgspec import Struct

from attio_scopes.engine.domain.lettering import Gap as Gap
from attio_scopes.engine.domain.lettering import Lit as Lit
from attio_scopes.engine.domain.lettering import Piece as Piece
from attio_scopes.engine.domain.lettering import with_piece as with_piece
from attio_scopes.engine.domain.remembering import Composite
from attio_scopes.model.program import ClassDef, FunctionDef, Module


class Site(NamedTuple):
    """Where an object was made: file, place, the calls through which the making function was reached, and that function."""

    path: str
    span: tuple[int, int, int, int]
    chain: tuple[int, ...] = ()
    function: str = ""


class Text(Composite, frozen=True):
    """Text of known and unknown pieces."""

    pieces: tuple[Piece, ...]


class Scalar(Struct, frozen=True):
    """None, a truth value, a number or bytes."""

    value: bool | int | float | bytes | None


class Guard(Composite, frozen=True):
    """A test and its outcome: a truth value, or the number of the item that a loop is at.

    `about` is a value that a caller may decide, or a token of the place where the test stands; `kind` says what is asked of it.
    """

    kind: str
    about: Any
    outcome: Any
    than: Any = None


Guards = frozenset[Guard]
NO_GUARDS: Guards = frozenset()


class Option(Composite, frozen=True):
    """One of several values, and the guards under which it is the one."""

    guards: Guards
    value: Value


class Choice(Composite, frozen=True):
    """One of several values."""

    options: tuple[Option, ...]


class Seq(Composite, frozen=True):
    """Items in order: of a tuple, or what a list holds. `rest` stands for any further ones; None where there are no others."""

    kind: str
    items: tuple[Value, ...]
    rest: Value | None = None


class Map(Composite, frozen=True):
    """Entries of a mapping; `rest` stands for any others, None where there are none. `at` is where it is written out."""

    entries: tuple[tuple[Value, Value], ...]
    rest: Value | None = None
    at: tuple[str, int, int, int, int] | None = None


class Ref(Composite, frozen=True):
    """A list, set or mapping that can change: which one it is. `kind` is list, set or dict."""

    site: Site
    kind: str


class Arguments(Composite, frozen=True):
    """The arguments of a call; `star` and `kwstar` are what `*` and `**` spread where that is not known item by item."""

    positional: tuple[Value, ...] = ()
    keywords: tuple[tuple[str, Value], ...] = ()
    star: Value | None = None
    kwstar: Value | None = None

    @property
    def open_(self) -> bool:
        """Whether there may be others."""
        return self.star is not None or self.kwstar is not None

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

    def values(self) -> tuple[Value, ...]:
        """All values that are given."""
        more = tuple(value for value in (self.star, self.kwstar) if value is not None)
        return (*self.positional, *(value for _, value in self.keywords), *more)


class Func(Composite, frozen=True):
    """A function, method or lambda of the project.

    `bound` is its `self` or `cls`; `scope` the object of the variables around it; `defaults` are those that it got where it was made.
    """

    target: FunctionDef
    bound: Value | None = None
    scope: Value | None = None
    defaults: tuple[tuple[str, Value], ...] = ()


class Partial(Composite, frozen=True):
    """A callable with some arguments given; `method`: whether an object that it is read from comes first."""

    target: Value
    args: Arguments
    method: bool = False


class Class(Composite, frozen=True):
    """A class of the project; `scope` is the object of the variables around one that a function defines."""

    target: ClassDef
    scope: Value | None = None


class Obj(Composite, frozen=True):
    """An object of a project's class: where it was made; None stands for any object of the class that there is."""

    cls: ClassDef
    site: Site | None = None


class Variables(Composite, frozen=True):
    """The variables of a function's activation, as far as nested functions share them."""

    site: Site


class ModuleValue(Struct, frozen=True):
    """A module of the project."""

    target: Module


class Folder(Struct, frozen=True):
    """A folder without `__init__`, as a package."""

    parts: tuple[str, ...]


class External(Composite, frozen=True):
    """Something of a library, by its dotted name."""

    name: str


class Made(Composite, frozen=True):
    """What calling a library's function or class gave: with which arguments, and where."""

    name: str
    args: Arguments
    site: Site | None = None


class Member(Composite, frozen=True):
    """An attribute or method of a value that has no model of its own for it."""

    owner: Value
    name: str


class Super(Composite, frozen=True):
    """`super()` in a method: the object, and the class after which the search goes on."""

    instance: Value
    after: ClassDef


class Param(Composite, frozen=True):
    """What a caller decides: an argument (`root` names function and parameter), or what is reached from it by attributes and items.

    `cls` is the class of `self` that the summary is for; `path` holds (".", name) and ("[", key). `required`: callers have to give it, and
    nothing says that it may be None.
    """

    root: str
    path: tuple[tuple[str, Any], ...] = ()
    cls: ClassDef | None = None
    required: bool = False

    @property
    def name(self) -> str:
        """The last name in it."""
        for kind, step in reversed(self.path):
            if kind == "." or isinstance(step, str):
                return str(step)
        return self.root.rpartition(":")[2]


class Result(Composite, frozen=True):
    """What a call gives that waits for a caller; `key` is that of the `Open`."""

    key: Any
    label: str = "value"


class Apply(Composite, frozen=True):
    """An operation that waits for one of its operands; `extra` is what it needs besides."""

    operation: str
    operands: tuple[Value, ...]
    extra: Any = None


class Lost(Composite, frozen=True):
    """A value that is not known.

    Attributes:
        reason: why.
        label: how a reader would name it.
        environment: the variable or setting that it was read from, or "".
        evidence: what it has of Attio, or "".
        terms: what waits for a caller and went into it: these may bring evidence.
        single: its text holds no slash.
        parameter: it is, or comes out of, an argument that nobody is seen to give.
        unfollowed: the functions that were not looked at and gave it, or what it comes out of.
    """

    reason: str
    label: str = "value"
    environment: str = ""
    evidence: str = ""
    terms: tuple[Value, ...] = ()
    single: bool = False
    parameter: bool = False
    derived: bool = False
    unfollowed: tuple[FunctionDef, ...] = ()


Value = Union[
    Text, Scalar, Choice, Seq, Map, Ref, Func, Partial, Class, Obj, Variables, ModuleValue, Folder, External, Made, Member, Super, Param,
    Result, Apply, Lost,
]  # fmt: skip

NONE = Scalar(None)
ABSENT = External("attio_scopes.absent")
"""Stands among the options of an entry or attribute that may not be there."""

OPTIONS = "attio_scopes.Options"
"""What holds the values of the options of a command line."""

SHARED = "attio_scopes.shared."
"""The beginning of the name of what stands for an object that libraries hand around."""

NAMESPACE, INNER = "types.SimpleNamespace", "attio_scopes.evidence"
FIELDS = "attio_scopes.fields"
"""The name of what `x.__dict__` is: what an object holds, as a mapping that can be changed."""


def text(literal: str, environment: str = "") -> Text:
    """Known text."""
    return Text((Lit(literal, environment),) if literal else ())


def options(value: Value) -> tuple[Option, ...]:
    """The options of a choice; a single one, without guards, of any other value."""
    return value.options if isinstance(value, Choice) else (Option(NO_GUARDS, value),)


def known(value: Value | None) -> str | None:
    """The text, if all of it is known."""
    if not isinstance(value, Text):
        return None
    pieces = value.pieces
    if len(pieces) == 1:
        first = pieces[0]
        return first.text if isinstance(first, Lit) else None
    out = []
    for piece in pieces:
        if not isinstance(piece, Lit):
            return None
        out.append(piece.text)
    return "".join(out)


def is_open(value: Value | None) -> bool:
    """Whether anything in a value waits for a caller."""
    if value is None:
        return False
    kind = type(value)
    if kind in _CLOSED:
        return False
    if kind in _OPEN:
        return True
    return _has_open(value)


_CLOSED = frozenset({Scalar, Ref, Obj, Variables, ModuleValue, Folder, External})
_OPEN = frozenset({Param, Result, Apply})


@lru_cache(maxsize=262_144)
def _has_open(value: Any) -> bool:
    if isinstance(value, Text):
        return any(isinstance(piece, Gap) and piece.term is not None for piece in value.pieces)
    if isinstance(value, Choice):
        return any(is_open(o.value) or any(is_open(g.about) for g in o.guards if not isinstance(g.about, tuple)) for o in value.options)
    if isinstance(value, Seq):
        return any(is_open(item) for item in value.items) or is_open(value.rest)
    if isinstance(value, Map):
        return any(is_open(key) or is_open(held) for key, held in value.entries) or is_open(value.rest)
    if isinstance(value, Arguments):
        return any(is_open(item) for item in value.values())
    if isinstance(value, Func):
        return is_open(value.bound) or is_open(value.scope) or any(is_open(one) for _, one in value.defaults)
    if isinstance(value, Partial):
        return is_open(value.target) or is_open(value.args)  # type: ignore[arg-type]  # arguments are walked the same way
    if isinstance(value, Class):
        return is_open(value.scope)
    if isinstance(value, Made):
        return is_open(value.args)  # type: ignore[arg-type]  # likewise
    if isinstance(value, Member):
        return is_open(value.owner)
    if isinstance(value, Super):
        return is_open(value.instance)
    if isinstance(value, Lost):
        return bool(value.terms)
    return False


CUT = -2
"""The end of a site's chain of which more is not kept: what was made there may be several objects."""


def kept_of(chain: tuple[int, ...], most: int) -> tuple[int, ...]:
    """So many of the calls through which an object was made."""
    return chain if len(chain) <= most else (*chain[:most], CUT)


@lru_cache(maxsize=65_536)
def moved(site: Site, by: int, most: int) -> Site:
    """The site of an object that a callee made, as its caller at `by` sees it."""
    return Site(site.path, site.span, kept_of((by, *site.chain), most), site.function)


def may_be_several(value: Value) -> bool:
    """Whether an object may be one of several that are not told apart."""
    site = getattr(value, "site", None)
    return isinstance(site, Site) and site.chain[-1:] == (CUT,)
