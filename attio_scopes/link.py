"""Link: the facts of all modules to one program.

Takes module facts in any order and gives a `Program` that does not depend on that order. Evaluates nothing: it only notes
what each module defines and binds, and where attributes of `self` are stored.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from msgspec import Struct, field

from attio_scopes.model import facts as f
from attio_scopes.model import program
from attio_scopes.model.blocks import bound_names, statements, statements_within
from attio_scopes.model.facts import ModuleFacts
from attio_scopes.model.module_name import imported_first, is_package, module_parts
from attio_scopes.model.outline import Outline, Statement
from attio_scopes.model.program import ANY_NAME, ClassDef, Contents, FunctionDef, Module, Program, Sources


class Files(program.Files, Protocol):
    """What is asked about files: a run's reading answers it."""

    @property
    def by_name(self) -> bool:
        """Whether the files that are not chosen are to be asked for by what they import."""

    def outline(self, path: str) -> Outline:
        """The outline of a file; an empty one of a file that is not looked at."""

    def matter(self, path: str) -> Iterable[Statement]:
        """The statements of a file that matter; all where that was not worked out."""

    def by_parts(self, path: str) -> bool:
        """Whether a file leads nowhere near Attio, so that each of its statements is only read when somebody asks for it."""

    def facts(self, path: str, statements: Iterable[Statement]) -> ModuleFacts | None:
        """The facts of statements of a file, or None where there are none to be had."""


def link(
    chosen: Iterable[str],
    others: Iterable[str],
    files: Files,
    package_methods: frozenset[str] = frozenset(),
    named: frozenset[str] = frozenset(),
) -> Program:
    """Link modules into a program.

    Args:
        chosen: paths of the modules that have to be looked at, in any order.
        others: paths of the other modules of the project, and of installed packages, which are looked at when an import leads there.
        files: answers what is in them.
        package_methods: names of the methods of installed packages.
        named: names of installed packages that are there to talk to Attio.

    Returns:
        the program, its modules sorted by path. Nothing is read yet.
    """
    sources = _Linked(files)
    wanted = frozenset(chosen)
    modules = tuple(_module(path, path in wanted, sources) for path in sorted({*wanted, *others}))
    by_parts: dict[tuple[str, ...], Module] = {}
    by_last: dict[str, list[Module]] = {}
    folders: set[tuple[str, ...]] = set()
    for module in modules:
        other = by_parts.get(module.parts)
        if other is None or imported_first(module.path, other.path):
            by_parts[module.parts] = module
        if module.parts and not module.installed:
            by_last.setdefault(module.parts[-1], []).append(module)
        above = module.parts[:-1]
        while above and above not in folders:
            folders.add(above)
            above = above[:-1]
    last = {name: tuple(found) for name, found in by_last.items()}
    sources.opened.extend(module for module in modules if module.chosen)
    asleep = {module.path: module for module in modules if files.by_name and not module.chosen and not module.installed}
    answering = files if files.by_name else None
    return Program(modules, by_parts, last, frozenset(folders), package_methods, named, answering, asleep, sources.opened)


class _Linked(Struct, frozen=True):
    """The files, asked as modules of the program."""

    files: Files
    opened: list[Module] = field(default_factory=list)
    seen: set[Module] = field(default_factory=set)

    def outline(self, module: Module) -> Outline:
        return self.files.outline(module.path)

    def matter(self, module: Module) -> Iterable[Statement]:
        return self.files.matter(module.path)

    def by_parts(self, module: Module) -> bool:
        return self.files.by_parts(module.path)

    def contents(self, module: Module, statements: Iterable[Statement]) -> Sequence[tuple[int, Contents]]:
        if module not in self.seen:
            self.seen.add(module)
            self.opened.append(module)
        facts = self.files.facts(module.path, statements)
        return [(line, _piece(module, stmt)) for line, stmt in zip(facts.lines, facts.body, strict=True)] if facts is not None else []


def _module(path: str, chosen: bool, sources: Sources) -> Module:
    return Module(path, module_parts(path), is_package(path), chosen, sources)


def _piece(module: Module, stmt: f.Stmt) -> Contents:
    """What a statement of a module says, as the analysis looks it up."""
    contents = Contents((stmt,))
    _note_definitions(module, contents, contents.body, None)
    for one in statements_within(contents.body):
        contents.bound.update(bound_names(one))
        if isinstance(one, f.ImportFrom) and one.names is None:
            contents.stars.append(one)
    return contents


def _note_definitions(
    module: Module, contents: Contents, body: Sequence[f.Stmt], owner: ClassDef | None, parent: FunctionDef | None = None
) -> None:
    """Note functions and classes, wherever they stand, nested ones included."""
    for stmt, _ in statements(body, True):
        if isinstance(stmt, f.Function):
            function = FunctionDef(module, stmt, owner, parent is not None and owner is None, parent)
            contents.functions[id(stmt)] = function
            if owner is not None:
                if any(isinstance(d, f.Attr) and d.name == "setter" for d in stmt.decorators):
                    owner.setters[stmt.name] = function
                if any(isinstance(d, f.Attr) and d.name == "deleter" for d in stmt.decorators):
                    owner.deleters[stmt.name] = function
                owner.methods[stmt.name] = function if stmt.name not in owner.methods else _accessor(owner.methods[stmt.name], function)
                _note_self_stores(owner, function)
            _note_definitions(module, contents, stmt.body, None, function)
        elif isinstance(stmt, f.Class):
            class_def = ClassDef(module, stmt, {}, stmt.body, {}, {}, parent=parent)
            contents.classes[id(stmt)] = class_def
            if owner is not None:
                owner.inner[stmt.name] = class_def
            _note_definitions(module, contents, stmt.body, class_def, parent)


def _accessor(earlier: FunctionDef, later: FunctionDef) -> FunctionDef:
    """Of a property and its setter the property is kept; of two plain definitions the later."""
    setter = any(isinstance(d, f.Attr) and d.name in ("setter", "deleter") for d in later.facts.decorators)
    overload = any(
        (isinstance(d, f.Name) and d.id == "overload") or (isinstance(d, f.Attr) and d.name == "overload") for d in later.facts.decorators
    )
    return earlier if setter or overload else later


def _note_self_stores(owner: ClassDef, function: FunctionDef) -> None:
    params = function.facts.params
    if not params:
        return
    first = params[0].name
    for name in sorted(_stored_attributes(function.facts.body, first)):
        owner.self_stores[name] = (*owner.self_stores.get(name, ()), function)


def _stored_attributes(body: Sequence[f.Stmt], first: str) -> set[str]:
    found: set[str] = set()
    for stmt, _ in statements(body, True):
        targets: list[f.Expr] = []
        if isinstance(stmt, f.Assign) and stmt.value is not None:
            targets = list(stmt.targets)
        elif isinstance(stmt, f.Augment):
            targets = [stmt.target]
        elif isinstance(stmt, f.With):
            targets = [target for _, target in stmt.items if target is not None]
        elif isinstance(stmt, f.Evaluate) and isinstance(stmt.value, f.Invoke):
            found.update(_set_by_name(stmt.value, first))
        while targets:
            target = targets.pop()
            if isinstance(target, f.Collection):
                targets.extend(target.items)
            elif isinstance(target, f.Attr) and isinstance(target.value, f.Name) and target.value.id == first:
                found.add(target.name)
            elif isinstance(target, f.Item) and target.value == f.Attr(f.Name(first), "__dict__"):
                found.add(ANY_NAME)
    return found


def _set_by_name(call: f.Invoke, first: str) -> tuple[str, ...]:
    """The name that `setattr(self, name, value)` and its like store; ANY_NAME where it is made at run time."""
    func, args = call.func, call.args
    if isinstance(func, f.Attr) and func.value == f.Attr(f.Name(first), "__dict__"):
        return (ANY_NAME,) if func.name in ("update", "setdefault", "__setitem__") else ()
    by_super = isinstance(func, f.Attr) and func.name == "__setattr__" and isinstance(func.value, f.Invoke) and len(args) == 2
    by_name = func in (f.Name("setattr"), f.Attr(f.Name("object"), "__setattr__")) and len(args) == 3 and args[0].value == f.Name(first)
    if not by_super and not by_name:
        return ()
    name = args[-2].value
    return (name.value if isinstance(name, f.Const) and isinstance(name.value, str) else ANY_NAME,)
