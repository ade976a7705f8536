"""Namespaces: what Python gives of all names at once, as a mapping: `locals()`, `globals()`, `vars(x)`; and a document in the source.

`NAMESPACES` maps a dotted name to a function of (frame, arguments, place) like those of `effects`. Never reads this process's own names.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from attio_scopes.engine import bounds
from attio_scopes.engine.construct import site_of
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.values import known
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.summary import Here


def _of_module(fr: Frame, args: v.Arguments, here: Here) -> v.Value | None:
    module = fr.module
    names = sorted(module.outline.bound if module.by_parts else module.contents().bound)
    entries = tuple((v.text(name), value) for name in names if (value := fr.ask.global_name(module, name)) is not None)
    return v.Map(entries)


def _of_function(fr: Frame, args: v.Arguments, here: Here) -> v.Value | None:
    """`locals()`, and `vars()` of nothing: the variables that have a value by now."""
    if fr.function is None:
        return _of_module(fr, args, here)
    held: dict[str, v.Value] = {}
    for state in fr.state.since(None):
        held.update(state.names)
    for name in sorted(fr.shared):
        value = fr.held((fr.scope, name)) if fr.scope is not None else None
        held.update({name: value} if value is not None else {})
    return v.Map(tuple((v.text(name), value) for name, value in held.items()))


def _vars(fr: Frame, args: v.Arguments, here: Here) -> v.Value | None:
    return None if args.positional else _of_function(fr, args, here)


def _read_document(fr: Frame, args: v.Arguments, here: Here) -> v.Value | None:
    """`json.loads` of a text that stands in the source."""
    text = known(args.positional[0]) if args.positional else None
    hook = args.keyword("object_hook")
    if text is None or len(text) > bounds.TEXT or len(args.keywords) > (hook is not None):
        return None
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    chain = fr.chain
    made = _as_value(fr, found, hook, here, [0])
    fr.chain = chain
    return made


def _as_value(fr: Frame, found: Any, hook: v.Value | None, here: Here, count: list[int]) -> v.Value:
    """What a document says, as values: each list and mapping is one of its own."""
    if isinstance(found, str):
        return v.text(found)
    if not isinstance(found, (list, dict)):
        return v.Scalar(found)
    held: v.Value
    if isinstance(found, list):
        held = v.Seq("list", tuple(_as_value(fr, one, hook, here, count) for one in found))
    else:
        held = v.Map(tuple((v.text(key), _as_value(fr, one, hook, here, count)) for key, one in found.items()))
    count[0] += 1
    fr.chain = (count[0], *fr.chain[:1])
    made = v.Ref(site_of(fr, here), "list" if isinstance(found, list) else "dict")
    fr.store(made, held)
    return fr.ask.call(fr, hook, v.Arguments((made,)), here) if hook is not None and isinstance(found, dict) else made


NAMESPACES: dict[str, Callable[[Frame, v.Arguments, Here], v.Value | None]] = {
    "builtins.globals": _of_module,
    "builtins.locals": _of_function,
    "builtins.vars": _vars,
    "json.loads": _read_document,
}
