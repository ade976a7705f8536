"""Declarations: texts that a subclass declares and a method of its base sends.

Takes a value that a class body or an overriding method gives, and says where and by whom it was decided, so that the request is
reported at the declaration, or at the call that passes the object, and not inside the base class.
"""

from __future__ import annotations

from attio_scopes.model import facts as f
from attio_scopes.model import values as v
from attio_scopes.model.path import Literal
from attio_scopes.model.program import ClassDef
from attio_scopes.resolve.lineage import lineage
from attio_scopes.resolve.machine import Frame, Machine, beyond, map_levels, raised


def for_the_base(machine: Machine, value: v.Instance, name: str, declared: v.Value, frame: Frame) -> v.Value:
    """What a subclass declares is, for a method of its base, decided by whoever made or passed the object."""
    owner = frame.owner
    if owner is None:
        return declared
    if owner is value.cls:
        if value.args is not None or not _is_overridden(machine, owner, name):
            return declared
        return (
            v.Unknown(f"subclasses declare `{name}`", name, level=v.BEYOND)
            if declared == v.text("")
            else decided_elsewhere(declared, value)
        )
    if _is_marked(declared):  # a base's `__init_subclass__` stored it, with what the class statement says
        return decided_elsewhere(declared, value)
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


def _is_marked(value: v.Value) -> bool:
    """Whether a text carries the place of its declaration already."""
    return any(
        isinstance(option.value, v.Text) and any(isinstance(piece, Literal) and piece.declared for piece in option.value.pieces)
        for option in v.options(value)
    )


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
        return v.Text(
            tuple(
                Literal(p.text, 0, p.environment) if isinstance(p, Literal) and p.declared and _is_of(p.declared[-1], owner) else p
                for p in value.pieces
            )
        )
    return value


def _is_of(declared: str, owner: str) -> bool:
    """Whether a declaration is a class's: its own attribute, or what one of its methods gives."""
    return declared == owner or declared.rpartition(".")[0] == owner


def mark_declared(value: v.Value, at: tuple[str, int, int, int, int, str]) -> v.Value:
    """The value with the place of its declaration on its texts."""
    if isinstance(value, v.Text):
        return v.Text(
            tuple(Literal(p.text, p.level, p.environment, p.declared or at) if isinstance(p, Literal) else p for p in value.pieces)
        )
    if isinstance(value, v.Choice):
        return v.choose(v.Option(option.guards, mark_declared(option.value, at)) for option in value.options)
    return value
