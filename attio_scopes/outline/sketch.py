"""Sketch: what one top-level statement says, binds and changes, by walking its tree.

Takes nodes and gives a `Statement`. It goes by names, so it says too much and never too little, but for names that are put together at
run time.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Any

from attio_scopes.model.outline import LOGGING, MUTATORS, Imported, Statement
from attio_scopes.outline.syntax import first_line

DYNAMIC = frozenset(
    {"getattr", "setattr", "globals", "vars", "locals", "attrgetter", "methodcaller", "import_module", "__import__", "__dict__"}
)
"""Names that turn a string into a name."""

_KEEPING = MUTATORS | {"add", "appendleft", "set", "mount", "register"}
"""Methods that may put an argument into the object they are called on, though something is done with what they give."""

_OF_FRAMEWORKS = ("request_context", "lifespan_context", "state")
"""Attributes under which web and tool frameworks hand on what a generator yields."""

_WORD = re.compile(r"\w+")
_DOTTED = re.compile(r"\w+(?:[.:]\w+)+")


class Sketch:
    """What a statement says, while it is walked."""

    def __init__(self, nodes: Sequence[ast.stmt]) -> None:
        self.nodes = nodes
        self.is_class = any(isinstance(node, ast.ClassDef) for node in nodes)
        self.names: set[str] = set()
        self.attributes: set[str] = set()
        self.of_self: set[str] = set()
        self.texts: set[str] = set()
        self.lines: dict[str, int] = {}
        self.keys: set[str] = set()
        self.binds: set[str] = set()
        self.roots: set[str] = set()
        self.handed: set[str] = set()
        self.globals: set[str] = set()
        self.local: dict[str, str] = {}
        self.bases: set[str] = set()
        self.members: set[str] = set()
        self.stores: set[str] = set()
        self.imports: list[Imported] = []
        self.inside = False
        self.later: list[Any] = []
        self._walk(list(nodes))
        self.at_once = frozenset(self.binds | self.roots | self.handed)
        self.inside = True
        while self.later:
            bodies, self.later = self.later, []
            self._walk(bodies)

    def _walk(self, pending: list[Any]) -> None:
        while pending:
            node = pending.pop()
            kind = type(node)
            if kind is list:
                pending.extend(node)
                continue
            note = _NOTES.get(kind)
            if note is not None:
                note(self, node)
            parts = _PARTS.get(kind)
            if parts is not None:
                pending.extend(parts(node))

    def statement(self, bound: frozenset[str], says: re.Pattern[str]) -> Statement:
        """The statement; `bound` are the names of the module."""
        said = "\n".join((*self.names, *self.attributes, *self.of_self, *self.texts))
        from_imports = {name for item in self.imports for name in item.names or ()}
        elsewhere = self.attributes | self.keys | from_imports
        elsewhere.update(_WORD.findall(text)[-1] for text in self.texts if _DOTTED.fullmatch(text))
        if not DYNAMIC.isdisjoint(self.names) or "__dict__" in elsewhere | self.of_self:
            elsewhere |= self.texts
        own = frozenset(self.of_self - elsewhere)
        return Statement(
            first_line(self.nodes[0]),
            max(node.end_lineno or node.lineno for node in self.nodes),
            self.is_class,
            all(isinstance(node, (ast.Import, ast.ImportFrom)) for node in self.nodes),
            says.search(said) is not None,
            frozenset(self.names),
            own | elsewhere,
            frozenset(self.binds),
            frozenset(self.globals | (self.roots & bound)),
            frozenset(self.members),
            frozenset(self.stores.union(self.local[name] for name in self.roots.intersection(self.local))),
            tuple(self.imports),
            tuple(sorted((line, text) for text, line in self.lines.items() if says.search(text) is not None)),
            own,
            frozenset(self.globals),
            frozenset(self.bases),
            self.at_once,
        )

    # --- what is bound, and what is changed ------------------------------------------------------------------------

    def bind(self, target: ast.AST | None) -> None:
        """A target of an assignment, a loop or a `with`."""
        pending = [target]
        while pending:
            item = pending.pop()
            if isinstance(item, (ast.Tuple, ast.List)):
                pending.extend(item.elts)
            elif isinstance(item, ast.Starred):
                pending.append(item.value)
            elif isinstance(item, ast.Name):
                self.name(item.id)
            elif isinstance(item, ast.Attribute):
                if isinstance(item.value, ast.Name) and item.value.id in ("self", "cls"):
                    self.members.add(item.attr)
                else:
                    self.change(item)
            elif isinstance(item, ast.Subscript):
                self.change(item)

    def name(self, name: str | None) -> None:
        """A name that is bound: the module's, the class's, or a variable of a function, which leaves it nowhere."""
        if name is not None and not self.inside:
            (self.members if self.is_class else self.binds).add(name)

    def change(self, holder: ast.AST) -> None:
        """Something is put into an object: all that its name leads to may hold it."""
        while isinstance(holder, (ast.Attribute, ast.Subscript, ast.Call)):
            if isinstance(holder, ast.Call):
                holder = holder.func
                continue
            if isinstance(holder, ast.Attribute):
                self.stores.add(holder.attr)
            else:
                _text(self.stores, holder.slice)
            holder = holder.value
        if isinstance(holder, ast.Name):
            self.roots.add(holder.id)

    def hand(self, node: ast.AST) -> None:
        """Something may be done to what a name means, or to what that holds."""
        while isinstance(node, (ast.Attribute, ast.Subscript, ast.Starred)):
            node = node.value
        if isinstance(node, ast.Name):
            self.handed.add(node.id)


def _text(into: set[str], node: ast.AST | None) -> None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        into.add(node.value)


def _annotation(sketch: Sketch, node: ast.AST | None) -> None:
    """Names in an annotation, or in an expression, that is written as text."""
    for part in ast.walk(node) if node is not None else ():
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            words = _WORD.findall(part.value)
            sketch.names.update(words)
            sketch.attributes.update(words)


# --- what each kind of node says -----------------------------------------------------------------------------------


def _on_name(sketch: Sketch, node: ast.Name) -> None:
    sketch.names.add(node.id)


def _on_attribute(sketch: Sketch, node: ast.Attribute) -> None:
    of_self = isinstance(node.value, ast.Name) and node.value.id in ("self", "cls")
    (sketch.of_self if of_self else sketch.attributes).add(node.attr)


def _on_constant(sketch: Sketch, node: ast.Constant) -> None:
    text = node.value.decode("ascii", "replace") if type(node.value) is bytes else node.value
    if isinstance(text, str):
        sketch.texts.add(text)
        sketch.lines[text] = min(node.lineno, sketch.lines.get(text, node.lineno))


def _on_keyword(sketch: Sketch, node: ast.keyword) -> None:
    if node.arg is not None:
        sketch.texts.add(node.arg)


def _on_subscript(sketch: Sketch, node: ast.Subscript) -> None:
    _text(sketch.keys, node.slice)


def _on_call(sketch: Sketch, node: ast.Call) -> None:
    func = node.func
    if isinstance(func, ast.Attribute):
        if func.attr in _KEEPING:
            sketch.change(func.value)
        if func.attr in ("get", "pop", "setdefault", "getenv") and node.args:
            _text(sketch.keys, node.args[0])
    elif isinstance(func, ast.Name):
        if func.id == "setattr" and len(node.args) == 3:
            _text(sketch.stores, node.args[1])
            sketch.change(node.args[0])
        elif func.id == "getenv" and node.args:
            _text(sketch.keys, node.args[0])
        elif func.id in ("cast", "eval", "exec") and node.args:
            _annotation(sketch, node.args[0])


def _on_expression(sketch: Sketch, node: ast.Expr) -> None:
    """A method whose result nobody wants is called for what it does to its object, or to something that the object holds.

    So is a function for what it does to its arguments: whoever asks what these are runs it, but no request is told by it.
    """
    called = node.value.value if isinstance(node.value, ast.Await) else node.value
    if isinstance(called, ast.Call) and not sketch.inside:
        sketch.hand(called.func)
        for given in called.args if isinstance(called.func, ast.Name) else ():
            sketch.hand(given)
        for word in called.keywords if isinstance(called.func, ast.Name) else ():
            sketch.hand(word.value)
    if isinstance(called, ast.Call) and isinstance(called.func, ast.Attribute) and called.func.attr not in LOGGING:
        sketch.change(called.func.value)


def _on_delete(sketch: Sketch, node: ast.Delete) -> None:
    for target in node.targets if not sketch.inside else ():
        sketch.hand(target)


def _on_assign(sketch: Sketch, node: ast.Assign) -> None:
    for target in node.targets:
        sketch.bind(target)


def _on_annotated(sketch: Sketch, node: ast.AnnAssign) -> None:
    sketch.bind(node.target)
    _annotation(sketch, node.annotation)


def _on_type_alias(sketch: Sketch, node: Any) -> None:
    """`type X = …`, of which only Python 3.12 and later have a node: the name is bound as by an assignment."""
    sketch.names.add(node.name.id)
    sketch.bind(node.name)


def _on_target(sketch: Sketch, node: ast.AugAssign | ast.For | ast.AsyncFor | ast.NamedExpr) -> None:
    sketch.bind(node.target)


def _on_with_item(sketch: Sketch, node: ast.withitem) -> None:
    sketch.bind(node.optional_vars)


def _on_pattern(sketch: Sketch, node: ast.MatchAs | ast.MatchStar) -> None:
    sketch.name(node.name)


def _on_rest(sketch: Sketch, node: ast.MatchMapping) -> None:
    sketch.name(node.rest)


def _on_handler(sketch: Sketch, node: ast.ExceptHandler) -> None:
    sketch.name(node.name)


def _on_function(sketch: Sketch, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
    sketch.names.add(node.name)
    sketch.name(node.name)
    sketch.later.append(node.body)
    _annotation(sketch, node.returns)
    for decorator in node.decorator_list if not sketch.inside else ():
        _on_decorator(sketch, decorator)


def _on_decorator(sketch: Sketch, node: ast.expr) -> None:
    """A decorator that is a method may put the function into its object, `@router.command("/find")`."""
    holder = node.func if isinstance(node, ast.Call) else node
    while isinstance(holder, ast.Attribute):
        holder = holder.value
        if isinstance(holder, ast.Name):
            sketch.roots.add(holder.id)


def _on_class(sketch: Sketch, node: ast.ClassDef) -> None:
    sketch.names.add(node.name)
    given = (*node.bases, *(keyword.value for keyword in node.keywords))
    for part in (inner for base in given for inner in ast.walk(base)):
        if isinstance(part, (ast.Name, ast.Attribute)):
            sketch.bases.add(part.id if isinstance(part, ast.Name) else part.attr)
    if node in sketch.nodes:
        sketch.binds.add(node.name)
    else:
        sketch.name(node.name)


def _on_argument(sketch: Sketch, node: ast.arg) -> None:
    sketch.names.add(node.arg)
    _annotation(sketch, node.annotation)


def _on_global(sketch: Sketch, node: ast.Global) -> None:
    sketch.globals.update(node.names)


def _on_import(sketch: Sketch, node: ast.Import) -> None:
    for alias in node.names:
        sketch.imports.append(Imported(alias.name))
        sketch.names.update(alias.name.split("."))
        bound = alias.asname or alias.name.partition(".")[0]
        sketch.names.add(bound)
        sketch.name(bound)


def _on_import_from(sketch: Sketch, node: ast.ImportFrom) -> None:
    sketch.imports.append(Imported(node.module or "", node.level, tuple(alias.name for alias in node.names)))
    sketch.names.update((node.module or "").split("."))
    for alias in node.names:
        bound = alias.asname or alias.name
        sketch.names.update((alias.name, bound))
        if sketch.inside:
            sketch.local[bound] = alias.name
        if bound != "*":
            sketch.name(bound)


def _on_yield(sketch: Sketch, node: ast.Yield) -> None:
    sketch.stores.update(_OF_FRAMEWORKS)
    if isinstance(node.value, ast.Dict):
        for key in node.value.keys:
            _text(sketch.stores, key)


_NOTES: dict[type[ast.AST], Callable[[Sketch, Any], None]] = {
    ast.Name: _on_name, ast.Attribute: _on_attribute, ast.Constant: _on_constant, ast.keyword: _on_keyword, ast.Subscript: _on_subscript,
    ast.Call: _on_call, ast.Expr: _on_expression, ast.Delete: _on_delete, ast.Assign: _on_assign, ast.AnnAssign: _on_annotated,
    ast.AugAssign: _on_target, ast.For: _on_target,
    ast.AsyncFor: _on_target, ast.NamedExpr: _on_target, ast.withitem: _on_with_item, ast.MatchAs: _on_pattern,
    ast.MatchStar: _on_pattern, ast.MatchMapping: _on_rest, ast.ExceptHandler: _on_handler, ast.FunctionDef: _on_function,
    ast.AsyncFunctionDef: _on_function, ast.ClassDef: _on_class, ast.arg: _on_argument, ast.Global: _on_global, ast.Import: _on_import,
    ast.ImportFrom: _on_import_from, ast.Yield: _on_yield,
}  # fmt: skip
if hasattr(ast, "TypeAlias"):
    _NOTES[ast.TypeAlias] = _on_type_alias

# Fields without nodes that matter here; the body of a function waits until the rest of the statement is walked.
_LEAVES = frozenset({"ctx", "op", "ops", "id", "attr", "arg", "name", "asname", "names", "module", "level", "type_comment", "kind",
                     "conversion", "simple", "rest", "kwd_attrs", "tag"})  # fmt: skip


def _parts_of(kind: type[ast.AST]) -> Callable[[Any], Iterable[Any]] | None:
    """What gives the parts of a node of a kind."""
    wanted = [name for name in kind._fields if name not in _LEAVES and not (name == "body" and issubclass(kind, _FUNCTIONS))]
    if not wanted or kind is ast.Constant:
        return None
    if kind is ast.Expr:
        return lambda node: () if isinstance(node.value, ast.Constant) else (node.value,)
    if len(wanted) == 1:
        one = attrgetter(*wanted)
        return lambda node: (one(node),)
    return attrgetter(*wanted)


_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_PARTS: dict[type[ast.AST], Callable[[Any], Iterable[Any]]] = {
    kind: parts
    for kind in vars(ast).values()
    if isinstance(kind, type) and issubclass(kind, ast.AST) and (parts := _parts_of(kind)) is not None
}
