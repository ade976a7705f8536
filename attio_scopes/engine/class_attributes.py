"""Attributes of classes: class variables, defaults of fields, members of enums.

Takes a frame, a class of the project and a name; gives what the class body, its bases or a store from outside say. Makes no object but the
members of an enum, and never looks at what one object holds.
"""

from __future__ import annotations

from attio_scopes.engine.containers import content
from attio_scopes.engine.current import read
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import any_of, choose
from attio_scopes.engine.domain.evidence import lost
from attio_scopes.engine.domain.values import known
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.held import or_else
from attio_scopes.engine.project.classes import (
    class_decorators,
    class_key,
    decorator_names,
    find_method,
    is_classmethod,
    is_enum,
    is_field,
    metaclass_of,
    of_the_outside,
    variables_of,
)
from attio_scopes.engine.unwritten import unwritten
from attio_scopes.model import facts as f
from attio_scopes.model.program import ClassDef

_PROPERTIES = frozenset({"property", "cached_property"})


def makes_property(fr: Frame, name: str) -> bool:
    """Whether a decorator makes a property of a method, by the last part of its name."""
    return name in _PROPERTIES or name in fr.ask.products.properties


def marked(value: v.Value, at: tuple[str, int, int, int, int, str]) -> v.Value:
    """The value with the place of its declaration on its texts."""
    if isinstance(value, v.Text):
        return v.Text(tuple(v.with_piece(p, declared=p.declared or at) if isinstance(p, v.Lit) else p for p in value.pieces))
    if isinstance(value, v.Choice):
        return choose(v.Option(option.guards, marked(option.value, at)) for option in value.options)
    return value


def call_quietly(fr: Frame, callee: v.Value, args: v.Arguments) -> v.Value:
    """Call something that the source writes no call for: a property, a descriptor."""
    return fr.ask.call(fr, callee, args, (unwritten(fr, callee, *args.positional),))


def class_variable(fr: Frame, cls: ClassDef, name: str) -> v.Value | None:
    """A name of the class body, the bases' included, or one that is set on a class from outside."""
    for ancestor in fr.ask.lineage(cls):
        own = fr.ask.class_name(ancestor, name)
        later = fr.held((ancestor, name))
        if later is not None:
            here = fr.state.held((ancestor, name)) is not None
            if own is None or own == v.NONE or isinstance(own, v.Lost):
                found = or_else(later, own if own is not None else v.NONE)
            else:
                found = or_else(later, own) if here else any_of([own, or_else(later, own)])
                fr.ask.world.note_changing((ancestor, name), own, later)
            return found if here else read(fr, (ancestor, name), found, own)
        if own is not None:
            return own
    return None


def of_outside(fr: Frame, scope: v.Value | None, cls: ClassDef, name: str) -> v.Value | None:
    """A class variable that depends on variables around its class; None where it is none, or nobody is seen to call what is around it."""
    if scope is None or not cls.nested:
        return None
    owner = next((a for a in fr.ask.lineage(cls) if name in variables_of(a)), None)
    return fr.held((scope, class_key(owner, name))) if owner is not None and of_the_outside(owner, name) else None


def field_default(fr: Frame, declared: v.Value) -> v.Value | None:
    """The default of a field: what is assigned, or what `field(...)` and `Field(...)` say."""
    if not isinstance(declared, v.Made) or not is_field(fr.ask, declared.name.rpartition(".")[2]):
        return declared
    found = declared.args.keyword("default")
    if found is None and declared.args.positional:
        found = declared.args.positional[0]
    words = ("default_factory", *fr.ask.products.fields.factories)
    factory = next((held for word in words if (held := declared.args.keyword(word)) is not None), None)
    if found is None and factory is not None:
        return call_quietly(fr, factory, v.Arguments())
    return None if isinstance(found, v.Lost) or found == v.External("builtins.Ellipsis") else found


def of_class(fr: Frame, value: v.Class, name: str) -> v.Value:
    """An attribute of a class."""
    cls = value.target
    method = find_method(fr.ask, cls, name)
    if method is not None:
        return v.Func(method, value if is_classmethod(method) else None, value.scope)
    if name in ("__name__", "__qualname__"):
        return v.text(cls.facts.name)
    if name == "__annotations__":
        return annotations_of(fr, (cls,))
    found = of_outside(fr, value.scope, cls, name)
    found = found if found is not None else class_variable(fr, cls, name)
    if found is None:
        meta = metaclass_of(fr.ask, cls)
        method = find_method(fr.ask, meta, name) if meta is not None else None
        if method is not None:
            bound = v.Func(method, value)
            return call_quietly(fr, bound, v.Arguments()) if any(makes_property(fr, one) for one in decorator_names(method)) else bound
        getter = find_method(fr.ask, meta, "__getattr__") if meta is not None and not name.startswith("__") else None
        if getter is not None:
            return call_quietly(fr, v.Func(getter, value), v.Arguments((v.text(name),)))
        if fr.ask.external_bases(cls) or name in ("__new__", "__subclasses__"):
            return v.Member(value, name)
        return lost(f"the class has no `{name}`", label=name, environment=name)
    if is_enum(fr.ask, cls) and not isinstance(found, (v.Func, v.Class)):
        return enum_member(fr, cls, name, found)
    if isinstance(found, v.Obj):
        getter = find_method(fr.ask, found.cls, "__get__")
        if getter is not None:
            return call_quietly(fr, v.Func(getter, found), v.Arguments((v.NONE, value)))
    default = field_default(fr, found)
    return default if default is not None else lost(f"the field `{name}` has no default", label=name, environment=name)


def annotations_of(fr: Frame, lineage: tuple[ClassDef, ...]) -> v.Map:
    """`cls.__annotations__` as a mapping: what the bodies of some classes say that their names are, the nearest class last."""
    found: dict[v.Value, v.Value] = {}
    for cls in reversed(lineage):
        inner = Frame(fr.ask, cls.module, closed=True)
        for stmt in cls.statements:
            if isinstance(stmt, f.Assign) and stmt.annotation is not None and isinstance(stmt.targets[0], f.Name):
                found[v.text(stmt.targets[0].id)] = fr.ask.evaluate(inner, stmt.annotation)
    return v.Map(tuple(found.items()))


def enum_member(fr: Frame, cls: ClassDef, name: str, value: v.Value) -> v.Value:
    """A member of an enum: its value, with a name and the methods of its class where it has any."""
    if isinstance(value, v.Made) and value.name == "enum.auto" and "enum.StrEnum" in fr.ask.external_bases(cls):
        value = v.text(name.lower())
    if isinstance(value, v.Text) and not cls.methods:
        return value
    made = v.Obj(cls, v.Site(cls.module.path, (cls.facts.line, 1, cls.facts.line, 1), tuple(map(ord, name[:24]))))
    world = fr.ask.world
    if world.heap.get((made, "name")) is None:
        world.heap[(made, "value")] = world.heap[(made, "_value_")] = value
        world.heap[(made, "name")] = v.text(name)
        init = find_method(fr.ask, cls, "__init__")
        if init is not None:
            held = content(fr, value)
            given = held.items if isinstance(held, v.Seq) and held.rest is None else (value,)
            inner = Frame(fr.ask, cls.module, closed=True)
            fr.ask.call(inner, v.Func(init, made), v.Arguments(given), (inner.at(f.NO_SPAN),))
            world.heap.update({key: held for key, held in inner.state.heap.items() if isinstance(key, tuple) and key[0] == made})
    return made


def enum_members(fr: Frame, cls: ClassDef) -> list[v.Value]:
    """The members of an enum, in order."""
    names = [
        target.id
        for stmt in cls.statements
        if isinstance(stmt, f.Assign) and stmt.value is not None
        for target in stmt.targets
        if isinstance(target, f.Name) and not target.id.startswith("_")
    ]
    found = [(name, fr.ask.class_name(cls, name)) for name in dict.fromkeys(names)]
    return [enum_member(fr, cls, name, value) for name, value in found if value is not None and not isinstance(value, v.Func)]


def says_nothing(value: v.Value) -> bool:
    """Whether a class variable only stands for what others declare."""
    return value in (v.text(""), v.NONE, v.External("builtins.NotImplemented"))


def declared_by(fr: Frame, cls: ClassDef, name: str) -> ClassDef | None:
    """The class in the lineage of a class that declares a name first; None where none does."""
    for ancestor in fr.ask.lineage(cls):
        if name in ancestor.methods or fr.ask.class_name(ancestor, name) is not None:
            return ancestor
    return None


def field_spellings(fr: Frame, cls: ClassDef, name: str, declared: v.Value | None) -> tuple[str, ...]:
    """The keywords by which a constructor takes a field: its name, its alias, and the name without underscores in front."""
    names = [name]
    fields = fr.ask.products.fields
    if isinstance(declared, v.Made) and is_field(fr.ask, declared.name.rpartition(".")[2]):
        aliases = (known(declared.args.keyword(word) or v.NONE) for word in fields.aliases)
        names.extend(alias for alias in aliases if alias is not None)
    if name.startswith("_") and class_decorators(cls) & fields.stripping:
        names.append(name.lstrip("_"))
    return tuple(names)
