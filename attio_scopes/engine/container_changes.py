"""Changes of containers: what a list, set or mapping holds after something was put in or taken out, and the methods that do it.

Takes a frame, the container and what is put in; gives what the method returns. A change goes to the frame's state, to a new value under
the same identity; no value is ever changed itself, and a container that others made is left alone.
"""

from __future__ import annotations

from collections.abc import Callable

from attio_scopes.engine import bounds
from attio_scopes.engine.containers import (
    any_item,
    content,
    entry_of,
    item,
    item_of_sequence,
    iterate,
    lookup,
    mapping_of,
    or_absent,
    where_present,
    whole_maps,
)
from attio_scopes.engine.current import CURRENT
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import any_of, choose, combine, one_for_all, unguarded
from attio_scopes.engine.domain.evidence import lost
from attio_scopes.engine.domain.reasons import ENTRIES, INDEX, KEYS, why
from attio_scopes.engine.domain.state import one_mapping
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.keys import OBJECTS, key_of


def store_item(fr: Frame, owner: v.Value, index: v.Value, value: v.Value) -> None:
    """`owner[index] = value`, of a list or mapping that this body can change."""
    if isinstance(owner, v.Ref):
        held = content(fr, owner)
        several = isinstance(held, v.Choice)
        after = combine([held], lambda one: with_item(one, index, value)) if several else with_item(held, index, value)
        fr.store(owner, one_mapping(after))
    elif isinstance(owner, v.Param):
        fr.store((owner, ("[", index if isinstance(index, v.Param) else key_of(index))), value)


def with_item(held: v.Value, index: v.Value, value: v.Value) -> v.Value:
    """What a list or mapping holds after an item was put in."""
    if isinstance(index, v.Choice):
        return choose(v.Option(o.guards, with_item(held, o.value, value)) for o in index.options)
    key = key_of(index)
    if isinstance(held, v.Map):
        if key is not None or index == v.NONE or isinstance(index, (*OBJECTS, v.Seq, v.Param)):
            entries = tuple(e for e in held.entries if not (e[0] == index or (key is not None and key_of(e[0]) == key)))
            if len(entries) < len(held.entries):
                entries = tuple((k, value if (k == index or (key is not None and key_of(k) == key)) else x) for k, x in held.entries)
                return v.Map(entries, held.rest, held.at)
            if len(entries) >= bounds.ITEMS:
                return v.Map(entries, one_for_all([value, *((held.rest,) if held.rest is not None else ())]), held.at)
            return v.Map((*entries, (index, value)), held.rest, held.at)
        if len(held.entries) * len(v.options(value)) > bounds.WAYS:
            value = unguarded(value)  # it may be any of many entries: what decides which value it is tells nothing of any of them
        rest = any_of([value, *((held.rest,) if held.rest is not None else ())])
        return v.Map(tuple((k, any_of([x, value])) for k, x in held.entries), rest, held.at)
    if isinstance(held, v.Seq):
        if isinstance(key, int) and not isinstance(key, bool) and -len(held.items) <= key < len(held.items):
            items = list(held.items)
            items[key] = value
            return v.Seq(held.kind, tuple(items), held.rest)
        more = any_of([held.rest, value]) if held.rest is not None else None
        return v.Seq(held.kind, tuple(any_of([x, value]) for x in held.items), more)
    if v.is_open(held) and key is not None:  # what a caller gave is in it, and this comes on top
        return v.Apply("binary", (held, v.Map(((index, value),))), "|")
    return lost(why(held, ENTRIES), held, value, label="item")


def delete_item(fr: Frame, owner: v.Value, index: v.Value) -> None:
    """`del owner[index]`."""
    if not isinstance(owner, v.Ref):
        return
    fr.store(owner, combine([content(fr, owner), index], _deleted))


def _deleted(held: v.Value, index: v.Value) -> v.Value:
    key = key_of(index)
    if isinstance(held, v.Map):
        if key is None:
            return v.Map(tuple((k, any_of([x, v.ABSENT])) for k, x in held.entries), held.rest, held.at)
        return v.Map(tuple(e for e in held.entries if key_of(e[0]) != key), held.rest, held.at)
    if isinstance(held, v.Seq):
        whole = held.rest is None
        if isinstance(key, int) and whole and -len(held.items) <= key < len(held.items):
            items = list(held.items)
            del items[key]
            return v.Seq(held.kind, tuple(items))
        return _in_any_order(held)
    return held


def _in_any_order(held: v.Seq) -> v.Seq:
    found = (*held.items, *((held.rest,) if held.rest is not None else ()))
    return v.Seq(held.kind, (), any_of(found)) if found else held


Change = Callable[[Frame, v.Value, v.Arguments], "tuple[v.Value, v.Value]"]


def _append(fr: Frame, held: v.Value, args: v.Arguments) -> tuple[v.Value, v.Value]:
    if not args.positional or not isinstance(held, v.Seq):
        return held, v.NONE
    value = args.positional[0]
    if held.kind == "set":
        return v.Seq("set", (*held.items, value) if value not in held.items else held.items, held.rest), v.NONE
    if held.rest is not None or len(held.items) >= bounds.ITEMS:
        either = any_of if held.rest is not None else one_for_all
        return v.Seq(held.kind, held.items, either([value, *((held.rest,) if held.rest is not None else ())])), v.NONE
    return v.Seq(held.kind, (*held.items, value)), v.NONE


def _extend(fr: Frame, held: v.Value, args: v.Arguments) -> tuple[v.Value, v.Value]:
    if not args.positional or not isinstance(held, v.Seq):
        return held, v.NONE
    items, rest = iterate(fr, args.positional[0])
    if held.rest is not None:
        found = (held.rest, *items, *((rest,) if rest is not None else ()))
        return v.Seq(held.kind, held.items, any_of(found)), v.NONE
    return v.Seq(held.kind, (*held.items, *items), rest), v.NONE


def _insert(fr: Frame, held: v.Value, args: v.Arguments) -> tuple[v.Value, v.Value]:
    if len(args.positional) < 2 or not isinstance(held, v.Seq):
        return held, v.NONE
    at, value = args.positional[0], args.positional[1]
    if isinstance(at, v.Scalar) and isinstance(at.value, int) and (held.rest is None or 0 <= at.value <= len(held.items)):
        items = list(held.items)
        items.insert(at.value, value)
        return v.Seq(held.kind, tuple(items), held.rest), v.NONE
    return _in_any_order(v.Seq(held.kind, (*held.items, value), held.rest)), v.NONE


def _appendleft(fr: Frame, held: v.Value, args: v.Arguments) -> tuple[v.Value, v.Value]:
    return _insert(fr, held, v.Arguments((v.Scalar(0), *args.positional)))


def _remove(fr: Frame, held: v.Value, args: v.Arguments) -> tuple[v.Value, v.Value]:
    if isinstance(held, v.Seq) and args.positional:
        if held.rest is None and held.items.count(args.positional[0]) == 1:
            return v.Seq(held.kind, tuple(x for x in held.items if x != args.positional[0])), v.NONE
        return _in_any_order(held), v.NONE
    return held, v.NONE


def _clear(fr: Frame, held: v.Value, args: v.Arguments) -> tuple[v.Value, v.Value]:
    return (v.Map(()) if isinstance(held, v.Map) else v.Seq(held.kind, ()) if isinstance(held, v.Seq) else held), v.NONE


def _sort(fr: Frame, held: v.Value, args: v.Arguments) -> tuple[v.Value, v.Value]:
    return (_in_any_order(held) if isinstance(held, v.Seq) and len(held.items) > 1 else held), v.NONE


def _reverse(fr: Frame, held: v.Value, args: v.Arguments) -> tuple[v.Value, v.Value]:
    if isinstance(held, v.Seq):
        return (v.Seq(held.kind, held.items[::-1]) if held.rest is None else _in_any_order(held)), v.NONE
    return held, v.NONE


def _pop(fr: Frame, held: v.Value, args: v.Arguments) -> tuple[v.Value, v.Value]:
    if isinstance(held, v.Map):
        if not args.positional:
            return held, lost(why(held, ENTRIES), held)
        default = args.get(1, "default")
        found = lookup(held, args.positional[0], default)
        return _deleted(held, args.positional[0]), found
    if isinstance(held, v.Seq):
        at = args.positional[0] if args.positional else v.Scalar(-1)
        return _deleted(held, at), item_of_sequence(held, at)
    return held, lost(why(held, ENTRIES), held)


def _popleft(fr: Frame, held: v.Value, args: v.Arguments) -> tuple[v.Value, v.Value]:
    if isinstance(held, v.Seq):
        return _deleted(held, v.Scalar(0)), item_of_sequence(held, v.Scalar(0))
    return held, lost(why(held, ENTRIES), held)


def _update(fr: Frame, held: v.Value, args: v.Arguments) -> tuple[v.Value, v.Value]:
    if isinstance(held, v.Seq):
        return _extend(fr, held, args)
    if not isinstance(held, v.Map) and not v.is_open(held):
        return held, v.NONE
    for given in args.positional[:1]:
        held = combine([held, mapping_of(fr, given)], _merged)
    for name, value in args.keywords:
        held = combine([held], lambda one, n=name, x=value: with_item(one, v.text(n), x))
    if args.kwstar is not None:
        held = combine([held, mapping_of(fr, args.kwstar)], _merged)
    return held, v.NONE


def _merged(held: v.Value, more: v.Value) -> v.Value:
    """The same, where a caller may decide what is spread into it, or what it holds."""
    if all(isinstance(one, v.Map) or not v.is_open(one) for one in (held, more)):
        return spread_into(held, more)
    return v.Apply("binary", (held, more), "|")


def spread_into(held: v.Value, more: v.Value) -> v.Value:
    """What a mapping holds after another was spread into it."""
    if not isinstance(held, v.Map):
        return held
    if isinstance(more, v.Map):
        out: v.Value = held
        for key, value in more.entries:
            if isinstance(value, v.Choice) and any(o.value == v.ABSENT for o in value.options):
                before = entry_of(held, key)
                value = or_absent(value, before if before is not None else v.ABSENT)
            out = with_item(out, key, value)
        if more.rest is not None and isinstance(out, v.Map):
            rest = any_of([more.rest, *((out.rest,) if out.rest is not None else ())])
            out = v.Map(out.entries, rest, out.at)
        return out
    if isinstance(more, v.Scalar):
        return held
    rest = lost(why(more, ENTRIES), more, *((held.rest,) if held.rest is not None else ()), label="item")
    return v.Map(held.entries, rest, held.at)


def at_last(value: v.Value) -> v.Value | None:
    """A mapping to which something was added, as anybody may find it; None where it is another value, or callers decide more of it."""
    if not isinstance(value, v.Apply):
        return None
    if value.operation == CURRENT:
        return value.operands[0]
    if (value.operation, value.extra) != ("binary", "|"):
        return None
    before, more = (at_last(one) if v.is_open(one) else one for one in value.operands)
    return combine([before, more], spread_into) if before is not None and more is not None else None


def _setdefault(fr: Frame, held: v.Value, args: v.Arguments) -> tuple[v.Value, v.Value]:
    if not isinstance(held, v.Map) or not args.positional:
        return held, lost(why(held, ENTRIES), held)
    key, default = args.positional[0], args.get(1, "default") or v.NONE
    found = lookup(held, key, default)
    return with_item(held, key, found), found


_CHANGES: dict[str, Change] = {
    "append": _append, "add": _append, "extend": _extend, "insert": _insert, "remove": _remove, "discard": _remove, "clear": _clear,
    "sort": _sort, "reverse": _reverse, "pop": _pop, "popleft": _popleft, "update": _update, "setdefault": _setdefault,
    "appendleft": _appendleft, "extendleft": _extend, "popitem": _pop, "put": _append, "put_nowait": _append,
}  # fmt: skip


_ASKED = frozenset({"get", "items", "values", "keys", "copy", "__iter__", "index", "count", "union", "intersection", "difference",
                    "most_common", "__getitem__", "__contains__", "__len__", "get_nowait"})  # fmt: skip


CONTAINER_METHODS = frozenset({*_CHANGES, *_ASKED, "__setitem__", "__delitem__"})
CONTAINER_CHANGES = frozenset({*_CHANGES, "__setitem__", "__delitem__"})


def container_method(fr: Frame, owner: v.Value, name: str, args: v.Arguments) -> v.Value | None:
    """A method of a list or mapping (no choice); None where it is none."""
    if isinstance(owner, v.Ref) and name in _CHANGES:
        held = content(fr, owner)
        change = _CHANGES[name]
        if isinstance(held, v.Choice):
            done = [(o.guards, change(fr, o.value, args)) for o in held.options]
            fr.store(owner, choose(v.Option(g, after) for g, (after, _) in done))
            return choose(v.Option(g, given) for g, (_, given) in done)
        after, given = change(fr, held, args)
        fr.store(owner, after)
        return given
    if name == "__setitem__" and len(args.positional) == 2:
        store_item(fr, owner, args.positional[0], args.positional[1])
        return v.NONE
    if name == "__delitem__" and args.positional:
        delete_item(fr, owner, args.positional[0])
        return v.NONE
    if name in ("items", "values", "keys"):
        whole = [v.Option(o.guards, whole_maps(o.value) if isinstance(o.value, v.Map) else o.value) for o in v.options(content(fr, owner))]
        return combine([choose(whole)], lambda held: _ask(fr, owner, held, name, args))
    return combine([content(fr, owner)], lambda held: _ask(fr, owner, held, name, args))


def _ask(fr: Frame, owner: v.Value, held: v.Value, name: str, args: v.Arguments) -> v.Value:
    if name in ("get", "pop", "setdefault") and args.positional:
        key, default = args.positional[0], args.get(1, "default")
        if v.is_open(key):
            return v.Apply("get", (owner, key, *((default,) if default is not None else ())))
        if isinstance(held, v.Map):
            return lookup(held, key, default)
        if v.is_open(held):
            return v.Apply("get", (held, key, *((default,) if default is not None else ())))
    if isinstance(held, v.Map):
        if name == "items":
            pair = v.Seq("tuple", (lost(why(held.rest, KEYS), held.rest, label="key"), held.rest)) if held.rest is not None else None
            return v.Seq("list", tuple(v.Seq("tuple", (key, where_present(value))) for key, value in held.entries), pair)
        if name == "values":
            return v.Seq("list", tuple(where_present(value) for _, value in held.entries), held.rest)
        if name == "keys":
            rest = lost(why(held.rest, KEYS), held.rest, label="key") if held.rest is not None else None
            return v.Seq("list", tuple(key for key, _ in held.entries), rest)
    if isinstance(held, v.Seq) and name == "get_nowait":
        return item_of_sequence(held, lost(INDEX))
    if isinstance(held, v.Seq) and name == "get":
        return item_of_sequence(held, lost(INDEX))
    if name in ("copy", "__iter__"):
        return copied(fr, owner, held)
    if name == "__getitem__" and args.positional:
        return item(fr, owner, args.positional[0])
    if name in ("union", "__or__") and isinstance(held, v.Seq):
        return v.Seq(held.kind, held.items, any_of([any_item(fr, a) for a in args.positional])) if args.positional else held
    if name in ("intersection", "difference"):
        return _in_any_order(held) if isinstance(held, v.Seq) else held
    return lost(f"the result of `{name}()` is only known at run time", label=name, single=True)


def copied(fr: Frame, owner: v.Value, held: v.Value) -> v.Value:
    """A new list or mapping of the same content."""
    if isinstance(owner, v.Ref):
        site = v.Site(owner.site.path, owner.site.span, v.kept_of((-1, *owner.site.chain), bounds.CHAIN))
        fr.make(site)
        made = v.Ref(site, owner.kind)
        fr.store(made, held)
        return made
    return held
