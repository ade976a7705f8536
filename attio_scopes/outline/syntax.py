"""Syntax: a file's bytes to the tree of Python's own parser.

Takes bytes and gives a tree, or None where this Python cannot read them, not even after the syntax of later ones was put as earlier ones
wrote it. It knows nothing of Attio.
"""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Sequence


def tree_of(data: bytes) -> ast.Module | None:
    """The syntax tree; of a file in a later Python's syntax, that of the same file in an earlier one's, line by line."""
    for source in (data, None):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return ast.parse(source if source is not None else _in_earlier_syntax(data))
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            continue
    return None


# A type parameter list may hold brackets inside brackets, twice.
_PARAMETERS = rb"\[(?:[^\[\]]|\[(?:[^\[\]]|\[[^\[\]]*\])*\])*\]"
_LATER_SYNTAX = (
    (re.compile(rb"^([ \t]*)type[ \t]+(\w+)(?:" + _PARAMETERS + rb")?(?=[ \t]*=)", re.MULTILINE), rb"\1\2"),
    (re.compile(rb"^([ \t]*(?:async[ \t]+def|def|class)[ \t]+\w+)" + _PARAMETERS, re.MULTILINE), rb"\1"),
    (re.compile(rb"^([ \t]*except\*?[ \t]+)(\w[\w. \t]*,[\w., \t]*):", re.MULTILINE), rb"\1(\2):"),
)


def _in_earlier_syntax(data: bytes) -> bytes:
    """`type X = …`, `class A[T]` and `except A, B:` as Python wrote them before 3.12 and 3.14; other lines as they are."""
    for pattern, replacement in _LATER_SYNTAX:
        data = pattern.sub(replacement, data)
    return data


def first_line(node: ast.stmt) -> int:
    """The line that a statement starts on, with its decorators."""
    decorators: Sequence[ast.expr] = getattr(node, "decorator_list", ())
    return min([node.lineno, *[decorator.lineno for decorator in decorators]])
