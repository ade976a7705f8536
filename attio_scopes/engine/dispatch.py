"""Dispatch: the tools of a server that gets them all through one function, which looks at their name.

Takes the answers after the last round; works out such a function once more for each tool that the project declares, with that name as its
argument, and so do the functions that are given the name. What was found before stays: this tells the tools apart, and finds no call.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from attio_scopes.engine import bounds
from attio_scopes.engine.arguments import bind
from attio_scopes.engine.calls import home_of, scope_root
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.evidence import lost
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.instantiate import instantiate
from attio_scopes.engine.project.classes import has_self
from attio_scopes.engine.queries import Queries
from attio_scopes.engine.unseen import root_arguments
from attio_scopes.model import facts as f
from attio_scopes.model.program import ClassDef, FunctionDef


def tell_tools_apart(queries: Queries) -> None:
    """Work out each function that dispatches tools for each of their names."""
    summaries = [key for key in list(queries.kept) if isinstance(key, tuple) and key[:1] == ("summary",) and not key[3]]
    dispatchers = [key for key in summaries if _dispatches(queries, key[1])]
    names = tuple(dict.fromkeys(_declared(queries)))[: bounds.TOOLS] if dispatchers else ()
    for _, target, cls, _ in dispatchers:
        parameter = next((param.name for number, param in enumerate(target.facts.params) if number or not has_self(target)), None)
        for name in names:
            if parameter is not None:
                _work_out(queries, target, cls, parameter, name)


def _dispatches(queries: Queries, function: FunctionDef) -> bool:
    """Whether a decorator hands a function all tools of a server: `@server.call_tool()`."""
    for decorator in function.facts.decorators:
        inner = decorator.func if isinstance(decorator, f.Invoke) else decorator
        if isinstance(inner, f.Attr) and inner.name in queries.entry_rules.dispatchers:
            return True
    return False


def _work_out(queries: Queries, target: FunctionDef, cls: ClassDef | None, parameter: str, name: str) -> None:
    world = queries.world
    world.selected = name
    try:
        summary = queries.summary(target, cls, ((parameter, name),))
        fr = Frame(queries, target.module, target, cls, target.owner, closed=True, unseen=True)
        bound: v.Value | None = v.Obj(cls) if cls is not None and has_self(target) else None
        given = {**bind(fr, v.Func(target, bound), root_arguments(fr, target, bound is None), 0), parameter: v.text(name)}
        bindings = {root: given[one] for one, root in summary.roots if one in given}
        bindings[scope_root(target)] = lost("the variables of the enclosing function are not known")
        with queries.working(target, (cls, name)) as work:
            instantiate(fr, summary, bindings, (), home_of(target))
        work.found.update(fr.found)
    finally:
        world.selected = ""


def _declared(queries: Queries) -> Iterator[str]:
    """The names of the tools that the project declares: `Tool(name="find", …)`, `{"name": "find", "inputSchema": …}`."""
    said = queries.products.all("tools")
    classes, keyword = queries.products.names("tools"), {fact.says["name"] for fact in said}
    described = {word for fact in said for word in fact.words("described_by")}
    for module in sorted((one for one in queries.program.modules if not one.installed), key=lambda one: one.path):
        for expr in _expressions(module.contents().body):
            if isinstance(expr, f.Invoke):
                callee = expr.func.name if isinstance(expr.func, f.Attr) else expr.func.id if isinstance(expr.func, f.Name) else ""
                yield from (_text(arg.value) for arg in expr.args if callee in classes and arg.keyword in keyword and _text(arg.value))
            elif isinstance(expr, f.Table):
                items = {_text(key): value for key, value in expr.items if key is not None}
                named = next((_text(value) for key, value in items.items() if key in keyword), "")
                if named and not described.isdisjoint(items):
                    yield named


def _text(expr: Any) -> str:
    return expr.value if isinstance(expr, f.Const) and isinstance(expr.value, str) else ""


def _expressions(body: Iterable[Any]) -> Iterator[Any]:
    """Every expression of some statements, those of functions within them included."""
    pending: list[Any] = list(body)
    while pending:
        part = pending.pop()
        if isinstance(part, (f.Invoke, f.Table)):
            yield part
        if isinstance(part, tuple):
            pending.extend(part)
        elif isinstance(part, Struct):
            pending.extend(getattr(part, name) for name in part.__struct_fields__)
