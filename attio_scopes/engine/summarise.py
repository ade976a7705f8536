"""Summarise: a function's body to its summary, and what it leaves for all to the world.

Takes a frame whose body was worked out. Keeps what a caller can reach, and the objects whose fields a caller decides; gives what everybody
can reach to the world. A body is worked out here once for each class of its `self`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from msgspec.structs import replace

from attio_scopes.engine import bounds
from attio_scopes.engine.container_changes import at_last
from attio_scopes.engine.current import CURRENT
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import any_of, choose, either, thinned, unguarded
from attio_scopes.engine.domain.evidence import evidence, lost
from attio_scopes.engine.domain.parts import VALUES, parts, varies, within
from attio_scopes.engine.domain.reasons import MANY_RAISED, TAKEN_OUT
from attio_scopes.engine.domain.state import State, join
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.summary import Open, Send, Summary
from attio_scopes.model.program import ClassDef, FunctionDef, Module


def exits(fr: Frame) -> dict[Any, v.Value]:
    """What objects hold where a body ends, on whatever way."""
    ends = [exit_ for _, _, exit_ in fr.returns]
    if fr.state.live:
        last = State(fr.base, fr.state.guards)
        last.heap = fr.state.changes(fr.base)
        ends.append(last)
    if not ends:
        return fr.state.changes(None)
    whole = State(fr.base)
    join(whole, ends)
    found = dict(fr.base.heap)
    found.update(whole.heap)
    return found


def returned(fr: Frame) -> v.Value:
    """What a function gives."""
    found = [v.Option(guards, value) for guards, value, _ in fr.returns]
    if fr.state.live:
        found.append(v.Option(fr.state.guards, v.NONE))
    return choose(found) if found else v.NONE


def _yielded(fr: Frame) -> v.Value | None:
    """What a generator yields: any of it in each round, as far as what its callers give lets it come to that."""
    if not fr.yields:
        return None
    token = fr.token((fr.function.facts.line if fr.function else 0, 0, 0, 9))
    values = list(dict.fromkeys(option.value for option in fr.yields))
    any_ = either(token, values)
    if len(values) == 1 or len(values) > bounds.OPTIONS:
        return any_
    held = [frozenset(guard for guard in option.guards if guard.kind != "at" and not varies(guard.about)) for option in fr.yields]
    ways = zip(fr.yields, held, strict=True)
    return choose(v.Option(guards | {v.Guard("at", token, values.index(option.value))}, option.value) for option, guards in ways)


def summary_of(fr: Frame, roots: tuple[tuple[str, str], ...]) -> tuple[Summary, dict[Any, v.Value], frozenset[v.Obj]]:
    """The summary of a function's body, and what it leaves for all."""
    heap = {key: thinned(value) for key, value in exits(fr).items()}
    meanwhile = _meanwhile(fr, heap)
    returns = thinned(returned(fr))
    yields = _yielded(fr)
    effects = _in_turn(fr, heap)
    raises = _raises(fr, heap)
    kept = _kept(heap, fr.made, [returns, *raises, *((yields,) if yields is not None else ())], effects)
    leaves = not fr.state.live and not fr.returns
    changes, objects = left_for_all(at_any_time(fr, heap, meanwhile), fr.made)
    shared = _shared(kept, fr.made)
    changes = {key: unguarded(value) for key, value in changes.items()}
    own = fr.made - shared
    stores = {**fr.stores, **dict.fromkeys(changes)}
    changing = fr.ask.world.is_changing
    changes.update((key, left) for key, value in kept.items() if changing(key) and (left := at_last(value)) is not None)
    kept = {key: value for key, value in kept.items() if key not in changes or changing(key) or _leads_to_own(key, value, own)}
    given = v.Seq("tuple", (returns, *raises))
    params = _params(given, yields, effects, kept)
    made = frozenset(own & _sites(given, yields, effects, kept))
    paused = tuple((key, value) for key, value in meanwhile.items() if key in kept)
    stored = tuple(key for key in stores if key not in kept)
    summary = Summary(roots, returns, yields, effects, tuple(kept.items()), paused, stored, made, params, leaves, raises)
    return summary, changes, objects


def _in_turn(fr: Frame, heap: Mapping[Any, v.Value]) -> tuple[Send | Open, ...]:
    """What a body hands up; its calls find on a caller's things what is there by then, if that is not what is there in the end."""
    effects = tuple(fr.effects.values())
    there = [(key, thinned(value)) for one in effects if isinstance(one, Open) for key, value in one.at]
    changed = {key for key, value in there if key in heap and heap[key] != value}
    found = (tuple((key, thinned(value)) for key, value in one.at if key in changed) if isinstance(one, Open) else () for one in effects)
    return tuple(replace(one, at=at) if isinstance(one, Open) and one.at else one for one, at in zip(effects, found, strict=True))


def at_any_time(fr: Frame, heap: dict[Any, v.Value], meanwhile: Mapping[Any, v.Value]) -> dict[Any, v.Value]:
    """What objects hold in the end, or held while a generator waited or a function was called."""
    found = dict(heap)
    for key, value in heap.items():
        if isinstance(value, v.Seq) and key in fr.overwritten:
            found[key] = _with_what_was_in_it(value, fr.overwritten[key])
            continue
        more = [thinned(one) for one in fr.overwritten.get(key, ()) if isinstance(key, tuple) or _differs(one, value)]
        more += [meanwhile[key]] if key in meanwhile else []
        for one in more:
            fr.ask.world.note_changing(key, one, value)
        if more:
            found[key] = any_of([value, *more])
    return found


def _with_what_was_in_it(value: v.Seq, before: Iterable[v.Value]) -> v.Seq:
    """A list that had more in it while functions were called: these may find that there."""
    earlier = [one.value for held in before for one in v.options(held) if isinstance(one.value, v.Seq)]
    gone = dict.fromkeys(one for held in earlier for one in held.items if one not in value.items and not v.is_open(one))
    if not gone:
        return value
    return v.Seq(value.kind, value.items, any_of([*((value.rest,) if value.rest is not None else ()), lost(TAKEN_OUT, *gone)]))


def _differs(before: v.Value, after: v.Value) -> bool:
    """Whether a mapping held something else under a key; what only grew is all in what it became."""
    if not isinstance(before, v.Map) or not isinstance(after, v.Map):
        return False
    held = dict(after.entries)
    return any(key in held and held[key] != value for key, value in before.entries)


def _meanwhile(fr: Frame, heap: dict[Any, v.Value]) -> dict[Any, v.Value]:
    """What objects hold while a generator waits, where that is not what they hold in the end."""
    found: dict[Any, list[v.Value]] = {}
    for held in fr.paused:
        for key, value in held.items():
            found.setdefault(key, []).append(thinned(value))
    merged = {key: any_of(values) for key, values in found.items()}
    return {key: value for key, value in merged.items() if key in heap and heap[key] != value}


def _leads_to_own(key: Any, value: v.Value, own: set[v.Site]) -> bool:
    """Whether a place of the heap is, or holds, something that a body makes anew for each call."""
    return _site_of(_owner(key)) in own or any(_site_of(one) in own for one in within([value]))


def _raises(fr: Frame, heap: dict[Any, v.Value]) -> tuple[v.Value, ...]:
    """The exceptions that leave a body; what those hold that it makes is added to the heap. Of very many, the further ones are one that
    may be any of them."""
    thrown = [(at, one) for at, one in fr.thrown if isinstance(one, (v.Obj, v.Lost)) or (isinstance(one, v.Made) and evidence(one))]
    if len(thrown) > bounds.RAISED:
        thrown.sort(key=lambda one: not any(map(evidence, _in_exception(fr, *one))))
    told, others = thrown[: bounds.RAISED], thrown[bounds.RAISED :]
    further = (lost(MANY_RAISED, *(x for one in others for x in _in_exception(fr, *one)), label="exception"),) if others else ()
    for at, _ in told:
        for key, value in at.changes(fr.base).items():
            if _site_of(_owner(key)) in fr.made:
                heap.setdefault(key, value)
    return (*dict.fromkeys(value for _, value in told), *further)


def _in_exception(fr: Frame, at: State, one: v.Value) -> list[v.Value]:
    """An exception, and what it holds where it is raised."""
    return [one, *(value for key, value in at.changes(fr.base).items() if _owner(key) == one)]


def _owner(key: Any) -> Any:
    return key[0] if isinstance(key, tuple) else key


def _site_of(owner: Any) -> v.Site | None:
    if isinstance(owner, (v.Ref, v.Obj, v.Variables, v.Made)):
        return owner.site
    return None


def _kept(heap: dict[Any, v.Value], made: set[v.Site], values: list[v.Value], effects: Iterable[Send | Open]) -> dict[Any, v.Value]:
    """What of the heap callers can see: objects that are not the body's own, and those of its own that can be reached."""
    by_site: dict[v.Site, list[Any]] = {}
    waiting = _waiting(heap)
    kept: dict[Any, v.Value] = {}
    pending: list[Any] = list(values)
    for key, value in heap.items():
        owner = _owner(key)
        site = _site_of(owner)
        if site is not None and site in made:
            by_site.setdefault(site, []).append(key)
            if isinstance(owner, v.Obj) and owner in waiting:
                pending.append(owner)
        else:
            kept[key] = value
            pending.extend((value, owner))
    for effect in effects:
        pending.extend(parts_of_effect(effect))
    for value in within(pending):
        site = _site_of(value)
        if site is not None:
            for key in by_site.pop(site, ()):
                kept[key] = heap[key]
                pending.append(heap[key])
    return kept


def parts_of_effect(effect: Send | Open) -> list[Any]:
    """What decides an effect: what it is made with, and what the tests around it are about."""
    return [*made_with(effect), *(guard.about for guard in effect.guards if isinstance(guard.about, VALUES))]


def made_with(effect: Send | Open) -> list[Any]:
    """What a call or request is made with, or finds on its caller's things."""
    if isinstance(effect, Open):
        return [effect.callee, *effect.args.values(), *(value for _, value in effect.at)]
    return [effect.method, effect.url, *effect.credentials, *(value for value in (effect.query, effect.body) if isinstance(value, VALUES))]


def _everything(returns: v.Value, yields: v.Value | None, effects: Iterable[Send | Open], kept: dict[Any, v.Value]) -> Iterable[Any]:
    pending: list[Any] = [returns, *((yields,) if yields is not None else ())]
    for key, value in kept.items():
        pending.extend((value, _owner(key)))
    for effect in effects:
        pending.extend(parts_of_effect(effect))
    return within(pending)


def _params(returns: v.Value, yields: v.Value | None, effects: Iterable[Send | Open], kept: dict[Any, v.Value]) -> tuple[v.Value, ...]:
    return tuple(one for one in _everything(returns, yields, effects, kept) if _is_read(one))


def _is_read(value: Any) -> bool:
    """Whether a value is what something holds at the time of the call."""
    return bool(value.path) if isinstance(value, v.Param) else isinstance(value, v.Apply) and value.operation == CURRENT


def _sites(returns: v.Value, yields: v.Value | None, effects: Iterable[Send | Open], kept: dict[Any, v.Value]) -> set[v.Site]:
    return {site for one in _everything(returns, yields, effects, kept) if (site := _site_of(one)) is not None}


def _shared(heap: dict[Any, v.Value], made: set[v.Site]) -> set[v.Site]:
    """The sites of what a body makes and puts where all find it, and of which callers decide nothing: it is one for all calls."""
    by_site: dict[v.Site, list[v.Value]] = {}
    pending: list[Any] = []
    for key, value in heap.items():
        owner = _owner(key)
        site = _site_of(owner)
        if site is not None and site in made:
            by_site.setdefault(site, []).append(value)
        elif not (isinstance(owner, v.Variables) or (isinstance(owner, VALUES) and v.is_open(owner))):
            pending.append(value)
    shared: set[v.Site] = set()
    for value in within(pending):
        site = _site_of(value)
        if site is not None and site in made and not any(map(v.is_open, by_site.get(site, ()))):
            shared.add(site)
            pending.extend(by_site.get(site, ()))
    return shared


def _waiting(heap: dict[Any, v.Value]) -> set[Any]:
    """The objects of which a caller decides something, or something of what they hold."""
    found: set[Any] = set()
    for key, value in heap.items():
        owner = _owner(key)
        if not isinstance(owner, (v.Param, v.Variables)) and v.is_open(value):
            found.add(owner)
    if not found:
        return found
    holders: dict[Any, set[Any]] = {}
    for key, value in heap.items():
        owner = _owner(key)
        if not isinstance(owner, (v.Param, v.Variables)):
            for one in objects_in(value):
                holders.setdefault(one, set()).add(owner)
    todo = list(found)
    while todo:
        for owner in holders.get(todo.pop(), ()):
            if owner not in found:
                found.add(owner)
                todo.append(owner)
    return found


@lru_cache(maxsize=65_536)
def objects_in(value: v.Value) -> frozenset[v.Value]:
    """The objects, lists and mappings that a value holds."""
    return frozenset(one for one in within([value]) if isinstance(one, (v.Obj, v.Ref, v.Made)))


def left_for_all(heap: dict[Any, v.Value], made: set[v.Site]) -> tuple[dict[Any, v.Value], frozenset[v.Obj]]:
    """What of the heap everybody can see: what objects of all hold, and objects of the project's classes, as far as it is known."""
    changes: dict[Any, v.Value] = {}
    objects: set[v.Obj] = set()
    waiting = _waiting(heap)
    pending: list[Any] = []
    by_owner: dict[Any, list[Any]] = {}
    for key, value in heap.items():
        owner = _owner(key)
        by_owner.setdefault(owner, []).append(key)
        if isinstance(owner, v.Param) or v.is_open(value) or (isinstance(owner, VALUES) and v.is_open(owner)):
            continue
        site = _site_of(owner)
        own = site is not None and site in made
        if isinstance(owner, v.Obj):
            if owner in waiting:
                continue
            if own:
                objects.add(owner)
            pending.append(owner)
        elif not own or isinstance(owner, (ClassDef, Module, FunctionDef)):
            pending.append(owner)
    seen: set[Any] = set()
    while pending:
        owner = pending.pop()
        if owner in seen:
            continue
        seen.add(owner)
        for key in by_owner.get(owner, ()):
            value = heap[key]
            if not v.is_open(value):
                changes[key] = value
                pending.append(value)
        pending.extend(parts(owner) if isinstance(owner, VALUES) else ())
    return changes, frozenset(objects)
