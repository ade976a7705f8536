"""`--help` of every command: it has an example that the command understands, and it fits 80 columns."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from packaging.version import Version

from attio_scopes.cli import main
from attio_scopes.report.formats import FORMATS

ROOT = Path(__file__).resolve().parent.parent


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
GROUPS = sorted({words[:-1] for words in EVERY})


def help_of(words: tuple[str, ...]) -> str:
    done = CliRunner(env={"COLUMNS": "80"}).invoke(main, [*words, "--help"], prog_name="attio-scopes", terminal_width=80)
    assert done.exit_code == 0, done.output
    return done.output


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_it_fits_80_columns_and_nothing_is_cut_off(words: tuple[str, ...]) -> None:
    text = help_of(words)
    assert [line for line in text.splitlines() if len(line) > 80] == []
    assert "..." not in text.replace("[ARGS]...", "").replace("[PATH]...", "").replace("SOURCE...", "").replace(
        "FILE[:NAME]...", ""
    ).replace("PATH...", "")


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


# --- without what is needed: the same under every click ------------------------------------------------------------------------


@pytest.fixture(scope="module", params=["newest", "oldest"])
def environment(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment with a click at an end of what pyproject.toml allows: the newest is the one that is installed."""
    if request.param == "newest":
        if Version(version("click")) < Version("8.2"):
            pytest.skip(f"NOT TRIED: click {version('click')} is installed, which is not the newest")
        return dict(os.environ)
    if find_spec("pip") is None:
        pytest.skip("NOT TRIED: the oldest click, since there is no pip")
    folder = tmp_path_factory.mktemp("oldest")
    pins = ROOT / "requirements" / "oldest.txt"
    options = ["-q", "--no-deps", "--require-hashes", "--only-binary=:all:", "--target", str(folder), "-r", str(pins)]
    done = subprocess.run([sys.executable, "-m", "pip", "install", *options], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"NOT TRIED: the oldest click, since pip cannot get it: {done.stderr.strip().splitlines()[-1:]}")
    return {**os.environ, "PYTHONPATH": str(folder)}


def said(environment: dict[str, str], *words: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of a process."""
    command = [sys.executable, "-m", "attio_scopes", *words]
    done = subprocess.run(command, env={**environment, "COLUMNS": "80"}, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.builds
@pytest.mark.parametrize("words", GROUPS, ids=" ".join)
def test_no_command_is_wrong_usage_and_shows_the_help(environment: dict[str, str], words: tuple[str, ...]) -> None:
    code, out, error = said(environment, *words)
    assert (code, out) == (2, "")
    assert error == said(environment, *words, "--help")[1]
    assert error.count("\n") > 8


@pytest.mark.builds
def test_a_missing_argument_is_told_on_a_line(environment: dict[str, str]) -> None:
    code, _, error = said(environment, "schema")
    assert code == 2
    assert re.search(r"^Error: Missing argument .+ Choose from: report, config, pyproject, .+[a-z]$", error, re.MULTILINE)
    code, _, error = said(environment, "check", "--format", "a\nb", "--no-such\noption")
    assert code == 2
    assert error.splitlines()[-1].startswith("Error: "), "what somebody typed stays on its line"


def test_the_oldest_click_is_the_one_that_is_pinned() -> None:
    (lowest,) = re.findall(r'"click>=([\d.]+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (pinned,) = re.findall(r"^click==([\d.]+) ", (ROOT / "requirements" / "oldest.txt").read_text(encoding="utf-8"), re.MULTILINE)
    assert Version(pinned) == Version(lowest)
