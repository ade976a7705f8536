"""The linked program: modules, their symbols, functions and classes, as `link` gives them to the engine.

Definitions are compared by identity: two functions of the same text are two functions.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Protocol

from msgspec import Struct, field

from attio_scopes.model import facts as f
from attio_scopes.model.module_name import import_roots, may_mean, may_stand_anywhere, package_parts
from attio_scopes.model.outline import Outline, Statement
from attio_scopes.model.source import INSTALLED, is_installed

ANY_NAME = "*"
"""Stands among the attributes that a class's methods store for those whose names are made at run time (`setattr`)."""


class FunctionDef(Struct, frozen=True, eq=False):
    """A function or method of the project."""

    module: Module
    facts: f.Function
    owner: ClassDef | None = None
    nested: bool = False
    parent: FunctionDef | None = None

    def __repr__(self) -> str:
        return f"FunctionDef({self.module.path}:{self.facts.line}:{self.name})"

    @property
    def name(self) -> str:
        """Its qualified name, `Client.get`."""
        return self.facts.qualname


class ClassDef(Struct, frozen=True, eq=False):
    """A class of the project: its methods by name (the last definition wins, as in Python), its class-level statements.

    `setters` and `deleters` are what its properties do when they are assigned to or deleted, by the property's name.
    """

    module: Module
    facts: f.Class
    methods: dict[str, FunctionDef] = field(default_factory=dict)
    statements: tuple[f.Stmt, ...] = ()
    inner: dict[str, ClassDef] = field(default_factory=dict)
    self_stores: dict[str, tuple[FunctionDef, ...]] = field(default_factory=dict)
    setters: dict[str, FunctionDef] = field(default_factory=dict)
    deleters: dict[str, FunctionDef] = field(default_factory=dict)
    parent: FunctionDef | None = None

    def __repr__(self) -> str:
        return f"ClassDef({self.module.path}:{self.facts.line}:{self.name})"

    @property
    def nested(self) -> bool:
        """Whether a function defines it."""
        return self.parent is not None

    @property
    def name(self) -> str:
        """Its qualified name."""
        return self.facts.qualname


class Contents(Struct, frozen=True, eq=False):
    """What a module says.

    Attributes:
        body: its statements.
        functions, classes: the definitions directly in it, also those inside `if` and `try`.
        bound: every name that is bound at its top level.
        stars: the `from x import *` statements.
    """

    body: tuple[f.Stmt, ...] = ()
    functions: dict[int, FunctionDef] = field(default_factory=dict)
    classes: dict[int, ClassDef] = field(default_factory=dict)
    bound: set[str] = field(default_factory=set)
    stars: list[f.ImportFrom] = field(default_factory=list)


def _joined(pieces: Iterable[Contents]) -> Contents:
    """What several statements say, in their order."""
    found = Contents(tuple(stmt for piece in pieces for stmt in piece.body))
    for piece in pieces:
        found.functions.update(piece.functions)
        found.classes.update(piece.classes)
        found.bound.update(piece.bound)
        found.stars.extend(piece.stars)
    return found


class Module:
    """A module of the project: where it is, and the questions that can be asked of it; a file is read when a question needs it.

    What was read of it stays what it is when more of it is read.

    Attributes:
        path: of its file, relative to the root.
        parts: the path's parts without `.py` and `__init__`.
        is_package: whether it is an `__init__.py`.
        chosen: whether it has to be looked at, even if no other module leads to it; it may come to that later.
        installed: whether it is of an installed package, and not of the project.
        is_read: whether anything was asked of its contents yet.
    """

    __slots__ = ("_asked", "_binders", "_by_parts", "_outline", "_pieces", "_so_far", "_sources", "_taken", "chosen", "installed",
                 "is_package", "is_read", "parts", "path")  # fmt: skip

    def __init__(self, path: str, parts: tuple[str, ...], is_package: bool, chosen: bool, sources: Sources) -> None:
        """Say where it is; each of the sources is asked at most once."""
        self.path = path
        self.parts = parts
        self.is_package = is_package
        self.chosen = chosen
        self.installed = is_installed(path)
        self._sources = sources
        self.is_read = False
        self._outline: Outline | None = None
        self._by_parts: bool | None = None
        self._binders: dict[str, list[Statement]] = {}
        self._asked: set[str] = set()
        self._taken: set[Statement] = set()
        self._pieces: list[tuple[int, Contents]] = []
        self._so_far: Contents | None = Contents()

    def __repr__(self) -> str:
        return f"Module({self.path!r})"

    def contents(self) -> Contents:
        """What it says: of the statements that matter, all of a module of which that was not worked out; and what else was read."""
        self._take(self._sources.matter(self))
        return self.so_far

    @property
    def so_far(self) -> Contents:
        """What it says, as far as it was read."""
        if self._so_far is None:
            self._so_far = _joined([piece for _, piece in self._pieces])
        return self._so_far

    def run_at(self, asked: Callable[[int], bool]) -> tuple[f.Stmt, ...]:
        """What was read of it that starts on one of some lines, in order."""
        return tuple(stmt for line, piece in self._pieces if asked(line) for stmt in piece.body)

    @property
    def by_parts(self) -> bool:
        """Whether it leads nowhere near Attio: of such a module only the statements are read that somebody asks for."""
        if self._by_parts is None:
            self._by_parts = self._sources.by_parts(self)
        return self._by_parts

    def with_these(self, statements: Iterable[Statement]) -> Contents:
        """What it says: where it is read by parts, of these statements and as far as it was read; else of those that matter."""
        if not self.by_parts:
            return self.contents()
        self._take(statements)
        return self.so_far

    @property
    def outline(self) -> Outline:
        """What its statements say by their names."""
        if self._outline is None:
            self._outline = self._sources.outline(self)
        return self._outline

    @property
    def stars(self) -> Sequence[f.ImportFrom]:
        """Its `from x import *` statements."""
        asked = self.by_parts and self.outline.stars
        return self.with_these(stmt for stmt in (self.outline.statements if asked else ()) if _takes_all(stmt)).stars

    @property
    def has_settings(self) -> bool:
        """Whether it has the settings of a project, which a framework gives to whoever asks."""
        return "settings" in self.parts[-2:] and not self.installed

    def binds(self, name: str) -> bool:
        """Whether it binds a name; the statements are read that bind or change it.

        Where a name is bound by a statement that seemed not to matter, in a module of which others do, the whole module is read.
        """
        if name in self._asked:
            return name in self.so_far.bound
        self._asked.add(name)
        if self.by_parts:
            self._take(self._at_once().get(name, ()) if name in self.outline.bound else ())
        elif name not in self.contents().bound and name in self.outline.bound:
            self._take(self.outline.statements)
        return name in self.so_far.bound

    def _at_once(self) -> Mapping[str, Sequence[Statement]]:
        """The statements that bind or change a name, by the name."""
        if not self._binders:
            for stmt in self.outline.statements:
                for name in stmt.at_once:
                    self._binders.setdefault(name, []).append(stmt)
        return self._binders

    def _take(self, statements: Iterable[Statement]) -> None:
        """Read those of these statements that were not read yet."""
        missing = [stmt for stmt in statements if stmt not in self._taken]
        if not missing and self.is_read:
            return
        self.is_read = True
        self._taken.update(missing)
        pieces = self._sources.contents(self, missing)
        if pieces:
            self._pieces = sorted((*self._pieces, *pieces), key=itemgetter(0))
            self._so_far = None


def _takes_all(stmt: Statement) -> bool:
    return any("*" in (item.names or ()) for item in stmt.imports)


class Sources(Protocol):
    """What is asked about modules while a program is looked at."""

    def outline(self, module: Module) -> Outline:
        """What a module's statements say by their names."""

    def matter(self, module: Module) -> Iterable[Statement]:
        """The statements of a module that matter; all where that was not worked out."""

    def by_parts(self, module: Module) -> bool:
        """Whether a module leads nowhere near Attio."""

    def contents(self, module: Module, statements: Iterable[Statement]) -> Sequence[tuple[int, Contents]]:
        """What these statements of a module say, each with the line that it starts on."""


class Importing(Protocol):
    """Which files may import a module."""

    @property
    def plainly(self) -> tuple[str, ...]:
        """By an import statement."""

    @property
    def by_name(self) -> tuple[str, ...]:
        """By a name that is worked out at run time."""


class Files(Protocol):
    """What is asked about files of which nothing was looked at yet."""

    def importing(self, path: str) -> Importing:
        """The files of the project that may import one."""

    def text(self, path: str) -> bytes:
        """The bytes of a file; none of one that cannot be read."""


def _is_of_one_package(wanted: tuple[str, ...]) -> bool:
    """Whether a dotted name can hardly be that of a library as well: then its module need not be looked at to know that it is meant."""
    return len(wanted) > 1 and wanted[0] not in sys.stdlib_module_names


class Program(Struct, frozen=True, eq=False):
    """All modules of a project and of the installed packages that it uses, and the index by which imports find them.

    Attributes:
        known: all of them, sorted by path.
        by_parts, by_last: by what an import says of them, and by the last part of that.
        folders: those that have modules in them.
        package_methods: the names of methods of the installed packages.
        named: the names of the packages that are Attio's whatever they say.
        files: answers who may import what is asleep; None where nothing is.
        asleep: the modules of the project, by path, that are not looked at until somebody has to be.
        opened: the modules that are looked at or were read, in the order in which that came.
    """

    known: tuple[Module, ...]
    by_parts: dict[tuple[str, ...], Module]
    by_last: dict[str, tuple[Module, ...]]
    folders: frozenset[tuple[str, ...]]
    package_methods: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    files: Files | None = None
    asleep: dict[str, Module] = field(default_factory=dict)
    opened: list[Module] = field(default_factory=list)

    def is_for_attio(self, path: str) -> bool:
        """Whether a file is of an installed package that is there to talk to Attio: what it sends to an unknown host goes there."""
        return is_installed(path) and ("attio" in path.lower() or path.split("/")[1].removesuffix(".py") in self.named)

    def takes_all_of_a_package(self, module: Module) -> bool:
        """Whether a module has `from package import *` of an installed package that is read: any of its names may be Attio's."""
        stars = [item for stmt in module.outline.statements for item in stmt.imports if "*" in (item.names or ())]
        found = [self.find(module, item.module, item.level) for item in stars]
        return any(isinstance(one, Module) and one.installed for one in found)

    @property
    def modules(self) -> tuple[Module, ...]:
        """The modules that were read so far, sorted by path: those that are evaluated by themselves, and those that they led to."""
        return tuple(sorted((module for module in dict.fromkeys(self.opened) if module.is_read), key=lambda one: one.path))

    def find(self, importer: Module, dotted: str, level: int, names: tuple[str, ...] = ()) -> Module | tuple[str, ...] | None:
        """The module that an import statement means.

        Args:
            importer: the module that imports.
            dotted: what it names, "" for `from . import x`.
            level: number of leading dots.
            names: names taken from it, which help to tell a local module from a library of the same name.

        Returns:
            a module of the project or of an installed package that is read, the parts of a folder without `__init__`, or None for a
            library.
        """
        wanted = tuple(dotted.split(".")) if dotted else ()
        if level:
            return self._at((*package_parts(importer.path, level), *wanted))
        if importer.installed:  # a package does not import what happens to have the same name in the project
            return self._of_package(wanted, names)
        for root in import_roots(importer.path):
            found = self._at((*root, *wanted))
            if found is not None and (found is not importer or self._has_below(importer, names)):
                if _is_of_one_package(wanted) or self._gives(found, names):
                    return found
        return self._elsewhere(importer, wanted, names) or self._of_package(wanted, names)

    def _at(self, parts: tuple[str, ...]) -> Module | tuple[str, ...] | None:
        module = self.by_parts.get(parts)
        if module is not None:
            return module
        return parts if parts in self.folders else None

    def _of_package(self, wanted: tuple[str, ...], names: tuple[str, ...]) -> Module | tuple[str, ...] | None:
        """A module of an installed package that is read."""
        found = self._at((INSTALLED, *wanted))
        return found if found is not None and self._gives(found, names) else None

    def _has_below(self, module: Module, names: tuple[str, ...]) -> bool:
        """Whether a package has a module of one of these names: then `from itself import …` means that, and no library."""
        return module.is_package and any((*module.parts, name) in self.by_parts for name in names)

    def _gives(self, found: Module | tuple[str, ...], names: tuple[str, ...]) -> bool:
        """Whether a module can give these names; one that can give none of them is not what the import means."""
        if not names or not isinstance(found, Module):
            return True
        outline = found.outline
        if outline.stars or "__getattr__" in outline.bound:
            return True
        return any(name in outline.bound or (*found.parts, name) in self.by_parts for name in names)

    def _elsewhere(self, importer: Module, wanted: tuple[str, ...], names: tuple[str, ...]) -> Module | None:
        """A module whose path ends as the import says, if there is just one: the work of `sys.path` tricks."""
        if not may_stand_anywhere(wanted) or (not names and "sys" not in importer.outline.bound):
            return None
        ends = [
            module
            for module in self.by_last.get(wanted[-1], ())
            if may_mean(importer.path, wanted, module.parts) and module is not importer and self._gives(module, names)
        ]
        return ends[0] if len(ends) == 1 else None
