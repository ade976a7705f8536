"""Place: the folder of the cache, if there is one that nobody but the user can have filled.

Takes the environment and the checked folders; gives a folder, or why there is none. A cache that comes with a checkout, or that others can
write into, could say what a run found, so it is not used. It makes nothing and reads no entry.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator

from msgspec import Struct

VARIABLE = "ATTIO_SCOPES_CACHE_DIR"
_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH


class CachePlace(Struct, frozen=True):
    """Where the cache is: `folder`, an absolute path; or "" and `reason`, why there is none."""

    folder: str = ""
    reason: str = ""


def cache_place(checked: Iterable[str] = ()) -> CachePlace:
    """The folder of the cache: `ATTIO_SCOPES_CACHE_DIR`, or a folder of ours in the user's cache folder.

    Args:
        checked: absolute paths of files and folders that are looked at; neither these nor the repositories around them hold the cache.

    Returns:
        the folder, which may not be there yet.
    """
    folder, said_by = _configured()
    if not os.path.isabs(folder):
        return CachePlace(reason=f"{said_by} is no absolute path")
    real = os.path.realpath(folder)
    for tree in _trees(checked):
        if _within(real, tree) or _within(tree, real):
            return CachePlace(reason=f"{folder} is in the checked project, or around it")
    try:
        reason = _open_to_others(real)
    except OSError as error:
        reason = error.strerror or "it cannot be looked at"
    return CachePlace(reason=f"{folder}: {reason}") if reason else CachePlace(real)


def _configured() -> tuple[str, str]:
    """The folder, and what names it."""
    given = os.environ.get(VARIABLE)
    if given:
        return given, VARIABLE
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        base, said_by = os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local"), "LOCALAPPDATA"
    elif sys.platform == "darwin":
        base, said_by = os.path.join(home, "Library", "Caches"), "the home folder"
    elif os.environ.get("XDG_CACHE_HOME"):
        base, said_by = os.environ["XDG_CACHE_HOME"], "XDG_CACHE_HOME"
    else:
        base, said_by = os.path.join(home, ".cache"), "the home folder"
    return os.path.join(base, "attio-scopes"), said_by


def _trees(checked: Iterable[str]) -> Iterator[str]:
    """The checked folders, each with the repository around it."""
    for path in {os.path.realpath(path) for path in checked}:
        folder = path if os.path.isdir(path) else os.path.dirname(path)
        yield folder
        yield from (above for above in _upwards(folder) if os.path.lexists(os.path.join(above, ".git")))


def _upwards(folder: str) -> Iterator[str]:
    while True:
        yield folder
        if folder == os.path.dirname(folder):
            return
        folder = os.path.dirname(folder)


def _within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def _open_to_others(folder: str) -> str:
    """How somebody else could have put the folder there, or something into it; "" if nobody could, where systems have owners."""
    if not hasattr(os, "geteuid"):
        return ""
    for path in _upwards(folder):
        if not os.path.lexists(path):
            continue
        about = os.stat(path)
        if path == folder and (about.st_uid != os.geteuid() or about.st_mode & _BY_OTHERS):
            return "others own it, or may write into it"
        # A group may be the user's own, and often is; where everybody may write, only the sticky bit keeps what is there in its place.
        if about.st_mode & stat.S_IWOTH and not about.st_mode & stat.S_ISVTX:
            return f"everybody may write into {path}"
    return ""
