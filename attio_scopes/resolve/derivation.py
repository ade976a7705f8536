"""Derivation: which variables of a function are made of its parameters.

Takes a function and gives names, by what its assignments say; evaluates nothing. What such a variable is, the caller decided.
"""

from __future__ import annotations

from collections.abc import Iterator

from attio_scopes.model import facts as f
from attio_scopes.model.program import FunctionDef
from attio_scopes.resolve.machine import Machine


def made_of_parameters(machine: Machine, function: FunctionDef) -> frozenset[str]:
    """The parameters of a function, and its variables in whose every assignment one of them has a part."""
    known = machine.made_of_parameters.get(function)
    if known is None:
        params = function.facts.params[1:] if function.owner is not None else function.facts.params
        first = {param.name for param in function.facts.params}
        known = machine.made_of_parameters[function] = frozenset(first | _derived(function, {param.name for param in params}))
    return known


def _derived(function: FunctionDef, found: set[str]) -> set[str]:
    assigned: dict[str, list[f.Expr]] = {}
    for part in _parts(function.facts.body):
        if isinstance(part, f.Assign) and part.value is not None and len(part.targets) == 1 and isinstance(part.targets[0], f.Name):
            assigned.setdefault(part.targets[0].id, []).append(part.value)
    grew = True
    while grew:
        grew = False
        for name, values in assigned.items():
            if name not in found and all(found & _names(value) for value in values):
                found.add(name)
                grew = True
    return found


def _names(expr: f.Expr) -> set[str]:
    return {part.id for part in _parts(expr) if isinstance(part, f.Name)}


def _parts(node: object) -> Iterator[object]:
    """Statements and expressions and all that they are made of, nested functions and classes apart."""
    pending: list[object] = [node]
    while pending:
        item = pending.pop()
        if isinstance(item, tuple):
            pending.extend(item)
        elif hasattr(item, "__dataclass_fields__"):
            yield item
            if not isinstance(item, (f.Function, f.Class, f.Lambda)):
                pending.extend(getattr(item, name) for name in item.__dataclass_fields__)
