"""Class bodies: the names that a class has, and who gave them to it.

Takes a class and gives what its body binds, what `__init_subclass__` of a base stores on it with the keywords of its statement, what
other code sets on it later (`setattr(Client, name, …)`), and what a descriptor's `__get__` makes of such a name.
"""

from __future__ import annotations

from attio_scopes.model import facts as f
from attio_scopes.model import values as v
from attio_scopes.model.program import ClassDef, FunctionDef
from attio_scopes.resolve.declarations import mark_declared
from attio_scopes.resolve.lineage import find_method, lineage
from attio_scopes.resolve.machine import Frame, Machine, map_arguments, map_levels, raised, returned


def class_names(machine: Machine, cls: ClassDef) -> dict[str, v.Value]:
    """The names that a class body binds, and those that its bases give it when it is made."""
    cached = machine.class_names.get(cls)
    if cached is not None:
        return cached
    names: dict[str, v.Value] = {}
    machine.class_names[cls] = names
    frame = Frame(cls.module, v.Scope(names, None, cls.module), owner=cls)
    machine.execute(cls.statements, frame)
    for name, value in list(names.items()):
        if isinstance(value, v.Instance):
            names[name] = _named(machine, value, cls, name)
    hook = find_method(machine, cls, "__init_subclass__", after=cls)
    if hook is not None:
        names.update(_from_base(machine, cls, hook, frame))
    return names


def _from_base(machine: Machine, cls: ClassDef, hook: FunctionDef, frame: Frame) -> dict[str, v.Value]:
    """What `__init_subclass__` stores on a class that is made with these keywords."""
    args = v.Arguments((), tuple((name, machine.evaluate(value, frame)) for name, value in cls.facts.keywords if name != "metaclass"))
    stores = _stores_of(machine, v.Function(hook, v.Class(cls)), args)
    at = (cls.module.path, cls.facts.line, 1, cls.facts.line, 1, cls.name)
    return {name: mark_declared(map_levels(held, lambda _: 0), at) for name, held in stores}


def _stores_of(machine: Machine, method: v.Function, args: v.Arguments) -> tuple[tuple[str, v.Value], ...]:
    """What a method stores on its first argument."""
    from attio_scopes.resolve.invoke import evaluate_function

    bound = v.Function(method.target, map_levels(method.bound, raised) if method.bound is not None else None)
    result = evaluate_function(machine, bound, map_arguments(args, raised), len(machine.stack))
    return tuple((name, map_levels(held, returned)) for name, held in result.stores)


def set_by_property(machine: Machine, value: v.Instance, name: str, held: v.Value) -> tuple[tuple[str, v.Value], ...]:
    """What is stored on an object when one of its properties is assigned to, by the property's setter; empty where it has none."""
    setter = next((ancestor.setters[name] for ancestor in lineage(machine, value.cls) if name in ancestor.setters), None)
    if setter is None or machine.stack.count(setter) > 1:
        return ()
    return _stores_of(machine, v.Function(setter, value), v.Arguments((held,)))


def _named(machine: Machine, value: v.Instance, owner: ClassDef, name: str) -> v.Value:
    """A descriptor after `__set_name__` told it its name."""
    hook = find_method(machine, value.cls, "__set_name__")
    if hook is None or value.args is None:
        return value
    stores = _stores_of(machine, v.Function(hook, value), v.Arguments((v.Class(owner), v.text(name))))
    return v.Instance(value.cls, value.args, (*value.stores, *stores))


def class_variable(machine: Machine, cls: ClassDef, name: str) -> v.Value | None:
    """A name of the class body, the bases' included, or one that is set on a class from outside."""
    for ancestor in lineage(machine, cls):
        names = class_names(machine, ancestor)
        own = names.get(name) or (v.Class(ancestor.inner[name]) if name in ancestor.inner else None)
        later = machine.known.on_classes.get((ancestor, name), {})
        if later:
            kept = [own] if own is not None and own != v.NONE and not isinstance(own, (v.Unknown, v.Function)) else []
            return v.choose(v.Option(v.NO_GUARDS, held) for held in (*kept, *later))
        if own is not None:
            return own
    return None


def given_by_bases(machine: Machine, cls: ClassDef, name: str) -> bool:
    """Whether a class leaves a name to those that derive from it: its own `__init_subclass__` stores it on them."""
    hook = find_method(machine, cls, "__init_subclass__")
    return hook is not None and hook in (found for ancestor in lineage(machine, cls) for found in ancestor.self_stores.get(name, ()))


def described(machine: Machine, declared: v.Value, owner: v.Instance, frame: Frame) -> v.Value | None:
    """What reading a class variable gives where it is a descriptor: the answer of its `__get__`; None where it is none."""
    found = []
    for option in v.options(declared):
        getter = find_method(machine, option.value.cls, "__get__") if isinstance(option.value, v.Instance) else None
        if getter is None:
            return None
        args = v.Arguments((owner, v.Class(owner.cls)))
        found.append(v.Option(option.guards, machine.call(v.Function(getter, option.value), args, frame, f.NO_SPAN)))
    return v.choose(found)
