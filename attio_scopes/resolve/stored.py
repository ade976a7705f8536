"""Stored attributes: what methods store on their object.

Takes an object and a name; gives what its constructors store with the arguments of its construction, what other methods store, and
for "any object" of a class what all constructions in the project have in common.
"""

from __future__ import annotations

from attio_scopes.model import facts as f
from attio_scopes.model import values as v
from attio_scopes.model.path import Literal
from attio_scopes.model.program import ANY_NAME, ClassDef, FunctionDef
from attio_scopes.resolve.lineage import external_bases, find_method, lineage
from attio_scopes.resolve.machine import Frame, Machine, beyond, map_arguments, map_levels, raised, returned
from attio_scopes.resolve.text import environment_of

_CONSTRUCTORS = ("__init__", "__post_init__", "__attrs_post_init__", "model_post_init")
_OF_CLASSES = ("__init_subclass__", "__set_name__")
"""What they store is the class's, or was added when the class was made."""


def stored_attribute(machine: Machine, value: v.Instance, name: str) -> v.Value | None:
    """What the class's methods store under a name, with the object's own constructor arguments."""
    line = lineage(machine, value.cls)
    late = [held for ancestor in line for held in machine.known.outside.get((ancestor, name), ())]
    storing = [
        function
        for ancestor in line
        for function in ancestor.self_stores.get(name) or ancestor.self_stores.get(ANY_NAME, ())
        if function.facts.name not in _OF_CLASSES
    ]
    if not late and not storing:
        return constructor_stores(machine, value).get(name) if external_bases(machine, value.cls) else None
    first = constructor_stores(machine, value).get(name)
    if first is not None and not _is_open(first):
        late = []
    if first is None or _is_open(first):
        for function in storing:
            if function.facts.name not in _CONSTRUCTORS:
                stored = _method_stores(machine, value, function).get(name)
                if stored is not None and (not isinstance(stored, (v.Unknown, v.Parameter)) or environment_of(stored)):
                    late.append(stored)
    if not late and (first is None or isinstance(first, (v.Unknown, v.Parameter, v.Member)) or _is_foreign(machine, first)):
        typed = _annotated_field(machine, value, name)
        if typed is not None:
            return typed
    if first is None and not late and not any(name in ancestor.self_stores for ancestor in line):
        return None
    if first is None and not late:
        return v.Unknown(f"what is stored in `{name}` is not known", name, name)
    return v.choose(v.Option(v.NO_GUARDS, item) for item in ([first] if first is not None else []) + late)


def is_stored_perhaps(machine: Machine, cls: ClassDef, name: str, found: v.Value) -> bool:
    """Whether what is found may not be stored at all: no constructor stores it in any case, so that the class's own value may stand."""
    storing = [function for ancestor in lineage(machine, cls) for function in ancestor.self_stores.get(name, ())]
    constructors = [function for function in storing if function.facts.name in _CONSTRUCTORS]
    if not storing or any(_stores_always(function, name) for function in constructors):
        return False
    return _is_open(found) or not constructors


def _stores_always(function: FunctionDef, name: str) -> bool:
    """Whether one of the statements of a method itself, not of a branch in it, stores an attribute."""
    first = function.facts.params[0].name if function.facts.params else ""
    target = f.Attr(f.Name(first), name)
    return any(isinstance(stmt, f.Assign) and target in stmt.targets for stmt in function.facts.body)


def _is_foreign(machine: Machine, value: v.Value) -> bool:
    """Whether a library gave an object that no model knows."""
    models = machine.models
    return (
        isinstance(value, v.Made)
        and value.name not in models.classes
        and value.name not in models.requests
        and value.name not in models.sdks
    )


def _annotated_field(machine: Machine, value: v.Instance, name: str) -> v.Value | None:
    """What the class body's annotation says of an attribute, if it names a class."""
    from attio_scopes.resolve.annotations import annotated

    for field_name, stmt in fields(machine, value.cls):
        if field_name == name and stmt.annotation is not None:
            return annotated(machine, stmt.annotation, Frame(value.cls.module, v.Scope({}, None, None)))
    return None


def _is_open(value: v.Value) -> bool:
    """Whether what a constructor stored may be a place-holder for what comes later."""
    return any(
        (isinstance(option.value, v.Scalar) and option.value.value is None) or isinstance(option.value, (v.Unknown, v.Parameter))
        for option in v.options(value)
    )


def constructor_stores(machine: Machine, value: v.Instance) -> dict[str, v.Value]:
    """The attributes that an object's constructors store."""
    bare = v.Instance(value.cls, value.args)
    key = ("stores", bare)
    cached = machine.attribute_memo.get(key)
    if isinstance(cached, v.Dict):
        return {
            item.pieces[0].text: held for item, held in cached.entries if isinstance(item, v.Text) and isinstance(item.pieces[0], Literal)
        }
    if key in machine.in_progress:
        return {}
    machine.begin(key)
    stores: dict[str, v.Value] = {}
    try:
        for name in _CONSTRUCTORS:
            function = find_method(machine, value.cls, name)
            if function is not None:
                args = construction_arguments(machine, bare, function) if name == "__init__" else v.Arguments()
                stores.update(_captured(machine, bare, function, args))
    finally:
        machine.end(key)
    machine.attribute_memo[key] = v.Dict(tuple((v.text(name), held) for name, held in stores.items()))
    return stores


def _method_stores(machine: Machine, value: v.Instance, function: FunctionDef) -> dict[str, v.Value]:
    key = ("method stores", v.Instance(value.cls, value.args), function)
    cached = machine.attribute_memo.get(key)
    if isinstance(cached, v.Dict):
        return {
            item.pieces[0].text: held for item, held in cached.entries if isinstance(item, v.Text) and isinstance(item.pieces[0], Literal)
        }
    if key in machine.in_progress:
        return {}
    machine.begin(key)
    try:
        stores = _captured(machine, v.Instance(value.cls, value.args), function, None)
    finally:
        machine.end(key)
    machine.attribute_memo[key] = v.Dict(tuple((v.text(name), held) for name, held in stores.items()))
    return stores


def _captured(machine: Machine, value: v.Instance, function: FunctionDef, args: v.Arguments | None) -> dict[str, v.Value]:
    """What a method stores on `self`; its requests are noted where the method itself is evaluated, not here."""
    from attio_scopes.resolve.invoke import evaluate_function

    bound = v.Function(function, map_levels(value, raised))
    given = map_arguments(args, raised) if args is not None else None
    result = evaluate_function(machine, bound, given, len(machine.stack))
    return {name: map_levels(held, returned) for name, held in result.stores}


def construction_arguments(machine: Machine, value: v.Instance, function: FunctionDef) -> v.Arguments:
    """The arguments of an object's construction; for "any object", what the constructions in the project have in common."""
    if value.args is not None:
        return value.args
    keywords = []
    for position, param in enumerate(function.facts.params[1:]):
        if param.kind in ("args", "kwargs"):
            continue
        slot = position if param.kind == "positional" else None
        joined = joined_argument(machine, value.cls, slot, param.name)
        if joined is None and param.default == f.Const(None):
            # A construction that is out of sight may give it: "None" would be a guess.
            joined = perhaps_given(value.cls, param.name)
        if joined is not None:
            keywords.append((param.name, joined))
    return v.Arguments((), tuple(keywords))


def perhaps_given(cls: ClassDef, name: str) -> v.Value:
    """An optional argument of "any object", which no construction in sight gives."""
    identity = f"{cls.module.path}:{cls.name}.{name}"
    return v.Unknown(f"whoever makes a {cls.name} may give `{name}`", name, parameter=identity, level=v.BEYOND)


def joined_argument(machine: Machine, cls: ClassDef, position: int | None, name: str) -> v.Value | None:
    """The values that constructions of a class give for one argument; None where all leave it to the default."""
    known = machine.known.constructions.get(cls, ())
    values: list[v.Value] = []
    omitted = False
    for args in known:
        given = args.get(position, name)
        if given is None:
            omitted = omitted or not args.open_
        else:
            values.extend(option.value for option in v.options(given) if not isinstance(option.value, v.Parameter))
    settled = [value for value in values if not isinstance(value, v.Unknown)] or values
    if not settled:
        return None
    if all(value == v.NONE for value in settled):
        return perhaps_given(cls, name)
    return v.choose(v.Option(v.NO_GUARDS, map_levels(value, beyond)) for value in dict.fromkeys(settled))


def fields(machine: Machine, cls: ClassDef) -> list[tuple[str, f.Assign]]:
    """The annotated names of a class and its bases, the bases' first: the fields of a dataclass or model."""
    found: dict[str, f.Assign] = {}
    for ancestor in reversed(lineage(machine, cls)):
        for stmt in ancestor.statements:
            if isinstance(stmt, f.Assign) and stmt.annotation is not None and isinstance(stmt.targets[0], f.Name):
                found[stmt.targets[0].id] = stmt
    return list(found.items())
