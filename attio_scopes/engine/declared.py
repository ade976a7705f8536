"""Declared requests: what classes, mappings and decorators say, and a library or a base class sends.

Takes a class, a stream's path or a configuration and notes the requests at the place of the declaration: the attribute, the return
statement, the entry of the mapping, the decorator.
"""

from __future__ import annotations

import re

from attio_scopes.engine.attributes import attribute
from attio_scopes.engine.class_attributes import marked
from attio_scopes.engine.containers import content, iterate, or_absent
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import any_of, combine
from attio_scopes.engine.domain.evidence import lost
from attio_scopes.engine.domain.formats import entry
from attio_scopes.engine.domain.pieces import append_path, reference
from attio_scopes.engine.domain.reasons import NOT_SAID
from attio_scopes.engine.domain.text import join, pieces_of
from attio_scopes.engine.domain.values import known
from attio_scopes.engine.emit import emit
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.library.clients import Outgoing
from attio_scopes.engine.library.models import ConfigFunction, InterfaceClass, StreamClass
from attio_scopes.engine.summary import At
from attio_scopes.model import facts as f
from attio_scopes.model.program import ClassDef

Place = tuple[str, int, int, int, int, str]


def send_declared(fr: Frame, span: f.Span, value: v.Value) -> v.Value:
    """Note the request of a stream, if the method at hand is the path method of one; the value with its place."""
    function, cls = fr.function, fr.cls
    if function is None or cls is None:
        return value
    if function.facts.name in fr.ask.models.stream_paths:
        stream = _stream_of(fr, cls)
        if stream is not None and stream.path == function.facts.name and fr.first is not None:
            _send(fr, fr.first, stream, value, (fr.at(span),))
    owner = function.owner
    if owner is not None and owner is cls and isinstance(value, (v.Text, v.Choice)) and fr.ask.lineage(cls)[1:]:
        return marked(value, (fr.module.path, *span, function.name))
    return value


def _stream_of(fr: Frame, cls: ClassDef) -> StreamClass | None:
    streams = fr.ask.models.streams
    return next((streams[name] for name in fr.ask.external_bases(cls) if name in streams), None)


def _send(fr: Frame, instance: v.Value, stream: StreamClass, path: v.Value, here: tuple[At, ...]) -> None:
    """Note the request of a stream."""
    base = _declared(fr, instance, stream.base)
    if base is None:
        return
    before = _declared(fr, instance, stream.method_before) if stream.method_before is not None else None
    method = before or _declared(fr, instance, stream.method) or v.text(stream.method_absent)
    if v.is_open(method):
        method = v.Apply("typed", (method, v.text(stream.method_absent)))
    url = combine([base, path], lambda one, other: v.Text(append_path(pieces_of(one), pieces_of(other))))
    token = _declared(fr, instance, "authenticator")
    emit(
        fr,
        Outgoing(
            stream.library,
            method,
            url,
            hidden=lost("the library of the stream adds parameters of its own"),
            credentials=(token,) if token is not None else (),
        ),
        here,
    )


def _declared(fr: Frame, instance: v.Value, name: str) -> v.Value | None:
    """An attribute, property or method of a stream; None where the class leaves it to the library."""
    value = attribute(fr, instance, name)
    if isinstance(value, v.Func):
        value = fr.ask.call(fr, value, v.Arguments((), (), None, lost("a library passes the argument")), (fr.at(f.NO_SPAN),))
    if isinstance(value, (v.Member, v.Lost)):
        return None
    return value


def send_attributes(fr: Frame, cls: ClassDef) -> None:
    """Note the request of a stream whose path is a class attribute, at its assignment."""
    stream = _stream_of(fr, cls)
    for stmt in cls.statements if stream is not None else ():
        if stream is not None and isinstance(stmt, f.Assign) and stmt.value is not None and stmt.targets == (f.Name(stream.path),):
            fr.lines = stmt.lines
            _send(fr, v.Obj(cls), stream, fr.ask.evaluate(fr, stmt.value), (At(cls.module.path, stmt.span, cls.name, stmt.lines),))


def send_interface(fr: Frame, cls: ClassDef) -> None:
    """Note the requests that the methods of an interface class declare, each at its decorator."""
    interfaces = fr.ask.models.interfaces
    found = next((interfaces[name] for name in fr.ask.external_bases(cls) if name in interfaces), None)
    if found is not None:
        _send_interface(fr, cls, found)


def _send_interface(fr: Frame, cls: ClassDef, interface: InterfaceClass) -> None:
    base = attribute(fr, v.Obj(cls), interface.base_slot[1])
    if isinstance(base, (v.Member, v.Lost)):
        return
    for method in cls.methods.values():
        for decorator in method.facts.decorators:
            declared = fr.ask.evaluate(fr, decorator.func if isinstance(decorator, f.Invoke) else decorator)
            verb = interface.decorators.get(declared.name) if isinstance(declared, v.External) else None
            if verb is None or not isinstance(decorator, f.Invoke) or not decorator.args:
                continue
            path = combine([fr.ask.evaluate(fr, decorator.args[0].value)], _filled)
            url = combine([base, path], lambda one, other: v.Text(reference(pieces_of(one), pieces_of(other))))
            at = At(cls.module.path, decorator.span, method.name, (decorator.span[0], decorator.span[2]))
            emit(fr, Outgoing(interface.library, v.text(verb), url, hidden=lost("the library adds parameters of its own")), (at,))


_VARIABLE = re.compile(r"\{(\w+)\}")


def _filled(template: v.Value) -> v.Value:
    """A path with each URI variable as a segment that is not known."""
    literal = known(template)
    if literal is None:
        return template
    parts = _VARIABLE.split(literal)
    return join(
        [
            lost(f"the URI variable `{part}` is only known at run time", label=part, single=True) if number % 2 else v.text(part)
            for number, part in enumerate(parts)
        ]
    )


def send_configured(fr: Frame, config: ConfigFunction, args: v.Arguments, here: tuple[At, ...]) -> None:
    """Note the requests that a configuration mapping declares, each where its resource is written out."""
    given = args.get(*config.slot)
    if given is None:
        return
    for option in v.options(content(fr, given)):
        client = _entry(fr, option.value, config.client)
        base = _entry(fr, client, config.base)
        resources = _entry(fr, option.value, config.resources)
        if base is None or resources is None:
            continue
        items, rest = iterate(fr, resources)
        token = _entry(fr, client, "auth")
        for resource in (*items, *((rest,) if rest is not None else ())):
            for one in v.options(resource):
                _send_resource(fr, config, base, one.value, token, here)


def _send_resource(
    fr: Frame, config: ConfigFunction, base: v.Value, resource: v.Value, token: v.Value | None, here: tuple[At, ...]
) -> None:
    held = content(fr, resource)
    for option in v.options(held):
        one = option.value
        endpoint = (_entry(fr, one, config.endpoint) or _entry(fr, one, "name")) if isinstance(one, v.Map) else one
        endpoint = content(fr, endpoint) if endpoint is not None else None
        for inner_option in v.options(endpoint) if endpoint is not None else ():
            inner = inner_option.value
            path = _entry(fr, inner, config.path) if isinstance(inner, v.Map) else inner
            method = _entry(fr, inner, config.method) if isinstance(inner, v.Map) else None
            absent = v.text(config.method_absent) if config.method_absent else lost(NOT_SAID, label="method")
            method = or_absent(method, absent) if method is not None else absent
            if path is None:
                continue
            url = combine([base, path], lambda a, b: v.Text(append_path(pieces_of(a), pieces_of(b))))
            at = _written_at(one, inner)
            place = At(at[0], (at[1], at[2], at[3], at[4]), here[0].function, (at[1], at[3])) if at is not None else here[0]
            out = Outgoing(
                config.library, method, url, hidden=lost("the library adds parameters of its own"),
                credentials=(token,) if token is not None else (),
            )  # fmt: skip
            emit(fr, out, (place, *here[1:]) if at is not None else here)


def _written_at(resource: v.Value, endpoint: v.Value) -> tuple[str, int, int, int, int] | None:
    """Where a resource is written out: its endpoint within it, or else the resource."""
    own = resource.at if isinstance(resource, v.Map) else None
    inner = endpoint.at if isinstance(endpoint, v.Map) else None
    if own is None or inner is None:
        return inner if inner is not None else own
    return inner if own[0] == inner[0] and own[1:3] <= inner[1:3] <= own[3:5] else own


def _entry(fr: Frame, mapping: v.Value | None, key: str) -> v.Value | None:
    if mapping is None:
        return None
    found = [one for option in v.options(content(fr, mapping)) if (one := entry(option.value, key)) is not None]
    return any_of(found) if found else None
