"""Revisions: the Python files of a git revision, written into a folder, without touching the working tree.

Takes a repository and the name of a revision; writes blobs that it reads from git's object store (`ls-tree`, `cat-file`). Not
`git archive` or a checkout: those follow the repository's attributes (`export-ignore` would hide calls, `export-subst` would
change them) and may run the filters that somebody has configured. Nothing of the project is run, no hook, filter or network.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from attio_scopes.model.errors import UserError
from attio_scopes.model.visible import visible

PYTHON = (".py", ".pyw")
CONFIGURATION = ("pyproject.toml", "attio-scopes.yaml", "attio-scopes.yml")
_SECONDS = 300  # for any one git command; the largest repositories take a few


@dataclass(frozen=True, slots=True)
class Repository:
    """A git repository.

    Attributes:
        folder: its working tree's top.
        prefix: the folder asked about, relative to the top, with `/`; "" for the top itself.
    """

    folder: str
    prefix: str


def find_repository(folder: str) -> Repository:
    """The repository that a folder belongs to.

    Args:
        folder: any folder inside.

    Returns:
        the repository.

    Raises:
        UserError: git is missing, or the folder is in no repository.
    """
    top = _git(folder, "rev-parse", "--show-toplevel", problem=f"{visible(folder)}: is not in a git repository")
    prefix = _git(folder, "rev-parse", "--show-prefix", problem=f"{visible(folder)}: is not in a git repository")
    return Repository(os.fsdecode(top.removesuffix(b"\n")), os.fsdecode(prefix.removesuffix(b"\n")).rstrip("/"))


def commit_of(repository: Repository, revision: str) -> str:
    """The full id of the commit that a revision names.

    Raises:
        UserError: there is no such revision.
    """
    problem = f"{visible(revision)}: no such revision in this repository (a shallow clone has only the newest; fetch it first)"
    if revision.startswith("-") or not revision.strip() or "\0" in revision:
        raise UserError(problem)
    return _git(repository.folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}", problem=problem).decode("ascii").strip()


def merge_base(repository: Repository, one: str, other: str) -> str:
    """The commit at which two commits parted.

    Args:
        repository: theirs.
        one: full id of a commit.
        other: full id of a commit.

    Raises:
        UserError: they have no common past.
    """
    problem = f"{one[:12]} and {other[:12]} have no common commit in this clone"
    return _git(repository.folder, "merge-base", one, other, problem=problem).decode("ascii").strip()


def extract(repository: Repository, commit: str, target: str, *, configuration: bool) -> int:
    """Write the Python files of a commit into a folder.

    Args:
        repository: where it is.
        commit: its full id.
        target: an empty folder.
        configuration: write the configuration files too.

    Returns:
        how many Python files it has below the repository's prefix.

    Raises:
        UserError: git cannot read the commit.
    """
    names = CONFIGURATION if configuration else ()
    wanted = [(oid, path) for oid, path in _files(repository, commit) if path.endswith(PYTHON) or path.rpartition("/")[2] in names]
    for path, data in zip([path for _, path in wanted], _contents(repository, [oid for oid, _ in wanted]), strict=True):
        file = Path(target, path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    start = repository.prefix + "/" if repository.prefix else ""
    return sum(1 for _, path in wanted if path.endswith(PYTHON) and path.startswith(start))


def _files(repository: Repository, commit: str) -> Iterator[tuple[str, str]]:
    """(object id, path) of every regular file; links and submodules are none."""
    problem = f"{commit[:12]}: its files cannot be listed"
    listing = _git(repository.folder, "ls-tree", "-r", "-z", "--full-tree", commit, problem=problem)
    for entry in listing.split(b"\0"):
        about, _, name = entry.partition(b"\t")
        words = about.split()
        if len(words) == 3 and words[0] in (b"100644", b"100755") and words[1] == b"blob" and _is_safe(os.fsdecode(name)):
            yield words[2].decode("ascii"), os.fsdecode(name)


def _is_safe(path: str) -> bool:
    """Whether a path stays inside the folder that it is written to, on every system."""
    parts = path.split("/")
    return not any(part in ("", ".", "..") or "\\" in part or ":" in part or "\0" in part for part in parts)


def _contents(repository: Repository, oids: Sequence[str]) -> Iterator[bytes]:
    """The bytes of each object, in order."""
    with tempfile.TemporaryFile() as asked:
        asked.write("".join(f"{oid}\n" for oid in oids).encode("ascii"))
        asked.seek(0)
        command = _command("cat-file", "--batch")
        with subprocess.Popen(  # noqa: S603 - a fixed command
            command, cwd=repository.folder, env=_environment(), stdin=asked, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as process:
            assert process.stdout is not None  # noqa: S101 - asked for above
            for oid in oids:
                header = process.stdout.readline().split()
                if len(header) != 3 or header[1] != b"blob":
                    process.kill()
                    raise UserError(f"object {oid[:12]} is missing from this clone: fetch it first (a partial clone leaves contents out)")
                data = process.stdout.read(int(header[2]))
                process.stdout.read(1)
                yield data


def _git(folder: str, *arguments: str, problem: str) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command; the revision is an argument that cannot be an option
            _command(*arguments),
            cwd=folder,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except FileNotFoundError:
        raise UserError("git is not installed, or not on the PATH") from None
    except subprocess.TimeoutExpired:
        raise UserError(f"git {arguments[0]} took longer than {_SECONDS} seconds") from None
    if done.returncode != 0:
        raise UserError(problem)
    return done.stdout


def _command(*arguments: str) -> list[str]:
    return ["git", "-c", "protocol.allow=never", "-c", "core.fsmonitor=false", *arguments]


def _environment() -> dict[str, str]:
    """No prompt, no network for objects that a partial clone lacks, messages in English."""
    return {**os.environ, "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
