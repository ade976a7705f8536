"""Memo: how a question is answered, and what the answer depended on.

Takes a question and how it is worked out; gives the answer, kept from then on. A question that is asked while it is being answered gets
what is known so far, and is answered again until nothing changes. When what objects hold for all has changed, the answers that read it are
dropped. Knows no question itself.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Struct

from attio_scopes.engine import bounds
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import effort
from attio_scopes.engine.emit import Found
from attio_scopes.engine.frame import Ask, Frame
from attio_scopes.engine.library.models import ClientModels
from attio_scopes.engine.library.products import Products
from attio_scopes.engine.widening import widened
from attio_scopes.engine.world import Edge, World
from attio_scopes.model.config import WrapperHint
from attio_scopes.model.fitting import Templates
from attio_scopes.model.program import ClassDef, FunctionDef, Module, Program

if TYPE_CHECKING:
    from attio_scopes.engine.library.entry_rules import EntryRules

Answer = TypeVar("Answer")


class Kept(Struct, eq=False):
    """An answer, how it is worked out, what it read, the calls that were found on the way, and the functions that were called."""

    value: Any
    make: Callable[[], Any]
    reads: dict[Any, None]
    found: tuple[Found, ...] = ()
    edges: tuple[Edge, ...] = ()


def _no_rules() -> EntryRules:
    from attio_scopes.engine.library.entry_rules import EntryRules

    return EntryRules(())


class Work(Struct, eq=False):
    """What was found and called where no question is answered: in the body of a module, or in place of callers that are not seen."""

    found: dict[Found, None] = {}
    edges: dict[Edge, None] = {}


@dataclass(eq=False, repr=False)
class Memo(Ask):
    """The answers so far, and what they are about.

    Attributes:
        kept: the answers, by question.
        doubtful: those that hang on something which has changed, as long as nobody asked them again.
        dirty: of these, those that read what has changed themselves.
        differing: those that came out differently since.
        checked: those that are being looked at, and at which depth.
        holding: those that hold if one does that is being looked at.
        under_way: the questions that are being answered, and at which depth.
        so_far: what is known of those that were asked again meanwhile, which are in `again`.
        before: what was known of these a round earlier.
        lowest: of each question under way, the lowest depth that it asked for again.
        moved: of each, whether something that hangs on others under way came out differently than it was taken for.
        tentative: answers that hang on one that is under way, and at which depth.
        found_now: the calls that working a question out has found.
        carries: whether one of some values is known to carry Attio, or to lead to what does.
        wanted: whether a function is worked out for its own sake.
        given_up: the functions that were not, and took more than they are worth.
        is_own: whether a module is one of those that are worked out.
        asked: the functions of other modules whose calls are followed whatever goes in.
        concerns: whether a method that a class inherits has to do with what its objects have of Attio.
        entry_rules: for entry points.
        senders: whether functions that send, and those that call them, carry Attio too, so that all their callers are worked out.
        works: what was worked out apart from questions, by what it stands for.
        bodies: what the bodies of modules and classes that were worked out bind.
        unused: the requests of functions that nobody is seen to call, and whose callers would decide them.
        inner: likewise, of functions within others.
        body_reads: what those of them read that send something.
        bodies_read: what each of them reads.
    """

    program: Program
    models: ClientModels
    products: Products
    templates: Templates
    hosts: frozenset[str]
    hints: tuple[WrapperHint, ...]
    world: World = field(default_factory=World)
    kept: dict[Hashable, Kept] = field(default_factory=dict)
    doubtful: dict[Hashable, Kept] = field(default_factory=dict)
    dirty: set[Hashable] = field(default_factory=set)
    differing: set[Hashable] = field(default_factory=set)
    checked: dict[Hashable, int] = field(default_factory=dict)
    holding: list[Hashable] = field(default_factory=list)
    under_way: dict[Hashable, int] = field(default_factory=dict)
    so_far: dict[Hashable, Any] = field(default_factory=dict)
    before: dict[Hashable, Any] = field(default_factory=dict)
    again: set[Hashable] = field(default_factory=set)
    lowest: list[int] = field(default_factory=list)
    moved: list[bool] = field(default_factory=list)
    tentative: dict[Hashable, tuple[Kept, int]] = field(default_factory=dict)
    found_now: dict[Hashable, tuple[Found, ...]] = field(default_factory=dict)
    carries: Callable[[Iterable[Any]], bool] = lambda values: False
    wanted: Callable[[FunctionDef], bool] = lambda function: True
    given_up: set[FunctionDef] = field(default_factory=set)
    is_own: Callable[[Module], bool] = lambda module: True
    asked: set[FunctionDef] = field(default_factory=set)
    concerns: Callable[..., bool] = lambda function, cls, alone=False: True
    entry_rules: EntryRules = field(default_factory=_no_rules)
    senders: bool = False
    works: dict[tuple[Any, Any], Work] = field(default_factory=dict)
    bodies: dict[Module | ClassDef, dict[str, v.Value]] = field(default_factory=dict)
    unused: dict[Found, None] = field(default_factory=dict)
    inner: dict[Found, None] = field(default_factory=dict)
    body_reads: dict[Module | ClassDef, set[Any]] = field(default_factory=dict)
    bodies_read: dict[Module | ClassDef, dict[Any, None]] = field(default_factory=dict)

    def answer(self, question: Hashable, make: Callable[[], Answer], first: Answer) -> Answer:
        """The answer to a question; `first` is what is known of it before anything is."""
        self.world.note_read(question)
        kept = self.kept.get(question)
        if kept is not None:
            return kept.value  # type: ignore[no-any-return]  # it was made for this question
        if question in self.under_way:
            depth = self.under_way[question]
            self.lowest[-1] = min(self.lowest[-1], depth)
            self.again.add(question)
            return self.so_far.setdefault(question, first)  # type: ignore[no-any-return]  # likewise
        tentative = self.tentative.get(question)
        if tentative is not None:
            self.lowest[-1] = min(self.lowest[-1], tentative[1])
            return tentative[0].value  # type: ignore[no-any-return]  # likewise
        if question in self.doubtful and self._still_holds(question):
            return self.kept[question].value  # type: ignore[no-any-return]  # likewise
        return self._work_out(question, make)

    @property
    def summaries(self) -> int:
        """How many functions have been summarised, once for each class of their `self`."""
        return sum(isinstance(question, tuple) and question[0] == "summary" for question in self.kept)

    def _still_holds(self, question: Hashable) -> bool:
        """Whether an answer holds though something has changed that it hangs on: what it asked for comes out as before."""
        if question in self.checked:
            return False
        looked, mark = len(self.checked), len(self.holding)
        try:
            self._hold(question)
        finally:  # a question that is given up leaves nothing behind
            for one in list(self.checked)[looked:]:
                del self.checked[one]
            del self.holding[mark:]
        return question in self.kept

    def _hold(self, question: Hashable) -> int | None:
        """Look whether an answer holds; None where it does not.

        Those that hang on each other hold if all else that they asked for comes out as before: they are kept once the outermost of them
        does. What is given is the depth of that one.
        """
        before = self.doubtful[question]
        if question in self.dirty or not self.differing.isdisjoint(before.reads):
            return None
        low = depth = self.checked[question] = len(self.checked)
        mark = len(self.holding)
        holds = True
        for read in before.reads:
            if read in self.checked:
                low = min(low, self.checked[read])
            elif read in self.doubtful:
                known = read in self.under_way or read in self.tentative
                found = None if known else self._hold(read)
                holds = found is not None or (not known and self._comes_out_as_before(read))
                if not holds:
                    break
                low = low if found is None else min(low, found)
        del self.checked[question]
        together = [*self.holding[mark:], question]
        del self.holding[mark:]
        asked = (self.doubtful[one].reads for one in together if one in self.doubtful)
        if not holds or not all(map(self.differing.isdisjoint, asked)):  # one may have been answered on the way to another
            return None
        if low < depth:
            self.holding += together
            return low
        self.kept.update((one, self.doubtful.pop(one)) for one in together if one in self.doubtful)
        return depth

    def _comes_out_as_before(self, question: Hashable) -> bool:
        before = self.doubtful.get(question)
        if before is None:  # it was answered on the way to another
            return question not in self.differing
        if question in self.checked or question in self.under_way:
            return False
        self._begin()
        value = self.answer(question, before.make, before.value)
        _, low, _, _ = self._end()
        return low > len(self.lowest) and bool(value == before.value)

    def _begin(self) -> None:
        self.lowest.append(len(self.lowest) + 1)
        self.moved.append(False)
        self.world.reads.append({})
        self.world.edges.append({})

    def _end(self) -> tuple[dict[Any, None], int, bool, dict[Edge, None]]:
        return self.world.reads.pop(), self.lowest.pop(), self.moved.pop(), self.world.edges.pop()

    def _work_out(self, question: Hashable, make: Callable[[], Answer]) -> Answer:
        """Answer a question; where it was asked again on the way, or others that hang on it were, until nothing changes.

        A question that hangs on one further out is not repeated for itself: what is further out repeats all that hang on it, each once.
        """
        depth = len(self.lowest)
        self.under_way[question] = depth
        reads: dict[Any, None] = {}
        edges: dict[Edge, None] = {}
        moved = False
        for number in range(bounds.ROUNDS + 1):
            if number == bounds.ROUNDS:
                self._widen()
            self._begin()
            with effort():
                value = make()
            read, low, moved, edges = self._end()
            reads |= read
            if question in self.again:
                moved = moved or value != self.so_far[question]
                self.before[question] = self.so_far[question]
                self.so_far[question] = value
            if low < depth or not moved:
                break
            self.tentative = {key: kept for key, kept in self.tentative.items() if kept[1] < depth}
        del self.under_way[question]
        answer = Kept(value, make, reads, self.found_now.pop(question, ()), tuple(edges))
        if low < depth:
            self.tentative[question] = (answer, low)
            self.lowest[-1] = min(self.lowest[-1], low)
            self.moved[-1] = self.moved[-1] or moved
            return value
        self._keep(question, answer)
        for key in [key for key, (_, at) in self.tentative.items() if at >= depth]:
            self._keep(key, self.tentative.pop(key)[0])
        return value

    def _widen(self) -> None:
        """Take for what was asked again an answer that goes for all further rounds."""
        together = {one for key in (*self.under_way, *self.tentative) for one in _functions_of(key)}
        has = next((found for (by, to), found in self.world.handed_on.items() if by in together and to in together), "")
        for question, value in self.so_far.items():
            if question in self.before and self.before[question] != value:
                function = next(_functions_of(question), None)
                name = function.facts.name if function is not None else "value"
                self.world.note_bound("rounds", f"{function.module.path}:{function.facts.line}" if function is not None else name)
                self.so_far[question] = widened(self.before[question], value, name, has)

    def _keep(self, question: Hashable, answer: Kept) -> None:
        self.kept[question] = answer
        before = self.doubtful.pop(question, None)
        if before is not None and before.value != answer.value:
            self.differing.add(question)
        self._forget(question)

    def _forget(self, question: Hashable) -> None:
        """Forget what was known of a question while it was under way."""
        self.again.discard(question)
        self.so_far.pop(question, None)
        self.before.pop(question, None)

    @contextmanager
    def reading(self, fr: Frame, whose: Module | ClassDef) -> Iterator[None]:
        """Note what the body of a module or class, which is no question of anybody's, reads on the way to its requests."""
        self.world.reads.append({})
        try:
            yield
        finally:
            reads = self.bodies_read[whose] = self.world.reads.pop()
            self.body_reads[whose] = set(reads) if fr.found else set()

    @contextmanager
    def working(self, one: Any, what: Any) -> Iterator[Work]:
        """Note what is called in place of something, a function for a class or a part of a module, and what was found."""
        work = self.works.setdefault((one, what), Work())
        self.world.edges.append(work.edges)
        try:
            yield work
        finally:
            self.world.edges.pop()

    def follow(self, functions: Iterable[FunctionDef]) -> None:
        """Ask for functions whose calls were not followed."""
        new = set(functions) - self.asked
        self.asked |= new
        self.world.changed.update(("asked", one) for one in new)

    def mark(self) -> tuple[int, int, int, int, int]:
        """Where the work stands, for `back_to`."""
        return len(self.lowest), len(self.world.reads), len(self.world.active), len(self.under_way), len(self.world.edges)

    def back_to(self, mark: tuple[int, int, int, int, int]) -> None:
        """Give up what was begun since a mark: questions that were under way are not answered."""
        lowest, reads, active, under_way, edges = mark
        for question in list(self.under_way)[under_way:]:
            del self.under_way[question]
            self._forget(question)
            self.found_now.pop(question, None)
        del self.lowest[lowest:], self.moved[lowest:], self.world.reads[reads:], self.world.active[active:], self.world.edges[edges:]

    def doubt_changed(self) -> bool:
        """Doubt the answers that hang on something which has changed; whether there are any.

        Those that read it themselves are worked out again, the others only where one that they asked for comes out differently.
        """
        changed: set[Any] = self.world.changed
        self.world.changed = set()
        self.doubtful, self.dirty, self.differing = {}, set(), set()
        stale = [question for question, kept in self.kept.items() if not changed.isdisjoint(kept.reads)]
        self.dirty.update(stale)
        asking: dict[Any, list[Hashable]] = {}
        for question, kept in self.kept.items() if stale else ():
            for read in kept.reads:
                if read in self.kept:
                    asking.setdefault(read, []).append(question)
        while stale:
            self.doubtful.update((question, self.kept.pop(question)) for question in stale)
            hanging = dict.fromkeys(one for question in stale for one in asking.get(question, ()))
            stale = [question for question in hanging if question in self.kept]
        return bool(self.doubtful)


def _functions_of(question: Hashable) -> Iterator[FunctionDef]:
    """The function that a question is about, if it is."""
    return (one for one in question if isinstance(one, FunctionDef)) if isinstance(question, tuple) else iter(())
