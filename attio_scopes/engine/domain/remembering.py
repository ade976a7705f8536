"""Remembering: what is worked out once, and kept: the hash of values that are made of others, and what is asked of an expression's text.

Frozen data whose hash is kept, and functions whose answers are. Never changes what a value is equal to, or what a function gives.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from msgspec import Struct

One = TypeVar("One")
Answer = TypeVar("Answer")


class Composite(Struct, frozen=True, cache_hash=True):
    """A value that is made of others: without a hash that is kept, it would be worked out part by part at every look into a table."""


def once_for_each(make: Callable[[One], Answer], most: int = 65_536) -> Callable[[One], Answer]:
    """Keep what a function gives for each of so many objects that it is asked about, which are told apart by their identity: facts never
    change, and are too deep to be compared."""
    kept: dict[int, tuple[One, Answer]] = {}

    def asked(one: One) -> Answer:
        found = kept.get(id(one))
        if found is None:
            answer = make(one)
            if len(kept) >= most:
                kept.clear()
            found = kept[id(one)] = one, answer  # what is kept itself lives on, so that no other gets its identity
        return found[1]

    return asked
