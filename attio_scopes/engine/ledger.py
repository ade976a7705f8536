"""The ledger: what became of each call, noted where it is decided, and what was worked out.

Takes notes while bodies are worked out, and after that the statements of the modules; gives the fate of each call expression. Decides
nothing: a call of which nobody noted anything has no fate, and that is a fault of the engine.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from msgspec import Struct, field

from attio_scopes.engine.summary import Here
from attio_scopes.model import facts as f
from attio_scopes.model.fate import Call, Handed
from attio_scopes.model.source import is_installed


class Ledger(Struct):
    """The notes.

    Attributes:
        fates: of each call, what became of it, in each way in which it is reached; with what is called, in a few words.
        never: the statements and expressions that were left out, since control cannot get there.
        worked: the statements of modules, and the classes, functions and lambda expressions, whose bodies were worked out.
        stated: of each call that asks for scopes of Attio's, these.
        hinted: the entries of `wrappers` that a call matched.
        near: of such entries, what was called that ends like it.
        handed: where libraries without a model get Attio's address, or a token of Attio's.
        leads: the calls behind which a request waits for callers that writes out a part of a path of Attio's.
        led: those behind which all requests are told, or go elsewhere.
        above: of requests that are found, by the calls from theirs inwards, those that lead there.
        asked, answered: how many requests were made, and of how many it was settled where they belong.
    """

    fates: dict[Call, dict[str, str]] = field(default_factory=dict)
    never: dict[int, Any] = field(default_factory=dict)
    worked: dict[int, Any] = field(default_factory=dict)
    stated: dict[Call, set[frozenset[str]]] = field(default_factory=dict)
    hinted: set[str] = field(default_factory=set)
    near: dict[str, set[str]] = field(default_factory=dict)
    handed: set[Handed] = field(default_factory=set)
    leads: dict[Call, None] = field(default_factory=dict)
    led: set[Call] = field(default_factory=set)
    above: dict[Here, set[Call]] = field(default_factory=dict)
    asked: int = 0
    answered: int = 0

    def note(self, here: Here, fate: str, about: str = "") -> None:
        """Note what became of a call."""
        if here and here[0].span[0]:
            self.fates.setdefault((here[0].path, here[0].span), {}).setdefault(fate, about)

    def lead(self, here: Here) -> None:
        """Note a call behind which a request waits that writes out a part of a path; of what the engine itself makes up nobody asks."""
        if all(at.span[0] for at in here) and not is_installed(here[-1].path):
            self.leads[here[-1].path, here[-1].span] = None

    def settle(self, here: Here) -> None:
        """Note the calls behind which a request goes elsewhere, or is never made."""
        self.led.update((at.path, at.span) for at in here)

    def tell(self, found: Iterable[Here]) -> None:
        """Note the calls of what is told, each with the calls below it."""
        for here in found:
            self.settle(here)
            self.led |= self.above.get(here, set())

    def state(self, here: Here, scopes: frozenset[str]) -> None:
        """Note the scopes that a call asks for."""
        if here and here[0].span[0]:
            self.stated.setdefault((here[0].path, here[0].span), set()).add(scopes)

    def leave_out(self, nodes: Iterable[Any]) -> None:
        """Note statements or expressions that control cannot reach."""
        self.never.update((id(node), node) for node in nodes)

    def work_out(self, node: f.Function | f.Class) -> None:
        """Note that the body of a class, function or lambda expression is worked out."""
        inner: Any = node.body
        if isinstance(node, f.Function) and node.name == "<lambda>":  # its facts are made up for the expression that it gives
            inner = node.body[0].value  # type: ignore[union-attr]  # a `return`
        self.worked[id(inner)] = inner

    def run(self, stmt: f.Stmt) -> None:
        """Note that a statement of a module is worked out, which of a definition is all but its body."""
        self.worked[id(stmt)] = stmt
