"""Library calls: what calling a name of a library, or a method of an object of one, gives and sends.

HTTP clients and SDKs are looked up in the client models; a few functions of the standard library that shape text, settings
and calls are in `builtin`. Anything else gives an opaque value.
"""

from __future__ import annotations

from attio_scopes.model import facts as f
from attio_scopes.model import values as v
from attio_scopes.model.parts import bounded
from attio_scopes.resolve import builtin
from attio_scopes.resolve.callables import declare_provider
from attio_scopes.resolve.containers import container_method, first_item
from attio_scopes.resolve.curl import RUNNERS, send_curl
from attio_scopes.resolve.declared import send_configured
from attio_scopes.resolve.jobs import put_off
from attio_scopes.resolve.lineage import find_method
from attio_scopes.resolve.machine import Frame, Machine
from attio_scopes.resolve.models import VERBS, ClientClass
from attio_scopes.resolve.receivers import MOCK_PARAMETERS, MOCKS, unknown_receiver
from attio_scopes.resolve.sdk_calls import operation_of, send_operation, unknown_operation
from attio_scopes.resolve.sending import client_of, send_call
from attio_scopes.resolve.text import known, text_method
from attio_scopes.resolve.url_objects import url_method

# Objects of libraries that hold settings: Flask's `current_app.config`, Streamlit's `st.secrets`, and what is called like them.
_SETTINGS_GET = (".config.get", ".secrets.get", ".environ.get", ".settings.get", ".conf.get")


def call_external(machine: Machine, name: str, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value:
    """Call a library's function or class by its dotted name."""
    shape = machine.models.functions.get(name)
    if shape is not None:
        return send_call(machine, shape, args, None, frame, span)
    config = machine.models.configs.get(name)
    if config is not None:
        send_configured(machine, config, args, frame, span)
        return v.Made(name, v.Arguments())
    if name in RUNNERS:
        send_curl(machine, args, frame, span)
    if name.endswith(_SETTINGS_GET):
        return builtin.from_environment(args.get(0, "key"), args.get(1, "default"))
    known_function = builtin.FUNCTIONS.get(name)
    if known_function is not None:
        given = known_function(machine, args, frame, span)
        if given is not None:
            return given
    provider = declare_provider(machine, name, args, frame, span)
    if provider is not None:
        return provider
    root = name.partition(".")[0]
    lifespan = args.keyword("lifespan") or args.keyword("lifespan_handler")
    if lifespan is not None:
        _note_lifespan(machine, lifespan, frame)
    if name in machine.models.classes and _is_mocked(args):
        return v.Made("mock.transport", args)
    if name in machine.models.classes or name in machine.models.requests or name in machine.models.sdks:
        return v.Made(name, args)
    if root in MOCKS:
        return v.Made(name, args)
    owner, _, verb = name.rpartition(".")
    from_unknown = unknown_receiver(machine, v.Member(v.External(owner), verb), args, frame, span) if owner != "builtins" else None
    if from_unknown is not None:
        return from_unknown
    from attio_scopes.resolve.callbacks import call_back

    given = call_back(machine, v.External(name), args, frame, span)
    if (isinstance(given, v.Unknown) or name.rpartition(".")[2][:1].isupper()) and root != "builtins":
        return v.Made(name, args)
    return given


def _note_lifespan(machine: Machine, lifespan: v.Value, frame: Frame) -> None:
    """What a server's lifespan yields is its context: MCP servers hand it around as `lifespan_context`, ASGI ones as the state."""
    given = first_item(machine.call(lifespan, v.Arguments((v.Unknown("it is the server", "app"),)), frame, f.NO_SPAN))
    machine.gathered.note_shared(("request_context", "lifespan_context"), given)
    for key, held in given.entries if isinstance(given, v.Dict) else ():
        machine.gathered.note_shared(("state", known(key) or ""), held)


def _is_mocked(args: v.Arguments) -> bool:
    """Whether a client is given a transport that answers in place of the network."""
    transport = args.keyword("transport")
    return isinstance(transport, v.Made) and transport.name.rpartition(".")[2] in (
        "MockTransport",
        "ASGITransport",
        "WSGITransport",
        "MockRouter",
    )


def call_member(machine: Machine, callee: v.Member, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value:
    """Call a method of an object that is not the project's."""
    owner, name = callee.owner, callee.name
    machine.note_call_on(owner)
    if isinstance(owner, v.Parameter) and owner.name in MOCK_PARAMETERS:
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
                return machine.call(v.Function(override, owner), through, frame, span)
            return send_call(machine, client.methods[name], args, owner, frame, span)
        if name in ("__init__", "__enter__", "__aenter__"):
            if name == "__init__":
                _keep_construction(client, args, frame)
                return v.NONE
            return owner
    job = put_off(machine, callee, args, frame, span)
    if job is not None:
        return job
    operation = operation_of(machine, callee)
    if operation is not None:
        return send_operation(machine, callee, operation, args, frame, span)
    unknown_operation(machine, callee, args, frame, span)
    held = container_method(machine, owner, name, args, frame)
    if held is not None:
        return held
    if isinstance(owner, (v.Text, v.Parameter, v.Unknown, v.Member, v.Made, v.Instance)):
        from_unknown = unknown_receiver(machine, callee, args, frame, span)
        if from_unknown is not None:
            return from_unknown
        if not isinstance(owner, (v.Made, v.Instance)):
            given_text = url_method(owner, name, args) or text_method(owner, name, args)
            if given_text is not None:
                return bounded(given_text)
    from attio_scopes.resolve.callbacks import call_back

    return call_back(machine, callee, args, frame, span)


def _keep_construction(client: ClientClass | None, args: v.Arguments, frame: Frame) -> None:
    """`super().__init__(...)` in a subclass of a library's client: the object keeps what the library's would keep."""
    for name, value in args.keywords:
        frame.names.setdefault("." + name, value)
    if client is not None and client.base_slot is not None:
        base = args.get(*client.base_slot)
        if base is not None:
            frame.names[".base_url"] = base


def _call_made(machine: Machine, owner: v.Made, name: str, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value | None:
    client = machine.models.classes.get(owner.name)
    if client is not None:
        if name in client.methods:
            return send_call(machine, client.methods[name], args, owner, frame, span)
        if name in ("__enter__", "__aenter__"):
            return owner
    if owner.name in machine.models.requests and name == "prepare":
        return owner
    if owner.name in machine.models.sdks and name in ("__enter__", "__aenter__"):
        return owner
    given = builtin.made_method(machine, owner, name, args)
    if given is not None:
        return given
    if owner.name.endswith("dumps") and name in ("encode", "decode"):
        return owner
    if owner.name.partition(".")[0] in MOCKS or (owner.name == "response" and not args.positional):
        return owner
    return None
