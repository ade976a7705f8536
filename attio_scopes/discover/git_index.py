"""The index of a git repository: which files it tracks.

Takes the bytes of `.git/index`, gives paths. Runs no program. An index of a kind that is not known gives None, never a guess: what is
tracked has to be looked at, whatever a .gitignore says.
"""

from __future__ import annotations

import struct

_HEADER = struct.Struct(">4sII")
_STAT_BYTES = 40
_EXTENDED, _NAME = 0x4000, 0x0FFF
_FOLDER_MODE = 0o040000
_MODE = struct.Struct(">I")


def tracked_files(data: bytes, digest_bytes: int) -> frozenset[bytes] | None:
    """The paths of an index.

    Args:
        data: the file.
        digest_bytes: length of an object's name: 20, or 32 in a repository of SHA-256.

    Returns:
        the paths relative to the top of the repository, with `/`; None where it is not known what the index says.
    """
    try:
        signature, version, count = _HEADER.unpack_from(data)
        if signature != b"DIRC" or version not in (2, 3, 4):
            return None
        return _read(data, version, count, digest_bytes)
    except (struct.error, IndexError, ValueError):
        return None


def _read(data: bytes, version: int, count: int, digest_bytes: int) -> frozenset[bytes] | None:
    found: list[bytes] = []
    at = _HEADER.size
    name = b""
    for _ in range(count):
        (mode,) = _MODE.unpack_from(data, at + 24)
        if mode == _FOLDER_MODE:
            return None
        start = at + _STAT_BYTES + digest_bytes
        flags = data[start] << 8 | data[start + 1]
        start += 4 if flags & _EXTENDED else 2
        if version == 4:
            cut, start = _number(data, start)
            end = data.index(b"\0", start)
            if cut > len(name):
                return None
            name = name[: len(name) - cut] + data[start:end]
            at = end + 1
        else:
            end = data.index(b"\0", start)
            name = data[start:end]
            if len(name) != min(flags & _NAME, len(name)):
                return None
            at += (end - at + 8) // 8 * 8
        found.append(name)
    return frozenset(found) if _extensions_known(data, at, digest_bytes) else None


def _number(data: bytes, at: int) -> tuple[int, int]:
    """A number of variable length, as git writes offsets; and where it ends."""
    value = data[at] & 0x7F
    while data[at] & 0x80:
        at += 1
        value = (value + 1) << 7 | data[at] & 0x7F
    return value, at + 1


def _extensions_known(data: bytes, at: int, digest_bytes: int) -> bool:
    """Whether nothing behind the entries says that there is more to it."""
    end = len(data) - digest_bytes
    while at + 8 <= end:
        name, size = struct.unpack_from(">4sI", data, at)
        if not name[:1].isupper():  # `link`: the rest is in another file; `sdir`: there are folders
            return False
        at += 8 + size
    return at == end
