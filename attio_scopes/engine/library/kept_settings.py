"""Kept settings: what a program tells a library's configuration to take over, `app.config.from_object(Settings)`.

Takes a frame, a method of something unknown and its arguments; puts each setting where whoever reads the configuration finds it. Never
reads a file.
"""

from __future__ import annotations

from collections.abc import Iterator

from attio_scopes.engine.attributes import attribute
from attio_scopes.engine.containers import mapping_of
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.values import known
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.held import stored_names
from attio_scopes.engine.library.products import Fact
from attio_scopes.engine.operations import imported
from attio_scopes.engine.project.classes import variables_of


def keep_settings(fr: Frame, callee: v.Member, args: v.Arguments) -> v.Value | None:
    """Keep the settings that a configuration is given, and give what the call gives; None where it is another call."""
    fact = _fact_of(fr, callee)
    if fact is None:
        return None
    for name, value in _settings(fr, callee.name in fact.words("of_object"), args):
        fr.store((v.External(f"{v.SHARED}{fact.says['holder']}"), name), value)
    return v.NONE


def settings_wait(fr: Frame, callee: v.Member, args: v.Arguments) -> bool:
    """Whether only a caller knows which settings a configuration is given."""
    return any(isinstance(one, (v.Param, v.Apply, v.Result)) for one in args.values()) and _fact_of(fr, callee) is not None


def _fact_of(fr: Frame, callee: v.Member) -> Fact | None:
    """What is said of a method of a configuration that an object of a library has."""
    holder = callee.owner
    if not isinstance(holder, v.Member):
        return None
    facts = (fact for fact in fr.ask.products.all("keeps_settings") if fact.says["holder"] == holder.name)
    return next((fact for fact in facts if callee.name in (*fact.words("of_object"), *fact.words("of_mapping"))), None)


def _settings(fr: Frame, of_object: bool, args: v.Arguments) -> Iterator[tuple[str, v.Value]]:
    for given in args.positional:
        for option in v.options(given):
            value = option.value
            if not of_object:
                held = mapping_of(fr, value)
                yield from ((name, one) for key, one in (held.entries if isinstance(held, v.Map) else ()) if (name := known(key)))
                continue
            value = _named(fr, known(value) or "") if isinstance(value, v.Text) else value
            yield from ((name, attribute(fr, value, name)) for name in _names_of(fr, value) if name.isupper())
    yield from args.keywords


def _named(fr: Frame, dotted: str) -> v.Value:
    """The module, or the class of a module, that a text names."""
    found = imported(fr, v.text(dotted), fr.module)
    above, _, last = dotted.rpartition(".")
    module = imported(fr, v.text(above), fr.module) if above and not isinstance(found, v.ModuleValue) else None
    return attribute(fr, module, last) if isinstance(module, v.ModuleValue) else found


def _names_of(fr: Frame, value: v.Value) -> Iterator[str]:
    """The names that an object, a class or a module has."""
    if isinstance(value, v.ModuleValue):
        module = value.target
        yield from sorted(module.outline.bound if module.by_parts else module.contents().bound)
    elif isinstance(value, (v.Class, v.Obj)):
        cls = value.target if isinstance(value, v.Class) else value.cls
        names = {name for one in fr.ask.lineage(cls) for name in variables_of(one)}
        yield from sorted(names.union(stored_names(fr, value) if isinstance(value, v.Obj) else ()))
