"""Modules: what their names are, and what import statements bind.

A name that one plain statement binds is evaluated by itself and on demand, so that import cycles do not matter; only names
that are bound several times, or inside `if` and `try`, need the module's body.
"""

from __future__ import annotations

from attio_scopes.model import facts as f
from attio_scopes.model import values as v
from attio_scopes.model.program import Module
from attio_scopes.resolve.machine import Frame, Machine


def global_name(machine: Machine, module: Module, name: str) -> v.Value | None:
    """The value of a module's global; None if the module does not bind the name."""
    key = (module, name)
    if key in machine.attribute_memo:
        return machine.attribute_memo[key]
    if key in machine.in_progress:
        machine.wait_for(machine.in_progress[key] - 1)
        return v.Unknown("it is imported in a cycle", name)
    if not module.binds(name) and not module.stars and name not in module.global_stores:
        return None
    machine.begin(key)
    try:
        value = _with_global_stores(machine, module, name, _bound_value(machine, module, name))
    finally:
        machine.end(key)
    if value is not None and module not in machine.in_progress and not _is_under_evaluation(machine, module, name):
        machine.attribute_memo[key] = value
    return value


def _is_under_evaluation(machine: Machine, module: Module, name: str) -> bool:
    """Whether a function that stores the global is running: what it stores could not be read yet."""
    return any(function in machine.stack for function in module.global_stores.get(name, ()))


def _bound_value(machine: Machine, module: Module, name: str) -> v.Value | None:
    stmt = module.bound_once.get(name)
    if stmt is not None and not (isinstance(stmt, f.Assign) and not isinstance(stmt.targets[0], f.Name)):
        frame = Frame(module, v.Scope({}, None, module))
        if isinstance(stmt, (f.Function, f.Class, f.Import, f.ImportFrom, f.Assign)):
            machine.execute((stmt,), frame)
            if name in frame.names:
                return frame.names[name]
    if name in module.bound:
        names = module_names(machine, module)
        if name in names:
            return names[name]
        inner = machine.program.by_parts.get((*module.parts, name)) if module.is_package else None
        return v.ModuleValue(inner) if inner is not None else v.Unknown(f"`{name}` is bound where it cannot be followed", name)
    for star in module.stars:
        target = machine.program.find(module, star.module, star.level)
        if isinstance(target, Module):
            found = global_name(machine, target, name)
            if found is not None:
                return found
    return None


def _with_global_stores(machine: Machine, module: Module, name: str, value: v.Value | None) -> v.Value | None:
    """The value joined with what functions store through `global`."""
    from attio_scopes.resolve.invoke import evaluate_function

    stored: list[v.Value] = []
    for function in module.global_stores.get(name, ()):
        result = evaluate_function(machine, v.Function(function), None, len(machine.stack) + 1)
        stored.extend(held for stored_name, held in result.globals_ if stored_name == name)
    stored.extend(machine.known.globals_.get((module, name), ()))
    if not stored:
        return value
    kept = [] if value is None or value == v.NONE else [value]
    useful = [held for held in stored if held != v.NONE and not isinstance(held, (v.Parameter, v.Unknown))]
    return v.choose(v.Option(v.NO_GUARDS, v.unguarded(held)) for held in [*kept, *(useful or stored)])


def project_setting(machine: Machine, name: str) -> v.Value | None:
    """What the project's settings modules (`settings.py`, or a package `settings`) bind to a name; None where none does.

    Django takes the one that an environment variable names: with several, each is possible.
    """
    found = [
        global_name(machine, module, name)
        for module in machine.program.modules
        if "settings" in module.parts[-2:] and (name in module.bound or module.stars)
    ]
    values = [value for value in found if value is not None]
    return v.choose(v.Option(v.NO_GUARDS, value) for value in values) if values else None


def module_names(machine: Machine, module: Module) -> dict[str, v.Value]:
    """The names of a module after its body ran; while it runs, those so far."""
    names = machine.module_names.get(module)
    if names is not None:
        return names
    names = machine.module_names[module] = {}
    frame = Frame(module, v.Scope(names, None, module))
    machine.begin(module)
    machine.stack.append(None)
    try:
        machine.execute(module.body, frame)
    finally:
        machine.stack.pop()
        machine.end(module)
    return names


def import_names(machine: Machine, module: Module, stmt: f.Import) -> dict[str, v.Value]:
    """What `import a.b as c` binds."""
    bound: dict[str, v.Value] = {}
    for dotted, alias in stmt.names:
        wanted = dotted if alias is not None else dotted.split(".")[0]
        found = machine.program.find(module, wanted, 0)
        if alias is None and found is None and machine.program.find(module, dotted, 0) is not None:
            found = None
        bound[alias or wanted] = _as_value(found, wanted)
    return bound


def import_from(machine: Machine, module: Module, stmt: f.ImportFrom) -> dict[str, v.Value]:
    """What `from x import a as b` binds; `*` binds nothing here, names are looked up through it."""
    if stmt.names is None:
        return {}
    target = machine.program.find(module, stmt.module, stmt.level, tuple(name for name, _ in stmt.names))
    bound: dict[str, v.Value] = {}
    for name, alias in stmt.names:
        if isinstance(target, Module):
            bound[alias] = _from_module(machine, module, target, name)
        elif isinstance(target, tuple):
            inner = machine.program.by_parts.get((*target, name))
            folder = (*target, name)
            if inner is not None:
                bound[alias] = v.ModuleValue(inner)
            else:
                bound[alias] = v.Folder(folder) if folder in machine.program.folders else v.Unknown(f"the package has no `{name}`", name)
        elif stmt.level:
            bound[alias] = v.Unknown(f"`{name}` is imported from a module that is not here", name, name)
        else:
            bound[alias] = v.External(f"{stmt.module}.{name}")
    return bound


def _from_module(machine: Machine, importer: Module, target: Module, name: str) -> v.Value:
    if target is not importer:
        found = global_name(machine, target, name)
        if found is not None:
            return found
    if target.is_package:
        inner = machine.program.by_parts.get((*target.parts, name))
        if inner is not None:
            return v.ModuleValue(inner)
    facade = global_name(machine, target, "__getattr__") if target is not importer else None
    if isinstance(facade, v.Function):
        return machine.call(facade, v.Arguments((v.text(name),)), Frame(target, v.Scope({}, None, target)), f.NO_SPAN)
    return v.Unknown(f"the module has no `{name}`", name, name)


def _as_value(found: Module | tuple[str, ...] | None, dotted: str) -> v.Value:
    if isinstance(found, Module):
        return v.ModuleValue(found)
    return v.Folder(found) if isinstance(found, tuple) else v.External(dotted)
