"""Writing a user's file: whole or not at all, with its line ends, its permissions and, through a link, its place kept."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from pathlib import Path

from attio_scopes.model.errors import UserError
from attio_scopes.model.visible import visible


def replace_file(target: Path, text: str) -> None:
    """Write a text to a temporary file beside the target, then rename it.

    Args:
        target: a file that may or may not exist; a link is followed, so that it stays one.
        text: the contents, with line ends as they are to be.

    Raises:
        UserError: it cannot be written.
    """
    real = Path(os.path.realpath(target))
    temporary = ""
    try:
        if real.exists() and not real.is_file():
            raise OSError(errno.EINVAL, "it is no file")
        handle, temporary = tempfile.mkstemp(prefix=f".{real.name}.", dir=real.parent)
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        if real.exists():
            os.chmod(temporary, real.stat().st_mode & 0o7777)
        else:
            mask = os.umask(0o022)
            os.umask(mask)
            os.chmod(temporary, 0o666 & ~mask)
        os.replace(temporary, real)
        temporary = ""
    except OSError as error:
        raise UserError(f"{visible(os.path.relpath(target))}: cannot be written ({error.strerror})") from None
    finally:  # an interruption too leaves nothing behind
        if temporary:
            with contextlib.suppress(OSError):
                os.unlink(temporary)
