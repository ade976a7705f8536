"""Asleep: the modules of a project that nobody looks at until something by which Attio can be had is imported there.

Takes a program of which only the files that say Attio were chosen, and names of their modules; gives the modules that may import such a
name, change what it means, or load its module by a name made at run time, each once. Goes by import statements and by the bytes of the
files that have one: nothing is parsed, no outline is made. A module that is woken is chosen from then on.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from msgspec import Struct, field

from attio_scopes.engine import bounds
from attio_scopes.model.outline import LOGGING
from attio_scopes.model.program import Files, Module, Program

_LOADING = (b"import_module", b"__import__")
_ANY = re.compile(rb"")
_LOGGING = b"(?:" + "|".join(sorted(LOGGING)).encode() + rb")\("
_ASSIGNMENT = rb"[ \t]*(?:=(?!=)|[-+*/|&@%]=|:[^=\n]*=)"
_ASSIGNED = re.compile(_ASSIGNMENT)
_BELOW = rb"(?:\.\w+|\[[^\]\n]*\])*?"
_PUT = re.compile(_BELOW + rb"(?:(?:\.\w+|\])" + _ASSIGNMENT + rb"|\.(?!" + _LOGGING + rb")\w+\()")
"""What follows a name where something is put into what it means, or a method of that is called."""
_NO_WORD = re.compile(rb"(?!\w)")
_NOTHING = re.compile(rb"(?!)")
_WORD = re.compile(rb"\w")
_QUOTES = (b"'", b'"')
_STAR = re.compile(rb"\bimport\b[ \t(\\\r\n]*\*")


class Asleep(Struct):
    """The modules that nobody looks at yet.

    Attributes:
        program: whose modules.
        holders: dotted names under which a framework gives what the project's settings modules bind.
        asked: which names of modules were looked for, and which changes of these.
        loading: modules that may load another by a name made at run time, until somebody takes them.
    """

    program: Program
    holders: frozenset[str] = frozenset()
    asked: set[tuple[Module, str, bool | None]] = field(default_factory=set)
    loading: set[Module] = field(default_factory=set)
    _loaded: set[Module] = field(default_factory=set)

    def mentioning(self, names: Iterable[tuple[Module, str]], set_up: Collection[tuple[Module, str]] = ()) -> Iterator[Module]:
        """The modules that may import one of these names, or its module and read it there; of what is set up, that module as well."""
        for module, name in names:
            if module.path in self.program.asleep and (module, name) in set_up:  # others have put it there
                yield self._wake(module.path)
            yield from self._woken(module, name, None)
            if module.chosen and module not in self._loaded:
                self._loaded.add(module)
                yield from self._loading(module)

    def changing(self, names: Mapping[tuple[Module, str], bool]) -> Iterator[Module]:
        """The modules that may bind one of these names of another module anew, or, where that can be seen, change what it means."""
        for (module, name), in_place in names.items():
            yield from self._woken(module, name, in_place)

    def _woken(self, module: Module, name: str, in_place: bool | None) -> Iterator[Module]:
        """Those that mention a name (`in_place` None), or change it, anew or in place as well."""
        files = self.program.files
        if files is None or module.installed or (module, name, in_place) in self.asked:
            return
        self.asked.add((module, name, in_place))
        wanted = _changing(name, in_place) if in_place is not None else _mentioning(module, name)
        if in_place and module.path in self.program.asleep and wanted.is_in(files.text(module.path)):
            yield self._wake(module.path)
        for path in self._importers(files, module):
            if path in self.program.asleep and wanted.is_in(text := files.text(path)):
                woken = self._wake(path)
                if any(word in text for word in _LOADING):  # it may have been chosen for a name that it gives to a loader
                    self.loading.add(woken)
                yield woken
        for package in self._above(module) if wanted.below else ():  # it may be reached by its name there
            for path in files.importing(package.path).plainly:
                if path in self.program.asleep and wanted.below in files.text(path):
                    yield self._wake(path)

    def _importers(self, files: Files, module: Module) -> Iterable[str]:
        """The files that may import a module, or what stands for it."""
        if not module.has_settings:
            return files.importing(module.path).plainly
        holders = (f"{name.rpartition('.')[0].replace('.', '/')}.py" for name in self.holders)
        return dict.fromkeys(path for one in (module.path, *holders) for path in files.importing(one).plainly)

    def _above(self, module: Module) -> list[Module]:
        above = (self.program.by_parts.get(module.parts[:depth]) for depth in range(1, len(module.parts)))
        return [one for one in above if one is not None and one.is_package]

    def _loading(self, module: Module) -> Iterator[Module]:
        """The modules that may load one by a name made at run time, but those that very many use: they call what anybody wrote for them."""
        files = self.program.files
        for path in files.importing(module.path).by_name if files is not None else ():
            if files is not None and len(files.importing(path).plainly) > bounds.LOADER:
                continue
            if path in self.program.asleep:
                yield self._wake(path)
            self.loading.update(one for one in self.program.opened if one.path == path and one.chosen)

    def _wake(self, path: str) -> Module:
        module = self.program.asleep.pop(path)
        module.chosen = True
        self.program.opened.append(module)
        return module


class _Wanted(Struct, frozen=True):
    """What the text of a file has to say: a word, and what stands around it; or that all of a module is imported.

    `after`: what has to follow the word if it is a name there. `anew`: whether an assignment to an attribute of that name will do as well.
    `below`: how a name is read of the module where only a package above it is imported.
    """

    word: bytes
    after: re.Pattern[bytes]
    anew: bool = False
    stars: bool = False
    below: bytes = b""

    def is_in(self, text: bytes) -> bool:
        """Whether a text says it."""
        if self.stars and b"*" in text and _STAR.search(text) is not None:
            return True
        at = text.find(self.word)
        while at >= 0:  # one expression for what stands before the word as well would be tried everywhere in the text
            if self._is_at(text, at, at + len(self.word)):
                return True
            at = text.find(self.word, at + 1) if self.word else -1
        return False

    def _is_at(self, text: bytes, at: int, end: int) -> bool:
        if _WORD.match(text, at - 1, at) is None and self.after.match(text, end) is not None:
            return True
        if not self.anew:
            return False
        if text[at - 1 : at] in _QUOTES and text[end : end + 1] in _QUOTES:
            return b"setattr(" in text[text.rfind(b"\n", 0, at) + 1 : at]
        before = text[max(0, at - 80) : at].rstrip(b" \t")
        return before.endswith(b".") and not before.endswith((b"self.", b"cls.")) and _ASSIGNED.match(text, end) is not None


def _mentioning(module: Module, name: str) -> _Wanted:
    """A name of a module; any where the module makes its names when they are read."""
    word, last = name.encode("utf-8", "replace"), (module.parts[-1] if module.parts else "").encode("utf-8", "replace")
    if name == "__getattr__":
        return _Wanted(b"", _ANY, below=b"." + last + b".")
    return _Wanted(word, _NO_WORD, stars=True, below=b"." + last + b"." + word)


def _changing(name: str, in_place: bool) -> _Wanted:
    """An assignment to a name of a module; in place also one to its attributes and items, or a method that is called on it."""
    return _Wanted(name.encode("utf-8", "replace"), _PUT if in_place else _NOTHING, anew=True)
