"""Loops: what holds at their head after any number of rounds, and where they are left.

Takes a frame and what one round does; runs it until nothing new comes, and widens what goes on growing. What was decided in one round does
not contradict the next.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attio_scopes.engine import bounds
from attio_scopes.engine.body.beyond import anything, carried, go_beyond
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.arithmetic import is_number
from attio_scopes.engine.domain.choice import any_of, blurred, choose, combinations, consistent, generalise, restrict, unguarded, without
from attio_scopes.engine.domain.evidence import lost
from attio_scopes.engine.domain.parts import varies
from attio_scopes.engine.domain.reasons import CALCULATED, CHANGES
from attio_scopes.engine.domain.state import State, join, joined_maps, onto
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.rounds import Head, Round
from attio_scopes.model import facts as f


def loop(
    fr: Frame,
    once: Callable[[], None],
    otherwise: tuple[f.Stmt, ...],
    forever: bool,
    read: Callable[[], frozenset[str] | None],
    last: v.Guards = v.NO_GUARDS,
    at: tuple[Any, ...] = (),
) -> None:
    """Run a loop.

    Args:
        fr: where it stands.
        once: a round.
        otherwise: what is run where it ends by itself.
        forever: whether it ends by `break` alone.
        read: gives the variables that a round may read as the one before left them; None: any.
        last: what holds in its last round, where it surely has one and it is known which.
        at: what tells its rounds apart.
    """
    state = fr.state
    head = fr.token((fr.lines[0], 0, 0, 6))
    before = len(fr.tokens)
    breaks: list[State] = []
    entered = fr.heads.get(head)
    if entered is None:
        entered = fr.heads[head] = Head(read())
    _begin(fr, entered)
    beyond: set[Any] = set()
    for number in range(bounds.ROUNDS + bounds.BEYOND):
        fr.state = branch = state.fork()
        fr.loops.append([])
        fr.rounds.append(Round(entered, branch))
        once()
        fr.rounds.pop()
        exits = fr.loops.pop()
        fr.state = state
        ends = [branch] if branch.live else []
        ends += [at for kind, at in exits if kind == "continue"]
        breaks = [at for kind, at in exits if kind == "break"]
        tokens = frozenset((*fr.tokens[before:], at))
        changed = _head(fr, ends, tokens, number, head, entered, beyond)
        if not changed:
            break
        if number >= bounds.ROUNDS - 1:
            beyond.update(changed if number < bounds.ROUNDS + bounds.BEYOND - 2 else carried(ends, entered))
            go_beyond(fr, beyond, changed)
    entered.note(state, ends)
    normal = _after_the_last(state, ends, last, tokens) if last else state.fork()
    normal.live = normal.live and not forever
    if normal.live:
        fr.state = normal
        fr.ask.execute(fr, otherwise)
        fr.state = state
    else:
        fr.leave_out(*otherwise)
    ends = [end for end in (normal, *(onto(state, at, at.guards) for at in breaks)) if end.live]
    token = fr.token((fr.lines[0], len(breaks), 0, 8))
    for number, end in enumerate(ends if len(ends) > 1 else ()):
        end.guards = end.guards | {v.Guard("at", token, number)}
    join(state, ends)


def _after_the_last(state: State, ends: list[State], last: v.Guards, tokens: frozenset[object]) -> State:
    """What holds after the last round of a loop that has one: what the round sets is as it sets it."""
    after = state.fork()
    copies = []
    for end in ends:
        if not consistent(end.guards, last):
            continue
        copy = onto(state, end, state.guards)
        copy.names = {name: _of_the_round(value, last, tokens) for name, value in copy.names.items()}
        copy.heap = {
            key: _of_the_round(value, last, tokens)
            for key, value in copy.heap.items()
            if isinstance(key, tuple) and getattr(key[0], "site", None) not in copy.fresh  # of these there is one for each round
        }
        copies.append(copy)
    join(after, copies)
    return after


def _of_the_round(value: v.Value, last: v.Guards, tokens: frozenset[object]) -> v.Value:
    return without(restrict(value, last), lambda guard: guard.about in tokens if guard.kind == "at" else varies(guard.about))


def _begin(fr: Frame, entered: Head) -> None:
    """Begin a loop that was begun very often with what it came to before: what its rounds change is that, or anything beyond."""
    state = fr.state
    entered.times += 1
    if entered.times <= bounds.ENTERED:
        return
    for name, value in entered.names.items():
        old = state.name(name)
        if old is not None:
            state.names[name] = _grown(fr, old, any_of([old, value]), bounds.ROUNDS)
    for key, value in entered.heap.items():
        held = state.held(key)
        if held is not None:
            state.heap[key] = _held(fr, key, held, [value], bounds.ROUNDS)


def _head(
    fr: Frame,
    ends: list[State],
    tokens: frozenset[object],
    number: int,
    head: tuple[Any, ...],
    entered: Head,
    beyond: set[Any],
) -> list[Any]:
    """Bring the ends of a round back to the head of the loop; what is new there that a round may read.

    What is `beyond` is anything already, whatever a round brings.
    """

    def forget(guard: v.Guard) -> bool:
        return guard.about in tokens if guard.kind == "at" else varies(guard.about) or varies(guard.than)

    state = fr.state
    changed: list[Any] = []
    copies = [onto(state, end, end.guards) for end in ends]
    entered.bound.update(name for end in copies for name in end.names)
    after: dict[str, v.Value] = {}
    several: list[str] = []
    for name in dict.fromkeys(name for end in copies for name in end.names if name not in beyond):
        old = state.name(name)
        new = [without(end.names[name], forget) for end in copies if name in end.names]
        whole = any_of([*((old,) if old is not None else ()), *new])
        same = old is not None and _values_of(whole) == _values_of(old)
        after[name] = old if same and old is not None else _grown(fr, old, whole, number)
        if old is not None and isinstance(whole, v.Choice) and (same or after[name] == whole):
            several.append(name)
    after.update(_together(state, copies, several, after, head, forget) if len(several) > 1 else {})
    for name, value in after.items():
        if value != state.name(name):
            told = _is_new(state.name(name), value, number)
            state.names[name] = value
            changed.extend((name,) if told and entered.reads(name) else ())
    for key in dict.fromkeys(key for end in copies for key in end.heap if key not in beyond):
        old = state.held(key)
        new = [without(end.heap[key], forget) for end in copies if key in end.heap]
        value = _held(fr, key, old, new, number)
        if value != old:
            state.heap[key] = value
            changed.extend((key,) if _is_new(old, value, number) else ())
    return changed


def _is_new(old: v.Value | None, value: v.Value, number: int) -> bool:
    """Whether a value is something else than before: after very many rounds what tells its options apart is no more looked at."""
    return number < bounds.ROUNDS - 1 or old is None or unguarded(old) != unguarded(value)


def _values_of(value: v.Value) -> set[v.Value]:
    return {option.value for option in v.options(value)}


def _together(
    state: State,
    copies: list[State],
    names: list[str],
    after: dict[str, v.Value],
    head: tuple[Any, ...],
    forget: Callable[[v.Guard], bool],
) -> dict[str, v.Value]:
    """What variables may be at the head of a loop: which values they have together, after any round."""
    rows: dict[tuple[v.Guards, tuple[v.Value, ...]], int] = {}
    for at in (state, *copies):
        found = combinations([at.name(name) or v.NONE for name in names])
        for held, row in found or ():
            number = next((guard.outcome for guard in held if guard.about == head), None) if at is state else None
            key = (frozenset(guard for guard in held if guard.about != head and not forget(guard)), row)
            rows.setdefault(key, len(rows) if number is None else number)
        if found is None or len(rows) > bounds.TOGETHER:
            return {name: blurred(option.value for option in v.options(after[name])) for name in names}
    ways = [(held | {v.Guard("at", head, number)}, row) for (held, row), number in rows.items()]
    return {name: choose(v.Option(held, row[column]) for held, row in ways) for column, name in enumerate(names)}


def _held(fr: Frame, key: object, old: v.Value | None, new: list[v.Value], number: int) -> v.Value:
    if isinstance(key, tuple):
        return _grown(fr, old, any_of([old if old is not None else v.ABSENT, *new]), number)
    if old is None:
        return any_of(new)
    value = old
    for one in new:
        value = _more(value, one)
    return _grown(fr, old, value, number)


def _more(old: v.Value, new: v.Value) -> v.Value:
    """What a list or mapping holds after any number of rounds."""
    if old == new:
        return old
    if isinstance(old, v.Map) and isinstance(new, v.Map):
        return joined_maps([(v.NO_GUARDS, old), (v.NO_GUARDS, new)])
    rows = [option.value for option in v.options(new)]
    if isinstance(old, v.Seq) and all(isinstance(row, v.Seq) for row in rows):
        return _grown_list(old, [row for row in rows if isinstance(row, v.Seq)])
    return any_of([old, new])


def _grown_list(old: v.Seq, rows: list[v.Seq]) -> v.Seq:
    kept = len(old.items)
    for row in rows:
        same = 0
        while same < min(kept, len(row.items)) and row.items[same] == old.items[same]:
            same += 1
        kept = same if same < len(old.items) or len(row.items) < len(old.items) else kept
    more: list[v.Value] = []
    for row in (old, *rows):
        more.extend(row.items[kept:])
        more.extend((row.rest,) if row.rest is not None else ())
    if kept == len(old.items) and not more:
        return old
    return v.Seq(old.kind, old.items[:kept], any_of(more) if more else None)


def _grown(fr: Frame, old: v.Value | None, new: v.Value, number: int) -> v.Value:
    """The new value; what has gone on growing for some rounds keeps what is certain of it."""
    if old is None or new == old:
        return new
    options = [option.value for option in v.options(new)]
    texts = [one for one in options if isinstance(one, v.Text)]
    if _stands_for_more(old) and len(texts) == len(options) and generalise(tuple(texts)) == old:
        return old
    if number == 0:
        return new
    if isinstance(old, v.Map) and isinstance(new, v.Map):
        known = dict(old.entries)
        entries = tuple((key, _grown(fr, known.get(key), held, number)) for key, held in new.entries)
        return v.Map(entries, _grown(fr, old.rest, new.rest, number) if new.rest is not None else None, new.at)
    if isinstance(old, v.Seq) and isinstance(new, v.Seq) and new.rest is not None:
        return v.Seq(new.kind, new.items, _grown(fr, old.rest, new.rest, number))
    if _counts(old, options):
        return any_of([*(one for one in options if not is_number(one)), lost(CALCULATED, single=True)])
    if len(texts) > 1 and (number > 1 or _grows(texts)):
        others = [one for one in options if not isinstance(one, v.Text)]
        return any_of([generalise(tuple(texts), CHANGES), *others])
    if number < bounds.ROUNDS - 2:
        return new
    kept: list[v.Value] = [one for one in options if isinstance(one, _KEPT) or one in (v.NONE, v.ABSENT)]
    more: list[v.Value] = [one for one in options if one not in kept]
    if len(more) > 2:
        return any_of([*kept, anything(fr, more, single=not any(_has_slash(one) for one in more))])
    return new


_KEPT = (v.Func, v.Class, v.Partial)
"""What has nothing in common that could be called in its place."""


def _counts(old: v.Value, options: list[v.Value]) -> bool:
    """Whether a number goes on changing from round to round."""
    before = [option.value for option in v.options(old) if is_number(option.value)]
    return len(before) > 1 and any(is_number(one) and one not in before for one in options)


def _stands_for_more(value: v.Value) -> bool:
    """Whether a text ends in something that may be any number of segments, so that what grows from there is it."""
    last = value.pieces[-1] if isinstance(value, v.Text) and value.pieces else None
    return isinstance(last, v.Gap) and last.more


def _has_slash(value: v.Value) -> bool:
    """Whether a value may hold a slash, as text."""
    return not (isinstance(value, v.Scalar) or (isinstance(value, v.Lost) and value.single))


def _grows(texts: list[v.Text]) -> bool:
    """Whether one text begins with another: something is joined to it in each round."""
    return any(one is not other and len(one.pieces) >= len(other.pieces) and _starts(one, other) for one in texts for other in texts)


def _starts(one: v.Text, other: v.Text) -> bool:
    if not other.pieces or one == other:
        return False
    *before, last = other.pieces
    if list(one.pieces[: len(before)]) != before or len(one.pieces) <= len(before):
        return False
    piece = one.pieces[len(before)]
    if isinstance(piece, v.Lit) and isinstance(last, v.Lit):
        return piece.text.startswith(last.text)
    return piece == last and len(one.pieces) > len(other.pieces)
