"""Compares what a program sent with what the analyser says of it.

Takes a shape, its requests and the calls of the report; gives a verdict with its reasons. A request belongs to a call whose own lines
were on the stack, or one of whose `via` frames was while no other request explains the call's own line (threads and tasks cut the stack).

    ok            each request to Attio is named by a resolved call (or is unresolved, where the source does not tell it), and nothing else
    unresolved    a call is unresolved that the source tells
    silent        nothing is said of a request that is sent, or what is said leaves it out
    false alarm   a call is reported where nothing goes to Attio
    wrong         a call names an endpoint that is never sent from its lines, or the number of calls is another
    failed        the analysis broke down
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from attio_scopes.rule_files import load_manifest
from tests.executed.shapes import Shape
from tests.executed.transports import Sent

VERDICTS = ("ok", "unresolved", "silent", "false alarm", "wrong", "failed")
HOSTS = frozenset({"api.attio.com", "app.attio.com"})
TARGETS = frozenset({"objects", "lists"})


@dataclass(frozen=True, slots=True)
class Judged:
    """The verdict on a program, and a line for each reason."""

    verdict: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """A call of the report: where it and its frames are, what it names."""

    status: str
    place: tuple[str, int, int]
    via: tuple[tuple[str, int, int], ...]
    names: frozenset[str]
    text: str

    @classmethod
    def of(cls, call: Mapping[str, Any]) -> Said:
        """Out of the JSON report."""
        via = tuple((frame["path"], frame["line"], frame["line"]) for frame in call.get("via", ()))
        if call["endpoints"]:
            names = frozenset(f"{endpoint['method']} {endpoint['path']}" for endpoint in call["endpoints"])
        else:
            paths = {urlsplit(url).path for url in str(call["url"] or "").split(" or ")}
            names = frozenset(f"{method} {path}" for method in call["methods"] for path in paths)
        detail = " | ".join(sorted(names)) if call["endpoints"] else f"{'/'.join(call['methods'])} {call['url']} {call['reason'] or ''}"
        text = f"{call['path']}:{call['line']}: {call['status']} {detail}".strip()
        return cls(call["status"], (call["path"], call["line"], call["end_line"]), via, names, text)


@dataclass(frozen=True, slots=True)
class Request:
    """A request to Attio: the endpoint, or `METHOD /path` where the manifest has none, and the lines on the stack."""

    endpoint: str
    frames: tuple[tuple[str, int, int], ...]

    def has(self, place: tuple[str, int, int]) -> bool:
        """Whether a place was on the stack."""
        return any(place[0] == path and place[1] <= last and first <= place[2] for path, first, last in self.frames)


def requests_of(sent: Iterable[Sent]) -> tuple[list[Request], list[Request]]:
    """The requests to Attio, and the others (named by method and URL)."""
    to_attio: list[Request] = []
    others: list[Request] = []
    for method, url, frames in sent:
        parts = urlsplit(url)
        name = endpoint_of(method, parts.path) if parts.hostname in HOSTS else f"{method} {url}"
        (to_attio if parts.hostname in HOSTS else others).append(Request(name, tuple(frames)))
    return to_attio, others


@cache
def endpoint_of(method: str, path: str) -> str:
    """`METHOD /template` of the manifest that a path fits with the most literal segments; with the path itself where none does."""
    fitting = []
    for endpoint in load_manifest().endpoints:
        literal = _literal_segments(endpoint.path, path) if endpoint.method == method else None
        if literal is not None:
            fitting.append((literal, endpoint.path))
    return f"{method} {max(fitting)[1]}" if fitting else f"{method} {path}"


def _literal_segments(template: str, path: str) -> int | None:
    """How many literal segments of a template a path has; None where it does not fit."""
    wanted, given = template.strip("/").split("/"), re.sub("/+", "/", path).strip("/").split("/")
    if len(wanted) != len(given) or not all(given):
        return None
    count = 0
    for each, text in zip(wanted, given, strict=True):
        if not each.startswith("{"):
            if each != text:
                return None
            count += 1
        elif each == "{target}" and text not in TARGETS:
            return None
    return count


def judge(shape: Shape, sent: Iterable[Sent], calls: Sequence[Mapping[str, Any]]) -> Judged:
    """The verdict on a program whose analysis did not break down."""
    to_attio, others = requests_of(sent)
    said = [Said.of(call) for call in calls]
    found = [
        *(each for request in to_attio for each in _of_request(shape, request, to_attio, said)),
        *(each for call in said for each in _of_call(shape, call, to_attio, others)),
    ]
    if shape.calls is not None and len(said) != shape.calls:
        found.append(("wrong", f"{len(said)} calls, not {shape.calls}"))
    worst = max((verdict for verdict, _ in found), key=VERDICTS.index, default="ok")
    return Judged(worst, tuple(dict.fromkeys(f"{verdict}: {note}" for verdict, note in found)))


def _of_request(shape: Shape, request: Request, all_requests: Sequence[Request], said: Sequence[Said]) -> list[tuple[str, str]]:
    """What is wrong with what is said of a request; nothing where that is right."""
    explained = [call for call in said if _explains(call, request, all_requests)]
    if any(request.endpoint in call.names for call in explained if call.status == "resolved"):
        return []
    if any(_fits_unknown(call, request) for call in explained):
        return []
    if any(call.status == "unresolved" for call in explained):
        return [] if request.endpoint in shape.unknowable else [("unresolved", f"{_where(request)}: {request.endpoint}")]
    return [("silent", f"{_where(request)}: {request.endpoint}")]


def _explains(call: Said, request: Request, all_requests: Sequence[Request]) -> bool:
    if not request.frames or request.has(call.place):
        return True
    if any(other.has(call.place) for other in all_requests):
        return False  # it is about that one
    return any(request.has(frame) for frame in call.via)


def _fits_unknown(call: Said, request: Request) -> bool:
    """Whether a call that names no endpoint of the manifest names what was sent."""
    if call.status != "unknown-endpoint":
        return False
    method, path = request.endpoint.split(" ", 1)
    for name in call.names:
        said_method, said_path = name.split(" ", 1)
        pattern = re.sub(r"\\\{.*?\\\}", "[^/]+", re.escape(said_path.rstrip("/")))
        if said_method == method and re.fullmatch(pattern, path.rstrip("/")):
            return True
    return False


def _of_call(shape: Shape, call: Said, to_attio: Sequence[Request], others: Sequence[Request]) -> list[tuple[str, str]]:
    """What is wrong with a call; nothing where requests to Attio explain it."""
    own = [request for request in to_attio if request.has(call.place)]
    via = [request for request in to_attio if any(request.has(frame) for frame in call.via)]
    if call.status == "unresolved":
        cut = any(not request.frames for request in to_attio)
        return [] if own or via or cut or shape.may_be_unresolved else [("false alarm", call.text)]
    explaining = [request for request in to_attio if _explains(call, request, to_attio)]
    reached = {request.endpoint for request in explaining}
    never = [name for name in sorted(call.names) if name not in reached and not any(fnmatchcase(name, may) for may in shape.may)]
    if call.status == "unknown-endpoint":
        never = [] if any(_fits_unknown(call, request) for request in explaining) else never
    elsewhere = not own and any(request.has(call.place) for request in others)
    if elsewhere or (never and not own and not via):
        return [("false alarm", call.text)]
    return [("wrong", f"{call.text}: {', '.join(never)} is not sent from there")] if never else []


def _where(request: Request) -> str:
    return f"{request.frames[0][0]}:{request.frames[0][1]}" if request.frames else "a thread or task"
