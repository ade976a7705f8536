"""Finds endpoints of a manifest: by method and path, by scope, by words.

Takes a manifest and what somebody typed, gives endpoints or the nearest names. Never prints.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from attio_scopes.model.endpoint import Endpoint, Manifest
from attio_scopes.model.fitting import endpoints_at
from attio_scopes.model.nearest import nearest_endpoints, typed_segments
from attio_scopes.model.scope import Scope


def find_endpoints(manifest: Manifest, method: str, path: str) -> tuple[Endpoint, ...]:
    """Endpoints that a method and a path or URL reach.

    Args:
        manifest: where to look.
        method: any case.
        path: a template of the manifest, or a path or URL as a request would have it.

    Returns:
        the endpoint whose template this is, or else those with the most literal segments among the templates that it fits.
    """
    parts = urlsplit(path)
    wanted = "/" + re.sub(r"/+", "/", parts.path).strip("/")
    candidates = [
        endpoint for endpoint in manifest.endpoints if endpoint.method == method.upper() and parts.netloc.lower() in ("", endpoint.host)
    ]
    return endpoints_at(candidates, wanted)


def needing(manifest: Manifest, scope: Scope) -> tuple[Endpoint, ...]:
    """Endpoints of which some alternative needs exactly this scope."""
    return tuple(
        endpoint for endpoint in manifest.endpoints if any(scope in alternative.scopes for alternative in endpoint.requirement.alternatives)
    )


def containing(manifest: Manifest, words: Iterable[str]) -> tuple[Endpoint, ...]:
    """Endpoints in whose method, path, title, group or scopes every word occurs, in any case."""
    wanted = [word.casefold() for word in words]
    return tuple(endpoint for endpoint in manifest.endpoints if all(word in _haystack(endpoint) for word in wanted))


def nearest(manifest: Manifest, method: str, path: str) -> str | None:
    """The endpoints that are nearest to a method and a path or URL, as text, or None where nothing is."""
    parts = urlsplit(path)
    host = parts.netloc.lower()
    known = host if any(endpoint.host == host for endpoint in manifest.endpoints) else None
    return " or ".join(nearest_endpoints(manifest, method.upper(), typed_segments(parts.path), known)) or None


def scopes_of(manifest: Manifest) -> tuple[Scope, ...]:
    """Every scope that some endpoint needs, sorted."""
    return tuple(sorted({scope for endpoint in manifest.endpoints for held in endpoint.requirement.alternatives for scope in held.scopes}))


def _haystack(endpoint: Endpoint) -> str:
    scopes = {str(scope) for held in endpoint.requirement.alternatives for scope in held.scopes}
    return " ".join((endpoint.key, endpoint.host, endpoint.summary, endpoint.tag, *sorted(scopes))).casefold()
