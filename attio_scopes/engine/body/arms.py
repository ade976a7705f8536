"""Arms: the branches of a statement, and those of `match`.

Takes a frame and the arms with what holds in each; takes every arm that is possible and joins what they come to. Never decides a test
itself.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attio_scopes.engine.attributes import attribute
from attio_scopes.engine.body.expressions import evaluate
from attio_scopes.engine.body.places import hash_of
from attio_scopes.engine.body.targets import bind_name
from attio_scopes.engine.conditions import Branch, ask_about, test
from attio_scopes.engine.containers import content, item
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import any_of
from attio_scopes.engine.domain.evidence import lost
from attio_scopes.engine.domain.reasons import why
from attio_scopes.engine.domain.state import join
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.project.classes import fields_of
from attio_scopes.model import facts as f
from attio_scopes.model.program import ClassDef

Arm = tuple[Branch, tuple[Any, ...], Callable[[], None]]
"""What holds in an arm, its statements, and what takes it."""


def branches(fr: Frame, arms: list[Arm]) -> None:
    """Take every arm that is possible, each in a state of its own, and go on with what they come to."""
    possible = [(branch, arm) for branch, _, arm in arms if branch.possible]
    fr.leave_out(*(node for branch, nodes, _ in arms if not branch.possible for node in nodes))
    state = fr.state
    if len(possible) == 1:
        branch, arm = possible[0]
        state.names.update(branch.names)
        state.heap.update(branch.stores)
        arm()
        return
    taken = []
    for branch, arm in possible:
        fr.state = forked = state.fork(branch.guards)
        forked.names.update(branch.names)
        forked.heap.update(branch.stores)
        arm()
        taken.append(fr.state)
    fr.state = state
    join(state, taken)


def match_statement(fr: Frame, stmt: f.Match) -> None:
    """Take every case of a `match` that its subject may be."""
    fr.lines = stmt.lines
    subject = evaluate(fr, stmt.subject)
    arms: list[Arm] = []
    passed: v.Guards = v.NO_GUARDS
    settled = False
    for number, case in enumerate(stmt.cases):
        span = (stmt.lines[0], hash_of(stmt.subject), number, 7)
        every = case.wild and case.guard is None
        if case.values is None:
            token = v.Guard("at", fr.token(span), True)
            yes = Branch()
            if case.kind is not None:
                yes, _ = ask_about(fr, stmt.subject, subject, "isinstance", evaluate(fr, case.kind), span)
            if not yes.possible:
                fr.leave_out(case.guard, *case.body)
                continue
            branch = Branch((passed if every else passed | {token}) | yes.guards, yes.names, yes.stores)
            passed = passed if every else passed | {v.Guard("at", fr.token(span), False)}
        else:
            than = v.Seq("tuple", tuple(evaluate(fr, value) for value in case.values))
            yes, no = ask_about(fr, stmt.subject, subject, "in", than, span)
            if len(than.items) == 1:
                yes, no = ask_about(fr, stmt.subject, subject, "eq", than.items[0], span)
            if not yes.possible:
                fr.leave_out(case.guard, *case.body)
                continue
            branch = Branch(passed | yes.guards, yes.names, yes.stores)
            if case.guard is None:
                passed = passed | no.guards
                settled = not no.possible
        arms.append((branch, case.body, _case(fr, case, subject)))
        if settled or every:
            settled = True
            fr.leave_out(*stmt.cases[number + 1 :])
            break
    if not settled:
        arms.append((Branch(passed), (), lambda: None))
    branches(fr, arms)


def _captured(fr: Frame, subject: v.Value, steps: tuple[tuple[str, str | int], ...], kind: v.Value | None) -> v.Value | None:
    """What a pattern captures; None where its class does not say which field that is."""
    value = subject
    for how, step in steps:
        if how == "[":
            value = item(fr, value, v.text(step) if isinstance(step, str) else v.Scalar(step))
        elif how == ".":
            value = attribute(fr, value, str(step))
        else:
            cls = kind.target if isinstance(kind, v.Class) and value is subject else None
            found = [_field(fr, option.value, int(step), cls) for option in v.options(value)]
            given = [one for one in found if one is not None]
            if not given:
                return None
            value = any_of(given)
    return value


def _field(fr: Frame, value: v.Value, number: int, cls: ClassDef | None) -> v.Value | None:
    """A field of an object by its number, as `__match_args__` or the fields of a dataclass say."""
    cls = cls or (value.cls if isinstance(value, (v.Obj, v.Param)) else None)
    if cls is None:
        return None
    said = content(fr, attribute(fr, v.Class(cls), "__match_args__"))
    names = [v.known(one) for one in said.items] if isinstance(said, v.Seq) else [name for name, _ in fields_of(fr.ask, cls)]
    name = names[number] if number < len(names) else None
    return attribute(fr, value, name) if name else None


def _case(fr: Frame, case: f.Case, subject: v.Value) -> Callable[[], None]:
    def arm() -> None:
        kind = evaluate(fr, case.kind) if case.captures and case.kind is not None else None
        for name in case.binds:
            ways = [steps for one, steps in case.captures if one == name]
            unknown = lost(why(subject, "the matched value is only known at run time"), subject, label=name)
            bind_name(fr, name, any_of(_captured(fr, subject, steps, kind) or unknown for steps in ways) if ways else unknown)
        if case.guard is not None:
            yes, _ = test(fr, case.guard, (hash_of(case.guard), 0, 0, 0))
            fr.state.names.update(yes.names)
        fr.ask.execute(fr, case.body)

    return arm
