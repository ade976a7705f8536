"""What a refusal of Attio's says: the scopes that were lacking, and the endpoint, out of an error's text or a line of a log around it.

Takes text and a manifest, gives scopes and endpoints. Nothing of the text itself is given back but names that the manifest or the catalogue
has: a log may hold a token.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from attio_scopes.manifest.prose import scopes_in
from attio_scopes.manifest.search import find_endpoints
from attio_scopes.manifest.words import meant_scopes
from attio_scopes.model.endpoint import Endpoint, Manifest, ScopeCatalogue
from attio_scopes.model.scope import Scope

LARGEST = 1_000_000
"""Characters of a text that is looked at; a body has a few hundred."""

_ACCESS = re.compile(
    r"\b(?P<access>read[-_ ]?write|read[-_ ]?only|read|write)[\"'`*\\]{0,3} access (?:to|for|on) (?:the )?"
    r"(?P<names>[\"'`*\\\w][\"'`*\\\w ,/-]{0,200}?)[\"'`*\\]{0,3} scopes?\b",
    re.I,
)
_BETWEEN = re.compile(r",| and | or |/", re.I)
_QUOTES = str.maketrans("", "", "\"'`*\\")
_REQUEST = re.compile(r"\b(GET|POST|PUT|PATCH|DELETE)\b[\"'\s,:]{1,5}(https?://[^\s\"'<>?#]{1,300}|/(?:v2|scim)/[^\s\"'<>?#]{0,300})")
_ADDRESS = re.compile(r"https?://[^\s\"'<>?#]{1,300}")
_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


class Refusal(Struct, frozen=True):
    """What a text says.

    Attributes:
        lacking: the scopes that it names, one of each tuple where the name fits several.
        endpoints: what was asked for; several where the text names no method.
        other: a code of the reference by which Attio refuses for another reason (a plan, a quota), or "".
    """

    lacking: tuple[tuple[Scope, ...], ...] = ()
    endpoints: tuple[Endpoint, ...] = ()
    other: str = ""


def read_refusal(text: str, manifest: Manifest, catalogue: ScopeCatalogue) -> Refusal:
    """Read a refusal.

    Args:
        text: the body of the answer, or what a log says of it.
        manifest: with the endpoints that may be named.
        catalogue: of the scopes that there are.

    Returns:
        what is in it; nothing where it names neither a scope nor an endpoint.
    """
    text = text[:LARGEST]
    known = set(catalogue.scopes)
    spelled: list[tuple[Scope, ...]] = [(scope,) for scope in sorted(scopes_in(text)) if str(scope) in known]
    lacking = tuple(dict.fromkeys([*spelled, *_in_words(text, catalogue)]))
    codes = {code for endpoint in manifest.endpoints for code in endpoint.refusals}
    other = next((code for code in sorted(codes) if re.search(rf"\b{re.escape(code)}\b", text)), "")
    return Refusal(lacking, tuple(dict.fromkeys(_endpoints(text, manifest))), other)


def _in_words(text: str, catalogue: ScopeCatalogue) -> Iterator[tuple[Scope, ...]]:
    """`Read-Write access to the Records scope`: what Attio's messages call a scope."""
    for found in _ACCESS.finditer(text):
        for name in _BETWEEN.split(found["names"].translate(_QUOTES)):
            meant = meant_scopes(f"{name.strip()}:{re.sub('[-_ ]', '_', found['access'].lower())}", catalogue)
            if meant:
                yield tuple(map(Scope.parse, meant))


def _endpoints(text: str, manifest: Manifest) -> Iterator[Endpoint]:
    named = [(found[1], found[2]) for found in _REQUEST.finditer(text)]
    for method, path in named:
        yield from find_endpoints(manifest, method, path)
    if not named:  # `403 Client Error: Forbidden for url: https://api.attio.com/v2/notes`
        for address in _ADDRESS.findall(text):
            for method in _METHODS:
                yield from find_endpoints(manifest, method, address)
