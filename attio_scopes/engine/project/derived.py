"""Derived: in which modules, and statements, classes may stand that derive from a class, or that have the methods of a protocol.

Takes a program and names, gives modules, by their outlines alone: no module is parsed for it. It errs towards more: a base of the same name
may be another class, which costs the reading of a module and never a class.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, field

from attio_scopes.model.outline import Statement
from attio_scopes.model.program import Module, Program


class Derived(Struct):
    """The classes of the modules that are looked at, by the names of their bases.

    Attributes:
        program: whose modules.
        classes: statements that define classes, by each name in their bases.
        others: imports that give a name to something, by what they take.
        aliases: in modules that are read by parts, names in the bases of classes that are bound by anything else, by what that mentions.
        binders: such statements, by the names that they bind.
        read: the modules of which the index was made.
        seen: how many of those that were opened were looked at for it.
    """

    program: Program
    classes: dict[str, list[tuple[Module, Statement]]] = field(default_factory=dict)
    others: dict[str, set[str]] = field(default_factory=dict)
    aliases: dict[str, set[str]] = field(default_factory=dict)
    binders: dict[str, list[Statement]] = field(default_factory=dict)
    read: set[Module] = field(default_factory=set)
    seen: int = 0

    def modules_from(self, names: Iterable[str]) -> Iterator[Module]:
        """The modules in which a class may derive from one of these names, directly or not, each once."""
        given = set[Module]()
        for module, _ in self._from(names, (self.others,)):
            if module not in given:
                given.add(module)
                yield module

    def statements_from(self, names: Iterable[str]) -> dict[Module, list[Statement]]:
        """The statements in which a class may derive from one of these names, directly or not, by their modules."""
        found: dict[Module, list[Statement]] = {}
        for module, stmt in self._from(names, (self.others, self.aliases)):
            found.setdefault(module, []).append(stmt)
        return found

    def statements_with(self, members: frozenset[str]) -> dict[Module, list[Statement]]:
        """The statements in which a class defines one of these methods, or may inherit one, by their modules."""
        self._take()
        having = [(m, s) for m in self.program.known if m in self.read for s in m.outline.statements if not members.isdisjoint(s.members)]
        found = self.statements_from(name for _, stmt in having for name in stmt.binds)
        for module, stmt in having:
            found.setdefault(module, []).append(stmt)
        return found

    def _from(self, names: Iterable[str], aliases: Iterable[Mapping[str, set[str]]]) -> Iterator[tuple[Module, Statement]]:
        self._take()
        pending, seen = list(names), set[str]()
        while pending:
            name = pending.pop()
            if name in seen:
                continue
            seen.add(name)
            for others in aliases:
                pending.extend(others.get(name, ()))
            for module, stmt in self.classes.get(name, ()):
                pending.extend(stmt.binds)
                yield module, stmt

    def modules_with(self, members: frozenset[str]) -> list[Module]:
        """The modules in which a class defines one of these methods, or inherits what it has."""
        self._take()
        return [
            module
            for module in self.program.known
            if module in self.read and any(s.is_class and (s.bases or not members.isdisjoint(s.members)) for s in module.outline.statements)
        ]

    def _take(self) -> None:
        """Index the modules that are looked at, and those that were read since."""
        before = len(self.read)
        for module in self.program.opened[self.seen :]:
            self.seen += 1
            if module in self.read:
                continue
            self.read.add(module)
            for stmt in module.outline.statements:
                for name in stmt.bases:
                    self.classes.setdefault(name, []).append((module, stmt))
                taken = {name for item in stmt.imports for name in (item.names or ())}
                for other in stmt.binds - taken if stmt.is_import else ():
                    for name in taken:
                        self.others.setdefault(name, set()).add(other)
                for other in stmt.binds if module.by_parts and not (stmt.is_class or stmt.is_import) else ():
                    self.binders.setdefault(other, []).append(stmt)
        for base in self.classes.keys() & self.binders.keys() if len(self.read) > before else ():
            for stmt in self.binders.pop(base):
                for name in stmt.names | stmt.elsewhere:
                    self.aliases.setdefault(name, set()).add(base)
