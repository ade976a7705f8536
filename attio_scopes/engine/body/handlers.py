"""Handlers: the statement `try`.

Takes a frame and the statement, changes the frame's state. A handler starts from what held before the body, where it was cut short, and at
each known `raise`; its name holds the exceptions that it may catch, and what no handler surely catches is raised on.
"""

from __future__ import annotations

from typing import Any

from attio_scopes.engine.body.arms import branches
from attio_scopes.engine.body.places import hash_of
from attio_scopes.engine.body.targets import assign
from attio_scopes.engine.conditions import test
from attio_scopes.engine.containers import FACTORY, MISSING, content
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import any_of, either
from attio_scopes.engine.domain.evidence import lost
from attio_scopes.engine.domain.state import State, join, onto
from attio_scopes.engine.frame import Frame
from attio_scopes.model import facts as f


def try_statement(fr: Frame, stmt: f.Try) -> None:
    """Execute a `try`: its body, the handlers that may catch, and what comes at the end."""
    asked = _lookup_in(fr, stmt)
    if asked is not None:
        _look_up(fr, stmt, asked)
        return
    state, before = fr.state, len(fr.returns)
    fr.state = body = state.fork()
    fr.raised.append([])
    fr.ask.execute(fr, stmt.body)
    raised = fr.raised.pop()
    fr.state = state
    entry = state.fork()
    cut = state.fork()
    cut.names, cut.heap = dict(body.names), dict(body.heap)
    join(entry, [state.fork(), cut, *(onto(state, at) for at, _ in raised)])
    entry.guards = state.guards
    entry.heap.update(_thrown(state, raised))
    token = fr.token((hash_of(stmt), 3, 0, 0))
    ends = []
    if body.live:
        fr.state = body
        fr.ask.execute(fr, stmt.other)
        ends.append((0, fr.state))
    else:
        fr.leave_out(*stmt.other)
    for number, handler in enumerate(stmt.handlers, 1):
        fr.state = branch = entry.fork(frozenset({v.Guard("at", token, number)}))
        if handler.name is not None:
            found = [value for _, value in raised if value != v.NONE and _catches(fr, handler, value) is not False]
            unknown = lost("the exception is only known at run time", label=handler.name)
            one = either(fr.token((hash_of(stmt), number, 0, 5)), list(dict.fromkeys(found))) if found else unknown
            assign(fr, f.Name(handler.name), one)
        fr.ask.execute(fr, handler.body)
        ends.append((number, onto(state, branch) if branch.live else branch))
        ends[-1][1].guards = branch.guards
    for at, value in raised:
        if isinstance(value, (v.Obj, v.Made, v.Lost)) and not any(_catches(fr, handler, value) for handler in stmt.handlers):
            fr.state = onto(state, at)
            fr.throw(value)
    if stmt.final and isinstance(stmt.final[-1], (f.Return, f.Raise)):  # it has the last word
        del fr.returns[before:]
    if stmt.final and body.live:  # what no handler catches passes there, too
        fr.state = entry.fork()
        fr.ask.execute(fr, stmt.final)
    fr.state = state
    live = [end for _, end in ends if end.live]
    if live:
        for number, end in ends:
            if len(live) > 1:
                end.guards = end.guards | {v.Guard("at", token, number)}
        join(state, live)
        if len(live) == 1:
            state.guards = state.guards - {v.Guard("at", token, n) for n, _ in ends}
        fr.ask.execute(fr, stmt.final)
        return
    fr.state = end = entry.fork()
    fr.ask.execute(fr, stmt.final)
    fr.state = state
    state.heap.update(end.changes(state))
    state.live = False


def _lookup_in(fr: Frame, stmt: f.Try) -> f.Compare | None:
    """What is asked by a `try` whose body is a lookup in a mapping, with a handler for keys that are not there: whether it is one."""
    first = stmt.body[0]
    found = first.value if isinstance(first, (f.Return, f.Assign)) else None
    if len(stmt.body) > 1 or len(stmt.handlers) > 1 or stmt.final or not isinstance(found, f.Item):
        return None
    if not stmt.handlers or stmt.handlers[0].type not in _NO_SUCH_KEY or not isinstance(found.index, _PLAIN):
        return None
    if not isinstance(found.value, (*_PLAIN, f.Table)):
        return None
    table = fr.ask.evaluate(fr, found.value)
    makes = isinstance(table, v.Ref) and any(fr.held((table, key)) is not None for key in (FACTORY, MISSING))
    return f.Compare("in", found.index, found.value) if isinstance(content(fr, table), v.Map) and not makes else None


_NO_SUCH_KEY = (f.Name("KeyError"), f.Name("LookupError"))
_PLAIN = (f.Name, f.Attr, f.Const)


def _look_up(fr: Frame, stmt: f.Try, asked: f.Compare) -> None:
    """Execute a `try` around a lookup: the handler is for keys that are not there."""
    handler = stmt.handlers[0]

    def missed() -> None:
        if handler.name is not None:
            assign(fr, f.Name(handler.name), lost("the exception is only known at run time", label=handler.name))
        fr.ask.execute(fr, handler.body)

    there = (*stmt.body, *stmt.other)
    yes, no = test(fr, asked, (hash_of(stmt), 4, 0, 0))
    branches(fr, [(yes, there, lambda: fr.ask.execute(fr, there)), (no, handler.body, missed)])


def _thrown(state: State, raised: list[tuple[State, v.Value]]) -> dict[Any, v.Value]:
    """What exceptions that are raised hold: what they held then, since no handler sees one that was not."""
    held: dict[Any, list[v.Value]] = {}
    for at, value in raised:
        for key, one in at.changes(state).items() if isinstance(value, v.Obj) else ():
            if isinstance(key, tuple) and key[0] == value:
                held.setdefault(key, []).append(one)
    return {key: any_of(found) for key, found in held.items()}


def _catches(fr: Frame, handler: f.Handler, value: v.Value) -> bool | None:
    """Whether a handler is for an exception; None where that is not known."""
    if handler.type is None or not isinstance(value, (v.Obj, v.Made)):
        return True if handler.type is None else None
    caught = fr.ask.evaluate(fr, handler.type)
    answers: set[bool | None] = set()
    for one in caught.items if isinstance(caught, v.Seq) else (caught,):
        if isinstance(one, v.Class):
            answers.add(isinstance(value, v.Obj) and one.target in fr.ask.lineage(value.cls))
        elif isinstance(one, v.External):
            named = fr.ask.external_bases(value.cls) if isinstance(value, v.Obj) else (value.name,)
            answers.add(one.name in ("builtins.Exception", "builtins.BaseException") or one.name in named or None)
        else:
            answers.add(None)
    return True if True in answers else None if None in answers else False
