"""Objects: attributes of instances, classes, modules and library things.

Takes a value and a name and gives the value of the attribute. An instance's attributes are what its `__init__` stores with the
arguments of its construction, what other methods store, what its class body and its bases' say.
"""

from __future__ import annotations

from attio_scopes.model import facts as f
from attio_scopes.model import values as v
from attio_scopes.model.path import Literal
from attio_scopes.model.program import ClassDef, FunctionDef
from attio_scopes.resolve.class_bodies import class_names, class_variable, described, given_by_bases
from attio_scopes.resolve.declarations import for_the_base
from attio_scopes.resolve.lineage import class_decorators, decorator_names, enum_member, external_bases, find_method, is_enum, lineage
from attio_scopes.resolve.machine import Frame, Machine
from attio_scopes.resolve.modules import project_setting
from attio_scopes.resolve.sending import client_of
from attio_scopes.resolve.split_urls import parts_of
from attio_scopes.resolve.stored import fields, is_stored_perhaps, joined_argument, perhaps_given, stored_attribute
from attio_scopes.resolve.text import known

_FIELDS = frozenset({"field", "Field", "ib", "attrib"})
_ATTRS = frozenset({"define", "frozen", "mutable", "s", "attrs", "attributes"})
_PROPERTIES = frozenset({"property", "cached_property", "computed_field", "classproperty", "hybrid_property", "async_cached_property"})


def attribute(machine: Machine, value: v.Value, name: str, frame: Frame) -> v.Value:
    """The attribute of a value; of a choice, the choice of its options' attributes."""
    machine.step()
    if isinstance(value, v.Choice):
        kept = [option for option in value.options if not (isinstance(option.value, v.Scalar) and option.value.value is None)]
        return v.choose(v.Option(option.guards, attribute(machine, option.value, name, frame)) for option in kept)
    if isinstance(value, v.Instance):
        return instance_attribute(machine, value, name, frame)
    if isinstance(value, v.Class):
        return class_attribute(machine, value, name, frame)
    if isinstance(value, v.ModuleValue):
        return _module_attribute(machine, value, name, frame)
    if isinstance(value, v.Folder):
        found = machine.program.by_parts.get((*value.parts, name))
        if found is not None:
            return v.ModuleValue(found)
        inner = (*value.parts, name)
        return v.Folder(inner) if inner in machine.program.folders else v.Unknown(f"the package has no `{name}`", name)
    if isinstance(value, v.External):
        if value.name == "django.conf.settings":
            return project_setting(machine, name) or v.External(f"{value.name}.{name}")
        return v.text(name) if value.name == "http.HTTPMethod" else v.External(f"{value.name}.{name}")
    if isinstance(value, v.Made):
        for stored, held in reversed(value.stores):
            if stored == name:
                return held
        return v.Member(value, name)
    if isinstance(value, v.Super):
        return _super_attribute(machine, value, name, frame)
    if isinstance(value, (v.Text, v.Scalar)) and name in ("value", "_value_", "url"):
        return value
    if isinstance(value, v.Items) and value.kind == "namespace":
        return v.Member(value, name)
    return v.Member(value, name)


def _module_attribute(machine: Machine, value: v.ModuleValue, name: str, frame: Frame) -> v.Value:
    found = machine.global_name(value.target, name)
    if found is not None:
        return found
    inner = machine.program.by_parts.get((*value.target.parts, name)) if value.target.is_package else None
    if inner is not None:
        return v.ModuleValue(inner)
    facade = machine.global_name(value.target, "__getattr__")
    if isinstance(facade, v.Function):
        return machine.call(facade, v.Arguments((v.text(name),)), frame, f.NO_SPAN)
    return v.Unknown(f"the module has no `{name}`", name, name)


def _bind(machine: Machine, function: FunctionDef, bound: v.Value, frame: Frame) -> v.Value:
    """A method as an attribute of its object: called if it is a property."""
    names = decorator_names(function)
    if "staticmethod" in names:
        return v.Function(function)
    if "classmethod" in names:
        return v.Function(function, v.Class(bound.cls) if isinstance(bound, v.Instance) else bound)
    method = v.Function(function, bound)
    if names & _PROPERTIES:
        return machine.call(method, v.Arguments(), frame, f.NO_SPAN)
    return method


def instance_attribute(machine: Machine, value: v.Instance, name: str, frame: Frame) -> v.Value:
    """An attribute of an object of a project's class."""
    for stored, held in reversed(value.stores):
        if stored == name:
            return held
    method = _nearest_method(machine, value.cls, name)
    if method is not None:
        return _bind(machine, method, value, frame)
    found = stored_attribute(machine, value, name)
    perhaps = found is not None and is_stored_perhaps(machine, value.cls, name, found)
    if found is not None and not perhaps:
        return found
    declared = class_variable(machine, value.cls, name)
    if found is not None and not (isinstance(declared, v.Text) and declared.pieces):
        return found
    if isinstance(declared, (v.Function, v.Partial)):
        return _bound_variable(declared, value)
    if isinstance(declared, (v.Instance, v.Choice)):
        made = described(machine, declared, value, frame)
        if made is not None:
            return made
    if declared is None and given_by_bases(machine, value.cls, name):
        return v.Unknown(f"subclasses declare `{name}`", name, level=v.BEYOND)
    if declared is not None and value == frame.bound:
        declared = for_the_base(machine, value, name, declared, frame)
    if found is not None and declared is not None:
        return declared if isinstance(found, v.Unknown) and not found.parameter else v.choose([*v.options(declared), *v.options(found)])
    field_value = _field(machine, value, name, declared)
    if field_value is not None:
        return field_value
    if declared is not None:
        return declared
    if name == "__class__":
        return v.Class(value.cls)
    made_up = _made_up(machine, value, name, frame)
    if made_up is not None:
        return made_up
    if external_bases(machine, value.cls):
        return v.Member(value, name)
    return v.Unknown(f"nothing in the project stores `{name}`", name, name)


def _made_up(machine: Machine, value: v.Instance, name: str, frame: Frame) -> v.Value | None:
    """What the class's `__getattr__` gives for a name that nothing else gives; None where there is none, or the name is Python's own."""
    method = find_method(machine, value.cls, "__getattr__")
    client = client_of(machine, value)
    if method is None or name.startswith("__") or (client is not None and name in client.methods):
        return None
    if machine.stack.count(method) > 1:
        return v.Unknown(f"`{name}` comes from `__getattr__`", name, name)
    given = machine.call(v.Function(method, value), v.Arguments((v.text(name),)), frame, f.NO_SPAN)
    return v.Unknown(f"`{name}` comes from `__getattr__`", name, name) if isinstance(given, v.Unknown) else given


def _nearest_method(machine: Machine, cls: ClassDef, name: str) -> FunctionDef | None:
    """The method of that name, unless a class nearer than the method's binds the name to something else."""
    method = find_method(machine, cls, name)
    if method is None or method.owner is cls:
        return method
    for ancestor in lineage(machine, cls):
        if ancestor is method.owner:
            return method
        if any(isinstance(stmt, f.Assign) and stmt.value is not None and f.Name(name) in stmt.targets for stmt in ancestor.statements):
            return None
    return method


def _bound_variable(declared: v.Function | v.Partial, value: v.Instance) -> v.Value:
    """A function that a class body binds by assignment is a method too."""
    if isinstance(declared, v.Function):
        return v.Function(declared.target, value, declared.scope) if declared.bound is None else declared
    target = declared.target
    if isinstance(target, v.Function) and target.bound is None and not declared.args.outer:
        return v.Partial(v.Function(target.target, value, target.scope), declared.args)
    return declared


def _field(machine: Machine, value: v.Instance, name: str, declared: v.Value | None) -> v.Value | None:
    """The value of a dataclass, named tuple or model field; None if the name is no field."""
    if find_method(machine, value.cls, "__init__") is not None:
        return None
    declarations = fields(machine, value.cls)
    positions = [field_name for field_name, _ in declarations]
    if name not in positions:
        return None
    externals = external_bases(machine, value.cls)
    settings = any("Settings" in external for external in externals)
    given: v.Value | None
    given = None
    for spelled in _initialised_by(value.cls, name, declared):
        if given is None and value.args is not None:
            given = value.args.get(positions.index(name), spelled)
        elif given is None:
            given = joined_argument(machine, value.cls, positions.index(name), spelled)
    if given is not None:
        return given
    default = _field_default(machine, declared)
    if settings:
        return _from_environment(name, default)
    if default is not None and not (value.args is None and default == v.NONE):
        return default
    if value.args is None or value.args.open_:
        return perhaps_given(value.cls, name)
    return v.Unknown(f"the field `{name}` is not given", name, name)


def _initialised_by(cls: ClassDef, name: str, declared: v.Value | None) -> tuple[str, ...]:
    """The keywords by which a constructor takes a field: its name, its alias, and for attrs the name without underscores in front."""
    names = [name]
    if isinstance(declared, v.Made) and declared.name.rpartition(".")[2] in _FIELDS:
        aliases = (known(declared.args.keyword(word) or v.NONE) for word in ("alias", "validation_alias"))
        names.extend(alias for alias in aliases if alias is not None)
    if name.startswith("_") and class_decorators(cls) & _ATTRS:
        names.append(name.lstrip("_"))
    return tuple(names)


def _field_default(machine: Machine, declared: v.Value | None) -> v.Value | None:
    """The default of a field: what is assigned, or what `field(...)` and `Field(...)` say."""
    if not isinstance(declared, v.Made) or declared.name.rpartition(".")[2] not in _FIELDS:
        return declared
    found = declared.args.keyword("default")
    if found is None and declared.args.positional:
        found = declared.args.positional[0]
    factory = declared.args.keyword("default_factory") or declared.args.keyword("factory")
    if found is None and factory is not None:
        frame = Frame(machine.program.modules[0], v.Scope({}, None, None))
        return machine.call(factory, v.Arguments(), frame, f.NO_SPAN)
    return None if isinstance(found, v.Unknown) else found


def _from_environment(name: str, default: v.Value | None) -> v.Value:
    """A settings field: its default, marked as the environment's; without one, the environment's alone."""
    if isinstance(default, v.Text) and default.pieces:
        return v.Text(tuple(Literal(p.text, p.level, name) if isinstance(p, Literal) else p for p in default.pieces))
    if default is None or default == v.text("") or default == v.NONE:
        return v.Unknown(f"the setting `{name}` has no default", name, name)
    return default


def class_attribute(machine: Machine, value: v.Class, name: str, frame: Frame) -> v.Value:
    """An attribute of a class itself."""
    method = _nearest_method(machine, value.target, name)
    if method is not None:
        names = decorator_names(method)
        if "classmethod" in names:
            return v.Function(method, value)
        return v.Function(method)
    found = class_variable(machine, value.target, name)
    if found is None or found == v.NONE:
        found = _class_stores(machine, value, name) or found
    if found is not None and is_enum(machine, value.target) and not isinstance(found, (v.Function, v.Class)):
        return enum_member(value.target, name, found)
    if found is not None:
        declared = _field_default(machine, found)
        return declared if declared is not None else v.Unknown(f"the field `{name}` has no default", name, name)
    if name in ("__name__", "__qualname__"):
        return v.text(value.target.facts.name)
    return v.Unknown(f"the class has no `{name}`", name, name)


def _class_stores(machine: Machine, value: v.Class, name: str) -> v.Value | None:
    """What class methods store on the class itself (`cls._shared = cls()`)."""
    from attio_scopes.resolve.invoke import evaluate_function

    found: list[v.Value] = []
    for ancestor in lineage(machine, value.target):
        for function in ancestor.self_stores.get(name, ()):
            key = ("class store", value.target, function)
            if "classmethod" not in decorator_names(function) or key in machine.in_progress:
                continue
            machine.begin(key)
            try:
                result = evaluate_function(machine, v.Function(function, value), None, len(machine.stack))
            finally:
                machine.end(key)
            found.extend(held for stored, held in result.stores if stored == name and not isinstance(held, v.Unknown) and held != v.NONE)
    return v.choose(v.Option(v.NO_GUARDS, held) for held in found) if found else None


def members(machine: Machine, value: v.Value) -> v.Value:
    """What a loop goes over: of an enum its members, of a named tuple its fields, of anything else itself."""
    if isinstance(value, v.Class) and is_enum(machine, value.target):
        names = class_names(machine, value.target)
        found = [
            enum_member(value.target, name, held) for name, held in names.items() if not isinstance(held, v.Function) and name[0] != "_"
        ]
        return v.Items("list", tuple(found))
    parts = parts_of(value)
    if parts is not None:
        return parts
    if isinstance(value, v.Instance) and "typing.NamedTuple" in external_bases(machine, value.cls):
        frame = Frame(value.cls.module, v.Scope({}, None, None))
        return v.Items("tuple", tuple(attribute(machine, value, name, frame) for name, _ in fields(machine, value.cls)))
    return value


def _super_attribute(machine: Machine, value: v.Super, name: str, frame: Frame) -> v.Value:
    instance = value.instance
    if isinstance(instance, v.Instance):
        method = find_method(machine, instance.cls, name, value.after)
        if method is not None:
            return _bind(machine, method, instance, frame)
        return v.Member(instance, name)
    if isinstance(instance, v.Class):
        method = find_method(machine, instance.target, name, value.after)
        if method is not None:
            return v.Function(method, instance)
    return v.Unknown(f"`super()` has no `{name}`", name)


def with_store(value: v.Value, name: str, held: v.Value) -> v.Value:
    """The object with an attribute set."""
    if isinstance(value, v.Instance):
        return v.Instance(value.cls, value.args, (*(s for s in value.stores if s[0] != name), (name, held)))
    if isinstance(value, v.Made):
        return v.Made(value.name, value.args, (*(s for s in value.stores if s[0] != name), (name, held)))
    if isinstance(value, v.Choice):
        return v.choose(v.Option(option.guards, with_store(option.value, name, held)) for option in value.options)
    return value
