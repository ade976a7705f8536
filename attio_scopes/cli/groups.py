"""Commands whose help lists options by what they are for, and a group that without a command shows its help, under every click.

Takes click's arguments, gives help texts; for a group alone exit code 2. It runs nothing.
"""

from __future__ import annotations

import contextlib

import click

from attio_scopes.cli.exits import ExitCode

_TITLES = {
    "What to analyse": ("include_tests", "no_gitignore", "stdin_filename", "show_files", "project", "parted"),
    "Configuration": ("config_file", "isolated", "manifest_file", "token_names", "names", "variable"),
    "Entry points": ("by", "starts", "token"),
    "Findings": ("select", "ignored", "no_ignores", "baseline_file", "group_by", "statistics"),
    "Output": ("formats", "form", "output", "color", "quiet", "verbose", "title", "source_url", "revision", "every"),
    "Exit code": ("fail_on", "exit_zero", "strict", "min_resolved"),
    "Changes to the configuration": ("fixing", "add_scopes", "diff_only", "file", "with_schema", "prune"),
    "Network": ("base_url", "url", "proxy", "timeout"),
    "Speed": ("no_cache", "no_prefilter", "jobs"),
    "Limits": ("seconds", "megabytes"),
}
_FEW = 5
"""So many options need no groups."""


class Command(click.Command):
    """A command whose options are listed by what they are for, if there are many."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options of each group below its title, those of none first."""
        groups = titled(self, ctx)
        width = max(min(len(first), _WIDEST) for _, rows in groups for first, _ in rows)
        for title, rows in groups:
            with formatter.section(title):
                formatter.write_dl([(first.ljust(width), second) for first, second in rows], col_max=_WIDEST)


def titled(command: click.Command, ctx: click.Context) -> list[tuple[str, list[tuple[str, str]]]]:
    """The options of a command by what they are for: (title, (option, help)); one group where they are few."""
    options = [param for param in command.get_params(ctx) if isinstance(param, click.Option)]
    rows = {option.name or "": row for option in options if (row := option.get_help_record(ctx)) is not None}
    grouped = {title: [rows[name] for name in names if name in rows] for title, names in _TITLES.items()}
    placed = {name for names in _TITLES.values() for name in names}
    if len(rows) <= _FEW:
        grouped, placed = {}, set()
    others = [row for name, row in rows.items() if name not in placed]
    return [(title, found) for title, found in {"Options": others, **grouped}.items() if found]


_WIDEST = 30


class Group(click.Group):
    """A group whose name alone is wrong usage.

    click before 8.2 ends that with 0, so that a CI job whose command went missing passes; later ones raise the help as the text of
    an error.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Show the help where there is no argument at all."""
        if not args and not ctx.resilient_parsing:
            with contextlib.suppress(OSError):  # the exit code says it all the same
                click.echo(ctx.get_help(), err=True, color=ctx.color)
            ctx.exit(ExitCode.USAGE)
        return super().parse_args(ctx, args)
