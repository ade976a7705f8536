"""Entrances: where Attio comes into a program, and which statements may have it from there.

Takes a linked program, of which only outlines are looked at, and the hosts of Attio's API; gives every entrance. Like `reach` it goes by
names, from a module to those that import it. It evaluates nothing and decides nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field

from attio_scopes.model.entrance import Entrance, Stretch
from attio_scopes.model.fate import ADDRESS, TOKEN, Handed
from attio_scopes.model.outline import Imported, Statement
from attio_scopes.model.program import Module, Program
from attio_scopes.model.source import INSTALLED

_NAME = "attio"
_OURSELVES = __name__.partition(".")[0]


def entrances(
    program: Program,
    importers: Mapping[Module, frozenset[Module]],
    hosts: Iterable[str],
    called: Mapping[str, Collection[int]],
    named: Collection[str] = (),
    handed: Collection[Handed] = (),
) -> tuple[Entrance, ...]:
    """Find the entrances of Attio.

    Args:
        program: the linked modules.
        importers: of each module, those that import it.
        hosts: of the API and of what stands for it.
        called: the lines of each file on which a call is known, or through which one leads: an entrance that leads to one of them by
            the names of its own module is left out.
        named: modules that are Attio's whatever their names say.
        handed: where libraries get something of Attio's of which the source is not at hand.

    Returns:
        the entrances, sorted.
    """
    host = re.compile("|".join(rf"(?<![\w.-]){re.escape(name)}(?![\w-])" for name in sorted(hosts)), re.IGNORECASE)
    search = _Search(program, importers, frozenset(named), frozenset(called))
    leads = {path: sorted(lines) for path, lines in called.items()}
    found: set[Entrance] = set()
    by_token: set[Entrance] = set()
    given = {path: [one for one in handed if one.path == path] for path in {one.path for one in handed}}
    for module in search.modules:
        for stmt in module.outline.statements if module.outline.mentions else ():
            lines = [line for line, text in stmt.said if host.search(text) and not _is_prose(text)]
            here = [one for one in given.get(module.path, ()) if stmt.first <= one.line <= stmt.last]
            clients = {one for one in here if one.kind == TOKEN and _CLIENT.search(one.name)}
            libraries = {library for item in stmt.imports if (library := search.from_outside(module, item)) is not None}
            if (lines or libraries or clients) and not search.leads_to(module, stmt, leads.get(module.path, ())):
                uses = search.uses(module, stmt)
                getting = tuple(sorted({one.root for one in _of(uses, given) if one.kind == ADDRESS}))
                found.update(Entrance(module.path, line, "", uses, handed=getting) for line in lines)
                by_token.update(Entrance(module.path, one.line, one.root, uses) for one in clients)
                found.update(Entrance(module.path, stmt.first, library, uses, read) for library, read in libraries)
    imported = {one.library for one in found}
    return tuple(sorted(found | {one for one in by_token if one.library not in imported}))


_CLIENT = re.compile(r"(?:Client|Api|API|Crm|CRM|SDK|Sdk|Session|Service|Connector)$")
"""The last name of what is there to send with a token, and not to keep it."""


def _of(uses: Iterable[Stretch], given: Mapping[str, Iterable[Handed]]) -> Iterator[Handed]:
    """What is handed on in some statements."""
    for path, first, last in uses:
        yield from (one for one in given.get(path, ()) if first <= one.line <= last)


_PROGRAMS = frozenset({"curl", "wget", "http", "https", "xh", "get", "post", "put", "patch", "delete"})
"""First words of a command, or of a request as text."""


def _is_prose(text: str) -> bool:
    """Whether an address is only mentioned in a sentence."""
    words = text.split(maxsplit=1)
    return len(words) > 1 and _NAME not in words[0].lower() and words[0].lower() not in _PROGRAMS


class _Search(Struct):
    """The statements of a program by what they mention."""

    program: Program
    importers: Mapping[Module, frozenset[Module]]
    named: frozenset[str] = frozenset()
    called: frozenset[str] = frozenset()
    modules: list[Module] = field(default_factory=list)
    names: dict[tuple[Module, str], list[Statement]] = field(default_factory=dict)
    elsewhere: dict[str, list[tuple[Module, Statement]]] = field(default_factory=dict)
    classes: dict[str, list[tuple[Module, Statement]]] = field(default_factory=dict)
    known: dict[object, tuple[Stretch, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.modules = [module for module in self.program.known if module.chosen or module.path in self.called]
        for module in self.modules:
            for stmt in module.outline.statements:
                for name in stmt.binds if stmt.is_class else ():
                    self.classes.setdefault(name, []).append((module, stmt))
                for name in stmt.names:
                    self.names.setdefault((module, name), []).append(stmt)
                for name in stmt.elsewhere | stmt.names if module.outline.stars else stmt.elsewhere:
                    self.elsewhere.setdefault(name, []).append((module, stmt))

    def from_outside(self, module: Module, item: Imported) -> tuple[str, bool] | None:
        """The first name of an imported module that is named like Attio and is not in the tree, and whether its package was read."""
        root = item.module.partition(".")[0]
        named = root in self.named or _NAME in item.module.lower() or any(_NAME in name.lower() for name in item.names or ())
        if not named or root == _OURSELVES:
            return None
        found = self.program.find(module, item.module, item.level, item.names or ())
        parts = found.parts if isinstance(found, Module) else found
        return (root, found is not None) if parts is None or parts[:1] == (INSTALLED,) else None

    def leads_to(self, home: Module, start: Statement, lines: Sequence[int]) -> bool:
        """Whether a statement, or one of its module that its names reach, has one of these lines, which are sorted."""
        reached, pending = {start}, [start]
        asked: set[object] = set()
        while pending and lines:
            stmt = pending.pop()
            at = bisect_left(lines, stmt.first)
            if at < len(lines) and lines[at] <= stmt.last:
                return True
            for other in self._near(home, stmt, asked):
                if other not in reached:
                    reached.add(other)
                    pending.append(other)
        return False

    def _near(self, home: Module, stmt: Statement, asked: set[object]) -> Iterator[Statement]:
        """The statements of a module that mention what one of them gives, and the classes that it mentions; those of a name once."""
        for name in stmt.binds | stmt.changes:
            if (home, name) not in asked:
                asked.add((home, name))
                yield from self.names.get((home, name), ())
        members = [(name, self.elsewhere.get(name, ())) for name in stmt.members | stmt.stores]
        classes = [(("class", name), self.classes[name]) for name in self._classes_in(stmt)]
        for key, mentions in (*members, *classes):
            if key not in asked:
                asked.add(key)
                yield from (one for where, one in mentions if where is home)

    def uses(self, home: Module, start: Statement) -> tuple[Stretch, ...]:
        """The statements of a module, and of those that import it, that a statement's names reach, and the classes that they mention."""
        begins = (home, start.binds | start.changes, start.members | start.stores, self._classes_in(start), start.names)
        if begins not in self.known:
            near = set(self.modules if home.has_settings else self._all_importers(home))
            asked: set[object] = set()
            reached, pending = {start: home}, [start]
            for module, given in self._meant_by(home, start):
                near.update(self._all_importers(module))
                reached.setdefault(given, module)
                pending.extend(self._set_by(module, given, reached, asked))
            while pending:
                stmt = pending.pop()
                for module, mentioning in self._led_to(reached[stmt], stmt, asked):
                    if (module in near or mentioning.is_class) and mentioning not in reached:
                        reached[mentioning] = module
                        pending.append(mentioning)
            self.known[begins] = _joined(sorted((module.path, stmt.first, stmt.last) for stmt, module in reached.items()))
        return self.known[begins]

    def _meant_by(self, home: Module, start: Statement) -> Iterator[tuple[Module, Statement]]:
        """The statements that define what a statement mentions: it may call them with the address, or with what it made with it."""
        pending, seen = [(home, name) for name in sorted(start.names)], set[tuple[Module, str]]()
        while pending:
            module, name = pending.pop()
            if (module, name) in seen:
                continue
            seen.add((module, name))
            for stmt in module.outline.statements:
                if name not in stmt.binds or stmt is start:
                    continue
                if not stmt.is_import:
                    yield module, stmt
                for item in stmt.imports if stmt.is_import else ():
                    pending.extend(self._imported(module, item, name, start.elsewhere))

    def _imported(self, module: Module, item: Imported, name: str, below: Collection[str]) -> Iterator[tuple[Module, str]]:
        """What a name means that an import binds: a name of another module, or that module and so names `below` it."""
        names = item.names or ()
        target = self.program.find(module, item.module, item.level, names)
        whole = target if item.names is None else None
        if names and isinstance(target, Module) and name in names:
            yield target, name
            whole = self.program.by_parts.get((*target.parts, name))
        if isinstance(whole, Module) and not whole.installed:
            yield from ((whole, one) for one in sorted(below) if one in whole.outline.bound)

    def _set_by(self, module: Module, given: Statement, reached: dict[Statement, Module], asked: set[object]) -> Iterator[Statement]:
        """The statements that mention what a function puts something into, and the classes that it mentions."""
        for name in given.changes - given.binds:
            for stmt in self.names.get((module, name), ()):
                if reached.setdefault(stmt, module) is module:
                    yield stmt
        for name in self._classes_in(given):
            for where, stmt in self.classes[name]:
                reached.setdefault(stmt, where)

    def _led_to(self, module: Module, stmt: Statement, asked: set[object]) -> Iterator[tuple[Module, Statement]]:
        """The statements that mention what a statement gives, and the classes that it mentions; those of a name once."""
        given = stmt.binds | stmt.changes
        for name in given:
            if (module, name) not in asked:
                asked.add((module, name))
                yield from ((module, mentioning) for mentioning in self.names.get((module, name), ()))
        for name in given | stmt.members | stmt.stores:
            if name not in asked:
                asked.add(name)
                yield from self.elsewhere.get(name, ())
        if "__getattr__" in stmt.binds:  # it gives names that stand nowhere
            yield from ((other, one) for other in self.importers.get(module, ()) for one in other.outline.statements)
        for name in self._classes_in(stmt):
            if ("class", name) not in asked:
                asked.add(("class", name))
                yield from self.classes[name]

    def _classes_in(self, stmt: Statement) -> frozenset[str]:
        return frozenset(name for name in stmt.names | stmt.elsewhere if name in self.classes)

    def _all_importers(self, home: Module) -> Iterator[Module]:
        seen, pending = {home}, [home]
        while pending:
            module = pending.pop()
            yield module
            for importer in self.importers.get(module, ()):
                if importer not in seen:
                    seen.add(importer)
                    pending.append(importer)


def _joined(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Sorted stretches, with those that touch made one."""
    joined: list[Stretch] = []
    for path, first, last in stretches:
        if joined and joined[-1][0] == path and first <= joined[-1][2] + 1:
            joined[-1] = (path, joined[-1][1], max(last, joined[-1][2]))
        else:
            joined.append((path, first, last))
    return tuple(joined)
