"""Items: functions of libraries that call one that they are given for each of several items: `map`, `filter`, `takewhile` and their like.

`FOR_EACH` maps a dotted name to a function of (frame, arguments, place) like those of `effects`. Where the items are not all known, the
function is called with any of them.
"""

from __future__ import annotations

from collections.abc import Callable

from attio_scopes.engine import bounds
from attio_scopes.engine.callbacks import handed_on
from attio_scopes.engine.conditions import Test, ask_about, sifted
from attio_scopes.engine.containers import any_item, iterate
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import any_of, choose
from attio_scopes.engine.domain.evidence import lost
from attio_scopes.engine.domain.reasons import why
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.operations import binary
from attio_scopes.engine.summary import Here
from attio_scopes.model import facts as f


def _map(fr: Frame, args: v.Arguments, here: Here) -> v.Value | None:
    if len(args.positional) < 2:
        return None
    if len(args.positional) == 2:
        items, rest = iterate(fr, args.positional[1])
        if rest is None and len(items) <= bounds.UNROLLED:
            return v.Seq("list", tuple(_called_at(fr, args.positional[0], one, number, here) for number, one in enumerate(items)))
    given = fr.ask.call(fr, args.positional[0], handed_on(fr, "each", args.positional[1:], args), here)
    return v.Seq("list", (), given)


def _called_at(fr: Frame, function: v.Value, item: v.Value, number: int, here: Here) -> v.Value:
    """What a function gives for one of several items: what it makes is another object for each."""
    chain = fr.chain
    fr.chain = (number, *chain)
    given = fr.ask.call(fr, function, v.Arguments((item,)), here)
    fr.chain = chain
    return given


def _reduce(fr: Frame, args: v.Arguments, here: Here) -> v.Value | None:
    if len(args.positional) < 2:
        return None
    items, rest = iterate(fr, args.positional[1])
    first = args.positional[2:3] or items[:1]
    left = items if args.positional[2:3] else items[1:]
    if not first:
        return lost(why(rest, "`reduce` is given no known items"), rest)
    value = first[0]
    for one in left[:40]:
        value = fr.ask.call(fr, args.positional[0], v.Arguments((value, one)), here)
    if rest is not None or len(left) > 40:
        more = fr.ask.call(
            fr, args.positional[0], v.Arguments((value, rest or lost("`reduce` is given more items than are followed"))), here
        )
        value = any_of([value, more])
    return value


def _filter(fr: Frame, args: v.Arguments, here: Here) -> v.Value | None:
    if len(args.positional) < 2:
        return None
    items, rest = iterate(fr, args.positional[1])
    keep = args.positional[0]
    if rest is None and 0 < len(items) <= bounds.UNROLLED:
        ways = sifted(fr, len(items), lambda number: _keeps(fr, keep, items[number], number, here))
        if ways:
            return choose(v.Option(held, v.Seq("list", tuple(items[n] for n in kept))) for held, kept in ways)
    if keep != v.NONE:
        fr.ask.call(fr, keep, v.Arguments((any_item(fr, args.positional[1]),)), here)
    found = (*items, *((rest,) if rest is not None else ()))
    return v.Seq("list", (), any_of(found)) if found else v.Seq("list", ())


def _keeps(fr: Frame, keep: v.Value, one: v.Value, number: int, here: Here) -> Test:
    """Whether `filter` keeps an item."""
    plain = keep in (v.NONE, v.External("builtins.bool"))
    value = one if plain else fr.ask.call(fr, keep, v.Arguments((one,)), here)
    return ask_about(fr, f.Other(()), value, "true", None, (*here[-1].span[:3], number))


def _while(kept: bool) -> Callable[[Frame, v.Arguments, Here], v.Value | None]:
    """`takewhile` (`kept`), which gives the items up to the first that fails its test, or `dropwhile`, which gives those from there on."""

    def go(fr: Frame, args: v.Arguments, here: Here) -> v.Value | None:
        if len(args.positional) != 2:
            return None
        items, rest = iterate(fr, args.positional[1])
        for number, one in enumerate(items if len(items) <= bounds.UNROLLED else ()):
            found = _keeps(fr, args.positional[0], one, number, here)
            yes, no = found
            if not yes.possible:
                return v.Seq("list", items[:number]) if kept else v.Seq("list", items[number:], rest)
            if no.possible:
                break
        else:
            if rest is None and len(items) <= bounds.UNROLLED:
                return v.Seq("list", items if kept else ())
        either = (*items, *((rest,) if rest is not None else ()))
        return v.Seq("list", (), any_of(either)) if either else v.Seq("list", ())

    return go


def _accumulated(fr: Frame, args: v.Arguments, here: Here) -> v.Value | None:
    """`accumulate`: what joining one item after another comes to, after each."""
    if not args.positional:
        return None
    items, rest = iterate(fr, args.positional[0])
    join, first = args.get(1, "func"), args.keyword("initial")
    found: list[v.Value] = [] if first is None or first == v.NONE else [first]
    for one in items[: bounds.UNROLLED]:
        if not found:
            found.append(one)
        elif join is None or join == v.NONE:
            found.append(binary(fr, "+", found[-1], one))
        else:
            found.append(fr.ask.call(fr, join, v.Arguments((found[-1], one)), here))
    if rest is None and len(items) <= bounds.UNROLLED:
        return v.Seq("list", tuple(found))
    return v.Seq("list", tuple(found), lost(why(rest, "`accumulate` is given more items than are followed"), *found, rest))


FOR_EACH: dict[str, Callable[[Frame, v.Arguments, Here], v.Value | None]] = {
    "builtins.map": _map,
    "functools.reduce": _reduce,
    "builtins.filter": _filter,
    "itertools.takewhile": _while(True),
    "itertools.dropwhile": _while(False),
    "itertools.accumulate": _accumulated,
}
