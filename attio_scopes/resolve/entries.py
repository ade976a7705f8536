"""Entry points: functions that nobody in the project calls.

Takes the roots whose requests only a caller could settle. Where a framework calls such a function (a tool, a route, a command),
its requests are reported as unresolved; where all its parameters have defaults, they are read with these. A wrapper that is
simply not used sends nothing and is not reported.
"""

from __future__ import annotations

from attio_scopes.model import facts as f
from attio_scopes.model import values as v
from attio_scopes.model.path import Hole
from attio_scopes.model.program import ClassDef, FunctionDef
from attio_scopes.resolve.invoke import evaluate_function
from attio_scopes.resolve.lineage import decorator_names
from attio_scopes.resolve.machine import BoundReached, Escape, Frame, Machine
from attio_scopes.resolve.requests import settle_declared, settle_entry

_REGISTERS = frozenset({"command", "group", "http", "cloud_event", "task", "shared_task", "tool", "flow", "asset", "op", "function"})


def as_root(function: FunctionDef, cls: ClassDef | None) -> v.Function:
    """A function as nobody in particular calls it: a method with any object of its class."""
    if cls is None:
        return v.Function(function)
    names = decorator_names(function)
    if "staticmethod" in names:
        return v.Function(function)
    return v.Function(function, v.Class(cls) if "classmethod" in names else v.Instance(cls))


def settle_open_roots(machine: Machine) -> None:
    """Settle what is left open at functions that only a framework, or nobody, calls."""
    for (function, cls), escapes in list(machine.open_roots.items()):
        if cls is not None and function not in machine.called:
            settle_declared(machine, escapes)
        handed = function in machine.handed_over and function not in machine.called
        if function not in machine.queued and (handed or is_registered(machine, function)):
            settle_entry(machine, function, escapes)
        elif function not in machine.called:
            settle_entry(machine, function, (escape for escape in escapes if _is_settled_inside(escape)))
            _with_defaults(machine, function, cls)


def _is_settled_inside(escape: Escape) -> bool:
    """Whether no caller is needed for what there is to say: all readings are known, or it hangs on what an argument holds."""
    if escape.declared is not None:
        return False
    if any(isinstance(piece, Hole) and piece.derived for piece in escape.reading.url):
        return True
    return escape.reason is None and escape.reading.method is not None


def _with_defaults(machine: Machine, function: FunctionDef, cls: ClassDef | None) -> None:
    """Evaluate a function that nobody calls as its defaults have it."""
    params = function.facts.params[1 if function.owner is not None else 0 :]
    if not any(isinstance(param.default, (f.Const, f.Name, f.Attr, f.Joined)) and param.default != f.Const(None) for param in params):
        return
    needed = [param.name for param in params if param.default is None and param.kind in ("positional", "keyword")]
    named = f"{function.module.path}:{function.name}:"
    args = v.Arguments((), tuple((name, v.Parameter(name, named + name)) for name in needed))
    machine.start(function.module)
    try:
        evaluate_function(machine, as_root(function, cls), args, 0)
    except (BoundReached, RecursionError):
        # The function was read as a root before: this only adds what its defaults say.
        machine.recover(0)
        machine.note_used_up(function.module)


def is_registered(machine: Machine, function: FunctionDef) -> bool:
    """Whether a decorator hands the function to a framework: a method of an object (`@app.get`, `@mcp.tool()`), or a known one.

    One that is too long to work out may.
    """
    machine.start(function.module)
    try:
        return _is_registered(machine, function)
    except (BoundReached, RecursionError):
        machine.recover(0)
        return True


def _is_registered(machine: Machine, function: FunctionDef) -> bool:
    frame = Frame(function.module, v.Scope({}, None, function.module))
    for decorator in function.facts.decorators:
        inner = decorator.func if isinstance(decorator, f.Invoke) else decorator
        if isinstance(inner, f.Attr):
            owner = machine.evaluate(inner.value, frame)
            if isinstance(owner, (v.Made, v.Member)) or (isinstance(owner, v.External) and inner.name in _REGISTERS):
                return True
        elif isinstance(inner, f.Name):
            value = machine.evaluate(inner, frame)
            if isinstance(value, v.External) and value.name.rpartition(".")[2] in _REGISTERS:
                return True
    return False
