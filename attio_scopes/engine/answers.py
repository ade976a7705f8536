"""Answers: whether a single value is true, equal, in, of a class; and what is left of a guard once a caller is known.

Takes a frame, a value and a question; gives True, False, or None where that is not certain. Never guesses: a value that a caller decides
gives None until that caller is known.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from attio_scopes.engine import bounds
from attio_scopes.engine.containers import content
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.parts import parts
from attio_scopes.engine.domain.text import TEXT_METHODS, text_method
from attio_scopes.engine.domain.values import known
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.project.classes import find_method, is_enum


def answer_of(fr: Frame, value: v.Value, kind: str, than: Any) -> bool | None:
    """Whether a single value is so: True, False, or None where that is not certain."""
    if kind == "true":
        return truth(fr, value)
    if kind == "none":
        return True if value == v.NONE else False if _is_something(fr, value) else None
    if kind == "eq":
        return _same(fr, value, than)
    if kind == "in":
        return _within(fr, value, than)
    if kind == "has":
        return _has(fr, value, than)
    if kind == "callable":
        return _callable(fr, value)
    if kind == "isinstance":
        return _is_instance(fr, value, than)
    if kind == "hasattr":
        return _has_attribute(fr, value, than)
    if kind == "text":
        method, args = than
        found = text_method(value, method, v.Arguments(args)) if method in TEXT_METHODS else None
        return found.value if isinstance(found, v.Scalar) and isinstance(found.value, bool) else None
    return None


_SOLID = (v.Text, v.Seq, v.Map, v.Ref, v.Obj, v.Made, v.Func, v.Class, v.ModuleValue, v.Partial)


def _is_something(fr: Frame, value: v.Value) -> bool:
    if isinstance(value, v.Made):
        return _is_constructed(fr, value)
    return isinstance(value, _SOLID) or (isinstance(value, v.Scalar) and value.value is not None)


def _is_constructed(fr: Frame, value: v.Made) -> bool:
    """Whether a library's class gave an object, and not some function that may give None."""
    last = value.name.rpartition(".")[2]
    return last[:1].isupper() or value.name in fr.ask.models.classes or value.name in ("response", "request") or last == "dumps"


def truth(fr: Frame, value: v.Value) -> bool | None:
    """Whether a value counts as true; None where that is not certain."""
    if isinstance(value, v.Scalar):
        return bool(value.value)
    if isinstance(value, v.Text):
        literal = known(value)
        if literal is not None:
            return None if any(piece.environment for piece in value.pieces) else bool(literal)
        return True if any(isinstance(piece, v.Lit) for piece in value.pieces) else None
    if isinstance(value, v.Ref):
        held = content(fr, value)
        found = {truth(fr, option.value) for option in v.options(held)}
        return found.pop() if len(found) == 1 else None
    if isinstance(value, v.Seq):
        return True if value.items else False if value.rest is None else None
    if isinstance(value, v.Map):
        if any(not (isinstance(x, v.Choice) and any(o.value == v.ABSENT for o in x.options)) for _, x in value.entries):
            return True
        return False if value.rest is None and not value.entries else None
    if isinstance(value, v.Obj):
        if any(find_method(fr.ask, value.cls, name) is not None for name in ("__bool__", "__len__")) or fr.ask.external_bases(value.cls):
            return None
        return True
    if isinstance(value, v.Made):
        return True if value.name not in ("response", "request") and _is_constructed(fr, value) else None
    if isinstance(value, (v.Func, v.Class, v.ModuleValue, v.Partial)):
        return True
    if isinstance(value, v.External):
        return True if value.name == "typing.TYPE_CHECKING" or value.name in fr.ask.models.functions else None
    if isinstance(value, v.Member) and isinstance(value.owner, v.Made):
        client = fr.ask.models.classes.get(value.owner.name)
        return True if client is not None and value.name in client.methods else None
    return None


def _same(fr: Frame, left: v.Value, right: v.Value) -> bool | None:
    one, other = known(left), known(right)
    if one is not None and other is not None:
        return one == other
    if isinstance(left, v.Scalar) and isinstance(right, v.Scalar):
        return left.value == right.value and (left.value is None) == (right.value is None)
    if isinstance(left, v.Scalar) and (other is not None or (left.value is None and _is_something(fr, right))):
        return False
    if isinstance(right, v.Scalar) and (one is not None or (right.value is None and _is_something(fr, left))):
        return False
    if isinstance(left, v.Seq) and isinstance(right, v.Seq) and left.rest is None and right.rest is None:
        found = [_same(fr, one, other) for one, other in zip(left.items, right.items, strict=False)]
        return False if len(left.items) != len(right.items) or False in found else None if None in found else True
    if isinstance(left, (v.Class, v.ModuleValue)) and type(left) is type(right):
        return left == right
    if isinstance(left, v.Obj) and isinstance(right, v.Obj) and is_enum(fr.ask, left.cls) and left.cls is right.cls:
        return left == right
    if isinstance(left, v.Text) and isinstance(right, v.Text):
        return _cannot_be(left, right)
    return None


def _cannot_be(left: v.Text, right: v.Text) -> bool | None:
    """Two texts that are not all known: different where their known beginnings differ."""
    one, other = left.pieces[0] if left.pieces else None, right.pieces[0] if right.pieces else None
    if isinstance(one, v.Lit) and isinstance(other, v.Lit):
        if not (one.text.startswith(other.text) or other.text.startswith(one.text)):
            return False
    return None


def _within(fr: Frame, left: v.Value, right: Any) -> bool | None:
    if isinstance(right, v.Map):
        certain = [key for key, x in right.entries if not (isinstance(x, v.Choice) and any(o.value == v.ABSENT for o in x.options))]
        found = [_same(fr, left, key) for key in certain]
        if True in found:
            return True
        every = [_same(fr, left, key) for key, _ in right.entries]
        return False if right.rest is None and all(one is False for one in every) else None
    if isinstance(right, v.Seq):
        found = [_same(fr, left, item) for item in right.items]
        if True in found:
            return True
        return False if right.rest is None and None not in found else None
    return _has(fr, right, left) if isinstance(right, v.Text) else None


def _has(fr: Frame, text: v.Value, part: Any) -> bool | None:
    """`part in text`."""
    wanted, whole = known(part), known(text)
    if wanted is not None and whole is not None:
        return wanted in whole
    if wanted is not None and isinstance(text, v.Text) and any(isinstance(p, v.Lit) and wanted in p.text for p in text.pieces):
        return True
    held = content(fr, text) if isinstance(text, v.Ref) else text
    return _within(fr, part, held) if isinstance(held, (v.Seq, v.Map)) else None


def _callable(fr: Frame, value: v.Value) -> bool | None:
    if isinstance(value, (v.Func, v.Partial, v.Class)):
        return True
    if isinstance(value, (v.Text, v.Scalar, v.Seq, v.Map, v.Ref, v.ModuleValue)):
        return False
    if isinstance(value, v.Obj) and not fr.ask.external_bases(value.cls):
        return find_method(fr.ask, value.cls, "__call__") is not None
    return None


def _has_attribute(fr: Frame, value: v.Value, name: Any) -> bool | None:
    text = known(name)
    if text is None or not isinstance(value, v.Obj):
        return False if text is not None and isinstance(value, v.Scalar) and value.value is None and not text.startswith("__") else None
    if find_method(fr.ask, value.cls, text) is not None:
        return True
    return None


_PLAIN = frozenset({"str", "dict", "list", "tuple", "set", "frozenset", "int", "float", "bytes", "bool"})
_MAPPINGS = frozenset({"dict", "Mapping", "MutableMapping"})
_LISTS = frozenset({"list", "tuple", "set", "frozenset", "Sequence", "Iterable", "Collection"})


def _is_instance(fr: Frame, value: v.Value, than: Any) -> bool | None:
    kinds = than.items if isinstance(than, v.Seq) else (than,)
    found = [_of_kind(fr, value, kind) for kind in kinds]
    return True if True in found else False if found and None not in found else None


def _kind_name(kind: v.Value) -> str:
    if not isinstance(kind, v.External):
        return ""
    return kind.name.rpartition(".")[2] if kind.name.startswith(("builtins.", "collections.abc.", "typing.")) else kind.name


def _of_kind(fr: Frame, value: v.Value, kind: v.Value) -> bool | None:
    if isinstance(kind, v.Class):
        cls = value.cls if isinstance(value, v.Obj) or (isinstance(value, v.Param) and not value.path) else None
        if cls is not None:
            if kind.target in fr.ask.lineage(cls):
                return True
            return None if fr.ask.external_bases(cls) or (isinstance(value, v.Obj) and value.site is None) else False
        if isinstance(value, (v.Map, v.Seq, v.Ref, v.Scalar)):
            return False
        odd = is_enum(fr.ask, kind.target) or fr.ask.external_bases(kind.target)
        return False if isinstance(value, v.Text) and not odd else None
    name = _kind_name(kind)
    if isinstance(value, v.Text):
        return True if name == "str" else False if name in (_PLAIN - {"str", "bytes"}) | _MAPPINGS else None
    kept = value.kind if isinstance(value, (v.Ref, v.Seq)) else "dict" if isinstance(value, v.Map) else ""
    if kept == "dict":
        return True if name in _MAPPINGS else False if name in _PLAIN else None
    if kept:
        return True if name == kept else None if name in _LISTS else False if name in _PLAIN | _MAPPINGS else None
    if isinstance(value, v.Scalar) and name in _PLAIN:
        return type(value.value).__name__ == name or (name == "int" and isinstance(value.value, bool))
    if isinstance(value, (v.Func, v.Partial, v.Class, v.ModuleValue)) and name in _PLAIN:
        return False
    if isinstance(value, v.Obj) and name in _PLAIN and not fr.ask.external_bases(value.cls):
        return False
    return None


def settled(fr: Frame, guard: v.Guard, about: v.Value, than: Any, token: Any) -> list[v.Guards]:
    """What is left of a guard once a caller is known: the sets of guards under which it holds; none where it cannot.

    Args:
        fr: of the caller.
        guard: what was asked.
        about, than: what it is about, for this caller.
        token: tells this call from others.
    """
    found: dict[v.Guards, None] = {}
    for option in v.options(about):
        answer = answer_of(fr, option.value, guard.kind, than)
        if guard.kind == "none" and isinstance(option.value, v.Param) and option.value.required:
            answer = False  # what a caller has to be given itself is something
        if answer is None:
            if v.is_open(option.value) and not is_vague(option.value):
                found[option.guards | {v.Guard(guard.kind, option.value, guard.outcome, than)}] = None
            else:
                unknown = isinstance(option.value, v.Member) or is_vague(option.value)
                key = (guard.kind, guard.about if unknown else _shown(option.value), _shown(than))
                found[option.guards | {v.Guard("at", ("asked", token, key), guard.outcome)}] = None
        elif answer is guard.outcome:
            found[option.guards] = None
        if len(found) > bounds.WAYS_OF_A_TEST:
            return [v.NO_GUARDS]
    return list(found) if len(found) <= bounds.WAYS_OF_A_TEST else [v.NO_GUARDS]


@lru_cache(maxsize=65_536)
def is_vague(value: v.Value) -> bool:
    """Whether something unknown is in a value: two such values are not one because the same is known of them."""
    pending: list[Any] = [value]
    while pending:
        one = pending.pop()
        if isinstance(one, v.Lost):
            return True
        if not isinstance(one, v.Made):  # one of its own, wherever it is made
            pending.extend(parts(one))
    return False


def _shown(value: Any) -> Any:
    return value if isinstance(value, (v.Lost, v.Member, v.Text, v.Scalar)) else "another value"
