"""What is typed or configured wrongly, streams that are full or gone, an interruption at the start: exit codes and messages hold."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile import COMMAND, GOOD, SCOPES, command, process

TOKEN = "9f8e7d6c5b4a39281706f5e4d3c2b1a0"


@pytest.mark.parametrize("number", ["nan", "-nan", "NaN", "inf", "-1", "101"])
def test_a_bound_that_is_no_number(tmp_path: Path, number: str) -> None:
    (tmp_path / "app.py").write_text(GOOD)
    (tmp_path / "pyproject.toml").write_text(SCOPES)
    assert command("check", "--min-resolved", number, cwd=tmp_path).returncode == 2
    (tmp_path / "pyproject.toml").write_text(SCOPES + f"min-resolved = {number.lower()}\n")
    assert command("check", cwd=tmp_path).returncode == 2


@pytest.mark.parametrize("command_line", ["verify --timeout", "manifest update --timeout", "check --timeout", "check --min-resolved"])
@pytest.mark.parametrize("number", ["nan", "-nan"])
def test_no_option_takes_what_is_no_number(tmp_path: Path, command_line: str, number: str) -> None:
    done = command(*command_line.split(), number, cwd=tmp_path)
    assert (done.returncode, f"Invalid value for '{command_line.split()[-1]}'" in done.stderr) == (2, True), done.stderr


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="a shell's pipe")
@pytest.mark.parametrize("arguments", ["--help", "check --help", "baseline --help", "--version", "calls", "schema config"])
def test_a_reader_that_reads_nothing(tmp_path: Path, arguments: str) -> None:
    (tmp_path / "app.py").write_text(GOOD)
    done = process("-c", f'("$0" {arguments}; echo $? >code) | true', COMMAND, cwd=tmp_path, start=("sh",))
    assert ((tmp_path / "code").read_text().strip(), done.stderr) == ("0", "")


@pytest.mark.slow
@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ("check --min-resolved 100", 1),
        ("check --strict", 1),
        ("check nothing", 2),
        ("check --fail-on nothing", 2),
        ("scopes", 0),
        ("calls", 0),
        ("calls --verbose", 0),
        ("", 2),
    ],
)
def test_full_standard_error_changes_no_exit_code(tmp_path: Path, arguments: str, code: int) -> None:
    (tmp_path / "app.py").write_text(GOOD + "requests.get('https://api.attio.com' + input())\n")
    (tmp_path / "test_a.py").write_text("")
    (tmp_path / "pyproject.toml").write_text(
        '[tool.attio-scopes]\nscopes = ["note:read", "object_configuration:read", "record_permission:read"]\n'
    )
    done = process("-c", f'"$0" {arguments} 2>/dev/full', COMMAND, cwd=tmp_path, start=("sh",))
    assert done.returncode == code


@pytest.mark.parametrize(
    "arguments",
    [
        ("verify", "--timeout", TOKEN), ("verify", "--format", TOKEN), ("verify", f"--{TOKEN}"), ("verify", f"--format={TOKEN}"),
        ("verify", "--fail-on", TOKEN), ("verify", "--env", TOKEN), ("verify", "--token", TOKEN), ("verify", "--base-url", TOKEN),
        ("verify", TOKEN), ("check", "--fail-on", TOKEN), ("check", f"--{TOKEN}"), ("check", "--min-resolved", TOKEN),
        ("check", "--jobs", TOKEN), ("calls", "--format", TOKEN), (TOKEN,), ("verify", "--timeout", "short1"), ("verify", "--short1"),
        ("verify", "--config", TOKEN), ("verify", "--manifest", TOKEN), ("check", TOKEN), ("check", "--format", TOKEN), ("explain", TOKEN),
        ("manifest", "show", TOKEN), ("check", "--select", TOKEN), ("schema", TOKEN),
    ],
    ids=" ".join,
)  # fmt: skip
def test_a_token_that_is_typed_in_the_wrong_place_is_not_repeated(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    (tmp_path / "app.py").write_text(GOOD)
    (tmp_path / "pyproject.toml").write_text(SCOPES)
    done = command(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert TOKEN not in done.stdout + done.stderr
    assert "short1" not in done.stdout + done.stderr


def test_what_is_only_mistyped_is_repeated(tmp_path: Path) -> None:
    done = command("check", "--fail-on", "errors", cwd=tmp_path)
    assert (done.returncode, "'errors' is not one of" in done.stderr) == (2, True)
    for name in ("attio-openapi-2026-10-as-published", "crm_integration_of_2026_for_all.py", f"reports/{TOKEN}.json", f"{TOKEN}.yaml"):
        assert f"{name}: no such file or folder" in command("check", name, cwd=tmp_path).stderr
    assert "Did you mean --format?" in command("verify", "--formt", "json", cwd=tmp_path).stderr


@pytest.mark.parametrize("name", ["AWS_SECRET_ACCESS_KEY", "settings.database_password", "GITHUB_TOKEN"])
def test_a_configuration_cannot_send_any_variable(tmp_path: Path, name: str) -> None:
    """Even where the value could be a token."""
    (tmp_path / "app.py").write_text(GOOD)
    (tmp_path / "pyproject.toml").write_text(f'[tool.attio-scopes.tokens.a]\nscopes = []\nenv = ["{name}"]\n')
    variable = name.rpartition(".")[2].upper()
    done = command("verify", "--base-url", "http://127.0.0.1:9", cwd=tmp_path, env={**os.environ, variable: TOKEN})
    assert (done.returncode, "does not mention Attio: name the variable with --env" in done.stderr) == (2, True)
    done = command("verify", "--env", variable, "--base-url", "http://127.0.0.1:9", cwd=tmp_path, env={**os.environ, variable: TOKEN})
    assert (done.returncode, "127.0.0.1:9" in done.stderr) == (2, True)


WRONG = {
    "a long key": f"{'k' * 300_000} = 1\n",
    "a long value": f'scopes = ["{"x" * 300_000}"]\n',
    "many keys": "".join(f"k{number} = 1\n" for number in range(6_000)),
    "many scopes": f"scopes = {json.dumps([f'x{number}:read' for number in range(6_000)])}\n",
    "a long glob": f'exclude = ["[{"9-0" * 60_000}]"]\n',
}


@pytest.mark.slow
@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_configuration_is_told_in_few_words(tmp_path: Path, name: str) -> None:
    (tmp_path / "app.py").write_text(GOOD)
    (tmp_path / "pyproject.toml").write_text("[tool.attio-scopes]\n" + WRONG[name])
    done = command("check", cwd=tmp_path)
    assert done.returncode == 2
    assert 10 < len(done.stderr) < 60_000


def test_an_interruption_while_it_is_loaded(tmp_path: Path) -> None:
    program = (
        "import builtins\nreal = builtins.__import__\n"
        "def interrupted(name, *rest):\n    if name == 'click':\n        raise KeyboardInterrupt\n    return real(name, *rest)\n"
        "import attio_scopes.__main__ as entry\nbuiltins.__import__ = interrupted\nentry.start()\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (130, "interrupted\n")


@pytest.mark.slow
def test_flake8_says_that_a_file_cannot_be_parsed(tmp_path: Path) -> None:
    pytest.importorskip("flake8")
    (tmp_path / "app.py").write_text(GOOD + "raise =\n")
    (tmp_path / "pyproject.toml").write_text(SCOPES)
    for select, code in (("ATS", 1), ("ATS001", 1), ("W", 0), ("ATS,E9", 1)):
        arguments = [sys.executable, "-I", "-m", "flake8", "--select", select, "app.py"]
        done = subprocess.run(arguments, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert (done.returncode, "E999" in done.stdout) == (code, code == 1), (select, done.stdout, done.stderr)
