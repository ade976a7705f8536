"""Outline: a file's bytes to what its top-level statements say and change, before anything is parsed in full.

Takes bytes and a pattern of what says Attio; gives an `Outline`, and cuts from the bytes what turned out not to matter. Python's own
parser tells the statements apart, at a tenth of the price of a full parse. What it cannot read (the syntax of a later Python than the one
that runs) becomes one statement with all the file's words. It evaluates nothing, and takes no decision.
"""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Any

from attio_scopes.model.outline import Imported, Outline, Statement

DYNAMIC = frozenset(
    {"getattr", "setattr", "globals", "vars", "locals", "attrgetter", "methodcaller", "import_module", "__import__", "__dict__"}
)
"""Names that turn a string into a name."""

_MUTATORS = frozenset(
    {"update", "append", "extend", "insert", "add", "appendleft", "setdefault", "set", "add_header", "add_unredirected_header",
     "prepare_url", "mount", "register"}
)  # fmt: skip
"""Methods that put an argument into the object they are called on."""

_OF_FRAMEWORKS = ("request_context", "lifespan_context", "state")
"""Attributes under which web and tool frameworks hand on what a generator yields."""

_WORD = re.compile(r"\w+")
_DOTTED = re.compile(r"\w+(?:[.:]\w+)+")


def outline(data: bytes, says: re.Pattern[str]) -> Outline:
    """The outline of a file.

    Args:
        data: its bytes, of a file that is not refused (`model.depth`).
        says: found in a name or text that says Attio, or what is configured to stand for it.

    Returns:
        the outline.
    """
    tree = _tree(data)
    if tree is None:
        return _by_words(data, says)
    groups: list[list[ast.stmt]] = []
    last = 0
    for node in tree.body:
        if groups and _first_line(node) <= last:
            groups[-1].append(node)
        else:
            groups.append([node])
        last = max(last, node.end_lineno or node.lineno)
    sketches = [_Sketch(group) for group in groups]
    bound = frozenset().union(*(sketch.binds for sketch in sketches))
    statements = tuple(sketch.statement(bound, says) for sketch in sketches)
    return Outline(statements, bound, any("*" in (i.names or ()) for sketch in sketches for i in sketch.imports))


def only(data: bytes, statements: Iterable[Statement], kept: Iterable[Statement]) -> bytes:
    """A file's bytes with the lines of some statements emptied, so that all others stay where they are.

    Args:
        data: the bytes.
        statements: all statements of its outline.
        kept: those of them that stay.
    """
    staying = set(kept)
    lines = data.splitlines(keepends=True)
    for statement in statements:
        if statement not in staying:
            for number in range(statement.first - 1, min(statement.last, len(lines))):
                lines[number] = lines[number][len(lines[number].rstrip(b"\r\n")) :]
    return b"".join(lines)


# --- the parser --------------------------------------------------------------------------------------------------


def _tree(data: bytes) -> ast.Module | None:
    """The syntax tree; of a file in a later Python's syntax, that of the same file in an earlier one's, line by line."""
    for source in (data, None):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return ast.parse(source if source is not None else _in_earlier_syntax(data))
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            continue
    return None


# A type parameter list may hold brackets inside brackets, twice.
_PARAMETERS = rb"\[(?:[^\[\]]|\[(?:[^\[\]]|\[[^\[\]]*\])*\])*\]"
_LATER_SYNTAX = (
    (re.compile(rb"^([ \t]*)type[ \t]+(\w+)(?:" + _PARAMETERS + rb")?(?=[ \t]*=)", re.MULTILINE), rb"\1\2"),
    (re.compile(rb"^([ \t]*(?:async[ \t]+def|def|class)[ \t]+\w+)" + _PARAMETERS, re.MULTILINE), rb"\1"),
    (re.compile(rb"^([ \t]*except\*?[ \t]+)(\w[\w. \t]*,[\w., \t]*):", re.MULTILINE), rb"\1(\2):"),
)


def _in_earlier_syntax(data: bytes) -> bytes:
    """`type X = …`, `class A[T]` and `except A, B:` as Python wrote them before 3.12 and 3.14; other lines as they are."""
    for pattern, replacement in _LATER_SYNTAX:
        data = pattern.sub(replacement, data)
    return data


def _first_line(node: ast.stmt) -> int:
    """The line that a statement starts on, with its decorators."""
    decorators: Sequence[ast.expr] = getattr(node, "decorator_list", ())
    return min([node.lineno, *[decorator.lineno for decorator in decorators]])


_COMMENT = re.compile(r"^[ \t]*#[^\r\n]*|^(?=((?:[^\r\n]*['\"])?))\1([^'\"\r\n]*?[ \t])#[^\r\n]*$", re.MULTILINE)


def _by_words(data: bytes, says: re.Pattern[str]) -> Outline:
    """One statement for a whole file, which binds and stores every word in it, and says what even a comment says: nobody could read it."""
    text = data.decode("utf-8", "replace")
    words = frozenset(_WORD.findall(_COMMENT.sub(r"\1\2", text)))
    whole = Statement(
        1, data.count(b"\n") + data.count(b"\r") + 1, True, False, says.search(text) is not None,
        words, words, words, words, words, words, (),
    )  # fmt: skip
    return Outline((whole,), words, True)


# --- one statement -------------------------------------------------------------------------------------------------


class _Sketch:
    """What a statement says, while it is walked."""

    def __init__(self, nodes: Sequence[ast.stmt]) -> None:
        self.nodes = nodes
        self.is_class = any(isinstance(node, ast.ClassDef) for node in nodes)
        self.names: set[str] = set()
        self.attributes: set[str] = set()
        self.texts: set[str] = set()
        self.keys: set[str] = set()
        self.binds: set[str] = set()
        self.roots: set[str] = set()
        self.globals: set[str] = set()
        self.members: set[str] = set()
        self.stores: set[str] = set()
        self.imports: list[Imported] = []
        self.inside = False
        self.later: list[Any] = []
        self._walk(list(nodes))
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
        said = "\n".join((*self.names, *self.attributes, *self.texts))
        from_imports = {name for item in self.imports for name in item.names or ()}
        elsewhere = self.attributes | self.keys | from_imports
        elsewhere.update(_WORD.findall(text)[-1] for text in self.texts if _DOTTED.fullmatch(text))
        if not DYNAMIC.isdisjoint(self.names) or "__dict__" in self.attributes:
            elsewhere |= self.texts
        return Statement(
            _first_line(self.nodes[0]),
            max(node.end_lineno or node.lineno for node in self.nodes),
            self.is_class,
            all(isinstance(node, (ast.Import, ast.ImportFrom)) for node in self.nodes),
            says.search(said) is not None,
            frozenset(self.names),
            frozenset(elsewhere),
            frozenset(self.binds),
            frozenset(self.globals | (self.roots & bound)),
            frozenset(self.members),
            frozenset(self.stores),
            tuple(self.imports),
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
        while isinstance(holder, (ast.Attribute, ast.Subscript)):
            if isinstance(holder, ast.Attribute):
                self.stores.add(holder.attr)
            else:
                _text(self.stores, holder.slice)
            holder = holder.value
        if isinstance(holder, ast.Name):
            self.roots.add(holder.id)


def _text(into: set[str], node: ast.AST | None) -> None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        into.add(node.value)


def _annotation(sketch: _Sketch, node: ast.AST | None) -> None:
    """Names in an annotation that is written as text."""
    for part in ast.walk(node) if node is not None else ():
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            words = _WORD.findall(part.value)
            sketch.names.update(words)
            sketch.attributes.update(words)


# --- what each kind of node says -----------------------------------------------------------------------------------


def _on_name(sketch: _Sketch, node: ast.Name) -> None:
    sketch.names.add(node.id)


def _on_attribute(sketch: _Sketch, node: ast.Attribute) -> None:
    sketch.attributes.add(node.attr)


def _on_constant(sketch: _Sketch, node: ast.Constant) -> None:
    if type(node.value) is str:
        sketch.texts.add(node.value)


def _on_keyword(sketch: _Sketch, node: ast.keyword) -> None:
    if node.arg is not None:
        sketch.texts.add(node.arg)


def _on_subscript(sketch: _Sketch, node: ast.Subscript) -> None:
    _text(sketch.keys, node.slice)


def _on_call(sketch: _Sketch, node: ast.Call) -> None:
    func = node.func
    if isinstance(func, ast.Attribute):
        if func.attr in _MUTATORS:
            sketch.change(func.value)
        if func.attr in ("get", "pop", "setdefault") and node.args:
            _text(sketch.keys, node.args[0])
    elif isinstance(func, ast.Name):
        if func.id == "setattr" and len(node.args) == 3:
            _text(sketch.stores, node.args[1])
            sketch.change(node.args[0])
        elif func.id == "cast" and node.args:
            _annotation(sketch, node.args[0])


def _on_assign(sketch: _Sketch, node: ast.Assign) -> None:
    for target in node.targets:
        sketch.bind(target)


def _on_annotated(sketch: _Sketch, node: ast.AnnAssign) -> None:
    sketch.bind(node.target)
    _annotation(sketch, node.annotation)


def _on_target(sketch: _Sketch, node: ast.AugAssign | ast.For | ast.AsyncFor | ast.NamedExpr) -> None:
    sketch.bind(node.target)


def _on_with_item(sketch: _Sketch, node: ast.withitem) -> None:
    sketch.bind(node.optional_vars)


def _on_pattern(sketch: _Sketch, node: ast.MatchAs | ast.MatchStar) -> None:
    sketch.name(node.name)


def _on_rest(sketch: _Sketch, node: ast.MatchMapping) -> None:
    sketch.name(node.rest)


def _on_handler(sketch: _Sketch, node: ast.ExceptHandler) -> None:
    sketch.name(node.name)


def _on_function(sketch: _Sketch, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
    sketch.names.add(node.name)
    sketch.name(node.name)
    sketch.later.append(node.body)
    _annotation(sketch, node.returns)


def _on_class(sketch: _Sketch, node: ast.ClassDef) -> None:
    sketch.names.add(node.name)
    if node in sketch.nodes:
        sketch.binds.add(node.name)
    else:
        sketch.name(node.name)


def _on_argument(sketch: _Sketch, node: ast.arg) -> None:
    sketch.names.add(node.arg)
    _annotation(sketch, node.annotation)


def _on_global(sketch: _Sketch, node: ast.Global) -> None:
    sketch.globals.update(node.names)


def _on_import(sketch: _Sketch, node: ast.Import) -> None:
    for alias in node.names:
        sketch.imports.append(Imported(alias.name))
        sketch.names.update(alias.name.split("."))
        bound = alias.asname or alias.name.partition(".")[0]
        sketch.names.add(bound)
        sketch.name(bound)


def _on_import_from(sketch: _Sketch, node: ast.ImportFrom) -> None:
    sketch.imports.append(Imported(node.module or "", node.level, tuple(alias.name for alias in node.names)))
    sketch.names.update((node.module or "").split("."))
    for alias in node.names:
        bound = alias.asname or alias.name
        sketch.names.update((alias.name, bound))
        if bound != "*":
            sketch.name(bound)


def _on_yield(sketch: _Sketch, node: ast.Yield) -> None:
    sketch.stores.update(_OF_FRAMEWORKS)
    if isinstance(node.value, ast.Dict):
        for key in node.value.keys:
            _text(sketch.stores, key)


_NOTES: dict[type[ast.AST], Callable[[_Sketch, Any], None]] = {
    ast.Name: _on_name, ast.Attribute: _on_attribute, ast.Constant: _on_constant, ast.keyword: _on_keyword, ast.Subscript: _on_subscript,
    ast.Call: _on_call, ast.Assign: _on_assign, ast.AnnAssign: _on_annotated, ast.AugAssign: _on_target, ast.For: _on_target,
    ast.AsyncFor: _on_target, ast.NamedExpr: _on_target, ast.withitem: _on_with_item, ast.MatchAs: _on_pattern,
    ast.MatchStar: _on_pattern, ast.MatchMapping: _on_rest, ast.ExceptHandler: _on_handler, ast.FunctionDef: _on_function,
    ast.AsyncFunctionDef: _on_function, ast.ClassDef: _on_class, ast.arg: _on_argument, ast.Global: _on_global, ast.Import: _on_import,
    ast.ImportFrom: _on_import_from, ast.Yield: _on_yield,
}  # fmt: skip

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
