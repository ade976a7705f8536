"""What megabytes of one kind of text cost in a file that calls Attio: blanks, comments, strings, calls, brackets.

Takes sizes in MB; gives rows. A file may be refused, if the report says so: then its call is accounted for as well.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks import bars
from benchmarks.measure import least
from benchmarks.outcome import Row
from benchmarks.report import read_report
from benchmarks.settings import Settings, Tool

MEGABYTE = 1_000_000
_CALL = "requests.get('https://api.attio.com/v2/notes')\n"


def _repeated(text: str) -> Callable[[int], str]:
    return lambda size: text * (size // len(text))


KINDS: dict[str, Callable[[int], str]] = {
    "blanks in a line": lambda size: " " * size + "\n",
    "blanks in lines": _repeated(" " * 79 + "\n"),
    "a comment": lambda size: "#" + "x" * size + "\n",
    "comments": _repeated("# what is written here is of no use to anybody, but it is long enough for it\n"),
    "a string": lambda size: "x = '" + "x" * size + "'\n",
    "strings": _repeated("x = 'what is written here is of no use to anybody, but it is long enough'\n"),
    "strings, joined": lambda size: "x = (" + "'xxxxxxxx' " * (size // 11) + ")\n",
    "calls": _repeated(_CALL),
    "calls of others": _repeated("print('what is written here')\n"),
    "brackets, nested": lambda size: "x = " + "[" * (size // 2) + "]" * (size // 2) + "\n",
    "brackets": lambda size: "x = [" + "()," * (size // 3) + "]\n",
}


def bulk(sizes: Sequence[int], settings: Settings) -> list[Row]:
    """A call, and behind it so many MB of each kind; what is larger costs no more for each MB."""
    rows = []
    for kind, make in KINDS.items():
        made = [_written(make(size * MEGABYTE), settings.folder / "bulk" / f"{kind.replace(' ', '_')}_{size}") for size in sizes]
        for tool in settings.tools:
            grown = [_row(f"{size} MB, {kind}", tool, folder, settings) for size, folder in zip(sizes, made, strict=True)]
            rows += grown if settings.quick else bars.bulk(grown, sizes)
    return rows


def _written(text: str, folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "program.py").write_text("import requests\n" + _CALL + text, encoding="ascii")
    return folder


def _row(case: str, tool: Tool, folder: Path, settings: Settings) -> Row:
    ran = least(tool.calls("."), folder, settings.environment, settings.limits, settings.rounds)
    settings.say(f"{case}, {tool.name}: {ran.problem or f'{ran.cpu:.2f} s, {ran.memory:.0f} MB'}")
    row = Row(case, tool.name, ran)
    if ran.problem:
        return row.but(ran.problem)
    try:
        reported = read_report(ran)
    except ValueError as error:
        return row.but(str(error))
    refused = [finding for finding in reported.findings if finding["code"] == "ATS901"]
    counts = {"refused": 1} if refused else reported.counts
    return Row(case, tool.name, ran, None, counts).but(*([] if refused or reported.calls else ["a call without a word"]))
