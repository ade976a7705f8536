"""Slices: `value[a:b]` of text and of lists.

Takes a value and bounds and gives a value. Of text with holes only the known ends can be cut; where a cut meets a hole, what is
left is one hole that says so.
"""

from __future__ import annotations

from attio_scopes.model import values as v
from attio_scopes.model.path import Hole, Literal
from attio_scopes.resolve.pieces import Pieces, merge
from attio_scopes.resolve.text import known, leveled, pieces_of


def sliced(owner: v.Value, bounds: tuple[v.Value, ...]) -> v.Value:
    """`owner[lower:upper:step]` for values that are no choices.

    Args:
        owner: what is cut.
        bounds: the three bounds; None where one is not written.

    Returns:
        the part, or something unknown that still derives from what the owner derives from.
    """
    whole = all(isinstance(bound, v.Scalar) and (bound.value is None or isinstance(bound.value, int)) for bound in bounds)
    lower, upper, step = (bound.value if isinstance(bound, v.Scalar) and isinstance(bound.value, int) else None for bound in bounds)
    if isinstance(owner, v.Items):
        if owner.complete and whole:
            return v.Items(owner.kind, owner.items[lower:upper:step])
        return v.Items(owner.kind, owner.items, False)
    if isinstance(owner, (v.Text, v.Parameter)):
        literal = known(owner)
        if literal is not None and whole:
            return leveled(literal[lower:upper:step], owner)
        return _cut(pieces_of(owner), lower, upper) if whole and step is None else _somewhere(pieces_of(owner))
    if isinstance(owner, (v.Unknown, v.Member)):
        return _somewhere(pieces_of(owner))
    return v.Unknown("a part of something unknown", "part")


def _cut(pieces: Pieces, lower: int | None, upper: int | None) -> v.Value:
    """Text with holes, its known ends cut."""
    out = list(pieces)
    first, last = (out[0], out[-1]) if out else (None, None)
    if upper is not None and upper > 0 and not lower and isinstance(first, Literal) and len(first.text) >= upper:
        return v.Text((Literal(first.text[:upper], first.level, first.environment),))
    if lower:
        if lower < 0 or not isinstance(first, Literal) or len(first.text) < lower:
            return _somewhere(pieces)
        out[0] = Literal(first.text[lower:], first.level, first.environment)
    if upper is not None:
        if upper >= 0 or not isinstance(last, Literal) or len(last.text) < -upper or len(out) < 2:
            return _somewhere(pieces)
        out[-1] = Literal(last.text[:upper], last.level, last.environment)
    return v.Text(merge(out))


def _somewhere(pieces: Pieces) -> v.Value:
    """A part of a text, no telling which: it holds no slash if the text is one hole that holds none."""
    hole = next((piece for piece in pieces if isinstance(piece, Hole)), None)
    level = max((piece.level for piece in pieces), default=0)
    if hole is None:
        return v.Text((Hole("part", "it is a part of a text", level=level),))
    single = hole.single and len(pieces) == 1
    return v.Text((Hole(hole.label, hole.origin, single, hole.parameter, level, hole.environment, hole.derived),))
