"""Pieces of text: merged, stripped, and joined to URLs the way each client library joins them.

Takes and gives pieces; knows nothing of the values that they are the text of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attio_scopes.engine import bounds
from attio_scopes.engine.domain.evidence import lost, of_text
from attio_scopes.engine.domain.values import Gap, Lit, Piece, Text, with_piece
from attio_scopes.model.path import Hole, Literal
from attio_scopes.model.path import Piece as ModelPiece

Pieces = tuple[Piece, ...]


def merge(pieces: Sequence[Piece]) -> Pieces:
    """Neighbouring literals of one origin become one; empty ones go; what is too long keeps its beginning."""
    merged: list[Piece] = []
    length = 0
    for piece in pieces:
        if isinstance(piece, Lit):
            if not piece.text:
                continue
            length += len(piece.text)
            last = merged[-1] if merged else None
            if isinstance(last, Lit) and _origin(last) == _origin(piece):
                merged[-1] = with_piece(last, text=last.text + piece.text)
                continue
        merged.append(piece)
    if length > bounds.TEXT or len(merged) > bounds.PIECES:
        return _beginning(merged)
    return tuple(merged)


def _origin(piece: Lit) -> tuple[object, ...]:
    return (piece.environment, piece.declared, piece.hop, piece.home)


def _beginning(pieces: Sequence[Piece]) -> Pieces:
    """What is kept of a text that is too long: its first pieces, which say whose address it is."""
    kept: list[Piece] = []
    first = pieces[0] if pieces else None
    address = _ORIGIN.match(first.text) if isinstance(first, Lit) else None
    left = max(bounds.TEXT, address.end() + 1 if address is not None else 0)  # with the slash: what follows is no part of the host
    for piece in pieces[: max(bounds.PIECES - 1, 1)]:
        if isinstance(piece, Lit) and len(piece.text) > left:
            kept.append(with_piece(piece, text=piece.text[:left]))
            break
        left -= len(piece.text) if isinstance(piece, Lit) else 0
        kept.append(piece)
    found = of_text(pieces)
    if found and not of_text(kept):  # whose address it is comes only now
        kept = []
    reason = f"the text is longer than {bounds.TEXT:,} characters or {bounds.PIECES} parts"
    rest = lost(reason, Text(tuple(pieces[len(kept) :])))
    return (*kept, Gap("more", reason, evidence=found, term=rest if rest.terms else None, more=True))


def strip(pieces: Pieces, chars: str | None, left: bool, right: bool) -> Pieces:
    """The pieces without these characters (None: white space) at their ends, as far as the ends are known text."""
    out = list(pieces)
    while left and out and isinstance(out[0], Lit):
        stripped = out[0].text.lstrip(chars)
        if stripped:
            out[0] = with_piece(out[0], text=stripped)
            break
        out.pop(0)
    while right and out and isinstance(out[-1], Lit):
        stripped = out[-1].text.rstrip(chars)
        if stripped:
            out[-1] = with_piece(out[-1], text=stripped)
            break
        out.pop()
    return tuple(out)


_SCHEME = re.compile(r"^https?://", re.IGNORECASE)
_ORIGIN = re.compile(r"https?://[^/?#]*", re.IGNORECASE)


def is_absolute(pieces: Pieces) -> bool:
    """Whether a URL starts with its scheme."""
    return bool(pieces) and isinstance(pieces[0], Lit) and _SCHEME.match(pieces[0].text) is not None


def append_path(base: Pieces, path: Pieces) -> Pieces:
    """The path after the base's own path, with one slash between them (httpx's way)."""
    if is_absolute(path) or not base:
        return path
    if not path:
        return base
    return merge((*strip(base, "/", False, True), Lit("/"), *strip(path, "/", True, False)))


def reference(base: Pieces, path: Pieces) -> Pieces:
    """A URL reference resolved against a base (RFC 3986 section 5.2), as far as its literal text decides."""
    if is_absolute(path) or not base or not path:
        return path or base
    first = path[0]
    if isinstance(first, Gap):
        return merge((*_folder(base), *path))
    text = first.text
    if text.startswith("//"):
        return path
    if text.startswith("/"):
        return merge((*origin(base), *path))
    if text.startswith("?"):
        return merge((*base, *path))
    folder = list(_folder(base))
    while text.startswith(("./", "../")):
        up = text.startswith("../")
        text = text[3 if up else 2 :]
        if up:
            folder = list(_folder(strip(tuple(folder), "/", False, True)))
    return merge((*folder, with_piece(first, text=text), *path[1:]))


def origin(base: Pieces) -> Pieces:
    """Scheme and host of a base URL."""
    head = base[0]
    if isinstance(head, Lit):
        match = _ORIGIN.match(head.text)
        if match is not None:
            return (with_piece(head, text=match.group()),)
    return (head,)


def _folder(base: Pieces) -> Pieces:
    """The base without what follows its last slash."""
    if not base:
        return base
    last = base[-1]
    if not isinstance(last, Lit):
        return (*base, Lit("/")) if len(base) == 1 else base[:-1]
    match = _ORIGIN.match(last.text) if len(base) == 1 else None
    start = match.end() if match is not None else 0
    cut = last.text.rfind("/", start)
    if cut == -1:
        return (*base, Lit("/"))
    return (*base[:-1], with_piece(last, text=last.text[: cut + 1]))


def modelled(pieces: Pieces, keep: bool = False) -> tuple[ModelPiece, ...]:
    """The pieces as the model has them.

    Args:
        pieces: of a URL.
        keep: whether holes say how far up they are decided (`level`: 1 for what waits for a caller), so that a path laid over a
            template can be asked for it; without, two readings that read the same are the same.
    """
    out: list[ModelPiece] = []
    for piece in pieces:
        if isinstance(piece, Lit):
            if not keep and out and isinstance(out[-1], Literal):
                out[-1] = Literal(out[-1].text + piece.text)
            else:
                out.append(Literal(piece.text, piece.hop) if keep else Literal(piece.text))
            continue
        level = max(piece.hop, OPEN if piece.term is not None else 0) if keep else 0
        parameter = "parameter" if keep and piece.parameter else ""
        more = keep and piece.more
        out.append(Hole(piece.label, piece.reason, piece.single, parameter, level, piece.environment, piece.derived, more))
    return tuple(out)


OPEN = 90
"""The level of what waits for a caller."""
