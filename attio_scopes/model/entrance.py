"""Entrances: where Attio comes into the code, whether or not a call was found behind it."""

from __future__ import annotations

from msgspec import Struct

Stretch = tuple[str, int, int]
"""A path, and the first and last line of a statement."""


class Entrance(Struct, frozen=True, order=True):
    """A literal with Attio's host, or an import of its SDK or of something named like it from outside the tree.

    Attributes:
        path, line: where it is.
        library: the first part of the imported module's name, or "" of a literal.
        uses: the statements, also of other modules, that its names reach.
        read: whether the module was found in an environment of the project, and read.
        handed: the libraries that get a literal, of which the source is not at hand.
    """

    path: str
    line: int
    library: str = ""
    uses: tuple[Stretch, ...] = ()
    read: bool = False
    handed: tuple[str, ...] = ()
