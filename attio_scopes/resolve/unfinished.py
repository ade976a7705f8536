"""Unfinished roots: what is said of code that was too long to be read to its end.

Takes a root whose bound was reached and executes its statements one by one, each within a bound of its own; of one that goes beyond that,
each call is read by itself. A request whose URL is written out is found all the same, one to Attio whose path is not known is unresolved.
If even that is too long, the root itself is reported as unresolved. Nothing is dropped without a word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from attio_scopes.model import facts as f
from attio_scopes.model import values as v
from attio_scopes.model.call import Reading
from attio_scopes.model.path import Hole, Literal
from attio_scopes.model.program import ClassDef, FunctionDef, Module
from attio_scopes.resolve.branching import joined, restore
from attio_scopes.resolve.cut_off import address_in
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
    names: dict[str, v.Value] = {}
    bound = None
    if function is not None:
        bound = as_root(function, cls).bound
        named = f"{module.path}:{function.name}:"
        names = {param.name: v.Parameter(param.name, named + param.name) for param in function.facts.params}
        if bound is not None and function.facts.params:
            names[function.facts.params[0].name] = bound
    frame = Frame(module, v.Scope(names, None, module), function, cls, bound)
    _read_body(machine, function.facts.body if function is not None else module.body, frame, machine.most_steps)
    if function is None:
        known = machine.module_names.setdefault(module, {})
        known.update({name: value for name, value in names.items() if name not in known})
    elif frame.escapes:
        machine.open_roots[(function, cls)] = tuple(frame.escapes)


def _read_body(machine: Machine, body: tuple[f.Stmt, ...], frame: Frame, left: int) -> int:
    """Execute statements one by one, each within a bound; of one that goes beyond it, the blocks in it, or else its calls by themselves.

    Gives the steps that are left; where there are none, the rest is reported as a whole.
    """
    for stmt in body:
        calls = list(invocations(stmt, frame.function is not None))
        if left < 0 and calls:
            _note_whole(machine, frame, calls[0].span)
            return left
        head, blocks = f.head(stmt), f.blocks(stmt)
        taken, whole = _executed(machine, stmt, frame)
        left -= taken
        if whole:
            continue
        taken, whole = _executed(machine, head, frame) if blocks else (0, False)
        left -= taken if whole else taken + _read_calls_of(machine, head, frame)
        left = _read_blocks(machine, blocks, frame, left)
    return left


def _executed(machine: Machine, stmt: f.Stmt, frame: Frame) -> tuple[int, bool]:
    """Execute a statement within a bound: the steps that it took, and whether it came to its end; else the variables are as before."""
    before = dict(frame.names)
    taken, whole = _within(machine, partial(machine.execute, (stmt,), frame))
    if not whole:
        restore(frame, before)
        frame.exits, frame.guards, frame.narrowing = [], v.NO_GUARDS, ()
    return taken, whole


def _read_blocks(machine: Machine, blocks: tuple[tuple[f.Stmt, ...], ...], frame: Frame, left: int) -> int:
    """Read the blocks of a statement, each as if the others were not taken; gives the steps that are left."""
    before = dict(frame.names)
    ends = [(v.NO_GUARDS, before)]
    for block in blocks:
        restore(frame, before)
        left = _read_body(machine, block, frame, left)
        ends.append((v.NO_GUARDS, dict(frame.names)))
    restore(frame, joined(ends))
    return left


def _read_calls_of(machine: Machine, stmt: f.Stmt, frame: Frame) -> int:
    """Read the calls of a statement by themselves; what it binds is not known. Gives the steps that it took."""
    taken = sum(_read_one(machine, invoke, frame) for invoke in invocations(stmt, frame.function is not None))
    for target in stmt.targets if isinstance(stmt, f.Assign) else ():
        if isinstance(target, f.Name):
            frame.names[target.id] = v.Unknown(TOO_LONG, target.id)
    return taken


def _read_one(machine: Machine, invoke: f.Invoke, frame: Frame) -> int:
    """Evaluate one call; gives the steps that it took."""
    taken, whole = _within(machine, partial(machine.evaluate, invoke, frame))
    if not whole:
        found: list[v.Value] = []

        def note(part: f.Expr) -> None:
            found.append(machine.evaluate(part, frame))

        for part in (invoke.func, *(arg.value for arg in invoke.args)):
            taken += _within(machine, partial(note, part))[0]
        if address_in(machine, found, TOO_LONG) is not None:
            _note_whole(machine, frame, invoke.span)
    return taken


def _within(machine: Machine, run: Callable[[], object]) -> tuple[int, bool]:
    """Do something within a bound of its own: the steps that it took, and whether it came to its end."""
    depth = len(machine.stack)
    machine.steps = machine.most_steps - MOST_STEPS_OF_ONE
    machine.awaits = NOTHING
    try:
        run()
    except (BoundReached, RecursionError):
        machine.recover(depth)
        return MOST_STEPS_OF_ONE, False
    return machine.steps - (machine.most_steps - MOST_STEPS_OF_ONE), True


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
