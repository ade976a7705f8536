"""The folder of the cache: small files, each whole or not there at all.

Takes a kind, a key and bytes; gives the bytes back, or None where they are missing, broken or somebody else's. It never raises for
what the disk does: a cache that cannot be written is no cache. Files are written to a temporary name and renamed, so several
processes may use it at once; an entry's name is the digest of all that it depends on, so an old one is never taken for a new one. Its
contents are signed with a key that lies beside the entries, for the user alone: what somebody else puts there, or moves to another name,
is broken.

Where it may lie is said by `cache.place`: a folder that comes with a checkout could say what a run found (docs/decisions/).
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator
from hashlib import blake2b

from attio_scopes.disk import read_regular

MOST_BYTES = 256 * 1024 * 1024
_FORMAT = "v1"
_TAG = "CACHEDIR.TAG"
# https://bford.info/cachedir/: what tells backup programs to pass the folder over, and us that it is ours.
_SIGNATURE = "Signature: 8a477f597d28d172789f06886806bc55\n# Cache of attio-scopes. It may be removed at any time: attio-scopes clean\n"
_DAY = 24 * 3600
_KEY = "key"
_KEY_BYTES = 32


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
        self._key: bytes | None = None
        self._looked = False
        self._given_up = False
        self._written = 0

    def get(self, kind: str, key: str) -> bytes | None:
        """The entry, or None."""
        secret = self._secret()
        if secret is None:
            return None
        try:
            data = read_regular(self._name(kind, key), MOST_BYTES)
        except OSError:
            return None
        head, _, body = data.partition(b"\n")
        return body if head == _signature(secret, kind, key, body) else None

    def put(self, kind: str, key: str, body: bytes) -> None:
        """Keep an entry, if the disk lets us."""
        secret = self._secret() or self._made()
        if secret is None:
            return
        name = self._name(kind, key)
        temporary = f"{name}.{os.getpid()}.tmp"
        try:
            _make_folders(os.path.dirname(name))
            with open(temporary, "wb") as stream:
                stream.write(_signature(secret, kind, key, body) + b"\n" + body)
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

    def _made(self) -> bytes | None:
        """The key of a new cache, or of one that has none; None if the folder is somebody else's, or the disk does not let us."""
        self._given_up = self._given_up or (os.path.lexists(self._folder) and not is_cache(self._folder))
        if self._given_up:
            return None
        temporary = os.path.join(self._folder, f"{_KEY}.{os.getpid()}.tmp")
        try:
            _make_folders(self._folder)
            for name, text in ((_TAG, _SIGNATURE), (".gitignore", "*\n")):
                with open(os.path.join(self._folder, name), "w", encoding="ascii") as stream:
                    stream.write(text)
            with open(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
                stream.write(os.urandom(_KEY_BYTES))
            os.replace(temporary, os.path.join(self._folder, _KEY))
        except OSError:
            self._given_up = True
            return None
        finally:  # an interruption too leaves nothing behind
            with contextlib.suppress(OSError):
                os.unlink(temporary)
        self._looked = False
        return self._secret()

    def _secret(self) -> bytes | None:
        """The key, if the folder is ours; read once."""
        if not self._looked:
            self._looked = True
            self._key = _key_of(self._folder) if is_cache(self._folder) else None
        return self._key


def _key_of(folder: str) -> bytes | None:
    """The key of a cache, if it is whole and nobody but the user can read it."""
    path = os.path.join(folder, _KEY)
    try:
        about = os.lstat(path)
        if hasattr(os, "geteuid") and (about.st_uid != os.geteuid() or about.st_mode & 0o077):
            return None
        key = read_regular(path, _KEY_BYTES)
    except OSError:
        return None
    return key if len(key) == _KEY_BYTES else None


def _make_folders(folder: str) -> None:
    """Make a folder and those above it that are missing, for the user alone."""
    above = os.path.dirname(folder)
    if above != folder and not os.path.isdir(above):
        _make_folders(above)
    with contextlib.suppress(FileExistsError):
        os.mkdir(folder, 0o700)


def is_cache(folder: str) -> bool:
    """Whether a folder is a cache of attio-scopes that this user made."""
    try:
        ours = read_regular(os.path.join(folder, _TAG), 1_000) == _SIGNATURE.encode("ascii")
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


def _signature(secret: bytes, kind: str, key: str, body: bytes) -> bytes:
    """What stands in front of an entry: it holds for this body under this name only."""
    return blake2b(f"{kind}/{key}\n".encode("ascii", "replace") + body, digest_size=16, key=secret).hexdigest().encode()
