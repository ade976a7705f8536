"""Declared requests: streams that only say base, path and method, and leave the sending to a library.

Takes the value that a stream's path method returns, at its return statement, and notes the request that the library will send.
"""

from __future__ import annotations

import re

from attio_scopes.model import facts as f
from attio_scopes.model import values as v
from attio_scopes.model.program import ClassDef, Module
from attio_scopes.resolve.lineage import external_bases
from attio_scopes.resolve.machine import Frame, Machine, map_levels
from attio_scopes.resolve.models import ConfigFunction, InterfaceClass, StreamClass
from attio_scopes.resolve.pieces import append_path, reference
from attio_scopes.resolve.requests import Outgoing, credential_names, send
from attio_scopes.resolve.stored import joined_argument
from attio_scopes.resolve.text import combine, entry, join, known, pieces_of


def send_declared(machine: Machine, frame: Frame, span: f.Span, path: v.Value) -> None:
    """Note the request of a stream, if the method at hand is the path method of one."""
    instance = frame.bound
    if not isinstance(instance, v.Instance) or frame.function is None:
        return
    names = [name for name in external_bases(machine, instance.cls) if name in machine.models.streams]
    if not names or machine.models.streams[names[0]].path != frame.function.facts.name:
        return
    _send(machine, frame, instance, machine.models.streams[names[0]], path, span)


def _send(machine: Machine, frame: Frame, instance: v.Instance, stream: StreamClass, path: v.Value, span: f.Span) -> None:
    """Note the request of a stream."""
    base = _declared(machine, instance, stream.base, frame)
    if base is None:
        return
    method = _declared(machine, instance, stream.method, frame)
    if method is None:
        method = v.text(stream.method_absent)
    url = combine([base, path], lambda parts: v.Text(append_path(pieces_of(parts[0]), pieces_of(parts[1]))))
    token = credential_names(_declared(machine, instance, "authenticator", frame))
    send(machine, frame, span, Outgoing(stream.library, method, url, None, None, token))


def send_attributes(machine: Machine, module: Module) -> None:
    """Note the requests of a module's streams whose path is a class attribute, at its assignment."""
    for cls in module.classes.values():
        names = [name for name in external_bases(machine, cls) if name in machine.models.streams]
        stream = machine.models.streams[names[0]] if names else None
        for stmt in cls.statements if stream is not None else ():
            if stream is not None and isinstance(stmt, f.Assign) and stmt.value is not None and stmt.targets == (f.Name(stream.path),):
                frame = Frame(module, v.Scope({}, None, module), owner=cls, bound=v.Instance(cls), lines=stmt.lines)
                _send(machine, frame, v.Instance(cls), stream, machine.evaluate(stmt.value, frame), stmt.span)


def send_interfaces(machine: Machine, module: Module) -> None:
    """Note the requests that the methods of a module's interface classes declare, each at its decorator."""
    for cls in module.classes.values() if machine.models.interfaces else ():
        names = [name for name in external_bases(machine, cls) if name in machine.models.interfaces]
        if names:
            _send_interface(machine, cls, machine.models.interfaces[names[0]])


def _send_interface(machine: Machine, cls: ClassDef, interface: InterfaceClass) -> None:
    """Note the requests of one interface class."""
    frame = Frame(cls.module, v.Scope({}, None, cls.module), owner=cls, bound=v.Instance(cls))
    held = machine.attribute(v.Instance(cls), interface.base_slot[1], frame)
    base = joined_argument(machine, cls, *interface.base_slot) if isinstance(held, (v.Member, v.Unknown)) else held
    for method in cls.methods.values():
        for decorator in method.facts.decorators if base is not None else ():
            declared = machine.evaluate(decorator.func if isinstance(decorator, f.Invoke) else decorator, frame)
            verb = interface.decorators.get(declared.name) if isinstance(declared, v.External) else None
            if verb is None or base is None or not isinstance(decorator, f.Invoke) or not decorator.args:
                continue
            template = map_levels(machine.evaluate(decorator.args[0].value, frame), lambda _: 0)
            path = combine([template], lambda parts: _filled(parts[0]))
            url = combine([base, path], lambda parts: v.Text(reference(pieces_of(parts[0]), pieces_of(parts[1]))))
            send(machine, frame, decorator.span, Outgoing(interface.library, v.text(verb), url, None, None, ()))


_VARIABLE = re.compile(r"\{(\w+)\}")


def _filled(template: v.Value) -> v.Value:
    """A path with each URI variable as a segment that is not known."""
    literal = known(template)
    if literal is None:
        return template
    parts = _VARIABLE.split(literal)
    return join([v.Unknown("a URI variable", part, single=True) if number % 2 else v.text(part) for number, part in enumerate(parts)])


def _declared(machine: Machine, instance: v.Instance, name: str, frame: Frame) -> v.Value | None:
    """An attribute, property or method of the stream; None where the class leaves it to the library."""
    value = machine.attribute(instance, name, frame)
    if isinstance(value, v.Function):
        value = machine.call(value, v.Arguments((), (), True), frame, f.NO_SPAN)
    if isinstance(value, (v.Member, v.Unknown)) or (known(value) is None and not isinstance(value, (v.Text, v.Choice))):
        return None
    return value


def send_configured(machine: Machine, config: ConfigFunction, args: v.Arguments, frame: Frame, span: f.Span) -> None:
    """Note the requests that a configuration mapping declares, each where its resource is written out."""
    given = args.get(*config.slot)
    client = entry(given, config.client) if given is not None else None
    base = entry(client, config.base) if client is not None else None
    resources = entry(given, config.resources) if given is not None else None
    if base is None or not isinstance(resources, v.Items):
        return
    token = credential_names(entry(client, "auth") if client is not None else None)
    for resource in resources.items:
        endpoint = (entry(resource, config.endpoint) or entry(resource, "name")) if isinstance(resource, v.Dict) else resource
        inner = endpoint if isinstance(endpoint, v.Dict) else resource
        path = entry(endpoint, config.path) if isinstance(endpoint, v.Dict) else endpoint
        method = entry(endpoint, config.method) if isinstance(endpoint, v.Dict) else None
        if path is None:
            continue
        url = combine([base, path], lambda parts: v.Text(append_path(pieces_of(parts[0]), pieces_of(parts[1]))))
        at = inner.at if isinstance(inner, v.Dict) and inner.at is not None else None
        place = (at[1], at[2], at[3], at[4]) if at is not None and at[0] == frame.module.path else span
        send(machine, frame, place, Outgoing(config.library, method or v.text(config.method_absent), url, None, None, token))
