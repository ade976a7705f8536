"""Discover: paths to the source files of a run.

Takes paths as typed, the folder of the configuration and its globs; gives a frozen `Discovery`. It lists folders and, on
demand, reads one file's bytes and makes text of them. It never follows a link to a folder, never looks at what a file says, and
never imports it.

All reported paths are relative to the root. Where only a part of the project is asked for, the rest is found too, as context.
"""

from __future__ import annotations

import codecs
import os
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct, field

from attio_scopes.discover.gitignore import GitIgnore
from attio_scopes.discover.notebook import SUFFIX, python_of
from attio_scopes.disk import read_regular
from attio_scopes.globs import Globs
from attio_scopes.model.errors import UserError
from attio_scopes.model.source import Discovery, LeftOut, SourceFile
from attio_scopes.model.visible import visible

LARGEST = 32_000_000
"""Bytes of one source file; what is longer is not read."""
_SUFFIXES = (".py", ".pyw", SUFFIX)
_OF_GIT = ".git"
"""No path of a commit can have this name: git refuses it."""
_OF_TOOLS = frozenset(
    {".bzr", ".hg", ".jj", ".svn", ".cache", ".eggs", ".hypothesis", ".ipynb_checkpoints", ".mypy_cache", ".nox", ".pytest_cache",
     ".ruff_cache", ".tox", "__pypackages__", "node_modules", "site-packages"}
)  # fmt: skip
"""Folders that hold what tools put there: other people's code, copies, or none."""
_CONFIGURES = frozenset({"pyproject.toml", "attio-scopes.yaml", "attio-scopes.yml"})
_PARTS_OF_ENVIRONMENT = frozenset(
    {"bin", "lib", "lib64", "include", "share", "conda-meta", "pkgs", "scripts", "dlls", "library", "libs", "tools"}
)
_BUILT = re.compile(r"(?:lib|temp)(?:\..*)?|bdist\..*")
_VIRTUAL_ENVIRONMENT_NAMES = frozenset({"venv", "env", "virtualenv", ".venv", ".env"})
_TEST_FILE = re.compile(r"(?:test_.*|.*_test|conftest)\.(?:pyw?|ipynb)")
_TEST_FOLDERS = frozenset({"test", "tests"})


class Selection(Struct, frozen=True):
    """What the configuration says about files."""

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    include_tests: bool = False


def discover(
    paths: Sequence[str],
    root: str,
    selection: Selection,
    projects: Sequence[str] | None = None,
    is_project: Callable[[str], bool] | None = None,
    *,
    gitignore: bool = False,
) -> Discovery:
    """Find the files of a run.

    Args:
        paths: files and folders as typed; relative ones count from the working folder.
        root: absolute path of the folder that paths in the report are relative to.
        selection: globs, and whether test code is taken.
        projects: absolute paths of the folders that hold the projects of the paths; the root if left out.
        is_project: whether a folder below the paths is a project of its own: what is in it is context.
        gitignore: leave out what git ignores.

    Returns:
        the files, and what was left out; there may be none.

    Raises:
        UserError: a path does not exist.
    """
    check_paths(paths)
    given = [os.path.abspath(path) for path in paths]
    ignores = GitIgnore() if gitignore else None
    walk = _Walk(root, Globs(selection.include), Globs(selection.exclude), selection.include_tests, ignores, is_project)
    for absolute in given:
        walk.take(absolute)
    rest = _Walk(root, walk.include, walk.exclude, selection.include_tests, ignores)
    for project in (root,) if projects is None else projects:
        if not any(within(project, absolute) for absolute in given):
            rest.take(project)
    others = rest.files.keys() - walk.files.keys()
    partial = bool(rest.unlisted) or any(not any(within(rest.files[path].absolute, inner) for inner in walk.projects) for path in others)
    for inner in walk.projects:
        rest.take(inner)
    context = tuple(rest.files[path] for path in sorted(rest.files.keys() - walk.files.keys()))
    return Discovery(
        root, tuple(walk.files[path] for path in sorted(walk.files)), context, tuple(sorted(walk.test_code)), partial,
        tuple(walk.unlisted), tuple(sorted(walk.left_out.values())), tuple(sorted(walk.projects)),
        tuple(sorted(walk.ignored)),
    )  # fmt: skip


def read(file: SourceFile) -> bytes:
    """The file's bytes; of a notebook, its Python.

    Raises:
        OSError: it cannot be read, is no regular file, or is absurdly long.
    """
    data = read_regular(file.absolute, LARGEST)
    return python_of(data) if file.path.endswith(SUFFIX) else data


def is_test_path(path: str) -> bool:
    """Whether a path relative to the root, with `/`, is test code by its name or a folder's."""
    *folders, name = path.split("/")
    return _TEST_FILE.fullmatch(name) is not None or not _TEST_FOLDERS.isdisjoint(folders)


class _Walk(Struct):
    """Collects files; a file reached twice counts once."""

    root: str
    include: Globs
    exclude: Globs
    include_tests: bool
    ignores: GitIgnore | None = None
    is_project: Callable[[str], bool] | None = None
    ignored: set[str] = field(default_factory=set)
    projects: list[str] = field(default_factory=list)
    files: dict[str, SourceFile] = field(default_factory=dict)
    unlisted: list[LeftOut] = field(default_factory=list)
    left_out: dict[str, LeftOut] = field(default_factory=dict)
    test_code: set[str] = field(default_factory=set)

    def take(self, absolute: str) -> None:
        """Add a file or folder that was asked for by name: it is taken even where a rule would leave it out."""
        relative = relative_path(absolute, self.root)
        if not os.path.isdir(absolute):
            self.files[relative] = SourceFile(relative, absolute)
            return
        prefix = "" if relative == "." else relative + "/"
        tests_too = self.include_tests or is_test_path(prefix + "-")
        # Inside a folder that `exclude` leaves out, and that was asked for all the same, `exclude` has no say.
        excluded = bool(prefix) and self.exclude.match(relative, folder=True)
        self._folder(absolute, prefix, tests_too, Globs(()) if excluded else self.exclude)

    def _folder(self, absolute: str, prefix: str, tests_too: bool, exclude: Globs) -> None:
        pending = [(absolute, prefix, False)]
        while pending:
            folder, prefix, in_tests = pending.pop()
            try:
                with os.scandir(folder) as scan:
                    entries = list(scan)
            except OSError as error:
                self.unlisted.append(LeftOut(prefix or ".", f"cannot be listed ({error.strerror}); its files were not analysed"))
                continue
            if folder != absolute and not in_tests and self._is_apart(folder, entries):
                self.projects.append(folder)
                continue
            foreign = _of_tool if folder == absolute else _foreign_parts(os.path.basename(folder), entries)
            for entry in entries:
                if self._is_ignored(folder, entry, prefix):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    subfolder = self._subfolder(entry, prefix, exclude, foreign)
                    if subfolder:
                        pending.append((entry.path, subfolder, in_tests or entry.name in _TEST_FOLDERS))
                elif entry.name.endswith(_SUFFIXES):
                    self._file(entry, prefix, in_tests and not tests_too, tests_too, exclude)
                elif entry.is_symlink() and entry.is_dir() and not _stays(entry, self.root):
                    self._subfolder(entry, prefix, exclude, "it links out of the project")

    def _is_ignored(self, folder: str, entry: os.DirEntry[str], prefix: str) -> bool:
        """Whether git ignores an entry; counted, if source of the project can be in it."""
        is_folder = entry.is_dir(follow_symlinks=False)
        if self.ignores is None or not (is_folder or entry.name.endswith(_SUFFIXES)) or entry.name.lower() == _OF_GIT:
            return False
        if not self.ignores.ignored(folder, entry.name, is_folder=is_folder):
            return False
        if entry.name != "__pycache__":
            self.ignored.add(prefix + entry.name + ("/" if is_folder else ""))
        return True

    def _is_apart(self, folder: str, entries: Sequence[os.DirEntry[str]]) -> bool:
        """Whether a folder is a project of its own; asked only where something is called like a configuration."""
        return self.is_project is not None and any(entry.name in _CONFIGURES for entry in entries) and self.is_project(folder)

    def _file(self, entry: os.DirEntry[str], prefix: str, in_tests: bool, tests_too: bool, exclude: Globs) -> None:
        path = prefix + entry.name
        if (exclude and exclude.match(path)) or (self.include and not self.include.match(path)):
            return
        if in_tests or (not tests_too and _TEST_FILE.fullmatch(entry.name)):
            self.test_code.add(path)
            return
        reason = _no_source(entry, self.root)
        if reason:
            self.left_out[path] = LeftOut(path, reason)
        else:
            self.files[path] = SourceFile(path, entry.path)

    def _subfolder(self, entry: os.DirEntry[str], prefix: str, exclude: Globs, foreign: Callable[[str], str] | str) -> str:
        """The prefix of paths in the folder, or "" if it is left out; `foreign` is why, or says of a name why it may be another's code."""
        name = entry.name
        path = prefix + name
        if name.lower() == _OF_GIT or (exclude and exclude.match(path, folder=True)):
            return ""
        reason = foreign if isinstance(foreign, str) else foreign(name)
        if reason:
            self.left_out[path] = LeftOut(path + "/", reason)
            return ""
        return path + "/"


def _foreign_parts(name: str, entries: Sequence[os.DirEntry[str]]) -> Callable[[str], str]:
    """Which folders of a folder hold other people's code, or copies; what stands beside them is looked at."""
    names = {entry.name for entry in entries}
    if _is_environment(name, entries, names):
        return lambda part: "it looks like part of a Python environment" if part.lower() in _PARTS_OF_ENVIRONMENT else _of_tool(part)
    if name == "build" and any(_BUILT.fullmatch(entry) for entry in names):
        return lambda part: "it looks like build output of setuptools" if _BUILT.fullmatch(part) else _of_tool(part)
    return _of_tool


def _of_tool(name: str) -> str:
    return "a tool keeps its own files there" if name in _OF_TOOLS else ""


def _is_environment(name: str, entries: Sequence[os.DirEntry[str]], names: set[str]) -> bool:
    if "pyvenv.cfg" in names or "conda-meta" in names:
        return True
    if name in _VIRTUAL_ENVIRONMENT_NAMES:
        return any(os.path.exists(os.path.join(entry.path, "activate")) for entry in entries if entry.name in ("bin", "Scripts"))
    return False


def _no_source(entry: os.DirEntry[str], root: str) -> str:
    """Why an entry that is called like a source file is none that may be read; "" if it is one, or a link to one inside the root."""
    try:
        if not entry.is_symlink():
            return "" if entry.is_file(follow_symlinks=False) else "it is not a regular file"
        if not entry.is_file():
            return "it is a broken link"
        return "" if _stays(entry, root) else "it links out of the project"
    except OSError:
        return "it is a broken link"


def _stays(entry: os.DirEntry[str], root: str) -> bool:
    return within(os.path.realpath(entry.path), os.path.realpath(root))


def within(path: str, folder: str) -> bool:
    """Whether an absolute path is that of a folder, or of something in it."""
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def relative_path(absolute: str, root: str) -> str:
    """An absolute path as reports show it: relative to the root, with `/`; absolute if it lies on another drive."""
    try:
        return os.path.relpath(absolute, root).replace(os.sep, "/")
    except ValueError:
        return absolute.replace(os.sep, "/")


def from_here(root: str, base: str) -> Callable[[str], str]:
    """Turns a path of a project into one for sentences: from the working folder, as what is shown beside it.

    Args:
        root: of the project.
        base: of the report; where the working folder is neither in it nor above it, paths are relative to that.
    """
    here = os.getcwd()
    start = here if within(here, base) or within(base, here) else base
    return str if start == root else lambda path: relative_path(os.path.join(root, path), start)


def check_paths(paths: Sequence[str]) -> None:
    """See that every path exists.

    Args:
        paths: as typed.

    Raises:
        UserError: those that do not, each with the nearest name that does.
    """
    missing = [_missing(path, os.path.abspath(path)) for path in paths if not os.path.exists(path)]
    if missing:
        raise UserError(*missing)


def _missing(path: str, absolute: str) -> str:
    """Why a path cannot be checked, with the nearest name that exists."""
    import difflib

    parent = os.path.dirname(absolute)
    wrong = os.path.basename(absolute)
    while not os.path.isdir(parent) and parent != os.path.dirname(parent):
        parent, wrong = os.path.dirname(parent), os.path.basename(parent)
    near: list[str] = []
    if os.path.isdir(parent):
        near = difflib.get_close_matches(wrong, _names(parent), n=1)
    hint = f"; did you mean {visible(relative_path(os.path.join(parent, near[0]), os.getcwd()))}?" if near else ""
    return f"{visible(path)}: no such file or folder{hint}"


def _names(folder: str) -> Iterator[str]:
    try:
        with os.scandir(folder) as scan:
            yield from sorted(entry.name for entry in scan)
    except OSError:
        return


_COOKIE = re.compile(rb"[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")
_BLANK_OR_COMMENT = re.compile(rb"[ \t\f]*(?:#|$)")
_LINE_END = re.compile(rb"\r\n|\r|\n")
_LETTERS = bytes(range(0x20, 0x7F)).replace(b"\\", b"").replace(b"~", b"").replace(b"+", b"")
# Codings in which bytes of ASCII are these characters, wherever they stand, and no other bytes are.
_KEEPS_ASCII = re.compile(
    r"utf-8(?:-sig)?|ascii|iso8859-\d+|cp\d+|koi8-\w|mac-\w+|gb\d+|gbk|big5\w*|euc_\w+|shift_jis\w*|johab|tis-620|kz1048|ptcp154"
)
_WORD = re.compile(r"\w+")


def decode(data: bytes) -> str:
    """The text of a Python file, by its byte order mark or coding cookie; what does not decode becomes a replacement sign."""
    if data.startswith(codecs.BOM_UTF8):
        return data[len(codecs.BOM_UTF8) :].decode("utf-8", "replace")
    cookie = _cookie(data)
    try:
        return data.decode(cookie[1].decode("ascii", "replace") if cookie else "utf-8", "replace")
    except (LookupError, ValueError, AssertionError):
        return data.decode("utf-8", "replace")


def readable(data: bytes) -> bytes:
    """The bytes of a Python file as whoever searches them can read them.

    A coding in which ASCII stands for something else (`utf-7`, `unicode_escape`) becomes UTF-8, and an identifier in compatible letters
    (`ａttio`) the one that Python takes it for.

    Args:
        data: the bytes; nearly always they come back as they are.
    """
    codec = "utf-8" if data.startswith(codecs.BOM_UTF8) or (cookie := _cookie(data)) is None else _codec(cookie[1])
    if not _KEEPS_ASCII.fullmatch(codec):
        try:
            text = data.decode(codec)
        except (LookupError, ValueError, AssertionError):
            return data  # Python cannot read it either
        lines = text.split("\n", 2)
        lines[:2] = [line.replace("coding", "c0ding") for line in lines[:2]]  # what names the coding no longer does
        data = "\n".join(lines).encode("utf-8", "surrogatepass")
    elif not codec.startswith("utf-8"):
        return data
    if data.isascii():
        return data
    text = data.decode("utf-8", "surrogateescape")
    return data if unicodedata.is_normalized("NFKC", text) else _WORD.sub(_as_python_reads_it, text).encode("utf-8", "surrogateescape")


def _cookie(data: bytes) -> re.Match[bytes] | None:
    """The comment in the first or second line that names the coding."""
    for line in _LINE_END.split(data[:10_000], 2)[:2]:
        cookie = _COOKIE.match(line)
        if cookie or not _BLANK_OR_COMMENT.match(line):
            return cookie
    return None


@lru_cache(maxsize=100)
def _codec(cookie: bytes) -> str:
    """The name that Python has for a coding; UTF-8 for one that it does not know, or that stands for letters by other bytes (EBCDIC)."""
    try:
        name = codecs.lookup(cookie.decode("ascii", "replace")).name
        return name if _LETTERS.decode(name) == _LETTERS.decode("ascii") else "utf-8"
    except (LookupError, ValueError, AssertionError):
        return "utf-8"


def _as_python_reads_it(word: re.Match[str]) -> str:
    plain = unicodedata.normalize("NFKC", word[0])
    return plain if plain.isascii() and not word[0].isascii() else word[0]
