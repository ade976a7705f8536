"""Asleep: the modules of a project that nobody looks at until something by which Attio can be had is imported there.

Takes a program of which only the files that say Attio were chosen, and names of their modules; gives the modules that may import such a
name, change what it means, or load its module by a name made at run time, each once. Goes by import statements and by the bytes of the
files that have one: nothing is parsed, no outline is made. A module that is woken is chosen from then on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct, field

from attio_scopes.model.program import Files, Module, Program

_ANY = re.compile(rb"")
_STAR = re.compile(rb"\bimport\b[ \t(\\\r\n]*\*")


class Asleep(Struct):
    """The modules that nobody looks at yet.

    Attributes:
        program: whose modules.
        asked: the names that were asked about, and whether for those that change what they mean.
        loading: modules that may load another by a name made at run time, until somebody takes them.
    """

    program: Program
    asked: set[tuple[Module, str, bool]] = field(default_factory=set)
    loading: set[Module] = field(default_factory=set)
    _loaded: set[Module] = field(default_factory=set)

    def mentioning(self, names: Iterable[tuple[Module, str]]) -> Iterator[Module]:
        """The modules that may import one of these names, or the module that has it and read it there."""
        for module, name in names:
            yield from self._woken(module, name, False)
            if module not in self._loaded:
                self._loaded.add(module)
                yield from self._loading(module)

    def changing(self, names: Iterable[tuple[Module, str]]) -> Iterator[Module]:
        """The modules that may bind one of these names of another module anew, or put something into what it means."""
        for module, name in names:
            yield from self._woken(module, name, True)

    def _woken(self, module: Module, name: str, changes: bool) -> Iterator[Module]:
        files = self.program.files
        if files is None or module.installed or (module, name, changes) in self.asked:
            return
        self.asked.add((module, name, changes))
        says = _ANY if name == "__getattr__" else _changing(name) if changes else _saying(name)
        for path in self._importing(files, module):
            if path in self.program.asleep and (says.search(text := files.text(path)) or (not changes and _STAR.search(text))):
                yield self._wake(path)

    def _importing(self, files: Files, module: Module) -> Iterable[str]:
        """The files that may import a module, or a package above it, through which it is reached by its name."""
        above = (self.program.by_parts.get(module.parts[:depth]) for depth in range(1, len(module.parts)))
        packages = [one for one in above if one is not None and one.is_package]
        return dict.fromkeys(path for one in (module, *packages) for path in files.importing(one.path).plainly)

    def _loading(self, module: Module) -> Iterator[Module]:
        """The modules that may load one by a name made at run time."""
        paths = self.program.files.importing(module.path).by_name if self.program.files is not None else ()
        for path in paths:
            if path in self.program.asleep:
                yield self._wake(path)
            self.loading.update(one for one in self.program.opened if one.path == path and one.chosen)

    def _wake(self, path: str) -> Module:
        module = self.program.asleep.pop(path)
        module.chosen = True
        self.program.opened.append(module)
        return module


@lru_cache(maxsize=4_096)
def _saying(name: str) -> re.Pattern[bytes]:
    return re.compile(rb"(?<![\w])" + re.escape(name.encode("utf-8", "replace")) + rb"(?![\w])")


@lru_cache(maxsize=4_096)
def _changing(name: str) -> re.Pattern[bytes]:
    """A name, perhaps with attributes and items behind it, to which something is assigned, or of which a method is called."""
    word = re.escape(name.encode("utf-8", "replace"))
    return re.compile(rb"(?<![\w])" + word + rb"(?:\.\w+|\[[^\]\n]*\])*[ \t]*(?:=(?!=)|[-+*/|&@%]=|:[^=\n]*=|\.?\()")
