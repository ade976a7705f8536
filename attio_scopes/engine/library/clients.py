"""Clients: which of a library's classes an object is, and what its calls hold where.

Takes values and the client models, gives the request that a call is: method, URL with the client's base, query, body and credentials.
It notes nothing: `emit` does.
"""

from __future__ import annotations

from msgspec import Struct

from attio_scopes.engine.containers import content
from attio_scopes.engine.current import of_library
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import choose, combine
from attio_scopes.engine.domain.evidence import lost
from attio_scopes.engine.domain.pieces import append_path, is_absolute, reference
from attio_scopes.engine.domain.reasons import is_never_set
from attio_scopes.engine.domain.text import pieces_of
from attio_scopes.engine.frame import Ask, Frame
from attio_scopes.engine.library.models import VERBS, ClientClass, Shape, Slot
from attio_scopes.engine.project.classes import find_method


class Outgoing(Struct, frozen=True):
    """A request about to leave.

    Attributes:
        query, body: what is given for them, or None.
        hidden: whether query and body may be given out of sight (`**kwargs`).
        credentials: values that the token may be in.
    """

    client: str
    method: v.Value
    url: v.Value
    query: v.Value | None = None
    body: v.Value | None = None
    hidden: v.Value | None = None
    credentials: tuple[v.Value, ...] = ()


def client_of(ask: Ask, value: v.Value) -> ClientClass | None:
    """The client model of an object: of its library class, or of one that its class derives from."""
    if isinstance(value, v.Made):
        return ask.models.classes.get(value.name)
    cls = value.cls if isinstance(value, (v.Obj, v.Param)) else None
    if cls is not None:
        for external in ask.external_bases(cls):
            if external in ask.models.classes:
                return ask.models.classes[external]
    return None


def argument(args: v.Arguments, slot: Slot | None) -> v.Value | None:
    """The argument in a slot, or None."""
    return args.get(slot[0], slot[1]) if slot is not None else None


def not_given(what: str, args: v.Arguments) -> v.Value:
    """An argument that is not spelled out."""
    if args.open_:
        return lost(f"the {what} is passed through `*` or `**`", args.star, args.kwstar, label=what.lower())
    return lost(f"the call passes no {what}", label=what.lower())


def as_verb(value: v.Value) -> v.Value | None:
    """A value that can only be an HTTP method, as text (`"get"`, a library's constant `urlfetch.POST`); None for anything else."""
    options = [v.Option(option.guards, _constant(option.value)) for option in v.options(value)]
    return choose(options) if all((v.known(option.value) or "").lower() in VERBS for option in options) else None


def _constant(value: v.Value) -> v.Value:
    """A library's constant as the text that it is called; anything else itself."""
    name = value.name.rpartition(".")[2] if isinstance(value, v.External) and "." in value.name else ""
    return v.text(name) if name.isupper() else value


def method_of(shape: Shape, args: v.Arguments) -> v.Value:
    """The method of a call: fixed, given, or decided by whether there is a body."""
    if shape.method is not None:
        return v.text(shape.method)
    given = argument(args, shape.maker_slot or shape.method_slot)
    if given is not None and given != v.NONE:
        given = as_verb(given) or given
        if shape.method_present is None:
            return given
        return combine([given], lambda one: one if one != v.NONE else method_by_body(shape, args))
    if shape.method_present is not None:
        return method_by_body(shape, args)
    if shape.method_absent is not None and not args.open_:
        return v.text(shape.method_absent)
    return not_given("method", args)


def method_by_body(shape: Shape, args: v.Arguments) -> v.Value:
    """urllib's rule: with a body it is one method, without another; a body that may be either leaves both."""
    body = argument(args, shape.body_slot)
    if body is None:
        return v.text(shape.method_absent or "") if not args.open_ else not_given("method", args)
    return combine([body], lambda one: _by_body(shape, one))


def _by_body(shape: Shape, body: v.Value) -> v.Value:
    if body == v.NONE:
        return v.text(shape.method_absent or "")
    if v.is_open(body) and not isinstance(body, (v.Text, v.Made)):
        return v.Apply("body", (body,), (shape.method_present, shape.method_absent))
    if isinstance(body, (v.Lost, v.Member)):
        return lost("the method depends on whether there is a body", body, label="method")
    return v.text(shape.method_present or "")


def absolute(fr: Frame, receiver: v.Value | None, url: v.Value) -> v.Value:
    """The URL that a client makes of what it is given, with its base."""
    if receiver is None:
        return url
    client = client_of(fr.ask, receiver)
    base = base_of(fr, receiver, client)
    if base is None:
        return url
    kind = client.join if client is not None else "append"
    return combine([base, url], lambda one, path: joined_url(one, path, kind))


def joined_url(base: v.Value, path: v.Value, kind: str) -> v.Value:
    """A path, or a whole URL, after a base: `append` or `reference`; waits where a caller may give a whole URL."""
    if base == v.NONE:
        return path
    pieces = pieces_of(path)
    first = pieces[0] if pieces else None
    if isinstance(first, v.Gap) and first.term is not None and not isinstance(first.term, v.Lost):
        return v.Apply("joined", (base, path), kind)
    joining = reference if kind == "reference" else append_path
    return v.Text(joining(pieces_of(base), pieces))


def base_of(fr: Frame, receiver: v.Value, client: ClientClass | None) -> v.Value | None:
    """The base URL of a client object, or None."""
    if isinstance(receiver, (v.Obj, v.Param)):
        held = fr.ask.attribute(fr, receiver, "base_url")
        if isinstance(held, (v.Func, v.Member, v.Scalar)) or (isinstance(held, v.Lost) and not held.environment and not held.evidence):
            return None
        if is_never_set(held):
            return None
        return held
    if not isinstance(receiver, v.Made):
        return None
    given = address_given(client, receiver.args) if client is not None else receiver.args.keyword("base_url")
    stored = of_library(fr, receiver, "base_url", given)
    if stored is not None:
        return stored
    connection = connection_of(argument(receiver.args, client.connection_slot)) if client is not None else None
    if connection is not None:
        return connection
    return None if given is None or given == v.NONE else given


def address_given(client: ClientClass, args: v.Arguments) -> v.Value | None:
    """The base URL, or the host as one, that a client's constructor is given; None where it is given none."""
    if client.host_slot is not None:
        host = argument(args, client.host_slot)
        return combine([host], _with_scheme) if host is not None else None
    return argument(args, client.base_slot)


def connection_of(name: v.Value | None) -> v.Value | None:
    """The base URL of a connection that is kept elsewhere, by its name: a setting that is called so."""
    text = v.known(name) if name is not None else None
    return lost(f"the connection `{text}` is not part of the code", label=text, environment=text) if text else None


def _with_scheme(host: v.Value) -> v.Value:
    pieces = pieces_of(host)
    return v.Text(pieces if is_absolute(pieces) else (v.Lit("https://"), *pieces))


def outgoing(fr: Frame, shape: Shape, method: v.Value, url: v.Value, args: v.Arguments, receiver: v.Value | None) -> Outgoing:
    """A request with what its arguments and its client say of query, body and credentials."""
    body = args.keyword("json") or args.keyword("data") or args.keyword("content") or args.keyword("body")
    body = body or argument(args, shape.body_slot)
    query = args.keyword("params") or args.keyword("fields") or argument(args, shape.query_slot)
    held = [value for name, value in args.keywords if name in ("headers", "auth", "token", "api_key")]
    by_position = argument(args, shape.headers_slot)
    held += [by_position] if by_position is not None else []
    if isinstance(receiver, v.Made):
        held += [value for name, value in receiver.args.keywords if name in ("headers", "auth", "token", "api_key")]
        for name in ("headers", "auth", "token"):
            stored = fr.held((receiver, name))
            held += [stored] if stored is not None else []
    elif isinstance(receiver, (v.Obj, v.Param)):
        held.append(fr.ask.attribute(fr, receiver, "headers"))
    hidden = args.kwstar if args.kwstar is not None else args.star
    return Outgoing(shape.library, method, url, query, body, hidden, tuple(held))


def request_parts(fr: Frame, value: v.Value) -> tuple[v.Value, v.Value, v.Arguments] | None:
    """Method, URL and arguments of a request object; None if it is none."""
    if isinstance(value, v.Obj):
        return _parts_of_subclass(fr, value)
    if not isinstance(value, v.Made):
        return None
    url = fr.held((value, "url")) or fr.held((value, "full_url"))
    method = fr.held((value, "method"))
    if value.name == "request":
        made_method, made_url = value.args.positional
        return method or made_method, url or made_url, value.args
    shape = fr.ask.models.requests.get(value.name)
    if shape is None:
        return None
    given = value.args
    data = fr.held((value, "data"))
    if data is not None and shape.body_slot is not None:
        given = v.Arguments(
            given.positional[:1], (*(k for k in given.keywords if k[0] != "data"), ("data", data)), given.star, given.kwstar
        )
    override = fr.held((value, "get_method"))
    if method is None and override is not None:
        method = fr.ask.call(fr, override, v.Arguments(), (fr.at((0, 0, 0, 0)),))
    url = url or argument(value.args, shape.url_slot)
    headers = fr.held((value, "headers"))
    if headers is not None:
        given = v.Arguments(given.positional, (*given.keywords, ("headers", headers)), given.star, given.kwstar)
    return method or method_of(shape, given), url if url is not None else lost("the call passes no URL", label="url"), given


INNER = "<request>"
"""Under which an object of a project's class that derives from a library's request holds what the library's own part was given."""


def keep_request(fr: Frame, owner: v.Value, args: v.Arguments) -> None:
    """Note what the library's part of an object is given, if that is a request."""
    cls = owner.cls if isinstance(owner, (v.Obj, v.Param)) else None
    name = next((one for one in fr.ask.external_bases(cls) if one in fr.ask.models.requests), None) if cls is not None else None
    if name is not None:
        fr.store((owner, INNER), v.Made(name, args))


def _parts_of_subclass(fr: Frame, value: v.Obj) -> tuple[v.Value, v.Value, v.Arguments] | None:
    inner = fr.held((value, INNER))
    parts = request_parts(fr, inner) if inner is not None else None
    if parts is None:
        return None
    method, url, given = parts
    says = find_method(fr.ask, value.cls, "get_method")
    if says is not None:
        method = fr.ask.call(fr, v.Func(says, value), v.Arguments(), (fr.at((0, 0, 0, 0)),))
    return fr.held((value, "method")) or method, fr.held((value, "url")) or fr.held((value, "full_url")) or url, given


def header_values(fr: Frame, values: tuple[v.Value, ...]) -> tuple[v.Value, ...]:
    """The texts and settings in values of headers or credentials, and what in them waits for a caller."""
    found: dict[v.Value, None] = {}
    pending: list[v.Value] = list(values)
    seen: set[v.Value] = set()
    while pending and len(seen) < 200:
        value = pending.pop()
        if value in seen:
            continue
        seen.add(value)
        if isinstance(value, v.Choice):
            pending.extend(option.value for option in value.options)
        elif isinstance(value, v.Ref):
            pending.append(content(fr, value))
        elif isinstance(value, v.Seq):
            pending.extend((*value.items, *((value.rest,) if value.rest is not None else ())))
        elif isinstance(value, v.Map):
            pending.extend(inner for key, inner in value.entries if (v.known(key) or "").lower() not in _NO_CREDENTIAL)
            pending.extend((value.rest,) if value.rest is not None else ())
        elif isinstance(value, v.Made):
            pending.extend(value.args.values())
        elif isinstance(value, v.Obj):
            pending.extend(held for key, held in _fields(fr, value))
        elif isinstance(value, v.Member) and (held := fr.held((value.owner, value.name))) is not None:
            pending.append(held)
        elif v.is_open(value) or isinstance(value, (v.Text, v.Lost, v.Member, v.External)):
            found[value] = None
    return tuple(found)


def _fields(fr: Frame, value: v.Obj) -> list[tuple[str, v.Value]]:
    held = {key[1]: x for key, x in fr.ask.world.heap.items() if isinstance(key, tuple) and key[0] == value}
    held.update({key[1]: x for key, x in fr.state.changes(None).items() if isinstance(key, tuple) and key[0] == value})
    return [(str(name), x) for name, x in held.items()]


_NO_CREDENTIAL = frozenset({"accept", "content-type", "user-agent"})
