"""Roots: which modules' functions have to be evaluated by themselves.

Takes a program and gives the modules that mention Attio, those that import one of them, and so on. In any other module no
request can become Attio's unless one of these calls into it or makes one of its objects; both are followed from here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attio_scopes.model import facts as f
from attio_scopes.model.program import Module, Program


def connected(program: Program) -> frozenset[Module]:
    """The modules that mention Attio and all that import them, directly or not."""
    importers: dict[Module, set[Module]] = {}
    for module in program.modules:
        for imported in imported_modules(program, module):
            importers.setdefault(imported, set()).add(module)
    found = {module for module in program.modules if module.mentions_attio or "importlib" in module.bound}
    pending = list(found)
    while pending:
        for importer in importers.get(pending.pop(), ()):
            if importer not in found:
                found.add(importer)
                pending.append(importer)
    return frozenset(found)


def imported_modules(program: Program, module: Module) -> Iterator[Module]:
    """The project's modules that a module imports, anywhere in it."""
    for stmt in _imports(module.body):
        if isinstance(stmt, f.Import):
            for dotted, _ in stmt.names:
                yield from _all_on_the_way(program, module, dotted)
        else:
            names = tuple(name for name, _ in stmt.names or ())
            target = program.find(module, stmt.module, stmt.level, names)
            if isinstance(target, Module):
                yield target
                if target.is_package:
                    yield from _below(program, target.parts, names)
            elif isinstance(target, tuple):
                yield from _below(program, target, names)


def _below(program: Program, folder: tuple[str, ...], names: tuple[str, ...]) -> Iterator[Module]:
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


def _imports(body: Iterable[f.Stmt]) -> Iterator[f.Import | f.ImportFrom]:
    """Every import statement of a block, those in functions and classes included."""
    for stmt in body:
        if isinstance(stmt, (f.Import, f.ImportFrom)):
            yield stmt
        elif isinstance(stmt, (f.Function, f.Class)):
            yield from _imports(stmt.body)
        elif isinstance(stmt, f.Branch):
            yield from _imports((*stmt.then, *stmt.other))
        elif isinstance(stmt, (f.For, f.While)):
            yield from _imports((*stmt.body, *stmt.other))
        elif isinstance(stmt, f.With):
            yield from _imports(stmt.body)
        elif isinstance(stmt, f.Try):
            yield from _imports((*stmt.body, *(s for h in stmt.handlers for s in h.body), *stmt.other, *stmt.final))
        elif isinstance(stmt, f.Match):
            yield from _imports(tuple(s for case in stmt.cases for s in case.body))
