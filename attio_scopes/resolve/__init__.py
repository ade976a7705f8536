"""Resolve: a program to its call sites, by abstract interpretation.

Takes a linked program, the client models and the path templates; gives every place at which a request to Attio is decided,
with all its readings. Runs nothing of what it reads. It evaluates each module body, function and method as a root; a root's
calls evaluate what they call, with their arguments, so that a request shows up where method and path shape are known. The
arguments of all constructions of a class are gathered in a first round and serve its methods in the next.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from functools import partial
from typing import Any

from attio_scopes.model import values as v
from attio_scopes.model.call import CallSite, Place
from attio_scopes.model.config import WrapperHint
from attio_scopes.model.path import Templates
from attio_scopes.model.program import ClassDef, FunctionDef, Module, Program
from attio_scopes.resolve import class_bodies, declared, decorators, entries, lineage, modules, objects
from attio_scopes.resolve import evaluate as evaluating
from attio_scopes.resolve import execute as executing
from attio_scopes.resolve import invoke as invoking
from attio_scopes.resolve.cut_off import settle_cut_off
from attio_scopes.resolve.gathered import Gathered
from attio_scopes.resolve.machine import NOTHING, BoundReached, Machine, SiteRecord
from attio_scopes.resolve.models import ClientModels
from attio_scopes.resolve.unfinished import read_calls

MOST_ROUNDS = 2


def resolve(
    program: Program,
    own: frozenset[Module],
    rules: Iterable[Mapping[str, Any]],
    templates: Templates,
    hosts: frozenset[str],
    hints: tuple[WrapperHint, ...] = (),
) -> tuple[tuple[CallSite, ...], tuple[str, ...]]:
    """Find every call site of a program.

    Args:
        program: the linked modules.
        own: those in which a request to Attio can be: all that they hold is evaluated, any other one only where these call into it.
        rules: the raw client models of `rules/clients`.
        templates: path templates of the manifest.
        hosts: hosts that are Attio's, lower case.
        hints: wrappers that the configuration describes.

    Returns:
        the call sites, sorted by place; and why something that could send was let go, where a bound was reached.
    """
    for module in own:
        _ = module.body  # it matters from the start
    models = ClientModels(rules)
    known = Gathered()
    for _ in range(MOST_ROUNDS):
        v.LOST.clear()
        machine = Machine(program, models, templates, hosts, known, Gathered(), hints)
        _round(machine, own)
        if machine.gathered == known:
            break
        known = machine.gathered
    sites = (_site(key, record, machine.anonymous) for key, record in machine.sites.items())
    return tuple(sorted(sites, key=lambda site: site.place)), tuple(sorted(v.LOST))


def _round(machine: Machine, own: frozenset[Module]) -> None:
    """Evaluate every root once."""
    machine.evaluate = partial(evaluating.evaluate, machine)
    machine.execute = partial(executing.execute, machine)
    machine.call = partial(invoking.call, machine)
    machine.attribute = partial(objects.attribute, machine)
    machine.evaluate_general = lambda target, depth: invoking.evaluate_function(machine, target, None, depth)
    machine.global_name = partial(modules.global_name, machine)
    machine.connected = own
    for module in machine.program.modules:
        _module_roots(machine, module, module in own)
    for module in machine.program.modules:
        for function in module.functions.values() if module in own else ():
            _bounded(machine, module, partial(decorators.settle_uncalled, machine, function))
            if function.facts.decorators and not function.nested:
                _root(machine, module, function, function.owner, partial(decorators.send_injected, machine, function))
    for function, made in list(machine.lambdas_of_bodies.items()):
        _root_function(machine, function, None, made)
    for module in machine.program.modules:
        _bounded(machine, module, partial(declared.send_attributes, machine, module))
        _bounded(machine, module, partial(declared.send_interfaces, machine, module))
    entries.settle_open_roots(machine)
    settle_cut_off(machine)


def _module_roots(machine: Machine, module: Module, is_own: bool) -> None:
    """Evaluate a module's body, its functions, its classes and their methods."""
    if is_own:
        _root(machine, module, None, None, partial(modules.module_names, machine, module))
        for function in module.functions.values():
            if function.owner is None and not function.nested:
                _root_function(machine, function, None)
    for cls in module.classes.values():
        if is_own:
            _root(machine, module, None, cls, partial(class_bodies.class_names, machine, cls))
        if is_own or cls in machine.known.constructions:
            for function in _methods(machine, cls):
                _root_function(machine, function, cls)


def _methods(machine: Machine, cls: ClassDef) -> Iterable[FunctionDef]:
    """The methods of a class, inherited ones included."""
    found: dict[str, FunctionDef] = {}
    for ancestor in lineage.lineage(machine, cls):
        for name, function in ancestor.methods.items():
            found.setdefault(name, function)
    return found.values()


def _root_function(machine: Machine, function: FunctionDef, cls: ClassDef | None, made: v.Function | None = None) -> None:
    def run() -> None:
        result = invoking.evaluate_function(machine, made or entries.as_root(function, cls), None, 0)
        if result.escapes:
            machine.open_roots[(function, cls)] = result.escapes

    _root(machine, function.module, function, cls, run)


def _root(machine: Machine, module: Module, function: FunctionDef | None, cls: ClassDef | None, run: Any) -> None:
    """Evaluate one root within its bound; where that was reached, what was found stays, and its calls are read one by one."""
    machine.start(module)
    machine.tentative.clear()
    machine.awaits = NOTHING
    depth = len(machine.stack)
    try:
        run()
    except (BoundReached, RecursionError):
        machine.recover(depth)
        machine.note_used_up(module)
        machine.end_root(module)
        read_calls(machine, module, function, cls)
    else:
        machine.end_root(module)


def _bounded(machine: Machine, module: Module, run: Callable[[], None]) -> None:
    """Do what is not a root within the bound of one; what was found before it was reached stays."""
    machine.start(module)
    depth = len(machine.stack)
    try:
        run()
    except (BoundReached, RecursionError):
        machine.recover(depth)


def _site(key: tuple[str, tuple[int, int, int, int]], record: SiteRecord, anonymous: Container[ClassDef]) -> CallSite:
    path, span = key
    # Where some object of the class is used of which nobody knows how it was made, it may be any of those that are made.
    anyone = not record.credentials or record.owner in anonymous
    credentials = {*record.credentials, *(record.assumed if anyone else ())}
    readings = tuple(sorted(record.readings, key=repr))
    reasons = sorted(record.reasons)
    return CallSite(
        place=Place(path, *span),
        function=record.function,
        client=record.client,
        readings=readings,
        reason=reasons[0] if reasons else None,
        via=record.via or (),
        credentials=tuple(sorted(credentials)),
        statement_line=record.lines[0],
        statement_end_line=record.lines[1],
    )
