"""Hosts: whose the beginning of a URL is, where it is not plainly a host.

Takes and gives the pieces of a URL; knows the names of Attio's hosts and those that stand for them, and nothing else.
"""

from __future__ import annotations

import re

from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.evidence import HOST
from attio_scopes.engine.domain.pieces import Pieces

API_HOST = "api.attio.com"

_AUTHORITY = re.compile(r"\s*https?://[^/?#]*$", re.IGNORECASE)
_DOMAIN = re.compile(r"\.attio\.com(?=[/?#]|$)", re.IGNORECASE)


def waits_for_its_host(pieces: Pieces) -> bool:
    """Whether a caller decides a part of the host (`f"https://{host}/v2"`)."""
    first = pieces[0] if pieces else None
    inside = isinstance(first, v.Lit) and _AUTHORITY.match(first.text) is not None and len(pieces) > 1
    return inside and any(isinstance(piece, v.Gap) and piece.term is not None for piece in pieces[1:2])


def plain_scheme(pieces: Pieces) -> Pieces:
    """A URL of which only the scheme is not known (`f"{scheme}://api.attio.com"`, `f"http{s}://…"`), with one."""
    before, after = pieces[:2], pieces[2:]
    if pieces and isinstance(pieces[0], v.Gap):
        before, after = pieces[:1], pieces[1:]
    elif not pieces or not isinstance(pieces[0], v.Lit) or pieces[0].text.strip().lower() != "http":
        return pieces
    rest = after[0] if after else None
    if not isinstance(before[-1], v.Gap) or not isinstance(rest, v.Lit) or not rest.text.startswith("://"):
        return pieces
    return (v.with_piece(rest, text=f"https{rest.text}"), *after[1:])


def plain_host(pieces: Pieces) -> Pieces:
    """A URL of which a part of the host is not known and the rest is Attio's, with Attio's host."""
    if len(pieces) < 2 or not isinstance(pieces[0], v.Lit) or _AUTHORITY.match(pieces[0].text) is None:
        return pieces
    gap, after = pieces[1], pieces[2] if len(pieces) > 2 else None
    if not isinstance(gap, v.Gap) or gap.term is not None:
        return pieces
    domain = _DOMAIN.match(after.text) if isinstance(after, v.Lit) else None
    if domain is not None and isinstance(after, v.Lit):
        return (v.Lit(f"https://{API_HOST}"), v.with_piece(after, text=after.text[domain.end() :]), *pieces[3:])
    named = "attio" in gap.environment.lower() or gap.evidence == HOST
    if named and gap.more:  # more than a part of the host
        return (v.Lit(f"https://{API_HOST}/"), *pieces[1:])
    return (v.Lit(f"https://{API_HOST}"), *pieces[2:]) if named else pieces


def without_prefix(hosts: frozenset[str], pieces: Pieces) -> Pieces:
    """A URL below a path of a host that stands for Attio's (`gateway.example/attio`), as Attio's own."""
    prefixes = [host for host in hosts if "/" in host]
    first = pieces[0] if prefixes and pieces else None
    if not isinstance(first, v.Lit):
        return pieces
    for prefix in prefixes:
        host, _, path = prefix.partition("/")
        found = re.match(rf"\s*https?://{re.escape(host)}(?::\d+)?/{re.escape(path)}(?=[/?#]|$)", first.text, re.IGNORECASE)
        if found is not None:
            return (v.with_piece(first, text=f"https://{API_HOST}{first.text[found.end() :]}"), *pieces[1:])
    return pieces
