"""Environments: where the packages of a project are installed, and their source files.

Takes the folder of a project, and an environment or interpreter that was named; gives the environments in which a package is looked for, in
order: the named one alone, or that of VIRTUAL_ENV, then `.venv` and `venv` of the project and of the folders above it in its repository. It
lists folders and reads what installers write there; no interpreter is started and nothing of an environment is run. An environment of which
git tracks a file came with the code, and is not used: what it calls Attio's SDK would be a stranger's word.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from attio_scopes.discover.gitignore import GitIgnore
from attio_scopes.disk import read_regular
from attio_scopes.model.errors import UserError
from attio_scopes.model.source import INSTALLED, Package, SourceFile
from attio_scopes.model.visible import visible

VARIABLE = "VIRTUAL_ENV"
FOLDERS = (".venv", "venv")
_PYTHON = re.compile(r"(?:python|pypy)3(?:\.\d{1,3})?t?")
_PACKAGES = ("site-packages", "dist-packages")
_NAME = re.compile(r"[^\W\d]\w*")
_DISTRIBUTION = re.compile(r"([A-Za-z0-9][A-Za-z0-9._-]*)-([^-/]+)\.(?:dist|egg)-info")
_HOME = re.compile(r"^[ \t]*(home|include-system-site-packages)[ \t]*=(.*)$", re.MULTILINE | re.IGNORECASE)
_SPELLED = re.compile(r"^Name: ([A-Za-z0-9][A-Za-z0-9._-]*)\s*$", re.MULTILINE)
MOST_FILES = 20_000
"""Files of one package that are listed: the largest SDKs have some thousand."""
MOST_BYTES = 200_000_000
"""Bytes of the files of one package: each is searched, whether or not it is parsed. The largest SDKs have some megabytes."""
_MOST_PTH = 200
_MOST_LINES = 1_000
_LARGEST_PTH = 1_000_000
_LARGEST_RECORD = 16_000_000


class Environment(Struct, frozen=True):
    """An environment.

    Attributes:
        name: as sentences have it: `--python`, `VIRTUAL_ENV`, `.venv`; never its path.
        folders: absolute paths of the folders in which packages lie, in the order in which an import looks.
    """

    name: str
    folders: tuple[str, ...]


class Environments(Struct, frozen=True):
    """The environments of a project.

    Attributes:
        found: in the order in which a package is looked for.
        refused: the names of those that are not used, since git tracks them.
    """

    found: tuple[Environment, ...] = ()
    refused: tuple[str, ...] = ()

    @property
    def folders(self) -> tuple[str, ...]:
        """All folders in which packages lie; what a result may depend on."""
        return tuple(folder for environment in self.found for folder in environment.folders)

    def package(self, name: str) -> Package | None:
        """The package that `import name` means, in the first environment that has it; None where none has its source.

        Args:
            name: of the module, without dots.
        """
        if not _NAME.fullmatch(name):
            return None
        return next((found for environment in self.found if (found := _package(environment, name)) is not None), None)

    def named(self, word: str) -> tuple[str, ...]:
        """The modules of distributions whose name has a word in it.

        Args:
            word: in lower case.
        """
        found = {name: None for folder in self.folders for name in _modules_named(folder, word)}
        return tuple(found)


def environments_of(root: str, python: str | None) -> Environments:
    """The environments of a project.

    Args:
        root: absolute path of the project's folder.
        python: of `--python`: an environment's folder, or an interpreter in one; None to look for one.

    Raises:
        UserError: what was named is no environment, or git tracks it.
    """
    git = GitIgnore()
    if python is not None:
        return Environments((_of_option(python, root, git),))
    found: list[Environment] = []
    refused: list[str] = []
    for name, folder in _candidates(root):
        folders = _site_folders(folder, root)
        if folders and _is_tracked(folder, git):
            refused.append(name)
        elif folders and folders not in [one.folders for one in found]:
            found.append(Environment(name, folders))
    return Environments(tuple(found), tuple(refused))


def _candidates(root: str) -> Iterator[tuple[str, str]]:
    active = os.environ.get(VARIABLE, "")
    if active and os.path.isabs(active):
        yield VARIABLE, os.path.normpath(active)
    folder = root
    while True:
        for name in FOLDERS:
            yield name, os.path.join(folder, name)
        above = os.path.dirname(folder)
        if above == folder or os.path.lexists(os.path.join(folder, ".git")) or _top_above(folder) is None:
            return
        folder = above


def _top_above(folder: str) -> str | None:
    """The top of the repository around a folder; None where there is none."""
    while not os.path.lexists(os.path.join(folder, ".git")):
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above
    return folder


def _of_option(python: str, root: str, git: GitIgnore) -> Environment:
    given = os.path.abspath(python)
    shown = f"--python {visible(python)}"
    if not os.path.exists(given):
        raise UserError(f"{shown}: no such file or folder; name an environment's folder, or the interpreter in it")
    folder = given if os.path.isdir(given) else os.path.dirname(os.path.dirname(given))
    folders = _site_folders(folder, root)
    if not folders and os.path.isfile(given):  # a link to an interpreter elsewhere, which has the packages
        folder = os.path.dirname(os.path.dirname(os.path.realpath(given)))
        folders = _site_folders(folder, root)
    if not folders:
        raise UserError(f"{shown}: is no Python environment: it has no lib/pythonX.Y/site-packages")
    if _is_tracked(folder, git):
        raise UserError(f"{shown}: git tracks files of this environment, so it came with the code, and is not used")
    return Environment("--python", folders)


def _is_tracked(folder: str, git: GitIgnore) -> bool:
    """Whether git tracks a file of an environment, or the link that it is; yes where that cannot be told inside a repository."""
    for path in {folder, os.path.realpath(folder)}:
        if _top_above(os.path.dirname(path)) is None:
            continue
        if git.has_tracked(path, is_folder=True) or git.has_tracked(path, is_folder=False):
            return True
        for inner in _site_packages(path):
            if git.has_tracked(inner, is_folder=False):  # a link
                return True
    return False


# --- the folders of an environment -------------------------------------------------------------------------------------


def _site_folders(prefix: str, root: str) -> tuple[str, ...]:
    """The folders in which an environment's packages lie, those that its .pth files add included; none of what is no environment."""
    own = _site_packages(prefix)
    if not own and os.path.basename(prefix) in _PACKAGES and os.path.isdir(prefix):
        own = (prefix,)
    beyond = _site_packages(_system_prefix(prefix)) if own else ()
    found = dict.fromkeys((*own, *beyond))
    for folder in own:
        found.update(dict.fromkeys(path for path in _added(folder) if not _within(path, root)))
    return tuple(found)


def _site_packages(prefix: str) -> tuple[str, ...]:
    if not prefix:
        return ()
    found = [os.path.join(prefix, "Lib", "site-packages")]
    for lib in ("lib", "lib64", os.path.join("local", "lib")):
        pythons = sorted((name for name in _names(os.path.join(prefix, lib)) if _PYTHON.fullmatch(name)), key=_newest)
        found += [os.path.join(prefix, lib, python, name) for python in pythons for name in _PACKAGES]
    kept: dict[str, str] = {}
    for path in found:
        if os.path.isdir(path):
            kept.setdefault(os.path.realpath(path), path)
    return tuple(kept.values())


def _newest(name: str) -> tuple[int, str]:
    minor = re.search(r"\.(\d+)", name)
    return -int(minor[1]) if minor else 0, name


def _system_prefix(prefix: str) -> str:
    """Where the packages of the system lie, if an environment says that it has them too."""
    said = {key.lower(): value.strip() for key, value in _HOME.findall(_text(os.path.join(prefix, "pyvenv.cfg"), _LARGEST_PTH))}
    home = said.get("home", "")
    return os.path.dirname(home) if said.get("include-system-site-packages", "").lower() == "true" and os.path.isabs(home) else ""


def _added(folder: str) -> Iterator[str]:
    """The folders that .pth files add; lines of theirs that are code are passed over."""
    for name in sorted(name for name in _names(folder) if name.endswith(".pth"))[:_MOST_PTH]:
        for line in _text(os.path.join(folder, name), _LARGEST_PTH).splitlines()[:_MOST_LINES]:
            if line.strip() and not line.startswith(("#", "import ", "import\t")) and "\0" not in line:
                path = os.path.normpath(os.path.join(folder, line.strip()))
                if os.path.isdir(path):
                    yield path


def _within(path: str, folder: str) -> bool:
    """Whether a folder is the project's, or in it: what is there is the tree, and was looked at or left out as such."""
    path, folder = os.path.realpath(path), os.path.realpath(folder)
    inside = path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)
    return inside and set(_PACKAGES).isdisjoint(path.split(os.sep))


def _names(folder: str) -> tuple[str, ...]:
    try:
        with os.scandir(folder) as scan:
            return tuple(sorted(entry.name for entry in scan))
    except (OSError, ValueError):
        return ()


def _text(path: str, most: int) -> str:
    try:
        return read_regular(path, most).decode("utf-8", "replace")
    except (OSError, ValueError):
        return ""


# --- a package -------------------------------------------------------------------------------------------------------


def _package(environment: Environment, name: str) -> Package | None:
    """A package of an environment: a folder or file of that name; of folders without `__init__`, all that there are."""
    found: dict[str, SourceFile] = {}
    folders: list[str] = []
    whole = True
    home = ""
    for place in environment.folders:
        top = os.path.join(place, name)
        if os.path.isdir(top):
            whole = _take(top, f"{INSTALLED}/{name}", found, folders) and whole
            home = home or place
            if f"{INSTALLED}/{name}/__init__.py" in found:
                break
        elif os.path.isfile(top + ".py"):
            found.setdefault(f"{INSTALLED}/{name}.py", SourceFile(f"{INSTALLED}/{name}.py", top + ".py"))
            folders.append(place)
            home = home or place
            break
    if not found:
        return None
    distribution, version = _distribution(environment, home, name)
    return Package(name, distribution, version, tuple(sorted(found.values())), tuple(folders), whole)


def _take(top: str, shown: str, found: dict[str, SourceFile], folders: list[str]) -> bool:
    """List the modules in a folder; whether these are all."""
    pending = [(top, shown)]
    size = 0
    while pending:
        folder, prefix = pending.pop()
        try:
            with os.scandir(folder) as scan:
                entries = sorted(scan, key=lambda entry: entry.name)
        except OSError:
            return False
        folders.append(folder)
        for entry in entries:
            stem = entry.name.removesuffix(".py")
            if not _NAME.fullmatch(stem) or stem == "__pycache__":
                continue
            if entry.is_dir(follow_symlinks=False):
                pending.append((entry.path, f"{prefix}/{entry.name}"))
            elif entry.name.endswith(".py") and entry.is_file():
                size += _size(entry)
                if len(found) >= MOST_FILES or size > MOST_BYTES:
                    return False
                found.setdefault(f"{prefix}/{entry.name}", SourceFile(f"{prefix}/{entry.name}", entry.path))
    return True


def _size(entry: os.DirEntry[str]) -> int:
    try:
        return entry.stat().st_size
    except OSError:
        return 0


def _distribution(environment: Environment, home: str, name: str) -> tuple[str, str]:
    """Name and version of the distribution that a package is of; "" where that is not known."""
    infos = [(folder, info) for folder in dict.fromkeys((home, *environment.folders)) for info in _distributions(folder)]
    wanted = _normal(name)
    for folder, info in infos:
        if _normal(info[0]) == wanted or name in _top_level(os.path.join(folder, info[2])):
            return _spelled(os.path.join(folder, info[2]), info[0]), info[1]
    said = re.compile(rf"^{re.escape(name)}(?:/|\.py,)", re.MULTILINE)
    for folder, info in infos:
        if said.search(_text(os.path.join(folder, info[2], "RECORD"), _LARGEST_RECORD)):
            return _spelled(os.path.join(folder, info[2]), info[0]), info[1]
    return "", ""


def _spelled(info: str, name: str) -> str:
    """The name of a distribution as it spells it itself."""
    said = _SPELLED.search(_text(os.path.join(info, "METADATA"), _LARGEST_PTH)[:10_000])
    return said[1] if said and _normal(said[1]) == _normal(name) else name


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "_", name).lower()


def _distributions(folder: str) -> tuple[tuple[str, str, str], ...]:
    """(name, version, folder) of each distribution in a folder."""
    return tuple((match[1], match[2], name) for name in _names(folder) if (match := _DISTRIBUTION.fullmatch(name)))


def _top_level(info: str) -> Sequence[str]:
    return _text(os.path.join(info, "top_level.txt"), _LARGEST_PTH).split()


def _modules_named(folder: str, word: str) -> Iterator[str]:
    """The modules that distributions with a word in their name bring."""
    for name, _, info in _distributions(folder):
        if word in name.lower():
            path = os.path.join(folder, info)
            listed = {line.split(",", 1)[0] for line in _text(os.path.join(path, "RECORD"), _LARGEST_RECORD).splitlines()}
            first = {line.partition("/")[0].removesuffix(".py") for line in listed if line.endswith(".py")}
            yield from sorted(one for one in {*_top_level(path), *first} if _NAME.fullmatch(one))
