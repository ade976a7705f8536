"""Instantiate: what a summary does and gives for one call.

Takes a summary and what its parameters are for a caller; does for the caller what the summary hands up and leaves in objects, decides what
the arguments decide, and leaves the rest to the caller's own callers. Each effect is looked at once for each call; the callee's body never.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from attio_scopes.engine import bounds
from attio_scopes.engine.arguments import spread
from attio_scopes.engine.container_changes import spread_into, store_item
from attio_scopes.engine.containers import item
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import CROSSED, any_of, choose, consistent, met
from attio_scopes.engine.domain.evidence import lost, open_terms
from attio_scopes.engine.domain.parts import VALUES, tested_and_made
from attio_scopes.engine.domain.reasons import KEYS
from attio_scopes.engine.domain.state import join
from attio_scopes.engine.domain.text import as_own, held_up, put_down
from attio_scopes.engine.emit import key_names, settle
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.keys import index_of
from attio_scopes.engine.library.clients import header_values
from attio_scopes.engine.stores import store_among_names
from attio_scopes.engine.substitution import RETURNED, Call, Given, arguments_for, guards_for, highest, substituted
from attio_scopes.engine.summary import At, Open, Send, Summary, reached_through
from attio_scopes.engine.texts import as_text
from attio_scopes.engine.waiting import call_cold
from attio_scopes.engine.work_lists import do_again, taken
from attio_scopes.model import fate


def instantiate(fr: Frame, summary: Summary, bindings: dict[str, v.Value], here: tuple[At, ...], home: str = "") -> v.Value:
    """Do for a caller what a summary says; gives what the function returns. `home` is the class of the callee, as `Lit` has it."""
    fr.ask.world.substitutions += 1
    span = here[-1].span if here else (0, 0, 0, 0)
    token = (here[-1].path if here else fr.module.path, span if span[0] else (fr.lines[0], *span[1:]), ())
    scope = next((value for root, value in bindings.items() if root.endswith(":<scope>")), None)
    within = scope is not None and scope in (fr.scope, fr.outer)
    by = fr.number(span) + sum(100_003 * (number + 1) * (one + 1) for number, one in enumerate(fr.chain))
    call = Call(fr, summary, bindings, here, by, token, within, home)
    for site in summary.made:
        fr.make(v.moved(site, call.by, bounds.CHAIN))
    for param in summary.params:
        substituted(call, param, 0)
    late, ready, soon = [], [], []
    paused = dict(summary.paused)
    entering = summary.yields is not None and len(here) == 1 and here[0].span == fr.entering
    in_turn = {key for effect in summary.effects if isinstance(effect, Open) for key, _ in effect.at}
    for key, value in _inner_first(summary.heap):
        if key in paused:
            _put_paused(call, key, paused[key], value, entering)
            continue
        owner = key[0] if isinstance(key, tuple) else key
        if key in in_turn:
            late.append((key, value))
        elif isinstance(key, v.Ref) and key.site in summary.made and not _results_of(value):
            _put(call, key, _put_there(call, key, value))  # a table of its own, which an object that it makes may be asked out of
        elif isinstance(owner, VALUES) and _results_of(owner):
            soon.append((key, value, _results_of(owner) | _results_of(value)))
        elif _results_of(value):
            late.append((key, value))
        else:
            ready.append((key, _put_there(call, key, value)))
    for key, new in ready:  # only now: each is said in terms of what held before
        _put(call, key, new)
    _put_for_all(fr, summary)
    _do_all(call, [one for one in summary.effects if not (entering and one.later)], soon)
    if call.taken:
        do_again(call, summary.effects, lambda effects: _do_all(call, effects, soon))
    then = [(key, value) for key, value in late if not (entering and _results_of(value) - call.results.keys())]
    for key, value in then:
        _put(call, key, _put_there(call, key, value))
    if entering:
        fr.leaving.append(lambda: _do_later(call, summary, [one for one in late if one not in then]))
    for one in summary.raises:
        fr.throw(substituted(call, one, 0))
    if summary.yields is not None:
        return v.Seq("generator", (), _returned(call, summary.yields))
    return _returned(call, summary.returns)


def _inner_first(heap: tuple[tuple[Any, v.Value], ...]) -> list[tuple[Any, v.Value]]:
    """What a callee leaves: first its tables, each after those of which it is made, then what holds them."""
    tables: dict[v.Site, list[tuple[Any, v.Value]]] = {}
    for key, value in heap:
        if isinstance(key, v.Ref):
            tables.setdefault(key.site, []).append((key, value))
    found: dict[v.Site, None] = {}

    def put(site: v.Site, within: frozenset[v.Site]) -> None:
        made_of = (one for _, value in tables[site] if v.is_open(value) for one in tested_and_made(value)[1])
        for one in made_of:
            if one in tables and one not in found and one not in within:
                put(one, within | {one})
        found[site] = None

    for site in tables:
        if site not in found:
            put(site, frozenset({site}))
    return [*(entry for site in found for entry in tables[site]), *(entry for entry in heap if not isinstance(entry[0], v.Ref))]


def _do_all(call: Call, effects: Iterable[Send | Open], soon: list[tuple[Any, v.Value, frozenset[Any]]]) -> None:
    """Do for a caller what a callee hands up, in order."""
    fr = call.fr
    uncalled, doer = fr.uncalled, fr.doer
    for effect in effects:
        fr.uncalled, fr.doer = uncalled | effect.uncalled, effect.doer or doer
        _do(call, effect)
        for key, value, needs in soon:  # what is called next on that object finds it there
            if isinstance(effect, Open) and effect.key in needs and needs <= call.results.keys():
                _put(call, key, _put_there(call, key, value))
    fr.uncalled, fr.doer = uncalled, doer


def _do_later(call: Call, summary: Summary, late: list[tuple[Any, v.Value]]) -> None:
    """Do what a generator does after its `yield`, once the `with` that has entered it is left."""
    _do_all(call, [one for one in summary.effects if one.later], [])
    for key, value in late:
        _put(call, key, _put_there(call, key, value))


def _put_paused(call: Call, key: Any, meanwhile: v.Value, value: v.Value, entering: bool) -> None:
    """What a generator leaves: within a `with` what it does up to its `yield`, and the rest afterwards; else it may be at either."""
    fr = call.fr
    then, after = _put_there(call, key, meanwhile), _put_there(call, key, value)
    if not entering:
        _put(call, key, any_of([one for one in (then, after) if one is not None]) if then is not None or after is not None else None)
        return
    state, fr.state = fr.state, fr.state.fork()
    _put(call, key, after)
    fr.left.extend(fr.state.heap.items())
    fr.state = state
    _put(call, key, then)


def _returned(call: Call, value: v.Value) -> v.Value:
    """What a callee gives: where the call was handed up itself, its texts know at which of the calls they were decided."""
    top = len(call.here) - (0 if call.fr.unseen else 1)
    return substituted(call, held_up(value, top), RETURNED) if top > 0 else as_own(substituted(call, value, 0))


@lru_cache(maxsize=65_536)
def _results_of(value: v.Value) -> frozenset[Any]:
    """The calls that a value waits for the results of."""
    seen: set[v.Value] = set()  # terms share parts: as a tree they may be without end
    pending = list(open_terms(value)) if v.is_open(value) else []
    while pending:
        term = pending.pop()
        if term not in seen:
            seen.add(term)
            for operand in term.operands if isinstance(term, v.Apply) else ():
                pending.extend(open_terms(operand))
    return frozenset(term.key for term in seen if isinstance(term, v.Result))


def _do(call: Call, effect: Send | Open) -> None:
    fr = call.fr
    alternatives = guards_for(call, effect.guards)
    alternatives = [held for held in alternatives if consistent(held, fr.state.guards)]
    if isinstance(effect, Open):
        _open(call, effect, alternatives)
        return
    if not alternatives:
        fr.ask.world.ledger.note(effect.places, fate.NEVER)
        return
    offset = len(effect.places)
    places = reached_through(effect.places, call.here)
    method, url = substituted(call, effect.method, offset), as_text(fr, substituted(call, effect.url, offset))
    query, body = _keys(call, effect.query), _keys(call, effect.body)
    credentials = tuple(one for value in effect.credentials for one in _leaves(fr, substituted(call, value, 0)))
    for held in alternatives:
        guards = fr.state.guards | held
        for one in v.options(method):
            for other in v.options(url):
                if other.value == v.NONE:
                    continue
                if consistent(one.guards, other.guards) and consistent(one.guards | other.guards, guards):
                    both = met(one.guards, other.guards)
                    send = Send(
                        places, effect.client, one.value, other.value, query, body, credentials, guards | both, effect.assumed,
                        fr.uncalled, fr.doer, effect.crossed or CROSSED in both,
                    )  # fmt: skip
                    settle(fr, send)


def _leaves(fr: Frame, value: v.Value) -> tuple[v.Value, ...]:
    return (value,) if isinstance(value, v.Text) and not v.is_open(value) else header_values(fr, (value,))


def _keys(call: Call, keys: Any) -> Any:
    if keys is None or isinstance(keys, frozenset):
        return keys
    return key_names(call.fr, substituted(call, keys, 0), None)


def _open(call: Call, effect: Open, alternatives: list[v.Guards]) -> None:
    fr = call.fr
    if not alternatives:
        fr.ask.world.ledger.note(effect.places, fate.NEVER)
        call.results[effect.key] = Given(lost("the conditions around it contradict each other"))
        return
    for key, value in effect.at:
        _put(call, key, _put_there(call, key, value))
    offset = len(effect.places)
    places = reached_through(effect.places, call.here)
    callee = substituted(call, effect.callee, 0)
    args = _spread_here(call, arguments_for(call, effect.args, offset), offset)
    if call.within and all(_is_around(call, term) for value in (effect.callee, *effect.args.values()) for term in open_terms(value)):
        call.own.add(effect.key)
    if effect.cold and isinstance(callee, (v.Func, v.Class)):
        cold = call_cold(fr, callee, args, places)
        if cold is not None:
            call.results[effect.key] = Given(cold)
            return
    given = taken(call, effect, callee, args)
    if given is not None:
        fr.ask.world.ledger.note(places, fate.NO_SEND, "an item is taken out of a list")
        call.results[effect.key] = Given(given, offset, _chosen_at(callee, args))
        return
    if effect.again:
        fr.loops.append([])  # what is handed up from here is in a loop as well
    certain = any(not held - fr.state.guards for held in alternatives)
    if certain:
        call.results[effect.key] = Given(fr.ask.call(fr, callee, args, places), offset, _chosen_at(callee, args))
    else:
        call.results[effect.key] = Given(_in_each(call, callee, args, places, alternatives), offset, _chosen_at(callee, args))
    if effect.again:
        fr.loops.pop()


def _in_each(call: Call, callee: v.Value, args: v.Arguments, places: tuple[At, ...], alternatives: list[v.Guards]) -> v.Value:
    """Make a call that is made under certain conditions alone."""
    fr = call.fr
    state = fr.state
    branches = [state.fork(held) for held in alternatives[: bounds.OPTIONS]]
    found = []
    for held, branch in zip(alternatives, branches, strict=False):
        fr.state = branch
        found.append(v.Option(held, fr.ask.call(fr, callee, args, places)))
    fr.state = state
    join(state, [*branches, state.fork()])
    state.guards = branches[0].parent.guards if branches[0].parent is not None else state.guards
    return choose(found)


def _chosen_at(callee: v.Value, args: v.Arguments) -> int:
    """How far up it is decided what a method of a table or text gives: where its arguments are."""
    if not all(isinstance(option.value, v.Member) for option in v.options(callee)):
        return 0
    return max((highest(one) for one in args.values()), default=0)


def _spread_here(call: Call, args: v.Arguments, offset: int) -> v.Arguments:
    """Arguments with what `**` of a caller holds put in place: that is decided by whoever holds the mapping."""
    if args.kwstar is None:
        return args
    whole = spread(call.fr, args)
    level = offset
    given = dict(args.keywords)
    keywords = tuple((name, one if name in given else held_up(one, level)) for name, one in whole.keywords)
    return v.Arguments(whole.positional, keywords, whole.star, whole.kwstar)


def _is_around(call: Call, term: v.Value) -> bool:
    """Whether a term is one of the variables around the callee, or comes of these alone."""
    if isinstance(term, v.Param):
        return term.root.endswith(":<scope>")
    if isinstance(term, v.Result):
        return term.key in call.own
    return isinstance(term, v.Apply) and all(_is_around(call, one) for operand in term.operands for one in open_terms(operand))


def _put_there(call: Call, key: Any, value: v.Value) -> v.Value | None:
    """What a callee leaves under a key, as the caller has it; None where it leaves there what was there."""
    through = len(call.here)
    aside = through > 1 or (isinstance(key, tuple) and isinstance(key[0], v.Variables))
    there = put_down(substituted(call, value, 1), through) if aside else substituted(call, value, 0)
    return None if there == v.ABSENT and value != v.ABSENT else there


def _put(call: Call, key: Any, new: v.Value | None) -> None:
    fr = call.fr
    if new is None:
        return
    if not isinstance(key, tuple):
        moved = substituted(call, key, 0)
        for option in v.options(moved):
            if isinstance(option.value, v.Ref):
                whole = _site_of(key) in call.summary.made or fr.ask.world.is_changing(option.value)
                before = None if whole else fr.held(option.value)
                fr.store(option.value, new if before is None else _added_to(before, new))
        return
    owner, name = key
    if not isinstance(owner, VALUES):
        fr.store(key, _over(fr, key, new))
        return
    if type(owner) is v.External and fr.ask.is_for_nothing(fr, owner, new):
        return
    target = substituted(call, owner, 0)
    several = isinstance(target, v.Choice)
    for option in v.options(target):
        if isinstance(name, tuple):
            _put_item(call, option.value, name[1], new)
            continue
        where = (option.value, name)
        if isinstance(option.value, (v.Class, v.ModuleValue, v.Func)):
            where = (option.value.target, name)  # type: ignore[assignment]  # what a class holds is kept under its definition
        put = _over(fr, where, new)
        if several:
            before = fr.held(where)
            put = any_of([put, before if before is not None else v.ABSENT])
        fr.store(where, put)
        store_among_names(fr, option.value, name, put)


def _put_for_all(fr: Frame, summary: Summary) -> None:
    """What the callee puts where all find it may be there now, whatever this body has put there before."""
    fr.stores.update(dict.fromkeys(summary.stores))
    for key in summary.stores:
        before = fr.state.held(key)
        for_all = fr.ask.world.held(key) if before is not None else None
        if before is not None and for_all is not None and for_all != before:
            fr.store(key, any_of([before, for_all]) if isinstance(key, tuple) else _added_to(before, for_all))


def _site_of(key: Any) -> v.Site | None:
    return key.site if isinstance(key, v.Ref) else None


def _added_to(before: v.Value, new: v.Value) -> v.Value:
    """What a list or mapping of all holds after a call: the callee saw it as it is for all, the caller may have put more into it."""
    if isinstance(before, v.Map) and isinstance(new, v.Map):
        return spread_into(before, new)
    if not (isinstance(before, v.Seq) and isinstance(new, v.Seq)) or before.kind != new.kind:
        return new if before == new else any_of([before, new])
    if before.rest is None and new.items[: len(before.items)] == before.items:
        return new
    rest = [one for one in (before.rest, new.rest) if one is not None]
    more = tuple(one for one in new.items if one not in before.items)
    return v.Seq(before.kind, (*before.items, *more), any_of(rest) if rest else None)


def _put_item(call: Call, owner: v.Value, key: Any, value: v.Value) -> None:
    fr = call.fr
    index = substituted(call, key, 0) if isinstance(key, v.Param) else lost(KEYS) if key is None else index_of(key)
    before = item(fr, owner, index)
    store_item(fr, owner, index, choose(v.Option(o.guards, before if o.value == v.ABSENT else o.value) for o in v.options(value)))


def _over(fr: Frame, key: Any, value: v.Value) -> v.Value:
    """What is put under a key; where it may not be put, what was there stays."""
    if not isinstance(value, v.Choice) or not any(o.value == v.ABSENT for o in value.options):
        return value
    before = fr.state.held(key) if fr.ask.world.is_changing(key) else fr.held(key)
    return choose(
        v.Option(o.guards, (before if before is not None else v.ABSENT) if o.value == v.ABSENT else o.value) for o in value.options
    )
