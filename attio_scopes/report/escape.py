"""Text from analysed code, made harmless for the medium that shows it.

Takes any text (file names, function names and URLs of code that nobody vouches for), gives text that cannot steer a
terminal, end an annotation, open a tag or call a person by name. Never shortens, never drops a character: what is not
printable becomes its escape, so that a reader sees that it was there.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from attio_scopes.model.visible import visible_character

_MARKDOWN = frozenset("\\`*_[]<>|~&$")
"""Characters that mean something wherever they are."""
_AT_THE_START = frozenset("#+-=:")
"""Characters that make a list, a heading or the like of a line that begins with them."""
_NUMBER = re.compile(r"\s*(\d*)")
_NAMED_SIGN = re.compile(r":[\w+-]+:")
_AFTER_WHICH_TO_BREAK = frozenset("@#")
_NOT_IN_BACKTICKS = frozenset("`|\\")


def printable(text: str, keep: str = "") -> str:
    """The text with its control, format (text direction too) and unpaired characters made visible.

    Args:
        text: anything.
        keep: characters that stay although they are hidden, a line feed for instance.

    Returns:
        text of visible characters and spaces only; ordinary text comes back unchanged.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(c if c in keep else visible_character(c) for c in text)


def uri_path(path: str) -> str:
    """A relative path as a URI reference: percent-encoded, with the very bytes of a name that is not UTF-8."""
    return quote(path.encode("utf-8", "surrogateescape"), safe="/-._~")


def markdown(text: str) -> str:
    """Text for Markdown prose or a table cell: nothing in it formats, links, mentions a person or closes an issue.

    A mention or an issue number is found by GitHub and GitLab after the Markdown was read, so that a backslash does not
    help: a zero-width space behind the sign does.
    """
    escaped: list[str] = []
    shown = printable(text)
    number = _NUMBER.match(shown)
    first, behind = number.span(1) if number else (0, 0)
    for index, character in enumerate(shown):
        starts = (index == first and character in _AT_THE_START) or (index == behind > first and character in ".)")
        if starts or character in _MARKDOWN or _means_something(shown, index):
            escaped.append("\\" + character)
        else:
            escaped.append(character)
        if character in _AFTER_WHICH_TO_BREAK:
            escaped.append("\u200b")
    return "".join(escaped)


def _means_something(text: str, index: int) -> bool:
    """Whether a character means something to Markdown where it is: in an address, or in the name of a sign."""
    character, after = text[index], text[index + 1 : index + 2]
    if character == ":":
        return after == "/" or _NAMED_SIGN.match(text, index) is not None
    if character == ".":
        return text[max(0, index - 3) : index].lower() == "www"
    return (character == "{" and after in ("+", "-")) or (character == "!" and (after == "[" or after.isdigit()))


def markdown_code(text: str) -> str:
    """Text as inline code, safe in prose and in a table cell; "" gives an empty text.

    Backticks hold everything but a backtick and, in a table, `|` and the backslash before it: such text goes into a `<code>`
    element with character references.
    """
    shown = printable(text)
    if not shown.strip():
        return ""
    if _NOT_IN_BACKTICKS.isdisjoint(shown):
        return f"`{shown}`"
    return "<code>" + "".join(c if c.isalnum() or c == " " else f"&#{ord(c)};" for c in shown) + "</code>"
