"""Configuration of strangers: what cannot be read is never replaced by what stands further up."""

from __future__ import annotations

import os
import resource
from collections.abc import Callable
from pathlib import Path

import pytest

from attio_scopes.configure import find
from attio_scopes.configure.check import MOST_TOKENS
from attio_scopes.model.errors import UserError
from tests.hostile import GOOD, command

WIDE = '[tool.attio-scopes]\nscopes = ["note:read", "object_configuration:read", "record_permission:read"]\n'
NARROW = "[tool.attio-scopes]\nscopes = []\n"
YAML_NARROW = "scopes: []\n"
Make = Callable[[Path], object]
UNREADABLE: dict[str, tuple[str, Make]] = {
    "not UTF-8": ("pyproject.toml", lambda file: file.write_bytes(NARROW.encode() + b"# \xff\n")),
    "another coding": ("pyproject.toml", lambda file: file.write_bytes(NARROW.encode("utf-16"))),
    "too long": ("pyproject.toml", lambda file: file.write_text(NARROW + "# " + "x" * 1_000_000 + "\n")),
    "a link to nowhere": ("pyproject.toml", lambda file: file.symlink_to("elsewhere.toml")),
    "a link to itself": ("attio-scopes.yaml", lambda file: file.symlink_to(file)),
    "a link to a device": ("attio-scopes.yaml", lambda file: file.symlink_to("/dev/zero")),
    "a folder": ("attio-scopes.yaml", lambda file: file.mkdir()),
    "a pipe": ("attio-scopes.yml", lambda file: os.mkfifo(file)),
    "YAML, not UTF-8": ("attio-scopes.yaml", lambda file: file.write_bytes(YAML_NARROW.encode() + b"# \xff\n")),
    "YAML, too long": ("attio-scopes.yaml", lambda file: file.write_text(YAML_NARROW + "# " + "x" * 300_000 + "\n")),
    "no TOML, dotted": ("pyproject.toml", lambda file: file.write_text("tool.attio-scopes.scopes = []\n[[\n")),
    "no TOML, inline": ("pyproject.toml", lambda file: file.write_text("[tool]\nattio-scopes = { scopes = [] }\n[[\n")),
    "no TOML, quoted": ("pyproject.toml", lambda file: file.write_text('["tool"."attio-scopes"]\nscopes = []\n[[\n')),
}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_is_not_replaced_by_the_parents(tmp_path: Path, name: str) -> None:
    (tmp_path / "pyproject.toml").write_text(WIDE)
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "app.py").write_text(GOOD)
    file, make = UNREADABLE[name]
    assert command("check", "inner", cwd=tmp_path).returncode == 0
    make(inner / file)
    for arguments in (("check", "inner"), ("calls", "inner/app.py")):
        done = command(*arguments, cwd=tmp_path)
        assert (done.returncode, f"error: inner/{file}" in done.stderr) == (2, True), (done.stdout, done.stderr)


def test_what_may_not_be_read_is_not_replaced_by_the_parents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pyproject.toml").write_text(WIDE)
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "pyproject.toml").write_text(NARROW)

    def forbidden(path: str, most: int) -> bytes:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr("attio_scopes.configure.documents.read_regular", forbidden)
    with pytest.raises(UserError, match=r"inner/pyproject\.toml: cannot be read \(Permission denied\)"):
        find(str(tmp_path / "inner"))


def test_a_folder_that_may_not_be_searched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "attio-scopes.yaml").write_text(YAML_NARROW)

    def forbidden(path: str) -> None:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr("attio_scopes.configure.os.lstat", forbidden)
    with pytest.raises(UserError, match=r"cannot be read \(Permission denied\)"):
        find(str(tmp_path))


def test_a_key_that_is_written_with_escapes_is_ours(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool."attio\\u002dscopes"]\nscopes = []\n')
    assert find(str(tmp_path)) == str(tmp_path / "pyproject.toml")


@pytest.mark.parametrize("kind", ["folder", "file"])
def test_nothing_above_the_repository_configures_it(tmp_path: Path, kind: str) -> None:
    (tmp_path / "pyproject.toml").write_text(WIDE)
    top = tmp_path / "repository"
    (top / "inner").mkdir(parents=True)
    (top / "inner" / "app.py").write_text(GOOD)
    assert find(str(top / "inner")) == str(tmp_path / "pyproject.toml")
    (top / ".git").mkdir() if kind == "folder" else (top / ".git").write_text("gitdir: elsewhere\n")
    assert find(str(top / "inner" / "app.py")) is None
    done = command("check", ".", cwd=top / "inner")
    assert (done.returncode, "no configuration found" in done.stderr) == (2, True)
    (top / "pyproject.toml").write_text(NARROW)
    assert find(str(top / "inner")) == str(top / "pyproject.toml")


def tokens(number: int) -> str:
    return "".join(f'[tool.attio-scopes.tokens.t{each}]\nscopes = ["note:read"]\n' for each in range(number))


@pytest.mark.slow
@pytest.mark.parametrize("format", ["text", "json", "sarif"])
def test_as_many_tokens_as_there_may_be(tmp_path: Path, format: str) -> None:
    """Each with other scopes would be no dearer; what is said of each call names the first ones."""
    (tmp_path / "pyproject.toml").write_text(tokens(MOST_TOKENS))
    (tmp_path / "app.py").write_text(GOOD + "requests.get('https://api.attio.com/v2/notes')\n" * 299)
    started = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    done = command("check", "--no-cache", "--format", format, cwd=tmp_path)
    assert done.returncode == 1
    assert "90 more" in done.stdout
    assert len(done.stdout) < 4_000_000
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - started < 10


def test_too_many_tokens_are_refused(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(tokens(MOST_TOKENS + 1))
    (tmp_path / "app.py").write_text(GOOD)
    done = command("check", cwd=tmp_path)
    assert (done.returncode, "101 tokens are declared; there may be 100" in done.stderr) == (2, True), done.stderr
