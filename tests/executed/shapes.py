"""The programs of tests/executed/programs and what their first lines say.

Takes the folder, gives a `Shape` for each program; never runs or analyses one. A program is a file `LETTER_name.py` or a folder
`LETTER_name/` that starts at its main.py. What stands in its first comment lines:

    # sends: GET /v2/notes, POST /v2/tasks    every Attio endpoint that one run reaches, or `nothing`; checked against the run
    # near: what differs from the shape that it looks like                a near miss
    # may: POST /v2/notes, GET /v2/*          what it could reach with other input: a call that names it is right too
    # unknowable: GET /v2/notes               endpoints that the source does not tell: unresolved is the right answer for them
    # may be unresolved                       an unresolved call that no sent request explains is right too
    # calls: 1                                so many calls are reported, no more and no less
    # argv: people 25                         arguments of the run
    # env: ATTIO_URL=https://api.attio.com    environment of the run; several with a blank between
    # answers: [{"status": 404}, {"json": {"data": []}}]      what the stand-in answers, the last one again and again
"""

from __future__ import annotations

import json
import re
import shlex
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

PROGRAMS = Path(__file__).parent / "programs"
LETTERS = "abcdefghijklmnopqst"
_LINE = re.compile(r"^# (?P<key>sends|near|may|unknowable|calls|argv|env|answers): (?P<text>.*)$|^# (?P<flag>may be unresolved)$")
_ENDPOINT = re.compile(r"^[A-Z]+ /\S*$")


class ShapeError(Exception):
    """A program's first lines are written wrongly."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A program and what its first lines say."""

    name: str
    source: Path
    sends: frozenset[str]
    near: str = ""
    may: tuple[str, ...] = ()
    unknowable: frozenset[str] = frozenset()
    may_be_unresolved: bool = False
    calls: int | None = None
    argv: tuple[str, ...] = ()
    env: tuple[tuple[str, str], ...] = ()
    answers: tuple[dict[str, Any], ...] = field(default=(), hash=False)

    @property
    def letter(self) -> str:
        """The kind that it belongs to."""
        return self.name[0]

    @property
    def files(self) -> dict[str, str]:
        """Its files by their path in the program."""
        if self.source.is_file():
            return {"main.py": self.source.read_text(encoding="utf-8")}
        return {file.relative_to(self.source).as_posix(): file.read_text(encoding="utf-8") for file in sorted(self.source.rglob("*.py"))}


def all_shapes(folder: Path = PROGRAMS) -> tuple[Shape, ...]:
    """Every program, sorted by name."""
    entries = [entry for entry in folder.iterdir() if entry.suffix == ".py" or (entry / "main.py").is_file()]
    return tuple(sorted((read_shape(entry) for entry in entries), key=lambda shape: shape.name))


def read_shape(source: Path) -> Shape:
    """One program.

    Raises:
        ShapeError: its first lines cannot be read, or do not say what it sends.
    """
    name = source.stem
    text = (source if source.is_file() else source / "main.py").read_text(encoding="utf-8")
    said: dict[str, str] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        found = _LINE.match(line)
        if found is None:
            raise ShapeError(f"{name}: cannot be read: {line}")
        said[found["key"] or found["flag"]] = (found["text"] or "").strip()
    if "sends" not in said:
        raise ShapeError(f"{name}: does not say what it sends (`# sends: …` or `# sends: nothing`)")
    return Shape(
        name,
        source,
        frozenset(_endpoints(name, said["sends"])) if said["sends"] != "nothing" else frozenset(),
        said.get("near", ""),
        _endpoints(name, said.get("may", "")),
        frozenset(_endpoints(name, said.get("unknowable", ""))),
        "may be unresolved" in said,
        int(said["calls"]) if "calls" in said else None,
        tuple(shlex.split(said.get("argv", ""))),
        tuple((pair.partition("=")[0], pair.partition("=")[2]) for pair in shlex.split(said.get("env", ""))),
        tuple(json.loads(said.get("answers", "[]"))),
    )


def _endpoints(name: str, text: str) -> tuple[str, ...]:
    found = tuple(part.strip() for part in text.split(",") if part.strip())
    wrong = [part for part in found if not _ENDPOINT.match(part)]
    if wrong:
        raise ShapeError(f"{name}: not `METHOD /path`: {', '.join(wrong)}")
    return found
