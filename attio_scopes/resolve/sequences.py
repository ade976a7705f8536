"""Sequences: lists, tables and what loops go over, as the builtins and itertools make them.

Takes arguments of a call and gives a value. Where an item is not known, what is given says that there may be others.
"""

from __future__ import annotations

from attio_scopes.model import facts as f
from attio_scopes.model import values as v
from attio_scopes.resolve.machine import Frame, Machine


def sequence(machine: Machine, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value | None:
    """`list(x)`, `tuple(x)`, `sorted(x)` and the like."""
    if not args.positional:
        return v.Items("list", ())
    value = args.positional[0]
    if isinstance(value, v.Items):
        return v.Items("list", value.items, value.complete)
    if isinstance(value, v.Dict):
        return v.Items("list", tuple(key for key, _ in value.entries), value.complete)
    return v.Items("list", (v.Unknown("an item of something unknown", "item"),), False)


def enumerated(machine: Machine, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value | None:
    """`enumerate(x)`."""
    value = sequence(machine, v.Arguments(args.positional[:1]), frame, span)
    if not isinstance(value, v.Items):
        return None
    number = v.Unknown("a counter", "index", single=True)
    return v.Items("list", tuple(v.Items("tuple", (number, item)) for item in value.items), value.complete)


def zipped(machine: Machine, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value:
    """`zip(...)`: rows as far as the columns are known."""
    columns = [arg.items if isinstance(arg, v.Items) and arg.complete else None for arg in args.positional]
    length = min((len(column) for column in columns if column is not None), default=0)
    if not length:
        return v.Items("list", (v.Items("tuple", tuple(v.Unknown("an item of something unknown", "item") for _ in columns)),), False)
    rows = [
        v.Items(
            "tuple", tuple(column[row] if column is not None else v.Unknown("an item of something unknown", "item") for column in columns)
        )
        for row in range(length)
    ]
    return v.Items("list", tuple(rows), all(column is not None for column in columns))


def product(machine: Machine, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value | None:
    """`itertools.product(...)` of known columns."""
    rows: list[tuple[v.Value, ...]] = [()]
    for arg in args.positional:
        column = sequence(machine, v.Arguments((arg,)), frame, span)
        if not isinstance(column, v.Items) or len(rows) * len(column.items) > v.MOST_OPTIONS:
            return None
        rows = [(*row, item) for row in rows for item in column.items]
    return v.Items("list", tuple(v.Items("tuple", row) for row in rows), not args.keywords)


def mapping(machine: Machine, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value:
    """`dict(...)` of a mapping, of pairs, of keywords."""
    entries = tuple((v.text(name), value) for name, value in args.keywords)
    if args.positional and isinstance(args.positional[0], v.Dict):
        return v.Dict((*args.positional[0].entries, *entries), args.positional[0].complete and not args.open_)
    rows = args.positional[0].items if args.positional and isinstance(args.positional[0], v.Items) else ()
    pairs = tuple(row.items for row in rows if isinstance(row, v.Items) and len(row.items) == 2)
    if pairs and len(pairs) == len(rows):
        return v.Dict((*((key, held) for key, held in pairs), *entries), False)
    return v.Dict(entries, not args.positional and not args.open_)


def chained_mappings(machine: Machine, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value | None:
    """`ChainMap(first, second, …)`: an entry is that of the first mapping which has it."""
    known = [mapping for mapping in args.positional if isinstance(mapping, v.Dict)]
    if not known:
        return None
    whole = len(known) == len(args.positional) and not args.open_ and all(mapping.complete for mapping in known)
    return v.Dict(tuple(entry for mapping in reversed(known) for entry in mapping.entries), whole)
