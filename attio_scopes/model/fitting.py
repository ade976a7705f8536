"""Fitting: which endpoints a path reaches, and whether a request of which only a part is known can be one to an endpoint.

Takes call sites, paths as somebody typed them, texts with holes, and endpoints. `align` lays a path over the templates, such as
`/v2/objects/{object}/records`, and says which holes would have to stand for literal text of a template: that is a guess, and callers must
not make it. `may_reach` answers with yes unless nothing that the holes stand for could make it so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product

from msgspec import Struct

from attio_scopes.model.call import CallSite
from attio_scopes.model.endpoint import Endpoint
from attio_scopes.model.path import Hole, Literal, Piece, render


class Alignment(Struct, frozen=True):
    """A path laid over a template.

    Attributes:
        key: the index of the template's endpoint.
        bindings: (parameter, its pieces).
        forced: holes that would have to stand for literal text of the template, or for a value outside a closed list.
        fixed: the pieces that line up with literal text of the template.
    """

    key: int
    bindings: tuple[tuple[str, tuple[Piece, ...]], ...]
    forced: tuple[Hole, ...]
    fixed: tuple[Piece, ...]


class Templates:
    """The path templates of endpoints by host and number of segments; lays paths over them."""

    def __init__(self, endpoints: Iterable[Endpoint]) -> None:
        """An endpoint's index among these is the key of its alignments."""
        self.endpoints = tuple(endpoints)
        self._by_shape: dict[tuple[str, int], list[tuple[int, tuple[str, ...]]]] = {}
        for key, endpoint in enumerate(self.endpoints):
            segments = tuple(part for part in endpoint.path.split("/") if part)
            self._by_shape.setdefault((endpoint.host, len(segments)), []).append((key, segments))
        self._values = [_closed_lists(endpoint) for endpoint in self.endpoints]

    def align(self, host: str, segments: tuple[tuple[Piece, ...], ...], method: str | None) -> tuple[Alignment, ...]:
        """Every template that the path may be, exact ones (nothing forced) before the others.

        Literal text wins over parameters: where a template fits exactly with more literal segments, exact fits with fewer
        are left out.

        Args:
            host: whose templates.
            segments: the path's segments, with the version prefix.
            method: upper case; None takes every method.
        """
        found = []
        for key, template in self._by_shape.get((host, len(segments)), ()):
            if method is not None and self.endpoints[key].method != method:
                continue
            alignment = _lay(key, template, segments, self._values[key])
            if alignment is not None:
                found.append((len(alignment.forced), -sum(not part.startswith("{") for part in template), alignment))
        exact = [item for item in found if item[0] == 0]
        if exact:
            most = min(item[1] for item in exact)
            exact_now = [item[2] for item in exact if item[1] == most]
            return tuple(exact_now) + tuple(item[2] for item in found if item[0])
        return tuple(item[2] for item in found)


@lru_cache(maxsize=2)
def templates_of(endpoints: tuple[Endpoint, ...]) -> Templates:
    """The templates of a manifest's endpoints, which are asked for by several stages and runs."""
    return Templates(endpoints)


def _closed_lists(endpoint: Endpoint) -> dict[str, tuple[str, ...]]:
    """The values that a parameter can have, where the reference lists them."""
    return {parameter.name: parameter.values for parameter in endpoint.parameters if parameter.values}


def _lay(
    key: int, template: tuple[str, ...], segments: tuple[tuple[Piece, ...], ...], values: dict[str, tuple[str, ...]]
) -> Alignment | None:
    bindings: list[tuple[str, tuple[Piece, ...]]] = []
    forced: list[Hole] = []
    fixed: list[Piece] = []
    for part, segment in zip(template, segments, strict=True):
        holes = [piece for piece in segment if isinstance(piece, Hole)]
        if part.startswith("{"):
            name = part[1:-1]
            allowed = values.get(name, ())
            if allowed and not holes and render(segment) not in allowed:
                return None
            if allowed and holes and len(segment) > 1 and not any(_may_read(value, segment) for value in allowed):
                return None
            bindings.append((name, segment))
        elif not holes:
            if render(segment) != part:
                return None
            fixed.extend(segment)
        elif _may_read(part, segment):
            forced.extend(holes)
            fixed.extend(piece for piece in segment if isinstance(piece, Literal))
        else:
            return None
    return Alignment(key, tuple(bindings), tuple(forced), tuple(fixed))


def _may_read(literal: str, segment: tuple[Piece, ...]) -> bool:
    """Whether a segment with holes can read as this text: known text in order, at the ends where it stands there."""
    at = 0
    for index, piece in enumerate(segment):
        if isinstance(piece, Hole):
            continue
        found = literal.find(piece.text, at)
        if found == -1 or (index == 0 and found != 0):
            return False
        at = found + len(piece.text)
    last = segment[-1]
    return isinstance(last, Hole) or literal.endswith(last.text)


def endpoints_at(endpoints: Iterable[Endpoint], path: str) -> tuple[Endpoint, ...]:
    """Those of some endpoints that a path names.

    Args:
        endpoints: of the method, and of the host if that is known.
        path: a template, whatever its parameters are called, or a path as a request would have it.

    Returns:
        those whose template it is, or else those with the most literal segments among the templates that it fits.
    """
    candidates = tuple(endpoints)
    exact = tuple(endpoint for endpoint in candidates if _names_aside(endpoint.path) == _names_aside(path))
    typed = path.removeprefix("/").split("/")
    if exact or not path.startswith("/") or not all(typed):
        return exact
    segments = tuple((Hole(text[1:-1], single=True) if text.startswith("{") else Literal(text),) for text in typed)
    templates = Templates(candidates)
    fitting = [one for host in dict.fromkeys(e.host for e in candidates) for one in templates.align(host, segments, None) if not one.forced]
    return tuple(candidates[key] for key in sorted(alignment.key for alignment in fitting))


def _names_aside(path: str) -> str:
    return re.sub(r"\{[^{}]*\}", "{}", path)


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
        if not reading.url or any(may_be(reading.url, template) for template in _written_out(endpoint)):
            return True
    return not site.readings


def _written_out(endpoint: Endpoint) -> Iterator[str]:
    """The template of an endpoint with every value of a parameter that has a list of them."""
    lists = _closed_lists(endpoint)
    for values in product(*lists.values()):
        template = endpoint.path
        for name, value in zip(lists, values, strict=True):
            template = template.replace(f"{{{name}}}", value)
        yield template


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
