"""Roots: what nobody calls, and what is reported of it.

Takes the modules in which a request can be. Works out their bodies, functions and classes; whatever is handed up and nobody in the project
decides is settled here, with what a caller that is not seen may give: any object of the class, what an annotation says, the default.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace

from attio_scopes.engine import bounds
from attio_scopes.engine import frameworks as fw
from attio_scopes.engine.arguments import bind
from attio_scopes.engine.bodies import main_line
from attio_scopes.engine.body.statements import execute
from attio_scopes.engine.calls import home_of, scope_root
from attio_scopes.engine.carriers import carriers_of, values_of
from attio_scopes.engine.class_making import make_classes
from attio_scopes.engine.declared import send_attributes, send_interface
from attio_scopes.engine.demand import Demand
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import any_of
from attio_scopes.engine.domain.evidence import evidence, lost
from attio_scopes.engine.domain.parts import within
from attio_scopes.engine.domain.reasons import NOTHING, is_left_to_subclasses
from attio_scopes.engine.emit import Found
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.handed import note_handed
from attio_scopes.engine.inherited import Concerns, methods_of
from attio_scopes.engine.instantiate import instantiate
from attio_scopes.engine.left_open import ask_where_unknown
from attio_scopes.engine.project.classes import decorator_names, has_self, is_classmethod
from attio_scopes.engine.queries import Queries
from attio_scopes.engine.summary import At, Summary
from attio_scopes.engine.told import behind_no_call, told
from attio_scopes.engine.unseen import root_arguments
from attio_scopes.engine.unsettled import go_beyond
from attio_scopes.model import facts as f
from attio_scopes.model import fate
from attio_scopes.model.entry_point import MAIN, SCRIPT
from attio_scopes.model.path import Hole, Literal, take_apart
from attio_scopes.model.program import ClassDef, FunctionDef, Module

Pair = tuple[FunctionDef, "ClassDef | None"]


def find(queries: Queries, own: Iterable[Module], rounds: list[dict[Found, None]]) -> dict[Found, None]:
    """Every reading of every call in these modules.

    Args:
        queries: answers questions.
        own: the modules that are worked out; others only where these call into them.
        rounds: gets what each round finds as soon as it does, for `found_so_far`.
    """
    demand = Demand.of(queries.program, queries.derived, own, bool(queries.hints))
    queries.carries = demand.carriers.has
    queries.wanted = demand.wants
    queries.is_own = demand.has_module
    concerns = queries.concerns = Concerns(queries, lambda: demand.carriers)
    while True:
        found = _settled(queries, demand, concerns, rounds)
        if not ask_where_unknown(queries, found):
            break
    for kept in queries.kept.values():
        found.update(dict.fromkeys(kept.found))
    found.update(dict.fromkeys(behind_no_call(queries.unused, found)))
    return told(queries, found)


def _settled(queries: Queries, demand: Demand, concerns: Concerns, rounds: list[dict[Found, None]]) -> dict[Found, None]:
    """Work out what is asked for, again as long as what is stored for all changes; what that finds beside the answers."""
    found: dict[Found, None] = {}
    called: set[Pair] = set()
    shared: set[tuple[str, str]] = set()
    for number in range(bounds.SWEEPS + bounds.BEYOND):
        places = set(fw.places_shared(queries))
        grown = called != queries.world.called or shared != places
        called, shared = set(queries.world.called), places
        if number > bounds.ROUNDS // 2:
            queries.world.changed = {key for key in queries.world.changed if _can_reach_a_request(queries, key)}
        if number >= bounds.SWEEPS and queries.world.changed:
            queries.world.note_bound("sweeps", demand.modules[0].path)
            go_beyond(queries, demand.modules[0], number == bounds.SWEEPS + bounds.BEYOND - 1)
        if number and not queries.doubt_changed() and not grown:
            break
        found, queries.unused = {}, {}
        rounds.append(found)
        queries.works.clear()
        pairs = _asked(queries, demand, concerns, found)
        modules = demand.modules
        pairs += _of_objects(queries, modules, demand)
        pairs += _given_shared(queries, modules)
        pairs += _lambdas(queries, modules)
        for target, cls in pairs:
            _settle(queries, target, cls, demand, found)
            _settle_decorated(queries, target, cls, found)
    return found


def _can_reach_a_request(queries: Queries, key: Any) -> bool:
    """Whether what is held under a key can decide where a request goes: it is Attio's, leads to what is, or has a path in it."""
    held = queries.world.heap.get(key)
    if held is None or evidence(held) or queries.carries((held,)):
        return True
    texts = (one for one in within([held]) if isinstance(one, v.Text))
    return any(isinstance(piece, v.Lit) and "/" in piece.text for text in texts for piece in text.pieces)


def found_so_far(queries: Queries, rounds: list[dict[Found, None]]) -> dict[Found, None]:
    """What `find` had met when it was ended: readings that more work may add to, or do away with."""
    met = {one: None for each in rounds for one in each}
    for kept in (*queries.kept.values(), *queries.doubtful.values(), *(kept for kept, _ in queries.tentative.values())):
        met.update(dict.fromkeys(kept.found))
    for found in queries.found_now.values():
        met.update(dict.fromkeys(found))
    return told(queries, met)


def _asked(queries: Queries, demand: Demand, concerns: Concerns, found: dict[Found, None]) -> list[Pair]:
    """Work out what is asked for, until nothing more is."""
    pairs: dict[Module, list[Pair]] = {}
    sizes: dict[Module, int] = {}
    renewed = False
    while True:
        queries.learn()
        modules = demand.modules
        for module in modules:
            size = -1 if module in demand.whole else len(demand.statements[module])
            if size and (sizes.get(module) != size or renewed):
                sizes[module] = size
                pairs[module] = _work_out(queries, module, demand, found)
        make_classes(queries, queries.made_class, queries.derived, modules)
        _lambdas(queries, modules)  # whoever mentions what one of them is bound to is asked for
        before = demand.carriers.definitions
        more = demand.take(carriers_of(queries, queries.promised, demand.wants), queries.lineage)
        queries.carries = demand.carriers.has
        queries.world.changed.update(("carries", one) for one in demand.carriers.definitions - before)
        queries.world.changed.update(("own", one) for one in demand.modules if one not in modules)
        queries.world.changed.update(("carries", one) for one in queries.given_up if demand.wants(one))
        queries.given_up = {one for one in queries.given_up if not demand.wants(one)}
        renewed = concerns.renew()
        if not (more or renewed):
            return [pair for module in modules for pair in pairs.get(module, ())]


def _lambdas(queries: Queries, modules: list[Module]) -> list[Pair]:
    """The lambda expressions of these modules, worked out."""
    done: dict[FunctionDef, None] = {}
    while True:
        new = [one for one in queries.lambdas.values() if one not in done and one.module in modules]
        if not new:
            return [(one, None) for one in done]
        for one in new:
            done[one] = None
            queries.summary(one, None)


def _work_out(queries: Queries, module: Module, demand: Demand, found: dict[Found, None]) -> list[Pair]:
    """Work out what is asked for of a module: its body, its functions, its classes and their methods."""
    body = demand.body(module)
    if body:
        fr = Frame(queries, module, closed=True)
        with queries.reading(fr, module):
            _execute(queries, fr, body)
        queries.publish(fr, ("body", module))
        queries.bodies[module] = fr.state.names
        found.update(fr.found)
    pairs: dict[Pair, None] = {}
    for cls in module.contents().classes.values():
        if not demand.has(module, cls.facts.line):
            continue
        queries.world.ledger.work_out(cls.facts)
        inner = Frame(queries, module, None, None, cls, closed=True)
        with queries.working(module, SCRIPT) as work, queries.reading(inner, cls):
            execute(inner, tuple(stmt for stmt in cls.statements if not isinstance(stmt, f.Function)))
            queries.bodies[cls] = {**_declared(inner, cls), **inner.state.names}
            note_handed(inner, queries.external_bases(cls), inner.state.names.values(), (module.path, cls.facts.line))
            send_attributes(inner, cls)
            send_interface(inner, cls)
        queries.publish(inner, ("class body", cls))
        work.found.update(inner.found)
        found.update(inner.found)
        pairs.update(dict.fromkeys(methods_of(queries, cls)))
    methods = {function for function, _ in pairs}
    for function in module.contents().functions.values():
        if not demand.has(module, function.facts.line):
            continue
        if function.owner is None:
            pairs[function, None] = None
        elif function not in methods and not _replaced(function, function.owner):
            pairs[function, function.owner] = None
    for target, owner in pairs:
        queries.summary(target, owner)
        if target.owner is not None:
            queries.decorated(target)
    return list(pairs)


def _declared(fr: Frame, cls: ClassDef) -> dict[str, v.Value]:
    """What the annotations in a class's body say that its objects hold."""
    typed = {
        target.id: fr.ask.annotated(fr, stmt.annotation)
        for stmt in cls.statements
        if isinstance(stmt, f.Assign) and stmt.annotation is not None
        for target in stmt.targets
        if isinstance(target, f.Name)
    }
    return {name: value for name, value in typed.items() if value is not None}


def _of_objects(queries: Queries, modules: list[Module], demand: Demand) -> list[Pair]:
    """The methods of classes of other modules of which these make objects: such an object may be Attio's."""
    carrying = demand.carriers.definitions
    others = [(cls, made) for cls, made in queries.world.objects.items() if cls.module not in modules and not cls.module.installed]
    classes = [cls for cls, made in others if not carrying.isdisjoint((cls, *made))]
    pairs = [pair for cls in sorted(classes, key=lambda one: (one.module.path, one.facts.line)) for pair in methods_of(queries, cls)]
    for target, cls in pairs:
        queries.summary(target, cls)
    return pairs


def _given_shared(queries: Queries, modules: list[Module]) -> list[Pair]:
    """Functions of modules that these import, which may get what is put on an object that libraries hand around, if that carries Attio."""
    names = {name for (_, name), held in fw.places_shared(queries).items() if queries.carries((held,))}
    pairs: list[Pair] = []
    for module in _imported(queries, modules) if names else ():
        asking = [stmt for stmt in module.outline.statements if not names.isdisjoint(stmt.elsewhere)]
        bound = {name for stmt in asking for name in stmt.binds if module.binds(name)}
        pairs += [(one, None) for one in module.so_far.functions.values() if one.owner is None and one.facts.name in bound]
    for target, _ in pairs:
        queries.summary(target, None)
    return pairs


def _imported(queries: Queries, modules: list[Module]) -> list[Module]:
    """The modules that these import, and that are not among them."""
    found: dict[Module, None] = {}
    for module in modules:
        for item in (item for stmt in module.outline.statements for item in stmt.imports):
            names = item.names or ()
            target = queries.program.find(module, item.module, item.level, names)
            parts = target.parts if isinstance(target, Module) else target
            found.update({target: None} if isinstance(target, Module) else {})
            inner = [queries.program.by_parts.get((*parts, name)) for name in names] if parts is not None else []
            found.update({one: None for one in inner if one is not None})
    return [one for one in found if one not in modules and not one.installed]


def _execute(queries: Queries, fr: Frame, body: tuple[f.Stmt, ...]) -> None:
    """Run a module's body; a statement that goes too deep is noted as not followed."""
    for number, stmt in enumerate(body, 1):
        queries.world.ledger.run(stmt)
        mark = queries.mark()
        state = fr.state
        before, fr.found = fr.found, {}
        try:
            with queries.working(fr.module, MAIN if main_line(stmt) else SCRIPT) as work:
                execute(fr, (stmt,))
            work.found.update(fr.found)
            if not fr.state.live:
                fr.leave_out(*body[number:])
                return
        except RecursionError:
            queries.back_to(mark)
            fr.state = state
            queries.world.note_bound("effort", fr.module.path)
        finally:
            before.update(fr.found)
            fr.found = before


def _replaced(function: FunctionDef, cls: ClassDef) -> bool:
    """Whether a class body defines a method of the same name after it, on every way: then nobody can call it."""
    later = cls.methods.get(function.facts.name)
    if later is None or function.facts.decorators:
        return False
    top = [id(stmt) for stmt in cls.facts.body]
    return id(function.facts) in top and id(later.facts) in top


def _settle(queries: Queries, target: FunctionDef, cls: ClassDef | None, demand: Demand, found: dict[Found, None]) -> None:
    """Settle what a function hands up, where no caller is seen."""
    summary = queries.summary(target, cls)
    if not summary.effects and not _makes(summary):
        return
    world = queries.world
    elsewhere = any((target, other) in world.called for other in _classes(queries, target, cls))
    here = (target, cls) in world.called
    whole = target not in world.queued and (_registered(queries, target) or (target in world.escaped and not here and not elsewhere))
    wrapped = bool(target.facts.decorators) and (target, cls) not in world.certain  # only what a decorator makes of it calls it
    if here and not whole and not wrapped:
        return
    if target.parent is not None and target.owner is None:
        return
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
    alone = not (any(target is one for one, _ in world.called) or _is_in_use(queries, target))
    kept = queries.kept.get(("summary", target, cls, ()))
    at_work = kept is not None and bool(kept.found)  # it makes calls of its own, and so it is no wrapper that just nobody needs
    for one in fr.found:
        if not (whole or _is_settled_inside(one)):
            if (alone or at_work) and _is_attio_by_itself(one) and not _left_to_subclasses(one):
                (found if at_work else queries.unused)[one] = work.found[one] = None
            continue
        if _left_to_subclasses(one):
            continue
        if one.declared is not None and cls is not target.owner:
            if elsewhere:  # it is called for another class, and so it is not for this one
                continue
            *place, owner = one.declared
            span = (place[1], place[2], place[3], place[4])
            one = replace(one, at=At(str(place[0]), span, str(owner), (span[0], span[2])), via=(one.at, *one.via))
        found[one] = work.found[one] = None


def _settle_decorated(queries: Queries, target: FunctionDef, cls: ClassDef | None, found: dict[Found, None]) -> None:
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
