"""Imports: what import statements bind.

Takes a module and its statement, gives names and values. A module of the project is found by `Program.find`; anything else is a library's.
"""

from __future__ import annotations

import zlib

from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.evidence import lost
from attio_scopes.engine.frame import Ask, Frame
from attio_scopes.model import facts as f
from attio_scopes.model.program import Module, Program

FOLDER = "attio_scopes.folder"
"""Stands for where the modules of a package are: its `__path__`."""


def imported_by(program: Program, module: Module) -> dict[Module, None]:
    """The project's modules, and the installed ones that are read, that a module imports or takes names from anywhere in it.

    Args:
        program: finds what an import means.
        module: the module; of its outline alone.

    Returns:
        each once, in the order of the statements.
    """
    found: dict[Module, None] = {}
    for item in (item for stmt in module.outline.statements for item in stmt.imports):
        names = item.names or ()
        target = program.find(module, item.module, item.level, names)
        parts = target.parts if isinstance(target, Module) else target
        inner = [program.by_parts.get((*parts, name)) for name in names] if parts is not None else []
        found.update((one, None) for one in (target, *inner) if isinstance(one, Module))
    return found


def own_name(module: Module, name: str) -> v.Value | None:
    """What Python itself binds in a module that tells where it stands; None where that depends on how it is run."""
    package = module.parts if module.is_package else module.parts[:-1]
    if name == "__path__" and module.is_package:
        return path_of(package)
    if (name == "__package__" and package) or (name == "__name__" and module.is_package):
        return v.text(".".join(package))
    return None


def path_of(parts: tuple[str, ...]) -> v.Value:
    """The `__path__` of a package."""
    return v.Made(FOLDER, v.Arguments((v.text(".".join(parts)),)))


def import_names(ask: Ask, module: Module, stmt: f.Import) -> dict[str, v.Value]:
    """What `import a.b as c` binds."""
    bound: dict[str, v.Value] = {}
    for dotted, alias in stmt.names:
        wanted = dotted if alias is not None else dotted.split(".")[0]
        bound[alias or wanted] = as_value(ask.program.find(module, wanted, 0), wanted)
    return bound


def import_from(ask: Ask, module: Module, stmt: f.ImportFrom, only: str | None = None) -> dict[str, v.Value]:
    """What `from x import a as b` binds (`only` one name); `*` binds nothing here, names are looked up through it."""
    if stmt.names is None:
        return {}
    target = ask.program.find(module, stmt.module, stmt.level, tuple(name for name, _ in stmt.names))
    bound: dict[str, v.Value] = {}
    for name, alias in stmt.names:
        if only is not None and alias != only:
            continue
        if isinstance(target, Module):
            bound[alias] = from_module(ask, module, target, name)
        elif isinstance(target, tuple):
            inner = ask.program.by_parts.get((*target, name))
            folder = (*target, name)
            if inner is not None:
                bound[alias] = v.ModuleValue(inner)
            elif folder in ask.program.folders:
                bound[alias] = v.Folder(folder)
            else:
                bound[alias] = lost(f"the package has no `{name}`", label=name)
        elif stmt.level:
            bound[alias] = lost(f"`{name}` is imported from a module that is not checked", label=name, environment=name)
        else:
            bound[alias] = v.External(f"{stmt.module}.{name}")
    return bound


def from_module(ask: Ask, importer: Module | None, target: Module, name: str) -> v.Value:
    """A name of a module, as an import or an attribute reads it."""
    if target is not importer:
        found = ask.global_name(target, name)
        if found is not None:
            return found
    if target.is_package:
        inner = ask.program.by_parts.get((*target.parts, name))
        if inner is not None:
            return v.ModuleValue(inner)
    own = v.text(".".join(target.parts)) if name == "__name__" else own_name(target, name)
    if own is not None:
        return own
    facade = ask.global_name(target, "__getattr__") if target is not importer else None
    if isinstance(facade, v.Func):
        fr = Frame(ask, target, closed=True, chain=(zlib.crc32(name.encode("utf-8", "replace")),))  # each name is a call of its own
        given = ask.call(fr, facade, v.Arguments((v.text(name),)), (fr.at(f.NO_SPAN),))
        ask.publish(fr, ("facade", target, name))
        return given
    return lost(f"the module has no `{name}`", label=name, environment=name)


def as_value(found: Module | tuple[str, ...] | None, dotted: str) -> v.Value:
    """A module of the project, a folder, or a library's module."""
    if isinstance(found, Module):
        return v.ModuleValue(found)
    return v.Folder(found) if isinstance(found, tuple) else v.External(dotted)
