"""Loops: what holds at their head after any number of rounds, and where they are left.

Takes a frame and what one round does; runs it until nothing new comes, and widens what goes on growing. What was decided in one round does
not contradict the next.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attio_scopes.engine import bounds
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.arithmetic import is_number
from attio_scopes.engine.domain.choice import any_of, blurred, choose, combinations, consistent, generalise, restrict, without
from attio_scopes.engine.domain.evidence import given_up, lost
from attio_scopes.engine.domain.parts import varies
from attio_scopes.engine.domain.reasons import CALCULATED, CHANGES
from attio_scopes.engine.domain.state import State, any_content, join, joined_maps, onto
from attio_scopes.engine.frame import Frame, Head
from attio_scopes.engine.project.scopes import expressions_of, mentioned
from attio_scopes.model import facts as f
from attio_scopes.model.blocks import statements_within


def loop(
    fr: Frame,
    once: Callable[[], None],
    otherwise: tuple[f.Stmt, ...],
    forever: bool,
    read: Callable[[], frozenset[str] | None],
    last: v.Guards = v.NO_GUARDS,
) -> None:
    """Run a loop.

    Args:
        fr: where it stands.
        once: a round.
        otherwise: what is run where it ends by itself.
        forever: whether it ends by `break` alone.
        read: gives the variables that a round may read as the one before left them; None: any.
        last: what holds in its last round, where it surely has one and it is known which.
    """
    state = fr.state
    head = fr.token((fr.lines[0], 0, 0, 6))
    before = len(fr.tokens)
    breaks: list[State] = []
    entered = fr.heads.get(head)
    if entered is None:
        entered = fr.heads[head] = Head(read())
    _begin(state, entered)
    ends: list[State] = []
    most = bounds.ROUNDS + bounds.REST
    for number in range(most + 1):
        if number == most:
            fr.ask.world.note_bound("rounds", f"{fr.module.path}:{fr.lines[0]}")
            _give_up(state, ends)
        fr.state = branch = state.fork()
        fr.loops.append([])
        once()
        exits = fr.loops.pop()
        fr.state = state
        ends = [branch] if branch.live else []
        ends += [at for kind, at in exits if kind == "continue"]
        breaks = [at for kind, at in exits if kind == "break"]
        tokens = frozenset(fr.tokens[before:])
        if not _head(state, ends, tokens, number, head, entered):
            break
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


def _begin(state: State, entered: Head) -> None:
    """Begin a loop that was begun very often with what it came to before: what its rounds change is that, or anything beyond."""
    entered.times += 1
    if entered.times <= bounds.ENTERED:
        return
    for name, value in entered.names.items():
        old = state.name(name)
        if old is not None:
            state.names[name] = _grown(old, any_of([old, value]), bounds.ROUNDS)
    for key, value in entered.heap.items():
        held = state.held(key)
        if held is not None:
            state.heap[key] = _held(key, held, [value], bounds.ROUNDS)


def _head(state: State, ends: list[State], tokens: frozenset[object], number: int, head: tuple[Any, ...], entered: Head) -> bool:
    """Bring the ends of a round back to the head of the loop; whether anything is new there that a round may read."""

    def forget(guard: v.Guard) -> bool:
        return guard.about in tokens if guard.kind == "at" else varies(guard.about) or varies(guard.than)

    changed = False
    copies = [onto(state, end, end.guards) for end in ends]
    after: dict[str, v.Value] = {}
    several: list[str] = []
    for name in dict.fromkeys(name for end in copies for name in end.names):
        old = state.name(name)
        new = [without(end.names[name], forget) for end in copies if name in end.names]
        whole = any_of([*((old,) if old is not None else ()), *new])
        same = old is not None and _values_of(whole) == _values_of(old)
        after[name] = old if same and old is not None else _come_to_rest(old, whole, number)
        if old is not None and isinstance(whole, v.Choice) and (same or after[name] == whole):
            several.append(name)
    after.update(_together(state, copies, several, after, head, forget) if len(several) > 1 else {})
    for name, value in after.items():
        if value != state.name(name):
            state.names[name] = value
            changed = changed or entered.reads(name)
    for key in dict.fromkeys(key for end in copies for key in end.heap):
        old = state.held(key)
        new = [without(end.heap[key], forget) for end in copies if key in end.heap]
        value = _held(key, old, new, number)
        if value != old and number >= bounds.ROUNDS and old is not None:
            value = any_content(old, given_up(CHANGES, old, value))
        if value != old:
            state.heap[key] = value
            changed = True
    return changed


def _give_up(state: State, ends: list[State]) -> None:
    """Take for all that a round sets what may be anything that a round sets: where no number of rounds brings an end."""
    copies = [onto(state, end, end.guards) for end in ends]
    set_there = [value for end in copies for value in (*end.names.values(), *end.heap.values())]
    unknown = given_up(CHANGES, *set_there)
    for name in dict.fromkeys(name for end in copies for name in end.names):
        state.names[name] = unknown
    for key, held in [(key, held) for end in copies for key, held in end.heap.items()]:
        state.heap[key] = any_content(held, unknown)


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


def _held(key: object, old: v.Value | None, new: list[v.Value], number: int) -> v.Value:
    if isinstance(key, tuple):
        return _grown(old, any_of([old if old is not None else v.ABSENT, *new]), number)
    if old is None:
        return any_of(new)
    value = old
    for one in new:
        value = _more(value, one)
    return _grown(old, value, number)


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


def _come_to_rest(old: v.Value | None, new: v.Value, number: int) -> v.Value:
    """The new value; where one round after another brings another, only what it may have of Attio."""
    return _grown(old, new, number) if number < bounds.ROUNDS or old is None else given_up(CHANGES, old, new)


def _grown(old: v.Value | None, new: v.Value, number: int) -> v.Value:
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
        entries = tuple((key, _grown(known.get(key), held, number)) for key, held in new.entries)
        return v.Map(entries, _grown(old.rest, new.rest, number) if new.rest is not None else None, new.at)
    if isinstance(old, v.Seq) and isinstance(new, v.Seq) and new.rest is not None:
        return v.Seq(new.kind, new.items, _grown(old.rest, new.rest, number))
    if _counts(old, options):
        return any_of([*(one for one in options if not is_number(one)), lost(CALCULATED, single=True)])
    if len(texts) > 1 and (number > 1 or _grows(texts)):
        others = [one for one in options if not isinstance(one, v.Text)]
        return any_of([generalise(tuple(texts), CHANGES), *others])
    if number < bounds.ROUNDS - 2:
        return new
    if isinstance(new, v.Choice) and len(options) > 2:
        return lost(CHANGES, *options, single=not any(_has_slash(one) for one in options))
    return new


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


_COLLECTING = frozenset({"append", "extend", "insert", "add", "update", "setdefault", "pop", "remove", "appendleft", "join"})


def runs_in_turn(stmt: f.For, items: tuple[v.Value, ...]) -> bool:
    """Whether a loop over known items is run item by item: where its body collects something, or looks for one of them."""
    if not 0 < len(items) <= bounds.UNROLLED:
        return False
    return _collects(stmt.body) or (not all(isinstance(one, v.Scalar) for one in items) and _looks_for(stmt))


def _looks_for(stmt: f.For) -> bool:
    """Whether a loop looks for one of what it goes over: it leaves off at one that a test names, or keeps it (`if n == name: return b`)."""
    own = mentioned(stmt.target)
    for inner in statements_within(stmt.body):
        if isinstance(inner, f.Branch) and not own.isdisjoint(asked := mentioned(inner.test)):
            within = [*statements_within(inner.then), *statements_within(inner.other)]
            given = [one.value for one in within if isinstance(one, (f.Return, f.Assign))]
            kept = any(not own.isdisjoint(mentioned(value)) for value in given)
            left = any(isinstance(one, (f.Return, f.Jump)) for one in within if not (isinstance(one, f.Jump) and one.kind == "continue"))
            if (kept and (left or asked - own)) or (left and not any(given)):
                return True
    return False


def _collects(body: tuple[f.Stmt, ...]) -> bool:
    for stmt in statements_within(body):
        if isinstance(stmt, f.Augment):
            return True
        if isinstance(stmt, f.Assign) and (any(isinstance(t, (f.Item, f.Attr)) for t in stmt.targets) or _made_of_itself(stmt)):
            return True
        if isinstance(stmt, f.Evaluate) and isinstance(stmt.value, f.Invoke):
            func = stmt.value.func
            if isinstance(func, f.Attr) and func.name in _COLLECTING:
                return True
            if isinstance(func, f.Name) and func.id == "setattr":
                return True
    return False


def _made_of_itself(stmt: f.Assign) -> bool:
    """Whether a variable is bound to something made of itself (`path = path.replace(…)`)."""
    names = {target for target in stmt.targets if isinstance(target, f.Name)}
    return bool(names) and stmt.value is not None and any(part in names for part in expressions_of(f.Evaluate(stmt.value, stmt.lines)))


def only_shapes(stmt: f.While) -> bool:
    """Whether a loop only changes variables, by what they are themselves (`while path.startswith("/"): path = path[1:]`)."""
    return all(isinstance(one, f.Assign) and _made_of_itself(one) for one in stmt.body)


def collected_over(body: tuple[f.Stmt, ...]) -> set[str]:
    """The names of what loops and comprehensions go over that collect something."""
    found = set()
    for stmt in statements_within(body):
        if isinstance(stmt, f.For) and _collects(stmt.body):
            found.update(_names_in(stmt.source))
        if isinstance(stmt, (f.Function, f.Class)):
            continue
        for part in expressions_of(stmt):
            if isinstance(part, f.Comprehension):
                found.update(_names_in(part.clauses[0].source))
            elif isinstance(part, f.Invoke) and isinstance(part.func, f.Name) and part.func.id in _GOING_OVER:
                found.update(_names_in(part))
            elif isinstance(part, f.Collection):
                found.update(_names_in(part))
    return found


def handed_on(body: tuple[f.Stmt, ...]) -> set[str]:
    """The names that are handed on as they are to something that may collect over them."""
    calls = (part for stmt in statements_within(body) for part in expressions_of(stmt) if isinstance(part, f.Invoke))
    return {arg.value.id for call in calls for arg in call.args if not arg.star and isinstance(arg.value, f.Name)}


_GOING_OVER = frozenset({"map", "filter", "reduce", "zip", "enumerate", "reversed", "list", "tuple", "sorted"})


def _names_in(source: f.Expr) -> set[str]:
    """`x` of `x`, `x.items()`, `enumerate(x)`, `zip(x, y)`, `("a", *x)`, `x or ()`."""
    if isinstance(source, f.Name):
        return {source.id}
    if isinstance(source, f.Collection):
        return set().union(*(_names_in(item.value) for item in source.items if isinstance(item, f.Star)))
    if isinstance(source, f.Logic):
        return _names_in(source.left) | _names_in(source.right)
    if isinstance(source, f.Invoke):
        inner = _names_in(source.func.value) if isinstance(source.func, f.Attr) else set()
        return inner.union(*(_names_in(arg.value) for arg in source.args)) if source.args else inner
    return set()
