"""Names of strangers' files, and texts in their code, that are commands to the CI service which shows the report."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from attio_scopes.model.visible import neutral
from attio_scopes.report.formats import FORMAT_NAMES
from tests.hostile import GOOD, command

ATTACKS = ["::set-output name=deploy::yes", " ::add-mask::x", "##vso[task.prependpath]evil", "##[add-mask]x", "##teamcity[buildStop]"]
COMMAND = re.compile(r"^\s*(?:\x1b\[[0-9;]*m)*\s*::|##[a-z]*\[", re.MULTILINE)
OURS = {
    "github": re.compile(r"^::(?:error|warning|notice) [^\n]*", re.MULTILINE),
    "azure": re.compile(r"^##vso\[task\.logissue ", re.MULTILINE),
}


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files, folders, methods, URLs, functions' comments, reasons and tokens that are commands."""
    root = tmp_path_factory.mktemp("commands")
    for number, attack in enumerate(ATTACKS):
        text = GOOD + f"requests.request({attack!r}, 'https://api.attio.com/v2/notes')  # {attack}\n"
        text += f"requests.get('https://api.attio.com/v2/{attack}')  # attio-scopes: ignore[{attack}] {attack}\n"
        text += f"requests.get('https://api.attio.com/v2/notes')  # attio-scopes: ignore[ATS001] {attack}\n"
        (root / f"{attack}.py").write_text(text)
        (root / attack).mkdir()
        (root / attack / f"{number}.py").write_text(text + "raise =\n" * (number == 2))
    tokens = "".join(f"[tool.attio-scopes.tokens.{json.dumps(attack)}]\nscopes = []\n" for attack in ATTACKS)
    (root / "pyproject.toml").write_text(tokens)
    (root / "b.json").write_text(
        json.dumps({"baseline": 1, "findings": [{"code": "ATS001", "path": attack, "endpoint": attack} for attack in ATTACKS]})
    )
    return root


def assert_neutral(text: str, form: str = "") -> None:
    found = COMMAND.search(OURS[form].sub("", text) if form in OURS else text)
    assert found is None, text[max(0, found.start() - 80) : found.end() + 80]


@pytest.mark.parametrize("form", FORMAT_NAMES)
def test_no_format_has_commands_of_strangers(repository: Path, form: str) -> None:
    done = command("check", "--format", form, "--baseline", "b.json", ".", cwd=repository)
    assert done.returncode == 1, done.stderr
    assert len(done.stdout) > 1_000
    assert_neutral(done.stdout, form)
    assert_neutral(done.stderr)
    if form in ("json", "sarif", "gitlab", "rdjson"):
        assert any(
            attack in json.dumps(json.loads(done.stdout), ensure_ascii=False) for attack in ATTACKS[:3]
        )  # as it was, to who reads it


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--color", "always"),
        ("check", "--group-by", "file"),
        ("check", "--group-by", "token", "--color", "always"),
        ("check", "--statistics"),
        ("calls",),
        ("calls", "--color", "always"),
        ("calls", "--format", "json"),
        ("scopes",),
        ("scopes", "--format", "toml"),
        ("scopes", "--format", "yaml"),
        ("report",),
        ("report", "--format", "markdown"),
        ("explain", "::set-output name=deploy::yes.py:2"),
        ("explain", "##vso[task.prependpath]evil"),
        ("calls", "##vso[task.prependpath]nothing"),
        ("calls", "::error::nothing"),
        ("##[error]x",),
    ],
    ids=" ".join,
)
def test_no_command_has_commands_of_strangers(repository: Path, arguments: tuple[str, ...]) -> None:
    done = command(*arguments, cwd=repository)
    assert done.returncode in (0, 1, 2), done.stderr
    assert len(done.stdout + done.stderr) > 20
    assert_neutral(done.stdout)
    assert_neutral(done.stderr)


def test_a_report_in_a_file_is_neutral_too(repository: Path, tmp_path: Path) -> None:
    command("check", "--format", f"text:{tmp_path / 'report.txt'}", "--format", f"github:{tmp_path / 'report.github'}", ".", cwd=repository)
    assert_neutral((tmp_path / "report.txt").read_text())
    assert_neutral((tmp_path / "report.github").read_text(), "github")


@pytest.mark.parametrize("text", ["a::b", "## heading", "# ##", "x: :y", "## [link]", "std::vector\n  key: value\n"])
def test_what_is_no_command_stays(text: str) -> None:
    assert neutral(text) == text
