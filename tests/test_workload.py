"""What `--verbose` says of a run: files, functions, the way to the farthest file, bounds; and that nothing is worked out twice for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from attio_scopes.cli import main

FILES = {
    "client.py": 'import requests\nfrom paths import notes\n\n\ndef get():\n    requests.get("https://api.attio.com/v2" + notes())\n',
    "paths.py": 'from deep.names import NOTES\n\n\ndef notes():\n    return "/" + NOTES\n',
    "deep/__init__.py": "",
    "deep/names.py": 'NOTES = "notes"\n',
    "job.py": "import client\n\nclient.get()\n",
    "other.py": "print(1)\n",
}


def said(project: Path, *more: str) -> list[str]:
    for name, text in FILES.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(text, encoding="utf-8")
    result = CliRunner().invoke(main, ["calls", str(project), "--verbose", *more], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    assert "/v2/notes" in result.stdout
    return result.stderr.splitlines()


def test_verbose_says_what_was_done(tmp_path: Path) -> None:
    lines = said(tmp_path, "--no-cache")
    assert lines == [
        "searched 6 files for Attio: 1 can have to do with it",
        "parsed 1 file, 2 files more because imports lead there",
        "worked out 2 functions in 3 passes",
        "farthest file: client.py imports paths.py, which imports deep/names.py",
    ]


def test_verbose_says_that_nothing_was_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATTIO_SCOPES_CACHE_DIR", str(tmp_path / "cache"))
    project = tmp_path / "project"
    project.mkdir()
    said(project)
    (line,) = said(project)
    assert line.startswith("no file changed")


def test_verbose_names_the_bounds_that_were_reached(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("attio_scopes.engine.bounds.ROUNDS", 1)
    (tmp_path / "loop.py").write_text(
        'import requests\n\n\ndef up(n, path):\n    return path if n == 0 else down(n - 1, path + "/x")\n\n\n'
        'def down(n, path):\n    return up(n - 1, path + "/y")\n\n\nrequests.get("https://api.attio.com/v2" + up(4, "/notes"))\n',
        encoding="utf-8",
    )
    lines = said(tmp_path, "--no-cache")
    assert [line for line in lines if line.startswith("bound reached: ")]


def test_without_verbose_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text('import requests\n\nrequests.get("https://api.attio.com/v2/self")\n', encoding="utf-8")
    assert CliRunner().invoke(main, ["calls", str(tmp_path), "--no-cache"]).stderr == ""
