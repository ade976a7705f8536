"""`attio-scopes explain`: a code, a scope or an endpoint in words. Takes the command line, prints text."""

from __future__ import annotations

import re
from collections.abc import Sequence

import click

from attio_scopes.cli.options import MANIFEST, VERBOSE
from attio_scopes.cli.output import put
from attio_scopes.model.errors import UserError
from attio_scopes.model.visible import visible


@click.command("explain")
@VERBOSE
@MANIFEST
@click.argument("query", nargs=-1, required=True, metavar="CODE | SCOPE | METHOD PATH")
def explain_command(query: tuple[str, ...], manifest_file: str | None) -> None:
    """Explain a code, a scope or an endpoint.

    \b
    Examples:
      attio-scopes explain ATS002
      attio-scopes explain unused-scope
      attio-scopes explain record_permission:read-write
      attio-scopes explain GET /v2/threads
    """
    put(_explained(query, manifest_file), None)


def _explained(query: Sequence[str], manifest_file: str | None) -> str:
    from attio_scopes.explain import code_text, find_code

    if len(query) == 1:
        code = find_code(query[0])
        if code is not None:
            return code_text(code)
        words = query[0].split(maxsplit=1)
        if len(words) == 2:
            return _endpoints(words[0], words[1], manifest_file)
        return _scope(query[0], manifest_file)
    if len(query) == 2:
        return _endpoints(query[0], query[1], manifest_file)
    raise UserError("explain takes one code, one scope, or a method and a path")


def _scope(text: str, manifest_file: str | None) -> str:
    from attio_scopes.explain import nearest_name, scope_text
    from attio_scopes.model.scope import Scope
    from attio_scopes.rulebook import load_manifest, load_scope_catalogue

    catalogue = load_scope_catalogue()
    rows = {row.resource: row for row in catalogue}
    try:
        scope = Scope.parse(text)
    except ValueError:
        scope = None
    if scope is None or scope.resource not in rows or str(scope.access) not in rows[scope.resource].accesses:
        near = nearest_name(text, catalogue)
        hint = f"; did you mean {near}?" if near else " (ATS001, note:read, or GET /v2/notes)"
        raise UserError(f"{visible(text)} is neither a code nor a scope{hint}")
    return scope_text(scope, rows[scope.resource], load_manifest(manifest_file))


def _endpoints(method: str, path: str, manifest_file: str | None) -> str:
    from attio_scopes.explain import endpoint_text
    from attio_scopes.manifest.search import find_endpoints, nearest
    from attio_scopes.rulebook import load_manifest

    if not re.fullmatch(r"[A-Za-z]+", method):
        raise UserError(f"{visible(method)} is not an HTTP method: explain GET /v2/notes")
    manifest = load_manifest(manifest_file)
    found = find_endpoints(manifest, method, path)
    if not found:
        near = nearest(manifest, method, path)
        hint = f"; the nearest is {near}" if near else ""
        raise UserError(f"Attio's reference has no {visible(method.upper())} {visible(path)}{hint}")
    return "\n".join(endpoint_text(endpoint) for endpoint in found)
