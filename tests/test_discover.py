"""Discovery: which files a run looks at, what it leaves out, and how it says so."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from attio_scopes.discover import Selection, discover, is_test_path, read
from attio_scopes.model.errors import UserError
from attio_scopes.model.source import Discovery, LeftOut
from attio_scopes.projects import Request, parts_of

ALL = Selection()


def make(root: Path, *paths: str) -> None:
    for path in paths:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("import attio\n", encoding="utf-8")


def found(discovery: Discovery) -> list[str]:
    return [file.path for file in discovery.files]


def test_paths_are_relative_to_the_checked_folder(tmp_path: Path) -> None:
    make(tmp_path, "b.py", "a/c.py", "a/z.pyw", "a/readme.md", "a/data.json", "my.pkg/d.py")
    discovery = discover([str(tmp_path)], str(tmp_path), ALL)
    assert found(discovery) == ["a/c.py", "a/z.pyw", "b.py", "my.pkg/d.py"]
    assert discovery.root == str(tmp_path)
    assert not discovery.partial
    assert read(discovery.files[0]) == b"import attio\n"


def test_the_root_is_the_folder_of_the_configuration(tmp_path: Path) -> None:
    make(tmp_path, "src/a.py", "jobs/b.py")
    part = discover([str(tmp_path / "src")], str(tmp_path), ALL)
    assert found(part) == ["src/a.py"]
    assert [file.path for file in part.context] == ["jobs/b.py"]
    assert part.partial
    whole = discover([str(tmp_path)], str(tmp_path), ALL)
    assert (found(whole), whole.context, whole.partial) == (["jobs/b.py", "src/a.py"], (), False)
    both = discover([str(tmp_path / "src"), str(tmp_path)], str(tmp_path), ALL)
    assert found(both) == ["jobs/b.py", "src/a.py"]
    assert not both.partial


def test_the_rest_of_each_project_is_context(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "one/src/a.py", "one/jobs/b.py", "two/c.py", "two/d.py", "three/e.py")
    monkeypatch.chdir(tmp_path)
    part = discover(["one/src", "two"], str(tmp_path), ALL, [str(tmp_path / "one"), str(tmp_path / "two")])
    assert (found(part), [file.path for file in part.context]) == (["one/src/a.py", "two/c.py", "two/d.py"], ["one/jobs/b.py"])
    assert part.partial


def test_a_part_that_is_all_there_is_is_the_whole(tmp_path: Path) -> None:
    make(tmp_path, "src/a.py", "tests/test_a.py", "docs/readme.md")
    assert not discover([str(tmp_path / "src")], str(tmp_path), ALL).partial
    assert discover([str(tmp_path / "src")], str(tmp_path), Selection(include_tests=True)).partial


def test_what_is_left_out_is_counted(tmp_path: Path) -> None:
    make(
        tmp_path, "app.py", ".git/hooks/a.py", "web/node_modules/x/a.py", "deep/site-packages/x.py", "any/pyvenv.cfg", "any/lib/a.py",
        "env/bin/activate", "env/lib/a.py", "venv/Scripts/activate", "venv/Lib/a.py", "build/lib/crm/a.py", "conda/conda-meta/history",
        ".tox/py311/a.py", ".hidden.py",
    )  # fmt: skip
    discovery = discover([str(tmp_path)], str(tmp_path), ALL)
    assert found(discovery) == [".hidden.py", "app.py"]
    assert [item.path for item in discovery.left_out] == [
        ".tox/", "any/lib/", "build/lib/", "conda/conda-meta/", "deep/site-packages/", "env/bin/", "env/lib/", "venv/Lib/",
        "venv/Scripts/", "web/node_modules/",
    ]  # fmt: skip
    assert {item.reason for item in discovery.left_out} == {
        "a tool keeps its own files there", "it looks like part of a Python environment",
        "it looks like build output of setuptools",
    }  # fmt: skip


def test_what_only_looks_like_that_is_taken(tmp_path: Path) -> None:
    """What stands beside the parts of an environment is nobody else's; nor is what has a name like a file's, or is hidden."""
    paths = [
        ".github/scripts/a.py", ".hidden/a.py", "__pycache__/a.py", "build/run.py", "conda/a.py", "crm.egg-info/a.py", "data.json/a.py",
        "env/app/a.py", "src/a.py", "x.py/run.py",
    ]  # fmt: skip
    make(tmp_path, *paths, "build/lib/b.py", "conda/conda-meta/history", "env/bin/activate", "src/pyvenv.cfg")
    assert found(discover([str(tmp_path)], str(tmp_path), ALL)) == sorted(paths)


def test_what_is_excluded_is_not_counted(tmp_path: Path) -> None:
    make(tmp_path, "app.py", "node_modules/a.py", "env/pyvenv.cfg", "env/lib/a.py")
    assert discover([str(tmp_path)], str(tmp_path), Selection(exclude=("node_modules", "env/lib"))).left_out == ()
    assert found(discover([str(tmp_path / "env")], str(tmp_path / "env"), ALL)) == ["lib/a.py"]  # asked for by name


def test_near_misses_are_taken(tmp_path: Path) -> None:
    paths = ["build/image.py", "dist/a.py", "env/settings.py", "venv/a.py", "environment/bin/a.py", "testing/a.py", "latest.py"]
    make(tmp_path, *paths)
    assert found(discover([str(tmp_path)], str(tmp_path), ALL)) == sorted(paths)


def test_test_code_is_counted_and_left_out(tmp_path: Path) -> None:
    tests = ["conftest.py", "pkg/client_test.py", "pkg/test/fakes.py", "test_app.py", "tests/deep/helper.py"]
    make(tmp_path, "app.py", *tests)
    discovery = discover([str(tmp_path)], str(tmp_path), ALL)
    assert (found(discovery), discovery.skipped_tests) == (["app.py"], 5)
    taken = discover([str(tmp_path)], str(tmp_path), Selection(include_tests=True))
    assert (found(taken), taken.skipped_tests) == (sorted(["app.py", *tests]), 0)


def test_test_code_is_judged_below_the_root_only(tmp_path: Path) -> None:
    make(tmp_path, "tests/project/app.py", "tests/project/tests/test_app.py")
    discovery = discover([str(tmp_path / "tests" / "project")], str(tmp_path / "tests" / "project"), ALL)
    assert (found(discovery), discovery.skipped_tests) == (["app.py"], 1)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("test_a.py", True), ("a_test.py", True), ("conftest.py", True), ("x/tests/a.py", True), ("test/a.py", True),
        ("contest.py", False), ("testa.py", False), ("tests.py", False), ("a/latest/b.py", False), ("x/mytests/a.py", False),
    ],
)  # fmt: skip
def test_names_of_test_code(path: str, expected: bool) -> None:
    assert is_test_path(path) is expected


def test_what_is_asked_for_by_name_is_always_taken(tmp_path: Path) -> None:
    make(tmp_path, "app.py", "tests/test_a.py", "tests/sub/b.py", "gen/a.py", ".hidden/a.py", "script")
    selection = Selection(exclude=("gen/",))
    assert found(discover([str(tmp_path / "tests")], str(tmp_path), selection)) == ["tests/sub/b.py", "tests/test_a.py"]
    assert found(discover([str(tmp_path / "tests" / "test_a.py")], str(tmp_path), selection)) == ["tests/test_a.py"]
    assert found(discover([str(tmp_path / "gen")], str(tmp_path), selection)) == ["gen/a.py"]
    assert found(discover([str(tmp_path / "gen" / "a.py"), str(tmp_path / "script")], str(tmp_path), selection)) == ["gen/a.py", "script"]
    assert found(discover([str(tmp_path / ".hidden")], str(tmp_path), selection)) == [".hidden/a.py"]


def test_a_tests_folder_inside_an_asked_for_folder_is_left_out(tmp_path: Path) -> None:
    make(tmp_path, "src/app.py", "src/tests/test_app.py")
    discovery = discover([str(tmp_path / "src")], str(tmp_path), ALL)
    assert (found(discovery), discovery.skipped_tests) == (["src/app.py"], 1)


def test_include_and_exclude(tmp_path: Path) -> None:
    make(tmp_path, "src/a.py", "src/gen/b.py", "src/gen/keep.py", "tools/c.py", "d.py")
    only = discover([str(tmp_path)], str(tmp_path), Selection(include=("src/**",), exclude=("gen/",)))
    assert found(only) == ["src/a.py"]
    but = discover([str(tmp_path)], str(tmp_path), Selection(exclude=("src/gen/*.py", "!src/gen/keep.py", "/d.py")))
    assert found(but) == ["src/a.py", "src/gen/keep.py", "tools/c.py"]
    assert not but.partial


def test_a_missing_path_names_the_nearest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "source/client.py")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UserError) as caught:
        discover(["sorce", "source/cleint.py", "sorce/client.py", "nothing-like-it"], str(tmp_path), ALL)
    assert caught.value.problems == (
        "sorce: no such file or folder; did you mean source?",
        "source/cleint.py: no such file or folder; did you mean source/client.py?",
        "sorce/client.py: no such file or folder; did you mean source?",
        "nothing-like-it: no such file or folder",
    )


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs symbolic links")
def test_links(tmp_path: Path) -> None:
    root = tmp_path / "root"
    make(root, "real/a.py")
    make(tmp_path, "outside/secret.py")
    (root / "loop").symlink_to(root, target_is_directory=True)
    (root / "out").symlink_to(tmp_path / "outside", target_is_directory=True)
    (root / "out.py").symlink_to(tmp_path / "outside" / "secret.py")
    (root / "broken.py").symlink_to(root / "gone.py")
    (root / "self.py").symlink_to(root / "self.py")
    (root / "inside.py").symlink_to(root / "real" / "a.py")
    os.mkfifo(root / "pipe.py")
    discovery = discover([str(root)], str(root), ALL)
    assert found(discovery) == ["inside.py", "real/a.py"]
    assert [(item.path, item.reason.removeprefix("it is ")) for item in discovery.left_out] == [
        ("broken.py", "a broken link"),
        ("out.py", "it links out of the project"),
        ("out/", "it links out of the project"),
        ("pipe.py", "not a regular file"),
        ("self.py", "a broken link"),
    ]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may list every folder")
def test_a_folder_that_cannot_be_listed_is_noted(tmp_path: Path) -> None:
    make(tmp_path, "a.py", "locked/b.py")
    (tmp_path / "locked").chmod(0)
    try:
        discovery = discover([str(tmp_path)], str(tmp_path), ALL)
    finally:
        (tmp_path / "locked").chmod(0o755)
    assert found(discovery) == ["a.py"]
    assert (discovery.unlisted[0].path, discovery.unlisted[0].reason[:18]) == ("locked/", "cannot be listed (")


def test_a_folder_that_vanishes_is_noted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "a.py", "locked/b.py")
    scandir = os.scandir

    def refusing(path: str) -> object:
        if path.endswith("locked"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    discovery = discover([str(tmp_path)], str(tmp_path), ALL)
    assert found(discovery) == ["a.py"]
    assert discovery.unlisted == (LeftOut("locked/", "cannot be listed (Permission denied); its files were not analysed"),)


def test_a_folder_without_python_is_an_error(tmp_path: Path) -> None:
    make(tmp_path, "docs/readme.md", "only/tests/test_a.py")
    with pytest.raises(UserError, match=r"no Python file to check$"):
        parts_of(Request((str(tmp_path / "docs"),)))
    with pytest.raises(UserError, match=r"1 file of test code was left out; --include-tests"):
        parts_of(Request((str(tmp_path / "only"),)))


def test_names_that_are_not_utf_8(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.py")).write_text("")
    (file,) = discover([str(tmp_path)], str(tmp_path), ALL).files
    assert os.fsencode(file.path) == b"caf\xe9.py"
