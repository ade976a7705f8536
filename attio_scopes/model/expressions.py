"""Facts of expressions: the values that an expression of the source is kept as.

Frozen, comparable and picklable, without trivia or libcst nodes. `model.facts` has the statements and gives these names too.
Spans are (line, column, end line, end column), all counted from 1, columns in characters.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Union

Span = tuple[int, int, int, int]
Lines = tuple[int, int]
NO_SPAN: Span = (0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Const:
    """A literal: text, bytes, number, True, False, None or Ellipsis (as the text `...` is not)."""

    value: str | bytes | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Name:
    """A name that is read."""

    id: str


@dataclass(frozen=True, slots=True)
class Attr:
    """`value.name`."""

    value: Expr
    name: str


@dataclass(frozen=True, slots=True)
class Item:
    """`value[index]`."""

    value: Expr
    index: Expr


@dataclass(frozen=True, slots=True)
class Arg:
    """An argument of a call: positional, by keyword, `*value` or `**value` (in `star`)."""

    value: Expr
    keyword: str | None = None
    star: str = ""


@dataclass(frozen=True, slots=True)
class Slice:
    """`lower:upper:step`, the index of an `Item`."""

    lower: Expr | None
    upper: Expr | None
    step: Expr | None


@dataclass(frozen=True, slots=True)
class Invoke:
    """A call expression."""

    func: Expr
    args: tuple[Arg, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Joined:
    """Text joined from parts: an f-string or implicit concatenation."""

    parts: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Binary:
    """`left op right` for an arithmetic operator, written as in the source."""

    op: str
    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class Logic:
    """`a and b`, `a or b`."""

    op: str
    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class Negate:
    """`not value`."""

    value: Expr


@dataclass(frozen=True, slots=True)
class Compare:
    """One comparison; a chain is an `Other`."""

    op: str
    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class Ternary:
    """`then if test else other`."""

    test: Expr
    then: Expr
    other: Expr


@dataclass(frozen=True, slots=True)
class Collection:
    """A tuple, list or set display; `kind` says which. A tuple has no place: it cannot change."""

    kind: str
    items: tuple[Expr, ...]
    span: Span = NO_SPAN


@dataclass(frozen=True, slots=True)
class Star:
    """`*value` in a display or an assignment target."""

    value: Expr


@dataclass(frozen=True, slots=True)
class Table:
    """A dict display; a `None` key stands for `**value`."""

    items: tuple[tuple[Expr | None, Expr], ...]
    span: Span = NO_SPAN


@dataclass(frozen=True, slots=True)
class Lambda:
    """A lambda expression."""

    params: tuple[Param, ...]
    body: Expr
    line: int


@dataclass(frozen=True, slots=True)
class Await:
    """`await value`."""

    value: Expr


@dataclass(frozen=True, slots=True)
class Yield:
    """`yield value`, or `yield from value` where `delegate`."""

    value: Expr | None
    delegate: bool


@dataclass(frozen=True, slots=True)
class Clause:
    """`for target in source if conditions` of a comprehension."""

    target: Expr
    source: Expr
    conditions: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Comprehension:
    """A comprehension; `kind` is list, set, dict or generator; `key` only of a dict's."""

    kind: str
    key: Expr | None
    element: Expr
    clauses: tuple[Clause, ...]
    span: Span = NO_SPAN


@dataclass(frozen=True, slots=True)
class Walrus:
    """`name := value`."""

    name: str
    value: Expr


@dataclass(frozen=True, slots=True)
class Other:
    """Any other expression: its parts are evaluated for what they do, its value is not known."""

    parts: tuple[Expr, ...]


Expr = Union[
    Const, Name, Attr, Item, Slice, Invoke, Joined, Binary, Logic, Negate, Compare, Ternary, Collection, Star, Table, Lambda,
    Await, Yield, Comprehension, Walrus, Other,
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Param:
    """A parameter. `kind`: `positional`, `keyword`, `args` (`*args`), `kwargs` (`**kwargs`)."""

    name: str
    kind: str
    default: Expr | None = None
    annotation: Expr | None = None
