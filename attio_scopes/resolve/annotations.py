"""Annotations: what a parameter's type says of its value.

Takes an annotation and gives "any object of that class" for a class of the project or a client of a library, the listed texts
for `Literal`, what the dependency gives for `Annotated[..., Depends(f)]`, or None where the type says nothing of use.
"""

from __future__ import annotations

from attio_scopes.model import facts as f
from attio_scopes.model import values as v
from attio_scopes.model.program import ClassDef
from attio_scopes.resolve.class_bodies import class_names
from attio_scopes.resolve.lineage import enum_member, external_bases
from attio_scopes.resolve.machine import Frame, Machine, beyond, map_levels

_WRAPPERS = frozenset({"Optional", "Annotated", "Union", "Final", "ClassVar", "AsyncIterator", "Iterator", "AsyncGenerator", "Generator"})


def annotated(machine: Machine, annotation: f.Expr, frame: Frame) -> v.Value | None:
    """The value that an annotation promises, or None."""
    if isinstance(annotation, f.Const):
        return _named(machine, annotation.value, frame) if isinstance(annotation.value, str) else None
    if isinstance(annotation, f.Binary) and annotation.op == "|":
        return annotated(machine, annotation.left, frame) or annotated(machine, annotation.right, frame)
    if isinstance(annotation, f.Item):
        return _generic(machine, annotation, frame)
    if isinstance(annotation, (f.Name, f.Attr)):
        return _instance(machine, machine.evaluate(annotation, frame), frame)
    return None


def may_be_none(annotation: f.Expr | None) -> bool:
    """Whether an annotation says that None may be given."""
    if isinstance(annotation, f.Const):
        named = annotation.value if isinstance(annotation.value, str) else ""
        return annotation.value is None or "None" in named or "Optional" in named
    if isinstance(annotation, f.Binary):
        return may_be_none(annotation.left) or may_be_none(annotation.right)
    if isinstance(annotation, f.Item):
        head = annotation.value
        name = head.id if isinstance(head, f.Name) else head.name if isinstance(head, f.Attr) else ""
        inner = annotation.index.items if isinstance(annotation.index, f.Collection) else (annotation.index,)
        return name == "Optional" or (name in ("Union", "Annotated") and any(may_be_none(item) for item in inner))
    return False


def _named(machine: Machine, name: str, frame: Frame) -> v.Value | None:
    """A forward reference: a dotted name in a string."""
    parts = name.split("|")[0].strip().split(".")
    if not all(part.isidentifier() for part in parts):
        return None
    expr: f.Expr = f.Name(parts[0])
    for part in parts[1:]:
        expr = f.Attr(expr, part)
    return _instance(machine, machine.evaluate(expr, frame), frame)


def _generic(machine: Machine, annotation: f.Item, frame: Frame) -> v.Value | None:
    head = annotation.value
    name = head.id if isinstance(head, f.Name) else head.name if isinstance(head, f.Attr) else ""
    inner = annotation.index.items if isinstance(annotation.index, f.Collection) else (annotation.index,)
    if name == "Literal":
        values = [item.value for item in inner if isinstance(item, f.Const) and isinstance(item.value, str)]
        texts = [map_levels(v.text(value), beyond) for value in values]
        return v.either(id(annotation), texts) if texts else None
    if name == "Annotated":
        provided = _provided(machine, tuple(machine.evaluate(extra, frame) for extra in inner[1:]), frame)
        if provided is not None:
            return provided
    if name in _WRAPPERS:
        for item in inner:
            found = annotated(machine, item, frame)
            if found is not None:
                return found
    return None


def _provided(machine: Machine, extras: tuple[v.Value, ...], frame: Frame) -> v.Value | None:
    """What the dependency among the extras of `Annotated` gives, if there is one that is understood."""
    for made in extras:
        if isinstance(made, v.Made) and made.name.rpartition(".")[2] in ("Depends", "Security") and made.args.positional:
            given = machine.call(made.args.positional[0], v.Arguments(), frame, f.NO_SPAN)
            if isinstance(given, v.Items) and given.kind == "generator" and given.items:
                return given.items[0]
            return None if isinstance(given, v.Unknown) else given
    return None


def _members(machine: Machine, cls: ClassDef) -> v.Value | None:
    """Any member of an enum of texts."""
    members = [
        map_levels(enum_member(cls, name, value), beyond)
        for name, value in class_names(machine, cls).items()
        if isinstance(value, (v.Text, v.Items)) and not name.startswith("_")
    ]
    return v.either(id(cls), members) if members else None


def _instance(machine: Machine, value: v.Value, frame: Frame) -> v.Value | None:
    """Any object of a class."""
    for option in v.options(value):
        found = option.value
        if isinstance(found, v.Class):
            names = {name.rpartition(".")[2] for name in external_bases(machine, found.target)}
            if names & {"Enum", "StrEnum", "IntEnum"}:
                return _members(machine, found.target)
            if names & {"TypedDict", "Exception"}:
                return None
            return v.Instance(found.target)
        if isinstance(found, v.External):
            if found.name in machine.models.classes or found.name in machine.models.sdks:
                return v.Made(found.name, v.Arguments((), (), True))
        if isinstance(found, v.Made) and found.name == "typing.Annotated":
            given = found.args.positional
            return _provided(machine, given[1:], frame) or _instance(machine, given[0], frame)
        if isinstance(found, (v.Instance, v.Made)) and value is found:
            return found
    return None
