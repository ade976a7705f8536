"""What git ignores is left out and counted; what it tracks never is, whatever a .gitignore says."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from attio_scopes.cli import main
from attio_scopes.discover import Selection, discover
from attio_scopes.discover.git_index import tracked_files

CALL = 'import requests\n\nrequests.post("https://api.attio.com/v2/webhooks")\n'
needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=T", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false"]
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    done = subprocess.run(["git", *identity, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=True)
    return done.stdout


def make(root: Path, *paths: str) -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(CALL, encoding="utf-8")


def found(root: Path, *paths: str) -> list[str]:
    asked = [str(root / path) for path in paths] or [str(root)]
    return [file.path for file in discover(asked, str(root), Selection(), gitignore=True).files]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = tmp_path / "repository"
    root.mkdir()
    git(root, "init", "-q")
    return root


@needs_git
def test_files_nested_ones_negation_and_exclude(repository: Path) -> None:
    make(
        repository, "app.py", "out/a.py", "gen_x.py", "gen_keep.py", "sub/local.py", "sub/deep/local.py", "other/local.py", "mine.py",
        "data/a.py", "data/keep.py",
    )  # fmt: skip
    (repository / ".gitignore").write_text("# a comment\n\nout/\ngen_*.py\n!gen_keep.py\ndata/**\n!data/keep.py\n", encoding="utf-8")
    (repository / "sub" / ".gitignore").write_text("/local.py\n", encoding="utf-8")
    (repository / ".git" / "info" / "exclude").write_text("mine.py\n", encoding="utf-8")
    discovery = discover([str(repository)], str(repository), Selection(), gitignore=True)
    assert [file.path for file in discovery.files] == ["app.py", "data/keep.py", "gen_keep.py", "other/local.py", "sub/deep/local.py"]
    assert discovery.ignored == ("data/a.py", "gen_x.py", "mine.py", "out/", "sub/local.py")
    assert len(discover([str(repository)], str(repository), Selection()).files) == 10


@needs_git
def test_the_rules_above_the_checked_folder_hold(repository: Path) -> None:
    make(repository, "src/a.py", "src/out/b.py")
    (repository / ".gitignore").write_text("src/out\n", encoding="utf-8")
    assert found(repository, "src") == ["src/a.py"]
    assert found(repository, "src/out") == ["src/out/b.py"]  # asked for by name


@needs_git
def test_what_is_tracked_is_looked_at(repository: Path) -> None:
    """A pull request cannot hide its file by a line in .gitignore."""
    make(repository, "app.py", "hidden.py", "folder/hidden.py", "folder/loose.py", "vendor/x.py")
    git(repository, "add", "app.py", "hidden.py", "folder/hidden.py")
    (repository / ".gitignore").write_text("*\n", encoding="utf-8")
    assert "hidden.py" in found(repository)
    assert "folder/hidden.py" in found(repository)
    assert "vendor/x.py" not in found(repository)


def test_outside_of_a_repository_nothing_is_ignored(tmp_path: Path) -> None:
    make(tmp_path, "app.py")
    (tmp_path / ".gitignore").write_text("*\n", encoding="utf-8")
    assert found(tmp_path) == ["app.py"]


@needs_git
@pytest.mark.parametrize("index", [b"", b"DIRC", b"DIRC\0\0\0\x09\0\0\0\0", b"DIRC\0\0\0\x02\xff\xff\xff\xff", b"\0" * 100])
def test_where_it_is_not_known_what_is_tracked_everything_is(repository: Path, index: bytes) -> None:
    make(repository, "app.py")
    (repository / ".gitignore").write_text("*\n", encoding="utf-8")
    (repository / ".git" / "index").write_bytes(index)
    assert found(repository) == ["app.py"]


@needs_git
@pytest.mark.parametrize("version", ["2", "3", "4"])
@pytest.mark.parametrize("hashes", ["sha1", "sha256"])
def test_indexes_are_read_as_git_reads_them(tmp_path: Path, version: str, hashes: str) -> None:
    try:
        git(tmp_path, "init", "-q", f"--object-format={hashes}")
    except subprocess.CalledProcessError:
        pytest.skip("this git knows one kind only")
    names = ["a.py", "a/b.py", "a/b/c.py", "caf\u00e9.py", "x" * 200 + ".py", "deep/" * 20 + "z.py", "new.py"]
    make(tmp_path, *names)
    git(tmp_path, "add", *names[:-1])
    if version == "3":
        git(tmp_path, "add", "--intent-to-add", "new.py")
    git(tmp_path, "update-index", "--index-version", version)
    git(tmp_path, "commit", "-q", "-m", "x")
    data = (tmp_path / ".git" / "index").read_bytes()
    expected = git(tmp_path, "ls-files", "-z").encode().split(b"\0")[:-1]
    assert tracked_files(data, 32 if hashes == "sha256" else 20) == frozenset(expected)


@needs_git
def test_further_working_trees_and_repositories_inside(repository: Path, tmp_path: Path) -> None:
    make(repository, "app.py")
    git(repository, "add", ".")
    git(repository, "commit", "-q", "-m", "x")
    git(repository, "worktree", "add", "-q", str(tmp_path / "second"))
    make(tmp_path / "second", "loose.py")
    (repository / ".git" / "info" / "exclude").write_text("*.py\n", encoding="utf-8")
    assert found(tmp_path / "second") == ["app.py"]
    inner = repository / "inner"
    inner.mkdir()
    git(inner, "init", "-q")
    make(inner, "other.py")
    assert found(repository) == ["app.py", "inner/other.py"]  # the rules of a repository end at another one


@needs_git
def test_an_index_in_two_files_is_not_guessed_at(repository: Path) -> None:
    make(repository, "app.py", "b.py")
    git(repository, "add", ".")
    git(repository, "update-index", "--split-index")
    make(repository, "c.py")
    (repository / ".gitignore").write_text("*.py\n", encoding="utf-8")
    assert found(repository) == ["app.py", "b.py", "c.py"]


PIECES = ["a", "b", "*", "**", "/", "?", "[ab]", "!", ".py", "/**", "**/", "\\"]


@needs_git
@pytest.mark.slow
@settings(max_examples=300, deadline=None, database=None, derandomize=True)
@given(st.lists(st.lists(st.sampled_from(PIECES), min_size=1, max_size=5).map("".join), min_size=1, max_size=4))
def test_the_same_files_as_git(tmp_path_factory: pytest.TempPathFactory, lines: list[str]) -> None:
    root = tmp_path_factory.mktemp("same")
    git(root, "init", "-q")
    make(root, "a.py", "b.py", "ab.py", "a/a.py", "a/b.py", "b/a/ab.py", "b/b/b.py", "ab/a/b/a.py")
    (root / ".gitignore").write_text("\n".join(lines) + "\n", encoding="utf-8")
    theirs = git(root, "ls-files", "--others", "--exclude-standard", "-z").split("\0")
    taken = {path for path in theirs if path.endswith(".py")}
    assert taken <= set(found(root)), "what git takes is looked at"
    if not any(re.search(r"[^/!]\*\*|\*\*[^/]", line) for line in lines):  # what such stars mean git's own pages leave open
        assert taken == set(found(root))


FORMATS = ("markdown", "github", "azure", "sarif", "junit", "gitlab", "rdjson")


def attio_scopes(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


@needs_git
def test_it_is_counted_in_every_format(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(repository, "app.py", "out/a.py", "loose.py", "__pycache__/x.py")
    (repository / ".gitignore").write_text("out/\nloose.py\n__pycache__/\n", encoding="utf-8")
    (repository / "attio-scopes.yaml").write_text("scopes: [webhook:read-write]\n", encoding="utf-8")
    monkeypatch.chdir(repository)
    told = {form: attio_scopes("check", "--no-cache", "--format", form).stdout for form in ("full", "concise", "grouped", *FORMATS)}
    for form in ("full", "concise", "grouped"):
        assert "1 Attio call in 1 file (2 ignored by git left out): 1 covered." in told[form]
    for form in FORMATS:
        assert "2 files and folders that git ignores left out" in told[form].replace("\\", "")
    assert json.loads(attio_scopes("check", "--no-cache", "--format", "json").stdout)["summary"]["ignored"] == 2
    assert "left out: out/ (ignored by git)" in attio_scopes("check", "--show-files").stdout
    assert "4 Attio calls in 4 files:" in attio_scopes("check", "--no-cache", "--no-gitignore").stdout
    assert attio_scopes("check", "--no-cache", "--strict").exit_code == 1
