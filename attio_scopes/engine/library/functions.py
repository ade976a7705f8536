"""Known functions: those of the standard library that shape text, settings and containers.

`PURE` maps a dotted name to a function of (frame, arguments) that gives a value, or None where it is not known what it gives. Each is a
fact about a library; none is a fact about Attio. None of them calls anything of the project or sends.
"""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from msgspec.structs import replace

from attio_scopes.engine.containers import content, mapping_of
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import combine
from attio_scopes.engine.domain.evidence import lost
from attio_scopes.engine.domain.formats import brace_format
from attio_scopes.engine.domain.pieces import reference
from attio_scopes.engine.domain.reasons import why
from attio_scopes.engine.domain.text import join, pieces_of, with_the_rest
from attio_scopes.engine.domain.values import known
from attio_scopes.engine.library.sequences import COLLECTIONS
from attio_scopes.engine.library.settings import SETTINGS, read_environment, update_environment
from attio_scopes.engine.library.urls import parts_of, split_result, split_url, unsplit, url_object

if TYPE_CHECKING:
    from attio_scopes.engine.frame import Frame, Pure


def _urljoin(fr: Frame, args: v.Arguments) -> v.Value | None:
    base, url = args.get(0, "base"), args.get(1, "url")
    if base is None or url is None or _opens(base, url):
        return None
    return combine([base, url], lambda one, other: v.Text(reference(pieces_of(one), pieces_of(other))))


def _opens(base: v.Value, url: v.Value) -> bool:
    """Whether a join of URLs has to wait: a caller may give a whole URL, or a path from the root."""
    if isinstance(base, v.Text) and base.pieces and isinstance(url, v.Text) and isinstance((url.pieces or (None,))[0], v.Lit):
        return False
    return v.is_open(base) or v.is_open(url)


def _quote(fr: Frame, args: v.Arguments) -> v.Value | None:
    value, safe = args.get(0, "string"), args.get(1, "safe")
    if value is None:
        return None
    closed = safe is not None and known(safe) == ""
    return combine([value], lambda one: v.Text(tuple(_quoted(piece, closed) for piece in pieces_of(one))))


def _quoted(piece: v.Piece, closed: bool) -> v.Piece:
    """A piece of a text, quoted; what a caller decides is quoted once it is known."""
    if isinstance(piece, v.Lit):
        return v.with_piece(piece, text=quote(piece.text, safe="" if closed else "/:"))
    if not closed:
        return piece
    term = v.Apply("pure", (piece.term, v.text("")), ("urllib.parse.quote", 1, ("safe",))) if piece.term is not None else None
    return replace(piece, single=True, term=term)


def _unquote(fr: Frame, args: v.Arguments) -> v.Value | None:
    value = args.get(0, "string")
    if value is None or (v.is_open(value) and not isinstance(value, v.Text)):
        return None

    def unquoted(one: v.Value) -> v.Value:
        return v.Text(tuple(v.with_piece(p, text=unquote(p.text)) if isinstance(p, v.Lit) else p for p in pieces_of(one)))

    return combine([value], unquoted)


def _dedented(fr: Frame, args: v.Arguments) -> v.Value | None:
    text = known(args.positional[0]) if args.positional else None
    return v.text(textwrap.dedent(text)) if text is not None else None


def _urlencode(fr: Frame, args: v.Arguments) -> v.Value:
    given = content(fr, args.get(0, "query") or v.NONE)
    if isinstance(given, v.Map) and given.rest is None and all(known(key) for key, _ in given.entries):
        parts: list[v.Value] = []
        for number, (key, value) in enumerate(given.entries):
            parts.append(v.text(("&" if number else "") + (known(key) or "") + "="))
            shown = known(value)
            parts.append(
                value
                if shown is not None and len(shown) < 200
                else lost(why(value, "the query value is only known at run time"), label=known(key) or "value", single=True)
            )
        return join(parts)
    return lost(why(given, "the query is built at run time"), label="query", single=True)


def _path_join(fr: Frame, args: v.Arguments) -> v.Value:
    spread: list[v.Value] = []
    for number, part in enumerate(args.positional):
        if number and not (spread and _ends_with_slash(spread[-1])):
            spread.append(v.text("/"))
        spread.append(part)
    return with_the_rest(join(spread), args)


def _ends_with_slash(value: v.Value) -> bool:
    last = value.pieces[-1] if isinstance(value, v.Text) and value.pieces else None
    return isinstance(last, v.Lit) and last.text.endswith("/")


def _same(fr: Frame, args: v.Arguments) -> v.Value | None:
    return args.positional[0] if args.positional else None


def _second(fr: Frame, args: v.Arguments) -> v.Value | None:
    return args.positional[1] if len(args.positional) > 1 else None


def _type(fr: Frame, args: v.Arguments) -> v.Value | None:
    value = args.positional[0] if len(args.positional) == 1 else None
    if isinstance(value, v.Param) and value.cls is not None and not value.path:
        return v.Class(value.cls)
    if isinstance(value, v.Made) and value.name in fr.ask.models.classes:
        return v.External(value.name)
    return v.Class(value.cls) if isinstance(value, v.Obj) else None


def _unsplit(fr: Frame, args: v.Arguments) -> v.Value | None:
    if not args.positional:
        return None
    given = args.positional[0]
    return unsplit(parts_of(given) or content(fr, given))


def _split(name: str) -> Pure:
    def make(fr: Frame, args: v.Arguments) -> v.Value | None:
        url = args.get(0, "url")
        if url is None or (v.is_open(url) and not isinstance(url, (v.Text, v.Choice))):
            return None
        return combine([url], lambda one: split_url(name, one) or lost(why(one, "the URL is only known at run time"), one))

    return make


def _number(fr: Frame, args: v.Arguments) -> v.Value:
    value = args.positional[0] if args.positional else None
    return (
        value
        if isinstance(value, v.Scalar) and isinstance(value.value, (int, float))
        else lost(why(value, "the number is only known at run time"), label="number", single=True)
    )


def _truth(fr: Frame, args: v.Arguments) -> v.Value | None:
    return (
        lost(why(args.positional[0], "the result of a test is only known at run time"), *args.positional)
        if args.positional
        else v.Scalar(False)
    )


def _range(fr: Frame, args: v.Arguments) -> v.Value:
    return v.Seq("list", (), lost("the counter of a loop is different in each round", label="index", single=True))


def _substituted(fr: Frame, args: v.Arguments) -> v.Value | None:
    """`re.sub(pattern, replacement, text)`: what it makes is not followed."""
    subject = args.get(2, "string")
    if v.is_open(subject) and not isinstance(subject, v.Text):
        return None
    return lost("a regular expression changes the text", subject, label="text")


def substitute(template: v.Value, args: v.Arguments) -> v.Value:
    """`string.Template(...).substitute(...)` as the brace format that it amounts to."""
    literal = known(template)
    if literal is None:
        return lost(why(template, "the template is only known at run time"), template, *args.values(), label="text")
    braced = _FIELD.sub(
        lambda m: "$" if m.group() == "$$" else f"{{{m.group(1) or m.group(2)}}}" if m.group().startswith("$") else m.group() * 2, literal
    )
    return brace_format(v.text(braced), args)


def _updated(fr: Frame, args: v.Arguments) -> v.Value:
    update_environment(fr, mapping_of(fr, args.positional[0]) if args.positional else v.NONE, args.keywords)
    return v.NONE


def _expanded(fr: Frame, args: v.Arguments) -> v.Value | None:
    """`os.path.expandvars`: a text with the variables of the environment that it names."""
    text = args.positional[0] if args.positional else v.NONE
    if v.is_open(text) and not isinstance(text, v.Text):
        return None
    words = tuple((name, read_environment(fr, v.text(name), None)) for name in dict.fromkeys(template_names(known(text) or "")))
    return combine([text], lambda one: substitute(one, v.Arguments((), words)))


_DOLLAR = re.compile(r"\$(?:(\w+)|\{(\w+)\})")


_FIELD = re.compile(r"\$\$|[{}]|" + _DOLLAR.pattern)


def template_names(template: str) -> list[str]:
    """The names that a template of `string.Template` has fields for."""
    return [first or second for first, second in _DOLLAR.findall(template)]


PURE: dict[str, Pure] = {
    **SETTINGS,
    **COLLECTIONS,
    "urllib.parse.urljoin": _urljoin,
    "urllib.parse.quote": _quote,
    "urllib.parse.quote_plus": _quote,
    "textwrap.dedent": _dedented,
    "inspect.cleandoc": _dedented,
    "urllib.parse.unquote": _unquote,
    "urllib.parse.unquote_plus": _unquote,
    "urllib.parse.SplitResult": split_result("urllib.parse.urlsplit"),
    "urllib.parse.ParseResult": split_result("urllib.parse.urlparse"),
    "urllib.parse.urlencode": _urlencode,
    "os.environ.update": _updated,
    "os.path.expandvars": _expanded,
    "posixpath.expandvars": _expanded,
    "posixpath.join": _path_join,
    "os.path.join": _path_join,
    "pathlib.PurePosixPath": _path_join,
    "pathlib.PurePath": _path_join,
    "attio_scopes.URL": lambda fr, args: url_object(args),
    "attio_scopes.itself": _same,
    "urllib.parse.urlunparse": _unsplit,
    "urllib.parse.urlunsplit": _unsplit,
    "urllib.parse.urlsplit": _split("urllib.parse.urlsplit"),
    "urllib.parse.urlparse": _split("urllib.parse.urlparse"),
    "builtins.type": _type,
    "builtins.int": _number,
    "builtins.float": _number,
    "builtins.abs": _number,
    "builtins.round": _number,
    "builtins.bool": _truth,
    "builtins.any": _truth,
    "builtins.all": _truth,
    "builtins.range": _range,
    "re.sub": _substituted,
    "re.escape": _same,
    "typing.cast": _second,
    "contextlib.closing": _same,
    "contextlib.nullcontext": _same,
    "contextlib.aclosing": _same,
    "asyncio.run": _same,
    "asyncio.wait_for": _same,
    "asyncio.shield": _same,
    "asyncio.create_task": _same,
    "asyncio.ensure_future": _same,
    "types.MappingProxyType": _same,
    "sys.intern": _same,
    "os.fspath": _same,
}
