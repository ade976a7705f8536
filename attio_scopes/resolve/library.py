"""Library calls: what calling a name of a library, or a method of an object of one, gives and sends.

HTTP clients and SDKs are looked up in the client models; a few functions of the standard library that shape text, settings
and calls are in `builtin`. Anything else gives an opaque value.
"""

from __future__ import annotations

import re

from attio_scopes.model import facts as f
from attio_scopes.model import values as v
from attio_scopes.model.path import Hole, Literal, take_apart
from attio_scopes.resolve import builtin
from attio_scopes.resolve.containers import OF_A_RESPONSE, container_method
from attio_scopes.resolve.declared import send_configured
from attio_scopes.resolve.machine import Frame, Machine
from attio_scopes.resolve.models import VERBS, ClientClass, Sdk, SdkOperation, Shape
from attio_scopes.resolve.objects import external_bases, find_method, with_store
from attio_scopes.resolve.requests import Outgoing, credential_names, key_names, send
from attio_scopes.resolve.text import append_path, combine, is_absolute, known, pieces_of, reference, text_method

_MOCKS = frozenset(
    {"responses", "respx", "requests_mock", "mock", "unittest", "pytest_httpx", "aioresponses", "vcr", "pook", "httpretty", "pytest",
     "betamax", "mocket", "pytest_mock", "wiremock", "httpserver", "pytest_httpserver"}
)  # fmt: skip
_MOCK_PARAMETERS = frozenset(
    {"requests_mock", "respx_mock", "httpx_mock", "aioresponses", "mocker", "responses", "rsps", "mock_responses", "httpserver"}
)


def call_external(machine: Machine, name: str, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value:
    """Call a library's function or class by its dotted name."""
    shape = machine.models.functions.get(name)
    if shape is not None:
        return _send(machine, shape, args, None, frame, span)
    config = machine.models.configs.get(name)
    if config is not None:
        send_configured(machine, config, args, frame, span)
        return v.Made(name, v.Arguments())
    known_function = builtin.FUNCTIONS.get(name)
    if known_function is not None:
        given = known_function(machine, args, frame, span)
        if given is not None:
            return given
    root = name.partition(".")[0]
    if name in machine.models.classes and _is_mocked(args):
        return v.Made("mock.transport", args)
    if name in machine.models.classes or name in machine.models.requests or name in machine.models.sdks:
        return v.Made(name, args)
    if root in _MOCKS:
        return v.Made(name, args)
    from attio_scopes.resolve.invoke import call_back

    given = call_back(machine, v.External(name), args, frame, span)
    if (isinstance(given, v.Unknown) or name.rpartition(".")[2][:1].isupper()) and root != "builtins":
        return v.Made(name, args)
    return given


def _is_mocked(args: v.Arguments) -> bool:
    """Whether a client is given a transport that answers in place of the network."""
    transport = args.keyword("transport")
    return isinstance(transport, v.Made) and transport.name.rpartition(".")[2] in ("MockTransport", "ASGITransport", "WSGITransport", "MockRouter")


def call_member(machine: Machine, callee: v.Member, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value:
    """Call a method of an object that is not the project's."""
    owner, name = callee.owner, callee.name
    machine.note_call_on(owner)
    if isinstance(owner, v.Parameter) and owner.name in _MOCK_PARAMETERS:
        return v.Made("mock.stand_in", args)
    if isinstance(owner, v.Made):
        given = _call_made(machine, owner, name, args, frame, span)
        if given is not None:
            return given
    if isinstance(owner, v.Instance):
        client = client_of(machine, owner)
        if client is not None and name in client.methods:
            override = find_method(machine, owner.cls, "request") if name in VERBS else None
            if override is not None:
                through = v.Arguments((v.text(name.upper()), *args.positional), args.keywords, args.open_, args.outer)
                return machine.call(v.Callable_(override, owner), through, frame, span)
            return _send(machine, client.methods[name], args, owner, frame, span)
        if name in ("__init__", "__enter__", "__aenter__"):
            if name == "__init__":
                _keep_construction(client, args, frame)
                return v.NONE
            return owner
    operation = operation_of(machine, callee)
    if operation is not None:
        return _send_operation(machine, callee, operation, args, frame, span)
    _unknown_operation(machine, callee, args, frame, span)
    held = container_method(machine, owner, name, args, frame)
    if held is not None:
        return held
    if isinstance(owner, (v.Text, v.Parameter, v.Unknown, v.Member, v.Made)):
        from_unknown = _unknown_receiver(machine, callee, args, frame, span)
        if from_unknown is not None:
            return from_unknown
        if not isinstance(owner, v.Made):
            given_text = text_method(owner, name, args)
            if given_text is not None:
                return given_text
    from attio_scopes.resolve.invoke import call_back

    return call_back(machine, callee, args, frame, span)


def _keep_construction(client: ClientClass | None, args: v.Arguments, frame: Frame) -> None:
    """`super().__init__(...)` in a subclass of a library's client: the object keeps what the library's would keep."""
    for name, value in args.keywords:
        frame.names.setdefault("." + name, value)
    if client is not None and client.base_slot is not None:
        base = args.get(*client.base_slot)
        if base is not None:
            frame.names[".base_url"] = base


def client_of(machine: Machine, value: v.Value) -> ClientClass | None:
    """The client model of an object: of its library class, or of one that its class derives from."""
    if isinstance(value, v.Made):
        return machine.models.classes.get(value.name)
    if isinstance(value, v.Instance):
        for external in external_bases(machine, value.cls):
            if external in machine.models.classes:
                return machine.models.classes[external]
    return None


def _call_made(machine: Machine, owner: v.Made, name: str, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value | None:
    client = machine.models.classes.get(owner.name)
    if client is not None:
        if name in client.methods:
            return _send(machine, client.methods[name], args, owner, frame, span)
        if name in ("__enter__", "__aenter__"):
            return owner
    if owner.name in machine.models.requests and name == "prepare":
        return owner
    if owner.name in machine.models.sdks and name in ("__enter__", "__aenter__"):
        return owner
    given = builtin.made_method(machine, owner, name, args)
    if given is not None:
        return given
    if owner.name.partition(".")[0] in _MOCKS or (owner.name == "response" and not args.positional):
        return owner
    return None


def _argument(args: v.Arguments, slot: tuple[int | None, str] | None) -> v.Value | None:
    return args.get(slot[0], slot[1]) if slot is not None else None


def _send(machine: Machine, shape: Shape, args: v.Arguments, receiver: v.Value | None, frame: Frame, span: f.Span) -> v.Value:
    """Send (or make) the request that a call of this shape is."""
    if shape.request_slot is not None:
        return _send_request(machine, shape, args, receiver, frame, span)
    url = _argument(args, shape.url_slot)
    if url is None:
        url = _not_given("URL", args)
    method = _method(shape, args)
    if shape.makes_request:
        return v.Made("request", v.Arguments((method, absolute(machine, receiver, url)), args.keywords))
    _emit(machine, shape.library, method, absolute(machine, receiver, url), args, receiver, frame, span)
    return v.Made("response", v.Arguments())


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
            if parts is not None:
                method, url, keywords = parts
                if shape.makes_request:
                    return option.value
                _emit(machine, shape.library, method, absolute(machine, receiver, url), keywords, receiver, frame, span)
            elif shape.method_absent is not None and not shape.makes_request:
                method = _method_by_body(shape, args)
                _emit(machine, shape.library, method, option.value, args, receiver, frame, span)
        finally:
            frame.guards = held
    return given if shape.makes_request else v.Made("response", v.Arguments())


def request_parts(machine: Machine, value: v.Value) -> tuple[v.Value, v.Value, v.Arguments] | None:
    """Method, URL and arguments of a request object; None if it is none."""
    if not isinstance(value, v.Made):
        return None
    stores = dict(value.stores)
    if value.name == "request":
        method, url = value.args.positional
        return stores.get("method", method), stores.get("url", url), value.args
    shape = machine.models.requests.get(value.name)
    if shape is None:
        return None
    url = stores.get("url") or stores.get("full_url") or _argument(value.args, shape.url_slot)
    given = value.args
    if "data" in stores and shape.body_slot is not None:
        given = v.Arguments(given.positional[:1], (*(k for k in given.keywords if k[0] != "data"), ("data", stores["data"])), given.open_)
    method = stores.get("method") or _method(shape, given)
    override = stores.get("get_method")
    if isinstance(override, v.Callable_):
        method = machine.call(override, v.Arguments(), Frame(override.target.module, v.Scope({}, None, None)), f.NO_SPAN)
    return method, url if url is not None else v.Unknown("no URL is given", "url"), value.args


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


def _emit(
    machine: Machine, library: str, method: v.Value, url: v.Value, args: v.Arguments, receiver: v.Value | None, frame: Frame, span: f.Span
) -> None:
    """Note a request with what its arguments and its client say of query, body and credentials."""
    body = args.keyword("json") or args.keyword("data") or args.keyword("content") or args.keyword("body")
    query = args.keyword("params") or args.keyword("fields")
    held: list[v.Value | None] = [args.keyword("headers"), args.keyword("auth")]
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
            library,
            method,
            url,
            None if open_ and query is None else key_names(query),
            None if open_ and body is None else key_names(body, "data"),
            credential_names(*held),
        ),
    )


def operation_of(machine: Machine, callee: v.Member) -> SdkOperation | None:
    """The SDK operation that a method is: on an SDK object by resource and name, elsewhere by an unmistakable name."""
    owner: v.Value = callee.owner
    path: list[str] = []
    while isinstance(owner, v.Member):
        path.insert(0, owner.name)
        owner = owner.owner
    sdk = sdk_of(machine, owner)
    if sdk is not None:
        return sdk.operations.get((".".join(path), callee.name))
    if isinstance(owner, (v.Parameter, v.Unknown)) and uses_sdk(machine):
        return machine.models.sdk_operation(callee.name)
    return None


def sdk_of(machine: Machine, value: v.Value) -> Sdk | None:
    """The SDK whose client an object is, or derives from."""
    if isinstance(value, v.Made):
        return machine.models.sdks.get(value.name)
    if isinstance(value, v.Instance):
        return next((machine.models.sdks[name] for name in external_bases(machine, value.cls) if name in machine.models.sdks), None)
    return None


def _unknown_operation(machine: Machine, callee: v.Member, args: v.Arguments, frame: Frame, span: f.Span) -> None:
    """A method of an SDK's resource that the model does not have reaches Attio all the same: unresolved."""
    resource = callee.owner
    if not isinstance(resource, v.Member) or not isinstance(resource.owner, v.Made) or resource.owner.name not in machine.models.sdks:
        return
    sdk = machine.models.sdks[resource.owner.name]
    if any(name == resource.name for name, _ in sdk.operations):
        why = f"the model of the SDK has no method `{callee.name}`"
        url = v.Text((Literal(f"{sdk.base_url}/v2/"), Hole(callee.name, why)))
        send(machine, frame, span, Outgoing(sdk.library, v.Unknown(why, "method"), url, None, None, ()))


def uses_sdk(machine: Machine) -> bool:
    """Whether some module of the project imports an SDK (and has no module of that name itself)."""
    if machine.imports_sdk is None:
        machine.imports_sdk = _imports_sdk(machine)
    return machine.imports_sdk


def _imports_sdk(machine: Machine) -> bool:
    for module in machine.program.modules:
        for stmt in module.body:
            if isinstance(stmt, f.ImportFrom) and not stmt.level and stmt.module.partition(".")[0] in machine.models.sdk_modules:
                if machine.program.find(module, stmt.module, 0, tuple(name for name, _ in stmt.names or ())) is None:
                    return True
            if isinstance(stmt, f.Import) and any(name.partition(".")[0] in machine.models.sdk_modules for name, _ in stmt.names):
                if all(machine.program.find(module, name, 0) is None for name, _ in stmt.names):
                    return True
    return False


def _send_operation(machine: Machine, callee: v.Member, operation: SdkOperation, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value:
    """An SDK call as a request: its path's parameters are its arguments."""
    owner: v.Value = callee.owner
    while isinstance(owner, v.Member):
        owner = owner.owner
    sdk = sdk_of(machine, owner)
    given_base = next((owner.args.keyword(name) for name in sdk.base_slots), None) if sdk is not None and isinstance(owner, v.Made) else None
    pieces: list[v.Value] = [given_base or v.text(sdk.base_url if sdk is not None else "https://api.attio.com")]
    for part in operation.path.strip("/").split("/"):
        pieces.append(v.text("/"))
        if part.startswith("{"):
            given = args.keyword(part[1:-1])
            pieces.append(given if given is not None else v.Unknown("an argument of the SDK", part[1:-1], single=True))
        else:
            pieces.append(v.text(part))
    from attio_scopes.resolve.text import join

    names = [name for name, _ in args.keywords]
    credentials = (
        credential_names(*(owner.args.keyword(name) for name in sdk.credential)) if sdk is not None and isinstance(owner, v.Made) else ()
    )
    data = args.keyword("data")
    keys = None if args.open_ else frozenset(names)
    body = key_names(data) if data is not None else (frozenset() if not args.open_ else None)
    library = sdk.library if sdk is not None else "attio"
    send(machine, frame, span, Outgoing(library, v.text(operation.method), join(pieces), keys, body, credentials))
    return v.Made("response", v.Arguments())


def _unknown_receiver(machine: Machine, callee: v.Member, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value | None:
    """A verb called on something unknown: a request if what it is given is an absolute URL of Attio's, or its base is."""
    name, owner = callee.name, callee.owner
    if name not in VERBS and name not in ("request", "stream", "fetch"):
        return None
    root: v.Value = owner
    while isinstance(root, v.Member):
        root = root.owner
    if isinstance(root, v.Parameter) and root.name in _MOCK_PARAMETERS:
        return None
    if isinstance(root, (v.External, v.Made)) and root.name.partition(".")[0] in _MOCKS:
        return None
    if not _may_send(owner, args):
        return None
    if name in VERBS:
        method: v.Value | None = v.text(name.upper())
        url = args.get(0, "url")
    else:
        method = args.get(0, "method")
        url = args.get(1, "url")
    if method is None or url is None:
        return None
    if isinstance(owner, v.Made):
        url = absolute(machine, owner, url)
    sends = False
    for option in v.options(url):
        host = take_apart(pieces_of(option.value)).host
        sends = sends or (host is not None and host in machine.hosts)
    if not sends:
        return None
    if isinstance(method, v.Text) and known(method) is not None and (known(method) or "").lower() not in VERBS:
        return None
    _emit(machine, "unknown", method, url, args, owner if isinstance(owner, v.Made) else None, frame, span)
    return v.Made("response", v.Arguments())


_HTTP_KEYWORDS = frozenset(
    {"headers", "json", "params", "data", "timeout", "auth", "content", "files", "cookies", "verify", "allow_redirects", "follow_redirects", "ssl", "body"}
)  # fmt: skip
_NO_CLIENT = re.compile(r"cache|queue|redis|store|memo|seen|page|browser|driver|dict|map|db|table|registry|lookup|config|response|result|body|payload")


def _may_send(owner: v.Value, args: v.Arguments) -> bool:
    """Whether something unknown may be an HTTP client: it is given what only requests have, or nothing says that it is another thing."""
    if any(name in _HTTP_KEYWORDS for name, _ in args.keywords):
        return True
    if isinstance(owner, v.Made):
        return owner.args.keyword("base_url") is not None
    named = owner.name if isinstance(owner, (v.Parameter, v.Member)) else owner.label if isinstance(owner, v.Unknown) else ""
    return isinstance(owner, (v.Parameter, v.Unknown, v.Member)) and not args.open_ and not _NO_CLIENT.search(named.lower()) and not _from_response(owner)


def _from_response(owner: v.Value) -> bool:
    """Whether something is what a response held."""
    while isinstance(owner, v.Member):
        owner = owner.owner
    if isinstance(owner, v.Unknown):
        return owner.reason == OF_A_RESPONSE
    return isinstance(owner, v.Made) and owner.name == "response"


def set_header(value: v.Value, attribute: str, held: v.Value) -> v.Value:
    """A client object with more headers (or another store) merged in."""
    if isinstance(value, v.Made):
        before = dict(value.stores).get(attribute)
        if isinstance(before, v.Dict) and isinstance(held, v.Dict):
            held = v.Dict((*before.entries, *held.entries), before.complete and held.complete)
    return with_store(value, attribute, held)
