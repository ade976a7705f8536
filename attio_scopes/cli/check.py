"""`attio-scopes check`: the verdict. Takes the command line, prints or writes the report, gives the exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from attio_scopes.cli.exits import ExitCode
from attio_scopes.cli.files import list_files, not_all
from attio_scopes.cli.groups import Command
from attio_scopes.cli.options import QUIET, SHOW_FILES, STARTS, STRICT, a_number, analyse, analysis_options, request
from attio_scopes.cli.output import Layout, Target, deliver, targets, tell
from attio_scopes.model.visible import visible

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from attio_scopes.model.report import Report
    from attio_scopes.pipeline import Outcome


class _Check(Command):
    """The command, whose help has the formats too."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, and below them the formats."""
        from attio_scopes.report.formats import FORMATS

        super().format_options(ctx, formatter)
        with formatter.section("Formats"):
            formatter.write_dl([(known.name, known.summary) for known in FORMATS])


def _complete_format(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The names of formats; after the colon, files."""
    from click.shell_completion import CompletionItem

    from attio_scopes.report.formats import FORMATS

    name, colon, _ = incomplete.partition(":")
    if colon:
        return []
    return [CompletionItem(known.name, help=known.summary) for known in FORMATS if known.name.startswith(name)]


def _codes(ctx: click.Context, param: click.Parameter, value: str) -> tuple[str, ...]:
    """The ids of codes, given by id or name with commas between."""
    from attio_scopes.explain.codes import find_code, nearest_code

    found = []
    for text in (part.strip() for part in value.split(",")):
        code = find_code(text) if text else None
        if text and code is None:
            near = nearest_code(text)
            raise click.BadParameter(f"unknown code {visible(text)}{f'; did you mean {near}?' if near else ''}", ctx, param)
        found += [code.id] if code is not None else []
    return tuple(found)


@click.command("check", cls=_Check)
@analysis_options
@click.option(
    "--format", "formats", multiple=True, metavar="NAME[:FILE]", shell_complete=_complete_format,
    help="Output format, listed below; may be given several times, all but one with a file.  [default: text]",
)  # fmt: skip
@click.option(
    "--group-by", type=click.Choice(["scope", "file", "token"]), help="What --format grouped groups by.  [default: scope]",
)  # fmt: skip
@click.option("--select", metavar="CODES", callback=_codes, default="", help="Report only these codes (ATS001,unused-scope).")
@click.option("--ignore", "ignored", metavar="CODES", callback=_codes, default="", help="Do not report these codes.")
@QUIET
@click.option("--statistics", is_flag=True, help="Add tables with the number of findings by code and scope.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even if there are findings.")
@click.option(
    "--fail-on", type=click.Choice(["note", "warning", "error"]), default="error", show_default=True,
    help="Minimum severity that fails the run.",
)  # fmt: skip
@STRICT
@click.option("--no-ignores", is_flag=True, help="Report findings that comments, the configuration or a baseline suppress.")
@SHOW_FILES
@click.option(
    "--min-resolved",
    type=click.FloatRange(0, 100),
    callback=a_number,
    metavar="PERCENT",
    help="Exit with 1 if a smaller share of the calls could be resolved.",
)
@click.option("--baseline", "baseline_file", metavar="FILE", type=click.Path(), help="Report only findings that are not in this baseline.")
@STARTS
@click.option("--token", metavar="NAME", help="With --from: compare with this declared token only.")
@click.option("--fix", "fixing", is_flag=True, help="Remove or narrow unneeded scopes in the configuration.")
@click.option("--add-scopes", is_flag=True, help="With --fix: also add missing scopes.")
@click.option("--diff", "diff_only", is_flag=True, help="With --fix: show the changes, write nothing.")
def check_command(
    paths: tuple[str, ...],
    config_file: str | None,
    manifest_file: str | None,
    include_tests: bool,
    output: str | None,
    color: str,
    formats: tuple[str, ...],
    group_by: str | None,
    select: tuple[str, ...],
    ignored: tuple[str, ...],
    quiet: bool,
    statistics: bool,
    exit_zero: bool,
    fail_on: str,
    strict: bool,
    no_ignores: bool,
    show_files: bool,
    min_resolved: float | None,
    baseline_file: str | None,
    starts: tuple[str, ...],
    token: str | None,
    fixing: bool,
    add_scopes: bool,
    diff_only: bool,
) -> int:
    """Compare the calls to Attio with the scopes that are declared.

    The scopes are declared in [tool.attio-scopes] of pyproject.toml, or in attio-scopes.yaml, found from the path upwards, as far
    as the top of the repository.
    Without PATH the working folder is checked.

    \b
    Exit codes:
      0  no finding at or above --fail-on
      1  such findings
      2  wrong usage or configuration
      3  attio-scopes itself failed

    \b
    Examples:
      attio-scopes check
      attio-scopes check src --fail-on warning
      attio-scopes check --group-by scope --statistics
      attio-scopes check --format text --format sarif:attio.sarif
      attio-scopes check --token sync --from jobs/sync.py:main
      attio-scopes check --config ../ours/pyproject.toml --strict --no-ignores
    """
    wanted = targets(formats or ("text" if group_by is None else "grouped",), output)
    layout = replace(_layout(wanted, group_by, statistics), quiet=quiet, fail_on=fail_on)
    if (add_scopes or diff_only) and not fixing:
        raise click.UsageError("--add-scopes and --diff belong to --fix")
    if token is not None and not starts:
        raise click.UsageError("--token belongs to --from")
    if fixing and starts:
        raise click.UsageError("--fix does not go with --from: what one program leaves unused may be needed by another")
    asked = request(
        paths, config_file, manifest_file, include_tests,
        baseline_file=baseline_file, ignores=not no_ignores, select=select, ignored=ignored,
        starts=starts, token=token,
    )  # fmt: skip
    if show_files:
        return list_files(asked, output)
    outcome = analyse(asked)
    if fixing:
        from attio_scopes.cli.fix import fix

        changed = [fix(part, add=add_scopes, diff_only=diff_only) for part in outcome.each]
        if any(changed):
            outcome = analyse(asked)
    if not diff_only:
        deliver(outcome, wanted, color, layout)
    codes = [_exit_code(part.report, fail_on, _least(min_resolved, part), exit_zero, strict) for part in outcome.each]
    return max(codes)


def _least(asked: float | None, outcome: Outcome) -> float | None:
    """How many calls have to be resolved, in percent."""
    return asked if asked is not None else outcome.configuration.config.min_resolved


def _layout(wanted: tuple[Target, ...], group_by: str | None, statistics: bool) -> Layout:
    """The layout, if the formats that were asked for have use for it."""
    from attio_scopes.report.formats import FORMATS

    names = {target.format for target in wanted}
    for_people = [known.name for known in FORMATS if known.for_people]
    if group_by is not None and "grouped" not in names:
        raise click.UsageError("--group-by belongs to --format grouped")
    if statistics and names.isdisjoint(for_people):
        raise click.UsageError(f"--statistics belongs to the formats for people: {', '.join(for_people)}")
    return Layout(group_by or "scope", statistics)


def _exit_code(report: Report, fail_on: str, min_resolved: float | None, exit_zero: bool, strict: bool) -> ExitCode:
    from attio_scopes.model.finding import ANALYSIS_INCOMPLETE, INTERNAL_ERROR, Severity
    from attio_scopes.noted import resolved_percent

    if any(finding.code is INTERNAL_ERROR for finding in report.findings):
        return ExitCode.FAILURE
    least = Severity[fail_on.upper()]
    failed = any(finding.severity >= least or finding.code is ANALYSIS_INCOMPLETE for finding in report.findings)
    percent = resolved_percent(report)
    if min_resolved is not None and percent < min_resolved:
        tell(f"only {percent:.1f}% of the calls could be resolved, less than the {min_resolved:g}% asked for")
        failed = True
    failed = failed or (strict and not_all(report))
    return ExitCode.FINDINGS if failed and not exit_zero else ExitCode.OK
