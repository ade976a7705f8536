"""Expressions: their values in a frame, and what they send on the way.

Takes an expression of the facts and gives a symbolic value. Every subexpression is evaluated once and in order, so that calls
in it are seen even where its own value is not known.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attio_scopes.model import facts as f
from attio_scopes.model import values as v
from attio_scopes.model.outline import MUTATORS
from attio_scopes.model.parts import MOST_PARTS_OF_AN_OBJECT, bounded
from attio_scopes.model.program import FunctionDef
from attio_scopes.resolve.assignment import assign, mutate, set_attribute
from attio_scopes.resolve.callables import injected
from attio_scopes.resolve.containers import as_one_mapping, item, iterate, opaque_item
from attio_scopes.resolve.gathered import shared_key
from attio_scopes.resolve.machine import Frame, Machine, is_beyond, map_levels
from attio_scopes.resolve.objects import members
from attio_scopes.resolve.operators import applied, as_text, special
from attio_scopes.resolve.pieces import append_path
from attio_scopes.resolve.text import combine, join, known, percent, pieces_of
from attio_scopes.resolve.truth import compare, truth


def evaluate(machine: Machine, expr: f.Expr, frame: Frame) -> v.Value:
    """The value of an expression in a frame."""
    machine.step()
    value = _EVALUATORS[type(expr)](machine, expr, frame)
    return bounded(value) if type(expr) in _GROWING else value


def _const(machine: Machine, expr: f.Const, frame: Frame) -> v.Value:
    return v.text(expr.value) if isinstance(expr.value, str) else v.Scalar(expr.value)


def _name(machine: Machine, expr: f.Name, frame: Frame) -> v.Value:
    return lookup(machine, expr.id, frame)


def lookup(machine: Machine, name: str, frame: Frame) -> v.Value:
    """A variable: the frame's, then the functions' around it, then the module's, then a builtin."""
    names = frame.scope.names
    if name in names and name not in frame.declared_global:
        return names[name]
    if name in frame.declared_global and "::" + name in names:
        return names["::" + name]
    scope = frame.scope.outer
    while scope is not None:
        if name in scope.names:
            found = scope.names[name]
            if not frame.called:
                return found
            return map_levels(found, _in_closure(frame.depth - scope.depth) if scope.running else _left_behind)
        scope = scope.outer
    found_global = machine.global_name(frame.module, name)
    return found_global if found_global is not None else v.External(f"builtins.{name}")


def _in_closure(frames: int) -> Callable[[int], int]:
    """What an outer function was given is as many calls further away for an inner one as there are frames between them."""
    return lambda level: level + max(1, frames) if level else 0


def _left_behind(level: int) -> int:
    """What an outer function was given before it returned is part of the inner one, as its callers have it."""
    return level if is_beyond(level) else min(level, 1)


def _attr(machine: Machine, expr: f.Attr, frame: Frame) -> v.Value:
    if isinstance(expr.value, f.Name) and expr.value.id == frame.self_name:
        stored = frame.names.get("." + expr.name)
        if stored is not None:
            return stored
    value = machine.attribute(evaluate(machine, expr.value, frame), expr.name, frame)
    return _shared(machine, expr.value, expr.name, value) if isinstance(value, (v.Member, v.Unknown, v.External)) else value


def _shared(machine: Machine, holder: f.Expr, name: str, value: v.Value) -> v.Value:
    """What the project stores under this name on the object, where it is one that libraries hand around."""
    key = shared_key(holder, name)
    stored = machine.known.shared.get(key) if key is not None else None
    return v.choose(v.Option(v.NO_GUARDS, held) for held in stored) if stored else value


def _item(machine: Machine, expr: f.Item, frame: Frame) -> v.Value:
    owner = members(machine, evaluate(machine, expr.value, frame))
    index = evaluate(machine, expr.index, frame)
    value = special(machine, owner, "__getitem__", (index,), frame) or injected(machine, owner, index, frame)
    value = value or item(machine, owner, index, id(expr))
    name = known(index)
    return _shared(machine, expr.value, name, value) if name is not None and isinstance(value, (v.Member, v.Unknown)) else value


def _slice(machine: Machine, expr: f.Slice, frame: Frame) -> v.Value:
    bounds = (expr.lower, expr.upper, expr.step)
    return v.Items("slice", tuple(evaluate(machine, bound, frame) if bound is not None else v.NONE for bound in bounds))


def _invoke(machine: Machine, expr: f.Invoke, frame: Frame) -> v.Value:
    callee = evaluate(machine, expr.func, frame)
    args = arguments(machine, expr.args, frame)
    if isinstance(expr.func, f.Attr) and expr.func.name in MUTATORS:
        mutate(machine, expr.func, args, frame)
    elif isinstance(expr.func, f.Name) and expr.func.id == "setattr":
        set_attribute(machine, expr.args, args, frame)
    if isinstance(callee, v.Member) and isinstance(callee.owner, v.Items) and callee.owner.kind == "dynamic":
        return _dynamic(machine, callee.owner, args, frame, expr.span)
    return machine.call(callee, args, frame, expr.span)


def _dynamic(machine: Machine, owner: v.Items, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value:
    """`getattr(client, method)(url)` with a method that is not known: what `client.request(method, url)` would be."""
    receiver, name = owner.items
    for option in v.options(receiver):
        callee = machine.attribute(option.value, "request", frame)
        machine.call(callee, v.Arguments((name, *args.positional), args.keywords, args.open_), frame, span)
    return v.Made("response", v.Arguments())


def arguments(machine: Machine, args: tuple[f.Arg, ...], frame: Frame) -> v.Arguments:
    """The arguments of a call, `*` and `**` spread where they are known."""
    positional: list[v.Value] = []
    keywords: list[tuple[str, v.Value]] = []
    open_ = outer = False
    for arg in args:
        value = evaluate(machine, arg.value, frame)
        if not isinstance(value, (v.Dict, v.Items)):
            value = bounded(value, MOST_PARTS_OF_AN_OBJECT)
        if arg.star == "*":
            if isinstance(value, v.Items) and value.complete:
                positional.extend(value.items)
            else:
                open_ = True
                outer = outer or (isinstance(value, v.Items) and value.kind == "arguments")
        elif arg.star == "**":
            if isinstance(value, v.Choice):
                value = as_one_mapping(value)
            if isinstance(value, v.Dict):
                keywords.extend((known(key) or "", held) for key, held in value.entries if known(key))
                open_ = open_ or not value.complete
                outer = outer or value.outer
            else:
                open_ = True
        elif arg.keyword is not None:
            keywords.append((arg.keyword, value))
        else:
            positional.append(value)
    return v.Arguments(tuple(positional), tuple(dict(keywords).items()), open_, outer)


def _joined(machine: Machine, expr: f.Joined, frame: Frame) -> v.Value:
    parts = [as_text(machine, evaluate(machine, part, frame), frame) for part in expr.parts]
    return combine(parts, join, frame.guards)


def _binary(machine: Machine, expr: f.Binary, frame: Frame) -> v.Value:
    left = evaluate(machine, expr.left, frame)
    right = evaluate(machine, expr.right, frame)
    return applied(machine, expr.op, left, right, frame) or binary(expr.op, left, right, frame)


def binary(op: str, left: v.Value, right: v.Value, frame: Frame) -> v.Value:
    """`left op right`."""
    if op == "+":
        return combine([left, right], lambda parts: _add(parts[0], parts[1]), frame.guards)
    if op == "%":
        return combine([left, right], lambda parts: percent(parts[0], parts[1]), frame.guards)
    if op == "/":
        return combine([left, right], lambda parts: v.Text(append_path(pieces_of(parts[0]), pieces_of(parts[1]))), frame.guards)
    if op == "|" and isinstance(left, v.Dict) and isinstance(right, v.Dict):
        return v.Dict((*left.entries, *right.entries), left.complete and right.complete)
    return v.Unknown("the result of a computation", "value")


def _add(left: v.Value, right: v.Value) -> v.Value:
    if isinstance(left, v.Items) and isinstance(right, v.Items):
        parts = [side.items if side.complete else iterate(side)[0] for side in (left, right)]
        return v.Items("list", (*parts[0], *parts[1]), left.complete and right.complete)
    if isinstance(left, v.Scalar) or isinstance(right, v.Scalar):
        return v.Unknown("the result of a computation", "number", single=True)
    return join([left, right])


def _logic(machine: Machine, expr: f.Logic, frame: Frame) -> v.Value:
    left = evaluate(machine, expr.left, frame)
    right = evaluate(machine, expr.right, frame)
    kept: list[v.Option] = []
    for option in v.options(left):
        holds = truth(option.value)
        stops = holds is (expr.op == "or")
        if holds is None or stops:
            kept.append(v.Option(option.guards | {(id(expr), 0)}, option.value))
        if holds is None or not stops:
            kept.append(v.Option(option.guards | {(id(expr), 1)}, right))
    return v.choose(kept)


def _negate(machine: Machine, expr: f.Negate, frame: Frame) -> v.Value:
    holds = truth(evaluate(machine, expr.value, frame))
    return v.Unknown("a test that is not known") if holds is None else v.Scalar(not holds)


def _compare(machine: Machine, expr: f.Compare, frame: Frame) -> v.Value:
    left, right = evaluate(machine, expr.left, frame), evaluate(machine, expr.right, frame)
    return combine([left, right], lambda parts: compare(expr.op, parts[0], parts[1]), frame.guards)


def _ternary(machine: Machine, expr: f.Ternary, frame: Frame) -> v.Value:
    from attio_scopes.resolve.branching import assume, decided, under

    holds = decided(machine, expr.test, frame)
    found: list[v.Option] = []
    before, held, narrowed = dict(frame.names), frame.guards, frame.narrowing
    for branch, (inner, outcome) in enumerate(((expr.then, True), (expr.other, False))):
        if holds is (not outcome):
            continue
        guard = frozenset({(id(expr), branch)})
        frame.guards, frame.narrowing = held | guard, ()
        if assume(machine, expr.test, outcome, frame):
            value = evaluate(machine, inner, frame)
            found.extend(v.Option(allowed, value) for allowed in under(guard, frame.narrowing))
        frame.guards, frame.narrowing = held, narrowed
        frame.scope.names.clear()
        frame.scope.names.update(before)
    return v.choose(found)


def _collection(machine: Machine, expr: f.Collection, frame: Frame) -> v.Value:
    items: list[v.Value] = []
    complete = True
    for part in expr.items:
        if isinstance(part, f.Star):
            spread = members(machine, evaluate(machine, part.value, frame))
            exact = isinstance(spread, v.Items) and spread.complete
            inner, whole = (spread.items, True) if exact and isinstance(spread, v.Items) else iterate(spread)
            items.extend(inner)
            complete = complete and whole
        else:
            items.append(evaluate(machine, part, frame))
    return v.Items(expr.kind, tuple(items), complete)


def _star(machine: Machine, expr: f.Star, frame: Frame) -> v.Value:
    return evaluate(machine, expr.value, frame)


def _table(machine: Machine, expr: f.Table, frame: Frame) -> v.Value:
    entries: list[tuple[v.Value, v.Value]] = []
    complete, outer = True, False
    for key, value in expr.items:
        held = evaluate(machine, value, frame)
        if key is not None:
            entries.append((evaluate(machine, key, frame), held))
        elif isinstance(held, v.Dict):
            entries.extend(held.entries)
            complete = complete and held.complete
            outer = outer or held.outer
        else:
            complete = False
    return v.Dict(tuple(entries), complete, outer, (frame.module.path, *expr.span) if expr.span[0] else None)


def _lambda(machine: Machine, expr: f.Lambda, frame: Frame) -> v.Value:
    function = machine.lambdas.get(id(expr))
    if function is None:
        body = (f.Return(expr.body, (0, 0), f.NO_SPAN),)
        outer = frame.function.name + "." if frame.function is not None else ""
        facts = f.Function("<lambda>", f"{outer}<lambda>", expr.params, body, (), expr.line, False)
        function = machine.lambdas[id(expr)] = FunctionDef(frame.module, facts, None, True)
    made = v.Function(function, None, frame.scope)
    frame.nested[function] = made
    if frame.function is None:
        machine.lambdas_of_bodies[function] = made
    return made


def _await(machine: Machine, expr: f.Await, frame: Frame) -> v.Value:
    return evaluate(machine, expr.value, frame)


def _yield(machine: Machine, expr: f.Yield, frame: Frame) -> v.Value:
    value = evaluate(machine, expr.value, frame) if expr.value is not None else v.NONE
    if expr.delegate:
        frame.yields.extend(iterate(value)[0])
    else:
        frame.yields.append(value)
    return v.Unknown("what is sent into a generator")


def _comprehension(machine: Machine, expr: f.Comprehension, frame: Frame) -> v.Value:
    before = dict(frame.names)
    complete = len(expr.clauses) == 1 and not expr.clauses[0].conditions
    spread: tuple[v.Value, ...] | None = None
    for number, clause in enumerate(expr.clauses):
        items, whole = iterate(members(machine, evaluate(machine, clause.source, frame)))
        complete = complete and whole
        spread = items if number == 0 and len(expr.clauses) == 1 else None
        assign(machine, clause.target, v.either(id(clause), items) if items else v.Unknown("an item of an empty list"), frame)
        for condition in clause.conditions:
            evaluate(machine, condition, frame)
    made: v.Value
    if expr.kind == "dict" and expr.key is not None:
        rounds = spread if complete and spread is not None and len(spread) <= v.MOST_OPTIONS else None
        entries = []
        for item_ in rounds if rounds is not None else (None,):
            if item_ is not None:
                assign(machine, expr.clauses[0].target, item_, frame)
            entries.append((evaluate(machine, expr.key, frame), evaluate(machine, expr.element, frame)))
        made = v.Dict(tuple(entries), rounds is not None)
    else:
        elements = [option.value for option in v.options(evaluate(machine, expr.element, frame))]
        made = v.Items("list", tuple(elements), complete and spread is not None and len(elements) == len(spread))
    frame.names.clear()
    frame.names.update(before)
    return made


def _walrus(machine: Machine, expr: f.Walrus, frame: Frame) -> v.Value:
    value = evaluate(machine, expr.value, frame)
    frame.names[expr.name] = value
    return value


def _other(machine: Machine, expr: f.Other, frame: Frame) -> v.Value:
    values = [evaluate(machine, part, frame) for part in expr.parts]
    if len(values) == 1:
        return (
            opaque_item(values[0], None)
            if isinstance(values[0], (v.Parameter, v.Unknown, v.Member))
            else v.Unknown("the result of an expression")
        )
    return v.Unknown("the result of an expression")


_GROWING = frozenset({f.Binary, f.Joined, f.Collection, f.Table, f.Comprehension})
_EVALUATORS: dict[type[Any], Callable[[Machine, Any, Frame], v.Value]] = {
    f.Const: _const,
    f.Name: _name,
    f.Attr: _attr,
    f.Item: _item,
    f.Slice: _slice,
    f.Invoke: _invoke,
    f.Joined: _joined,
    f.Binary: _binary,
    f.Logic: _logic,
    f.Negate: _negate,
    f.Compare: _compare,
    f.Ternary: _ternary,
    f.Collection: _collection,
    f.Star: _star,
    f.Table: _table,
    f.Lambda: _lambda,
    f.Await: _await,
    f.Yield: _yield,
    f.Comprehension: _comprehension,
    f.Walrus: _walrus,
    f.Other: _other,
}
