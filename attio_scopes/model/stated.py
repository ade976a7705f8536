"""Stated scopes: what the code asks Attio for when it signs in, and where."""

from __future__ import annotations

from msgspec import Struct


class Stated(Struct, frozen=True, order=True):
    """A call that names scopes of Attio's.

    Attributes:
        path, line, column, end_line, end_column: the call; columns count from 1.
        scopes: as they are written, sorted.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    scopes: tuple[str, ...]
