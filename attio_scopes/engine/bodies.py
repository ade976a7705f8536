"""Bodies: what was worked out, as a graph of who calls whom, down to the call sites.

Takes what was found and what each answer and each root called; gives the bodies that lead to a call, with those that are entry points
marked. Evaluates nothing but decorators.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attio_scopes.engine.calls import for_tool
from attio_scopes.engine.emit import Found
from attio_scopes.engine.entry_points import registered
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.library.entry_rules import HANDLER, Registered, own_name
from attio_scopes.engine.memo import Kept
from attio_scopes.engine.project.imports import imported_by
from attio_scopes.engine.queries import Queries
from attio_scopes.engine.sites import place_of
from attio_scopes.model import facts as f
from attio_scopes.model.call import CallSite, Place
from attio_scopes.model.entry_point import MAIN, SCRIPT, Body, Sends
from attio_scopes.model.program import ClassDef, FunctionDef, Module

Node = tuple[Any, Any]
"""A function and the class of its `self`; or a module, and what of it: SCRIPT or MAIN."""


def main_line(stmt: f.Stmt) -> int:
    """The line of `if __name__ == "__main__":`; 0 of any other statement."""
    if not isinstance(stmt, f.Branch) or not isinstance(stmt.test, f.Compare) or stmt.test.op != "==":
        return 0
    sides = (stmt.test.left, stmt.test.right)
    return stmt.lines[0] if f.Name("__name__") in sides and f.Const("__main__") in sides else 0


def bodies_of(queries: Queries, found: Iterable[Found], sites: Iterable[CallSite]) -> tuple[Body, ...]:
    """The bodies that lead to a call, sorted by place; calls are given by their numbers.

    Args:
        queries: with all questions answered.
        found: the readings that were found.
        sites: what they were gathered to.
    """
    graph = _Graph(queries, dict.fromkeys(found))
    leading = sorted(graph.leading(), key=lambda node: (*_stands(node), _key_of_class(node)))
    numbers = {node: number for number, node in enumerate(leading)}
    at = {site.place: site for site in sites}
    return tuple(_body(queries, graph, node, numbers, at) for node in leading)


def _body(queries: Queries, graph: _Graph, node: Node, numbers: Mapping[Node, int], at: Mapping[Place, CallSite]) -> Body:
    path, line, function = _stands(node)
    kind, name = _entry(queries, node) or ("", "")
    calls = sorted({numbers[other] for other in graph.calls.get(node, ()) if other in numbers} - {numbers[node]})
    passes = sorted({numbers[other] for other in graph.passed.get((path, function), ()) if other in numbers} - {*calls, numbers[node]})
    return Body(path, line, function, kind, name, tuple(calls), tuple(passes), tuple(_sends(graph.found.get(node, ()), at)))


def _stands(node: Node) -> tuple[str, int, str]:
    one, what = node
    if isinstance(one, FunctionDef):
        return one.module.path, one.facts.line, one.name
    lines = [line for stmt in one.contents().body if (line := main_line(stmt))] if what == MAIN else []
    return one.path, min(lines, default=1), ""


def _key_of_class(node: Node) -> str:
    cls = node[1]
    if isinstance(cls, tuple):
        return f"{_key_of_class((node[0], cls[0]))} {cls[1]}"
    return f"{cls.module.path}:{cls.name}" if isinstance(cls, ClassDef) else str(cls)


def _sends(found: Iterable[Found], at: Mapping[Place, CallSite]) -> Iterator[Sends]:
    readings: dict[Place, set[int]] = {}
    credentials: dict[Place, set[str]] = {}
    for one in found:
        place = place_of(one)
        if place not in at:  # only what a tool's name leaves of it
            continue
        known = at[place].readings
        readings.setdefault(place, set()).update([known.index(one.reading)] if one.reading in known else range(len(known)))
        credentials.setdefault(place, set()).update(one.credentials)
    for place in sorted(readings):
        yield Sends(place, tuple(sorted(readings[place])), tuple(sorted(credentials[place])))


class _Graph:
    """What each body found and called."""

    def __init__(self, queries: Queries, final: dict[Found, None]) -> None:
        self.found: dict[Node, dict[Found, None]] = {}
        self.calls: dict[Node, dict[Node, None]] = {}
        self.passed: dict[tuple[str, str], list[Node]] = {}
        for path, function, target, cls in queries.world.passed:
            self.passed.setdefault((path, function), []).append((target, cls))
        self.called = queries.world.called
        self.final = final
        for node, work in queries.works.items():
            self._take(node, work.found, work.edges)
        defaults: dict[FunctionDef, list[Kept]] = {}
        for key, kept in queries.kept.items():
            if not isinstance(key, tuple) or not key:
                continue
            if key[0] == "summary":
                self._take((key[1], for_tool(key[2], key[3])), kept.found, kept.edges)
            elif key[0] == "decorated":
                self._take((key[1].module, SCRIPT), kept.found, kept.edges)
            elif key[0] == "default":
                defaults.setdefault(key[1], []).append(kept)
        for node in list(self.calls):
            for kept in defaults.get(node[0], ()) if isinstance(node[0], FunctionDef) else ():
                self._take(node, kept.found, kept.edges)
        self._add_overloads()
        self._add_imports(queries)

    def _take(self, node: Node, found: Iterable[Found], edges: Iterable[Any]) -> None:
        """Note what a body found and called: what a function does that something unknown calls is that function's."""
        self.calls.setdefault(node, {})
        for one in found:
            if one in self.final or isinstance(node[1], tuple):
                self.found.setdefault(self._by(node, one.doer), {})[one] = None
        for doer, target, cls in edges:
            if target.parent is None or doer is not None or (target, None) in self.called or target.facts.name == "<lambda>":
                self.calls.setdefault(self._by(node, doer), {})[target, cls] = None

    @staticmethod
    def _by(node: Node, doer: FunctionDef | None) -> Node:
        return node if doer is None else (doer, None)

    def _add_overloads(self) -> None:
        """Whoever calls a function may call what is registered as an overload of it (`@use.register`)."""
        for node in list(self.calls):
            one, cls = node
            for decorator in one.facts.decorators if isinstance(one, FunctionDef) else ():
                inner = decorator.func if isinstance(decorator, f.Invoke) else decorator
                if isinstance(inner, f.Attr) and inner.name == "register" and isinstance(inner.value, f.Name):
                    for other in list(self.calls):
                        if isinstance(other[0], FunctionDef) and other[1] is cls and _is_beside(other[0], one, inner.value.id):
                            self.calls[other][node] = None

    def _add_imports(self, queries: Queries) -> None:
        """Whoever runs a function has imported its module, and what that imports."""
        for node in list(self.calls):
            one, what = node
            module = one.module if isinstance(one, FunctionDef) else one
            self.calls[node][module, SCRIPT] = None
            if what == SCRIPT:
                for other in _imported(queries, module):
                    self.calls[node][other, SCRIPT] = None

    def leading(self) -> set[Node]:
        """The bodies from which a call is reached, whoever decides what is sent there."""
        callers: dict[Node, list[Node]] = {}
        for node, called in self.calls.items():
            where = _stands(node)
            for other in (*called, *self.passed.get((where[0], where[2]), ())):
                callers.setdefault(other, []).append(node)
        decided = {(one.at.path, one.at.function) for some in self.found.values() for one in some}
        leading = {node for node in self.calls if node in self.found or (_stands(node)[0], _stands(node)[2]) in decided}
        pending = list(leading)
        while pending:
            for caller in callers.get(pending.pop(), ()):
                if caller not in leading:
                    leading.add(caller)
                    pending.append(caller)
        return leading


def _is_beside(one: FunctionDef, other: FunctionDef, name: str) -> bool:
    """Whether a function is the one of a name in the module or class of another."""
    return one.facts.name == name and (one.module, one.owner, one.parent) == (other.module, other.owner, other.parent)


def _imported(queries: Queries, module: Module) -> Iterator[Module]:
    """The modules that a module imports, and the packages that it is in."""
    for depth in range(1, len(module.parts)):
        package = queries.program.by_parts.get(module.parts[:depth])
        if package is not None:
            yield package
    yield from imported_by(queries.program, module)


def _entry(queries: Queries, node: Node) -> Registered | None:
    """What makes a body an entry point; None where it is none."""
    one, what = node
    if not isinstance(one, FunctionDef):
        return what, one.path
    world = queries.world
    if isinstance(what, tuple):
        return ("tool", what[1]) if (one, what) in queries.works else None
    is_called = (one, what) in world.called
    given = registered(Frame(queries, one.module, closed=True), one, what) if one.parent is None else None
    if given is None or given[0] == HANDLER:
        given = world.registered.get(one, given)
    if given is None and one in world.escaped and one not in world.queued:
        given = (HANDLER, own_name(one))
    return None if given is None or (is_called and given[0] in (HANDLER, MAIN)) else given
