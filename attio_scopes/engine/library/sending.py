"""Sending: the request that a call of a client's method or function is.

Takes the shape of the call from the client models, the arguments and the client; hands what is sent to the frame and gives the response.
Never decides whether a request is Attio's.
"""

from __future__ import annotations

from attio_scopes.engine.construct import site_of
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.evidence import HOST, evidence, lost
from attio_scopes.engine.domain.hosts import API_HOST
from attio_scopes.engine.domain.reasons import A_DOCUMENT, REQUEST, why
from attio_scopes.engine.domain.text import shifted
from attio_scopes.engine.emit import emit
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.library.clients import (
    absolute,
    argument,
    connection_of,
    joined_url,
    method_of,
    not_given,
    outgoing,
    request_parts,
)
from attio_scopes.engine.library.models import Shape
from attio_scopes.engine.library.rewriting import as_it_leaves
from attio_scopes.engine.summary import Here
from attio_scopes.model import fate

RESPONSE = v.Made("response", v.Arguments())
_OF_ATTIO = v.Made("response", v.Arguments((), (("host", v.text(f"https://{API_HOST}")),)))


def response_to(url: v.Value) -> v.Value:
    """The response to a request; one of Attio's remembers whose it is, for its links."""
    return _OF_ATTIO if evidence(url) == HOST else RESPONSE


def send_call(fr: Frame, shape: Shape, args: v.Arguments, receiver: v.Value | None, here: Here) -> v.Value:
    """Send (or make) the request that a call of this shape is."""
    if shape.request_slot is not None:
        return _send_request(fr, shape, args, receiver, here)
    if shape.client_slot is not None:
        return _send_by_client(fr, shape, args, here)
    url = argument(args, shape.url_slot)
    if url is None:
        url = not_given("URL", args)
    method = method_of(shape, receiver.args if shape.maker_slot is not None and isinstance(receiver, v.Made) else args)
    connection = connection_of(argument(args, shape.connection_slot))
    whole = absolute(fr, receiver, url) if connection is None else joined_url(connection, url, "append")
    if shape.makes_request:
        fr.ask.world.ledger.note(here, fate.NO_SEND, "a request is made")
        return request_made(fr, method, whole, args, here)
    assumed = receiver.cls if isinstance(receiver, v.Obj) and receiver.site is None else None
    whole = as_it_leaves(fr, receiver, whole)
    emit(fr, outgoing(fr, shape, method, whole, args, receiver), here, assumed)
    return response_to(whole)


def _send_by_client(fr: Frame, shape: Shape, args: v.Arguments, here: Here) -> v.Value:
    """Send by a client what a document says at run time."""
    client = argument(args, shape.client_slot)
    for option in v.options(client) if client is not None else ():
        whole = absolute(fr, option.value, lost(A_DOCUMENT, label="path"))
        emit(fr, outgoing(fr, shape, lost(A_DOCUMENT, label="method"), whole, v.Arguments(), option.value), here)
    return v.Made(shape.library, args, site_of(fr, here))


def request_made(fr: Frame, method: v.Value, url: v.Value, args: v.Arguments, here: Here) -> v.Made:
    """A request object as a client makes it, with the client's base in its URL."""
    made = v.Made("request", v.Arguments((method, url), args.keywords), site_of(fr, here))
    if len(here) > 1:
        fr.store((made, _CALLS), v.Scalar(len(here)))
    return made


def _send_request(fr: Frame, shape: Shape, args: v.Arguments, receiver: v.Value | None, here: Here) -> v.Value:
    """Send a request object, or a URL where the function takes one too."""
    given = argument(args, shape.request_slot)
    fr.ask.world.ledger.note(here, fate.NO_SEND if shape.makes_request else fate.OUTSIDE, "a request object")
    if given is None:
        return lost("the call passes no request")
    for option in v.options(given):
        _send_one(fr, shape, option, args, receiver, here)
    return given if shape.makes_request else RESPONSE


def send_yielded(fr: Frame, value: v.Value, here: Here) -> None:
    """Send the request that a method yields, of a class whose library sends what such a method yields."""
    if fr.function is None or fr.owner is None:
        return
    name = fr.function.facts.name
    flow = next((one for base in fr.ask.external_bases(fr.owner) if (one := fr.ask.models.flows.get(f"{base}.{name}"))), None)
    if flow is not None:
        for option in v.options(value):
            _send_one(fr, flow, option, v.Arguments(), None, here)


def _send_one(fr: Frame, shape: Shape, option: v.Option, args: v.Arguments, receiver: v.Value | None, here: Here) -> None:
    state = fr.state
    parts = request_parts(fr, option.value)
    if shape.makes_request:
        return
    held = state.guards
    state.guards = held | option.guards
    try:
        if parts is not None:
            method, url, inner = parts
            made_here = isinstance(option.value, v.Made) and option.value.name == "request"  # its URL has the client's base already
            whole = url if made_here else absolute(fr, receiver, url)
            by = len(here) - _calls_of(fr, option.value)
            method, whole = shifted(method, by), shifted(whole, by)
            emit(fr, outgoing(fr, _shape_of(fr, shape, option.value), method, whole, inner, receiver), here)
        elif fr.ask.program.is_for_attio(here[0].path) and _is_unseen(option.value):
            unseen = lost(why(option.value, REQUEST), label="request")
            url = v.Text((v.Lit(f"https://{API_HOST}/v2/"), v.Gap(unseen.label, unseen.reason, more=True)))
            emit(fr, outgoing(fr, shape, unseen, url, args, receiver), here)
        elif shape.method_absent is not None:
            emit(fr, outgoing(fr, shape, method_of(shape, args), option.value, args, receiver), here)
    finally:
        state.guards = held


def _is_unseen(request: v.Value) -> bool:
    """Whether what is sent is nothing known, and no caller's."""
    return isinstance(request, (v.Made, v.Member)) or not (isinstance(request, v.Text) or v.is_open(request))


_CALLS = "<calls>"


def _calls_of(fr: Frame, request: v.Value) -> int:
    """Through how many calls a request object was made: its texts know at which of these they were decided."""
    held = fr.held((request, _CALLS))
    return held.value if isinstance(held, v.Scalar) and isinstance(held.value, int) else 1


def _shape_of(fr: Frame, shape: Shape, request: v.Value) -> Shape:
    own = fr.ask.models.requests.get(request.name) if isinstance(request, v.Made) else None
    return own if own is not None else shape
