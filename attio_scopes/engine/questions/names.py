"""Questions about names: what a module binds to one.

Takes a module and a name, gives its value: what the statements that bind or change it come to, and what others store there. Runs no other
statement of the module.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable
from dataclasses import dataclass, field
from typing import cast

from attio_scopes.engine.body.statements import execute
from attio_scopes.engine.callbacks import is_bystander
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import any_of
from attio_scopes.engine.domain.evidence import lost
from attio_scopes.engine.frame import Ask, Frame
from attio_scopes.engine.memo import Memo
from attio_scopes.engine.project.binders import bound_or_changed, bound_or_stored
from attio_scopes.model import facts as f
from attio_scopes.model.program import Module


@dataclass(eq=False, repr=False)
class NameQuestions(Memo):
    """What is asked about the names of modules."""

    changed: dict[int, set[str]] = field(default_factory=dict)

    def global_name(self, module: Module, name: str) -> v.Value | None:
        """The value of a module's name; None where it binds none."""
        key = ("global", module, name)
        first = cast("v.Value | None", lost(f"`{name}` is imported in a cycle", label=name))  # or mypy takes every answer for a `Lost`
        return self.answer(key, lambda: self._global(key, module, name), first)

    def _global(self, key: Hashable, module: Module, name: str) -> v.Value | None:
        written = self.world.held((module, name))
        own = self._bound(key, module, name)
        if written is None:
            return own
        kept = [] if own is None or own == v.NONE or isinstance(own, v.Lost) else [own]
        self.world.note_changing((module, name), own, written)
        if kept:
            self.world.first[module, name] = kept[0]
        return any_of([*kept, written])

    def _bound(self, key: Hashable, module: Module, name: str) -> v.Value | None:
        if module.binds(name):
            stmts = self._binders(module, name)
            binding = [stmt for stmt in stmts if name in bound_or_stored(stmt)]
            found = self._run(key, module, name, binding)
            if len(binding) < len(stmts) and not (found is not None and _is_fixed(self, found)):
                found = self._run(key, module, name, stmts)
            if found is not None:
                return found
            inner = self.program.by_parts.get((*module.parts, name)) if module.is_package else None
            return v.ModuleValue(inner) if inner is not None else lost(f"`{name}` is set in a way that is not followed", label=name)
        for star in module.stars:
            target = self.program.find(module, star.module, star.level)
            if isinstance(target, Module) and target is not module:
                found = self.global_name(target, name)
                if found is not None:
                    return found
        return None

    def _run(self, key: Hashable, module: Module, name: str, stmts: list[f.Stmt]) -> v.Value | None:
        fr = Frame(self, module, closed=True)
        execute(fr, tuple(stmts))
        self.publish(fr, key)
        return fr.state.name(name)

    def _binders(self, module: Module, name: str) -> list[f.Stmt]:
        """The top-level statements that bind a name, or change what it is bound to; the module was asked for them."""
        return [stmt for stmt in module.so_far.body if name in self._changed_by(stmt)]

    def _changed_by(self, stmt: f.Stmt) -> set[str]:
        """The names that a statement of a module binds or changes, by its identity: it stays as long as its module."""
        found = self.changed.get(id(stmt))
        if found is None:
            found = self.changed[id(stmt)] = bound_or_changed(stmt)
        return found

    def project_setting(self, name: str) -> v.Value | None:
        """What the project's settings modules bind to a name."""
        found = [
            self.global_name(module, name)
            for module in self.program.modules
            if module.has_settings and (name in _bound_by(module) or module.stars)
        ]
        values = [value for value in found if value is not None]
        return any_of(values) if values else None


def _bound_by(module: Module) -> Collection[str]:
    return module.outline.bound if module.by_parts else module.contents().bound


def _is_fixed(ask: Ask, value: v.Value) -> bool:
    """Whether no call can put anything into a value that would matter."""
    if isinstance(value, v.Made):
        return is_bystander(ask, value.name)
    return isinstance(value, (v.Text, v.Scalar, v.External))
