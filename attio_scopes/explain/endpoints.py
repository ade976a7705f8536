"""Explain a scope or an endpoint in words, for a terminal.

Takes what was asked for together with the manifest and the row of the catalogue, gives text.
"""

from __future__ import annotations

from attio_scopes.model.endpoint import Endpoint, Manifest, ScopeInfo
from attio_scopes.model.scope import Access, Scope
from attio_scopes.model.visible import visible


def scope_text(scope: Scope, info: ScopeInfo | None, manifest: Manifest) -> str:
    """What a scope allows, and the endpoints that need it.

    Args:
        scope: the scope.
        info: its row of the catalogue, if it has one.
        manifest: of all endpoints.

    Returns:
        lines that end with a line feed.
    """
    other = Access.READ if scope.access is Access.READ_WRITE else Access.READ_WRITE
    lines = [str(scope)]
    if info is not None:
        lines.append(f"  Called {info.label} here (our name; no source says what Attio's settings call it).")
        lines.append(f"  {info.allows}" if info.allows else "  The manifest in use brings it; there are no words on it yet.")
        lines += [f"  Read from: {', '.join(info.source)}."] if info.source else []
    if scope.access is Access.READ_WRITE:
        lines.append(f"  It includes {scope.resource}:{other}.")
    exactly = _needing(manifest, scope)
    lines += ["", f"Endpoints that need it: {len(exactly)}", *(f"  {visible(endpoint.key)}" for endpoint in exactly)]
    narrower = _needing(manifest, Scope(scope.resource, other)) if scope.access is Access.READ_WRITE else ()
    if narrower:
        title = f"Endpoints that need {scope.resource}:{other}, which it includes: {len(narrower)}"
        lines += ["", title, *(f"  {visible(endpoint.key)}" for endpoint in narrower)]
    return "\n".join(lines) + "\n"


def _needing(manifest: Manifest, scope: Scope) -> tuple[Endpoint, ...]:
    return tuple(e for e in manifest.endpoints if any(scope in alternative.scopes for alternative in e.requirement.alternatives))


def endpoint_text(endpoint: Endpoint) -> str:
    """What an endpoint needs, in words."""
    lines = [visible(endpoint.key) + (f": {visible(endpoint.summary)}" if endpoint.summary else "")]
    if endpoint.deprecated:
        instead = f" It names {visible(endpoint.replaced_by)} instead." if endpoint.replaced_by else ""
        lines.append(f"  Attio's reference marks it as deprecated.{instead}")
    for alternative in endpoint.requirement.alternatives:
        scopes = " and ".join(str(scope) for scope in alternative.scopes) or "no scope"
        when = alternative.when
        if when is None:
            lines.append(f"  Needs {scopes}.")
            continue
        keys = [*(f"{key} in the query" for key in when.query_keys), *(f"{key} in the body" for key in when.body_keys)]
        told = f" (see {' or '.join(keys)})" if keys else ""
        lines.append(f"  Where {visible(when.name)} is {visible(when.value)}{told}: needs {scopes}.")
    if endpoint.levels:
        lines.append(f"  Serves tokens of: {', '.join(visible(level) for level in endpoint.levels)}.")
    lines.extend(f"  {line}" for line in _what_else(endpoint))
    if endpoint.docs:
        lines.append(f"  {visible(endpoint.docs)}")
    return "\n".join(lines) + "\n"


def _what_else(endpoint: Endpoint) -> list[str]:
    """What else decides whether a call goes through, and how well all of it is known."""
    lines = []
    if endpoint.stage:
        lines.append(f"It is in {endpoint.stage}, so it may still change.")
    if endpoint.on_request:
        lines.append("It has to be enabled for a workspace first.")
    if endpoint.plans:
        lines.append(f"The workspace needs the {' or the '.join(visible(plan) for plan in endpoint.plans)}.")
    if endpoint.refusals:
        codes = " or ".join(visible(code) for code in endpoint.refusals)
        lines.append(f"It may answer 403 with the code {codes}: that is not about scopes.")
    if not endpoint.in_newest:
        lines.append("It is not in the newest reference, which does not cover this part of the API.")
    if not endpoint.confirmed:
        lines.append("Its scopes are second-hand: no page of Attio's confirms them (`attio-scopes manifest show` names the source).")
    return lines
