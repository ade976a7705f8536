"""Annotations: what a declared type says of a value.

Takes an annotation and gives "any object of that class" for a class of the project or a client of a library, the listed texts for
`Literal`, what the dependency gives for `Annotated[..., Depends(f)]`, or None where the type says nothing of use.
"""

from __future__ import annotations

import zlib

from attio_scopes.engine.class_attributes import enum_members
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import any_of, either
from attio_scopes.engine.domain.evidence import lost
from attio_scopes.engine.frame import Frame
from attio_scopes.model import facts as f

_WRAPPERS = frozenset(
    {"Optional", "Annotated", "Union", "Final", "ClassVar", "AsyncIterator", "Iterator", "AsyncGenerator", "Generator", "Awaitable"}
)
_LISTS = frozenset({"list", "List", "Sequence", "Iterable", "set", "Set", "frozenset", "Collection", "tuple", "Tuple", "deque"})
_MAPPINGS = frozenset({"dict", "Dict", "Mapping", "MutableMapping", "defaultdict"})


def annotated(fr: Frame, annotation: f.Expr) -> v.Value | None:
    """The value that an annotation promises, or None."""
    if isinstance(annotation, f.Const):
        return _named(fr, annotation.value) if isinstance(annotation.value, str) else None
    if isinstance(annotation, f.Binary) and annotation.op == "|":
        found = [one for one in (annotated(fr, annotation.left), annotated(fr, annotation.right)) if one is not None]
        return any_of(found) if found else None
    if isinstance(annotation, f.Item):
        return _generic(fr, annotation)
    if isinstance(annotation, (f.Name, f.Attr)):
        return _instance(fr, fr.ask.evaluate(fr, annotation))
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


def says_more(fr: Frame, annotation: f.Expr) -> bool:
    """Whether an annotation is `Annotated[…]`, or a name for one."""
    if isinstance(annotation, f.Item):
        head = annotation.value
        return (head.id if isinstance(head, f.Name) else head.name if isinstance(head, f.Attr) else "") == "Annotated"
    value = fr.ask.evaluate(fr, annotation) if isinstance(annotation, (f.Name, f.Attr)) else None
    return isinstance(value, v.Made) and value.name == "typing.Annotated"


def _named(fr: Frame, name: str) -> v.Value | None:
    """A forward reference: a dotted name in a string."""
    several = [one for part in name.split("|") if "|" in name and (one := _named(fr, part.strip())) is not None]
    if several:
        return any_of(several)
    parts = name.split(".")
    if not all(part.isidentifier() for part in parts) or name == "None":
        return None
    expr: f.Expr = f.Name(parts[0])
    for part in parts[1:]:
        expr = f.Attr(expr, part)
    return _instance(fr, fr.ask.evaluate(fr, expr))


def _generic(fr: Frame, annotation: f.Item) -> v.Value | None:
    head = annotation.value
    name = head.id if isinstance(head, f.Name) else head.name if isinstance(head, f.Attr) else ""
    inner = annotation.index.items if isinstance(annotation.index, f.Collection) else (annotation.index,)
    if name == "Literal":
        values = [item.value for item in inner if isinstance(item, f.Const) and isinstance(item.value, str)]
        token = (fr.module.path, (0, 0, 0, 0), tuple(map(hash_text, values)))
        return either(token, [v.text(value) for value in values]) if values else None
    if name == "Annotated":
        provided = _provided(fr, tuple(fr.ask.evaluate(fr, extra) for extra in inner[1:]))
        if provided is not None:
            return provided
    if name in _WRAPPERS:
        found = [one for item in inner if (one := annotated(fr, item)) is not None]
        return any_of(found) if found else None
    if name in _LISTS:
        one = annotated(fr, inner[0])
        return v.Seq("list", (), one) if one is not None else None
    if name in _MAPPINGS and len(inner) == 2:
        one = annotated(fr, inner[1])
        return v.Map((), one) if one is not None else None
    value = fr.ask.evaluate(fr, head) if isinstance(head, (f.Name, f.Attr)) else None
    context = fr.ask.products.exactly("context_of", value.name) if isinstance(value, v.External) else None
    held = annotated(fr, inner[0]) if context is not None else None
    if context is not None and held is not None:
        return v.Made("attio_scopes.context", v.Arguments((), ((context.says["attribute"], held),)))
    return _instance(fr, value) if isinstance(value, v.Class) else None


def hash_text(text: str) -> int:
    """A number that is the same for the same text in every run."""
    return zlib.crc32(text.encode("utf-8", "replace"))


def _provided(fr: Frame, extras: tuple[v.Value, ...]) -> v.Value | None:
    """What the dependency among the extras of `Annotated` gives, if there is one that is understood."""
    marker = next((one for one in extras if isinstance(one, v.Made) and fr.ask.products.exactly("injects", one.name)), None)
    return fr.ask.dependency_of(fr, marker) if marker is not None else None


def _instance(fr: Frame, value: v.Value) -> v.Value | None:
    """Any object of a class."""
    for option in v.options(value):
        found = option.value
        if isinstance(found, v.Class):
            names = {name.rpartition(".")[2] for name in fr.ask.external_bases(found.target)}
            if names & {"Enum", "StrEnum", "IntEnum"}:
                members = enum_members(fr, found.target)
                return any_of(members) if members else None
            if names & {"TypedDict", "Exception"}:
                return None
            return fr.ask.any_object(found.target)
        if isinstance(found, v.External):
            if found.name in fr.ask.models.classes or found.name in fr.ask.models.sdks:
                return v.Made(found.name, v.Arguments((), (), lost(f"no checked code creates the `{found.name.rpartition('.')[2]}`")))
        if isinstance(found, v.Made) and found.name == "typing.Annotated":
            given = found.args.positional
            return _provided(fr, given[1:]) or _instance(fr, given[0])
        if isinstance(found, (v.Obj, v.Made)) and value is found:
            return found
    return None
