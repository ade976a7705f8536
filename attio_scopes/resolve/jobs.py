"""Jobs: functions whose call is put off, and the arguments that a queue, a scheduler or an executor hands to them.

Takes what such a thing is given and says with which arguments the function will be called: those after it, or those that are packed
in a list and a mapping. Each is a fact about a library (celery, dramatiq, huey, rq, apscheduler, airflow, prefect, ray, threading…).
"""

from __future__ import annotations

import re

from attio_scopes.model import facts as f
from attio_scopes.model import values as v
from attio_scopes.resolve.containers import iterate
from attio_scopes.resolve.lineage import is_given_itself
from attio_scopes.resolve.machine import Frame, Machine

FUNCTION_KEYWORDS = ("target", "func", "fn", "function", "python_callable", "job_func")
_LISTS = ("args", "op_args", "fargs")
_MAPPINGS = ("kwargs", "kwds", "op_kwargs", "fkwargs")

# Callers that hand the arguments after a function on to it.
_PASSING = re.compile(
    r"^(submit|to_thread|run_sync|run_in_executor|run_in_threadpool|add_task|BackgroundTask|start_soon|spawn|spawn_n|spawn_later|call_soon"
    r"|call_soon_threadsafe|call_later|call_at|enqueue|enqueue_in|enqueue_at|enqueue_many|defer|do|async_task"
    r"|call|execute|invoke|partial|delayed|run|wait_for|sync_to_async|deferToThread|callLater|callInThread)$"
    r"|retr|backoff|limit|throttl|attempt|safe|guard|circuit|resilien",
    re.IGNORECASE,
)
# Callers that take the function's arguments as a list and a mapping, right after it.
_PACKING = frozenset({"Timer", "Thread", "Process", "apply", "apply_async", "enqueue_call", "retry_call"})
# Callers whose other words are their own: what the function is called with stands in keywords.
_BY_KEYWORD = frozenset({"add_job", "add_schedule", "scheduled_job", "modify_job", "schedule_job", "PythonOperator"})
MAPS = frozenset({"map", "imap", "imap_unordered", "map_async", "starmap", "starmap_async"})


def hands_on(name: str, given_url: bool) -> bool:
    """Whether a caller of this name hands arguments on to the function that it is given (`given_url`: one of them is a URL)."""
    return name in MAPS or name in _PACKING or name in _BY_KEYWORD or _PASSING.search(name) is not None or given_url


def packed(keywords: v.Arguments) -> v.Arguments | None:
    """The arguments that keywords such as `args=[…]` and `kwargs={…}` hold; None where there are none."""
    listed = next((keywords.keyword(name) for name in _LISTS if keywords.keyword(name) is not None), None)
    mapped = next((keywords.keyword(name) for name in _MAPPINGS if keywords.keyword(name) is not None), None)
    return unpacked(listed, mapped) if listed is not None or mapped is not None else None


def unpacked(listed: v.Value | None, mapped: v.Value | None) -> v.Arguments:
    """A list and a mapping as the arguments of a call."""
    open_ = outer = False
    positional: tuple[v.Value, ...] = ()
    if isinstance(listed, v.Items):
        positional, open_, outer = listed.items, not listed.complete, listed.kind == "arguments"
    elif listed is not None and listed != v.NONE:
        open_ = True
    keywords: tuple[tuple[str, v.Value], ...] = ()
    if isinstance(mapped, v.Dict):
        named = ((key, held) for key, held in mapped.entries if isinstance(key, v.Text))
        keywords = tuple(("".join(getattr(piece, "text", "") for piece in key.pieces), held) for key, held in named)
        open_, outer = open_ or not mapped.complete, outer or mapped.outer
    elif mapped is not None and mapped != v.NONE:
        open_ = True
    return v.Arguments(positional, keywords, open_, outer)


def handed_on(name: str, rest: tuple[v.Value, ...], args: v.Arguments) -> v.Arguments:
    """What a function is called with that is given to a caller of this name.

    Args:
        name: last part of the caller's name.
        rest: the positional arguments after the function.
        args: all arguments of the caller.
    """
    named = packed(args)
    if name in _BY_KEYWORD:
        return named or v.Arguments()
    if name in _PACKING or (named is not None and not rest):
        return named or unpacked(rest[0] if rest else None, rest[1] if len(rest) > 1 else None)
    if name.startswith("starmap"):
        rows = [unpacked(row, None).positional for row in (iterate(rest[0])[0] if rest else ())]
        width = min((len(row) for row in rows), default=0)
        return v.Arguments(tuple(v.either(id(args), [row[column] for row in rows]) for column in range(width)))
    if name in MAPS:
        return v.Arguments(tuple(v.either(id(args), iterate(column)[0]) for column in rest), (), args.open_)
    return v.Arguments(rest, args.keywords, args.open_, args.outer)


# Methods that task libraries put on a function: with its arguments as they are, packed, or for each item of a list.
_AS_THEY_ARE = frozenset(
    {"delay", "delay_on_commit", "s", "si", "send", "submit", "remote", "remote_gen", "spawn", "local", "fn", "run", "call_local", "defer",
     "defer_async", "kiq", "queue", "enqueue", "message", "invoke_async", "__wrapped__", "__call__"}
)  # fmt: skip
_PACKED = frozenset({"apply_async", "apply", "send_with_options", "message_with_options", "signature", "subtask", "schedule"})
_THE_SAME = frozenset({"with_options", "options", "configure", "using", "retry_with", "kicker", "override", "opts", "set"})


def put_off(machine: Machine, callee: v.Member, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value | None:
    """A method that a task library puts on a function of the project, `push.delay("/notes")`; None where it is none.

    Args:
        machine: the state.
        callee: the method.
        args: what it is called with.
        frame: of the caller.
        span: of the call.

    Returns:
        what calling the function gives.
    """
    function, name = callee.owner, callee.name
    if not isinstance(function, (v.Function, v.Partial)):
        return None
    if name in _THE_SAME:
        return function
    if name in _AS_THEY_ARE:
        through = args
    elif name in _PACKED:
        through = packed(args) or unpacked(*(*args.positional, None, None)[:2])
    elif name in MAPS:
        through = handed_on(name, args.positional, args)
    else:
        return None
    if isinstance(function, v.Function):
        machine.queued.add(function.target)
    return machine.call(function, through, frame, span)


def with_itself(function: v.Function, args: v.Arguments) -> v.Arguments:
    """The arguments of a task that is declared with `bind=True`: the library gives it the task first."""
    if function.bound is not None or not is_given_itself(function.target):
        return args
    task = v.Unknown("it is the task", "task")
    return v.Arguments((task, *args.positional), args.keywords, args.open_, args.outer)
