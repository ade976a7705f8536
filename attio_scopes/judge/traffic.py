"""Traffic: what was really sent, beside what the report has and what is declared.

Takes the requests by method and path, and the calls of a report; gives what each lacks of the other. Knows no file and no address but
paths.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from attio_scopes.model.call import Call
from attio_scopes.model.endpoint import Endpoint
from attio_scopes.model.evidence import Evidence, Exchange, Seen
from attio_scopes.model.fitting import may_reach
from attio_scopes.model.scope import ScopeSet


def compare_with(
    requests: Sequence[Exchange],
    endpoint_of: Callable[[str, str], Endpoint | None],
    calls: Sequence[Call],
    declared: Iterable[ScopeSet],
    others: int,
) -> Evidence:
    """Compare.

    Args:
        requests: those to Attio.
        endpoint_of: the endpoint that a method and a path reach, or None.
        calls: of the report.
        declared: the scopes of each declared token; empty where none is.
        others: how many requests went to other hosts.
    """
    by_key: dict[str, tuple[Endpoint | None, list[Exchange]]] = {}
    for sent in requests:
        endpoint = endpoint_of(sent.method, sent.path)
        by_key.setdefault(endpoint.key if endpoint is not None else f"{sent.method} {sent.path}", (endpoint, []))[1].append(sent)
    tokens = list(declared)
    seen = [_seen(key, endpoint, some, calls, tokens) for key, (endpoint, some) in sorted(by_key.items(), key=_by_path)]
    keys = {one.key for one in seen}
    unseen = tuple(call for call in calls if call.matches and keys.isdisjoint(match.endpoint.key for match in call.matches))
    return Evidence(tuple(seen), unseen, others)


def _by_path(item: tuple[str, object]) -> tuple[str, str]:
    method, _, path = item[0].partition(" ")
    return path, method


def _seen(key: str, endpoint: Endpoint | None, sent: Sequence[Exchange], calls: Sequence[Call], tokens: Sequence[ScopeSet]) -> Seen:
    own = tuple(call for call in calls if any(match.endpoint.key == key for match in call.matches))
    if endpoint is None:
        own = tuple(call for call in calls if call.status.value == "unknown-endpoint" and key in _sends(call))
    unsure = [call for call in calls if call.status.value == "unresolved"]
    senders = [call for call in unsure if any(_led_to(call, one) for one in sent)]
    perhaps = tuple(call for call in senders or unsure if endpoint is not None and may_reach(call.site, endpoint)) if not own else ()
    ways = [tuple(alternative.scopes) for alternative in endpoint.requirement.alternatives] if endpoint is not None else []
    short = [min((held.uncovered(way) for way in ways), key=len) for held in tokens] if ways else []
    lacking = min(short, key=len, default=())
    needs = tuple(sorted({scope for way in ways for scope in way}))
    return Seen(key, endpoint, len(sent), sum(one.status == 403 for one in sent), own, perhaps, lacking, needs)


def _led_to(call: Call, sent: Exchange) -> bool:
    """Whether a request was sent from a call."""
    place = call.site.place
    return any(path == place.path and place.line <= line <= place.end_line for path, line in sent.frames)


def _sends(call: Call) -> list[str]:
    """`METHOD /path` of what a call to an unknown endpoint sends."""
    paths = ["/" + url.partition("://")[2].partition("/")[2].partition("?")[0] for url in call.url.split(" or ")]
    return [f"{method} {path}" for method in call.methods for path in paths]
