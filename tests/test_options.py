"""Options of the command line that choose what is reported and where the text comes from, and what is refused with a way out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from attio_scopes.cli import main

CODE = 'import requests\n\nrequests.post("https://api.attio.com/v2/webhooks")\nrequests.get("https://api.attio.com/v2/nots")\n'


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "app.py").write_text(CODE, encoding="utf-8")
    (tmp_path / "attio-scopes.yaml").write_text("scopes: [task:read]\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, text: str | None = None) -> Result:
    return CliRunner().invoke(main, list(arguments), input=text)


def codes(*arguments: str) -> list[str]:
    return [f["code"] for f in json.loads(run("check", "--no-cache", "--format", "json", *arguments).stdout)["findings"]]


def test_select_and_ignore(project: Path) -> None:
    assert codes() == ["ATS001", "ATS003"]
    assert codes("--select", "ATS001") == ["ATS001"]
    assert codes("--select", "unknown-endpoint,ATS001") == ["ATS001", "ATS003"]
    assert codes("--ignore", "missing-scope") == ["ATS003"]
    assert codes("--select", "ATS001", "--no-ignores") == ["ATS001"]
    assert run("check", "--no-cache", "--ignore", "ATS001,ATS003").exit_code == 0
    wrong = run("check", "--select", "ATS0O1")
    assert (wrong.exit_code, "did you mean ATS" in wrong.output) == (2, True)


def test_quiet_prints_findings_only(project: Path) -> None:
    for form in ("full", "concise", "grouped"):
        text = run("check", "--no-cache", "-q", "--format", form).stdout
        assert "ATS001" in text
        assert "Attio calls" not in text
        assert "missing scopes" not in text
    (project / "app.py").write_text("X = 1\n", encoding="utf-8")
    (project / "attio-scopes.yaml").write_text("scopes: []\n", encoding="utf-8")
    assert run("check", "--no-cache", "--quiet").stdout == ""


def test_a_file_from_standard_input(project: Path) -> None:
    edited = CODE.replace("post", "get")
    assert "GET /v2/webhooks" in run("calls", "-", "--stdin-filename", "app.py", "--no-cache", text=edited).stdout
    assert (
        "app.py:3:1: error ATS001"
        in run("check", "-", "--stdin-filename", "app.py", "--no-cache", "--format", "concise", text=edited).stdout
    )
    for arguments in (
        ["-"],
        ["-", "app.py", "--stdin-filename", "app.py"],
        ["--stdin-filename", "app.py"],
        ["-", "--stdin-filename", "no.py"],
    ):
        assert run("check", *arguments, text="").exit_code == 2


def test_explain_all(project: Path) -> None:
    text = run("explain", "--all").stdout
    assert all(f"ATS{number} " in text for number in ("001", "101", "902"))
    assert run("explain").exit_code == 2
    assert run("explain", "--all", "ATS001").exit_code == 2
    assert "\x1b[" in run("explain", "ATS001", "--color", "always").stdout
    assert "\x1b[" not in run("explain", "ATS001").stdout


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of its own")
def test_a_page_does_not_go_to_a_terminal(project: Path) -> None:
    import pty

    end, terminal = pty.openpty()
    done = subprocess.run([sys.executable, "-m", "attio_scopes", "report"], stdout=terminal, stderr=subprocess.PIPE, text=True, check=False)
    os.close(terminal)
    os.close(end)
    assert (done.returncode, "--output scopes.html" in done.stderr) == (2, True)
    assert "<!doctype html>" in run("report").stdout.lower()


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("pyproject.toml", "[tool.attio_scopes]\nscopes = []\n", "[tool.attio_scopes] is not read: it must be [tool.attio-scopes]"),
        ("pyproject.toml", "[attio-scopes]\nscopes = []\n", "[attio-scopes] is not read"),
        ("pyproject.toml", "[tool.attio-scope]\nscopes = []\n", "[tool.attio-scope] is not read"),
        ("pyproject.toml", "[project\n", "is not valid TOML"),
        ("attio_scopes.yml", "scopes: []\n", "its name must be attio-scopes.yaml"),
        (".attio-scopes.yaml", "scopes: []\n", "its name must be attio-scopes.yaml"),
    ],
)
def test_no_configuration_names_init_and_what_may_have_been_meant(project: Path, name: str, text: str, says: str) -> None:
    (project / "attio-scopes.yaml").unlink()
    (project / name).write_text(text, encoding="utf-8")
    result = run("check", "--no-cache")
    assert result.exit_code == 2
    assert "no configuration found: `attio-scopes init` writes one" in result.output
    assert says in result.output


def test_other_tables_are_not_taken_for_ours(project: Path) -> None:
    (project / "attio-scopes.yaml").unlink()
    (project / "pyproject.toml").write_text("[tool.ruff]\n[tool.attio]\n[project]\n", encoding="utf-8")
    assert "is not read" not in run("check", "--no-cache").output


def test_appending_does_not_break_a_configuration(project: Path) -> None:
    (project / "attio-scopes.yaml").unlink()
    file = project / "pyproject.toml"
    command = [sys.executable, "-m", "attio_scopes", "scopes", "--no-cache", "--format", "toml"]
    for _ in range(2):
        with file.open("a", encoding="utf-8") as target:
            done = subprocess.run(command, stdout=target, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, "cannot be appended" in done.stderr) == (2, True)
    assert run("check", "--no-cache").exit_code == 0, "the file is valid"


def test_every_command_that_reads_a_project_takes_the_options_of_reading() -> None:
    for command in (["check"], ["calls"], ["scopes"], ["report"], ["init"], ["diff"], ["verify"], ["baseline", "write"]):
        text = run(*command, "--help").stdout
        assert [option for option in ("--no-cache", "--jobs", "--no-gitignore") if option not in text] == [], command


def test_options_are_listed_by_what_they_are_for() -> None:
    text = run("check", "--help").stdout
    titles = [line for line in text.splitlines() if line.endswith(":") and not line.startswith(" ")]
    assert titles == ["Options:", "What to analyse:", "Configuration:", "Entry points:", "Findings:", "Output:",
                      "Exit code:", "Changes to the configuration:", "Speed:", "Limits:", "Formats:"]  # fmt: skip
    assert text.index("\nExit code:\n") < text.index("--fail-on [") < text.index("Changes to the configuration:")


def test_calls_by_group(project: Path) -> None:
    text = run("calls", "--no-cache", "--group-by", "endpoint").stdout
    assert "POST /v2/webhooks: 1 call\napp.py:3:1: POST /v2/webhooks" in text
    assert "webhook:read-write: 1 call" in run("calls", "--no-cache", "--group-by", "scope").stdout
    assert "app.py: 2 calls" in run("calls", "--no-cache", "--group-by", "file").stdout
    assert run("calls", "--no-cache", "--group-by", "file", "--format", "json").exit_code == 2


def test_an_endpoint_in_colour_and_wrapped(project: Path) -> None:
    text = CliRunner(env={"COLUMNS": "60"}).invoke(main, ["manifest", "show", "POST", "/v2/notes", "--color", "always"]).stdout
    assert "\x1b[36mnote:read-write" in text
    plain = CliRunner(env={"COLUMNS": "60"}).invoke(main, ["manifest", "show", "POST", "/v2/notes"]).stdout
    assert "\x1b" not in plain
    assert [line for line in plain.splitlines() if len(line) > 60 and " " in line.strip()] == []
