"""Scopes that stay declared though no call needs them: by `keep`, by a written reason, by a comment on their line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from attio_scopes.cli import main

CODE = 'import requests\n\nrequests.get("https://api.attio.com/v2/webhooks")\n'
TOML = '[tool.attio-scopes]\nscopes = [\n    "webhook:read-write",\n    "user_management:read",\n]\n'


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "app.py").write_text(CODE, encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(TOML, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> str:
    return CliRunner().invoke(main, list(arguments)).output


def codes() -> list[tuple[str, int]]:
    report = json.loads(run("check", "--no-cache", "--format", "json"))
    return [(finding["code"], finding["line"]) for finding in report["findings"]]


def test_without_any_both_are_told(project: Path) -> None:
    assert codes() == [("ATS102", 3), ("ATS101", 4)]
    assert 'keep = ["user_management:read"]' in run("check", "--no-cache")


@pytest.mark.parametrize(
    ("added", "left"),
    [
        ('keep = ["user_management:read"]\n', [("ATS102", 3)]),
        ('keep = ["webhook:read-write"]\n', [("ATS101", 4)]),
        ('keep = ["user_management:read", "webhook:read-write"]\n', []),
        ('[tool.attio-scopes.reasons]\n"user_management:read" = "the nightly export"\n', [("ATS102", 3)]),
    ],
)
def test_keep_and_reasons(project: Path, added: str, left: list[tuple[str, int]]) -> None:
    (project / "pyproject.toml").write_text(TOML + added, encoding="utf-8")
    assert codes() == left


def test_what_is_kept_is_told(project: Path) -> None:
    reasons = '[tool.attio-scopes.reasons]\n"user_management:read" = "the nightly export"\n'
    (project / "pyproject.toml").write_text(TOML + 'keep = ["webhook:read-write"]\n' + reasons, encoding="utf-8")
    text = run("check", "--no-cache")
    assert "kept: user_management:read, which no call needs: the nightly export" in text
    assert "kept: webhook:read-write, which no call needs" in text
    (token,) = json.loads(run("check", "--no-cache", "--format", "json"))["tokens"]
    assert token["kept"] == [
        {"scope": "user_management:read", "reason": "the nightly export"}, {"scope": "webhook:read-write", "reason": None},
    ]  # fmt: skip
    assert (token["unused"], token["broader"]) == ([], [])
    page = run("report")
    assert "Kept" in page
    assert "The configuration keeps it." in page
    assert "nothing to fix" in run("check", "--no-cache", "--fix")


@pytest.mark.parametrize("name", ["pyproject.toml", "attio-scopes.yaml"])
@pytest.mark.parametrize("code", ["[ATS101]", "[unused-scope]", ""])
def test_a_comment_on_the_line_of_the_scope(project: Path, name: str, code: str) -> None:
    (project / "pyproject.toml").unlink()
    comment = f"  # attio-scopes: ignore{code} the export"
    toml = TOML.replace('"user_management:read",', f'"user_management:read",{comment}')
    yaml = f"scopes:\n  - webhook:read-write\n  - user_management:read{comment}\n"
    (project / name).write_text(toml if name.endswith("toml") else yaml, encoding="utf-8")
    assert [found for found, _ in codes()] == ["ATS102"]
    assert [found for found, _ in codes() if found == "ATS101"] == []
    assert "ATS101" in run("check", "--no-cache", "--no-ignores")
    run("check", "--no-cache", "--fix")
    assert "user_management:read" in (project / name).read_text()
    assert "webhook:read-write" not in (project / name).read_text()


def test_a_comment_that_suppresses_nothing_is_told(project: Path) -> None:
    (project / "pyproject.toml").write_text(
        TOML.replace('    "user_management:read",\n', "")
        .replace("read-write", "read")
        .replace('read",', 'read",  # attio-scopes: ignore[ATS101]'),
        encoding="utf-8",
    )
    assert codes() == [("ATS201", 3)]


def test_text_in_quotes_is_no_comment(project: Path) -> None:
    text = TOML + '[tool.attio-scopes.reasons]\n"webhook:read-write" = "# attio-scopes: ignore[ATS101]"\n'
    (project / "pyproject.toml").write_text(text, encoding="utf-8")
    assert codes() == [("ATS101", 4)]


@pytest.mark.parametrize("added", ['keep = ["task:read"]\n', '[tool.attio-scopes.reasons]\n"task:read" = "once"\n'])
def test_what_speaks_of_a_scope_that_is_gone_is_told(project: Path, added: str) -> None:
    (project / "pyproject.toml").write_text(TOML + added, encoding="utf-8")
    assert ("ATS201", 6 if added.startswith("keep") else 7) in codes()
    assert "names task:read, which is not declared" in run("check", "--no-cache")


def test_fix_takes_the_comments_of_a_removed_scope_with_it(project: Path) -> None:
    (project / "pyproject.toml").write_text(
        TOML.replace('"user_management:read",', '"user_management:read",  # the members'), encoding="utf-8"
    )
    run("check", "--no-cache", "--fix")
    assert "members" not in (project / "pyproject.toml").read_text()


def test_an_unknown_scope_is_an_error(project: Path) -> None:
    (project / "pyproject.toml").write_text(TOML + 'keep = ["users:read"]\n', encoding="utf-8")
    assert "pyproject.toml:6: unknown scope users:read" in run("check", "--no-cache")
