"""Makers: functions of Python that make an object without its `__init__`, or a class, and that say what a class annotates.

`MAKES_CLASS` maps a dotted name to a function of (frame, arguments, place) like those of `effects`. Never runs an `__init__`.
"""

from __future__ import annotations

from collections.abc import Callable

from attio_scopes.engine.class_attributes import annotations_of
from attio_scopes.engine.class_making import class_of_names
from attio_scopes.engine.construct import made_by_new
from attio_scopes.engine.containers import content, iterate
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.values import known
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.summary import Here
from attio_scopes.engine.waiting import handed_up


def _type_hints(fr: Frame, args: v.Arguments, here: Here) -> v.Value | None:
    """`get_type_hints(cls)`: what the bodies of a class and its bases say that their names are."""
    owner = args.positional[0] if args.positional else None
    return annotations_of(fr, fr.ask.lineage(owner.target)) if isinstance(owner, v.Class) else None


def _new(fr: Frame, args: v.Arguments, here: Here) -> v.Value | None:
    """`object.__new__(cls)`: an object of the class, or of that which a caller gives."""
    if any(v.is_open(one) and not isinstance(one, v.Class) for one in args.positional[:1]) and not fr.closed:
        return handed_up(fr, v.External("builtins.object.__new__"), args, here, "__new__")
    first = args.positional[0] if args.positional else None
    if isinstance(first, v.Class) and "builtins.type" in fr.ask.external_bases(first.target):
        return _new_class(fr, args, here)
    return made_by_new(fr, args, here)


def _new_class(fr: Frame, args: v.Arguments, here: Here) -> v.Value | None:
    """`type.__new__(meta, name, bases, names)`: the class that is being made, or one of its own."""
    if len(args.positional) != 4:
        return None
    if any(v.is_open(one) and not isinstance(one, (v.Text, v.Seq)) for one in args.positional[1:]) and not fr.closed:
        return handed_up(fr, v.External("builtins.type.__new__"), args, here, "__new__")
    made = class_of_names(fr, args.positional[3])
    return made if made is not None else _class_of(fr, v.Arguments(args.positional[1:]), here)


def _class_of(fr: Frame, args: v.Arguments, here: Here) -> v.Value | None:
    """`type(name, bases, names)`: a class; of a single argument its class is asked elsewhere."""
    if len(args.positional) != 3:
        return None
    name, bases, table = args.positional
    held = content(fr, table)
    made = fr.ask.class_made_at(fr.module, here[0].span, known(name) or "type", iterate(fr, bases)[0])
    for key, value in held.entries if isinstance(held, v.Map) else ():
        if known(key) is not None:
            fr.store((made, known(key) or ""), value)
    return v.Class(made)


def _with_fields(base: str) -> Callable[[Frame, v.Arguments, Here], v.Value | None]:
    """`namedtuple("Pair", "left right")` and its like: a class with these fields, which derives from `base`."""

    def make(fr: Frame, args: v.Arguments, here: Here) -> v.Value | None:
        name, fields = known(args.positional[0]) if args.positional else None, args.positional[1:2]
        names = _names_of(fr, fields[0]) if fields else None
        if name is None or not names:
            return None
        made = fr.ask.class_made_at(fr.module, here[0].span, name, (v.External(base),), names)
        for word, one in zip(names, iterate(fr, fields[0])[0], strict=False):
            pair = content(fr, one)
            if isinstance(pair, v.Seq) and len(pair.items) > 2:  # name, type, and what stands where a default does
                fr.store((made, word), pair.items[2])
        defaults = args.keyword("defaults")
        held, _ = iterate(fr, defaults) if defaults is not None and defaults != v.NONE else ((), None)
        for word, value in zip(names[len(names) - len(held) :], held, strict=False):
            fr.store((made, word), value)
        return v.Class(made)

    return make


def _names_of(fr: Frame, fields: v.Value) -> tuple[str, ...] | None:
    """The names of fields: in one text, or in a list of names or of pairs of name and type; None where one is not known."""
    text = known(fields)
    if text is not None:
        return tuple(text.replace(",", " ").split())
    items, rest = iterate(fr, fields)
    first = [held.items[0] if isinstance(held := content(fr, one), v.Seq) and held.items else one for one in items]
    names = [known(one) for one in first]
    return tuple(one for one in names if one is not None) if rest is None and None not in names else None


MAKES_CLASS: dict[str, Callable[[Frame, v.Arguments, Here], v.Value | None]] = {
    "typing.get_type_hints": _type_hints,
    "inspect.get_annotations": _type_hints,
    "builtins.object.__new__": _new,
    "builtins.type": _class_of,
    "collections.namedtuple": _with_fields("typing.NamedTuple"),
    "typing.NamedTuple": _with_fields("typing.NamedTuple"),
    "dataclasses.make_dataclass": _with_fields("builtins.object"),
    "builtins.type.__new__": _new_class,
}
