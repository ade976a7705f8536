"""Collect: a libcst tree to facts.

Takes a parsed module and gives `ModuleFacts`. After it, no libcst node exists. It never looks at another module and never
decides what a value is.
"""

from __future__ import annotations

import libcst

from attio_scopes.collect.spans import Spans
from attio_scopes.collect.statements import lower_body
from attio_scopes.model.facts import ModuleFacts, Stmt


def collect(tree: libcst.Module, path: str, above: int = 0) -> ModuleFacts:
    """The facts of a module.

    Args:
        tree: the module's libcst tree.
        path: relative to the root, with `/`.
        above: how many lines of the file stand above the tree.

    Returns:
        its facts.
    """
    spans = Spans.of(tree, above)
    body: list[Stmt] = []
    lines: list[int] = []
    for node in tree.body:
        found = lower_body((node,), spans, "")
        body.extend(found)
        lines.extend([spans.first_line(node)] * len(found))
    return ModuleFacts(path, tuple(body), tuple(lines))
