"""Operations: what an expression's operators, methods and pure functions give, now or once a caller is known.

Takes operands, gives a value, or an `Apply` where an operand is a caller's to decide. `apply` does the operation again when it is known.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attio_scopes.engine import bounds
from attio_scopes.engine.answers import truth
from attio_scopes.engine.attributes import attribute
from attio_scopes.engine.container_changes import container_method, spread_into
from attio_scopes.engine.containers import any_item, content, item, iterate, mapping_of
from attio_scopes.engine.current import CURRENT, now
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.arithmetic import is_number, number
from attio_scopes.engine.domain.choice import any_of, choose, combine, either, one_for_all
from attio_scopes.engine.domain.evidence import REACHED, lost
from attio_scopes.engine.domain.formats import percent
from attio_scopes.engine.domain.pieces import append_path
from attio_scopes.engine.domain.reasons import ADDED, CALCULATED, CHANGES, why, why_any
from attio_scopes.engine.domain.text import join, pieces_of, text_method
from attio_scopes.engine.domain.values import known
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.inner_evidence import reached_evidence
from attio_scopes.engine.library.clients import joined_url
from attio_scopes.engine.library.functions import PURE
from attio_scopes.engine.library.settings import ADDRESS, addresses_in
from attio_scopes.engine.library.urls import url_method
from attio_scopes.engine.project.classes import method_of_class
from attio_scopes.engine.project.imports import as_value
from attio_scopes.engine.texts import as_shown, as_text, formatted, held_for, itself_text, join_items, where_there
from attio_scopes.engine.unwritten import unwritten
from attio_scopes.model.program import Module


def apply(fr: Frame, operation: str, operands: tuple[v.Value, ...], extra: Any) -> v.Value:
    """Do an operation, as far as its operands are known."""
    made = _OPERATIONS[operation](fr, operands, extra)
    if isinstance(made, v.Apply) and _depth(made) > bounds.DEPTH:
        fr.ask.world.note_bound("depth", fr.module.path)
        return lost(f"an argument is changed more than {bounds.DEPTH} times before its use", *operands)
    return made


def _depth(value: v.Value) -> int:
    if not isinstance(value, v.Apply):
        return 0
    return 1 + max((_depth(one) for one in value.operands), default=0)


def _attribute(fr: Frame, operands: tuple[v.Value, ...], extra: Any) -> v.Value:
    return attribute(fr, operands[0], extra)


def _reached(fr: Frame, operands: tuple[v.Value, ...], extra: Any) -> v.Value:
    if any(map(v.is_open, operands)):
        return v.Apply(REACHED, operands)
    return lost(CHANGES, has=reached_evidence(fr, operands))


def _item(fr: Frame, operands: tuple[v.Value, ...], extra: Any) -> v.Value:
    return item(fr, operands[0], operands[1])


def _get(fr: Frame, operands: tuple[v.Value, ...], extra: Any) -> v.Value:
    owner, *given = operands
    return combine([owner, given[0]], lambda one, key: get(fr, one, key, given[1] if len(given) > 1 else None))


def get(fr: Frame, owner: v.Value, key: v.Value, default: v.Value | None) -> v.Value:
    """`owner.get(key, default)`, of a mapping or of what may be one."""
    more = (default,) if default is not None else ()
    if v.is_open(owner) and not isinstance(owner, (v.Map, v.Seq)):
        return v.Apply("get", (owner, key, *more))
    if isinstance(owner, (v.Ref, v.Map)):
        return container_method(fr, owner, "get", v.Arguments((key, *more))) or v.NONE
    found = item(fr, owner, key)
    return any_of([found, default]) if isinstance(default, v.Text) and default.pieces else found


def _view(fr: Frame, operands: tuple[v.Value, ...], extra: Any) -> v.Value:
    """`owner.items()` and its like, of a mapping or of what may be one."""
    return combine(operands, lambda owner: _view_of(fr, owner, extra))


def _view_of(fr: Frame, owner: v.Value, name: str) -> v.Value:
    if v.is_open(owner) and not isinstance(owner, (v.Map, v.Seq)):
        return v.Apply("view", (owner,), name)
    return fr.ask.call(fr, attribute(fr, owner, name), v.Arguments(), (fr.at((0, 0, 0, 0)),))


def _each(fr: Frame, operands: tuple[v.Value, ...], extra: Any) -> v.Value:
    value = operands[0]
    if v.is_open(value) and not isinstance(value, (v.Map, v.Seq, v.Choice)):
        return v.Apply("each", operands)
    items, rest = iterate(fr, value)
    if rest is not None or len(items) < 2:
        return any_item(fr, value)
    return either(("each", value, ()), items)  # what is read of it twice is read of one item


def _text(fr: Frame, operands: tuple[v.Value, ...], extra: Any) -> v.Value:
    args = v.Arguments(operands[1:])
    return combine(
        [as_text(fr, operands[0])],
        lambda one: (
            url_method(fr, one, extra, args)
            or text_method(one, extra, args)
            or lost(why(one, f"the result of `{extra}()` is only known at run time"), one)
        ),
    )


def _join(fr: Frame, operands: tuple[v.Value, ...], extra: Any) -> v.Value:
    return combine([operands[0], content(fr, operands[1])], lambda sep, items: join_items(fr, sep, items))


def _percent(fr: Frame, operands: tuple[v.Value, ...], extra: Any) -> v.Value:
    return combine(operands, lambda template, given: percent(template, given, held_for(fr, template, given)))


def _format(fr: Frame, operands: tuple[v.Value, ...], extra: Any) -> v.Value:
    count, names = extra
    args = v.Arguments(operands[1 : 1 + count], tuple(zip(names, operands[1 + count :], strict=False)))
    return combine([operands[0]], lambda template: formatted(fr, template, args))


def _body(fr: Frame, operands: tuple[v.Value, ...], extra: Any) -> v.Value:
    present, absent = extra
    return combine(operands, lambda one: _by_body(one, present, absent))


def _by_body(body: v.Value, present: str, absent: str) -> v.Value:
    if body == v.NONE:
        return v.text(absent)
    if v.is_open(body) and not isinstance(body, (v.Text, v.Made)):
        return v.Apply("body", (body,), (present, absent))
    if isinstance(body, (v.Lost, v.Member)):
        return lost("the method depends on whether there is a body", body, label="method")
    return v.text(present)


def _binary(fr: Frame, operands: tuple[v.Value, ...], extra: Any) -> v.Value:
    return binary(fr, extra, operands[0], operands[1])


def _pure(fr: Frame, operands: tuple[v.Value, ...], extra: Any) -> v.Value:
    name, count, names = extra
    args = v.Arguments(operands[:count], tuple(zip(names, operands[count:], strict=False)))
    return pure(fr, name, args)


def pure(fr: Frame, name: str, args: v.Arguments) -> v.Value:
    """A function that only makes a value of its arguments; waits where one of them is a caller's."""
    made = PURE[name](fr, args)
    if made is not None:
        return made
    operands = (*args.positional, *(value for _, value in args.keywords))
    if any(v.is_open(value) for value in operands):
        return v.Apply("pure", operands, (name, len(args.positional), tuple(n for n, _ in args.keywords)))
    return lost(why_any(args.values(), f"the result of `{name.rpartition('.')[2]}()` is only known at run time"), *args.values())


def _either(fr: Frame, operands: tuple[v.Value, ...], extra: Any) -> v.Value:
    return or_else(fr, operands[0], operands[1], extra)


def or_else(fr: Frame, left: v.Value, right: v.Value, op: str) -> v.Value:
    """`left or right`, `left and right`: which it is, for each value that the left may be."""
    found = []
    for option in v.options(left):
        holds = truth(fr, option.value)
        takes_left = holds if op == "or" else (None if holds is None else not holds)
        if takes_left is True:
            found.append(option)
        elif takes_left is False:
            found.append(v.Option(option.guards, right))
        else:
            yes, no = (True, False) if op == "or" else (False, True)
            if v.is_open(option.value):
                about = option.value
                found.append(v.Option(option.guards | {v.Guard("true", about, yes)}, option.value))
                found.append(v.Option(option.guards | {v.Guard("true", about, no)}, right))
            else:
                found.append(option)
                found.append(v.Option(option.guards, right))
    return choose(found)


def _getattr(fr: Frame, operands: tuple[v.Value, ...], extra: Any) -> v.Value:
    return fr.ask.call(fr, v.External("builtins.getattr"), v.Arguments(operands), (fr.at((0, 0, 0, 0)),))


def _imported(fr: Frame, operands: tuple[v.Value, ...], extra: Any) -> v.Value:
    return imported(fr, operands[0], extra, operands[1] if len(operands) > 1 else None)


def imported(fr: Frame, name: v.Value, importer: Module, package: v.Value | None = None) -> v.Value:
    """`importlib.import_module(name, package)`, in a module."""
    if package is None:
        return combine([name], lambda one: _imported_by(fr, one, importer, None))
    return combine([name, package], lambda one, other: _imported_by(fr, one, importer, other))


def module_of(fr: Frame, name: v.Value) -> v.Value:
    """`sys.modules[name]`: a module by its whole name, or the one at hand by `__name__`."""
    if name == v.External("builtins.__name__"):
        return v.ModuleValue(fr.module)
    return imported(fr, name, fr.module)


def _imported_by(fr: Frame, name: v.Value, importer: Module, package: v.Value | None) -> v.Value:
    text = known(name)
    if text is None or v.is_open(package):
        if v.is_open(name) or v.is_open(package):
            return v.Apply("imported", (name, *((package,) if package is not None else ())), importer)
        return lost("the module is chosen at run time", name, label="module")
    level, text = len(text) - len(text.lstrip(".")), text.lstrip(".")
    above = known(package) if package is not None else None
    if level and above:
        text = ".".join((*above.split(".")[: len(above.split(".")) - level + 1], text))
        level = 0
    found = fr.ask.program.find(importer, text, level)
    return as_value(found, text) if isinstance(found, (Module, tuple)) else v.External(text)


def _joined_url(fr: Frame, operands: tuple[v.Value, ...], extra: Any) -> v.Value:
    return combine(operands, lambda base, path: joined_url(base, path, extra))


def _text_of(fr: Frame, operands: tuple[v.Value, ...], extra: Any) -> v.Value:
    return as_shown(fr, operands[0]) if extra == "repr" else as_text(fr, operands[0])


def as_typed(value: v.Value, typed: v.Value) -> v.Value:
    """What is not known, as what the source says that it is; where a caller decides it, it is that only as long as nobody knows better."""
    return v.Apply("typed", (value, typed)) if v.is_open(value) else typed


def _typed(fr: Frame, operands: tuple[v.Value, ...], extra: Any) -> v.Value:
    value, typed = operands
    if v.is_open(value):
        return v.Apply("typed", operands)
    return choose(v.Option(o.guards, typed if isinstance(o.value, (v.Lost, v.Member)) else o.value) for o in v.options(value))


def _one_of(fr: Frame, operands: tuple[v.Value, ...], extra: Any) -> v.Value:
    value, texts = operands
    if v.is_open(value):
        return v.Apply("one_of", operands)
    found = either(("one of", operands, ()), texts.items) if isinstance(texts, v.Seq) else value
    return choose(v.Option(o.guards, found if isinstance(o.value, (v.Lost, v.Member)) else o.value) for o in v.options(value))


def _entered(fr: Frame, operands: tuple[v.Value, ...], extra: Any) -> v.Value:
    return fr.ask.entered(fr, operands[0])


def _address(fr: Frame, operands: tuple[v.Value, ...], extra: Any) -> v.Value:
    return addresses_in(operands[0])


_OPERATIONS: dict[str, Callable[[Frame, tuple[v.Value, ...], Any], v.Value]] = {
    "attribute": _attribute, "item": _item, "get": _get, "view": _view, "each": _each, "text": _text, "join": _join, "percent": _percent,
    "format": _format, "body": _body, "binary": _binary, "pure": _pure, "either": _either, "getattr": _getattr, "typed": _typed,
    "entered": _entered, "one_of": _one_of, "imported": _imported, "joined": _joined_url, "text_of": _text_of, CURRENT: now,
    REACHED: _reached, ADDRESS: _address,
}  # fmt: skip


_OPERATORS = {
    "+": "__add__", "/": "__truediv__", "%": "__mod__", "|": "__or__", "*": "__mul__", "-": "__sub__", "//": "__floordiv__",
    ">>": "__rshift__", "<<": "__lshift__", "&": "__and__", "@": "__matmul__",
}  # fmt: skip


OPERATOR_METHODS = {name: op for op, name in _OPERATORS.items()}
"""The operator that a method stands for (`text.__add__(other)`)."""


def binary(fr: Frame, op: str, left: v.Value, right: v.Value) -> v.Value:
    """`left op right`; that one of several values of an operand is None beside text is no way to go on."""
    if op == "+":
        left = where_there(left) if any(isinstance(one.value, v.Text) for one in v.options(right)) else left
        right = where_there(right) if any(isinstance(one.value, v.Text) for one in v.options(left)) else right
    return combine([left, right], lambda one, other: _binary_of(fr, op, one, other))


def in_place(fr: Frame, op: str, left: v.Value, right: v.Value) -> v.Value | None:
    """`left op= right`, by what the class of the left says of it; None where it says nothing."""
    name = (_OPERATORS.get(op) or "").replace("__", "__i", 1)
    if isinstance(left, (v.Obj, v.Param)) and left.cls is not None and name:
        method = attribute(fr, left, name)
    elif isinstance(left, v.Made) and left.name == "builtins.bytearray" and op == "+":
        method = v.Member(left, name)
    else:
        return None
    return (
        fr.ask.call(fr, method, v.Arguments((right,)), (unwritten(fr, method, right),)) if isinstance(method, (v.Func, v.Member)) else None
    )


def _by_own_method(fr: Frame, op: str, left: v.Value, right: v.Value) -> v.Value | None:
    """What an operator gives that the class of an operand, or its metaclass, defines; None where none does."""
    for owner, other, name in ((left, right, _OPERATORS.get(op)), (right, left, (_OPERATORS.get(op) or "").replace("__", "__r", 1))):
        if isinstance(owner, v.Class) and name and (own := method_of_class(fr.ask, owner.target, name)) is not None:
            return fr.ask.call(fr, v.Func(own, owner), v.Arguments((other,)), (unwritten(fr, owner, other),))
        if isinstance(owner, (v.Obj, v.Param)) and owner.cls is not None and name:
            method = attribute(fr, owner, name)
            if isinstance(method, v.Func):
                return fr.ask.call(fr, method, v.Arguments((other,)), (unwritten(fr, method, other),))
    return None


def _binary_of(fr: Frame, op: str, left: v.Value, right: v.Value) -> v.Value:
    own = _by_own_method(fr, op, left, right)
    if own is not None:
        return own
    left, right = itself_text(fr, left), itself_text(fr, right)
    if op == "+":
        return _added(fr, left, right)
    if op == "/":
        if isinstance(left, (v.Param, v.Result, v.Apply)):  # whoever knows what it is knows what its class makes of it
            return v.Apply("binary", (left, right), op)
        return combine([left, right], lambda one, path: v.Text(append_path(pieces_of(one), pieces_of(path))))
    if op == "%":
        if isinstance(left, v.Text) or v.is_open(left):
            return percent(left, right, held_for(fr, left, right)) if isinstance(left, v.Text) else v.Apply("percent", (left, right))
    if op == "|":
        one, more = mapping_of(fr, left), mapping_of(fr, right)
        waits = v.is_open(more) and not isinstance(more, v.Map)
        if isinstance(one, v.Map) and not waits:
            return spread_into(one, more)
        if waits or v.is_open(one):
            return v.Apply("binary", (left, right), op)
    if op == "*" and isinstance(left, v.Text) and isinstance(right, v.Scalar) and isinstance(right.value, int):
        text = known(left)
        if text is not None and len(text) * right.value < bounds.TEXT:
            return v.text(text * right.value)
    if op in ("-", "*", "+", "//", "%") and isinstance(left, v.Scalar) and isinstance(right, v.Scalar):
        return number(op, left.value, right.value)
    if v.is_open(left) or v.is_open(right):
        return lost(why_any((left, right), CALCULATED), left, right, single=True)
    return lost(why_any((left, right), CALCULATED), left, right, single=op in ("-", "*", "//"))


def _added(fr: Frame, left: v.Value, right: v.Value) -> v.Value:
    if isinstance(left, v.Scalar) and isinstance(right, v.Scalar) and left.value is not None and right.value is not None:
        if not isinstance(left.value, bytes) or not isinstance(right.value, bytes):
            return number("+", left.value, right.value)
    one, other = content(fr, left), content(fr, right)
    if isinstance(one, v.Choice) or isinstance(other, v.Choice):
        return combine([one, other], lambda a, b: _added(fr, a, b))
    if isinstance(one, v.Seq) and isinstance(other, v.Seq):
        if one.rest is None:
            most = bounds.ITEMS
            if len(one.items) + len(other.items) > most:
                kept = one.items[:most]
                more = [*one.items[most:], *other.items, *((other.rest,) if other.rest is not None else ())]
                return v.Seq(one.kind, kept, one_for_all(more))
            return v.Seq(one.kind, (*one.items, *other.items), other.rest)
        rest = any_of([one.rest, *other.items, *((other.rest,) if other.rest is not None else ())])
        return v.Seq(one.kind, one.items, rest)
    if isinstance(one, v.Seq) or isinstance(other, v.Seq):
        if v.is_open(left) or v.is_open(right):
            return v.Apply("binary", (left, right), "+")
        if isinstance(one, v.Seq):
            return v.Seq(one.kind, one.items, any_of([lost(why(other, ADDED), other), *((one.rest,) if one.rest is not None else ())]))
        if isinstance(other, v.Seq):
            return v.Seq(
                other.kind, (), any_of([lost(why(one, ADDED), one), *other.items, *((other.rest,) if other.rest is not None else ())])
            )
    if is_number(left) != is_number(right) and not isinstance(left, v.Text) and not isinstance(right, v.Text):
        return lost(why_any((left, right), CALCULATED), left, right, single=True)
    if not isinstance(left, v.Text) and not isinstance(right, v.Text) and (v.is_open(left) or v.is_open(right)):
        return v.Text((*pieces_of(left), *pieces_of(right)))
    return join([left, right])
