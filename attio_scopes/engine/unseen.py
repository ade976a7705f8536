"""Unseen callers: what a function is given by nobody that is seen.

Takes a function and a frame in which nothing waits; gives arguments: any object of the class that an annotation names, what a framework
puts there, the default, or something unknown that is known to be an argument.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from attio_scopes.engine import frameworks as fw
from attio_scopes.engine.annotations import annotated
from attio_scopes.engine.command_lines import declared_option, options_given
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import any_of
from attio_scopes.engine.domain.evidence import lost
from attio_scopes.engine.domain.text import setting_of
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.library.bases import STANDS_IN
from attio_scopes.engine.project.classes import has_self
from attio_scopes.model import facts as f
from attio_scopes.model.program import FunctionDef

_NO_DEFAULTS: Mapping[str, v.Value] = MappingProxyType({})


def root_arguments(fr: Frame, function: FunctionDef, with_self: bool, defaults: Mapping[str, v.Value] = _NO_DEFAULTS) -> v.Arguments:
    """What a function is given by nobody that is seen.

    Args:
        fr: a closed frame.
        function: the function.
        with_self: whether its first parameter is given here as well.
        defaults: those of a nested function, as they were when it was made.
    """
    params = function.facts.params if with_self or not has_self(function) else function.facts.params[1:]
    options = dict(options_given(fr, function))
    keywords = [(name, value) for name, value in options.items() if all(param.name != name for param in params)]
    star = kwstar = None
    for param in params:
        if param.kind == "args":
            star = lost(f"a caller outside the checked code sets `*{param.name}`", label="item", parameter=True)
        elif param.kind == "kwargs":
            kwstar = lost(f"a caller outside the checked code sets `**{param.name}`", label="item", parameter=True)
        else:
            keywords.append((param.name, options.get(param.name) or root_value(fr, function, param, defaults.get(param.name))))
    return v.Arguments((), tuple(keywords), star, kwstar)


def root_value(fr: Frame, function: FunctionDef, param: f.Param, made: v.Value | None = None) -> v.Value:
    """The value of one parameter that no caller is seen to give; `made` is its default as it was when the function was made."""
    home = Frame(fr.ask, function.module, None, None, function.owner, closed=True)
    if any(_puts_a_stand_in(fr, home, decorator) for decorator in function.facts.decorators):
        return v.Made(STANDS_IN, v.Arguments())
    option = declared_option(home, function, param.name) if function.facts.decorators else None
    if option is None and function.facts.decorators:
        option = fw.passed_on(home, function, param.name)
    if option is None and function.facts.decorators and param is function.facts.params[0]:
        option = fw.given_itself(home, function)
    if option is not None:
        return option
    default = fr.ask.default(function, param.name) if made is None or isinstance(made, v.Made) else made
    if default is not None and isinstance(default, (v.Made, v.Obj)):
        return default
    if param.annotation is not None:
        typed = annotated(home, param.annotation)
        fr.state.heap.update(home.state.heap)
        fr.found.update(home.found)
        if typed is not None:
            return any_of([typed, v.NONE]) if default == v.NONE and isinstance(typed, v.Made) else typed
    label = (fw.context_given(home, function, param) if default is None else None) or param.name
    environment = setting_of(default) if default is not None else ""
    itself = lost(f"a caller outside the checked code sets `{param.name}`", label=label, environment=environment, parameter=True)
    if default == v.text(""):
        return any_of([default, itself])
    return default if default is not None and _says_something(default) else itself


def _puts_a_stand_in(fr: Frame, home: Frame, decorator: f.Expr) -> bool:
    """Whether a decorator of a test library replaces something, and gives what stands in for it: `@mock.patch("crm.http.request")`."""
    made = fr.ask.evaluate(home, decorator.func if isinstance(decorator, f.Invoke) else decorator)
    name = made.name if isinstance(made, v.External) else ""
    return "patch" in name.split(".") and name.partition(".")[0] in fr.ask.products.doubles


def _says_something(value: v.Value) -> bool:
    return any(
        (isinstance(o.value, v.Text) and o.value.pieces)
        or isinstance(o.value, (v.Func, v.Made, v.Obj, v.Partial, v.Class, v.External, v.Member))
        for o in v.options(value)
    )
