r"""Spelled: whether a file says a name, plainly or in a way that Python puts together before it runs.

Takes bytes and names; says whether a name may be in it: written with escapes (`'\x61ttio'`), in literals side by side or added up
(`'att' 'io'`), with compatible characters or percent signs. Nearly every file is settled by one pass that takes out what may stand
between two literals; the rest gets a second look by tokens. What is made by calls (`join`, `format`, a decoder) is not found. It evaluates
nothing, and takes time that grows with the length of a file.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from attio_scopes.model.hosts import plain

_LOWER = bytes(range(256)).lower()
_SIGNS = b"'\" \t\r\n\f\\+(){}"
"""What may stand between two literals that become one: quotes, blanks, line ends, `+`, brackets."""
_PREFIXES = b"rbufRBUF"
_GAP = rb"[\s\\+(){}]"
# Escapes of letters, digits, `-` and `.`, and of characters that are compatible with one; a search for all would find colours and accents.
_H = rb"[0-9a-fA-F]"
_PLAIN = rb"(?:[4-7aAbB]" + _H + rb"|3[0-9]|2[dDeE])"
_OTHER = rb"(?:18|20|30|[fF][eEfF])" + _H + rb"{2}|(?:034|1[dD][2-6]|21[0-4]|24[b-eB-E])" + _H
_ESCAPE = re.compile(
    rb"\\(?:x" + _PLAIN + rb"|u(?:00" + _PLAIN + rb"|" + _OTHER + rb")|U0000(?:00" + _PLAIN + rb"|" + _OTHER + rb")"
    rb"|U0001[dD][4-7]" + _H + rb"{2}|N\{[A-Za-z0-9 -]{1,100}\}|1[0-7]{2}|0?5[56]|0?6[0-7]|0?7[01])"
)
_PERCENT = re.compile(rb"%" + _PLAIN)
# The bytes of such characters; text in other scripts, dashes and quotation marks are none.
_COMPATIBLE = re.compile(
    rb"\xc2[\xaa\xad\xba]|\xcd\x8f|\xe1(?:\xa0|[\xb4-\xb6])|\xe2(?:\x80\x8b|[\x81\x82\x84\x92\x93])|\xe3\x80\x82|\xef[\xb8-\xbd]|\xf0\x9d"
)
_OF_NAMES = re.compile(r"[A-Za-z0-9._:-]+")
_SINGLE = rb"'''[^'\\]*(?:(?:\\.|'(?!''))[^'\\]*)*'''|'(?!'')[^'\\\n]*(?:\\.[^'\\\n]*)*'"
_TOKEN = re.compile(
    rb"(?P<between>" + _GAP + rb"+|#[^\r\n]*)|(?P<string>[rbufRBUF]{0,2}(?:" + _SINGLE + rb"|" + _SINGLE.replace(b"'", b'"') + rb"))"
    rb"|(?P<unclosed>['\"])|(?P<other>[^\s\\+(){}'\"#]+)",
    re.DOTALL,
)
_PASSED = re.compile(_GAP + rb"+|#[^\r\n]*")
_BEGIN = re.compile(rb"[rbuf]{0,2}['\"]+(.)", re.DOTALL)
_MOST_PIECES = 1_000
"""Pieces of one text that are put together at a time."""


class _Names(Struct, frozen=True):
    """Names, made ready to be looked for.

    Attributes:
        plain: in lower case.
        any_case: finds them as they are.
        squeezed: what is left of them without signs and prefixes; too little is left of a `short` one, which has to do without signs.
        neighbours: letters that stand side by side in one.
    """

    plain: tuple[bytes, ...]
    any_case: re.Pattern[bytes]
    squeezed: tuple[bytes, ...]
    short: tuple[bytes, ...]
    neighbours: tuple[tuple[bytes, frozenset[bytes]], ...]


@lru_cache(maxsize=4)
def _names(seeds: tuple[bytes, ...]) -> _Names:
    squeezed = [(seed.translate(None, _SIGNS + _PREFIXES), seed.translate(None, _SIGNS)) for seed in seeds]
    beside: dict[bytes, set[bytes]] = {}
    for seed in seeds:
        for at in range(1, len(seed)):
            beside.setdefault(seed[at - 1 : at], set()).add(seed[at : at + 1])
    return _Names(
        seeds,
        re.compile(b"|".join(map(re.escape, seeds)), re.IGNORECASE),
        tuple(least for least, _ in squeezed if len(least) > 3),
        tuple(less for least, less in squeezed if len(least) <= 3),
        tuple((letter, frozenset(after)) for letter, after in sorted(beside.items())),
    )


def says(data: bytes, seeds: Sequence[bytes]) -> bool:
    """Whether a file says one of the names, in any case and any way of writing it.

    Args:
        data: the file's bytes.
        seeds: names in lower case.
    """
    names = _names(tuple(seeds))
    data = _resolved(data)
    return _suspect(data, names) and (names.any_case.search(data) is not None or _spells(data, names))


def says_plainly(data: bytes, seeds: Sequence[bytes]) -> bool:
    """Whether it says one letter by letter. Arguments are those of `says`."""
    lower = data.lower()
    return any(seed in lower for seed in seeds)


def says_otherwise(data: bytes, seeds: Sequence[bytes]) -> bool:
    """Whether it says one in another way than letter by letter, whatever else it says. Arguments are those of `says`."""
    names = _names(tuple(seeds))
    data = names.any_case.sub(b"\0", data)
    resolved = _resolved(data)
    return _suspect(resolved, names) and ((resolved != data and names.any_case.search(resolved) is not None) or _spells(resolved, names))


def _suspect(data: bytes, names: _Names) -> bool:
    """Whether all letters of a name are there, with nothing but what may stand between its pieces; plain ones are suspect too."""
    squeezed = data.translate(_LOWER, _SIGNS + _PREFIXES)
    if any(name in squeezed for name in names.squeezed):
        return True
    if names.short:
        with_prefixes = data.translate(_LOWER, _SIGNS)
        if any(name in with_prefixes for name in names.short):
            return True
    return _before_a_comment(squeezed, names) and _over_comments(data.lower(), names)


# --- other writings --------------------------------------------------------------------------------------------


def _resolved(data: bytes) -> bytes:
    """The bytes with letters, digits and dots in place of the escapes and compatible characters that stand for them."""
    if not data.isascii() and _COMPATIBLE.search(data):
        data = plain(data.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")
    if b"\\" in data:
        data = _ESCAPE.sub(lambda escape: _letter(escape[0]), data)
    if b"%" in data:
        data = _PERCENT.sub(lambda escape: _letter(escape[0]), data)
    return data


@lru_cache(maxsize=1_000)
def _letter(escape: bytes) -> bytes:
    """What an escape stands for, if it can be in a name; else the escape."""
    kind, digits = escape[:2], escape[2:]
    try:
        if kind == b"\\N":
            character = unicodedata.lookup(digits.strip(b"{}").decode("ascii"))
        elif escape.startswith(b"%"):
            character = chr(int(escape[1:], 16))
        else:
            character = chr(int(digits, 16) if kind in (b"\\x", b"\\u", b"\\U") else int(escape[1:], 8))
    except (KeyError, ValueError, OverflowError):
        return escape
    shown = plain(character)
    return shown.encode("ascii") if not shown or _OF_NAMES.fullmatch(shown) else escape


# --- pieces ----------------------------------------------------------------------------------------------------


def _before_a_comment(squeezed: bytes, names: _Names) -> bool:
    """Whether the first part of a name may stand in front of a comment: of one letter only if the next part is there too."""
    if b"#" not in squeezed:
        return False
    for name in (*names.squeezed, *names.short):
        if any(name[:at] + b"#" in squeezed for at in range(2, len(name))):
            return True
        if name[:1] + b"#" in squeezed and (name[1:] in squeezed or any(name[1:at] + b"#" in squeezed for at in range(2, len(name)))):
            return True
    return False


def _over_comments(lower: bytes, names: _Names) -> bool:
    """Whether a literal ends in a letter of a name, a comment follows, and the next literal begins with the letter after it."""
    for letter, after in names.neighbours:
        at = -1  # up to where was looked for the next literal
        for match in re.finditer(re.escape(letter) + rb"['\"]+" + _GAP + rb"*#", lower):
            if match.end() > at:
                at = match.end() - 1
                while (passed := _PASSED.match(lower, at)) is not None:
                    at = passed.end()
                begin = _BEGIN.match(lower, at)
                if begin is not None and begin[1] in after:
                    return True
    return False


def _spells(data: bytes, names: _Names) -> bool:
    """Whether a text of the program says a name, literals side by side or added up taken together."""
    return any(name in text for text in _texts(data, max(map(len, names.plain))) for name in names.plain)


def _texts(data: bytes, overlap: int) -> Iterator[bytes]:
    """The texts of a program in lower case; a long one in parts that overlap. What cannot be told apart is one text."""
    pieces: list[bytes] = []
    for token in _TOKEN.finditer(data):
        kind = token.lastgroup
        if kind == "string":
            pieces.append(token["string"].lower().lstrip(_PREFIXES).translate(None, b"'\"{}\\\r\n"))
        elif kind == "unclosed":
            yield data[token.start() :].translate(_LOWER, _SIGNS)
            return
        if (kind == "other" and pieces) or len(pieces) > _MOST_PIECES:
            text = b"".join(pieces)
            yield text
            pieces = [] if kind == "other" else [text[-overlap:]]
    yield b"".join(pieces)
