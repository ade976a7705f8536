"""Read a file that is one: never a pipe that nobody writes to, a device without end, or more bytes than asked for.

Takes an absolute path, gives its bytes. A linter is pointed at folders that strangers filled; opening what looks like a source
file must neither wait nor fill the memory.
"""

from __future__ import annotations

import errno
import os
import stat

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
    with os.fdopen(handle, "rb") as stream:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "it is not a regular file", path)
        data = stream.read(most + 1)
    if len(data) > most:
        raise OSError(errno.EFBIG, f"it is longer than {most // 1_000_000} MB", path)
    return data
