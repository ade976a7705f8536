"""Rewriting: what a client hands its requests to, where that may send them to another address than the call says.

Takes a frame, the client and the URL of a request; gives the URL, or what is not known of it where a hook, a transport or an adapter of the
project that has to do with Attio sets the address of requests anew. Calls nothing.
"""

from __future__ import annotations

from attio_scopes.engine import bounds
from attio_scopes.engine.containers import content, inner_of
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import any_of
from attio_scopes.engine.domain.evidence import HOST, evidence, lost
from attio_scopes.engine.domain.reasons import REWRITTEN
from attio_scopes.engine.frame import Frame
from attio_scopes.model import facts as f
from attio_scopes.model.blocks import statements_within
from attio_scopes.model.program import FunctionDef

_WORDS = ("transport", "event_hooks", "mounts", "hooks")
"""What of a client's arguments gets its requests before they leave."""

_MOUNTED = "<mounted>"


def mount(fr: Frame, client: v.Value, args: v.Arguments) -> v.Value:
    """`session.mount(prefix, adapter)`."""
    before = fr.held((client, _MOUNTED))
    adapter = args.positional[1]
    fr.store((client, _MOUNTED), adapter if before is None else any_of([before, adapter]))
    return v.NONE


def as_it_leaves(fr: Frame, client: v.Value | None, url: v.Value) -> v.Value:
    """The URL of a request as it leaves; not known where what the client hands it to may make it Attio's."""
    if not isinstance(client, (v.Made, v.Obj)) or evidence(url) == HOST:
        return url
    given = dict(client.args.keywords) if isinstance(client, v.Made) else {}
    below = [given.get(word) or fr.held((client, word)) for word in _WORDS]
    if any(_rewrites(fr, one) for one in (*below, fr.held((client, _MOUNTED))) if one is not None):
        return lost(REWRITTEN, url, label="url", has=HOST)
    return url


def _rewrites(fr: Frame, value: v.Value) -> bool:
    """Whether a value is, or holds, something of the project that has to do with Attio and sets the address of a request."""
    pending, seen = [value], 0
    while pending and seen < bounds.OPTIONS:
        one = pending.pop()
        seen += 1
        if isinstance(one, v.Choice):
            pending.extend(option.value for option in one.options)
        elif isinstance(one, v.Ref) or inner_of(fr, one) is not None:
            pending.append(content(fr, one))
        elif isinstance(one, v.Map):
            pending.extend(held for _, held in one.entries)
        elif isinstance(one, v.Seq):
            pending.extend(one.items)
        elif isinstance(one, v.Func):
            if _sets_an_address(one.target) and fr.ask.carries((one,)):
                return True
        elif isinstance(one, v.Obj):
            methods = [method for cls in fr.ask.lineage(one.cls) for method in cls.methods.values()]
            if any(map(_sets_an_address, methods)) and fr.ask.carries((one, v.Class(one.cls))):
                return True
    return False


def _sets_an_address(function: FunctionDef) -> bool:
    """Whether a function sets the address of something that is no object of its own class."""
    return any(
        isinstance(target, f.Attr) and target.name == "url" and target.value != f.Name("self")
        for stmt in statements_within(function.facts.body)
        for target in (stmt.targets if isinstance(stmt, f.Assign) else (stmt.target,) if isinstance(stmt, f.Augment) else ())
    )
