"""Steps: what a client does on the way from `get` to the request that leaves, where the project puts its own in place of one.

Takes a call of a client's method; calls what stands in for the client's `request`, what builds or prepares the request object, and what
sends it. Which methods these are say the client models. Never sends anything where nothing is replaced.
"""

from __future__ import annotations

from attio_scopes.engine.domain import values as v
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.held import put_in_place
from attio_scopes.engine.library.clients import absolute, argument, method_of, not_given
from attio_scopes.engine.library.models import VERBS, ClientClass
from attio_scopes.engine.library.sending import request_made, send_call
from attio_scopes.engine.project.classes import find_method
from attio_scopes.engine.summary import Here


def by_own_steps(fr: Frame, client: ClientClass, owner: v.Value, name: str, args: v.Arguments, here: Here) -> v.Value | None:
    """What a method of a client gives that goes through steps of the project; None where it is all the library's own doing."""
    shape = client.methods[name]
    if shape.request_slot is not None or shape.makes_request:
        return None
    instead = _of_library_class(fr, owner, name)
    if instead is not None:
        return fr.ask.call(fr, instead, args, here)
    through_it = ("request", "_request")[name == "request" :] if name in VERBS or name == "request" else ()
    general = next((held for step in through_it if step in client.methods and (held := _replaced(fr, owner, step)) is not None), None)
    if general is not None and name == "request":
        return fr.ask.call(fr, general, args, here)
    if general is not None:
        through = v.Arguments((v.text(name.upper()), *args.positional), args.keywords, args.star, args.kwstar)
        return fr.ask.call(fr, general, through, here)
    own = {step: held for step in client.methods if (held := _replaced(fr, owner, step)) is not None}
    building = [step for step, one in client.methods.items() if one.makes_request and one.url_slot is not None]
    preparing = [step for step, one in client.methods.items() if one.makes_request and one.request_slot is not None]
    sending = [step for step, one in client.methods.items() if not one.makes_request and one.request_slot is not None]
    if own.keys().isdisjoint((*building, *preparing, *sending)) or not sending:
        return None
    url = argument(args, shape.url_slot)
    method, url = method_of(shape, args), url if url is not None else not_given("URL", args)
    built = next((own[step] for step in building if step in own), None)
    if built is not None:
        request = fr.ask.call(fr, built, v.Arguments((method, url), args.keywords), here)
    else:
        request = request_made(fr, method, absolute(fr, owner, url), args, here)
    for step in preparing:
        request = fr.ask.call(fr, own[step], v.Arguments((request,)), here) if step in own else request
    for step in sending:
        if step in own:
            return fr.ask.call(fr, own[step], v.Arguments((request,)), here)
    return send_call(fr, client.methods[sending[0]], v.Arguments((request,)), owner, here)


def _replaced(fr: Frame, owner: v.Value, step: str) -> v.Value | None:
    """What the project puts in place of a client's method: on the object, in its class, or in the library's class; None for nothing."""
    held = put_in_place(fr, owner, step)
    if isinstance(held, (v.Func, v.Partial)):
        return held if not (isinstance(held, v.Func) and held.target is fr.function) else None
    instead = _of_library_class(fr, owner, step)
    if instead is not None:
        return instead
    cls = owner.cls if isinstance(owner, (v.Obj, v.Param)) else None
    override = find_method(fr.ask, cls, step) if cls is not None else None
    return v.Func(override, owner) if override is not None and override is not fr.function else None


def _of_library_class(fr: Frame, owner: v.Value, step: str) -> v.Value | None:
    """What the project puts in place of a method in the library's class itself."""
    held = put_in_place(fr, v.External(owner.name), step) if isinstance(owner, v.Made) else None
    return v.Func(held.target, owner, held.scope) if isinstance(held, v.Func) and held.target is not fr.function else None
