"""Carriers: the names by which something of Attio can be had, and those that were read to get there.

Takes the answers so far. A name carries Attio where its value has evidence of it, is a function that hands such a request up or gives
such a value, or an object or class that leads to one. Works nothing out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any

from msgspec import Struct, field

from attio_scopes.engine.callbacks import is_bystander
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.evidence import evidence
from attio_scopes.engine.domain.parts import VALUES, parts
from attio_scopes.engine.memo import Kept, Memo
from attio_scopes.engine.project.classes import is_exception_class, metaclass_of
from attio_scopes.engine.summarise import made_with, objects_in, parts_of_effect
from attio_scopes.engine.summary import Summary
from attio_scopes.model.path import Hole
from attio_scopes.model.program import ClassDef, FunctionDef, Module

Wanted = Callable[[FunctionDef], bool]
Promised = Callable[[FunctionDef], Iterable[v.Value]]


class Carriers(Struct):
    """What carries Attio, and what was read.

    Attributes:
        names: of modules.
        put: those among them by which more is had than a class or function.
        set_up: those among these that hold an address or client, and not just functions and classes.
        attributes: of objects, each with the classes of these; None among them for whichever.
        read_names: the names that were read on the way to a request, and whether what they mean can be changed in place.
        read_attributes: the attributes that were read on the way to one, or that it hangs on.
        leaving: the functions that leave something with others that their callers decide.
        definitions: the functions and classes, and the objects and containers, that carry it.
        hosts: that are Attio's.
    """

    names: set[tuple[Module, str]] = field(default_factory=set)
    put: set[tuple[Module, str]] = field(default_factory=set)
    set_up: set[tuple[Module, str]] = field(default_factory=set)
    attributes: dict[str, set[ClassDef | None]] = field(default_factory=dict)
    read_names: dict[tuple[Module, str], bool] = field(default_factory=dict)
    read_attributes: set[str] = field(default_factory=set)
    leaving: set[FunctionDef] = field(default_factory=set)
    definitions: set[Any] = field(default_factory=set)
    hosts: frozenset[str] = frozenset()

    def has(self, values: Iterable[Any]) -> bool:
        """Whether one of these values carries Attio."""
        return any(_ITSELF in through or not self.definitions.isdisjoint(through) for through in (_leads_to(x, self.hosts) for x in values))

    def any_of(self, values: Iterable[Any]) -> bool:
        """Whether one of these values carries Attio, or may be had of an argument by a name that does."""
        for value in values:
            through = _leads_to(value, self.hosts)
            if _ITSELF in through or not self.definitions.isdisjoint(through) or not self.attributes.keys().isdisjoint(_read_of(value)):
                return True
        return False


def carriers_of(memo: Memo, promised: Promised, wanted: Wanted) -> Carriers:
    """The carriers among all answers so far.

    Args:
        memo: the answers.
        promised: what a function's own statement says of what goes in and out.
        wanted: whether a function is worked out for its own sake; what others read is not asked for.
    """
    found = Carriers(hosts=memo.hosts)
    uses: dict[Any, list[Any]] = {}
    holding: dict[Any, list[Any]] = {}
    pending: list[Any] = []
    definitions: set[Any] = set()
    for what, values in _sources(memo, promised, wanted):
        through: set[Any] = set()
        given = list(values)
        for value in given:
            through |= _leads_to(value, memo.hosts)
        if all(_is_definition(value) for value in given if isinstance(value, VALUES)):
            definitions.add(what)
        if _ITSELF in through:
            pending.append(what)
        else:
            for one in through:
                uses.setdefault(one, []).append(what)
                if not isinstance(one, (FunctionDef, ClassDef)):
                    holding.setdefault(one, []).append(what)
    _note_set_up(found, pending, holding)
    done: set[Any] = set()
    while pending:
        what = pending.pop()
        if what not in done:
            done.add(what)
            if what[0] == "name" and isinstance(what[1], Module) and what not in definitions:
                found.put.add((what[1], what[2]))
            for one in _note(memo, found, what):
                bases = [base for base in memo.lineage(one)[1:] if memo.is_own(base.module)] if isinstance(one, ClassDef) else []
                for carrier in (one, *bases):
                    found.definitions.add(carrier)
                    pending.extend(uses.pop(carrier, ()))
                for base in bases:
                    _note_class(found, base)
    _note_read(memo, found, wanted)
    return found


def _note_set_up(found: Carriers, sources: Iterable[Any], holding: dict[Any, list[Any]]) -> None:
    """Note the names by which something can be had that holds Attio's things itself."""
    pending = [one for one in sources if one[0] in ("name", "heap")]
    seen: set[Any] = set()
    while pending:
        what = pending.pop()
        if what in seen:
            continue
        seen.add(what)
        place = what[1:] if what[0] == "name" else what[1] if isinstance(what[1], tuple) else (what[1],)
        owner, name = place[0], place[-1]
        if isinstance(owner, Module):
            found.set_up.add((owner, str(name)))
        elif isinstance(owner, (ClassDef, FunctionDef)):
            found.set_up.add((owner.module, owner.name.partition(".")[0]))
        else:
            pending.extend(holding.get(owner, ()))


def _note_read(memo: Memo, found: Carriers, wanted: Wanted) -> None:
    """Note what was read on the way to requests, what these hang on, and which functions leave what their callers decide."""
    pending: list[Any] = [key for key, kept in memo.kept.items() if kept.found]
    hanging = {piece.label for kept in memo.kept.values() for one in kept.found for piece in one.reading.url if isinstance(piece, Hole)}
    for key, kept in _kept(memo, "summary"):
        function = key[1]
        if function in found.definitions and wanted(function):
            pending.append(key)
            for effect in kept.value.effects:
                for value in parts_of_effect(effect):
                    found.read_attributes |= _read_of(value)
                    hanging |= _labels_of(value)
        left = [(place, value) for place, value in map(_placed, kept.value.heap) if not isinstance(place[0], (v.Param, v.Variables))]
        if any(v.is_open(value) or place in memo.world.changing for place, value in left):
            found.leaving.add(function)
    reads = set().union(*memo.body_reads.values())
    pending.extend(reads)
    seen: set[Any] = set()
    while pending:
        key = pending.pop()
        answer = memo.kept.get(key)
        if answer is None or key in seen:
            continue
        seen.add(key)
        pending.extend(answer.reads)
        if isinstance(key, tuple) and key[0] == "global":
            if memo.is_own(key[1]) or not _is_definition(answer.value):
                found.read_names[key[1], key[2]] = _can_change(memo, answer.value)
        if not isinstance(key, tuple) or key[0] != "summary" or wanted(key[1]):
            reads.update(answer.reads)
    for owner, name in filter(_is_attribute, reads):
        if name in hanging or _may_be_more(memo, found, owner, name):
            found.read_attributes.add(name)


def _may_be_more(memo: Memo, found: Carriers, owner: Any, name: str) -> bool:
    """Whether an attribute holds something of which a request can be made, so that others may put more there."""
    held = memo.world.heap.get((owner, name))
    if held is None:
        cls = owner if isinstance(owner, ClassDef) else getattr(owner, "cls", None)
        tables = [memo.bodies.get(one, {}) for one in memo.lineage(cls)] if cls is not None else []
        held = next((table[name] for table in tables if name in table), None)
    if held is None:
        return False
    values = [option.value for option in v.options(held)]
    return any(isinstance(one, (v.Text, v.Ref)) or one == v.NONE for one in values) or found.has(values)


def _placed(entry: tuple[Any, v.Value]) -> tuple[tuple[Any, ...], v.Value]:
    """A place of the heap as (owner, name), and what is held there."""
    place, value = entry
    return (place if isinstance(place, tuple) else (place,)), value


def _is_definition(value: v.Value | None) -> bool:
    return value is not None and all(isinstance(option.value, (v.Class, v.Func)) for option in v.options(value))


def _can_change(memo: Memo, value: v.Value | None) -> bool:
    """Whether something can be put into a value in place that its users would see."""
    found = [option.value for option in v.options(value)] if value is not None else []
    return any(isinstance(one, (v.Ref, v.Obj)) or (isinstance(one, v.Made) and not is_bystander(memo, one.name)) for one in found)


def _sources(memo: Memo, promised: Promised, wanted: Wanted) -> Iterator[tuple[Any, Iterable[Any]]]:
    """What may carry something, each with the values that say so."""
    for (_, function, cls, _), kept in _kept(memo, "summary"):
        decided = (_OF_ATTIO,) if kept.found and (memo.senders or cls is not function.owner) else ()  # the class of the object decided it
        called = tuple(v.Func(target) for _, target, _ in kept.edges) if memo.senders else ()
        yield ("function", function, cls), (*values_of(kept.value), *decided, *called, *(promised(function) if wanted(function) else ()))
        for place, value in kept.value.heap:
            yield ("heap", place), (value,)
    for (_, module, name), kept in _kept(memo, "global"):
        if kept.value is not None:
            yield ("name", module, name), (kept.value,)
    for (_, cls, name), kept in _kept(memo, "class"):
        if kept.value is not None:
            yield ("name", cls, name), (kept.value,)
    for place, value in memo.world.heap.items():
        yield ("heap", place), (value,)
    for whose, names in memo.bodies.items():
        if isinstance(whose, ClassDef):
            meta = metaclass_of(memo, whose)
            yield ("class", whose), [v.Class(base) for base in (*memo.lineage(whose)[1:], *((meta,) if meta is not None else ()))]
        for name, value in names.items():
            yield ("name", whose, name), (value,)


def _kept(memo: Memo, kind: str) -> list[tuple[Any, Kept]]:
    """The answers to questions of a kind, as they are now, each with its question."""
    return [(key, kept) for key, kept in memo.kept.items() if isinstance(key, tuple) and key and key[0] == kind]


def _is_attribute(key: Any) -> bool:
    """Whether a key is an attribute of something that is known: of an unknown argument, what hangs on it says so."""
    if not (isinstance(key, tuple) and len(key) == 2 and isinstance(key[1], str)):
        return False
    owner = key[0]
    return isinstance(owner, (v.Obj, v.Made, v.External, ClassDef, FunctionDef)) or (isinstance(owner, v.Param) and owner.cls is not None)


def values_of(summary: Summary) -> Iterator[Any]:
    """What a summary says, but what can be had of it only by a name that says Attio."""
    held: dict[Any, list[v.Value]] = {}
    pending: list[Any] = [summary.returns, *summary.raises, *((summary.yields,) if summary.yields is not None else ())]
    for effect in summary.effects:
        pending.extend(made_with(effect))
    for place, value in summary.heap:
        owner = place[0] if isinstance(place, tuple) else place
        if getattr(owner, "site", None) in summary.made:
            held.setdefault(owner, []).extend(() if _says(place) else (value,))
        elif not _says(place) and isinstance(owner, VALUES) and v.is_open(owner):  # what all can see has a place of its own
            pending.append(value)
    while pending:
        value = pending.pop()
        yield value
        if held:
            for one in objects_in(value):
                pending.extend(held.pop(one, ()))


def _note(memo: Memo, found: Carriers, what: Any) -> list[Any]:
    """Note that something carries Attio; gives the definitions, objects and containers that do so by this."""
    if what[0] == "function":
        return _note_function(memo, found, what[1], what[2])
    if what[0] == "class":
        return _note_class(found, what[1])
    if what[0] == "name":
        return _note_name(found, what[1], what[2])
    place = what[1]
    if not isinstance(place, tuple):
        return [place]
    owner, name = place[0], place[-1]
    if isinstance(owner, Module):
        found.names.add((owner, str(name)))
        found.put.add((owner, str(name)))
        return []
    if isinstance(name, str) and not isinstance(owner, v.Variables):
        cls = owner if isinstance(owner, ClassDef) else owner.cls if isinstance(owner, (v.Obj, v.Param)) else None
        if name == "args" and isinstance(owner, v.Obj) and cls is not None and is_exception_class(memo, cls):
            return [owner, *_note_class(found, cls)]  # whoever catches one calls what raises it: `args` alone says nothing
        found.attributes.setdefault(name, set()).add(cls)
        if _says(place):
            return []
    if isinstance(owner, (ClassDef, FunctionDef)):
        found.names.add((owner.module, owner.name.partition(".")[0]))
        found.put.add((owner.module, owner.name.partition(".")[0]))
    return [owner, *_note_class(found, owner.cls)] if isinstance(owner, v.Obj) else [owner]


def _says(place: Any) -> bool:
    """Whether an attribute is named for Attio: whoever gets Attio's things through it says so."""
    return isinstance(place, tuple) and isinstance(place[-1], str) and "attio" in place[-1].lower()


def _note_class(found: Carriers, cls: ClassDef) -> list[Any]:
    found.names.add((cls.module, cls.name.partition(".")[0]))
    return [cls]


def _note_function(memo: Memo, found: Carriers, function: FunctionDef, cls: ClassDef | None) -> list[Any]:
    outer: FunctionDef = function
    while outer.parent is not None:
        outer = outer.parent
    owners = [one for one in dict.fromkeys((outer.owner, cls)) if one is not None and (one is cls or memo.is_own(one.module))]
    if not owners:
        found.names.add((outer.module, outer.facts.name))
    return [function, *(one for owner in owners for one in _note_class(found, owner))]


def _note_name(found: Carriers, whose: Module | ClassDef, name: str) -> list[Any]:
    if isinstance(whose, Module):
        found.names.add((whose, name))
        return []
    found.attributes.setdefault(name, set()).add(whose)
    if _says((whose, name)):
        return []
    found.put.add((whose.module, whose.name.partition(".")[0]))
    return _note_class(found, whose)


_OF_ATTIO = v.External("attio")
_ITSELF = "itself"
"""Stands among what a value leads to where it has evidence of its own."""


@lru_cache(maxsize=262_144)
def _leads_to(value: Any, hosts: frozenset[str]) -> frozenset[Any]:
    """The definitions, objects and containers by which a value may carry Attio."""
    if _has_evidence(value, hosts):
        return frozenset({_ITSELF})
    found: set[Any] = set()
    if isinstance(value, (v.Func, v.Class)):
        found.add(value.target)
    elif isinstance(value, v.Obj):
        found.update((value, value.cls))
    elif isinstance(value, (v.Ref, v.Variables, v.Made)):
        found.add(value)
    for part in _given_by(value):
        found |= _leads_to(part, hosts)
        if _ITSELF in found:
            return frozenset({_ITSELF})
    return frozenset(found)


def _given_by(value: Any) -> Iterable[Any]:
    """What can be had of a value: not what the tests are about that decide which of several it is."""
    return (option.value for option in value.options) if isinstance(value, v.Choice) else parts(value)


@lru_cache(maxsize=262_144)
def _read_of(value: Any) -> frozenset[str]:
    """The attributes and keys that are read of a caller's things on the way to a value."""
    found: set[str] = set()
    if isinstance(value, v.Param):
        found.update(step for _, step in value.path if isinstance(step, str))
    elif isinstance(value, v.Apply):
        found.update(one for one in (value.extra, *map(v.known, value.operands)) if isinstance(one, str))
    elif isinstance(value, v.Member):
        found.add(value.name)
    return frozenset(found.union(*map(_read_of, parts(value))))


@lru_cache(maxsize=65_536)
def _labels_of(value: Any) -> frozenset[str]:
    """How a reader names what is not known of a value."""
    own: set[str] = set()
    if isinstance(value, v.Text):
        own.update(piece.label for piece in value.pieces if isinstance(piece, v.Gap))
    elif isinstance(value, (v.Lost, v.Result)):
        own.add(value.label)
    return frozenset(own.union(*map(_labels_of, parts(value))))


_TOKEN = re.compile("key|token|secret|password|credential|auth", re.IGNORECASE)


def _leads_there(found: str) -> bool:
    """Whether evidence says where a request goes, and not only with which token."""
    return bool(found) and not (found.startswith("the setting ") and _TOKEN.search(found))


def _has_evidence(value: Any, hosts: frozenset[str]) -> bool:
    if isinstance(value, v.Text):
        return _leads_there(evidence(value)) or any(isinstance(p, v.Lit) and any(h in p.text.lower() for h in hosts) for p in value.pieces)
    if isinstance(value, (v.Lost, v.Scalar)):
        return _leads_there(evidence(value))
    if isinstance(value, v.Apply) and value.operation == "imported":
        return True  # a module that callers name may be any
    return isinstance(value, (v.External, v.Made)) and "attio" in value.name.lower() and not value.name.startswith("attio_scopes.")
