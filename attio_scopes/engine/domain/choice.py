"""Choice: one of several values, which of them can occur together, and what is kept of too many.

Takes and gives values. Guards say under which outcomes of tests an option is the one; options whose guards contradict each other never
meet in one combination. Too many options become one value that has what they have in common; none is dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from attio_scopes.engine import bounds
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.evidence import evidence, lost, open_terms
from attio_scopes.engine.domain.guards import consistent as consistent
from attio_scopes.engine.domain.guards import simplified
from attio_scopes.engine.domain.lettering import common_beginning
from attio_scopes.engine.domain.reasons import too_many

PAST = "past"

BLURRED = v.Guard("at", (PAST, "blurred"), True)
"""Held by options of which a bound took what told them apart: which of them it is, nobody knows any more."""

CROSSED = v.Guard("at", (PAST, "crossed"), True)
"""Held by what is made of two such values: they may never meet, so that nothing of it is certain."""

_OF_THEIR_OWN = (v.Func, v.Class, v.Partial, v.Obj)
"""What has nothing in common with others that could be used in its place: all of it is kept."""

_NOTHING: frozenset[v.Value] = frozenset()

_SPENT = [[0, 0]]
"""The options that were looked at in each question under way, the innermost last, and at how many it is given up (0: never)."""


class TooMuchError(Exception):
    """A body that has nothing of Attio takes more than it is worth."""


@contextmanager
def effort(most: int = 0) -> Iterator[None]:
    """Count what is looked at for a question.

    Args:
        most: past so many options it is given up; 0: never, but past `bounds.EFFORT` values keep only what is common to all ways to them.

    Raises:
        TooMuchError: it is given up.
    """
    _SPENT.append([0, most])
    try:
        yield
    finally:
        _SPENT.pop()


def spent(options: int) -> bool:
    """Note that so many options were looked at for the question at hand; whether that is more than one is worth."""
    at = _SPENT[-1]
    at[0] += options
    if at[1] and at[0] > at[1]:
        raise TooMuchError
    return at[0] > bounds.EFFORT


def choose(found: Iterable[v.Option]) -> v.Value:
    """The choice among options: flattened, without repeats, bounded; a single value where all agree."""
    flat: dict[v.Value, dict[v.Guards, None]] = {}
    nothing: v.Value | None = None
    for option in found:
        value, held = option.value, option.guards
        if type(value) is v.Choice:
            for inner in value.options:
                both = held | inner.guards if held and inner.guards else held or inner.guards
                if both is held or both is inner.guards or consistent(held, inner.guards):
                    flat.setdefault(inner.value, {})[both] = None
            continue
        if type(value) is v.Lost and not (value.evidence or value.terms or value.environment or value.parameter):
            nothing = value = nothing or value  # what is unknown and not Attio's is one thing, whatever it is
        flat.setdefault(value, {})[held] = None
    if len(flat) == 1:
        return next(iter(flat))
    if not flat:
        return lost("the conditions around it contradict each other")
    ways = tests = 0
    for value, guards in flat.items():
        if len(guards) > 1:
            flat[value] = guards = dict.fromkeys(simplified(tuple(guards)))
        ways += len(guards)
        tests += sum(map(len, guards))
    if spent(ways) or ways > bounds.WAYS or (ways > 1 and tests > bounds.TESTS):
        narrowed = {value: {frozenset.intersection(*guards): None} for value, guards in flat.items()}
        if any(guards.keys() != narrowed[value].keys() for value, guards in flat.items()):
            narrowed = {value: {held | {BLURRED}: None for held in guards} for value, guards in narrowed.items()}
        flat = narrowed if len(narrowed) <= bounds.OPTIONS else _fewer(narrowed)
        if len(flat) == 1:
            return next(iter(flat))
    return v.Choice(tuple(v.Option(g, value) for value, guards in flat.items() for g in guards))


def _fewer(found: dict[v.Value, dict[v.Guards, None]]) -> dict[v.Value, dict[v.Guards, None]]:
    """Of too many options those that have nothing in common with others, and one for all others."""
    kept = dict(one for one in found.items() if isinstance(one[0], _OF_THEIR_OWN) or one[0] in (v.NONE, v.ABSENT))
    rest = tuple(value for value in found if value not in kept)
    if not kept or len(kept) > bounds.ITEMS:
        kept, rest = {}, tuple(found)
    return kept | {option.value: {frozenset({BLURRED}): None} for option in (v.options(generalise(rest)) if rest else ())}


def any_of(values: Iterable[v.Value]) -> v.Value:
    """The choice among values that nothing tells apart."""
    several = tuple(dict.fromkeys(values))
    for one in several:
        within = _plain(one)
        if within and all(other is one or other in within or (isinstance(other, v.Choice) and _covers(within, other)) for other in several):
            return one
    return choose(v.Option(v.NO_GUARDS, value) for value in several)


def _covers(values: frozenset[v.Value], other: v.Choice) -> bool:
    """Whether these are all that another choice may be, which nothing tells apart either."""
    inner = _plain(other)
    return bool(inner) and inner <= values


def _plain(value: v.Value) -> frozenset[v.Value]:
    """The values of a choice that nothing tells apart; none of anything else."""
    return _untold(value) if isinstance(value, v.Choice) else _NOTHING


@lru_cache(maxsize=65_536)
def _untold(value: v.Choice) -> frozenset[v.Value]:
    return _NOTHING if any(option.guards for option in value.options) else frozenset(option.value for option in value.options)


def blurred(values: Iterable[v.Value]) -> v.Value:
    """The choice among values of which a bound took what told them apart."""
    return choose(v.Option(frozenset({BLURRED}), value) for value in values)


def one_for_all(values: Iterable[v.Value]) -> v.Value:
    """What stands for too many items: any of them, so that nothing of it is certain."""
    return choose(v.Option(frozenset({CROSSED}), value) for value in values)


def met(held: v.Guards, others: v.Guards) -> v.Guards:
    """The guards of what two values are together: a blurred value keeps what rules out one test of another, but not several together."""
    for one, other in ((held, others), (others, held)):
        if BLURRED in one and (len(other) > 1 or any(guard.kind == "at" for guard in other)):
            return held | others | {CROSSED}
    return held | others


def either(token: Any, values: Sequence[v.Value]) -> v.Value:
    """The choice among the items that a place may be at, which are told apart by their number."""
    if len(values) > bounds.OPTIONS:
        return blurred(values)
    return choose(v.Option(frozenset({v.Guard("at", token, number)}), value) for number, value in enumerate(values))


def restrict(value: v.Value, guards: v.Guards) -> v.Value:
    """The value as it can be where these guards hold."""
    if not guards or not isinstance(value, v.Choice):
        return value
    kept = [option for option in value.options if consistent(option.guards, guards)]
    if len(kept) == len(value.options):
        return value
    return choose(kept) if kept else lost("the conditions around it contradict each other", value)


def _with_held(value: v.Value, change: Callable[[v.Value], v.Value]) -> v.Value:
    """A mapping or list with what it holds changed; the value itself where nothing is, so that it keeps what it remembers."""
    if not isinstance(value, (v.Map, v.Seq)):
        return value
    before = [held for _, held in value.entries] if isinstance(value, v.Map) else list(value.items)
    after = list(map(change, before))
    rest = change(value.rest) if value.rest is not None else None
    if rest is value.rest and all(one is other for one, other in zip(after, before, strict=True)):
        return value
    if isinstance(value, v.Map):
        return v.Map(tuple((key, held) for (key, _), held in zip(value.entries, after, strict=True)), rest, value.at)
    return v.Seq(value.kind, tuple(after), rest)


def without(value: v.Value, forget: Callable[[v.Guard], bool]) -> v.Value:
    """The value with some guards forgotten: those of an iteration or an activation that is over."""
    if not isinstance(value, v.Choice):
        return _with_held(value, lambda held: without(held, forget))
    if not any(forget(guard) for option in value.options for guard in option.guards):
        return value
    return choose(v.Option(frozenset(guard for guard in one.guards if not forget(guard)), one.value) for one in value.options)


def unguarded(value: v.Value) -> v.Value:
    """The value as anybody may find it later: which options it had under which outcome of a test is over with the activation."""
    if not isinstance(value, v.Choice):
        return _with_held(value, unguarded)
    return value if all(not option.guards for option in value.options) else any_of(unguarded(option.value) for option in value.options)


def of_the_past(value: v.Value) -> v.Value:
    """A value as something that was put there before: how tests came out then says nothing of how they do now."""
    if not isinstance(value, v.Choice):
        return _with_held(value, of_the_past)
    return choose(v.Option(_past(option.guards), of_the_past(option.value)) for option in value.options)


@lru_cache(maxsize=65_536)
def _past(guards: v.Guards) -> v.Guards:
    found: dict[Any, v.Guard | None] = {}
    for guard in guards:
        if guard.kind == "at":
            about = guard.about if guard.about[0] == PAST else (PAST, guard.about)
            guard = v.Guard("at", about, guard.outcome, guard.than)
        key = (guard.kind, guard.about, guard.than)
        again = found.setdefault(key, guard)
        if again is not None and again.outcome != guard.outcome:
            found[key] = None  # it came out both ways, one time and another
    return frozenset(guard for guard in found.values() if guard is not None)


def thinned(value: v.Value, inside: bool = False) -> v.Value:
    """A value as callers get it: an item of which very many tests decide what it is is any of these for them."""
    if not isinstance(value, v.Choice):
        return _with_held(value, lambda held: thinned(held, True))
    if inside and sum(len(option.guards) for option in value.options) > bounds.TESTS_WITHIN:
        return blurred(thinned(option.value, True) for option in value.options)
    made = [v.Option(option.guards, thinned(option.value, inside)) for option in value.options]
    return choose(made) if tuple(made) != value.options else value


def combine(values: Sequence[v.Value], make: Callable[..., v.Value], guards: v.Guards = v.NO_GUARDS) -> v.Value:
    """`make` over every combination of options that can occur together (and with `guards`)."""
    if not any(isinstance(value, v.Choice) for value in values):
        return make(*values)
    found = combinations(values, guards)
    if found is None:
        return make(*(_one_value(value) if isinstance(value, v.Choice) else value for value in values))
    if not found:
        return lost("the conditions around it contradict each other", *values)
    if len(found) == 1:
        held, done = found[0]
        made = make(*done)
        return made if not held else choose([v.Option(held, made)])
    return choose(v.Option(held, make(*done)) for held, done in found)


def _one_value(value: v.Choice) -> v.Value:
    """One value for the options of a choice, of which some may be Attio's and some not."""
    made = generalise(tuple(option.value for option in value.options))
    return lost(f"too many combinations are possible (limit: {bounds.COMBINATIONS})", made) if isinstance(made, v.Choice) else made


def combinations(values: Sequence[v.Value], guards: v.Guards = v.NO_GUARDS) -> list[tuple[v.Guards, tuple[v.Value, ...]]] | None:
    """What several values can be together (and with `guards`), and under which guards; None where that is too much to keep apart."""
    found: list[tuple[v.Guards, tuple[v.Value, ...]]] = [(v.NO_GUARDS, ())]
    most = bounds.COMBINATIONS if sum(isinstance(value, v.Choice) for value in values) > 1 else bounds.ITEMS
    for value in values:
        if not isinstance(value, v.Choice):
            found = [(held, (*done, value)) for held, done in found]
            continue
        options = [option for option in value.options if consistent(guards, option.guards)]
        found = [
            (met(held, option.guards), (*done, option.value))
            for held, done in found
            for option in options
            if consistent(held, option.guards)
        ]
        if len(found) > most:
            return None
    return found


def generalise(values: tuple[v.Value, ...], reason: str = "") -> v.Value:
    """One value for too many: of texts the common beginning, of anything else something that is not known, with their evidence."""
    if len(values) == 1:
        return values[0]
    reason = reason or too_many()
    texts = [value for value in values if isinstance(value, v.Text)]
    if len(texts) < len(values):
        return lost(reason, *values)
    of_attio = [text for text in texts if evidence(text)]
    if of_attio and len(of_attio) < len(texts):  # what is Attio's has a beginning of its own
        others = tuple(text for text in texts if not evidence(text))
        return any_of([generalise(tuple(of_attio), reason), generalise(others, reason)])
    before = [_before_query(text.pieces) for text in texts]
    if all(path == before[0] for path in before):
        return v.Text((*before[0], v.Lit("?"), v.Gap("query", reason, single=True)))
    shared = _beginning_of_all([_up_to_more(path) for path in before])
    beyond = [_beyond(text, shared) for text in before]
    if shared and isinstance(shared[-1], v.Gap) and shared[-1].more:
        return v.Text((*shared[:-1], _with_more(shared[-1], beyond)))
    grown = next((left[0] for left in beyond if left and isinstance(left[0], v.Gap) and left[0].more), None)
    if grown is not None:
        return v.Text((*shared, _with_more(grown, beyond)))
    tail = lost(reason, *(v.Text(text.pieces[max(len(shared) - 1, 0) :]) for text in texts))
    left = [piece for pieces in beyond for piece in pieces]
    single = all("/" not in piece.text if isinstance(piece, v.Lit) else piece.single for piece in left)
    found = tail.evidence if tail.evidence and not evidence(v.Text(shared)) else ""
    gap = v.Gap("value", reason, term=tail if tail.terms else None, evidence=found, more=not single)
    return v.Text((*shared, gap) if not found else (gap,))  # what is shared ends before it is said whose address it is


def _with_more(gap: v.Gap, beyond: Iterable[tuple[v.Piece, ...]]) -> v.Gap:
    """A gap that stands for any number of segments, for these as well: itself, where they bring nothing new, so that what grows ends."""
    left = [piece for pieces in beyond for piece in pieces]
    waiting = (piece.term for piece in left if isinstance(piece, v.Gap))  # what is in these, and not they themselves, or nothing ends
    tail = lost(gap.reason, gap.term, *waiting)
    found = gap.evidence or evidence(v.Text(tuple(left)))
    if found == gap.evidence and set(tail.terms) <= set(open_terms(gap.term)):
        return gap
    term = tail if tail.terms else None
    known = gap.parameter or tail.parameter
    return v.Gap(gap.label, gap.reason, gap.single, term, gap.environment, found, True, known, gap.hop, gap.derived)


def _beyond(text: tuple[v.Piece, ...], shared: tuple[v.Piece, ...]) -> tuple[v.Piece, ...]:
    """The pieces of a text after those that it shares with others."""
    if not shared:
        return text
    last, end = text[len(shared) - 1], shared[-1]
    cut = isinstance(last, v.Lit) and isinstance(end, v.Lit) and len(last.text) > len(end.text)
    left = (v.with_piece(last, text=last.text[len(end.text) :]),) if cut else ()  # type: ignore[union-attr]  # both are literals
    return (*left, *text[len(shared) :])


def _before_query(pieces: tuple[v.Piece, ...]) -> tuple[v.Piece, ...]:
    for number, piece in enumerate(pieces):
        if isinstance(piece, v.Lit) and ("?" in piece.text or "#" in piece.text):
            at = min(found for found in (piece.text.find("?"), piece.text.find("#")) if found != -1)
            head = (v.with_piece(piece, text=piece.text[:at]),) if at else ()
            return (*pieces[:number], *head)
    return pieces


def _up_to_more(pieces: tuple[v.Piece, ...]) -> tuple[v.Piece, ...]:
    """The pieces up to the first that stands for any number of segments: what comes after it can be anywhere."""
    at = next((number for number, piece in enumerate(pieces) if isinstance(piece, v.Gap) and piece.more), len(pieces))
    return pieces[: at + 1]


def _beginning_of_all(texts: Sequence[tuple[v.Piece, ...]]) -> tuple[v.Piece, ...]:
    """The pieces with which all of these begin; of the first literal that differs what they share."""
    first = texts[0]
    shared: list[v.Piece] = []
    for number, piece in enumerate(first):
        others = [text[number] if number < len(text) else None for text in texts]
        if all(other == piece for other in others):
            shared.append(piece)
            continue
        literals = [other.text for other in others if isinstance(other, v.Lit)]
        if len(literals) == len(others) and isinstance(piece, v.Lit):
            prefix = common_beginning(literals)
            if prefix:
                shared.append(v.with_piece(piece, text=prefix))
        break
    return tuple(shared)
