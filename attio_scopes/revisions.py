"""Revisions: the Python files of a git revision, written into a folder, without touching the working tree.

Takes a repository and the name of a revision; writes blobs that it reads from git's object store (`ls-tree`, `cat-file`). Not
`git archive` or a checkout: those follow the repository's attributes (`export-ignore` would hide calls, `export-subst` would
change them) and may run the filters that somebody has configured. Nothing of the project is run, no hook, filter or network.

The repository is a stranger's. git is told which one is meant, and never looks for one: a folder that looks like a bare repository would
answer for the one that it stands in, with settings of its own.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from attio_scopes.disk import read_regular
from attio_scopes.model.errors import UserError
from attio_scopes.model.visible import visible

PYTHON = (".py", ".pyw", ".ipynb")
CONFIGURATION = ("pyproject.toml", "setup.cfg", "attio-scopes.yaml", "attio-scopes.yml", "attio-manifest.yaml")
LARGEST_FILE = 32_000_000
_SECONDS = 300  # for any one git command; the largest repositories take a few
_NOT_ONE = (b"not a git repository", b"cannot use bare repository")
# What says in the environment which repository is meant (`git rev-parse --local-env-vars`); a hook has it for the one that it runs in.
_SAYS_WHICH = frozenset(
    {"GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES",
     "GIT_NAMESPACE", "GIT_PREFIX", "GIT_GRAFT_FILE", "GIT_SHALLOW_FILE", "GIT_IMPLICIT_WORK_TREE"}
)  # fmt: skip


class Repository(Struct, frozen=True):
    """A git repository.

    Attributes:
        folder: its working tree's top.
        prefix: the folder asked about, relative to the top, with `/`; "" for the top itself.
        data: where git keeps it: `.git` in the top, or elsewhere for a submodule or a further working tree.
    """

    folder: str
    prefix: str
    data: str


def find_repository(folder: str) -> Repository:
    """The repository that a folder belongs to.

    Args:
        folder: any folder inside.

    Returns:
        the repository.

    Raises:
        UserError: git is missing, or the folder is in no repository.
    """
    start = os.path.realpath(folder)
    for top in _places_of(start):
        found = _run("rev-parse", "--absolute-git-dir", "--show-prefix", folder=top, named={})
        data = os.fsdecode(found.stdout.removesuffix(b"\n\n"))
        # Where `.git` is none, git goes on upwards (then it has a prefix); an older one takes this folder, if it looks like a bare one.
        if found.returncode == 0 and found.stdout.endswith(b"\n\n") and os.path.realpath(data) != top:
            prefix = os.path.relpath(start, top).replace(os.sep, "/")
            return Repository(top, "" if prefix == "." else prefix, data)
        if found.returncode != 0 and not any(words in found.stderr for words in _NOT_ONE):
            raise UserError(f"{visible(top)}: git refuses this repository: {visible(_complaint(found.stderr))}")
    raise UserError(f"{visible(folder)}: is not in a git repository")


def _places_of(start: str) -> Iterator[str]:
    """The folders from this one upwards that have a `.git`, as far as the user lets git look."""
    ends = {os.path.realpath(each) for each in os.environ.get("GIT_CEILING_DIRECTORIES", "").split(os.pathsep) if os.path.isabs(each)}
    folder = start
    while folder == start or folder not in ends:
        if os.path.lexists(os.path.join(folder, ".git")):
            yield folder
        if folder == os.path.dirname(folder):
            return
        folder = os.path.dirname(folder)


def _complaint(said: bytes) -> str:
    """Why git gave up: its first line that begins with `fatal:`, without that word."""
    lines = said.decode("utf-8", "replace").splitlines()
    return next((line.partition("fatal: ")[2] for line in lines if line.startswith("fatal: ")), "it does not say why")


def commit_of(repository: Repository, revision: str) -> str:
    """The full id of the commit that a revision names.

    Raises:
        UserError: there is no such revision.
    """
    problem = f"{visible(revision)}: no such revision in this repository (a shallow clone has only the newest; fetch it first)"
    if revision.startswith("-") or not revision.strip() or "\0" in revision:
        raise UserError(problem)
    return _git(repository, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}", problem=problem).decode("ascii").strip()


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
    return _git(repository, "merge-base", one, other, problem=problem).decode("ascii").strip()


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


def extract_file(repository: Repository, commit: str, path: str, target: str) -> None:
    """Write one file of a commit, which `extract` leaves out, into the folder that it wrote to.

    Args:
        repository: where it is.
        commit: its full id.
        path: of the file, relative to the repository's top, with `/`; nothing is written where the commit has no such regular file.
        target: the folder.

    Raises:
        UserError: git cannot read the commit.
    """
    wanted = [oid for oid, found in _files(repository, commit) if found == path]
    for data in _contents(repository, wanted):
        file = Path(target, path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def differs(repository: Repository, commit: str, paths: Sequence[str]) -> bool:
    """Whether files of the working tree are not those of a commit, or Python files of the commit are gone.

    Args:
        repository: where it is; files below its prefix can be gone.
        commit: its full id.
        paths: of the files, relative to the repository's top, with `/`.

    Raises:
        UserError: git cannot read the commit.
    """
    held = {path: oid for oid, path in _files(repository, commit)}
    start = repository.prefix + "/" if repository.prefix else ""
    own = (path for path in held if path.endswith(PYTHON) and path.startswith(start))
    gone = (path for path in own if not os.path.lexists(os.path.join(repository.folder, path)))
    return any(gone) or any(_differs(os.path.join(repository.folder, path), held.get(path)) for path in paths)


def _differs(file: str, oid: str | None) -> bool:
    """Whether a file is not the object of that name. git may have changed its line ends when it was checked out."""
    try:
        data = read_regular(file, LARGEST_FILE)
    except (OSError, ValueError):
        return True
    return oid is None or oid not in (_name(data, oid), _name(data.replace(b"\r\n", b"\n"), oid))


def _name(data: bytes, like: str) -> str:
    """The name that git gives an object with these bytes, by the hash of another name."""
    made = hashlib.sha256() if len(like) == 64 else hashlib.sha1(usedforsecurity=False)
    made.update(b"blob %d\0" % len(data) + data)
    return made.hexdigest()


def _files(repository: Repository, commit: str) -> Iterator[tuple[str, str]]:
    """(object id, path) of every regular file; links and submodules are none."""
    problem = f"{commit[:12]}: its files cannot be listed"
    listing = _git(repository, "ls-tree", "-r", "-z", "--full-tree", commit, problem=problem)
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
        with subprocess.Popen(  # noqa: S603 - a fixed command
            [_program(repository.folder), *_OPTIONS, "cat-file", "--batch"],
            cwd=repository.folder,
            env=_environment(_named(repository)),
            stdin=asked,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
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


def _git(repository: Repository, *arguments: str, problem: str) -> bytes:
    done = _run(*arguments, folder=repository.folder, named=_named(repository))
    if done.returncode != 0:
        raise UserError(problem)
    return done.stdout


def _run(*arguments: str, folder: str, named: Mapping[str, str]) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603 - a fixed command; the revision is an argument that cannot be an option
            [_program(folder), *_OPTIONS, *arguments],
            cwd=folder,
            env=_environment(named),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise UserError(f"git {arguments[0]} took longer than {_SECONDS} seconds") from None


def _program(project: str) -> str:
    """The absolute path of a git that is not the project's: not in a relative folder on the PATH, nor in one of the repository.

    Args:
        project: a folder of it.

    Raises:
        UserError: there is none.
    """
    name = "git.exe" if os.name == "nt" else "git"
    theirs = list(_places_of(os.path.realpath(project)))
    for folder in os.get_exec_path():
        path = os.path.join(folder, name)
        if os.path.isabs(folder) and os.path.isfile(path) and os.access(path, os.X_OK) and not _is_within(folder, theirs):
            return path
    raise UserError("git is not installed, or not on the PATH outside of the project")


def _is_within(folder: str, tops: Sequence[str]) -> bool:
    real = os.path.join(os.path.realpath(folder), "")
    return any(real.startswith(os.path.join(top, "")) for top in tops)


def _named(repository: Repository) -> Mapping[str, str]:
    """The variables by which git knows which repository is meant."""
    return {"GIT_DIR": repository.data, "GIT_WORK_TREE": repository.folder}


# No program that the repository's settings name is started by `rev-parse`, `merge-base`, `ls-tree` or `cat-file` without `--textconv` or
# `--filters`, but for the monitor of its files, and what fetches the objects that a partial clone lacks.
_OPTIONS = ("-c", "safe.bareRepository=explicit", "-c", "core.fsmonitor=false")


def _environment(named: Mapping[str, str]) -> dict[str, str]:
    """One repository, no prompt, no network and no program in its place for objects that a partial clone lacks, messages in English.

    GIT_ALLOW_PROTOCOL, since a repository's own `protocol.ext.allow` outweighs the setting for all protocols.
    """
    kept = {name: value for name, value in os.environ.items() if name not in _SAYS_WHICH}
    fixed = {"GIT_ALLOW_PROTOCOL": "", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    return {**kept, **fixed, **named}
