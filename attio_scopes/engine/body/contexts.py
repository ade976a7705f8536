"""Contexts: the statement `with`, and what entering a context gives.

Takes a frame and the statement; runs `__enter__` and `__exit__` of the project, and changes the frame's state. Where a context may end an
exception, its body may end anywhere. Never runs a library's context.
"""

from __future__ import annotations

from collections.abc import Callable

from attio_scopes.engine.body.expressions import evaluate
from attio_scopes.engine.body.targets import assign
from attio_scopes.engine.calls import call
from attio_scopes.engine.containers import iterate
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import any_of, choose
from attio_scopes.engine.domain.evidence import lost
from attio_scopes.engine.domain.state import join, onto
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.project.classes import find_method
from attio_scopes.engine.project.scopes import expressions_in
from attio_scopes.model import facts as f
from attio_scopes.model.blocks import statements_within
from attio_scopes.model.program import FunctionDef


def with_statement(fr: Frame, stmt: f.With) -> None:
    """Execute a `with`: enter, run the body, leave."""
    fr.lines = stmt.lines
    swallows = False
    leaving = []
    outer, fr.left = fr.left, []
    leaving_outer, fr.leaving = fr.leaving, []
    for source, target in stmt.items:
        fr.entering = source.span if isinstance(source, f.Invoke) else None
        manager = evaluate(fr, source)
        fr.entering = None
        swallows = swallows or _may_swallow(fr, manager) or (_leaves(stmt) and _is_unknown(manager))
        value = first_item(fr, entered(fr, manager))
        leaving.append(manager)
        if target is not None:
            assign(fr, target, value)
    if swallows:
        _swallowed(fr, lambda: fr.ask.execute(fr, stmt.body))
    else:
        fr.ask.execute(fr, stmt.body)
    for manager in reversed(leaving):
        _left(fr, manager)
    for key, value in fr.left:
        fr.store(key, value)
    fr.left = outer
    later, fr.leaving = fr.leaving, leaving_outer
    live, fr.state.live = fr.state.live, True
    for done in reversed(later):
        done()
    fr.state.live = live


def _left(fr: Frame, manager: v.Value) -> None:
    """Run what a project's context manager does at the end."""
    for option in v.options(manager):
        one = option.value
        if isinstance(one, v.Obj):
            for name in ("__exit__", "__aexit__"):
                method = find_method(fr.ask, one.cls, name)
                if method is not None:
                    state, live = fr.state, fr.state.live
                    if _asks_for_the_exception(method):  # any statement of the body may raise one; whoever goes on afterwards has met none
                        fr.state = state.fork()
                        fr.state.live = True
                        call(fr, v.Func(method, one), v.Arguments((_RAISED, _RAISED, _RAISED)), (fr.at(f.NO_SPAN),))
                        fr.state = state
                    call(fr, v.Func(method, one), v.Arguments((v.NONE, v.NONE, v.NONE)), (fr.at(f.NO_SPAN),))
                    fr.state.live = live


_RAISED = lost("the exception is only known at run time", label="exception")


def _asks_for_the_exception(method: FunctionDef) -> bool:
    """Whether what a context manager does at the end hangs on the exception that ended its body."""
    names = {param.name for param in method.facts.params[1:]}
    tests = (stmt.test for stmt in statements_within(method.facts.body) if isinstance(stmt, f.Branch))
    return any(isinstance(part, f.Name) and part.id in names for test in tests for part in expressions_in(test))


def _may_swallow(fr: Frame, manager: v.Value) -> bool:
    """Whether a context manager may end an exception."""
    for option in v.options(manager):
        one = option.value
        if isinstance(one, v.Made) and one.name.rpartition(".")[2] in ("suppress", "raises", "ExitStack", "AsyncExitStack"):
            return True
        if isinstance(one, v.Obj):
            method = find_method(fr.ask, one.cls, "__exit__") or find_method(fr.ask, one.cls, "__aexit__")
            if method is not None and _may_give_true(method.facts.body):
                return True
        if isinstance(one, v.Seq) and one.kind == "generator":
            return True
    return False


def _leaves(stmt: f.With) -> bool:
    return bool(stmt.body) and isinstance(stmt.body[-1], (f.Return, f.Raise))


def _is_unknown(manager: v.Value) -> bool:
    """Whether nothing is known of a context manager, so that it may end an exception."""
    return any(isinstance(o.value, (v.Lost, v.Param, v.Result, v.Apply)) for o in v.options(manager))


def _may_give_true(body: tuple[f.Stmt, ...]) -> bool:
    for stmt in statements_within(body):
        if isinstance(stmt, f.Return) and stmt.value is not None and stmt.value not in (f.Const(None), f.Const(False)):
            return True
    return False


def _swallowed(fr: Frame, body: Callable[[], None]) -> None:
    """Run a body that may end anywhere in it."""
    state = fr.state
    fr.state = branch = state.fork()
    fr.raised.append([])
    body()
    fr.state = state
    raised = fr.raised.pop()
    cut = state.fork()
    cut.heap = dict(branch.heap)
    cut.names = dict(branch.names)
    cut.fresh = set(branch.fresh)
    join(state, [branch, state.fork(), cut, *(onto(state, at) for at, _ in raised)])


def entered(fr: Frame, value: v.Value) -> v.Value:
    """What `with value as x` binds."""
    if isinstance(value, v.Choice):
        return choose(v.Option(option.guards, entered(fr, option.value)) for option in value.options)
    if isinstance(value, (v.Obj, v.Param)) and value.cls is not None and not (isinstance(value, v.Param) and value.path):
        for name in ("__enter__", "__aenter__"):
            method = find_method(fr.ask, value.cls, name)
            if method is not None:
                given = call(fr, v.Func(method, value), v.Arguments(), (fr.at(f.NO_SPAN),))
                return given if not isinstance(given, (v.Lost, v.Scalar)) else value
        return value
    if v.is_open(value) and isinstance(value, (v.Param, v.Apply, v.Result)):
        return v.Apply("entered", (value,))
    return value


def first_item(fr: Frame, value: v.Value) -> v.Value:
    """What a generator used as a context or dependency yields; any other value itself."""
    if isinstance(value, v.Choice):
        return choose(v.Option(o.guards, first_item(fr, o.value)) for o in value.options)
    if isinstance(value, v.Seq) and value.kind == "generator":
        items, rest = iterate(fr, value)
        found = (*items, *((rest,) if rest is not None else ()))
        return any_of(found) if found else lost("the context manager yields nothing")
    return value
