"""Questions about classes: what their bodies bind, what they derive from, and what may be stored on their objects.

Takes a class of the project and gives what holds for all objects of it. Runs of a class body only the statements that bind the name in
question. What one object holds is asked elsewhere.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from itertools import islice

from msgspec.structs import replace

from attio_scopes.engine import bounds
from attio_scopes.engine.attributes import attribute
from attio_scopes.engine.body.statements import execute
from attio_scopes.engine.calls import call
from attio_scopes.engine.class_attributes import marked
from attio_scopes.engine.class_making import has_hooks, run_hooks
from attio_scopes.engine.construct import construct
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import any_of
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.memo import Memo
from attio_scopes.engine.project.binders import bound_or_changed
from attio_scopes.engine.project.classes import bases_of, fields_of, find_method, merged, takes_fields
from attio_scopes.engine.project.derived import Derived
from attio_scopes.engine.summarise import exits
from attio_scopes.engine.summary import At
from attio_scopes.engine.unseen import root_arguments
from attio_scopes.model import facts as f
from attio_scopes.model.program import ANY_NAME, ClassDef, Module


@dataclass(eq=False, repr=False)
class ClassQuestions(Memo):
    """What is asked about classes."""

    class_binders: dict[ClassDef, dict[str, list[f.Stmt]]] = field(default_factory=dict)
    stored: set[str] = field(default_factory=set)
    made_at: dict[tuple[Module, f.Span], ClassDef] = field(default_factory=dict)
    made_bases: dict[ClassDef, tuple[v.Value, ...]] = field(default_factory=dict)
    derived: Derived = field(init=False)

    def __post_init__(self) -> None:
        """Make the index of who may derive from what; it is filled when somebody asks."""
        self.derived = Derived(self.program)

    def class_name(self, cls: ClassDef, name: str) -> v.Value | None:
        """What a class's own body binds to a name; None where it binds none."""
        binders = self._class_binders(cls)
        if name in cls.inner and name not in binders:
            return v.Class(cls.inner[name])
        if name not in binders and not self._has_hook(cls):
            return None
        key = ("class", cls, name)
        return self.answer(key, lambda: self._class_name(key, cls, name), None)

    def _class_name(self, key: Hashable, cls: ClassDef, name: str) -> v.Value | None:
        fr = Frame(self, cls.module, None, None, cls, closed=True)
        if cls.parent is not None:
            fr.outer = None
        stmts = tuple(stmt for stmt in self._class_binders(cls).get(name, []) if not isinstance(stmt, f.Function))
        execute(fr, stmts)
        found = fr.state.name(name)
        if isinstance(found, v.Obj):
            hook = find_method(self, found.cls, "__set_name__")
            if hook is not None:
                call(fr, v.Func(hook, found), v.Arguments((v.Class(cls), v.text(name))), (fr.at(f.NO_SPAN),))
        self.publish(fr, key)
        if found is not None:
            return found
        return self._by_hook(cls, name)

    def _class_binders(self, cls: ClassDef) -> dict[str, list[f.Stmt]]:
        found = self.class_binders.get(cls)
        if found is None:
            found = self.class_binders[cls] = {}
            for stmt in cls.statements:
                if isinstance(stmt, f.Function):
                    continue
                for name in sorted(bound_or_changed(stmt)):
                    found.setdefault(name, []).append(stmt)
        return found

    def _has_hook(self, cls: ClassDef) -> bool:
        return bool(cls.facts.keywords) or has_hooks(self, cls)

    def _by_hook(self, cls: ClassDef, name: str) -> v.Value | None:
        """What the making of a class stores on it: a metaclass, or `__init_subclass__` of a base."""
        return dict(self.made_class(cls)).get(name) if has_hooks(self, cls) else None

    def made_class(self, cls: ClassDef) -> tuple[tuple[str, v.Value], ...]:
        """What is stored on a class when it is made; what its making leaves elsewhere is given to all."""
        key = ("hook", cls)

        def make() -> tuple[tuple[str, v.Value], ...]:
            fr = Frame(self, cls.module, None, None, cls, closed=True)
            run_hooks(fr, v.Class(cls))
            at = (cls.module.path, cls.facts.line, 1, cls.facts.line, 1, cls.name)
            stored = {k: x for k, x in exits(fr).items() if isinstance(k, tuple) and k[0] is cls}
            for place in stored:
                fr.state.heap.pop(place, None)
            self.publish(fr, key)
            return tuple((place[1], marked(x, at)) for place, x in stored.items())

        return self.answer(key, make, ())

    def lineage(self, cls: ClassDef) -> tuple[ClassDef, ...]:
        """The class and its bases of the project, nearest first."""

        def make() -> tuple[ClassDef, ...]:
            parents = [o.value.target for base in self.bases(cls) for o in v.options(base) if isinstance(o.value, v.Class)]
            return merged(cls, [self.lineage(parent) for parent in dict.fromkeys(parents)])

        return self.answer(("lineage", cls), make, (cls,))

    def bases(self, cls: ClassDef) -> tuple[v.Value, ...]:
        """The values of a class's bases."""
        if not cls.facts.bases:
            return self.made_bases.get(cls, ())
        return self.answer(("bases", cls), lambda: bases_of(self, cls), ())

    def class_made_at(self, module: Module, span: f.Span, name: str, bases: tuple[v.Value, ...], fields: tuple[str, ...] = ()) -> ClassDef:
        """The class that a call of `type`, or of `namedtuple` with these fields, makes at a place."""
        key = (module, span)
        made = self.made_at.get(key)
        if made is None:
            declared = tuple(f.Assign((f.Name(one),), None, (span[0], span[2]), f.Const("")) for one in fields)
            made = self.made_at[key] = ClassDef(module, f.Class(name, name, (), (), (), span[0]), statements=declared)
            self.made_bases[made] = bases
        return made

    def external_bases(self, cls: ClassDef) -> tuple[str, ...]:
        """Dotted names of the library classes that a class derives from."""

        def make() -> tuple[str, ...]:
            return tuple(
                o.value.name
                for ancestor in self.lineage(cls)
                for base in self.bases(ancestor)
                for o in v.options(base)
                if isinstance(o.value, v.External) and o.value.name != "builtins.object"
            )

        return self.answer(("external", cls), make, ())

    def generic(self, cls: ClassDef) -> v.Obj:
        """An object of a class, made of nothing known."""
        key = ("generic", cls)
        made = v.Obj(cls, v.Site(cls.module.path, (cls.facts.line, 0, 0, 0)))

        def make() -> v.Obj:
            fr = Frame(self, cls.module, closed=True)
            at = At(cls.module.path, (cls.facts.line, 0, 0, 0), "", (cls.facts.line, cls.facts.line))
            init = find_method(self, cls, "__init__")
            args = root_arguments(fr, init, False) if init is not None else v.Arguments()
            args = _as_made(args)
            construct(fr, v.Class(cls), args, (at,))
            changes = {k: x for k, x in exits(fr).items() if not v.is_open(x)}
            self.world.note(key, changes, frozenset())
            return made

        return self.answer(key, make, made)

    def any_object(self, cls: ClassDef) -> v.Value:
        """Any object of a class, or of those that derive from it."""
        subclasses = self.subclasses(cls) or self._implementing(cls)
        found: list[v.Value] = [v.Obj(cls), *(v.Obj(one) for one in subclasses)]
        return any_of(found) if len(found) <= bounds.OPTIONS else v.Obj(cls)

    def _implementing(self, cls: ClassDef) -> tuple[ClassDef, ...]:
        """The classes of the project that have all methods of a protocol."""
        if not any(name.rpartition(".")[2] == "Protocol" for name in self.external_bases(cls)) or not cls.methods:
            return ()

        def make() -> tuple[ClassDef, ...]:
            modules = dict.fromkeys((*self.program.modules, *self.derived.modules_with(frozenset(cls.methods))))
            having = self.derived.statements_with(frozenset(cls.methods))
            contents = [module.with_these(having.get(module, ())) for module in modules]
            classes = [one for each in contents for one in each.classes.values() if one is not cls]
            return tuple(one for one in classes if all(find_method(self, one, name) is not None for name in cls.methods))

        return self.answer(("implementing", cls), make, ())

    def subclasses(self, cls: ClassDef) -> tuple[ClassDef, ...]:
        """The classes of the project that derive from a class."""

        def make() -> tuple[ClassDef, ...]:
            modules = sorted({*self.program.modules, *self._deriving(cls)}, key=lambda module: module.path)
            deriving = self.derived.statements_from((cls.facts.name,))
            return tuple(
                one
                for module in modules
                for one in module.with_these(deriving.get(module, ())).classes.values()
                if one is not cls and one.facts.bases and cls in self.lineage(one)
            )

        return self.answer(("subclasses", cls), make, ())

    def _deriving(self, cls: ClassDef) -> list[Module]:
        """The modules in which classes may derive from a class; of very many those that have to do with Attio, which are read anyway."""
        found = list(islice(self.derived.modules_from((cls.facts.name,)), bounds.DERIVED + 1))
        if len(found) <= bounds.DERIVED:
            return found
        if self.carries((v.Class(cls),)):
            self.world.note_bound("derived", f"{cls.module.path}:{cls.facts.line}")
        return []

    def may_be_stored(self, cls: ClassDef, name: str) -> bool:
        """Whether some code stores an attribute of this name on objects of a class."""
        stores = [by for one in self.lineage(cls) for word in (name, ANY_NAME) for by in one.self_stores.get(word, ())]
        if any(by.facts.name not in ("__init_subclass__", "__set_name__") for by in stores):  # those store on the class, once and for all
            return True
        if name in self._filled(cls):
            return True
        self.world.note_read(("stored", name))
        return name in self.stored or self.world.is_named(name)

    def _filled(self, cls: ClassDef) -> frozenset[str]:
        """The fields that calling a class fills: those of a dataclass, a named tuple or a model."""

        def make() -> frozenset[str]:
            fills = self.external_bases(cls) or any(takes_fields(self, one) for one in self.lineage(cls))
            if not fills or find_method(self, cls, "__init__") is not None:
                return frozenset()
            return frozenset(name for name, _ in fields_of(self, cls))

        return self.answer(("filled", cls), make, frozenset())

    def left_to(self, cls: ClassDef, name: str) -> bool:
        """Whether classes that derive from a class declare a name anew."""
        return any(self._declares(one, name) for one in self.subclasses(cls))

    def _declares(self, cls: ClassDef, name: str) -> bool:
        return name in self._class_binders(cls) or name in cls.methods

    def as_tuple(self, fr: Frame, value: v.Obj) -> v.Seq | None:
        """The fields of a named tuple in order; None where the object is none."""
        if "typing.NamedTuple" not in self.external_bases(value.cls):
            return None
        return v.Seq("tuple", tuple(attribute(fr, value, name) for name, _ in fields_of(self, value.cls)))


def _as_made(args: v.Arguments) -> v.Arguments:
    """Arguments of an object that is there: whoever made it gave them, and no caller of its methods."""

    def made(value: v.Value) -> v.Value:
        return replace(value, parameter=False) if isinstance(value, v.Lost) else value

    return v.Arguments(tuple(map(made, args.positional)), tuple((name, made(x)) for name, x in args.keywords), args.star, args.kwstar)
