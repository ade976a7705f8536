"""Relevance: whether it matters with what a function is called.

Takes a call and gives the function's result for unknown arguments where these arguments could change nothing that counts: no
request is open, nothing is called that an argument brings, and what it returns does not depend on them. That keeps the cost of a
project near the cost of evaluating each function once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from attio_scopes.model import facts as f
from attio_scopes.model import values as v
from attio_scopes.model.beginnings import TOO_OFTEN, beginning
from attio_scopes.model.program import FunctionDef
from attio_scopes.resolve.machine import Frame, Machine, Result, is_beyond, map_levels, raised
from attio_scopes.resolve.requests import credential_names
from attio_scopes.resolve.text import combine, pieces_of

# A function that only makes values is evaluated for this many calls with telling arguments, then taken in general.
MOST_CONTEXTS = 24


def general_result(machine: Machine, target: v.Function, args: v.Arguments, frame: Frame, span: f.Span) -> Result | None:
    """The result for unknown arguments, if the given ones cannot matter; else None.

    Args:
        machine: the state.
        target: the function and its `self`.
        args: what it is called with.
        frame: of the caller.
        span: of the call.
    """
    function = target.target
    if target.scope is not None or (isinstance(target.bound, v.Instance) and target.bound.stores):
        return None
    bound = v.Instance(target.bound.cls) if isinstance(target.bound, v.Instance) else target.bound
    general = v.Function(function, bound)
    result = machine.memo.get((general, None, False))
    if result is None:
        if machine.stack.count(function):
            return None
        result = machine.evaluate_general(general, frame.depth + 1)
    if result.escapes or result.stores or result.globals_ or function in machine.base_open:
        return None
    telling = any(_is_telling(value) for value in _all(args)) or _leaves_to_default(target, args)
    handed_on = isinstance(result.value, v.Choice) and any(isinstance(value, v.Parameter) and value.required for value in _all(args))
    matters = _depends(result.value) and (_is_specific(target.bound) or telling or handed_on)
    unknown = _is_text_of_arguments(result.value) and any(_is_unknown_here(value) for value in _all(args))
    matters = matters or unknown or (function in machine.senders and _carries_credential(target.bound, args))
    brings = _brings_what_is_called(machine, function, args)
    if matters or brings:
        machine.contexts[function] = machine.contexts.get(function, 0) + 1
        if machine.stack.count(function) > 0:
            return replace(result, value=map_levels(result.value, _settled)) if unknown else result
        if machine.contexts[function] > MOST_CONTEXTS:
            if brings:
                machine.note_cut_off(frame, span, (target, *_all(args)), TOO_OFTEN)
            return replace(result, value=_of_any_call(target, args, result.value))
        return None
    return result


def _of_any_call(target: v.Function, args: v.Arguments, value: v.Value) -> v.Value:
    """What a function that is called too often gives for sure: what it is handed, or the beginning of a text that it makes."""
    if isinstance(value, v.Choice):
        known = v.generalise(tuple(option.value for option in value.options))
        return v.choose(v.Option(v.NO_GUARDS, _of_any_call(target, args, _opened(option.value))) for option in v.options(known))
    if isinstance(value, v.Parameter):
        return _given(target, args, value.id) or value
    if isinstance(value, v.Text) and _depends(value):
        base = _given(target, args, getattr(value.pieces[0], "parameter", "")) or v.Text(value.pieces[:1])
        return combine([base], lambda parts: v.Text(beginning((*pieces_of(parts[0]), *value.pieces[1:]), TOO_OFTEN)))
    if _depends(value) and could_send(value):
        v.LOST.add(TOO_OFTEN)
    return map_levels(value, _settled)


def _given(target: v.Function, args: v.Arguments, parameter: str) -> v.Value | None:
    """What a call gives for a parameter, by its id."""
    function = target.target
    for position, param in enumerate(function.facts.params[1 if target.bound is not None else 0 :]):
        if parameter == f"{function.module.path}:{function.name}:{param.name}":
            given = args.get(position, param.name)
            return map_levels(given, raised) if given is not None else None
    return None


def _opened(value: v.Value) -> v.Value:
    """A text that is one of several, nobody knows which."""
    return v.Text(beginning(value.pieces, TOO_OFTEN)) if isinstance(value, v.Text) else value


def _leaves_to_default(target: v.Function, args: v.Arguments) -> bool:
    """Whether a call leaves a parameter to its default: then it is that, and not anything."""
    if args.open_:
        return False
    params = target.target.facts.params
    own = params[1:] if target.bound is not None else params
    given = {name for name, _ in args.keywords}
    return any(
        param.default is not None and param.name not in given and (param.kind == "keyword" or position >= len(args.positional))
        for position, param in enumerate(own)
    )


def _innermost(value: v.Value) -> Iterator[v.Value]:
    """What a value may be, and what these hold: what is left where choices, lists and mappings are opened."""
    if isinstance(value, v.Choice):
        inner: Iterable[v.Value] = (option.value for option in value.options)
    elif isinstance(value, v.Items):
        inner = value.items
    elif isinstance(value, v.Dict):
        inner = (item for _, item in value.entries)
    else:
        yield value
        return
    for item in inner:
        yield from _innermost(item)


def _is_text_of_arguments(value: v.Value) -> bool:
    """Whether a value is, or holds, text that the arguments have a part in: a path or a URL, perhaps."""
    return any(isinstance(part, (v.Text, v.Parameter)) and _depends(part) for part in _innermost(value))


def _is_unknown_here(value: v.Value) -> bool:
    """Whether an argument is not known and no caller further up will say what it is: then nobody but this call can answer for it."""
    return any(_is_unknown_part(part) for part in _innermost(value))


def _is_unknown_part(part: v.Value) -> bool:
    if isinstance(part, v.Member):
        return _is_unknown_here(part.owner)
    if isinstance(part, v.Text):
        return any(not hasattr(piece, "text") and not is_beyond(piece.level) for piece in part.pieces)
    return (isinstance(part, v.Unknown) and not is_beyond(part.level)) or isinstance(part, (v.Made, v.External))


def _settled(level: int) -> int:
    """The level of what would be a caller's to say, where none can."""
    return 0 if is_beyond(level) else level


def is_telling_of(args: v.Arguments) -> bool:
    """Whether arguments say anything that an object could send with."""
    return any(_is_telling(value) for value in _all(args))


def _all(args: v.Arguments) -> list[v.Value]:
    return [*args.positional, *(value for _, value in args.keywords)]


def _brings_what_is_called(machine: Machine, function: FunctionDef, args: v.Arguments) -> bool:
    """Whether an argument that could send is given for a parameter on which the function calls something."""
    named = f"{function.module.path}:{function.name}:"
    called = any(
        named + param.name in machine.called_parameters or param.kind in ("args", "kwargs") or param.annotation is not None
        for param in function.facts.params
    )
    return called and any(could_send(value) for value in _all(args))


def could_send(value: v.Value) -> bool:
    """Whether a value is, or holds, something that a request could be made with."""
    return any(_sends(part) for part in _innermost(value))


def _sends(part: v.Value) -> bool:
    if isinstance(part, v.Member):
        return could_send(part.owner)
    if isinstance(part, v.Made):
        return part.name != "response"
    return isinstance(part, (v.Instance, v.Class, v.Function, v.Partial, v.ModuleValue, v.Folder, v.External, v.Super))


def _carries_credential(bound: v.Value | None, args: v.Arguments) -> bool:
    """Whether the object or an argument brings what a token may be read from: then it says whose requests these are."""
    held = _all(args)
    if isinstance(bound, v.Instance):
        held += [*(_all(bound.args) if bound.args is not None else ()), *(value for _, value in bound.stores)]
    return bool(credential_names(*held))


def _is_specific(bound: v.Value | None) -> bool:
    return isinstance(bound, v.Instance) and (bound.args is not None or bool(bound.stores))


def _is_telling(value: v.Value) -> bool:
    """Whether an argument says anything that a result could be made of."""
    return any(_tells(part) for part in _innermost(value))


def _tells(part: v.Value) -> bool:
    if isinstance(part, v.Text):
        return any(hasattr(piece, "text") or piece.environment for piece in part.pieces)
    return bool(part.environment) if isinstance(part, v.Unknown) else _sends(part)


def _depends(value: v.Value) -> bool:
    """Whether a value that a function gives for unknown arguments may say more once they are known."""
    if isinstance(value, v.Text):
        return any(is_beyond(piece.level) for piece in value.pieces)
    if isinstance(value, (v.Choice, v.Unknown)):
        return True
    if isinstance(value, v.Items):
        return not value.complete or any(_depends(item) for item in value.items)
    if isinstance(value, v.Dict):
        return not value.complete or any(_depends(item) for _, item in value.entries)
    if isinstance(value, v.Made):
        return value.name != "response" and _made_of(value.args, value.stores)
    if isinstance(value, v.Instance):
        return value.args is not None and _made_of(value.args, value.stores)
    if isinstance(value, v.Member):
        return _depends(value.owner)
    return isinstance(value, (v.Parameter, v.Partial)) or (isinstance(value, v.Function) and value.scope is not None)


def _made_of(args: v.Arguments, stores: tuple[tuple[str, v.Value], ...]) -> bool:
    return args.open_ or any(_depends(item) for item in (*_all(args), *(held for _, held in stores)))
