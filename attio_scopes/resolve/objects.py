"""Objects: attributes of instances, classes, modules and library things.

Takes a value and a name and gives the value of the attribute. An instance's attributes are what its `__init__` stores with the
arguments of its construction, what other methods store, what its class body and its bases' say.
"""

from __future__ import annotations

from attio_scopes.model import facts as f
from attio_scopes.model import values as v
from attio_scopes.model.path import Literal
from attio_scopes.model.program import ClassDef, FunctionDef
from attio_scopes.resolve.machine import Frame, Machine, beyond, map_arguments, map_levels, raised, returned

_CONSTRUCTORS = ("__init__", "__post_init__", "__attrs_post_init__", "model_post_init")
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
        return v.text(name) if value.name == "http.HTTPMethod" else v.External(f"{value.name}.{name}")
    if isinstance(value, v.Made):
        for stored, held in reversed(value.stores):
            if stored == name:
                return held
        return v.Member(value, name)
    if isinstance(value, v.Super):
        return _super_attribute(machine, value, name, frame)
    if isinstance(value, (v.Text, v.Scalar)) and name in ("value", "_value_"):
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
    if isinstance(facade, v.Callable_):
        return machine.call(facade, v.Arguments((v.text(name),)), frame, f.NO_SPAN)
    return v.Unknown(f"the module has no `{name}`", name, name)


def bases(machine: Machine, cls: ClassDef) -> tuple[v.Value, ...]:
    """The values of a class's bases."""
    key = ("bases", cls)
    cached = machine.attribute_memo.get(key)
    if isinstance(cached, v.Items):
        return cached.items
    if key in machine.in_progress:
        return ()
    machine.in_progress.add(key)
    try:
        frame = Frame(cls.module, v.Scope({}, None, cls.module))
        found = []
        for base in cls.facts.bases:
            if isinstance(base, f.Item):
                base = base.value
            found.append(machine.evaluate(base, frame))
    finally:
        machine.in_progress.discard(key)
    machine.attribute_memo[key] = v.Items("tuple", tuple(found))
    return tuple(found)


def lineage(machine: Machine, cls: ClassDef, seen: tuple[ClassDef, ...] = ()) -> tuple[ClassDef, ...]:
    """The class and its bases of the project, nearest first (depth first, later repeats kept: near enough to the MRO)."""
    found = [cls]
    inherited: list[tuple[ClassDef, ...]] = []
    for base in bases(machine, cls):
        for option in v.options(base):
            if isinstance(option.value, v.Class) and option.value.target not in (*seen, cls):
                inherited.append(lineage(machine, option.value.target, (*seen, cls)))
    for number, line in enumerate(inherited):
        later = {item for other in inherited[number + 1 :] for item in other}
        found.extend(item for item in line if item not in found and item not in later)
    return tuple(found)


def external_bases(machine: Machine, cls: ClassDef) -> tuple[str, ...]:
    """Dotted names of the library classes that a class derives from."""
    return tuple(
        option.value.name
        for ancestor in lineage(machine, cls)
        for base in bases(machine, ancestor)
        for option in v.options(base)
        if isinstance(option.value, v.External)
    )


def find_method(machine: Machine, cls: ClassDef, name: str, after: ClassDef | None = None) -> FunctionDef | None:
    """The method that a name means on objects of a class; `after` skips up to and with that class (`super()`)."""
    line = lineage(machine, cls)
    if after is not None and after in line:
        line = line[line.index(after) + 1 :]
    for ancestor in line:
        if name in ancestor.methods:
            return ancestor.methods[name]
    return None


def decorator_names(function: FunctionDef) -> frozenset[str]:
    """The last parts of a function's decorators' names."""
    names = set()
    for decorator in function.facts.decorators:
        inner = decorator.func if isinstance(decorator, f.Invoke) else decorator
        if isinstance(inner, f.Name):
            names.add(inner.id)
        elif isinstance(inner, f.Attr):
            names.add(inner.name)
    return frozenset(names)


def _bind(machine: Machine, function: FunctionDef, bound: v.Value, frame: Frame) -> v.Value:
    """A method as an attribute of its object: called if it is a property."""
    names = decorator_names(function)
    if "staticmethod" in names:
        return v.Callable_(function)
    if "classmethod" in names:
        return v.Callable_(function, v.Class(bound.cls) if isinstance(bound, v.Instance) else bound)
    method = v.Callable_(function, bound)
    if names & _PROPERTIES:
        return machine.call(method, v.Arguments(), frame, f.NO_SPAN)
    return method


def instance_attribute(machine: Machine, value: v.Instance, name: str, frame: Frame) -> v.Value:
    """An attribute of an object of a project's class."""
    for stored, held in reversed(value.stores):
        if stored == name:
            return held
    method = find_method(machine, value.cls, name)
    if method is not None:
        return _bind(machine, method, value, frame)
    found = stored_attribute(machine, value, name)
    if found is not None:
        return found
    declared = class_variable(machine, value.cls, name)
    if isinstance(declared, (v.Callable_, v.Partial)):
        return _bound_variable(declared, value)
    if declared is not None and value == frame.bound:
        declared = _for_the_base(machine, value, name, declared, frame)
    field_value = _field(machine, value, name, declared)
    if field_value is not None:
        return field_value
    if declared is not None:
        return declared
    if name == "__class__":
        return v.Class(value.cls)
    if find_method(machine, value.cls, "__getattr__") is not None and not external_bases(machine, value.cls):
        return v.Unknown(f"`{name}` comes from `__getattr__`", name, name)
    if external_bases(machine, value.cls):
        return v.Member(value, name)
    return v.Unknown(f"nothing in the project stores `{name}`", name, name)


def _bound_variable(declared: v.Callable_ | v.Partial, value: v.Instance) -> v.Value:
    """A function that a class body binds by assignment is a method too."""
    if isinstance(declared, v.Callable_):
        return v.Callable_(declared.target, value, declared.scope) if declared.bound is None else declared
    target = declared.target
    if isinstance(target, v.Callable_) and target.bound is None and not declared.args.outer:
        return v.Partial(v.Callable_(target.target, value, target.scope), declared.args)
    return declared


def _for_the_base(machine: Machine, value: v.Instance, name: str, declared: v.Value, frame: Frame) -> v.Value:
    """What a subclass declares is, for a method of its base, decided by whoever made or passed the object."""
    owner = frame.owner
    if owner is None:
        return declared
    if owner is value.cls:
        if value.args is not None or not _is_overridden(machine, owner, name):
            return declared
        return v.Unknown(f"subclasses declare `{name}`", name, level=v.BEYOND) if declared == v.text("") else decided_elsewhere(declared, value)
    above = lineage(machine, owner)
    for ancestor in lineage(machine, value.cls):
        if ancestor in above:
            open_ = value.args is None and _is_overridden(machine, value.cls, name)
            return v.Unknown(f"subclasses declare `{name}`", name, level=v.BEYOND) if open_ and declared == v.text("") else declared
        for stmt in ancestor.statements:
            if isinstance(stmt, f.Assign) and any(isinstance(t, f.Name) and t.id == name for t in stmt.targets):
                at = (ancestor.module.path, *stmt.span, ancestor.name)
                return decided_elsewhere(mark_declared(declared, at), value)
    return declared


def _is_overridden(machine: Machine, cls: ClassDef, name: str) -> bool:
    """Whether a subclass in the project declares the name anew."""
    if machine.subclasses is None:
        machine.subclasses = {}
        for module in machine.program.modules:
            for found in module.classes.values():
                for ancestor in lineage(machine, found)[1:]:
                    machine.subclasses.setdefault(ancestor, []).append(found)
    return any(
        isinstance(stmt, f.Assign) and any(isinstance(target, f.Name) and target.id == name for target in stmt.targets)
        for subclass in machine.subclasses.get(cls, ())
        for stmt in subclass.statements
    )


def decided_elsewhere(declared: v.Value, value: v.Instance) -> v.Value:
    """A text at the level of the object itself: an argument of the method at hand."""
    return map_levels(declared, beyond if value.args is None else raised)


def declared_here(value: v.Value, owner: str) -> v.Value:
    """What a base's method made of the class's own declarations is known in the class's own methods."""
    if isinstance(value, v.Text):
        return v.Text(tuple(Literal(p.text, 0, p.environment) if isinstance(p, Literal) and p.declared and p.declared[-1] == owner else p for p in value.pieces))
    return value


def mark_declared(value: v.Value, at: tuple[str, int, int, int, int, str]) -> v.Value:
    """The value with the place of its declaration on its texts."""
    if isinstance(value, v.Text):
        return v.Text(tuple(Literal(p.text, p.level, p.environment, p.declared or at) if isinstance(p, Literal) else p for p in value.pieces))
    if isinstance(value, v.Choice):
        return v.choose(v.Option(option.guards, mark_declared(option.value, at)) for option in value.options)
    return value


def stored_attribute(machine: Machine, value: v.Instance, name: str) -> v.Value | None:
    """What the class's methods store under a name, with the object's own constructor arguments."""
    line = lineage(machine, value.cls)
    if not any(name in ancestor.self_stores for ancestor in line):
        return constructor_stores(machine, value).get(name) if external_bases(machine, value.cls) else None
    first = constructor_stores(machine, value).get(name)
    late: list[v.Value] = []
    if first is None or _is_open(first):
        for ancestor in line:
            for function in ancestor.self_stores.get(name, ()):
                if function.facts.name not in _CONSTRUCTORS:
                    stored = _method_stores(machine, value, function).get(name)
                    if stored is not None and not isinstance(stored, (v.Unknown, v.Parameter)):
                        late.append(stored)
    if not late and (first is None or isinstance(first, (v.Unknown, v.Parameter, v.Member)) or _is_foreign(machine, first)):
        typed = _annotated_field(machine, value, name)
        if typed is not None:
            return typed
    if first is None and not late:
        return v.Unknown(f"what is stored in `{name}` is not known", name, name)
    return v.choose(v.Option(v.NO_GUARDS, item) for item in ([first] if first is not None else []) + late)


def _is_foreign(machine: Machine, value: v.Value) -> bool:
    """Whether a library gave an object that no model knows."""
    models = machine.models
    return isinstance(value, v.Made) and value.name not in models.classes and value.name not in models.requests and value.name not in models.sdks


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
    machine.in_progress.add(key)
    stores: dict[str, v.Value] = {}
    try:
        for name in _CONSTRUCTORS:
            function = find_method(machine, value.cls, name)
            if function is not None:
                args = construction_arguments(machine, bare, function) if name == "__init__" else v.Arguments()
                stores.update(_captured(machine, bare, function, args))
    finally:
        machine.in_progress.discard(key)
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
    machine.in_progress.add(key)
    try:
        stores = _captured(machine, v.Instance(value.cls, value.args), function, None)
    finally:
        machine.in_progress.discard(key)
    machine.attribute_memo[key] = v.Dict(tuple((v.text(name), held) for name, held in stores.items()))
    return stores


def _captured(machine: Machine, value: v.Instance, function: FunctionDef, args: v.Arguments | None) -> dict[str, v.Value]:
    """What a method stores on `self`; its requests are noted where the method itself is evaluated, not here."""
    from attio_scopes.resolve.invoke import evaluate_function

    bound = v.Callable_(function, map_levels(value, raised))
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
            joined = _perhaps_given(value.cls, param.name)
        if joined is not None:
            keywords.append((param.name, joined))
    return v.Arguments((), tuple(keywords))


def _perhaps_given(cls: ClassDef, name: str) -> v.Value:
    """An optional argument of "any object", which no construction in sight gives."""
    identity = f"{cls.module.path}:{cls.name}.{name}"
    return v.Unknown(f"whoever makes a {cls.name} may give `{name}`", name, parameter=identity, level=v.BEYOND)


def joined_argument(machine: Machine, cls: ClassDef, position: int | None, name: str) -> v.Value | None:
    """The values that constructions of a class give for one argument; None where all leave it to the default."""
    known = machine.known_constructions.get(cls, ())
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
        return _perhaps_given(cls, name)
    return v.choose(v.Option(v.NO_GUARDS, map_levels(value, beyond)) for value in dict.fromkeys(settled))


def class_names(machine: Machine, cls: ClassDef) -> dict[str, v.Value]:
    """The names that a class body binds."""
    cached = machine.class_names.get(cls)
    if cached is not None:
        return cached
    names: dict[str, v.Value] = {}
    machine.class_names[cls] = names
    frame = Frame(cls.module, v.Scope(names, None, cls.module), owner=cls)
    machine.execute(cls.statements, frame)
    return names


def class_variable(machine: Machine, cls: ClassDef, name: str) -> v.Value | None:
    """A name of the class body, the bases' included."""
    for ancestor in lineage(machine, cls):
        names = class_names(machine, ancestor)
        if name in names:
            return names[name]
        if name in ancestor.inner:
            return v.Class(ancestor.inner[name])
    return None


def fields(machine: Machine, cls: ClassDef) -> list[tuple[str, f.Assign]]:
    """The annotated names of a class and its bases, the bases' first: the fields of a dataclass or model."""
    found: dict[str, f.Assign] = {}
    for ancestor in reversed(lineage(machine, cls)):
        for stmt in ancestor.statements:
            if isinstance(stmt, f.Assign) and stmt.annotation is not None and isinstance(stmt.targets[0], f.Name):
                found[stmt.targets[0].id] = stmt
    return list(found.items())


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
    if value.args is not None:
        given = value.args.get(positions.index(name), name)
    else:
        given = joined_argument(machine, value.cls, positions.index(name), name)
    if given is not None:
        return given
    default = _field_default(machine, declared)
    if settings:
        return _from_environment(name, default)
    if default is not None and not (value.args is None and default == v.NONE):
        return default
    if value.args is None or value.args.open_:
        return _perhaps_given(value.cls, name)
    return v.Unknown(f"the field `{name}` is not given", name, name)


def _field_default(machine: Machine, declared: v.Value | None) -> v.Value | None:
    """The default of a field: what is assigned, or what `field(...)` and `Field(...)` say."""
    if not isinstance(declared, v.Made) or declared.name.rpartition(".")[2] not in ("field", "Field", "ib", "attrib"):
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
    method = find_method(machine, value.target, name)
    if method is not None:
        names = decorator_names(method)
        if "classmethod" in names:
            return v.Callable_(method, value)
        return v.Callable_(method)
    found = class_variable(machine, value.target, name)
    if found is None or found == v.NONE:
        found = _class_stores(machine, value, name) or found
    if found is not None and is_enum(machine, value.target) and not isinstance(found, (v.Callable_, v.Class)):
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
            machine.in_progress.add(key)
            try:
                result = evaluate_function(machine, v.Callable_(function, value), None, len(machine.stack))
            finally:
                machine.in_progress.discard(key)
            found.extend(held for stored, held in result.stores if stored == name and not isinstance(held, v.Unknown) and held != v.NONE)
    return v.choose(v.Option(v.NO_GUARDS, held) for held in found) if found else None


def is_enum(machine: Machine, cls: ClassDef) -> bool:
    """Whether a class is an enum."""
    return any(name.rpartition(".")[2] in ("Enum", "StrEnum", "IntEnum", "Flag") for name in external_bases(machine, cls))


def enum_member(cls: ClassDef, name: str, value: v.Value) -> v.Value:
    """A member of an enum: its value, with a name and the methods of its class where it has any."""
    if isinstance(value, v.Text) and not cls.methods:
        return value
    return v.Instance(cls, v.Arguments(), (("value", value), ("_value_", value), ("name", v.text(name))))


def members(machine: Machine, value: v.Value) -> v.Value:
    """What a loop goes over: of an enum its members, of anything else itself."""
    if isinstance(value, v.Class) and is_enum(machine, value.target):
        names = class_names(machine, value.target)
        found = [enum_member(value.target, name, held) for name, held in names.items() if not isinstance(held, v.Callable_) and name[0] != "_"]
        return v.Items("list", tuple(found))
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
            return v.Callable_(method, instance)
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
