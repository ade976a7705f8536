"""What a framework offers to an integration: the classes that are most subclassed, the functions most imported, the modules most imported.

Takes a folder of packages and the name of one; gives an `Offer`. It reads the files as text and imports nothing, so that a package made for
another Python can be looked at. It sees plain statements at the margin, which is where a framework shows what it offers.
"""

from __future__ import annotations

import collections
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_IMPORT = re.compile(r"^from +(\.*[\w.]*) +import +(?:\(([^)]*)\)|([^\n(]+))", re.MULTILINE)
_CLASS = re.compile(r"^class +(\w+)(?:\[[^\]]*\])? *(?:\(([^)]*)\))? *:", re.MULTILINE)
_FUNCTION = re.compile(r"^(?:async +)?def +([a-z]\w*)", re.MULTILINE)
_DECORATOR = re.compile(r"^ *@(\w+)", re.MULTILINE)
_METHOD = re.compile(r"^    def +([a-z]\w*)\(self\)", re.MULTILINE)
_ANY_METHOD = re.compile(r"^    (?:async +)?(?:def|class) ", re.MULTILINE)
_NAME = re.compile(r"(\w+)(?: +as +(\w+))?")
_MARGIN = re.compile(r"^\S", re.MULTILINE)
_NO_BASE = re.compile(r"Error|Exception|Warning|Exit|Enum|^_")
_REGISTRAR = re.compile(r"register|(?:register|subscribe|add|setup)_\w+")

Definition = tuple[str, str]
"""A module and a name in it."""


@dataclass(frozen=True, slots=True)
class Base:
    """A class of the framework, and its longest method that takes nothing but `self` ("" if it has none)."""

    module: str
    name: str
    method: str


@dataclass(frozen=True, slots=True)
class Offer:
    """What to subclass, to register with, to decorate with and to call; `importers` are files, which are to import the integration."""

    modules: int
    bases: tuple[Base, ...]
    registrar: Definition
    decorator: Definition
    function: Definition
    importers: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class _Module:
    """The text of a module, and what the names that it imports are."""

    path: Path
    text: str
    imports: dict[str, Definition]


def survey(folder: Path, packages: Sequence[str], central: bool = False, bases: int = 5, importers: int = 3) -> Offer:
    """Look at the packages in the folder.

    Importers are modules of the first package: of those that others import, such as are imported as often as most of them, or, where
    `central`, the most imported of all, so that nearly everything depends on the integration.

    Raises:
        SystemExit: it is not there, or offers too little for an integration.
    """
    modules: dict[str, _Module] = {}
    for package in packages:
        found = dict(_modules(folder, package))
        if not found:
            raise SystemExit(f"{folder} has no package {package}")
        modules |= found
    functions = {(name, each) for name, module in modules.items() for each in _FUNCTION.findall(module.text)}
    bodies = {(name, found[1]): module.text[found.end() :] for name, module in modules.items() for found in _CLASS.finditer(module.text)}
    subclassed = [each for each in _used(modules, bodies, _bases) if not _NO_BASE.search(each[1])]
    decorators = _used(modules, functions, _DECORATOR.findall)
    imported = _ordered(each for module in modules.values() for each in set(module.imports.values()) if each in functions)
    needed = _ordered(each for module in modules.values() for each in {module for module, _ in module.imports.values()} if each in modules)
    paths = [modules[each].path for each in needed if each.partition(".")[0] == packages[0]]
    plain = [path for path in paths if path.stem != "__init__"]
    if not subclassed or not imported or len(plain) < importers:
        raise SystemExit(f"{', '.join(packages)} in {folder}: too little of its own is used by name for an integration to use it too")
    first = 0 if central else (len(plain) - importers) // 2
    registrars = [each for each in imported if _REGISTRAR.fullmatch(each[1])]
    others = [each for each in imported if each not in decorators and each not in registrars]
    return Offer(
        modules=len(modules),
        # Those with a method to call first: what a subclass inherits is what an analysis may follow.
        bases=tuple(sorted((Base(*each, _longest_method(bodies[each])) for each in subclassed), key=lambda each: not each.method)[:bases]),
        registrar=(registrars or imported)[0],
        decorator=(decorators or imported)[0],
        function=(others or imported)[0],
        importers=tuple(plain[first : first + importers]),
    )


def _modules(folder: Path, package: str) -> Iterator[tuple[str, _Module]]:
    """The package's modules by their dotted names."""
    for path in sorted((folder / package).rglob("*.py")):
        *parts, name = path.relative_to(folder).with_suffix("").parts
        is_package = name == "__init__"
        dotted = ".".join(parts if is_package else [*parts, name])
        text = path.read_bytes().decode("utf-8", "replace")
        yield dotted, _Module(path, text, dict(_imports(text, dotted if is_package else ".".join(parts))))


def _imports(text: str, package: str) -> Iterator[tuple[str, Definition]]:
    """What each name is that a module in this package imports from somewhere."""
    for found in _IMPORT.finditer(text):
        written = found[1]
        name = written.lstrip(".")
        if dots := len(written) - len(name):
            kept = package.split(".")
            name = ".".join([*kept[: len(kept) - dots + 1], *([name] if name else [])])
        for each in re.sub(r"#.*", "", found[2] or found[3]).split(","):
            if named := _NAME.match(each.strip()):
                yield named[2] or named[1], (name, named[1])


def _bases(text: str) -> Iterator[str]:
    """The names that stand alone, or before `[`, in the brackets of class statements."""
    for found in _CLASS.finditer(text):
        for each in (found[2] or "").split(","):
            if named := re.match(r"\s*([A-Z]\w*) *(?:\[|$)", each):
                yield named[1]


def _used(modules: dict[str, _Module], defined: Collection[Definition], names: Callable[[str], Iterable[str]]) -> list[Definition]:
    """Which of the definitions are used by the names that are found in each module's text, the most used first."""
    return _ordered(
        meant
        for dotted, module in modules.items()
        for name in names(module.text)
        if (meant := module.imports.get(name, (dotted, name))) in defined
    )


def _ordered(items: Iterable[Any]) -> list[Any]:
    """Each once, the most frequent first; the same whatever order they come in."""
    counts = collections.Counter(items)
    return sorted(counts, key=lambda item: (-counts[item], item))


def _longest_method(rest: str) -> str:
    """Of the class whose text begins here."""
    body = rest[: end.start()] if (end := _MARGIN.search(rest)) else rest
    starts = [found.start() for found in _ANY_METHOD.finditer(body)]
    lengths = {
        found[1]: min((each for each in starts if each > found.start()), default=len(body)) - found.start()
        for found in _METHOD.finditer(body)
        if not body[: found.start()].rstrip("\n").rpartition("\n")[2].startswith("    @")  # a property, or something else again
    }
    return max(lengths, key=lambda name: (lengths[name], name), default="")
