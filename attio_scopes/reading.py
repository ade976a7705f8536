"""Reading: from the files of a run to facts, with as little work as the result allows.

Takes a discovery and the configuration; gives which files matter, their outlines, the facts of those of their statements that matter,
comments for us, and findings on files that cannot be read. Files that cannot matter are searched and never parsed, unless an import
leads there; facts come from the cache where the same statements were parsed before. Evaluates nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from attio_scopes.discover import decode, read, readable
from attio_scopes.model.call import Place
from attio_scopes.model.finding import INTERNAL_ERROR, UNPARSABLE_FILE, Code, Finding
from attio_scopes.model.source import Discovery, Package, SourceFile
from attio_scopes.model.visible import visible
from attio_scopes.parsing import Failure, outline_of, outlines_of_all
from attio_scopes.portions import Portions, Progress
from attio_scopes.prefilter import (
    MOST_DYNAMIC,
    SDK_METHOD,
    Candidates,
    Importers,
    Importing,
    candidates,
    import_statements,
    spells_sdk_method,
)
from attio_scopes.spelled import says, says_otherwise, says_plainly

if TYPE_CHECKING:
    from attio_scopes.memory import Memory
    from attio_scopes.model.config import Config
    from attio_scopes.model.directive import Directive
    from attio_scopes.model.facts import ModuleFacts
    from attio_scopes.model.outline import Outline, Statement
    from attio_scopes.portions import Selection


MOST_KEPT = 32 * 1024 * 1024
"""Bytes of file contents that are kept between the search for seeds and the search for imports; the rest is read twice."""


FEW = 64
"""So many files that say Attio are few: what imports them is looked for name by name, when it is known what carries Attio. More are taken
with all that imports them, directly or not, and told apart by that."""


class Effort(Struct, frozen=True):
    """How a run goes about its work; none of it changes the result.

    Attributes:
        prefilter: parse only files that can matter.
        jobs: how many processes parse, at most; 0 for as many as there are processors.
    """

    prefilter: bool = True
    jobs: int = 0


def reading_of(
    discovery: Discovery,
    seeds: tuple[bytes, ...],
    effort: Effort,
    memory: Memory,
    given: Mapping[str, bytes],
    progress: Progress | None = None,
) -> Reading:
    """The files of a project, to be searched for those that matter.

    Args:
        discovery: the files.
        seeds: of `seeds_of`.
        effort: how to go about it.
        memory: of earlier runs.
        given: bytes by absolute path, which count in place of those on the disk.
        progress: is told (files parsed, files to parse).

    Returns:
        what there is to read. After `search` there is nothing of anything but unreadable files if no file says a seed.
    """
    return Reading(discovery, seeds, effort, memory, given, progress)


def seeds_of(config: Config, packages: Iterable[str] = ()) -> tuple[bytes, ...]:
    """What a file has to say, in lower case, to matter by itself: Attio's name, or a name that was configured.

    Args:
        config: for hosts and wrappers.
        packages: names of modules that are Attio's whatever they say.
    """
    wrappers = (wrapper.function.rpartition(".")[2] for wrapper in config.wrappers)
    hosts = (host.partition("/")[0] for host in config.hosts)
    return (b"attio", *(name.lower().encode() for name in (*hosts, *wrappers, *packages)))


@lru_cache(maxsize=1)
def says_pattern(seeds: tuple[bytes, ...]) -> re.Pattern[str]:
    """What says Attio in the names and texts of code."""
    return re.compile("|".join((SDK_METHOD.decode(), *(re.escape(seed.decode()) for seed in seeds))), re.IGNORECASE)


class Reading(Struct):
    """One run over the files.

    Attributes:
        chosen: paths of the files that matter, sorted.
        directives: comments for us, by path; only of files that are reported.
        findings: on files that cannot be read or parsed.
        left_out: whether files were left out that only a module with very many importers leads to.
        refused: paths of files that could not be read or parsed, whether or not that is a finding.
        by_name: whether only the files that say Attio were chosen, and others are to be asked for by name.
        asked: what was answered of files that may import one, by its path.
    """

    discovery: Discovery
    seeds: tuple[bytes, ...]
    effort: Effort
    memory: Memory
    given: Mapping[str, bytes]
    progress: Progress | None
    chosen: tuple[str, ...] = ()
    directives: dict[str, tuple[Directive, ...]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    left_out: bool = False
    refused: set[str] = field(default_factory=set)
    by_name: bool = False
    asked: dict[str, Importing] = field(default_factory=dict)
    _files: dict[str, SourceFile] = field(default_factory=dict)
    _reported: set[str] = field(default_factory=set)
    _kept: dict[str, bytes] = field(default_factory=dict)
    _kept_bytes: int = 0
    _contents: dict[str, bytes] = field(default_factory=dict)
    _seeds: tuple[str, ...] = ()
    _imports: dict[str, Sequence[bytes]] = field(default_factory=dict)
    _related: frozenset[str] | None = None
    _importers: Importers | None = None
    _failed: set[str] = field(default_factory=set)
    _parsed: set[str] = field(default_factory=set)
    _outlines: dict[str, Outline] = field(default_factory=dict)
    _portions: Portions = None  # type: ignore[assignment]  # made below, of the others

    def __post_init__(self) -> None:
        """Nothing matters yet."""
        self._portions = Portions(self.memory, self.outline, self._note_failure)

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths of all files."""
        return tuple(self._files)

    def take_packages(self, packages: Iterable[Package]) -> None:
        """Add the files of installed packages, to be read where an import leads there; nothing of them is reported."""
        self._files.update((file.path, file) for package in packages for file in package.files)

    def content(self, path: str) -> bytes | None:
        """The bytes of a file of an installed package, to be searched; None of one that cannot be read."""
        return self._contents.get(path) or self._bytes(path)

    @property
    def contents(self) -> Mapping[str, bytes]:
        """The bytes of the files on which the result depends: those that matter, and those that were read beside them."""
        return self._contents

    def parsed_of(self, package: Package) -> int:
        """How many files of an installed package were asked for what they say."""
        return sum(file.path in self._parsed for file in package.files)

    def search(self) -> None:
        """Find the files that matter."""
        self._reported = {file.path for file in self.discovery.files}
        self._files = {file.path: file for file in (*self.discovery.files, *self.discovery.context)}
        seeds = self._saying_seeds()
        if not seeds and self.effort.prefilter:
            return
        self._seeds = tuple(seeds)
        chosen = self._chosen() if self.effort.prefilter else frozenset(self._files)
        self._contents = {path: data for path in sorted(chosen) if (data := self._bytes(path)) is not None}
        self._kept.clear()
        self.chosen = tuple(self._contents)

    def look(self) -> None:
        """Take the comments and the outlines of the files that matter."""
        for path, data in self._contents.items():
            if path in self._reported and b"attio-scopes:" in data.lower():
                self._comments(path, data)
        for path, outcome in outlines_of_all(list(self._contents.items()), self.effort.jobs, says_pattern(self.seeds)):
            self._take_outline(path, outcome)

    @property
    def notes(self) -> tuple[str, ...]:
        """What else was not looked at."""
        return (_LEFT_OUT.format(MOST_DYNAMIC),) if self.left_out else ()

    # --- which files ---------------------------------------------------------------------------------------------

    def _saying_seeds(self) -> list[str]:
        """The files that say a seed; the first search, over every file that changed."""
        found = []
        for path in self._files:
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

    def _chosen(self) -> frozenset[str]:
        """The files that have to be looked at, and a note if they are not all; of a few that say Attio only these."""
        saying = self._saying_more()
        if len(saying) <= FEW:
            self.by_name = self._portions.by_name = True
            return frozenset(saying)
        found = candidates(saying, self._imports)
        self.left_out = self.left_out or found.left_out
        return found.paths

    def importing(self, path: str) -> Importing:
        """The files of the project that may import one: their text at all, and by a name that is worked out at run time."""
        found = self.asked.get(path)
        if found is None:
            if self._importers is None:
                self._importers = Importers.of(self._imports)
            found = self.asked[path] = self._importers.importing(path)
        return found

    def importers(self, path: str) -> tuple[str, ...]:
        """The files of the project that may import one in whichever way; sorted."""
        return tuple(sorted({*self.importing(path).plainly, *self.importing(path).by_name}))

    def text(self, path: str) -> bytes:
        """The bytes of a file, on which the result depends from now on; none of one that cannot be read."""
        return self._data(path) or b""

    def _candidates(self) -> Candidates:
        """All files that say Attio or import one that does, directly or not."""
        return candidates(self._saying_more(), self._imports)

    def _saying_more(self) -> list[str]:
        """The second search, only where there are seeds: methods of an SDK, and imports; gives the files that say either or a seed."""
        more = dict.fromkeys(self._seeds)
        same: dict[bytes, bytes] = {}  # most import statements stand in many files
        for path in self._files:
            remembered = self.memory.imports(path)
            if remembered is None:
                data = self._contents.get(path) or self._bytes(path)
                if data is None:
                    continue
                remembered = self.memory.note_imports(path, import_statements(data), spells_sdk_method(data))
            statements, spells = remembered
            self._imports[path] = [same.setdefault(statement, statement) for statement in statements]
            if spells:
                more[path] = None
        return list(more)

    def _bytes(self, path: str) -> bytes | None:
        """The file's bytes; one that cannot be read is reported once."""
        data = self._kept.get(path)
        if data is not None or path in self._failed:
            return data
        file = self._files[path]
        try:
            if file.absolute in self.given:
                return readable(self.given[file.absolute])
            return readable(read(file))
        except OSError as error:
            self._failed.add(path)
            self.refused.add(path)
            if path in self._reported:
                self._finding(UNPARSABLE_FILE, path, 1, f"The file cannot be read: {error.strerror or 'unknown reason'}.", _READABLE)
            return None

    def _keep(self, path: str, data: bytes) -> None:
        if self._kept_bytes + len(data) <= MOST_KEPT:
            self._kept[path] = data
            self._kept_bytes += len(data)

    # --- what they say -------------------------------------------------------------------------------------------

    def _comments(self, path: str, data: bytes) -> None:
        from attio_scopes.directives import read_directives

        self.directives[path] = read_directives(decode(data))

    def outline(self, path: str) -> Outline:
        """The outline of a file; an empty one of a file that cannot be read or has to be kept from a parser."""
        found = self._outlines.get(path)
        if found is None:
            data = self._data(path)
            says = says_pattern(self.seeds)
            found = self._take_outline(path, outline_of(path, data, says) if data is not None else Failure(1, "it cannot be read"))
        return found

    def _take_outline(self, path: str, outcome: Outline | Failure) -> Outline:
        from attio_scopes.model.outline import Outline

        if isinstance(outcome, Failure):
            self._note_failure(path, outcome)
            outcome = Outline()
        else:
            data = self._contents[path]
            if says_otherwise(data, self.seeds):  # which statement it is, its words do not tell
                outcome = replace(outcome, mentions=True, statements=tuple(replace(s, says=True) for s in outcome.statements))
            elif self._mentions(data):
                outcome = replace(outcome, mentions=True)
        self._outlines[path] = outcome
        return outcome

    def select(self, selection: Selection | None) -> bool:
        """Learn which statements can matter (None: any), and whether any can; parse the files that say Attio, without the prefilter all."""
        if self.effort.prefilter:
            self._portions.selection = selection
        chosen = self._portions.selection
        ready: list[tuple[str, bytes]] = []
        found = False
        for path in self.chosen if chosen is None else sorted(chosen):
            data = self._portions.that_matter(path, self._contents[path])
            if data is not None and path not in self._failed:
                found = True
                if chosen is None or any(stmt.says for stmt in self.outline(path).statements):
                    ready.append((path, data))
        self._portions.parse(ready, self.effort.jobs, self.progress)
        return found

    def matter(self, path: str) -> Collection[Statement]:
        """The statements of a file that matter; all where that was not worked out."""
        return self._portions.matter(path)

    def by_parts(self, path: str) -> bool:
        """Whether a file leads nowhere near Attio, so that each of its statements is only parsed when somebody asks for it."""
        return self._portions.by_parts(path)

    def facts(self, path: str, statements: Iterable[Statement]) -> ModuleFacts | None:
        """The facts of statements of a file; None where there are none to be had."""
        data = self._data(path)
        if data is None or path in self._failed:
            return None
        self._parsed.add(path)
        return self._portions.facts(path, data, frozenset(statements))

    def _data(self, path: str) -> bytes | None:
        """The bytes of a file that is looked at; whatever comes out depends on it."""
        if path not in self._contents and path in self._files:
            self.memory.note_read(path)
            data = self._bytes(path)
            if data is None:
                return None
            self._contents[path] = data
        return self._contents.get(path)

    def _mentions(self, data: bytes) -> bool:
        return spells_sdk_method(data) or says(data, self.seeds)

    def _note_failure(self, path: str, failure: Failure) -> None:
        self.refused.add(path)
        if path in self._failed:
            return
        self._failed.add(path)
        data = self._contents.get(path)
        if path not in self._reported or data is None:
            return
        if failure.internal:
            message = f"The analysis of this file failed ({failure.reason}); the rest was reported."
            self._finding(INTERNAL_ERROR, path, 1, message, _REPORTABLE)
        elif self._matters(path, data):
            what = "mentions Attio" if says_plainly(data, self.seeds) else "may affect calls to Attio"
            message = f"The file {what}, but cannot be analysed: {visible(failure.reason)}."
            self._finding(UNPARSABLE_FILE, path, failure.line, message, _PARSABLE)

    def _matters(self, path: str, data: bytes) -> bool:
        """Whether a call can be lost with a file: it says Attio, or it imports or is imported by one that does, directly or not."""
        if self.effort.prefilter or says(data, self.seeds):
            return True  # nothing else is looked at
        if not self._seeds:
            return False
        if self._related is None:
            self._related = self._candidates().paths
        return not self._related.isdisjoint(candidates((path,), self._imports).paths)

    def _finding(self, code: Code, path: str, line: int, message: str, remedy: str) -> None:
        self.findings.append(Finding(code, code.severity, message, remedy, Place(path, line, 1, line, 1)))


_LEFT_OUT = (
    "Attio is used in a module that others import by a name computed at run time. More than {} files could reach it only in this way; "
    "they were not analysed. --no-prefilter analyses every file."
)
_READABLE = "Make the file readable, or add it to exclude."
_PARSABLE = "Correct the file, or add it to exclude. Its calls to Attio are not in this report."
_REPORTABLE = "This is a defect of attio-scopes: please report it, with the file if you can."
