"""Uncalled: what is told of a function that nobody is seen to call.

Takes a function whose summary leaves something to its callers, and what is known of who calls it; settles that with what a caller that is
not seen may give. What is known whoever calls is found; of what is not, that which no known call stands for. Finds no functions itself.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from attio_scopes.engine import frameworks as fw
from attio_scopes.engine.arguments import bind
from attio_scopes.engine.calls import home_of, scope_root
from attio_scopes.engine.carriers import values_of
from attio_scopes.engine.demand import Demand
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import any_of
from attio_scopes.engine.domain.evidence import lost
from attio_scopes.engine.domain.reasons import NOTHING, is_left_to_subclasses
from attio_scopes.engine.emit import Found
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.instantiate import instantiate
from attio_scopes.engine.project.classes import decorator_names, has_self, is_classmethod
from attio_scopes.engine.queries import Queries
from attio_scopes.engine.summary import At, Summary
from attio_scopes.engine.told import says_a_path
from attio_scopes.engine.unseen import root_arguments
from attio_scopes.model import facts as f
from attio_scopes.model import fate
from attio_scopes.model.path import Hole, Literal, take_apart
from attio_scopes.model.program import ClassDef, FunctionDef


class Seen(Struct, frozen=True):
    """What is seen of those who call a function for a class of its `self`.

    Attributes:
        elsewhere: whether it is called for another class.
        whole: whether whoever calls it may give anything: it is handed to what nobody sees.
        wrapped: whether only what decorators make of it is called.
        inner: whether it stands in a function.
    """

    elsewhere: bool
    whole: bool
    wrapped: bool
    inner: bool


def settle_uncalled(queries: Queries, target: FunctionDef, cls: ClassDef | None, demand: Demand, found: dict[Found, None]) -> None:
    """Settle what a function hands up, where no caller is seen.

    Args:
        queries: answers questions.
        target: the function.
        cls: the class of its `self`, if it has one.
        demand: what is asked for, and what carries Attio.
        found: gets what is found. What other calls may stand for goes to `queries.unused` and `queries.inner`.
    """
    summary = queries.summary(target, cls)
    seen = _seen(queries, target, cls) if summary.effects or _makes(summary) else None
    if seen is None:
        return
    world = queries.world
    fr = Frame(queries, target.module, target, cls, target.owner, closed=True, unseen=True)
    bound: v.Value | None = None
    if cls is not None and has_self(target):
        bound = v.Class(cls) if is_classmethod(target) else v.Obj(cls)
    args = root_arguments(fr, target, bound is None)
    given = bind(fr, v.Func(target, bound), args, 0)
    bindings = {root: given[name] for name, root in summary.roots if name in given}
    around = [held for one in (world.objects_of(cls) if cls is not None else ()) if (held := world.held((one, "<scope>"))) is not None]
    bindings[scope_root(target)] = any_of(around) if around else lost("the variables of the enclosing function are not known")
    if not (demand.is_said(target) or queries.uses_sdk() or demand.carriers.any_of((*values_of(summary), *bindings.values()))):
        for effect in summary.effects:
            world.ledger.note(effect.places, fate.OUTSIDE, "nothing that calls it has to do with Attio")
        return
    with queries.working(target, cls) as work:
        instantiate(fr, summary, bindings, (), home_of(target))
    if bound is None or target.facts.name != "__init__":  # what an object holds that nobody is seen to make is asked elsewhere
        queries.publish(fr, ("root", target, cls))
    _tell(queries, target, cls, seen, fr.found, (found, work.found))


def _seen(queries: Queries, target: FunctionDef, cls: ClassDef | None) -> Seen | None:
    """What is seen of who calls a function; None where that decides all."""
    world = queries.world
    elsewhere = any((target, other) in world.called for other in _classes(queries, target, cls))
    here = (target, cls) in world.called
    whole = target not in world.queued and (_registered(queries, target) or (target in world.escaped and not here and not elsewhere))
    wrapped = bool(target.facts.decorators) and (target, cls) not in world.certain
    inner = target.parent is not None and target.owner is None
    if (here and not whole and not wrapped) or (inner and (target in world.escaped or any(target is one for one, _ in world.called))):
        return None
    return Seen(elsewhere, whole, wrapped, inner)


def _tell(
    queries: Queries,
    target: FunctionDef,
    cls: ClassDef | None,
    seen: Seen,
    readings: Iterable[Found],
    to: tuple[dict[Found, None], dict[Found, None]],
) -> None:
    """Give each reading to those it belongs to: what was found, what other calls may stand for, or nobody."""
    found, at_hand = to
    alone = not any(target is one for one, _ in (queries.world.certain if seen.wrapped else queries.world.called))
    in_use = _is_in_use(queries, target)
    kept = queries.kept.get(("summary", target, cls, ()))
    at_work = kept is not None and bool(kept.found)  # it makes calls of its own, and so it is no wrapper that just nobody needs
    for one in readings:
        if seen.inner:  # where it is made, and whoever is given it, tells more
            if says_a_path(one):
                queries.inner[one] = at_hand[one] = None
        elif _left_to_subclasses(one):
            continue
        elif seen.whole or _is_settled_inside(one):
            if one.declared is None or cls is target.owner:
                found[one] = at_hand[one] = None
            elif not seen.elsewhere:  # it is called for another class, and so it is not for this one
                one = _declared(one)
                found[one] = at_hand[one] = None
        elif (at_work or (alone and (not in_use or says_a_path(one)))) and _is_attio_by_itself(one):
            (found if at_work else queries.unused)[one] = at_hand[one] = None


def _declared(one: Found) -> Found:
    """A reading at the place where a class declares what decides it."""
    if one.declared is None:
        return one
    path, *span, owner = one.declared
    line, column, last_line, last_column = span
    return replace(one, at=At(path, (line, column, last_line, last_column), owner, (line, last_line)), via=(one.at, *one.via))


def settle_decorated(queries: Queries, target: FunctionDef, cls: ClassDef | None, found: dict[Found, None]) -> None:
    """Settle what decorators of the project make of a method that nobody calls: its request is declared where the decorator stands."""
    if cls is None or cls is not target.owner or not has_self(target) or any(one is target for one, _ in queries.world.certain):
        return
    made = queries.decorated(target)
    if not isinstance(made, v.Func) or made.target is target:
        return
    fr = Frame(queries, target.module, None, None, target.owner, closed=True, uncalled=frozenset({target}))
    called = [one.span for one in target.facts.decorators if isinstance(one, f.Invoke)]
    fr.lines = (called[0][0], called[0][2]) if called else (target.facts.line, target.facts.line)
    args = root_arguments(fr, made.target, False)
    before = set(queries.world.called)
    with queries.working(target, cls) as work:
        fr.ask.call(fr, v.Func(made.target, v.Obj(cls), made.scope), args, (fr.at(called[0] if called else f.NO_SPAN),))
    queries.world.called = before  # nobody is seen to call it, nor what the same decorator makes of others
    work.found.update(fr.found)
    found.update(fr.found)


def _classes(queries: Queries, target: FunctionDef, cls: ClassDef | None) -> list[ClassDef | None]:
    """The classes other than one whose objects have a method."""
    if target.owner is None:
        return []
    return [one for one in (target.owner, *queries.subclasses(target.owner)) if one is not cls]


def _is_settled_inside(one: Found) -> bool:
    """Whether no caller is needed for what there is to say: all of it is known, or it hangs on what an argument holds."""
    if any(isinstance(piece, Hole) and piece.derived for piece in one.reading.url):
        return True
    return not one.hangs or (one.reading.method is not None and (one.reason is None or _says_a_segment(one)))


def _is_in_use(queries: Queries, target: FunctionDef) -> bool:
    """Whether the class of a method, or one above or below it, has objects or is called: then this method is just one that nobody needs."""
    if target.owner is None:
        return False
    around = {*queries.lineage(target.owner), *queries.subclasses(target.owner)}
    return any(queries.world.objects_of(one) for one in around) or any(one.owner in around for one, _ in queries.world.called)


def _is_attio_by_itself(one: Found) -> bool:
    """Whether a request goes to Attio whatever its caller gives: then it is told where it stands, though nobody is seen to call it."""
    url = one.reading.url
    return bool(url) and isinstance(url[0], Literal) and not any(isinstance(piece, Hole) and piece.origin == NOTHING for piece in url)


def _says_a_segment(one: Found) -> bool:
    """Whether the source says what is called, as far as the first part of the path after the version."""
    segments = take_apart(one.reading.url).segments
    return len(segments) > 1 and all(isinstance(piece, Literal) for segment in segments[:2] for piece in segment)


def _left_to_subclasses(one: Found) -> bool:
    """Whether what is sent is left to classes that derive from this one."""
    return any(isinstance(piece, Hole) and is_left_to_subclasses(piece.origin) for piece in one.reading.url)


def _makes(summary: Summary) -> bool:
    """Whether an object that it makes, or stores in, waits for a caller."""
    return any(v.is_open(value) for _, value in summary.heap)


def _registered(queries: Queries, target: FunctionDef) -> bool:
    if not target.facts.decorators or decorator_names(target) <= {"property", "staticmethod", "classmethod", "cached_property"}:
        return False
    return fw.is_registered(Frame(queries, target.module, closed=True), target)
