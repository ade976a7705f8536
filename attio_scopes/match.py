"""Match: what a call site needs, a fact about Attio.

Takes call sites and a manifest; gives calls with every endpoint that they may reach and the alternatives of its requirement
that may apply. Knows of no token. Never takes the first match: a site that may reach several endpoints gives them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attio_scopes.model.call import Call, CallSite, CallStatus, EndpointMatch, Reading
from attio_scopes.model.endpoint import Alternative, Endpoint, Manifest
from attio_scopes.model.fitting import Alignment, Templates, may_reach, templates_of
from attio_scopes.model.nearest import nearest_endpoints
from attio_scopes.model.path import Hole, Piece, render, take_apart
from attio_scopes.model.scope import Scope


def match(sites: Iterable[CallSite], manifest: Manifest, api_host: str = "api.attio.com") -> tuple[Call, ...]:
    """Match call sites with endpoints.

    Args:
        sites: of the program.
        manifest: the known endpoints.
        api_host: host whose templates serve hosts that the manifest does not know (a proxy, a test server).

    Returns:
        a call for each site, in the same order.
    """
    templates = templates_of(manifest.endpoints)
    hosts = {endpoint.host for endpoint in manifest.endpoints}
    return tuple(_call(site, manifest, templates, hosts, api_host) for site in sites)


def _call(site: CallSite, manifest: Manifest, templates: Templates, hosts: set[str], api_host: str) -> Call:
    matches: dict[tuple[str, tuple[Alternative, ...]], list[EndpointMatch]] = {}
    unknown: list[Reading] = []
    known: list[Reading] = []
    reason = site.reason
    for reading in site.readings:
        shape = take_apart(reading.url)
        host = shape.host if shape.host in hosts else api_host
        alignments = templates.align(host or api_host, shape.segments, reading.method)
        exact = [alignment for alignment in alignments if not alignment.forced]
        if exact:
            known.append(reading)
            for alignment in exact:
                endpoint = manifest.endpoints[alignment.key]
                found = _match(endpoint, alignment, reading)
                matches.setdefault((endpoint.key, found.alternatives), []).append(found)
        elif not alignments and reading.method is not None:
            unknown.append(reading)
    methods = tuple(
        sorted({r.method for r in site.readings if r.method is not None} | {m.endpoint.method for group in matches.values() for m in group})
    )
    url = " or ".join(dict.fromkeys(render(reading.url) for reading in site.readings))
    if reason is not None:
        return Call(site, CallStatus.UNRESOLVED, methods, url, (), reason, might_need=_might_need(site, manifest))
    if matches:
        order = sorted(matches.items(), key=lambda item: (item[0][0], [str(alternative.when) for alternative in item[0][1]]))
        joined = tuple(_joined(group) for _, group in order)
        return Call(site, CallStatus.RESOLVED, methods, url, joined, strays=_strays(unknown, known))
    nearest = _nearest(unknown[0], manifest) if unknown else None
    return Call(site, CallStatus.UNKNOWN_ENDPOINT, methods, url, (), "the reference has no such method and path", nearest)


def _match(endpoint: Endpoint, alignment: Alignment, reading: Reading) -> EndpointMatch:
    parameters = tuple((name, render(pieces)) for name, pieces in alignment.bindings)
    return EndpointMatch(endpoint, parameters, _possible(endpoint, alignment.bindings, reading))


def _possible(endpoint: Endpoint, bindings: tuple[tuple[str, tuple[Piece, ...]], ...], reading: Reading) -> tuple[Alternative, ...]:
    """The alternatives that the request's path, query and body leave open."""
    bound = dict(bindings)
    possible = []
    for alternative in endpoint.requirement.alternatives:
        when = alternative.when
        if when is None:
            possible.append(alternative)
        elif when.name in bound:
            pieces = bound[when.name]
            if any(isinstance(piece, Hole) for piece in pieces) or render(pieces) == when.value:
                possible.append(alternative)
        else:
            possible.append(alternative)
    decided = [a for a in possible if a.when is not None and _shown(a, reading)]
    return tuple(decided) if len(decided) == 1 and len(possible) > 1 else tuple(possible)


def _shown(alternative: Alternative, reading: Reading) -> bool:
    """Whether the request's query or body has a key that means this alternative."""
    when = alternative.when
    if when is None:
        return False
    return bool((reading.query_keys or frozenset()) & set(when.query_keys) or (reading.body_keys or frozenset()) & set(when.body_keys))


def _strays(unknown: list[Reading], known: list[Reading]) -> tuple[str, ...]:
    """Readings without an endpoint beside others that have one.

    Left out are those that nobody wrote: a method and a path that each belong to another reading (the source does not show which goes
    with which), and a path with one optional part more or less than a known one (the part is there whenever the request is sent).
    """
    methods, urls = {reading.method for reading in known}, {reading.url for reading in known}
    paths = [take_apart(reading.url).segments for reading in known]
    written = [reading for reading in unknown if reading.method not in methods or reading.url not in urls]
    written = [reading for reading in written if not any(_is_part(take_apart(reading.url).segments, path) for path in paths)]
    return tuple(dict.fromkeys(f"{reading.method} {render(reading.url)}" for reading in written))


def _is_part(one: Sequence[object], other: Sequence[object]) -> bool:
    """Whether one of two paths is the beginning of the other."""
    shorter = min(len(one), len(other))
    return tuple(one[:shorter]) == tuple(other[:shorter])


def _might_need(site: CallSite, manifest: Manifest) -> frozenset[Scope]:
    """What an unresolved call needs at the endpoints that are left."""
    left = (endpoint for endpoint in manifest.endpoints if may_reach(site, endpoint))
    return frozenset(scope for endpoint in left for alternative in endpoint.requirement.alternatives for scope in alternative.scopes)


def _joined(found: list[EndpointMatch]) -> EndpointMatch:
    """Several readings of one endpoint that need the same as one: differing parameters become a list of what they may be.

    Readings that need something else stay apart: the code really makes both requests, or chooses between them.
    """
    first = found[0]
    parameters = []
    for index, (name, _) in enumerate(first.parameters):
        texts = sorted({item.parameters[index][1] for item in found})
        parameters.append((name, "|".join(texts)))
    return EndpointMatch(first.endpoint, tuple(parameters), first.alternatives)


def _nearest(reading: Reading, manifest: Manifest) -> str | None:
    """The endpoints that are nearest, as text."""
    shape = take_apart(reading.url)
    segments = [None if any(isinstance(piece, Hole) for piece in segment) else render(segment) for segment in shape.segments]
    hosts = {endpoint.host for endpoint in manifest.endpoints}
    return " or ".join(nearest_endpoints(manifest, reading.method or "", segments, shape.host if shape.host in hosts else None)) or None
