"""`attio-scopes calls`: every call and what it needs, without a verdict. Takes the command line, gives the exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from attio_scopes.cli.exits import ExitCode
from attio_scopes.cli.files import list_files, not_all
from attio_scopes.cli.groups import Command
from attio_scopes.cli.options import SHOW_FILES, STRICT, analyse, analysis_options, request
from attio_scopes.cli.output import Layout, deliver, targets

if TYPE_CHECKING:
    from collections.abc import Iterable

    from attio_scopes.model.finding import Finding
    from attio_scopes.model.report import Report


@click.command("calls", cls=Command)
@analysis_options
@STRICT
@SHOW_FILES
@click.option("--group-by", type=click.Choice(["file", "scope", "endpoint"]), help="Group the calls in text output.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Output format.")
def calls_command(
    paths: tuple[str, ...],
    config_file: str | None,
    manifest_file: str | None,
    include_tests: bool,
    output: str | None,
    color: str,
    strict: bool,
    show_files: bool,
    group_by: str | None,
    form: str,
) -> int:
    """List every call to Attio and the scopes it needs.

    No configuration is needed. Calls that cannot be resolved are listed with the reason. The exit code is 1 if a file that
    mentions Attio could not be analysed, or a limit was reached.

    \b
    Examples:
      attio-scopes calls
      attio-scopes calls src/crm --format json
      attio-scopes calls --group-by endpoint
    """
    wanted = targets((form,), output)
    if group_by is not None and form != "text":
        raise click.UsageError("--group-by belongs to --format text")
    asked = request(paths, config_file, manifest_file, include_tests, verdict=False)
    if show_files:
        return list_files(asked, output)
    outcome = analyse(asked)
    deliver(outcome, wanted, color, Layout(group_by, calls=True) if group_by is not None else None)
    code = accounted(outcome.report)
    return ExitCode.FINDINGS if code is ExitCode.OK and strict and not_all(outcome.report) else code


def accounted(report: Report) -> ExitCode:
    """The exit code of a run without a verdict: was everything looked at?"""
    return exit_code_of_findings(report.findings)


def exit_code_of_findings(findings: Iterable[Finding]) -> ExitCode:
    """The same of what was found on files and on the run."""
    from attio_scopes.model.finding import INTERNAL_ERROR, NOT_ANALYSED

    codes = {finding.code for finding in findings}
    if INTERNAL_ERROR in codes:
        return ExitCode.FAILURE
    return ExitCode.OK if codes.isdisjoint(NOT_ANALYSED) else ExitCode.FINDINGS
