"""Reads pages of documentation as programs: every fenced block is a file, a session of commands, a configuration or a recipe.

Takes a Markdown file, gives its blocks; a session is played in a folder of its own and what it prints is compared. A block that is
none of the known kinds is an error, so that no block is left out by accident.

    ```python title="crm/client.py"      a file of the page's project (any language), written before what follows
    ```console                           `$ command` lines, each with the output that follows it; a line `…` stands for any lines
    ```toml                              without a title: a configuration, checked as pyproject.toml
    ```yaml                              without a title: a configuration, checked as attio-scopes.yaml

A comment above a block says more:

    <!-- exit: 1 -->                     the last command of the block ends with this code, instead of 0
    <!-- recipe: NAME -->                a CI recipe, which tests/test_recipes.py executes
    <!-- README: MARKER -->              the block that README.md has under this marker, which tests/test_readme.py executes
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from attio_scopes.cli import main

_FENCE = re.compile(r"^(?P<indent> *)```(?P<info>.*)$")
_COMMENT = re.compile(r"^ *<!-- (?P<kind>exit|recipe|README): (?P<value>[^>]+) -->$")
_TITLE = re.compile(r'^(?P<language>\w+) title="(?P<title>[^"]+)"$')
_SHELL = re.compile(r"[|&;<>$`*\\]")
OUTSIDE = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "GIT_", "COV_", "ATTIO_"))}


class PageError(AssertionError):
    """A page has a block that is none of the known kinds, or a comment that says nothing of a block."""


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: `kind` is file, console, toml, yaml, recipe or README; `name` the title, recipe or marker."""

    kind: str
    name: str
    text: str
    line: int
    exit_code: int = 0


def blocks(text: str) -> tuple[Block, ...]:
    """Every fenced block of a page.

    Raises:
        PageError: a block is none of the known kinds.
    """
    found: list[Block] = []
    lines = text.splitlines()
    number = 0
    while number < len(lines):
        fence = _FENCE.match(lines[number])
        if fence is None:
            number += 1
            continue
        end = next(n for n in range(number + 1, len(lines)) if lines[n].strip() == "```")
        body = textwrap.dedent("\n".join(lines[number + 1 : end])) + "\n"
        found.append(_block(fence["info"].strip(), body, number + 1, _comments_above(lines, number)))
        number = end + 1
    return tuple(found)


def _comments_above(lines: list[str], number: int) -> dict[str, str]:
    said: dict[str, str] = {}
    for line in reversed(lines[:number]):
        comment = _COMMENT.match(line)
        if comment is None:
            if line.strip():
                break
            continue
        said[comment["kind"]] = comment["value"]
    return said


def _block(info: str, body: str, line: int, said: dict[str, str]) -> Block:
    for kind in ("recipe", "README"):
        if kind in said:
            return Block(kind, said[kind], body, line)
    title = _TITLE.match(info)
    if title:
        return Block("file", title["title"], body, line)
    if info == "console":
        return Block("console", "", body, line, int(said.get("exit", "0")))
    if info in ("toml", "yaml"):
        return Block(info, "", body, line)
    raise PageError(f"line {line}: a block {info!r} that nothing checks (see tests/doc_pages.py)")


def play(page: tuple[Block, ...], folder: Path) -> int:
    """Play the files and sessions of a page in a folder, which is the working folder meanwhile.

    Returns:
        the number of commands that were run.

    Raises:
        AssertionError: a command ends or prints otherwise than the page says.
    """
    count = 0
    for block in page:
        if block.kind == "file":
            target = folder / block.name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(block.text, encoding="utf-8")
        elif block.kind == "console":
            commands = list(_commands(block))
            for number, (command, expected) in enumerate(commands):
                code, printed = run(command, folder)
                wanted = block.exit_code if number == len(commands) - 1 else 0
                where = f"line {block.line}: $ {command}"
                assert code == wanted, f"{where}\nended with {code}, not {wanted}:\n{printed}"
                if expected:
                    assert_printed(expected, printed, where)
                count += 1
    return count


def _commands(block: Block) -> Iterator[tuple[str, str]]:
    """(command, expected output) of a session."""
    parts = re.split(r"^\$ (.*)\n", block.text, flags=re.MULTILINE)
    assert not parts[0].strip(), f"line {block.line}: a session starts with `$ `"
    assert len(parts) > 1, f"line {block.line}: no command"
    yield from zip(parts[1::2], parts[2::2], strict=True)


def run(command: str, folder: Path) -> tuple[int, str]:
    """Exit code and everything printed. A plain attio-scopes command is run in this process, all others by a shell."""
    if command.startswith("attio-scopes ") and not _SHELL.search(command):
        result = CliRunner().invoke(main, shlex.split(command)[1:], catch_exceptions=False)
        return result.exit_code, result.output
    environment = {**OUTSIDE, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{OUTSIDE['PATH']}", "GIT_CONFIG_GLOBAL": os.devnull}
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    return done.returncode, done.stdout


def assert_printed(expected: str, printed: str, where: str) -> None:
    """Compare line by line; a line `…` in what is expected stands for any number of lines. Blank lines at either end do not count."""
    if not _fits(_trimmed(expected), _trimmed(printed)):
        raise AssertionError(f"{where}\nprints:\n{printed}\nnot:\n{expected}")


def _trimmed(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip("\n").splitlines()]


def _fits(expected: list[str], printed: list[str]) -> bool:
    if not expected:
        return not printed
    if expected[0].strip() == "…":
        return any(_fits(expected[1:], printed[skipped:]) for skipped in range(len(printed) + 1))
    return bool(printed) and expected[0] == printed[0] and _fits(expected[1:], printed[1:])
