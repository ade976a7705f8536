"""What the reports for people share: colours, width, wrapped prose, labelled lines, tables.

Takes text and how the terminal is, gives lines. Whatever came from the analysed code is shown with its control characters
escaped; colours are put on after wrapping, so that they change nothing but colours. Never asks the terminal itself.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterator, Sequence

from attio_scopes.model.finding import Severity
from attio_scopes.model.scope import Scope
from attio_scopes.model.visible import visible

_RESET = "\x1b[0m"
_STYLES = {
    "error": "\x1b[1;31m",
    "warning": "\x1b[1;33m",
    "note": "\x1b[1;36m",
    "bold": "\x1b[1m",
    "dim": "\x1b[2m",
    "scope": "\x1b[36m",
    "good": "\x1b[32m",
}
_SCOPE = re.compile(r"\b[a-z][a-z_]*:read(?:-write)?\b")
_NARROWEST = 40
_WIDEST_PROSE = 100
"""Columns beyond which a sentence on one line is hard to read, however wide the terminal is."""

Shown = Callable[[str], str]


def same(path: str) -> str:
    """Show a path as the report has it."""
    return path


class Paint:
    """Colours and width: `width` columns for code, `prose` for sentences; `shown` turns a path into one to open."""

    def __init__(self, color: bool, width: int, shown: Shown, quiet: bool = False) -> None:
        """Take whether to colour, the columns of the terminal, how paths are shown, and whether the account is left out."""
        self.quiet = quiet
        self._color = color
        self.width = max(_NARROWEST, width)
        self.prose = min(self.width, _WIDEST_PROSE)
        self.shown = shown

    def __call__(self, style: str, text: str) -> str:
        """The text in a style; styles change nothing without colours."""
        return f"{_STYLES[style]}{text}{_RESET}" if self._color and text else text

    def severity(self, severity: Severity, width: int = 0) -> str:
        """The word for a severity in its colour, filled to a width."""
        return self(str(severity), str(severity)) + " " * (width - len(str(severity)))

    def scopes(self, text: str) -> str:
        """The text with the scopes in it coloured."""
        return _SCOPE.sub(lambda found: self("scope", found[0]), text) if self._color else text

    def sentences(self, text: str, indent: int) -> Iterator[str]:
        """Prose, wrapped, every line behind an indentation of spaces."""
        margin = " " * indent
        for line in text.splitlines() or [""]:
            for piece in _wrapped(line, self.prose - indent):
                yield margin + self.scopes(piece)

    def labelled(self, label: str, text: str, indent: int = 2) -> Iterator[str]:
        """`  label: text`, wrapped, with further lines below the text."""
        hang = " " * (indent + len(label) + 2)
        first = f"{' ' * indent}{self('bold', label)}: "
        for number, line in enumerate(text.splitlines() or [""]):
            for part, piece in enumerate(_wrapped(line, self.prose - len(hang))):
                yield f"{hang if number or part else first}{self.scopes(piece)}"

    def table(self, heads: Sequence[str], rows: Sequence[Sequence[str]], right: int = 1) -> Iterator[str]:
        """Columns below their heads.

        Args:
            heads: of the columns.
            rows: cells of plain text.
            right: how many of the first columns stand to the right, as numbers do.
        """
        widths = [max(len(cell) for cell in column) for column in zip(heads, *rows, strict=True)]

        def line(cells: Sequence[str]) -> str:
            filled = [
                cell.rjust(width) if number < right else cell.ljust(width)
                for number, (cell, width) in enumerate(zip(cells, widths, strict=True))
            ]
            return "  " + "  ".join(filled).rstrip()

        yield self("dim", line(heads))
        for cells in rows:
            yield self.scopes(line(cells))


def ended(blocks: Sequence[str]) -> str:
    """Blocks with an empty line between them, and a line feed at the end; nothing for none."""
    return "\n\n".join(blocks) + "\n" if blocks else ""


_TO_COPY = re.compile(r"# attio-scopes: .*|\bkeep = \[.*?\]")
_JOINED = "\0"


def _wrapped(line: str, width: int) -> list[str]:
    """The pieces of a line. What is there to be copied stays in one, however long it is."""
    pieces = _filled(_TO_COPY.sub(lambda found: found[0].replace(" ", _JOINED), visible(line)), width)
    return [piece.replace(_JOINED, " ") for piece in pieces]


def _filled(line: str, width: int) -> list[str]:
    return textwrap.wrap(line, max(width, 20), break_long_words=False, break_on_hyphens=False) or [""]


def listed_scopes(scopes: Sequence[Scope]) -> str:
    """Scopes as a list in a sentence."""
    return ", ".join(map(str, scopes))
