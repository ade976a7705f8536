"""Binders: which names a statement binds or changes, and which attributes a module stores.

Takes facts, gives names. Evaluates nothing.
"""

from __future__ import annotations

from attio_scopes.model import facts as f
from attio_scopes.model.blocks import bound_names, statements_within
from attio_scopes.model.program import Module


def bound_or_changed(stmt: f.Stmt) -> set[str]:
    """Names that a statement binds, or whose object it changes."""
    return bound_or_stored(stmt) | called_on(stmt)


def bound_or_stored(stmt: f.Stmt) -> set[str]:
    """Names that a statement binds, or into whose object it stores something itself."""
    found: set[str] = set()
    for one in statements_within((stmt,)):
        found.update(bound_names(one))
        targets: list[f.Expr] = []
        if isinstance(one, f.Assign):
            targets = list(one.targets)
        elif isinstance(one, (f.Augment,)):
            targets = [one.target]
        elif isinstance(one, f.Delete):
            targets = list(one.targets)
        for target in targets:
            while isinstance(target, (f.Attr, f.Item)):
                target = target.value
                if isinstance(target, f.Name):
                    found.add(target.id)
    return found


def called_on(stmt: f.Stmt) -> set[str]:
    """Names whose object a statement changes by a call, if that is an object which a call can change."""
    found: set[str] = set()
    for one in statements_within((stmt,)):
        if isinstance(one, f.Evaluate) and isinstance(one.value, f.Invoke):
            found |= _changed_by_call(one.value)
        elif isinstance(one, f.Function):
            found.update(name for decorator in one.decorators if (name := _method_of(decorator)))
    return found


def _method_of(decorator: f.Expr) -> str:
    """The name of the object whose method a decorator is, `@router.command("/find")`: it may put the function there."""
    func = decorator.func if isinstance(decorator, f.Invoke) else decorator
    while isinstance(func, f.Attr):
        func = func.value
        if isinstance(func, f.Name):
            return func.id
    return ""


def _changed_by_call(expr: f.Invoke) -> set[str]:
    found: set[str] = set()
    func = expr.func
    while isinstance(func, (f.Attr, f.Item)):
        func = func.value
        if isinstance(func, f.Name):
            found.add(func.id)
    if isinstance(func, f.Name) and not found:
        found.update(arg.value.id for arg in expr.args if isinstance(arg.value, f.Name))
    return found


def stored_elsewhere(module: Module) -> set[str]:
    """Attributes that code stores on something else than its own first parameter."""
    return set().union(*(stmt.stores for stmt in module.outline.statements)) if module.outline.statements else set()
