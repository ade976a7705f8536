"""Carriers: the names by which something of Attio can be had, and those that were read to get there.

Takes the answers so far. A name carries Attio where its value has evidence of it, is a function that hands such a request up or gives such a
value, or an object or class that leads to one. Works nothing out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.evidence import evidence
from attio_scopes.engine.memo import Memo
from attio_scopes.engine.summarise import parts, parts_of_effect
from attio_scopes.engine.summary import Summary
from attio_scopes.model.program import ClassDef, FunctionDef, Module

Wanted = Callable[[FunctionDef], bool]


@dataclass(slots=True)
class Carriers:
    """What carries Attio, and what was read.

    Attributes:
        names: of modules.
        attributes: of objects, whichever.
        read_names, read_attributes: what was read, of modules and of objects.
        definitions: the functions and classes that carry it.
        holders: the objects and containers that do.
    """

    names: set[tuple[Module, str]] = field(default_factory=set)
    attributes: set[str] = field(default_factory=set)
    read_names: set[tuple[Module, str]] = field(default_factory=set)
    read_attributes: set[str] = field(default_factory=set)
    definitions: set[FunctionDef | ClassDef] = field(default_factory=set)
    holders: set[Any] = field(default_factory=set)


def carriers_of(memo: Memo, wanted: Wanted) -> Carriers:
    """The carriers among all answers so far.

    Args:
        memo: the answers.
        wanted: whether a function is worked out for its own sake; what others read is not asked for.
    """
    found = Carriers()
    summaries = [(key[1], kept.value) for key, kept in memo.kept.items() if _is_of(key, "summary")]  # type: ignore[index]
    globals_ = [(key[1], key[2], kept.value) for key, kept in memo.kept.items() if _is_of(key, "global")]  # type: ignore[index]
    bodies = [(whose, name, value) for whose, names in memo.bodies.items() for name, value in names.items()]
    while True:
        before = len(found.definitions) + len(found.holders) + len(found.names)
        look = _Look(found, memo.hosts)
        for function, summary in summaries:
            if function not in found.definitions and look.carries_any(_of_summary(summary)):
                _note_function(found, function)
            _note_heap(found, look, summary.heap)
        _note_heap(found, look, memo.world.heap.items())
        for whose, name, value in (*globals_, *bodies):
            if value is not None and look.carries(value):
                _note_name(found, whose, name)
        if len(found.definitions) + len(found.holders) + len(found.names) == before:
            break
    found.read_names.update((module, name) for module, name, _ in globals_)
    for key, kept in memo.kept.items():
        if _is_of(key, "summary") and wanted(key[1]):  # type: ignore[index]
            found.read_attributes.update(one[1] for one in kept.reads if _is_attribute(one))
    return found


def _is_of(key: Any, kind: str) -> bool:
    return isinstance(key, tuple) and bool(key) and key[0] == kind


def _is_attribute(key: Any) -> bool:
    return isinstance(key, tuple) and len(key) == 2 and isinstance(key[1], str) and not isinstance(key[0], (str, Module))


def _of_summary(summary: Summary) -> Iterator[Any]:
    yield summary.returns
    if summary.yields is not None:
        yield summary.yields
    yield from summary.raises
    for effect in summary.effects:
        yield from parts_of_effect(effect)
    for _, value in summary.heap:
        yield value


def _note_function(found: Carriers, function: FunctionDef) -> None:
    """A function carries Attio: so does whatever it is had by."""
    found.definitions.add(function)
    outer: FunctionDef = function
    while outer.parent is not None:
        outer = outer.parent
    owner = outer.owner
    if owner is None:
        found.names.add((outer.module, outer.facts.name))
        return
    found.definitions.add(owner)
    found.names.add((owner.module, owner.name.partition(".")[0]))


def _note_name(found: Carriers, whose: Module | ClassDef, name: str) -> None:
    """A name of a module or of a class carries Attio."""
    if isinstance(whose, Module):
        found.names.add((whose, name))
        return
    found.attributes.add(name)
    found.definitions.add(whose)
    found.names.add((whose.module, whose.name.partition(".")[0]))


def _note_heap(found: Carriers, look: _Look, heap: Iterable[tuple[Any, v.Value]]) -> None:
    for key, value in heap:
        if not look.carries(value):
            continue
        if not isinstance(key, tuple):
            found.holders.add(key)
            continue
        owner, name = key[0], key[-1]
        if isinstance(owner, Module):
            found.names.add((owner, str(name)))
        elif isinstance(name, str):
            found.attributes.add(name)
        if isinstance(owner, (ClassDef, FunctionDef)):
            found.definitions.add(owner)
        elif not isinstance(owner, Module):
            found.holders.add(owner)


@dataclass(slots=True)
class _Look:
    """A look at values, each once."""

    found: Carriers
    hosts: frozenset[str]
    known: dict[Any, bool] = field(default_factory=dict)

    def carries_any(self, values: Iterable[Any]) -> bool:
        return any(self.carries(value) for value in values)

    def carries(self, value: Any) -> bool:
        """Whether a value has anything of Attio, or leads to it."""
        answer = self.known.get(value)
        if answer is not None:
            return answer
        self.known[value] = False
        answer = self._carries_itself(value) or self.carries_any(parts(value))
        self.known[value] = answer
        return answer

    def _carries_itself(self, value: Any) -> bool:
        if isinstance(value, v.Text):
            return bool(evidence(value)) or any(isinstance(p, v.Lit) and any(h in p.text.lower() for h in self.hosts) for p in value.pieces)
        if isinstance(value, v.Lost):
            return bool(evidence(value))
        if isinstance(value, (v.External, v.Made)):
            return "attio" in value.name.lower() and not value.name.startswith("attio_scopes.") or value in self.found.holders
        if isinstance(value, (v.Func, v.Class)):
            return value.target in self.found.definitions
        if isinstance(value, v.Obj):
            return value.cls in self.found.definitions or value in self.found.holders
        return isinstance(value, (v.Ref, v.Variables)) and value in self.found.holders
