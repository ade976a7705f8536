"""A strict reader for YAML: configurations, manifests, rules, files that list scopes.

Takes text, gives plain data and the place of every key and item. Never builds objects: tags, anchors, aliases, merge keys, repeated
keys and deep nesting are refused, so a hostile file costs no more than its size. Plain scalars follow the core schema of YAML 1.2: `on`,
`yes` and dates are texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import yaml
from msgspec import Struct

from attio_scopes.model.call import Place, Pointer, line_of
from attio_scopes.model.errors import UserError
from attio_scopes.model.visible import visible

MAXIMUM_DEPTH = 60
MOST_PROBLEMS = 100
"""So many are told of one file; a hostile one may have millions."""
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"[-+]?[0-9]+\Z")
_REAL = re.compile(r"[-+]?(\.[0-9]+|[0-9]+\.[0-9]*)([eE][-+]?[0-9]+)?\Z")
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_TRUTHS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_TEXT_TAGS = (None, "!", "tag:yaml.org,2002:str")


class Tree(Struct, frozen=True):
    """What a file says.

    Attributes:
        data: mappings, lists, texts, numbers, booleans and None.
        places: of the key or item at each pointer; a pointer is the keys and indexes from the root.
    """

    data: Any
    places: dict[Pointer, Place]

    def line(self, pointer: Pointer) -> int:
        """The line of the key or item at `pointer`, or of the nearest one around it."""
        return line_of(self.places, pointer)


class _Open(Struct):
    """A mapping or list that is being filled."""

    content: dict[str, Any] | list[Any]
    pointer: Pointer
    key: str | None = None


def decoded(content: bytes, file: str) -> str:
    """The text of a file, UTF-8 with or without a byte order mark.

    Raises:
        UserError: it is not UTF-8; with file and line.
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise UserError(f"{visible(file)}:{line}: the file is not UTF-8") from None


def read_yaml(text: str, file: str) -> Tree:
    """Read one YAML document.

    Args:
        text: of the file.
        file: how the user knows it, for messages and places.

    Returns:
        its data and places; the data of an empty file is None.

    Raises:
        UserError: not YAML, or with refused constructs: all of them, each with file and line.
    """
    if "\x00" in text:
        raise UserError(f"{visible(file)}:{text[: text.index(chr(0))].count(chr(10)) + 1}: not YAML: the file holds a NUL character")
    reading = _Reading(file)
    try:
        reading.follow(yaml.parse(text, Loader=_LOADER))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark is not None else text[: getattr(error, "position", 0) or 0].count("\n") + 1
        problem = getattr(error, "problem", None) or getattr(error, "reason", "unreadable")
        reading.refuse(line, f"not YAML: {visible(str(problem))}")
    if reading.problems:
        raise UserError(*reading.problems)
    return Tree(reading.root[0] if reading.root else None, reading.places)


class _Reading:
    """Data and places out of the parser's events, without recursion."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.places: dict[Pointer, Place] = {}
        self.problems: list[str] = []
        self.root: list[Any] = []
        self._open: list[_Open] = []

    def refuse(self, line: int, problem: str) -> None:
        """Note what is not allowed; the file is given up where there is too much of it."""
        self.problems.append(f"{visible(self.file)}:{line}: {problem}")
        if len(self.problems) >= MOST_PROBLEMS:
            raise UserError(*self.problems)

    def follow(self, events: Iterable[Any]) -> None:
        """Take in a document."""
        for event in events:
            line = event.start_mark.line + 1
            if getattr(event, "anchor", None) is not None:
                self.refuse(line, "anchors and aliases (&name, *name) are not allowed here; write the value out")
            if isinstance(event, yaml.DocumentStartEvent) and self.root:
                self.refuse(line, "a second document begins here; one is expected")
                return
            if isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                self._open.pop()
            elif isinstance(event, (yaml.AliasEvent, yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                self._node(event, line)

    def _node(self, event: Any, line: int) -> None:
        """A key, or a value with what it begins."""
        top = self._open[-1] if self._open else None
        if top is not None and isinstance(top.content, dict) and top.key is None:
            top.key = self._key(event, top, line)
            self.places[_pointer(top)] = self._place(event)
            return
        pointer = _pointer(top)
        self.places.setdefault(pointer, self._place(event))
        value = self._value(event, line)
        self._put(top, value)
        if isinstance(value, (dict, list)):
            if len(self._open) >= MAXIMUM_DEPTH:
                raise UserError(*self.problems, f"{visible(self.file)}:{line}: nested more than {MAXIMUM_DEPTH} levels deep")
            self._open.append(_Open(value, pointer))

    def _key(self, event: Any, top: _Open, line: int) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            raise UserError(*self.problems, f"{visible(self.file)}:{line}: a key must be a text")
        key = str(event.value)
        if key == "<<" and event.style in (None, ""):
            self.refuse(line, "merge keys (<<) are not allowed here; write the keys out")
        elif key in top.content:
            self.refuse(line, f"the key {visible(key)} is here for the second time")
        return key

    def _value(self, event: Any, line: int) -> Any:
        if isinstance(event, yaml.AliasEvent):
            return None
        texts = _TEXT_TAGS if isinstance(event, yaml.ScalarEvent) else (None, "!")
        if event.tag not in texts:
            self.refuse(line, f"tags ({visible(event.tag)}) are not allowed here")
        if not isinstance(event, yaml.ScalarEvent):
            return {} if isinstance(event, yaml.MappingStartEvent) else []
        return _scalar(event)

    def _put(self, top: _Open | None, value: Any) -> None:
        if top is None:
            self.root.append(value)
        elif isinstance(top.content, list):
            top.content.append(value)
        else:
            top.content[top.key or ""] = value
            top.key = None

    def _place(self, event: Any) -> Place:
        start, end = event.start_mark, event.end_mark
        return Place(self.file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _pointer(top: _Open | None) -> Pointer:
    """The pointer of the node that comes next."""
    if top is None:
        return ()
    if isinstance(top.content, list):
        return (*top.pointer, len(top.content))
    return (*top.pointer, top.key or "")


def _scalar(event: Any) -> Any:
    """The value of a scalar: what is quoted or tagged is text."""
    text = str(event.value)
    if event.style not in (None, "") or event.tag is not None:
        return text
    if text in _NULLS:
        return None
    if text in _TRUTHS:
        return _TRUTHS[text]
    if _INTEGER.match(text) and len(text) < 20:
        return int(text)
    return float(text) if _REAL.match(text) else text
