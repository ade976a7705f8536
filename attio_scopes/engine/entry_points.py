"""Entry points: the functions of a project that something outside of it calls.

Takes the rules of `rules/frameworks`, and a function with its decorators and class, or a call that hands a function over; says which kind
of entry point that is and what it is called there, or that it is none. Never calls anything, and knows no framework itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct

from attio_scopes.engine import frameworks as fw
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.values import known
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.library.models import VERBS
from attio_scopes.model import facts as f
from attio_scopes.model.program import ClassDef, FunctionDef

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

    def of_decorators(self, fr: Frame, function: FunctionDef) -> Registered | None:
        """What the decorators of a function make it; None where they hand it to nobody."""
        for decorator in function.facts.decorators:
            inner = decorator.func if isinstance(decorator, f.Invoke) else decorator
            library, name = _spelled(fr, inner)
            args = decorator.args if isinstance(decorator, f.Invoke) else ()
            rule = self._fitting(library, name, "decorators", _is_a_path(args))
            if rule is not None:
                return rule.kind, _label(rule, name, args) or own_name(function)
        return (HANDLER, own_name(function)) if fw.is_registered(fr, function) else None

    def of_call(self, callee: v.Value, args: v.Arguments, target: FunctionDef) -> Registered | None:
        """What a call makes of a function that it hands over; None where no rule knows the call."""
        library, name = _called(callee)
        rule = self._fitting(library, name, "calls", False) if name else None
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

    def _fitting(self, library: str, name: str, where: str, is_path: bool) -> Rule | None:
        """The first rule for a name: of its library, or of any where nothing is known of that."""
        for rule in self.rules:
            if library in rule.libraries and name in getattr(rule, where):
                return rule
        if library and any(library in rule.libraries for rule in self.rules):
            return None
        alone = (rule for rule in self.rules if name in rule.alone)
        paths = (rule for rule in self.rules if is_path and name in VERBS and name in getattr(rule, where))
        return next(alone, None) or next(paths, None)


def _spelled(fr: Frame, inner: f.Expr) -> tuple[str, str]:
    """The first and the last part of a decorator's dotted name; the first is "" where it is not known."""
    if isinstance(inner, f.Attr):
        return _library(fr.ask.evaluate(fr, inner.value)), inner.name
    value = fr.ask.evaluate(fr, inner)
    if isinstance(value, v.External):
        return _library(value), value.name.rpartition(".")[2]
    return _called(value) if isinstance(value, v.Member) else ("", "")


def _called(callee: v.Value) -> tuple[str, str]:
    """The same of what is called with a function: `app.add_url_rule(…)`, `mcp.tool()(…)`."""
    if isinstance(callee, v.Member):
        return _library(callee.owner), callee.name
    if isinstance(callee, (v.External, v.Made)):
        return _library(callee), callee.name.rpartition(".")[2]
    return "", callee.label if isinstance(callee, v.Lost) else ""


def _library(value: v.Value) -> str:
    while isinstance(value, v.Member):
        value = value.owner
    return value.name.partition(".")[0] if isinstance(value, (v.External, v.Made)) else ""


def _texts(args: Iterable[f.Arg], keyword: str | None) -> list[str]:
    values = [arg.value for arg in args if arg.keyword == keyword]
    return [value.value for value in values if isinstance(value, f.Const) and isinstance(value.value, str)]


def _is_a_path(args: Iterable[f.Arg]) -> bool:
    return any(text.startswith("/") for text in _texts(args, None)[:1])


def _label(rule: Rule, name: str, args: tuple[f.Arg, ...]) -> str:
    """The name that a decorator gives: of a route with its methods."""
    said = [text for word in rule.named_by for text in _texts(args, word)] + _texts(args, None)[:1]
    if not said:
        return ""
    if rule.kind != "route":
        return said[0]
    if not said[0]:
        return ""
    listed = next((arg.value for arg in args if arg.keyword == "methods"), None)
    items = listed.items if isinstance(listed, f.Collection) else ()
    methods = [item.value for item in items if isinstance(item, f.Const) and isinstance(item.value, str)]
    return f"{'|'.join(methods) or (name.upper() if name in VERBS else '')} {said[0]}".strip()


def own_name(function: FunctionDef) -> str:
    """The name under which a function is known where it is given none: of a method with its class."""
    return function.facts.name if function.owner is None else function.name


def registered(fr: Frame, function: FunctionDef, cls: ClassDef | None) -> Registered | None:
    """What a function is that nobody has handed over by a call: by its decorators, its class or its name."""
    rules = fr.ask.entry_rules
    by_class = rules.of_class(function, fr.ask.external_bases(cls)) if cls is not None else None
    return rules.of_decorators(fr, function) or by_class or rules.of_name(function)
