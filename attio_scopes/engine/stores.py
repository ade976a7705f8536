"""Stores: `owner.name = value` and `del owner.name`.

Takes a frame, an owner, a name and a value; a setter or descriptor of the project is called, else the frame's state holds the value from
then on. Never decides what a read gives.
"""

from __future__ import annotations

from attio_scopes.engine.class_attributes import call_quietly, makes_property
from attio_scopes.engine.container_changes import store_item
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import any_of
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.objects import names_shared, scope_of
from attio_scopes.engine.project.classes import accessor_of, find_method


def store(fr: Frame, owner: v.Value, name: str, value: v.Value) -> None:
    """`owner.name = value`."""
    if isinstance(owner, v.Choice):
        _store_on_one(fr, owner, name, value)
    elif not isinstance(owner, (v.Obj, v.Param)) or not _by_setter(fr, owner, name, value, "setter"):
        fr.store((_key(owner), name), value)
        store_among_names(fr, owner, name, value)


def store_among_names(fr: Frame, owner: v.Value, name: str, value: v.Value) -> None:
    """Put an attribute into the mapping that an object shares with others as its `__dict__`, if it does."""
    names = names_shared(fr, owner)
    if names is not None and name != "__dict__":
        store_item(fr, names, v.text(name), value)


def store_plainly(fr: Frame, owner: v.Value, name: str, value: v.Value) -> None:
    """`object.__setattr__(owner, name, value)`, `owner.__dict__[name] = value`: what the class of the owner says of stores is not asked."""
    for option in v.options(owner):
        held = fr.held((_key(option.value), name)) if isinstance(owner, v.Choice) else None
        put = any_of([value, held if held is not None else v.ABSENT]) if isinstance(owner, v.Choice) else value
        fr.store((_key(option.value), name), put)


def _store_on_one(fr: Frame, owner: v.Choice, name: str, value: v.Value) -> None:
    """A store on one of several: each may have it."""
    for option in owner.options:
        before = fr.state.held((_key(option.value), name))
        store(fr, option.value, name, value)
        key = (_key(option.value), name)
        if fr.state.held(key) is not None:
            before = before if before is not None else v.ABSENT
            fr.store(key, any_of([value, before]))


def _key(value: v.Value) -> object:
    return value.target if isinstance(value, (v.Class, v.ModuleValue, v.Func)) else value


def _by_setter(fr: Frame, owner: v.Obj | v.Param, name: str, value: v.Value, kind: str) -> bool:
    cls = owner.cls
    if cls is None:
        return False
    setter = accessor_of(fr.ask, cls, name, kind)
    if setter is not None:
        call_quietly(fr, v.Func(setter, owner, scope_of(fr, owner)), v.Arguments((value,) if kind == "setter" else ()))
        return True
    declared = next((own for a in fr.ask.lineage(cls) if (own := fr.ask.class_name(a, name)) is not None), None)
    if isinstance(declared, v.Obj):
        hook = find_method(fr.ask, declared.cls, "__set__")
        if hook is not None:
            call_quietly(fr, v.Func(hook, declared), v.Arguments((owner, value)))
            return True
    if isinstance(declared, v.Made) and makes_property(fr, declared.name.rpartition(".")[2]):
        hooked = declared.args.get(*((1, "fset") if kind == "setter" else (2, "fdel")))
        if hooked is not None:
            call_quietly(fr, hooked, v.Arguments((owner, value) if kind == "setter" else (owner,)))
            return True
    hook = find_method(fr.ask, cls, "__setattr__")
    if hook is not None and kind == "setter" and not (fr.function is not None and fr.function is hook):
        call_quietly(fr, v.Func(hook, owner), v.Arguments((v.text(name), value)))
        return True
    return False


def delete(fr: Frame, owner: v.Value, name: str) -> None:
    """`del owner.name`."""
    if isinstance(owner, (v.Obj, v.Param)) and _by_setter(fr, owner, name, v.NONE, "deleter"):
        return
    if isinstance(owner, (v.Obj, v.Param, v.Made)):
        fr.store((owner, name), v.ABSENT)
