"""The folder of the cache: small files, each whole or not there at all.

Takes a kind, a key and bytes; gives the bytes back, or None where they are missing, broken or somebody else's. It never raises for
what the disk does: a cache that cannot be written is no cache. Files are written to a temporary name and renamed, so several
processes may use it at once; an entry's name is the digest of all that it depends on, so an old one is never taken for a new one.

It lies with the user, not in the project: a folder that comes with a checkout could say what a run found (docs/decisions/).
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from hashlib import blake2b

VARIABLE = "ATTIO_SCOPES_CACHE_DIR"
MOST_BYTES = 256 * 1024 * 1024
_FORMAT = "v1"
_TAG = "CACHEDIR.TAG"
# https://bford.info/cachedir/: what tells backup programs to pass the folder over, and us that it is ours.
_SIGNATURE = "Signature: 8a477f597d28d172789f06886806bc55\n# Cache of attio-scopes. It may be removed at any time: attio-scopes clean\n"
_DAY = 24 * 3600


def cache_folder() -> str:
    """Where the cache is: `ATTIO_SCOPES_CACHE_DIR`, or a folder of ours in the user's cache folder."""
    given = os.environ.get(VARIABLE)
    if given:
        return os.path.abspath(given)
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
    elif sys.platform == "darwin":
        base = os.path.join(home, "Library", "Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.join(home, ".cache")
    return os.path.join(base, "attio-scopes")


def digest(*parts: bytes | str) -> str:
    """The name of what depends on these parts, in hexadecimal digits."""
    hasher = blake2b(digest_size=20)
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        hasher.update(len(data).to_bytes(8, "little"))
        hasher.update(data)
    return hasher.hexdigest()


class Store:
    """A folder of entries."""

    def __init__(self, folder: str) -> None:
        """Use a folder; it is made when the first entry is written."""
        self._folder = folder
        self._usable: bool | None = None
        self._written = 0

    def get(self, kind: str, key: str) -> bytes | None:
        """The entry, or None."""
        if not self._is_ours():
            return None
        try:
            with open(self._name(kind, key), "rb") as stream:
                data = stream.read()
        except OSError:
            return None
        head, _, body = data.partition(b"\n")
        return body if head == _checksum(body) else None

    def put(self, kind: str, key: str, body: bytes) -> None:
        """Keep an entry, if the disk lets us."""
        name = self._name(kind, key)
        if not self._make():
            return
        temporary = f"{name}.{os.getpid()}.tmp"
        try:
            os.makedirs(os.path.dirname(name), exist_ok=True)
            with open(temporary, "wb") as stream:
                stream.write(_checksum(body) + b"\n" + body)
            os.replace(temporary, name)
            self._written += 1
            temporary = ""
        except OSError:
            return
        finally:  # an interruption too leaves nothing behind
            if temporary:
                with contextlib.suppress(OSError):
                    os.unlink(temporary)

    def close(self) -> None:
        """After a run that wrote: once a day, and after many entries, take away the oldest beyond the bound."""
        if not self._written:
            return
        mark = os.path.join(self._folder, "pruned")
        with contextlib.suppress(OSError):
            if self._written > 200 or not os.path.exists(mark) or time.time() - os.stat(mark).st_mtime > _DAY:
                prune(self._folder, MOST_BYTES)
                with open(mark, "wb"):
                    pass

    def _name(self, kind: str, key: str) -> str:
        return os.path.join(self._folder, _FORMAT, kind, key[:2], key[2:])

    def _make(self) -> bool:
        if self._is_ours():
            return True
        if os.path.exists(self._folder):
            return False
        try:
            os.makedirs(self._folder, mode=0o700)
            for name, text in ((_TAG, _SIGNATURE), (".gitignore", "*\n")):
                with open(os.path.join(self._folder, name), "w", encoding="ascii") as stream:
                    stream.write(text)
        except OSError:
            return False
        self._usable = None
        return self._is_ours()

    def _is_ours(self) -> bool:
        """Whether the folder has our tag and, where systems have owners, belongs to whoever runs this."""
        if self._usable is None:
            self._usable = is_cache(self._folder)
        return self._usable


def is_cache(folder: str) -> bool:
    """Whether a folder is a cache of attio-scopes that this user made."""
    try:
        with open(os.path.join(folder, _TAG), encoding="ascii", errors="replace") as stream:
            ours = stream.read() == _SIGNATURE
        return ours and (not hasattr(os, "geteuid") or os.stat(folder).st_uid == os.geteuid())
    except OSError:
        return False


def prune(folder: str, most: int) -> None:
    """Take away the oldest entries until the rest is at most that large.

    Args:
        folder: of the cache.
        most: bytes.
    """
    entries = sorted(_entries(os.path.join(folder, _FORMAT)))
    total = sum(size for _, size, _ in entries)
    for _, size, path in entries:
        if total <= most:
            return
        with contextlib.suppress(OSError):
            os.unlink(path)
            total -= size


def _entries(folder: str) -> Iterator[tuple[float, int, str]]:
    """(time of the last change, bytes, path) of every entry."""
    with contextlib.suppress(OSError), os.scandir(folder) as scan:
        for entry in scan:
            if entry.is_dir(follow_symlinks=False):
                yield from _entries(entry.path)
            else:
                stat = entry.stat(follow_symlinks=False)
                yield stat.st_mtime, stat.st_size, entry.path


def _checksum(body: bytes) -> bytes:
    return blake2b(body, digest_size=16).hexdigest().encode()
