"""Inherited: which methods that a class inherits from code without Attio have to do with what its objects have of it.

Takes a class of which something is worked out, and what carries Attio; gives the methods that its bases in other modules define and that
mention, on their object, what the class itself defines or mentions, or an attribute that carries Attio; those that mention these; and those
that hand their object on. No other inherited method can lead to a request, or change what leads to one. Goes by names, and runs nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from attio_scopes.engine.callbacks import is_bystander
from attio_scopes.engine.carriers import Carriers
from attio_scopes.engine.memo import Memo
from attio_scopes.engine.project.binders import bound_or_changed
from attio_scopes.engine.project.classes import decorator_names, has_self
from attio_scopes.engine.project.imports import imported_by
from attio_scopes.engine.uses import Place, Use, bound_in, root_of, use_of
from attio_scopes.model import facts as f
from attio_scopes.model.blocks import bound_names, statements_within
from attio_scopes.model.program import ANY_NAME, ClassDef, FunctionDef, Module

_LOOKING = frozenset({"asdict", "astuple", "fields", "is_dataclass"})
"""Functions of `dataclasses` that read the fields of an object."""

_GIVING = frozenset({"functools", "typing", "typing_extensions"})
"""Libraries of which some functions give back what they are given."""


class Concerned(Struct, frozen=True):
    """Methods that a class inherits and that concern it: where something calls one, and on its own account."""

    called: frozenset[FunctionDef] = frozenset()
    alone: frozenset[FunctionDef] = frozenset()


def concerning(ask: Memo, cls: ClassDef, carriers: Carriers) -> Concerned:
    """The methods of bases in other modules that have to do with Attio for objects of a class.

    Args:
        ask: answers what a class derives from, and which modules are worked out.
        cls: the class.
        carriers: which attributes carry Attio.
    """
    line = ask.lineage(cls)
    near = [one for one in line if ask.is_own(one.module)]
    far = [method for one in line if not ask.is_own(one.module) for method in _methods(one) if has_self(method)]
    if not far:
        return Concerned()
    kin = {None, *line}
    ours = {name for name, owners in carriers.attributes.items() if not kin.isdisjoint(owners)}
    read: set[str] = set()
    for one in near:
        ours |= _defined(one)
        read.update(*(of_self(method).names for method in _methods(one)))
    named = {one.facts.name for one in far if "property" not in decorator_names(one)}
    handing = _Handing(ask, {one.facts.name for one in line})
    done = {one: handing.use_of(one, _first(one)) for one in far}
    # What a method of theirs is called by is read of the class, and changed by nobody who mentions it.
    called = {one for one, use in done.items() if use.kept or not read.isdisjoint(use.stores)}
    alone = {one for one in called if done[one].shared or not read.isdisjoint(done[one].stores)} | (
        called & _callable(far, _mentioned(ask))
    )
    return Concerned(*(_leading(done, ours | (read - named), each) for each in (called, alone)))


def _leading(uses: Mapping[FunctionDef, Use], names: set[str], found: set[FunctionDef]) -> frozenset[FunctionDef]:
    """Methods, and those that mention one of them, or some names, on their object."""
    found, names = set(found), names | {one.facts.name for one in found}
    while True:
        new = [one for one, use in uses.items() if one not in found and not names.isdisjoint(use.names)]
        if not new:
            return frozenset(found)
        found.update(new)
        names.update(one.facts.name for one in new)


def _mentioned(ask: Memo) -> set[str]:
    """The attributes that are mentioned in modules which are worked out."""
    near = [module for module in ask.program.opened if ask.is_own(module)]
    return {name for module in near for stmt in module.outline.statements for name in stmt.elsewhere}


def _callable(far: list[FunctionDef], mentioned: set[str]) -> set[FunctionDef]:
    """The methods that others than their own framework may call: they are mentioned there, or these call them, or Python itself.

    What another gives back, or puts where not all find it, only the framework can get.
    """
    found: set[FunctionDef] = set()
    names = set(mentioned)
    while True:
        new = [one for one in far if one not in found and (one.facts.name in names or one.facts.name.startswith("__"))]
        if not new:
            return found
        found.update(new)
        names.update(*(of_self(one).names for one in new))


class _Handing:
    """What functions without Attio do with an object, those included to which they hand it."""

    def __init__(self, ask: Memo, bases: set[str]) -> None:
        """Know nothing yet; `bases` are the names of the object's classes."""
        self.ask = ask
        self.bases = bases

    def use_of(self, function: FunctionDef, name: str) -> Use:
        """What is done with a parameter of a function, there or further on."""
        names: set[str] = set()
        stores: set[str] = set()
        kept = shared = False
        seen: set[tuple[FunctionDef, str, bool]] = set()
        pending = [(function, name, False)]
        while pending and not shared:
            one = pending.pop()
            if one in seen:
                continue
            seen.add(one)
            use = use_of(*one)
            names |= use.names
            stores |= use.stores
            kept, shared = kept or use.kept, use.shared
            for callee, place, item in use.handed:
                if isinstance(callee, f.Attr) and place == 0 and not item and self._is_base(callee.value):
                    names.add(callee.name)
                    continue
                for target in self._called(one[0], callee):
                    param = _param_at(target, place, isinstance(callee, f.Attr)) if target is not None else None
                    if target is None or param is None:
                        kept = True
                        shared = shared or not self._is_of_it(one[0], callee)
                    else:
                        pending.append((target, param, item))
        return Use(frozenset(names), frozenset(stores), frozenset(), kept, shared)

    def _is_of_it(self, function: FunctionDef, callee: f.Expr) -> bool:
        """Whether what is called is something that a function has of its own, or was given, or a method of that."""
        root = root_of(callee)
        if not root:
            return isinstance(callee, f.Attr)
        return root in bound_in(function) and not any(root in bound_names(stmt) for stmt in _imports_in(function))

    def _is_base(self, expr: f.Expr) -> bool:
        """Whether an expression names a class that the object is of: `Base.method(self)`."""
        return isinstance(expr, f.Name) and expr.id in self.bases

    def _called(self, function: FunctionDef, callee: f.Expr) -> Iterable[FunctionDef | None]:
        """The functions that an expression may mean, by its name; None among them for one that may do anything."""
        if isinstance(callee, f.Name):
            if callee.id not in bound_in(function):
                return self._named(function.module, callee.id, 4)
            taking = [one for one in statements_within(function.facts.body) if callee.id in bound_names(one)]
            return self._taken(function.module, taking, callee.id, 4)
        if isinstance(callee, f.Attr) and self._is_of_it(function, callee):
            return tuple(self._methods_named(function.module, callee.name)) or (None,)
        return (None,)  # what a module's name means may keep it for all to find

    def _named(self, module: Module, name: str, depth: int) -> Iterable[FunctionDef | None]:
        """What a name of a module is, if that is a function; nothing for what only looks at its arguments."""
        if self.ask.is_own(module) or not depth or not module.binds(name):
            return (None,)
        binding = [stmt for stmt in module.so_far.body if name in bound_or_changed(stmt)]
        if len(binding) == 1 and isinstance(binding[0], f.Function):
            return [one for one in module.so_far.functions.values() if one.facts is binding[0]] or (None,)
        return self._taken(module, binding, name, depth)

    def _taken(self, module: Module, binding: list[f.Stmt], name: str, depth: int) -> Iterable[FunctionDef | None]:
        """The same for a name that is bound by one statement, which imports it."""
        stmt = binding[0] if len(set(binding)) == 1 else None
        if not isinstance(stmt, f.ImportFrom) or stmt.names is None:
            return (None,)
        taken = next((taken for taken, bound in stmt.names if bound == name), name)
        target = self.ask.program.find(module, stmt.module, stmt.level, (taken,))
        if isinstance(target, Module):
            return self._named(target, taken, depth - 1)
        return () if target is None and self._only_looks(stmt.module, taken) else (None,)

    def _only_looks(self, library: str, name: str) -> bool:
        """Whether a function of a library only looks at an object that it is given; those of some give it back."""
        if library == "dataclasses":
            return name in _LOOKING
        return library not in _GIVING and is_bystander(self.ask, library)

    def _methods_named(self, module: Module, name: str) -> Iterator[FunctionDef | None]:
        """The methods and functions of a name that a module, or one that it imports, defines: who gets an object says what it is."""
        files = self.ask.program.files
        if files is None:
            yield None
            return
        said = b"def " + name.encode("utf-8", "replace") + b"("
        for other in dict.fromkeys((module, *imported_by(self.ask.program, module))):
            if other.installed or said not in files.text(other.path):
                continue
            if self.ask.is_own(other):
                yield None
                continue
            stmts = [stmt for stmt in other.outline.statements if name in stmt.members or name in stmt.binds]
            found = other.with_these(stmts)
            for one in found.functions.values():
                if one.facts.name == name:
                    yield one


def _param_at(target: FunctionDef, place: Place, of_object: bool) -> str | None:
    """The parameter that an argument goes to; None where it is one of several that are gathered."""
    params = target.facts.params
    if isinstance(place, str):
        return next((one.name for one in params if one.name == place), None)
    shift = 1 if of_object and target.owner is not None and has_self(target) else 0
    plain = [one.name for one in params if one.kind not in ("args", "kwargs", "keyword")]
    return plain[place + shift] if place + shift < len(plain) else None


@lru_cache(maxsize=4_096)
def _imports_in(function: FunctionDef) -> tuple[f.Stmt, ...]:
    return tuple(stmt for stmt in statements_within(function.facts.body) if isinstance(stmt, (f.Import, f.ImportFrom)))


def _methods(cls: ClassDef) -> list[FunctionDef]:
    return list(dict.fromkeys((*cls.methods.values(), *cls.setters.values(), *cls.deleters.values(), *_kept_by_decorators(cls))))


@lru_cache(maxsize=4_096)
def _defined(cls: ClassDef) -> frozenset[str]:
    """What a class defines, in its body or on its objects."""
    bound = set().union(*(bound_or_changed(stmt) for stmt in cls.statements))
    return frozenset({*cls.methods, *cls.inner, *cls.self_stores, *bound} - {"__init__", ANY_NAME})


def of_self(method: FunctionDef) -> Use:
    """What a method does with its object."""
    return use_of(method, _first(method))


def _first(method: FunctionDef) -> str:
    return method.facts.params[0].name if method.facts.params else ""


def methods_of(ask: Memo, cls: ClassDef) -> list[tuple[FunctionDef, ClassDef | None]]:
    """The methods of a class, those that it inherits and that concern it included."""
    found: dict[str, tuple[FunctionDef, ClassDef | None]] = {}
    line = ask.lineage(cls)
    inherited = [one for one in line if not ask.is_own(one.module)]
    for ancestor in line:
        for table in (ancestor.methods, ancestor.setters, ancestor.deleters):
            for name, function in table.items():
                found.setdefault(name if table is ancestor.methods else f"{name} {table is ancestor.setters}", (function, cls))
        for function in _kept_by_decorators(ancestor):
            found.setdefault(f"{function.facts.name} {function.facts.line}", (function, cls))
    return [pair for pair in found.values() if pair[0].owner not in inherited or ask.concerns(pair[0], cls, True)]


@lru_cache(maxsize=4_096)
def _kept_by_decorators(cls: ClassDef) -> tuple[FunctionDef, ...]:
    """The methods that another one of their name follows, and that a decorator may have kept: `@handle.register` above `def _(…)`."""
    own = (one for one in cls.module.so_far.functions.values() if one.owner is cls and one.facts.decorators)
    return tuple(one for one in own if cls.methods.get(one.facts.name) not in (None, one) and not _is_accessor(one))


def _is_accessor(function: FunctionDef) -> bool:
    return not decorator_names(function).isdisjoint({"property", "setter", "getter", "deleter", "overload"})


class Concerns:
    """Which inherited methods concern a class, as far as that is known by now.

    Attributes:
        ask: answers questions.
        carriers: gives what is known to carry Attio.
    """

    def __init__(self, ask: Memo, carriers: Callable[[], Carriers]) -> None:
        """Know of none."""
        self.ask = ask
        self.carriers = carriers
        self._of: dict[ClassDef, Concerned] = {}

    def __call__(self, function: FunctionDef, cls: ClassDef, alone: bool = False) -> bool:
        """Whether a method that a class inherits from a module which is not worked out concerns it; `alone`: though nobody calls it."""
        self.ask.world.note_read(("concerns", cls))
        return function in (self.of(cls).alone if alone else self.of(cls).called)

    def of(self, cls: ClassDef) -> Concerned:
        """Those that concern a class."""
        found = self._of.get(cls)
        if found is None:
            found = self._of[cls] = concerning(self.ask, cls, self.carriers())
        return found

    def renew(self) -> bool:
        """Work it out anew with what is known now; whether it is more, for any class."""
        known, self._of = self._of, {}
        changed = [cls for cls, before in known.items() if self.of(cls) != before]
        self.ask.world.changed.update(("concerns", cls) for cls in changed)
        return bool(changed)
