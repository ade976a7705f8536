"""attio-scopes beside what it is compared with: ruff, ripgrep, semgrep, importing libcst, reading every byte; each in turn.

Takes a folder for the trees (about 300 MB), prints a Markdown table of medians for each case. What is not installed is named and left out.
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import time
from collections.abc import Mapping, Sequence

from benchmarks.measure import Ran, once
from benchmarks.settings import Settings
from benchmarks.trees import generated, real

SEARCH = """
import os, sys
n = 0
for folder, _, names in os.walk(sys.argv[1]):
    for name in names:
        if name.endswith(".py"):
            with open(os.path.join(folder, name), "rb") as stream:
                n += b"attio" in stream.read().lower()
"""
STAT = """
import os, sys, click
pending = [sys.argv[1]]
while pending:
    with os.scandir(pending.pop()) as scan:
        for entry in scan:
            if entry.is_dir(follow_symlinks=False):
                pending.append(entry.path)
            else:
                entry.stat()
"""
PARSE = """
import pathlib, sys, libcst
for path in pathlib.Path(sys.argv[1]).rglob("*.py"):
    libcst.parse_module(path.read_bytes())
"""


def in_turn(commands: Mapping[str, Sequence[str]], settings: Settings) -> dict[str, Ran]:
    """Run each command once in every round; one more round first, which fills caches and does not count."""
    taken: dict[str, list[Ran]] = {name: [] for name in commands}
    for number in range(settings.rounds + 1):
        for name, command in commands.items():
            ran = once(command, settings.folder, settings.environment, settings.limits)
            if ran.problem:
                raise SystemExit(f"{' '.join(command)}: {ran.problem}")
            if number:
                taken[name].append(ran)
    return {
        name: Ran(*(statistics.median(getattr(ran, what) for ran in results) for what in ("cpu", "wall", "memory")))
        for name, results in taken.items()
    }


def show(title: str, measured: dict[str, Ran], settings: Settings) -> None:
    """A table: each figure, and how many times the last row's it is."""
    *_, reference = measured.values()
    lines = [f"\n### {title}\n", "| | processor | wall | peak memory | ratio (processor) | ratio (wall) |", "|---|---|---|---|---|---|"]
    for name, row in measured.items():
        ratios = f"{row.cpu / reference.cpu:.2f} | {row.wall / reference.wall:.2f}"
        lines.append(f"| {name} | {row.cpu:.2f} s | {row.wall:.2f} s | {row.memory:.0f} MB | {ratios} |")
    settings.say("\n".join(lines))


def others(settings: Settings, only: str) -> None:
    """Make the trees, measure, print; only the cases whose title has this word."""
    plain, mixed, mentioning, calling = map(str, real(settings.folder))
    small = str(generated(settings.folder / "small", 18))
    time.sleep(3)  # files of the last two seconds are not trusted by the cache
    ours = [*settings.tools[0].command, "check", "--exit-zero"]
    python, click = [sys.executable, "-c"], [sys.executable, "-c", "import click"]
    ruff = shutil.which("ruff", path=os.path.dirname(sys.executable)) or shutil.which("ruff")
    others: dict[str, Sequence[str]] = {}
    for name, tool in (("ruff", ruff), ("rg", shutil.which("rg")), ("semgrep", shutil.which("semgrep"))):
        if tool is None:
            settings.say(f"{name} is not installed: left out")
    if rg := shutil.which("rg"):
        others["rg -li attio"] = [rg, "-li", "attio", mixed]
    if semgrep := shutil.which("semgrep"):
        others["semgrep"] = [semgrep, "--metrics=off", "--lang", "python", "-e", 'requests.$F("https://api.attio.com/...")', mixed]
    if ruff:
        others["ruff check --no-cache --select E9"] = [ruff, "check", "-q", "--isolated", "--no-cache", "--select", "E9", mixed]
    grown = {count: str(generated(settings.folder / f"g{count}", count)) for count in (100, 1_000, 10_000)}
    cold = [*ours, "--no-cache"]
    cases: dict[str, dict[str, Sequence[str]]] = {
        "large tree, 20 files of Attio, cold": {"attio-scopes": [*cold, mixed], "import libcst": [*python, "import libcst"], **others},
        "large tree, warm": {"attio-scopes": [*ours, mixed],
                             "import click, stat of every file": [*python, STAT, mixed]},
        "large tree without Attio": {"attio-scopes": [*cold, plain], "import click": click,
                             "read and search": [*python, SEARCH, plain]},
        "small project, warm": {"attio-scopes": [*ours, small], "import click": click},
        **{f"generated, {count} modules": {"attio-scopes": [*cold, "--jobs", "1", tree]} for count, tree in grown.items()},
        **{f"1,000 real files that all {do} Attio": {
            "one process": [*cold, "--jobs", "1", tree],
            "two processes": [*cold, "--jobs", "2", tree],
            "libcst.parse_module": [*python, PARSE, tree],
        } for do, tree in (("mention", mentioning), ("call", calling))},
    }  # fmt: skip
    for title, commands in cases.items():
        if only in title:
            show(title, in_turn(commands, settings), settings)
