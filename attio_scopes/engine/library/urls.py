"""URLs as objects and in parts: of the classes that `rules/frameworks` names, and what urllib splits and puts together.

Takes what such an object is made of, or one of its methods, and gives the URL as text. Each is a fact about a library.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import combine
from attio_scopes.engine.domain.evidence import lost
from attio_scopes.engine.domain.pieces import Pieces, append_path, is_absolute, merge, origin, reference
from attio_scopes.engine.domain.reasons import why
from attio_scopes.engine.domain.text import join, pieces_of, with_the_rest
from attio_scopes.engine.domain.values import known

if TYPE_CHECKING:
    from attio_scopes.engine.frame import Frame, Pure

SPLIT_METHODS = frozenset({"_replace", "geturl"})
"""Methods of what `urlsplit` and `urlparse` give."""
MODULE_INFO = "pkgutil.ModuleInfo"
NAMES = {
    MODULE_INFO: ("module_finder", "name", "ispkg"),
    "urllib.parse.urlsplit": ("scheme", "netloc", "path", "query", "fragment"),
    "urllib.parse.urlparse": ("scheme", "netloc", "path", "params", "query", "fragment"),
}
"""The names of the fields, in order, of what such a function of Python's own libraries gives."""
_ORIGIN = re.compile(r"(https?)://([^/?#]+)", re.IGNORECASE)


def url_object(args: v.Arguments) -> v.Value | None:
    """The URL that a URL class is given: as text, or in parts by keyword."""
    if args.positional:
        return _with_parts(args.positional[0], args)
    host, scheme = args.keyword("host"), args.keyword("scheme") or v.text("https")
    if host is None:
        return args.keyword("url")
    path = args.keyword("path") or args.keyword("raw_path") or v.text("")
    base = join([scheme, v.text("://"), host])
    return combine([base, path], lambda one, other: v.Text(append_path(pieces_of(one), pieces_of(other))))


def unsplit(parts: v.Value) -> v.Value | None:
    """`urlunsplit((scheme, host, path, ...))`."""
    if not isinstance(parts, v.Seq) or len(parts.items) < 3 or parts.rest is not None:
        return None
    base = join([parts.items[0], v.text("://"), parts.items[1]])
    return combine([base, parts.items[2]], lambda one, path: v.Text(append_path(pieces_of(one), pieces_of(path))))


def url_method(fr: Frame, value: v.Value, name: str, args: v.Arguments) -> v.Value | None:
    """A method of a URL object; None where the value is no absolute URL or the method is another."""
    if isinstance(value, v.Text) and name == "with_name" and args.positional:
        above = parent_of(value)
        return combine([args.positional[0]], lambda one: v.Text(append_path(above.pieces, pieces_of(one)))) if above is not None else None
    if not isinstance(value, v.Text) or not is_absolute(value.pieces):
        return None
    does = "same" if name == "__str__" else fr.ask.products.address_methods.get(name)
    if does == "same":
        return value
    if does == "host" or (does == "parts" and args.keyword("host") is not None):
        return lost("the host of the URL is replaced", label="url")
    if does in ("path", "parts"):
        path = args.keyword("path") or args.keyword("raw_path") or (args.positional[0] if does == "path" and args.positional else None)
        return _with_parts(value, args) if path is None else combine([value, path], lambda one, other: v.Text(_at(one, other)))
    if does == "more":
        return _with_parts(value, v.Arguments((), args.keywords))
    if does == "reference" and len(args.positional) == 1 and not isinstance(args.positional[0], (v.Seq, v.Ref)):
        return combine([value, args.positional[0]], lambda one, other: v.Text(reference(pieces_of(one), pieces_of(other))))
    if does == "append":
        joined: v.Value = value
        for part in args.positional:
            joined = combine([joined, part], lambda one, other: v.Text(append_path(pieces_of(one), pieces_of(other))))
        return with_the_rest(joined, args)
    return None


def parent_of(value: v.Text) -> v.Text | None:
    """A URL or path without its last segment; None where that is not known."""
    least = len(known(v.Text(origin(value.pieces))) or "") if is_absolute(value.pieces) else 0
    pieces = list(value.pieces)
    while pieces:
        last = pieces.pop()
        if isinstance(last, v.Lit) and "/" in last.text:
            left = last.text[: last.text.rindex("/")]
            return v.Text((*pieces, v.with_piece(last, text=left if pieces else last.text[: max(len(left), least)])))
        if isinstance(last, v.Gap) and not last.single:
            return None
    return None


def _with_parts(value: v.Value, args: v.Arguments) -> v.Value:
    """The URL with a path given by keyword after it, as furl adds one."""
    path = args.keyword("path")
    if path is None or known(path) == "":
        return value
    return combine([value, path], lambda one, other: v.Text(append_path(pieces_of(one), pieces_of(other))))


def _at(value: v.Value, path: v.Value) -> Pieces:
    """The path in place of the URL's own."""
    return append_path(origin(pieces_of(value)), pieces_of(path))


def split_url(name: str, url: v.Value) -> v.Value | None:
    """The parts of a URL as an object, as the function of this name gives them; None where it waits for a caller."""
    if v.is_open(url) and not isinstance(url, v.Text):
        return None
    pieces = url.pieces if isinstance(url, v.Text) else ()
    first = pieces[0] if pieces else None
    match = _ORIGIN.match(first.text) if isinstance(first, v.Lit) else None
    names = NAMES[name]
    if match is None or not isinstance(first, v.Lit) or (match.end() == len(first.text) and len(pieces) > 1):
        part = lost(why(url, "the URL is only known at run time"), url, label="part")
        return v.Made(name, v.Arguments((), tuple((one, part) for one in (*names, "hostname"))))
    rest: Pieces = merge((v.with_piece(first, text=first.text[match.end() :]), *pieces[1:]))
    path, query = _cut(rest)
    host = v.text(match.group(2))
    held = {"scheme": v.text(match.group(1)), "netloc": host, "path": path, "query": query}
    return v.Made(name, v.Arguments((), (*((one, held.get(one, v.text(""))) for one in names), ("hostname", host))))


def split_result(name: str) -> Pure:
    """What `SplitResult(…)` and `ParseResult(…)` make: the parts that they are given."""
    names = NAMES[name]

    def make(fr: Frame, args: v.Arguments) -> v.Value | None:
        given = [args.get(number, one) for number, one in enumerate(names)]
        if args.open_ or any(one is None for one in given):
            return None
        return v.Made(name, v.Arguments((), tuple((one, value) for one, value in zip(names, given, strict=True) if value is not None)))

    return make


def _cut(pieces: Pieces) -> tuple[v.Value, v.Value]:
    """Path and query of what follows the host."""
    for number, piece in enumerate(pieces):
        at = re.search(r"[?#]", piece.text) if isinstance(piece, v.Lit) else None
        if at is not None and isinstance(piece, v.Lit):
            before = v.with_piece(piece, text=piece.text[: at.start()])
            return v.Text(merge((*pieces[:number], before))), v.Text((v.Gap("query", "the query is only known at run time", single=True),))
    return v.Text(pieces), v.text("")


def parts_of(value: v.Value) -> v.Seq | None:
    """The parts of a split URL in their order, as a tuple; None where the value is another."""
    if not isinstance(value, v.Made) or value.name not in NAMES or not value.args.keywords:
        return None
    given = dict(value.args.keywords)
    return v.Seq("tuple", tuple(given[name] for name in NAMES[value.name]))


def split_method(owner: v.Made, name: str, args: v.Arguments) -> v.Value | None:
    """A method of a split URL: `_replace(…)` or `geturl()`."""
    parts = parts_of(owner)
    if parts is None:
        return None
    if name == "_replace":
        changed = dict(args.keywords)
        return v.Made(owner.name, v.Arguments((), tuple((part, changed.get(part, held)) for part, held in owner.args.keywords)))
    return unsplit(parts) if name == "geturl" else None
