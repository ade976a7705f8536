"""What `check` writes where: several formats at once, the layouts for people, and what does not go together."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from attio_scopes.cli import main

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "crm-sync"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    copy = Path(shutil.copytree(EXAMPLE, tmp_path / "crm-sync", ignore=shutil.ignore_patterns("__pycache__")))
    monkeypatch.chdir(copy)
    return copy


def check(*arguments: str) -> Result:
    """Run the command in this process, in the project."""
    return CliRunner().invoke(main, ["check", *arguments])


def process(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own, whose output is a real one."""
    command = [sys.executable, "-m", "attio_scopes", "check", *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def test_several_formats_at_once_one_to_standard_output_the_others_to_files(project: Path) -> None:
    done = check("--format", "concise", "--format", "sarif:out.sarif", "--format", "jsonl:out.jsonl", "--format", "text:out.txt")
    assert done.exit_code == 1, done.stderr
    assert done.stdout.startswith("crm_sync/client.py:83:9: error ATS001 POST /v2/notes needs note:read-write, ")
    assert len(json.loads((project / "out.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]) == 5
    rows = [json.loads(line) for line in (project / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert sum("code" in row for row in rows) == 5
    assert "docs: https://docs.attio.com/" in (project / "out.txt").read_text(encoding="utf-8")


def test_a_file_that_cannot_be_written_is_the_users_error_and_leaves_nothing_behind(project: Path) -> None:
    before = sorted(path.name for path in project.iterdir())
    done = check("--format", "sarif:pyproject.toml/out.sarif")
    assert done.exit_code == 2, done.stdout
    assert "pyproject.toml/out.sarif" in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(path.name for path in project.iterdir()) == before


def test_group_by_means_grouped(project: Path) -> None:
    done = check("--group-by", "file")
    assert done.stdout.startswith("crm_sync/client.py: 3 errors\n  83:9: error ATS001 missing-scope\n")
    assert check("--format", "grouped").stdout.startswith("note:read-write: 1 error\n")
    assert check("--format", "grouped", "--group-by", "token").stdout.startswith("Token default: 3 errors, 2 warnings\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--format", "json", "--group-by", "file"), "--group-by belongs to --format grouped"),
        (("--format", "json", "--statistics"), "--statistics belongs to the formats for people: text, full, concise, grouped"),
        (("--format", "text", "--format", "json"), "two formats go to standard output"),
        (("--format", "json:a", "--format", "sarif:./a"), "two formats go to the file a"),
        (("--format", "conscise"), "did you mean concise?"),
        (("--group-by", "colour"), "'colour' is not one of 'scope', 'file', 'token'"),
    ],
)
def test_what_does_not_go_together_is_told_before_anything_is_done(arguments: tuple[str, ...], said: str, project: Path) -> None:
    done = check(*arguments)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert said in done.stderr
    assert not (project / "a").exists()


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="NOT TRIED: devices and pipes are POSIX's")
def test_a_device_or_a_pipe_is_written_to_and_never_replaced(project: Path) -> None:
    pipe = project / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE, text=True, encoding="utf-8") as reader:
        done = process("--format", "concise", "-o", "pipe")
        assert reader.stdout is not None
        read = reader.stdout.read()
    assert done.returncode == 1, done.stderr
    assert read.startswith("crm_sync/client.py:83:9: error ATS001 ")
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert process("--format", "concise", "-o", "/dev/stdout").stdout == read
    assert stat.S_ISCHR(os.stat(os.devnull).st_mode)
    assert process("-o", os.devnull).returncode == 1
    assert stat.S_ISCHR(os.stat(os.devnull).st_mode)


@pytest.mark.skipif(os.name != "posix", reason="NOT TRIED: links are POSIX's")
def test_a_link_stays_a_link(project: Path) -> None:
    (project / "kept").mkdir()
    (project / "kept" / "out.txt").write_text("old", encoding="utf-8")
    (project / "out.txt").symlink_to("kept/out.txt")
    assert check("--format", "concise:out.txt").exit_code == 1
    assert (project / "out.txt").is_symlink()
    assert (project / "kept" / "out.txt").read_text(encoding="utf-8").startswith("crm_sync/client.py:83:9: error")
