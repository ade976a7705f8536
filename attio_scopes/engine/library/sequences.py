"""Known functions that make or go through collections: `list`, `dict`, `zip`, `sorted` and their like.

Takes a frame and arguments, gives what the function gives, or None where it waits for a caller. Each is a fact about the standard library.
None of them changes what it is given, calls anything of the project or sends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attio_scopes.engine import bounds
from attio_scopes.engine.container_changes import spread_into, with_item
from attio_scopes.engine.containers import any_item, content, iterate, mapping_of
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import any_of, combine
from attio_scopes.engine.domain.evidence import lost
from attio_scopes.engine.domain.reasons import ENTRIES, why
from attio_scopes.engine.domain.values import known
from attio_scopes.engine.held import stored_names
from attio_scopes.engine.library.urls import parts_of
from attio_scopes.engine.project.classes import fields_of, variables_of

if TYPE_CHECKING:
    from attio_scopes.engine.frame import Frame, Pure


def _sequence(kind: str) -> Pure:
    def make(fr: Frame, args: v.Arguments) -> v.Value | None:
        if not args.positional:
            return v.Seq(kind, ())
        if v.is_open(args.positional[0]) and not isinstance(args.positional[0], (v.Seq, v.Map, v.Choice)):
            return None
        held = content(fr, args.positional[0])
        if isinstance(held, v.Choice):
            return combine([held], lambda one: _listed(fr, kind, one))
        return _listed(fr, kind, held)

    return make


def _iterated(fr: Frame, args: v.Arguments) -> v.Value | None:
    """`iter`: in their order, where they have one."""
    held = content(fr, args.positional[0]) if args.positional else None
    return _sequence("set" if isinstance(held, v.Seq) and held.kind == "set" else "list")(fr, args)


def _listed(fr: Frame, kind: str, held: v.Value) -> v.Value:
    parts = parts_of(held)
    items, rest = iterate(fr, parts if parts is not None else held)
    return v.Seq(kind, items, rest)


def _unordered(fr: Frame, args: v.Arguments) -> v.Value | None:
    if not args.positional:
        return v.Seq("list", ())
    if v.is_open(args.positional[0]) and not isinstance(args.positional[0], (v.Seq, v.Map, v.Choice)):
        return None
    items, rest = iterate(fr, args.positional[0])
    if rest is None and items and all(known(item) is not None for item in items) and not args.keywords:
        return v.Seq("list", tuple(sorted(items, key=lambda item: known(item) or "")))
    found = (*items, *((rest,) if rest is not None else ()))
    if len(items) == 1 and rest is None:
        return v.Seq("list", items)
    return v.Seq("list", (), any_of(found)) if found else v.Seq("list", ())


def _reversed(fr: Frame, args: v.Arguments) -> v.Value | None:
    items, rest = iterate(fr, args.positional[0]) if args.positional else ((), None)
    return v.Seq("list", items[::-1]) if rest is None else _unordered(fr, args)


def _enumerated(fr: Frame, args: v.Arguments) -> v.Value | None:
    if not args.positional or (v.is_open(args.positional[0]) and not isinstance(args.positional[0], (v.Seq, v.Map, v.Choice))):
        return None
    items, rest = iterate(fr, args.positional[0])
    number = lost("the counter of a loop is different in each round", label="index", single=True)
    more = v.Seq("tuple", (number, rest)) if rest is not None else None
    start = args.get(1, "start")
    if start is None:
        return v.Seq("list", tuple(v.Seq("tuple", (v.Scalar(n), item)) for n, item in enumerate(items)), more)
    return v.Seq("list", tuple(v.Seq("tuple", (number, item)) for item in items), more)


def _zipped(fr: Frame, args: v.Arguments) -> v.Value | None:
    if any(v.is_open(arg) and not isinstance(arg, (v.Seq, v.Map, v.Choice)) for arg in args.positional):
        return None
    columns = [iterate(fr, arg) for arg in args.positional]
    whole = [items for items, rest in columns if rest is None]
    length = min((len(items) for items in whole), default=0)
    if not whole:
        length = min((len(items) for items, _ in columns), default=0)
    rows = []
    for row in range(length):
        rows.append(
            v.Seq(
                "tuple",
                tuple(
                    items[row] if row < len(items) else (rest or lost("the zipped lists have different lengths")) for items, rest in columns
                ),
            )
        )
    if whole:
        return v.Seq("list", tuple(rows))
    return v.Seq("list", tuple(rows), v.Seq("tuple", tuple(any_item(fr, arg) for arg in args.positional)))


def _product(fr: Frame, args: v.Arguments) -> v.Value | None:
    rows: list[tuple[v.Value, ...]] = [()]
    for arg in args.positional:
        items, rest = iterate(fr, arg)
        if rest is not None or len(rows) * len(items) > bounds.ITEMS:
            return v.Seq("list", (), v.Seq("tuple", tuple(any_item(fr, one) for one in args.positional)))
        rows = [(*row, item) for row in rows for item in items]
    return v.Seq("list", tuple(v.Seq("tuple", row) for row in rows))


def _chained_from(fr: Frame, args: v.Arguments) -> v.Value | None:
    """`chain.from_iterable`."""
    if not args.positional or (v.is_open(args.positional[0]) and not isinstance(args.positional[0], (v.Seq, v.Map))):
        return None
    items, rest = iterate(fr, args.positional[0])
    return _chained(fr, v.Arguments((*items, *((v.Seq("list", (), any_item(fr, rest)),) if rest is not None else ()))))


def _zipped_to_the_longest(fr: Frame, args: v.Arguments) -> v.Value | None:
    """`zip_longest`: what is short is filled up."""
    columns = [iterate(fr, arg) for arg in args.positional]
    if any(rest is not None for _, rest in columns):
        return _zipped(fr, args)
    length = max((len(items) for items, _ in columns), default=0)
    fill = args.keyword("fillvalue") or v.NONE
    whole = [v.Seq("list", (*items, *[fill] * (length - len(items)))) for items, _ in columns]
    return _zipped(fr, v.Arguments(tuple(whole)))


def _chained(fr: Frame, args: v.Arguments) -> v.Value | None:
    items: list[v.Value] = []
    rests: list[v.Value] = []
    for arg in args.positional:
        found, rest = iterate(fr, arg)
        (rests if rests else items).extend(found)  # after what may be of any length nothing has a place of its own
        rests.extend((rest,) if rest is not None else ())
    return v.Seq("list", tuple(items), any_of(rests) if rests else None)


def _sliced(fr: Frame, args: v.Arguments) -> v.Value | None:
    """`islice(x, stop)` and `islice(x, start, stop)`."""
    if not args.positional or (v.is_open(args.positional[0]) and not isinstance(args.positional[0], (v.Seq, v.Map, v.Choice))):
        return None
    items, rest = iterate(fr, args.positional[0])
    numbers = [one.value if isinstance(one, v.Scalar) and isinstance(one.value, int) else None for one in args.positional[1:3]]
    if not numbers or None in numbers or len(args.positional) > 3:
        return _filtered(fr, v.Arguments((v.NONE, args.positional[0])))
    start, stop = (0, numbers[0] or 0) if len(numbers) == 1 else (numbers[0] or 0, numbers[1] or 0)
    return v.Seq("list", items[start:stop], rest if stop > len(items) else None)


def _repeated(fr: Frame, args: v.Arguments) -> v.Value | None:
    return v.Seq("list", (), args.positional[0]) if args.positional else None


def _mapping(fr: Frame, args: v.Arguments) -> v.Value | None:
    if args.positional and v.is_open(args.positional[0]) and not isinstance(args.positional[0], (v.Seq, v.Map, v.Choice)):
        return None
    held: v.Value = mapping_of(fr, args.positional[0]) if args.positional else v.Map(())
    if not isinstance(held, (v.Map, v.Choice)):
        held = v.Map((), lost(why(held, ENTRIES), held, label="item"))
    for name, value in args.keywords:
        held = combine([held], lambda one, n=name, x=value: with_item(one, v.text(n), x))
    if args.kwstar is not None:
        held = combine([held, mapping_of(fr, args.kwstar)], lambda one, more: spread_into(one, more))
    return held


def _chain_map(fr: Frame, args: v.Arguments) -> v.Value | None:
    held: v.Value = v.Map(())
    for given in reversed(args.positional):
        held = combine([held, mapping_of(fr, given)], lambda one, more: spread_into(one, more))
    return held


def fields_as_mapping(fr: Frame, value: v.Value) -> v.Value:
    """What an object holds, as a mapping (`asdict`, `vars`)."""
    if isinstance(value, v.Made) and value.name == v.NAMESPACE:
        return v.Map(tuple((v.text(name), fr.ask.attribute(fr, value, name)) for name in stored_names(fr, value)))
    if isinstance(value, v.Class):
        own = (*variables_of(value.target), *value.target.methods)
        return v.Map(tuple((v.text(name), fr.ask.attribute(fr, value, name)) for name in own))
    if not isinstance(value, v.Obj):
        return lost(why(value, "the fields of the object are only known at run time"), value, label="item")
    names = dict.fromkeys((*(name for name, _ in fields_of(fr.ask, value.cls)), *stored_names(fr, value)))
    held = ((name, fr.ask.attribute(fr, value, name)) for name in names if not name.startswith("<"))
    nested = ((name, fields_as_mapping(fr, one) if isinstance(one, v.Obj) and one != value else one) for name, one in held)
    return v.Map(tuple((v.text(name), one) for name, one in nested))


def _fields(fr: Frame, args: v.Arguments) -> v.Value | None:
    if not args.positional or (v.is_open(args.positional[0]) and not isinstance(args.positional[0], v.Choice)):
        return None
    return combine([args.positional[0]], lambda one: fields_as_mapping(fr, one))


def _row_of_fields(fr: Frame, args: v.Arguments) -> v.Value | None:
    """`astuple`: the fields of an object in their order."""
    if not args.positional or (v.is_open(args.positional[0]) and not isinstance(args.positional[0], v.Choice)):
        return None
    return combine([args.positional[0]], lambda one: _as_row(fr, one))


def _as_row(fr: Frame, value: v.Value) -> v.Value:
    if not isinstance(value, v.Obj):
        return lost(why(value, "the fields of the object are only known at run time"), value, label="item")
    fields = (fr.ask.attribute(fr, value, name) for name, _ in fields_of(fr.ask, value.cls))
    return v.Seq("tuple", tuple(_as_row(fr, one) if isinstance(one, v.Obj) and one != value else one for one in fields))


def _next(fr: Frame, args: v.Arguments) -> v.Value | None:
    if not args.positional or (v.is_open(args.positional[0]) and not isinstance(args.positional[0], (v.Seq, v.Choice))):
        return None
    found = any_item(fr, args.positional[0])
    return any_of([found, args.positional[1]]) if len(args.positional) > 1 else found


def _any_of_them(fr: Frame, args: v.Arguments) -> v.Value | None:
    """`max`, `min`, `random.choice`, `reduce`: one of what is given."""
    if len(args.positional) > 1:
        return any_of(args.positional)
    if not args.positional or (v.is_open(args.positional[0]) and not isinstance(args.positional[0], (v.Seq, v.Map, v.Choice))):
        return None
    found = [any_item(fr, args.positional[0])]
    default = args.keyword("default")
    return any_of([*found, *((default,) if default is not None else ())])


def _filtered(fr: Frame, args: v.Arguments) -> v.Value | None:
    if len(args.positional) < 2:
        return None
    found = any_item(fr, args.positional[1])
    return v.Seq("list", (), found)


def _len(fr: Frame, args: v.Arguments) -> v.Value | None:
    held = content(fr, args.positional[0]) if args.positional else None
    if isinstance(held, v.Seq) and held.rest is None:
        return v.Scalar(len(held.items))
    if isinstance(held, v.Map) and held.rest is None and not any(isinstance(x, v.Choice) for _, x in held.entries):
        return v.Scalar(len(held.entries))
    return lost("the length is only known at run time", label="length", single=True)


COLLECTIONS: dict[str, Pure] = {
    "dataclasses.asdict": _fields,
    "dataclasses.astuple": _row_of_fields,
    "builtins.vars": _fields,
    "builtins.tuple": _sequence("tuple"),
    "builtins.frozenset": _sequence("tuple"),
    "builtins.iter": _iterated,
    "builtins.aiter": _iterated,
    "builtins.sorted": _unordered,
    "builtins.reversed": _reversed,
    "builtins.enumerate": _enumerated,
    "builtins.zip": _zipped,
    "builtins.next": _next,
    "builtins.anext": _next,
    "builtins.max": _any_of_them,
    "builtins.min": _any_of_them,
    "random.choice": _any_of_them,
    "secrets.choice": _any_of_them,
    "builtins.filter": _filtered,
    "builtins.len": _len,
    "itertools.product": _product,
    "itertools.chain": _chained,
    "itertools.chain.from_iterable": _chained_from,
    "itertools.zip_longest": _zipped_to_the_longest,
    "itertools.cycle": _sequence("list"),
    "itertools.islice": _sliced,
    "itertools.repeat": _repeated,
}


MAKES_CONTAINER: dict[str, tuple[str, Pure]] = {
    "builtins.list": ("list", _sequence("list")),
    "builtins.set": ("set", _sequence("set")),
    "collections.deque": ("list", _sequence("list")),
    "builtins.dict": ("dict", _mapping),
    "collections.OrderedDict": ("dict", _mapping),
    "collections.defaultdict": ("dict", lambda fr, args: _mapping(fr, v.Arguments(args.positional[1:], args.keywords))),
    "collections.ChainMap": ("dict", _chain_map),
    "queue.Queue": ("list", lambda fr, args: v.Seq("list", ())),
    "queue.SimpleQueue": ("list", lambda fr, args: v.Seq("list", ())),
    "queue.LifoQueue": ("list", lambda fr, args: v.Seq("list", ())),
    "queue.PriorityQueue": ("list", lambda fr, args: v.Seq("list", ())),
    "asyncio.Queue": ("list", lambda fr, args: v.Seq("list", ())),
    "weakref.WeakValueDictionary": ("dict", lambda fr, args: v.Map(())),
}
"""Functions that make a list, set or mapping that can change: its kind, and what it holds at first."""
