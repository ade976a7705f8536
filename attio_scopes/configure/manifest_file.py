"""Which scope manifest a project uses: the one that its configuration names, or the one beside it.

Takes folders and the configuration's word, gives the path of a file. Never reads what is in it; a stranger's repository may bring one,
so only a regular file of a sensible size counts.
"""

from __future__ import annotations

import os
import stat

from attio_scopes.model.errors import UserError
from attio_scopes.model.visible import visible

NAME = "attio-manifest.yaml"
"""What `manifest update` writes, and what is picked up where nothing is named."""
LARGEST = 8_000_000
"""Bytes. The shipped manifest has about 60,000."""


def named(folder: str, text: str) -> str:
    """The manifest that a configuration names.

    Args:
        folder: absolute path of the configuration's folder.
        text: a path, relative to it.

    Returns:
        the manifest's path, as seen from the working folder.

    Raises:
        UserError: there is no such file.
    """
    path = os.path.join(folder, text)
    return _usable(path, "; `attio-scopes manifest update --yes` writes one, or remove `manifest` from the configuration")


def beside(folder: str) -> str | None:
    """The manifest in a configuration's folder, or None."""
    path = os.path.join(folder, NAME)
    return _usable(path, "") if os.path.lexists(path) else None


def above(start: str) -> str | None:
    """The manifest of a project without a configuration: in the folder of `start`, or above it up to the top of its repository."""
    folder = os.path.abspath(start)
    if not os.path.isdir(folder):
        folder = os.path.dirname(folder)
    while True:
        found = beside(folder)
        parent = os.path.dirname(folder)
        if found is not None or parent == folder or os.path.exists(os.path.join(folder, ".git")):
            return found
        folder = parent


def _usable(path: str, hint: str) -> str:
    shown = os.path.relpath(path)
    try:
        about = os.stat(path)
    except (OSError, ValueError) as error:
        said = getattr(error, "strerror", None) or str(error)
        raise UserError(f"{visible(shown)}: the manifest cannot be read ({visible(said)}){hint}") from None
    if not stat.S_ISREG(about.st_mode):
        raise UserError(f"{visible(shown)}: the manifest must be a file")
    if about.st_size > LARGEST:
        raise UserError(f"{visible(shown)}: too long for a manifest (over {LARGEST // 1_000_000} MB)")
    return shown
