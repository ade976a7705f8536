"""Patterns: the way from the subject of a `match` to what a pattern captures.

Takes a libcst pattern, gives each name with the steps to its value. A name whose value has no such way (`*rest`, `**rest`, an item behind a
`*rest`) is left out. Evaluates nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

Steps = tuple[tuple[str, str | int], ...]


def captures(node: cst.CSTNode, steps: Steps = ()) -> Iterator[tuple[str, Steps]]:
    """The names that a pattern binds, each with the steps to its value, as `facts.Case` has them (PEP 634)."""
    if isinstance(node, cst.MatchAs):
        if node.name is not None:
            yield node.name.value, steps
        if node.pattern is not None:
            yield from captures(node.pattern, steps)
    elif isinstance(node, cst.MatchOr):
        for alternative in node.patterns:
            yield from captures(alternative.pattern, steps)
    elif isinstance(node, cst.MatchMapping):
        for element in node.elements:
            key = element.key
            if isinstance(key, cst.SimpleString) and isinstance(key.evaluated_value, str):
                yield from captures(element.pattern, (*steps, ("[", key.evaluated_value)))
    elif isinstance(node, (cst.MatchList, cst.MatchTuple)):
        for number, item in enumerate(node.patterns):
            if isinstance(item, cst.MatchStar):
                break
            yield from captures(item.value, (*steps, ("[", number)))
    elif isinstance(node, cst.MatchClass):
        for number, field in enumerate(node.patterns):
            yield from captures(field.value, (*steps, ("(", number)))
        for keyword in node.kwds:
            yield from captures(keyword.pattern, (*steps, (".", keyword.key.value)))
