"""Comprehensions: what they collect.

Takes a frame and a comprehension, gives the list, set, mapping or generator. Known items are taken one by one, as far as bounds allow; any
others stand for all of their kind. What a round stores in objects stays; its variables do not.
"""

from __future__ import annotations

from typing import Any

from attio_scopes.engine import bounds
from attio_scopes.engine.body.members import members
from attio_scopes.engine.body.places import hash_of, place_of
from attio_scopes.engine.body.targets import assign
from attio_scopes.engine.conditions import Test, sifted, test
from attio_scopes.engine.container_changes import with_item
from attio_scopes.engine.containers import alternatives, content, iterate
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import any_of, choose, either, restrict
from attio_scopes.engine.domain.evidence import lost
from attio_scopes.engine.domain.reasons import EMPTY, FILLED
from attio_scopes.engine.domain.state import State
from attio_scopes.engine.frame import Frame
from attio_scopes.model import facts as f


def comprehension(fr: Frame, expr: f.Comprehension) -> v.Value:
    """What a comprehension gives; of a list, set or mapping the object that holds it."""
    outer, fr.carried = fr.carried, {}
    made = _made(fr, expr)
    for name, value in fr.carried.items():  # `:=` binds in the function around it
        assign(fr, f.Name(name), value)
        if outer is not None:
            outer[name] = value
    fr.carried = outer
    return made


def _made(fr: Frame, expr: f.Comprehension) -> v.Value:
    source = members(fr, fr.ask.evaluate(fr, expr.clauses[0].source))
    source = _counted(fr, expr.clauses[0].source) or source
    held = content(fr, source)
    several = isinstance(held, v.Choice) and len(held.options) <= 8 and all(isinstance(o.value, v.Seq) for o in held.options)
    if several and isinstance(held, v.Choice):
        made = choose(v.Option(o.guards, _collected(fr, expr, o.value)) for o in held.options)
    else:
        made = _collected(fr, expr, source)
    if expr.kind == "generator":
        return made
    ref = v.Ref(fr.site(place_of(fr, expr)), expr.kind)
    fr.store(ref, made)
    return ref


def _counted(fr: Frame, source: f.Expr) -> v.Seq | None:
    """The numbers of a `range` over a few, so that what is made of each is one of its own; None of any other source."""
    if not isinstance(source, f.Invoke) or not all(isinstance(arg.value, (f.Const, f.Name)) and not arg.star for arg in source.args):
        return None
    if fr.ask.evaluate(fr, source.func) != v.External("builtins.range"):
        return None
    given = [fr.ask.evaluate(fr, arg.value) for arg in source.args]
    numbers = [one.value for one in given if isinstance(one, v.Scalar) and type(one.value) is int]
    if not 0 < len(given) == len(numbers) < 3:
        return None
    found = range(*numbers)
    return v.Seq("list", tuple(map(v.Scalar, found))) if 0 < len(found) <= bounds.SPREAD else None


def _collected(fr: Frame, expr: f.Comprehension, source: v.Value) -> v.Value:
    """What a comprehension collects, for one thing that it goes over."""
    state = fr.state
    first = expr.clauses[0]
    items, rest = iterate(fr, source)
    if first.conditions and len(expr.clauses) == 1 and items and rest is None and len(items) <= bounds.UNROLLED and expr.kind != "dict":
        made = _sifted(fr, expr, items)
        if made is not None:
            return made
    rows: list[tuple[v.Value, v.Value]] = []
    more: list[tuple[v.Value, v.Value]] = []
    if len(expr.clauses) == 1 and not first.conditions and len(items) <= bounds.UNROLLED:
        chain = fr.chain
        for number, one in enumerate(items):
            fr.chain = (number, *chain)
            rows.append(_row(fr, expr, (one,), state))
        fr.chain = chain
    elif items and (nested := _nested(fr, expr, items, state)) is not None:
        rows.extend(nested)
    elif items:
        more.append(_row(fr, expr, (either(fr.token((hash_of(expr), 1, 0, 0)), items),), state))
    if rest is not None:
        more.append(_row(fr, expr, (either(fr.token((hash_of(expr), 0, 0, 0)), alternatives(rest)),), state))
    elif not items:  # what it calls is seen all the same: only as far as is known there is no item
        _row(fr, expr, (lost(FILLED, label="item"),), state)
    fr.state = state
    if expr.kind == "dict":
        table: v.Value = v.Map(())
        for key, value in rows:
            table = with_item(table, key, value)
        for key, value in more:
            table = _with_any(table, key, value)
        return table
    return v.Seq("list", tuple(value for _, value in rows), any_of([value for _, value in more]) if more else None)


def _sifted(fr: Frame, expr: f.Comprehension, items: tuple[v.Value, ...]) -> v.Value | None:
    """What a comprehension collects of known items that are tested one by one; None where that is too much to keep apart."""
    state, chain, locals_ = fr.state, fr.chain, fr.locals_
    first = expr.clauses[0]
    whole = first.conditions[0] if len(first.conditions) == 1 else f.Logic("and", *first.conditions[:2])
    for condition in first.conditions[2:]:
        whole = f.Logic("and", whole, condition)
    rows: list[v.Value] = []

    def ask(number: int) -> Test:
        fr.chain = (number, *chain)
        fr.state = branch = state.fork()
        assign(fr, first.target, items[number])
        fr.locals_ = locals_ | frozenset(branch.names)
        yes, no = test(fr, whole, (hash_of(whole), number, 0, 0))
        fr.locals_ = locals_
        branch.names.update(yes.names)
        branch.heap.update(yes.stores)
        rows.append(fr.ask.evaluate(fr, expr.element) if yes.possible else v.NONE)
        fr.state, fr.chain = state, chain
        state.heap.update({key: held for key, held in branch.changes(state).items() if key not in yes.stores})
        return yes, no

    ways = sifted(fr, len(items), ask)
    return choose(v.Option(held, v.Seq("list", tuple(rows[n] for n in kept))) for held, kept in ways) if ways else None


def _with_any(table: v.Value, key: v.Value, value: v.Value) -> v.Value:
    """A mapping with an entry for each key of a choice, where each may be there."""
    for option in v.options(key):
        table = with_item(table, option.value, restrict(value, option.guards))
    if isinstance(table, v.Map) and table.rest is None and not isinstance(key, v.Choice):
        return table
    return table


def _row(fr: Frame, expr: f.Comprehension, given: tuple[v.Value, ...], state: Any) -> tuple[v.Value, v.Value]:
    """Key and element of one round of a comprehension."""
    fr.state = branch = state.fork()
    assign(fr, expr.clauses[0].target, given[0])
    _conditions(fr, expr.clauses[0])
    for number, clause in enumerate(expr.clauses[1:], 2):
        items, rest = iterate(fr, members(fr, fr.ask.evaluate(fr, clause.source)))
        found = (*items, *((rest,) if rest is not None else ()))
        value = either(fr.token((hash_of(expr), number, 0, 0)), found) if found else lost(EMPTY)
        assign(fr, clause.target, value)
        _conditions(fr, clause)
    key = fr.ask.evaluate(fr, expr.key) if expr.key is not None else v.NONE
    element = fr.ask.evaluate(fr, expr.element)
    fr.state = state
    for held_key, held in branch.changes(state).items():
        state.heap[held_key] = held
    return key, element


def _nested(fr: Frame, expr: f.Comprehension, items: tuple[v.Value, ...], state: State) -> list[tuple[v.Value, v.Value]] | None:
    """Keys and elements of a comprehension over known items within known items; None where it is another."""
    if len(expr.clauses) == 1 or any(clause.conditions for clause in expr.clauses):
        return None
    fr.state = branch = state.fork()
    found = _in_turn(fr, expr, 0, items)
    fr.state = state
    for held_key, held in branch.changes(state).items() if found is not None else ():
        state.heap[held_key] = held
    return found


def _in_turn(fr: Frame, expr: f.Comprehension, number: int, items: tuple[v.Value, ...]) -> list[tuple[v.Value, v.Value]] | None:
    """The same from one of its clauses on, for the items that this goes over."""
    chain = fr.chain
    found: list[tuple[v.Value, v.Value]] = []
    for place, one in enumerate(items):
        fr.chain = (place, *chain)
        assign(fr, expr.clauses[number].target, one)
        more: list[tuple[v.Value, v.Value]] | None
        if number + 1 == len(expr.clauses):
            more = [(fr.ask.evaluate(fr, expr.key) if expr.key is not None else v.NONE, fr.ask.evaluate(fr, expr.element))]
        else:
            inner, rest = iterate(fr, members(fr, fr.ask.evaluate(fr, expr.clauses[number + 1].source)))
            more = _in_turn(fr, expr, number + 1, inner) if rest is None else None
        if more is None or len(found) + len(more) > bounds.UNROLLED:
            fr.chain = chain
            return None
        found += more
    fr.chain = chain
    return found


def _conditions(fr: Frame, clause: f.Clause) -> None:
    for number, condition in enumerate(clause.conditions):
        yes, _ = test(fr, condition, (hash_of(condition), number, 0, 0))
        if yes.possible:
            fr.state.names.update(yes.names)
