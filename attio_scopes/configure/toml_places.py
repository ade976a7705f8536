"""Where each key and each array item of a TOML document stands: `tomllib` gives values without places.

Takes a text that `tomllib` has already accepted, so the scan need not judge it; gives places by path. Knows nothing of
this tool's own keys.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right

from attio_scopes.model.call import Place, Pointer

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_STRING = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}' r"|'''.*?'{3,5}" r'|"(?:\\.|[^"\\\n])*"' r"|'[^'\n]*'",
    re.DOTALL,
)
_BARE_VALUE = re.compile(r"[^,\]}#\n]+")


def places(text: str, file: str) -> dict[Pointer, Place]:
    """Find where keys and items are written.

    Args:
        text: the TOML text.
        file: path to put into the places.

    Returns:
        the place of each item of an array, of each key that has a value, and of each table header's last key.
    """
    return _Scan(text, file).run()


class _Scan:
    """A cursor over the text."""

    def __init__(self, text: str, file: str) -> None:
        self._text = text
        self._file = file
        self._at = 0
        self._line_starts = [0] + [match.end() for match in re.finditer("\n", text)]
        self._counts: dict[Pointer, int] = {}
        self.found: dict[Pointer, Place] = {}

    def run(self) -> dict[Pointer, Place]:
        table: Pointer = ()
        self._skip_blank()
        while self._at < len(self._text):
            if self._text.startswith("[[", self._at):
                self._at += 2
                table = self._key(())
                number = self._counts.get(table, 0)
                self._counts[table] = number + 1
                table = (*table, number)
                self._at = self._text.index("]]", self._at) + 2
            elif self._text[self._at] == "[":
                self._at += 1
                table = self._key(())
                self._at = self._text.index("]", self._at) + 1
            else:
                self._pair(table)
            self._skip_blank()
        return self.found

    def _pair(self, table: Pointer) -> None:
        path = self._key(table)
        self._skip_blank()
        self._at += 1  # the equals sign
        self._skip_blank()
        self._value(path)

    def _key(self, above: Pointer) -> Pointer:
        """Read a dotted key; each part's place is kept the first time that it is seen."""
        path = above
        while True:
            self._skip_blank()
            start = self._at
            quoted = _STRING.match(self._text, start)
            if quoted:
                part = _unquote(quoted.group())
                self._at = quoted.end()
            else:
                bare = _BARE_KEY.match(self._text, start)
                if bare is None:  # not TOML after all; leave the rest without places
                    self._at = len(self._text)
                    return path
                part = bare.group()
                self._at = bare.end()
            path = (*path, part)
            self.found.setdefault(path, self._place(start, self._at))
            self._skip_blank()
            if not self._text.startswith(".", self._at):
                return path
            self._at += 1

    def _value(self, path: Pointer) -> None:
        start = self._at
        opening = self._text[start : start + 1]
        if opening == "[":
            self._items(path)
        elif opening == "{":
            self._members(path)
        else:
            match = _STRING.match(self._text, start) or _BARE_VALUE.match(self._text, start)
            self._at = match.end() if match else len(self._text)
        if path and isinstance(path[-1], int):
            self.found[path] = self._place(start, self._at)

    def _items(self, path: Pointer) -> None:
        self._at += 1
        number = 0
        while True:
            self._skip_blank()
            if self._at >= len(self._text) or self._text[self._at] == "]":
                self._at += 1
                return
            if self._text[self._at] == ",":
                self._at += 1
                continue
            self._value((*path, number))
            number += 1

    def _members(self, path: Pointer) -> None:
        self._at += 1
        while True:
            self._skip_blank()
            if self._at >= len(self._text) or self._text[self._at] == "}":
                self._at += 1
                return
            if self._text[self._at] == ",":
                self._at += 1
                continue
            self._pair(path)

    def _skip_blank(self) -> None:
        match = _BLANK.match(self._text, self._at)
        if match:
            self._at = match.end()

    def _place(self, start: int, end: int) -> Place:
        return Place(self._file, *self._line_and_column(start), *self._line_and_column(end))

    def _line_and_column(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1


def _unquote(text: str) -> str:
    if text[0] == "'":
        return text[1:-1]
    if "\\" not in text:
        return text[1:-1]
    try:
        return str(json.loads(text))  # a basic string of one line differs from JSON in \e, \x and \U only
    except ValueError:
        return text[1:-1]
