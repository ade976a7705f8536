"""Facts of expressions: the values that an expression of the source is kept as.

Frozen, comparable and picklable, without trivia or libcst nodes. `model.facts` has the statements and gives these names too.
Spans are (line, column, end line, end column), all counted from 1, columns in characters.
"""

from __future__ import annotations

from typing import Union

from msgspec import Struct

Span = tuple[int, int, int, int]
Lines = tuple[int, int]
NO_SPAN: Span = (0, 0, 0, 0)


class Const(Struct, frozen=True):
    """A literal: text, bytes, number, True, False, None or Ellipsis (as the text `...` is not)."""

    value: str | bytes | int | float | bool | None


class Name(Struct, frozen=True):
    """A name that is read."""

    id: str


class Attr(Struct, frozen=True):
    """`value.name`."""

    value: Expr
    name: str


class Item(Struct, frozen=True):
    """`value[index]`."""

    value: Expr
    index: Expr


class Arg(Struct, frozen=True):
    """An argument of a call: positional, by keyword, `*value` or `**value` (in `star`)."""

    value: Expr
    keyword: str | None = None
    star: str = ""


class Slice(Struct, frozen=True):
    """`lower:upper:step`, the index of an `Item`."""

    lower: Expr | None
    upper: Expr | None
    step: Expr | None


class Invoke(Struct, frozen=True):
    """A call expression."""

    func: Expr
    args: tuple[Arg, ...]
    span: Span


class Joined(Struct, frozen=True):
    """Text joined from parts: an f-string or implicit concatenation."""

    parts: tuple[Expr, ...]


class Binary(Struct, frozen=True):
    """`left op right` for an arithmetic operator, written as in the source."""

    op: str
    left: Expr
    right: Expr


class Logic(Struct, frozen=True):
    """`a and b`, `a or b`."""

    op: str
    left: Expr
    right: Expr


class Negate(Struct, frozen=True):
    """`not value`."""

    value: Expr


class Compare(Struct, frozen=True):
    """One comparison; a chain is an `Other`."""

    op: str
    left: Expr
    right: Expr


class Ternary(Struct, frozen=True):
    """`then if test else other`."""

    test: Expr
    then: Expr
    other: Expr


class Collection(Struct, frozen=True):
    """A tuple, list or set display; `kind` says which. A tuple has no place: it cannot change."""

    kind: str
    items: tuple[Expr, ...]
    span: Span = NO_SPAN


class Star(Struct, frozen=True):
    """`*value` in a display or an assignment target."""

    value: Expr


class Table(Struct, frozen=True):
    """A dict display; a `None` key stands for `**value`."""

    items: tuple[tuple[Expr | None, Expr], ...]
    span: Span = NO_SPAN


class Lambda(Struct, frozen=True):
    """A lambda expression."""

    params: tuple[Param, ...]
    body: Expr
    line: int


class Await(Struct, frozen=True):
    """`await value`."""

    value: Expr


class Yield(Struct, frozen=True):
    """`yield value`, or `yield from value` where `delegate`."""

    value: Expr | None
    delegate: bool


class Clause(Struct, frozen=True):
    """`for target in source if conditions` of a comprehension."""

    target: Expr
    source: Expr
    conditions: tuple[Expr, ...]


class Comprehension(Struct, frozen=True):
    """A comprehension; `kind` is list, set, dict or generator; `key` only of a dict's."""

    kind: str
    key: Expr | None
    element: Expr
    clauses: tuple[Clause, ...]
    span: Span = NO_SPAN


class Walrus(Struct, frozen=True):
    """`name := value`."""

    name: str
    value: Expr


class Other(Struct, frozen=True):
    """Any other expression: its parts are evaluated for what they do, its value is not known.

    `method` is what an operator before its one part, or a conversion, calls where a class defines it (`__neg__`), or "".
    """

    parts: tuple[Expr, ...]
    method: str = ""


Expr = Union[
    Const, Name, Attr, Item, Slice, Invoke, Joined, Binary, Logic, Negate, Compare, Ternary, Collection, Star, Table, Lambda,
    Await, Yield, Comprehension, Walrus, Other,
]  # fmt: skip


class Param(Struct, frozen=True):
    """A parameter. `kind`: `positional`, `keyword`, `args` (`*args`), `kwargs` (`**kwargs`)."""

    name: str
    kind: str
    default: Expr | None = None
    annotation: Expr | None = None
