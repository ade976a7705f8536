"""Classes of the project: their bases, methods and decorators, and what kind of class they are.

Takes a class and answers by what its source says; evaluates nothing but the expressions of its bases.
"""

from __future__ import annotations

from functools import lru_cache

from attio_scopes.engine.domain import values as v
from attio_scopes.engine.frame import Ask, Frame
from attio_scopes.engine.project.scopes import mentioned, names_of
from attio_scopes.model import facts as f
from attio_scopes.model.program import ClassDef, FunctionDef


def bases_of(ask: Ask, cls: ClassDef) -> tuple[v.Value, ...]:
    """The values of a class's bases."""
    fr = Frame(ask, cls.module, None, None, _around(cls), closed=True)
    found = []
    for base in cls.facts.bases:
        found.append(ask.evaluate(fr, base.value if isinstance(base, f.Item) else base))
    return tuple(found)


def _around(cls: ClassDef) -> ClassDef | None:
    """The class in whose body a class is written, whose names its bases may be; None where it is in none."""
    if "." not in cls.name:
        return None
    return next((one for one in cls.module.so_far.classes.values() if one.inner.get(cls.facts.name) is cls), None)


def merged(cls: ClassDef, inherited: list[tuple[ClassDef, ...]]) -> tuple[ClassDef, ...]:
    """The order in which Python searches a class and its bases, near enough: each class after all that derive from it."""
    found = {cls: None}
    counted: dict[ClassDef, int] = {}
    for line in inherited:
        for ancestor in line:
            counted[ancestor] = counted.get(ancestor, 0) + 1
    for line in inherited:
        for ancestor in line:
            counted[ancestor] -= 1
            if not counted[ancestor]:
                found.setdefault(ancestor)
    return tuple(found)


def find_method(ask: Ask, cls: ClassDef, name: str, after: ClassDef | None = None) -> FunctionDef | None:
    """The method that a name means on objects of a class; `after` skips up to and with that class (`super()`)."""
    line = ask.lineage(cls)
    if after is not None and after in line:
        line = line[line.index(after) + 1 :]
    for ancestor in line:
        if name in ancestor.methods:
            return ancestor.methods[name]
        if name in _bound(ancestor) and (after is None or name.startswith("__")):
            return _assigned(ask, ancestor, name)
    return None


def _assigned(ask: Ask, cls: ClassDef, name: str) -> FunctionDef | None:
    """The function that a class body assigns to the name of a special method (`__getitem__ = resolve`); None of any other name."""
    value = ask.class_name(cls, name) if name.startswith("__") and name.endswith("__") else None
    return value.target if isinstance(value, v.Func) and value.bound is None else None


@lru_cache(maxsize=4_096)
def _bound(cls: ClassDef) -> frozenset[str]:
    """Names that plain assignments of a class body bind."""
    return frozenset(
        target.id
        for stmt in cls.statements
        if isinstance(stmt, f.Assign) and stmt.value is not None
        for target in stmt.targets
        if isinstance(target, f.Name)
    )


def variables_of(cls: ClassDef) -> frozenset[str]:
    """The class variables that a class body binds."""
    return _bound(cls)


def of_the_outside(cls: ClassDef, name: str) -> bool:
    """Whether a class variable depends on variables of the function around its class."""
    if cls.parent is None:
        return False
    shared = names_of(cls.parent.facts).shared
    return any(
        isinstance(stmt, f.Assign) and f.Name(name) in stmt.targets and not shared.isdisjoint(mentioned(stmt.value))
        for stmt in cls.statements
    )


def class_key(cls: ClassDef, name: str) -> str:
    """The name under which such a class variable is held with the variables of that function."""
    return f"<class>{cls.name}:{name}"


def accessor_of(ask: Ask, cls: ClassDef, name: str, kind: str) -> FunctionDef | None:
    """The setter or deleter of a property."""
    for ancestor in ask.lineage(cls):
        table = ancestor.setters if kind == "setter" else ancestor.deleters
        if name in table:
            return table[name]
    return None


def decorator_names(function: FunctionDef) -> frozenset[str]:
    """The last parts of a function's decorators' names."""
    return _last_names(function.facts.decorators)


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


def metaclass_of(ask: Ask, cls: ClassDef) -> ClassDef | None:
    """The metaclass of a class, its own or that of a base; None where it is none of the project's."""
    for ancestor in ask.lineage(cls):
        for word, value in ancestor.facts.keywords:
            if word == "metaclass":
                found = ask.evaluate(Frame(ask, ancestor.module, closed=True), value)
                return found.target if isinstance(found, v.Class) else None
    return None


def is_exception_class(ask: Ask, cls: ClassDef) -> bool:
    """Whether a class derives from an exception of Python."""
    return any(name.startswith("builtins.") and name.endswith(("Error", "Exception")) for name in ask.external_bases(cls))


def is_enum(ask: Ask, cls: ClassDef) -> bool:
    """Whether a class is an enum."""
    return any(name.rpartition(".")[2] in ("Enum", "StrEnum", "IntEnum", "Flag") for name in ask.external_bases(cls))


def has_self(function: FunctionDef) -> bool:
    """Whether a function of a class is given its object (or class) first."""
    return function.owner is not None and "staticmethod" not in decorator_names(function)


def is_classmethod(function: FunctionDef) -> bool:
    """Whether a method is given its class first."""
    return "classmethod" in decorator_names(function) or function.facts.name in ("__init_subclass__", "__class_getitem__", "__new__")


def method_of_class(ask: Ask, cls: ClassDef, name: str) -> FunctionDef | None:
    """The method of its metaclass that a name means on a class itself."""
    meta = metaclass_of(ask, cls)
    return find_method(ask, meta, name) if meta is not None else None


def fields_of(ask: Ask, cls: ClassDef) -> list[tuple[str, f.Assign]]:
    """The fields of a dataclass, named tuple or model, those of its bases first: name and declaration."""
    found: dict[str, f.Assign] = {}
    for ancestor in reversed(ask.lineage(cls)):
        for stmt in ancestor.statements:
            if not isinstance(stmt, f.Assign) or len(stmt.targets) != 1:
                continue
            target = stmt.targets[0]
            if not isinstance(target, f.Name) or not (stmt.annotation is not None or _is_unannotated(ask, stmt.value)):
                continue
            if _names(stmt.annotation) == "ClassVar":
                continue
            found[target.id] = stmt
    return list(found.items())


def takes_fields(ask: Ask, cls: ClassDef) -> bool:
    """Whether a decorator says that a class takes its fields as arguments."""
    names = class_decorators(cls)
    return "dataclass" in names or not names.isdisjoint(ask.products.fields.decorators)


def is_field(ask: Ask, name: str) -> bool:
    """Whether a call declares a field of a class, by the last part of its name."""
    return name == "field" or name in ask.products.fields.calls


def _is_unannotated(ask: Ask, value: f.Expr | None) -> bool:
    if not isinstance(value, f.Invoke):
        return False
    func = value.func
    name = func.id if isinstance(func, f.Name) else func.name if isinstance(func, f.Attr) else ""
    return name in ask.products.fields.unannotated


def _names(annotation: f.Expr | None) -> str:
    head = annotation.value if isinstance(annotation, f.Item) else annotation
    return head.id if isinstance(head, f.Name) else head.name if isinstance(head, f.Attr) else ""
