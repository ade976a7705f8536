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
