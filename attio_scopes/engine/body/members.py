"""Members: what a loop, a comprehension or a `*` goes over.

Takes a frame and a value; gives the members of an enum, the fields of a named tuple, what `__iter__` of the project gives, or the value
itself. Never splits what it gives into items: that is `containers.iterate`.
"""

from __future__ import annotations

from attio_scopes.engine.attributes import attribute
from attio_scopes.engine.calls import call
from attio_scopes.engine.class_attributes import enum_members
from attio_scopes.engine.containers import content
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import choose
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.library.urls import parts_of
from attio_scopes.engine.project.classes import fields_of, find_method, is_enum
from attio_scopes.model import facts as f


def members(fr: Frame, value: v.Value) -> v.Value:
    """What a loop goes over: of an enum its members, of a named tuple its fields, of anything else itself."""
    if isinstance(value, v.Class) and is_enum(fr.ask, value.target):
        return v.Seq("list", tuple(enum_members(fr, value.target)))
    parts = parts_of(value)
    if parts is not None:
        return parts
    if isinstance(value, v.Obj) and "typing.NamedTuple" in fr.ask.external_bases(value.cls):
        return v.Seq("tuple", tuple(attribute(fr, value, name) for name, _ in fields_of(fr.ask, value.cls)))
    if isinstance(value, v.Obj):
        method = find_method(fr.ask, value.cls, "__iter__")
        if method is not None:
            given = call(fr, v.Func(method, value), v.Arguments(), (fr.at(f.NO_SPAN),))
            return given if not isinstance(given, v.Obj) else value
    if isinstance(value, v.Choice) and any(isinstance(o.value, (v.Class, v.Obj, v.Made)) for o in value.options):
        return choose(v.Option(o.guards, members(fr, o.value)) for o in value.options)
    return value


def first_of_all(fr: Frame, expr: f.Invoke, callee: v.Value, args: v.Arguments) -> v.Value | None:
    """`next(iter(x))`, `next(y for y in x)`: the first item of what is made there and then; None where the call is another, or that is
    not known."""
    if callee != v.External("builtins.next") or not args.positional or not isinstance(expr.args[0].value, (f.Invoke, f.Comprehension)):
        return None
    held = content(fr, args.positional[0])
    rows = [(option.guards, option.value) for option in v.options(held)]
    if not all(isinstance(row, v.Seq) and row.kind != "set" and (row.items or row.rest is None) for _, row in rows):
        return None
    empty = args.positional[1] if len(args.positional) > 1 else None
    found = [(guards, row.items[0] if row.items else empty) for guards, row in rows if isinstance(row, v.Seq)]
    return choose(v.Option(guards, one) for guards, one in found if one is not None) if any(one is not None for _, one in found) else None
