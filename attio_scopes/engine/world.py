"""The world: what objects hold for all of the program, and which objects there are.

What a body leaves in an object that others can reach is noted here under the question that worked the body out, so that it is replaced when
the question is answered anew. What is held is the join of all that was noted. Every read is noted for the question that is being answered.
Evaluates nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

from attio_scopes.engine import bounds
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import any_of, generalise, of_the_past
from attio_scopes.engine.domain.reasons import LONGER
from attio_scopes.engine.domain.state import or_more
from attio_scopes.engine.ledger import Ledger
from attio_scopes.engine.recursion import Activation
from attio_scopes.engine.rounds import both
from attio_scopes.model.program import ClassDef, FunctionDef, Module

Edge = tuple[FunctionDef | None, FunctionDef, Any]
"""Who calls (see `Frame.doer`), the function that is called, and the class of its `self`, with the tool for which it is worked out."""


class World(Struct):
    """What is known of all.

    Attributes:
        heap: what objects hold.
        parts: what each question noted, by key.
        objects: the objects that were made of each class.
        called: the functions that some body calls, each with the class of its `self`.
        escaped: the functions that were handed to something unknown, which may call them with anything.
        certain: those that are called for sure, and not only if somebody calls a function that nobody is seen to call.
        queued: the functions that were handed to a task library.
        registered: the functions that a call hands to a framework, with the kind of entry point that they are there, and its name.
        edges: of each question or root that is being worked out, what calls what; who calls is None for whoever is worked out.
        selected: the name of the tool for which functions are worked out at the moment, or "".
        passed: of calls that were handed up, (path, function) in which they stand, and what their callers made them call.
        handed_on: what of Attio is among what a function hands to another.
        moves: how often what a question leaves under a key came out differently.
        names: under which attributes something is put that some code calls by a text (`setattr`).
        given: the parameters that some call gives.
        active: the functions whose summaries are being instantiated, the outermost first.
        reads: the keys that each question under way has read.
        changed: the keys whose value changed since the last round began.
        reached: bounds that were reached, and where.
        changing: the places where one text after another is put, so that it is the callers' which of them a function finds.
        beyond: what goes on changing after all sweeps: it may be anything, and stays so.
        first: what such a name of a module is bound to before anything is put there.
        undecided: (path, function) on the way from a request of which something is not known to whoever leads to it.
        ledger: what became of each call.
    """

    heap: dict[Any, v.Value] = field(default_factory=dict)
    parts: dict[Any, dict[Any, v.Value]] = field(default_factory=dict)
    by_question: dict[Any, frozenset[Any]] = field(default_factory=dict)
    owners: dict[Any, dict[str, None]] = field(default_factory=dict)
    objects: dict[ClassDef, dict[v.Obj, set[Any]]] = field(default_factory=dict)
    called: set[tuple[FunctionDef, ClassDef | None]] = field(default_factory=set)
    certain: set[tuple[FunctionDef, ClassDef | None]] = field(default_factory=set)
    escaped: set[FunctionDef] = field(default_factory=set)
    queued: set[FunctionDef] = field(default_factory=set)
    registered: dict[FunctionDef, tuple[str, str]] = field(default_factory=dict)
    edges: list[dict[Edge, None]] = field(default_factory=list)
    selected: str = ""
    passed: set[tuple[str, str, FunctionDef, ClassDef | None]] = field(default_factory=set)
    handed_on: dict[tuple[FunctionDef, FunctionDef], str] = field(default_factory=dict)
    moves: dict[tuple[Any, Any], int] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    given: set[tuple[FunctionDef, str]] = field(default_factory=set)
    active: list[Activation] = field(default_factory=list)
    reads: list[dict[Any, None]] = field(default_factory=list)
    changed: set[Any] = field(default_factory=set)
    reached: dict[str, set[str]] = field(default_factory=dict)
    changing: set[Any] = field(default_factory=set)
    first: dict[tuple[Module, str], v.Value] = field(default_factory=dict)
    beyond: dict[Any, v.Lost] = field(default_factory=dict)
    undecided: set[tuple[str, str]] = field(default_factory=set)
    ledger: Ledger = field(default_factory=Ledger)
    bodies: int = 0
    substitutions: int = 0

    def note_read(self, key: Any) -> None:
        """Note that what is being worked out depends on this."""
        if self.reads:
            self.reads[-1][key] = None

    def held(self, key: Any) -> v.Value | None:
        """What is held under a key, for all."""
        if self.reads:
            self.reads[-1][key] = None
        return self.heap.get(key)

    def note_name(self, name: str) -> None:
        """Note that something is put under an attribute that is called by a text."""
        if name not in self.names:
            self.names.add(name)
            self.changed.add(("name", name))

    def is_named(self, name: str) -> bool:
        """Whether something is put under an attribute that is called by a text."""
        self.note_read(("name", name))
        return name in self.names

    def note_given(self, function: FunctionDef, name: str) -> None:
        """Note that a call gives a parameter of a function."""
        if (function, name) not in self.given:
            self.given.add((function, name))
            self.changed.add(("given", function, name))

    def is_given(self, function: FunctionDef, name: str) -> bool:
        """Whether any call gives a parameter of a function."""
        self.note_read(("given", function, name))
        return (function, name) in self.given

    def note_changing(self, place: Any, before: v.Value | None, after: v.Value | None) -> None:
        """Note that something is put at a place where something else is: where both are texts, or entries of a mapping, it changes."""
        if before is None or before == after or place in self.changing or not _is_of_all(place):
            return
        if _differ(before, after):
            self.changing.add(place)
            self.changed.add(("changing", place))

    def is_changing(self, place: Any) -> bool:
        """Whether one text after another is put at a place."""
        self.note_read(("changing", place))
        return place in self.changing

    def only_of(self, key: Any, function: FunctionDef | None, module: Any) -> bool:
        """Whether nothing but the body of a function, or of a module, has put something under a key."""
        return all(
            isinstance(one, tuple) and len(one) > 1 and (one[1] is function if function is not None else one[1] is module)
            for one in self.parts.get(key, ())
        )

    def put_by_other_bodies(self, place: tuple[Any, str], module: Module) -> bool:
        """Whether the body of a module other than this one, or what it calls, puts something at a place."""
        return any(isinstance(one, tuple) and one[0] == "body" and one[1] is not module for one in self.parts.get(place, ()))

    def fields(self, owner: v.Value) -> tuple[str, ...]:
        """The attributes that something was put under of an object."""
        self.note_read(("fields", owner))
        return tuple(self.owners.get(owner, ()))

    def add(self, key: Any, value: v.Value) -> None:
        """Note that something is put under a key, beside what is there, once and for all."""
        parts = self.parts.setdefault(key, {})
        before = parts.get(None)
        after = value if before is None or before == value else any_of([before, value])
        if after != before:
            self.moves[key, None] = self.moves.get((key, None), 0) + 1
            if self.moves[key, None] > 2 * bounds.OPTIONS:
                return  # it holds any of these already, and only what is made of itself grows on
        parts[None] = after
        self._join(key)

    def note(self, question: Any, changes: Mapping[Any, v.Value], made: frozenset[v.Obj]) -> None:
        """Note what a question's body leaves for all, in place of what it left before."""
        before = self.by_question.get(question, frozenset())
        for key in before.difference(changes):
            if isinstance(key, v.Obj):
                if key not in made:
                    self._forget(key, question)
                continue
            del self.parts[key][question]
            self._join(key)
        for key, value in ((key, of_the_past(value)) for key, value in changes.items()):
            parts = self.parts.setdefault(key, {})
            earlier = parts.get(question)
            if earlier is not None and earlier != value:
                self.moves[key, question] = self.moves.get((key, question), 0) + 1
                value = _settled(earlier, value, self.moves[key, question])
                if self.moves[key, question] > bounds.ROUNDS:
                    self.note_bound("sweeps", key.site.path if isinstance(key, v.Ref) else "")
            if earlier != value:
                parts[question] = value
                self._join(key)
        for one in made:
            known = self.objects.setdefault(one.cls, {})
            if one not in known:
                known[one] = set()
                self.changed.add(("objects", one.cls))
            known[one].add(question)
        self.by_question[question] = frozenset(changes) | made

    def _forget(self, made: v.Obj, question: Any) -> None:
        known = self.objects.get(made.cls, {})
        owners = known.get(made)
        if owners is not None:
            owners.discard(question)
            if not owners:
                del known[made]
                self.changed.add(("objects", made.cls))

    def go_beyond(self, key: Any, more: v.Lost) -> None:
        """Let something be anything, from now on."""
        self.parts.setdefault(key, {})
        self._join(key, more)
        self.beyond[key] = more

    def _join(self, key: Any, more: v.Lost | None = None) -> None:
        if key in self.beyond:
            return
        parts = self.parts[key]
        after: v.Value | None = None
        for value in parts.values():
            self.note_changing(key, after, value)
            after = value if after is None else both(after, value)
        after = after if more is None else or_more(after, more)
        if after == self.heap.get(key):
            return
        self.changed.add(key)
        if after is None:
            self.heap.pop(key, None)
            return
        self.heap[key] = after
        if isinstance(key, tuple) and len(key) == 2 and isinstance(key[1], str):
            fields = self.owners.setdefault(key[0], {})
            if key[1] not in fields:
                fields[key[1]] = None
                self.changed.add(("fields", key[0]))

    def objects_of(self, cls: ClassDef) -> tuple[v.Obj, ...]:
        """The objects of exactly this class."""
        self.note_read(("objects", cls))
        return tuple(self.objects.get(cls, ()))

    def note_edge(self, doer: FunctionDef | None, target: FunctionDef, cls: Any) -> None:
        """Note that what is being worked out calls a function, or hands it to something that may."""
        if self.edges and doer is not target:
            self.edges[-1][doer, target, cls] = None

    def note_bound(self, name: str, where: str) -> None:
        """Note that a bound was reached."""
        self.reached.setdefault(name, set()).add(where)


def _is_of_all(place: Any) -> bool:
    """Whether a place is a name of a module, an attribute of a class or object, a variable of the environment, or a mapping."""
    if isinstance(place, v.Ref):
        return place.kind == "dict"
    return isinstance(place, tuple) and isinstance(place[0], (Module, ClassDef, v.Obj, v.Made, v.External))


def _differ(before: v.Value, after: v.Value | None) -> bool:
    """Whether two values are other texts, or mappings with other texts under some key."""
    if isinstance(before, v.Map) and isinstance(after, v.Map):
        held = dict(after.entries)
        return any(_differ(value, held[key]) for key, value in before.entries if key in held and held[key] != value)
    texts, more = texts_of(before), texts_of(after)
    return bool(texts) and bool(more) and texts != more


def texts_of(value: v.Value | None) -> frozenset[v.Value]:
    """The texts that a value may be; none where it may be anything else that is known, or that callers decide."""
    options = [option.value for option in v.options(value)] if value is not None else []
    told = [one for one in options if one not in (v.NONE, v.ABSENT, v.text(""))]
    return frozenset(told) if all(isinstance(one, v.Text) and not v.is_open(one) for one in told) else frozenset()


def _settled(before: v.Value, value: v.Value, moves: int) -> v.Value:
    """What a body leaves that is worked out again because of what it left itself: what only repeats is nothing new, and what grows ends."""
    if isinstance(before, v.Seq) and isinstance(value, v.Seq) and before.kind == value.kind:
        known = len(before.items)
        if value.items[:known] == before.items and value.rest == before.rest and all(one in before.items for one in value.items[known:]):
            return before
        if moves > bounds.ROUNDS:
            rests = (one for one in (before.rest, value.rest) if one is not None)
            return v.Seq(value.kind, (), any_of(dict.fromkeys((*before.items, *value.items, *rests))))
    if moves <= bounds.ROUNDS:
        return value
    values = dict.fromkeys(option.value for one in (before, value) for option in v.options(one))
    texts = tuple(one for one in values if isinstance(one, v.Text))
    if not texts:
        return before  # a function that is wrapped each time is what it was
    return any_of([*(o.value for o in v.options(before) if not isinstance(o.value, v.Text)), generalise(texts, LONGER)])
