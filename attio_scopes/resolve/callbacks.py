"""Callbacks: functions that are handed to something unknown, which calls them with the arguments after them.

Takes a call of a value that the project does not define and calls the functions among its arguments as that value would: executors,
retries, timers, maps. What it gives is what the function gave, or something unknown.
"""

from __future__ import annotations

from attio_scopes.model import facts as f
from attio_scopes.model import values as v
from attio_scopes.model.program import FunctionDef
from attio_scopes.resolve.jobs import FUNCTION_KEYWORDS, handed_on, hands_on, packed
from attio_scopes.resolve.machine import Frame, Machine
from attio_scopes.resolve.pieces import is_absolute
from attio_scopes.resolve.sdk_calls import operation_of


def is_lambda(function: FunctionDef) -> bool:
    """Whether a function is a lambda expression."""
    return function.facts.name == "<lambda>"


def call_back(machine: Machine, callee: v.Value, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value:
    """A call of something unknown: functions among its arguments are taken to be called with the arguments after them."""
    machine.note_call_on(callee)
    _note_handed_over(machine, callee, args)
    given: v.Value | None = None
    name = _last_name(callee)
    passes = hands_on(name, _gives_url(args))
    for index, arg in enumerate(args.positional):
        for option in v.options(arg):
            target = option.value
            if not _is_function(machine, target):
                continue
            through = handed_on(name, args.positional[index + 1 :], args) if passes else v.Arguments((), (), args.open_)
            is_lambda_itself = isinstance(target, v.Function) and is_lambda(target.target)
            if not through.positional and not through.keywords and not is_lambda_itself:
                if not (passes and isinstance(target, (v.Member, v.Partial))):
                    continue
            given = machine.call(target, through, frame, span)
    keyword = next((held for word in FUNCTION_KEYWORDS if (held := args.keyword(word)) is not None), None)
    if keyword is not None and _is_function(machine, keyword):
        given = machine.call(keyword, packed(args) or v.Arguments(), frame, span)
    if given is not None:
        return given
    if len(args.positional) == 1 and isinstance(args.positional[0], v.Function) and not args.keywords and not _is_constructor(callee):
        return args.positional[0]
    if name in _LOOKUPS and len(args.positional) == 1 and isinstance(args.positional[0], v.Class):
        return v.Instance(args.positional[0].target)
    return opaque(callee)


# Methods by which dependency-injection containers give an object of the class that they are given.
_LOOKUPS = frozenset({"resolve", "get", "aget", "get_instance", "instance", "get_service", "provide", "create_object", "inject"})


# What looks at a function or wraps it, and calls it nowhere.
_LOOKING = frozenset({"builtins", "functools", "inspect", "typing", "logging", "unittest", "mock", "pytest", "warnings", "atexit"})


def _note_handed_over(machine: Machine, callee: v.Value, args: v.Arguments) -> None:
    """Note the functions that something unknown is given: a framework may call them with whatever it likes."""
    if isinstance(callee, v.External) and callee.name.partition(".")[0] in _LOOKING:
        return
    pending = [*args.positional, *(held for _, held in args.keywords)]
    while pending:
        value = pending.pop()
        if isinstance(value, v.Function):
            machine.handed_over.add(value.target)
        elif isinstance(value, v.Items):
            pending.extend(value.items)
        elif isinstance(value, v.Dict):
            pending.extend(held for _, held in value.entries)


def _gives_url(args: v.Arguments) -> bool:
    """Whether an absolute URL is among the arguments: then they are a function's."""
    given = (option.value for arg in args.positional for option in v.options(arg))
    return any(isinstance(value, v.Text) and is_absolute(value.pieces) for value in given)


def _last_name(callee: v.Value) -> str:
    if isinstance(callee, v.External):
        return callee.name.rpartition(".")[2]
    if isinstance(callee, v.Made):
        return callee.name.rpartition(".")[2]
    return callee.name if isinstance(callee, (v.Member, v.Parameter)) else callee.label if isinstance(callee, v.Unknown) else ""


def _is_constructor(callee: v.Value) -> bool:
    """Whether an unknown callee is spelled like a class."""
    return not isinstance(callee, v.Made) and _last_name(callee)[:1].isupper()


def _is_function(machine: Machine, value: v.Value) -> bool:
    if isinstance(value, (v.Function, v.Partial)):
        return True
    if isinstance(value, v.External):
        return value.name in machine.models.functions
    if isinstance(value, v.Member) and operation_of(machine, value) is not None:
        return True
    if isinstance(value, v.Member) and isinstance(value.owner, v.Made):
        client = machine.models.classes.get(value.owner.name)
        return client is not None and value.name in client.methods
    return False


def opaque(callee: v.Value) -> v.Value:
    """What calling something unknown gives: unknown, but still the parameter's that it derives from."""
    owner: v.Value = callee
    name = "value"
    while isinstance(owner, v.Member):
        name = owner.name if name == "value" else name
        owner = owner.owner
    if isinstance(owner, v.Parameter):
        return v.Unknown(f"it comes from the parameter `{owner.name}`", owner.name, parameter=owner.id, level=v.BEYOND)
    if isinstance(owner, v.Unknown):
        return v.Unknown(owner.reason, owner.label, owner.environment, owner.parameter, False, owner.level)
    return v.Unknown("what a call gives is not known", name)
