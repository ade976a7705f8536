"""The machine: what the parts of the interpreter share while it runs.

Holds the program, the client models, the frames under evaluation, the memo tables and what was found so far. It evaluates
nothing itself: `evaluate`, `execute`, `invoke` and `objects` do, and reach one another through it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from attio_scopes.model import facts as f
from attio_scopes.model import values as v
from attio_scopes.model.call import Frame as CallFrame
from attio_scopes.model.call import Reading
from attio_scopes.model.config import WrapperHint
from attio_scopes.model.path import Hole, Literal, Piece, Templates
from attio_scopes.model.program import ClassDef, FunctionDef, Module, Program
from attio_scopes.resolve.models import ClientModels

if TYPE_CHECKING:
    from attio_scopes.resolve.gathered import Gathered

NOTHING = 1_000_000
MOST_FRAMES = 14
MOST_STEPS = 60_000
LEAST_STEPS = 4_000
"""So many steps a root has at least, in a module in which others used up theirs."""
MOST_STEPS_OF_A_MODULE = 400_000
LAST_STEPS = 1_000
"""So many steps a root has in a module whose roots together had theirs."""
MOST_FOREIGN_STEPS = 6_000
TOO_DEEP = "the calls go too deep"
TOO_LONG = "working it out would take too many steps"


class BoundReached(Exception):
    """The step bound of one root was reached."""


class ForeignBoundReached(Exception):
    """The step bound of one call into code that has nothing of Attio but its arguments was reached."""


@dataclass(frozen=True, slots=True)
class Escape:
    """A request whose method or path shape was decided further up: it belongs to a caller.

    Attributes:
        reading: method and URL.
        level: how many calls up the site is.
        client: what sends it.
        credentials: names by which the token got there.
        via: frames from below the site down to the HTTP call.
        reason: why it is unresolved, or None.
        span: of the topmost call that it has passed.
        declared: where a subclass declares its path, if one does.
    """

    reading: Reading
    level: int
    client: str
    credentials: tuple[str, ...]
    via: tuple[CallFrame, ...]
    reason: str | None
    span: f.Span = f.NO_SPAN
    declared: tuple[str, int, int, int, int, str] | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What evaluating a function with given arguments gave; `stores` are attributes set on its `self`, `globals_` globals."""

    value: v.Value
    escapes: tuple[Escape, ...]
    stores: tuple[tuple[str, v.Value], ...] = ()
    globals_: tuple[tuple[str, v.Value], ...] = ()


@dataclass(slots=True)
class Frame:
    """A function, class body or module body under evaluation."""

    module: Module
    scope: v.Scope
    function: FunctionDef | None = None
    owner: ClassDef | None = None
    bound: v.Value | None = None
    depth: int = 0
    called: bool = False
    returns: list[v.Option] = field(default_factory=list)
    yields: list[v.Value] = field(default_factory=list)
    escapes: list[Escape] = field(default_factory=list)
    guards: frozenset[v.Guard] = v.NO_GUARDS
    narrowing: tuple[frozenset[v.Guard], ...] = ()
    lines: f.Lines = (0, 0)
    declared_global: set[str] = field(default_factory=set)
    exits: list[list[dict[str, v.Value]]] = field(default_factory=list)
    nested: dict[FunctionDef, v.Function] = field(default_factory=dict)

    @property
    def names(self) -> dict[str, v.Value]:
        """The frame's variables; `.x` is attribute x of its `self`, `::x` the global x."""
        return self.scope.names

    @property
    def self_name(self) -> str | None:
        """The name of the first parameter of a method."""
        if self.function is None or self.function.owner is None or not self.function.facts.params:
            return None
        return self.function.facts.params[0].name if isinstance(self.bound, (v.Instance, v.Class)) else None


@dataclass(slots=True)
class SiteRecord:
    """What was found at one place so far.

    `credentials` are those of objects and arguments that were followed here, `assumed` those of every object of the class `owner`
    that the project makes.
    """

    function: str
    client: str
    lines: f.Lines
    readings: dict[Reading, None] = field(default_factory=dict)
    credentials: dict[str, None] = field(default_factory=dict)
    assumed: dict[str, None] = field(default_factory=dict)
    owner: ClassDef | None = None
    via: tuple[CallFrame, ...] | None = None
    reasons: dict[str, None] = field(default_factory=dict)


class Machine:
    """The state of one round of evaluation."""

    def __init__(
        self,
        program: Program,
        models: ClientModels,
        templates: Templates,
        hosts: frozenset[str],
        known: Gathered,
        gathered: Gathered,
        hints: tuple[WrapperHint, ...] = (),
    ) -> None:
        self.program = program
        self.models = models
        self.templates = templates
        self.hosts = hosts
        self.hints = hints
        self.known = known
        self.gathered = gathered
        self.sites: dict[tuple[str, f.Span], SiteRecord] = {}
        self.open_roots: dict[tuple[FunctionDef, ClassDef | None], tuple[Escape, ...]] = {}
        self.called: set[FunctionDef] = set()
        self.queued: set[FunctionDef] = set()
        self.handed_over: set[FunctionDef] = set()
        self.memo: dict[object, Result] = {}
        self.tentative: dict[object, tuple[Result, int]] = {}
        self.attribute_memo: dict[object, v.Value] = {}
        self.in_progress: dict[object, int] = {}
        self.module_names: dict[Module, dict[str, v.Value]] = {}
        self.class_names: dict[ClassDef, dict[str, v.Value]] = {}
        self.lineages: dict[ClassDef, tuple[ClassDef, ...]] = {}
        self.lambdas_of_bodies: dict[FunctionDef, v.Function] = {}
        self.made_of_parameters: dict[FunctionDef, frozenset[str]] = {}
        self.lambdas = gathered.lambdas = known.lambdas
        self.wrappers: dict[FunctionDef, tuple[tuple[v.Function, f.Expr], ...]] = {}
        self.stack: list[FunctionDef | None] = []
        self.imports_sdk: bool | None = None
        self.subclasses: dict[ClassDef, list[ClassDef]] | None = None
        self.contexts: dict[FunctionDef, int] = {}
        self.called_parameters: set[str] = set()
        self.base_open: set[FunctionDef] = set()
        self.senders: set[FunctionDef] = set()
        self.passing_on: set[FunctionDef] = set()
        self.anonymous: set[ClassDef] = set()
        self.connected: frozenset[Module] = frozenset(program.modules)
        self.cut_off: dict[tuple[str, f.Span], tuple[FunctionDef | None, Module, tuple[v.Value | None, ...], str]] = {}
        self.activations: dict[FunctionDef, list[v.Arguments | None]] = {}
        self.winding: set[FunctionDef] = set()
        self.awaits = NOTHING
        self.steps = 0
        self.most_steps = MOST_STEPS
        self.counted = _GONE_THROUGH.parts
        self.used_up: dict[Module, int] = {}
        self.taken: dict[Module, int] = {}
        self.foreign_end = 0
        self.evaluate: Callable[[f.Expr, Frame], v.Value]
        self.execute: Callable[[tuple[f.Stmt, ...], Frame], bool]
        self.call: Callable[[v.Value, v.Arguments, Frame, f.Span], v.Value]
        self.attribute: Callable[[v.Value, str, Frame], v.Value]
        self.global_name: Callable[[Module, str], v.Value | None]
        self.evaluate_general: Callable[[v.Function, int], Result]

    def note_call_on(self, value: v.Value) -> None:
        """Note that something is called which only a caller, or whoever made the object, knows: then it matters what they give."""
        while isinstance(value, v.Member):
            value = value.owner
        parameter = value.id if isinstance(value, v.Parameter) else value.parameter if isinstance(value, v.Unknown) else ""
        if parameter:
            self.called_parameters.add(parameter)
            if parameter.count(":") == 1:
                self.note_open_base()

    def note_open_base(self) -> None:
        """Note that what is under evaluation could send, once it is known to where."""
        self.base_open.update(function for function in self.stack if function is not None)

    def note_callee(self, callee: FunctionDef, bound: v.Value | None, frame: Frame) -> None:
        """Pass what is noted of a function on to its caller, and note an object used by others of which nobody knows how it was made."""
        if frame.function is not None:
            for noted in (self.base_open, self.senders):
                if callee in noted:
                    noted.add(frame.function)
        if isinstance(bound, v.Instance) and bound.args is None:
            if not (isinstance(frame.bound, v.Instance) and frame.bound.cls is bound.cls):
                self.anonymous.add(bound.cls)

    def note_cut_off(self, frame: Frame, span: f.Span, values: tuple[v.Value | None, ...], reason: str) -> None:
        """Note that a call was not followed with these values."""
        if span == f.NO_SPAN:
            v.LOST.add(reason)
        else:
            self.cut_off[(frame.module.path, span)] = (frame.function, frame.module, values, reason)

    def begin(self, key: object) -> None:
        """Note that something is being worked out, so that whoever needs it meanwhile does without."""
        self.in_progress[key] = len(self.stack)

    def end(self, key: object) -> None:
        """Note that it is worked out."""
        self.in_progress.pop(key, None)

    def wait_for(self, frame: int) -> None:
        """Note that a result says less than it would once the frame at this place in the stack is done."""
        self.awaits = min(self.awaits, frame)

    def start(self, module: Module) -> None:
        """Begin with a root: its steps are counted anew. Each root of the module that used up its steps halves those of the next."""
        self.steps = 0
        self.most_steps = max(LEAST_STEPS, MOST_STEPS >> self.used_up.get(module, 0))
        if self.taken.get(module, 0) > MOST_STEPS_OF_A_MODULE:
            self.most_steps = LAST_STEPS

    def recover(self, depth: int) -> None:
        """Go on after a bound was reached, with so many frames under evaluation."""
        v.LOST.add(TOO_LONG)
        del self.stack[depth:]
        self.in_progress.clear()
        self.winding.clear()
        self.foreign_end = 0

    def end_root(self, module: Module) -> None:
        """Note how many steps a root of a module took."""
        self.taken[module] = self.taken.get(module, 0) + self.steps

    def note_used_up(self, module: Module) -> None:
        """Note that a root of a module needed more steps than it had."""
        self.used_up[module] = self.used_up.get(module, 0) + 1

    def step(self) -> None:
        """Count one step of the current root; raises BoundReached or ForeignBoundReached past the bound."""
        self.steps += 1 + (_GONE_THROUGH.parts - self.counted) // PARTS_OF_A_STEP
        self.counted = _GONE_THROUGH.parts
        if self.steps > self.most_steps:
            raise BoundReached
        if self.foreign_end and self.steps > self.foreign_end:
            raise ForeignBoundReached


@dataclass(slots=True)
class _Work:
    """How many parts of values were gone through in all."""

    parts: int = 0


_GONE_THROUGH = _Work()
PARTS_OF_A_STEP = 8
"""So many parts of a value that is handed on cost as much as a step: a call with large arguments is no cheap one."""


def map_levels(value: v.Value, change: Callable[[int], int]) -> v.Value:
    """The value with every level in it changed."""
    _GONE_THROUGH.parts += 1
    if isinstance(value, v.Text):
        return v.Text(tuple(_piece(piece, change) for piece in value.pieces))
    if isinstance(value, v.Choice):
        return v.Choice(tuple(v.Option(option.guards, map_levels(option.value, change)) for option in value.options))
    if isinstance(value, v.Items):
        return v.Items(value.kind, tuple(map_levels(item, change) for item in value.items), value.complete)
    if isinstance(value, v.Dict):
        return v.Dict(
            tuple((map_levels(k, change), map_levels(i, change)) for k, i in value.entries), value.complete, value.outer, value.at
        )
    if isinstance(value, v.Instance) and (value.args is not None or value.stores):
        args = map_arguments(value.args, change) if value.args is not None else None
        return v.Instance(value.cls, args, tuple((n, map_levels(i, change)) for n, i in value.stores))
    if isinstance(value, v.Made):
        return v.Made(value.name, map_arguments(value.args, change), tuple((n, map_levels(i, change)) for n, i in value.stores))
    if isinstance(value, v.Partial):
        return v.Partial(map_levels(value.target, change), map_arguments(value.args, change))
    if isinstance(value, v.Function) and isinstance(value.bound, v.Instance):
        return v.Function(value.target, map_levels(value.bound, change), value.scope)
    if isinstance(value, v.Member):
        return v.Member(map_levels(value.owner, change), value.name)
    if isinstance(value, v.Unknown):
        level = change(value.level)
        return (
            value if level == value.level else v.Unknown(value.reason, value.label, value.environment, value.parameter, value.single, level)
        )
    return value


def map_arguments(args: v.Arguments, change: Callable[[int], int]) -> v.Arguments:
    """Arguments with every level in them changed."""
    positional = tuple(map_levels(value, change) for value in args.positional)
    return v.Arguments(positional, tuple((name, map_levels(value, change)) for name, value in args.keywords), args.open_, args.outer)


def _piece(piece: Piece, change: Callable[[int], int]) -> Piece:
    level = change(piece.level)
    if level == piece.level:
        return piece
    if isinstance(piece, Literal):
        return Literal(piece.text, level, piece.environment, piece.declared)
    return Hole(piece.label, piece.origin, piece.single, piece.parameter, level, piece.environment, piece.derived)


def raised(level: int) -> int:
    """The level of a value that is passed as an argument."""
    return level + 1


def returned(level: int) -> int:
    """The level of a value that is returned."""
    return level - 1 if level > 0 else 0


def beyond(level: int) -> int:
    """The level of what only others know."""
    return v.BEYOND


def is_beyond(level: int) -> bool:
    """Whether only a caller of the root, or the maker of its object, decided it."""
    return level >= v.BEYOND - 2 * MOST_FRAMES
