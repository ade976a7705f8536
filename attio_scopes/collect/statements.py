"""Statements: libcst statement nodes to `model.facts` statements.

Takes a block and the spans of its module; gives its statements in order. Never evaluates. What cannot matter to a request
(`pass`, documentation strings, type aliases) is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import libcst as cst
from msgspec import Struct

from attio_scopes.collect.expressions import dotted, lower, lower_params, operator
from attio_scopes.collect.patterns import captures
from attio_scopes.collect.spans import Spans
from attio_scopes.model import facts as f


def lower_body(body: Sequence[cst.CSTNode], spans: Spans, scope: str) -> tuple[f.Stmt, ...]:
    """The statements of a block; `scope` is the dotted name of the functions and classes around it."""
    found: list[f.Stmt] = []
    for node in body:
        if isinstance(node, cst.SimpleStatementLine):
            at = spans.span(node)
            for small in node.body:
                found.extend(_small(small, at, spans))
        else:
            lowering = _COMPOUND.get(type(node))
            if lowering is not None:
                found.append(lowering(node, spans, scope))
    return tuple(found)


def _block(suite: cst.BaseSuite, spans: Spans, scope: str) -> tuple[f.Stmt, ...]:
    if isinstance(suite, cst.IndentedBlock):
        return lower_body(suite.body, spans, scope)
    found: list[f.Stmt] = []
    if isinstance(suite, cst.SimpleStatementSuite):
        for small in suite.body:
            found.extend(_small(small, f.NO_SPAN, spans))
    return tuple(found)


def _small(node: cst.BaseSmallStatement, at: f.Span, spans: Spans) -> Iterable[f.Stmt]:
    lowering = _SMALL.get(type(node))
    return lowering(node, at, spans) if lowering is not None else ()


def _lines(at: f.Span) -> f.Lines:
    return (at[0], at[2])


def _expression(node: cst.Expr, at: f.Span, spans: Spans) -> Iterable[f.Stmt]:
    if isinstance(node.value, (cst.SimpleString, cst.Ellipsis)):
        return ()
    return (f.Evaluate(lower(node.value, spans), _lines(at)),)


def _assign(node: cst.Assign, at: f.Span, spans: Spans) -> Iterable[f.Stmt]:
    targets = tuple(lower(t.target, spans) for t in node.targets)
    return (f.Assign(targets, lower(node.value, spans), _lines(at), None, at),)


def _type_alias(node: cst.TypeAlias, at: f.Span, spans: Spans) -> Iterable[f.Stmt]:
    return (f.Assign((lower(node.name, spans),), lower(node.value, spans), _lines(at), None, at),)


def _annotated(node: cst.AnnAssign, at: f.Span, spans: Spans) -> Iterable[f.Stmt]:
    value = lower(node.value, spans) if node.value is not None else None
    return (f.Assign((lower(node.target, spans),), value, _lines(at), lower(node.annotation.annotation, spans), at),)


def _augmented(node: cst.AugAssign, at: f.Span, spans: Spans) -> Iterable[f.Stmt]:
    return (f.Augment(lower(node.target, spans), operator(node.operator), lower(node.value, spans), _lines(at)),)


def _return(node: cst.Return, at: f.Span, spans: Spans) -> Iterable[f.Stmt]:
    value = lower(node.value, spans) if node.value is not None else None
    return (f.Return(value, _lines(at), spans.span(node)),)


def _raise(node: cst.Raise, at: f.Span, spans: Spans) -> Iterable[f.Stmt]:
    return (f.Raise(lower(node.exc, spans) if node.exc is not None else None, _lines(at)),)


def _assert(node: cst.Assert, at: f.Span, spans: Spans) -> Iterable[f.Stmt]:
    parts = [node.test, *([node.msg] if node.msg is not None else [])]
    return (f.Evaluate(f.Other(tuple(lower(part, spans) for part in parts)), _lines(at)),)


def _del(node: cst.Del, at: f.Span, spans: Spans) -> Iterable[f.Stmt]:
    targets = node.target.elements if isinstance(node.target, cst.Tuple) else (node.target,)
    lowered = (lower(one.value if isinstance(one, cst.BaseElement) else one, spans) for one in targets)
    return (f.Delete(tuple(lowered), _lines(at)),)


def _import(node: cst.Import, at: f.Span, spans: Spans) -> Iterable[f.Stmt]:
    return (f.Import(tuple((dotted(a.name), _alias(a)) for a in node.names)),)


def _import_from(node: cst.ImportFrom, at: f.Span, spans: Spans) -> Iterable[f.Stmt]:
    names = None
    if not isinstance(node.names, cst.ImportStar):
        names = tuple((dotted(a.name), _alias(a) or dotted(a.name)) for a in node.names)
    return (f.ImportFrom(dotted(node.module), len(node.relative), names),)


def _alias(alias: cst.ImportAlias) -> str | None:
    return dotted(alias.asname.name) if alias.asname is not None and isinstance(alias.asname.name, cst.Name) else None


def _declare(node: cst.Global | cst.Nonlocal, at: f.Span, spans: Spans) -> Iterable[f.Stmt]:
    kind = "global" if isinstance(node, cst.Global) else "nonlocal"
    return (f.Declare(kind, tuple(item.name.value for item in node.names)),)


def _jump(node: cst.BaseSmallStatement, at: f.Span, spans: Spans) -> Iterable[f.Stmt]:
    return (f.Jump("break" if isinstance(node, cst.Break) else "continue"),)


_SMALL: dict[type[cst.CSTNode], Callable[[Any, f.Span, Spans], Iterable[f.Stmt]]] = {
    cst.Expr: _expression,
    cst.Assign: _assign,
    cst.TypeAlias: _type_alias,
    cst.AnnAssign: _annotated,
    cst.AugAssign: _augmented,
    cst.Return: _return,
    cst.Raise: _raise,
    cst.Assert: _assert,
    cst.Del: _del,
    cst.Import: _import,
    cst.ImportFrom: _import_from,
    cst.Global: _declare,
    cst.Nonlocal: _declare,
    cst.Break: _jump,
    cst.Continue: _jump,
}


def _head(node: cst.CSTNode, spans: Spans) -> f.Lines:
    line = spans.first_line(node)
    return (line, line)


def _if(node: cst.If, spans: Spans, scope: str) -> f.Stmt:
    other: tuple[f.Stmt, ...] = ()
    if isinstance(node.orelse, cst.If):
        other = (_if(node.orelse, spans, scope),)
    elif node.orelse is not None:
        other = _block(node.orelse.body, spans, scope)
    return f.Branch(lower(node.test, spans), _block(node.body, spans, scope), other, _head(node, spans))


def _else(node: cst.Else | None, spans: Spans, scope: str) -> tuple[f.Stmt, ...]:
    return _block(node.body, spans, scope) if node is not None else ()


def _for(node: cst.For, spans: Spans, scope: str) -> f.Stmt:
    body = _block(node.body, spans, scope)
    return f.For(lower(node.target, spans), lower(node.iter, spans), body, _else(node.orelse, spans, scope), _head(node, spans))


def _while(node: cst.While, spans: Spans, scope: str) -> f.Stmt:
    return f.While(lower(node.test, spans), _block(node.body, spans, scope), _else(node.orelse, spans, scope), _head(node, spans))


def _with(node: cst.With, spans: Spans, scope: str) -> f.Stmt:
    items = tuple((lower(i.item, spans), lower(i.asname.name, spans) if i.asname is not None else None) for i in node.items)
    return f.With(items, _block(node.body, spans, scope), _head(node, spans))


def _try(node: cst.Try | cst.TryStar, spans: Spans, scope: str) -> f.Stmt:
    handlers = tuple(
        f.Handler(
            lower(h.type, spans) if h.type is not None else None,
            dotted(h.name.name) if h.name is not None and isinstance(h.name.name, cst.Name) else None,
            _block(h.body, spans, scope),
        )
        for h in node.handlers
    )
    final = _block(node.finalbody.body, spans, scope) if node.finalbody is not None else ()
    return f.Try(_block(node.body, spans, scope), handlers, _else(node.orelse, spans, scope), final)


def _match(node: cst.Match, spans: Spans, scope: str) -> f.Stmt:
    cases = []
    for case in node.cases:
        binds: list[str] = []
        values = _pattern(case.pattern, spans, binds)
        guard = lower(case.guard, spans) if case.guard is not None else None
        wild = isinstance(case.pattern, cst.MatchAs) and case.pattern.pattern is None
        found = tuple(captures(case.pattern))
        kind, body = _kind(case.pattern, spans), _block(case.body, spans, scope)
        cases.append(f.Case(values, tuple(dict.fromkeys(binds)), guard, body, wild, found, kind))
    return f.Match(lower(node.subject, spans), tuple(cases), _head(node, spans))


def _kind(node: cst.CSTNode | None, spans: Spans) -> f.Expr | None:
    """The class, or classes, of which what a pattern matches has to be; None where it says none."""
    if isinstance(node, cst.MatchAs):
        return _kind(node.pattern, spans)
    if isinstance(node, cst.MatchClass):
        return lower(node.cls, spans)
    if isinstance(node, cst.MatchMapping):
        return f.Name("dict")
    if isinstance(node, (cst.MatchList, cst.MatchTuple)):
        return f.Collection("tuple", (f.Name("list"), f.Name("tuple")))
    return None


def _pattern(node: cst.CSTNode, spans: Spans, binds: list[str]) -> tuple[f.Expr, ...] | None:
    """The literals that a pattern is exactly, or None where it may match more; names that it binds go into `binds`."""
    if isinstance(node, cst.MatchValue):
        return (lower(node.value, spans),)
    if isinstance(node, cst.MatchSingleton):
        return (lower(node.value, spans),)
    if isinstance(node, cst.MatchOr):
        alternatives = [_pattern(p.pattern, spans, binds) for p in node.patterns]
        return None if None in alternatives else tuple(v for a in alternatives if a is not None for v in a)
    if isinstance(node, cst.MatchAs):
        values = _pattern(node.pattern, spans, binds) if node.pattern is not None else None
        if node.name is not None:
            binds.append(node.name.value)
        return values
    pending: list[cst.CSTNode] = [node] if isinstance(node, cst.MatchMapping) else list(node.children)
    while pending:
        child = pending.pop(0)
        if isinstance(child, (cst.MatchAs, cst.MatchOr)):
            _pattern(child, spans, binds)
        elif isinstance(child, cst.MatchStar) and child.name is not None:
            binds.append(child.name.value)
        elif isinstance(child, cst.MatchMapping) and child.rest is not None:
            binds.append(child.rest.value)
            pending.extend(child.elements)
        else:
            pending.extend(child.children)
    return None


def _function(node: cst.FunctionDef, spans: Spans, scope: str) -> f.Stmt:
    qualname = f"{scope}.{node.name.value}" if scope else node.name.value
    before = spans.yields
    body = _block(node.body, spans, qualname)
    return f.Function(
        name=spans.private(node.name.value),
        qualname=qualname,
        params=lower_params(node.params, spans),
        body=body,
        decorators=tuple(lower(d.decorator, spans) for d in node.decorators),
        line=spans.first_line(node),
        is_generator=spans.yields != before and _yields(body),
        returns=lower(node.returns.annotation, spans) if node.returns is not None else None,
    )


def _class(node: cst.ClassDef, spans: Spans, scope: str) -> f.Stmt:
    qualname = f"{scope}.{node.name.value}" if scope else node.name.value
    bases = tuple(lower(a.value, spans) for a in node.bases)
    keywords = tuple((a.keyword.value, lower(a.value, spans)) for a in node.keywords if a.keyword is not None)
    decorators = tuple(lower(d.decorator, spans) for d in node.decorators)
    around, spans.owner = spans.owner, node.name.value.lstrip("_")
    body = _block(node.body, spans, qualname)
    spans.owner = around
    return f.Class(node.name.value, qualname, bases, decorators, body, spans.first_line(node), keywords)


def _yields(value: object) -> bool:
    """Whether a body yields, nested functions and lambdas apart."""
    pending: list[object] = [value]
    while pending:
        item = pending.pop()
        if isinstance(item, f.Yield):
            return True
        if isinstance(item, tuple):
            pending.extend(item)
        elif not isinstance(item, (f.Function, f.Class, f.Lambda)) and isinstance(item, Struct):
            pending.extend(getattr(item, name) for name in item.__struct_fields__)
    return False


_COMPOUND: dict[type[cst.CSTNode], Callable[[Any, Spans, str], f.Stmt]] = {
    cst.If: _if,
    cst.For: _for,
    cst.While: _while,
    cst.With: _with,
    cst.Try: _try,
    cst.TryStar: _try,
    cst.Match: _match,
    cst.FunctionDef: _function,
    cst.ClassDef: _class,
}
