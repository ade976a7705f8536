"""`attio-scopes explain`: a code, a scope, an endpoint or a call in words. Takes the command line, prints text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from attio_scopes.cli.groups import Command
from attio_scopes.cli.options import COLOR, MANIFEST, PYTHON, VERBOSE, completion_scopes, manifest_in_use, painted, python_in_use, screen
from attio_scopes.cli.output import openable, put
from attio_scopes.model.errors import UserError
from attio_scopes.model.visible import visible

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def _complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Codes, their slugs, and scopes."""
    from click.shell_completion import CompletionItem

    from attio_scopes.model.finding import CODES

    known = [(name, code.meaning) for code in CODES for name in (code.id, code.slug)]
    known += completion_scopes(ctx)
    return [CompletionItem(name, help=told) for name, told in known if name.startswith(incomplete)]


@click.command("explain", cls=Command)
@VERBOSE
@MANIFEST
@PYTHON
@click.option("--all", "every", is_flag=True, help="Explain every code.")
@click.option(
    "--error", metavar="TEXT", help="Explain a refusal of Attio's: the body of a 403, or a line of a log; - reads standard input."
)
@COLOR
@click.argument("query", nargs=-1, metavar="CODE | SCOPE | METHOD PATH | FILE:LINE", shell_complete=_complete)
def explain_command(query: tuple[str, ...], manifest_file: str | None, every: bool, error: str | None, color: str) -> None:
    """Explain a code, a scope, an endpoint, how a call in the code was read, or an error.

    \b
    Examples:
      attio-scopes explain ATS002
      attio-scopes explain unused-scope
      attio-scopes explain record_permission:read-write
      attio-scopes explain GET /v2/threads
      attio-scopes explain crm/client.py:31
      attio-scopes explain --error - < error.log
    """
    look = screen(color, False)
    if every + bool(query) + (error is not None) != 1:
        raise click.UsageError("name a code, a scope, an endpoint or a place, or give --all or --error")
    if error is not None:
        put(painted(_error(error, manifest_file), look), None)
        return
    put(painted(_every_code(look.width) if every else _explained(query, manifest_file, look.width), look), None)


def _every_code(width: int) -> str:
    from attio_scopes.explain.codes import code_text
    from attio_scopes.model.finding import CODES

    return "\n".join(code_text(code, width) for code in CODES)


def _explained(query: Sequence[str], manifest_file: str | None, width: int) -> str:
    from attio_scopes.explain.codes import code_text, find_code

    place = re.fullmatch(r"(.+\.(?:py[iw]?|ipynb)):(\d{1,9})(?::\d+)?", query[0]) if len(query) == 1 else None
    if place is not None:
        return _call(place[1], int(place[2]), manifest_file)
    if len(query) == 1:
        code = find_code(query[0])
        if code is not None:
            return code_text(code, width)
        words = query[0].split(maxsplit=1)
        if len(words) == 2:
            return _endpoints(words[0], words[1], manifest_file)
        return _scope(query[0], manifest_file)
    if len(query) == 2:
        return _endpoints(query[0], query[1], manifest_file)
    raise UserError("explain takes one code, one scope, or a method and a path")


def _error(text: str, manifest_file: str | None) -> str:
    """What a refusal means for the project in the working folder."""
    import sys

    from attio_scopes.explain.endpoints import endpoint_text
    from attio_scopes.explain.refusal import error_text
    from attio_scopes.manifest.refusal import LARGEST, read_refusal
    from attio_scopes.pipeline import Request, run
    from attio_scopes.rule_files import load_manifest, load_scope_catalogue

    if text == "-":
        text = sys.stdin.buffer.read(LARGEST).decode("utf-8", "replace")
    manifest = load_manifest(manifest_in_use(manifest_file))
    catalogue = load_scope_catalogue(manifest)
    refusal = read_refusal(text, manifest, catalogue)
    if not (refusal.lacking or refusal.endpoints or refusal.other):
        hint = "give the body of Attio's answer, or a line with method and address (POST https://api.attio.com/v2/notes 403)"
        raise UserError(f"the text names neither a scope nor an endpoint of Attio's: {hint}")
    outcome = run(Request(manifest_file=manifest_file, verdict=False, python=python_in_use()))
    calls = [judged.call for judged in outcome.report.calls]
    tokens = [token for part in outcome.each for token in part.configuration.config.tokens]
    told = [endpoint_text(endpoint) for endpoint in refusal.endpoints]
    return error_text(refusal.lacking, refusal.endpoints, refusal.other, calls, tokens, catalogue, told)


MOST_IN_FULL = 3


def _call(file: str, line: int, manifest_file: str | None) -> str:
    """How the calls on a line were read, in the light of the whole project around the file."""
    import os

    from attio_scopes.explain.call import call_text, calls_at, fates_text
    from attio_scopes.model.finding import NOT_ANALYSED
    from attio_scopes.pipeline import Request, run
    from attio_scopes.report.needed import not_read

    if not os.path.isfile(file):
        raise UserError(f"{visible(file)}: no such file")
    outcome = run(Request(paths=(file,), manifest_file=manifest_file, verdict=False, python=python_in_use(), every_line=True))
    path = os.path.relpath(os.path.realpath(file), os.path.realpath(outcome.root)).replace(os.sep, "/")
    found = calls_at(outcome.report.calls, path, line)
    if len(found) > MOST_IN_FULL:
        places = [f"  {visible(judged.call.site.place.path)}:{judged.call.site.place.line}" for judged in found]
        return "\n".join([f"{len(found)} calls are sent through this line; explain one of them:", *places]) + "\n"
    unread = [finding for finding in outcome.report.findings if finding.code in NOT_ANALYSED]
    told = [*not_read(unread, openable(outcome.root)), *(f"note: {visible(note)}" for note in outcome.report.notes)]
    if found:
        return "\n".join([*(call_text(judged) for judged in found), *(f"{line}\n" for line in told)])
    if any(finding.place.path == path for finding in unread):
        raise UserError(f"{visible(file)}:{line}: whether there is a call to Attio is not known", *told)
    fates = fates_text([one for part in outcome.each for one in part.accounts], path, line)
    if fates:
        return "".join(["No call to Attio is reported for this line.\n", fates, *(f"{line}\n" for line in told)])
    lines = sorted({judged.call.site.place.line for judged in outcome.report.calls if judged.call.site.place.path == path})
    near = f"; calls of this file start on {', '.join(str(number) for number in lines)}" if lines else ""
    raise UserError(f"{visible(file)}:{line}: no call to Attio was found there{near}", *told)


def _scope(text: str, manifest_file: str | None) -> str:
    from attio_scopes.explain.codes import nearest_code
    from attio_scopes.explain.endpoints import scope_text
    from attio_scopes.manifest.words import scope_hint
    from attio_scopes.model.scope import Scope
    from attio_scopes.rule_files import load_manifest, load_scope_catalogue

    manifest = load_manifest(manifest_in_use(manifest_file))
    catalogue = load_scope_catalogue(manifest)
    if text in catalogue.scopes:
        scope = Scope.parse(text)
        return scope_text(scope, catalogue.row(scope.resource), manifest)
    code = nearest_code(text) if ":" not in text else None
    hint = f"; did you mean {code}?" if code else scope_hint(text, catalogue) or " (ATS001, note:read, or GET /v2/notes)"
    raise UserError(f"{visible(text)} is neither a code nor a scope{hint}")


def _endpoints(method: str, path: str, manifest_file: str | None) -> str:
    from attio_scopes.explain.endpoints import endpoint_text
    from attio_scopes.manifest.search import find_endpoints, nearest
    from attio_scopes.rule_files import load_manifest

    if not re.fullmatch(r"[A-Za-z]+", method):
        raise UserError(f"{visible(method)} is not an HTTP method: explain GET /v2/notes")
    manifest = load_manifest(manifest_in_use(manifest_file))
    found = find_endpoints(manifest, method, path)
    if not found:
        near = nearest(manifest, method, path)
        hint = f"; the nearest is {near}" if near else ""
        raise UserError(f"Attio's reference has no {visible(method.upper())} {visible(path)}{hint}")
    return "\n".join(endpoint_text(endpoint) for endpoint in found)
