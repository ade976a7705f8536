"""URL objects: of httpx, yarl and furl, and the parts that urllib puts together.

Takes what such an object is made of, or one of its methods, and gives the URL as text. Each is a fact about a library.
"""

from __future__ import annotations

from attio_scopes.model import values as v
from attio_scopes.resolve.pieces import Pieces, append_path, is_absolute, origin, reference
from attio_scopes.resolve.text import combine, join, known, pieces_of, with_the_rest

# Methods that leave scheme, host and path as they are.
_QUERY_METHODS = frozenset(
    {
        "with_query", "update_query", "extend_query", "without_query_params", "with_fragment", "copy_set_param", "copy_add_param",
        "copy_remove_param", "copy_merge_params", "copy", "remove", "geturl", "tostr", "unsplit",
    }
)  # fmt: skip


def url_object(args: v.Arguments) -> v.Value | None:
    """The URL that a URL class is given: as text, or in parts by keyword."""
    if args.positional:
        return _with_parts(args.positional[0], args)
    host, scheme = args.keyword("host"), args.keyword("scheme") or v.text("https")
    if host is None:
        return None
    path = args.keyword("path") or args.keyword("raw_path") or v.text("")
    base = join([scheme, v.text("://"), host])
    return combine([base, path], lambda parts: v.Text(append_path(pieces_of(parts[0]), pieces_of(parts[1]))))


def unsplit(args: v.Arguments) -> v.Value | None:
    """`urlunsplit((scheme, host, path, ...))`."""
    parts = args.positional[0] if args.positional else None
    if not isinstance(parts, v.Items) or len(parts.items) < 3 or not parts.complete:
        return None
    base = join([parts.items[0], v.text("://"), parts.items[1]])
    return combine([base, parts.items[2]], lambda found: v.Text(append_path(pieces_of(found[0]), pieces_of(found[1]))))


def url_method(value: v.Value, name: str, args: v.Arguments) -> v.Value | None:
    """A method of a URL object; None where the value is no absolute URL or the method is another."""
    if not any(isinstance(option.value, v.Text) and is_absolute(option.value.pieces) for option in v.options(value)):
        return None
    if name in _QUERY_METHODS:
        return value
    if args.keyword("host") is not None or name == "with_host":
        return v.Unknown("a URL whose host is replaced", "url")
    if name in ("with_path", "with_name", "copy_with", "set"):
        path = args.keyword("path") or (args.positional[0] if name == "with_path" and args.positional else None)
        return _with_parts(value, args) if path is None else combine([value, path], lambda p: v.Text(_at(p[0], p[1])))
    if name == "add":
        return _with_parts(value, v.Arguments((), args.keywords))
    if name == "join" and len(args.positional) == 1 and not isinstance(args.positional[0], v.Items):
        return combine([value, args.positional[0]], lambda parts: v.Text(reference(pieces_of(parts[0]), pieces_of(parts[1]))))
    if name == "joinpath":
        for part in args.positional:
            value = combine([value, part], lambda parts: v.Text(append_path(pieces_of(parts[0]), pieces_of(parts[1]))))
        return with_the_rest(value, args)
    return None


def _with_parts(value: v.Value, args: v.Arguments) -> v.Value:
    """The URL with a path given by keyword after it, as furl adds one."""
    path = args.keyword("path")
    if path is None or known(path) == "":
        return value
    return combine([value, path], lambda parts: v.Text(append_path(pieces_of(parts[0]), pieces_of(parts[1]))))


def _at(value: v.Value, path: v.Value) -> Pieces:
    """The path in place of the URL's own."""
    return append_path(origin(pieces_of(value)), pieces_of(path))
