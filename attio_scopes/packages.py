"""Packages: which installed packages are read.

Takes a linked program of which only outlines were made, what finds a package in the project's environments, and the modules that are known
without reading; gives the packages through which Attio enters by their names, and of others whether they can send anything to Attio. It
searches bytes and parses nothing.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from attio_scopes.model.outline import Imported
from attio_scopes.model.program import Module, Program
from attio_scopes.model.source import Package

_NAME = "attio"
_OURSELVES = __name__.partition(".")[0]
MOST = 20
"""Packages that are read: those that a project uses to talk to one API are few."""

Find = Callable[[str], "Package | None"]
Bytes = Callable[[str], "bytes | None"]

_IMPORT = re.compile(rb"^[ \t]*(?:from|import)[ \t]+([A-Za-z_]\w*)([^\n]*)", re.MULTILINE)
_DEF = re.compile(rb"^[ \t]+(?:async[ \t]+)?def[ \t]+([A-Za-z_]\w*)", re.MULTILINE)
_NETWORK = frozenset({"asyncio", "ctypes", "ftplib", "http", "importlib", "runpy", "smtplib", "socket", "socketserver",
                      "ssl", "subprocess", "telnetlib", "urllib", "webbrowser", "xmlrpc"})  # fmt: skip
"""Modules of Python by which something can be sent, or by which what sends can be loaded or started."""
_OF_DATA = frozenset({"annotated_types", "attr", "attrs", "dateutil", "marshmallow", "msgspec", "pydantic", "pytz", "typing_extensions", "yaml"})
"""Packages that describe data and send nothing."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which modules are asked for.

    Attributes:
        named: modules that the configuration names, or a distribution named like Attio brings.
        known: modules that a model describes, or the configuration as wrappers.
    """

    named: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()


def packages_of(program: Program, wanted: Wanted, find: Find, content: Bytes) -> tuple[Package, ...]:
    """The packages that the project imports by a name that says Attio, and those that these import so.

    Args:
        program: the linked modules of the project.
        wanted: what else is asked for, and what is known already.
        find: gives the package that a module's name means.
        content: gives the bytes of a file by its path, once its package was found.
    """
    pending = list(dict.fromkeys(outside(program, wanted)))
    found: dict[str, Package] = {}
    while pending and len(found) < MOST:
        name = pending.pop(0)
        package = find(name) if name not in found else None
        if package is not None:
            found[name] = package
            pending += [inner for inner in _imported_by(package, content) if inner not in found and inner not in wanted.known]
    return tuple(found[name] for name in sorted(found))


def outside(program: Program, wanted: Wanted) -> Iterator[str]:
    """The first names of modules that are not in the tree and through which Attio enters by their names."""
    for module in program.known:
        for stmt in module.outline.statements if module.chosen else ():
            for item in stmt.imports:
                for root in _roots(item):
                    if root not in wanted.known and _asks(item, root, wanted) and _is_outside(program, module, item):
                        yield root


def _roots(item: Imported) -> tuple[str, ...]:
    root = item.module.partition(".")[0]
    return () if item.level or not root or root in sys.stdlib_module_names or root == _OURSELVES else (root,)


def _asks(item: Imported, root: str, wanted: Wanted) -> bool:
    return root in wanted.named or _NAME in item.module.lower() or any(_NAME in name.lower() for name in item.names or ())


def _is_outside(program: Program, module: Module, item: Imported) -> bool:
    return program.find(module, item.module, item.level, item.names or ()) is None


def _imported_by(package: Package, content: Bytes) -> Iterator[str]:
    """The modules that a package imports by a name that says Attio."""
    for file in package.files:
        for root, rest in _IMPORT.findall(content(file.path) or b""):
            name = root.decode("ascii", "replace")
            if _NAME.encode() in (root + rest).lower() and name != package.name and name not in sys.stdlib_module_names:
                yield name


def methods_of(packages: Iterable[Package], content: Bytes) -> frozenset[str]:
    """The names of the methods that the source of packages defines."""
    found = {name for package in packages for file in package.files for name in _DEF.findall(content(file.path) or b"")}
    return frozenset(name.decode("ascii", "replace") for name in found)


def says_attio(package: Package, content: Bytes) -> bool:
    """Whether a package says Attio anywhere: it may send there by itself what it is handed a token for."""
    return any(_NAME.encode() in (content(file.path) or b"").lower() for file in package.files)


def may_send(package: Package, senders: Collection[str], content: Bytes) -> bool:
    """Whether a package imports what sends requests; one that is handed an address may send there."""
    return any(root.decode("ascii", "replace") in senders for file in package.files for root, _ in _IMPORT.findall(content(file.path) or b""))


def sends_nothing(package: Package, content: Bytes) -> bool:
    """Whether nothing in a package can send anything: it imports only what describes data, and loads and starts nothing."""
    harmless = (sys.stdlib_module_names - _NETWORK) | _OF_DATA | {package.name}
    data = [content(file.path) for file in package.files]
    if not package.whole or None in data or any(b"__import__" in one for one in data if one):
        return False
    return all(root.decode("ascii", "replace") in harmless for one in data if one for root, _ in _IMPORT.findall(one))
