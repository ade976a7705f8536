"""Substitution: values and guards of a callee in the terms of one call.

Takes the call and a value, or guards, of its summary; gives what they are for the caller. Asks and reads, but never sends and leaves
nothing in objects: that is `instantiate`'s.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from msgspec import Struct, field

from attio_scopes.engine import bounds
from attio_scopes.engine.answers import settled
from attio_scopes.engine.attributes import attribute
from attio_scopes.engine.containers import item
from attio_scopes.engine.current import CURRENT
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import PAST, choose, combine, consistent, one_for_all, spent
from attio_scopes.engine.domain.evidence import lost
from attio_scopes.engine.domain.guards import possible
from attio_scopes.engine.domain.parts import tested_and_made
from attio_scopes.engine.domain.pieces import merge
from attio_scopes.engine.domain.text import KEEPING, as_own, held_up, pieces_of, shifted, taken_up
from attio_scopes.engine.frame import LINE, Frame
from attio_scopes.engine.inner_evidence import inner_evidence
from attio_scopes.engine.keys import index_of
from attio_scopes.engine.operations import apply
from attio_scopes.engine.summary import At, Summary
from attio_scopes.engine.texts import as_text, where_there


class Given(Struct, frozen=True):
    """What a call gave that was handed up.

    Attributes:
        depth: how many calls it went through: its texts know at which of these they were decided.
        level: at which of them it was decided which entry of a table it is.
    """

    value: v.Value
    depth: int = 0
    level: int = 0


class Call(Struct):
    """One call of a summary.

    Attributes:
        fr: of the caller.
        bindings: the value of each root.
        by: tells this call from others.
        made: the sites of what the callee makes, which are others for each call.
        token: tells this call from others, in guards.
        within: whether the callee is defined in the body at hand, whose variables are no argument of the call.
        home: the class of the callee.
        read: the classes of the objects through which a value was read.
        own: the calls that are decided by these variables alone.
        results: what the calls that it handed up gave.
        taken: the lists out of which it takes items in a loop, and the items that were in them then.
    """

    fr: Frame
    summary: Summary
    bindings: dict[str, v.Value]
    here: tuple[At, ...]
    by: int
    token: tuple[str, Any, tuple[int, ...]]
    within: bool
    home: str
    own: set[Any] = field(default_factory=set)
    read: dict[v.Param, set[str]] = field(default_factory=dict)
    results: dict[Any, Given] = field(default_factory=dict)
    taken: dict[v.Ref, dict[v.Value, None]] = field(default_factory=dict)
    memo: dict[tuple[v.Value, int], v.Value] = field(default_factory=dict)
    guards: dict[v.Guards, list[v.Guards]] = field(default_factory=dict)


def substituted(call: Call, value: v.Value, offset: int) -> v.Value:
    """A value of the callee in the caller's terms; texts that the caller decides are its `offset`-th call's and further up."""
    kind = type(value)
    if kind in _SITED:
        site = value.site  # type: ignore[union-attr]  # those have one
        if site is not None and site in call.summary.made:
            moved = v.moved(site, call.by, bounds.CHAIN)
            if isinstance(value, v.Ref):
                return v.Ref(moved, value.kind)
            return v.Obj(value.cls, moved) if isinstance(value, v.Obj) else v.Variables(moved)
        return value
    if kind in _FIXED or (kind in _FIXED_IF_CLOSED and not v.is_open(value)):
        return value
    key = (value, offset)
    known = call.memo.get(key)
    if known is None:
        if kind not in _OPEN and _is_for_all(value, call.summary.made):
            call.memo[key] = value
            return value
        if offset and kind is v.Param:  # read as it was when the function was called, whatever that leaves there
            known = _given(call, value, substituted(call, value, 0), offset)  # type: ignore[arg-type]  # a Param
        elif offset and kind is v.Apply and value.operation == CURRENT:  # type: ignore[union-attr]  # likewise, and no argument
            known = substituted(call, value, 0)
        else:
            known = _REBUILD[kind](call, value, offset)
        call.memo[key] = known
    return known


def _given(call: Call, param: v.Param, value: v.Value, offset: int) -> v.Value:
    """What a caller gives: an argument is decided where it is given; what an object holds, by whoever has the object."""
    offset = max(offset, 0)
    if param.root.endswith(":<scope>"):
        if call.within:
            return value
        variable = sum(step != "<outer>" for _, step in param.path) < 2
        return (taken_up if variable else held_up)(value, offset + max(len(call.here) - 1, 0))
    if param.path and not _is_spread(call, param):
        level = offset + max(len(call.here) - 1 - _made_within(call, call.bindings.get(param.root)), 0)
        return held_up(value, level, frozenset({call.home, *call.read.get(param, ())}))
    return _hopped(value, offset)


def _made_within(call: Call, value: v.Value | None) -> int:
    """How many calls below the caller a list, mapping or object was made, where the call was handed up from there."""
    if isinstance(value, v.Choice):
        return min(_made_within(call, option.value) for option in value.options)
    chain = value.site.chain if isinstance(value, (v.Ref, v.Obj)) and value.site is not None else ()
    return sum(by >= LINE for by in chain) if chain[:1] == (call.by,) else 0


def _is_spread(call: Call, param: v.Param) -> bool:
    """Whether it is one of the arguments that `*args` or `**kwargs` of the callee gather."""
    given = call.bindings.get(param.root)
    if len(param.path) > 1 or param.path[0][0] != "[":
        return False
    return isinstance(given, v.Seq) or (isinstance(given, v.Ref) and given.site.span[1:] == (0, 0, 0))


def _hopped(value: v.Value, offset: int) -> v.Value:
    """A value that the caller decides: its texts are decided so many calls further up."""
    if isinstance(value, v.Text):
        return v.Text(tuple(v.with_piece(piece, hop=piece.hop + offset) for piece in value.pieces))
    if isinstance(value, v.Choice):
        return choose(v.Option(o.guards, _hopped(o.value, offset)) for o in value.options)
    if isinstance(value, v.Seq):
        return v.Seq(value.kind, tuple(_hopped(one, offset) for one in value.items), value.rest)
    return value


_SITED = frozenset({v.Ref, v.Obj, v.Variables})
_OPEN = frozenset({v.Param, v.Result, v.Apply})


def _is_for_all(value: v.Value, made: frozenset[v.Site]) -> bool:
    """Whether a value is the same for every caller: none decides it, no test tells its options apart, and the callee made nothing of it."""
    if v.is_open(value):
        return False
    tested, sites = tested_and_made(value)
    return not tested and made.isdisjoint(sites)


_FIXED = frozenset({v.Scalar, v.ModuleValue, v.Folder, v.External})
_FIXED_IF_CLOSED = frozenset({v.Text, v.Lost})


def _param(call: Call, value: v.Param, offset: int) -> v.Value:
    found = call.bindings.get(value.root)
    if found is None:
        return value
    homes: set[str] = set()
    for kind, step in value.path:
        for option in v.options(found):
            if isinstance(option.value, v.Obj):
                homes.update(f"{one.module.path}:{one.name}" for one in call.fr.ask.lineage(option.value.cls))
        found = attribute(call.fr, found, step) if kind == "." else item(call.fr, found, index_of(step))
    call.read[value] = homes
    return found


def _result(call: Call, value: v.Result, offset: int) -> v.Value:
    found = call.results.get(value.key)
    if found is None:
        return value
    if not offset or value.key in call.own:
        return as_own(found.value)
    made = shifted(found.value, max(offset, 0) - found.depth)
    return raised(made, level) if (level := found.level + max(offset, 0) - found.depth) > 0 else made


RETURNED = -1
"""The offset of what a callee gives back: its texts keep the calls at which they were decided."""


def _apply(call: Call, value: v.Apply, offset: int) -> v.Value:
    operands = tuple(substituted(call, one, offset) for one in value.operands)
    made = apply(call.fr, value.operation, operands, value.extra)
    if offset > 0 and value.operation == "text_of" and isinstance(value.operands[0], v.Param) and not value.operands[0].path:
        return raised(made, offset)  # an object is text by what its class says, and the caller gives the object
    if offset <= 0:
        return made
    made = taken_up(made, offset + len(call.here) - 1)
    if value.operation not in _CHOOSING or (value.operation == "text" and value.extra in KEEPING):
        return made
    level = max(_decided(call, one, offset) for one in value.operands)
    return raised(made, level) if level else made


_CHOOSING = frozenset({"item", "get", "view", "text", "pure", "body", "each", "attribute", "percent", "format"})
"""Operations whose operands decide the whole of what they give: an entry of a table is decided where its key is."""


def _decided(call: Call, value: v.Value, offset: int) -> int:
    """How far up it is decided what a value is."""
    if isinstance(value, v.Apply):
        return max((_decided(call, one, offset) for one in value.operands), default=0)
    made = substituted(call, value, offset)
    given = call.results.get(value.key) if isinstance(value, v.Result) else None
    if isinstance(value, v.Param) and not value.path and isinstance(made, v.Ref):
        return offset  # a table or list that a caller gives
    return max(highest(made), given.level + offset - given.depth if given is not None and given.level else 0)


def highest(value: v.Value) -> int:
    """How far up the texts of a value are decided."""
    if isinstance(value, v.Text):
        return max((piece.hop for piece in value.pieces), default=0)
    if isinstance(value, v.Choice):
        return max(highest(o.value) for o in value.options)
    if isinstance(value, v.Seq):
        return max((highest(one) for one in value.items), default=0)
    return 0


def raised(value: v.Value, level: int) -> v.Value:
    """A value whose texts are decided that far up, where they are not decided further up."""
    if isinstance(value, v.Text):
        return v.Text(tuple(v.with_piece(piece, hop=level) if piece.hop < level else piece for piece in value.pieces))
    if isinstance(value, v.Choice):
        return choose(v.Option(o.guards, raised(o.value, level)) for o in value.options)
    if isinstance(value, v.Seq):
        return v.Seq(value.kind, tuple(raised(one, level) for one in value.items), value.rest)
    return value


def _text(call: Call, value: v.Text, offset: int) -> v.Value:
    parts: list[v.Value] = []
    known: list[v.Piece] = []
    for piece in value.pieces:
        if isinstance(piece, v.Lit) or piece.term is None:
            known.append(piece)
            continue
        if known:
            parts.append(v.Text(tuple(known)))
            known = []
        found = where_there(substituted(call, piece.term, offset))
        shown = _shifted(piece, as_text(call.fr, found))
        parts.append(_unknown_of(found, shown, offset) if offset > 0 and type(piece.term) is v.Param else shown)
    if known:
        parts.append(v.Text(tuple(known)))
    return combine(parts, lambda *found: v.Text(merge([p for part in found for p in pieces_of(part)])))


def _unknown_of(value: v.Value, shown: v.Value, offset: int) -> v.Value:
    """A text that a caller gives: what is not known of it is the caller's."""
    return raised(shown, offset) if isinstance(value, (v.Lost, v.Member, v.Made)) else shown


def _shifted(gap: v.Gap, value: v.Value) -> v.Value:
    """What stands in a gap, decided by the caller."""
    if isinstance(value, v.Choice):
        return choose(v.Option(o.guards, _shifted(gap, o.value)) for o in value.options)
    pieces = []
    for piece in pieces_of(value):
        if isinstance(piece, v.Gap) and piece.label == "value" and gap.label != "value":
            piece = v.with_piece(piece, label=gap.label)
        if gap.single and isinstance(piece, v.Gap) and not piece.single:
            piece = v.with_piece(piece, single=True)
        pieces.append(piece)
    if gap.more:  # more than this may stand there, whatever is known of it
        pieces.append(v.Gap(gap.label, gap.reason, more=True))
    return v.Text(tuple(pieces))


def _lost(call: Call, value: v.Lost, offset: int) -> v.Value:
    found = [substituted(call, term, offset) for term in value.terms]
    has = value.evidence or inner_evidence(call.fr, found)
    return lost(
        value.reason, *found, label=value.label, environment=value.environment, single=value.single, parameter=value.parameter,
        has=has, derived=value.derived, unfollowed=value.unfollowed,
    )  # fmt: skip


def _choice(call: Call, value: v.Choice, offset: int) -> v.Value:
    if spent(sum(len(o.guards) for o in value.options)):
        return one_for_all([substituted(call, one, offset) for one in dict.fromkeys(o.value for o in value.options)])
    found = [v.Option(held, substituted(call, o.value, offset)) for o in value.options for held in guards_for(call, o.guards)]
    return choose(found) if found else lost("the conditions around it contradict each other", *(o.value for o in value.options))


def _seq(call: Call, value: v.Seq, offset: int) -> v.Value:
    rest = substituted(call, value.rest, offset) if value.rest is not None else None
    return v.Seq(value.kind, tuple(substituted(call, one, offset) for one in value.items), rest)


def _map(call: Call, value: v.Map, offset: int) -> v.Value:
    rest = substituted(call, value.rest, offset) if value.rest is not None else None
    return v.Map(tuple((substituted(call, k, offset), substituted(call, x, offset)) for k, x in value.entries), rest, value.at)


def _func(call: Call, value: v.Func, offset: int) -> v.Value:
    bound = substituted(call, value.bound, 0) if value.bound is not None else None
    scope = substituted(call, value.scope, 0) if value.scope is not None else None
    defaults = tuple((name, substituted(call, one, 0)) for name, one in value.defaults)
    if isinstance(bound, v.Choice):
        return choose(v.Option(o.guards, v.Func(value.target, o.value, scope, defaults)) for o in bound.options)
    return v.Func(value.target, bound, scope, defaults)


def arguments_for(call: Call, args: v.Arguments, offset: int) -> v.Arguments:
    """The arguments of a call of the callee, in the caller's terms."""
    return v.Arguments(
        tuple(substituted(call, one, offset) for one in args.positional),
        tuple((name, substituted(call, one, offset)) for name, one in args.keywords),
        substituted(call, args.star, offset) if args.star is not None else None,
        substituted(call, args.kwstar, offset) if args.kwstar is not None else None,
    )


def _partial(call: Call, value: v.Partial, offset: int) -> v.Value:
    return v.Partial(substituted(call, value.target, offset), arguments_for(call, value.args, offset), value.method)


def _class(call: Call, value: v.Class, offset: int) -> v.Value:
    return v.Class(value.target, substituted(call, value.scope, 0) if value.scope is not None else None)


def _made(call: Call, value: v.Made, offset: int) -> v.Value:
    site = value.site
    if site is not None and site in call.summary.made:
        site = v.moved(site, call.by, bounds.CHAIN)
    return v.Made(value.name, arguments_for(call, value.args, offset), site)


def _member(call: Call, value: v.Member, offset: int) -> v.Value:
    owner = substituted(call, value.owner, offset)
    return attribute(call.fr, owner, value.name) if owner != value.owner else value


def _super(call: Call, value: v.Super, offset: int) -> v.Value:
    return v.Super(substituted(call, value.instance, 0), value.after)


_REBUILD: dict[type, Any] = {
    v.Param: _param, v.Result: _result, v.Apply: _apply, v.Text: _text, v.Lost: _lost, v.Choice: _choice, v.Seq: _seq, v.Map: _map,
    v.Func: _func, v.Partial: _partial, v.Class: _class, v.Made: _made, v.Member: _member, v.Super: _super,
}  # fmt: skip


def guards_for(call: Call, guards: v.Guards) -> list[v.Guards]:
    """The sets of guards under which these hold for the caller; none where they cannot."""
    if not guards:
        return [v.NO_GUARDS]
    known = call.guards.get(guards)
    if known is not None:
        return known
    at = frozenset(v.Guard("at", _token(guard.about, call.by), guard.outcome) for guard in guards if guard.kind == "at")
    found: list[v.Guards] = [at] if possible(at) else []
    for guard in sorted((guard for guard in guards if guard.kind != "at"), key=_order):
        left = _guard(call, guard)
        if left == [v.NO_GUARDS]:
            continue
        found = [one | other for one in found for other in left if consistent(one, other)]
        if len(found) > bounds.WAYS_OF_A_TEST:
            found = [frozenset.intersection(*found)]
    call.guards[guards] = found
    return found


def _order(guard: v.Guard) -> tuple[str, str]:
    return (guard.kind, str(guard.outcome))


def _guard(call: Call, guard: v.Guard) -> list[v.Guards]:
    return settled(call.fr, guard, substituted(call, guard.about, 0), guard.than, call.token)


@lru_cache(maxsize=65_536)
def _token(about: Any, by: int) -> Any:
    """A token of the callee, as this call's own."""
    if about[0] == PAST:
        return about
    if about[0] == "asked":
        return ("asked", _token(about[1], by), about[2])
    return (about[0], about[1], (by, *about[2])[: bounds.CHAIN])
