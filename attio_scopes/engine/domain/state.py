"""State: the variables of an activation and what objects hold, branch by branch.

A state can be forked into branches, which see what was there and keep what they change for themselves; `join` brings the branches
together again: what differs becomes a choice that remembers from which branch it is. Nothing is evaluated here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attio_scopes.engine import bounds
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import CROSSED, any_of, choose, one_for_all

Key = Any
"""What is held: (object, attribute) or a `Ref` for the content of a list or mapping."""


class State:
    """What holds at a point of a body.

    Attributes:
        parent: what it was forked from.
        names: variables bound since then.
        heap: what objects hold, as changed since then.
        guards: what is known to hold here.
        live: whether control gets here.
        fresh: where objects were made since then.
    """

    __slots__ = ("fresh", "guards", "heap", "live", "names", "parent")

    def __init__(self, parent: State | None = None, guards: v.Guards = v.NO_GUARDS) -> None:
        self.parent = parent
        self.names: dict[str, v.Value] = {}
        self.heap: dict[Key, v.Value] = {}
        self.guards = guards
        self.live = True
        self.fresh: set[v.Site] = set()

    def fork(self, guards: v.Guards = v.NO_GUARDS) -> State:
        """A branch in which these hold as well."""
        return State(self, self.guards | guards if guards else self.guards)

    def name(self, name: str) -> v.Value | None:
        """The value of a variable, or None."""
        state: State | None = self
        while state is not None:
            found = state.names.get(name)
            if found is not None:
                return found
            state = state.parent
        return None

    def held(self, key: Key) -> v.Value | None:
        """What is held under a key, or None where nothing was put there."""
        state: State | None = self
        while state is not None:
            found = state.heap.get(key)
            if found is not None:
                return found
            state = state.parent
        return None

    def changes(self, since: State | None) -> dict[Key, v.Value]:
        """What the heap holds that it did not hold at `since`, an ancestor (None: all)."""
        found: dict[Key, v.Value] = {}
        for state in self.since(since):
            found.update(state.heap)
        return found

    def since(self, ancestor: State | None) -> list[State]:
        """The states from below an ancestor (None: all) to this one, the outermost first."""
        chain: list[State] = []
        state: State | None = self
        while state is not None and state is not ancestor:
            chain.append(state)
            state = state.parent
        return chain[::-1]

    def take(self, branch: State) -> None:
        """Go on as a branch of this one ended."""
        self.names.update(branch.names)
        self.heap.update(branch.heap)
        self.guards = branch.guards
        self.live = branch.live
        self.fresh |= branch.fresh


def join(state: State, branches: Sequence[State]) -> None:
    """Go on in `state` after branches of it: what differs is a choice."""
    live = [branch for branch in branches if branch.live]
    if not live:
        state.live = False
        return
    state.live = True
    if len(live) == 1:
        state.take(live[0])
        return
    deltas = [branch.guards - state.guards for branch in live]
    for name in dict.fromkeys(name for branch in live for name in branch.names):
        values = [branch.name(name) for branch in live]
        first = values[0]
        if first is not None and all(value is first or value == first for value in values):
            state.names[name] = first
            continue
        found = zip(deltas, values, strict=True)
        state.names[name] = choose(v.Option(delta, value) for delta, value in found if value is not None)
    holders: dict[Key, list[int]] = {}
    for number, branch in enumerate(live):
        for key in branch.heap:
            holders.setdefault(key, []).append(number)
    for key, having in holders.items():
        if len(having) < len(live) and all(_is_of_one(key, live[number], state) for number in having):
            first = live[having[0]].heap[key]
            there = [(deltas[number], live[number].heap[key]) for number in having]
            state.heap[key] = first if len(having) == 1 else _joined(key, there)
            continue
        held = [(delta, branch.held(key)) for delta, branch in zip(deltas, live, strict=True)]
        state.heap[key] = _joined(key, held)
    state.fresh.update(*(branch.fresh for branch in live))


def _is_of_one(key: Key, branch: State, before: State) -> bool:
    """Whether an object was made in a branch: where it was not there is nothing that could be asked what it holds."""
    if not branch.fresh:
        return False
    owner = key[0] if isinstance(key, tuple) else key
    return isinstance(owner, (v.Obj, v.Ref, v.Made, v.Variables)) and owner.site in branch.fresh and before.held(key) is None


def _joined(key: Key, held: Sequence[tuple[v.Guards, v.Value | None]]) -> v.Value:
    """What is held after branches; of an attribute it may be that nothing was put there, of a container's content it cannot."""
    first = held[0][1]
    if all(value == first for _, value in held) and first is not None:
        return first
    if isinstance(key, tuple):
        return choose(v.Option(delta, value if value is not None else v.ABSENT) for delta, value in held)
    present = [(delta, value) for delta, value in held if value is not None]
    if all(isinstance(value, v.Map) for _, value in present):
        return joined_maps([(delta, value) for delta, value in present if isinstance(value, v.Map)])
    return one_mapping(choose(v.Option(delta, value) for delta, value in present))


def one_mapping(content: v.Value) -> v.Value:
    """What a container holds; one mapping where it may be any of very many, which then have each entry or may not have it."""
    if not isinstance(content, v.Choice) or len(content.options) <= bounds.TOGETHER:
        return content
    maps = [(v.NO_GUARDS, option.value) for option in content.options if isinstance(option.value, v.Map)]
    if len(maps) <= bounds.TOGETHER:
        return content
    others = [option for option in content.options if not isinstance(option.value, v.Map)]
    return choose([v.Option(v.NO_GUARDS, joined_maps(maps)), *others])


def joined_maps(found: Sequence[tuple[v.Guards, v.Map]]) -> v.Value:
    """One mapping for several: an entry that only some have may not be there."""
    keys = dict.fromkeys(key for _, mapping in found for key, _ in mapping.entries)
    tables = [(delta, dict(mapping.entries), mapping.rest) for delta, mapping in found]
    told_apart = any(delta for delta, _ in found)
    entries = []
    for key in keys:
        options = []
        for delta, table, rest in tables:
            held = table.get(key)
            if held is not None:
                options.append(v.Option(delta, held))
            else:
                options.append(v.Option(delta, v.ABSENT))
                if rest is not None:
                    options.append(v.Option(delta, rest))
        entries.append((key, choose(options) if told_apart else any_of(option.value for option in options)))
    rests = [v.Option(delta, rest) for delta, _, rest in tables if rest is not None]
    at = found[0][1].at
    return v.Map(tuple(entries), choose(rests) if rests else None, at)


def or_more(before: v.Value | None, more: v.Lost) -> v.Value:
    """A value, or one that is not known; what a list or mapping holds, and more."""
    if before is None:
        return more
    if isinstance(before, v.Seq) and before.kind != "tuple":
        return v.Seq(before.kind, before.items, any_of([*((before.rest,) if before.rest is not None else ()), more]))
    if isinstance(before, v.Map):
        entries = tuple((key, or_more(held, more)) for key, held in before.entries)
        return v.Map(entries, any_of([*((before.rest,) if before.rest is not None else ()), more]), before.at)
    return any_of([before, more])


def onto(state: State, at: State, guards: v.Guards | None = None) -> State:
    """A state as a direct branch of one further out; `guards` hold there, or what holds further out."""
    copy = State(state, state.guards if guards is None else guards)
    for one in at.since(state):
        copy.names.update(one.names)
        copy.heap.update(one.heap)
        copy.fresh |= one.fresh
    return copy


def of_several(before: v.Value | None, value: v.Value) -> v.Value:
    """What is held after something was put where one of several objects may have been meant: that, or what was there."""
    if before is None or before == value:
        return value
    if isinstance(before, v.Map) and isinstance(value, v.Map):
        return joined_maps([(_CROSSED, before), (_CROSSED, value)])
    return one_for_all([before, value])


_CROSSED = frozenset({CROSSED})
