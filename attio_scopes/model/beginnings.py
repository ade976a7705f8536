"""Beginnings: what is kept of text that is too long, or that is one of too many.

Takes and gives pieces of text. What is kept is certain: the host above all, so that a request is never taken for somebody else's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from attio_scopes.model.path import Hole, Literal, Piece

TOO_MANY = "it is one of too many values to be told apart"
TOO_LARGE = "it is too large to be followed"
TOO_OFTEN = "it is made by a function that is called too often to be followed each time"
MOST_OF_A_BEGINNING = 40
_ENDS = frozenset("/?#")


def host_of(pieces: tuple[Piece, ...]) -> object:
    """What the beginning of a text says of where it leads: the same for texts of one host."""
    first = pieces[0] if pieces else Literal("")
    if isinstance(first, Hole):
        return first.label, first.parameter, first.environment
    scheme, _, rest = first.text.partition("://")
    return rest.partition("/")[0].lower() if scheme.lower() in ("http", "https") else ""


def shared_beginning(texts: Sequence[tuple[Piece, ...]]) -> tuple[Piece, ...]:
    """The beginning that texts have in common, up to a slash or into the query, and a hole for the rest."""
    if len(texts) == 1:
        return texts[0]
    whole = 0
    while all(len(text) > whole and text[whole] == texts[0][whole] for text in texts):
        whole += 1
    heads = [_known(text[whole]) if len(text) > whole else "" for text in texts]
    same = _same_beginning([head for head in heads if head is not None]) if None not in heads else ""
    asked = any("?" in (_known(piece) or "") for piece in texts[0][:whole]) or "?" in same
    only_query = None not in heads and all((head or "")[len(same) :][:1] in ("", "?") for head in heads)
    if not asked and not only_query:
        same = _to_slash(same)
    rests = [((head or "")[len(same) :], *map(_known, text[whole + 1 :])) for head, text in zip(heads, texts, strict=True)]
    single = all(_ENDS.isdisjoint(part or "") for rest in rests for part in rest)
    level = max((piece.level for text in texts for piece in text), default=0)
    rest = Hole("value", f"one of {len(texts)} values" if single else TOO_MANY, single, level=level, derived=not single)
    end = same + ("?" if only_query and not asked else "")
    return (*texts[0][:whole], *((Literal(end, level),) if end else ()), rest)


def _same_beginning(texts: list[str]) -> str:
    """The text that all begin with."""
    first, last = min(texts), max(texts)
    return first[: next((at for at, letter in enumerate(first) if at >= len(last) or letter != last[at]), len(first))]


def _to_slash(text: str) -> str:
    """Text up to its last slash; of an address at least scheme and host."""
    _, colon, rest = text.partition("://")
    if colon and "/" not in rest:
        return text + "/" if rest else text
    return text[: text.rfind("/") + 1]


def _known(piece: Piece) -> str | None:
    return piece.text if isinstance(piece, Literal) else None


def beginning(pieces: tuple[Piece, ...], reason: str) -> tuple[Piece, ...]:
    """A text's known beginning up to its last slash, and a hole for whatever follows; of one without a slash, a hole that has none."""
    if all(_ENDS.isdisjoint(_known(piece) or "") for piece in pieces) and not isinstance(next(iter(pieces), None), Hole):
        return (Hole("value", reason, single=True),)
    known = next((number for number, piece in enumerate(pieces) if isinstance(piece, Hole)), len(pieces))
    kept = list(pieces[:known] or pieces[:1])
    last = kept[-1]
    if isinstance(last, Literal) and "?" not in last.text:
        kept[-1] = replace(last, text=_to_slash(last.text))
    return (*kept, Hole("value", reason, derived=True))


def clipped(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """A text's first pieces, and a hole where there are more."""
    kept: list[Piece] = []
    for piece in pieces[:MOST_OF_A_BEGINNING]:
        if isinstance(piece, Literal) and len(piece.text) > MOST_OF_A_BEGINNING * 8:
            kept.append(replace(piece, text=piece.text[: MOST_OF_A_BEGINNING * 8]))
            break
        kept.append(piece)
    return pieces if tuple(kept) == pieces else (*kept, Hole("value", TOO_LARGE))
