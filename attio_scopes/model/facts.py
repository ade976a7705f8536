"""Facts: what `collect` keeps of a module, in a small language of its own.

A module's facts hold its statements and expressions as frozen values, without trivia, comments or libcst nodes: all that
the abstract interpreter reads, and nothing that it does not. They are comparable, picklable and independent of the
machine, so they can be cached by content hash and sent between processes.

Spans are (line, column, end line, end column), all counted from 1, columns in characters.
"""

from __future__ import annotations

from typing import Any, Union

from msgspec import Struct
from msgspec.structs import replace

from attio_scopes.model.expressions import (
    NO_SPAN as NO_SPAN,
)
from attio_scopes.model.expressions import (
    Arg as Arg,
)
from attio_scopes.model.expressions import (
    Attr as Attr,
)
from attio_scopes.model.expressions import (
    Await as Await,
)
from attio_scopes.model.expressions import (
    Binary as Binary,
)
from attio_scopes.model.expressions import (
    Clause as Clause,
)
from attio_scopes.model.expressions import (
    Collection as Collection,
)
from attio_scopes.model.expressions import (
    Compare as Compare,
)
from attio_scopes.model.expressions import (
    Comprehension as Comprehension,
)
from attio_scopes.model.expressions import (
    Const as Const,
)
from attio_scopes.model.expressions import (
    Expr as Expr,
)
from attio_scopes.model.expressions import (
    Invoke as Invoke,
)
from attio_scopes.model.expressions import (
    Item as Item,
)
from attio_scopes.model.expressions import (
    Joined as Joined,
)
from attio_scopes.model.expressions import (
    Lambda as Lambda,
)
from attio_scopes.model.expressions import (
    Lines as Lines,
)
from attio_scopes.model.expressions import (
    Logic as Logic,
)
from attio_scopes.model.expressions import (
    Name as Name,
)
from attio_scopes.model.expressions import (
    Negate as Negate,
)
from attio_scopes.model.expressions import (
    Other as Other,
)
from attio_scopes.model.expressions import (
    Param as Param,
)
from attio_scopes.model.expressions import (
    Slice as Slice,
)
from attio_scopes.model.expressions import (
    Span as Span,
)
from attio_scopes.model.expressions import (
    Star as Star,
)
from attio_scopes.model.expressions import (
    Table as Table,
)
from attio_scopes.model.expressions import (
    Ternary as Ternary,
)
from attio_scopes.model.expressions import (
    Walrus as Walrus,
)
from attio_scopes.model.expressions import (
    Yield as Yield,
)


class Assign(Struct, frozen=True):
    """`targets = value`, `target: annotation = value` (`value` None where only declared)."""

    targets: tuple[Expr, ...]
    value: Expr | None
    lines: Lines
    annotation: Expr | None = None
    span: Span = NO_SPAN


class Augment(Struct, frozen=True):
    """`target op= value`, with `op` without its `=`."""

    target: Expr
    op: str
    value: Expr
    lines: Lines


class Evaluate(Struct, frozen=True):
    """An expression statement, or the expressions of a statement that needs no model of its own (`del`, `assert`)."""

    value: Expr
    lines: Lines


class Delete(Struct, frozen=True):
    """`del target, …`."""

    targets: tuple[Expr, ...]
    lines: Lines


class Return(Struct, frozen=True):
    """`return value`; the span is the statement's."""

    value: Expr | None
    lines: Lines
    span: Span


class Raise(Struct, frozen=True):
    """`raise value`."""

    value: Expr | None
    lines: Lines


class Jump(Struct, frozen=True):
    """`break` or `continue`."""

    kind: str


class Branch(Struct, frozen=True):
    """`if test: then else: other`."""

    test: Expr
    then: tuple[Stmt, ...]
    other: tuple[Stmt, ...]
    lines: Lines


class For(Struct, frozen=True):
    """`for target in source: body else: other`, async or not."""

    target: Expr
    source: Expr
    body: tuple[Stmt, ...]
    other: tuple[Stmt, ...]
    lines: Lines


class While(Struct, frozen=True):
    """`while test: body else: other`."""

    test: Expr
    body: tuple[Stmt, ...]
    other: tuple[Stmt, ...]
    lines: Lines


class With(Struct, frozen=True):
    """`with value as target, …: body`, async or not."""

    items: tuple[tuple[Expr, Expr | None], ...]
    body: tuple[Stmt, ...]
    lines: Lines


class Handler(Struct, frozen=True):
    """`except type as name: body`."""

    type: Expr | None
    name: str | None
    body: tuple[Stmt, ...]


class Try(Struct, frozen=True):
    """A try statement."""

    body: tuple[Stmt, ...]
    handlers: tuple[Handler, ...]
    other: tuple[Stmt, ...]
    final: tuple[Stmt, ...]


class Case(Struct, frozen=True):
    """A case of a match statement.

    Attributes:
        values: the literals that it compares with; None where it matches more.
        binds: names that it binds.
        wild: whether it matches anything.
        captures: of names that it binds, the way to their value from the subject: (".", attribute), ("[", key or index) and ("(", number of
            the field of a class) one after another.
        kind: the class, or classes, of which the subject has to be.
    """

    values: tuple[Expr, ...] | None
    binds: tuple[str, ...]
    guard: Expr | None
    body: tuple[Stmt, ...]
    wild: bool = False
    captures: tuple[tuple[str, tuple[tuple[str, str | int], ...]], ...] = ()
    kind: Expr | None = None


class Match(Struct, frozen=True):
    """A match statement."""

    subject: Expr
    cases: tuple[Case, ...]
    lines: Lines


class Function(Struct, frozen=True):
    """A function definition. `qualname` has its classes and functions, `Client.get`."""

    name: str
    qualname: str
    params: tuple[Param, ...]
    body: tuple[Stmt, ...]
    decorators: tuple[Expr, ...]
    line: int
    is_generator: bool
    returns: Expr | None = None


class Class(Struct, frozen=True):
    """A class definition; `keywords` are those of its statement (`class A(B, path="/a")`)."""

    name: str
    qualname: str
    bases: tuple[Expr, ...]
    decorators: tuple[Expr, ...]
    body: tuple[Stmt, ...]
    line: int
    keywords: tuple[tuple[str, Expr], ...] = ()


class Import(Struct, frozen=True):
    """`import a.b as c`: (dotted name, alias or None)."""

    names: tuple[tuple[str, str | None], ...]


class ImportFrom(Struct, frozen=True):
    """`from ..module import name as alias`; names is None for `*`."""

    module: str
    level: int
    names: tuple[tuple[str, str], ...] | None


class Declare(Struct, frozen=True):
    """`global` or `nonlocal` names."""

    kind: str
    names: tuple[str, ...]


Stmt = Union[
    Assign, Augment, Evaluate, Delete, Return, Raise, Jump, Branch, For, While, With, Try, Match, Function, Class, Import,
    ImportFrom, Declare,
]  # fmt: skip


class ModuleFacts(Struct, frozen=True):
    """All that is kept of a module.

    Attributes:
        path: relative to the checked root, with `/`.
        body: its statements.
        lines: of each of them, the line that it starts on.
    """

    path: str
    body: tuple[Stmt, ...]
    lines: tuple[int, ...]


def blocks(stmt: Stmt) -> tuple[tuple[Stmt, ...], ...]:
    """The blocks of statements in a statement; those of a function or class are its own business."""
    if isinstance(stmt, Branch):
        return (stmt.then, stmt.other)
    if isinstance(stmt, (For, While)):
        return (stmt.body, stmt.other)
    if isinstance(stmt, With):
        return (stmt.body,)
    if isinstance(stmt, Try):
        return (stmt.body, *(handler.body for handler in stmt.handlers), stmt.other, stmt.final)
    if isinstance(stmt, Match):
        return tuple(case.body for case in stmt.cases)
    return ()


_BLOCKS: dict[type[object], tuple[str, ...]] = {
    Branch: ("then", "other"),
    For: ("body", "other"),
    While: ("body", "other"),
    With: ("body",),
    Try: ("body", "handlers", "other", "final"),
    Match: ("cases",),
}


def head(stmt: Stmt) -> Stmt:
    """A statement without the blocks in it: its test, its source, what it binds."""
    emptied: dict[str, Any] = dict.fromkeys(_BLOCKS.get(type(stmt), ()), ())
    return replace(stmt, **emptied) if emptied else stmt
