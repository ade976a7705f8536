"""docs/commands.md: every command with its options, made of what `--help` is made of.

Takes the commands, gives the page; `python -m tests.command_reference` writes it, and a test compares it with what is checked in.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import click

from attio_scopes.cli import main
from attio_scopes.cli.groups import titled

PAGE = Path(__file__).resolve().parent.parent / "docs" / "commands.md"
HEAD = """# Commands

<!-- Made by `python -m tests.command_reference` of the commands' own help. -->

`attio-scopes COMMAND --help` prints the same in a terminal. [Options and output](running.md) explains what needs more than a line, and
[Exit codes](exit-codes.md) what each command ends with.
"""


def page() -> str:
    """The text of the page."""
    return "\n".join([HEAD, *_sections(main, ())])


def _sections(group: click.Group, names: tuple[str, ...]) -> Iterator[str]:
    context = click.Context(group, info_name="attio-scopes")
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if command.hidden:
            continue
        words = (*names, name)
        yield from _section(command, words)
        if isinstance(command, click.Group):
            yield from _sections(command, words)


def _section(command: click.Command, words: tuple[str, ...]) -> Iterator[str]:
    context = click.Context(command, info_name=" ".join(("attio-scopes", *words)))
    usage = re.sub(r"\s+", " ", command.get_usage(context).removeprefix("Usage: "))
    prose, examples = _told(command)
    yield f"{'#' * min(len(words) + 1, 3)} attio-scopes {' '.join(words)}\n\n`{usage}`\n"
    yield f"{prose}\n"
    if isinstance(command, click.Group):
        return
    groups = [(title, [row for row in rows if "--help" not in row[0]]) for title, rows in titled(command, context)]
    for title, options in ((title, rows) for title, rows in groups if rows):
        yield f"| {title} | |\n|---|---|"
        yield "".join(f"| {_cell(first)} | {_plain(second)} |\n" for first, second in options)
    if examples:
        yield "Examples:\n\n" + "".join(f"- `{example}`\n" for example in examples)


def _told(command: click.Command) -> tuple[str, list[str]]:
    """The help's paragraphs, and its examples."""
    paragraphs, examples = [], []
    for block in inspect.cleandoc(command.help or "").replace("\b\n", "").split("\n\n"):
        first, _, rest = block.partition("\n")
        if first in ("Example:", "Examples:"):
            lines = re.sub(r" \\\n +", " ", rest).splitlines()
            examples += [re.split(r" {3,}", line.strip())[0] for line in lines if line.strip()]
        elif first.endswith(":") and rest.startswith("  "):
            paragraphs.append(f"{first}\n\n" + "\n".join(f"- {_plain(' '.join(line.split()))}" for line in rest.splitlines()))
        else:
            paragraphs.append(_plain(" ".join(block.split())))
    return "\n\n".join(paragraphs), examples


def _cell(option: str) -> str:
    return f"`{option.replace('|', ' or ')}`"


def _plain(text: str) -> str:
    """Text in which Markdown means nothing."""
    return re.sub(r"([|<>*_{}\[\]])", r"\\\1", text)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
