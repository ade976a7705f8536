"""Receivers that are not known: a verb called on a parameter, an attribute or an object of a library without a model.

Takes such a call and notes a request if what it is given is an absolute URL of Attio's and nothing says that the receiver is a
cache, a queue, a response or a stand-in for tests.
"""

from __future__ import annotations

import re

from attio_scopes.model import facts as f
from attio_scopes.model import values as v
from attio_scopes.model.path import Literal, take_apart
from attio_scopes.resolve.containers import OF_A_RESPONSE
from attio_scopes.resolve.lineage import external_bases
from attio_scopes.resolve.machine import Frame, Machine
from attio_scopes.resolve.models import VERBS, Shape
from attio_scopes.resolve.pieces import append_path
from attio_scopes.resolve.sending import absolute, emit
from attio_scopes.resolve.text import combine, known, pieces_of

MOCKS = frozenset(
    {"responses", "respx", "requests_mock", "mock", "unittest", "pytest_httpx", "aioresponses", "vcr", "pook", "httpretty", "pytest",
     "betamax", "mocket", "pytest_mock", "wiremock", "httpserver", "pytest_httpserver"}
)  # fmt: skip


MOCK_PARAMETERS = frozenset(
    {"requests_mock", "respx_mock", "httpx_mock", "aioresponses", "mocker", "responses", "rsps", "mock_responses", "httpserver"}
)


def unknown_receiver(machine: Machine, callee: v.Member, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value | None:
    """A verb called on something unknown: a request if what it is given is an absolute URL of Attio's, or its base is."""
    name, owner = callee.name, callee.owner
    if name not in VERBS and name not in ("request", "stream", "fetch"):
        return None
    root: v.Value = owner
    while isinstance(root, v.Member):
        root = root.owner
    if isinstance(root, v.Parameter) and root.name in MOCK_PARAMETERS:
        return None
    if isinstance(root, (v.External, v.Made)) and root.name.partition(".")[0] in MOCKS:
        return None
    base = _own_base(machine, owner, frame) if isinstance(owner, v.Instance) else None
    if base is None and not _may_send(owner, args):
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
    elif base is not None:
        if not _is_a_path(url, args):
            return None
        url = combine([base, url], lambda parts: v.Text(append_path(pieces_of(parts[0]), pieces_of(parts[1]))))
    sends = False
    for option in v.options(url):
        host = take_apart(pieces_of(option.value)).host
        sends = sends or (host is not None and host in machine.hosts)
    if not sends:
        return None
    if isinstance(method, v.Text) and known(method) is not None and (known(method) or "").lower() not in VERBS:
        return None
    emit(machine, Shape("unknown"), method, url, args, owner if isinstance(owner, v.Made) else None, frame, span)
    return v.Made("response", v.Arguments())


_HTTP_KEYWORDS = frozenset(
    {
        "headers", "json", "params", "data", "timeout", "auth", "content", "files", "cookies", "verify", "allow_redirects",
        "follow_redirects", "ssl", "body",
    }
)  # fmt: skip


_LIBRARY_CLIENT = re.compile(r"Session|Client|Http|HTTP|Api|API|Rest|REST|Connector|Requester")
_BASES = ("base_url", "BASE_URL", "api_base_url", "api_url", "API_URL", "api_base", "root_url", "base")


def _own_base(machine: Machine, owner: v.Instance, frame: Frame) -> v.Value | None:
    """The base URL that a class of the project gives to the HTTP client of a library without a model, from which it derives."""
    named = [name.rpartition(".")[2] for name in external_bases(machine, owner.cls)]
    if not any(_LIBRARY_CLIENT.search(name) and not _NO_CLIENT.search(name.lower()) for name in named):
        return None
    for name in _BASES:
        held = machine.attribute(owner, name, frame)
        if any(isinstance(option.value, v.Text) and option.value.pieces for option in v.options(held)):
            return held
    return None


def _is_a_path(url: v.Value, args: v.Arguments) -> bool:
    """Whether a method named like a verb is given a path and no key: it begins with a slash, or what only requests have is beside it."""
    if any(name in _HTTP_KEYWORDS for name, _ in args.keywords):
        return True
    first = [pieces_of(option.value)[:1] for option in v.options(url)]
    return all(not pieces or not isinstance(pieces[0], Literal) or pieces[0].text.startswith(("/", "http")) for pieces in first)


_CLIENT = re.compile(r"(Session|Client|Http|HTTP|Scraper)$")
_HTTP_MODULE = re.compile(r"\.(http|requests|client|fetch)$")
_NO_CLIENT = re.compile(
    r"cache|queue|redis|store|memo|seen|page|browser|driver|dict|map|db|table|registry|lookup|config|response|result|body|payload|test"
)


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
    named = owner.name if isinstance(owner, (v.Parameter, v.Member)) else owner.label if isinstance(owner, v.Unknown) else ""
    return (
        isinstance(owner, (v.Parameter, v.Unknown, v.Member))
        and not args.open_
        and not _NO_CLIENT.search(named.lower())
        and not _from_response(owner)
    )


def _from_response(owner: v.Value) -> bool:
    """Whether something is what a response held."""
    while isinstance(owner, v.Member):
        owner = owner.owner
    if isinstance(owner, v.Unknown):
        return owner.reason == OF_A_RESPONSE
    return isinstance(owner, v.Made) and owner.name == "response"
