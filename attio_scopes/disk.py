"""Read a file that is one (never a pipe that nobody writes to, a device without end, or more bytes than asked for); write one whole.

Takes a path, gives its bytes, or writes a text. A linter is pointed at folders that strangers filled; opening what looks like a source
file must neither wait nor fill the memory, and a run that is interrupted must not leave half a file.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from pathlib import Path

from attio_scopes.model.errors import UserError
from attio_scopes.model.visible import visible

_NO_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def read_regular(path: str, most: int) -> bytes:
    """The bytes of a regular file.

    Args:
        path: of the file; links are followed.
        most: bytes; a longer file is an error.

    Returns:
        its contents.

    Raises:
        OSError: it cannot be read, is no regular file, or is too long.
    """
    handle = os.open(path, os.O_RDONLY | _NO_WAITING)
    try:
        about = os.fstat(handle)
        if stat.S_ISDIR(about.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), path)
        if not stat.S_ISREG(about.st_mode):
            raise OSError(errno.EINVAL, "it is not a regular file", path)
        return _whole(handle, about.st_size, most, path)
    finally:
        os.close(handle)


def _whole(handle: int, size: int, most: int, path: str) -> bytes:
    """All that is there to read, by the size that the file says: a buffer for the most that may be read costs more than the reading."""
    data = b""
    wanted = min(size, most) + 1
    while len(data) <= most:
        more = os.read(handle, wanted)
        data = data + more if data else more
        if not more or len(data) == size:
            return data
        wanted = 1_000_000
    raise OSError(errno.EFBIG, f"it is longer than {most // 1_000_000} MB", path)


def write_text(target: Path, text: str) -> None:
    """Write a file whole or not at all: to a temporary file beside it, then renamed. Makes the folder where there is none.

    A link stays a link. What is no file (`/dev/null`, `/dev/stdout`, a pipe) is written to and never replaced.

    Raises:
        UserError: it cannot be written.
    """
    import tempfile

    temporary = ""
    try:
        if target.exists() and not target.is_file() and not target.is_dir():  # /dev/stdout, a pipe: written to, never replaced
            with open(target, "w", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
            return
        real = Path(os.path.realpath(target))
        real.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=f".{real.name[:100]}.", dir=real.parent)
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n", errors="backslashreplace") as file:
            file.write(text)
        os.chmod(temporary, real.stat().st_mode & 0o777 if real.exists() else 0o666 & ~_umask())
        os.replace(temporary, real)
        temporary = ""
    except (OSError, ValueError) as error:
        said = getattr(error, "strerror", None) or str(error)
        raise UserError(f"{visible(str(target))}: cannot be written: {visible(said)}") from None
    finally:  # an interruption too leaves nothing behind
        if temporary:
            with contextlib.suppress(OSError):
                os.unlink(temporary)


def _umask() -> int:
    current = os.umask(0o022)
    os.umask(current)
    return current
