"""Targets: what an assignment binds.

Takes a target and a value and changes the frame's variables, or what objects hold.
"""

from __future__ import annotations

from attio_scopes.engine.attributes import attribute
from attio_scopes.engine.container_changes import delete_item, store_item, with_item
from attio_scopes.engine.containers import any_item, content, inner_of, item
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import any_of, choose
from attio_scopes.engine.domain.evidence import lost
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.library.settings import put_in_environment
from attio_scopes.engine.library.urls import parts_of
from attio_scopes.engine.project.classes import fields_of, find_method
from attio_scopes.engine.project.scopes import mentioned
from attio_scopes.engine.stores import delete, store
from attio_scopes.engine.unfollowed import ask_for
from attio_scopes.engine.world import texts_of
from attio_scopes.model import facts as f


def assign(fr: Frame, target: f.Expr, value: v.Value) -> None:
    """Bind a target: a name, an attribute, an item, or several of them."""
    if isinstance(target, f.Name):
        bind_name(fr, target.id, value)
    elif isinstance(target, f.Collection):
        _unpack(fr, target, value)
    elif isinstance(target, f.Attr):
        owner = fr.ask.evaluate(fr, target.value)
        ask_for(fr, owner, (value,))
        store(fr, owner, target.name, value)
        fr.ask.note_shared(fr, target.value, target.name, value)
    elif isinstance(target, f.Item):
        _store_item(fr, target, value)
    elif isinstance(target, f.Star):
        assign(fr, target.value, v.Seq("list", (), value))


def bind_name(fr: Frame, name: str, value: v.Value) -> None:
    """Bind a variable, where it belongs: to the frame, to the functions around it, or to the module."""
    if name in fr.globals_:
        fr.store((fr.module, name), value)
    elif name in fr.nonlocals:
        owner = fr.ask.holder(fr.function, name)
        scope: v.Value | None = fr.outer
        for _ in range(owner or 0):
            scope = attribute(fr, scope, "<outer>") if scope is not None else None
        if scope is not None:
            fr.store((scope, name), value)
    elif name in fr.shared and fr.scope is not None:
        fr.store((fr.scope, name), value)
    else:
        if fr.function is None and fr.owner is None:
            _bind_anew(fr, name, value)
        fr.state.names[name] = value


def _bind_anew(fr: Frame, name: str, value: v.Value) -> None:
    """Bind a name of a module once more, after functions were called that may have read it, or put something there."""
    place = (fr.module, name)
    before = fr.state.name(name)
    called = fr.stamps.get(place, fr.ask.world.substitutions) < fr.ask.world.substitutions
    if fr.state.held(place) is not None:
        fr.store(place, value)
    elif called and before is not None and len(texts_of(before) | texts_of(value)) > 1:
        fr.store(place, before)
        fr.overwritten.setdefault(place, {})[before] = None
        fr.store(place, value)
    else:
        fr.stamps[place] = fr.ask.world.substitutions


def bound_in_turn(fr: Frame, target: f.Expr) -> None:
    """Note that a loop of a module's body binds its names to one text after another: functions that a round calls find each there."""
    for name in mentioned(target) if fr.function is None and fr.owner is None else ():
        value = fr.state.name(name)
        if value is not None and len(texts_of(value)) > 1:
            fr.store((fr.module, name), value)


def _store_item(fr: Frame, target: f.Item, value: v.Value) -> None:
    owner, index = fr.ask.evaluate(fr, target.value), fr.ask.evaluate(fr, target.index)
    ask_for(fr, owner, (value,))
    for option in v.options(owner):
        one = option.value
        if isinstance(one, (v.Obj, v.Param)) and one.cls is not None and not (isinstance(one, v.Param) and one.path):
            method = find_method(fr.ask, one.cls, "__setitem__")
            if method is not None:
                fr.ask.call(fr, v.Func(method, one), v.Arguments((index, value)), (fr.at(f.NO_SPAN),))
                continue
        one = inner_of(fr, one) or one
        if isinstance(owner, v.Choice):
            before = fr.held(one) if isinstance(one, v.Ref) else None
            store_item(fr, one, index, value)
            if before is not None:
                fr.store(one, any_of([fr.held(one) or before, before]))
        elif isinstance(one, v.Ref):
            store_item(fr, one, index, value)
        elif v.is_open(one) and not isinstance(one, (v.Made, v.Member)):
            if isinstance(one, v.Param):
                store_item(fr, one, index, value)
            fr.ask.call(fr, attribute(fr, one, "__setitem__"), v.Arguments((index, value)), (fr.at(f.NO_SPAN),))
        elif one == v.External("os.environ"):
            put_in_environment(fr, index, value)
        elif isinstance(one, v.Made) and one.name == v.FIELDS:
            given = v.Arguments((one.args.positional[0], index, value))
            fr.ask.call(fr, v.External("builtins.object.__setattr__"), given, (fr.at(f.NO_SPAN),))
        elif isinstance(one, (v.Made, v.Member, v.Lost)):
            name = v.known(index)
            if name is not None:
                _on_library(fr, one, name, value)
    name = v.known(index)
    if name is not None:
        fr.ask.note_shared(fr, target.value, name, value)


def _on_library(fr: Frame, owner: v.Value, name: str, value: v.Value) -> None:
    """`session.headers["Authorization"] = …`: an entry of a mapping that a library's object has."""
    held = fr.held((owner, "<items>"))
    before = held if isinstance(held, v.Map) else v.Map((), lost("a library may have put other entries there"))
    fr.store((owner, "<items>"), with_item(before, v.text(name), value))
    if isinstance(owner, v.Member) and isinstance(owner.owner, v.Made):
        own = fr.held((owner.owner, owner.name))
        known = own if isinstance(own, v.Map) else v.Map(())
        fr.store((owner.owner, owner.name), with_item(known, v.text(name), value))


def _unpack(fr: Frame, target: f.Collection, value: v.Value) -> None:
    columns = _columns(fr, target, value)
    for part, column in zip(target.items, columns, strict=True):
        if isinstance(part, f.Star):
            assign(fr, part.value, column)
        else:
            assign(fr, part, column)


def _columns(fr: Frame, target: f.Collection, value: v.Value) -> list[v.Value]:
    """The value of each part of a target."""
    if isinstance(value, v.Obj) and "typing.NamedTuple" in fr.ask.external_bases(value.cls):
        value = v.Seq("tuple", tuple(attribute(fr, value, name) for name, _ in fields_of(fr.ask, value.cls)))
    held = parts_of(value) or content(fr, value)
    width = len(target.items)
    if isinstance(held, v.Choice):
        rows = [(option.guards, _columns(fr, target, option.value)) for option in held.options]
        return [choose(v.Option(guards, row[n]) for guards, row in rows) for n in range(width)]
    star = next((n for n, part in enumerate(target.items) if isinstance(part, f.Star)), None)
    if isinstance(held, v.Seq):
        items = held.items
        if star is None and (len(items) >= width or held.rest is None):
            short = lost("there are fewer values than names to unpack them into", held)
            return [items[n] if n < len(items) else held.rest or short for n in range(width)]
        if star is not None and held.rest is None and len(items) >= width - 1:
            after = width - star - 1
            middle = v.Seq("list", items[star : len(items) - after])
            return [*items[:star], middle, *items[len(items) - after :]]
        if star is not None:
            before = [items[n] if n < len(items) else held.rest or any_item(fr, held) for n in range(star)]
            left = (*items[star:], *((held.rest,) if held.rest is not None else ()))
            rest = any_of(left) if left else lost("there are fewer values than names to unpack them into")
            return [*before, v.Seq("list", items[star:], held.rest), *[rest] * (width - star - 1)]
        return [
            items[n] if n < len(items) else held.rest or lost("there are fewer values than names to unpack them into") for n in range(width)
        ]
    if v.is_open(held):
        found = [item(fr, held, v.Scalar(n)) for n in range(width if star is None else star)]
        return found if star is None else [*found, *[v.Apply("each", (held,)) for _ in range(width - star)]]
    part = any_item(fr, held)
    return [_named(part, piece) for piece in target.items]


def _named(value: v.Value, target: f.Expr) -> v.Value:
    if isinstance(value, v.Lost) and isinstance(target, f.Name) and value.label in ("item", "value"):
        return lost(value.reason, value, label=target.id, environment=value.environment)
    return value


def unbind(fr: Frame, target: f.Expr) -> None:
    """`del target`."""
    if isinstance(target, f.Name):
        fr.state.names.pop(target.id, None)
    elif isinstance(target, f.Attr):
        delete(fr, fr.ask.evaluate(fr, target.value), target.name)
    elif isinstance(target, f.Item):
        owner, index = fr.ask.evaluate(fr, target.value), fr.ask.evaluate(fr, target.index)
        if isinstance(owner, v.Obj):
            method = find_method(fr.ask, owner.cls, "__delitem__")
            if method is not None:
                fr.ask.call(fr, v.Func(method, owner), v.Arguments((index,)), (fr.at(f.NO_SPAN),))
        delete_item(fr, owner, index)
    elif isinstance(target, f.Collection):
        for part in target.items:
            unbind(fr, part)
