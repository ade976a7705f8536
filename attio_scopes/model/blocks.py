"""Blocks: the statements within statements, and the names that each binds.

Takes facts, gives facts and names. Python decides both by the text alone, before anything runs; so does this.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attio_scopes.model import facts as f


def statements(body: Sequence[f.Stmt], top: bool) -> Iterator[tuple[f.Stmt, bool]]:
    """Every statement of a block and of the blocks in it, functions and classes apart; and whether it stands at the top."""
    for stmt in body:
        yield stmt, top
        for inner in f.blocks(stmt):
            yield from statements(inner, False)


def statements_within(body: Sequence[f.Stmt]) -> Iterator[f.Stmt]:
    """Every statement of a block and of the blocks in it, functions and classes apart."""
    for stmt, _ in statements(body, True):
        yield stmt


def bound_names(stmt: f.Stmt) -> list[str]:
    """Names that a statement binds in its own scope."""
    if isinstance(stmt, (f.Function, f.Class)):
        return [stmt.name]
    if isinstance(stmt, f.Import):
        return [alias or name.split(".")[0] for name, alias in stmt.names]
    if isinstance(stmt, f.ImportFrom):
        return [alias for _, alias in stmt.names or ()]
    targets: list[f.Expr] = []
    if isinstance(stmt, f.Assign):
        targets = list(stmt.targets) if stmt.value is not None else []
    elif isinstance(stmt, f.Augment):
        targets = [stmt.target]
    elif isinstance(stmt, f.For):
        targets = [stmt.target]
    elif isinstance(stmt, f.With):
        targets = [target for _, target in stmt.items if target is not None]
    names = []
    while targets:
        target = targets.pop()
        if isinstance(target, f.Name):
            names.append(target.id)
        elif isinstance(target, f.Collection):
            targets.extend(target.items)
        elif isinstance(target, f.Star):
            targets.append(target.value)
    return names
