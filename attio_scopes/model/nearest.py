"""The endpoints that are nearest to a request that no endpoint fits: by their templates, segment by segment, never by letters of the whole.

Takes a manifest, a method and a path's segments; gives one to three endpoints as text, or none. A read is never answered with a write,
and a removal only comes up where one was asked for. First comes the same path with another method, then one segment more or less, then
the same resource; what people are known to write instead of a path counts as that path.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import combinations

from msgspec import Struct

from attio_scopes.model.endpoint import Endpoint, Manifest

Segments = tuple[str | None, ...]
"""Of a path; None for one that is not all known."""
Values = dict[str, tuple[str, ...]]
"""The closed list of the values of a template's parameters."""

VERSION = "v2"
MOST = 3
LONGEST = 16
"""Segments. The longest template has nine; what is much longer is no slip of the pen, and would take long to compare."""
_LONGEST_WORD = 60
_CLOSE = 0.4
"""Candidates that cost this much more than the best one are named beside it."""
_FAR = 100
_READS = frozenset({"GET", "HEAD", "OPTIONS"})

# What a step from the request to a template costs. A segment that the request lacks is nearer than one that it has too much, and a word too
# much is further off than an id.
_OTHER_SPELLING = 1
_MISSPELT = 2
_UNKNOWN = 1
_A_WORD = 2
_LACKING = 3.5
_LACKING_TWO = 5
_ID_TOO_MUCH = 4
_WORD_TOO_MUCH = 6
_LISTED_BY_QUERY = 1
_ELSEWHERE = 2
_SAME_RESOURCE = 12
_METHODS = {
    ("POST", "PATCH"): 3.2, ("POST", "PUT"): 3.2, ("PUT", "PATCH"): 2, ("PUT", "POST"): 3, ("PATCH", "PUT"): 2, ("PATCH", "POST"): 5,
    ("DELETE", "PATCH"): 4.8, ("DELETE", "PUT"): 6,
}  # fmt: skip
_READ_INSTEAD = 5
_READ_BY_POST = 1

# What people write: words for one segment that mean the same, standard objects at the top, who-am-I under other names, things that
# stand below others as if they stood at the top.
_ALIKE = (
    frozenset({"query", "search", "filter", "find"}),
    frozenset({"workspace_member", "member"}),
    frozenset({"download", "content"}),
    frozenset({"recording", "call_recording"}),
)
_OBJECTS = frozenset({"people", "person", "company", "deal", "user", "workspace", "contact"})
_SELF = frozenset({"workspace", "me", "whoami", "identify", "identity", "token", "account", "user", "introspect"})
_INSTEAD: dict[str, Segments] = {
    "record": (VERSION, "objects", None, "records"),
    "entry": (VERSION, "lists", None, "entries"),
    "search": (VERSION, "objects", "records", "search"),
}


def nearest_endpoints(manifest: Manifest, method: str, segments: Sequence[str | None], host: str | None = None) -> tuple[str, ...]:
    """The endpoints that somebody may have meant.

    Args:
        manifest: the endpoints.
        method: upper case.
        segments: of the path, without empty ones; None for one that is not all known.
        host: that the request goes to, or None where that is not known.

    Returns:
        `METHOD /path` of up to three, the likeliest first; `METHOD https://host/path` where another host serves it.
    """
    costs: dict[Endpoint, float] = {}
    if len(segments) > LONGEST:
        return ()
    words = frozenset(_plain(part) for e in manifest.endpoints for part in _parts(e) if "{" not in part)
    for variant, extra in _variants(tuple(segments), manifest):
        for endpoint in manifest.endpoints:
            cost = extra + _cost(method, _Path(variant, words), endpoint)
            if cost < min(_FAR, costs.get(endpoint, _FAR)):
                costs[endpoint] = cost
    if not costs:
        return ()
    order = sorted(costs, key=lambda endpoint: (costs[endpoint], len(endpoint.path), endpoint.path, endpoint.method))
    main = host or next((endpoint.host for endpoint in manifest.endpoints if not endpoint.oauth), "")
    near = [endpoint for endpoint in order if costs[endpoint] <= costs[order[0]] + _CLOSE]
    return tuple(e.key if e.host == main else f"{e.method} https://{e.host}{e.path}" for e in near[:MOST])


def typed_segments(path: str) -> Segments:
    """The segments of a path or template that somebody typed; a parameter in braces is not known."""
    return tuple(None if "{" in part or part.startswith(":") else part for part in path.partition("?")[0].split("/") if part)


class _Path(Struct, frozen=True):
    """A path to compare with templates, and the words of all templates, which are not likely to be an id."""

    segments: Segments
    words: frozenset[str]


def _parts(endpoint: Endpoint) -> list[str]:
    return endpoint.path.strip("/").split("/")


# --- what a path may have been meant to be ----------------------------------------------------------------------


def _variants(segments: Segments, manifest: Manifest) -> Iterator[tuple[Segments, float]]:
    """The path, and what people are known to write it for, each with what that costs."""
    rest = _without_prefix(segments)
    if not any(rest):
        return
    if rest[0] is None:
        yield (VERSION, *rest), 0
        return
    yield segments, 0
    yield (VERSION, *rest), 0
    first = _plain(rest[0])
    if first == "scim":
        yield ("scim", VERSION, *_without_prefix(rest[1:])), 0
    if first in ("oauth", "authorize"):
        yield rest, 0
        yield tuple(part for part in rest if part != "oauth"), 0
    if (first in _SELF and len(rest) == 1) or _plain(rest[-1]) == "me":
        yield (VERSION, "self"), 0
    elif first in _OBJECTS:
        yield (VERSION, "objects", None, "records", *rest[1:]), 0
    if first in _INSTEAD:
        yield (*_INSTEAD[first], *rest[1:]), 0
    if first == "comment" and len(rest) == 1:
        yield (VERSION, "threads"), _LACKING
    for start in range(2, len(rest)):  # `/objects/people/records/5/notes`: notes are not below their record
        if rest[start] is not None:
            yield (VERSION, *rest[start:]), _ID_TOO_MUCH
    for above in _places_below(first, manifest):  # `/call_recordings/5`: they are below their meeting
        yield (*above, *rest[1:]), _ELSEWHERE


def _places_below(word: str, manifest: Manifest) -> tuple[Segments, ...]:
    """The beginnings of templates that end in a word which stands below something else: `/v2/meetings/{meeting_id}/call_recordings`."""
    found: dict[Segments, None] = {}
    for endpoint in manifest.endpoints:
        parts = _parts(endpoint)
        for at in range(2, len(parts)):
            if "{" not in parts[at] and _plain(parts[at]) == word:
                found[tuple(None if "{" in part else part for part in parts[: at + 1])] = None
    return tuple(found)


def _without_prefix(segments: Segments) -> Segments:
    """The path behind a version, and behind what people put before one (`api/v2`, `v2/v2`, `v1`)."""
    at = 0
    while at < len(segments) and re.fullmatch(r"v[0-9]+|api|rest", segments[at] or "", re.I):
        at += 1
    return segments[at:]


# --- how far an endpoint is ------------------------------------------------------------------------------------


def _cost(method: str, path: _Path, endpoint: Endpoint) -> float:
    """How far an endpoint is from a request; `_FAR` where it must not be named."""
    by_method = _by_method(method, endpoint)
    parts = _parts(endpoint)
    if by_method >= _FAR or (endpoint.oauth and not any(_word(segment, parts[0]) < _FAR for segment in path.segments if segment)):
        return _FAR
    values = {"{" + parameter.name + "}": parameter.values for parameter in endpoint.parameters}
    if method in _READS and endpoint.method == "POST" and parts[-1] in _ALIKE[0]:
        listed = _by_path(path, parts[:-1], values)
        if listed < _LACKING:
            return listed + _LISTED_BY_QUERY
    by_path = _by_path(path, parts, values)
    if by_path < _FAR:
        return by_path + by_method
    return _SAME_RESOURCE + by_method + abs(len(parts) - len(path.segments)) if _same_resource(path.segments, parts) else _FAR


def _by_method(method: str, endpoint: Endpoint) -> float:
    if method == endpoint.method:
        return 0
    if method in _READS:
        return _READ_BY_POST if _reads(endpoint) else _FAR
    if endpoint.method in _READS:
        return _READ_INSTEAD
    return _METHODS.get((method, endpoint.method), _FAR)


def _reads(endpoint: Endpoint) -> bool:
    """Whether an endpoint changes no data: by its method, by the scopes that it needs, or as one of OAuth's."""
    scopes = [scope for alternative in endpoint.requirement.alternatives for scope in alternative.scopes]
    return endpoint.method in _READS or endpoint.oauth or (bool(scopes) and all(str(scope.access) == "read" for scope in scopes))


def _by_path(path: _Path, parts: Sequence[str], values: Values) -> float:
    """The least cost of turning the path into the template: version and resource stay, of the rest two may be lacking or one too much."""
    segments = path.segments
    head = parts.index(VERSION) + 2 if VERSION in parts else 1
    if len(segments) < head or _segments_cost(path, segments[:head], parts[:head], values) >= _FAR:
        return _FAR
    lacking = len(parts) - len(segments)
    if lacking == 0:
        return _segments_cost(path, segments, parts, values)
    if lacking in (1, 2):
        kept = ([*parts[:head], *rest] for rest in combinations(parts[head:], len(segments) - head))
        least = min((_segments_cost(path, segments, chosen, values) for chosen in kept), default=_FAR)
        return least + (_LACKING if lacking == 1 else _LACKING_TWO)
    if lacking == -1:
        less = ((_too_much(segments[at]), (*segments[:at], *segments[at + 1 :])) for at in range(head, len(segments)))
        return min((cost + _segments_cost(path, left, parts, values) for cost, left in less), default=_FAR)
    return _FAR


def _too_much(segment: str | None) -> float:
    return _WORD_TOO_MUCH if segment is not None and re.fullmatch(r"[a-z][a-z_-]*", segment, re.I) else _ID_TOO_MUCH


def _segments_cost(path: _Path, segments: Segments, parts: Sequence[str], values: Values) -> float:
    """What it costs to take each segment for the part in its place."""
    total = 0.0
    for segment, part in zip(segments, parts, strict=True):
        total += _parameter(path, segment, values.get(part, ())) if "{" in part else _word(segment, part)
        if total >= _FAR:
            return _FAR
    return total


def _parameter(path: _Path, segment: str | None, listed: tuple[str, ...]) -> float:
    """What it costs to take a segment for a parameter; a template that says the word itself is nearer."""
    if listed:
        return 1 + (0 if segment is None else min(_word(segment, value) for value in listed))
    return _A_WORD if segment is not None and _plain(segment) in path.words else 0


def _word(segment: str | None, word: str) -> float:
    """What it costs to take a segment for a word of a template."""
    if segment is None:
        return _UNKNOWN
    if segment == word:
        return 0
    return _likeness(segment, word) if len(segment) <= _LONGEST_WORD else _FAR


@lru_cache(maxsize=10_000)
def _likeness(segment: str, word: str) -> float:
    """What it costs to take one word for another: the same in another number or spelling, one that means the same, or a slip."""
    one, other = _plain(segment), _plain(word)
    if one == other or any({one, other} <= alike for alike in _ALIKE):
        return _OTHER_SPELLING
    return _MISSPELT if SequenceMatcher(None, one, other).ratio() >= 0.75 else _FAR


def _plain(segment: str | None) -> str:
    """A segment in lower case, in the singular, with underscores; one that is too long for a word as it is."""
    return _singular(segment) if segment is not None and len(segment) <= _LONGEST_WORD else segment or ""


@lru_cache(maxsize=10_000)
def _singular(segment: str) -> str:
    word = re.sub(r"[-\s.]+", "_", segment.lower())
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-2] if word.endswith("uses") else word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _same_resource(segments: Segments, parts: Sequence[str]) -> bool:
    """Whether both begin with the same resource behind the version."""
    mine, theirs = _without_prefix(segments), _without_prefix(tuple(parts))
    return bool(mine and theirs and mine[0]) and "{" not in (theirs[0] or "{") and _plain(mine[0]) == _plain(theirs[0])
