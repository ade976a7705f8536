"""How a module is called by the path of its file, and what an import can mean: for the search for imports and for the linked program alike.

Takes paths relative to the root with `/` and parts of dotted names, gives such parts. Looks at nothing but the text: which of the modules
that are meant is there is the caller's question.
"""

from __future__ import annotations

import sys

_SUFFIXES = (".py", ".pyw")
"""In the order in which Python looks: of `a.py` and `a.pyw`, the first is imported."""
_PACKAGE = tuple("__init__" + suffix for suffix in _SUFFIXES)


def module_parts(path: str) -> tuple[str, ...]:
    """The parts of a module's dotted name: those of its path without the suffix and `__init__`."""
    parts = tuple(_stem(path).split("/"))
    return parts[:-1] if is_package(path) else parts


def is_package(path: str) -> bool:
    """Whether a file is what a folder's name imports."""
    return path.rpartition("/")[2] in _PACKAGE


def dotted(path: str) -> str:
    """A file as servers group tests: `crm/client.py` is `crm.client`; `__init__` stays, a package is not the folder above it."""
    return _stem(path).replace("/", ".")


def imported_first(path: str, than: str) -> bool:
    """Which of two files of one name is imported: a package rather than a module beside it, `.py` rather than `.pyw`."""
    return _rank(path) < _rank(than)


def _rank(path: str) -> tuple[bool, bool]:
    return not is_package(path), not path.endswith(_SUFFIXES[0])


def _stem(path: str) -> str:
    for suffix in _SUFFIXES:
        if path.endswith(suffix):
            return path[: -len(suffix)]
    return path


def package_parts(importer: str, level: int) -> tuple[str, ...]:
    """The package that a relative import with that many dots starts from."""
    parts = module_parts(importer)
    package = parts if is_package(importer) else parts[:-1]
    return package[: max(0, len(package) - (level - 1))]


def import_roots(importer: str) -> list[tuple[str, ...]]:
    """Folders that may be on `sys.path`, the likeliest first: the root, `src`, then the importer's own and those above it."""
    folder = tuple(importer.split("/")[:-1])
    return [(), ("src",), *(folder[:depth] for depth in range(len(folder), 0, -1))]


def may_stand_anywhere(wanted: tuple[str, ...]) -> bool:
    """Whether an absolute import may mean a module in any folder (`sys.path` tricks): not by a name of the standard library."""
    return bool(wanted) and wanted[0] not in sys.stdlib_module_names


def may_mean(importer: str, wanted: tuple[str, ...], parts: tuple[str, ...]) -> bool:
    """Whether an absolute import may mean a module.

    Args:
        importer: path of the file that imports.
        wanted: the name that it imports.
        parts: of the module.
    """
    above = len(parts) - len(wanted)
    if above < 0 or parts[above:] != wanted:
        return False
    return may_stand_anywhere(wanted) or parts[:above] in import_roots(importer)
