"""Folders and links that look like what nobody has to look at: they are looked at, or counted."""

from __future__ import annotations

import json
from pathlib import Path

from tests.hostile import GOOD, calls, command, resolved


def test_lookalike_folders(tmp_path: Path) -> None:
    for name in ("src", "build", "x.py", "pkg.json", ".hidden", "node_modules", "__pycache__"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "run.py").write_text(GOOD)
    (tmp_path / "src" / "pyvenv.cfg").touch()
    (tmp_path / "build" / "lib").touch()
    (tmp_path / "ok.py").write_text("x = 1\n")
    report = calls(tmp_path)
    assert resolved(report) == [".hidden/run.py", "__pycache__/run.py", "build/run.py", "pkg.json/run.py", "src/run.py", "x.py/run.py"]
    assert [item.path for item in report.left_out] == ["node_modules/"]


def test_what_is_left_out_of_a_lookalike_is_told(tmp_path: Path) -> None:
    for name in ("src/lib", "build/lib", ".tox/a", "lib/site-packages"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "run.py").write_text(GOOD)
    (tmp_path / "src" / "pyvenv.cfg").touch()
    (tmp_path / "ok.py").write_text("x = 1\n")
    (tmp_path / "out.py").symlink_to("/etc/hostname")
    done = command("calls", "--format", "json", ".", cwd=tmp_path)
    report = json.loads(done.stdout)
    assert [item["path"] for item in report["left_out"]] == [".tox/", "build/lib/", "lib/site-packages/", "out.py", "src/lib/"]
    assert report["summary"]["left_out"] == 5
    assert "5 files and folders were not analysed" in command("calls", ".", cwd=tmp_path).stdout
