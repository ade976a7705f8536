"""Hints: wrappers that cannot be followed, as the configuration describes them.

Takes a call and, where the configuration has a hint for what is called, notes the request that the hint says it is.
"""

from __future__ import annotations

from attio_scopes.model import facts as f
from attio_scopes.model import values as v
from attio_scopes.model.path import Literal, Piece
from attio_scopes.resolve.machine import Frame, Machine
from attio_scopes.resolve.pieces import append_path, is_absolute
from attio_scopes.resolve.requests import API_HOST, Outgoing, send
from attio_scopes.resolve.text import combine, pieces_of

_METHODS = frozenset({"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"})


def send_hinted(machine: Machine, callee: v.Value, args: v.Arguments, frame: Frame, span: f.Span) -> bool:
    """Note the request of a call that a hint describes; whether there was such a hint."""
    name = dotted_name(callee)
    hint = next((hint for hint in machine.hints if name is not None and _names(hint.function, name)), None)
    if hint is None:
        return False
    method = v.text(hint.method) if hint.method in _METHODS else _given(callee, args, hint.method)
    path = v.text(hint.path) if hint.path.startswith("/") else _given(callee, args, hint.path)
    send(
        machine,
        frame,
        span,
        Outgoing("hint", method, combine([path], lambda parts: v.Text(_absolute(pieces_of(parts[0])))), None, None, ()),
    )
    return True


def dotted_name(callee: v.Value) -> str | None:
    """The dotted name of what is called: of a project's function, a library's, or a method of a library's object."""
    if isinstance(callee, v.External):
        return callee.name
    if isinstance(callee, v.Member) and isinstance(callee.owner, v.Made):
        return f"{callee.owner.name}.{callee.name}"
    if isinstance(callee, v.Function):
        return ".".join((*callee.target.module.parts, callee.target.name))
    return None


def _names(hint: str, name: str) -> bool:
    """Whether a hint's name is this one, or its end (`crm.http.send` for `src.crm.http.send`)."""
    return name == hint or name.endswith("." + hint)


def _given(callee: v.Value, args: v.Arguments, parameter: str) -> v.Value:
    """The argument for a parameter that a hint names, or numbers from 0."""
    position: int | None = int(parameter) if parameter.isdigit() else None
    if position is None and isinstance(callee, v.Function):
        names = [param.name for param in callee.target.facts.params]
        if callee.bound is not None:
            names = names[1:]
        position = names.index(parameter) if parameter in names else None
    found = args.get(position, parameter)
    return found if found is not None else v.Unknown(f"the call gives no `{parameter}`, which its hint names", parameter)


def _absolute(path: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """A path after Attio's API; one with its version, or an absolute URL, as it is."""
    if is_absolute(path):
        return path
    versioned = bool(path) and isinstance(path[0], Literal) and path[0].text.lstrip("/").startswith(("v2/", "scim/"))
    return append_path((Literal(f"https://{API_HOST}" if versioned else f"https://{API_HOST}/v2"),), path)
