"""Entry points: the functions of a project that something outside of it calls.

Takes a function with its decorators and class, and the rules (`library/entry_rules`); says which kind of entry point that is and what it
is called there, or that it is none. Never calls anything, and knows no framework itself.
"""

from __future__ import annotations

from collections.abc import Iterable

from attio_scopes.engine import frameworks as fw
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.library.entry_rules import HANDLER, EntryRules, Registered, Rule, called, library_of, own_name
from attio_scopes.engine.library.models import VERBS
from attio_scopes.model import facts as f
from attio_scopes.model.program import ClassDef, FunctionDef


def _of_decorators(rules: EntryRules, fr: Frame, function: FunctionDef) -> Registered | None:
    """What the decorators of a function make it; None where they hand it to nobody."""
    for decorator in function.facts.decorators:
        inner = decorator.func if isinstance(decorator, f.Invoke) else decorator
        library, name = _spelled(fr, inner)
        args = decorator.args if isinstance(decorator, f.Invoke) else ()
        rule = rules.fitting(library, name, "decorators", _is_a_path(args))
        if rule is not None:
            return rule.kind, _label(rule, name, args) or own_name(function)
    return (HANDLER, own_name(function)) if fw.is_registered(fr, function) else None


def _spelled(fr: Frame, inner: f.Expr) -> tuple[str, str]:
    """The first and the last part of a decorator's dotted name; the first is "" where it is not known."""
    if isinstance(inner, f.Attr):
        return library_of(fr.ask.evaluate(fr, inner.value)), inner.name
    value = fr.ask.evaluate(fr, inner)
    if isinstance(value, v.External):
        return library_of(value), value.name.rpartition(".")[2]
    return called(value) if isinstance(value, v.Member) else ("", "")


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


def registered(fr: Frame, function: FunctionDef, cls: ClassDef | None) -> Registered | None:
    """What a function is that nobody has handed over by a call: by its decorators, its class or its name."""
    rules = fr.ask.entry_rules
    by_class = rules.of_class(function, fr.ask.external_bases(cls)) if cls is not None else None
    return _of_decorators(rules, fr, function) or by_class or rules.of_name(function)
