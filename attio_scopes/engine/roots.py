"""Roots: what nobody calls, and what is reported of it.

Takes the modules in which a request can be. Works out their bodies, functions and classes, again as long as what they leave for one another
changes, and has settled what is handed up and nobody in the project decides. Decides nothing of a call itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attio_scopes.engine import bounds
from attio_scopes.engine import frameworks as fw
from attio_scopes.engine.bodies import main_line
from attio_scopes.engine.body.statements import execute
from attio_scopes.engine.carriers import carriers_of
from attio_scopes.engine.class_making import make_classes
from attio_scopes.engine.declared import send_attributes, send_interface
from attio_scopes.engine.demand import Demand
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.evidence import evidence
from attio_scopes.engine.domain.parts import within
from attio_scopes.engine.emit import Found, says_a_path_of
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.handed import note_handed
from attio_scopes.engine.inherited import Concerns, methods_of
from attio_scopes.engine.left_open import ask_where_unknown
from attio_scopes.engine.project.imports import imported_by
from attio_scopes.engine.queries import Queries
from attio_scopes.engine.summary import Send, Summary
from attio_scopes.engine.told import behind_no_call, of_inner, told
from attio_scopes.engine.uncalled import settle_decorated, settle_uncalled
from attio_scopes.engine.unsettled import go_beyond
from attio_scopes.model import facts as f
from attio_scopes.model.entry_point import MAIN, SCRIPT
from attio_scopes.model.module_name import module_parts
from attio_scopes.model.program import ClassDef, FunctionDef, Module

Pair = tuple[FunctionDef, "ClassDef | None"]


def find(queries: Queries, own: Iterable[Module], rounds: list[dict[Found, None]]) -> dict[Found, None]:
    """Every reading of every call in these modules.

    Args:
        queries: answers questions.
        own: the modules that are worked out; others only where these call into them.
        rounds: gets what each round finds as soon as it does, for `found_so_far`.
    """
    demand = Demand.of(queries.program, queries.derived, own, bool(queries.hints), queries.products.project_settings)
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
    found = told(queries, found)
    found |= dict.fromkeys(of_inner(queries.inner, found))
    queries.world.ledger.tell((one.at, *one.via) for one in found)
    summaries = [kept.value for kept in queries.kept.values() if isinstance(kept.value, Summary)]
    for send in (effect for summary in summaries for effect in summary.effects if isinstance(effect, Send)):
        if says_a_path_of(queries.hosts, send):
            queries.world.ledger.lead(send.places)
    return found


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
        aside = {key for key in queries.world.changed if number >= bounds.ROUNDS and _is_aside(queries, demand, key)}
        if aside:
            queries.world.note_bound("sweeps", demand.modules[0].path)
            go_beyond(queries, demand.modules[0], aside, False)
        if number >= bounds.SWEEPS and queries.world.changed:
            queries.world.note_bound("sweeps", demand.modules[0].path)
            go_beyond(queries, demand.modules[0], queries.world.changed, number == bounds.SWEEPS + bounds.BEYOND - 1)
        if number and not queries.doubt_changed() and not grown:
            break
        found, queries.unused, queries.inner = {}, {}, {}
        rounds.append(found)
        queries.works.clear()
        pairs = _asked(queries, demand, concerns, found)
        modules = demand.modules
        pairs += _of_objects(queries, modules, demand)
        pairs += _given_shared(queries, modules)
        pairs += _lambdas(queries, modules)
        for target, cls in pairs:
            settle_uncalled(queries, target, cls, demand, found)
            settle_decorated(queries, target, cls, found)
    return found


def _is_aside(queries: Queries, demand: Demand, key: Any) -> bool:
    """Whether what is held under a key is of an object or container that a module makes which has nothing of Attio."""
    site = getattr(key[0] if isinstance(key, tuple) and key else key, "site", None)
    module = queries.program.by_parts.get(module_parts(site.path)) if site is not None else None
    return module is not None and not demand.has_module(module)


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
    imported = dict.fromkeys(one for module in modules for one in imported_by(queries.program, module)) if names else {}
    for module in (one for one in imported if one not in modules and not one.installed):
        asking = [stmt for stmt in module.outline.statements if not names.isdisjoint(stmt.elsewhere)]
        bound = {name for stmt in asking for name in stmt.binds if module.binds(name)}
        pairs += [(one, None) for one in module.so_far.functions.values() if one.owner is None and one.facts.name in bound]
    for target, _ in pairs:
        queries.summary(target, None)
    return pairs


def _execute(queries: Queries, fr: Frame, body: tuple[f.Stmt, ...]) -> None:
    """Run a module's body; a statement that goes too deep is noted as not followed."""
    for number, stmt in enumerate(body, 1):
        queries.world.ledger.run(stmt)
        if _waits(queries, fr.module, stmt):
            continue
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


def _waits(queries: Queries, module: Module, stmt: f.Stmt) -> bool:
    """Whether an import takes names of a module that nobody works out, each bound once: what they are is asked where one is read."""
    if not isinstance(stmt, f.ImportFrom) or stmt.names is None or queries.program.files is None:
        return False
    target = queries.program.find(module, stmt.module, stmt.level, tuple(name for name, _ in stmt.names))
    if not isinstance(target, Module) or target.installed or queries.is_own(target):
        return False
    return all(sum(alias in one.binds for one in module.outline.statements) == 1 for _, alias in stmt.names)


def _replaced(function: FunctionDef, cls: ClassDef) -> bool:
    """Whether a class body defines a method of the same name after it, on every way: then nobody can call it."""
    later = cls.methods.get(function.facts.name)
    if later is None or function.facts.decorators:
        return False
    top = [id(stmt) for stmt in cls.facts.body]
    return id(function.facts) in top and id(later.facts) in top
