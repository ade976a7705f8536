"""Remembering: what values that are made of others keep about themselves, so that it is worked out once.

Takes a frozen dataclass, gives it with a hash that is kept and a comparison that is short. Never changes what a value is equal to.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar


class Composite:
    """What a value that is made of others remembers: its hash, whether anything in it waits for a caller, one that is equal to it, and the
    values of a choice that nothing tells apart."""

    __slots__ = ("_equal", "_hash", "_open", "_plain")


Remembering = TypeVar("Remembering", bound=Composite)


def remembers_its_hash(cls: type[Remembering]) -> type[Remembering]:
    """Let objects of a class work out their hash once."""
    plain: Callable[[object], int] = cls.__hash__

    def remembered(self: Any) -> int:
        try:
            known: int = self._hash
        except AttributeError:
            known = plain(self)
            object.__setattr__(self, "_hash", known)
        return known

    same: Callable[[object, object], Any] = cls.__eq__

    def equal(self: Any, other: Any) -> bool:
        # Values share parts: without the hash and the last equal one, two that are alike are compared part by part, again and again.
        if self is other:
            return True
        if other.__class__ is not self.__class__ or hash(self) != hash(other):
            return False
        try:
            if self._equal is other:
                return True
        except AttributeError:
            pass
        found = same(self, other) is True
        if found:
            object.__setattr__(self, "_equal", other)
        return bool(found)

    cls.__hash__ = remembered  # type: ignore[method-assign]  # what dataclass made is called by it
    cls.__eq__ = equal  # type: ignore[method-assign]  # likewise
    return cls
