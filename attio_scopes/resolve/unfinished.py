"""Unfinished roots: what is said of code that was too long to be read to its end.

Takes a root whose bound was reached and reads each of its calls by itself, with nothing known of the variables around it: a request
whose URL is written out is found all the same, one to Attio whose path is not known is unresolved. If even that is too long, the root
itself is reported as unresolved. Nothing is dropped without a word.
"""

from __future__ import annotations

from collections.abc import Iterator

from attio_scopes.model import facts as f
from attio_scopes.model import values as v
from attio_scopes.model.call import Reading
from attio_scopes.model.path import Hole, Literal
from attio_scopes.model.program import ClassDef, FunctionDef, Module
from attio_scopes.resolve.entries import as_root
from attio_scopes.resolve.machine import NOTHING, TOO_LONG, BoundReached, Escape, Frame, Machine
from attio_scopes.resolve.requests import API_HOST, settle

MOST_STEPS_OF_ONE = 600


def read_calls(machine: Machine, module: Module, function: FunctionDef | None, cls: ClassDef | None) -> None:
    """Read the calls of a root one by one.

    Args:
        machine: the state.
        module: the root's.
        function: the root, or None for the module's body.
        cls: whose object the function's `self` is, or None.
    """
    left = machine.most_steps
    names: dict[str, v.Value] = {}
    if function is not None:
        bound = as_root(function, cls).bound
        named = f"{module.path}:{function.name}:"
        names = {param.name: v.Parameter(param.name, named + param.name) for param in function.facts.params}
        if bound is not None and function.facts.params:
            names[function.facts.params[0].name] = bound
    for invoke in invocations(function.facts.body if function is not None else module.body, function is not None):
        frame = Frame(module, v.Scope(dict(names), None, module), function, cls)
        left -= _read_one(machine, invoke, frame)
        if left < 0:
            _note_whole(machine, frame, invoke.span)
            return


def _read_one(machine: Machine, invoke: f.Invoke, frame: Frame) -> int:
    """Evaluate one call; gives the steps that it took."""
    depth = len(machine.stack)
    machine.steps = machine.most_steps - MOST_STEPS_OF_ONE
    machine.awaits = NOTHING
    try:
        machine.evaluate(invoke, frame)
    except (BoundReached, RecursionError):
        del machine.stack[depth:]
        machine.in_progress.clear()
        machine.foreign_end = 0
        if _passes_on(machine, invoke, frame):
            _note_whole(machine, frame, invoke.span)
    return machine.steps - (machine.most_steps - MOST_STEPS_OF_ONE)


def _passes_on(machine: Machine, invoke: f.Invoke, frame: Frame) -> bool:
    """Whether a call is of a function that is known to send what its callers decide."""
    machine.steps = 0
    try:
        called = v.options(machine.evaluate(invoke.func, frame))
    except (BoundReached, RecursionError):
        machine.in_progress.clear()
        machine.foreign_end = 0
        return False
    finally:
        machine.steps = machine.most_steps
    return any(isinstance(option.value, v.Function) and option.value.target in machine.passing_on for option in called)


def _note_whole(machine: Machine, frame: Frame, span: f.Span) -> None:
    """Report a root as unresolved from a place on."""
    url = (Literal(f"https://{API_HOST}/"), Hole("path", TOO_LONG))
    settle(machine, frame, span, (Escape(Reading(None, url, None, None), 0, "unknown", (), (), TOO_LONG),), down=False)


def invocations(body: object, nested: bool) -> Iterator[f.Invoke]:
    """Every call expression in statements, in the order of the source; `nested` says whether those of functions in them are included."""
    pending: list[object] = [body]
    while pending:
        item = pending.pop()
        if isinstance(item, tuple):
            pending.extend(reversed(item))
        elif isinstance(item, (f.Function, f.Class)) and not nested:
            continue
        elif hasattr(item, "__dataclass_fields__"):
            if isinstance(item, f.Invoke):
                yield item
            pending.extend(getattr(item, name) for name in reversed(item.__dataclass_fields__))
