"""Facts: what `collect` keeps of a module, in a small language of its own.

A module's facts hold its statements and expressions as frozen values, without trivia, comments or libcst nodes: all that
the abstract interpreter reads, and nothing that it does not. They are comparable, picklable and independent of the
machine, so they can be cached by content hash and sent between processes.

Spans are (line, column, end line, end column), all counted from 1, columns in characters.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Union

Span = tuple[int, int, int, int]
Lines = tuple[int, int]
NO_SPAN: Span = (0, 0, 0, 0)

# --- expressions -----------------------------------------------------------------------------------------------


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
    """A tuple, list or set display; `kind` says which."""

    kind: str
    items: tuple[Expr, ...]


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
    Const, Name, Attr, Item, Invoke, Joined, Binary, Logic, Negate, Compare, Ternary, Collection, Star, Table, Lambda,
    Await, Yield, Comprehension, Walrus, Other,
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Param:
    """A parameter. `kind`: `positional`, `keyword`, `args` (`*args`), `kwargs` (`**kwargs`)."""

    name: str
    kind: str
    default: Expr | None = None
    annotation: Expr | None = None


# --- statements ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Assign:
    """`targets = value`, `target: annotation = value` (`value` None where only declared)."""

    targets: tuple[Expr, ...]
    value: Expr | None
    lines: Lines
    annotation: Expr | None = None
    span: Span = NO_SPAN


@dataclass(frozen=True, slots=True)
class Augment:
    """`target op= value`, with `op` without its `=`."""

    target: Expr
    op: str
    value: Expr
    lines: Lines


@dataclass(frozen=True, slots=True)
class Evaluate:
    """An expression statement, or the expressions of a statement that needs no model of its own (`del`, `assert`)."""

    value: Expr
    lines: Lines


@dataclass(frozen=True, slots=True)
class Return:
    """`return value`; the span is the statement's."""

    value: Expr | None
    lines: Lines
    span: Span


@dataclass(frozen=True, slots=True)
class Raise:
    """`raise value`."""

    value: Expr | None
    lines: Lines


@dataclass(frozen=True, slots=True)
class Jump:
    """`break` or `continue`."""

    kind: str


@dataclass(frozen=True, slots=True)
class Branch:
    """`if test: then else: other`."""

    test: Expr
    then: tuple[Stmt, ...]
    other: tuple[Stmt, ...]
    lines: Lines


@dataclass(frozen=True, slots=True)
class For:
    """`for target in source: body else: other`, async or not."""

    target: Expr
    source: Expr
    body: tuple[Stmt, ...]
    other: tuple[Stmt, ...]
    lines: Lines


@dataclass(frozen=True, slots=True)
class While:
    """`while test: body else: other`."""

    test: Expr
    body: tuple[Stmt, ...]
    other: tuple[Stmt, ...]
    lines: Lines


@dataclass(frozen=True, slots=True)
class With:
    """`with value as target, …: body`, async or not."""

    items: tuple[tuple[Expr, Expr | None], ...]
    body: tuple[Stmt, ...]
    lines: Lines


@dataclass(frozen=True, slots=True)
class Handler:
    """`except type as name: body`."""

    type: Expr | None
    name: str | None
    body: tuple[Stmt, ...]


@dataclass(frozen=True, slots=True)
class Try:
    """A try statement."""

    body: tuple[Stmt, ...]
    handlers: tuple[Handler, ...]
    other: tuple[Stmt, ...]
    final: tuple[Stmt, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A case of a match statement: the literals that it compares with (None: matches more), names that it binds."""

    values: tuple[Expr, ...] | None
    binds: tuple[str, ...]
    guard: Expr | None
    body: tuple[Stmt, ...]
    wild: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A match statement."""

    subject: Expr
    cases: tuple[Case, ...]
    lines: Lines


@dataclass(frozen=True, slots=True)
class Function:
    """A function definition. `qualname` has its classes and functions, `Client.get`."""

    name: str
    qualname: str
    params: tuple[Param, ...]
    body: tuple[Stmt, ...]
    decorators: tuple[Expr, ...]
    line: int
    is_generator: bool
    returns: Expr | None = None


@dataclass(frozen=True, slots=True)
class Class:
    """A class definition."""

    name: str
    qualname: str
    bases: tuple[Expr, ...]
    decorators: tuple[Expr, ...]
    body: tuple[Stmt, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Import:
    """`import a.b as c`: (dotted name, alias or None)."""

    names: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class ImportFrom:
    """`from ..module import name as alias`; names is None for `*`."""

    module: str
    level: int
    names: tuple[tuple[str, str], ...] | None


@dataclass(frozen=True, slots=True)
class Declare:
    """`global` or `nonlocal` names."""

    kind: str
    names: tuple[str, ...]


Stmt = Union[
    Assign, Augment, Evaluate, Return, Raise, Jump, Branch, For, While, With, Try, Match, Function, Class, Import,
    ImportFrom, Declare,
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class ModuleFacts:
    """All that is kept of a module.

    Attributes:
        path: relative to the checked root, with `/`.
        body: its statements.
        mentions_attio: whether its bytes say `attio` in any case.
    """

    path: str
    body: tuple[Stmt, ...]
    mentions_attio: bool
