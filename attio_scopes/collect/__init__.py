"""Collect: a libcst tree to facts.

Takes a parsed module and gives `ModuleFacts`. After it, no libcst node exists. It never looks at another module and never
decides what a value is.
"""

from __future__ import annotations

import libcst

from attio_scopes.collect.spans import Spans
from attio_scopes.collect.statements import lower_body
from attio_scopes.model.facts import ModuleFacts


def collect(tree: libcst.Module, path: str) -> ModuleFacts:
    """The facts of a module.

    Args:
        tree: the module's libcst tree.
        path: relative to the root, with `/`.

    Returns:
        its facts.
    """
    spans = Spans.of(tree)
    return ModuleFacts(path, lower_body(tree.body, spans, ""))
