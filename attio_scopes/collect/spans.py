"""Where nodes stand: positions of calls, returns and statements, and of nothing else.

libcst's position provider records every node and costs more than the parse. Here the module is written out once while the
offsets of the few nodes that become facts are noted. That uses a private class of libcst; where it has gone, the public
provider takes its place (a test holds the two to the same answer).
"""

from __future__ import annotations

from bisect import bisect_right
from contextlib import AbstractContextManager
from threading import RLock
from types import TracebackType
from typing import Any

import libcst

from attio_scopes.model.facts import NO_SPAN, Lines, Span

_KEPT = (libcst.Call, libcst.Return, libcst.SimpleStatementLine, libcst.FunctionDef, libcst.ClassDef, libcst.With,
         libcst.If, libcst.For, libcst.While, libcst.Match, libcst.Try, libcst.TryStar, libcst.Lambda, libcst.Dict,
         libcst.List, libcst.Set, libcst.ListComp, libcst.SetComp, libcst.DictComp)  # fmt: skip
_KEPT_TYPES = frozenset(_KEPT)
# A context that does nothing, entered for nearly every node: a lock of one thread's own, since `nullcontext` is written in Python.
_NOTHING: AbstractContextManager[bool] = RLock()


class Spans:
    """The spans of a module's calls and statements, by node identity; and in which class the node at hand stands."""

    def __init__(self, offsets: dict[int, tuple[int, int]], code: str, above: int = 0) -> None:
        self._offsets = offsets
        self._above = above
        self._starts = _line_starts(code)
        self.owner = ""
        """The name of the class around the node at hand, without underscores in front."""
        self.yields = 0
        """How often a `yield` was met so far."""

    def private(self, name: str) -> str:
        """A name as Python keeps it: two underscores in front, inside a class, are made the class's own (`_Class__name`)."""
        if name[:2] != "__" or name[-2:] == "__" or not self.owner:
            return name
        return f"_{self.owner}{name}"

    @classmethod
    def of(cls, tree: libcst.Module, above: int = 0) -> Spans:
        """Note the positions of the nodes that become facts; `above` is how many lines of the file stand above the tree."""
        try:
            from libcst._nodes.internal import CodegenState
        except ImportError:  # pragma: no cover - only with a libcst that moved it
            return cls.by_provider(tree, above)
        state = _marking_state(CodegenState, tree)
        tree._codegen(state)
        return cls(state.offsets, "".join(state.tokens), above)

    @classmethod
    def by_provider(cls, tree: libcst.Module, above: int = 0) -> Spans:
        """The same by libcst's public position provider, slower."""
        from libcst.metadata import MetadataWrapper, PositionProvider

        code = tree.code
        starts = _line_starts(code)
        positions = MetadataWrapper(tree, unsafe_skip_copy=True).resolve(PositionProvider)
        offsets = {
            id(node): (starts[at.start.line - 1] + at.start.column, starts[at.end.line - 1] + at.end.column)
            for node, at in positions.items()
            if isinstance(node, _KEPT)
        }
        return cls(offsets, code, above)

    def span(self, node: libcst.CSTNode) -> Span:
        """Line, column, end line, end column of a node, from 1; NO_SPAN if it was not noted."""
        at = self._offsets.get(id(node))
        if at is None:
            return NO_SPAN
        line = bisect_right(self._starts, at[0])
        end_line = bisect_right(self._starts, max(at))
        column, end_column = at[0] - self._starts[line - 1] + 1, at[1] - self._starts[end_line - 1] + 1
        return (line + self._above, column, end_line + self._above, end_column)

    def lines(self, node: libcst.CSTNode) -> Lines:
        """First and last line of a node."""
        line, _, end_line, _ = self.span(node)
        return (line, end_line)

    def first_line(self, node: libcst.CSTNode) -> int:
        """First line of a node."""
        at = self._offsets.get(id(node))
        return 0 if at is None else bisect_right(self._starts, at[0]) + self._above


def _line_starts(code: str) -> list[int]:
    """Offsets at which lines start; `\\n`, `\\r\\n` and `\\r` end a line, nothing else does (form feeds do not)."""
    starts, at = [0], 0
    carriage = "\r" in code
    while True:
        newline = code.find("\n", at)
        if carriage:
            lone = code.find("\r", at)
            if lone != -1 and (newline == -1 or lone < newline):
                newline = lone + 1 if code[lone + 1 : lone + 2] == "\n" else lone
        if newline == -1:
            return starts
        at = newline + 1
        starts.append(at)


def _marking_state(codegen_state: type[Any], tree: libcst.Module) -> Any:
    """A code generation state that notes offsets; made here because its base class is private and may be missing."""

    class MarkingState(codegen_state):  # type: ignore[misc]  # the base is only known at run time
        def __init__(self) -> None:
            super().__init__(default_indent=tree.default_indent, default_newline=tree.default_newline)
            self.at = 0
            self.offsets: dict[int, tuple[int, int]] = {}

        def add_indent_tokens(self) -> None:
            for token in self.indent_tokens:
                self.tokens.append(token)
                self.at += len(token)

        def add_token(self, value: str) -> None:
            self.tokens.append(value)
            self.at += len(value)

        def record_syntactic_position(self, node: Any, *, start_node: Any = None, end_node: Any = None) -> Any:
            return _Mark(self, node) if type(node) in _KEPT_TYPES else _NOTHING

    class _Mark:
        __slots__ = ("node", "start", "state")

        def __init__(self, state: Any, node: Any) -> None:
            self.state, self.node = state, node

        def __enter__(self) -> None:
            self.start = self.state.at

        def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
            self.state.offsets[id(self.node)] = (self.start, self.state.at)

    return MarkingState()
