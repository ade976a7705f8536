"""Make text from strangers' files safe to show: control characters become visible escapes.

Takes text (a path, a string of the analysed code, a key of a configuration file) and gives text that cannot move a
terminal's cursor, end a line of a log, or reorder what stands beside it. It knows no output format; quoting for HTML,
Markdown and the like comes on top.
"""

from __future__ import annotations

import re
import unicodedata

# Cc: C0 and C1 controls. Cf: bidirectional controls, zero-width characters. Cs: bytes of a path that are not UTF-8.
# Co, Cn: no agreed look. Zl, Zp: line breaks to some readers.
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


# Commands to GitHub (`::`, with blanks before it, and `##[`), Azure (`##vso[`) and TeamCity (`##teamcity[`).
_COMMAND = re.compile(r"##(?=[A-Za-z]{0,20}\[)|^((?:[^\S\n]|\x1b\[[0-9;]*m)*):(?=:)", re.MULTILINE)


def neutral(text: str) -> str:
    r"""Text for a CI job's log without a command to the service: the first sign of one becomes `\u0023` or `\u003a`.

    That is an escape to whoever reads JSON, TOML or YAML.

    Args:
        text: lines that are visible already.
    """
    if "##" not in text and "::" not in text:
        return text
    return _COMMAND.sub(lambda found: "\\u0023#" if found[1] is None else f"{found[1]}\\u003a", text)


def visible(text: str) -> str:
    r"""The text with every control, format, surrogate and line-breaking character as `\x1b`, `\u202e` and so on.

    Args:
        text: anything.

    Returns:
        one line of printable text.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(visible_character(character) for character in text)


def visible_character(character: str) -> str:
    """One character, or its escape if it is one that a terminal or log could act on."""
    if unicodedata.category(character) not in _HIDDEN:
        return character
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
