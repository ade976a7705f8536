"""Remembering: what values that are made of others keep about themselves, so that it is worked out once.

Frozen data whose hash is kept. Never changes what a value is equal to.
"""

from __future__ import annotations

from msgspec import Struct


class Composite(Struct, frozen=True, cache_hash=True):
    """A value that is made of others: without a hash that is kept, it would be worked out part by part at every look into a table."""
