"""Written code: an expression that stands in a text of the source, which `eval` or `exec` works out.

Takes a frame and the text; gives the value of the expression where it is a plain one: names, attributes, items, calls and what is written
out. It is taken apart only, and worked out like any expression of the source; nothing is run.
"""

from __future__ import annotations

import ast
from collections.abc import Callable

from attio_scopes.engine import bounds
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.values import known
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.summary import Here
from attio_scopes.model import facts as f


def _worked_out(fr: Frame, args: v.Arguments, here: Here) -> v.Value | None:
    text = known(args.positional[0]) if args.positional else None
    if text is None or len(args.positional) > 1 or args.keywords or len(text) > bounds.TEXT:
        return None
    try:
        found = ast.parse(text.strip(), mode="exec").body
        exprs = [_as_expr(one.value, here[0].span) for one in found if isinstance(one, ast.Expr)]
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    if not exprs or len(exprs) < len(found) or any(one is None for one in exprs):
        return None
    given: v.Value = v.NONE
    for one in exprs:
        given = fr.ask.evaluate(fr, one) if one is not None else given
    return given


def _as_expr(node: ast.expr, span: f.Span) -> f.Expr | None:
    """A plain expression as the facts have it, each call at a place; None where anything else is in it."""
    if isinstance(node, ast.Name):
        return f.Name(node.id)
    if isinstance(node, ast.Constant):
        return f.Const(node.value) if isinstance(node.value, (str, int, float, bytes, type(None))) else None
    parts = [_as_expr(part, span) for part in ast.iter_child_nodes(node) if isinstance(part, ast.expr)]
    known_parts = [part for part in parts if part is not None]
    if len(known_parts) < len(parts) or not parts:
        return None
    if isinstance(node, ast.Attribute):
        return f.Attr(known_parts[0], ast.unparse(node).rpartition(".")[2])
    if isinstance(node, ast.Subscript):
        return f.Item(known_parts[0], known_parts[1])
    if isinstance(node, ast.Call):
        words = [(one.arg, _as_expr(one.value, span)) for one in node.keywords]
        named = tuple(f.Arg(value, word) for word, value in words if word is not None and value is not None)
        plain = len(named) == len(words) and not any(isinstance(one, ast.Starred) for one in node.args)
        return f.Invoke(known_parts[0], (*map(f.Arg, known_parts[1:]), *named), span) if plain else None
    return f.Binary("+", known_parts[0], known_parts[1]) if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add) else None


WRITTEN_CODE: dict[str, Callable[[Frame, v.Arguments, Here], v.Value | None]] = {
    "builtins.eval": _worked_out,
    "builtins.exec": _worked_out,
}
