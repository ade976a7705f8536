"""Memory: what this run may take over from earlier ones, and what it leaves to later ones.

Takes a store and what the results depend on; answers for each file whether it says a seed, what it imports and which facts it has,
and for the whole run which calls were found if no file changed. Without a store it remembers nothing. It never reads a source file.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from typing import TypeGuard

    from attio_scopes.cache.store import Store
    from attio_scopes.model.call import CallSite
    from attio_scopes.model.directive import Directive
    from attio_scopes.model.entrance import Entrance
    from attio_scopes.model.entry_point import Body
    from attio_scopes.model.facts import ModuleFacts
    from attio_scopes.model.fate import Account
    from attio_scopes.model.finding import Finding
    from attio_scopes.model.source import Discovery, Package
    from attio_scopes.model.stated import Stated


class Resolved(Struct, frozen=True):
    """What was found in the files of a run, before it is judged.

    Attributes:
        sites: the call sites, in every file.
        directives: (path, comments for us).
        findings: on files that cannot be read or parsed.
        notes: what else was not looked at.
        entrances: where Attio enters.
        stated: the scopes that the code asks for.
        lost: why something that could send was let go.
        refused: paths of files that could not be read or parsed.
        bodies: who leads to a call site, where that was asked for.
        packages: the installed packages that were read.
        told: what a reader has to know of the environments.
        unmatched: the entries of `wrappers` that no call matched, each with the nearest that is called, or "".
        accounts: what became of each call expression; of this run only, earlier ones leave none.
        work: what the run did, in sentences; likewise.
    """

    sites: tuple[CallSite, ...] = ()
    directives: tuple[tuple[str, tuple[Directive, ...]], ...] = ()
    findings: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()
    entrances: tuple[Entrance, ...] = ()
    lost: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    bodies: tuple[Body, ...] = ()
    packages: tuple[Package, ...] = ()
    told: tuple[str, ...] = ()
    unmatched: tuple[tuple[str, str], ...] = ()
    stated: tuple[Stated, ...] = ()
    accounts: tuple[Account, ...] = ()
    work: tuple[str, ...] = ()


Importers = Callable[[str], Sequence[str]]

_OF_ONE_RUN = ("accounts", "work")
_NOTHING_CHANGED = "no file changed that the result depends on: it is that of an earlier run"


def _is_whole(resolved: Resolved) -> bool:
    """Whether everything is in its place; raises TypeError or ValueError where it is not even a list."""
    from attio_scopes.model.call import CallSite
    from attio_scopes.model.directive import Directive
    from attio_scopes.model.entrance import Entrance
    from attio_scopes.model.entry_point import Body
    from attio_scopes.model.finding import Finding
    from attio_scopes.model.source import Package
    from attio_scopes.model.stated import Stated

    comments = [(path, comment) for path, comments in resolved.directives for comment in comments]
    return (
        all(type(site) is CallSite for site in resolved.sites)
        and all(type(path) is str and type(comment) is Directive for path, comment in comments)
        and all(type(finding) is Finding for finding in resolved.findings)
        and all(type(entrance) is Entrance for entrance in resolved.entrances)
        and all(type(body) is Body for body in resolved.bodies)
        and all(type(one) is Stated for one in resolved.stated)
        and all(type(package) is Package for package in resolved.packages)
        and all(type(text) is str for text in (*resolved.notes, *resolved.lost, *resolved.refused, *resolved.told))
        and all(type(text) is str for pair in resolved.unmatched for text in pair)
    )


class Memory:
    """Remembers nothing: a run without a cache."""

    def seed(self, path: str) -> bool | None:
        """Whether a file says a seed; None if that is not known."""
        return None

    def note_seed(self, path: str, value: bool) -> bool:
        """Learn it."""
        return value

    def imports(self, path: str) -> tuple[Sequence[bytes], bool] | None:
        """A file's import statements, and whether it spells a method of an SDK; None if that is not known."""
        return None

    def note_imports(self, path: str, statements: tuple[bytes, ...], spells: bool) -> tuple[Sequence[bytes], bool]:
        """Learn them."""
        return statements, spells

    def facts(self, path: str, data: bytes) -> ModuleFacts | None:
        """The facts of a file's content; None if they are not known."""
        return None

    def note_facts(self, facts: ModuleFacts, data: bytes) -> None:
        """Learn them."""

    def note_read(self, path: str) -> None:
        """Learn that the result depends on a file."""

    def resolved(self) -> Resolved | None:
        """What was found, if nothing changed since; None if that is not known."""
        return None

    def resolved_of(self, chosen: Sequence[str], content: Callable[[str], bytes | None], importing: Importers) -> Resolved | None:
        """What was found, if no file changed that it depends on; None if that is not known."""
        return None

    def note_resolved(
        self,
        resolved: Resolved,
        chosen: Sequence[str] = (),
        contents: Mapping[str, bytes] | None = None,
        importers: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        """Learn it for later runs.

        Args:
            resolved: what was found.
            chosen: the files that matter.
            contents: the bytes of all that it depends on; None where they are known already.
            importers: what was answered to who may import a file, by its path.
        """


class StoredMemory(Memory):
    """Remembers by a store."""

    def __init__(
        self, store: Store, discovery: Discovery, given: Mapping[str, bytes], depends: Sequence[str], environments: Sequence[str] = ()
    ) -> None:
        """Look at every file's signature.

        Args:
            store: where earlier runs left what they learnt.
            discovery: the files.
            given: of a file by its absolute path, the bytes that count in place of those on the disk; such a file has no signature.
            depends: what the result depends on besides the files: rules, hosts, wrappers.
            environments: absolute paths of the folders in which packages are installed.
        """
        from attio_scopes.cache.signature import now, signature, tool_signature
        from attio_scopes.cache.store import digest

        started = now()
        files = (*discovery.files, *discovery.context)
        self._store = store
        self._digest: Callable[..., str] = digest
        self._signatures = {file.path: "" if file.absolute in given else signature(file.absolute, started) for file in files}
        self._environments = tuple(environments)
        self._signature: Callable[[str], str] = partial(signature, started=started)
        self._tool = digest(tool_signature())
        self._base = digest(self._tool, discovery.root, *depends)
        reported = "\n".join(file.path for file in discovery.files)
        listed = "\n".join(f"{path}\0{text}" for path, text in self._signatures.items())
        self._listed = digest(self._base, "parts", reported, "\n".join(self._signatures))
        self._whole = digest(self._base, reported, listed) if all(self._signatures.values()) else ""
        self._files: dict[str, Any] | None = None
        self._statements: list[bytes] = []
        self._numbers: dict[bytes, int] = {}
        self._changed = False

    # --- the whole run -----------------------------------------------------------------------------------------

    def resolved(self) -> Resolved | None:
        """Found only if every file is as it was; an entry that cannot be read is none."""
        return self._taken(self._store.get("runs", self._whole) if self._whole else None)

    def resolved_of(self, chosen: Sequence[str], content: Callable[[str], bytes | None], importing: Importers) -> Resolved | None:
        """Found if the same files are there, the same ones matter, and those and all that were read beside them say what they said.

        Args:
            chosen: the paths of the files that matter.
            content: gives the bytes of a file; None if it cannot be read.
            importing: gives the files that may import one.
        """
        body = self._store.get("parts", self._listed)
        try:
            data = json.loads(body) if body is not None else None
            if type(data) is not list:
                return None
            same = data[0] == list(chosen) and all(self._digest(content(path) or b"") == known for path, known in data[1])
            same = same and all(list(importing(path)) == known for path, known in data[3])
            return self._taken(self._store.get("runs", data[2])) if same else None
        except (ValueError, LookupError, TypeError, RecursionError):
            return None

    def _taken(self, body: bytes | None) -> Resolved | None:
        from attio_scopes.cache.codec import Unstorable, decode

        if body is None:
            return None
        try:
            *found, installed = decode(body, facts=False)
            resolved = replace(Resolved(*found), work=(_NOTHING_CHANGED,))
            return resolved if _is_whole(resolved) and installed == self._installed(resolved.packages) else None
        except (Unstorable, ValueError, TypeError):
            return None

    def note_resolved(
        self,
        resolved: Resolved,
        chosen: Sequence[str] = (),
        contents: Mapping[str, bytes] | None = None,
        importers: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        """Leave what was found, the index of the files, and room for more."""
        from attio_scopes.cache.codec import Unstorable, encode
        from attio_scopes.model.source import is_installed

        installed = self._installed(resolved.packages)
        told = sorted((path, self._digest(data)) for path, data in (contents or {}).items() if not is_installed(path))
        key = self._whole or (self._digest(self._listed, repr(told)) if contents is not None else "")
        if key and installed is not None:
            with contextlib.suppress(Unstorable):
                found = (getattr(resolved, name) for name in resolved.__struct_fields__ if name not in _OF_ONE_RUN)
                self._store.put("runs", key, encode((*found, installed)).encode("utf-8", "surrogatepass"))
                if contents is not None and not resolved.refused and not resolved.findings:
                    asked = sorted((path, list(found)) for path, found in (importers or {}).items() if not is_installed(path))
                    parts = json.dumps([list(chosen), told, key, asked], separators=(",", ":"))
                    self._store.put("parts", self._listed, parts.encode())
        self._leave_index()
        self._store.close()

    def _installed(self, packages: Sequence[Package]) -> str | None:
        """What tells that nothing was installed or changed in the environments since; None where that could not be told."""
        files = {file.absolute for package in packages for file in package.files}
        paths = sorted({*self._environments, *files, *(folder for package in packages for folder in package.folders)})
        signatures = [self._signature(path) for path in paths]
        return self._digest("\n".join(signatures)) if all(signatures) else None

    # --- the bytes of each file --------------------------------------------------------------------------------

    def seed(self, path: str) -> bool | None:
        """From the index, for a file that did not change."""
        entry = self._entry(path)
        return None if entry is None else bool(entry[1])

    def note_seed(self, path: str, value: bool) -> bool:
        """Into the index, for a file that can be trusted not to change unseen."""
        if self._signatures[path]:
            self._index()[path] = [self._signatures[path], int(value)]
            self._changed = True
        return value

    def imports(self, path: str) -> tuple[Sequence[bytes], bool] | None:
        """From the index, for a file that did not change."""
        entry = self._entry(path)
        if entry is None or len(entry) < 4:
            return None
        return [self._statements[number] for number in entry[3]], bool(entry[2])

    def note_imports(self, path: str, statements: tuple[bytes, ...], spells: bool) -> tuple[Sequence[bytes], bool]:
        """Into the index, beside the seed."""
        entry = self._entry(path)
        if entry is not None:
            entry[2:] = [int(spells), [self._number(statement) for statement in statements]]
            self._changed = True
        return statements, spells

    def _number(self, statement: bytes) -> int:
        number = self._numbers.setdefault(statement, len(self._statements))
        if number == len(self._statements):
            self._statements.append(statement)
        return number

    def _entry(self, path: str) -> list[Any] | None:
        entry = self._index().get(path)
        return entry if self._is_entry(entry) and entry[0] == self._signatures[path] != "" else None

    def _is_entry(self, entry: Any) -> TypeGuard[list[Any]]:
        """Whether the index has what this version writes: a signature and the seed, and behind them both findings on imports or none."""
        if type(entry) is not list or len(entry) not in (2, 4) or type(entry[0]) is not str or entry[1] not in (0, 1):
            return False
        known = len(self._statements)
        return len(entry) == 2 or (type(entry[3]) is list and all(type(number) is int and 0 <= number < known for number in entry[3]))

    def _index(self) -> dict[str, Any]:
        if self._files is None:
            self._files = {}
            body = self._store.get("files", self._base)
            try:
                data = json.loads(body) if body is not None else {"files": {}, "statements": []}
                self._statements = [text.encode("latin-1") for text in data["statements"]]
                self._files = dict(data["files"].items())
            except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
                self._files, self._statements = {}, []
            self._numbers = {statement: number for number, statement in enumerate(self._statements)}
        return self._files

    def _leave_index(self) -> None:
        if not self._changed or self._files is None:
            return
        files = {path: entry for path, entry in self._files.items() if path in self._signatures and self._is_entry(entry)}
        used = sorted({number for entry in files.values() for number in (entry[3] if len(entry) > 3 else ())})
        place = {number: index for index, number in enumerate(used)}
        kept = {path: [*entry[:3], [place[number] for number in entry[3]]] if len(entry) > 3 else entry for path, entry in files.items()}
        body = {"files": kept, "statements": [self._statements[number].decode("latin-1") for number in used]}
        self._store.put("files", self._base, json.dumps(body, separators=(",", ":")).encode())

    # --- facts -------------------------------------------------------------------------------------------------

    def facts(self, path: str, data: bytes) -> ModuleFacts | None:
        """By the content, wherever and whenever a file had it."""
        from attio_scopes.cache.codec import Unstorable, decode
        from attio_scopes.model.facts import ModuleFacts

        body = self._store.get("facts", self._digest(self._tool, data))
        if body is None:
            return None
        try:
            (facts,) = decode(body, facts=True)
        except (Unstorable, ValueError, TypeError):
            return None
        return replace(facts, path=path) if isinstance(facts, ModuleFacts) else None

    def note_facts(self, facts: ModuleFacts, data: bytes) -> None:
        """By the content."""
        from attio_scopes.cache.codec import Unstorable, encode

        with contextlib.suppress(Unstorable):
            self._store.put("facts", self._digest(self._tool, data), encode((replace(facts, path=""),)).encode("utf-8", "surrogatepass"))
