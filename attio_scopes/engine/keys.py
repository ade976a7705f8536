"""Keys: an index of a list or mapping as something that can be compared.

Takes and gives values. What is not known is no key; the parts of a pair are compared as far as they are known.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import any_of
from attio_scopes.engine.domain.values import known

OBJECTS = (v.Obj, v.Class, v.Func, v.Made)
"""What is told apart by which one it is: never the key that another is."""


def may_be(key: v.Value, index: v.Value) -> bool:
    """Whether an index of which not all is known can be a key: what is known of both is the same."""
    if (
        not isinstance(index, v.Seq)
        or not isinstance(key, v.Seq)
        or index.kind != "tuple"
        or key.rest is not None
        or index.rest is not None
    ):
        return True
    pairs = [(key_of(one), key_of(other)) for one, other in zip(key.items, index.items, strict=False)]
    return len(key.items) == len(index.items) and all(None in pair or pair[0] == pair[1] for pair in pairs)


def key_of(index: v.Value) -> Any:
    """An index as a key that can be compared; None where it is not known."""
    text = known(index)
    if text is not None:
        return text
    if isinstance(index, v.Scalar):
        return index.value
    if isinstance(index, v.Seq) and index.kind == "tuple" and index.rest is None:
        parts = tuple(map(key_of, index.items))
        return parts if None not in parts else None
    return None


@lru_cache(maxsize=16_384)
def by_key(owner: v.Map) -> tuple[dict[Any, v.Value], tuple[v.Value, ...]]:
    """The entries of a mapping by their keys, that of `None` under it; and those whose keys are not known.

    What was put in later under a key that a caller gives may be the entry of any key that was there.
    """
    named: dict[Any, v.Value] = {}
    unknown: list[v.Value] = []
    for key, value in owner.entries:
        name = key_of(key)
        if name is not None or key == v.NONE:
            named[name] = value
        elif not isinstance(key, OBJECTS):
            unknown.append(value)
            if isinstance(key, v.Param):
                named = {name: any_of([before, value]) for name, before in named.items()}
    return named, tuple(unknown)


def index_of(key: Any) -> v.Value:
    """What a key is the key of."""
    if isinstance(key, tuple):
        return v.Seq("tuple", tuple(map(index_of, key)))
    return v.text(key) if isinstance(key, str) else v.Scalar(key)


def label_of(index: v.Value) -> str:
    """How a reader names an item: by its key, where that is a name."""
    name = known(index)
    return name if name is not None and name.isidentifier() else "item"
