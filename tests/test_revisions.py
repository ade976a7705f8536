"""Which repository git reads, and what git is kept from: a stranger's checkout may hold what looks like another repository."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner

from attio_scopes.cli import main
from attio_scopes.model.errors import UserError
from attio_scopes.revisions import commit_of, extract, find_repository
from tests.test_compare import CLIENT, CONFIG, HOOK, commit, git, run

pytestmark = [
    pytest.mark.builds,
    pytest.mark.skipif(os.name != "posix" or not shutil.which("git"), reason="NOT RUN: needs git and a POSIX shell"),
]


@pytest.fixture(autouse=True)
def no_settings_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """main with a client in `crm`; in the working tree `crm` sends one request more."""
    folder = tmp_path / "checkout"
    (folder / "crm").mkdir(parents=True)
    git(folder, "init", "-q", "-b", "main")
    (folder / "crm" / "client.py").write_text(CLIENT, encoding="utf-8")
    (folder / "crm" / "pyproject.toml").write_text(CONFIG, encoding="utf-8")
    commit(folder, "A client")
    (folder / "crm" / "client.py").write_text(CLIENT + HOOK, encoding="utf-8")
    return folder


def program(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


GIT = shutil.which("git") or "git"
OLDER_GIT = f"""#!/bin/sh
for each do
    shift
    case "$each" in safe.bareRepository=*) each=x.y=z ;; esac
    set -- "$@" "$each"
done
unset GIT_NO_LAZY_FETCH
exec {GIT} "$@"
"""
"""A git that knows neither the setting nor the variable, as those before 2.38 and 2.45."""


def look_like_a_repository(folder: Path, marker: Path) -> None:
    """Give a folder what a bare repository has, as a commit could: with its own history, in which nothing changes, and with commands."""
    other = folder.parent.parent / "other"
    shutil.copytree(folder, other)
    git(other, "init", "-q", "-b", "main")
    commit(other, "The same as the working tree")
    for path in (other / ".git").iterdir():
        (shutil.copytree if path.is_dir() else shutil.copy)(path, folder / path.name)
    (folder / "config").write_text(
        "[core]\nrepositoryformatversion = 1\nbare = false\nworktree = .\n"
        f'fsmonitor = "touch {marker}; false"\nhooksPath = "{marker.parent}"\npager = "touch {marker}"\n'
        '[extensions]\npartialClone = origin\n[protocol "ext"]\nallow = always\n'
        f'[remote "origin"]\npromisor = true\nurl = "ext::touch {marker}"\n',
        encoding="utf-8",
    )


@pytest.fixture(params=["this git", "an older git"])
def any_git(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "an older git":
        program(tmp_path / "older", "git", OLDER_GIT)
        monkeypatch.setenv("PATH", os.pathsep.join([str(tmp_path / "older"), os.environ["PATH"]]))


@pytest.mark.usefixtures("any_git")
@pytest.mark.parametrize("dot_git", [False, True], ids=["", "and has an empty .git"])
def test_a_folder_that_looks_like_a_bare_repository(checkout: Path, monkeypatch: pytest.MonkeyPatch, dot_git: bool) -> None:
    marker = checkout.parent / "was-run"
    look_like_a_repository(checkout / "crm", marker)
    if dot_git:
        (checkout / "crm" / ".git").mkdir()
    assert git(checkout / "crm", "rev-parse", "--show-toplevel") == str(checkout / "crm"), "git by itself takes it for one"
    for arguments in (["--project", "crm"], ["--project", "crm", "--merge-base"]):
        code, output = run(checkout, "main", *arguments, monkeypatch=monkeypatch)
        assert (code, "webhook:read-write" in output) == (1, True), output
    code, output = run(checkout / "crm", "main", monkeypatch=monkeypatch)
    assert code == 1, output
    page = CliRunner().invoke(main, ["report", "--format", "markdown", str(checkout / "crm")])
    assert git(checkout, "rev-parse", "HEAD")[:7] in page.output
    assert not marker.exists()


def test_the_repository_is_not_that_of_the_environment(checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hook has it in its environment for its own repository, which need not be that of `--project`."""
    other = tmp_path / "another"
    other.mkdir()
    git(other, "init", "-q", "-b", "main")
    (other / "x.py").write_text("", encoding="utf-8")
    commit(other, "Nothing")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / "index"))
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(other / ".git" / "objects"))
    code, output = run(checkout, "main", "--project", "crm", monkeypatch=monkeypatch)
    assert (code, "webhook:read-write" in output) == (1, True), output


def test_further_working_trees_and_submodules(checkout: Path, tmp_path: Path) -> None:
    """Their `.git` is a file."""
    head = git(checkout, "rev-parse", "HEAD")
    git(checkout, "worktree", "add", "-q", str(tmp_path / "further"), "main~0")
    git(checkout, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(checkout), "inner")
    git(checkout, "commit", "-q", "-m", "A submodule")
    for number, top in enumerate([tmp_path / "further", checkout / "inner"]):
        repository = find_repository(str(top / "crm"))
        assert (repository.folder, repository.prefix) == (str(top), "crm")
        assert commit_of(repository, "HEAD") == head
        assert extract(repository, head, str(tmp_path / str(number)), configuration=False) == 1
    outer = find_repository(str(checkout / "crm"))
    assert (outer.folder, commit_of(outer, "HEAD") == head) == (str(checkout), False)


@pytest.mark.usefixtures("any_git")
def test_what_a_partial_clone_lacks_is_not_fetched_by_a_command(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    marker = checkout.parent / "was-run"
    blob = git(checkout, "rev-parse", "main:crm/client.py")
    (checkout / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    for name, value in {
        "core.repositoryformatversion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.promisor": "true",
        "remote.origin.url": f"ext::touch {marker}",
        "protocol.ext.allow": "always",
    }.items():
        git(checkout, "config", name, value)
    code, output = run(checkout, "main", monkeypatch=monkeypatch)
    assert (code, "missing from this clone" in output) == (2, True), output
    assert not marker.exists()
    with pytest.raises(Exception, match="cat-file"):
        git(checkout, "cat-file", "blob", blob)
    assert marker.exists(), "git by itself runs it"


@pytest.mark.parametrize("entry", ["", ".", "bin", "{checkout}", "{checkout}/bin", "{checkout}/crm/bin", "{checkout}/../link"])
def test_no_git_of_the_project_is_run(checkout: Path, monkeypatch: pytest.MonkeyPatch, entry: str) -> None:
    marker = checkout.parent / "was-run"
    for folder in (checkout, checkout / "bin", checkout / "crm", checkout / "crm" / "bin"):
        program(folder, "git", f"#!/bin/sh\ntouch {marker}\n")
    (checkout.parent / "link").symlink_to(checkout / "bin")
    (checkout / "crm" / ".git").mkdir()
    entry = entry.format(checkout=checkout)
    monkeypatch.setenv("PATH", os.pathsep.join([entry, os.environ["PATH"]]))
    assert run(checkout, "main", "--project", "crm", monkeypatch=monkeypatch)[0] == 1
    CliRunner().invoke(main, ["report", "crm"])
    assert not marker.exists()
    monkeypatch.setenv("PATH", entry)
    code, output = run(checkout, "main", "--project", "crm", monkeypatch=monkeypatch)
    assert (code, "not on the PATH outside of the project" in output) == (2, True)
    assert not marker.exists()


def test_what_git_refuses_is_told(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody else's repository (git has a variable to act as if), and one whose `.git` is broken."""
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    code, output = run(checkout, "main", monkeypatch=monkeypatch)
    assert (code, "detected dubious ownership" in output) == (2, True), output
    settings = checkout.parent / "settings"
    settings.write_text("[safe]\ndirectory = *\n", encoding="utf-8")
    with monkeypatch.context() as patch:  # as containers of CI services set it
        patch.setenv("GIT_CONFIG_GLOBAL", str(settings))
        assert run(checkout, "main", "--project", "crm", monkeypatch=monkeypatch)[0] == 1
    monkeypatch.delenv("GIT_TEST_ASSUME_DIFFERENT_OWNER")
    (checkout / "crm" / ".git").write_text("nonsense", encoding="utf-8")
    with pytest.raises(UserError, match="invalid gitfile format"):
        find_repository(str(checkout / "crm"))


def test_ceilings_are_kept(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder asked about is looked at, whatever they say."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(checkout))
    assert find_repository(str(checkout)).folder == str(checkout)
    with pytest.raises(UserError, match="is not in a git repository"):
        find_repository(str(checkout / "crm"))
