"""Which entries of a tree git ignores: .gitignore files, nested ones too, and `.git/info/exclude`.

Takes absolute paths while a tree is walked from the top; gives yes or no. It reads those files and the index, and runs no git. What git
tracks is never ignored, nor anything outside of a repository, nor where it cannot be told what is tracked: a .gitignore is part of a
change like any other, and must not hide a file that is part of it too.
"""

from __future__ import annotations

import os
import re
from bisect import bisect_left

from msgspec import Struct

from attio_scopes.discover.git_index import tracked_files
from attio_scopes.discover.ignore_rules import IgnoreRules
from attio_scopes.disk import read_regular

_FILE = ".gitignore"
_GIT = ".git"
_LARGEST, _LARGEST_INDEX = 1_000_000, 500_000_000
_POINTER = re.compile(rb"gitdir: (.+?)\r?\n?", re.DOTALL)
_SHA256 = re.compile(rb"^\s*objectformat\s*=\s*sha256\s*$", re.MULTILINE | re.IGNORECASE)


class _Level(Struct, frozen=True):
    """What holds in a folder: the top of its repository, and the rules with their folders, the nearest first."""

    top: str
    rules: tuple[tuple[str, IgnoreRules], ...]


class GitIgnore:
    """The rules of all repositories that a walk meets; each file is read once."""

    def __init__(self) -> None:
        """Begin knowing nothing."""
        self._levels: dict[str, _Level | None] = {}
        self._tracked: dict[str, tuple[bytes, ...] | None] = {}

    def ignored(self, folder: str, name: str, *, is_folder: bool) -> bool:
        """Whether git ignores an entry of a folder that it does not ignore itself. A folder with a tracked file in it is not ignored.

        Args:
            folder: absolute path.
            name: of the entry.
            is_folder: it is a folder.
        """
        level = self._level(folder)
        if level is None:
            return False
        path = os.path.join(folder, name)
        for base, rules in level.rules:
            verdict = rules.verdict(_inside(path, base), folder=is_folder)
            if verdict is not None:
                return verdict and not self.has_tracked(path, is_folder=is_folder)
        return False

    def has_tracked(self, path: str, *, is_folder: bool) -> bool:
        """Whether git tracks a file, or something in a folder; yes where that cannot be told."""
        level = self._level(os.path.dirname(path))
        if level is None:
            return True
        if level.top not in self._tracked:
            found = _tracked_in(level.top)
            self._tracked[level.top] = None if found is None else tuple(sorted(found))
        tracked = self._tracked[level.top]
        if tracked is None:
            return True
        wanted = os.fsencode(_inside(path, level.top)) + (b"/" if is_folder else b"")
        at = bisect_left(tracked, wanted)
        return at < len(tracked) and (tracked[at].startswith(wanted) if is_folder else tracked[at] == wanted)

    def _level(self, folder: str) -> _Level | None:
        """What holds in a folder; None where it is in no repository."""
        missing = []
        while folder not in self._levels:
            missing.append(folder)
            above = os.path.dirname(folder)
            if above == folder or os.path.lexists(os.path.join(folder, _GIT)):
                break
            folder = above
        for each in reversed(missing):
            self._levels[each] = self._begun(each)
        return self._levels[missing[0] if missing else folder]

    def _begun(self, folder: str) -> _Level | None:
        """What holds in a folder, those above it being known."""
        if os.path.lexists(os.path.join(folder, _GIT)):
            excluded = _rules(os.path.join(_shared_data(folder), "info", "exclude"))
            level: _Level | None = _Level(folder, ((folder, excluded),) if excluded else ())
        else:
            level = self._levels.get(os.path.dirname(folder))
        own = _rules(os.path.join(folder, _FILE)) if level is not None else None
        return _Level(level.top, ((folder, own), *level.rules)) if level is not None and own else level


def _inside(path: str, base: str) -> str:
    return path[len(base.rstrip(os.sep)) + 1 :].replace(os.sep, "/")


def _rules(file: str) -> IgnoreRules | None:
    """The rules of a file, or None where there is none that can be read."""
    try:
        text = read_regular(file, _LARGEST).decode("utf-8", "surrogateescape")
    except (OSError, ValueError):
        return None
    return IgnoreRules(text) or None


def _data(top: str) -> str:
    """Where git keeps a repository's index: `.git`, or where it points for a submodule or a further working tree."""
    path = os.path.join(top, _GIT)
    if os.path.isdir(path):
        return path
    try:
        pointer = _POINTER.fullmatch(read_regular(path, 10_000))
    except (OSError, ValueError):
        return path
    return os.path.join(top, os.fsdecode(pointer[1])) if pointer else path


def _shared_data(top: str) -> str:
    """Where git keeps what all working trees of a repository share."""
    data = _data(top)
    try:
        shared = os.fsdecode(read_regular(os.path.join(data, "commondir"), 10_000)).strip()
    except (OSError, ValueError):
        return data
    return os.path.join(data, shared)


def _tracked_in(top: str) -> frozenset[bytes] | None:
    try:
        index = read_regular(os.path.join(_data(top), "index"), _LARGEST_INDEX)
    except FileNotFoundError:
        return frozenset() if os.path.isfile(os.path.join(_shared_data(top), "HEAD")) else None  # nothing was added yet
    except (OSError, ValueError):
        return None
    try:
        settings = read_regular(os.path.join(_shared_data(top), "config"), _LARGEST)
    except (OSError, ValueError):
        settings = b""
    return tracked_files(index, 32 if _SHA256.search(settings) else 20)
