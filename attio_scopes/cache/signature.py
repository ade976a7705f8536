"""Signatures: what tells, without reading, that a file is as it was; and what tells that the tool is.

Takes paths, gives short texts. A file is the same if its size, its times of change (content and inode) and its inode are. A file that
changed in the last seconds has no signature, since it could change again within the resolution of the file system's clock.
"""

from __future__ import annotations

import os
import sys
import time
from functools import lru_cache

RESOLUTION = 2_000_000_000
"""Nanoseconds: the coarsest clock of a file system in use (FAT)."""


def now() -> int:
    """The time to compare signatures with: taken before the first file is looked at."""
    return time.time_ns()


def signature(path: str, started: int) -> str:
    """The signature of a file, or "" where none can be trusted.

    Args:
        path: of the file.
        started: nanoseconds, of `now`, before anything was read.
    """
    try:
        stat = os.stat(path)
    except (OSError, ValueError):
        return ""
    changed = max(stat.st_mtime_ns, stat.st_ctime_ns)
    return f"{stat.st_size},{stat.st_mtime_ns},{stat.st_ctime_ns},{stat.st_ino}" if changed < started - RESOLUTION else ""


@lru_cache(maxsize=1)
def tool_signature() -> str:
    """What the results depend on besides the project: this package and its rules, Python, and libcst."""
    from importlib.util import find_spec

    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    found = [sys.version]
    folders = [package, os.path.join(os.path.dirname(package), "rules")]
    spec = find_spec("libcst")
    if spec is not None and spec.origin is not None:
        stat = os.stat(spec.origin)
        found.append(f"{spec.origin},{stat.st_size},{stat.st_mtime_ns}")
    while folders:
        try:
            with os.scandir(folders.pop()) as scan:
                for entry in scan:
                    if entry.is_dir(follow_symlinks=False):
                        if entry.name != "__pycache__":
                            folders.append(entry.path)
                    else:
                        stat = entry.stat()
                        found.append(f"{entry.path},{stat.st_size},{stat.st_mtime_ns}")
        except OSError:
            continue
    return "\n".join(sorted(found))
