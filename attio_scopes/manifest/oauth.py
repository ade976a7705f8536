"""The endpoints of OAuth itself, which an OpenAPI document names only in passing, in its security schemes.

Takes a document, gives the endpoints of its OAuth 2.0 flows; they need no scope, since they are what grants scopes. Never adds an
endpoint to an authorization server that no document names.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from msgspec import Struct

from attio_scopes.manifest.openapi import mapping
from attio_scopes.manifest.source import Document

# RFC 6749: GET has to work at the authorization endpoint (3.1), POST is what the token endpoint takes (3.2, and 6 for refreshing).
_FLOW_URLS = (
    ("authorizationUrl", "GET", "Ask a user to authorise an app"),
    ("tokenUrl", "POST", "Exchange a code for a token"),
    ("refreshUrl", "POST", "Refresh a token"),
)


class OAuthEndpoint(Struct, frozen=True):
    """An endpoint of an authorization server.

    Attributes:
        method, host, path, summary: what it is.
        source: id of the source that names it.
        place: where in the source.
    """

    method: str
    host: str
    path: str
    summary: str
    source: str
    place: str


class OAuthGuide(Struct, frozen=True):
    """Pages of an authorization server's own documentation: what they add to the references.

    Attributes:
        id, date, title, derived_from: the source as the manifest lists it; `date` is when the pages were read.
        extra: endpoints that no OpenAPI document has a place for.
        docs: address of the page of each path.
    """

    id: str
    date: str
    title: str
    derived_from: str
    extra: tuple[tuple[str, str, str], ...]
    docs: dict[str, str]


# Read on docs.attio.com, 2026-11. RFC 7662 (2.1) says POST too.
GUIDES: dict[str, OAuthGuide] = {
    "app.attio.com": OAuthGuide(
        id="attio-docs-oauth-2026-11",
        date="2026-11",
        title="Attio's pages on OAuth",
        derived_from="Read on docs.attio.com in November 2026: the endpoints and the addresses of their pages.",
        extra=(("POST", "/oauth/introspect", "Look up what a token grants"),),
        docs={
            "/authorize": "https://docs.attio.com/docs/oauth/authorize",
            "/oauth/token": "https://docs.attio.com/docs/oauth/token",
            "/oauth/introspect": "https://docs.attio.com/docs/oauth/introspect",
        },
    )
}


def read_oauth(document: Document) -> tuple[OAuthEndpoint, ...]:
    """The endpoints that the document's OAuth 2.0 flows name, and those that the server's own pages add.

    Args:
        document: any OpenAPI document.

    Returns:
        the endpoints, each once.
    """
    found: dict[tuple[str, str, str], OAuthEndpoint] = {}
    schemes = mapping(mapping(document.content.get("components")).get("securitySchemes"))
    flows = [flow for scheme in schemes.values() for flow in mapping(mapping(scheme).get("flows")).values()]
    for flow in flows:
        for key, method, summary in _FLOW_URLS:
            parts = urlsplit(str(mapping(flow).get(key, "")))
            if parts.netloc:
                endpoint = OAuthEndpoint(method, parts.netloc.lower(), parts.path or "/", summary, document.id, key)
                found.setdefault((method, endpoint.host, endpoint.path), endpoint)
    for host in dict.fromkeys(endpoint.host for endpoint in found.values()):
        for method, path, summary in GUIDES[host].extra if host in GUIDES else ():
            found.setdefault((method, host, path), OAuthEndpoint(method, host, path, summary, GUIDES[host].id, "page"))
    return tuple(found.values())
