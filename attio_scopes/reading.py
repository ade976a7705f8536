"""Reading: from the files of a run to facts, with as little work as the result allows.

Takes a discovery and the configuration; gives what the files that matter say: facts, comments for us, findings on files that cannot
be read, and a way to read another file once an import leads there. Files that cannot matter are searched and never parsed; facts
come from the cache where a file of the same content was parsed before. Evaluates nothing.
"""

from __future__ import annotations

import codecs
import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from attio_scopes.discover import read
from attio_scopes.model.call import Place
from attio_scopes.model.finding import INTERNAL_ERROR, UNPARSABLE_FILE, Code, Finding
from attio_scopes.model.source import Discovery, SourceFile
from attio_scopes.model.visible import visible
from attio_scopes.prefilter import candidates, import_statements, says, spells_sdk_method

if TYPE_CHECKING:
    from attio_scopes.memory import Memory
    from attio_scopes.model.config import Config
    from attio_scopes.model.directive import Directive
    from attio_scopes.model.facts import ModuleFacts

Progress = Callable[[int, int], None]

MOST_KEPT = 32 * 1024 * 1024
"""Bytes of file contents that are kept between the search for seeds and the search for imports; the rest is read twice."""

_COOKIE = re.compile(rb"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")
_BLANK_OR_COMMENT = re.compile(rb"^[ \t\f]*(?:#|$)")


@dataclass(frozen=True, slots=True)
class Effort:
    """How a run goes about its work; none of it changes the result.

    Attributes:
        prefilter: parse only files that can matter.
        jobs: how many processes parse, at most; 0 for as many as there are processors.
    """

    prefilter: bool = True
    jobs: int = 0


@dataclass(slots=True)
class Known:
    """What the files of a run say.

    Attributes:
        facts: of the modules that have to be evaluated.
        directives: comments for us, by path; only of files that are reported.
        findings: on files that cannot be read or parsed.
        others: paths of all files.
        read: the facts of a further file, when an import leads there; None where there are none.
    """

    facts: list[ModuleFacts] = field(default_factory=list)
    directives: dict[str, tuple[Directive, ...]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    others: tuple[str, ...] = ()
    read: Callable[[str], ModuleFacts | None] = lambda path: None


def read_project(
    discovery: Discovery, config: Config, effort: Effort, memory: Memory, given: Mapping[str, bytes], progress: Progress | None = None
) -> Known:
    """Read what matters of a project.

    Args:
        discovery: the files.
        config: hosts and wrappers are seeds as well.
        effort: how to go about it.
        memory: of earlier runs.
        given: bytes by absolute path, which count in place of those on the disk.
        progress: is told (files parsed, files to parse).

    Returns:
        what they say; nothing of anything but unreadable files if no file says a seed.
    """
    return _Reading(discovery, seeds_of(config), effort, memory, given, progress).run()


def seeds_of(config: Config) -> tuple[bytes, ...]:
    """What a file has to say, in lower case, to matter by itself: Attio's name, or a name that was configured."""
    wrappers = (wrapper.function.rpartition(".")[2] for wrapper in config.wrappers)
    return (b"attio", *(name.lower().encode() for name in (*config.hosts, *wrappers)))


@dataclass(slots=True)
class _Reading:
    """One run over the files."""

    discovery: Discovery
    seeds: tuple[bytes, ...]
    effort: Effort
    memory: Memory
    given: Mapping[str, bytes]
    progress: Progress | None
    known: Known = field(default_factory=Known)
    files: dict[str, SourceFile] = field(default_factory=dict)
    reported: set[str] = field(default_factory=set)
    kept: dict[str, bytes] = field(default_factory=dict)
    kept_bytes: int = 0
    unreadable: set[str] = field(default_factory=set)

    def run(self) -> Known:
        """Search, choose, parse."""
        self.reported = {file.path for file in self.discovery.files}
        self.files = {file.path: file for file in (*self.discovery.files, *self.discovery.context)}
        seeds = self._saying_seeds()
        if not seeds:
            return self.known
        self.known.others = tuple(self.files)
        self.known.read = self._facts_on_demand
        chosen = self._candidates(seeds) if self.effort.prefilter else [path for path in self.files if path not in self.unreadable]
        contents = {path: data for path in sorted(chosen) if (data := self._bytes(path)) is not None}
        self.kept.clear()
        for path, data in contents.items():
            if path in self.reported and b"attio-scopes:" in data.lower():
                self._comments(path, data)
        self._parse(contents)
        return self.known

    # --- which files ---------------------------------------------------------------------------------------------

    def _saying_seeds(self) -> list[str]:
        """The files that say a seed; the first search, over every file that changed."""
        found = []
        for path in self.files:
            remembered = self.memory.seed(path)
            if remembered is None:
                data = self._bytes(path)
                if data is None:
                    continue
                remembered = self.memory.note_seed(path, says(data, self.seeds))
                self._keep(path, data)
            if remembered:
                found.append(path)
        return found

    def _candidates(self, seeds: Sequence[str]) -> frozenset[str]:
        """The second search, only where there are seeds: methods of an SDK, and imports."""
        imports: dict[str, Sequence[bytes]] = {}
        more = list(seeds)
        for path in self.files:
            remembered = self.memory.imports(path)
            if remembered is None:
                data = self._bytes(path)
                if data is None:
                    continue
                remembered = self.memory.note_imports(path, import_statements(data), spells_sdk_method(data))
            imports[path], spells = remembered
            if spells:
                more.append(path)
        return candidates(more, imports)

    def _bytes(self, path: str) -> bytes | None:
        """The file's bytes; one that cannot be read is reported once."""
        data = self.kept.get(path)
        if data is not None or path in self.unreadable:
            return data
        file = self.files[path]
        try:
            if file.absolute in self.given:
                return self.given[file.absolute]
            return read(file)
        except OSError as error:
            self.unreadable.add(path)
            if path in self.reported:
                self._finding(UNPARSABLE_FILE, path, 1, f"The file cannot be read: {error.strerror or 'unknown reason'}.", _READABLE)
            return None

    def _keep(self, path: str, data: bytes) -> None:
        if self.kept_bytes + len(data) <= MOST_KEPT:
            self.kept[path] = data
            self.kept_bytes += len(data)

    # --- what they say -------------------------------------------------------------------------------------------

    def _comments(self, path: str, data: bytes) -> None:
        from attio_scopes.directives import read_directives

        self.known.directives[path] = read_directives(decode(data))

    def _parse(self, contents: Mapping[str, bytes]) -> None:
        """Facts of the files, in order of their paths; whatever goes wrong in one leaves the others alone."""
        missing: list[tuple[str, bytes]] = []
        ready: dict[str, ModuleFacts] = {}
        for path, data in contents.items():
            facts = self.memory.facts(path, data)
            if facts is None:
                missing.append((path, data))
            else:
                ready[path] = replace(facts, mentions_attio=self._mentions(data))
        for done, (path, outcome) in enumerate(facts_of_all(missing, self.effort.jobs), 1):
            if isinstance(outcome, Failure):
                self._failed(path, outcome, contents[path])
            else:
                self.memory.note_facts(outcome, contents[path])
                ready[path] = replace(outcome, mentions_attio=self._mentions(contents[path]))
            if self.progress is not None:
                self.progress(done, len(missing))
        self.known.facts = [ready[path] for path in sorted(ready)]

    def _mentions(self, data: bytes) -> bool:
        return spells_sdk_method(data) or says(data, self.seeds)

    def _failed(self, path: str, failure: Failure, data: bytes) -> None:
        if path not in self.reported:
            return
        if failure.internal:
            message = f"The analysis of this file failed ({failure.reason}); the rest was reported."
            self._finding(INTERNAL_ERROR, path, 1, message, _REPORTABLE)
        elif says(data, self.seeds):
            message = f"The file mentions Attio, but cannot be analysed: {visible(failure.reason)}."
            self._finding(UNPARSABLE_FILE, path, failure.line, message, _PARSABLE)

    def _facts_on_demand(self, path: str) -> ModuleFacts | None:
        """The facts of a file that nothing chose, but that an import of a chosen one leads to."""
        data = self._bytes(path) if path in self.files else None
        if data is None:
            return None
        self.memory.note_read(path)
        facts = self.memory.facts(path, data)
        if facts is not None:
            return replace(facts, mentions_attio=self._mentions(data))
        limit = sys.getrecursionlimit()
        sys.setrecursionlimit(limit + 2_000)  # the analysis that asks for it may stand deep already
        try:
            outcome = facts_of(path, data)
        finally:
            sys.setrecursionlimit(limit)
        if isinstance(outcome, Failure):
            if outcome.internal:
                self._failed(path, outcome, data)
            return None
        self.memory.note_facts(outcome, data)
        return replace(outcome, mentions_attio=self._mentions(data))

    def _finding(self, code: Code, path: str, line: int, message: str, remedy: str) -> None:
        self.known.findings.append(Finding(code, code.severity, message, remedy, Place(path, line, 1, line, 1)))


_READABLE = "Make it readable, or leave it out with exclude."
_PARSABLE = "Correct the file, or leave it out with exclude. Its calls to Attio are not in this report."
_REPORTABLE = "This is a defect of attio-scopes: please report it, with the file if you can."


# --- one file ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a file has no facts. `line` counts from 1; `internal`: the defect is ours, and `reason` an exception's name."""

    line: int
    reason: str
    internal: bool = False


def facts_of(path: str, data: bytes) -> ModuleFacts | Failure:
    """Parse one file and collect its facts.

    Args:
        path: relative to the root, with `/`.
        data: its bytes.

    Returns:
        the facts, or why there are none.
    """
    from attio_scopes.collect import collect
    from attio_scopes.parse import ParseFailure, parse

    try:
        parsed = parse(data, path)
        if isinstance(parsed, ParseFailure):
            return Failure(parsed.line, parsed.reason)
        return collect(parsed.tree, parsed.path, parsed.mentions_attio)
    except Exception as error:
        return Failure(1, type(error).__name__, True)


LEAST_FOR_PROCESSES = 150_000
"""Bytes of source from which a second process pays: some 4,000 lines, a third of a second of parsing."""


def facts_of_all(files: Sequence[tuple[str, bytes]], jobs: int) -> Iterator[tuple[str, ModuleFacts | Failure]]:
    """Parse files, in several processes where that pays.

    Args:
        files: (path, bytes).
        jobs: processes at most; 0 for as many as there are processors.

    Yields:
        each path and what came of it, in the order given.
    """
    size = sum(len(data) for _, data in files)
    workers = min(jobs or processors(), len(files), max(1, size // LEAST_FOR_PROCESSES + 1))
    if workers > 1 and size >= LEAST_FOR_PROCESSES:
        from attio_scopes.processes import in_processes

        yield from in_processes(facts_of, files, workers)
    else:
        for path, data in files:
            yield path, facts_of(path, data)


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def decode(data: bytes) -> str:
    """The text of a Python file, by its byte order mark or coding cookie; what does not decode becomes a replacement sign."""
    if data.startswith(codecs.BOM_UTF8):
        return data[len(codecs.BOM_UTF8) :].decode("utf-8", "replace")
    encoding = "utf-8"
    for line in data.split(b"\n", 2)[:2]:
        cookie = _COOKIE.match(line)
        if cookie:
            encoding = cookie[1].decode("ascii", "replace")
        if cookie or not _BLANK_OR_COMMENT.match(line):
            break
    try:
        return data.decode(encoding, "replace")
    except (LookupError, ValueError, AssertionError):
        return data.decode("utf-8", "replace")
