"""Statements: what they do to the variables of a frame.

Takes statements of the facts and a frame, changes the frame's variables, and says whether control comes out at the end. Both
branches of an undecided test are taken; where they meet, each variable is a choice that remembers which branch it is from.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attio_scopes.model import facts as f
from attio_scopes.model import values as v
from attio_scopes.model.parts import bounded
from attio_scopes.resolve.annotations import annotated
from attio_scopes.resolve.assignment import assign
from attio_scopes.resolve.branching import Names, assume, decided, joined, restore, take
from attio_scopes.resolve.containers import first_item, iterate
from attio_scopes.resolve.declarations import mark_declared
from attio_scopes.resolve.declared import send_declared
from attio_scopes.resolve.decorators import is_of_the_project
from attio_scopes.resolve.evaluate import binary
from attio_scopes.resolve.loops import MOST_UNROLLED, accumulates, loop, unrolled
from attio_scopes.resolve.machine import Frame, Machine
from attio_scopes.resolve.modules import import_from, import_names
from attio_scopes.resolve.objects import members


def execute(machine: Machine, body: tuple[f.Stmt, ...], frame: Frame) -> bool:
    """Execute statements; False where control never comes out at the end."""
    for stmt in body:
        machine.step()
        if not _EXECUTORS[type(stmt)](machine, stmt, frame):
            return False
    return True


def _assign(machine: Machine, stmt: f.Assign, frame: Frame) -> bool:
    frame.lines = stmt.lines
    if stmt.value is None:
        return True
    value = machine.evaluate(stmt.value, frame)
    if stmt.annotation is not None and isinstance(value, (v.Unknown, v.Member, v.Parameter)):
        value = annotated(machine, stmt.annotation, frame) or value
    for target in stmt.targets:
        assign(machine, target, value, frame)
    return True


def _augment(machine: Machine, stmt: f.Augment, frame: Frame) -> bool:
    frame.lines = stmt.lines
    before = machine.evaluate(stmt.target, frame)
    assign(machine, stmt.target, bounded(binary(stmt.op, before, machine.evaluate(stmt.value, frame), frame)), frame)
    return True


def _evaluate(machine: Machine, stmt: f.Evaluate, frame: Frame) -> bool:
    frame.lines = stmt.lines
    value = machine.evaluate(stmt.value, frame)
    leaves = isinstance(stmt.value, f.Invoke) and isinstance(value, v.Unknown) and value.label == "exit" and "builtins" in value.reason
    return not leaves


def _delete(machine: Machine, stmt: f.Delete, frame: Frame) -> bool:
    frame.lines = stmt.lines
    for target in stmt.targets:
        if isinstance(target, f.Item):
            machine.evaluate(target, frame)
    return True


def _return(machine: Machine, stmt: f.Return, frame: Frame) -> bool:
    frame.lines = stmt.lines
    value = machine.evaluate(stmt.value, frame) if stmt.value is not None else v.NONE
    if frame.function is not None and frame.function.facts.name in machine.models.stream_paths:
        send_declared(machine, frame, stmt.span, value)
    if frame.owner is not None and frame.function is not None and isinstance(frame.bound, v.Instance):
        value = mark_declared(value, (frame.module.path, *stmt.span, frame.function.name))
    frame.returns.append(v.Option(frame.guards, value))
    return False


def _raise(machine: Machine, stmt: f.Raise, frame: Frame) -> bool:
    frame.lines = stmt.lines
    if stmt.value is not None:
        machine.evaluate(stmt.value, frame)
    return False


def _jump(machine: Machine, stmt: f.Jump, frame: Frame) -> bool:
    if frame.exits:
        frame.exits[-1].append(dict(frame.names))
    return False


def _branch(machine: Machine, stmt: f.Branch, frame: Frame) -> bool:
    frame.lines = stmt.lines
    holds = decided(machine, stmt.test, frame)
    arms: list[tuple[int, Callable[[], bool]]] = []
    if holds is not False:
        arms.append((0, lambda: assume(machine, stmt.test, True, frame) and execute(machine, stmt.then, frame)))
    if holds is not True:
        arms.append((1, lambda: assume(machine, stmt.test, False, frame) and execute(machine, stmt.other, frame)))
    return take(frame, id(stmt), arms)


def _for(machine: Machine, stmt: f.For, frame: Frame) -> bool:
    frame.lines = stmt.lines
    items, complete = iterate(members(machine, machine.evaluate(stmt.source, frame)))
    if complete and len(items) <= MOST_UNROLLED and accumulates(stmt.body):
        return unrolled(machine, stmt, items, frame)
    target = v.either(id(stmt), items)

    def once() -> bool:
        assign(machine, stmt.target, target, frame)
        return execute(machine, stmt.body, frame)

    loop(frame, once)
    return execute(machine, stmt.other, frame)


def _while(machine: Machine, stmt: f.While, frame: Frame) -> bool:
    frame.lines = stmt.lines
    machine.evaluate(stmt.test, frame)
    holds = True if isinstance(stmt.test, f.Const) and stmt.test.value else None

    def once() -> bool:
        frame.lines = stmt.lines
        narrowed = frame.narrowing
        machine.evaluate(stmt.test, frame)
        falls = assume(machine, stmt.test, True, frame) and execute(machine, stmt.body, frame)
        frame.narrowing = narrowed
        return falls

    left = loop(frame, once, forever=holds is True)
    return left and execute(machine, stmt.other, frame)


def _with(machine: Machine, stmt: f.With, frame: Frame) -> bool:
    frame.lines = stmt.lines
    for source, target in stmt.items:
        value = first_item(entered(machine, machine.evaluate(source, frame), frame))
        if target is not None:
            assign(machine, target, value, frame)
    return execute(machine, stmt.body, frame)


def entered(machine: Machine, value: v.Value, frame: Frame) -> v.Value:
    """What `with value as x` binds."""
    if isinstance(value, v.Choice):
        return v.choose(v.Option(option.guards, entered(machine, option.value, frame)) for option in value.options)
    if isinstance(value, v.Instance):
        for name in ("__enter__", "__aenter__"):
            method = machine.attribute(value, name, frame)
            if isinstance(method, v.Function):
                given = machine.call(method, v.Arguments(), frame, f.NO_SPAN)
                return given if not isinstance(given, (v.Unknown, v.Scalar)) else value
        return value
    return value


def _try(machine: Machine, stmt: f.Try, frame: Frame) -> bool:
    before, held = dict(frame.names), frame.guards
    falls = execute(machine, stmt.body, frame)
    frame.guards = held
    after = dict(frame.names)
    ends: list[tuple[frozenset[v.Guard], Names]] = []
    if falls and execute(machine, stmt.other, frame):
        ends.append((frozenset({(id(stmt), 0)}), dict(frame.names)))
    entry = joined([(v.NO_GUARDS, before), (v.NO_GUARDS, after)])
    for number, handler in enumerate(stmt.handlers, 1):
        restore(frame, entry)
        frame.guards = held
        if handler.name is not None:
            frame.names[handler.name] = v.Unknown("an exception", handler.name)
        if execute(machine, handler.body, frame):
            ends.append((frozenset({(id(stmt), number)}), dict(frame.names)))
    frame.guards = held
    restore(frame, joined(ends) if ends else entry)
    final = execute(machine, stmt.final, frame)
    return bool(ends) and final


def _match(machine: Machine, stmt: f.Match, frame: Frame) -> bool:
    frame.lines = stmt.lines
    subject = machine.evaluate(stmt.subject, frame)
    arms: list[tuple[int, Callable[[], bool]]] = []
    settled = False
    for number, case in enumerate(stmt.cases):
        tests = None if case.values is None else f.Compare("in", stmt.subject, f.Collection("tuple", case.values))
        holds = decided(machine, tests, frame) if tests is not None else None
        if holds is False:
            continue
        arms.append((number, _case_arm(machine, case, tests, subject, frame)))
        if (holds is True or case.wild) and case.guard is None:
            settled = True
            break
    if not settled:
        arms.append((len(stmt.cases), lambda: True))
    return take(frame, id(stmt), arms)


def _case_arm(machine: Machine, case: f.Case, tests: f.Expr | None, subject: v.Value, frame: Frame) -> Callable[[], bool]:
    def arm() -> bool:
        if tests is not None and not assume(machine, tests, True, frame):
            return False
        for name in case.binds:
            frame.names[name] = (
                subject if len(case.binds) == 1 and case.values is not None else v.Unknown("a part of a matched value", name)
            )
        if case.guard is not None:
            machine.evaluate(case.guard, frame)
        return execute(machine, case.body, frame)

    return arm


def _function(machine: Machine, stmt: f.Function, frame: Frame) -> bool:
    for decorator in stmt.decorators:
        if is_of_the_project(machine, decorator, frame):
            machine.evaluate(decorator, frame)
            continue
        for arg in decorator.args if isinstance(decorator, f.Invoke) else ():
            machine.evaluate(arg.value, frame)
    for param in stmt.params:
        if isinstance(param.default, f.Invoke):
            machine.evaluate(param.default, frame)
    function = frame.module.functions.get(id(stmt))
    if function is None:
        return True
    made = v.Function(function, None, frame.scope if frame.function is not None else None)
    frame.names[stmt.name] = made
    if frame.function is not None:
        frame.nested[function] = made
    return True


def _class(machine: Machine, stmt: f.Class, frame: Frame) -> bool:
    found = frame.module.classes.get(id(stmt))
    if found is not None:
        frame.names[stmt.name] = v.Class(found)
        for decorator in stmt.decorators:
            if is_of_the_project(machine, decorator, frame):  # what it sets on the class is noted; the class stays what it is
                machine.call(machine.evaluate(decorator, frame), v.Arguments((v.Class(found),)), frame, f.NO_SPAN)
    return True


def _import(machine: Machine, stmt: f.Import, frame: Frame) -> bool:
    frame.names.update(import_names(machine, frame.module, stmt))
    return True


def _import_from(machine: Machine, stmt: f.ImportFrom, frame: Frame) -> bool:
    frame.names.update(import_from(machine, frame.module, stmt))
    return True


def _declare(machine: Machine, stmt: f.Declare, frame: Frame) -> bool:
    if stmt.kind == "global":
        frame.declared_global.update(stmt.names)
    else:
        for name in stmt.names:
            frame.names["nonlocal " + name] = v.NONE
    return True


_EXECUTORS: dict[type[Any], Callable[[Machine, Any, Frame], bool]] = {
    f.Assign: _assign,
    f.Augment: _augment,
    f.Evaluate: _evaluate,
    f.Delete: _delete,
    f.Return: _return,
    f.Raise: _raise,
    f.Jump: _jump,
    f.Branch: _branch,
    f.For: _for,
    f.While: _while,
    f.With: _with,
    f.Try: _try,
    f.Match: _match,
    f.Function: _function,
    f.Class: _class,
    f.Import: _import,
    f.ImportFrom: _import_from,
    f.Declare: _declare,
}
