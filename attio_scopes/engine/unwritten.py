"""Unwritten: the places of calls that the source writes none for: of a property, an operator, `__getattr__`.

Takes a frame and what such a call is about; gives a place that tells it from others of its statement. Calls nothing.
"""

from __future__ import annotations

import zlib

from attio_scopes.engine.domain import values as v
from attio_scopes.engine.frame import LINE, Frame
from attio_scopes.engine.summary import At


def unwritten(fr: Frame, *about: v.Value) -> At:
    """The place of a call that is not written: what it makes is another thing than what a call makes that is about something else."""
    return fr.at((0, 0, 0, zlib.crc32("|".join(map(_said, about)).encode("utf-8", "replace")) % LINE))


def _said(value: v.Value) -> str:
    """What tells a value from others, the same in every run."""
    if isinstance(value, v.Func):
        return f"{value.target.name}({_said(value.bound) if value.bound is not None else ''})"
    if isinstance(value, v.Obj):
        return f"{value.cls.name}{(value.site.span, value.site.chain) if value.site is not None else ''}"
    return str(v.known(value) or "")
