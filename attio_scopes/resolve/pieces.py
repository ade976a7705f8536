"""Pieces of text: merged, stripped, and joined to URLs the way each client library joins them.

Takes and gives pieces; knows nothing of the values that they are the text of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attio_scopes.model.path import Hole, Literal, Piece

Pieces = tuple[Piece, ...]


def merge(pieces: Sequence[Piece]) -> Pieces:
    """Neighbouring literals of one level become one; empty ones go."""
    merged: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, Literal):
            if not piece.text:
                continue
            last = merged[-1] if merged else None
            if isinstance(last, Literal) and (last.level, last.environment, last.declared) == (
                piece.level,
                piece.environment,
                piece.declared,
            ):
                merged[-1] = Literal(last.text + piece.text, piece.level, piece.environment, piece.declared)
                continue
        merged.append(piece)
    return tuple(merged)


def strip(pieces: Pieces, chars: str | None, left: bool, right: bool) -> Pieces:
    """The pieces without these characters (None: white space) at their ends, as far as the ends are known text."""
    out = list(pieces)
    while left and out and isinstance(out[0], Literal):
        stripped = out[0].text.lstrip(chars)
        if stripped:
            out[0] = Literal(stripped, out[0].level, out[0].environment, out[0].declared)
            break
        out.pop(0)
    while right and out and isinstance(out[-1], Literal):
        stripped = out[-1].text.rstrip(chars)
        if stripped:
            out[-1] = Literal(stripped, out[-1].level, out[-1].environment, out[-1].declared)
            break
        out.pop()
    return tuple(out)


_SCHEME = re.compile(r"^https?://", re.IGNORECASE)


def is_absolute(pieces: Pieces) -> bool:
    """Whether a URL starts with its scheme."""
    return bool(pieces) and isinstance(pieces[0], Literal) and _SCHEME.match(pieces[0].text) is not None


def append_path(base: Pieces, path: Pieces) -> Pieces:
    """The path after the base's own path, with one slash between them (httpx's way)."""
    if is_absolute(path) or not base:
        return path
    if not path:
        return base
    return merge((*strip(base, "/", False, True), Literal("/", 0), *strip(path, "/", True, False)))


def reference(base: Pieces, path: Pieces) -> Pieces:
    """A URL reference resolved against a base (RFC 3986 section 5.2), as far as its literal text decides."""
    if is_absolute(path) or not base or not path:
        return path or base
    if isinstance(path[0], Hole):
        folder = _folder(base)
        return merge((*folder, *path))
    first = path[0].text
    if first.startswith("//"):
        return path
    if first.startswith("/"):
        return merge((*origin(base), *path))
    if first.startswith("?"):
        return merge((*base, *path))
    while first.startswith("./"):
        first = first[2:]
    return merge((*_folder(base), Literal(first, path[0].level, path[0].environment), *path[1:]))


def origin(base: Pieces) -> Pieces:
    """Scheme and host of a base URL."""
    head = base[0]
    if isinstance(head, Literal):
        match = re.match(r"https?://[^/]*", head.text, re.IGNORECASE)
        if match is not None:
            return (Literal(match.group(), head.level, head.environment),)
    return (head,)


def _folder(base: Pieces) -> Pieces:
    """The base without what follows its last slash."""
    last = base[-1]
    if not isinstance(last, Literal):
        return (*base, Literal("/")) if len(base) == 1 else base[:-1]
    start = len(re.match(r"https?://[^/]*", last.text, re.IGNORECASE).group()) if is_absolute((last,)) else 0  # type: ignore[union-attr]  # is_absolute just matched it
    cut = last.text.rfind("/", start)
    if cut == -1:
        return (*base, Literal("/", last.level))
    return (*base[:-1], Literal(last.text[: cut + 1], last.level, last.environment))
