"""Receivers that are not known: a verb called on a parameter, an attribute or an object of a library without a model.

Takes such a call and notes a request if what it is given is an absolute URL of Attio's and nothing says that the receiver is a cache, a
queue, a response or a stand-in for tests.
"""

from __future__ import annotations

import re

from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import combine
from attio_scopes.engine.domain.evidence import lost, open_terms
from attio_scopes.engine.domain.pieces import append_path, is_absolute, modelled
from attio_scopes.engine.domain.reasons import IN_A_NAME, OF_A_RESPONSE
from attio_scopes.engine.domain.text import pieces_of
from attio_scopes.engine.domain.values import known
from attio_scopes.engine.emit import emit
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.library.clients import absolute, outgoing, request_parts
from attio_scopes.engine.library.models import VERBS, Shape
from attio_scopes.engine.summary import At
from attio_scopes.model.path import take_apart

STANDS_IN = "attio_scopes.double"
"""What a client is that is given a transport which answers in place of the network."""

_HTTP_KEYWORDS = frozenset(
    {
        "headers", "json", "params", "data", "timeout", "auth", "content", "files", "cookies", "verify", "allow_redirects",
        "follow_redirects", "ssl", "body",
    }
)  # fmt: skip
_LIBRARY_CLIENT = re.compile(r"Session|Client|Http|HTTP|Api|API|Rest|REST|Connector|Requester")
_BASES = ("base_url", "BASE_URL", "api_base_url", "api_url", "API_URL", "api_base", "root_url", "base")
_CLIENT = re.compile(r"(Session|Client|Http|HTTP|Scraper)$")
_HTTP_MODULE = re.compile(r"\.(http|requests|client|fetch)$")
_NO_CLIENT = re.compile(
    r"cache|queue|store|memo|seen|page|browser|driver|dict|map|db|table|registry|lookup|config|response|result|body|payload|test"
)


def is_mocked(fr: Frame, args: v.Arguments) -> bool:
    """Whether a client is given a transport that answers in place of the network."""
    transport = args.keyword("transport")
    return isinstance(transport, v.Made) and transport.name.rpartition(".")[2] in fr.ask.products.transports


def is_double(fr: Frame, name: str) -> bool:
    """Whether a library's name is of one that answers in place of the network."""
    return name == STANDS_IN or name.partition(".")[0] in fr.ask.products.doubles


def send_unknown(fr: Frame, callee: v.Member, args: v.Arguments, here: tuple[At, ...]) -> bool:
    """Note the request of a verb called on something unknown, if what it is given is an absolute URL of Attio's, or its base is."""
    name, owner = callee.name, callee.owner
    if name == "send" and args.positional and isinstance(owner, (v.Lost, v.Member)):
        return _send_request(fr, args.positional[0], args, here)
    if name not in VERBS and name not in ("request", "stream", "fetch"):
        return False
    if not isinstance(owner, (v.Text, v.Lost, v.Member, v.Made, v.Obj, v.External, v.Super)):
        return False
    root: v.Value = owner
    while isinstance(root, v.Member):
        root = root.owner
    if _stands_in(fr, root):
        return False
    base = _own_base(fr, owner) if isinstance(owner, v.Obj) else None
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
        if not _is_a_path(url, args):
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


_SENDS = frozenset({"get", "post", "put", "patch", "delete", "request", "fetch", "download"})
_OF_HTTP = frozenset({"http", "https", "client", "clients", "api", "rest", "requests", "request", "web", "net", "fetch"})
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def send_named(fr: Frame, owner: v.Value, name: str, args: v.Arguments, here: tuple[At, ...]) -> bool:
    """Note the request of a function or method that nobody knows and that is given Attio's address, where it is named like one that sends.

    With a verb among its arguments it is that; a verb that is only in a name is told as what is not known.
    """
    base = _own_base(fr, owner) if isinstance(owner, v.Obj) else None
    module = {word.lower() for word in _WORDS.findall(owner.name)} if isinstance(owner, v.External) else set()
    if base is None and (name in VERBS or module.isdisjoint(_OF_HTTP) or _stands_in(fr, owner) or _NO_CLIENT.search(name.lower())):
        return False
    verb = next((x for x in (args.keyword("method"), args.keyword("verb"), *args.positional[:1]) if x is not None and _is_verb(x)), None)
    if verb is None and _SENDS.isdisjoint(word.lower() for word in _WORDS.findall(name)):
        return False
    given = (args.keyword("url"), args.keyword("path"), args.keyword("uri"), *args.positional[:2])
    for url in (one for one in given if one is not None and one is not verb):
        if base is not None and isinstance(url, v.Text) and not is_absolute(url.pieces) and _is_a_path(url, args):
            url = combine([base, url], lambda one, path: v.Text(append_path(pieces_of(one), pieces_of(path))))
        if any(isinstance(o.value, v.Text) and take_apart(modelled(o.value.pieces)).host in fr.ask.hosts for o in v.options(url)):
            method = verb if verb is not None else lost(IN_A_NAME, label="method")
            emit(fr, outgoing(fr, Shape("unknown"), method, url, args, None), here)
            return True
    return False


def _is_verb(value: v.Value) -> bool:
    text = known(value)
    return text is not None and text.lower() in VERBS


def _stands_in(fr: Frame, root: v.Value) -> bool:
    """Whether something comes out of a stand-in for the network: of a test library, or of a fixture that is one."""
    if isinstance(root, (v.External, v.Made)):
        return is_double(fr, root.name)
    if not isinstance(root, v.Lost):
        return False
    given = {term.root.rpartition(":")[2] for term in open_terms(root) if isinstance(term, v.Param)}
    return not fr.ask.products.fixtures.isdisjoint(given | ({root.label} if root.parameter else set()))


def _own_base(fr: Frame, owner: v.Obj) -> v.Value | None:
    """The base URL that a class of the project gives to the HTTP client of a library without a model, from which it derives."""
    named = [name.rpartition(".")[2] for name in fr.ask.external_bases(owner.cls)]
    if not any(_LIBRARY_CLIENT.search(name) and not _NO_CLIENT.search(name.lower()) for name in named):
        return None
    for name in _BASES:
        held = fr.ask.attribute(fr, owner, name)
        if any(isinstance(option.value, v.Text) and option.value.pieces for option in v.options(held)):
            return held
    return None


def _is_a_path(url: v.Value, args: v.Arguments) -> bool:
    """Whether a method named like a verb is given a path and no key: it begins with a slash, or what only requests have is beside it."""
    if any(name in _HTTP_KEYWORDS for name, _ in args.keywords):
        return True
    first = [pieces_of(option.value)[:1] for option in v.options(url)]
    return all(not pieces or not isinstance(pieces[0], v.Lit) or pieces[0].text.startswith(("/", "http")) for pieces in first)


def _may_send(owner: v.Value, args: v.Arguments) -> bool:
    """Whether something unknown may be an HTTP client: it is given what only requests have, or nothing says that it is another thing."""
    if any(name in _HTTP_KEYWORDS for name, _ in args.keywords):
        return True
    if isinstance(owner, v.Made):
        made = owner.name.rpartition(".")[2]
        return owner.args.keyword("base_url") is not None or (
            _CLIENT.search(made) is not None and not _NO_CLIENT.search(owner.name.lower())
        )
    if isinstance(owner, v.External):
        module = "." not in owner.name or _HTTP_MODULE.search(owner.name) is not None
        return module and not _NO_CLIENT.search(owner.name.lower())
    named = owner.name if isinstance(owner, v.Member) else owner.label if isinstance(owner, v.Lost) else ""
    return isinstance(owner, (v.Lost, v.Member)) and not args.open_ and not _NO_CLIENT.search(named.lower()) and not _from_response(owner)


def _from_response(owner: v.Value) -> bool:
    """Whether something is what a response held."""
    while isinstance(owner, v.Member):
        owner = owner.owner
    if isinstance(owner, v.Lost):
        return owner.reason == OF_A_RESPONSE
    return isinstance(owner, v.Made) and owner.name == "response"
