"""What is known of entry points: the rules of `rules/frameworks/entry_points.yaml`.

Takes the file's data, and names of decorators, calls, classes and functions; says which kind of entry point that makes of a function.
Evaluates nothing, and knows no framework itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct

from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.values import known
from attio_scopes.engine.library.models import VERBS
from attio_scopes.model.program import FunctionDef

Registered = tuple[str, str]
"""The kind of an entry point, and its name."""

HANDLER = "handler"
"""The kind of a function that is handed to something that no rule knows."""


class Rule(Struct, frozen=True):
    """A rule of `rules/frameworks/entry_points.yaml`, whose head says what each of these is."""

    kind: str
    libraries: frozenset[str]
    decorators: frozenset[str]
    calls: frozenset[str]
    bases: frozenset[str]
    methods: frozenset[str]
    alone: frozenset[str]
    dispatchers: frozenset[str]
    functions: frozenset[str]
    parameters: tuple[str, ...]
    named_by: tuple[str, ...]

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Rule:
        """Out of the file."""
        sets = {
            key: frozenset(data.get(key, ()))
            for key in ("libraries", "decorators", "calls", "bases", "methods", "alone", "dispatchers", "functions")
        }
        return cls(data["kind"], **sets, parameters=tuple(data.get("parameters", ())), named_by=tuple(data.get("named_by", ())))


class EntryRules:
    """The rules, and the questions that they answer."""

    def __init__(self, rules: Iterable[Mapping[str, Any]]) -> None:
        """Read them."""
        self.rules = tuple(Rule.of(rule) for rule in rules)
        self.dispatchers = frozenset[str]().union(*(rule.dispatchers for rule in self.rules))

    def of_call(self, callee: v.Value, args: v.Arguments, target: FunctionDef) -> Registered | None:
        """What a call makes of a function that it hands over; None where no rule knows the call."""
        library, name = called(callee)
        rule = self.fitting(library, name, "calls", False) if name else None
        if rule is None:
            return None
        words = [args.keyword(word) for word in rule.named_by]
        texts = [known(value) for value in (*words, *args.positional) if value is not None]
        said = next((text for text in texts if text), "")
        verb = name.removeprefix("add_")
        return rule.kind, f"{verb.upper()} {said}" if said and verb in VERBS else said or own_name(target)

    def of_class(self, function: FunctionDef, externals: Iterable[str]) -> Registered | None:
        """What a method is by the library classes from which its class derives."""
        last = {name.rpartition(".")[2] for name in externals}
        for rule in self.rules:
            if function.facts.name in rule.methods and not rule.bases.isdisjoint(last):
                return rule.kind, function.name
        return None

    def of_name(self, function: FunctionDef) -> Registered | None:
        """What a function of a module is by its own name, which platforms call it by."""
        if function.owner is not None or function.parent is not None:
            return None
        given = [param.name for param in function.facts.params]
        for rule in self.rules:
            if function.facts.name in rule.functions and (not rule.parameters or given[: len(rule.parameters)] == list(rule.parameters)):
                return rule.kind, function.name
        return None

    def fitting(self, library: str, name: str, where: str, is_path: bool) -> Rule | None:
        """The first rule for a name: of its library, or of any where nothing is known of that."""
        for rule in self.rules:
            if library in rule.libraries and name in getattr(rule, where):
                return rule
        if library and any(library in rule.libraries for rule in self.rules):
            return None
        alone = (rule for rule in self.rules if name in rule.alone)
        paths = (rule for rule in self.rules if is_path and name in VERBS and name in getattr(rule, where))
        return next(alone, None) or next(paths, None)


def called(callee: v.Value) -> tuple[str, str]:
    """The first and the last part of the name of what is called with a function: `app.add_url_rule(…)`, `mcp.tool()(…)`."""
    if isinstance(callee, v.Member):
        return library_of(callee.owner), callee.name
    if isinstance(callee, (v.External, v.Made)):
        return library_of(callee), callee.name.rpartition(".")[2]
    return "", callee.label if isinstance(callee, v.Lost) else ""


def library_of(value: v.Value) -> str:
    """The library that something comes from, or ""."""
    while isinstance(value, v.Member):
        value = value.owner
    return value.name.partition(".")[0] if isinstance(value, (v.External, v.Made)) else ""


def own_name(function: FunctionDef) -> str:
    """The name under which a function is known where it is given none: of a method with its class."""
    return function.facts.name if function.owner is None else function.name
