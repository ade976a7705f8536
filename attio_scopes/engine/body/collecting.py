"""Collecting: which loops collect something, or look for one of their items, as they are written.

Takes statements, and gives whether a loop over known items is run item by item, and what such loops go over. Evaluates nothing.
"""

from __future__ import annotations

from attio_scopes.engine import bounds
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.project.scopes import expressions_in, expressions_of, mentioned
from attio_scopes.model import facts as f
from attio_scopes.model.blocks import statements_within

_COLLECTING = frozenset({"append", "extend", "insert", "add", "update", "setdefault", "pop", "remove", "appendleft", "join"})


def runs_in_turn(stmt: f.For, items: tuple[v.Value, ...]) -> bool:
    """Whether a loop over known items is run item by item: where its body collects something, or looks for one of them."""
    if not 0 < len(items) <= bounds.UNROLLED:
        return False
    return _collects(stmt.body) or (not all(isinstance(one, v.Scalar) for one in items) and _looks_for(stmt))


def _looks_for(stmt: f.For) -> bool:
    """Whether a loop looks for one of what it goes over: it leaves off at one that a test names, or keeps it (`if n == name: return b`)."""
    own = mentioned(stmt.target)
    for inner in statements_within(stmt.body):
        if isinstance(inner, f.Branch) and not own.isdisjoint(asked := mentioned(inner.test)):
            within = [*statements_within(inner.then), *statements_within(inner.other)]
            given = [one.value for one in within if isinstance(one, (f.Return, f.Assign))]
            kept = any(not own.isdisjoint(mentioned(value)) for value in given)
            left = any(isinstance(one, (f.Return, f.Jump)) for one in within if not (isinstance(one, f.Jump) and one.kind == "continue"))
            if (kept and (left or asked - own)) or (left and not any(given)):
                return True
    return False


def _collects(body: tuple[f.Stmt, ...]) -> bool:
    for stmt in statements_within(body):
        if isinstance(stmt, f.Augment):
            return True
        if isinstance(stmt, f.Assign) and (any(isinstance(t, (f.Item, f.Attr)) for t in stmt.targets) or _made_of_itself(stmt)):
            return True
        if isinstance(stmt, f.Evaluate) and isinstance(stmt.value, f.Invoke):
            func = stmt.value.func
            if isinstance(func, f.Attr) and func.name in _COLLECTING:
                return True
            if isinstance(func, f.Name) and func.id == "setattr":
                return True
    return False


def _made_of_itself(stmt: f.Assign) -> bool:
    """Whether a variable is bound to something made of itself (`path = path.replace(…)`)."""
    names = {target for target in stmt.targets if isinstance(target, f.Name)}
    return bool(names) and stmt.value is not None and any(part in names for part in expressions_in(stmt.value))


def only_shapes(stmt: f.While) -> bool:
    """Whether a loop only changes variables, by what they are themselves (`while path.startswith("/"): path = path[1:]`)."""
    return all(isinstance(one, f.Assign) and _made_of_itself(one) for one in stmt.body)


def collected_over(body: tuple[f.Stmt, ...]) -> set[str]:
    """The names of what loops and comprehensions go over that collect something."""
    found = set()
    for stmt in statements_within(body):
        if isinstance(stmt, f.For) and _collects(stmt.body):
            found.update(_names_in(stmt.source))
        if isinstance(stmt, (f.Function, f.Class)):
            continue
        for part in expressions_of(stmt):
            if isinstance(part, f.Comprehension):
                found.update(_names_in(part.clauses[0].source))
            elif isinstance(part, f.Invoke) and isinstance(part.func, f.Name) and part.func.id in _GOING_OVER:
                found.update(_names_in(part))
            elif isinstance(part, f.Collection):
                found.update(_names_in(part))
    return found


def handed_on(body: tuple[f.Stmt, ...]) -> set[str]:
    """The names that are handed on as they are to something that may collect over them."""
    calls = (part for stmt in statements_within(body) for part in expressions_of(stmt) if isinstance(part, f.Invoke))
    return {arg.value.id for call in calls for arg in call.args if not arg.star and isinstance(arg.value, f.Name)}


_GOING_OVER = frozenset({"map", "filter", "reduce", "zip", "enumerate", "reversed", "list", "tuple", "sorted"})


def _names_in(source: f.Expr) -> set[str]:
    """`x` of `x`, `x.items()`, `enumerate(x)`, `zip(x, y)`, `("a", *x)`, `x or ()`."""
    if isinstance(source, f.Name):
        return {source.id}
    if isinstance(source, f.Collection):
        return set().union(*(_names_in(item.value) for item in source.items if isinstance(item, f.Star)))
    if isinstance(source, f.Logic):
        return _names_in(source.left) | _names_in(source.right)
    if isinstance(source, f.Invoke):
        inner = _names_in(source.func.value) if isinstance(source.func, f.Attr) else set()
        return inner.union(*(_names_in(arg.value) for arg in source.args)) if source.args else inner
    return set()
