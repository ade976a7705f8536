"""`attio-scopes report`: the scope report for the person who approves scopes. Takes the command line, prints or writes a page.

The links to the source need a revision: that of the checked folder's git repository is asked of git itself, and nothing else
is run.
"""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING

import click

from attio_scopes.cli.calls import accounted
from attio_scopes.cli.groups import Command
from attio_scopes.cli.options import (
    CONFIG,
    INCLUDE_TESTS,
    MANIFEST,
    OUTPUT,
    PATHS,
    VERBOSE,
    analyse,
    limit_options,
    project_options,
    request,
)
from attio_scopes.cli.output import put, tell
from attio_scopes.model.errors import UserError
from attio_scopes.model.visible import visible

if TYPE_CHECKING:
    from attio_scopes.pipeline import Outcome
    from attio_scopes.report.scope_report.rows import ScopeReport
    from attio_scopes.report.scope_report.view import Header

_FIELD = re.compile(r"\{([^{}]*)\}")
_FIELDS = ("path", "line", "end_line", "revision")


@click.command("report", cls=Command)
@project_options
@limit_options
@PATHS
@click.option("--format", "form", type=click.Choice(["html", "markdown"]), default="html", show_default=True, help="Form of the page.")
@click.option(
    "--source-url", metavar="TEMPLATE", default="",
    help="Address of a line of the source, with {path}, {line}, {end_line} and {revision}; without it places are not links.",
)  # fmt: skip
@click.option("--revision", metavar="NAME", help="Revision that is reported on.  [default: the commit of the git repository]")
@click.option("--title", metavar="TEXT", help="Title of the page.  [default: name of the folder]")
@CONFIG
@MANIFEST
@INCLUDE_TESTS
@OUTPUT
@VERBOSE
def report_command(
    paths: tuple[str, ...],
    form: str,
    source_url: str,
    revision: str | None,
    title: str | None,
    config_file: str | None,
    manifest_file: str | None,
    include_tests: bool,
    output: str | None,
) -> int:
    """Write a page for the person who approves the scopes of a token.

    The page lists every scope of each token: what it allows, which calls need it, the reason in the configuration, what is
    unused, and what could not be resolved. It is one file and needs no network. Without a configuration, it lists what the
    code needs.

    \b
    Examples:
      attio-scopes report --output scopes.html
      attio-scopes report --format markdown
      attio-scopes report -o scopes.html --source-url \\
          "https://github.com/acme/crm/blob/{revision}/{path}#L{line}"
    """
    _check_template(source_url)
    if form == "html" and output is None and sys.stdout.isatty():
        raise UserError("the page is HTML: name a file with --output scopes.html, or choose --format markdown")
    from attio_scopes.configure import configure
    from attio_scopes.report.scope_report.view import Header
    from attio_scopes.rule_files import scopes_of

    declared = bool(configure(paths or (".",), config_file, scopes_of, manifest_file).config.tokens)
    outcome = analyse(
        request(paths, config_file, manifest_file, include_tests, verdict=declared, baseline=False, single=True, by_entry=True)
    )
    commit, changed = _commit(outcome) if revision is None else (revision, False)
    if "{revision}" in source_url and not commit:
        raise UserError("--source-url has {revision}, but no git repository was found: name one with --revision")
    header = Header(title or os.path.basename(outcome.root) or "Attio scopes", commit, changed, _date(), source_url)
    put(_page(outcome, header, form), output)
    if output is not None:
        tell(f"wrote {visible(output)}")
    return accounted(outcome.report)


def _page(outcome: Outcome, header: Header, form: str) -> str:
    """The page in the form that was asked for."""
    from attio_scopes.pipeline import entry_points
    from attio_scopes.report.scope_report import html, markdown
    from attio_scopes.report.scope_report.view import gather
    from attio_scopes.rule_files import load_scope_catalogue

    catalogue = load_scope_catalogue(outcome.manifest)
    view: ScopeReport = gather(outcome.report, outcome.configuration.config, catalogue, header, entry_points(outcome))
    return html.render(view) if form == "html" else markdown.render(view)


def _check_template(template: str) -> None:
    """A template is an address of the web with fields that we know."""
    if not template:
        return
    problems = [] if re.match(r"https?://[^/{}\s]+/", template) else ["--source-url must begin with https://host/ or http://host/"]
    known = ", ".join(f"{{{name}}}" for name in _FIELDS)
    problems += [f"--source-url: unknown field {{{name}}}; known are {known}" for name in _FIELD.findall(template) if name not in _FIELDS]
    if problems:
        raise UserError(*problems)


def _commit(outcome: Outcome) -> tuple[str, bool]:
    """The commit that is checked out and whether the files that were analysed differ from it; "" without git or a repository."""
    from attio_scopes.discover import relative_path
    from attio_scopes.revisions import commit_of, differs, find_repository

    try:
        repository = find_repository(outcome.root)
        commit = commit_of(repository, "HEAD")
        root = os.path.realpath(outcome.root)
        files = [os.path.join(root, path) for path in outcome.files]
        return commit, differs(repository, commit, [relative_path(file, repository.folder) for file in files])
    except UserError:
        return "", False


def _date() -> str:
    """Today, so that a page can be made again byte for byte where SOURCE_DATE_EPOCH says which day that is."""
    from attio_scopes.manifest.age import today

    return today().isoformat()
