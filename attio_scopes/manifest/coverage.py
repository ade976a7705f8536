"""Which part of the API a document covers, so that what it lacks can be told from what it never speaks of.

Takes operations, gives their parts: what stands under one beginning of the path on one host, and what has one tag. Never looks at what
an operation needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_PARAMETER = re.compile(r"\{[^{}]*\}")
_SEGMENTS = 2
"""Of the beginning of a path: `/v2/notes`, `/scim/v2`."""

Part = tuple[str, str, str]
"""(`prefix` or `tag`, the host, the text)."""


def parts_of(host: str, path: str, tag: str) -> frozenset[Part]:
    """The parts of the API that an operation belongs to.

    Args:
        host: the host that serves it.
        path: its template.
        tag: its group, or "".

    Returns:
        the part of its path's beginning, and that of its tag if it has one.
    """
    beginning = "/".join(_PARAMETER.sub("{}", path).split("/")[: _SEGMENTS + 1])
    return frozenset({("prefix", host, beginning)} | ({("tag", host, tag)} if tag else set()))


def shared(one: Iterable[Part], other: Iterable[Part]) -> str:
    """The part that both have, in words (`prefix /v2/notes`), or "" where they have none."""
    both = sorted(set(one) & set(other))
    return f"{both[0][0]} {both[0][2]}" if both else ""
