"""Portions: of which statements of a file there are facts, and how these are come by.

Takes files' bytes and outlines, and which statements matter; gives facts of those, or of any that somebody asks for: from the cache, or
parsed with as little of the file around them as can be. Finds no file, and reports nothing.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from msgspec import Struct, field

from attio_scopes.parsing import Failure, Runs, facts_apart, facts_at, facts_in, facts_of_all

if TYPE_CHECKING:
    from attio_scopes.memory import Memory
    from attio_scopes.model.facts import ModuleFacts
    from attio_scopes.model.outline import Outline, Statement

    Selection = Mapping[str, frozenset[Statement]]

Progress = Callable[[int, int], None]


class Portions(Struct):
    """The statements of files that matter, and the facts of them.

    Attributes:
        memory: of earlier runs.
        outline: gives a file's outline.
        fail: is told of a file that cannot be parsed.
        selection: the statements that matter, by path; None where that is not worked out, and all do.
        by_name: whether files that do not say Attio are asked for by name, each for what somebody wants of it.
    """

    memory: Memory
    outline: Callable[[str], Outline]
    fail: Callable[[str, Failure], None]
    selection: Selection | None = None
    by_name: bool = False
    _ready: dict[str, ModuleFacts] = field(default_factory=dict)
    _wholes: dict[str, ModuleFacts | None] = field(default_factory=dict)

    def matter(self, path: str) -> Collection[Statement]:
        """The statements of a file that matter; all where that was not worked out."""
        kept = self.selection.get(path) if self.selection is not None else None
        return self.outline(path).statements if kept is None else kept

    def by_parts(self, path: str) -> bool:
        """Whether a file leads nowhere near Attio, so that each of its statements is only parsed when somebody asks for it."""
        if self.selection.get(path) if self.selection is not None else not self.by_name:
            return False
        outline = self.outline(path)
        return not outline.by_words and not any(stmt.says for stmt in outline.statements)

    def that_matter(self, path: str, data: bytes) -> bytes | None:
        """A file's bytes without the statements that do not matter; None where none does."""
        kept = self.selection.get(path) if self.selection is not None else None
        if kept is None:
            return data
        from attio_scopes.outline import only

        return only(data, self.outline(path).statements, kept) if kept else None

    def parse(self, files: Sequence[tuple[str, bytes]], jobs: int, progress: Progress | None) -> None:
        """Take the facts of what matters in files, in order of their paths; whatever goes wrong in one leaves the others alone."""
        from attio_scopes.outline import runs

        missing: list[tuple[str, bytes]] = []
        for path, data in files:
            facts = self.memory.facts(path, data)
            if facts is None:
                missing.append((path, data))
            else:
                self._ready[path] = facts
        contents = dict(missing)
        kept = {path: runs(self.outline(path).statements, self.selection[path]) for path in contents if self.selection is not None}
        for done, (path, outcome) in enumerate(facts_of_all(missing, jobs, kept), 1):
            if isinstance(outcome, Failure):
                self.fail(path, outcome)
            else:
                self.memory.note_facts(outcome, contents[path])
                self._ready[path] = outcome
            if progress is not None:
                progress(done, len(missing))

    def facts(self, path: str, data: bytes, statements: frozenset[Statement]) -> ModuleFacts | None:
        """The facts of statements of a file; None where there are none to be had."""
        from attio_scopes.outline import runs

        whole = self.outline(path).statements
        if statements == frozenset(self.matter(path)):
            matters = self.that_matter(path, data)
            return None if matters is None else self._ready.get(path) or self._facts_of(path, matters, runs(whole, statements))
        if len(statements) == len(whole):
            return self._facts_of(path, data)
        return self._facts_apart(path, data, runs(whole, statements)) if statements else None

    def _facts_of(self, path: str, data: bytes, lines: Runs | None = None) -> ModuleFacts | None:
        """The facts of a file that only an import of a chosen one leads to; `lines` are those of it that hold statements."""
        remembered = self.memory.facts(path, data)
        if remembered is not None:
            return remembered
        with _room():
            outcome = facts_in(path, data, {path: lines} if lines is not None else {})
        if isinstance(outcome, Failure):
            self.fail(path, outcome)
            return None
        self.memory.note_facts(outcome, data)
        return outcome

    def _facts_apart(self, path: str, data: bytes, lines: Runs) -> ModuleFacts | None:
        """The facts of the statements at some lines, parsed by themselves; where they cannot be, the whole file is parsed.

        They are not kept in the cache: to parse a statement costs about what it costs to write and find its entry on the disk.
        """
        if path not in self._wholes:
            with _room():
                found = facts_apart(path, data, lines)
            if found is not None:
                return found
            self._wholes[path] = self._facts_of(path, data)
        whole = self._wholes[path]
        return facts_at(whole, lines) if whole is not None else None


@contextmanager
def _room() -> Iterator[None]:
    """Room to parse: the analysis that asks for it may stand deep already."""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(limit + 2_000)
    try:
        yield
    finally:
        sys.setrecursionlimit(limit)
