"""Liveness: the variables that a block may read before it binds them itself.

Takes facts, gives names. What a variable held before a block matters to the block only if it is one of these; a name too many costs time,
one too few would lose a value. Nothing is evaluated.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from attio_scopes.engine.project.scopes import expressions_in, expressions_of, mentioned
from attio_scopes.model import facts as f
from attio_scopes.model.blocks import bound_names

_OF_ALL = frozenset({"locals", "vars", "eval", "exec", "dir"})
"""Functions that read any variable."""


def read_first(body: Sequence[f.Stmt], bound: Iterable[str] = (), before: Sequence[f.Expr] = ()) -> frozenset[str] | None:
    """The variables that a block may read as they were before it.

    Args:
        body: the block.
        bound: names that are bound before it.
        before: expressions that are evaluated before it, and before those names are bound.

    Returns:
        Their names; None where it may read any.
    """
    found: set[str] = set()
    for expr in before:
        found |= mentioned(expr)
    _block(body, frozenset(bound), found)
    return None if found & _OF_ALL else frozenset(found)


def _block(body: Sequence[f.Stmt], bound: frozenset[str], found: set[str]) -> frozenset[str] | None:
    """Add what a block reads before it is bound; give the names that are bound at its end, None where control never gets there."""
    for stmt in body:
        _reads(stmt, bound, found)
        if isinstance(stmt, (f.Return, f.Raise, f.Jump)):
            return None
        after = _after(stmt, bound, found)
        if after is None:
            return None
        bound = after
    return bound


def _after(stmt: f.Stmt, bound: frozenset[str], found: set[str]) -> frozenset[str] | None:
    """The names that are bound after a statement; what the blocks in it read is added."""
    if isinstance(stmt, f.Branch):
        then, other = _block(stmt.then, bound, found), _block(stmt.other, bound, found)
        return other if then is None else then if other is None else then & other
    if isinstance(stmt, f.With):
        _block(stmt.body, bound.union(bound_names(stmt)), found)
        return bound
    if isinstance(stmt, f.For):
        _block(stmt.body, bound.union(bound_names(stmt)), found)
        _block(stmt.other, bound, found)
        return bound
    if isinstance(stmt, f.Try):
        for handler in stmt.handlers:
            _block(handler.body, bound.union({handler.name} if handler.name is not None else ()), found)
        for inner in (stmt.body, stmt.other, stmt.final):
            _block(inner, bound, found)
        return bound
    for inner in f.blocks(stmt):
        _block(inner, bound, found)
    return bound if f.blocks(stmt) else bound.union(bound_names(stmt))


def _reads(stmt: f.Stmt, bound: frozenset[str], found: set[str]) -> None:
    """Add the names that a statement mentions and does not only bind."""
    if isinstance(stmt, (f.Function, f.Class)):
        found |= mentioned(stmt)  # it may run when a name has another value, or none yet
        return
    targets = stmt.targets if isinstance(stmt, f.Assign) else (stmt.target,) if isinstance(stmt, f.For) else ()
    if not targets:
        parts: Iterable[Any] = expressions_of(stmt)
    else:
        given = (stmt.value, stmt.annotation) if isinstance(stmt, f.Assign) else (stmt.source,) if isinstance(stmt, f.For) else ()
        parts = (*given, *(part for target in targets for part in _read_by(target)))
    for part in parts:
        if isinstance(part, f.Name):
            found.update({part.id} - bound)
        elif part is not None and (targets or isinstance(part, f.Lambda)):
            names = mentioned(part)
            found |= names if _encloses(part) else names - bound


def _encloses(expr: f.Expr) -> bool:
    """Whether a lambda stands in an expression: it may run when a name has another value."""
    return any(isinstance(part, f.Lambda) for part in expressions_in(expr))


def _read_by(target: f.Expr) -> Iterable[f.Expr]:
    """What an assignment to a target reads: `name` and `index` of `name[index]`, nothing of `name`."""
    if isinstance(target, f.Collection):
        for part in target.items:
            yield from _read_by(part)
    elif isinstance(target, f.Star):
        yield from _read_by(target.value)
    elif not isinstance(target, f.Name):
        yield target
