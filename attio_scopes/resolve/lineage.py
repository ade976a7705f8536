"""Lineage: a class's bases, methods and decorators, and what an enum's members are.

Takes a class of the project and answers by what its source says; evaluates nothing but the expressions of its bases.
"""

from __future__ import annotations

from attio_scopes.model import facts as f
from attio_scopes.model import values as v
from attio_scopes.model.program import ClassDef, FunctionDef
from attio_scopes.resolve.machine import Frame, Machine


def bases(machine: Machine, cls: ClassDef) -> tuple[v.Value, ...]:
    """The values of a class's bases."""
    key = ("bases", cls)
    cached = machine.attribute_memo.get(key)
    if isinstance(cached, v.Items):
        return cached.items
    if key in machine.in_progress:
        return ()
    machine.begin(key)
    try:
        frame = Frame(cls.module, v.Scope({}, None, cls.module))
        found = []
        for base in cls.facts.bases:
            if isinstance(base, f.Item):
                base = base.value
            found.append(machine.evaluate(base, frame))
    finally:
        machine.end(key)
    machine.attribute_memo[key] = v.Items("tuple", tuple(found))
    return tuple(found)


def lineage(machine: Machine, cls: ClassDef) -> tuple[ClassDef, ...]:
    """The class and its bases of the project, nearest first (depth first, later repeats kept: near enough to the MRO)."""
    known = machine.lineages.get(cls)
    if known is not None:
        return known
    key = ("lineage", cls)
    if key in machine.in_progress:  # classes that inherit from one another, which Python would refuse
        return ()
    machine.begin(key)
    found = {cls: None}
    try:
        under_way = ("bases", cls) in machine.in_progress
        parents = [option.value.target for base in bases(machine, cls) for option in v.options(base) if isinstance(option.value, v.Class)]
        inherited = [lineage(machine, parent) for parent in dict.fromkeys(parents)]
    finally:
        machine.end(key)
    counted: dict[ClassDef, int] = {}
    for line in inherited:
        for ancestor in line:
            counted[ancestor] = counted.get(ancestor, 0) + 1
    for line in inherited:
        for ancestor in line:
            counted[ancestor] -= 1
            if not counted[ancestor]:
                found.setdefault(ancestor)
    if not under_way:
        machine.lineages[cls] = tuple(found)
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
    return _last_names(function.facts.decorators)


def is_given_itself(function: FunctionDef) -> bool:
    """Whether a decorator declares that the function's first parameter is the task itself (celery's `bind=True`)."""
    return any(
        isinstance(decorator, f.Invoke) and any(arg.keyword == "bind" and arg.value == f.Const(True) for arg in decorator.args)
        for decorator in function.facts.decorators
    )


def class_decorators(cls: ClassDef) -> frozenset[str]:
    """The last parts of a class's decorators' names."""
    return _last_names(cls.facts.decorators)


def _last_names(decorators: tuple[f.Expr, ...]) -> frozenset[str]:
    names = set()
    for decorator in decorators:
        inner = decorator.func if isinstance(decorator, f.Invoke) else decorator
        if isinstance(inner, f.Name):
            names.add(inner.id)
        elif isinstance(inner, f.Attr):
            names.add(inner.name)
    return frozenset(names)


def is_enum(machine: Machine, cls: ClassDef) -> bool:
    """Whether a class is an enum."""
    return any(name.rpartition(".")[2] in ("Enum", "StrEnum", "IntEnum", "Flag") for name in external_bases(machine, cls))


def enum_member(cls: ClassDef, name: str, value: v.Value) -> v.Value:
    """A member of an enum: its value, with a name and the methods of its class where it has any."""
    if isinstance(value, v.Text) and not cls.methods:
        return value
    args = v.Arguments(value.items if isinstance(value, v.Items) and value.kind == "tuple" else (value,))
    return v.Instance(cls, args, (("value", value), ("_value_", value), ("name", v.text(name))))
