"""Fitting: which endpoints a path reaches, and whether a request of which only a part is known can be one to an endpoint.

Takes paths as somebody typed them, call sites, texts with holes and path templates. What is not known is answered with yes unless
nothing that the holes stand for could make it so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from attio_scopes.model.call import CallSite
from attio_scopes.model.endpoint import Endpoint
from attio_scopes.model.path import Hole, Piece


def endpoints_at(endpoints: Iterable[Endpoint], path: str) -> tuple[Endpoint, ...]:
    """Those of some endpoints that a path names.

    Args:
        endpoints: of the method, and of the host if that is known.
        path: a template, whatever its parameters are called, or a path as a request would have it.

    Returns:
        those whose template it is, or else those with the most literal segments, from the left, among the templates that it fits.
    """
    candidates = tuple(endpoints)
    exact = tuple(endpoint for endpoint in candidates if _names_aside(endpoint.path) == _names_aside(path))
    if exact:
        return exact
    fitting = [endpoint for endpoint in candidates if _fits(endpoint, path.split("/"))]
    best = min((_parameters_by_place(endpoint) for endpoint in fitting), default=())
    return tuple(endpoint for endpoint in fitting if _parameters_by_place(endpoint) == best)


def _names_aside(path: str) -> str:
    return re.sub(r"\{[^{}]*\}", "{}", path)


def _fits(endpoint: Endpoint, segments: list[str]) -> bool:
    template = endpoint.path.split("/")
    values = {parameter.name: parameter.values for parameter in endpoint.parameters}
    return len(template) == len(segments) and all(
        _segment_fits(part, segment, values) for part, segment in zip(template, segments, strict=True)
    )


def _segment_fits(part: str, segment: str, values: dict[str, tuple[str, ...]]) -> bool:
    if not (part.startswith("{") and part.endswith("}")):
        return part == segment
    listed = values.get(part[1:-1], ())
    return bool(segment) and (not listed or segment in listed or segment.startswith("{"))


def _parameters_by_place(endpoint: Endpoint) -> tuple[bool, ...]:
    """Which segments are parameters, from the left: the smallest is the most literal."""
    return tuple("{" in part for part in endpoint.path.split("/"))


def may_reach(site: CallSite, endpoint: Endpoint) -> bool:
    """Whether some reading of a call site leaves open that it is a request to the endpoint.

    Args:
        site: of a call whose method or path is not wholly known.
        endpoint: any.

    Returns:
        False only where method and path of every reading rule it out.
    """
    for reading in site.readings:
        if reading.method is not None and reading.method != endpoint.method:
            continue
        if not reading.url or may_be(reading.url, endpoint.path):
            return True
    return not site.readings


def may_be(url: tuple[Piece, ...], template: str) -> bool:
    """Whether text with holes can be an address with the path template: host and query do not count.

    Args:
        url: pieces of text and holes, as a call has them.
        template: `/v2/objects/{object}`.

    Returns:
        False only where no filling of the holes gives such an address.
    """
    pattern = _without_host(_characters(url))
    goal = tuple(_template_characters(template))
    # Two patterns side by side: which pairs of positions can be reached from the start? A hole there may hold the host.
    todo = [(0, 0)]
    seen = set(todo)
    while todo:
        at, to = todo.pop()
        if _at_end(pattern, at) and to == len(goal):
            return True
        for pair in _steps(pattern, goal, at, to):
            if pair not in seen:
                seen.add(pair)
                todo.append(pair)
    return False


def _at_end(pattern: Sequence[str | bool], at: int) -> bool:
    rest = pattern[at : at + 2]
    return not rest or rest[0] == "?" or (len(rest) == 1 and rest[0] == "/")


def _steps(pattern: Sequence[str | bool], goal: Sequence[str | None], at: int, to: int) -> Iterator[tuple[int, int]]:
    if at == len(pattern):
        return
    mine = pattern[at]
    theirs = goal[to] if to < len(goal) else ""
    if isinstance(mine, bool):  # a hole; True where it holds no slash
        yield at + 1, to
        if theirs != "" and not (mine and theirs == "/"):
            yield at, to + 1
    elif theirs is None:  # a parameter takes one or more characters other than a slash
        if mine != "/":
            yield at + 1, to
            yield at + 1, to + 1
    elif mine == theirs:
        yield at + 1, to + 1


def _characters(url: tuple[Piece, ...]) -> list[str | bool]:
    out: list[str | bool] = []
    for piece in url:
        if isinstance(piece, Hole):
            out.append(piece.single)
        else:
            out.extend(piece.text)
    return out


def _without_host(pattern: list[str | bool]) -> list[str | bool]:
    text = "".join("\0" if isinstance(c, bool) else c for c in pattern)
    scheme = text.find("://")
    if scheme >= 0:
        slash = text.find("/", scheme + 3)
        hole = text.find("\0", scheme + 3)
        if slash < 0 or 0 <= hole < slash:
            return pattern[hole:] if hole >= 0 else []
        return pattern[slash:]
    return pattern


def _template_characters(template: str) -> Iterable[str | None]:
    inside = False
    for character in template:
        if character == "{":
            inside = True
            yield None
        elif character == "}":
            inside = False
        elif not inside:
            yield character
