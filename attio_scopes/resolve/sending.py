"""Sending: the request that a call of a client library is.

Takes a call and the shape that the client model gives it; works out method, URL with the client's base, query, body and
credential, and notes the request or makes a request object.
"""

from __future__ import annotations

from attio_scopes.model import facts as f
from attio_scopes.model import values as v
from attio_scopes.model.path import Literal
from attio_scopes.resolve.lineage import external_bases
from attio_scopes.resolve.machine import Frame, Machine
from attio_scopes.resolve.models import ClientClass, Shape
from attio_scopes.resolve.pieces import append_path, is_absolute, reference
from attio_scopes.resolve.requests import Outgoing, credential_names, key_names, send
from attio_scopes.resolve.text import combine, pieces_of


def client_of(machine: Machine, value: v.Value) -> ClientClass | None:
    """The client model of an object: of its library class, or of one that its class derives from."""
    if isinstance(value, v.Made):
        return machine.models.classes.get(value.name)
    if isinstance(value, v.Instance):
        for external in external_bases(machine, value.cls):
            if external in machine.models.classes:
                return machine.models.classes[external]
    return None


def _argument(args: v.Arguments, slot: tuple[int | None, str] | None) -> v.Value | None:
    return args.get(slot[0], slot[1]) if slot is not None else None


def send_call(machine: Machine, shape: Shape, args: v.Arguments, receiver: v.Value | None, frame: Frame, span: f.Span) -> v.Value:
    """Send (or make) the request that a call of this shape is."""
    if shape.request_slot is not None:
        return _send_request(machine, shape, args, receiver, frame, span)
    url = _argument(args, shape.url_slot)
    if url is None:
        url = _not_given("URL", args)
    method = _method(shape, args)
    if shape.makes_request:
        return v.Made("request", v.Arguments((method, absolute(machine, receiver, url)), args.keywords))
    emit(machine, shape, method, absolute(machine, receiver, url), _with_headers(args, shape), receiver, frame, span)
    return v.Made("response", v.Arguments())


def _with_headers(args: v.Arguments, shape: Shape, set_later: v.Value | None = None) -> v.Arguments:
    """The arguments of a request with all that is headers under that name: given by position, and set on it later."""
    by_position = _argument(args, shape.headers_slot) if args.keyword("headers") is None else None
    more = tuple(("headers", value) for value in (by_position, set_later) if value is not None)
    return v.Arguments(args.positional, (*args.keywords, *more), args.open_, args.outer) if more else args


def _method(shape: Shape, args: v.Arguments) -> v.Value:
    """The method of a call: fixed, given, or decided by whether there is a body."""
    if shape.method is not None:
        return v.text(shape.method)
    given = _argument(args, shape.method_slot)
    if given is not None and not (isinstance(given, v.Scalar) and given.value is None):
        if shape.method_present is None:
            return given
        return combine([given], lambda parts: parts[0] if parts[0] != v.NONE else _method_by_body(shape, args))
    if shape.method_present is not None:
        return _method_by_body(shape, args)
    if shape.method_absent is not None and not args.open_:
        return v.text(shape.method_absent)
    return _not_given("method", args)


def _not_given(what: str, args: v.Arguments) -> v.Value:
    """An argument that is not spelled out; passed through from the root's own arguments it is for the root's callers to say."""
    if args.open_:
        return v.Unknown(f"the {what} is passed through `*` or `**`", what.lower(), level=v.BEYOND if args.outer else 0)
    return v.Unknown(f"no {what} is given", what.lower())


def _method_by_body(shape: Shape, args: v.Arguments) -> v.Value:
    """urllib's rule: with a body it is one method, without another; a body that may be either leaves the method unknown."""
    body = _argument(args, shape.body_slot)
    if body is None:
        return v.text(shape.method_absent or "") if not args.open_ else _not_given("method", args)

    def one(parts: tuple[v.Value, ...] | list[v.Value] | object) -> v.Value:
        value = parts[0]  # type: ignore[index]  # combine gives a sequence
        if value == v.NONE:
            return v.text(shape.method_absent or "")
        if isinstance(value, v.Parameter):
            return v.Unknown(f"it depends on whether `{value.name}` is given", "method", parameter=value.id, level=v.BEYOND)
        if isinstance(value, v.Unknown):
            return v.Unknown("it depends on whether there is a body", "method", parameter=value.parameter, level=value.level)
        return v.text(shape.method_present or "")

    return combine([body], one)


def _send_request(machine: Machine, shape: Shape, args: v.Arguments, receiver: v.Value | None, frame: Frame, span: f.Span) -> v.Value:
    """Send a request object, or a URL where the function takes one too."""
    given = _argument(args, shape.request_slot)
    if given is None:
        return v.Unknown("no request is given")
    held = frame.guards
    for option in v.options(given):
        if not v.consistent(held, option.guards):
            continue
        frame.guards = held | option.guards
        try:
            parts = request_parts(machine, option.value)
            machine.note_call_on(option.value)
            if parts is not None:
                method, url, keywords = parts
                if shape.makes_request:
                    return option.value
                made_here = isinstance(option.value, v.Made) and option.value.name == "request"  # its URL has the client's base already
                emit(machine, shape, method, url if made_here else absolute(machine, receiver, url), keywords, receiver, frame, span)
            elif shape.method_absent is not None and not shape.makes_request:
                method = _method(shape, args)
                emit(machine, shape, method, option.value, args, receiver, frame, span)
        finally:
            frame.guards = held
    return given if shape.makes_request else v.Made("response", v.Arguments())


def request_parts(machine: Machine, value: v.Value) -> tuple[v.Value, v.Value, v.Arguments] | None:
    """Method, URL and arguments of a request object; None if it is none."""
    if not isinstance(value, v.Made):
        return None
    stores = dict(value.stores)
    if value.name == "request":
        made_method, made_url = value.args.positional
        return stores.get("method", made_method), stores.get("url", made_url), value.args
    shape = machine.models.requests.get(value.name)
    if shape is None:
        return None
    url = stores.get("url") or stores.get("full_url") or _argument(value.args, shape.url_slot)
    given = value.args
    if "data" in stores and shape.body_slot is not None:
        given = v.Arguments(given.positional[:1], (*(k for k in given.keywords if k[0] != "data"), ("data", stores["data"])), given.open_)
    method: v.Value = stores.get("method") or _method(shape, given)
    override = stores.get("get_method")
    if isinstance(override, v.Function):
        method = machine.call(override, v.Arguments(), Frame(override.target.module, v.Scope({}, None, None)), f.NO_SPAN)
    return method, url if url is not None else v.Unknown("no URL is given", "url"), _with_headers(value.args, shape, stores.get("headers"))


def absolute(machine: Machine, receiver: v.Value | None, url: v.Value) -> v.Value:
    """The URL that a client makes of what it is given, with its base."""
    if receiver is None:
        return url
    client = client_of(machine, receiver)
    base = base_of(machine, receiver, client)
    if base is None:
        return url
    joining = reference if client is not None and client.join == "reference" else append_path
    return combine([base, url], lambda parts: v.Text(joining(pieces_of(parts[0]), pieces_of(parts[1]))))


def base_of(machine: Machine, receiver: v.Value, client: ClientClass | None) -> v.Value | None:
    """The base URL of a client object, or None."""
    if isinstance(receiver, v.Instance):
        frame = Frame(receiver.cls.module, v.Scope({}, None, None))
        held = machine.attribute(receiver, "base_url", frame)
        return None if isinstance(held, v.Member) or _missing(held) else held
    if not isinstance(receiver, v.Made):
        return None
    stored = dict(receiver.stores).get("base_url")
    if stored is not None:
        return stored
    if client is not None and client.host_slot is not None:
        host = _argument(receiver.args, client.host_slot)
        return combine([host], lambda parts: _with_scheme(parts[0])) if host is not None else None
    slot = client.base_slot if client is not None else (None, "base_url")
    given = _argument(receiver.args, slot)
    return None if given is None or given == v.NONE else given


def _missing(value: v.Value) -> bool:
    return isinstance(value, (v.Unknown, v.Scalar)) and not getattr(value, "environment", "")


def _with_scheme(host: v.Value) -> v.Value:
    pieces = pieces_of(host)
    return v.Text(pieces if is_absolute(pieces) else (Literal("https://"), *pieces))


def emit(
    machine: Machine, shape: Shape, method: v.Value, url: v.Value, args: v.Arguments, receiver: v.Value | None, frame: Frame, span: f.Span
) -> None:
    """Note a request with what its arguments and its client say of query, body and credentials."""
    body = args.keyword("json") or args.keyword("data") or args.keyword("content") or args.keyword("body")
    body = body or _argument(args, shape.body_slot)
    query = args.keyword("params") or args.keyword("fields") or _argument(args, shape.query_slot)
    held: list[v.Value | None] = [value for name, value in args.keywords if name in ("headers", "auth")]
    if isinstance(receiver, v.Made):
        held += [receiver.args.keyword("headers"), receiver.args.keyword("auth"), *(value for _, value in receiver.stores)]
    elif isinstance(receiver, v.Instance):
        held += [machine.attribute(receiver, "headers", frame)]
    if url == v.NONE:
        return
    open_ = args.open_
    send(
        machine,
        frame,
        span,
        Outgoing(
            shape.library,
            method,
            url,
            None if open_ and query is None else key_names(query),
            None if open_ and body is None else key_names(body, "data"),
            credential_names(*held),
        ),
    )
