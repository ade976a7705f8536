"""Scopes of variables: which names are a function's own, and which of them functions within it share.

Takes a function's facts, gives names. Python decides this before a function runs, by its text alone; so does this.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from attio_scopes.engine.domain.remembering import once_for_each
from attio_scopes.model import facts as f
from attio_scopes.model.blocks import bound_names, statements_within


class Names(Struct, frozen=True):
    """The names of a function.

    Attributes:
        own: parameters, and what its body binds.
        shared: those that functions, lambdas or classes within it mention.
        global_, nonlocal_: declared to be another's.
        encloses: whether functions, lambdas or classes stand in it.
    """

    own: frozenset[str]
    shared: frozenset[str]
    global_: frozenset[str]
    nonlocal_: frozenset[str]
    encloses: bool = False


def names_of(function: f.Function) -> Names:
    """The names of a function."""
    own = {param.name for param in function.params}
    global_: set[str] = set()
    nonlocal_: set[str] = set()
    within: set[str] = set()
    for stmt in statements_within(function.body):
        own.update(bound_names(stmt))
        if isinstance(stmt, f.Declare):
            (global_ if stmt.kind == "global" else nonlocal_).update(stmt.names)
        if isinstance(stmt, f.Try):
            own.update(handler.name for handler in stmt.handlers if handler.name is not None)
        if isinstance(stmt, f.Match):
            own.update(name for case in stmt.cases for name in case.binds)
        if isinstance(stmt, (f.Function, f.Class)):
            within.update(mentioned(stmt))
        else:
            for part in expressions_of(stmt):
                if isinstance(part, f.Walrus):
                    own.add(part.name)
                elif isinstance(part, f.Comprehension):
                    own.update(name for clause in part.clauses for name in _targets(clause.target))
                elif isinstance(part, f.Lambda):
                    within.update(mentioned(part))
    own -= global_ | nonlocal_
    return Names(frozenset(own), frozenset(own & within), frozenset(global_), frozenset(nonlocal_), bool(within))


def _targets(target: f.Expr) -> Iterator[str]:
    if isinstance(target, f.Name):
        yield target.id
    elif isinstance(target, f.Collection):
        for part in target.items:
            yield from _targets(part)
    elif isinstance(target, f.Star):
        yield from _targets(target.value)


@once_for_each
def expressions_of(stmt: Any) -> tuple[Any, ...]:
    """The expressions of a statement, not those of the statements in it."""
    return tuple(_expressions([getattr(stmt, name) for name in stmt.__struct_fields__]))


def expressions_in(expr: f.Expr) -> Iterator[Any]:
    """An expression and those in it."""
    return _expressions([expr])


def _expressions(pending: list[Any]) -> Iterator[Any]:
    while pending:
        part = pending.pop()
        kind = type(part)
        if kind is tuple:
            pending.extend(one for one in part if type(one) not in _STATEMENTS)
        elif kind not in _PLAIN and kind not in _STATEMENTS and isinstance(part, Struct):
            yield part
            if kind is not f.Lambda:
                pending.extend([getattr(part, name) for name in part.__struct_fields__])


_PLAIN = frozenset({str, int, bool, float, bytes, type(None)})
_STATEMENTS = frozenset(
    {f.Assign, f.Augment, f.Evaluate, f.Delete, f.Return, f.Raise, f.Jump, f.Branch, f.For, f.While, f.With, f.Try, f.Match, f.Function,
     f.Class, f.Import, f.ImportFrom, f.Declare}
)  # fmt: skip


@once_for_each
def makes_calls(stmt: Any) -> bool:
    """Whether a statement calls anything, beside what the statements in it call."""
    return any(type(part) is f.Invoke for part in expressions_of(stmt))


def mentioned(node: Any) -> set[str]:
    """Every name that a function, a lambda, a class or an expression mentions anywhere in it."""
    found: set[str] = set()
    pending: list[Any] = [node]
    while pending:
        part = pending.pop()
        kind = type(part)
        if kind is tuple:
            pending.extend(part)
        elif kind not in _PLAIN and isinstance(part, Struct):
            if isinstance(part, f.Name):
                found.add(part.id)
            elif isinstance(part, f.Declare):
                found.update(part.names)
            else:
                pending.extend(getattr(part, name) for name in part.__struct_fields__)
    return found
