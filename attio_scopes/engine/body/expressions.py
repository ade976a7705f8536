"""Expressions: their values in a frame, and what they send on the way.

Takes an expression of the facts and gives a symbolic value. Every subexpression is evaluated once and in order, so that calls in it are
seen even where its own value is not known.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attio_scopes.engine.attributes import attribute
from attio_scopes.engine.body.comprehensions import comprehension
from attio_scopes.engine.body.members import first_of_all, members
from attio_scopes.engine.body.places import hash_of, place_of, span_of
from attio_scopes.engine.body.targets import assign
from attio_scopes.engine.body.variables import lookup
from attio_scopes.engine.callbacks import is_function
from attio_scopes.engine.calls import call
from attio_scopes.engine.class_attributes import enum_members
from attio_scopes.engine.conditions import test
from attio_scopes.engine.container_changes import spread_into, with_item
from attio_scopes.engine.containers import content, item, iterate, mapping_of, opaque_item
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import any_of, choose, combine, either
from attio_scopes.engine.domain.evidence import lost
from attio_scopes.engine.domain.reasons import CALCULATED, INDEX, why_any
from attio_scopes.engine.domain.state import join
from attio_scopes.engine.domain.text import join as join_texts
from attio_scopes.engine.frame import LINE, YIELDED, Frame
from attio_scopes.engine.library.sending import send_yielded
from attio_scopes.engine.library.settings import from_environment, read_environment
from attio_scopes.engine.operations import binary, module_of, or_else
from attio_scopes.engine.project.classes import find_method, is_enum, method_of_class
from attio_scopes.engine.texts import as_text
from attio_scopes.engine.unwritten import unwritten
from attio_scopes.model import facts as f
from attio_scopes.model.program import FunctionDef


def evaluate(fr: Frame, expr: f.Expr) -> v.Value:
    """The value of an expression in a frame."""
    return _EVALUATORS[type(expr)](fr, expr)


def _const(fr: Frame, expr: f.Const) -> v.Value:
    if not isinstance(expr.value, str):
        return v.Scalar(expr.value)
    if fr.owner is None or fr.function is None or not expr.value:
        return v.text(expr.value)
    return v.Text((v.Lit(expr.value, home=f"{fr.module.path}:{fr.owner.name}"),))


def _name(fr: Frame, expr: f.Name) -> v.Value:
    return lookup(fr, expr.id)


def _dotted(fr: Frame, expr: f.Attr) -> v.Value:
    owner = evaluate(fr, expr.value)
    if expr.name == "__await__" and isinstance(expr.value, f.Invoke):  # of a coroutine
        return v.Partial(v.External("attio_scopes.itself"), v.Arguments((owner,)))
    value = attribute(fr, owner, expr.name)
    if isinstance(value, (v.Member, v.Lost, v.External)) and not is_function(fr, value):
        return fr.ask.shared_by(fr, expr.value, expr.name) or value
    return value


def _item(fr: Frame, expr: f.Item) -> v.Value:
    owner, index = evaluate(fr, expr.value), evaluate(fr, expr.index)
    special = _special(fr, owner, "__getitem__", index)
    if special is not None:
        return special
    owner = owner if isinstance(owner, v.Class) else members(fr, owner)
    if isinstance(owner, v.External):
        return _of_external(fr, owner, index, expr.value)
    if isinstance(owner, v.Class):
        if is_enum(fr.ask, owner.target):
            text = v.known(index)
            return attribute(fr, owner, text) if text is not None else any_of(enum_members(fr, owner.target))
        return owner
    value = _told_apart(fr, span_of(expr), item(fr, owner, index))
    name = v.known(index)
    if name is not None and isinstance(value, (v.Member, v.Lost)):
        return fr.ask.shared_by(fr, expr.value, name) or value
    return value


def _special(fr: Frame, owner: v.Value, name: str, *args: v.Value) -> v.Value | None:
    """What an operator of the project's own class, or metaclass, gives; None where it has none."""
    if isinstance(owner, v.Class):
        own = method_of_class(fr.ask, owner.target, name)
        if own is None and name == "__getitem__":
            own = find_method(fr.ask, owner.target, "__class_getitem__")
        return call(fr, v.Func(own, owner), v.Arguments(args), (unwritten(fr, owner, *args),)) if own is not None else None
    if not isinstance(owner, (v.Obj, v.Param)) or owner.cls is None or (isinstance(owner, v.Param) and owner.path):
        return None
    method = find_method(fr.ask, owner.cls, name)
    return call(fr, v.Func(method, owner), v.Arguments(args), (unwritten(fr, owner, *args),)) if method is not None else None


def _of_external(fr: Frame, owner: v.External, index: v.Value, holder: f.Expr) -> v.Value:
    injected = fr.ask.injected(fr, owner, index)
    if injected is not None:
        return injected
    if owner.name == "os.environ":
        return read_environment(fr, index, None)
    if owner.name == "sys.modules":
        return module_of(fr, index)
    if owner.name.endswith(("environ", *fr.ask.products.holders)):
        return from_environment(index, None)
    if owner.name in ("typing.Annotated", "typing_extensions.Annotated"):
        return v.Made("typing.Annotated", v.Arguments(index.items if isinstance(index, v.Seq) else (index,)))
    if owner.name.partition(".")[0] in ("typing", "collections", "builtins"):
        return owner
    name = v.known(index)
    shared = fr.ask.shared_by(fr, holder, name) if name is not None else None
    return shared if shared is not None else opaque_item(owner, index)


def _slice(fr: Frame, expr: f.Slice) -> v.Value:
    parts = (expr.lower, expr.upper, expr.step)
    return v.Seq("slice", tuple(evaluate(fr, part) if part is not None else v.NONE for part in parts))


def _invoke(fr: Frame, expr: f.Invoke) -> v.Value:
    callee = evaluate(fr, expr.func)
    args = arguments(fr, expr.args)
    given = call(fr, callee, args, (fr.at(expr.span),))
    return _told_apart(fr, expr.span, first_of_all(fr, expr, callee, args) or given)


def call_again(fr: Frame, expr: f.Invoke) -> tuple[v.Value, Callable[[], v.Value]]:
    """The value of a call, and the same call with the same arguments later: a generator goes on when the next item is asked for."""
    callee = evaluate(fr, expr.func)
    args = arguments(fr, expr.args)

    def again() -> v.Value:
        return _told_apart(fr, expr.span, call(fr, callee, args, (fr.at(expr.span),)))

    return again(), again


def _told_apart(fr: Frame, span: f.Span, value: v.Value) -> v.Value:
    """One of several rows, by a number: its fields go together wherever they are read."""
    if not isinstance(value, v.Choice) or any(option.guards for option in value.options):
        return value
    rows = sum(isinstance(option.value, _ROWS) for option in value.options)
    return either(fr.token((*span[:3], 5 * span[3] + 4)), [option.value for option in value.options]) if rows > 1 else value


_ROWS = (v.Seq, v.Map, v.Ref, v.Obj)


def arguments(fr: Frame, args: tuple[f.Arg, ...]) -> v.Arguments:
    """The arguments of a call, `*` and `**` spread where they are known."""
    positional: list[v.Value] = []
    keywords: dict[str, v.Value] = {}
    star: v.Value | None = None
    kwstar: v.Value | None = None
    for arg in args:
        value = evaluate(fr, arg.value)
        if arg.star == "*":
            held = content(fr, value)
            if isinstance(held, v.Seq) and held.rest is None and star is None:
                positional.extend(held.items)
            else:
                star = value if star is None else binary(fr, "+", star, value)
        elif arg.star == "**":
            held = content(fr, value)
            kwstar = value if kwstar is None else combine([mapping_of(fr, kwstar), mapping_of(fr, value)], spread_into)
        elif arg.keyword is not None:
            keywords[arg.keyword] = value
        elif star is not None:  # how many come before it is not known
            star = binary(fr, "+", star, v.Seq("tuple", (value,)))
        else:
            positional.append(value)
    return v.Arguments(tuple(positional), tuple(keywords.items()), star, kwstar)


def _joined(fr: Frame, expr: f.Joined) -> v.Value:
    return join_texts([as_text(fr, evaluate(fr, part)) for part in expr.parts])


def _binary(fr: Frame, expr: f.Binary) -> v.Value:
    left, right = evaluate(fr, expr.left), evaluate(fr, expr.right)
    if not isinstance(left, (v.Obj, v.Param)):
        return binary(fr, expr.op, left, right)
    chain = fr.chain
    fr.chain = (hash_of(expr) % LINE, *chain)  # `a / b / c` calls one method twice, in one statement
    given = binary(fr, expr.op, left, right)
    fr.chain = chain
    return given


def _logic(fr: Frame, expr: f.Logic) -> v.Value:
    left = evaluate(fr, expr.left)
    state = fr.state
    fr.state = branch = state.fork()
    right = evaluate(fr, expr.right)
    fr.state = state
    join(state, [branch, state.fork()])
    return or_else(fr, left, right, expr.op)


def _negate(fr: Frame, expr: f.Negate) -> v.Value:
    return _truth_of(fr, expr)


def _truth_of(fr: Frame, expr: f.Expr) -> v.Value:
    yes, no = test(fr, expr, (fr.lines[0], span_of(expr)[0], 0, 3))
    if yes.possible and no.possible:
        if any(guard.kind != "at" for guard in yes.guards):  # a caller decides it
            return choose([v.Option(yes.guards, v.Scalar(True)), v.Option(no.guards, v.Scalar(False))])
        return lost("the result of a test is only known at run time")
    return v.Scalar(yes.possible)


def _ternary(fr: Frame, expr: f.Ternary) -> v.Value:
    span = span_of(expr)
    yes, no = test(fr, expr.test, span)
    state = fr.state
    found, branches = [], []
    for branch, inner in ((yes, expr.then), (no, expr.other)):
        if not branch.possible:
            fr.leave_out(inner)
            continue
        fr.state = forked = state.fork(branch.guards)
        forked.names.update(branch.names)
        forked.heap.update(branch.stores)
        found.append(v.Option(branch.guards, evaluate(fr, inner)))
        for name in branch.names:
            forked.names.pop(name, None)
        for key in branch.stores:
            forked.heap.pop(key, None)
        branches.append(forked)
    fr.state = state
    guards = state.guards
    join(state, branches)
    state.guards = guards
    state.live = True
    return choose(found)


def _collection(fr: Frame, expr: f.Collection) -> v.Value:
    held: v.Value = v.Seq(expr.kind, ())
    items: list[v.Value] = []
    begun = len(fr.temporary)
    more: v.Value
    for part in expr.items:
        if isinstance(part, f.Star):
            spread = members(fr, evaluate(fr, part.value))
            inner = content(fr, spread)
            if v.is_open(inner) and not isinstance(inner, (v.Seq, v.Map)):
                more = inner
            else:
                found, rest = iterate(fr, spread)
                more = v.Seq(expr.kind, found, rest)
            held = binary(fr, "+", held, v.Seq(expr.kind, tuple(items)))
            held = binary(fr, "+", held, more)
            items = []
        else:
            items.append(evaluate(fr, part))
            fr.temporary.append(items[-1])
    del fr.temporary[begun:]
    held = binary(fr, "+", held, v.Seq(expr.kind, tuple(items))) if held != v.Seq(expr.kind, ()) else v.Seq(expr.kind, tuple(items))
    if expr.kind == "tuple":
        return held
    made = v.Ref(fr.site(place_of(fr, expr)), expr.kind)
    fr.store(made, held)
    return made


def _star(fr: Frame, expr: f.Star) -> v.Value:
    return evaluate(fr, expr.value)


def _table(fr: Frame, expr: f.Table) -> v.Value:
    at = (fr.module.path, *expr.span) if expr.span[0] else None
    plain = [(key, value) for key, value in expr.items if key is not None]
    held: v.Value
    if len(plain) == len(expr.items):
        entries: dict[v.Value, v.Value] = {}
        for word, value in plain:
            entries[evaluate(fr, word)] = evaluate(fr, value)
        held = v.Map(tuple(entries.items()), None, at)
    else:
        held = v.Map((), None, at)
        for key, value in expr.items:
            one = evaluate(fr, value)
            if key is None:
                held = binary(fr, "|", held, one)
            elif v.is_open(held) and not isinstance(held, (v.Map, v.Choice)):
                held = binary(fr, "|", held, v.Map(((evaluate(fr, key), one),)))
            else:
                held = combine([held, evaluate(fr, key)], lambda table, name, x=one: with_item(table, name, x))
    made = v.Ref(fr.site(place_of(fr, expr)), "dict")
    fr.store(made, held)
    return made


def _lambda(fr: Frame, expr: f.Lambda) -> v.Value:
    return make_function(fr, fr.ask.lambda_of(fr, expr))


def make_function(fr: Frame, function: FunctionDef) -> v.Func:
    """A nested function or lambda as a value: with the variables around it, and its defaults as they are now."""
    given = [(param.name, param.default) for param in function.facts.params if param.default is not None]
    defaults = tuple((name, evaluate(fr, default)) for name, default in given if not isinstance(default, f.Const))
    made = v.Func(function, None, fr.scope, defaults)
    if fr.function is not None:
        fr.nested[function] = made
    return made


def _await(fr: Frame, expr: f.Await) -> v.Value:
    value = evaluate(fr, expr.value)
    if not any(isinstance(o.value, v.Obj) and find_method(fr.ask, o.value.cls, "__await__") for o in v.options(value)):
        return value
    if isinstance(expr.value, f.Invoke) and not _makes(fr, expr.value):
        return value
    found = []
    for option in v.options(value):
        given = _special(fr, option.value, "__await__")
        waits = given is None or (isinstance(given, v.Seq) and given.kind == "generator")
        found.append(v.Option(option.guards, option.value if given is None or waits else given))
    return choose(found)


def _makes(fr: Frame, expr: f.Invoke) -> bool:
    """Whether a call makes an object; the object that a coroutine gives has been waited for."""
    return isinstance(evaluate(fr, expr.func), v.Class) if isinstance(expr.func, (f.Name, f.Attr)) else False


def _yield(fr: Frame, expr: f.Yield) -> v.Value:
    value = evaluate(fr, expr.value) if expr.value is not None else v.NONE
    fr.paused.append(fr.state.changes(fr.base))
    fr.state.names[YIELDED] = v.NONE
    if expr.delegate:
        items, rest = iterate(fr, value)
        fr.yields.extend(v.Option(fr.state.guards, one) for one in (*items, *((rest,) if rest is not None else ())))
    else:
        fr.yields.append(v.Option(fr.state.guards, value))
        span = expr.value.span if isinstance(expr.value, f.Invoke) else (fr.lines[0], 1, fr.lines[1], 1)
        send_yielded(fr, value, (fr.at(span),))
    return lost("`send()` passes the value into a generator")


def _walrus(fr: Frame, expr: f.Walrus) -> v.Value:
    value = evaluate(fr, expr.value)
    assign(fr, f.Name(expr.name), value)
    if fr.carried is not None:
        fr.carried[expr.name] = value
    return value


def _other(fr: Frame, expr: f.Other) -> v.Value:
    values = [evaluate(fr, part) for part in expr.parts]
    own = _special(fr, values[0], expr.method) if expr.method else None
    if own is not None:
        return own
    if len(values) == 1 and (isinstance(values[0], (v.Lost, v.Member)) or v.is_open(values[0])):
        return opaque_item(values[0], lost(INDEX)) if isinstance(values[0], (v.Lost, v.Member)) else lost(CALCULATED, values[0])
    return lost(why_any(values, CALCULATED), *values)


def _compare(fr: Frame, expr: f.Compare) -> v.Value:
    return _truth_of(fr, expr)


_EVALUATORS: dict[type[Any], Callable[[Frame, Any], v.Value]] = {
    f.Const: _const,
    f.Name: _name,
    f.Attr: _dotted,
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
    f.Comprehension: comprehension,
    f.Walrus: _walrus,
    f.Other: _other,
}
