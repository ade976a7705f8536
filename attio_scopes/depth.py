r"""A look at bytes before a parser gets them: how deep, and how much, the parser would have to go.

Takes a file's bytes and gives the `Refusal` of a file that libcst's native parser would choke on, or None. It never parses: it
reads tokens as Python does (strings, f-strings with the code inside, comments, brackets, operators) and keeps a bound of the
depth of the expression that it is in. Tests hold that bound to the depth of real trees.

Why, all measured with libcst 1.9 on CPython 3.11 and a stack of 8 MB: 9,000 nested operators of any kind overflow the stack, which
ends the process; a chain of n operators takes time that grows with n² (0.3 s for 1,000); each bracket around a pattern of a `case`
multiplies its time by up to four (27 s at 12), in a `del` by up to two; a statement costs 35 µs and 8 kB. Nothing can interrupt it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from msgspec import Struct

MOST_NESTING = 150
"""Brackets inside one another; CPython itself stops at 200."""
MOST_DEPTH = 600
"""Operators, calls and brackets between the outside of an expression and its innermost part."""
MOST_IN_CASE = 7
"""Brackets inside one another in the head of a `case`."""
MOST_IN_DEL = 15
"""Brackets inside one another in what a `del` names."""
MOST_ELIF = 500
"""Branches of one `if`: each is a level of the tree."""
MOST_BLANKS = 200_000
"""Blanks side by side: the parser takes 150 bytes and half a microsecond for each while it reads them."""
MOST_WORK = 800_000
"""What a file may cost in all, in units of about 30 µs: a token is 1, the end of a line 4, a chain of n operators n²/100."""

PYTHON_FRAMES = 6_000
"""Python's recursion limit while trees and facts are walked: up to four frames a level of what is let through, and some to start
with. Its usual 1,000 is there to catch a recursion without end; here the depth is bounded before."""

TOO_DEEP = "an expression is nested or chained too deeply to parse safely"
TOO_MUCH = "it is too large to parse in bounded time"

_END_OF_LINE = 4
_STRING = rb"""'''[^'\\]*(?:(?:\\.|'(?!''))[^'\\]*)*'''|'(?!'')[^'\\\n]*(?:\\.[^'\\\n]*)*'"""
_TOKEN = re.compile(
    rb"(?P<line>\n(?:[ \t\f]*(?:elif|if|case(?![ \t]*[=.,:)]))\b)?)|(?P<passed>\\\r?\n|#[^\n]*)"
    rb"|(?P<string>(?:\b(?:[rR][bB]?|[bB][rR]?|[uU]))?(?:" + _STRING + rb"|" + _STRING.replace(b"'", b'"') + rb"))"
    rb"|(?P<formatted>\b(?:[fFtT][rR]?|[rR][fFtT])(?:'{3}|\"{3}|'|\"))|(?P<unclosed>['\"])"
    rb"|(?P<open>[(\[{])|(?P<close>[)\]}])|(?P<item>[,;])|(?P<colon>:)|(?P<operators>[-+*/%|&^@.<>=~!]+)"
    rb"|(?P<delete>\bdel\b)|(?P<word>\b(?:and|or|not|if|else|lambda|in|is|await|for|async|yield|from)\b)",
    re.DOTALL,
)
# What ends or interrupts the text of an f-string, by its quotes; in a raw one a backslash means nothing to a brace.
_TEXT = {q: re.compile(rb"\{\{|\}\}|[{}]|\\N\{|\\[^{}]|" + q, re.DOTALL) for q in (b"'", b'"', b"'" * 3, b'"' * 3)}
_RAW_TEXT = {q: re.compile(rb"\{\{|\}\}|[{}]|\\[^{}]|" + q, re.DOTALL) for q in _TEXT}
_FORMAT = re.compile(rb"[{}]")
_SIGNS = b"-+*/%|&^@.<>=~![({'\";"
_WORDS = (b"and", b"or", b"not", b"if", b"else", b"lambda", b"in", b"is", b"await", b"async", b"yield", b"from")
_BRACKETS = (b"(", b"[", b"{")
_SENSITIVE = re.compile(rb"\b(?:case|del)\b")
_SMALL = 40_000
_TO_SPACES = bytes.maketrans(b"\t\f", b"  ")


class Refusal(Struct, frozen=True):
    """Why a file is not given to the parser. `line` counts from 1."""

    line: int
    reason: str


def refusal(data: bytes) -> Refusal | None:
    """Whether a file has to be kept from the parser.

    Args:
        data: the file's bytes, Python or not.

    Returns:
        where and why, or None. Takes time that grows with the length of `data`, and no faster.
    """
    if b"\r" in data:  # ends a line too, and with it a comment
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if _is_small(data):
        return None
    blanks = data.translate(_TO_SPACES).find(b" " * MOST_BLANKS) if len(data) > MOST_BLANKS else -1
    if blanks >= 0:
        return Refusal(data.count(b"\n", 0, blanks) + 1, TOO_MUCH)
    scan = _Scan(data)
    reason = scan.run()
    return Refusal(data.count(b"\n", 0, scan.at - 1) + 1, reason) if reason is not None else None


@contextmanager
def room_for_depth() -> Iterator[None]:
    """Let Python recurse as deep as a file that was not refused can need; the former limit comes back at the end."""
    former = sys.getrecursionlimit()
    sys.setrecursionlimit(max(former, PYTHON_FRAMES))
    try:
        yield
    finally:
        sys.setrecursionlimit(former)


def _is_small(data: bytes) -> bool:
    """Whether a file has too few operators and brackets to go deep, wherever they stand: most need no second look."""
    if len(data) > _SMALL:
        return False
    signs = len(data) - len(data.translate(None, _SIGNS))
    if signs + sum(data.count(word) for word in _WORDS) > MOST_DEPTH or _SENSITIVE.search(data):
        return False
    return sum(data.count(bracket) for bracket in _BRACKETS) < MOST_NESTING


class _Around(Struct):
    """What the scan comes back to when a bracket, or the field of an f-string, closes.

    Attributes:
        chain: how deep the operators in front of it go.
        peak: the deepest that an earlier item beside it went.
        text: what ends or interrupts the text of the f-string whose field this is, or None for a bracket.
    """

    chain: int
    peak: int
    text: re.Pattern[bytes] | None


class _Scan:
    """One pass over the tokens of a file."""

    def __init__(self, data: bytes) -> None:
        self.at = 0
        self._data = data
        self._around: list[_Around] = []
        self._outer = 0  # operators in front of all open brackets together
        self._chain = 0  # operators of the item in hand
        self._peak = 0  # the deepest earlier item in the bracket in hand
        self._work = 0
        self._brackets = MOST_NESTING  # allowed in the statement in hand
        self._branches: dict[int, int] = {}  # by indentation: `elif` since the last `if`

    def run(self) -> str | None:
        """The reason for a refusal, with `at` behind it, or None."""
        data = self._data
        reason: str | None = None
        search = _TOKEN.search
        beside = ""  # the kind of the token in front, line ends and comments apart
        while reason is None and (match := search(data, self.at)) is not None:
            self.at = match.end()
            self._work += 1
            kind = match.lastgroup
            if kind == "operators" or kind == "word" or kind == "string":
                # Each of the signs may be an operator of its own (`- - -x`); strings side by side are one expression.
                self._chain += self.at - match.start() if kind == "operators" else kind == "word" or beside == "string"
                reason = TOO_DEEP if self._outer + self._chain > MOST_DEPTH else None
            elif kind == "line":
                reason = self._line(match.group())
            elif kind == "open":
                reason = self._open(None)
            elif kind == "close":
                reason = self._close()
            elif kind == "item":
                self._item()
            elif kind == "formatted":
                quotes = match.group().lstrip(b"fFrRtT")
                reason = self._text((_RAW_TEXT if b"r" in match.group().lower() else _TEXT)[quotes])
            elif kind == "colon" and self._around and self._around[-1].text is not None:
                reason = self._text(_FORMAT)
            elif kind == "delete":
                self._brackets = MOST_IN_DEL
            elif kind == "unclosed":
                return None  # no parser comes to see this file: its tokens end here
            if self._work > MOST_WORK:
                return TOO_MUCH
            beside = beside if kind == "passed" or kind == "line" else kind or ""
        return reason

    def _line(self, token: bytes) -> str | None:
        """A line ends; outside of brackets, a statement with it."""
        if self._around:
            return None
        self._item()
        self._peak = 0
        self._brackets = MOST_NESTING
        if len(token) > 1:
            word = token.lstrip()
            indentation = len(token) - len(word)
            if word == b"case":
                self._brackets = MOST_IN_CASE
            else:
                self._branches[indentation] = self._branches.get(indentation, 0) + 1 if word == b"elif" else 0
                if self._branches[indentation] > MOST_ELIF:
                    return TOO_DEEP
        return None

    def _item(self) -> None:
        """An item of a bracket, or a statement, ends."""
        if not self._around:
            self._work += _END_OF_LINE - 1
        self._peak = max(self._peak, self._chain)
        self._work += self._chain * self._chain // 100
        self._chain = 0

    def _open(self, text: re.Pattern[bytes] | None) -> str | None:
        self._around.append(_Around(self._chain, self._peak, text))
        self._outer += self._chain
        self._chain = self._peak = 0
        depth = len(self._around)
        if self._brackets == MOST_IN_CASE:
            self._work += 4**depth // 15
        return TOO_DEEP if depth > self._brackets else None

    def _close(self) -> str | None:
        """A bracket closes; where it was an f-string's field, the text of that goes on."""
        if not self._around:
            return None
        self._item()
        inner, around = self._peak + 1, self._around.pop()
        self._outer -= around.chain
        self._chain, self._peak = max(around.chain + 1, inner), around.peak
        if self._outer + self._chain > MOST_DEPTH:
            return TOO_DEEP
        return self._text(around.text) if around.text is not None else None

    def _text(self, pattern: re.Pattern[bytes]) -> str | None:
        """Pass over the text of an f-string, or the format of a field, up to the next field or its end."""
        while (match := pattern.search(self._data, self.at)) is not None:
            self.at = match.end()
            self._work += 1
            piece = match.group()
            if piece == b"{":
                return self._open(pattern)
            if piece == b"}" and pattern is _FORMAT:
                return self._close()
            if piece == b"\\N{":
                self.at = max(self.at, self._data.find(b"}", self.at) + 1)
            elif piece in _TEXT:
                self._chain += 1
                return None
        self.at = len(self._data)
        return None
