"""Reads `# attio-scopes:` comments: takes the text of a module, or comments already found, and gives `Directive` values.

Comments are found by tokens, so text in strings is never taken for one. Where the text cannot be tokenised to its end (newer
syntax than the running Python's, or a broken file) the lines behind are read by hand. Nothing is judged here, and a file
without the words `attio-scopes:` costs one search.

    # attio-scopes: ignore[ATS001, unresolved-call] why        on the call's line, its statement, or a line of its own above
    # attio-scopes: ignore why                                 every code
    # attio-scopes: ignore-file[ATS004] why                    anywhere in the file
    # attio-scopes: endpoint POST /v2/notes                    a pin; several are separated by commas
    # attio-scopes: endpoint GET /v2/threads when subject=entry          a pin that decides a condition of the endpoint too
    # attio-scopes: requires note:read-write, record_permission:read          on a def
"""

from __future__ import annotations

import io
import re
import tokenize
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from msgspec import Struct
from msgspec.structs import replace

from attio_scopes.model.directive import Directive, DirectiveKind
from attio_scopes.model.finding import CODES
from attio_scopes.model.scope import Scope
from attio_scopes.model.visible import visible

MARK = "attio-scopes:"
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")
_START = re.compile(r"#\s*attio-scopes:", re.IGNORECASE)
_NEXT_COMMENT = re.compile(r"\s#(?=\s|!|:|\w+:)")
_WORDS = tuple(kind.value for kind in DirectiveKind if kind is not DirectiveKind.MALFORMED)
_OF_SYNC = ("begin", "end")
"""What encloses a list that `attio-scopes sync` keeps; nothing is asked of a call."""
_CODE_IDS = {name: code.id for code in CODES for name in (code.id.lower(), code.slug)}


class Comment(Struct, frozen=True):
    """A comment in a module.

    Attributes:
        line: from 1.
        column: of its `#`, in characters, from 1.
        text: from its `#` to the end of the line.
        target: the line that it speaks of (its own, or the next line of code).
        alone: whether nothing else is on its line.
        function: dotted name of the function on whose `def` it stands, or "".
    """

    line: int
    column: int
    text: str
    target: int
    alone: bool = False
    function: str = ""


def read_directives(text: str) -> tuple[Directive, ...]:
    """Every directive of a module.

    Args:
        text: the source.

    Returns:
        the directives in order; malformed ones among them, with their problem.
    """
    if MARK not in text.lower():
        return ()
    return parse_comments(find_comments(text))


def read_configuration_directives(text: str) -> tuple[Directive, ...]:
    """Every directive of a configuration file, whose comments begin as Python's do; one in quotes is none.

    Args:
        text: TOML or YAML.
    """
    if MARK not in text.lower():
        return ()
    return parse_comments(_by_hand(_Lines(io.StringIO(text, newline=None).readlines()), 0))


def parse_comments(comments: Iterable[Comment]) -> tuple[Directive, ...]:
    """The directives in comments that somebody else found; other comments are passed over."""
    return tuple(directive for comment in comments for directive in _parse_comment(comment))


# --- finding comments ------------------------------------------------------------------------------------------


def find_comments(text: str) -> tuple[Comment, ...]:
    """The comments of a module that have the mark, with the line that each speaks of."""
    lines = _Lines(io.StringIO(text, newline=None).readlines())
    found: list[Comment] = []
    definitions = _Definitions()
    done = 0
    try:
        for token in tokenize.generate_tokens(iter([*lines.texts, ""]).__next__):
            definitions.see(token)
            if token.type == tokenize.COMMENT and MARK in token.string.lower():
                line, offset = token.start
                found.append(_comment(lines, line, offset, token.string.rstrip()))
            done = token.end[0]
    except (tokenize.TokenError, SyntaxError, StopIteration):
        found.extend(_by_hand(lines, max([done, *(comment.line for comment in found)])))
    return tuple(replace(comment, function=definitions.at(comment.target)) for comment in found)


class _Lines:
    """The lines of a module, and for a comment the line of code that it stands above."""

    def __init__(self, texts: list[str]) -> None:
        self.texts = texts
        self._block = range(0)  # the last lines of comments that were passed, so that a long block is passed once

    def code_below(self, line: int) -> int:
        """The first line behind a line that is no comment; both count from 1."""
        after = line + 1
        if after in self._block:
            return self._block.stop
        while after <= len(self.texts) and self.texts[after - 1].lstrip().startswith("#"):
            after += 1
        self._block = range(line + 1, after)
        return after


def _by_hand(lines: _Lines, done: int) -> Iterator[Comment]:
    for number, line in enumerate(lines.texts[done:], done + 1):
        match = _START.search(line)
        # An odd number of quotes in front: most likely the inside of a string.
        if match and not line[: match.start()].count('"') % 2 and not line[: match.start()].count("'") % 2:
            yield _comment(lines, number, match.start(), line[match.start() :].rstrip())


def _comment(lines: _Lines, line: int, offset: int, text: str) -> Comment:
    alone = not lines.texts[line - 1][:offset].strip()
    return Comment(line, offset + 1, text, lines.code_below(line) if alone else line, alone)


class _Definitions:
    """Follows `def` and `class` through a stream of tokens: which lines are the header of which function."""

    def __init__(self) -> None:
        self._open: list[tuple[str, int, bool]] = []  # name, indentation, function
        self._depth = 0
        self._fresh = True  # at the start of a statement
        self._first = 0  # first line of the statement, or of the decorators in front of it
        self._decorated = False
        self._keyword = ""
        self._name = ""
        self._headers: list[tuple[int, int, str]] = []

    def see(self, token: tokenize.TokenInfo) -> None:
        """Take the next token."""
        if token.type == tokenize.INDENT:
            self._depth += 1
        elif token.type == tokenize.DEDENT:
            self._depth -= 1
            while self._open and self._open[-1][1] >= self._depth + 1:
                self._open.pop()
        elif token.type == tokenize.NEWLINE:
            self._end(token.start[0])
        elif token.type not in (tokenize.NL, tokenize.COMMENT):
            self._word(token)

    def _word(self, token: tokenize.TokenInfo) -> None:
        if self._fresh:
            if not self._decorated:
                self._first = token.start[0]
            self._decorated = token.string == "@"
            self._fresh, self._keyword, self._name = False, "", ""
            self._keyword = token.string if token.string in ("def", "class", "async") else ""
        elif self._keyword == "async" and token.string == "def":
            self._keyword = "def"
        elif self._keyword in ("def", "class") and not self._name:
            self._name = token.string

    def _end(self, line: int) -> None:
        if self._keyword in ("def", "class") and self._name:
            while self._open and self._open[-1][1] > self._depth:
                self._open.pop()
            qualified = ".".join([*(name for name, _, _ in self._open), self._name])
            if self._keyword == "def":
                self._headers.append((self._first, line, qualified))
            self._open.append((self._name, self._depth + 1, self._keyword == "def"))
        self._fresh = True

    def at(self, line: int) -> str:
        """Dotted name of the function whose header has the line, or ""."""
        index = bisect_left(self._headers, (line + 1,)) - 1
        if index >= 0 and self._headers[index][0] <= line <= self._headers[index][1]:
            return self._headers[index][2]
        return ""


# --- reading one comment ---------------------------------------------------------------------------------------


def _parse_comment(comment: Comment) -> Iterator[Directive]:
    starts = list(_START.finditer(comment.text))
    for index, start in enumerate(starts):
        end = starts[index + 1].start() if index + 1 < len(starts) else len(comment.text)
        body = comment.text[start.end() : end]
        other = _NEXT_COMMENT.search(body)  # another tool's comment behind ours
        body = body[: other.start()] if other else body
        width = start.end() - start.start() + len(body.rstrip())
        column = comment.column + start.start()
        plain = Directive(DirectiveKind.MALFORMED, comment.line, column, column + width, comment.target, comment.alone)
        read = _parse_body(plain, body.strip(), comment.function)
        if read is not None:
            yield read


def _parse_body(plain: Directive, body: str, function: str) -> Directive | None:
    match = re.match(r"([A-Za-z_-]*)\s*", body)
    word, rest = (match.group(1), body[match.end() :]) if match else ("", body)
    if word in _OF_SYNC:
        return None
    if word == "ignore":
        return _ignore(plain, DirectiveKind.IGNORE, rest)
    if word == "ignore-file":
        return _ignore(plain, DirectiveKind.IGNORE_FILE, rest)
    if word == "endpoint":
        return _endpoint(plain, rest)
    if word == "requires":
        return _requires(plain, rest, function)
    near = _nearest(word.lower().replace("_", "-"), (*_WORDS, "disable", "noqa", "pin", "require"))
    near = {"disable": "ignore", "noqa": "ignore", "pin": "endpoint", "require": "requires"}.get(near, near)
    known = ", ".join(_WORDS)
    if not word:
        return replace(plain, problem=f"one of {known} is missing")
    return replace(plain, problem=f"{shown(word)} is not a directive{_hint(near)} (known: {known})")


def _ignore(plain: Directive, kind: DirectiveKind, rest: str) -> Directive:
    codes: list[str] = []
    if rest.startswith("["):
        inside, bracket, rest = rest[1:].partition("]")
        if not bracket:
            return replace(plain, problem="the closing ']' behind the codes is missing")
        names = [name.strip() for name in inside.split(",")]
        for name in names:
            code = _CODE_IDS.get(name.lower())
            if code is None:
                near = _nearest(name.lower(), tuple(_CODE_IDS))
                near = near.upper() if near.startswith("ats") else near
                problem = f"{shown(name)} is not a code{_hint(near)}" if name else "a code is missing between '[' and ']'"
                return replace(plain, problem=problem)
            if code not in codes:
                codes.append(code)
    elif re.match(r"\(|:?\s*ATS\d", rest, re.IGNORECASE):
        return replace(plain, problem=f"codes go in square brackets: {kind.value}[ATS001]")
    return replace(plain, kind=kind, codes=tuple(codes), reason=rest.strip().lstrip("-–—: ").strip())


def _endpoint(plain: Directive, rest: str) -> Directive:
    endpoints: list[tuple[str, str, str]] = []
    for item in rest.split(","):
        words = item.split()
        method = words[0].upper() if words else ""
        if len(words) not in (2, 4) or not words[1].startswith("/"):
            return replace(plain, problem="a pin is a method and a path: endpoint POST /v2/objects/{object}/records")
        if len(words) == 4 and (words[2] != "when" or not re.fullmatch(r"\w+=\w+", words[3])):
            return replace(plain, problem="a condition stands behind the path like this: when subject=entry")
        if method not in METHODS:
            return replace(plain, problem=f"{shown(words[0])} is not an HTTP method{_hint(_nearest(method, METHODS))}")
        endpoints.append((method, words[1], words[3] if len(words) == 4 else ""))
    return replace(plain, kind=DirectiveKind.ENDPOINT, endpoints=tuple(dict.fromkeys(endpoints)))


def _requires(plain: Directive, rest: str, function: str) -> Directive:
    if not function:
        return replace(plain, problem="a contract (requires) stands on the line of a def, or on a line of its own directly above")
    scopes: list[Scope] = []
    for text in (item.strip() for item in rest.split(",")):
        try:
            scopes.append(Scope.parse(text))
        except ValueError:
            if text == "nothing" and rest.strip() == "nothing":
                break
            near = f"; did you mean '{text}:read'?" if re.fullmatch(r"[a-z_]+", text) else ""
            return replace(plain, problem=f"{shown(text)} is not a scope (resource:read or resource:read-write, with commas between){near}")
    return replace(plain, kind=DirectiveKind.REQUIRES, scopes=tuple(sorted(set(scopes))), function=function)


def shown(text: str) -> str:
    """Text of the analysed code in quotes: short, and without characters that a terminal obeys."""
    return "'" + visible(text if len(text) <= 60 else text[:59] + "…") + "'"


def _nearest(word: str, known: tuple[str, ...]) -> str:
    return next(iter(get_close_matches(word, known, 1, 0.6)), "")


def _hint(near: str) -> str:
    return f"; did you mean {near}?" if near else ""
