"""Receivers that are not known: a verb called on a parameter, an attribute or an object of a library without a model.

Takes such a call and notes a request if what it is given is an absolute URL of Attio's and nothing says that the receiver is a cache, a
queue, a response or a stand-in for tests.
"""

from __future__ import annotations

import re

from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import combine
from attio_scopes.engine.domain.pieces import append_path, modelled
from attio_scopes.engine.domain.text import pieces_of
from attio_scopes.engine.domain.values import known
from attio_scopes.engine.emit import emit
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.library.bases import NO_CLIENT, base_of_derived, is_of_a_response, stands_in
from attio_scopes.engine.library.clients import absolute, outgoing, request_parts
from attio_scopes.engine.library.models import VERBS, Shape
from attio_scopes.engine.library.sdk import root_of
from attio_scopes.engine.summary import At
from attio_scopes.model.path import take_apart

HTTP_KEYWORDS = frozenset(
    {
        "headers", "json", "params", "data", "timeout", "auth", "content", "files", "cookies", "verify", "allow_redirects",
        "follow_redirects", "ssl", "body",
    }
)  # fmt: skip
_CLIENT = re.compile(r"(Session|Client|Http|HTTP|Scraper)$")
_HTTP_MODULE = re.compile(r"\.(http|requests|client|fetch)$")


def is_mocked(fr: Frame, args: v.Arguments) -> bool:
    """Whether a client is given a transport that answers in place of the network."""
    transport = args.keyword("transport")
    return isinstance(transport, v.Made) and transport.name.rpartition(".")[2] in fr.ask.products.transports


def send_unknown(fr: Frame, callee: v.Member, args: v.Arguments, here: tuple[At, ...]) -> bool:
    """Note the request of a verb called on something unknown, if what it is given is an absolute URL of Attio's, or its base is."""
    name, owner = callee.name, callee.owner
    if name == "send" and args.positional and isinstance(owner, (v.Lost, v.Member)):
        return _send_request(fr, args.positional[0], args, here)
    if name not in VERBS and name not in ("request", "stream", "fetch"):
        return False
    if not isinstance(owner, (v.Text, v.Lost, v.Member, v.Made, v.Obj, v.External, v.Super)):
        return False
    if stands_in(fr, root_of(owner)[0]):
        return False
    base = base_of_derived(fr, owner) if isinstance(owner, v.Obj) else None
    if base is None and not _may_send(owner, args):
        return False
    if name in VERBS:
        method: v.Value | None = v.text(name.upper())
        url = args.get(0, "url")
    else:
        method = args.get(0, "method")
        url = args.get(1, "url")
    if method is None or url is None:
        return False
    if isinstance(owner, v.Made):
        url = absolute(fr, owner, url)
    elif base is not None:
        if not is_a_path(url, args):
            return False
        url = combine([base, url], lambda one, path: v.Text(append_path(pieces_of(one), pieces_of(path))))
    hosts = {take_apart(modelled(pieces_of(option.value))).host for option in v.options(url)}
    if fr.ask.hosts.isdisjoint(host for host in hosts if host is not None):
        return False
    text = known(method)
    if text is not None and text.lower() not in VERBS:
        return False
    emit(fr, outgoing(fr, Shape("unknown"), method, url, args, owner if isinstance(owner, v.Made) else None), here)
    return True


def _send_request(fr: Frame, request: v.Value, args: v.Arguments, here: tuple[At, ...]) -> bool:
    """Note a request object that something unknown sends."""
    parts = request_parts(fr, request)
    if parts is not None:
        emit(fr, outgoing(fr, Shape("unknown"), parts[0], parts[1], parts[2], None), here)
    return parts is not None


def is_a_path(url: v.Value, args: v.Arguments) -> bool:
    """Whether a method named like a verb is given a path and no key: it begins with a slash, or what only requests have is beside it."""
    if any(name in HTTP_KEYWORDS for name, _ in args.keywords):
        return True
    first = [pieces_of(option.value)[:1] for option in v.options(url)]
    return all(not pieces or not isinstance(pieces[0], v.Lit) or pieces[0].text.startswith(("/", "http")) for pieces in first)


def _may_send(owner: v.Value, args: v.Arguments) -> bool:
    """Whether something unknown may be an HTTP client: it is given what only requests have, or nothing says that it is another thing."""
    if any(name in HTTP_KEYWORDS for name, _ in args.keywords):
        return True
    if isinstance(owner, v.Made):
        made = owner.name.rpartition(".")[2]
        return owner.args.keyword("base_url") is not None or (_CLIENT.search(made) is not None and not NO_CLIENT.search(owner.name.lower()))
    if isinstance(owner, v.External):
        module = "." not in owner.name or _HTTP_MODULE.search(owner.name) is not None
        return module and not NO_CLIENT.search(owner.name.lower())
    named = owner.name if isinstance(owner, v.Member) else owner.label if isinstance(owner, v.Lost) else ""
    return isinstance(owner, (v.Lost, v.Member)) and not args.open_ and not NO_CLIENT.search(named.lower()) and not is_of_a_response(owner)
