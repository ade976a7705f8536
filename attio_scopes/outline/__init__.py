"""Outline: a file's bytes to what its top-level statements say and change, before anything is parsed in full.

Takes bytes and a pattern of what says Attio; gives an `Outline`, and cuts from the bytes what turned out not to matter. Python's own
parser tells the statements apart, at a tenth of the price of a full parse. What it cannot read (the syntax of a later Python than the one
that runs) becomes one statement with all the file's words. It evaluates nothing, and takes no decision.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator

from attio_scopes.model.outline import Imported, Outline, Statement
from attio_scopes.outline.sketch import Sketch
from attio_scopes.outline.syntax import first_line, tree_of


def outline(data: bytes, says: re.Pattern[str]) -> Outline:
    """The outline of a file.

    Args:
        data: its bytes, of a file that is not refused (`depth`).
        says: found in a name or text that says Attio, or what is configured to stand for it.

    Returns:
        the outline.
    """
    tree = tree_of(data)
    if tree is None:
        return _by_words(data, says)
    groups: list[list[ast.stmt]] = []
    last = 0
    for node in tree.body:
        if groups and first_line(node) <= last:
            groups[-1].append(node)
        else:
            groups.append([node])
        last = max(last, node.end_lineno or node.lineno)
    sketches = [Sketch(group) for group in groups]
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


def runs(statements: Iterable[Statement], kept: Iterable[Statement]) -> tuple[tuple[int, int], ...]:
    """First and last lines of some statements; of those that follow each other, the first of the first and the last of the last.

    Args:
        statements: all statements of an outline.
        kept: those of them that are wanted.
    """
    wanted = set(kept)
    found: list[tuple[int, int]] = []
    follows = False
    for statement in statements:
        if statement in wanted:
            found[-1 if follows else len(found) :] = [(found[-1][0] if follows else statement.first, statement.last)]
        follows = statement in wanted
    return tuple(found)


_WORD = re.compile(r"\w+")
_NAME = re.compile(r"[\w.]+|\*")
_BLANKS = re.compile(r"(?:[ \t]|\\\r?\n)+")
_IMPORT = re.compile(
    r"\bfrom (?P<dots>\.*) ?(?P<module>[\w.]*) ?\bimport\b ?(?P<names>\([^()]*\)|[^\n;#()]*)|\bimport (?P<modules>[\w., ]+)"
)
_COMMENT = re.compile(r"^[ \t]*#[^\r\n]*|^(?=((?:[^\r\n]*['\"])?))\1([^'\"\r\n]*?[ \t])#[^\r\n]*$", re.MULTILINE)


def _by_words(data: bytes, says: re.Pattern[str]) -> Outline:
    """One statement for a whole file, which binds and stores every word in it, and says what even a comment says: nobody could read it."""
    text = data.decode("utf-8", "replace")
    code = _COMMENT.sub(r"\1\2", text)
    words = frozenset(_WORD.findall(code))
    said = tuple((number, line) for number, line in enumerate(code.splitlines(), 1) if says.search(line) is not None)
    whole = Statement(
        1, data.count(b"\n") + data.count(b"\r") + 1, True, False, says.search(text) is not None,
        words, words, words, words, words, words, tuple(_imports(text)), said, frozenset(), words, words, words,
    )  # fmt: skip
    return Outline((whole,), words, True, by_words=True)


def _imports(text: str) -> Iterator[Imported]:
    """What looks like an import."""
    for found in _IMPORT.finditer(_BLANKS.sub(" ", text)):
        if found["names"] is not None:
            yield Imported(found["module"], len(found["dots"]), tuple(_NAME.findall(found["names"])))
        else:
            yield from (Imported(name) for name in _NAME.findall(found["modules"]))
