"""Packages: which installed packages are read.

Takes a linked program of which only outlines were made, what finds a package in the project's environments, and the modules that are known
without reading; gives the packages through which Attio enters by their names, and of others whether they can send anything to Attio. It
searches bytes and parses nothing.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct, field

from attio_scopes.model.fate import ADDRESS, Handed
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
OF_DATA = frozenset(
    {"annotated_types", "attr", "attrs", "dateutil", "decouple", "dotenv", "dynaconf", "environs", "marshmallow", "msgspec", "pydantic",
     "pydantic_settings", "pytz", "typing_extensions", "yarl", "yaml"}
)  # fmt: skip
"""Packages that describe data and settings, and send nothing."""


class Wanted(Struct, frozen=True):
    """Which modules are asked for.

    Attributes:
        named: modules that the configuration names, or a distribution named like Attio brings.
        described: modules that the configuration describes as wrappers.
        modelled: of modules that a model describes, the classes of Attio's SDK that it has; None of those that are any library's.
    """

    named: frozenset[str] = frozenset()
    described: frozenset[str] = frozenset()
    modelled: Mapping[str, frozenset[str] | None] = field(default_factory=dict)

    def is_known(self, root: str, names: Iterable[str] = ()) -> bool:
        """Whether nothing has to be read of a module to know what these names of it send: another release of an SDK may have others."""
        if root in self.described:
            return True
        classes = self.modelled.get(root, frozenset())
        return root in self.modelled and (classes is None or all(name in classes or not _is_client(name) for name in names))


def _is_client(name: str) -> bool:
    """Whether a name is that of a class which an SDK's users make an object of: what else it exports describes data and settings."""
    return name[:1].isupper() and not name.isupper() and _NAME in name.lower() and not name.endswith(("Error", "Exception"))


def modelled(rules: Iterable[Mapping[str, Any]]) -> dict[str, frozenset[str] | None]:
    """The modules that client models describe, as `Wanted` has them."""
    found: dict[str, frozenset[str] | None] = {}
    for rule in rules:
        classes = frozenset(map(str, rule["classes"])) if rule.get("kind") == "sdk" else None
        for module in rule.get("modules", ()):
            root = str(module).partition(".")[0]
            before = found.get(root, frozenset())
            found[root] = None if classes is None or before is None else before | classes
    return found


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
            pending += [inner for inner in _imported_by(package, content) if inner not in found and not wanted.is_known(inner)]
    return tuple(found[name] for name in sorted(found))


def outside(program: Program, wanted: Wanted) -> Iterator[str]:
    """The first names of modules that are not in the tree and through which Attio enters by their names."""
    for module in program.known:
        for stmt in module.outline.statements if module.chosen else ():
            for item in stmt.imports:
                for root in _roots(item):
                    if not wanted.is_known(root, item.names or ()) and _asks(item, root, wanted) and _is_outside(program, module, item):
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


def handed_packages(
    handed: Collection[Handed], known: Iterable[Package], wanted: Wanted, find: Find, content: Bytes
) -> tuple[Package, ...]:
    """The packages that may send to Attio since the code hands them its address, or a token of its.

    Args:
        handed: what libraries get of Attio's.
        known: packages that are read already.
        wanted: what is known without reading.
        find: gives the package that a module's name means.
        content: gives the bytes of a file by its path, once its package was found.
    """
    names = {package.name for package in known}
    found: dict[str, Package] = {}
    addressed = {one.root for one in handed if one.kind == ADDRESS}
    for name in sorted({one.root for one in handed} - names):
        package = find(name) if not wanted.is_known(name) and len(found) < MOST else None
        if package is not None and (says_attio(package, content) or (name in addressed and may_send(package, wanted.modelled, content))):
            found[name] = package
    return tuple(found.values())


def says_attio(package: Package, content: Bytes) -> bool:
    """Whether a package says Attio anywhere: it may send there by itself what it is handed a token for."""
    return any(_NAME.encode() in (content(file.path) or b"").lower() for file in package.files)


def may_send(package: Package, senders: Collection[str], content: Bytes) -> bool:
    """Whether a package imports what sends requests; one that is handed an address may send there."""
    return any(
        root.decode("ascii", "replace") in senders for file in package.files for root, _ in _IMPORT.findall(content(file.path) or b"")
    )


def sends_nothing(package: Package, content: Bytes) -> bool:
    """Whether nothing in a package can send anything: it imports only what describes data, and loads and starts nothing."""
    harmless = (sys.stdlib_module_names - _NETWORK) | OF_DATA | {package.name}
    data = [content(file.path) for file in package.files]
    if not package.whole or None in data or any(b"__import__" in one for one in data if one):
        return False
    return all(root.decode("ascii", "replace") in harmless for one in data if one for root, _ in _IMPORT.findall(one))
