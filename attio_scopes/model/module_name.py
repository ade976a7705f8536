"""How a module is called by the path of its file: for the search for imports and for the linked program alike.

Takes a path relative to the root with `/`, gives the parts of a dotted name. Looks at nothing but the text.
"""

from __future__ import annotations

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
