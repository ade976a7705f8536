"""Inner evidence: what lists and mappings have of Attio, as they are now.

Takes a frame and values that go into something unknown; gives its evidence in words, "" for none. `evidence` sees what a value is made
of, and of a list or mapping only which one it is; here is looked at what that holds.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attio_scopes.engine import bounds
from attio_scopes.engine.containers import content
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.evidence import evidence, parts_with_evidence
from attio_scopes.engine.domain.parts import parts
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.held import stored_names


def inner_evidence(fr: Frame, values: Iterable[v.Value]) -> str:
    """What lists and mappings among these values have of Attio."""
    pending: list[v.Value] = [value for value in values if isinstance(value, _HOLDING)]
    seen: set[v.Value] = set()
    while pending:
        value = pending.pop()
        if value in seen:
            continue
        seen.add(value)
        if isinstance(value, v.Ref):
            held = content(fr, value)
            found = evidence(held)
            if found:
                return found
            pending.append(held)
        else:
            pending.extend(part for part in parts_with_evidence(value) if isinstance(part, _HOLDING))
    return ""


_HOLDING = (v.Ref, v.Choice, v.Seq, v.Map)


LEADS_THERE = "a function that leads to Attio"
"""The evidence of what may be one of several functions of which some send requests."""


def reached_evidence(fr: Frame, values: Iterable[v.Value]) -> str:
    """What these have of Attio, in what they hold, or in what can be had by calling them."""
    pending: list[Any] = list(values)
    seen: dict[Any, None] = {}
    while pending and len(seen) < bounds.OPTIONS:
        value = pending.pop(0)
        if value in seen:
            continue
        seen[value] = None
        found = evidence(value)
        if found:
            return found
        if isinstance(value, v.Ref):
            pending.append(content(fr, value))
        elif isinstance(value, v.Obj):
            pending.extend(held for name in stored_names(fr, value) if (held := fr.held((value, name))) is not None)
        else:
            pending.extend(parts(value))
        if isinstance(value, (v.Func, v.Class)):
            fr.ask.world.note_read(("carries", value.target))
    return LEADS_THERE if fr.ask.carries((*seen, *pending)) else ""
