"""Text that is partly known: a URL in source code is pieces of literal text with holes between them."""

from __future__ import annotations

from msgspec import Struct

from attio_scopes.model.hosts import plain_host

_BLANK = "".join(map(chr, range(0x21)))
"""What requests and urllib take away in front of a URL."""


class Hole(Struct, frozen=True, order=True):
    """Text that is not known.

    Attributes:
        label: how a reader names it (`slug`, `record_id`); goes into `{label}`.
        origin: what it comes from, for the reason of an unresolved call (`parameter path of AttioClient.get`).
        single: known to hold no `/`, `?` or `#` (the result of `quote(x, safe="")`, say).
        parameter: id of the parameter that it is, or "".
        level: how many calls up the text was decided (0: in the function at hand).
        environment: name of the environment variable or settings attribute that it was read from, or "".
        derived: it is an attribute or item of a parameter, not the parameter itself.
        more: it stands for any number of further parts.
    """

    label: str
    origin: str = ""
    single: bool = False
    parameter: str = ""
    level: int = 0
    environment: str = ""
    derived: bool = False
    more: bool = False


class Literal(Struct, frozen=True, order=True):
    """Text that is known.

    Attributes:
        text: the text.
        level: how many calls up it was decided.
        environment: the variable's or setting's name, for the default of one.
        declared: (path, line, column, end line, end column, class) where a class declares it for its base class to use.
    """

    text: str
    level: int = 0
    environment: str = ""
    declared: tuple[str, int, int, int, int, str] | None = None


Piece = Literal | Hole


def render(pieces: tuple[Piece, ...]) -> str:
    """The text with `{label}` for each hole."""
    return "".join(p.text if isinstance(p, Literal) else "{" + p.label + "}" for p in pieces)


class UrlShape(Struct, frozen=True):
    """A URL taken apart.

    Attributes:
        host: lower case; None where it is not known or the URL is relative.
        base: the hole that stands where the host should be, if there is one.
        segments: of the path, without empty ones; each is the pieces between two slashes.
        glued: the last segment ends in a hole that follows known text without a slash, or the whole path is one hole
            glued to the base: it may hold further segments.
        query: names of query parameters in the URL itself; None if it has a query that is not all known.
    """

    host: str | None
    base: Hole | None
    segments: tuple[tuple[Piece, ...], ...]
    query: frozenset[str] | None = frozenset()


def take_apart(pieces: tuple[Piece, ...]) -> UrlShape:
    """Split a URL's pieces into host, path segments and query parameter names.

    Args:
        pieces: absolute (`https://host/path`), protocol-relative, or a path; may start with a hole for its base.

    Returns:
        its shape.
    """
    host: str | None = None
    base: Hole | None = None
    rest = [piece for piece in pieces if isinstance(piece, Hole) or piece.text]
    if rest and isinstance(rest[0], Hole):
        base = rest.pop(0)  # type: ignore[assignment]  # just seen to be a hole
    elif rest:
        host, rest = _host(rest)
    path, query = _cut_query(rest)
    return UrlShape(host, base, _segments(path), query)


def _host(rest: list[Piece]) -> tuple[str | None, list[Piece]]:
    """The host of an absolute URL and what follows it; a hole within the host leaves it unknown."""
    joined, used = "", 0
    for piece in rest:
        if isinstance(piece, Hole):
            break
        joined += piece.text
        used += 1
    scheme, colon, after = joined.lstrip(_BLANK).partition("://")
    if not colon or scheme.lower() not in ("http", "https"):
        return None, rest
    end = min((at for at in (after.find("/"), after.find("?"), after.find("#")) if at != -1), default=len(after))
    authority = after[:end].rpartition("@")[2].lower()
    host = plain_host(authority.partition(":")[0])
    skip, tail = len(joined) - len(after) + end, list(rest)
    while tail and skip:
        first = tail[0]
        if isinstance(first, Hole):
            break
        if len(first.text) <= skip:
            skip -= len(first.text)
            tail.pop(0)
        else:
            tail[0] = Literal(first.text[skip:], first.level, first.environment)
            skip = 0
    hidden = end == len(after) and used < len(rest) and isinstance(rest[used], Hole)
    if hidden and not host:
        return "", tail
    return host, tail


def _cut_query(pieces: list[Piece]) -> tuple[list[Piece], frozenset[str] | None]:
    """The path's pieces, and the names of the query parameters after `?`."""
    path: list[Piece] = []
    for index, piece in enumerate(pieces):
        if isinstance(piece, Literal):
            at = min((found for found in (piece.text.find("?"), piece.text.find("#")) if found != -1), default=-1)
            if at != -1:
                if at:
                    path.append(Literal(piece.text[:at], piece.level, piece.environment))
                return path, _query_names((Literal(piece.text[at + 1 :]), *pieces[index + 1 :]))
        path.append(piece)
    return path, frozenset()


def _query_names(pieces: tuple[Piece, ...]) -> frozenset[str] | None:
    names = set()
    for part in render(pieces).split("&"):
        name = part.partition("=")[0]
        if "{" in name:
            return None
        if name:
            names.add(name)
    return frozenset(names)


def _segments(pieces: list[Piece]) -> tuple[tuple[Piece, ...], ...]:
    segments: list[list[Piece]] = [[]]
    for piece in pieces:
        if isinstance(piece, Hole):
            segments[-1].append(piece)
            continue
        for number, part in enumerate(piece.text.split("/")):
            if number:
                segments.append([])
            if part:
                segments[-1].append(Literal(part, piece.level, piece.environment))
    return _without_dots([tuple(segment) for segment in segments if segment])


def _without_dots(segments: list[tuple[Piece, ...]]) -> tuple[tuple[Piece, ...], ...]:
    """The segments without `.` and `..`, which clients resolve before they send (RFC 3986 section 5.2.4)."""
    kept: list[tuple[Piece, ...]] = []
    for segment in segments:
        first = segment[0]
        dots = first.text if isinstance(first, Literal) and len(segment) == 1 else ""
        if dots == ".." and kept:
            kept.pop()
        elif dots not in (".", ".."):
            kept.append(segment)
    return tuple(kept)
