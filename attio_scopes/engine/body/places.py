"""Places: what tells an expression or statement from others where the facts give it no place of its own.

Takes facts, gives numbers and spans that are the same in every run. Evaluates nothing.
"""

from __future__ import annotations

import zlib
from typing import Any

from attio_scopes.engine.domain.remembering import once_for_each
from attio_scopes.engine.frame import Frame
from attio_scopes.model import facts as f


def span_of(expr: Any) -> f.Span:
    """A place within an expression that tells it from others: that of the first call or table in it, else its own identity in text."""
    return (hash_of(expr), 0, 0, 0)


@once_for_each
def hash_of(expr: Any) -> int:
    """A number that is the same for the same expression in every run."""
    return zlib.crc32(repr(expr).encode("utf-8", "replace"))


def place_of(fr: Frame, expr: Any) -> f.Span:
    """Where a collection or table is written; one without a place is told apart by its statement and its text."""
    span = getattr(expr, "span", f.NO_SPAN)
    return span if span != f.NO_SPAN else (fr.lines[0], hash_of(expr), 0, 0)
