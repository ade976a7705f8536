"""Statements: what they do to the variables of a frame and to objects.

Takes statements of the facts and a frame, and changes the frame's state; where control does not come out at the end, the state is not live
any more. Both branches of an undecided test are taken. A branch is left out only where its test is known to fail.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from msgspec.structs import replace

from attio_scopes.engine import bounds
from attio_scopes.engine.body.arms import branches, match_statement
from attio_scopes.engine.body.collecting import only_shapes, runs_in_turn
from attio_scopes.engine.body.contexts import with_statement
from attio_scopes.engine.body.decorators import apply_decorator
from attio_scopes.engine.body.expressions import call_again, evaluate, make_function
from attio_scopes.engine.body.handlers import try_statement
from attio_scopes.engine.body.loops import loop
from attio_scopes.engine.body.members import members
from attio_scopes.engine.body.places import hash_of
from attio_scopes.engine.body.targets import assign, bound_in_turn, unbind
from attio_scopes.engine.calls import call
from attio_scopes.engine.conditions import test
from attio_scopes.engine.containers import alternatives, iterate
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import either
from attio_scopes.engine.domain.evidence import lost
from attio_scopes.engine.domain.reasons import FILLED
from attio_scopes.engine.domain.state import State, join, onto
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.operations import as_typed, binary, in_place
from attio_scopes.engine.project.classes import class_key, of_the_outside, variables_of
from attio_scopes.engine.project.imports import import_from, import_names
from attio_scopes.engine.project.liveness import read_first
from attio_scopes.engine.project.scopes import makes_calls
from attio_scopes.model import facts as f
from attio_scopes.model.blocks import bound_names, statements_within
from attio_scopes.model.program import ClassDef


def execute(fr: Frame, body: tuple[f.Stmt, ...]) -> None:
    """Execute statements, until control goes elsewhere."""
    watch = _Watch(fr) if fr.raised else None
    for number, stmt in enumerate(body, 1):
        if watch is not None:
            watch.before()
        _EXECUTORS[type(stmt)](fr, stmt)
        if watch is not None:
            watch.after(stmt)
        if not fr.state.live:
            fr.leave_out(*body[number:])
            return


class _Watch:
    """Statements of which any call may raise: a handler may find what one of them puts something else for."""

    def __init__(self, fr: Frame) -> None:
        self.fr, self.raised = fr, fr.raised[-1]
        self.done: list[f.Stmt] = []

    def before(self) -> None:
        """Look at what holds before a statement."""
        self.names, self.heap = dict(self.fr.state.names), dict(self.fr.state.heap)

    def after(self, stmt: f.Stmt) -> None:
        """Note what held before it as a place where control may leave, if that is not there any more and something may have raised."""
        self.done.append(stmt)
        state = self.fr.state
        gone = any(state.names.get(name) != value for name, value in self.names.items())
        if not (gone or any(state.heap.get(key) != value for key, value in self.heap.items())):
            return
        if any(map(makes_calls, statements_within(self.done))):
            at = State(state.parent, state.guards)
            at.names, at.heap, at.fresh = self.names, self.heap, set(state.fresh)
            self.raised.append((at, v.NONE))
            self.done = []


def _assign(fr: Frame, stmt: f.Assign) -> None:
    fr.lines = stmt.lines
    if stmt.value is None:
        return
    value = evaluate(fr, stmt.value)
    if stmt.annotation is not None and (isinstance(value, (v.Lost, v.Member)) or v.is_open(value)):
        typed = fr.ask.annotated(fr, stmt.annotation)
        if typed is not None:
            value = as_typed(value, typed)
    for target in stmt.targets:
        assign(fr, target, value)


def _augment(fr: Frame, stmt: f.Augment) -> None:
    fr.lines = stmt.lines
    before = evaluate(fr, stmt.target)
    value = evaluate(fr, stmt.value)
    if stmt.op in ("+", "|") and isinstance(before, v.Ref):
        name = "update" if before.kind != "list" else "extend"
        call(fr, v.Member(before, name), v.Arguments((value,)), (fr.at(f.NO_SPAN),))
        return
    if stmt.op == "+" and isinstance(before, v.Param) and before.cls is None and isinstance(value, v.Ref) and value.kind == "list":
        call(fr, v.Param(before.root, (*before.path, (".", "extend"))), v.Arguments((value,)), (fr.at(f.NO_SPAN),))  # only a list takes one
        return
    own = in_place(fr, stmt.op, before, value)
    assign(fr, stmt.target, own if own is not None else binary(fr, stmt.op, before, value))


def _evaluate(fr: Frame, stmt: f.Evaluate) -> None:
    fr.lines = stmt.lines
    evaluate(fr, stmt.value)


def _delete(fr: Frame, stmt: f.Delete) -> None:
    fr.lines = stmt.lines
    for target in stmt.targets:
        unbind(fr, target)


def _return(fr: Frame, stmt: f.Return) -> None:
    fr.lines = stmt.lines
    value = evaluate(fr, stmt.value) if stmt.value is not None else v.NONE
    if fr.function is not None and fr.cls is not None:
        value = fr.ask.returned(fr, stmt.span, value)
    leave(fr, value)
    fr.state.live = False


def leave(fr: Frame, value: v.Value) -> None:
    """Note that the function may give this, and what objects hold then."""
    exit_ = State(fr.base, fr.state.guards)
    exit_.heap = fr.state.changes(fr.base)
    fr.returns.append((fr.state.guards, value, exit_))


def _raise(fr: Frame, stmt: f.Raise) -> None:
    fr.lines = stmt.lines
    value = evaluate(fr, stmt.value) if stmt.value is not None else v.NONE
    fr.throw(value)
    fr.state.live = False


def _snapshot(fr: Frame) -> State:
    copy = State(fr.state.parent, fr.state.guards)
    copy.names.update(fr.state.names)
    copy.heap.update(fr.state.heap)
    copy.fresh |= fr.state.fresh
    return copy


def _jump(fr: Frame, stmt: f.Jump) -> None:
    if fr.loops:
        fr.loops[-1].append((stmt.kind, _snapshot(fr)))
    fr.state.live = False


def _branch(fr: Frame, stmt: f.Branch) -> None:
    fr.lines = stmt.lines
    yes, no = test(fr, stmt.test, (stmt.lines[0], hash_of(stmt.test), 0, 0))
    branches(fr, [(yes, stmt.then, lambda: execute(fr, stmt.then)), (no, stmt.other, lambda: execute(fr, stmt.other))])


def _for(fr: Frame, stmt: f.For) -> None:
    fr.lines = stmt.lines
    again: Callable[[], v.Value] | None = None
    if isinstance(stmt.source, f.Invoke):
        given, again = call_again(fr, stmt.source)
    else:
        given = evaluate(fr, stmt.source)
    source = members(fr, given)
    items, rest = iterate(fr, source)
    if rest is None and runs_in_turn(stmt, items):
        _in_turn(fr, stmt, source, items)
        return
    token = fr.token((stmt.lines[0], hash_of(stmt.target), 1, 0))
    found = (*items, *alternatives(rest))
    rounds = 0

    def once() -> None:
        nonlocal source, rounds, found
        if rounds and again is not None and isinstance(source, v.Seq) and source.kind == "generator":
            fr.lines = stmt.lines
            source = again()  # it goes on with what the body left meanwhile
        if rounds and isinstance(source, (v.Seq, v.Ref)):
            found = _found_in(fr, source)
        rounds += 1
        assign(fr, stmt.target, _named(either(token, found) if found else lost(FILLED, label="item"), stmt.target))
        bound_in_turn(fr, stmt.target)
        execute(fr, stmt.body)

    last = frozenset({v.Guard("at", token, len(items) - 1)}) if items and rest is None else v.NO_GUARDS
    read = partial(read_first, stmt.body, bound_names(stmt))
    loop(fr, once, stmt.other, forever=False, read=read, last=last, at=token)


def _found_in(fr: Frame, source: v.Value) -> tuple[v.Value, ...]:
    """The items that a loop goes over, as its source holds them by now."""
    items, rest = iterate(fr, source)
    return (*items, *alternatives(rest))


def _added(fr: Frame, source: v.Ref, items: list[v.Value]) -> list[v.Value]:
    """What a list holds by now beside these items."""
    now, rest = iterate(fr, source)
    known = {option.value for one in items for option in v.options(one)}
    more = [option.value for option in v.options(rest)] if rest is not None else []
    return [one for one in dict.fromkeys((*now, *more)) if one not in items and one not in known]


def _named(value: v.Value, target: f.Expr) -> v.Value:
    if isinstance(value, v.Lost) and isinstance(target, f.Name) and value.label in ("item", "value"):
        return lost(value.reason, value, label=target.id, environment=value.environment)
    return value


def _in_turn(fr: Frame, stmt: f.For, source: v.Value, found: tuple[v.Value, ...]) -> None:
    """Run a loop over known items one by one: its body collects, or leaves early. What it puts into its own list comes after them."""
    left: list[State] = []
    chain, start = fr.chain, fr.state
    going = start.fork()
    items = list(found)
    held = fr.held(source) if isinstance(source, v.Ref) else None
    for number, one in enumerate(items):
        if not going.live:
            break
        fr.chain = (number, *chain)
        fr.state = going.fork()
        fr.loops.append([])
        assign(fr, stmt.target, one)
        execute(fr, stmt.body)
        exits = fr.loops.pop()
        ends = [fr.state, *(at for kind, at in exits if kind == "continue")]
        left.extend(onto(start, at, at.guards) for kind, at in exits if kind == "break")
        fr.state = going
        join(going, ends)
        if isinstance(source, v.Ref) and fr.held(source) != held and len(items) < bounds.UNROLLED:
            held = fr.held(source)
            items.extend(_added(fr, source, items))
    fr.chain = chain
    if going.live:
        fr.state = going
        execute(fr, stmt.other)
    else:
        fr.leave_out(*stmt.other)
    fr.state = start
    join(start, [going, *left])


def _while(fr: Frame, stmt: f.While, left: int | None = None) -> None:
    fr.lines = stmt.lines
    rounds = bounds.PEELED if left is None else left
    if rounds and only_shapes(stmt):
        yes, no = test(fr, stmt.test, (stmt.lines[0], hash_of(stmt.test), rounds, 0))
        if any(guard.kind != "at" for guard in yes.guards):  # a caller decides how often it runs
            branches(fr, [(yes, stmt.body, lambda: _once_more(fr, stmt, rounds - 1)), (no, stmt.other, lambda: execute(fr, stmt.other))])
            return
    forever = isinstance(stmt.test, f.Const) and bool(stmt.test.value)

    def once() -> None:
        fr.lines = stmt.lines
        yes, _ = test(fr, stmt.test, (stmt.lines[0], hash_of(stmt.test), 0, 0))
        if not yes.possible:
            fr.leave_out(*stmt.body)
            fr.state.live = False
            return
        fr.state.names.update(yes.names)
        fr.state.heap.update(yes.stores)
        execute(fr, stmt.body)

    read = partial(read_first, stmt.body, before=(stmt.test,))
    loop(fr, once, stmt.other, forever=forever, read=read)


def _once_more(fr: Frame, stmt: f.While, left: int) -> None:
    execute(fr, stmt.body)
    _while(fr, stmt, left)


def _function(fr: Frame, stmt: f.Function) -> None:
    function = fr.module.so_far.functions.get(id(stmt))
    if function is None:
        return
    value: v.Value = make_function(fr, function)
    fr.lines = (stmt.line, stmt.line)
    for param in stmt.params if fr.function is None else ():
        if isinstance(param.default, f.Invoke):
            evaluate(fr, param.default)
    for number, decorator in enumerate(reversed(stmt.decorators)):
        value = apply_decorator(fr, decorator, value, number)
    assign(fr, f.Name(stmt.name), value)


def _class(fr: Frame, stmt: f.Class) -> None:
    found = fr.module.so_far.classes.get(id(stmt))
    if found is None:
        return
    fr.lines = (stmt.line, stmt.line)
    value: v.Value = v.Class(found, fr.scope)
    _variables_of_class(fr, found, stmt)
    for decorator in reversed(stmt.decorators):
        maker = evaluate(fr, decorator)
        if isinstance(decorator, f.Invoke):
            fr.lines = (decorator.span[0], decorator.span[2])  # tells it from other decorators
        if isinstance(maker, (v.Func, v.Partial)):
            made = call(fr, maker, v.Arguments((value,)), (fr.at(f.NO_SPAN),))
            value = made if isinstance(made, v.Class) else value
    assign(fr, f.Name(stmt.name), value)


def _variables_of_class(fr: Frame, cls: ClassDef, stmt: f.Class) -> None:
    """Work out the class variables that depend on variables of the function around the class."""
    names = [name for name in variables_of(cls) if of_the_outside(cls, name)]
    if fr.scope is None or not names:
        return
    state = fr.state
    fr.state = state.fork()
    for inner in stmt.body:
        if isinstance(inner, f.Assign):
            _assign(fr, replace(inner, targets=tuple(one for one in inner.targets if isinstance(one, f.Name))))
    held = {name: evaluate(fr, f.Name(name)) for name in names}
    fr.state = state
    for name, one in held.items():
        fr.store((fr.scope, class_key(cls, name)), one)


def _import(fr: Frame, stmt: f.Import) -> None:
    for name, value in import_names(fr.ask, fr.module, stmt).items():
        assign(fr, f.Name(name), value)


def _import_from(fr: Frame, stmt: f.ImportFrom) -> None:
    for name, value in import_from(fr.ask, fr.module, stmt).items():
        assign(fr, f.Name(name), value)


def _declare(fr: Frame, stmt: f.Declare) -> None:
    return


_EXECUTORS: dict[type[Any], Callable[[Frame, Any], None]] = {
    f.Assign: _assign, f.Augment: _augment, f.Evaluate: _evaluate, f.Delete: _delete, f.Return: _return, f.Raise: _raise, f.Jump: _jump,
    f.Branch: _branch, f.For: _for, f.While: _while, f.With: with_statement, f.Try: try_statement, f.Match: match_statement,
    f.Function: _function, f.Class: _class, f.Import: _import, f.ImportFrom: _import_from, f.Declare: _declare,
}  # fmt: skip
