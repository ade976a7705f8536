"""Lettering: the pieces of which texts are made, known and unknown ones.

Frozen data, part of the values: `values` hands it on, and everything else takes it from there. Merging and joining is the business of
`pieces`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Union

from msgspec import Struct
from msgspec.structs import replace

from attio_scopes.engine.domain.remembering import Composite

if TYPE_CHECKING:
    from attio_scopes.engine.domain.values import Value


class Lit(Struct, frozen=True):
    """Known text.

    Attributes:
        environment: the variable or setting whose default it is.
        declared: where a class declares it.
        hop: the index of the call, among those that a request goes through, at which it is decided; 0 is the innermost.
        home: the class in whose methods it is written, or "".
    """

    text: str
    environment: str = ""
    declared: tuple[str, int, int, int, int, str] | None = None
    hop: int = 0
    home: str = ""


class Gap(Composite, frozen=True):
    """Text that is not known.

    Attributes:
        label: how a reader names it.
        reason: why it is not known.
        single: known to hold no `/`, `?` or `#`.
        term: the value that waits for a caller, if its text is one's to decide.
        environment: the variable or setting that it was read from, or "".
        evidence: what it has of Attio, or "".
        more: whether it stands for any number of further segments.
        parameter: whether it is, or comes out of, an argument that nobody is seen to give.
    """

    label: str
    reason: str = ""
    single: bool = False
    term: Value | None = None
    environment: str = ""
    evidence: str = ""
    more: bool = False
    parameter: bool = False
    hop: int = 0
    derived: bool = False


Piece = Union[Lit, Gap]


def with_piece(piece: Piece, **changes: Any) -> Piece:
    """A piece of text with something changed."""
    return replace(piece, **changes)


def common_beginning(texts: Sequence[str]) -> str:
    """The letters with which all of these begin."""
    low, high = min(texts), max(texts)
    for at, letter in enumerate(low):
        if at >= len(high) or high[at] != letter:
            return low[:at]
    return low
