"""Declared requests: streams that only say base, path and method, and leave the sending to a library.

Takes the value that a stream's path method returns, at its return statement, and notes the request that the library will send.
"""

from __future__ import annotations

from attio_scopes.model import facts as f
from attio_scopes.model import values as v
from attio_scopes.resolve.machine import Frame, Machine
from attio_scopes.resolve.objects import external_bases
from attio_scopes.resolve.requests import Outgoing, credential_names, send
from attio_scopes.resolve.text import append_path, combine, known, pieces_of


def send_declared(machine: Machine, frame: Frame, span: f.Span, path: v.Value) -> None:
    """Note the request of a stream, if the method at hand is the path method of one."""
    instance = frame.bound
    if not isinstance(instance, v.Instance) or frame.function is None:
        return
    names = [name for name in external_bases(machine, instance.cls) if name in machine.models.streams]
    if not names or machine.models.streams[names[0]].path != frame.function.facts.name:
        return
    stream = machine.models.streams[names[0]]
    base = _declared(machine, instance, stream.base, frame)
    if base is None:
        return
    method = _declared(machine, instance, stream.method, frame)
    if method is None:
        method = v.text(stream.method_absent)
    url = combine([base, path], lambda parts: v.Text(append_path(pieces_of(parts[0]), pieces_of(parts[1]))))
    token = credential_names(_declared(machine, instance, "authenticator", frame))
    send(machine, frame, span, Outgoing(stream.library, method, url, None, None, token))


def _declared(machine: Machine, instance: v.Instance, name: str, frame: Frame) -> v.Value | None:
    """An attribute, property or method of the stream; None where the class leaves it to the library."""
    value = machine.attribute(instance, name, frame)
    if isinstance(value, v.Callable_):
        value = machine.call(value, v.Arguments((), (), True), frame, f.NO_SPAN)
    if isinstance(value, (v.Member, v.Unknown)) or (known(value) is None and not isinstance(value, (v.Text, v.Choice))):
        return None
    return value
