"""Variables: what a name means in a body.

Takes a frame and a name, gives the value: of the body's own variable, of one of the functions around it, of the module, or of Python
itself. Binds nothing.
"""

from __future__ import annotations

from attio_scopes.engine.attributes import attribute
from attio_scopes.engine.containers import or_absent
from attio_scopes.engine.current import read
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.evidence import lost
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.held import surely_held
from attio_scopes.engine.project.imports import own_name
from attio_scopes.model.program import ClassDef, FunctionDef


def lookup(fr: Frame, name: str) -> v.Value:
    """A variable: the frame's, then the functions' around it, then the module's, then a builtin."""
    if name in fr.globals_:
        held = fr.state.held((fr.module, name))
        own = fr.ask.global_name(fr.module, name)
        own = read(fr, (fr.module, name), own) if own is not None else lost(f"`{name}` has no value yet", label=name, environment=name)
        return or_absent(held, own) if held is not None else own
    put = fr.state.held((fr.module, name)) if fr.function is None and fr.owner is None else None
    found = fr.state.name(name)
    if put is not None and fr.ask.world.is_changing((fr.module, name)):
        return or_absent(put, found) if found is not None else put
    if found is not None:
        return found
    if name in fr.shared and fr.scope is not None:
        held = fr.held((fr.scope, name))
        return held if held is not None else lost(f"`{name}` has no value yet", label=name)
    if fr.outer is not None and name not in fr.locals_:
        owner = fr.ask.holder(fr.function, name)
        if owner is not None:
            scope: v.Value = fr.outer
            for _ in range(owner):
                scope = attribute(fr, scope, "<outer>")
            return attribute(fr, scope, name)
    if fr.function is None and fr.owner is not None:
        own = fr.ask.class_name(fr.owner, name)
        if own is not None:
            return own
        if name in fr.owner.methods:
            return v.Func(fr.owner.methods[name])
    if fr.function is not None and name in fr.locals_:
        return lost(f"`{name}` is not set on every path to this line", label=name)
    written = fr.state.held((fr.module, name))
    if written is not None and surely_held(written):
        return written
    if name == "__class__" and fr.function is not None:
        around = _class_around(fr.function)
        return v.Class(around) if around is not None else v.External("builtins.__class__")
    found = fr.ask.global_name(fr.module, name) or own_name(fr.module, name)
    found = read(fr, (fr.module, name), found) if found is not None else v.External(f"builtins.{name}")
    return or_absent(written, found) if written is not None else found


def _class_around(function: FunctionDef | None) -> ClassDef | None:
    """The class in whose method a function is written."""
    while function is not None and function.owner is None:
        function = function.parent
    return function.owner if function is not None else None
