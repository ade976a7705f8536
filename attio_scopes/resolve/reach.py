"""Reach: which units of a project have anything to do with Attio.

Takes modules and gives the functions, classes and module bodies that have to be evaluated. A request becomes Attio's only
through a name or a text that says so, so whatever neither says it, nor mentions what carries it, nor is asked by such code for a value,
cannot hold a call. It goes by names alone: two things of one name are one, which costs time and never a call.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from attio_scopes.model.program import ClassDef, FunctionDef, Module
from attio_scopes.resolve.units import DYNAMIC, Unit, units_of

_PARTS = re.compile(r"[.:]")
_DOTTED = re.compile(r"\w+(?:[.:]\w+)+")


@dataclass(frozen=True, slots=True)
class Reached:
    """What has to be evaluated: functions and classes by identity, and modules whose own statements matter."""

    units: frozenset[int]
    modules: frozenset[Module]

    def has(self, item: FunctionDef | ClassDef) -> bool:
        """Whether a function or class stands in a unit that matters."""
        return id(item.facts) in self.units


def reached(modules: Iterable[Module], says: re.Pattern[str]) -> Reached:
    """Work out what matters.

    Args:
        modules: those to look at; no other can hold a call by itself.
        says: found in a name or text that says Attio, or what is configured to stand for it.

    Returns:
        what matters; empty if nothing says Attio.
    """
    return _Search.of(modules, says).run()


Index = dict[str, list[Unit]]


@dataclass(slots=True)
class _Search:
    """The search: units by what they mention and by what they give, and those found so far."""

    units: list[Unit]
    sources: list[Unit]
    names: dict[tuple[Module, str], list[Unit]] = field(default_factory=dict)
    attributes: Index = field(default_factory=dict)
    binders: dict[tuple[Module, str], list[Unit]] = field(default_factory=dict)
    givers: Index = field(default_factory=dict)
    touched: set[Unit] = field(default_factory=set)
    visited: set[Unit] = field(default_factory=set)
    carrying: set[object] = field(default_factory=set)
    elsewhere: dict[Unit, set[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, modules: Iterable[Module], says: re.Pattern[str]) -> _Search:
        """Take units from modules; index them if any says Attio."""
        units = [unit for module in modules for unit in units_of(module)]
        search = cls(units, [unit for unit in units if _says(unit, says)])
        if search.sources:
            search._index()
        return search

    def _index(self) -> None:
        """Attributes stand for all that is mentioned from elsewhere: imports, keys, and strings where these may become names."""
        for unit in self.units:
            for name in unit.names:
                self.names.setdefault((unit.module, name), []).append(unit)
                if unit.module.stars:
                    self.attributes.setdefault(name, []).append(unit)
            for name in self._from_elsewhere(unit):
                self.attributes.setdefault(name, []).append(unit)
            for name in unit.binds | unit.changes:
                self.binders.setdefault((unit.module, name), []).append(unit)
                if not unit.is_import:
                    self.givers.setdefault(name, []).append(unit)
            for name in unit.stores:
                self.givers.setdefault(name, []).append(unit)

    def _from_elsewhere(self, unit: Unit) -> set[str]:
        """Names by which a unit may mean what another module, or an object, has."""
        found = self.elsewhere.get(unit)
        if found is None:
            found = self.elsewhere[unit] = unit.attributes | unit.imports | unit.keys
            found.update(_PARTS.split(text)[-1] for text in unit.texts if _DOTTED.fullmatch(text))
            if not DYNAMIC.isdisjoint(unit.names) or "__dict__" in unit.attributes:
                found |= unit.texts
        return found

    def run(self) -> Reached:
        """Follow what carries Attio to whoever mentions it, and what that needs to whoever gives it, until nothing is new."""
        pending = [(unit, True) for unit in self.sources]
        while pending:
            unit, touched = pending.pop()
            touched = touched or unit.is_class
            if unit in self.touched or (not touched and unit in self.visited):
                continue
            (self.touched if touched else self.visited).add(unit)
            pending.extend((giver, False) for giver in self._givers(unit))
            pending.extend((mentioning, True) for mentioning in self._mentioning(unit, touched))
        found = self.touched | self.visited
        modules = frozenset(unit.module for unit in found if not unit.is_import)
        return Reached(frozenset(id(inner) for unit in found for inner in unit.definitions), modules)

    def _givers(self, unit: Unit) -> Iterable[Unit]:
        """The units whose values a unit reads."""
        for name in unit.names:
            yield from self.binders.get((unit.module, name), ())
            if unit.module.stars:
                yield from self.givers.get(name, ())
        for name in self._from_elsewhere(unit):
            yield from self.givers.get(name, ())

    def _mentioning(self, unit: Unit, touched: bool) -> Iterable[Unit]:
        """The units that may get a value from a unit; of one that was only asked for a value, through what it changes."""
        given = unit.changes | unit.binds if touched else unit.changes
        for name in given:
            if (unit.module, name) not in self.carrying:
                self.carrying.add((unit.module, name))
                yield from self.names.get((unit.module, name), ())
        for name in unit.stores | given | (unit.members if touched else frozenset()):
            if name not in self.carrying:
                self.carrying.add(name)
                yield from self.attributes.get(name, ())


def _says(unit: Unit, says: re.Pattern[str]) -> bool:
    return any(says.search("\n".join(said)) is not None for said in (unit.names, unit.attributes, unit.texts, unit.imports))
