"""Source files: where they are, not what is in them. `discover` makes them and reads them."""

from __future__ import annotations

from msgspec import Struct


class SourceFile(Struct, frozen=True, order=True):
    """A file to analyse.

    Attributes:
        path: relative to the root, with `/`; what reports show.
        absolute: where it is on this machine.
    """

    path: str
    absolute: str


class LeftOut(Struct, frozen=True, order=True):
    """A file or folder that was not looked at, though nobody asked for that: its path, a folder's with `/` at the end, and why."""

    path: str
    reason: str


INSTALLED = "<site-packages>"
"""First part of the paths of installed packages: where their files are on this machine is nobody's business who reads a report."""


def is_installed(path: str) -> bool:
    """Whether a path of a report is that of a file of an installed package."""
    return path.startswith(INSTALLED + "/")


class Package(Struct, frozen=True):
    """An installed package, as far as its files tell.

    Attributes:
        name: of the module that is imported, without dots.
        distribution, version: of what was installed, or "" where that is not known.
        files: its modules, sorted by path.
        folders: absolute paths of its folders: a file that is new in one of them is part of it.
        whole: whether these are all of its files; no more than a bound of them are listed.
        read: how many of its modules were parsed.
    """

    name: str
    distribution: str = ""
    version: str = ""
    files: tuple[SourceFile, ...] = ()
    folders: tuple[str, ...] = ()
    whole: bool = True
    read: int = 0


class Discovery(Struct, frozen=True):
    """The files of a run.

    Attributes:
        root: absolute path of the folder that paths are relative to.
        files: the files asked for, sorted by path.
        context: further files of the same project, read so that calls can be followed through them, never reported.
        test_code: paths of the files of test code that were left out.
        partial: only a part of the project was asked for.
        unlisted: folders that could not be listed.
        projects: absolute paths of the folders below that are projects of their own; their files are not among these.
        ignored: paths of what git ignores, a folder's with `/` at the end.
        left_out: what else was not looked at; what the configuration excludes, test code and git's own data apart.
    """

    root: str
    files: tuple[SourceFile, ...]
    context: tuple[SourceFile, ...] = ()
    test_code: tuple[str, ...] = ()
    partial: bool = False
    unlisted: tuple[LeftOut, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    projects: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()

    @property
    def skipped_tests(self) -> int:
        """How many files of test code were left out."""
        return len(self.test_code)
