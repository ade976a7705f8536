"""Split URLs: what `urlsplit` and `urlparse` make of a URL, and the URL that is put together again.

Takes a URL that begins with its scheme and gives an object with its parts; gives the URL of such an object, also after `_replace`.
"""

from __future__ import annotations

import re

from attio_scopes.model import values as v
from attio_scopes.model.path import Hole, Literal
from attio_scopes.resolve.pieces import Pieces, merge
from attio_scopes.resolve.text import combine, level_of
from attio_scopes.resolve.url_objects import unsplit

_NAMES = {
    "urllib.parse.urlsplit": ("scheme", "netloc", "path", "query", "fragment"),
    "urllib.parse.urlparse": ("scheme", "netloc", "path", "params", "query", "fragment"),
}
_ORIGIN = re.compile(r"(https?)://([^/?#]+)", re.IGNORECASE)


def split(name: str, args: v.Arguments) -> v.Value | None:
    """The parts of a URL, as the function of this name gives them; None where it is given no URL."""
    url = args.get(0, "url")
    return combine([url], lambda parts: _parts(name, parts[0])) if url is not None else None


def _parts(name: str, url: v.Value) -> v.Value:
    pieces = url.pieces if isinstance(url, v.Text) else ()
    first = pieces[0] if pieces else None
    match = _ORIGIN.match(first.text) if isinstance(first, Literal) else None
    if match is None or not isinstance(first, Literal) or (match.end() == len(first.text) and len(pieces) > 1):
        parameter = url.id if isinstance(url, v.Parameter) else url.parameter if isinstance(url, v.Unknown) else ""
        level = level_of(url)
        return v.Made(
            name,
            v.Arguments(),
            tuple((part, v.Unknown("it is a part of a URL", part, "", parameter, False, level)) for part in (*_NAMES[name], "hostname")),
        )
    rest: Pieces = merge((Literal(first.text[match.end() :], first.level, first.environment, first.declared), *pieces[1:]))
    path, query = _cut(rest)
    host = v.text(match.group(2))
    held = {"scheme": v.text(match.group(1)), "netloc": host, "path": path, "query": query}
    stores = [(part, held.get(part, v.text(""))) for part in _NAMES[name]]
    return v.Made(name, v.Arguments(), (*stores, ("hostname", host)))


def _cut(pieces: Pieces) -> tuple[v.Value, v.Value]:
    """Path and query of what follows the host."""
    for number, piece in enumerate(pieces):
        at = re.search(r"[?#]", piece.text) if isinstance(piece, Literal) else None
        if at is not None and isinstance(piece, Literal):
            before = Literal(piece.text[: at.start()], piece.level, piece.environment)
            return v.Text(merge((*pieces[:number], before))), v.Text((Hole("query", "a query value", single=True, level=piece.level),))
    return v.Text(pieces), v.text("")


def parts_of(value: v.Value) -> v.Items | None:
    """The parts of a split URL in their order, as a tuple; None where the value is another."""
    if not isinstance(value, v.Made) or value.name not in _NAMES or not value.stores:
        return None
    stores = dict(value.stores)
    return v.Items("tuple", tuple(stores[name] for name in _NAMES[value.name]))


def split_method(owner: v.Made, name: str, args: v.Arguments) -> v.Value | None:
    """A method of a split URL: `_replace(…)` or `geturl()`."""
    parts = parts_of(owner)
    if parts is None:
        return None
    if name == "_replace":
        changed = dict(args.keywords)
        return v.Made(owner.name, owner.args, tuple((part, changed.get(part, held)) for part, held in owner.stores))
    return unsplit(v.Arguments((parts,))) if name == "geturl" else None
