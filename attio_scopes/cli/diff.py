"""`attio-scopes diff`: what a change does to the scopes. Takes two revisions or two JSON reports, gives the exit code."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec.structs import replace

from attio_scopes.cli.calls import exit_code_of_findings
from attio_scopes.cli.exits import ExitCode
from attio_scopes.cli.groups import Command
from attio_scopes.cli.options import CONFIG, INCLUDE_TESTS, MANIFEST, OUTPUT, VERBOSE, analyse, limit_options, project_options, request
from attio_scopes.cli.output import put
from attio_scopes.model.errors import UserError
from attio_scopes.model.visible import visible

if TYPE_CHECKING:
    from attio_scopes.model.change import Snapshot
    from attio_scopes.model.finding import Finding
    from attio_scopes.pipeline import Outcome, Request
    from attio_scopes.revisions import Repository

WORKING_TREE = "the working tree"
_EMPTY_CONFIGURATION = "attio-scopes.yaml"


@click.command("diff", cls=Command)
@project_options
@limit_options
@VERBOSE
@INCLUDE_TESTS
@MANIFEST
@OUTPUT
@click.argument("base")
@click.argument("head", required=False)
@CONFIG
@click.option("--project", default=".", metavar="PATH", help="The project's folder in the repository.  [default: the working folder]")
@click.option("--merge-base", "parted", is_flag=True, help="Compare with the commit at which HEAD left BASE, as a pull request does.")
@click.option("--entries", is_flag=True, help="Also name the entry points that need more; the analysis takes a little longer.")
@click.option("--oauth", is_flag=True, help="The token is an OAuth app's (else kind of the configuration says so).")
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text", show_default=True, help="Output format.")
def diff_command(
    base: str,
    head: str | None,
    output: str | None,
    manifest_file: str | None,
    include_tests: bool,
    config_file: str | None,
    project: str,
    parted: bool,
    entries: bool,
    oauth: bool,
    form: str,
) -> int:
    """Show what a change to the code does to the scopes that it needs.

    BASE and HEAD are git revisions, HEAD the working tree if left out; or both are files, JSON reports of calls or check.
    Nothing is checked out, and no code is run. Both states are read with the configuration of HEAD.

    \b
    Exit codes:
      0  no new scope is needed
      1  one is, or may be: not everything could be analysed
      2  wrong usage
      3  attio-scopes itself failed

    \b
    Examples:
      attio-scopes diff origin/main --merge-base
      attio-scopes diff v1.2 v1.3 --format markdown
      attio-scopes diff before.json after.json
    """
    from attio_scopes.compare import EVERY_TOKEN, compare
    from attio_scopes.report.scope_change import RENDERERS

    names = (base, head or WORKING_TREE)
    if base.endswith(".json") and head is not None and head.endswith(".json"):
        before, after, apps = _report(base), _report(head), set[str]()
        not_read, code = _unread(base, head)
    else:
        wanted = request((project,), config_file, manifest_file, include_tests, verdict=False, single=True, by_entry=entries)
        before, after, apps, not_read, code = _states(base, head, parted, wanted)
    if oauth:
        apps |= {EVERY_TOKEN, *(token.token for token in after.tokens)}
    change = replace(compare(before, after, names, apps), not_read=not_read)
    put(RENDERERS[form](change), output)
    return max(code, ExitCode.FINDINGS if change.needs_more else ExitCode.OK)


def _report(file: str) -> Snapshot:
    from attio_scopes.compare import read_snapshot

    return read_snapshot(_document(file), visible(os.path.relpath(file)))


def _document(file: str) -> Any:
    """The JSON of a file."""
    from attio_scopes.discover import LARGEST
    from attio_scopes.disk import read_regular

    shown = visible(os.path.relpath(file))
    try:
        return json.loads(read_regular(file, LARGEST))
    except OSError as error:
        raise UserError(f"{shown}: cannot be read ({error.strerror})") from None
    except (ValueError, RecursionError):
        raise UserError(f"{shown}: is not JSON") from None


def _unread(base: str, head: str) -> tuple[tuple[str, ...], ExitCode]:
    """What two reports say was not looked at, a line each, and whether the older one lacked the same."""
    from attio_scopes.compare import read_gaps

    older, newer = (read_gaps(_document(file), visible(os.path.relpath(file))) for file in (base, head))
    ended = tuple(
        f"{os.path.relpath(file)}: the analysis is incomplete" for file in (base, head) if _document(file).get("complete") is False
    )
    same = not ended and set(newer) <= set(older)
    return (*ended, *newer), ExitCode.OK if same else ExitCode.FINDINGS


def _states(base: str, head: str | None, parted: bool, request: Request) -> tuple[Snapshot, Snapshot, set[str], tuple[str, ...], ExitCode]:
    """Both states of a repository, which of the newer one's tokens belong to OAuth apps, and whether all was looked at."""
    from attio_scopes.compare import snapshot
    from attio_scopes.report.needed import not_read
    from attio_scopes.revisions import commit_of, extract, find_repository, merge_base

    project = request.paths[0]
    if not os.path.isdir(project):
        raise UserError(f"{visible(project)}: --project needs a folder")
    request = replace(request, home=os.path.abspath(project))  # what is installed is in no revision
    repository = find_repository(project)
    old = commit_of(repository, base)
    new = commit_of(repository, head) if head is not None else None
    if parted:
        old = merge_base(repository, old, new or commit_of(repository, "HEAD"))
    with ExitStack() as stack:
        top = repository.folder
        if new is not None:
            top = stack.enter_context(tempfile.TemporaryDirectory(prefix="attio-scopes-"))
            files = extract(repository, new, top, configuration=True)
            if not files:
                raise UserError(f"{visible(head or '')}: has no Python file in {visible(repository.prefix or 'the repository')}")
            _extract_manifest(repository, new, top)
        given = _given(request.config_file, repository)
        configured = given or _configured(top, repository, extracted=new is not None)
        if given is not None:
            request = replace(request, config_file=_copied(given, repository, top))
        elif request.config_file is not None:  # alone in a folder: none of the states lies in that, so paths count from their own roots
            aside = stack.enter_context(tempfile.TemporaryDirectory(prefix="attio-scopes-"))
            request = replace(request, config_file=shutil.copy(request.config_file, aside))
        outcome = _outcome(top, repository, request)
        after = _snapshot(outcome)
        older = stack.enter_context(tempfile.TemporaryDirectory(prefix="attio-scopes-"))
        request = replace(request, manifest_file=outcome.configuration.manifest_file)
        if given is not None:
            request = replace(request, config_file=_copied(given, repository, older))
        earlier = _older(repository, old, older, top, configured, request)
        before = _snapshot(earlier) if earlier is not None else snapshot((), ())
        gaps = _gaps(earlier, outcome)
        code = exit_code_of_findings(_new(gaps, earlier, outcome))
        notes = _new_notes(earlier, outcome)
    apps = {token.name for token in outcome.configuration.config.tokens if token.kind == "oauth"} | _only_app(outcome)
    return before, after, apps, (*not_read(gaps), *notes), max(code, ExitCode.FINDINGS if notes else ExitCode.OK)


def _gaps(before: Outcome | None, after: Outcome) -> list[Finding]:
    """What of the newer state was not looked at, and whether the older run was not whole."""
    from attio_scopes.model.finding import NEVER_SILENT, NOT_ANALYSED

    known = before.report.findings if before is not None else ()
    ended = [finding for finding in known if finding.code in NEVER_SILENT]
    return ended + [finding for finding in after.report.findings if finding.code in NOT_ANALYSED]


def _new(gaps: list[Finding], before: Outcome | None, after: Outcome) -> list[Finding]:
    """Without files that were no different before: what they need cannot have changed."""
    from filecmp import cmp

    from attio_scopes.model.finding import NEVER_SILENT

    known = before.report.findings if before is not None else ()
    were = {(finding.code, finding.place.path) for finding in known}

    def is_same(finding: Finding) -> bool:
        if before is None or finding.code in NEVER_SILENT or (finding.code, finding.place.path) not in were:
            return False
        try:
            return cmp(os.path.join(before.root, finding.place.path), os.path.join(after.root, finding.place.path), shallow=False)
        except OSError:
            return False

    return [finding for finding in gaps if not is_same(finding)]


def _new_notes(before: Outcome | None, after: Outcome) -> tuple[str, ...]:
    """What else of the newer state was not looked at, though that of the older one was."""
    from attio_scopes.noted import little_understood

    known = (*(before.report.notes if before is not None else ()), *little_understood(after.report))
    return tuple(note for note in after.report.notes if note not in known)


def _given(file: str | None, repository: Repository) -> str | None:
    """The configuration of `--config`, relative to the top of the repository; None where it is not in there, or none is given."""
    inside = os.path.relpath(os.path.realpath(file), os.path.realpath(repository.folder)) if file is not None else os.pardir
    return None if inside.startswith(os.pardir) or os.path.isabs(inside) else inside


def _copied(inside: str, repository: Repository, top: str) -> str:
    """The path of that configuration in another state: it is the one of the working tree in each."""
    target = Path(top, inside)
    if top != repository.folder:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(os.path.join(repository.folder, inside), target)
    return str(target)


def _extract_manifest(repository: Repository, commit: str, top: str) -> None:
    """Write the scope manifest that an extracted state's configuration names, if it is a file of that state."""
    from attio_scopes.configure import named_manifest
    from attio_scopes.revisions import extract_file

    wanted = named_manifest(os.path.join(top, repository.prefix))
    inside = os.path.relpath(wanted, top) if wanted is not None else os.pardir
    if not inside.startswith(os.pardir) and not os.path.exists(os.path.join(top, inside)):
        extract_file(repository, commit, inside.replace(os.sep, "/"), top)


def _only_app(outcome: Outcome) -> set[str]:
    """Where one token is declared, tokens are not told apart."""
    from attio_scopes.compare import EVERY_TOKEN

    tokens = outcome.configuration.config.tokens
    return {EVERY_TOKEN} if len(tokens) == 1 and tokens[0].kind == "oauth" else set()


def _configured(top: str, repository: Repository, *, extracted: bool) -> str | None:
    """The newer state's configuration file, relative to the top of the repository.

    An extracted state without one gets an empty one: nothing above the temporary folder is to have a say.
    """
    from attio_scopes.configure import find

    project = os.path.join(top, repository.prefix)
    found = find(project)
    inside = None if found is None else os.path.relpath(os.path.realpath(found), os.path.realpath(top))
    if inside is not None and inside.startswith(os.pardir):
        inside = None
    if extracted and inside is None:
        inside = os.path.join(_root_inside(top, repository), _EMPTY_CONFIGURATION)
        Path(top, inside).write_text("{}\n", encoding="utf-8")
    return inside


def _root_inside(top: str, repository: Repository) -> str:
    """The folder of a project that has no configuration, relative to the top of the repository; "" for the top itself."""
    from attio_scopes.configure.root import project_root

    root = os.path.relpath(project_root(os.path.join(top, repository.prefix), os.path.abspath(top)), top)
    return "" if root == os.curdir else root


def _outcome(top: str, repository: Repository, request: Request) -> Outcome:
    return analyse(replace(request, paths=(os.path.join(top, repository.prefix) or ".",)))


def _older(repository: Repository, commit: str, folder: str, top: str, configured: str | None, request: Request) -> Outcome | None:
    """The older state, read with the newer one's configuration and manifest; None where it has no file."""
    from attio_scopes.revisions import extract

    if not extract(repository, commit, folder, configuration=False):
        return None
    if configured is None:
        target = Path(folder, _root_inside(top, repository), _EMPTY_CONFIGURATION)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text("{}\n", encoding="utf-8")
    else:
        target = Path(folder, configured)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(os.path.join(top, configured), target)
    return _outcome(folder, repository, request)


def _snapshot(outcome: Outcome) -> Snapshot:
    from attio_scopes.compare import snapshot
    from attio_scopes.pipeline import entry_points, inventories

    return snapshot([judged.call for judged in outcome.report.calls], inventories(outcome), entry_points(outcome))
