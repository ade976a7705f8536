"""Callbacks: functions that are handed to something unknown, which calls them with the arguments after them.

Takes a call of a value that the project does not define and calls the functions among its arguments as that value would: executors,
retries, timers, maps. What it gives is what the function gave, or something unknown.
"""

from __future__ import annotations

import re

from attio_scopes.model import facts as f
from attio_scopes.model import values as v
from attio_scopes.model.program import FunctionDef
from attio_scopes.resolve.containers import iterate
from attio_scopes.resolve.machine import Frame, Machine
from attio_scopes.resolve.pieces import is_absolute
from attio_scopes.resolve.sdk_calls import operation_of


def is_lambda(function: FunctionDef) -> bool:
    """Whether a function is a lambda expression."""
    return function.facts.name == "<lambda>"


def call_back(machine: Machine, callee: v.Value, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value:
    """A call of something unknown: functions among its arguments are taken to be called with the arguments after them."""
    machine.note_call_on(callee)
    given: v.Value | None = None
    passes = _passes_on(callee, args)
    for index, arg in enumerate(args.positional):
        for option in v.options(arg):
            if not _is_function(machine, option.value):
                continue
            rest = _handed_on(callee, args.positional[index + 1 :]) if passes else ()
            target = option.value
            if isinstance(callee, v.Member) and callee.name in _MAPS:
                rest = tuple(v.either(id(args), iterate(column)[0]) for column in rest)
            if not rest and not (passes and args.keywords) and not (isinstance(target, v.Function) and is_lambda(target.target)):
                if not (passes and isinstance(target, (v.Member, v.Partial))):
                    continue
            given = machine.call(target, v.Arguments(rest, args.keywords if passes else (), args.open_), frame, span)
    keyword = args.keyword("target") or args.keyword("func") or args.keyword("fn")
    if keyword is not None and _is_function(machine, keyword):
        positional = args.keyword("args")
        rest = positional.items if isinstance(positional, v.Items) else ()
        given = machine.call(keyword, v.Arguments(rest), frame, span)
    if given is not None:
        return given
    if len(args.positional) == 1 and isinstance(args.positional[0], v.Function) and not args.keywords and not _is_constructor(callee):
        return args.positional[0]
    return opaque(callee)


# Callers that hand the arguments after a function on to it.
_PASSING = re.compile(
    r"^(submit|apply|apply_async|to_thread|run_sync|run_in_executor|run_in_threadpool|add_task|start_soon|spawn|spawn_n|call_soon|enqueue|defer"
    r"|call|execute|invoke|partial|delayed|run|wait_for|sync_to_async|Thread|Timer|Process)$|retr|backoff|limit|throttl|attempt|safe|guard|"
    r"circuit|resilien",
    re.IGNORECASE,
)


def _last_name(callee: v.Value) -> str:
    if isinstance(callee, v.External):
        return callee.name.rpartition(".")[2]
    if isinstance(callee, v.Made):
        return callee.name.rpartition(".")[2]
    return callee.name if isinstance(callee, (v.Member, v.Parameter)) else callee.label if isinstance(callee, v.Unknown) else ""


def _passes_on(callee: v.Value, args: v.Arguments) -> bool:
    """Whether an unknown caller hands the arguments after a function on to it: by its name, or since one of them is a URL."""
    name = _last_name(callee)
    if name in _MAPS or _PASSING.search(name):
        return True
    return any(
        isinstance(option.value, v.Text) and is_absolute(option.value.pieces) for arg in args.positional for option in v.options(arg)
    )


def _handed_on(callee: v.Value, rest: tuple[v.Value, ...]) -> tuple[v.Value, ...]:
    """The arguments as the function gets them: a timer takes them as one list."""
    if _last_name(callee) == "Timer" and rest and isinstance(rest[0], v.Items):
        return rest[0].items
    return rest


def _is_constructor(callee: v.Value) -> bool:
    """Whether an unknown callee is spelled like a class."""
    return not isinstance(callee, v.Made) and _last_name(callee)[:1].isupper()


_MAPS = frozenset({"map", "imap", "imap_unordered", "map_async", "starmap"})


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
