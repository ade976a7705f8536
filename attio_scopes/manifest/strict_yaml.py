"""A strict reader for the YAML that we wrote or that a user gives in place of ours.

Takes bytes, gives plain data and the line of every node. Never builds objects: tags, anchors, aliases, merge keys, repeated keys and
deep nesting are refused, so a hostile file costs no more than its size. Plain scalars follow the core schema of YAML 1.2: `on`, `yes`
and dates are texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import yaml
from msgspec import Struct

from attio_scopes.model.errors import UserError

Pointer = tuple[str | int, ...]

MAXIMUM_DEPTH = 60
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
        lines: line (from 1) of the node at each pointer; a pointer is the keys and indexes from the root.
    """

    data: Any
    lines: dict[Pointer, int]

    def line(self, pointer: Pointer) -> int:
        """The line of the node at `pointer`, or of the nearest node around it."""
        while pointer and pointer not in self.lines:
            pointer = pointer[:-1]
        return self.lines.get(pointer, 1)


class _Open(Struct):
    """A mapping or list that is being filled."""

    content: dict[str, Any] | list[Any]
    pointer: Pointer
    key: str | None = None


def read_yaml(content: bytes, name: str) -> Tree:
    """Read one YAML document.

    Args:
        content: the file, UTF-8 with or without a byte order mark.
        name: how the user knows the file, for messages.

    Returns:
        its data and lines; the data of an empty file is None.

    Raises:
        UserError: not UTF-8, not YAML, or one of the refused constructs; with file and line.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise UserError(f"{name}:{line}: the file is not UTF-8") from None
    if "\x00" in text:
        raise UserError(f"{name}:{text[: text.index(chr(0))].count(chr(10)) + 1}: not YAML: the file holds a NUL character")
    try:
        return _build(yaml.parse(text, Loader=_LOADER), name)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark is not None else text[: getattr(error, "position", 0) or 0].count("\n") + 1
        raise UserError(f"{name}:{line}: not YAML: {getattr(error, 'problem', None) or getattr(error, 'reason', 'unreadable')}") from None


def _build(events: Iterable[Any], name: str) -> Tree:
    """Data and lines from parser events, without recursion."""
    lines: dict[Pointer, int] = {}
    stack: list[_Open] = []
    root: list[Any] = []
    for event in events:
        line = event.start_mark.line + 1
        if getattr(event, "anchor", None) is not None:
            raise UserError(f"{name}:{line}: anchors and aliases (&name, *name) are not allowed here; write the value out")
        if isinstance(event, yaml.DocumentStartEvent) and root:
            raise UserError(f"{name}:{line}: a second document begins here; one is expected")
        if isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            stack.pop()
            continue
        if not isinstance(event, (yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            continue
        top = stack[-1] if stack else None
        if top is not None and isinstance(top.content, dict) and top.key is None:
            top.key = _key(event, top, name, line)
            lines[_place(top)] = line
            continue
        pointer = _place(top)
        lines.setdefault(pointer, line)
        value = _value(event, name, line)
        _put(root, top, value)
        if isinstance(value, (dict, list)):
            if len(stack) >= MAXIMUM_DEPTH:
                raise UserError(f"{name}:{line}: nested more than {MAXIMUM_DEPTH} levels deep")
            stack.append(_Open(value, pointer))
    return Tree(root[0] if root else None, lines)


def _key(event: Any, top: _Open, name: str, line: int) -> str:
    if not isinstance(event, yaml.ScalarEvent):
        raise UserError(f"{name}:{line}: a key must be a string")
    key = str(event.value)
    if key == "<<" and event.style is None:
        raise UserError(f"{name}:{line}: merge keys (<<) are not allowed here; write the keys out")
    if key in top.content:
        raise UserError(f"{name}:{line}: the key {key!r} is here for the second time")
    return key


def _place(top: _Open | None) -> Pointer:
    """The pointer of the node that comes next."""
    if top is None:
        return ()
    if isinstance(top.content, list):
        return (*top.pointer, len(top.content))
    return (*top.pointer, top.key or "")


def _put(root: list[Any], top: _Open | None, value: Any) -> None:
    if top is None:
        root.append(value)
    elif isinstance(top.content, list):
        top.content.append(value)
    else:
        top.content[top.key or ""] = value
        top.key = None


def _value(event: Any, name: str, line: int) -> Any:
    if not isinstance(event, yaml.ScalarEvent):
        if event.tag not in (None, "!"):
            raise UserError(f"{name}:{line}: tags ({event.tag}) are not allowed here")
        return {} if isinstance(event, yaml.MappingStartEvent) else []
    if event.tag not in _TEXT_TAGS:
        raise UserError(f"{name}:{line}: tags ({event.tag}) are not allowed here")
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
