"""Root: the folder of the project that a path belongs to, where no configuration says it.

Takes a path, gives a folder: the nearest with pyproject.toml, setup.cfg or .git, upwards; where there is none, the folder above the
package that the path is in. It looks at names only and reads no file.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence

_MARKS = ("pyproject.toml", "setup.cfg", ".git")
_PACKAGE = "__init__.py"


def project_roots(paths: Sequence[str]) -> tuple[str, ...]:
    """The project's folder of each path, absolute, each once.

    Args:
        paths: files and folders that exist, as typed.
    """
    return tuple(dict.fromkeys(project_root(path) for path in paths))


def project_root(path: str, top: str | None = None) -> str:
    """The folder of the project around a path.

    The user's home, the temporary folder and the top of the file system are never taken for a project because of what stands in them:
    a repository of settings in the home would make every script in it part of one project.

    Args:
        path: a file or folder that exists.
        top: absolute path of a folder that is known to be the top of a repository, whatever stands in it.

    Returns:
        an absolute path.
    """
    start = os.path.abspath(path)
    if not os.path.isdir(start):
        start = os.path.dirname(start)
    for folder in _upwards(start):
        if folder == top:
            return folder
        if not is_wide(folder) and any(os.path.lexists(os.path.join(folder, mark)) for mark in _MARKS):
            return folder
    return next(folder for folder in _upwards(start) if not os.path.lexists(os.path.join(folder, _PACKAGE)))


def is_wide(folder: str) -> bool:
    """Whether a folder holds the things of many projects, so that no one project is read from there."""
    return folder in (os.path.dirname(folder), os.path.expanduser("~"), tempfile.gettempdir())


def _upwards(folder: str) -> Sequence[str]:
    """The folder and those above it, the top last."""
    found = [folder]
    while (above := os.path.dirname(found[-1])) != found[-1]:
        found.append(above)
    return found
