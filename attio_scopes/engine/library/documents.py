"""Documents: what is written in a text of the source as JSON.

Takes a value, gives what the text says, or None where it is not known or says nothing. Reads no file, and goes no deeper than a value may.
"""

from __future__ import annotations

import json
from typing import Any

from attio_scopes.engine import bounds
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import choose


def loaded(value: v.Value) -> v.Value | None:
    """What a text says that is JSON; of one of several texts what each says."""
    if isinstance(value, v.Choice):
        found = [(option.guards, loaded(option.value)) for option in value.options]
        return choose(v.Option(guards, one) for guards, one in found if one is not None) if all(one for _, one in found) else None
    text = v.known(value)
    if text is None or len(text) > bounds.TEXT:
        return None
    try:
        return _value(json.loads(text), 0)
    except (ValueError, RecursionError):
        return None


def _value(found: Any, depth: int) -> v.Value:
    if depth > bounds.WITHIN:
        raise ValueError("nobody writes a document that deep into a source")
    if isinstance(found, dict):
        return v.Map(tuple((v.text(key), _value(held, depth + 1)) for key, held in found.items()))
    if isinstance(found, list):
        return v.Seq("list", tuple(_value(held, depth + 1) for held in found))
    return v.text(found) if isinstance(found, str) else v.Scalar(found)
