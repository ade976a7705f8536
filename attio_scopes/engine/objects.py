"""Attributes of objects: what one object holds, else what its class gives it: a method bound to it, a property's value, a default.

Takes a frame, an object and a name; gives the attribute's value. Runs properties, descriptors and `__getattr__` of the project; stores
nothing itself.
"""

from __future__ import annotations

from attio_scopes.engine import bounds
from attio_scopes.engine.class_attributes import (
    annotations_of,
    call_quietly,
    class_variable,
    declared_by,
    field_default,
    makes_property,
    marked,
    of_outside,
    says_nothing,
)
from attio_scopes.engine.containers import inner_of, item
from attio_scopes.engine.current import read
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import any_of, choose
from attio_scopes.engine.domain.evidence import lost
from attio_scopes.engine.domain.reasons import is_never_set, left_to_subclasses, never_set, too_many
from attio_scopes.engine.domain.values import known
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.held import or_else, stored_value, surely_held
from attio_scopes.engine.library.clients import client_of
from attio_scopes.engine.project.classes import class_decorators, decorator_names, find_method, is_classmethod, of_the_outside
from attio_scopes.engine.project.scopes import names_of
from attio_scopes.model import facts as f
from attio_scopes.model.program import ANY_NAME, ClassDef, FunctionDef


def of_object(fr: Frame, value: v.Obj, name: str) -> v.Value:
    """An attribute of an object."""
    if value.site is None:
        return _of_any(fr, value, name)
    found = stored_value(fr, value, name)
    if found is not None and surely_held(found):
        if isinstance(found, (v.Lost, v.Made)):
            return or_annotated(fr, value.cls, name, found)
        return _as_it_is(fr, value, name, found) if fr.state.held((value, name)) is None and value.site not in fr.made else found
    if found is None and name == "__dict__":
        return v.Made(v.FIELDS, v.Arguments((value,)))
    anyone = stored_value(fr, v.Obj(value.cls), name)
    if anyone is not None:
        found = any_of([anyone, found if found is not None else v.ABSENT])
    return or_else(found, _by_class(fr, value, value.cls, name))


def _as_it_is(fr: Frame, value: v.Obj, name: str, found: v.Value) -> v.Value:
    """An attribute of an object that is there for all: what was put there last, or before that what its class says."""
    declared = class_variable(fr, value.cls, name)
    if declared == v.NONE and not _is_put_at_making(fr, value.cls, name):
        return any_of([v.NONE, read(fr, (value, name), found)])
    declared = declared if isinstance(found, (v.Text, v.Choice)) else None
    if not isinstance(declared, v.Text) or not declared.pieces or _is_put_at_making(fr, value.cls, name):
        return read(fr, (value, name), found)
    fr.ask.world.note_changing((value, name), declared, found)
    return read(fr, (value, name), any_of([declared, found]), declared)


def _is_put_at_making(fr: Frame, cls: ClassDef, name: str) -> bool:
    """Whether what makes an object of a class puts something under an attribute of it."""
    init = find_method(fr.ask, cls, "__init__")
    if init is None:
        return bool(class_decorators(cls) or fr.ask.external_bases(cls))
    places = (place for place, _ in fr.ask.summary(init, cls).heap)
    return any(isinstance(place, tuple) and isinstance(place[0], v.Param) and not place[0].path and place[1] == name for place in places)


def _of_any(fr: Frame, value: v.Obj, name: str) -> v.Value:
    """An attribute of any object of a class: of those that are made, or of one that is made of nothing known."""
    method = find_method(fr.ask, value.cls, name)
    if method is not None:
        return bind(fr, method, value)
    declared = class_variable(fr, value.cls, name)
    outside = any(of_the_outside(a, name) for a in fr.ask.lineage(value.cls))
    if declared is not None and not fr.ask.may_be_stored(value.cls, name) and not outside:
        if says_nothing(declared) and fr.ask.left_to(value.cls, name):
            return lost(left_to_subclasses(name), label=name)
        return of_instance(fr, value, value.cls, name, with_place(fr, value.cls, name, declared))
    objects = list(fr.ask.world.objects_of(value.cls))
    if not objects:
        objects = [fr.ask.generic(value.cls)]
    most = bounds.ITEMS
    found = [of_object(fr, one, name) for one in objects[:most]]
    if len(objects) > most:
        found = [lost(too_many(), *found)]  # those that were not looked at may hold anything
    useful = [one for one in found if not (isinstance(one, v.Lost) and one.parameter) and one != v.NONE]
    kept = useful or found
    if v.NONE in found and any(isinstance(one, v.Obj) and one.cls is value.cls for one in useful):
        kept = [*kept, v.NONE]  # a chain of objects has an end
    if declared is not None and isinstance(declared, v.Text) and declared.pieces:
        kept = [of_instance(fr, value, value.cls, name, declared), *kept]
    anyone = stored_value(fr, value, name)
    if anyone is not None:
        kept = [anyone, *(one for one in kept if not is_never_set(one))]
    return or_annotated(fr, value.cls, name, any_of(kept))


def or_annotated(fr: Frame, cls: ClassDef, name: str, value: v.Value) -> v.Value:
    """An attribute whose value is out of sight is what its declaration in the class says."""
    if not all(_is_unseen(fr, o.value) for o in v.options(value)):
        return value
    for ancestor in fr.ask.lineage(cls):
        for stmt in ancestor.statements:
            if isinstance(stmt, f.Assign) and stmt.annotation is not None and stmt.targets == (f.Name(name),):
                typed = fr.ask.annotated(Frame(fr.ask, ancestor.module, closed=True), stmt.annotation)
                return typed if typed is not None else value
    return value


def _is_unseen(fr: Frame, value: v.Value) -> bool:
    if isinstance(value, v.Made):
        known = value.name in fr.ask.models.classes or value.name in fr.ask.models.sdks
        return not known and not value.name.rpartition(".")[2][:1].isupper() and value.name != "response"
    return isinstance(value, (v.Lost, v.Member)) or value == v.NONE


def with_place(fr: Frame, cls: ClassDef, name: str, value: v.Value) -> v.Value:
    """What a class declares, with the place of its declaration."""
    ancestor = declared_by(fr, cls, name)
    for stmt in ancestor.statements if ancestor is not None else ():
        if isinstance(stmt, f.Assign) and any(isinstance(t, f.Name) and t.id == name for t in stmt.targets) and ancestor is not None:
            return marked(value, (ancestor.module.path, *stmt.span, ancestor.name))
    return value


def _by_class(fr: Frame, value: v.Value, cls: ClassDef, name: str) -> v.Value:
    """What the class of an object says of an attribute that is not stored on it."""
    names = names_shared(fr, value)
    entry = fr.held(names) if names is not None else None
    if names is not None and isinstance(entry, v.Map) and any(known(key) == name for key, _ in entry.entries):
        return item(fr, names, v.text(name))
    method = find_method(fr.ask, cls, name)
    if method is not None:
        return _unless_replaced(fr, value, method, bind(fr, method, value))
    outside = of_outside(fr, scope_of(fr, value), cls, name)
    declared = outside if outside is not None else class_variable(fr, cls, name)
    if declared is not None:
        return of_instance(fr, value, cls, name, declared)
    for base in bases_around(fr, value, cls):
        method = find_method(fr.ask, base, name)
        declared = class_variable(fr, base, name) if method is None else None
        if method is not None:
            return bind(fr, method, value)
        if declared is not None:
            return of_instance(fr, value, cls, name, declared)
    if name == "__class__":
        return v.Class(cls)
    if name == "__annotations__":
        return annotations_of(fr, (cls,))
    getter = find_method(fr.ask, cls, "__getattr__")
    client = client_of(fr.ask, value)
    if getter is not None and not name.startswith("__") and not (client is not None and name in client.methods):
        return call_quietly(fr, v.Func(getter, value, scope_of(fr, value)), v.Arguments((v.text(name),)))
    if fr.ask.external_bases(cls):
        entry = _entry(fr, value, cls, name) if not name.startswith("__") else None
        return entry if entry is not None else v.Member(value, name)
    if any(ANY_NAME in ancestor.self_stores for ancestor in fr.ask.lineage(cls)):
        any_ = stored_value(fr, value, ANY_NAME)
        return lost(f"`{name}` may be set under a name that is made at run time", any_, label=name, environment=name)
    return lost(never_set(name), label=name, environment=name)


def names_shared(fr: Frame, value: v.Value) -> v.Ref | None:
    """The mapping that an object has in place of its own attributes (`self.__dict__ = self._shared`); None where it has its own."""
    if not isinstance(value, v.Obj) or not fr.ask.may_be_stored(value.cls, "__dict__"):
        return None
    held = fr.held((value, "__dict__"))
    return held if isinstance(held, v.Ref) else None


def _entry(fr: Frame, value: v.Value, cls: ClassDef, name: str) -> v.Value | None:
    """The entry of an object that is a mapping, whose class gives its entries as attributes: `__getattr__ = dict.__getitem__`."""
    held = class_variable(fr, cls, "__getattr__")
    inner = inner_of(fr, value) if isinstance(held, v.External) else None
    if inner is None or not isinstance(held, v.External) or held.name.rpartition(".")[2] not in ("__getitem__", "get"):
        return None
    return item(fr, inner, v.text(name))


def _unless_replaced(fr: Frame, value: v.Value, method: FunctionDef, own: v.Value) -> v.Value:
    """A method, or what is put in its place on the class that has it (`Client.send = function`)."""
    owner, name = method.owner, method.facts.name
    if owner is None or not isinstance(own, v.Func) or not fr.ask.may_be_stored(owner, name):
        return own
    put = fr.held((owner, name))
    if put is None:
        return own
    there = of_instance(fr, value, owner, name, put)
    return there if surely_held(fr.state.held((owner, name))) else any_of([there, own])


def bases_around(fr: Frame, value: v.Value, cls: ClassDef) -> list[ClassDef]:
    """The bases of an object's class that are variables of the function around it (`def make(base): class More(base): …`)."""
    scope = scope_of(fr, value) if cls.parent is not None and cls.facts.bases and isinstance(value, v.Obj) else None
    if scope is None or cls.parent is None:
        return []
    own = names_of(cls.parent.facts).own
    named = [base.id for base in cls.facts.bases if isinstance(base, f.Name) and base.id in own]
    return [o.value.target for name in named for o in v.options(fr.ask.attribute(fr, scope, name)) if isinstance(o.value, v.Class)]


def of_instance(fr: Frame, value: v.Value, cls: ClassDef, name: str, declared: v.Value) -> v.Value:
    """A class variable as an object gives it."""
    if isinstance(declared, v.Choice):
        return choose(v.Option(o.guards, of_instance(fr, value, cls, name, o.value)) for o in declared.options)
    if isinstance(declared, v.Func) and declared.bound is None:
        return v.Func(declared.target, value, declared.scope, declared.defaults)
    if isinstance(declared, v.Partial) and declared.method:
        return v.Partial(declared.target, v.Arguments((value, *declared.args.positional), declared.args.keywords))
    if isinstance(declared, v.Obj):
        getter = find_method(fr.ask, declared.cls, "__get__")
        if getter is not None:
            return call_quietly(fr, v.Func(getter, declared), v.Arguments((value, v.Class(cls))))
    if isinstance(declared, v.Made) and makes_property(fr, declared.name.rpartition(".")[2]) and declared.args.positional:
        return call_quietly(fr, declared.args.positional[0], v.Arguments((value,)))
    default = field_default(fr, declared)
    return default if default is not None else lost(f"the field `{name}` is not given", label=name, environment=name)


def bind(fr: Frame, function: FunctionDef, bound: v.Value, cls: ClassDef | None = None) -> v.Value:
    """A method as an attribute of its object: called if it is a property."""
    names = decorator_names(function)
    scope = scope_of(fr, bound)
    if "staticmethod" in names:
        return v.Func(function, None, scope)
    if is_classmethod(function):
        owner = bound.cls if isinstance(bound, v.Obj) else bound.cls if isinstance(bound, v.Param) and bound.cls is not None else cls
        return v.Func(function, v.Class(owner) if owner is not None else bound, scope)
    method = v.Func(function, bound, scope)
    if any(makes_property(fr, one) for one in names):
        return call_quietly(fr, method, v.Arguments())
    return decorated(fr, function, method)


def decorated(fr: Frame, function: FunctionDef, method: v.Func) -> v.Value:
    """A method with what its decorators of the project make of it."""
    if not function.facts.decorators:
        return method
    made = fr.ask.decorated(function)
    if made is None or (isinstance(made, v.Func) and made.target is function):
        return method
    if isinstance(made, v.Func) and made.bound is None:
        return v.Func(made.target, method.bound, made.scope, made.defaults)
    if isinstance(made, v.Partial) and method.bound is not None:
        return v.Partial(made.target, v.Arguments((method.bound, *made.args.positional), made.args.keywords))
    if isinstance(made, v.Obj):
        caller = find_method(fr.ask, made.cls, "__call__")
        if caller is not None and method.bound is not None:
            return v.Partial(v.Func(caller, made), v.Arguments((method.bound,)))
    return method


def scope_of(fr: Frame, value: v.Value) -> v.Value | None:
    """The variables around the class of an object, where a function defines the class."""
    if isinstance(value, v.Class):
        return value.scope
    if isinstance(value, v.Obj):
        return fr.held((value, "<scope>"))
    if isinstance(value, v.Param) and value.cls is not None and value.cls.nested:
        return v.Param(value.root, (*value.path, (".", "<scope>")))
    return None
