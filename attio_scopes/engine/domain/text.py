"""Text: joining, formatting and the string methods, on symbolic values.

Takes values and gives values; never looks at variables or objects. What a text holds of a caller's stays in it as a gap with a term, so
that its known beginning is never lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import reduce

from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import choose, combine
from attio_scopes.engine.domain.evidence import evidence, lost
from attio_scopes.engine.domain.pieces import Pieces, append_path, is_absolute, merge, strip
from attio_scopes.engine.domain.reasons import MORE, NOTHING, not_text, of_library, why, why_any
from attio_scopes.engine.domain.values import known

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_OF_ADDRESSES = frozenset(
    {"base", "url", "api", "host", "root", "endpoint", "uri", "server", "domain", "address", "prefix", "version", "v", "path", "default",
     "rest", "http", "https", "crm", "service", "instance", "value", "config", "settings", "env", "item", "the", "none"}
)  # fmt: skip


def names_an_address(name: str) -> bool:
    """Whether a name tells of the address of an API and of nothing else."""
    return all(word.lower() in _OF_ADDRESSES for word in _WORD.findall(name))


def setting_name(holder: str, name: str) -> str:
    """The name of a setting: for the address of a service (`settings["attio"]["base_url"]`) the service's name is a part of it."""
    return f"{holder}.{name}" if holder and names_an_address(name) and not names_an_address(holder) else name


def pieces_of(value: v.Value) -> Pieces:
    """A value (no choice) as text: what it is, or a gap that says what is not known."""
    if isinstance(value, v.Text):
        return value.pieces
    if isinstance(value, v.Scalar):
        if value.value is None:
            return (v.Gap("none", NOTHING),)
        return (v.Lit(value.value.decode("utf-8", "replace") if isinstance(value.value, bytes) else str(value.value)),)
    if isinstance(value, v.Param):
        return (v.Gap(value.name, f"callers set the parameter `{value.name}`", term=value, derived=bool(value.path)),)
    if isinstance(value, (v.Apply, v.Result)):
        return (v.Gap(_label(value), "an argument of the caller decides it", term=value, derived=True),)
    if isinstance(value, v.Lost):
        term = value if value.terms else None
        return (
            v.Gap(
                value.label, value.reason, value.single, term, value.environment, value.evidence, False, value.parameter, 0, value.derived
            ),
        )
    if isinstance(value, v.Member):
        return (member_gap(value),)
    if isinstance(value, v.Made):
        address = url_of(value)
        if address is not None:
            return address.pieces
    if isinstance(value, v.External):
        name = setting_of(value)
        return (v.Gap(value.name.rpartition(".")[2], of_library(value), environment=name),)
    term = lost(not_text(value), value) if v.is_open(value) else None
    return (v.Gap("value", not_text(value), term=term, evidence=evidence(value)),)


def _label(value: v.Value) -> str:
    if isinstance(value, v.Result):
        return value.label
    if isinstance(value, v.Param):
        return value.name
    if isinstance(value, v.Apply) and value.operands:
        if value.operation in ("attribute", "item") and isinstance(value.extra, str):
            return value.extra
        return _label(value.operands[-1] if value.operation == "item" else value.operands[0])
    return "value"


_URL_TYPE = re.compile(r"(^|[a-z_])ur[li]$|Ur[li]$|URL$", re.IGNORECASE)


def url_of(value: v.Made) -> v.Text | None:
    """The address that a library's URL type was made of (`HttpUrl("https://…")`): as text it is that."""
    given = value.args.get(0, "url")
    if given is None or not _URL_TYPE.search(value.name.rpartition(".")[2]):
        return None
    return given if isinstance(given, v.Text) and is_absolute(given.pieces) else None


def setting_of(value: v.Value | None) -> str:
    """The environment variable or settings attribute that a value is read from, or ""."""
    if isinstance(value, v.Text):
        return next((piece.environment for piece in value.pieces if piece.environment), "")
    if isinstance(value, v.Lost):
        return value.environment
    if isinstance(value, v.Member):
        return member_gap(value).environment
    if isinstance(value, v.External):  # `from django.conf import settings`: an attribute of a library's object
        *above, last = value.name.split(".")
        return setting_name(above[-1], last) if len(above) > 1 else ""
    return ""


def member_gap(member: v.Member) -> v.Gap:
    """The gap that an attribute of something unknown is; it may be the environment's by its name."""
    owner = member.owner
    holder = owner.name if isinstance(owner, v.Member) else owner.label if isinstance(owner, v.Lost) and owner.environment else ""
    while isinstance(owner, v.Member):
        owner = owner.owner
    term = member if v.is_open(member) else None
    parameter = isinstance(owner, v.Lost) and owner.parameter
    found = evidence(owner) if isinstance(owner, (v.Lost, v.Made)) else ""
    reason = of_library(member) or f"`{member.name}` is only known at run time"
    return v.Gap(member.name, reason, False, term, setting_name(holder, member.name), found, False, parameter, 0, parameter)


def held_up(value: v.Value, level: int, homes: frozenset[str] = frozenset()) -> v.Value:
    """What an object holds is decided by whoever has the object, as far as the classes of these names do not say it."""
    if isinstance(value, v.Text):
        return v.Text(tuple(_piece_held_up(piece, level, homes) for piece in value.pieces))
    if isinstance(value, v.Choice):
        return choose(v.Option(o.guards, held_up(o.value, level, homes)) for o in value.options)
    if isinstance(value, v.Seq):
        return v.Seq(value.kind, tuple(held_up(one, level, homes) for one in value.items), value.rest)
    return value


def _piece_held_up(piece: v.Piece, level: int, homes: frozenset[str]) -> v.Piece:
    if piece.hop < 0:  # it was put there by a call further in
        return v.with_piece(piece, hop=max(level + piece.hop + 1, 0))
    return piece if isinstance(piece, v.Lit) and piece.home and piece.home in homes else v.with_piece(piece, hop=level)


def put_down(value: v.Value, level: int) -> v.Value:
    """A value as an object holds it that is reached through so many calls: what those decide is so many calls further in."""
    if isinstance(value, v.Text):
        return v.Text(tuple(v.with_piece(p, hop=min(p.hop - level, 0) - 1 if p.hop > 0 else 0) if p.hop else p for p in value.pieces))
    if isinstance(value, v.Choice):
        return choose(v.Option(o.guards, put_down(o.value, level)) for o in value.options)
    return value


def taken_up(value: v.Value, level: int) -> v.Value:
    """What an object holds, for one who reaches it through so many calls."""
    if isinstance(value, v.Text) and any(piece.hop < 0 for piece in value.pieces):
        return v.Text(tuple(v.with_piece(p, hop=max(level + p.hop + 1, 0)) if p.hop < 0 else p for p in value.pieces))
    if isinstance(value, v.Choice):
        return choose(v.Option(o.guards, taken_up(o.value, level)) for o in value.options)
    return value


def shifted(value: v.Value, by: int) -> v.Value:
    """A value of one chain of calls in another that ends with the same ones, and is so many calls longer."""
    if isinstance(value, v.Text) and by:
        return v.Text(tuple(v.with_piece(piece, hop=max(piece.hop + by, 0)) for piece in value.pieces))
    if isinstance(value, v.Choice):
        return choose(v.Option(o.guards, shifted(o.value, by)) for o in value.options)
    if isinstance(value, v.Seq):
        return v.Seq(value.kind, tuple(shifted(one, by) for one in value.items), value.rest)
    return value


def as_own(value: v.Value) -> v.Value:
    """A value as the caller's own: who decided its texts is forgotten."""
    if isinstance(value, v.Text) and any(piece.hop for piece in value.pieces):
        return v.Text(tuple(v.with_piece(piece, hop=0) if piece.hop else piece for piece in value.pieces))
    if isinstance(value, v.Choice):
        return choose(v.Option(o.guards, as_own(o.value)) for o in value.options)
    if isinstance(value, v.Seq):
        return v.Seq(value.kind, tuple(map(as_own, value.items)), as_own(value.rest) if value.rest is not None else None)
    return value


def join(values: Sequence[v.Value]) -> v.Value:
    """The values written one after another."""
    return combine(values, lambda *parts: v.Text(merge([piece for part in parts for piece in pieces_of(part)])))


def _each(value: v.Value, name: str, args: Sequence[v.Value], change: Callable[[str], str]) -> v.Value:
    """A method that changes each part by itself."""
    return v.Text(
        merge([v.with_piece(p, text=change(p.text)) if isinstance(p, v.Lit) else _waiting(p, name, args) for p in pieces_of(value)])
    )


def _waiting(gap: v.Gap, name: str, args: Sequence[v.Value]) -> v.Gap:
    """A gap whose text a method changes once it is known."""
    if gap.term is None:
        return gap
    changed = v.Apply("text", (gap.term, *args), name)
    return v.Gap(gap.label, gap.reason, gap.single, changed, gap.environment, gap.evidence, gap.more, gap.parameter, gap.hop, gap.derived)


def _strip(value: v.Value, name: str, args: Sequence[v.Value]) -> v.Value:
    chars = known(args[0]) if args else None
    if args and chars is None:
        return lost(why_any(args, "the characters to strip are only known at run time"), value, *args, label="text")
    out = list(strip(pieces_of(value), chars, name != "rstrip", name != "lstrip"))
    if out and name != "rstrip" and isinstance(out[0], v.Gap):
        out[0] = _waiting(out[0], "lstrip" if len(out) > 1 else name, args)
    if out and name != "lstrip" and isinstance(out[-1], v.Gap) and (len(out) > 1 or name == "rstrip"):
        out[-1] = _waiting(out[-1], "rstrip", args)
    return v.Text(tuple(out))


def _remove(value: v.Value, name: str, args: Sequence[v.Value]) -> v.Value:
    cut = known(args[0]) if args else None
    pieces = list(pieces_of(value))
    if not cut or not pieces:
        return value
    end = 0 if name == "removeprefix" else -1
    piece = pieces[end]
    if isinstance(piece, v.Gap):
        pieces[end] = _waiting(piece, name, args)
    elif name == "removeprefix":
        pieces[end] = v.with_piece(piece, text=piece.text.removeprefix(cut))
    else:
        pieces[end] = v.with_piece(piece, text=piece.text.removesuffix(cut))
    return v.Text(merge(pieces))


def _replace(value: v.Value, name: str, args: Sequence[v.Value]) -> v.Value:
    old = known(args[0]) if args else None
    if len(args) > 1 and old is None:
        return _filled(value, name, args)
    if len(args) < 2 or not old:
        return lost(why_any(args, "the replacement is only known at run time"), value, *args, label="text")
    new = known(args[1])
    if new is not None:
        return _each(value, name, args[:2], lambda text: text.replace(old, new))
    parts: list[v.Piece] = []
    for piece in pieces_of(value):
        if isinstance(piece, v.Gap):
            parts.append(_waiting(piece, name, args[:2]))
            continue
        for number, part in enumerate(piece.text.split(old)):
            if number:
                parts.extend(pieces_of(args[1]))
            parts.append(v.with_piece(piece, text=part))
    return v.Text(merge(parts))


def _filled(value: v.Value, name: str, args: Sequence[v.Value]) -> v.Value:
    """A template in which what stands between known marks (`"{" + key + "}"`) may be replaced, whatever the key is."""
    if v.is_open(args[0]):
        return v.Apply("text", (value, *args), name)
    marks = pieces_of(args[0])
    before = marks[0].text if marks and isinstance(marks[0], v.Lit) else ""
    after = marks[-1].text if len(marks) > 1 and isinstance(marks[-1], v.Lit) else ""
    if not before or len(marks) > 3 or (not after and before[-1].isalnum()):
        return lost(why_any(args, "the replacement is only known at run time"), value, *args, label="text")
    field = re.compile(re.escape(before) + (f"([^/]*?){re.escape(after)}" if after else r"([A-Za-z_]\w*)"))
    parts: list[v.Piece] = []
    for piece in pieces_of(value):
        if isinstance(piece, v.Gap):
            parts.append(_waiting(piece, name, args[:2]))
            continue
        for number, part in enumerate(field.split(piece.text)):
            filled = (
                lost(why(args[1], "the replacement is only known at run time"), args[1], label=part if part.isidentifier() else "value")
                if number % 2
                else None
            )
            parts.extend(pieces_of(filled) if filled is not None else (v.with_piece(piece, text=part),))
    return v.Text(merge(parts))


def _starts(value: v.Value, name: str, args: Sequence[v.Value]) -> v.Value:
    wanted = known(args[0]) if args else None
    if wanted is None:
        return lost("the result of a test is only known at run time")
    pieces = pieces_of(value)
    if not pieces:
        return v.Scalar(not wanted)
    end = pieces[0] if name == "startswith" else pieces[-1]
    if not isinstance(end, v.Lit):
        return v.Apply("text", (value, args[0]), name) if end.term is not None else lost("the result of a test is only known at run time")
    holds = end.text.startswith(wanted) if name == "startswith" else end.text.endswith(wanted)
    whole = len(pieces) == 1 or len(end.text) >= len(wanted)
    return v.Scalar(holds) if holds or whole else lost("the result of a test is only known at run time")


def split(value: v.Value, name: str, args: Sequence[v.Value], limit: v.Value | None) -> v.Value:
    """The parts of a text; of one that is not all known, the parts before the first hole where there are any."""
    separator = known(args[0]) if args else None
    pieces = pieces_of(value)
    literal = known(value)
    most = limit.value if isinstance(limit, v.Scalar) and isinstance(limit.value, int) else -1
    if literal is not None and (separator or not args):
        if name in ("partition", "rpartition"):
            parts: Sequence[str] = getattr(literal, name)(separator) if separator else [literal]
        elif name == "splitlines":
            parts = literal.splitlines()
        else:
            parts = literal.rsplit(separator, most) if name == "rsplit" else literal.split(separator, most)
        return v.Seq("list", tuple(v.text(part) for part in parts))
    if v.is_open(value):
        return v.Apply("text", (value, *args), name)
    part = lost(why(value, "the text is only known at run time"), value, label="part")
    first = pieces[0] if pieces else None
    if separator and isinstance(first, v.Lit) and separator in first.text and name in ("split", "partition"):
        head = v.Text((v.with_piece(first, text=first.text.partition(separator)[0]),))
        return v.Seq("list", (head, part) if name == "split" else (head, v.text(separator), part), part if name == "split" else None)
    return v.Seq("list", (), part)


def joined(separator: v.Value, items: v.Value) -> v.Value:
    """`separator.join(items)`, for what a list holds."""
    if v.is_open(items) and not isinstance(items, v.Seq):
        return v.Apply("join", (separator, items))
    sep = known(separator)
    if isinstance(items, v.Seq) and (items.items or items.rest is None) and items.kind != "set":
        spread: list[v.Value] = []
        for number, item in enumerate(items.items):
            if number:
                spread.append(separator)
            spread.append(item)
        if items.rest is not None:
            term = items.rest if v.is_open(items.rest) else None
            found = evidence(items.rest) if not spread else ""
            spread.append(v.Text((v.Gap("more", MORE, sep == "," or sep == "&", term, evidence=found, more=True),)))
        return join(spread)
    if sep is not None and "/" not in sep:
        return lost(why(items, "the joined items are only known at run time"), items, label="text")
    term = lost(MORE, items)
    return v.Text((v.Gap("more", MORE, False, term if term.terms else None, "", term.evidence, True, term.parameter),))


_METHODS: dict[str, Callable[[v.Value, str, Sequence[v.Value]], v.Value]] = {
    "strip": _strip,
    "lstrip": _strip,
    "rstrip": _strip,
    "removeprefix": _remove,
    "removesuffix": _remove,
    "replace": _replace,
    "startswith": _starts,
    "endswith": _starts,
}
_MAPPED: dict[str, Callable[[str], str]] = {
    "upper": str.upper,
    "lower": str.lower,
    "casefold": str.casefold,
    "title": str.title,
    "capitalize": str.capitalize,
    "swapcase": str.swapcase,
}
_SAME = frozenset({"encode", "decode", "as_posix", "expandtabs", "__str__"})
KEEPING = frozenset({"strip", "lstrip", "rstrip", "removeprefix", "removesuffix", *_MAPPED, *_SAME})
"""Methods after which each part of a text is still decided where it was."""
SPLITS = frozenset({"split", "rsplit", "partition", "rpartition", "splitlines"})
_TESTS = frozenset({"isdigit", "isalpha", "isalnum", "isupper", "islower", "isidentifier", "isspace", "count", "find", "index", "rfind"})
TEXT_METHODS = frozenset({*_METHODS, *_MAPPED, *_SAME, *SPLITS, *_TESTS, "format", "join", "joinpath", "format_map", "zfill", "ljust"})


def text_method(value: v.Value, name: str, args: v.Arguments) -> v.Value | None:
    """A string method on a text or on something that may be one (no choice); None if it is no string method that is followed."""
    given = args.positional
    if name == "joinpath":
        path = combine([value, *given], lambda *parts: v.Text(reduce(append_path, (pieces_of(part) for part in parts))))
        return with_the_rest(path, args)
    if name in SPLITS:
        limit = given[1] if len(given) > 1 else args.keyword("maxsplit")
        return split(value, name, given[:1] or tuple(x for x in (args.keyword("sep"),) if x is not None), limit)
    if name in _SAME:
        return value
    if name in _TESTS:
        return lost(f"the result of `{name}()` is only known at run time", single=True)
    if name in _MAPPED:
        return _each(value, name, (), _MAPPED[name])
    method = _METHODS.get(name)
    if method is None:
        return None
    return combine(given, lambda *parts: method(value, name, parts)) if given else method(value, name, ())


def with_the_rest(path: v.Value, args: v.Arguments) -> v.Value:
    """A path that is joined of arguments, where others may come after those that are known (`joinpath(*parts)`)."""
    if args.star is None:
        return path
    return combine([path], lambda part: v.Text(append_path(pieces_of(part), pieces_of(joined(v.text("/"), args.star or v.NONE)))))
