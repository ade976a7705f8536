"""`attio-scopes init`: a first configuration with the least set of scopes. Takes the command line, writes one file."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from attio_scopes.cli.calls import accounted
from attio_scopes.cli.exits import ExitCode
from attio_scopes.cli.groups import Command
from attio_scopes.cli.options import INCLUDE_TESTS, MANIFEST, PATHS, VERBOSE, analyse, limit_options, project_options, request
from attio_scopes.cli.output import openable, put, tell
from attio_scopes.cli.whole_file import difference, read_file, replace_file
from attio_scopes.model.errors import UserError
from attio_scopes.model.visible import visible

if TYPE_CHECKING:
    from attio_scopes.configure.fresh import Declaration
    from attio_scopes.model.config import Token
    from attio_scopes.model.endpoint import Manifest
    from attio_scopes.model.inventory import Inventory, NeededScope
    from attio_scopes.pipeline import Outcome, Request

_PERHAPS = "It may need these too, depending on what the source does not show. The configuration has them as comments or marked:"
YAML_FILE = "attio-scopes.yaml"
SCHEMA_FILE = "attio-scopes.schema.json"


@click.command("init", cls=Command)
@project_options
@limit_options
@VERBOSE
@INCLUDE_TESTS
@MANIFEST
@PATHS
@click.option(
    "--file", "file", metavar="FILE",
    help="The file to write: pyproject.toml or a YAML file.  [default: the nearest pyproject.toml, else attio-scopes.yaml]",
)  # fmt: skip
@click.option("--schema", "with_schema", is_flag=True, help="For a YAML file: also write its JSON Schema, for completion in editors.")
@click.option(
    "--sync", "synced", metavar="FILE", multiple=True, type=click.Path(),
    help="Also put a list of the scopes, with the markers of `attio-scopes sync`, at the end of this Markdown file.",
)  # fmt: skip
@click.option("--diff", "diff_only", is_flag=True, help="Show what would be written, and write nothing.")
def init_command(
    paths: tuple[str, ...],
    manifest_file: str | None,
    include_tests: bool,
    file: str | None,
    with_schema: bool,
    synced: tuple[str, ...],
    diff_only: bool,
) -> int:
    """Write a configuration with the minimal set of scopes that the code needs.

    The scopes go into pyproject.toml, or into attio-scopes.yaml if there is none. A configuration that declares scopes
    already is left alone. What to tick in Attio's settings is shown.

    \b
    Examples:
      attio-scopes init
      attio-scopes init src --diff
      attio-scopes init --file attio-scopes.yaml --schema
    """
    from attio_scopes.cli.schema import schema_text
    from attio_scopes.cli.whole_file import refuse_strays
    from attio_scopes.configure.fresh import add_declarations, name_manifest, name_schema
    from attio_scopes.pipeline import inventories

    outcome = _whole_project(request(paths, None, manifest_file, include_tests, verdict=False))
    target = _target(outcome, paths or (".",), file)
    schema = os.path.join(os.path.dirname(target), SCHEMA_FILE)
    if with_schema and target.endswith(".toml"):
        hint = "pyproject.toml is other tools' too: `attio-scopes schema pyproject` prints a schema for it"
        raise UserError(f"--schema is for a YAML file (--file {YAML_FILE}); {hint}")
    if outcome.configuration.config.tokens:
        shown = visible(os.path.relpath(outcome.configuration.file or target))
        raise UserError(f"{shown}: declares scopes already; `attio-scopes check --fix` brings them up to date")
    if outcome.parts:
        files = ", ".join(visible(os.path.relpath(part.configuration.file)) for part in outcome.parts if part.configuration.file)
        raise UserError(f"there are configurations below already ({files}): name the folder of one project, attio-scopes init FOLDER")
    if not outcome.report.calls and outcome.report.unfinished:
        return _reservations(outcome)
    if not outcome.report.calls:
        raise UserError("no call to Attio was found, so there is nothing to declare; `attio-scopes calls` lists what is found")
    tokens = tokens_of(outcome)
    if len(tokens) > 1:
        configuration = outcome.configuration
        outcome = replace(outcome, configuration=replace(configuration, config=replace(configuration.config, tokens=tokens)))
    found = inventories(outcome)
    declarations = [_declaration(inventory, tokens) for inventory in found]
    before = read_file(target) if os.path.exists(target) else ""
    after = add_declarations(before, os.path.relpath(target), declarations)
    if with_schema:
        after = name_schema(after, SCHEMA_FILE)
    if manifest_file is not None and not _found_without_option(manifest_file, target):
        after = name_manifest(after, target, os.path.relpath(manifest_file, os.path.dirname(target)).replace(os.sep, "/"))
    listed = {name: _with_list(name, found) for name in synced}
    if diff_only:
        put(difference(before, after, os.path.relpath(target)), None)
        for name, text in listed.items():
            put(difference(read_file(name) if os.path.exists(name) else "", text, os.path.relpath(name)), None)
    else:
        if with_schema:
            refuse_strays(schema, report=False)  # before the other file is written
        for name in listed:
            refuse_strays(name, report=False)
        _write(target, after)
        for name, text in listed.items():
            _write(name, text)
        if with_schema:
            from attio_scopes.rule_files import load_scope_catalogue

            _write(schema, schema_text("config", load_scope_catalogue(outcome.manifest).scopes))
        put(_settings(found, outcome.manifest, openable(outcome.root)), None)
        tell(f"wrote {visible(os.path.relpath(target))}")
    return _reservations(outcome)


def _with_list(file: str, found: Sequence[Inventory]) -> str:
    """The text of a file with a first list of the scopes."""
    from attio_scopes.cli.sync import add_markers
    from attio_scopes.model.scope import ScopeSet

    if not file.endswith((".md", ".markdown")):
        raise UserError(f"--sync {visible(file)}: is for a Markdown file; elsewhere write the markers by hand")
    return add_markers(file, ScopeSet(frozenset(one.scope for inventory in found for one in inventory.scopes)).least().texts())


def _whole_project(wanted: Request) -> Outcome:
    """The outcome of all of the project, whatever part of it was named: its configuration speaks for all of it."""
    from attio_scopes.projects import parts_of

    discovery = parts_of(wanted)[0].discovery
    if discovery.partial and discovery.context:
        shown = visible(os.path.relpath(discovery.root))
        tell(f"analysing all of the project in {shown}: its configuration holds for every file")
        wanted = replace(wanted, paths=(discovery.root,))
    return analyse(wanted)


def _found_without_option(manifest_file: str, target: str) -> bool:
    """Whether the manifest of `--manifest` is the one that is picked up beside the configuration."""
    from attio_scopes.configure.manifest_file import NAME

    return os.path.realpath(manifest_file) == os.path.realpath(os.path.join(os.path.dirname(target), NAME))


def _target(outcome: Outcome, paths: Sequence[str], given: str | None) -> str:
    """The file to write: the one given, the one that configures already, the nearest pyproject.toml, or a new YAML file."""
    if given is not None:
        if not given.endswith((".toml", ".yaml", ".yml")):
            raise UserError("--file must end in .toml or .yaml")
        return os.path.abspath(given)
    if outcome.configuration.file is not None:
        return outcome.configuration.file
    start = os.path.abspath(paths[0])
    folder = start if os.path.isdir(start) else os.path.dirname(start)
    while True:
        pyproject = os.path.join(folder, "pyproject.toml")
        if os.path.isfile(pyproject):
            return pyproject
        parent = os.path.dirname(folder)
        if parent == folder or os.path.exists(os.path.join(folder, ".git")):
            return os.path.join(outcome.root, YAML_FILE)
        folder = parent


def tokens_of(outcome: Outcome) -> tuple[Token, ...]:
    """The tokens that the code evidently has: several, if every call says by which name it gets its token; else none.

    Names that only ever occur together (`os.getenv("A") or os.getenv("B")`) are taken for one token's; names that share some calls and
    not others are those of a client that several programs use.
    """
    from attio_scopes.model.config import Token
    from attio_scopes.model.scope import ScopeSet

    calls_of: dict[str, set[int]] = {}
    for number, judged in enumerate(outcome.report.calls):
        if not judged.call.site.credentials:
            return ()
        for name in judged.call.site.credentials:
            calls_of.setdefault(name, set()).add(number)
    together: dict[frozenset[int], list[str]] = {}
    for name, calls in calls_of.items():
        together.setdefault(frozenset(calls), []).append(name)
    if len(together) < 2:
        return ()
    named = sorted(tuple(sorted(names)) for names in together.values())
    return tuple(Token(names[0].rpartition(".")[2].lower(), ScopeSet(), env=names) for names in named)


def _declaration(inventory: Inventory, tokens: Sequence[Token]) -> Declaration:
    from attio_scopes.configure.fresh import Declaration

    env = next((token.env for token in tokens if token.name == inventory.token), ())
    scopes = tuple((item.scope, "" if item.certain else "possibly: the source does not show it") for item in inventory.scopes)
    return Declaration(inventory.token, scopes, env, tuple(item.scope for item in inventory.possible))


def _write(path: str, text: str) -> None:
    replace_file(Path(path), text)


def _settings(found: Sequence[Inventory], manifest: Manifest, shown: Callable[[str], str]) -> str:
    """What to grant in Attio's settings, token by token: what is certain, and what a call may need, with the calls."""
    from attio_scopes.rule_files import load_scope_catalogue

    labels = {row.resource: row.label for row in load_scope_catalogue(manifest)}
    lines: list[str] = []
    for inventory in found:
        owner = f" of {visible(inventory.token)}" if len(found) > 1 else ""
        certain = [item for item in inventory.scopes if item.certain]
        perhaps = [*(item for item in inventory.scopes if not item.certain), *inventory.possible]
        width = max((len(str(item.scope)) for item in (*certain, *perhaps)), default=0)

        def row(item: NeededScope, width: int = width) -> str:
            return f"  {item.scope!s:<{width}}  {visible(labels.get(item.scope.resource, item.scope.resource))}"

        lines.append(f"Grant the access token{owner} these scopes in Attio's settings:")
        lines += [row(item) for item in certain] or ["  none"]
        lines += ["", _PERHAPS] if perhaps else []
        for item in perhaps:
            lines.append(row(item))
            lines += [f"    {visible(shown(need.place.path))}:{need.place.line}: {' or '.join(need.endpoints)}" for need in item.needs]
        lines.append("")
    if any(inventory.scopes or inventory.possible for inventory in found):
        lines += ["The names on the right are ours; Attio's settings may use others.", ""]
    return "\n".join(lines)


def _reservations(outcome: Outcome) -> ExitCode:
    """Tell what the set may lack, with the places, and give the exit code."""
    from attio_scopes.report.needed import doubts

    shown = openable(outcome.root)
    for line in doubts(outcome.report, openable(outcome.root)):
        tell(line)
    for judged in outcome.report.calls:
        if judged.status in ("unresolved", "unknown-endpoint"):
            place = judged.call.site.place
            tell(f"  {visible(shown(place.path))}:{place.line}: {visible(judged.call.reason or judged.status.replace('-', ' '))}")
    return accounted(outcome.report)
