"""Calls: what calling a value gives, and what it sends on the way.

A function of the project is evaluated with its arguments (and remembered by them), so a wrapper's branches are decided by
what its caller gives. A library's function or method is looked up in the client models and in `library`.
"""

from __future__ import annotations

from dataclasses import replace

from attio_scopes.model import facts as f
from attio_scopes.model import values as v
from attio_scopes.model.program import FunctionDef
from attio_scopes.resolve.annotations import annotated, may_be_none
from attio_scopes.resolve.builtin import made_method
from attio_scopes.resolve.callables import call_made
from attio_scopes.resolve.callbacks import call_back, is_lambda
from attio_scopes.resolve.command_options import declared_by_click
from attio_scopes.resolve.containers import first_item
from attio_scopes.resolve.cut_off import may_go_on, sent_below, texts_of
from attio_scopes.resolve.declarations import decided_elsewhere, declared_here
from attio_scopes.resolve.decorators import sending_wrappers
from attio_scopes.resolve.hints import send_hinted
from attio_scopes.resolve.jobs import with_itself
from attio_scopes.resolve.library import call_external, call_member
from attio_scopes.resolve.lineage import decorator_names, external_bases, find_method, lineage
from attio_scopes.resolve.machine import (
    MOST_FOREIGN_STEPS,
    MOST_FRAMES,
    NOTHING,
    TOO_DEEP,
    TOO_LONG,
    ForeignBoundReached,
    Frame,
    Machine,
    Result,
    beyond,
    map_arguments,
    map_levels,
    raised,
    returned,
)
from attio_scopes.resolve.relevance import could_send, general_result, is_telling_of
from attio_scopes.resolve.requests import settle
from attio_scopes.resolve.stored import fields
from attio_scopes.resolve.text import environment_of


def call(machine: Machine, callee: v.Value, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value:
    """Call a value.

    Args:
        machine: the state.
        callee: what is called.
        args: its arguments.
        frame: of the caller.
        span: of the call expression, NO_SPAN for calls that the source does not spell out.

    Returns:
        what it gives.
    """
    machine.step()
    if machine.hints and send_hinted(machine, callee, args, frame, span):
        return v.Made("response", v.Arguments())
    if isinstance(callee, v.Choice):
        return _call_each(machine, callee, args, frame, span)
    if isinstance(callee, v.Function):
        return _call_function(machine, callee, args, frame, span)
    if isinstance(callee, v.Class):
        return _construct(machine, callee, args, frame, span)
    if isinstance(callee, v.Partial):
        merged = v.Arguments(
            (*callee.args.positional, *args.positional),
            (*(k for k in callee.args.keywords if args.keyword(k[0]) is None), *args.keywords),
            callee.args.open_ or args.open_,
            callee.args.outer or args.outer,
        )
        return call(machine, callee.target, merged, frame, span)
    if isinstance(callee, v.Instance):
        method = find_method(machine, callee.cls, "__call__")
        if method is not None:
            return _call_function(machine, v.Function(method, callee), args, frame, span)
        return v.Unknown("an object is called that cannot be")
    if isinstance(callee, v.External):
        return call_external(machine, callee.name, args, frame, span)
    if isinstance(callee, v.Member):
        return call_member(machine, callee, args, frame, span)
    if isinstance(callee, v.Made):
        given = call_made(machine, callee, args, frame, span) or made_method(machine, callee, "__call__", args)
        if given is not None:
            return given
    return call_back(machine, callee, args, frame, span)


def _call_each(machine: Machine, callee: v.Choice, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value:
    found = []
    held = frame.guards
    for option in callee.options:
        if not v.consistent(held, option.guards) or (isinstance(option.value, v.Scalar) and option.value.value is None):
            continue
        frame.guards = held | option.guards
        try:
            found.append(v.Option(option.guards, call(machine, option.value, args, frame, span)))
        finally:
            frame.guards = held
    return v.choose(found)


def _call_function(machine: Machine, callee: v.Function, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value:
    machine.called.add(callee.target)
    args = with_itself(callee, args)
    if callee.scope is not None and not callee.scope.running:
        machine.gathered.called_later[callee.target] = None
    if callee.bound is None and callee.target.owner is not None and args.positional and isinstance(args.positional[0], v.Instance):
        callee = v.Function(callee.target, args.positional[0], callee.scope)
        args = v.Arguments(args.positional[1:], args.keywords, args.open_, args.outer)
    bound = callee.bound
    for wrapper, _ in sending_wrappers(machine, callee.target):
        through = args if bound is None else v.Arguments((bound, *args.positional), args.keywords, args.open_, args.outer)
        call(machine, wrapper, through, frame, span)
    target = v.Function(callee.target, map_levels(bound, raised) if bound is not None else None, callee.scope)
    general = general_result(machine, target, args, frame, span)
    result = general or evaluate_function(machine, target, map_arguments(args, raised), frame.depth + 1)
    around = callee.scope is not None and callee.scope.running and not is_telling_of(args)
    settle(machine, frame, span, result.escapes, down=True, inside=around)
    machine.note_callee(callee.target, bound, frame)
    for name, held in result.globals_:
        machine.gathered.note_global(callee.target.module, name, map_levels(held, returned))
    if result.stores and isinstance(bound, v.Instance) and isinstance(frame.bound, v.Instance) and bound.cls is frame.bound.cls:
        for name, held in result.stores:
            frame.names["." + name] = map_levels(held, returned)
    value = map_levels(result.value, returned)
    owner = callee.target.owner
    if (
        owner is not None
        and isinstance(bound, v.Instance)
        and bound == frame.bound
        and frame.owner is not None
        and owner is not frame.owner
    ):
        if owner not in lineage(machine, frame.owner):
            value = decided_elsewhere(value, bound)
        elif frame.owner is bound.cls:
            value = declared_here(value, frame.owner.name)
    returns = callee.target.facts.returns
    if returns is not None and isinstance(value, (v.Unknown, v.Made, v.Member)):
        home = Frame(callee.target.module, v.Scope({}, None, None), depth=frame.depth)
        if not isinstance(value, v.Made) or not _is_client(machine, value):
            return annotated(machine, returns, home) or value
    return value


def _is_client(machine: Machine, value: v.Made) -> bool:
    """Whether a library object is one that the client models know."""
    return (
        value.name in machine.models.classes
        or value.name in machine.models.requests
        or value.name in machine.models.sdks
        or value.name == "request"
    )


def _construct(machine: Machine, callee: v.Class, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value:
    cls = callee.target
    externals = external_bases(machine, cls)
    if any(name.rpartition(".")[2] in ("Enum", "StrEnum", "IntEnum") for name in externals):
        return args.positional[0] if args.positional else v.Unknown("an enum member")
    if "TypedDict" in {name.rpartition(".")[2] for name in externals}:
        return v.Dict(tuple((v.text(name), held) for name, held in args.keywords), not args.open_, args.outer)
    machine.gathered.note_construction(cls, args)
    instance = v.Instance(cls, args)
    function = find_method(machine, cls, "__init__")
    if function is not None:
        machine.called.add(function)
        target = v.Function(function, map_levels(instance, raised))
        result = evaluate_function(machine, target, map_arguments(args, raised), frame.depth + 1)
        settle(machine, frame, span, result.escapes, down=True)
    elif not fields(machine, cls) and not externals:
        return v.Instance(cls, v.Arguments())
    return instance


def evaluate_function(machine: Machine, target: v.Function, args: v.Arguments | None, depth: int) -> Result:
    """Evaluate a function's body.

    Args:
        machine: the state.
        target: the function, its `self` and the variables around it, levels as its body sees them.
        args: its arguments, levels as its body sees them; None evaluates it for unknown arguments (as a root).
        depth: how many frames are under evaluation.

    Returns:
        what it returns, the requests that belong to its callers, and what it stores on `self`. The answer for the same
        function and arguments is remembered; only for the current root, where a function that is still under way, or the bound on
        depth, had a part in it.
    """
    key = (target, args, depth - target.scope.depth if target.scope is not None and target.scope.running else 0)
    cached = machine.memo.get(key)
    if cached is not None:
        return cached
    if key in machine.tentative:
        tentative, awaited = machine.tentative[key]
        machine.wait_for(awaited)
        return tentative
    function = target.target
    if depth > MOST_FRAMES and not may_go_on(machine, target, args):
        machine.wait_for(-1)
        return Result(v.Unknown(TOO_DEEP), sent_below(machine, target, args))
    if machine.stack.count(function) >= (1 if args is None else 2):
        machine.wait_for(machine.stack.index(function))
        if args is not None and texts_of(args) != texts_of(machine.activations[function][-1]):
            machine.winding.add(function)
        return Result(v.Unknown(TOO_DEEP), ())
    awaited_before, machine.awaits = machine.awaits, NOTHING
    enters = not machine.foreign_end and function.module not in machine.connected
    if enters:
        machine.foreign_end = machine.steps + MOST_FOREIGN_STEPS
    frame = Frame(
        function.module, v.Scope({}, target.scope, function.module, depth), function, function.owner, target.bound, depth, args is not None
    )
    under_way = len(machine.stack)
    machine.stack.append(function)
    machine.activations.setdefault(function, []).append(args)
    try:
        _bind(machine, frame, function, target.bound, args)
        machine.execute(function.facts.body, frame)
        _evaluate_nested(machine, frame)
    except ForeignBoundReached:
        if not enters:
            raise
        v.LOST.add(TOO_LONG)
        frame.returns = [v.Option(v.NO_GUARDS, v.Unknown(TOO_LONG))]
    finally:
        del machine.stack[under_way:]
        machine.activations[function].pop()
        frame.scope.running = False
        if enters:
            machine.foreign_end = 0
    if function in machine.winding:
        frame.escapes = [replace(escape, reason=escape.reason or TOO_DEEP) for escape in frame.escapes]
        if function not in machine.stack:
            machine.winding.discard(function)
    result = Result(_value(frame, function), tuple(dict.fromkeys(frame.escapes)), _stores(frame), _globals(frame))
    if machine.awaits >= under_way or depth == 0:
        machine.memo[key] = result
        machine.awaits = awaited_before
    else:
        machine.tentative[key] = (result, machine.awaits)
        machine.wait_for(awaited_before)
    return result


def _value(frame: Frame, function: FunctionDef) -> v.Value:
    if function.facts.is_generator:
        return v.Items("generator", tuple(dict.fromkeys(v.unguarded(item) for item in frame.yields)), False)
    if not frame.returns:
        return v.Unknown("subclasses say what it gives", level=v.BEYOND) if _is_placeholder(function) else v.NONE
    return v.choose(v.Option(v.NO_GUARDS, v.unguarded(option.value)) for option in frame.returns)


def _is_placeholder(function: FunctionDef) -> bool:
    """Whether a function stands for those of subclasses: it is abstract, only raises, or has no body but promises a value."""
    body = function.facts.body
    if "abstractmethod" in decorator_names(function) or (body and isinstance(body[-1], f.Raise)):
        return True
    empty = all(isinstance(stmt, f.Evaluate) and isinstance(stmt.value, f.Const) for stmt in body)
    promised = function.facts.returns
    return empty and function.owner is not None and promised is not None and promised != f.Const(None)


def _stores(frame: Frame) -> tuple[tuple[str, v.Value], ...]:
    return tuple((name[1:], v.unguarded(held)) for name, held in frame.names.items() if name.startswith(".") and not name.startswith(".."))


def _globals(frame: Frame) -> tuple[tuple[str, v.Value], ...]:
    return tuple((name[2:], v.unguarded(held)) for name, held in frame.names.items() if name.startswith("::"))


def _evaluate_nested(machine: Machine, frame: Frame) -> None:
    """Evaluate the functions defined in a function as if something unknown called them; what they let out is the outer's."""
    for function, nested in list(frame.nested.items()):
        if frame.depth >= MOST_FRAMES:
            v.LOST.add(TOO_DEEP)
            return
        if function in machine.known.called_later:
            continue
        if function in machine.called and not is_lambda(function) and function.facts.params:
            continue
        result = evaluate_function(machine, nested, None, frame.depth + 1)
        frame.escapes.extend(result.escapes)


def _bind(machine: Machine, frame: Frame, function: FunctionDef, bound: v.Value | None, args: v.Arguments | None) -> None:
    """Give the parameters their values."""
    params = list(function.facts.params)
    names = frame.names
    if bound is not None and params and params[0].kind == "positional":
        names[params.pop(0).name] = bound
    position = 0
    taken: set[str] = set()
    for param in params:
        if param.kind == "args":
            rest = args.positional[position:] if args is not None else ()
            kind = "tuple" if args is not None and not args.outer else "arguments"
            names[param.name] = v.Items(kind, tuple(rest), args is not None and not args.open_)
            continue
        if param.kind == "kwargs":
            others = tuple((v.text(name), value) for name, value in (args.keywords if args is not None else ()) if name not in taken)
            names[param.name] = v.Dict(others, args is not None and not args.open_, args is None or args.outer)
            continue
        slot = position if param.kind == "positional" else None
        position += param.kind == "positional"
        taken.add(param.name)
        given = args.get(slot, param.name) if args is not None else None
        names[param.name] = _argument(machine, frame, function, param, given, args)


# What frameworks put where a default stands: options of typer, parameters of FastAPI. The first argument is the default.
_DECLARED = frozenset({"Option", "Argument", "Query", "Header", "Cookie", "Form", "Body", "Path"})


def _is_object(machine: Machine, value: v.Value) -> bool:
    """Whether a value is a client of a library, or an object of the project of which it is known how it was made."""
    return _is_client(machine, value) if isinstance(value, v.Made) else isinstance(value, v.Instance) and value.args is not None


def _argument(
    machine: Machine, frame: Frame, function: FunctionDef, param: f.Param, given: v.Value | None, args: v.Arguments | None
) -> v.Value:
    """The value of one parameter: what is given, what its annotation or dependency says, its default, or itself."""
    if given is not None and not isinstance(given, v.Unknown):
        return given
    home = Frame(function.module, v.Scope({}, frame.scope.outer, function.module), owner=function.owner, depth=frame.depth)
    default = machine.evaluate(param.default, home) if param.default is not None and given is None else None
    if default is None and given is None and function.facts.decorators:
        option = declared_by_click(machine, function, param.name, home)
        if option is not None:
            return map_levels(option, beyond) if args is None else option
    if isinstance(default, v.Made) and default.name.rpartition(".")[2] in ("Depends", "Security") and default.args.positional:
        dependency = default.args.positional[0]
        if _is_object(machine, dependency):  # `Depends(Provide[Container.client])`
            return dependency
        provided = first_item(call(machine, dependency, v.Arguments(), home, f.NO_SPAN))
        if not isinstance(provided, v.Unknown):
            return provided
        default = None
    if isinstance(default, v.Made) and default.name.rpartition(".")[2] in _DECLARED:
        default = default.args.get(0, "default")
    if isinstance(default, v.Made) and _is_client(machine, default):
        return default
    if args is not None and not args.open_ and given is None and default == v.NONE:
        return default
    if param.annotation is not None:
        typed = annotated(machine, param.annotation, home)
        if typed is not None:
            perhaps = given is not None and param.default == f.Const(None) and isinstance(typed, v.Made)
            return v.choose((v.Option(v.NO_GUARDS, typed), v.Option(v.NO_GUARDS, v.NONE))) if perhaps else typed
    if given is not None:
        return given
    if args is not None and not args.open_ and default is not None:
        return default
    if args is not None and args.open_:
        level = v.BEYOND if args.outer else 1
        return v.Unknown(f"`{param.name}` may be passed through `*` or `**`", param.name, level=level)
    if args is not None:
        return v.Unknown(f"`{param.name}` is not given", param.name)
    read_from = default if default is not None and environment_of(default) else None
    required = param.default is None and not may_be_none(param.annotation)
    itself = v.Parameter(param.name, f"{function.module.path}:{function.name}:{param.name}", read_from, required)
    if default is not None and ((isinstance(default, v.Text) and default.pieces) or could_send(default)):
        return v.either(id(param), (itself, map_levels(default, beyond)))
    return itself
