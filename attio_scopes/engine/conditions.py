"""Conditions: what holds in a branch where a test came out one way.

Takes a frame and a test; gives for each outcome whether it is possible, its guards, and what variables and attributes are there. A test
that is not decided leaves both. Nothing is stored: whoever takes the branch does that.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct, field

from attio_scopes.engine import bounds
from attio_scopes.engine.answers import answer_of, is_vague
from attio_scopes.engine.containers import content
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import any_of, choose, consistent
from attio_scopes.engine.domain.values import known
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.operations import as_typed
from attio_scopes.model import facts as f
from attio_scopes.model import fate


class Branch(Struct):
    """What holds where a test came out one way: guards, and variables that are narrowed. `possible`: whether it can."""

    guards: v.Guards = v.NO_GUARDS
    names: dict[str, v.Value] = field(default_factory=dict)
    stores: dict[Any, v.Value] = field(default_factory=dict)
    possible: bool = True


Test = tuple[Branch, Branch]
"""What holds where the test is true, and where it is false."""


def test(fr: Frame, expr: f.Expr, span: f.Span) -> Test:
    """Work out a test; its parts are evaluated, so that what they send is noted."""
    if isinstance(expr, f.Negate):
        yes, no = test(fr, expr.value, span)
        return no, yes
    if isinstance(expr, f.Logic):
        return _logic(fr, expr, span)
    if isinstance(expr, f.Walrus):
        value = fr.ask.evaluate(fr, expr)
        return _asked(fr, f.Name(expr.name), value, "true", None, span)
    if isinstance(expr, f.Compare):
        return _compare(fr, expr, span)
    if isinstance(expr, f.Invoke) and isinstance(expr.func, f.Name) and expr.func.id in ("isinstance", "callable", "hasattr", "bool"):
        found = _kind(fr, expr, span)
        if found is not None:
            return found
    value = fr.ask.evaluate(fr, expr)
    return _asked(fr, expr, value, "true", None, span)


def _logic(fr: Frame, expr: f.Logic, span: f.Span) -> Test:
    left_yes, left_no = test(fr, expr.left, (*span[:3], 3 * span[3] + 1))  # each test has a place of its own
    first, other = (left_yes, left_no) if expr.op == "and" else (left_no, left_yes)
    if not first.possible:
        fr.leave_out(expr.right)
        return (left_yes, left_no)
    inner = fr.state
    fr.state = inner.fork(first.guards)
    fr.state.names.update(first.names)
    fr.state.heap.update(first.stores)
    right_yes, right_no = test(fr, expr.right, (*span[:3], 3 * span[3] + 2))
    made = fr.state
    fr.state = inner
    fr.state.heap.update({key: value for key, value in made.heap.items() if key not in first.stores})
    both = Branch(
        first.guards | (right_yes if expr.op == "and" else right_no).guards,
        {**first.names, **(right_yes if expr.op == "and" else right_no).names},
        {**first.stores, **(right_yes if expr.op == "and" else right_no).stores},
        (right_yes if expr.op == "and" else right_no).possible,
    )
    either = right_no if expr.op == "and" else right_yes
    if not other.possible:
        rest = Branch(first.guards | either.guards, {**first.names, **either.names}, {**first.stores, **either.stores}, either.possible)
    elif not either.possible:
        rest = other
    else:
        rest = Branch(frozenset({v.Guard("at", fr.token(span), expr.op != "and")}))
        rest.names = _joined_names(other.names, either.names)
        if both.possible:
            both.guards |= frozenset({v.Guard("at", fr.token(span), expr.op == "and")})
    return (both, rest) if expr.op == "and" else (rest, both)


def _joined_names(one: dict[str, v.Value], other: dict[str, v.Value]) -> dict[str, v.Value]:
    return {name: choose([v.Option(v.NO_GUARDS, one[name]), v.Option(v.NO_GUARDS, other[name])]) for name in one if name in other}


def _compare(fr: Frame, expr: f.Compare, span: f.Span) -> Test:
    left, right = fr.ask.evaluate(fr, expr.left), fr.ask.evaluate(fr, expr.right)
    op, subject, value, than = expr.op, expr.left, left, right
    turned = op in ("!=", "is not", "not in")
    if op in ("==", "!=", "is", "is not"):
        if _is_constant(left) and not _is_constant(right):
            subject, value, than = expr.right, right, left
        kind = "none" if than == v.NONE else "eq"
    elif op in ("in", "not in"):
        kind = "in"
        than = content(fr, right)
        if known(left) is not None and not isinstance(than, (v.Seq, v.Map)):
            kind, subject, value, than = "has", expr.right, right, left
    else:
        kind, than = "at", v.NONE
        size = _sized(fr, left)
        if size is not None and isinstance(right, v.Scalar) and isinstance(right.value, (int, float)):
            holds = {"<": size < right.value, ">": size > right.value, "<=": size <= right.value, ">=": size >= right.value}.get(op)
            if holds is not None and _decides(fr, expr.left, "at"):
                return (Branch(possible=holds), Branch(possible=not holds))
    if isinstance(than, v.Choice) and kind != "at":
        outcomes = {answer_of(fr, one, kind, other) for one in _options(value) for other in _options(than)}
        if len(outcomes) == 1 and None not in outcomes:
            yes = outcomes.pop()
            found = (Branch(possible=bool(yes)), Branch(possible=not yes))
        else:
            found = _token(fr, span)
    else:
        found = _asked(fr, subject, value, kind, than, span)
    return (found[1], found[0]) if turned else found


def _sized(fr: Frame, value: v.Value) -> float | None:
    return value.value if isinstance(value, v.Scalar) and isinstance(value.value, (int, float)) else None


def _options(value: v.Value) -> list[v.Value]:
    return [option.value for option in v.options(value)]


def _is_constant(value: v.Value) -> bool:
    return known(value) is not None or isinstance(value, (v.Scalar, v.Class))


def _kind(fr: Frame, expr: f.Invoke, span: f.Span) -> Test | None:
    name = expr.func.id if isinstance(expr.func, f.Name) else ""
    if fr.state.name(name) is not None or not expr.args or any(arg.star for arg in expr.args):
        return None
    fr.ask.world.ledger.note((fr.at(expr.span),), fate.NO_SEND, name)
    subject = expr.args[0].value
    value = fr.ask.evaluate(fr, subject)
    if name == "bool":
        return _asked(fr, subject, value, "true", None, span)
    if name == "callable":
        return _asked(fr, subject, value, "callable", None, span)
    if len(expr.args) < 2:
        return None
    than = fr.ask.evaluate(fr, expr.args[1].value)
    return _asked(fr, subject, value, "isinstance" if name == "isinstance" else "hasattr", than, span)


def _token(fr: Frame, span: f.Span) -> Test:
    token = fr.token(span)
    return Branch(frozenset({v.Guard("at", token, True)})), Branch(frozenset({v.Guard("at", token, False)}))


def sifted(fr: Frame, rounds: int, ask: Callable[[int], Test]) -> list[tuple[v.Guards, tuple[int, ...]]]:
    """Which of so many items are kept, by a test of each, and under which guards; none where that is too much to keep apart."""
    ways: list[tuple[v.Guards, tuple[int, ...]]] = [(v.NO_GUARDS, ())]
    for number in range(rounds):
        yes, no = ask(number)
        found = []
        for branch, more in ((yes, (number,)), (no, ())):
            if branch.possible:
                found += [(held | branch.guards, (*kept, *more)) for held, kept in ways if consistent(held, branch.guards)]
        ways = found
        if len(ways) > bounds.SIFTED:
            return []
    return ways


def ask_about(fr: Frame, subject: f.Expr, value: v.Value, kind: str, than: Any, span: f.Span) -> Test:
    """What holds where a question about a value comes out one way and the other."""
    return _asked(fr, subject, value, kind, than, span)


def _asked(fr: Frame, subject: f.Expr, value: v.Value, kind: str, than: Any, span: f.Span) -> Test:
    """Ask each value that it may be; narrow the variable that it came from."""
    held = fr.state.guards
    answers = [(o, answer_of(fr, o.value, kind, than)) for o in v.options(value) if consistent(o.guards, held)]
    yes, no = Branch(), Branch()
    maybe = [o for o, answer in answers if answer is None]
    true = [o for o, answer in answers if answer is True]
    false = [o for o, answer in answers if answer is False]
    if not maybe and (not false or not true) and _decides(fr, subject, kind):
        (no if not false else yes).possible = False
        return yes, no
    token = frozenset({v.Guard("at", fr.token(span), True)}), frozenset({v.Guard("at", fr.token(span), False)})
    if answers:
        about = answers[0][0].value if len(answers) == 1 else choose(o for o, _ in answers)
        if (
            kind != "at"
            and v.is_open(about)
            and not _hangs_on_a_call(about)
            and not is_vague(about)
            and not (isinstance(than, _OPENABLE) and v.is_open(than))
        ):
            token = frozenset({v.Guard(kind, about, True, than)}), frozenset({v.Guard(kind, about, False, than)})
    for branch, kept, guards in ((yes, [*true, *maybe], token[0]), (no, [*false, *maybe], token[1])):
        branch.guards = guards
        if len(kept) == 1 and len(answers) > 1:
            branch.guards = guards | kept[0].guards
        narrowed = choose(kept) if len(kept) < len(answers) else None
        if branch is yes and kind == "eq" and narrowed is None and known(than) is not None and len(answers) == 1:
            narrowed = than
        if branch is yes and kind == "in" and isinstance(than, v.Seq) and than.rest is None and narrowed is None and len(answers) == 1:
            if than.items and all(known(item) is not None for item in than.items) and isinstance(answers[0][0].value, v.Lost):
                narrowed = choose(v.Option(frozenset({v.Guard("at", fr.token(span), n)}), x) for n, x in enumerate(than.items))
                branch.guards = v.NO_GUARDS
        if narrowed is None and branch is yes and kind == "in" and len(answers) == 1:
            narrowed = _one_of(answers[0][0].value, than)
        if narrowed is None and branch is yes and kind == "isinstance" and len(answers) == 1:
            narrowed = _of_class(fr, answers[0][0].value, than)
        if narrowed is not None:
            _narrow(fr, branch, subject, narrowed)
    return yes, no


def _one_of(value: v.Value, than: Any) -> v.Value | None:
    """An argument that is one of the texts that a test names, where its caller does not say which."""
    if not isinstance(value, v.Param) or not isinstance(than, v.Seq) or than.rest is not None or not than.items:
        return None
    return v.Apply("one_of", (value, than)) if all(known(item) is not None for item in than.items) else None


def _of_class(fr: Frame, value: v.Value, than: Any) -> v.Value | None:
    """Something unknown that is an object of a class of the project."""
    kinds = than.items if isinstance(than, v.Seq) else (than,)
    if not isinstance(value, (v.Param, v.Lost)) or not all(isinstance(kind, v.Class) for kind in kinds):
        return None
    typed = any_of([fr.ask.any_object(kind.target) for kind in kinds if isinstance(kind, v.Class)])
    return as_typed(value, typed)


def _hangs_on_a_call(value: v.Value) -> bool:
    """Whether a value is what a call gives that waits for a caller: an answer or a record, which decides nothing that a caller knows."""
    pending: list[v.Value] = [value]
    while pending:
        one = pending.pop()
        if isinstance(one, v.Result):
            return True
        if isinstance(one, v.Apply):
            pending.extend(one.operands)
        elif isinstance(one, v.Choice):
            pending.extend(option.value for option in one.options)
        elif isinstance(one, v.Text):
            pending.extend(piece.term for piece in one.pieces if isinstance(piece, v.Gap) and piece.term is not None)
    return False


def _decides(fr: Frame, subject: f.Expr, kind: str) -> bool:
    """Whether what is known of a subject decides a test.

    A constant, a flag or a setting decides nothing: the code on both sides of it states its requests, whichever way the switch stands
    today. What a body has put into its own variables does, and what a value is.
    """
    if kind in ("isinstance", "callable", "hasattr") or isinstance(subject, f.Other):
        return True
    while isinstance(subject, f.Invoke) and isinstance(subject.func, f.Attr):
        subject = subject.func.value
    return isinstance(subject, f.Name) and subject.id in fr.locals_


_OPENABLE = (v.Text, v.Choice, v.Seq, v.Map, v.Param, v.Apply, v.Result, v.Lost, v.Member, v.Made, v.Func, v.Partial, v.Class, v.Super)


def _narrow(fr: Frame, branch: Branch, subject: f.Expr, value: v.Value) -> None:
    if isinstance(subject, f.Name) and fr.state.name(subject.id) is not None:
        branch.names[subject.id] = value
    elif isinstance(subject, f.Walrus):
        branch.names[subject.name] = value
    elif isinstance(subject, f.Attr) and isinstance(subject.value, f.Name):
        owner = fr.state.name(subject.value.id)
        if isinstance(owner, (v.Obj, v.Param)) and not (isinstance(owner, v.Obj) and owner.site is None):
            branch.stores[(owner, subject.name)] = value
