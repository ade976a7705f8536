"""Shell completion in the real shells, set up by the very lines of the README."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow  # it starts programs

README = (Path(__file__).resolve().parent.parent / "README.md").read_text(encoding="utf-8")
SETUP = {shell: line.replace("\\|", "|") for shell, line in re.findall(r"^\| (bash|zsh|fish) \| `([^`]+)` \|", README, re.MULTILINE)}
# How each shell is asked for what it would offer for a line; LINE stands for it.
ASK = {
    "bash": """
SETUP
compopt() { :; }
set -f; COMP_WORDS=(LINE); set +f
if [[ "LINE" == *" " ]]; then COMP_WORDS+=(""); fi
COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))
_attio_scopes_completion attio-scopes
printf '%s\\n' "${COMPREPLY[@]}"
""",
    "zsh": """
compdef() { :; }  # what compinit brings, and takes seconds to
SETUP
compadd() { shift 4; print -l -- ${(P)1}; }
_describe() { print -l -- ${(P)3}; }
words=(${(s: :)${:-LINE}}); if [[ "LINE" == *" " ]]; then words+=(""); fi
CURRENT=$#words
_attio_scopes_completion
""",
    "fish": """
SETUP
complete -C "LINE"
""",
}


def offered(shell: str, line: str, home: Path) -> list[str]:
    """What the shell offers for the end of a line, without descriptions."""
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"NOT TRIED in {shell}: it is not installed")
    script = ASK[shell].replace("SETUP", SETUP[shell]).replace("LINE", line)
    environment = {
        **{name: value for name, value in os.environ.items() if name not in ("BASH_ENV", "ZDOTDIR")},
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]), "HOME": str(home),
    }  # fmt: skip
    arguments = {"bash": ["--norc", "-c"], "zsh": ["-f", "-c"], "fish": ["--no-config", "-c"]}[shell]
    done = subprocess.run(
        [program, *arguments, script], env=environment, cwd=home, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False
    )
    assert done.stderr == ""
    return [re.split(r"(?<!\\):|\t", item)[0].replace("\\:", ":") for item in done.stdout.splitlines() if item]


def test_the_readme_has_a_line_for_each_shell() -> None:
    assert set(SETUP) == set(ASK)


@pytest.mark.parametrize("shell", ASK)
def test_commands_options_and_values(shell: str, tmp_path: Path) -> None:
    assert offered(shell, "attio-scopes ch", tmp_path) == ["check"]
    assert set(offered(shell, "attio-scopes check --format g", tmp_path)) == {"grouped", "github", "gitlab"}
    assert set(offered(shell, "attio-scopes explain ATS10", tmp_path)) == {"ATS101", "ATS102", "ATS103"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [("webhook : re", {"read", "read-write"}), ("webhook :", {"read", "read-write"}), ("webhook : read-", {"read-write"})],
)
def test_bash_takes_a_colon_for_a_word_of_its_own(words: str, expected: set[str], tmp_path: Path) -> None:
    """What is offered takes the place of what is behind the colon."""
    assert set(offered("bash", f"attio-scopes explain {words}", tmp_path)) >= expected
    assert not any("webhook" in item for item in offered("bash", f"attio-scopes explain {words}", tmp_path))
