"""Hints: wrappers that cannot be followed, as the configuration describes them.

Takes a call and, where the configuration has a hint for what is called, gives the request that the hint says it is.
"""

from __future__ import annotations

from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import combine
from attio_scopes.engine.domain.evidence import lost
from attio_scopes.engine.domain.hosts import API_HOST
from attio_scopes.engine.domain.pieces import Pieces, append_path, is_absolute
from attio_scopes.engine.domain.text import pieces_of
from attio_scopes.engine.frame import Ask, Frame
from attio_scopes.engine.library.clients import Outgoing
from attio_scopes.engine.library.sdk import root_of

_METHODS = frozenset({"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"})


def hinted(fr: Frame, callee: v.Value, args: v.Arguments) -> Outgoing | None:
    """The request of a call that a hint describes; None where there is no such hint."""
    names = dotted_names(fr.ask, callee)
    hint = next((hint for hint in fr.ask.hints if any(_names(hint.function, name) for name in names)), None)
    if hint is None:
        return None
    method = v.text(hint.method) if hint.method in _METHODS else _given(callee, args, hint.method)
    path = v.text(hint.path) if hint.path.startswith("/") else _given(callee, args, hint.path)
    return Outgoing(
        "hint",
        method,
        combine([path], lambda one: v.Text(_absolute(pieces_of(one)))),
        hidden=lost("the hint does not describe query and body"),
    )


def dotted_names(ask: Ask, callee: v.Value) -> tuple[str, ...]:
    """The dotted names of what is called: of a project's function, a library's, or a method of a library's object or of a derived one."""
    if isinstance(callee, v.External):
        return (callee.name,)
    if isinstance(callee, v.Func):
        return (".".join((*callee.target.module.parts, callee.target.name)),)
    if not isinstance(callee, v.Member):
        return ()
    owner, path = root_of(callee)
    if isinstance(owner, v.Made):
        return (".".join((owner.name, *path)),)
    if isinstance(owner, (v.Obj, v.Param)) and owner.cls is not None:
        return tuple(".".join((base, *path)) for base in ask.external_bases(owner.cls))
    return ()


def _names(hint: str, name: str) -> bool:
    """Whether a hint's name is this one, or its end (`crm.http.send` for `src.crm.http.send`)."""
    return name == hint or name.endswith("." + hint)


def _given(callee: v.Value, args: v.Arguments, parameter: str) -> v.Value:
    """The argument for a parameter that a hint names, or numbers from 0."""
    position: int | None = int(parameter) if parameter.isdigit() else None
    if position is None and isinstance(callee, v.Func):
        names = [param.name for param in callee.target.facts.params]
        if callee.bound is not None:
            names = names[1:]
        position = names.index(parameter) if parameter in names else None
    found = args.get(position, parameter)
    return found if found is not None else lost(f"the call passes no `{parameter}`, which `wrappers` names", label=parameter)


def _absolute(path: Pieces) -> Pieces:
    """A path after Attio's API; one with its version, or an absolute URL, as it is."""
    if is_absolute(path):
        return path
    versioned = bool(path) and isinstance(path[0], v.Lit) and path[0].text.lstrip("/").startswith(("v2/", "scim/"))
    return append_path((v.Lit(f"https://{API_HOST}" if versioned else f"https://{API_HOST}/v2"),), path)
