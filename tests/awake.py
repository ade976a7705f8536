"""Awake: of files that a test makes up, none is to be asked for by what it imports."""

from __future__ import annotations

from attio_scopes.prefilter import Importing


class Awake:
    """The part of what is asked about files that has no answer where all are chosen."""

    by_name = False

    def importing(self, path: str) -> Importing:
        return Importing()

    def text(self, path: str) -> bytes:
        return b""
