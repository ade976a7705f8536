"""Notebooks: the Python of a Jupyter notebook, each line of it where it stands in the file.

Takes the bytes of an .ipynb file, gives Python source with as many lines: code on the lines that hold it in the file, so that a place is
one that an editor opens and a review shows, and a comment with its number before each cell. Lines for IPython (`%magic`, `!command`)
and cells in another language are left blank. Never runs anything, and guesses no line: a notebook that is not written line by line, as
Jupyter writes it, is refused.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

SUFFIX = ".ipynb"
CELL = "# cell "
"""Begins the comment before a cell; its number, counted from 1 over the cells with code, ends it."""
_PYTHON_CELLS = frozenset({"capture", "prun", "python", "python3", "time", "timeit"})
"""Magics of a cell (`%%time`) whose rest is Python."""
_RUN = re.compile(r"(\s*)(%(?:prun|time|timeit)\s(?:\s*-\w+(?:\s+\d+)?\s)*)(?=\s*\S)")
"""Magics of a line whose rest is Python."""
_LANGUAGE = (("kernelspec", "name"), ("kernelspec", "language"), ("kernelspec", "display_name"), ("language_info", "name"))
_SOURCE = re.compile(r'\s*"source"\s*:\s*\[\s*')
_MAGIC = re.compile(r"\s*(?:[%!?]|.*[^\s#?]\?{1,2}\s*$)")
_ASSIGNED = re.compile(r"(\s*[A-Za-z_][\w.,\s\[\]]*=\s*)[%!].*")
_BRACKETS = {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}
_QUOTED = re.compile(r"'''|\"\"\"|'(?:[^'\\\n]|\\.)*'|\"(?:[^\"\\\n]|\\.)*\"|#[^\n]*")


def python_of(data: bytes) -> bytes:
    """The Python source of a notebook.

    Args:
        data: the file.

    Returns:
        UTF-8 text; empty where the notebook has no Python, or nothing in it can be about Attio.

    Raises:
        OSError: it mentions Attio, and it cannot be told which line is which.
    """
    if b"attio" not in data.lower() and b"import" not in data:
        return b""
    try:
        return _source(data.decode("utf-8-sig"))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        if b"attio" not in data.lower():
            return b""
        why = str(error) if isinstance(error, _Refused) else "it is not a notebook in Jupyter's format 4"
        raise OSError(22, why) from error


class _Refused(ValueError):
    """Why a notebook is not read."""


def _source(text: str) -> bytes:
    notebook = json.loads(text)
    if not _is_python(notebook["metadata"]):
        return b""
    raw = text.split("\n")
    made = [""] * len(raw)
    number = at = 0
    for cell in notebook["cells"]:
        source = cell["source"]
        lines = [line for line in ([source] if isinstance(source, str) else source) if line]
        at = _place(raw, at, lines)
        if cell["cell_type"] == "code":
            number += 1
            if lines:
                made[at] = f"{CELL}{number}"
                code = _python([line.removesuffix("\n") for line in lines])
                made[at + 1 : at + 1 + len(lines)] = code
        at += len(lines)
    return ("\n".join(made) + "\n").encode("utf-8", "surrogatepass")


def _is_python(metadata: dict[str, Any]) -> bool:
    """Whether a notebook is Python's: its kernel decides, which may have any name, so one word for Python is enough."""
    told = [str(metadata.get(part, {}).get(key, "")) for part, key in _LANGUAGE]
    return "python" in "".join(told).lower() or not any(told)


def _place(raw: Sequence[str], at: int, lines: Sequence[str]) -> int:
    """The index of the line in the file that is before those of a cell; the search goes on from `at`.

    Raises:
        _Refused: the cell does not have a line of the file for each of its own.
    """
    if not lines:
        return at
    for index in range(at, len(raw) - len(lines)):
        if _SOURCE.fullmatch(raw[index]) and all(_is_line(raw[index + 1 + k], line) for k, line in enumerate(lines)):
            return index
    raise _Refused("its code is not written line by line, as Jupyter saves it: open it there and save it")


def _is_line(raw: str, line: str) -> bool:
    """Whether a line of the file is a line of a cell."""
    try:
        return bool(json.loads(raw.strip().removesuffix(",")) == line and "\n" not in line[:-1])
    except ValueError:
        return False


def _python(lines: Sequence[str]) -> list[str]:
    """The lines of a cell without what is for IPython."""
    first = next((line for line in lines if line.strip()), "")
    if first.startswith("%%") and first[2:].split(maxsplit=1)[:1] not in [[name] for name in _PYTHON_CELLS]:
        return [""] * len(lines)
    return _without_magics(lines)


def _without_magics(lines: Sequence[str]) -> list[str]:
    """The lines, with a statement that does nothing in place of those for IPython; none in a text or a bracket is one."""
    found = []
    depth, text, joined = 0, "", False
    for line in lines:
        if not (depth or text or joined):
            assigned = _ASSIGNED.fullmatch(line)
            run = _RUN.match(line)
            if run:
                line = f"{run[1]}{'pass;':{len(run[2])}}{line[run.end() :]}"
            elif assigned:
                line = f"{assigned[1]}None"
            elif _MAGIC.match(line):
                line = line[: len(line) - len(line.lstrip())] + "pass"
        # None may be taken for the number of a cell.
        found.append(line.replace(CELL, CELL.replace(" ", "\t", 1), 1) if line.startswith(CELL) else line)
        depth, text = _state(line, depth, text)
        joined = line.endswith("\\")
    return found


def _state(line: str, depth: int, text: str) -> tuple[int, str]:
    """How many brackets are open behind a line, and which text of several lines is."""
    at = 0
    while at < len(line):
        if text:
            end = line.find(text, at)
            if end < 0:
                return depth, text
            at, text = end + 3, ""
            continue
        quoted = _QUOTED.match(line, at)
        if quoted and quoted[0] in ("'''", '"""'):
            text, at = quoted[0], quoted.end()
        elif quoted:
            at = quoted.end()
        else:
            depth = max(0, depth + _BRACKETS.get(line[at], 0))
            at += 1
    return depth, text
