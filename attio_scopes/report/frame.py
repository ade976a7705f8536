"""Code frames: a stretch of source with a mark below it, fitted to a width.

Takes source text, a place and a width in columns; gives lines of plain text. Tabs become spaces, characters that a terminal
would act on become visible escapes, and a mark stands where its characters stand even if those are wide.
"""

from __future__ import annotations

import unicodedata

from msgspec import Struct

from attio_scopes.model.call import Place
from attio_scopes.model.visible import visible_character
from attio_scopes.report.annotate import source_lines

_MOST_LINES = 4
_TAB = "    "
_NARROWEST = 24
_LONGEST_LINE = 10_000
"""Characters of a line that are looked at around the place: a line of megabytes must not cost its length in escapes."""


class FrameLine(Struct, frozen=True):
    """A line of a frame: the number before the bar ("" below the source), its text, and whether it is a mark."""

    number: str
    text: str
    mark: bool = False


def frame(source: str, place: Place, width: int) -> list[FrameLine]:
    """Show a place.

    Args:
        source: the text of the file.
        place: what to mark.
        width: columns that the source may take.

    Returns:
        source lines, the first with a mark below, so that a call of many lines stays readable; [] if the text has no such line
        (the file has changed).
    """
    lines = source_lines(source)
    if not 1 <= place.line <= len(lines):
        return []
    last = min(place.end_line, len(lines))
    shown = range(place.line, last + 1)
    cut = len(shown) > _MOST_LINES
    found: list[FrameLine] = []
    for number in shown[: _MOST_LINES - 1] if cut else shown:
        text = lines[number - 1]
        start = place.column - 1 if number == place.line else len(text) - len(text.lstrip())
        end = place.end_column - 1 if number == place.end_line else len(text.rstrip())
        line, mark = _marked(text, start, max(end, start + 1), number, max(width, _NARROWEST))
        found += [line, mark] if number == place.line else [line]
    if cut:
        found.append(FrameLine("", "..."))
    return found


def excerpt(source: str, line: int, width: int) -> str:
    """One line of source without its indentation, fitted to a width; "" if the text has no such line."""
    lines = source_lines(source)
    if not 1 <= line <= len(lines):
        return ""
    return _marked(lines[line - 1].strip(), 0, 1, line, width)[0].text


def _marked(text: str, start: int, end: int, number: int, width: int) -> tuple[FrameLine, FrameLine]:
    """One line and its mark, cut to the width around the mark's start."""
    offset = max(0, start - _LONGEST_LINE)
    cells = [_cell(character) for character in text[offset : start + _LONGEST_LINE]]
    start, end = min(start - offset, len(cells)), min(end - offset, len(cells))
    columns = [0]
    for cell in cells:
        columns.append(columns[-1] + _width(cell))
    first = _first_cell(cells, columns, start, end, width)
    lead = "..." if first else ""
    last = first
    while last < len(cells) and len(lead) + columns[last + 1] - columns[first] <= width - (0 if last + 1 == len(cells) else 3):
        last += 1
    tail = "..." if last < len(cells) else ""
    shown = lead + "".join(cells[first:last]) + tail
    begin = len(lead) + columns[start] - columns[first]
    length = max(1, columns[max(start, min(end, last))] - columns[start])
    return FrameLine(str(number), shown.rstrip()), FrameLine("", " " * begin + "^" * length, mark=True)


def _first_cell(cells: list[str], columns: list[int], start: int, end: int, width: int) -> int:
    """Where to begin a line: at its start if all fits, else after its indentation, else with a little of what precedes the mark."""
    if columns[-1] <= width:
        return 0
    first = next((n for n, cell in enumerate(cells[:start]) if cell.strip()), start)
    room = width - 6  # what dots on both sides leave
    while columns[end] - columns[first] > room and columns[start] - columns[first] > room // 3:
        first += 1
    return first


def _cell(character: str) -> str:
    return _TAB if character == "\t" else visible_character(character)


def _width(cell: str) -> int:
    if cell.isascii():
        return len(cell)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in cell)
