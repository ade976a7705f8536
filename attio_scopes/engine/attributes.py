"""Attributes: reading one of any value, of a choice those of all its options.

Takes a frame, a value and a name; gives the attribute's value. Objects and classes of the project have rooms of their own; here is
what waits for a caller, modules, and what libraries make. Stores nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attio_scopes.engine import bounds
from attio_scopes.engine.class_attributes import annotations_of, class_variable, declared_by, of_class, says_nothing
from attio_scopes.engine.current import of_library, read
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import choose
from attio_scopes.engine.domain.evidence import lost
from attio_scopes.engine.domain.reasons import A_LINK
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.held import or_else, put_in_place, surely_held
from attio_scopes.engine.library.clients import request_parts
from attio_scopes.engine.library.urls import NAMES as URL_PARTS
from attio_scopes.engine.library.urls import parent_of
from attio_scopes.engine.objects import bind, of_instance, of_object
from attio_scopes.engine.project.classes import find_method, of_the_outside
from attio_scopes.engine.project.imports import from_module, path_of
from attio_scopes.model.program import ClassDef


def attribute(fr: Frame, value: v.Value, name: str) -> v.Value:
    """The attribute of a value; of a choice, the choice of its options' attributes."""
    if isinstance(value, v.Choice):
        kept = [option for option in value.options if option.value not in (v.NONE, v.ABSENT)]
        if not kept:
            return lost(f"`None` has no `{name}`", value)
        return choose(v.Option(option.guards, attribute(fr, option.value, name)) for option in kept)
    reader = _READERS.get(type(value))
    if reader is not None:
        return reader(fr, value, name)
    if isinstance(value, (v.Text, v.Scalar)) and name in ("value", "_value_", "url"):
        return value
    above = parent_of(value) if isinstance(value, v.Text) and name == "parent" else None
    return above if above is not None else v.Member(value, name)


def _of_param(fr: Frame, value: v.Param, name: str) -> v.Value:
    found = fr.state.held((value, name))
    if found is not None and surely_held(found):
        return found
    return or_else(found, _beyond(fr, value, name))


def _beyond(fr: Frame, value: v.Param, name: str) -> v.Value:
    if value.cls is not None:
        cls = value.cls
        above = declared_by(fr, cls, name)
        waits = above is not None and fr.owner is not None and not fr.closed and above not in fr.ask.lineage(fr.owner)
        method = find_method(fr.ask, cls, name)
        if method is not None and not waits:
            return bind(fr, method, value)
        outside = cls.nested and any(of_the_outside(a, name) for a in fr.ask.lineage(cls))
        if method is None and not waits and not outside and not fr.ask.may_be_stored(cls, name):
            declared = class_variable(fr, cls, name)
            if declared is not None and not (says_nothing(declared) and fr.ask.left_to(cls, name)):
                return of_instance(fr, value, cls, name, declared)
        if name == "__class__":
            return v.Class(cls)
        if name == "__annotations__":
            return annotations_of(fr, (cls,))
        if name == "__subclasses__":
            return v.Member(v.Class(cls), name)
        if name == "__dict__":
            return v.Made(v.FIELDS, v.Arguments((value,)))
    if len(value.path) >= bounds.PATH:
        return v.Apply("attribute", (value,), name)
    return v.Param(value.root, (*value.path, (".", name)))


def _of_waiting(fr: Frame, value: v.Value, name: str) -> v.Value:
    found = fr.state.held((value, name))
    if found is not None and surely_held(found):
        return found
    return or_else(found, v.Apply("attribute", (value,), name))


def _of_module(fr: Frame, value: v.ModuleValue, name: str) -> v.Value:
    place = (value.target, name)
    written = fr.state.held(place)
    if written is not None and surely_held(written):
        return written
    importer = fr.module if fr.module is not value.target else None  # a module reads its own names as anyone does
    found = from_module(fr.ask, importer, value.target, name)
    return or_else(written, read(fr, place, found, fr.ask.world.first.get(place)) if value.target.binds(name) else found)


def _of_folder(fr: Frame, value: v.Folder, name: str) -> v.Value:
    if name in ("__path__", "__name__", "__package__"):
        return path_of(value.parts) if name == "__path__" else v.text(".".join(value.parts))
    found = fr.ask.program.by_parts.get((*value.parts, name))
    if found is not None:
        return v.ModuleValue(found)
    inner = (*value.parts, name)
    return v.Folder(inner) if inner in fr.ask.program.folders else lost(f"the package has no `{name}`", label=name)


def _of_external(fr: Frame, value: v.External, name: str) -> v.Value:
    if value.name in fr.ask.products.project_settings:
        found = fr.ask.project_setting(name)
        return found if found is not None else v.External(f"{value.name}.{name}")
    if value.name == "http.HTTPMethod":
        return v.text(name)
    full = f"{value.name}.{name}"
    held = put_in_place(fr, v.External(value.name), name)
    return held if held is not None else v.External(full)


def _of_made(fr: Frame, value: v.Made, name: str) -> v.Value:
    if value.name == "response" and name in _LINKS and value.args.keywords:
        return lost(A_LINK, *value.args.values(), label="link")
    if name == "__dict__" and value.name == v.NAMESPACE:
        return v.Made(v.FIELDS, v.Arguments((value,)))
    if name == "__class__" and value.name in fr.ask.models.classes:
        return v.External(value.name)
    if name == "args" and value.name.startswith("builtins."):  # of an exception
        return v.Seq("tuple", value.args.positional, value.args.star)
    held = of_library(fr, value, name)
    if isinstance(held, (v.Func, v.Partial)):
        held = put_in_place(fr, value, name)
    if held is None and value.name in _HOLD_THEIR_ARGUMENTS:
        held = value.args.keyword(name)
    if held is None and name in _OF_REQUESTS:
        parts = request_parts(fr, value)
        if parts is not None:
            return parts[0] if name == "method" else parts[1]
    if isinstance(held, v.Map):
        return v.Member(value, name)  # entries that the project put there; more are put into the same mapping
    return or_else(held, v.Member(value, name))


_OF_REQUESTS = frozenset({"method", "url", "full_url"})
_LINKS = frozenset({"links", "url", "request", "next", "next_request", "real_url"})
_HOLD_THEIR_ARGUMENTS = frozenset({*URL_PARTS, "attio_scopes.context"})


def _of_member(fr: Frame, value: v.Member, name: str) -> v.Value:
    held = fr.state.held((value, name))
    if held is not None:
        return held
    shared = fr.ask.shared(fr, value.name, name)
    return shared if shared is not None else v.Member(value, name)


def _of_lost(fr: Frame, value: v.Lost, name: str) -> v.Value:
    shared = fr.ask.shared(fr, value.label, name)
    return shared if shared is not None else v.Member(value, name)


def _of_variables(fr: Frame, value: v.Variables, name: str) -> v.Value:
    held = fr.held((value, name))
    return or_else(held, lost(f"`{name}` has no value yet", label=name)) if held is not None else v.Member(value, name)


def _of_super(fr: Frame, value: v.Super, name: str) -> v.Value:
    instance = value.instance
    if isinstance(instance, (v.Choice, v.Apply, v.Result)):
        return v.Member(instance, name)
    cls = instance.cls if isinstance(instance, (v.Obj, v.Param)) else instance.target if isinstance(instance, v.Class) else None
    if name == "__call__" and cls is not None and value.after not in fr.ask.lineage(cls):  # of a metaclass: a class is called
        above = find_method(fr.ask, value.after, name, value.after)
        return v.Func(above, instance) if above is not None else v.Member(value, name)
    if cls is None and isinstance(instance, v.Param):  # `super(B, self)` in a function within the method
        above = find_method(fr.ask, value.after, name, value.after)
        return bind(fr, above, instance) if above is not None else v.Member(value, name)
    if cls is None:
        return v.Member(instance, name)
    method = find_method(fr.ask, cls, name, value.after)
    if method is not None:
        return bind(fr, method, instance)
    for ancestor in _after(fr, cls, value.after):
        own = fr.ask.class_name(ancestor, name)
        if own is not None:
            return own
    overridden = name == "__init__" or find_method(fr.ask, cls, name) is not None
    return v.Member(v.Super(instance, value.after) if overridden else instance, name)


def _after(fr: Frame, cls: ClassDef, after: ClassDef) -> tuple[ClassDef, ...]:
    line = fr.ask.lineage(cls)
    return line[line.index(after) + 1 :] if after in line else line


def _of_function(fr: Frame, value: v.Func, name: str) -> v.Value:
    held = fr.held((value.target, name))
    if held is not None:
        return held
    if name in ("__name__", "__qualname__"):
        return v.text(value.target.facts.name)
    if name == "__self__" and value.bound is not None:
        return value.bound
    if name in ("__wrapped__", "__func__"):
        return value
    return v.Member(value, name)


def _of_partial(fr: Frame, value: v.Partial, name: str) -> v.Value:
    """What `functools.partial` keeps: the function and its arguments."""
    if name == "func":
        return value.target
    if name == "args":
        return v.Seq("tuple", value.args.positional, value.args.star)
    if name == "keywords":
        return v.Map(tuple((v.text(word), held) for word, held in value.args.keywords), value.args.kwstar)
    return v.Member(value, name)


_READERS: dict[type, Callable[[Frame, Any, str], v.Value]] = {
    v.Obj: of_object,
    v.Class: of_class,
    v.Param: _of_param,
    v.Apply: _of_waiting,
    v.Result: _of_waiting,
    v.ModuleValue: _of_module,
    v.Folder: _of_folder,
    v.External: _of_external,
    v.Made: _of_made,
    v.Member: _of_member,
    v.Super: _of_super,
    v.Func: _of_function,
    v.Partial: _of_partial,
    v.Variables: _of_variables,
    v.Lost: _of_lost,
}
