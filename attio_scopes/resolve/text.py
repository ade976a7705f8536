"""Text: joining, formatting and the string methods, on symbolic values.

Takes values and gives values; never looks at variables or frames.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import reduce

from attio_scopes.model import values as v
from attio_scopes.model.path import Hole, Literal, Piece
from attio_scopes.model.values import options
from attio_scopes.resolve.pieces import Pieces, append_path, is_absolute, merge, strip

MORE = "more may be joined to it"


def pieces_of(value: v.Value) -> Pieces:
    """A value (no choice) as text: what it is, or a hole that says what is not known."""
    if isinstance(value, v.Text):
        return value.pieces
    if isinstance(value, v.Scalar):
        return (
            (Literal(str(value.value)),)
            if isinstance(value.value, (int, float)) and value.value is not None
            else (Hole("none", "it is None"),)
        )
    if isinstance(value, v.Parameter):
        origin = f"it is the parameter `{value.name}`"
        return (Hole(value.name, origin, parameter=value.id, level=v.BEYOND, environment=environment_of(value.default)),)
    if isinstance(value, v.Unknown):
        derived = value.parameter.count(":") > 1 or value.reason == MORE
        return (Hole(value.label, value.reason, value.single, value.parameter, value.level, value.environment, derived),)
    if isinstance(value, v.Member):
        return (member_hole(value),)
    if isinstance(value, v.Made):
        address = url_of(value)
        if address is not None:
            return address.pieces
    if isinstance(value, v.Instance):
        held = dict(value.stores).get("value")
        if isinstance(held, v.Text):
            return held.pieces
    return (Hole("value", "it is not text", environment=environment_of(value)),)


_URL_TYPE = re.compile(r"(^|[a-z_])ur[li]$|Ur[li]$|URL$", re.IGNORECASE)


def url_of(value: v.Made) -> v.Text | None:
    """The address that a library's URL type was made of (`HttpUrl("https://…")`): as text it is that."""
    given = value.args.get(0, "url")
    if given is None or not _URL_TYPE.search(value.name.rpartition(".")[2]):
        return None
    return given if isinstance(given, v.Text) and is_absolute(given.pieces) else None


def environment_of(value: v.Value | None) -> str:
    """The environment variable or settings attribute that a value is read from, or ""."""
    if isinstance(value, v.Text):
        return next((piece.environment for piece in value.pieces if piece.environment), "")
    if isinstance(value, v.Unknown):
        return value.environment
    if isinstance(value, v.Member):
        return member_hole(value).environment
    if isinstance(value, v.External):  # `from django.conf import settings`: an attribute of a library's object
        *above, last = value.name.split(".")
        return setting_name(above[-1], last) if len(above) > 1 else ""
    return ""


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


def member_hole(member: v.Member) -> Hole:
    """The hole that an attribute of something unknown is; it may be the environment's by its name."""
    owner = member.owner
    parameter, level = "", 0
    holder = owner.name if isinstance(owner, v.Member) else owner.label if isinstance(owner, v.Unknown) and owner.environment else ""
    while isinstance(owner, v.Member):
        owner = owner.owner
    if isinstance(owner, v.Parameter):
        parameter, level = owner.id, v.BEYOND
    elif isinstance(owner, v.Unknown):
        parameter, level = owner.parameter, owner.level
    return Hole(
        member.name,
        f"`{member.name}` is an attribute of something unknown",
        False,
        parameter,
        level,
        setting_name(holder, member.name),
        parameter.count(":") > 1,
    )


def combine(values: Sequence[v.Value], make: Callable[[Sequence[v.Value]], v.Value], guards: frozenset[v.Guard] = v.NO_GUARDS) -> v.Value:
    """`make` over every combination of options that can occur together (and with `guards`)."""
    combinations: list[tuple[frozenset[v.Guard], tuple[v.Value, ...]]] = [(v.NO_GUARDS, ())]
    for value in values:
        if not isinstance(value, v.Choice):
            combinations = [(held, (*done, value)) for held, done in combinations]
            continue
        combinations = [
            (held | option.guards, (*done, option.value))
            for held, done in combinations
            for option in value.options
            if v.consistent(held, option.guards) and v.consistent(guards, option.guards)
        ]
        if len(combinations) > 4 * v.MOST_OPTIONS:
            return make([v.generalise(tuple(o.value for o in each.options)) if isinstance(each, v.Choice) else each for each in values])
    if len(combinations) == 1 and not combinations[0][0]:
        return make(combinations[0][1])
    return v.choose(v.Option(held, make(done)) for held, done in combinations)


def join(values: Sequence[v.Value]) -> v.Value:
    """The values written one after another."""
    return combine(values, lambda parts: v.Text(merge([piece for part in parts for piece in pieces_of(part)])))


_PERCENT = re.compile(r"%(?:\((\w+)\))?[-+ #0]*(?:[1-9]\d*)?(?:\.\d+)?([sdifr%])")
_BRACES = re.compile(r"\{\{|\}\}|\{([^{}:!]*)(?:![rsa])?(?::[^{}]*)?\}")


def percent(template: v.Value, argument: v.Value) -> v.Value:
    """`template % argument`."""
    literal = known(template)
    if literal is None:
        return v.Unknown("a % format that is not known", "text")
    given = list(argument.items) if isinstance(argument, v.Items) and argument.complete else [argument]
    parts: list[v.Value] = []
    at = 0
    for match in _PERCENT.finditer(literal):
        parts.append(leveled(literal[at : match.start()], template))
        at = match.end()
        if match.group(2) == "%":
            parts.append(leveled("%", template))
        elif match.group(1):
            parts.append(entry(argument, match.group(1)) or v.Unknown("a value of a % format", match.group(1)))
        else:
            parts.append(given.pop(0) if given else v.Unknown("a value of a % format"))
    parts.append(leveled(literal[at:], template))
    return join(parts)


def brace_format(template: v.Value, args: v.Arguments) -> v.Value:
    """`template.format(...)`."""
    literal = known(template)
    if literal is None:
        return v.Unknown("a format that is not known", "text")
    parts: list[v.Value] = []
    at = automatic = 0
    for match in _BRACES.finditer(literal):
        parts.append(leveled(literal[at : match.start()], template))
        at = match.end()
        name = match.group(1)
        if name is None:
            parts.append(leveled(match.group()[0], template))
            continue
        found: v.Value | None = None
        if name == "" or name.isdigit():
            position = automatic if name == "" else int(name)
            automatic += name == ""
            found = args.positional[position] if position < len(args.positional) else None
        else:
            found = args.keyword(name)
        parts.append(found if found is not None else v.Unknown("a value of a format", re.sub(r"\W.*", "", name) or "value"))
    parts.append(leveled(literal[at:], template))
    return join(parts)


def _spread(mapping: v.Value) -> v.Arguments:
    """A mapping as keywords, for what it is formatted with."""
    entries = mapping.entries if isinstance(mapping, v.Dict) else ()
    return v.Arguments((), tuple((name, held) for key, held in entries if (name := known(key)) is not None))


def entry(mapping: v.Value, key: str) -> v.Value | None:
    """The entry of a known mapping."""
    if isinstance(mapping, v.Dict):
        for name, value in reversed(mapping.entries):
            if known(name) == key:
                return value
    return None


def leveled(literal: str, source: v.Value) -> v.Text:
    """Known text, decided where `source` was."""
    level = max((piece.level for piece in source.pieces), default=0) if isinstance(source, v.Text) else 0
    return v.Text((Literal(literal, level),) if literal else ())


def known(value: v.Value) -> str | None:
    """The text, if all of it is known."""
    if isinstance(value, v.Text) and all(isinstance(piece, Literal) for piece in value.pieces):
        return "".join(piece.text for piece in value.pieces if isinstance(piece, Literal))
    return None


def level_of(value: v.Value) -> int:
    """The highest level of a value's text, of any option of a choice."""
    return max((piece.level for option in options(value) for piece in pieces_of(option.value)), default=0)


def _mapped(change: Callable[[str], str]) -> Callable[[v.Value, Sequence[str | None]], v.Value]:
    def apply(value: v.Value, _args: Sequence[str | None]) -> v.Value:
        return v.Text(tuple(Literal(change(p.text), p.level, p.environment) if isinstance(p, Literal) else p for p in pieces_of(value)))

    return apply


def _stripper(left: bool, right: bool) -> Callable[[v.Value, Sequence[str | None]], v.Value]:
    def apply(value: v.Value, args: Sequence[str | None]) -> v.Value:
        return v.Text(strip(pieces_of(value), args[0] if args else None, left, right))

    return apply


def _removeprefix(value: v.Value, args: Sequence[str | None]) -> v.Value:
    pieces = pieces_of(value)
    prefix = args[0] if args else None
    if prefix and pieces and isinstance(pieces[0], Literal) and pieces[0].text.startswith(prefix):
        return v.Text(merge((Literal(pieces[0].text[len(prefix) :], pieces[0].level, pieces[0].environment), *pieces[1:])))
    return value


def _removesuffix(value: v.Value, args: Sequence[str | None]) -> v.Value:
    pieces = pieces_of(value)
    suffix = args[0] if args else None
    if suffix and pieces and isinstance(pieces[-1], Literal) and pieces[-1].text.endswith(suffix):
        return v.Text(merge((*pieces[:-1], Literal(pieces[-1].text[: -len(suffix)], pieces[-1].level, pieces[-1].environment))))
    return value


def _replace(value: v.Value, args: Sequence[str | None]) -> v.Value:
    if len(args) < 2 or args[0] is None or not args[0]:
        return v.Unknown("a replacement that is not known", "text")
    pieces = pieces_of(value)
    if args[1] is None:
        if any(isinstance(p, Literal) and args[0] in p.text for p in pieces):
            return v.Unknown("a replacement that is not known", "text")
        return v.Text(pieces)
    old, new = args[0], args[1]
    return v.Text(merge([Literal(p.text.replace(old, new), p.level, p.environment) if isinstance(p, Literal) else p for p in pieces]))


_METHODS: dict[str, Callable[[v.Value, Sequence[str | None]], v.Value]] = {
    "strip": _stripper(True, True),
    "lstrip": _stripper(True, False),
    "rstrip": _stripper(False, True),
    "upper": _mapped(str.upper),
    "lower": _mapped(str.lower),
    "casefold": _mapped(str.casefold),
    "title": _mapped(str.title),
    "capitalize": _mapped(str.capitalize),
    "removeprefix": _removeprefix,
    "removesuffix": _removesuffix,
    "replace": _replace,
    "encode": lambda value, _args: value,
    "decode": lambda value, _args: value,
    "as_posix": lambda value, _args: value,
    "human_repr": lambda value, _args: value,
}


def replace_with(value: v.Value, old: str, new: v.Value) -> v.Value:
    """`value.replace(old, new)` where the new text is not all known."""
    parts: list[Piece] = []
    for piece in pieces_of(value):
        if not isinstance(piece, Literal):
            parts.append(piece)
            continue
        for number, part in enumerate(piece.text.split(old)):
            if number:
                parts.extend(pieces_of(new))
            parts.append(Literal(part, piece.level, piece.environment))
    return v.Text(merge(parts))


def text_method(value: v.Value, name: str, args: v.Arguments) -> v.Value | None:
    """A string method on a text or on something that may be one; None if it is no string method that is followed."""
    if name == "format":
        return combine([value], lambda parts: brace_format(parts[0], args))
    if name == "join" and args.positional and (isinstance(value, v.Text) or _holds_items(args.positional[0])):
        return combine([value, args.positional[0]], lambda parts: _joined(parts[0], parts[1]))
    if name in ("split", "rsplit", "partition", "rpartition"):
        return combine([value], lambda parts: _split(parts[0], name, args))
    if name == "format_map" and args.positional:
        return combine([value, args.positional[0]], lambda parts: brace_format(parts[0], _spread(parts[1])))
    if name == "joinpath" and isinstance(value, v.Text):
        joined = combine([value, *args.positional], lambda parts: v.Text(reduce(append_path, (pieces_of(part) for part in parts))))
        return with_the_rest(joined, args)
    if name in ("startswith", "endswith"):
        return _starts(value, name, args)
    method = _METHODS.get(name)
    if method is None:
        return None
    if name == "replace" and len(args.positional) == 2:
        old = known(args.positional[0])
        if old and known(args.positional[1]) is None:
            return combine([value, args.positional[1]], lambda parts: replace_with(parts[0], old, parts[1]))
    given = [known(arg) for arg in args.positional]
    return combine([value], lambda parts: method(parts[0], given))


def with_the_rest(path: v.Value, args: v.Arguments) -> v.Value:
    """A path that is joined of arguments, where others may come after those that are known (`joinpath(*parts)`)."""
    if not args.open_:
        return path
    rest = v.Unknown(MORE, "more", level=v.BEYOND if args.outer else 0)
    return combine([path], lambda parts: v.Text(append_path(pieces_of(parts[0]), pieces_of(rest))))


def _holds_items(value: v.Value) -> bool:
    return any(isinstance(option.value, v.Items) for option in options(value))


def _split(value: v.Value, name: str, args: v.Arguments) -> v.Value:
    """The parts of a text; of one that is not all known, the parts before the first hole where there are any."""
    separator = known(args.positional[0]) if args.positional else None
    pieces = pieces_of(value)
    literal = known(value)
    level = level_of(value)
    limit = args.positional[1] if len(args.positional) > 1 else args.keyword("maxsplit")
    most = limit.value if isinstance(limit, v.Scalar) and isinstance(limit.value, int) else -1
    if literal is not None and (separator or not args.positional):
        cut = (
            literal.partition(separator)
            if name == "partition" and separator
            else literal.rpartition(separator)
            if name == "rpartition" and separator
            else None
        )
        parts = list(cut) if cut is not None else literal.rsplit(separator, most) if name == "rsplit" else literal.split(separator, most)
        return v.Items("list", tuple(v.Text((Literal(part, level),) if part else ()) for part in parts))
    if separator and pieces and isinstance(pieces[0], Literal) and separator in pieces[0].text and name in ("split", "partition"):
        first = pieces[0].text.partition(separator)[0]
        return v.Items(
            "parts", (v.Text((Literal(first, pieces[0].level, pieces[0].environment),)), v.Unknown("a part of a text", "part")), True
        )
    hole = next((piece for piece in pieces if isinstance(piece, Hole)), Hole("part"))
    return v.Items("list", (v.Unknown("a part of a text", "part", parameter=hole.parameter, level=hole.level),), False)


def _joined(separator: v.Value, items: v.Value) -> v.Value:
    if isinstance(items, v.Items) and items.items and (items.complete or items.kind in ("list", "tuple")):
        spread: list[v.Value] = []
        for number, item in enumerate(items.items):
            if number:
                spread.append(separator)
            spread.append(item)
        if not items.complete:
            spread.extend((separator, v.Unknown(MORE, "more", level=max(level_of(item) for item in items.items))))
        return join(spread)
    # How many segments it has is not known where the separator is, or may hold, a slash.
    sep = known(separator)
    reason = MORE if sep is None or "/" in sep else "a join of items that are not known"
    return v.Unknown(reason, "text", level=v.BEYOND if _are_arguments(items) else level_of(items))


def _are_arguments(value: v.Value) -> bool:
    """Whether a value is the root's own `*args`, which its callers know."""
    return isinstance(value, v.Items) and value.kind == "arguments"


def _starts(value: v.Value, name: str, args: v.Arguments) -> v.Value:
    wanted = known(args.positional[0]) if args.positional else None
    if wanted is None:
        return v.Unknown("a test that is not known")

    def one(parts: Sequence[v.Value]) -> v.Value:
        pieces = pieces_of(parts[0])
        if not pieces:
            return v.Scalar(not wanted)
        end = pieces[0] if name == "startswith" else pieces[-1]
        if not isinstance(end, Literal):
            return v.Unknown("a test that is not known")
        holds = end.text.startswith(wanted) if name == "startswith" else end.text.endswith(wanted)
        whole = len(pieces) == 1 or len(end.text) >= len(wanted)
        return v.Scalar(holds) if holds or whole else v.Unknown("a test that is not known")

    return combine([value], one)
