"""Prefilter: which files can matter at all, from their bytes, before anything is parsed.

Takes paths and bytes; gives the paths of the *candidates*: the files that say a seed (Attio's name, a configured host or wrapper) and
all that import one of them, directly or not. Import statements are found by their words, so comments and strings can add a
candidate and never take one away. What a candidate itself imports is read later, when the analysis asks for it. Parses nothing.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field

from attio_scopes.model.module_name import is_package, may_mean, module_parts, package_parts

_WORD = re.compile(rb"[\w\x80-\xff]+")
# No expression here may try a text twice: an import statement can be a stranger's, and megabytes long.
_RELATIVE = re.compile(rb"from[ \t\\\r\n]*(\.[. \t\\\r\n]*)")
_DYNAMIC = (b"importlib", b"__import__")
_LOADS = re.compile(
    rb"__import__|(?:import|exec|load)_module|module_from_spec|spec_from_|find_spec|[Ll]oader\b|\b(?:reload|machinery|import_string|resolve_name)\b"
)
"""What a file says that loads a module through `importlib`, and not only asks for a version or a file of a package."""
SDK_METHOD = rb"(?:get|post|put|patch|delete)_v2_"
"""A method of an SDK by its generated name; a pattern."""
_SDK_METHOD = re.compile(SDK_METHOD)
_KEYWORDS = frozenset({b"from", b"import", b"as"})


def spells_sdk_method(data: bytes) -> bool:
    """Whether a file may call a method of an SDK by its generated name, `get_v2_objects`."""
    return b"_v2_" in data and _SDK_METHOD.search(data) is not None


def import_statements(data: bytes) -> tuple[bytes, ...]:
    """Every line that says `import`, with the lines that continue it; a word on dynamic imports is added where there are any.

    Args:
        data: the bytes of a file.

    Returns:
        the distinct statements, and what looks like one.
    """
    found: dict[bytes, None] = {}
    at = data.find(b"import")
    while at >= 0:
        start = data.rfind(b"\n", 0, at) + 1
        while start > 1 and data[start - 2 : start - 1] == b"\\":
            start = data.rfind(b"\n", 0, start - 1) + 1
        end = data.find(b"\n", at)
        end = len(data) if end < 0 else end
        if b"(" in data[at:end] and b")" not in data[at:end].partition(b"#")[0]:
            end = _closed(data, end)
        while data[end - 1 : end] == b"\\" or data[end - 2 : end] == b"\\\r":
            after = data.find(b"\n", end + 1)
            end = len(data) if after < 0 else after
        found[data[start:end]] = None
        at = data.find(b"import", max(end, at + 6))
    if (_DYNAMIC[0] in data or _DYNAMIC[1] in data) and _LOADS.search(data) is not None:
        pieces = _quoted(data)
        if b"pkgutil" in data:  # it goes through what a package holds that is imported as a whole
            pieces = (*pieces, *(word + b"." for statement in tuple(found) for word in _words(statement)))
        found.update((_DYNAMIC[0] + b":" + piece, None) for piece in pieces)
    return tuple(found)


def _closed(data: bytes, end: int) -> int:
    """Where the line ends that closes the parenthesis; comments do not close it."""
    while end < len(data):
        after = data.find(b"\n", end + 1)
        after = len(data) if after < 0 else after
        line = data[end + 1 : after].partition(b"#")[0]
        end = after
        if b")" in line or b"import" in line:
            break
    return end


_QUOTED = re.compile(rb"""['"]([\w.\x80-\xff{}]+)['"]""")


def _quoted(data: bytes) -> Iterable[bytes]:
    """Short strings that could name a module, or a part of its name, to `importlib`."""
    return {match.group(1) for match in _QUOTED.finditer(data) if len(match.group(1)) < 200}


MOST_DYNAMIC = 300
"""So many files are looked at for importing, directly or not, a module that imports others by names worked out at run time."""


class Candidates(Struct, frozen=True):
    """The files that have to be looked at.

    Attributes:
        paths: of the files.
        left_out: whether more could matter through an import by a name worked out at run time; they were too many.
    """

    paths: frozenset[str]
    left_out: bool = False


def candidates(seeds: Iterable[str], imports: Mapping[str, Sequence[bytes]]) -> Candidates:
    """Choose the files that have to be looked at.

    Args:
        seeds: paths of the files that say a seed.
        imports: of every file, its import statements.

    Returns:
        the seeds, and every file that imports one of the files returned. Where most of a project imports what loads its plugins, and Attio
        is in one of these, only the loader is returned and not what imports it.
    """
    index = Importers.of(imports)
    plain = _closure(seeds, index.importers)
    loaders = {importer for path in plain for importer in index.dynamic_importers(path)} - plain
    if not loaders:
        return Candidates(plain)
    most = len(plain) + MOST_DYNAMIC
    wide = _closure(plain | loaders, lambda path: (*index.importers(path), *index.dynamic_importers(path)), most)
    return Candidates(wide) if len(wide) <= most else Candidates(plain | loaders, True)


def _closure(start: Iterable[str], importers: Callable[[str], Iterable[str]], most: int = sys.maxsize) -> frozenset[str]:
    """The files from which some are imported, directly or not; once there are more than `most`, not all of them."""
    found = set(start)
    pending = list(found)
    while pending and len(found) <= most:
        for importer in importers(pending.pop()):
            if importer not in found:
                found.add(importer)
                pending.append(importer)
    return frozenset(found)


MOST_SEARCHES = 60
"""So many names are searched for in every statement; for more, an index of all words is cheaper."""


class Importing(Struct, frozen=True):
    """Which files may import a module: by an import statement, and by a name that is worked out at run time."""

    plainly: tuple[str, ...] = ()
    by_name: tuple[str, ...] = ()


class Importers(Struct):
    """Which files say an import statement that may mean a module, by the words of the statement."""

    files: dict[bytes, list[str]]
    named: Named
    searches: int = 0
    by_word: dict[bytes, list[bytes]] = field(default_factory=dict)
    relative: dict[tuple[str, ...], list[str]] | None = None

    @classmethod
    def of(cls, imports: Mapping[str, Sequence[bytes]]) -> Importers:
        """Bring the same statements together."""
        files: dict[bytes, list[str]] = {}
        for path, statements in imports.items():
            for statement in statements:
                if statement in files:
                    files[statement].append(path)
                else:
                    files[statement] = [path]
        mark = _DYNAMIC[0] + b":"
        return cls(files, Named.of((text.removeprefix(mark), files[text]) for text in files if text.startswith(mark)))

    def _saying(self, word: bytes) -> Iterable[bytes]:
        """The statements that say a word."""
        self.searches += 1
        if self.searches <= MOST_SEARCHES:
            return [statement for statement in self.files if word in statement and word in _words(statement)]
        if not self.by_word:
            for statement in self.files:
                for found in _words(statement):
                    self.by_word.setdefault(found, []).append(statement)
        return self.by_word.get(word, ())

    def _from_inside(self, package: tuple[str, ...]) -> Iterable[str]:
        """The files with a relative import that starts from a package: `from . import name` does not say the package's name."""
        if self.relative is None:
            self.relative = {}
            for statement, importers in self.files.items():
                if b"." in statement and (levels := {match.group(1).count(b".") for match in _RELATIVE.finditer(statement)}):
                    for importer in importers:
                        for level in levels:
                            self.relative.setdefault(package_parts(importer, level), []).append(importer)
        return self.relative.get(package, ())

    def importing(self, path: str) -> Importing:
        """The files that may import a module, sorted."""
        return Importing(tuple(sorted({*self.importers(path)})), tuple(sorted({*self.dynamic_importers(path)})))

    def importers(self, path: str) -> Iterable[str]:
        """The files that may import a module by an import statement.

        A relative import means one place. An absolute one may mean every module whose path ends as it says, wherever that is
        (`src` layouts, `sys.path`).
        """
        parts = module_parts(path)
        last = parts[-1].encode("utf-8", "surrogateescape") if parts else b""
        for statement in self._saying(last):
            for importer in self.files[statement]:
                if importer != path and self._may_mean(statement, importer, parts):
                    yield importer
        if is_package(path):
            yield from (importer for importer in self._from_inside(parts) if importer != path)

    def dynamic_importers(self, path: str) -> Iterable[str]:
        """The files that may import a module by a name worked out at run time."""
        return [importer for importer in self.named.naming(module_parts(path)) if importer != path]

    def _may_mean(self, statement: bytes, importer: str, parts: tuple[str, ...]) -> bool:
        plain = _PLAIN.fullmatch(statement.rstrip(b"\r"))
        if plain is None:
            return self._may_loosely_mean(statement, importer, parts)
        dotted = (plain["module"] or plain["name"]).decode("utf-8", "replace")
        wanted = tuple(dotted.lstrip(".").split(".")) if dotted.strip(".") else ()
        level = len(dotted) - len(dotted.lstrip("."))
        if level:
            wanted = (*package_parts(importer, level), *wanted)
            return parts in (wanted, (*wanted, parts[-1])) if parts else not wanted
        if plain["module"] is None:
            return any(may_mean(importer, wanted[:depth], parts) for depth in range(1, len(wanted) + 1))
        return may_mean(importer, wanted, parts) or may_mean(importer, wanted, parts[:-1])

    def _may_loosely_mean(self, statement: bytes, importer: str, parts: tuple[str, ...]) -> bool:
        """For a statement of any other shape: it says the module's name and its package's, or stands in or below its folder."""
        near = importer.split("/")[: len(parts) - 1] == list(parts[:-1])
        return near or parts[-2].encode("utf-8", "surrogateescape") in _words(statement)


# `from module import names`, `import name` and `import name as other`, each alone on its line: nearly all there are.
_PLAIN = re.compile(
    rb"\s*(?:from[ \t]+(?P<module>[\w\x80-\xff.]+)[ \t]+import[ \t(](?:[^;:\"'\n]*\n)*[^;:\"'#\n]*"
    rb"|import[ \t]+(?P<name>[\w\x80-\xff.]+)(?:[ \t]+as[ \t]+\w+)?[ \t]*)(?:\#[^\n]*)?"
)


def _words(statement: bytes) -> frozenset[bytes]:
    return frozenset(_WORD.findall(statement)) - _KEYWORDS


_HOLE = re.compile(r"\{[^{}]*\}")


class Named(Struct):
    """Which files have a string beside a dynamic import that may name a module.

    A string means its last two names, its package with a hole behind, or its only name. Where all that it says is a hole, perhaps behind
    dots, that may be any module of the importer's own package, or of one above it.

    Attributes:
        exactly, within: importers, by the whole name of a module, and by that of the package which it is in.
        ending, ending_within: the same by the ends of these names; each by its last part, with all of it.
    """

    exactly: dict[tuple[str, ...], list[str]] = field(default_factory=dict)
    within: dict[tuple[str, ...], list[str]] = field(default_factory=dict)
    ending: dict[str, list[tuple[tuple[str, ...], list[str]]]] = field(default_factory=dict)
    ending_within: dict[str, list[tuple[tuple[str, ...], list[str]]]] = field(default_factory=dict)

    @classmethod
    def of(cls, texts: Iterable[tuple[bytes, list[str]]]) -> Named:
        """Take strings in, each with the files that have it."""
        named = cls()
        for text, importers in texts:
            named._take(text, importers)
        return named

    def _take(self, text: bytes, importers: list[str]) -> None:
        whole = _HOLE.sub("{}", text.decode("utf-8", "replace"))
        names = tuple(whole.strip(".").split("."))
        if "{" in names[-1] or text.endswith(b"."):
            above = tuple(name for name in names if name and "{" not in name)
            if above:
                self.ending_within.setdefault(above[-1], []).append((above, importers))
                return
            for importer in importers:
                package = package_parts(importer, max(1, len(whole) - len(whole.lstrip("."))))
                self.within.setdefault(package, []).append(importer)
            return
        self.within.setdefault(names, []).extend(importers)  # the package that a relative name starts from
        if len(names) > 1:
            self.ending.setdefault(names[-1], []).append((names, importers))
        for importer in importers:
            beside = (*importer.split("/")[:-1], *names)
            self.within.setdefault(beside, []).append(importer)
            if len(names) == 1:
                self.exactly.setdefault(beside, []).append(importer)

    def naming(self, parts: tuple[str, ...]) -> Iterator[str]:
        """The files that may name a module; some more than once."""
        yield from self.exactly.get(parts, ())
        yield from self.within.get(parts[:-1], ())
        for names, importers in self.ending.get(parts[-1], ()) if parts else ():
            if parts[-len(names) :] == names:
                yield from importers
        for above, importers in self.ending_within.get(parts[-2], ()) if len(parts) > 1 else ():
            if parts[:-1][-len(above) :] == above:
                yield from importers
