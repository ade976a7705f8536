"""Expressions: libcst expression nodes to `model.facts` expressions.

Takes a node and the spans of its module. Never evaluates; what has no fact of its own becomes `Other` with its parts, so
that calls inside it are still seen.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable
from typing import Any

import libcst as cst

from attio_scopes.collect.spans import Spans
from attio_scopes.model import facts as f


def lower(node: cst.BaseExpression, spans: Spans) -> f.Expr:
    """The fact of an expression."""
    lowering = _LOWERINGS.get(type(node))
    return lowering(node, spans) if lowering is not None else _other(node, spans)


def lower_params(params: cst.Parameters, spans: Spans) -> tuple[f.Param, ...]:
    """The parameters of a function or lambda, in order."""
    found = [_param(p, "positional", spans) for p in (*params.posonly_params, *params.params)]
    if isinstance(params.star_arg, cst.Param):
        found.append(_param(params.star_arg, "args", spans))
    found += [_param(p, "keyword", spans) for p in params.kwonly_params]
    if params.star_kwarg is not None:
        found.append(_param(params.star_kwarg, "kwargs", spans))
    return tuple(found)


def dotted(node: cst.BaseExpression | None) -> str:
    """`a.b.c` of a name or attribute chain, "" for None."""
    if isinstance(node, cst.Attribute):
        return f"{dotted(node.value)}.{node.attr.value}"
    return node.value if isinstance(node, cst.Name) else ""


def _param(param: cst.Param, kind: str, spans: Spans) -> f.Param:
    default = lower(param.default, spans) if param.default is not None else None
    annotation = lower(param.annotation.annotation, spans) if param.annotation is not None else None
    return f.Param(spans.private(param.name.value), kind, default, annotation)


def _name(node: cst.Name, spans: Spans) -> f.Expr:
    if node.value in _CONSTANTS:
        return f.Const(_CONSTANTS[node.value])
    return f.Name(spans.private(node.value))


_CONSTANTS: dict[str, bool | None] = {"True": True, "False": False, "None": None}


def _attribute(node: cst.Attribute, spans: Spans) -> f.Expr:
    return f.Attr(lower(node.value, spans), spans.private(node.attr.value))


def _call(node: cst.Call, spans: Spans) -> f.Expr:
    args = tuple(f.Arg(lower(a.value, spans), spans.private(a.keyword.value) if a.keyword else None, a.star) for a in node.args)
    return f.Invoke(lower(node.func, spans), args, spans.span(node))


def _string(node: cst.SimpleString, spans: Spans) -> f.Expr:
    raw = node.value
    quote = raw[0]
    if quote in "'\"" and "\\" not in raw and raw[1:2] != quote:
        return f.Const(raw[1:-1])
    return _literal(raw)


def _literal(raw: str) -> f.Expr:
    try:
        return f.Const(ast.literal_eval(raw))
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return f.Other(())


def _number(node: cst.Integer | cst.Float, spans: Spans) -> f.Expr:
    return _literal(node.value)


def _concatenated(node: cst.ConcatenatedString, spans: Spans) -> f.Expr:
    parts: list[f.Expr] = []
    rest: cst.BaseExpression = node
    while isinstance(rest, cst.ConcatenatedString):
        parts.append(lower(rest.left, spans))
        rest = rest.right
    parts.append(lower(rest, spans))
    return f.Joined(tuple(parts))


def _formatted(node: cst.FormattedString, spans: Spans) -> f.Expr:
    raw = "r" in node.start.lower()
    parts: list[f.Expr] = []
    for part in node.parts:
        if isinstance(part, cst.FormattedStringText):
            parts.append(f.Const(_plain(part.value, raw)))
        elif isinstance(part, cst.FormattedStringExpression):
            inner = lower(part.expression, spans)
            plain = part.format_spec is None and part.conversion in (None, "s")
            parts.append(inner if plain else f.Other((inner,), "__repr__" if part.conversion == "r" else ""))
    return f.Joined(tuple(parts))


def _plain(text: str, raw: bool) -> str:
    """Literal text of an f-string: doubled braces and, unless raw, escapes undone."""
    text = text.replace("{{", "{").replace("}}", "}")
    if raw or "\\" not in text:
        return text
    quoted = text.replace('"', '\\"') if '\\"' not in text else text
    value = _literal('"""' + quoted + '"""')
    return value.value if isinstance(value, f.Const) and isinstance(value.value, str) else text


_OPERATORS: dict[type[cst.CSTNode], str] = {
    cst.Add: "+", cst.Subtract: "-", cst.Multiply: "*", cst.Divide: "/", cst.FloorDivide: "//", cst.Modulo: "%", cst.BitOr: "|",
    cst.BitAnd: "&", cst.Power: "**", cst.BitXor: "^", cst.LeftShift: "<<", cst.RightShift: ">>", cst.MatrixMultiply: "@",
    cst.AddAssign: "+", cst.DivideAssign: "/", cst.ModuloAssign: "%", cst.BitOrAssign: "|",
    cst.Equal: "==", cst.NotEqual: "!=", cst.Is: "is", cst.IsNot: "is not", cst.In: "in", cst.NotIn: "not in",
    cst.LessThan: "<", cst.GreaterThan: ">", cst.LessThanEqual: "<=", cst.GreaterThanEqual: ">=",
}  # fmt: skip


def operator(node: cst.CSTNode) -> str:
    """An operator as it is written, without `=` for an augmented assignment; "?" for one that nothing here reads."""
    return _OPERATORS.get(type(node), "?")


def _binary(node: cst.BinaryOperation, spans: Spans) -> f.Expr:
    return f.Binary(operator(node.operator), lower(node.left, spans), lower(node.right, spans))


def _boolean(node: cst.BooleanOperation, spans: Spans) -> f.Expr:
    op = "and" if isinstance(node.operator, cst.And) else "or"
    return f.Logic(op, lower(node.left, spans), lower(node.right, spans))


def _unary(node: cst.UnaryOperation, spans: Spans) -> f.Expr:
    inner = lower(node.expression, spans)
    if isinstance(node.operator, cst.Not):
        return f.Negate(inner)
    if isinstance(node.operator, cst.Minus) and isinstance(inner, f.Const) and isinstance(inner.value, (int, float)):
        return f.Const(-inner.value)
    return f.Other((inner,), _SIGNS.get(type(node.operator), ""))


_SIGNS: dict[type[cst.CSTNode], str] = {cst.Minus: "__neg__", cst.Plus: "__pos__", cst.BitInvert: "__invert__"}


def _comparison(node: cst.Comparison, spans: Spans) -> f.Expr:
    left = lower(node.left, spans)
    rights = [(operator(c.operator), lower(c.comparator, spans)) for c in node.comparisons]
    if len(rights) == 1:
        return f.Compare(rights[0][0], left, rights[0][1])
    return f.Other((left, *(right for _, right in rights)))


def _ternary(node: cst.IfExp, spans: Spans) -> f.Expr:
    return f.Ternary(lower(node.test, spans), lower(node.body, spans), lower(node.orelse, spans))


def _elements(elements: Iterable[cst.BaseElement], spans: Spans) -> tuple[f.Expr, ...]:
    return tuple(f.Star(lower(e.value, spans)) if isinstance(e, cst.StarredElement) else lower(e.value, spans) for e in elements)


def _tuple(node: cst.Tuple, spans: Spans) -> f.Expr:
    return f.Collection("tuple", _elements(node.elements, spans))


def _list(node: cst.List, spans: Spans) -> f.Expr:
    return f.Collection("list", _elements(node.elements, spans), spans.span(node))


def _set(node: cst.Set, spans: Spans) -> f.Expr:
    return f.Collection("set", _elements(node.elements, spans), spans.span(node))


def _dict(node: cst.Dict, spans: Spans) -> f.Expr:
    items: list[tuple[f.Expr | None, f.Expr]] = []
    for element in node.elements:
        key = lower(element.key, spans) if isinstance(element, cst.DictElement) else None
        items.append((key, lower(element.value, spans)))
    return f.Table(tuple(items), spans.span(node))


def _subscript(node: cst.Subscript, spans: Spans) -> f.Expr:
    value = lower(node.value, spans)
    indices = tuple(_index(element.slice, spans) for element in node.slice)
    return f.Item(value, indices[0] if len(indices) == 1 else f.Collection("tuple", indices))


def _index(node: cst.BaseSlice, spans: Spans) -> f.Expr:
    if isinstance(node, cst.Slice):
        bounds = [lower(bound, spans) if bound is not None else None for bound in (node.lower, node.upper, node.step)]
        return f.Slice(*bounds)
    return lower(node.value, spans) if isinstance(node, cst.Index) else f.Other(())


def _lambda(node: cst.Lambda, spans: Spans) -> f.Expr:
    return f.Lambda(lower_params(node.params, spans), lower(node.body, spans), spans.first_line(node))


def _await(node: cst.Await, spans: Spans) -> f.Expr:
    return f.Await(lower(node.expression, spans))


def _yield(node: cst.Yield, spans: Spans) -> f.Expr:
    spans.yields += 1
    if isinstance(node.value, cst.From):
        return f.Yield(lower(node.value.item, spans), True)
    return f.Yield(lower(node.value, spans) if node.value is not None else None, False)


def _walrus(node: cst.NamedExpr, spans: Spans) -> f.Expr:
    value = lower(node.value, spans)
    return f.Walrus(node.target.value, value) if isinstance(node.target, cst.Name) else f.Other((value,))


def _clauses(clause: cst.CompFor | None, spans: Spans) -> tuple[f.Clause, ...]:
    found = []
    while clause is not None:
        conditions = tuple(lower(c.test, spans) for c in clause.ifs)
        found.append(f.Clause(lower(clause.target, spans), lower(clause.iter, spans), conditions))
        clause = clause.inner_for_in
    return tuple(found)


def _comprehension(kind: str) -> Callable[[Any, Spans], f.Expr]:
    def lowering(node: Any, spans: Spans) -> f.Expr:
        key = lower(node.key, spans) if kind == "dict" else None
        element = lower(node.value if kind == "dict" else node.elt, spans)
        span = spans.span(node) if kind != "generator" else f.NO_SPAN
        return f.Comprehension(kind, key, element, _clauses(node.for_in, spans), span)

    return lowering


def _other(node: cst.CSTNode, spans: Spans) -> f.Expr:
    """An expression without a fact of its own: the expressions directly below it."""
    parts: list[f.Expr] = []
    pending = list(node.children)
    while pending:
        child = pending.pop(0)
        if isinstance(child, cst.BaseExpression):
            parts.append(lower(child, spans))
        else:
            pending = list(child.children) + pending
    return f.Other(tuple(parts))


_LOWERINGS: dict[type[cst.CSTNode], Callable[[Any, Spans], f.Expr]] = {
    cst.Name: _name,
    cst.Attribute: _attribute,
    cst.Call: _call,
    cst.SimpleString: _string,
    cst.Integer: _number,
    cst.Float: _number,
    cst.ConcatenatedString: _concatenated,
    cst.FormattedString: _formatted,
    cst.BinaryOperation: _binary,
    cst.BooleanOperation: _boolean,
    cst.UnaryOperation: _unary,
    cst.Comparison: _comparison,
    cst.IfExp: _ternary,
    cst.Tuple: _tuple,
    cst.List: _list,
    cst.Set: _set,
    cst.Dict: _dict,
    cst.Subscript: _subscript,
    cst.Lambda: _lambda,
    cst.Await: _await,
    cst.Yield: _yield,
    cst.NamedExpr: _walrus,
    cst.ListComp: _comprehension("list"),
    cst.SetComp: _comprehension("set"),
    cst.GeneratorExp: _comprehension("generator"),
    cst.DictComp: _comprehension("dict"),
}
