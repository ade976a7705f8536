"""Texts: what values are as text, and the templates that they are put into.

Takes a frame and values, gives texts. What a project's class says of its objects as text is asked of its methods; what is put into a
template is as text first. Stores nothing itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from attio_scopes.engine.attributes import attribute
from attio_scopes.engine.containers import content, item, whole_maps
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import choose
from attio_scopes.engine.domain.evidence import lost
from attio_scopes.engine.domain.formats import brace_format, conversions
from attio_scopes.engine.domain.reasons import KEYS, why
from attio_scopes.engine.domain.text import joined, pieces_of
from attio_scopes.engine.domain.values import known
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.library.settings import is_environment, read_environment
from attio_scopes.engine.project.classes import find_method


def as_text(fr: Frame, value: v.Value) -> v.Value:
    """A value as text: what its class's `__str__` gives; of anything else itself."""
    if isinstance(value, v.Choice):
        return choose(v.Option(o.guards, as_text(fr, o.value)) for o in value.options)
    if not isinstance(value, v.Obj):
        return value
    made = _by_method(fr, value, ("__str__", "__format__", "__repr__"))
    if made is not None:
        return made
    given = fr.held((value, "args")) if fr.ask.external_bases(value.cls) else None  # an exception is text by its argument
    if isinstance(given, v.Seq) and len(given.items) == 1:
        return as_text(fr, given.items[0])
    held = fr.held((value, "value"))
    return held if isinstance(held, v.Text) else lost(f"a `{value.cls.facts.name}` object is used as text", value)


def _by_method(fr: Frame, value: v.Obj, names: tuple[str, ...]) -> v.Value | None:
    """What the first of these methods gives that the class of an object has."""
    for name in names:
        method = find_method(fr.ask, value.cls, name)
        if method is not None:
            extra = (v.text(""),) if name == "__format__" else ()
            return fr.ask.call(fr, v.Func(method, value), v.Arguments(extra), (fr.at((0, 0, 0, 0)),))
    return None


def as_shown(fr: Frame, value: v.Value) -> v.Value:
    """`repr(value)`: what the class's `__repr__` gives; of anything else its text."""
    if isinstance(value, v.Choice):
        return choose(v.Option(o.guards, as_shown(fr, o.value)) for o in value.options)
    made = _by_method(fr, value, ("__repr__",)) if isinstance(value, v.Obj) else None
    return made if made is not None else v.Text(pieces_of(value))


def itself_text(fr: Frame, value: v.Value) -> v.Value:
    """An object that is text (of a class that derives from `str`) as that; anything else itself."""
    held = fr.held((value, "value")) if isinstance(value, v.Obj) and "builtins.str" in fr.ask.external_bases(value.cls) else None
    return held if held is not None else value


def where_there(value: v.Value) -> v.Value:
    """One of several values, where it is not None: text cannot be made of that."""
    if not isinstance(value, v.Choice):
        return value
    kept = [option for option in value.options if option.value != v.NONE]
    return value if len(kept) == len(value.options) else choose(kept) if kept else value


def join_items(fr: Frame, separator: v.Value, items: v.Value) -> v.Value:
    """`separator.join(items)`."""
    held = content(fr, items)
    if isinstance(held, v.Map):
        held = whole_maps(held)
    if isinstance(held, v.Choice):
        return choose(v.Option(o.guards, join_items(fr, separator, o.value)) for o in held.options)
    if isinstance(held, v.Map):
        held = v.Seq("list", tuple(key for key, _ in held.entries), lost(why(held.rest, KEYS)) if held.rest is not None else None)
    if isinstance(held, v.Seq):
        held = v.Seq(held.kind, tuple(itself_text(fr, one) for one in held.items), held.rest)
    return joined(separator, held)


def held_for(fr: Frame, template: v.Value, given: v.Value) -> v.Value:
    """What a template is given: the items of a tuple or the entries of a mapping, each object among them as text."""
    named = named_of(fr, _NAMED.findall(known(template) or ""), given)
    held = named if named is not None else content(fr, given)
    letters = iter(conversions(known(template) or ""))
    if isinstance(held, v.Seq):
        return v.Seq(held.kind, tuple(_converted(fr, one, next(letters, "s")) for one in held.items), held.rest)
    return _converted(fr, held, next(letters, "s"))


def _converted(fr: Frame, value: v.Value, letter: str) -> v.Value:
    """An object as a template's conversion makes it text; any other value itself."""
    if isinstance(value, v.Choice):
        return choose(v.Option(o.guards, _converted(fr, o.value, letter)) for o in value.options)
    if not isinstance(value, v.Obj):
        return value
    return as_shown(fr, value) if letter == "r" else as_text(fr, value)


_NAMED = re.compile(r"%\((\w+)\)")


def named_of(fr: Frame, names: Iterable[str], given: v.Value | None) -> v.Map | None:
    """What the environment, or `x.__dict__`, has of these names; None of anything else."""
    if is_environment(given):
        return v.Map(tuple((v.text(name), read_environment(fr, v.text(name), None)) for name in dict.fromkeys(names)))
    if isinstance(given, v.Made) and given.name == v.FIELDS:
        owner = given.args.positional[0]
        return v.Map(tuple((v.text(name), attribute(fr, owner, name)) for name in dict.fromkeys(names)))
    return None


_FIELD = re.compile(r"\{(\w+)((?:\.\w+|\[\w+\])+)[^{}]*\}")
_ROOT = re.compile(r"\{([A-Za-z_]\w*)")
_STEP = re.compile(r"\.(\w+)|\[(\w+)\]")


def formatted(fr: Frame, template: v.Value, args: v.Arguments) -> v.Value:
    """`template.format(…)`, with the attributes and items that its fields name (`{row[path]}`)."""
    if args.kwstar is not None:
        args = v.Arguments(args.positional, args.keywords, args.star, content(fr, args.kwstar))
    more: dict[str, v.Value] = {}
    every = named_of(fr, _ROOT.findall(known(template) or ""), args.kwstar)
    if every is not None:
        words = tuple((known(key) or "", held) for key, held in every.entries)
        args = v.Arguments(args.positional, (*args.keywords, *(pair for pair in words if args.keyword(pair[0]) is None)), args.star)
    for root, steps in _FIELD.findall(known(template) or ""):
        found = args.get(int(root), root) if root.isdigit() else args.keyword(root)
        if found is None and not root.isdigit() and v.is_open(args.kwstar):
            found = item(fr, args.kwstar, v.text(root))  # type: ignore[arg-type]  # nothing that is open is None
        if found is None:
            continue
        for name, key in _STEP.findall(steps):
            found = attribute(fr, found, name) if name else item(fr, found, v.Scalar(int(key)) if key.isdigit() else v.text(key))
        more[root + steps] = found
    if not v.is_open(template):
        words = tuple((name, _converted(fr, one, "s")) for name, one in args.keywords)
        args = v.Arguments(tuple(_converted(fr, one, "s") for one in args.positional), words, args.star, args.kwstar)
    return brace_format(template, v.Arguments(args.positional, (*args.keywords, *more.items()), args.star, args.kwstar))
