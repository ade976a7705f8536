"""Making of classes: what Python runs when a class statement is done, `__new__` and `__init__` of its metaclass and `__init_subclass__`.

Takes a frame and a class; what these store on the class or leave elsewhere is in the frame's state after. Never makes an object of it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attio_scopes.engine.containers import content
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.values import known
from attio_scopes.engine.frame import Ask, Frame
from attio_scopes.engine.project.classes import find_method, metaclass_of, variables_of
from attio_scopes.engine.project.derived import Derived
from attio_scopes.engine.stores import store_plainly
from attio_scopes.model import facts as f
from attio_scopes.model.program import ClassDef, Module

ITSELF = "<class>"
"""The entry of the names of a class body under which the class stands that is made of them."""


def has_hooks(ask: Ask, cls: ClassDef) -> bool:
    """Whether anything of the project is run when a class is made."""
    if not cls.facts.bases and not cls.facts.keywords:
        return False
    if find_method(ask, cls, "__init_subclass__", cls) is not None:
        return True
    meta = metaclass_of(ask, cls)
    return meta is not None and any(find_method(ask, meta, name) is not None for name in ("__new__", "__init__"))


def _defines_hooks(cls: ClassDef) -> bool:
    """Whether something of a class may be run when classes are made that derive from it, or that it is the metaclass of."""
    return "__init_subclass__" in cls.methods or bool(cls.facts.keywords) or any(_name_of(base) == "type" for base in cls.facts.bases)


def _name_of(base: f.Expr) -> str:
    return base.id if isinstance(base, f.Name) else ""


def make_classes(ask: Ask, make: Callable[[ClassDef], object], derived: Derived, modules: Sequence[Module]) -> None:
    """Run what is run when the classes of modules are made: it may put them where others find them.

    Args:
        ask: answers questions.
        make: makes a class, once.
        derived: finds the modules in which classes may derive from one: only these are read for it.
        modules: those that are worked out.
    """
    own, seen = set(modules), set[Module]()
    pending = [module for module in modules if module.is_read]
    for module in pending:  # it grows meanwhile
        if module in seen:
            continue
        seen.add(module)
        for cls in module.contents().classes.values():
            if has_hooks(ask, cls):
                make(cls)
            if _defines_hooks(cls):
                pending.extend(one for one in derived.modules_from((cls.facts.name,)) if one in own)


def run_hooks(fr: Frame, cls: v.Class) -> None:
    """Run what is run when a class is made."""
    here = (fr.at(f.NO_SPAN),)
    given = tuple((word, fr.ask.evaluate(fr, value)) for word, value in cls.target.facts.keywords if word != "metaclass")
    meta = metaclass_of(fr.ask, cls.target)
    if meta is not None:
        args = (v.text(cls.target.facts.name), v.Seq("tuple", fr.ask.bases(cls.target)), _names(fr, cls))
        new, init = find_method(fr.ask, meta, "__new__"), find_method(fr.ask, meta, "__init__")
        if new is not None:
            fr.ask.call(fr, v.Func(new, v.Class(meta)), v.Arguments(args, given), here)
        if init is not None:
            fr.ask.call(fr, v.Func(init, cls), v.Arguments(args, given), here)
    hook = find_method(fr.ask, cls.target, "__init_subclass__", cls.target)
    if hook is not None:
        fr.ask.call(fr, v.Func(hook, cls), v.Arguments((), given), here)


def _names(fr: Frame, cls: v.Class) -> v.Ref:
    """What a class body binds, as the mapping that a metaclass gets."""
    found: list[tuple[v.Value, v.Value]] = [(v.text(name), v.Func(method)) for name, method in cls.target.methods.items()]
    for name in sorted(variables_of(cls.target)):
        value = fr.ask.class_name(cls.target, name)
        found += [(v.text(name), value)] if value is not None else []
    made = v.Ref(fr.site((cls.target.facts.line, 0, 0, 7)), "dict")
    fr.store(made, v.Map((*found, (v.text(ITSELF), cls))))
    return made


def class_of_names(fr: Frame, names: v.Value) -> v.Value | None:
    """`type.__new__(meta, name, bases, names)`: the class whose body bound the names, with what was added to these; None of any others."""
    held = content(fr, names)
    entries = held.entries if isinstance(held, v.Map) else ()
    made = next((value for name, value in entries if known(name) == ITSELF), None)
    if not isinstance(made, v.Class):
        return None
    for name, value in entries:
        word = known(name)
        own = word is None or word in (*made.target.methods, ITSELF) or fr.ask.class_name(made.target, word) == value
        if word is not None and not own:
            store_plainly(fr, made, word, value)
    return made
