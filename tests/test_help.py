"""`--help` of every command: it has an example that the command understands, and it fits 80 columns."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner

from attio_scopes.cli import main
from attio_scopes.report.formats import FORMATS


def commands(group: click.Group, *names: str) -> Iterator[tuple[str, ...]]:
    """The words of every command and group, hidden ones left out."""
    context = click.Context(group, info_name=group.name)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if command.hidden:
            continue
        yield (*names, name)
        if isinstance(command, click.Group):
            yield from commands(command, *names, name)


EVERY = [(), *commands(main)]


def help_of(words: tuple[str, ...]) -> str:
    done = CliRunner(env={"COLUMNS": "80"}).invoke(main, [*words, "--help"], prog_name="attio-scopes", terminal_width=80)
    assert done.exit_code == 0, done.output
    return done.output


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_it_fits_80_columns_and_nothing_is_cut_off(words: tuple[str, ...]) -> None:
    text = help_of(words)
    assert [line for line in text.splitlines() if len(line) > 80] == []
    assert "..." not in text.replace("[ARGS]...", "").replace("[PATH]...", "").replace("SOURCE...", "")


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_its_examples_use_arguments_that_exist(words: tuple[str, ...]) -> None:
    """Each example is parsed (not run): an option that was renamed, or a command that is gone, fails here."""
    block = re.search(r"^  Examples?:\n((?:    .+\n)+)", help_of(words), re.MULTILINE)
    assert block, "no example"
    lines = [line for line in re.sub(r" \\\n +", " ", block[1]).splitlines() if line.strip()]
    assert (
        any(line.split()[:1] == ["attio-scopes"] and line.split()[1 : len(words) + 1] == list(words) for line in lines) or "|" in block[1]
    )
    for line in lines:
        line = re.split(r" {3,}", line.strip())[0]  # what stands behind is a remark
        for part in re.split(r" (?:&&|\||>>) ", line):
            program, *arguments = shlex.split(part)
            if program == "attio-scopes":
                parse(arguments)


def parse(arguments: list[str]) -> None:
    """Read a command line as click does, without running it."""
    command: click.Command = main
    context: click.Context | None = None
    while isinstance(command, click.Group):
        context = command.make_context(command.name, list(arguments), parent=context)
        arguments = [*context._protected_args, *context.args]
        if not arguments:
            return
        _, found, arguments = command.resolve_command(context, arguments)
        assert found is not None, arguments
        command = found
    command.make_context(command.name, list(arguments), parent=context)


def test_check_lists_every_format() -> None:
    section = help_of(("check",)).partition("Formats:\n")[2]
    assert [line.split()[0] for line in section.splitlines() if line.startswith("  ")] == [known.name for known in FORMATS]
