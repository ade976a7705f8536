"""`attio-scopes manifest`: build, show, compare and check scope manifests.

Takes the command line, gives text or JSON on standard output, and an exit code: 0, or 1 where `diff` and `lint` find something.
Errors of the user's are raised as `UserError`; the group around this one turns them into exit code 2.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from attio_scopes.cli.groups import Group
from attio_scopes.cli.manifest_update import update_command
from attio_scopes.cli.options import COLOR, manifest_in_use, painted, screen
from attio_scopes.cli.output import put
from attio_scopes.cli.sdk import sdk_command
from attio_scopes.model.errors import UserError
from attio_scopes.model.visible import visible

if TYPE_CHECKING:
    from attio_scopes.model.endpoint import Endpoint, Manifest, Source

DEFAULT_OUTPUT = "rules/manifest.yaml"
_SCOPE_FORM = "; a scope is resource:read or resource:read-write"
METHODS = ("GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE")
_FORMAT = click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print it.")
_MANIFEST = click.option("--manifest", "manifest_file", metavar="FILE", help="Use this scope manifest.")


@click.group("manifest", cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
def manifest_group() -> None:
    """The scope manifest: every endpoint of Attio and the scopes that it needs.

    \b
    Example:
      attio-scopes manifest show POST /v2/objects/people/records
    """


manifest_group.add_command(update_command)
manifest_group.add_command(sdk_command)


@manifest_group.command("build")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--output", "-o", default=DEFAULT_OUTPUT, show_default=True, metavar="FILE", help="Where to write it; - is standard output.")
@click.option("--quiet", "-q", is_flag=True, help="Do not list the disagreements.")
def build(sources: tuple[str, ...], output: str, quiet: bool) -> None:
    """Build a manifest from OpenAPI documents.

    A SOURCE is an OpenAPI 3.0 or 3.1 document in JSON or YAML; - is standard input. The newest by date leads; the date is read from the
    file's name (api-2026-10.json) or the document's info. Where sources disagree the newer is taken, among those of one date and
    within one the safe reading, and the disagreement is listed. What only an older source has is kept where no newer one covers that
    part of the API (its tag, or the beginning of its path), and marked.

    \b
    Example:
      attio-scopes manifest build api-2026-10.json api-2026-03.yaml
      curl -s https://api.attio.com/openapi/api | \\
          attio-scopes manifest build - --output new.yaml
    """
    from attio_scopes.cli.whole_file import compile_in_place, refuse_strays
    from attio_scopes.disk import write_text
    from attio_scopes.manifest.build import build_manifest
    from attio_scopes.manifest.emit import emit_manifest
    from attio_scopes.manifest.source import read_documents
    from attio_scopes.rule_files import COMPILED, MANIFEST, load_source_facts

    data = build_manifest(read_documents(sources), load_source_facts())
    text = emit_manifest(data)
    if output == "-":
        click.echo(text, nl=False)
    else:
        target = Path(output)
        refuse_strays(output, report=True)
        write_text(target, text)
        if target.name == MANIFEST and (target.parent / COMPILED).is_file():
            compile_in_place(target.parent)
    _say_built(data, output, quiet)


def _say_built(data: dict[str, Any], output: str, quiet: bool) -> None:
    oauth = sum("oauth" in endpoint for endpoint in data["endpoints"])
    where = "standard output" if output == "-" else output
    counts = f"{_count(len(data['endpoints']) - oauth, 'operation')} and {_count(oauth, 'OAuth endpoint')}"
    dated = f"dated {data['version']}" if data["version"] else "without a date"
    click.echo(visible(f"{where}: {counts}, {dated}"), err=True)
    if data["unstated"]:
        click.echo(visible(f"no source says anything about the scopes of: {', '.join(data['unstated'])}"), err=True)
    kept = [f"{entry['method']} {entry['path']}" for entry in data["endpoints"] if entry.get("not_in_newest")]
    if kept:
        click.echo(visible(f"not in the newest source, kept because nothing newer covers them: {', '.join(kept)}"), err=True)
    if not any(row.get("scopes") for row in data["sources"]):
        click.echo("no source has `securitySchemes` with scopes: the list of scopes is that of what the operations need", err=True)
    for line in data["left_out"]:
        click.echo(visible(f"left out: {line}"), err=True)
    if data["disagreements"] and not quiet:
        taken = "the newer was taken, the safe reading among those of one date"
        click.echo(f"the sources disagree on {_count(len(data['disagreements']), 'endpoint')}; {taken}:", err=True)
        for line in data["disagreements"]:
            click.echo(f"  {visible(line)}", err=True)


@manifest_group.command("compile", hidden=True)
@click.argument("folder", required=False)
def compile_(folder: str | None) -> None:
    """Write rules/compiled.json anew, after a change in a YAML file of the rules.

    \b
    Example:
      attio-scopes manifest compile rules
    """
    from attio_scopes.cli.whole_file import compile_in_place
    from attio_scopes.rule_files import rules_folder

    click.echo(visible(str(compile_in_place(Path(folder) if folder else rules_folder()))), err=True)


@manifest_group.command("show", short_help="Show what endpoints need.")
@click.argument("query", nargs=-1, metavar="[METHOD PATH | SCOPE | TEXT]")
@_MANIFEST
@_FORMAT
@COLOR
@click.pass_context
def show(context: click.Context, query: tuple[str, ...], manifest_file: str | None, form: str, color: str) -> None:
    """Show what endpoints need: one of them, those that need a scope, those that hold some words, or all.

    \b
    Example:
      attio-scopes manifest show GET /v2/threads
      attio-scopes manifest show record_permission:read-write
      attio-scopes manifest show call recording
    """
    from attio_scopes.manifest.search import containing, find_endpoints, nearest, needing
    from attio_scopes.model.scope import Scope
    from attio_scopes.rule_files import load_scope_catalogue

    manifest = _load(context, manifest_file)
    if len(query) == 2 and query[0].upper() in METHODS and "/" in query[1]:
        found = find_endpoints(manifest, *query)
        if not found:
            near = nearest(manifest, *query)
            raise UserError(f"the manifest has no {query[0].upper()} {query[1]}" + (f"; the nearest is {near}" if near else ""))
    elif len(query) == 1 and ":" in query[0] and "/" not in query[0]:
        try:
            found = needing(manifest, Scope.parse(query[0]))
        except ValueError:
            raise UserError(f"{query[0]!r} is not a scope{_meant(query[0], manifest) or _SCOPE_FORM}") from None
        if not found and query[0] not in load_scope_catalogue(manifest).scopes:
            hint = _meant(query[0], manifest)
            raise UserError(f"no endpoint needs {query[0]!r}, and the catalogue does not have it{hint}")
        if form == "text":
            _say_scope(query[0], len(found), manifest)
    else:
        found = containing(manifest, query)
        if not found:
            raise UserError(f"the manifest has nothing with {' and '.join(map(repr, query))}; try fewer words, or a METHOD and a /path")
    if form == "json":
        click.echo(json.dumps([_as_json(endpoint) for endpoint in found], indent=2))
    elif len(found) == 1 or (len(query) == 2 and query[0].upper() in METHODS and "/" in query[1]):
        sources = {source.id: source for source in manifest.sources}
        put(painted("\n\n".join(_details(endpoint, sources) for endpoint in found), screen(color, False)) + "\n", None)
    else:
        click.echo(_table(found), nl=False)


def _meant(text: str, manifest: Manifest) -> str:
    from attio_scopes.manifest.words import scope_hint
    from attio_scopes.rule_files import load_scope_catalogue

    return scope_hint(text, load_scope_catalogue(manifest))


def _say_scope(text: str, count: int, manifest: Manifest) -> None:
    from attio_scopes.rule_files import load_scope_catalogue

    info = load_scope_catalogue(manifest).row(text.partition(":")[0])
    words = f" ({info.label}): {info.allows}" if info and info.allows else ": the manifest in use brings it; there are no words on it yet"
    click.echo(visible(f"{text}{words}"))
    click.echo(f"{_count(count, 'endpoint')} {'needs' if count == 1 else 'need'} it" + (":" if count else "."))


@manifest_group.command("diff")
@click.argument("old")
@click.argument("new")
@_FORMAT
@click.pass_context
def diff(context: click.Context, old: str, new: str, form: str) -> None:
    """Compare two manifests. Exit code 1 if they differ for somebody who calls the API.

    \b
    Example:
      attio-scopes manifest diff rules/manifest.yaml new.yaml
    """
    from attio_scopes.manifest.diff import compare, grouped

    manifests: list[Manifest] = []
    problems: list[str] = []
    for name in (old, new):
        try:
            manifests.append(_load(context, name))
        except UserError as error:
            problems.extend(error.problems)
    if problems:
        raise UserError(*problems)
    changes = compare(*manifests)
    if form == "json":
        keys = ("kind", "method", "path", "host", "old", "new")
        click.echo(json.dumps([{key: getattr(change, key) for key in keys} for change in changes], indent=2))
    elif not changes:
        click.echo("no difference")
    else:
        for title, listed in grouped(changes):
            click.echo(f"{title} ({len(listed)})")
            for change in listed:
                click.echo(visible(f"  {change.method} {change.path}"))
                sides = (f"    {sign} {side}" for sign, side in (("-", change.old), ("+", change.new)) if side)
                click.echo("".join(f"{visible(side)}\n" for side in sides), nl=False)
    context.exit(1 if changes else 0)


@manifest_group.command("lint", short_help="Check a manifest.")
@click.argument("file", required=False)
@_MANIFEST
@_FORMAT
@click.pass_context
def lint(context: click.Context, file: str | None, manifest_file: str | None, form: str) -> None:
    """Check a manifest: its form, duplicates, ambiguous templates, unknown scopes, missing sources and dates. Exit code 1 on problems.

    \b
    Example:
      attio-scopes manifest lint rules/manifest.yaml
    """
    from attio_scopes.manifest.lint import lint_manifest
    from attio_scopes.rule_files import load_scope_catalogue

    name = file or manifest_in_use(_named(context, manifest_file))
    if name is not None and not Path(name).is_file():
        _load(context, name)  # says why it cannot be read: wrong usage, not a finding
    try:
        manifest = _load(context, name)
        rows = [{"where": p.where, "check": p.check, "message": p.message} for p in lint_manifest(manifest, load_scope_catalogue())]
    except UserError as error:
        rows = [{"where": name or "manifest", "check": "form", "message": problem} for problem in error.problems]
    if form == "json":
        click.echo(json.dumps(rows, indent=2))
    else:
        for row in rows:
            click.echo(visible(row["message"] if row["check"] == "form" else f"{row['where']}: {row['message']} [{row['check']}]"))
        click.echo(f"{_count(len(rows), 'problem')}" if rows else "no problem")
    context.exit(1 if rows else 0)


def in_use_text() -> str:
    """Which manifest the project around the working folder uses, how old it is, and where it came from."""
    from attio_scopes.manifest.age import age_in_days, age_note, today
    from attio_scopes.model.report import age_text
    from attio_scopes.rule_files import load_manifest

    file = manifest_in_use(None)
    manifest = load_manifest(file)
    days = age_in_days(manifest.version, today())
    oauth = len(manifest.endpoints) - manifest.operations
    counts = f"{_count(manifest.operations, 'operation')} and {_count(oauth, 'OAuth endpoint')}"
    lines = [f"scope manifest {manifest.version} ({age_text(days)}), {file or 'shipped'}: {counts}"]
    for source in manifest.sources:
        lines.append(f"  {source.id}, {source.date or 'without a date'}" + (f": {source.derived_from}" if source.derived_from else ""))
    note = age_note(manifest.version, days)
    return "\n".join(visible(line) for line in [*lines, *([note] if note else [])])


def _named(context: click.Context, manifest_file: str | None) -> str | None:
    """The command's `--manifest`, or else the one before the command."""
    if manifest_file is not None:
        return manifest_file
    outer = context.find_root().params.get("manifest_file")
    return outer if isinstance(outer, str) else None


def _load(context: click.Context, manifest_file: str | None) -> Manifest:
    """The manifest of `--manifest`, or else of the project, or else the shipped one."""
    from attio_scopes.rule_files import load_manifest

    return load_manifest(manifest_in_use(_named(context, manifest_file)))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _table(endpoints: Iterable[Endpoint]) -> str:
    """One line for each endpoint."""
    from attio_scopes.manifest.diff import requirement_text

    rows = [(visible(endpoint.key), visible(requirement_text(endpoint)), endpoint.deprecated) for endpoint in endpoints]
    width = min(max((len(key) for key, _, _ in rows), default=0), 76)
    return "".join(f"{key:<{width}}  {needs}{'  (deprecated)' if deprecated else ''}\n" for key, needs, deprecated in rows)


def _details(endpoint: Endpoint, sources: dict[str, Source]) -> str:
    """Everything on one endpoint."""
    lines = [endpoint.key + (f"  {endpoint.summary}" if endpoint.summary else "")]
    if endpoint.deprecated:
        lines.append("  deprecated" + (f"; instead {endpoint.replaced_by}" if endpoint.replaced_by else ""))
    if not endpoint.in_newest:
        lines.append("  not in the newest reference")
    lines.append(f"  host       {endpoint.host}")
    lines.extend(f"  {{{p.name}}}".ljust(13) + " or ".join(p.values) for p in endpoint.parameters if p.values)
    for alternative in endpoint.requirement.alternatives:
        scopes = ", ".join(map(str, alternative.scopes)) or "no scope"
        when = alternative.when
        keys = [key for held in ((when.query_keys, when.body_keys) if when else ()) for key in held]
        told = f" (see {', '.join(keys)})" if keys else ""
        lines.append(f"  needs      {scopes}" + (f" when {when.name} is {when.value}{told}" if when else ""))
    lines.append(f"  tokens     {', '.join(endpoint.levels) or 'the reference does not say'}")
    asks = [*endpoint.plans, *(["to be enabled on request"] if endpoint.on_request else [])]
    lines.extend([f"  workspace  {' or '.join(asks)}"] if asks else [])
    lines.extend([f"  403        {', '.join(endpoint.refusals)} (not about scopes)"] if endpoint.refusals else [])
    lines.extend([f"  stage      {endpoint.stage}"] if endpoint.stage else [])
    lines.extend([f"  page       {endpoint.docs}"] if endpoint.docs else [])
    for source, says in endpoint.read_from:
        known = sources.get(source)
        lines.append(f"  read from  {source} ({says})" + (f": {known.derived_from}" if known and not endpoint.confirmed else ""))
    return "\n".join(visible(line) for line in lines)


def _as_json(endpoint: Endpoint) -> dict[str, Any]:
    """One endpoint; `requires` as in the report's contract, with the keys that tell."""
    requires = []
    for alternative in endpoint.requirement.alternatives:
        when = alternative.when
        row: dict[str, Any] = {"when": {when.name: when.value} if when else {}, "scopes": [str(scope) for scope in alternative.scopes]}
        requires.append(row | ({"query": list(when.query_keys), "body": list(when.body_keys)} if when else {}))
    return {
        "method": endpoint.method,
        "path": endpoint.path,
        "host": endpoint.host,
        "summary": endpoint.summary,
        "tag": endpoint.tag,
        "docs": endpoint.docs,
        "deprecated": endpoint.deprecated,
        "replaced_by": endpoint.replaced_by,
        "stage": endpoint.stage,
        "on_request": endpoint.on_request,
        "plans": list(endpoint.plans),
        "refusals": list(endpoint.refusals),
        "in_newest": endpoint.in_newest,
        "confirmed": endpoint.confirmed,
        "parameters": {parameter.name: list(parameter.values) for parameter in endpoint.parameters},
        "levels": list(endpoint.levels),
        "requires": requires,
        "read_from": dict(endpoint.read_from),
    }
