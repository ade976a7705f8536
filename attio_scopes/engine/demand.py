"""Demand: which bodies are worked out for their own sake.

Takes the modules in which a request can be, and what was found so far; gives the statements that may have a part in a request: those of the
files that say Attio, those that mention something which has evidence of Attio or hands a request of it up, and those that change what the
former read. Whatever else there is is worked out only where these call it. Works nothing out itself, and goes by names as imports bind
them: two things of one name are one where no import tells them apart, which costs time and never a call.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct, field

from attio_scopes.engine.carriers import Carriers
from attio_scopes.engine.project.asleep import Asleep
from attio_scopes.engine.project.derived import Derived
from attio_scopes.model import facts as f
from attio_scopes.model.outline import Statement
from attio_scopes.model.program import ClassDef, FunctionDef, Module, Program

Mention = tuple[Module, Statement]
Name = tuple[Module, str]


_LOADING = frozenset({"import_module", "__import__", "spec_from_file_location", "module_from_spec", "exec_module", "load_module", "reload"})
"""What of `importlib` gives a module."""


def _definitions(module: Module) -> list[FunctionDef | ClassDef]:
    return [*module.contents().functions.values(), *module.contents().classes.values()]


class Demand(Struct):
    """What is asked for so far.

    Attributes:
        program: finds what an import means.
        derived: finds the modules in which classes may derive from one.
        asleep: finds the modules of which nobody knows yet that they have a part in it.
        whole: the modules of which everything is worked out.
        statements: of the other modules, those that are worked out: they say Attio, or load modules by names made at run time, or were
            asked for since.
        said: the functions and classes in statements that say Attio.
        names, attributes: the names, and the attributes of whatever object, that carry Attio.
        read: the names that were read, of which whoever changes them is worked out.
        stores: the attributes that were read, likewise.
        changing: the statements that change what was read.
        carriers: what was found to carry Attio last.
    """

    program: Program
    derived: Derived
    asleep: Asleep
    whole: dict[Module, None] = field(default_factory=dict)
    statements: dict[Module, dict[Statement, None]] = field(default_factory=dict)
    said: set[FunctionDef | ClassDef] = field(default_factory=set)
    names: set[Name] = field(default_factory=set)
    attributes: dict[str, set[ClassDef | None]] = field(default_factory=dict)
    read: set[tuple[Module, str, bool]] = field(default_factory=set)
    stores: set[str] = field(default_factory=set)
    changing: dict[Mention, None] = field(default_factory=dict)
    carriers: Carriers = field(default_factory=Carriers)
    _mentions: dict[Name, list[Statement]] = field(default_factory=dict)
    _elsewhere: dict[str, list[Mention]] = field(default_factory=dict)
    _stored: dict[str, list[Mention]] = field(default_factory=dict)
    _taken: dict[Name, list[Mention]] = field(default_factory=dict)
    _imported: dict[Module, set[Module]] = field(default_factory=dict)
    _protocols: list[Mention] = field(default_factory=list)
    _stars: dict[Module, list[Module]] = field(default_factory=dict)
    _of_kin: dict[ClassDef, frozenset[Module]] = field(default_factory=dict)

    @classmethod
    def of(
        cls, program: Program, derived: Derived, own: Iterable[Module], everything: bool, holders: frozenset[str] = frozenset()
    ) -> Demand:
        """What is asked for before anything is known.

        Args:
            program: the linked modules.
            derived: the classes in them, by the names of their bases.
            own: those in which a request can be.
            everything: whether all of them are worked out whole.
            holders: dotted names under which a framework gives what the project's settings modules bind.
        """
        demand = cls(program, derived, Asleep(program, holders))
        for module in sorted(own, key=lambda one: one.path):
            if everything:
                demand.whole[module] = None
            else:
                demand._begin(module)
                demand._ask(demand._loaders(module))
        for module, saying in [(module, dict(stmts)) for module, stmts in demand.statements.items()]:
            demand.said.update(one for one in (_definitions(module) if saying else ()) if demand.at(module, one.facts.line) in saying)
            demand._wake(demand.asleep.mentioning((module, name) for stmt in saying if stmt.is_class for name in stmt.binds))
            demand._derive(module, [stmt for stmt in saying if stmt.is_class])
        demand.carriers.definitions.update(demand.said)
        return demand

    @property
    def modules(self) -> list[Module]:
        """The modules of which something may be asked, sorted by path."""
        return sorted((*self.whole, *self.statements), key=lambda one: one.path)

    def _begin(self, module: Module) -> None:
        """Take a module in."""
        if module.outline.stars and self.program.takes_all_of_a_package(module):
            self.whole[module] = None
            return
        self.statements[module] = dict.fromkeys(stmt for stmt in module.outline.statements if stmt.says)
        self._take(module)

    def _loaders(self, module: Module) -> Iterator[Mention]:
        """The statements of a module that load others by names made at run time."""
        for stmt in module.outline.statements:
            if not _LOADING.isdisjoint(stmt.names) or ("importlib" in stmt.names and not _LOADING.isdisjoint(stmt.elsewhere)):
                yield module, stmt

    def _wake(self, modules: Iterable[Module]) -> bool:
        """Take in modules that were asleep; whether there are any. What was asked of the others is asked of these as well."""
        woken = list(modules)
        for module in woken:
            self._begin(module)
        while self.asleep.loading:
            self._ask(self._loaders(self.asleep.loading.pop()))
        if woken:
            for known in (self.names, self.attributes, self.read, self.stores):
                known.clear()
        return bool(woken)

    def _take(self, module: Module) -> None:
        """Index what a module mentions."""
        for stmt in module.outline.statements:
            if stmt.is_class and "Protocol" in stmt.names and stmt.members:
                self._protocols.append((module, stmt))
            for name in stmt.names:
                self._mentions.setdefault((module, name), []).append(stmt)
            for name in stmt.elsewhere | stmt.names:
                self._elsewhere.setdefault(name, []).append((module, stmt))
            for name in stmt.stores:
                self._stored.setdefault(name, []).append((module, stmt))
            for item in stmt.imports:
                for target, taken in self._meant(module, item.module, item.level, item.names):
                    if taken is None:
                        self._imported.setdefault(target, set()).add(module)
                    elif taken == "*":
                        self._stars.setdefault(target, []).append(module)
                    else:
                        self._taken.setdefault((target, taken), []).append((module, stmt))

    def _meant(self, module: Module, dotted: str, level: int, names: tuple[str, ...] | None) -> Iterator[tuple[Module, str | None]]:
        """The modules that an import statement means, each with the name that it takes from it; None for the module itself."""
        if names is None:
            parts = dotted.split(".")
            for depth in range(1, len(parts) + 1):
                found = self.program.find(module, ".".join(parts[:depth]), 0)
                if isinstance(found, Module):
                    yield found, None
            return
        target = self.program.find(module, dotted, level, () if "*" in names else names)
        if isinstance(target, Module):
            for name in names:
                yield target, name
        folder = target.parts if isinstance(target, Module) else target
        for name in names if folder is not None else ():
            inner = self.program.by_parts.get((*(folder or ()), name))
            if inner is not None:
                yield inner, None

    def take(self, carriers: Carriers, lineage: Callable[[ClassDef], tuple[ClassDef, ...]]) -> bool:
        """Ask for whoever mentions what carries Attio, and whoever changes what was read; whether that is anybody new.

        Args:
            carriers: what carries Attio, and what was read.
            lineage: gives a class and its bases.
        """
        carriers.definitions.update(self.said)
        self.carriers = carriers
        before = self._size()
        self._wake_all(carriers)
        for module, name in carriers.names:
            self._carry(module, name, not self.has_module(module) and (module, name) not in carriers.put)
        methods = [frozenset(one.methods) for one in carriers.definitions if isinstance(one, ClassDef)] if self._protocols else []
        for module, stmt in self._protocols:
            if any(stmt.members <= having for having in methods):
                self._carry_all(module, stmt)
        for name, owners in carriers.attributes.items():
            if not owners <= self.attributes.setdefault(name, set()):
                self.attributes[name] |= owners
                near = [mention for mention in self._elsewhere.get(name, ()) if None in owners or self._is_near(mention[0])]
                self._ask(mention for mention in near if self._may_mean(mention, name, lineage))
        for (module, name), in_place in carriers.read_names.items():
            if (module, name, in_place) not in self.read and not self._is_imported(module, name):
                self._change(module, name, in_place)
        for one in carriers.leaving if self.changing else ():
            stmt_there = self.at(one.module, one.facts.line)
            if stmt_there is not None and (one.module, stmt_there) in self.changing:
                self._carry_all(one.module, stmt_there)
        for name in carriers.read_attributes - self.stores:
            self.stores.add(name)
            self._ask(mention for mention in self._stored.get(name, ()) if self._is_near(mention[0]))
        return self._size() != before

    def _wake_all(self, carriers: Carriers) -> None:
        """Wake whoever may import what carries Attio, or change what was read, under whatever names."""
        names = {one for one in carriers.names if self.has_module(one[0])} | carriers.put
        read = {
            one: in_place
            for one, in_place in carriers.read_names.items()
            if (one in self._taken or one[0] in self._imported or self.has_module(one[0])) and not self._is_imported(*one)
        }
        while True:
            pending = list(names)
            while pending:
                for other in self._under_other_names(pending.pop()):
                    if other not in names:
                        names.add(other)
                        pending.append(other)
            if not self._wake((*self.asleep.mentioning(names, carriers.set_up), *self.asleep.changing(read))):
                return

    def has_module(self, module: Module) -> bool:
        """Whether something may be asked of a module."""
        return module in self.statements or module in self.whole

    def _is_near(self, module: Module) -> bool:
        """Whether a module says Attio, or something that it says by a name of its own is asked for: attributes go by their names alone."""
        return module.outline.mentions or bool(self.statements.get(module)) or module in self.whole

    def wants(self, function: FunctionDef) -> bool:
        """Whether a function is worked out for its own sake."""
        module = function.module
        return module in self.whole or self.has(module, function.facts.line)

    def is_said(self, one: FunctionDef | ClassDef) -> bool:
        """Whether a function or class stands in a statement that says Attio."""
        return one.module in self.whole or one in self.said

    def has(self, module: Module, line: int) -> bool:
        """Whether what stands at a line of a module is asked for."""
        return module in self.whole or self.at(module, line) in self.statements.get(module, ())

    def at(self, module: Module, line: int) -> Statement | None:
        """The top-level statement of a module at a line."""
        statements = module.outline.statements
        number = bisect_right(statements, line, key=lambda stmt: stmt.first) - 1
        return statements[number] if number >= 0 and line <= statements[number].last else None

    def body(self, module: Module) -> tuple[f.Stmt, ...]:
        """What is run of a module's body: what is asked for, and where that is no definition what else binds or changes what it mentions.

        The order matters there: a name that is bound more than once is read as it is by then.
        """
        asked, contents = self.statements.get(module, {}), module.contents()
        definitions = {self.at(module, one.facts.line) for one in _definitions(module)}
        if module in self.whole or not (asked.keys() <= definitions or self._is_aside(module, asked.keys() - definitions)):
            return contents.body
        defining = {self.at(module, one.line): one for one in contents.body if isinstance(one, (f.Function, f.Class))}
        run = self._run_with(module, [stmt for stmt in asked if stmt not in defining])
        run.update(stmt for stmt, one in defining.items() if stmt is not None and stmt in asked and one.decorators)
        return module.run_at(lambda line: self.at(module, line) in run)

    def _is_aside(self, module: Module, run: Iterable[Statement]) -> bool:
        """Whether a module has to do with Attio only aside: it says nothing of it, or imports what the project has for its definitions."""
        if self.program.files is None or not module.outline.mentions:
            return self.program.files is not None
        return all(stmt.is_import and self._is_of_the_project(module, stmt) for stmt in run)

    def _is_of_the_project(self, module: Module, stmt: Statement) -> bool:
        """Whether all that a statement imports is the project's own: a library of Attio's may hold its address without saying so."""
        meant = (list(self._meant(module, item.module, item.level, item.names)) for item in stmt.imports)
        return all(found and not any(target.installed for target, _ in found) for found in meant)

    def _run_with(self, module: Module, asked: list[Statement]) -> set[Statement]:
        """Statements of a module that are no definitions, and those that bind or change what they mention more than once."""
        found, pending = set(asked), list(asked)
        while pending:
            names = pending.pop().names
            for name in names:
                changing = [stmt for stmt in module.outline.statements if name in stmt.at_once]
                new = [stmt for stmt in changing if stmt not in found] if len(changing) > 1 else []
                found.update(new)
                pending.extend(new)
        return found

    def _size(self) -> int:
        return sum(map(len, self.statements.values()))

    def _ask(self, mentions: Iterable[Mention]) -> None:
        for module, stmt in mentions:
            if module in self.statements:
                self.statements[module][stmt] = None

    def _carry(self, module: Module, name: str, near: bool = False) -> None:
        """Note that a name carries Attio: ask for whoever mentions it, under whatever name it was imported; `near`: only near modules."""
        pending, known = [(module, name)], set[Name]() if near else self.names
        while pending:
            one = pending.pop()
            if one in known or one in self.names:
                continue
            known.add(one)
            pending.extend(self._under_other_names(one))
            imported = (mention for mention in self._taken.get(one, ()) if not mention[1].is_import)
            mentions = [*((one[0], stmt) for stmt in self._mentions.get(one, ())), *imported, *self._of_modules(one)]
            if self.asleep.holders and one[0].has_settings:
                mentions.extend(self._elsewhere.get(one[1], ()))
            self._ask(mention for mention in mentions if not near or self._is_near(mention[0]))
            if one[1] == "__getattr__":  # it gives whatever name the module does not have
                pending.extend(taken for taken in self._taken if taken[0] is one[0] and not one[0].binds(taken[1]))
                self._ask(self._readers_of(one[0]))

    def _derive(self, module: Module, classes: list[Statement]) -> None:
        """Ask for the classes that derive from these: they may declare what a request hangs on."""
        pending = [(module, name) for stmt in classes for name in stmt.binds]
        seen: set[Name] = set()
        while pending:
            one = pending.pop()
            if one not in seen:
                seen.add(one)
                pending.extend(self._under_other_names(one))
                mentions = [*((one[0], stmt) for stmt in self._mentions.get(one, ())), *self._of_modules(one)]
                derived = [(where, stmt) for where, stmt in mentions if stmt.is_class and one[1] in stmt.bases]
                self._ask(derived)
                pending.extend((where, name) for where, stmt in derived for name in stmt.binds)

    def _carry_all(self, module: Module, stmt: Statement) -> None:
        """Note that what a statement defines carries Attio: with which defaults, in which tables, only its callers tell."""
        for name in stmt.binds:
            self._carry(module, name)

    def _under_other_names(self, one: Name) -> Iterator[Name]:
        """The names by which a name goes in the modules that import it."""
        module, name = one
        for other, stmt in self._taken.get(one, ()):
            if name in stmt.binds:
                yield other, name
            elif stmt.is_import:
                yield from ((other, bound) for bound in stmt.binds)
        for other in self._stars.get(module, ()):
            yield other, name

    def _of_modules(self, one: Name) -> Iterator[Mention]:
        """The statements that mention a name as an attribute, in modules that import the module which has it."""
        importers = self._imported.get(one[0], ())
        return ((module, stmt) for module, stmt in self._elsewhere.get(one[1], ()) if module in importers)

    def _readers_of(self, target: Module) -> Iterator[Mention]:
        """The statements that may read a name of a module, by the name under which that is imported."""
        for module in self._imported.get(target, ()):
            names: set[str] = set()
            for stmt in module.outline.statements:
                meant = (self._meant(module, item.module, item.level, item.names) for item in stmt.imports)
                if any(found is target for each in meant for found, taken in each if taken is None):
                    names |= stmt.binds if stmt.is_import else stmt.names
            yield from ((module, stmt) for stmt in module.outline.statements if not names.isdisjoint(stmt.names))

    def _is_imported(self, module: Module, name: str) -> bool:
        """Whether a module binds a name by imports alone, or not at all: it is changed under the name of where it is from."""
        return all(stmt.is_import for stmt in module.outline.statements if name in stmt.binds)

    def _change(self, module: Module, name: str, in_place: bool) -> None:
        """Note that a name was read: ask for whoever binds it anew, or puts something into what it means."""
        pending = [(module, name)]
        while pending:
            one = pending.pop()
            if (*one, in_place) in self.read:
                continue
            self.read.add((*one, in_place))
            pending.extend(self._under_other_names(one))
            changing = [stmt for stmt in self._mentions.get(one, ()) if one[1] in (stmt.changes if in_place else stmt.anew)]
            self._ask((one[0], stmt) for stmt in changing)
            self.changing.update(((one[0], stmt), None) for stmt in changing if one[1] not in stmt.binds)
            self._ask((m, stmt) for m, stmt in self._of_modules(one) if one[1] in stmt.stores)

    def _may_mean(self, mention: Mention, name: str, lineage: Callable[[ClassDef], tuple[ClassDef, ...]]) -> bool:
        """Whether a statement that mentions an attribute may mean that of one of the objects which carry Attio in it."""
        module, stmt = mention
        owners = self.attributes[name]
        if name not in stmt.own or None in owners:
            return True
        if not any(module in self._kin(owner, lineage) for owner in owners if owner is not None):
            return False
        classes = [one for one in module.contents().classes.values() if self.at(module, one.facts.line) is stmt]
        return any(one in lineage(owner) or owner in lineage(one) for one in classes for owner in owners if owner is not None)

    def _kin(self, owner: ClassDef, lineage: Callable[[ClassDef], tuple[ClassDef, ...]]) -> frozenset[Module]:
        """The modules in which classes may stand from which a class derives, or that derive from it: no other is parsed for this."""
        found = self._of_kin.get(owner)
        if found is None:
            own = {one.module for one in lineage(owner)}
            found = self._of_kin[owner] = frozenset({*own, *self.derived.modules_from((owner.facts.name,))})
        return found
