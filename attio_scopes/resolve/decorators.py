"""Decorators of the project that send: what they request besides what the decorated function does.

Takes a function and gives the wrappers that its decorators put around it, as far as these send something themselves. The decorated
function keeps its own value: most decorators retry, cache or register, and add no request.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from attio_scopes.model import facts as f
from attio_scopes.model import values as v
from attio_scopes.model.program import FunctionDef
from attio_scopes.resolve.machine import Frame, Machine, Result
from attio_scopes.resolve.requests import settle

_DECORATED = v.Unknown("it is the decorated function", "function")


def sending_wrappers(machine: Machine, function: FunctionDef) -> tuple[tuple[v.Function, f.Expr], ...]:
    """The wrappers around a function that send a request whose path or method another decides, each with its decorator."""
    if function.nested or not function.facts.decorators:
        return ()
    known = machine.wrappers.get(function)
    if known is None:
        machine.wrappers[function] = ()  # a decorator that calls what it decorates adds nothing
        frame = Frame(function.module, v.Scope({}, None, function.module))
        found = [_wrapper(machine, function, decorator, frame) for decorator in function.facts.decorators]
        known = machine.wrappers[function] = tuple(
            (wrapper, decorator) for wrapper, decorator in zip(found, function.facts.decorators, strict=True) if wrapper is not None
        )
    return known


def _wrapper(machine: Machine, function: FunctionDef, decorator: f.Expr, frame: Frame) -> v.Function | None:
    """What a decorator of the project makes of a function, if that sends."""
    if not is_of_the_project(machine, decorator, frame):
        return None
    made = machine.call(machine.evaluate(decorator, frame), v.Arguments((_DECORATED,)), frame, f.NO_SPAN)
    if not isinstance(made, v.Function) or made.scope is None:
        return None
    return made if _as_method(machine, made, function).escapes else None


def _as_method(machine: Machine, wrapper: v.Function, function: FunctionDef) -> Result:
    """The wrapper with an object of the class for its `self`."""
    bound = v.Instance(function.owner) if function.owner is not None else None
    return machine.evaluate_general(v.Function(wrapper.target, bound, wrapper.scope), 1)


def settle_uncalled(machine: Machine, function: FunctionDef) -> None:
    """Give what wrappers of a method send to its decorators, where nobody in the project calls the method."""
    if function in machine.called:
        return
    for wrapper, decorator in sending_wrappers(machine, function):
        span = decorator.span if isinstance(decorator, f.Invoke) else f.NO_SPAN
        frame = Frame(function.module, v.Scope({}, None, function.module))
        settle(machine, frame, span, _as_method(machine, wrapper, function).escapes, down=True)


def send_injected(machine: Machine, function: FunctionDef) -> None:
    """Evaluate a function as the wrappers of its decorators call it, where these hand it something of their own (a client)."""
    frame = Frame(function.module, v.Scope({}, None, function.module))
    decorated = v.Function(function)
    known = function in machine.called
    for decorator in function.facts.decorators:
        if not is_of_the_project(machine, decorator, frame):
            continue
        made = machine.call(machine.evaluate(decorator, frame), v.Arguments((decorated,)), frame, f.NO_SPAN)
        if isinstance(made, v.Function) and made.scope is not None and _hands_over(made, decorated):
            _as_method(machine, made, function)
    if not known:
        machine.called.discard(function)  # a wrapper is no caller that settles anything


def _hands_over(wrapper: v.Function, decorated: v.Function) -> bool:
    """Whether a wrapper calls what it wraps with more than it was called with."""
    own = {param.name for param in wrapper.target.facts.params}
    names = wrapper.scope.names if wrapper.scope is not None else {}
    for part in _parts(wrapper.target.facts.body):
        if isinstance(part, f.Invoke) and isinstance(part.func, f.Name) and names.get(part.func.id) == decorated:
            if any(not arg.star and not (isinstance(arg.value, f.Name) and arg.value.id in own) for arg in part.args):
                return True
        if isinstance(part, f.Assign) and any(_is_item_of(target, own) for target in part.targets):
            return True
    return False


def _is_item_of(target: f.Expr, names: set[str]) -> bool:
    return isinstance(target, f.Item) and isinstance(target.value, f.Name) and target.value.id in names


def _parts(node: object) -> Iterator[object]:
    """A statement or expression and all that it is made of."""
    if isinstance(node, tuple):
        for item in node:
            yield from _parts(item)
    elif is_dataclass(node):
        yield node
        for field in fields(node):
            yield from _parts(getattr(node, field.name))


def is_of_the_project(machine: Machine, decorator: f.Expr, frame: Frame) -> bool:
    """Whether a decorator is a function of the project, or what one gives."""
    return isinstance(machine.evaluate(decorator.func if isinstance(decorator, f.Invoke) else decorator, frame), v.Function)
