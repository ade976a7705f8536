"""Reach: which statements of a project have anything to do with Attio.

Takes a linked program, of which only outlines were made; gives for each module the statements that have to be parsed and evaluated. A
request becomes Attio's only through a name or a text that says so. So a statement that neither says it, nor mentions what carries it,
nor is asked by such code for a value, cannot have a part in a call. It goes by names alone: two things of one name are one, which costs
time and never a call. It reads no file and evaluates nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from msgspec import Struct, field

from attio_scopes.model.outline import Statement
from attio_scopes.model.program import Module, Program


class Reached(Struct, frozen=True):
    """What has to do with Attio.

    Attributes:
        connected: the modules in which a request to Attio can be.
        statements: those that matter, by the path of their module; a module that is not there was not looked at, one with none has
            nothing to say.
        importers: of each module that is looked at, those that import it.
    """

    connected: frozenset[Module]
    statements: Mapping[str, frozenset[Statement]]
    importers: Mapping[Module, frozenset[Module]]


def reach(program: Program) -> Reached:
    """Work out what matters.

    Args:
        program: the linked modules; those that are `chosen` are looked at, any other one only for what these ask of it.

    Returns:
        the modules, and the statements.
    """
    imports = _imports_of(program)
    importers = _importers(imports)
    own = _connected(imports, importers)
    strangers = frozenset(stmt for module in own for stmt, imported in imports[module].items() if not own.issuperset(imported))
    whole = frozenset(
        module
        for module in own
        if (module.outline.stars and program.takes_all_of_a_package(module)) or any(map(_gives_any_name, chain(*imports[module].values())))
    )
    return Reached(own, _Search(own, strangers, whole).run(), importers)


def importers_of(program: Program) -> Mapping[Module, frozenset[Module]]:
    """Of each module, those that import it and are looked at, as it is by now."""
    return _importers(_imports_of(program))


NEAR = 200
"""Files that import those that say Attio, directly or not, of which it is told which have to do with one another; more have all to do."""


def importing(program: Program) -> Mapping[Module, frozenset[Module]] | None:
    """Of each module that is looked at, or may have to be, those that may import it, by their import statements; None if these are many."""
    found = {module: set(by) for module, by in importers_of(program).items()}
    pending = [module for module in program.known if module.chosen]
    seen = set(pending)
    for module in pending:  # it grows meanwhile
        for path in program.files.importing(module.path).plainly if program.files is not None else ():
            importer = program.asleep.get(path)
            if importer is not None:
                found.setdefault(module, set()).add(importer)
                pending += [importer] if importer not in seen else []
                seen.add(importer)
        if len(pending) > NEAR + len(program.opened):
            return None
    return {module: frozenset(by) for module, by in found.items()}


def _imports_of(program: Program) -> dict[Module, dict[Statement, tuple[Module, ...]]]:
    """What the statements of each module that is looked at import."""
    return {
        module: {stmt: tuple(imported_modules(program, module, stmt)) for stmt in module.outline.statements if stmt.imports}
        for module in program.known
        if module.chosen
    }


Index = dict[str, list[Statement]]


class _Search(Struct):
    """The search: statements by what they mention and by what they give, and those found so far.

    Attributes:
        own: the modules that are looked at.
        strangers: statements that import a module of the project which is not looked at. What such code puts into one of these may come
            out of any other.
        whole: the modules of which any statement may mention what carries Attio.
        read: names of a module that were read in it, and whether by what carries Attio.
        asked: names by which something of another module was asked for, likewise.
        carrying: the names through which a value of Attio's may come, those of a module with it.
    """

    own: frozenset[Module]
    strangers: frozenset[Statement]
    whole: frozenset[Module] = frozenset()
    home: dict[Statement, Module] = field(default_factory=dict)
    names: dict[tuple[Module, str], list[Statement]] = field(default_factory=dict)
    mentions: Index = field(default_factory=dict)
    binders: dict[tuple[Module, str], list[Statement]] = field(default_factory=dict)
    givers: Index = field(default_factory=dict)
    touched: set[Statement] = field(default_factory=set)
    visited: set[Statement] = field(default_factory=set)
    carrying: set[object] = field(default_factory=set)
    read: set[tuple[Module, str, bool]] = field(default_factory=set)
    asked: set[tuple[str, bool]] = field(default_factory=set)
    pending: list[tuple[Statement, bool]] = field(default_factory=list)

    def run(self) -> Mapping[str, frozenset[Statement]]:
        """Follow what carries Attio to whoever mentions it, and what that needs to whoever gives it, until nothing is new."""
        self.pending = [(stmt, True) for module in self.own for stmt in module.outline.statements if stmt.says or module in self.whole]
        if self.pending:
            for module in self.own:
                self._take_givers(module)
                self._take_mentions(module)
        while self.pending:
            stmt, touched = self.pending.pop()
            touched = touched or stmt.is_class
            if stmt in self.touched or (not touched and stmt in self.visited):
                continue
            (self.touched if touched else self.visited).add(stmt)
            givers = set(self._givers_of(stmt, touched))
            if touched and not self.strangers.isdisjoint((stmt, *givers)):
                self.pending.extend((stranger, True) for stranger in self.strangers)
                self.strangers = frozenset()
            self.pending.extend((giver, False) for giver in givers)
            self.pending.extend((mentioning, True) for mentioning in self._mentioning(stmt, touched))
        found = self.touched | self.visited
        return {module.path: frozenset(found.intersection(module.outline.statements)) for module in self.own}

    def _take_givers(self, module: Module) -> None:
        """Index what a module has to give."""
        for stmt in module.outline.statements:
            self.home[stmt] = module
            if any("*" in (item.names or ()) for item in stmt.imports):
                self.pending.append((stmt, False))  # it may give anything
            for name in stmt.binds | stmt.changes:
                self.binders.setdefault((module, name), []).append(stmt)
            for name in stmt.stores | stmt.binds | stmt.changes:
                self.givers.setdefault(name, []).append(stmt)

    def _take_mentions(self, module: Module) -> None:
        """Index what a module mentions, of itself and of others."""
        for stmt in module.outline.statements:
            for name in stmt.names:
                self.names.setdefault((module, name), []).append(stmt)
            for name in stmt.elsewhere | stmt.names if module.outline.stars else stmt.elsewhere:
                self.mentions.setdefault(name, []).append(stmt)

    def _givers_of(self, stmt: Statement, touched: bool) -> Iterator[Statement]:
        """The statements whose values a statement reads; those of a name once."""
        module = self.home[stmt]
        for name in stmt.names:
            if (module, name, touched) not in self.read:
                self.read.add((module, name, touched))
                yield from self.binders.get((module, name), ())
        for name in stmt.elsewhere | stmt.names if module.outline.stars else stmt.elsewhere:
            if (name, touched) not in self.asked:
                self.asked.add((name, touched))
                yield from self.givers.get(name, ())

    def _mentioning(self, stmt: Statement, touched: bool) -> Iterator[Statement]:
        """The statements that may get a value from a statement; of one that was only asked for a value, through what it changes."""
        module = self.home[stmt]
        given = stmt.changes | stmt.binds if touched else stmt.changes
        for name in given:
            if (module, name) not in self.carrying:
                self.carrying.add((module, name))
                yield from self.names.get((module, name), ())
        for name in stmt.stores | given | stmt.members if touched else stmt.stores | given:
            if name not in self.carrying:
                self.carrying.add(name)
                yield from self.mentions.get(name, ())


def _gives_any_name(module: Module) -> bool:
    """Whether a module makes names when they are read (`__getattr__`), so that any name that is read of it may be Attio's."""
    return module.outline.mentions and "__getattr__" in module.outline.bound


def _importers(imports: Mapping[Module, Mapping[Statement, Iterable[Module]]]) -> Mapping[Module, frozenset[Module]]:
    """Of each module, those that import it."""
    importers: dict[Module, set[Module]] = {}
    for module, statements in imports.items():
        for imported in chain.from_iterable(statements.values()):
            importers.setdefault(imported, set()).add(module)
    return {module: frozenset(found) for module, found in importers.items()}


def _connected(imports: Iterable[Module], importers: Mapping[Module, frozenset[Module]]) -> frozenset[Module]:
    """The modules in which a request to Attio can be: those that mention it, and all that import one of them, directly or not."""
    found = {module for module in imports if module.outline.mentions or "importlib" in module.outline.bound}
    pending = list(found)
    while pending:
        for importer in importers.get(pending.pop(), ()):
            if importer not in found:
                found.add(importer)
                pending.append(importer)
    return frozenset(found)


def imported_modules(program: Program, module: Module, stmt: Statement) -> Iterator[Module]:
    """The project's modules that a statement imports, anywhere in it."""
    for item in stmt.imports:
        if item.names is None:
            yield from _all_on_the_way(program, module, item.module)
            continue
        names = () if "*" in item.names else item.names
        target = program.find(module, item.module, item.level, names)
        if isinstance(target, Module):
            yield target
            if target.is_package:
                yield from _below(program, target.parts, names)
        elif isinstance(target, tuple):
            yield from _below(program, target, names)


def _below(program: Program, folder: tuple[str, ...], names: Iterable[str]) -> Iterator[Module]:
    for name in names:
        found = program.by_parts.get((*folder, name))
        if found is not None:
            yield found


def _all_on_the_way(program: Program, module: Module, dotted: str) -> Iterator[Module]:
    parts = dotted.split(".")
    for depth in range(1, len(parts) + 1):
        target = program.find(module, ".".join(parts[:depth]), 0)
        if isinstance(target, Module):
            yield target
