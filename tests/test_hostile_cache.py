"""A cache that strangers could have filled: it is not used, and what they put into one counts for nothing."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from attio_scopes.cache.codec import encode
from attio_scopes.cache.place import cache_place
from attio_scopes.cache.signature import tool_signature
from attio_scopes.cache.store import Store, digest
from attio_scopes.parsing import facts_of
from tests.hostile import GOOD, command

EMPTY = encode((facts_of("", b""),)).encode()


def forge(folder: Path) -> None:
    """Put a cache there that says of the file of the project: nothing is in it."""
    Store(str(folder)).put("facts", digest(digest(tool_signature()), GOOD.encode()), EMPTY)
    assert (folder / "CACHEDIR.TAG").exists()


def found(project: Path, **environment: str) -> tuple[int, str]:
    """How many calls a run finds, and what it says with `--verbose`."""
    settings = {name: value for name, value in os.environ.items() if name not in ("ATTIO_SCOPES_CACHE_DIR", "XDG_CACHE_HOME")}
    done = command("calls", "--verbose", cwd=project, env={**settings, **environment})
    assert done.returncode == 0, done.stderr
    return done.stdout.count("GET /v2/notes"), done.stderr


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "app.py").write_text(GOOD)
    return folder


@pytest.mark.skipif(os.name != "posix", reason="these names are for Linux")
@pytest.mark.parametrize(
    ("place", "environment"),
    [
        ("{project}/c", {"ATTIO_SCOPES_CACHE_DIR": "{project}/c"}),
        ("{project}/c", {"ATTIO_SCOPES_CACHE_DIR": "c"}),
        ("{project}/c", {"ATTIO_SCOPES_CACHE_DIR": "{project}/../project/c"}),
        ("{project}/c", {"ATTIO_SCOPES_CACHE_DIR": "{outside}/link"}),
        ("{project}/c/attio-scopes", {"XDG_CACHE_HOME": "c"}),
        ("{project}/c/attio-scopes", {"XDG_CACHE_HOME": "{project}/c"}),
        ("{project}/~/.cache/attio-scopes", {"HOME": "~"}),
    ],
    ids=lambda value: " ".join(f"{key}={text}" for key, text in value.items()) if isinstance(value, dict) else "",
)
def test_a_cache_in_the_checkout_is_not_used(tmp_path: Path, project: Path, place: str, environment: dict[str, str]) -> None:
    (tmp_path / "link").symlink_to(project / "c")
    names = {"project": str(project), "outside": str(tmp_path)}
    forge(Path(place.format(**names)))
    calls, said = found(project, **{name: value.format(**names) for name, value in environment.items()})
    assert (calls, said.startswith("no cache: ")) == (1, True), said


def test_the_cache_that_is_forged_here_would_hide_the_call(tmp_path: Path, project: Path) -> None:
    """Or the others would show nothing."""
    forge(tmp_path / "c")
    calls, said = found(project, ATTIO_SCOPES_CACHE_DIR=str(tmp_path / "c"))
    assert (calls, "no cache" in said) == (0, False), said


def test_a_cache_in_the_repository_around_what_is_checked_is_not_used(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "app.py").write_text(GOOD)
    assert cache_place([str(tmp_path / "inner")]).folder  # that of the tests, which is elsewhere
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ATTIO_SCOPES_CACHE_DIR", str(tmp_path / "c"))
        for checked in (tmp_path / "inner", tmp_path / "inner" / "app.py"):
            assert "is in the checked project" in cache_place([str(checked)]).reason
        patch.setenv("ATTIO_SCOPES_CACHE_DIR", str(tmp_path.parent))  # the project is in the cache
        assert "or around it" in cache_place([str(tmp_path / "inner")]).reason


@pytest.mark.skipif(os.name != "posix", reason="about owners and modes")
def test_a_cache_that_others_may_fill_is_not_used(tmp_path: Path, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    above = tmp_path / "above"
    folder = above / "c"
    forge(folder)
    monkeypatch.setenv("ATTIO_SCOPES_CACHE_DIR", str(folder))
    assert cache_place([str(project)]).folder == str(folder)
    for mode in (0o777, 0o770, 0o722):
        folder.chmod(mode)
        assert "may write into it" in cache_place([str(project)]).reason
        assert found(project, ATTIO_SCOPES_CACHE_DIR=str(folder))[0] == 1
    folder.chmod(0o755)
    above.chmod(0o777)
    assert "everybody may write into" in cache_place([str(project)]).reason
    above.chmod(0o1777)  # as /tmp
    assert cache_place([str(project)]).folder == str(folder)
    mine = os.geteuid()
    monkeypatch.setattr("os.geteuid", lambda: mine + 1)
    assert "others own it" in cache_place([str(project)]).reason


def test_an_entry_without_the_key_or_under_another_name_counts_for_nothing(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    store = Store(str(ours))
    store.put("facts", "aa" + "0" * 38, b"right")
    Store(str(theirs)).put("facts", "aa" + "0" * 38, b"forged")
    entry = Path("v1", "facts", "aa", "0" * 38)
    assert store.get("facts", "aa" + "0" * 38) == b"right"
    shutil.copy(ours / entry, ours / entry.with_name("1" * 38))
    assert store.get("facts", "aa" + "1" * 38) is None
    shutil.copy(theirs / entry, ours / entry)
    assert store.get("facts", "aa" + "0" * 38) is None
    assert Store(str(ours)).get("facts", "aa" + "0" * 38) is None


@pytest.mark.skipif(os.name != "posix", reason="about modes and pipes")
def test_a_key_that_others_can_read_or_that_is_broken_is_made_anew(tmp_path: Path) -> None:
    name = "aa" + "0" * 38

    def pipe(key: Path) -> None:
        key.unlink()
        os.mkfifo(key)

    for spoil in (lambda key: key.chmod(0o644), lambda key: key.write_bytes(b"short"), pipe):
        Store(str(tmp_path / "c")).put("facts", name, b"old")
        spoil(tmp_path / "c" / "key")
        store = Store(str(tmp_path / "c"))
        assert store.get("facts", name) is None
        store.put("facts", name, b"new")
        assert Store(str(tmp_path / "c")).get("facts", name) == b"new"
        assert (tmp_path / "c" / "key").stat().st_mode & 0o077 == 0


def test_clean_leaves_a_relative_folder_alone(project: Path) -> None:
    forge(project / "c")
    done = command("clean", cwd=project, env={**os.environ, "ATTIO_SCOPES_CACHE_DIR": "c"})
    assert (done.returncode, "is no absolute path" in done.stderr) == (2, True)
    assert (project / "c" / "CACHEDIR.TAG").exists()
