"""Arms: the branches of a statement, and those of `match`.

Takes a frame and the arms with what holds in each; takes every arm that is possible and joins what they come to. Never decides a test
itself.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attio_scopes.engine.body.expressions import evaluate
from attio_scopes.engine.body.places import hash_of
from attio_scopes.engine.body.targets import bind_name
from attio_scopes.engine.conditions import Branch, ask_about, test
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.evidence import lost
from attio_scopes.engine.domain.reasons import why
from attio_scopes.engine.domain.state import join
from attio_scopes.engine.frame import Frame
from attio_scopes.model import facts as f

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
        if case.values is None:
            token = v.Guard("at", fr.token(span), True)
            branch = Branch(passed if case.wild and case.guard is None else passed | {token})
            passed = passed | {v.Guard("at", fr.token(span), False)} if not (case.wild and case.guard is None) else passed
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
        if settled or (case.wild and case.guard is None):
            settled = True
            fr.leave_out(*stmt.cases[number + 1 :])
            break
    if not settled:
        arms.append((Branch(passed), (), lambda: None))
    branches(fr, arms)


def _case(fr: Frame, case: f.Case, subject: v.Value) -> Callable[[], None]:
    def arm() -> None:
        for name in case.binds:
            whole = len(case.binds) == 1 and (case.values is not None or case.wild)
            bind_name(
                fr, name, subject if whole else lost(why(subject, "the matched value is only known at run time"), subject, label=name)
            )
        if case.guard is not None:
            yes, _ = test(fr, case.guard, (hash_of(case.guard), 0, 0, 0))
            fr.state.names.update(yes.names)
        fr.ask.execute(fr, case.body)

    return arm
