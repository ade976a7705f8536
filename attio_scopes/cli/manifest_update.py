"""`attio-scopes manifest update`: a manifest of Attio's published description. Takes the command line, writes one file with --yes.

What changes in the manifest, and what that means for the calls of the project at hand, is shown before anything is written. No
token is sent: the description is public.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec.structs import replace

from attio_scopes.cli.exits import ExitCode
from attio_scopes.cli.options import CONFIG, INCLUDE_TESTS, PATHS, VERBOSE, a_number, analyse, request
from attio_scopes.cli.output import put, tell
from attio_scopes.configure.manifest_file import NAME
from attio_scopes.manifest.age import today
from attio_scopes.model.errors import UserError
from attio_scopes.model.visible import visible

if TYPE_CHECKING:
    from attio_scopes.manifest.source import Document
    from attio_scopes.model.change import SeenCall, Snapshot
    from attio_scopes.model.endpoint import Manifest
    from attio_scopes.pipeline import Request

PUBLISHED = "https://api.attio.com/openapi/api"
LARGEST = 64 * 1024 * 1024
"""Bytes. The description has about one million."""


@click.command("update")
@VERBOSE
@INCLUDE_TESTS
@CONFIG
@PATHS
@click.option("--from", "file", metavar="FILE", help=f"Read this OpenAPI document instead of {PUBLISHED}.")
@click.option("--with", "more", multiple=True, metavar="FILE", help="Take in what this older OpenAPI document says, too.")
@click.option("--url", metavar="URL", help="Fetch the document from there (a mirror, a test server).")
@click.option("--proxy", metavar="URL", help="Fetch through this HTTP proxy; env for the one that HTTPS_PROXY names.")
@click.option(
    "--timeout", type=click.FloatRange(0.1, 600), callback=a_number, default=60.0, show_default=True, help="Seconds for the whole download."
)
@click.option("--manifest", "manifest_file", metavar="FILE", help="The one to compare with.  [default: the one in use]")
@click.option(
    "--output", "-o", metavar="FILE", help=f"What to write.  [default: the project's manifest, else {NAME} beside its configuration]"
)
@click.option("--yes", is_flag=True, help="Write the manifest. Without it nothing is written.")
def update_command(
    paths: tuple[str, ...],
    config_file: str | None,
    include_tests: bool,
    file: str | None,
    more: tuple[str, ...],
    url: str | None,
    proxy: str | None,
    timeout: float,
    manifest_file: str | None,
    output: str | None,
    yes: bool,
) -> int:
    """Bring the manifest up to date with Attio's published description.

    Shows what changes in the manifest and which calls of the project that concerns. What the description does not cover
    (SCIM, OAuth) is kept from the manifest in use. Every command then uses the file that is written. The exit code is 1 if
    something changes and was not written.

    \b
    Examples:
      attio-scopes manifest update
      attio-scopes manifest update src --yes
    """
    from attio_scopes.cli.whole_file import refuse_outside, refuse_strays
    from attio_scopes.configure import find
    from attio_scopes.disk import write_text
    from attio_scopes.manifest.build import build_manifest
    from attio_scopes.manifest.diff import compare
    from attio_scopes.manifest.emit import emit_manifest
    from attio_scopes.manifest.source import read_documents
    from attio_scopes.rule_files import MANIFEST, load_manifest, load_source_facts, manifest_data, read_manifest, rules_folder

    if file is not None and url is not None:
        raise UserError("--from and --url exclude each other")
    target, found = _target(paths, config_file, output)
    refuse_strays(target, report=False)
    configuration = config_file or find(next(iter(paths), "."))
    if output is None and configuration is not None:
        refuse_outside(target, os.path.dirname(os.path.abspath(configuration)), "--output")
    old_file = manifest_file or found
    documents = read_documents((file, *more)) if file is not None else (_fetched(url or PUBLISHED, timeout, proxy), *read_documents(more))
    earlier = [manifest_data(old_file), *([manifest_data(None)] if old_file is not None else [])]
    data = build_manifest(documents, load_source_facts(), earlier)
    text = emit_manifest(data)
    old = load_manifest(old_file)
    with tempfile.TemporaryDirectory(prefix="attio-scopes-") as folder:
        new_file = os.path.join(folder, "manifest.yaml")
        Path(new_file).write_text(text, encoding="utf-8", newline="\n")
        changes = compare(old, read_manifest(new_file))
        put("".join(f"{line}\n" for line in _changes(changes)), None)
        wanted = request(paths, config_file, old_file or str(rules_folder() / MANIFEST), include_tests, verdict=False)
        put("".join(f"{line}\n" for line in _calls(wanted, new_file, asked=bool(paths))) if changes else "", None)
    for line in _remarks(data, documents, old):
        tell(line)
    if yes:
        write_text(Path(target), text)
        tell(f"wrote {visible(target)}" + (f": use it with --manifest {visible(target)}" if output is not None else ""))
        return ExitCode.OK
    if changes:
        tell("nothing was written; --yes writes the new manifest")
    return ExitCode.FINDINGS if changes else ExitCode.OK


def _target(paths: Sequence[str], config_file: str | None, output: str | None) -> tuple[str, str | None]:
    """The file to write, and the manifest to compare with: what is there already, or the one in use, or None for the shipped one."""
    from attio_scopes.configure import find, manifest_in_use, named_manifest

    start = next(iter(paths), ".")
    named = named_manifest(start, config_file)
    there = manifest_in_use(start, config_file) if named is None or os.path.isfile(named) else None
    if output is not None:
        return output, output if os.path.isfile(output) else there
    if named is not None or there is not None:
        return os.path.relpath(named) if named is not None else str(there), there
    configuration = config_file or find(start)
    return os.path.relpath(os.path.join(os.path.dirname(os.path.abspath(configuration)), NAME)) if configuration else NAME, None


def _remarks(data: dict[str, Any], documents: Sequence[Document], old: Manifest) -> list[str]:
    """What somebody should know of the documents before trusting the new manifest."""
    newest = documents[0]
    lines = []
    if not any(row.get("scopes") for row in data["sources"][:1]):
        lines.append(
            f"{visible(newest.id)} has no `securitySchemes` with scopes: the list of scopes is the one in use, with what operations need"
        )
    if newest.date and newest.date[:7] < old.version[:7]:
        lines.append(f"{visible(newest.id)} is of {newest.date}, older than the manifest in use ({visible(old.version)})")
    kept = sum(bool(entry.get("not_in_newest")) for entry in data["endpoints"])
    if kept:
        lines.append(f"{kept} endpoints are kept that the newest description does not cover")
    lines += [f"left out: {visible(line)}" for line in data["left_out"]]
    return lines


def _fetched(address: str, timeout: float, proxy: str | None) -> Document:
    """The published document, named and dated by the day on which it was fetched."""
    from attio_scopes.manifest.source import parse_document
    from attio_scopes.verify.exchange import checked_address, checked_proxy, get, host_of, other_refusal

    url = checked_address(address, "--url")
    answer = get(url, None, timeout, LARGEST, checked_proxy(proxy))
    host = host_of(url)
    if answer.status != 200:
        raise UserError(f"{host}: {other_refusal(answer)}")
    if answer.body.startswith(b"\x1f\x8b"):
        raise UserError(f"{host}: the answer is compressed (gzip), though it was asked for as it is; fetch it yourself and use --from FILE")
    day = today().isoformat()
    try:
        document = parse_document(answer.body, f"attio-openapi-{day}.json")
    except UserError:
        # Its own messages speak of lines of a file that the reader does not have.
        document = None
    if document is None:
        raise UserError(f"{host}: the answer is not an OpenAPI document; is the address right?")
    return replace(document, date=document.date or day, derived_from=f"Fetched from {host}{url.path} on {day}.")


def _changes(changes: Sequence[object]) -> list[str]:
    from attio_scopes.manifest.diff import Change, grouped

    listed = tuple(change for change in changes if isinstance(change, Change))
    if not listed:
        return ["The manifest is up to date."]
    lines = []
    for title, group in grouped(listed):
        lines.append(f"{title} ({len(group)})")
        for change in group:
            lines.append(visible(f"  {change.method} {change.path}"))
            lines += [visible(f"    {sign} {side}") for sign, side in (("-", change.old), ("+", change.new)) if side]
    return lines


def _calls(wanted: Request, new_file: str, *, asked: bool) -> list[str]:
    """What the new manifest means for the calls of the project."""
    from attio_scopes.compare import compare

    try:
        before = _snapshot(wanted)
    except UserError as error:
        if asked:
            raise
        return ["", f"No project was looked at: {visible(error.problems[0])}."]
    after = _snapshot(replace(wanted, manifest_file=new_file))
    old = {(call.path, call.line, call.column): call for call in before.calls}
    new = {(call.path, call.line, call.column): call for call in after.calls}
    changed = [(old.get(spot), new.get(spot)) for spot in sorted({*old, *new}) if old.get(spot) != new.get(spot)]
    lines = ["", f"Calls of this project that change: {len(changed)} of {len(after.calls)}"]
    for one, other in changed:
        shown = other or one
        if shown is not None:
            lines.append(visible(f"  {shown.path}:{shown.line}:{shown.column}"))
            lines += [visible(f"    {sign} {_needs(call)}") for sign, call in (("-", one), ("+", other)) if call is not None]
    change = compare(before, after, ("", ""))
    more = [str(item.scope) for token in change.tokens for item in token.new]
    fewer = [str(item.scope) for token in change.tokens for item in token.lost]
    lines += [f"Newly needed: {', '.join(more)}"] if more else []
    lines += [f"No longer needed: {', '.join(fewer)}"] if fewer else []
    return lines


def _needs(call: SeenCall) -> str:
    if call.status != "resolved":
        return f"{call.what} ({call.status.replace('-', ' ')})"
    return f"{call.what}: {', '.join(str(scope) for scope in call.scopes) or 'no scope'}"


def _snapshot(wanted: Request) -> Snapshot:
    from attio_scopes.compare import snapshot
    from attio_scopes.pipeline import inventories

    outcome = analyse(wanted)
    return snapshot([judged.call for judged in outcome.report.calls], inventories(outcome))
