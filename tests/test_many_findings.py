"""Many findings of one kind: the default text groups them, advice is given once, and what is to be copied stays in one piece."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from attio_scopes.cli import main

HEAD = 'import requests\n\nAPI = "https://api.attio.com/v2"\n'


def run(folder: Path, code: str, *arguments: str, width: int = 80) -> str:
    (folder / "app.py").write_text(HEAD + code, encoding="utf-8")
    (folder / "plain.py").write_text("X = 1\n", encoding="utf-8")
    (folder / "attio-scopes.yaml").write_text("scopes: []\n", encoding="utf-8")
    return CliRunner(env={"COLUMNS": str(width)}).invoke(main, ["check", str(folder), "--no-cache", *arguments]).stdout


@pytest.mark.parametrize(("number", "grouped"), [(20, False), (21, True)])
def test_text_groups_where_there_are_many_of_one_kind(tmp_path: Path, number: int, grouped: bool) -> None:
    code = 'requests.get(f"{API}/webhooks")\n' * number
    text = run(tmp_path, code)
    assert ("webhook:read: 21 errors" in text) == grouped
    assert ("--format full shows each" in text) == grouped
    assert (text.count("help:") == 1) == grouped
    assert run(tmp_path, code, "--format", "full").count("help:") == number


def test_a_group_says_once_what_to_grant(tmp_path: Path) -> None:
    """Not read for one call and read-write for another."""
    code = 'requests.get(f"{API}/webhooks")\nrequests.post(f"{API}/webhooks")\n'
    text = run(tmp_path, code, "--format", "grouped")
    assert "webhook:read-write: 2 errors" in text
    assert text.count("help:") == 1
    assert "Grant webhook:read-write in Attio" in text
    assert "Grant webhook:read in Attio" not in text


@pytest.mark.parametrize("width", [40, 80, 120])
def test_a_comment_to_copy_is_never_broken(tmp_path: Path, width: int) -> None:
    code = 'def f(about):\n    return requests.get(f"{API}/threads", params=about)\n'
    lines = run(tmp_path, code, "--format", "full", width=width).splitlines()
    pins = [line.strip() for line in lines if "# attio-scopes:" in line]
    assert pins == [f"# attio-scopes: endpoint GET /v2/threads when subject={what}" for what in ("record", "entry")]


def test_only_comments_that_help_are_offered(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(HEAD + 'def f(about):\n    return requests.get(f"{API}/threads", params=about)\n', encoding="utf-8")
    scopes = "comment:read, object_configuration:read, record_permission:read"
    (tmp_path / "attio-scopes.yaml").write_text(f"scopes: [{scopes}]\n", encoding="utf-8")
    text = CliRunner().invoke(main, ["check", str(tmp_path), "--no-cache"]).stdout
    assert "when subject=record" in text
    assert "when subject=entry" not in text


def test_files_with_calls_and_files_that_were_read(tmp_path: Path) -> None:
    assert "2 Attio calls in 1 file (2 files read)" in run(tmp_path, 'requests.get(f"{API}/webhooks")\n' * 2)
