"""The report in a terminal: colours and width by what the terminal, the environment and the options say."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from attio_scopes.cli.options import Screen, screen

pytestmark = pytest.mark.slow  # it starts programs

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "crm-sync"
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


class Stream:
    def __init__(self, terminal: bool) -> None:
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


@pytest.mark.parametrize(
    ("option", "terminal", "environment", "colored"),
    [
        ("auto", True, {}, True),
        ("auto", False, {}, False),
        ("auto", True, {"TERM": "dumb"}, False),
        ("auto", True, {"NO_COLOR": "1"}, False),
        ("auto", True, {"NO_COLOR": ""}, True),
        ("auto", False, {"FORCE_COLOR": "1"}, True),
        ("auto", False, {"FORCE_COLOR": ""}, False),
        ("auto", True, {"FORCE_COLOR": "1", "TERM": "dumb"}, True),
        ("auto", False, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ("always", False, {"NO_COLOR": "1"}, True),
        ("never", True, {"FORCE_COLOR": "1"}, False),
    ],
)
def test_who_decides_about_colours(
    option: str, terminal: bool, environment: dict[str, str], colored: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", Stream(terminal))
    assert screen(option, False).color is colored


def test_a_file_is_neither_coloured_nor_wrapped_by_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Stream(True))
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "60")
    assert screen("auto", True) == Screen(False, 100)


@pytest.mark.parametrize(("columns", "width"), [("60", 60), ("132", 132), ("", 100), ("0", 100), ("wide", 100)])
def test_a_pipe_has_the_width_that_columns_says(columns: str, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Stream(False))
    monkeypatch.setenv("COLUMNS", columns)
    assert screen("auto", False).width == width


def in_terminal(*arguments: str, columns: int) -> str:
    """What a command prints on a real pseudo-terminal of that width."""
    if os.name != "posix":
        pytest.skip("NOT TRIED: pseudo-terminals are POSIX's")
    import fcntl
    import pty
    import struct
    import termios

    parent, child = pty.openpty()
    fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    environment = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR")}
    process = subprocess.Popen(
        [sys.executable, "-m", "attio_scopes", *arguments],
        stdout=child, stderr=subprocess.DEVNULL, stdin=child, cwd=EXAMPLE, env={**environment, "TERM": "xterm-256color"},
    )  # fmt: skip
    os.close(child)
    data = b""
    try:
        while piece := os.read(parent, 65536):
            data += piece
    except OSError:  # what Linux says when the other end is closed
        pass
    os.close(parent)
    assert process.wait(timeout=60) == 1
    return data.decode("utf-8").replace("\r\n", "\n")


@pytest.mark.parametrize("columns", [80, 120])
def test_a_terminal_gets_colours_and_its_own_width(columns: int) -> None:
    shown = in_terminal("check", columns=columns)
    assert "\x1b[1;31merror\x1b[0m" in shown
    plain = ESCAPE.sub("", shown)
    assert "\x1b" not in plain
    lines = [line for line in plain.splitlines() if not line.startswith("  docs: ")]  # an address is never broken
    assert max(map(len, lines)) <= columns
    assert any(len(line) > 80 for line in lines) is (columns > 80)


@pytest.mark.parametrize("form", ["text", "grouped", "concise"])
def test_a_pipe_gets_plain_text(form: str) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "FORCE_COLOR"}
    done = subprocess.run(
        [sys.executable, "-m", "attio_scopes", "check", "--format", form, "--statistics"],
        cwd=EXAMPLE, env=environment, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert "\x1b" not in done.stdout
    assert done.stdout.isascii()
    assert "crm_sync/client.py" in done.stdout
