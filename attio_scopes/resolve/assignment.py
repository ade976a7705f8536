"""Assignment: binding names, attributes and items, and changes to containers and headers.

Takes a target and a value and changes the variables of a frame; objects are values, so what changes one binds it anew.
"""

from __future__ import annotations

from attio_scopes.model import facts as f
from attio_scopes.model import values as v
from attio_scopes.model.beginnings import TOO_MANY
from attio_scopes.model.parts import could_matter
from attio_scopes.resolve.class_bodies import set_by_property
from attio_scopes.resolve.command_options import declared_by_argparse
from attio_scopes.resolve.containers import as_one_mapping, iterate
from attio_scopes.resolve.gathered import shared_key
from attio_scopes.resolve.lineage import find_method
from attio_scopes.resolve.machine import Frame, Machine
from attio_scopes.resolve.objects import members, with_store
from attio_scopes.resolve.text import entry, known


def assign(machine: Machine, target: f.Expr, value: v.Value, frame: Frame) -> None:
    """Bind a target: a name, an attribute, an item, or several of them."""
    if isinstance(target, f.Name):
        if target.id in frame.declared_global:
            frame.names["::" + target.id] = value
        elif not _set_nonlocal(frame, target.id, value):
            frame.names[target.id] = value
    elif isinstance(target, f.Collection):
        _unpack(machine, target, value, frame)
    elif isinstance(target, f.Attr):
        _store(machine, target, value, frame)
    elif isinstance(target, f.Item):
        _store_item(machine, target, value, frame)
    elif isinstance(target, f.Star):
        assign(machine, target.value, v.Items("list", (value,), False), frame)


def set_attribute(machine: Machine, call: tuple[f.Arg, ...], args: v.Arguments, frame: Frame) -> None:
    """`setattr(x, name, value)`: the assignment that it is, for each name that it may be."""
    if len(args.positional) != 3 or len(call) != 3:
        return
    for option in v.options(args.positional[1]):
        name = known(option.value)
        if name is not None:
            held = v.choose(o for o in v.options(args.positional[2]) if v.consistent(o.guards, option.guards))
            _store(machine, f.Attr(call[0].value, name), held, frame)


def _set_nonlocal(frame: Frame, name: str, value: v.Value) -> bool:
    if "nonlocal " + name not in frame.names:
        return False
    scope = frame.scope.outer
    while scope is not None:
        if name in scope.names:
            scope.names[name] = v.choose([v.Option(v.NO_GUARDS, scope.names[name]), v.Option(v.NO_GUARDS, value)])
            return True
        scope = scope.outer
    return False


def _unpack(machine: Machine, target: f.Collection, value: v.Value, frame: Frame) -> None:
    """`a, b = value`: of a choice of tuples each name is a choice that goes with the same tuple."""
    columns: list[list[v.Option]] = [[] for _ in target.items]
    for number, option in enumerate(v.options(value)):
        guards = option.guards or (frozenset({(id(target), number)}) if isinstance(value, v.Choice) else v.NO_GUARDS)
        inner = members(machine, option.value)
        exact = isinstance(inner, v.Items) and inner.complete and len(inner.items) == len(target.items)
        for index, column in enumerate(columns):
            if exact and isinstance(inner, v.Items):
                column.append(v.Option(guards, inner.items[index]))
            else:
                items, _ = iterate(inner)
                column.append(v.Option(guards, v.either(id(target), items) if items else v.Unknown("an item of an empty list")))
    for part, column in zip(target.items, columns, strict=True):
        assign(machine, part, v.choose(column), frame)


def _store(machine: Machine, target: f.Attr, value: v.Value, frame: Frame) -> None:
    owner = target.value
    if isinstance(owner, f.Name):
        if owner.id == frame.self_name:
            _store_on_self(machine, target.name, value, frame)
            return
        held = frame.names.get(owner.id)
        if held is not None:
            for name, stored in _stored(machine, held, target.name, value):
                held = with_store(held, name, stored)
            frame.names[owner.id] = held
    before = machine.evaluate(owner, frame)
    if isinstance(owner, f.Attr) and isinstance(before, (v.Instance, v.Made)):
        _store(machine, owner, with_store(before, target.name, value), frame)
    for name, stored in _stored(machine, before, target.name, value):
        _note_store(machine, owner, name, before, stored)


def _stored(machine: Machine, owner: v.Value, name: str, value: v.Value) -> tuple[tuple[str, v.Value], ...]:
    """What an assignment to an attribute stores: the value under its name, or what the setter of a property makes of it."""
    if isinstance(owner, v.Instance):
        return set_by_property(machine, owner, name, value) or ((name, value),)
    return ((name, value),)


def _store_on_self(machine: Machine, name: str, value: v.Value, frame: Frame) -> None:
    """`self.x = value` in a method; where `x` is a property with a setter, reading it gives what the setter stored."""
    stored = _stored(machine, frame.bound, name, value) if frame.bound is not None else ((name, value),)
    for inner, held in stored:
        frame.names["." + inner] = held
    getter = find_method(machine, frame.bound.cls, name) if isinstance(frame.bound, v.Instance) else None
    if getter is not None and len(getter.facts.body) == 1 and isinstance(getter.facts.body[0], f.Return):
        shown = getter.facts.body[0].value
        if isinstance(shown, f.Attr) and "." + shown.name in frame.names:
            frame.names["." + name] = frame.names["." + shown.name]


def _note_store(machine: Machine, holder: f.Expr, name: str, before: v.Value, value: v.Value) -> None:
    """Keep for the next round what is stored on an object that other code reads too."""
    key = shared_key(holder, name)
    for option in v.options(before):
        if isinstance(option.value, v.ModuleValue):
            machine.gathered.note_global(option.value.target, name, value)
        elif isinstance(option.value, v.Class):
            machine.gathered.note_on_class(option.value.target, name, value)
        elif isinstance(option.value, v.Instance):
            machine.gathered.note_outside(option.value.cls, name, value)
        elif key is not None and isinstance(option.value, (v.Made, v.Member, v.Parameter, v.Unknown, v.External)):
            machine.gathered.note_shared(key, value)


def _store_item(machine: Machine, target: f.Item, value: v.Value, frame: Frame) -> None:
    index = machine.evaluate(target.index, frame)
    owner = _few(machine.evaluate(target.value, frame))
    if any(isinstance(option.value, v.Dict) for option in v.options(owner)):
        options = [v.Option(option.guards, _with_entry(option.value, index, value)) for option in v.options(owner)]
        assign(machine, target.value, v.choose(options), frame)
    elif isinstance(target.value, f.Attr) and target.value.name in ("headers", "auth", "cookies"):
        _merge_into(machine, target.value, v.Dict(((index, value),), False), frame)
    name = known(index)
    if name is not None and not isinstance(owner, v.Instance):
        _note_store(machine, target.value, name, owner, value)


MOST_TABLES = 1
"""So many mappings that a variable may be are kept apart: every `if` around a change would double them."""


def _few(owner: v.Value) -> v.Value:
    """One of many mappings as one mapping, whose entries are one of several."""
    found = v.options(owner)
    return as_one_mapping(owner) if isinstance(owner, v.Choice) and len(found) > MOST_TABLES and _all_tables(found) else owner


def _all_tables(found: tuple[v.Option, ...]) -> bool:
    return all(isinstance(option.value, v.Dict) for option in found)


def _with_entry(owner: v.Value, index: v.Value, value: v.Value) -> v.Value:
    """A mapping with an entry set."""
    if not isinstance(owner, v.Dict):
        return owner
    kept = tuple(entry for entry in owner.entries if entry[0] != index)
    return v.Dict((*kept, (index, value)), owner.complete and known(index) is not None)


def _merge_into(machine: Machine, attribute: f.Attr, added: v.Value, frame: Frame) -> None:
    """Headers (or the like) of a client object get more entries."""
    client = machine.evaluate(attribute.value, frame)
    if isinstance(client, v.Made):
        assign(machine, attribute.value, set_header(client, attribute.name, added), frame)


_ADD_HEADER = frozenset({"add_header", "add_unredirected_header"})  # urllib.request.Request


def mutate(machine: Machine, func: f.Attr, args: v.Arguments, frame: Frame) -> None:
    """`x.headers.update(...)`, `table.update(...)`, `items.append(...)`: the object that changes is bound anew."""
    owner = func.value
    if func.name == "update" and isinstance(owner, f.Attr) and owner.name in ("headers", "auth", "params"):
        given = args.positional[0] if args.positional else v.Dict(tuple((v.text(name), held) for name, held in args.keywords))
        _merge_into(machine, owner, given, frame)
        return
    if not isinstance(owner, (f.Name, f.Attr)):
        return
    before = _few(machine.evaluate(owner, frame))
    options = [v.Option(option.guards, _changed(option.value, func.name, args, frame)) for option in v.options(before)]
    if any(option.value is not was.value for option, was in zip(options, v.options(before), strict=True)):
        assign(machine, owner, v.choose(options), frame)


def _changed(before: v.Value, name: str, args: v.Arguments, frame: Frame) -> v.Value:
    """An object after one of its methods changed it; the object itself where nothing is known of that."""
    if isinstance(before, v.Made):
        if name in _ADD_HEADER and len(args.positional) == 2:
            return set_header(before, "headers", v.Dict((args.positional[:2],), False))
        if name == "prepare_url" and args.positional:
            return with_store(before, "url", args.positional[0])
        option = declared_by_argparse(before, args) if name == "add_argument" else None
        return with_store(before, *option) if option is not None else before
    if isinstance(before, v.Dict) and name == "update":
        given = args.positional[0] if args.positional else v.Dict(tuple((v.text(name), held) for name, held in args.keywords))
        whole = before.complete and isinstance(given, v.Dict) and given.complete
        entries = given.entries if isinstance(given, v.Dict) else ()
        return v.Dict((*before.entries, *entries), whole)
    if isinstance(before, v.Dict) and name == "setdefault" and args.positional:
        return _with_default(before, args)
    return _grown(before, name, args, frame) if isinstance(before, v.Items) and before.kind != "generator" else before


def _with_default(before: v.Dict, args: v.Arguments) -> v.Dict:
    """A mapping after `setdefault`: what it had for the key, or the default."""
    name = known(args.positional[0])
    if name is None:
        return v.Dict(before.entries, False)
    if entry(before, name) is not None:
        return before
    default = args.positional[1] if len(args.positional) > 1 else v.NONE
    return v.Dict((*before.entries, (args.positional[0], default)), before.complete, before.outer)


def _grown(before: v.Items, name: str, args: v.Arguments, frame: Frame) -> v.Value:
    """A list after one of its methods changed it; in a loop, or after a change that is not followed, it is no longer complete."""
    given = args.positional[0] if args.positional else None
    if name == "append" and given is not None and len(before.items) < v.MOST_OPTIONS:
        return v.Items(before.kind, (*before.items, given), before.complete and not frame.exits)
    if name == "extend" and given is not None:
        more, whole = iterate(given)
        return v.Items(before.kind, (*before.items, *more), before.complete and whole and not frame.exits)
    if name == "insert" and isinstance(given, v.Scalar) and isinstance(given.value, int) and len(args.positional) == 2:
        at = given.value
        return v.Items(before.kind, (*before.items[:at], args.positional[1], *before.items[at:]), before.complete and not frame.exits)
    if given is not None and len(before.items) >= v.MOST_OPTIONS and TOO_MANY not in v.LOST and could_matter(given):
        v.LOST.add(TOO_MANY)
    return v.Items(before.kind, before.items, False)


def set_header(value: v.Value, attribute: str, held: v.Value) -> v.Value:
    """A client object with more headers (or another store) merged in."""
    if isinstance(value, v.Made):
        before = dict(value.stores).get(attribute)
        if isinstance(before, v.Dict) and isinstance(held, v.Dict):
            held = v.Dict((*before.entries, *held.entries), before.complete and held.complete)
    return with_store(value, attribute, held)
