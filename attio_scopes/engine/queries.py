"""Queries: every question of the engine, in one place.

Takes a program and what is known of libraries; answers what `Ask` declares. Questions about functions, names and classes have rooms of
their own; what other rooms know is asked there. Works nothing out itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from attio_scopes.engine import frameworks as fw
from attio_scopes.engine.annotations import annotated
from attio_scopes.engine.attributes import attribute
from attio_scopes.engine.body.contexts import entered, first_item
from attio_scopes.engine.body.expressions import evaluate
from attio_scopes.engine.body.statements import execute
from attio_scopes.engine.calls import call
from attio_scopes.engine.command_lines import parser_method
from attio_scopes.engine.container_changes import CONTAINER_CHANGES
from attio_scopes.engine.declared import send_configured, send_declared
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.text import TEXT_METHODS
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.library.models import ConfigFunction
from attio_scopes.engine.library.programs import send_command
from attio_scopes.engine.library.urls import SPLIT_METHODS
from attio_scopes.engine.project.binders import stored_elsewhere
from attio_scopes.engine.questions.classes import ClassQuestions
from attio_scopes.engine.questions.functions import FunctionQuestions
from attio_scopes.engine.questions.names import NameQuestions
from attio_scopes.engine.summary import At
from attio_scopes.engine.world import World
from attio_scopes.model import facts as f
from attio_scopes.model.outline import Imported
from attio_scopes.model.program import FunctionDef, Module

SENDING = frozenset(
    {"get", "post", "put", "patch", "delete", "head", "options", "request", "send", "stream", "fetch", "open", "urlopen", "set", "register",
     "call", "execute", "run", "invoke", "apply", "start", "enter_context", "enter_async_context", "__call__", "__enter__", "__setitem__",
     "substitute", "safe_substitute", "joinpath", "join", "format_map", "mount", "add_header", "put_nowait", "add", "copy", "remove",
     "retry", "map"}
)  # fmt: skip
"""Methods that matter whatever they are called on."""


@dataclass(eq=False, repr=False)
class Queries(FunctionQuestions, NameQuestions, ClassQuestions):
    """The questions that a frame may ask, answered.

    Attributes:
        sdk_used: whether the project uses an SDK; None as long as nobody asked.
        method_names: the methods that may send or change something, whatever they are called on.
        learnt: how many of the modules that were opened these names were taken from.
    """

    sdk_used: bool | None = None
    method_names: set[str] = field(default_factory=set)
    learnt: int = 0

    def __post_init__(self) -> None:
        """Gather the names of methods that may send, or change something, unless they are given."""
        super().__post_init__()
        if self.method_names:
            return
        names = {*self.program.package_methods, *CONTAINER_CHANGES, *SENDING, *self.products.methods(), *SPLIT_METHODS, *TEXT_METHODS}
        for client in self.models.classes.values():
            names.update(client.methods)
        for sdk in self.models.sdks.values():
            names.update(sdk.by_method)
        self.method_names = names
        self.learn()

    def learn(self) -> None:
        """Take in which methods the modules have, and which attributes they store, that were opened since."""
        for module in dict.fromkeys(self.program.opened[self.learnt :]):
            names = set().union(*(stmt.members for stmt in module.outline.statements)) - self.method_names
            stored = stored_elsewhere(module) - self.stored
            self.method_names |= names
            self.stored |= stored
            self.world.changed.update(("method", name) for name in names)
            self.world.changed.update(("stored", name) for name in stored)
        self.learnt = len(self.program.opened)

    def is_method(self, name: str) -> bool:
        """Whether a method may send or change something, whatever it is called on."""
        self.world.note_read(("method", name))
        return name in self.method_names

    def afresh(self) -> Queries:
        """The same with no question answered, but what is asked of all modules at once."""
        known = (self.program, self.models, self.products, self.templates, self.hosts, self.hints, World(ledger=self.world.ledger))
        same = Queries(*known, sdk_used=self.sdk_used, method_names=self.method_names, stored=self.stored, learnt=self.learnt)
        same.entry_rules, same.senders = self.entry_rules, self.senders
        return same

    def returned(self, fr: Frame, span: f.Span, value: v.Value) -> v.Value:
        """What a method returns; a stream's path is a request."""
        return send_declared(fr, span, value)

    def evaluate(self, fr: Frame, expr: f.Expr) -> v.Value:
        """The value of an expression."""
        return evaluate(fr, expr)

    def execute(self, fr: Frame, body: tuple[f.Stmt, ...]) -> None:
        """Execute statements, until control goes elsewhere."""
        execute(fr, body)

    def call(self, fr: Frame, callee: v.Value, args: v.Arguments, here: tuple[At, ...]) -> v.Value:
        """What calling a value gives."""
        return call(fr, callee, args, here)

    def attribute(self, fr: Frame, value: v.Value, name: str) -> v.Value:
        """An attribute of a value."""
        return attribute(fr, value, name)

    def entered(self, fr: Frame, value: v.Value) -> v.Value:
        """What a `with` binds."""
        return first_item(fr, entered(fr, value))

    def annotated(self, fr: Frame, annotation: f.Expr) -> v.Value | None:
        """What an annotation says."""
        return annotated(fr, annotation)

    def shared_by(self, fr: Frame, holder: f.Expr, name: str) -> v.Value | None:
        """What the project stores on the object that an expression is."""
        return fw.shared_by(fr, holder, name)

    def shared(self, fr: Frame, holder: str, name: str) -> v.Value | None:
        """What the project stores on an object that libraries hand around."""
        return fw.shared(fr, holder, name)

    def note_shared(self, fr: Frame, holder: f.Expr, name: str, value: v.Value) -> None:
        """Note what is stored on such an object."""
        fw.note_shared(fr, holder, name, value)

    def is_for_nothing(self, fr: Frame, owner: v.Value, value: v.Value) -> bool:
        """Whether what is left on an object that libraries hand around is nothing that a request could be made with."""
        return fw.is_for_nothing(fr, owner, value)

    def note_lifespan(self, fr: Frame, server: str, args: v.Arguments) -> None:
        """Note what a server's lifespan yields."""
        fw.note_lifespan(fr, server, args)

    def given_itself(self, fr: Frame, function: FunctionDef) -> v.Value | None:
        """What a function is given first by a decorator that declares it."""
        return fw.given_itself(fr, function)

    def dependency_of(self, fr: Frame, marker: v.Value) -> v.Value | None:
        """What a dependency gives."""
        return fw.dependency_of(fr, marker)

    def provider(self, fr: Frame, name: str, args: v.Arguments, here: tuple[At, ...]) -> v.Value | None:
        """A provider of a container."""
        return fw.provider(fr, name, args, here)

    def provide(self, fr: Frame, provider: v.Made, args: v.Arguments, here: tuple[At, ...]) -> v.Value | None:
        """What a provider gives."""
        return fw.provide(fr, provider, args, here)

    def injected(self, fr: Frame, owner: v.Value, index: v.Value) -> v.Value | None:
        """What a marker of an injected value stands for."""
        return fw.injected(fr, owner, index)

    def parser_method(self, fr: Frame, owner: v.Made, name: str, args: v.Arguments, here: tuple[At, ...]) -> v.Value | None:
        """A method of a parser of the command line."""
        return parser_method(fr, owner, name, args, here)

    def send_command(self, fr: Frame, name: str, args: v.Arguments, here: tuple[At, ...]) -> None:
        """Note the request of a program that is started."""
        send_command(fr, name, args, here)

    def send_configured(self, fr: Frame, config: ConfigFunction, args: v.Arguments, here: tuple[At, ...]) -> None:
        """Note the requests that a mapping declares."""
        send_configured(fr, config, args, here)

    def uses_sdk(self) -> bool:
        """Whether some module of the project imports an SDK (and has no module of that name itself)."""
        if self.sdk_used is None:
            own = [module for module in self.program.known if not module.installed and (module.chosen or module.is_read)]
            items = ((module, item) for module in own for stmt in module.outline.statements for item in stmt.imports)
            self.sdk_used = any(self._imports_sdk(module, item) for module, item in items)
        return self.sdk_used

    def _imports_sdk(self, module: Module, item: Imported) -> bool:
        named = not item.level and item.module.partition(".")[0] in self.models.sdk_modules
        return named and self.program.find(module, item.module, 0, item.names or ()) is None
