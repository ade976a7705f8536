"""Frames: one body while it is worked out, and the questions that it may ask.

A frame holds what its statements have come to: the state, what is returned, what is handed up. `Ask` declares every question that the
rooms below put to the rooms above; `queries` answers them. Nothing is evaluated here.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import TYPE_CHECKING, Any, Protocol

from msgspec import Struct, field

from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import choose
from attio_scopes.engine.domain.state import State, of_several
from attio_scopes.engine.rounds import Head, Round, both, is_alive
from attio_scopes.engine.summary import At, Open, Send, Shapes, Summary
from attio_scopes.model import facts as f
from attio_scopes.model.program import ClassDef, FunctionDef, Module, Program

if TYPE_CHECKING:
    from attio_scopes.engine.library.entry_rules import EntryRules
    from attio_scopes.engine.library.models import ClientModels, ConfigFunction
    from attio_scopes.engine.library.products import Products
    from attio_scopes.engine.world import World
    from attio_scopes.model.config import WrapperHint
    from attio_scopes.model.fitting import Templates


class Ask(Protocol):
    """The questions."""

    world: World
    program: Program
    models: ClientModels
    products: Products
    entry_rules: EntryRules
    templates: Templates
    hosts: frozenset[str]
    hints: tuple[WrapperHint, ...]
    carries: Callable[[Iterable[Any]], bool]
    is_own: Callable[[Module], bool]
    asked: set[FunctionDef]
    concerns: Callable[..., bool]

    def evaluate(self, fr: Frame, expr: f.Expr) -> v.Value:
        """The value of an expression."""
        ...

    def execute(self, fr: Frame, body: tuple[f.Stmt, ...]) -> None:
        """Execute statements, until control goes elsewhere."""
        ...

    def call(self, fr: Frame, callee: v.Value, args: v.Arguments, here: tuple[At, ...]) -> v.Value:
        """What calling a value gives; what it sends goes to the frame."""
        ...

    def attribute(self, fr: Frame, value: v.Value, name: str) -> v.Value:
        """An attribute of a value."""
        ...

    def entered(self, fr: Frame, value: v.Value) -> v.Value:
        """What a `with` binds."""
        ...

    def annotated(self, fr: Frame, annotation: f.Expr) -> v.Value | None:
        """What an annotation says; None where that is nothing understood."""
        ...

    def returned(self, fr: Frame, span: f.Span, value: v.Value) -> v.Value:
        """What a method returns; a stream's path is a request."""
        ...

    def holder(self, function: FunctionDef | None, name: str) -> int | None:
        """How many functions further out than the one around a function a name belongs; None where no function has it."""
        ...

    def lambda_of(self, fr: Frame, expr: f.Lambda) -> FunctionDef:
        """The function that a lambda expression is."""
        ...

    def publish(self, fr: Frame, key: Hashable = None) -> None:
        """Give what a body leaves to all."""
        ...

    def summary(self, target: FunctionDef, cls: ClassDef | None, shapes: Shapes = ()) -> Summary:
        """What a function does, for a class of its `self` and the shapes of what it collects over."""
        ...

    def follow(self, functions: Iterable[FunctionDef]) -> None:
        """Ask for functions whose calls were not followed."""
        ...

    def is_method(self, name: str) -> bool:
        """Whether a method may send or change something, whatever it is called on."""

    def collects_over(self, target: FunctionDef) -> tuple[str, ...]:
        """The parameters over which a function collects item by item."""
        ...

    def global_name(self, module: Module, name: str) -> v.Value | None:
        """The value of a module's name; None where it binds none."""
        ...

    def class_name(self, cls: ClassDef, name: str) -> v.Value | None:
        """What a class's own body binds to a name; None where it binds none."""
        ...

    def as_tuple(self, fr: Frame, value: v.Obj) -> v.Seq | None:
        """The fields of a named tuple in order; None where the object is none."""
        ...

    def uses_sdk(self) -> bool:
        """Whether some module of the project imports an SDK."""
        ...

    def default(self, function: FunctionDef, name: str) -> v.Value | None:
        """The default of a parameter; None where it has none."""
        ...

    def generic(self, cls: ClassDef) -> v.Obj:
        """An object of a class, made of nothing known."""
        ...

    def any_object(self, cls: ClassDef) -> v.Value:
        """Any object of a class, or of those that derive from it."""
        ...

    def decorated(self, function: FunctionDef) -> v.Value | None:
        """What the project's decorators make of a function; None where it stays itself."""
        ...

    def may_be_stored(self, cls: ClassDef, name: str) -> bool:
        """Whether some code stores an attribute of this name on objects of a class."""
        ...

    def left_to(self, cls: ClassDef, name: str) -> bool:
        """Whether classes that derive from a class declare a name anew."""
        ...

    def project_setting(self, name: str) -> v.Value | None:
        """What the project's settings modules bind to a name."""
        ...

    def lineage(self, cls: ClassDef) -> tuple[ClassDef, ...]:
        """The class and its bases of the project, nearest first."""
        ...

    def class_made_at(self, module: Module, span: f.Span, name: str, bases: tuple[v.Value, ...], fields: tuple[str, ...] = ()) -> ClassDef:
        """The class that a call of `type`, or of `namedtuple` with these fields, makes at a place."""
        ...

    def subclasses(self, cls: ClassDef) -> tuple[ClassDef, ...]:
        """The classes of the project that derive from a class."""
        ...

    def bases(self, cls: ClassDef) -> tuple[v.Value, ...]:
        """The values of a class's bases."""
        ...

    def external_bases(self, cls: ClassDef) -> tuple[str, ...]:
        """Dotted names of the library classes that a class derives from."""
        ...

    def shared_by(self, fr: Frame, holder: f.Expr, name: str) -> v.Value | None:
        """What the project stores on the object that an expression is; None where it stores nothing."""
        ...

    def given_itself(self, fr: Frame, function: FunctionDef) -> v.Value | None:
        """What a function is given first that a decorator declares to get its own task; None where none does."""
        ...

    def dependency_of(self, fr: Frame, marker: v.Value) -> v.Value | None:
        """What the dependency that a marker names gives; None where it is no marker, or nothing is known of it."""
        ...

    def shared(self, fr: Frame, holder: str, name: str) -> v.Value | None:
        """What the project stores on an object that libraries hand around."""
        ...

    def note_shared(self, fr: Frame, holder: f.Expr, name: str, value: v.Value) -> None:
        """Note what is stored on such an object."""
        ...

    def is_for_nothing(self, fr: Frame, owner: v.Value, value: v.Value) -> bool:
        """Whether what is left on an object that libraries hand around is nothing that a request could be made with."""
        ...

    def note_lifespan(self, fr: Frame, server: str, args: v.Arguments) -> None:
        """Note what a server's lifespan yields."""
        ...

    def provider(self, fr: Frame, name: str, args: v.Arguments, here: tuple[At, ...]) -> v.Value | None:
        """A provider of a container; None where the name is none."""
        ...

    def provide(self, fr: Frame, provider: v.Made, args: v.Arguments, here: tuple[At, ...]) -> v.Value | None:
        """What a provider gives; None where it is none."""
        ...

    def injected(self, fr: Frame, owner: v.Value, index: v.Value) -> v.Value | None:
        """What a marker of an injected value stands for; None where it is something else."""
        ...

    def parser_method(self, fr: Frame, owner: v.Made, name: str, args: v.Arguments, here: tuple[At, ...]) -> v.Value | None:
        """A method of a parser of the command line; None where it is something else."""
        ...

    def send_command(self, fr: Frame, name: str, args: v.Arguments, here: tuple[At, ...]) -> None:
        """Note the request of a program that is started."""
        ...

    def send_configured(self, fr: Frame, config: ConfigFunction, args: v.Arguments, here: tuple[At, ...]) -> None:
        """Note the requests that a mapping declares."""
        ...


LINE = 10_000
"""What a line counts in the number of a call: the rounds of a loop have lower numbers."""


YIELDED = "<yielded>"
"""The variable that is bound where a `yield` is behind."""


class Frame(Struct, eq=False):
    """A body under evaluation.

    Attributes:
        ask: answers questions.
        module: whose body, or whose function's.
        function: None for the body of a module or class.
        cls: the class that `self` is.
        owner: the class in which the function is defined.
        state: the variables and what objects hold.
        lines: of the statement at hand.
        scope: the object of the variables that nested functions share, and `shared` their names.
        closed: nothing waits for a caller here: what is unknown stays so.
        unseen: it stands for callers that are not seen.
        uncalled: the nested functions at work here that nobody is seen to call.
        doer: the function at work here that something unknown calls, and not whoever runs the body; the innermost one.
        serial: the number of the last call that was handed up.
        nested: the functions that the body defines.
        thrown: what leaves the body as an exception, and what holds then.
        heads: those of the body's loops.
        rounds: those of the loops at work here, the outermost first.
        several: where something was made in one round of a loop and again in another, while the first could still be had.
        temporary: what was worked out of a tuple so far.
        alike: the calls of one thing at one place that are handed up.
        found: the calls that are known here, with their readings.
        paused: what objects hold at each `yield`, as far as the body changed it.
        entering: the call whose generator a `with` is about to enter.
        left: what objects hold once that is left.
        leaving: what is done once that is left.
        stamps: when something was put under a key, counted in calls.
        puts: the places of a caller's things where something is put.
        overwritten: what was there while functions were called, and is no more.
        carried: what `:=` binds in the comprehension at hand; None where there is none.
    """

    ask: Ask
    module: Module
    function: FunctionDef | None = None
    cls: ClassDef | None = None
    owner: ClassDef | None = None
    state: State = field(default_factory=State)
    lines: tuple[int, int] = (0, 0)
    scope: v.Value | None = None
    outer: v.Value | None = None
    shared: frozenset[str] = frozenset()
    locals_: frozenset[str] = frozenset()
    first: v.Value | None = None
    closed: bool = False
    unseen: bool = False
    uncalled: frozenset[FunctionDef] = frozenset()
    doer: FunctionDef | None = None
    chain: tuple[int, ...] = ()
    returns: list[tuple[v.Guards, v.Value, State]] = field(default_factory=list)
    yields: list[v.Option] = field(default_factory=list)
    paused: list[dict[Any, v.Value]] = field(default_factory=list)
    entering: f.Span | None = None
    left: list[tuple[Any, v.Value]] = field(default_factory=list)
    leaving: list[Callable[[], None]] = field(default_factory=list)
    loops: list[list[tuple[str, State]]] = field(default_factory=list)
    raised: list[list[tuple[State, v.Value]]] = field(default_factory=list)
    thrown: list[tuple[State, v.Value]] = field(default_factory=list)
    tokens: list[object] = field(default_factory=list)
    effects: dict[Any, Send | Open] = field(default_factory=dict)
    made: set[v.Site] = field(default_factory=set)
    globals_: set[str] = field(default_factory=set)
    nonlocals: set[str] = field(default_factory=set)
    found: dict[Any, None] = field(default_factory=dict)
    stores: dict[Any, None] = field(default_factory=dict)
    serial: int = 0
    nested: dict[FunctionDef, v.Func] = field(default_factory=dict)
    heads: dict[Any, Head] = field(default_factory=dict)
    rounds: list[Round] = field(default_factory=list)
    several: set[v.Site] = field(default_factory=set)
    temporary: list[v.Value] = field(default_factory=list)
    alike: dict[Any, list[Any]] = field(default_factory=dict)
    carried: dict[str, v.Value] | None = None
    stamps: dict[Any, int] = field(default_factory=dict)
    puts: dict[Any, None] = field(default_factory=dict)
    overwritten: dict[Any, dict[v.Value, None]] = field(default_factory=dict)
    base: State = field(default_factory=State)

    def __post_init__(self) -> None:
        """Remember the state that the body begins with."""
        self.base = self.state

    @property
    def name(self) -> str:
        """The qualified name of the function, "" for a module's body."""
        return self.function.name if self.function is not None else ""

    @property
    def has_yielded(self) -> bool:
        """Whether control has surely come by a `yield` before."""
        return self.state.name(YIELDED) is not None

    def at(self, span: f.Span) -> At:
        """A call in this body."""
        lines = self.lines if self.lines[0] and self.lines[0] <= span[0] else (span[0], span[2])
        return At(self.module.path, span, self.name, lines)

    def number(self, span: f.Span) -> int:
        """Tells a call at a place from others, by where it begins and ends (`a.f().f()` is two that begin at one place).

        What the source writes no call for is told apart by its statement.
        """
        return (span[0] or self.lines[0]) * LINE + (span[1] + 157 * span[3]) % LINE

    def site(self, span: f.Span) -> v.Site:
        """Where something is made in this body."""
        site = v.Site(self.module.path, span, self.chain)
        self.make(site)
        return site

    def make(self, site: v.Site) -> None:
        """Note that something is made here; in a further round of a loop it is another one, and the one before may still be had."""
        if self.rounds and site in self.made and is_alive(site, self.state, self.rounds, self.temporary):
            self.several.add(site)
        self.made.add(site)
        self.state.fresh.add(site)

    def leave_out(self, *nodes: Any) -> None:
        """Note statements or expressions that control cannot reach from here."""
        self.ask.world.ledger.leave_out(nodes)

    def token(self, span: f.Span) -> tuple[Any, ...]:
        """Tells a test or loop at a place from others."""
        made = (self.module.path, span, self.chain)
        self.tokens.append(made)
        return made

    def throw(self, value: v.Value) -> None:
        """Note an exception that is raised here: for the `try` around it, else for whoever calls the function."""
        copy = State(self.state.parent, self.state.guards)
        copy.names.update(self.state.names)
        copy.heap.update(self.state.heap)
        copy.fresh |= self.state.fresh
        (self.raised[-1] if self.raised else self.thrown).append((copy, value))

    def held(self, key: Any) -> v.Value | None:
        """What is held under a key: as this body left it, or as it is for all."""
        found = self.state.held(key)
        partly = isinstance(found, v.Choice) and any(option.value == v.ABSENT for option in found.options)
        if found is not None and not partly:
            return found
        for_all = self.ask.world.held(key)
        if for_all is not None and isinstance(key, tuple) and isinstance(key[0], v.Obj) and key[0].site in self.made:
            for_all = None if self.ask.world.only_of(key, self.function, self.module) else for_all  # this body puts it there later
        if not isinstance(found, v.Choice) or for_all is None:
            return for_all if found is None else found
        return choose(v.Option(one.guards, for_all if one.value == v.ABSENT else one.value) for one in found.options)

    def store(self, key: Any, value: v.Value) -> None:
        """Put something under a key; what functions that were called meanwhile found there is remembered."""
        now = self.ask.world.substitutions
        owner = key[0] if isinstance(key, tuple) else key
        if v.may_be_several(owner):
            value = of_several(self.state.held(key), value)
        elif self.several and getattr(owner, "site", None) in self.several:
            held = self.state.held(key)
            value = value if held is None else both(held, value)
        before = self.state.held(key) if key in self.stamps else None
        if before is not None and before != value and self.stamps[key] < now:
            self.overwritten.setdefault(key, {})[before] = None
        self.stamps[key] = now
        if isinstance(key, tuple) and isinstance(key[0], v.Param):
            self.puts[key] = None
        self.state.heap[key] = value


Pure = Callable[[Frame, v.Arguments], "v.Value | None"]
"""What a function of a library gives that neither sends nor stores; None where that is not known."""
