"""Statements: what they do to the variables of a frame.

Takes statements of the facts and a frame, changes the frame's variables, and says whether control comes out at the end. Both
branches of an undecided test are taken; where they meet, each variable is a choice that remembers which branch it is from.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attio_scopes.model import facts as f
from attio_scopes.model import values as v
from attio_scopes.resolve.containers import iterate
from attio_scopes.resolve.declared import send_declared
from attio_scopes.resolve.evaluate import binary
from attio_scopes.resolve.invoke import first_item
from attio_scopes.resolve.library import set_header
from attio_scopes.resolve.machine import Frame, Machine
from attio_scopes.resolve.modules import import_from, import_names
from attio_scopes.resolve.objects import mark_declared, members, with_store
from attio_scopes.resolve.text import known, level_of
from attio_scopes.resolve.truth import truth

Names = dict[str, v.Value]


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
    for target in stmt.targets:
        assign(machine, target, value, frame)
    return True


def assign(machine: Machine, target: f.Expr, value: v.Value, frame: Frame) -> None:
    """Bind a target: a name, an attribute, an item, or several of them."""
    if isinstance(target, f.Name):
        if target.id in frame.declared_global:
            frame.names["::" + target.id] = value
        elif not _set_nonlocal(frame, target.id, value):
            frame.names[target.id] = value
    elif isinstance(target, f.Collection):
        _unpack(machine, target, value, frame)
    elif isinstance(target, f.Attr):
        _store(machine, target, value, frame)
    elif isinstance(target, f.Item):
        _store_item(machine, target, value, frame)
    elif isinstance(target, f.Star):
        assign(machine, target.value, v.Items("list", (value,), False), frame)


def _set_nonlocal(frame: Frame, name: str, value: v.Value) -> bool:
    if "nonlocal " + name not in frame.names:
        return False
    scope = frame.scope.outer
    while scope is not None:
        if name in scope.names:
            scope.names[name] = v.choose([v.Option(v.NO_GUARDS, scope.names[name]), v.Option(v.NO_GUARDS, value)])
            return True
        scope = scope.outer
    return False


def _unpack(machine: Machine, target: f.Collection, value: v.Value, frame: Frame) -> None:
    """`a, b = value`: of a choice of tuples each name is a choice that goes with the same tuple."""
    columns: list[list[v.Option]] = [[] for _ in target.items]
    for number, option in enumerate(v.options(value)):
        guards = option.guards or (frozenset({(id(target), number)}) if isinstance(value, v.Choice) else v.NO_GUARDS)
        inner = option.value
        exact = isinstance(inner, v.Items) and inner.complete and len(inner.items) == len(target.items)
        for index, column in enumerate(columns):
            if exact and isinstance(inner, v.Items):
                column.append(v.Option(guards, inner.items[index]))
            else:
                items, _ = iterate(inner)
                column.append(v.Option(guards, v.either(id(target), items) if items else v.Unknown("an item of an empty list")))
    for part, column in zip(target.items, columns, strict=True):
        assign(machine, part, v.choose(column), frame)


def _store(machine: Machine, target: f.Attr, value: v.Value, frame: Frame) -> None:
    owner = target.value
    if isinstance(owner, f.Name):
        if owner.id == frame.self_name:
            frame.names["." + target.name] = value
            return
        held = frame.names.get(owner.id)
        if held is not None:
            frame.names[owner.id] = with_store(held, target.name, value)
        return
    if isinstance(owner, f.Attr):
        before = machine.evaluate(owner, frame)
        if isinstance(before, (v.Instance, v.Made)):
            _store(machine, owner, with_store(before, target.name, value), frame)


def _store_item(machine: Machine, target: f.Item, value: v.Value, frame: Frame) -> None:
    index = machine.evaluate(target.index, frame)
    owner = machine.evaluate(target.value, frame)
    if isinstance(owner, v.Dict):
        kept = tuple(entry for entry in owner.entries if entry[0] != index)
        assign(machine, target.value, v.Dict((*kept, (index, value)), owner.complete and known(index) is not None), frame)
    elif isinstance(target.value, f.Attr) and target.value.name in ("headers", "auth", "cookies"):
        _merge_into(machine, target.value, v.Dict(((index, value),), False), frame)


def _merge_into(machine: Machine, attribute: f.Attr, added: v.Value, frame: Frame) -> None:
    """Headers (or the like) of a client object get more entries."""
    client = machine.evaluate(attribute.value, frame)
    if isinstance(client, v.Made):
        assign(machine, attribute.value, set_header(client, attribute.name, added), frame)


def mutate(machine: Machine, func: f.Attr, args: v.Arguments, frame: Frame) -> None:
    """`x.headers.update(...)`, `table.update(...)`, `items.append(...)`: the object that changes is bound anew."""
    owner = func.value
    if func.name == "update" and isinstance(owner, f.Attr) and owner.name in ("headers", "auth", "params"):
        given = args.positional[0] if args.positional else v.Dict(tuple((v.text(name), held) for name, held in args.keywords))
        _merge_into(machine, owner, given, frame)
        return
    if not isinstance(owner, (f.Name, f.Attr)):
        return
    before = machine.evaluate(owner, frame)
    if isinstance(before, v.Dict) and func.name == "update":
        given = args.positional[0] if args.positional else v.Dict(tuple((v.text(name), held) for name, held in args.keywords))
        whole = before.complete and isinstance(given, v.Dict) and given.complete
        entries = given.entries if isinstance(given, v.Dict) else ()
        assign(machine, owner, v.Dict((*before.entries, *entries), whole), frame)
    elif isinstance(before, v.Dict) and func.name == "setdefault":
        assign(machine, owner, v.Dict(before.entries, False), frame)
    elif isinstance(before, v.Items) and before.kind != "generator":
        _grow(machine, owner, before, func.name, args, frame)


def _grow(machine: Machine, owner: f.Name | f.Attr, before: v.Items, name: str, args: v.Arguments, frame: Frame) -> None:
    """A list after one of its methods changed it; in a loop, or after a change that is not followed, it is no longer complete."""
    given = args.positional[0] if args.positional else None
    if name == "append" and given is not None and len(before.items) < v.MOST_OPTIONS:
        after = v.Items(before.kind, (*before.items, given), before.complete and not frame.exits)
    elif name == "extend" and given is not None:
        more, whole = iterate(given)
        after = v.Items(before.kind, (*before.items, *more), before.complete and whole and not frame.exits)
    elif name == "insert" and isinstance(given, v.Scalar) and isinstance(given.value, int) and len(args.positional) == 2:
        at = given.value
        after = v.Items(before.kind, (*before.items[:at], args.positional[1], *before.items[at:]), before.complete and not frame.exits)
    else:
        after = v.Items(before.kind, before.items, False)
    assign(machine, owner, after, frame)


def _augment(machine: Machine, stmt: f.Augment, frame: Frame) -> bool:
    frame.lines = stmt.lines
    before = machine.evaluate(stmt.target, frame)
    assign(machine, stmt.target, binary(stmt.op, before, machine.evaluate(stmt.value, frame), frame), frame)
    return True


def _evaluate(machine: Machine, stmt: f.Evaluate, frame: Frame) -> bool:
    frame.lines = stmt.lines
    value = machine.evaluate(stmt.value, frame)
    leaves = isinstance(stmt.value, f.Invoke) and isinstance(value, v.Unknown) and value.label == "exit" and "builtins" in value.reason
    return not leaves


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
    return _take(frame, id(stmt), arms)


def _take(frame: Frame, join: int, arms: list[tuple[int, Callable[[], bool]]]) -> bool:
    """Take each arm from the same state and join the states of those that come out at the end."""
    before, held = dict(frame.names), frame.guards
    ends: list[tuple[frozenset[v.Guard], Names]] = []
    for branch, arm in arms:
        _restore(frame, before)
        guard = frozenset({(join, branch)}) if len(arms) > 1 else v.NO_GUARDS
        frame.guards = held | guard
        if arm():
            ends.append((guard, dict(frame.names)))
    frame.guards = held | (ends[0][0] if len(ends) == 1 else v.NO_GUARDS)
    if not ends:
        _restore(frame, before)
        return False
    _restore(frame, _joined(ends))
    return True


def _restore(frame: Frame, names: Names) -> None:
    frame.scope.names.clear()
    frame.scope.names.update(names)


def _joined(ends: list[tuple[frozenset[v.Guard], Names]]) -> Names:
    """Each variable as the choice of what it is at the ends."""
    if len(ends) == 1:
        return ends[0][1]
    joined: Names = {}
    for name in dict.fromkeys(name for _, names in ends for name in names):
        found = [(guards, names[name]) for guards, names in ends if name in names]
        first = found[0][1]
        if all(value is first or value == first for _, value in found):
            joined[name] = first
        else:
            joined[name] = v.choose(v.Option(guards, value) for guards, value in found)
    return joined


def decided(machine: Machine, test: f.Expr, frame: Frame) -> bool | None:
    """Whether what the caller gave decides a test.

    A constant, a flag or a setting decides nothing: the code on both sides of it states its requests, whichever way the switch
    stands today. Only arguments pick a wrapper's branch.
    """
    if isinstance(test, f.Negate):
        inner = decided(machine, test.value, frame)
        return None if inner is None else not inner
    if isinstance(test, f.Logic):
        sides = {decided(machine, test.left, frame), decided(machine, test.right, frame)}
        stops = test.op == "or"
        if stops in sides:
            return stops
        return (not stops) if sides == {not stops} else None
    holds = truth(machine.evaluate(test, frame))
    return holds if holds is not None and _from_caller(machine, test, frame) else None


def _from_caller(machine: Machine, test: f.Expr, frame: Frame) -> bool:
    """Whether a test is about a parameter of the function at hand, or about text that was decided further up."""
    if not frame.called or frame.function is None:
        return False
    subject = _subject(test)
    if isinstance(subject, str) and any(param.name == subject for param in frame.function.facts.params):
        return True
    if isinstance(test, f.Compare):
        return any(level_of(machine.evaluate(side, frame)) > 0 for side in (test.left, test.right))
    return False


def assume(machine: Machine, test: f.Expr, outcome: bool, frame: Frame) -> bool:
    """Narrow the variables to those for which a test comes out so; False if it never does."""
    if isinstance(test, f.Negate):
        return assume(machine, test.value, not outcome, frame)
    if isinstance(test, f.Logic) and (test.op == "and") is outcome:
        return assume(machine, test.left, outcome, frame) and assume(machine, test.right, outcome, frame)
    subject = _subject(test)
    if subject is None:
        return True
    key = subject if isinstance(subject, str) else "." + subject[1]
    value = frame.names.get(key)
    if not isinstance(value, v.Choice):
        return True
    kept = []
    for option in value.options:
        frame.names[key] = option.value
        if truth(machine.evaluate(test, frame)) is not (not outcome):
            kept.append(option)
    frame.names[key] = v.choose(kept) if kept else value
    if not kept:
        return False
    if len(kept) < len(value.options):
        _narrow_others(frame, [option.guards for option in kept])
    return True


def _subject(test: f.Expr) -> str | tuple[str, str] | None:
    """The one variable that a test is about."""
    if isinstance(test, f.Compare):
        return _subject(test.left)
    if isinstance(test, f.Invoke) and isinstance(test.func, f.Attr):
        return _subject(test.func.value)
    if isinstance(test, f.Name):
        return test.id
    if isinstance(test, f.Attr) and isinstance(test.value, f.Name) and test.value.id == "self":
        return ("self", test.name)
    return None


def _narrow_others(frame: Frame, allowed: list[frozenset[v.Guard]]) -> None:
    """Drop options of other variables that cannot occur with any of the allowed guards."""
    for name, value in list(frame.names.items()):
        if isinstance(value, v.Choice):
            kept = [option for option in value.options if any(v.consistent(option.guards, guards) for guards in allowed)]
            if kept and len(kept) < len(value.options):
                frame.names[name] = v.choose(kept)


def _for(machine: Machine, stmt: f.For, frame: Frame) -> bool:
    frame.lines = stmt.lines
    items, complete = iterate(members(machine, machine.evaluate(stmt.source, frame)))
    if complete and len(items) <= MOST_UNROLLED and _accumulates(stmt.body):
        return _unrolled(machine, stmt, items, frame)
    target = v.either(id(stmt), items)

    def once() -> bool:
        assign(machine, stmt.target, target, frame)
        return execute(machine, stmt.body, frame)

    _loop(frame, once)
    return execute(machine, stmt.other, frame)


MOST_UNROLLED = 12


def _accumulates(body: tuple[f.Stmt, ...]) -> bool:
    """Whether a loop's body builds something up from round to round."""
    return any(isinstance(stmt, f.Augment) and stmt.op in ("+", "/") for stmt in body)


def _unrolled(machine: Machine, stmt: f.For, items: tuple[v.Value, ...], frame: Frame) -> bool:
    """Go round a loop over known items once for each."""
    for item in items:
        assign(machine, stmt.target, item, frame)
        frame.exits.append([])
        falls = execute(machine, stmt.body, frame)
        exits = frame.exits.pop()
        if not falls and not exits:
            return False
    return execute(machine, stmt.other, frame)


def _while(machine: Machine, stmt: f.While, frame: Frame) -> bool:
    frame.lines = stmt.lines
    machine.evaluate(stmt.test, frame)
    holds = True if isinstance(stmt.test, f.Const) and stmt.test.value else None

    def once() -> bool:
        frame.lines = stmt.lines
        machine.evaluate(stmt.test, frame)
        return assume(machine, stmt.test, True, frame) and execute(machine, stmt.body, frame)

    left = _loop(frame, once, forever=holds is True)
    return left and execute(machine, stmt.other, frame)


def _loop(frame: Frame, once: Callable[[], bool], forever: bool = False) -> bool:
    """Go round a loop twice: from the state before it, and from the states that reach its head again.

    A variable that is known text on entry and unknown when it comes round (a link to the next page) keeps its known text.
    """
    before, held = dict(frame.names), frame.guards
    ends: list[tuple[frozenset[v.Guard], Names]] = [] if forever else [(v.NO_GUARDS, before)]
    left = not forever
    for _round in range(2):
        frame.exits.append([])
        falls = once()
        exits = frame.exits.pop()
        frame.guards = held
        states = [(v.NO_GUARDS, names) for names in exits]
        if falls:
            states.append((v.NO_GUARDS, dict(frame.names)))
        left = left or bool(states)
        ends.extend(states)
        if not states:
            break
        head = _settled(before, _joined([(v.NO_GUARDS, before), *states]))
        changed = any(head.get(name) != before.get(name) for name in head)
        _restore(frame, head)
        if not changed:
            break
    if ends:
        _restore(frame, _settled(before, _joined(ends)))
    else:
        _restore(frame, before)
    return left or bool(ends) or forever


def _settled(before: Names, joined: Names) -> Names:
    """Variables that were known before a loop without the unknown that a round puts into them."""
    for name, value in joined.items():
        if isinstance(value, v.Choice) and isinstance(before.get(name), v.Text):
            kept = [option for option in value.options if not isinstance(option.value, (v.Unknown, v.Member))]
            if kept and len(kept) < len(value.options):
                joined[name] = v.choose(kept)
    return joined


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
            if isinstance(method, v.Callable_):
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
    entry = _joined([(v.NO_GUARDS, before), (v.NO_GUARDS, after)])
    for number, handler in enumerate(stmt.handlers, 1):
        _restore(frame, entry)
        frame.guards = held
        if handler.name is not None:
            frame.names[handler.name] = v.Unknown("an exception", handler.name)
        if execute(machine, handler.body, frame):
            ends.append((frozenset({(id(stmt), number)}), dict(frame.names)))
    frame.guards = held
    _restore(frame, _joined(ends) if ends else entry)
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
    return _take(frame, id(stmt), arms)


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
        machine.evaluate(decorator.func if isinstance(decorator, f.Invoke) else decorator, frame)
        for arg in decorator.args if isinstance(decorator, f.Invoke) else ():
            machine.evaluate(arg.value, frame)
    for param in stmt.params:
        if isinstance(param.default, f.Invoke):
            machine.evaluate(param.default, frame)
    function = frame.module.functions.get(id(stmt))
    if function is None:
        return True
    made = v.Callable_(function, None, frame.scope if frame.function is not None else None)
    frame.names[stmt.name] = made
    if frame.function is not None:
        frame.nested[function] = made
    return True


def _class(machine: Machine, stmt: f.Class, frame: Frame) -> bool:
    found = frame.module.classes.get(id(stmt))
    if found is not None:
        frame.names[stmt.name] = v.Class(found)
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
