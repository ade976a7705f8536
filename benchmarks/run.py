"""Measures attio-scopes against what it is compared with, each in turn, and prints medians and ratios.

    python benchmarks/run.py FOLDER [--rounds 5] [--only WORD]

Takes a folder for the trees (about 300 MB), prints a Markdown table. A figure is the processor time (user and system, of the process and
its children) unless it says otherwise: wall time depends on what else the machine does. What is not installed is named and left out.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from trees import generated, real

OURS = [sys.executable, "-m", "attio_scopes", "check", "--exit-zero"]
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


@dataclass(frozen=True, slots=True)
class Measured:
    """Medians: processor seconds, wall seconds, and the peak of resident memory in MB."""

    cpu: float
    wall: float
    memory: float


def once(command: Sequence[str], environment: dict[str, str]) -> tuple[float, float, float]:
    """Run a command and wait for it: processor seconds, wall seconds, MB."""
    start = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)}: exit {process.returncode}")
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)


def in_turn(commands: dict[str, Sequence[str]], rounds: int, environment: dict[str, str]) -> dict[str, Measured]:
    """Run each command once in every round; one more round first, which fills caches and does not count."""
    taken: dict[str, list[tuple[float, float, float]]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            result = once(command, environment)
            if number:
                taken[name].append(result)
    return {name: Measured(*(statistics.median(column) for column in zip(*results, strict=True))) for name, results in taken.items()}


def show(title: str, measured: dict[str, Measured]) -> None:
    """A table: each figure, and how many times the last row's it is."""
    *_, reference = measured.values()
    print(f"\n### {title}\n\n| | processor | wall | peak memory | ratio (processor) | ratio (wall) |\n|---|---|---|---|---|---|")
    for name, row in measured.items():
        ratios = f"{row.cpu / reference.cpu:.2f} | {row.wall / reference.wall:.2f}"
        print(f"| {name} | {row.cpu:.2f} s | {row.wall:.2f} s | {row.memory:.0f} MB | {ratios} |", flush=True)


def main() -> None:
    """Make the trees, measure, print."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--only", default="", help="measure only cases whose title has this word")
    given = arguments.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    plain, mixed, mentioning, calling = map(str, real(given.folder))
    small = str(generated(given.folder / "small", 18))
    time.sleep(3)  # files of the last two seconds are not trusted by the cache
    print(f"{time.strftime('%Y-%m-%d')}, {platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} processors, "
          f"load {os.getloadavg()[0]:.1f}, medians of {given.rounds}")  # fmt: skip
    python, click = [sys.executable, "-c"], [sys.executable, "-c", "import click"]
    ruff = shutil.which("ruff", path=os.path.dirname(sys.executable)) or shutil.which("ruff")
    others: dict[str, Sequence[str]] = {}
    for name, tool in (("ruff", ruff), ("rg", shutil.which("rg")), ("semgrep", shutil.which("semgrep"))):
        if tool is None:
            print(f"{name} is not installed: left out")
    if rg := shutil.which("rg"):
        others["rg -li attio"] = [rg, "-li", "attio", mixed]
    if semgrep := shutil.which("semgrep"):
        others["semgrep"] = [semgrep, "--metrics=off", "--lang", "python", "-e", 'requests.$F("https://api.attio.com/...")', mixed]
    if ruff:
        others["ruff check --no-cache --select E9"] = [ruff, "check", "-q", "--isolated", "--no-cache", "--select", "E9", mixed]
    grown = {count: str(generated(given.folder / f"g{count}", count)) for count in (100, 1_000, 10_000)}
    cold = [*OURS, "--no-cache"]
    cases: dict[str, dict[str, Sequence[str]]] = {
        "large tree, 20 files of Attio, cold": {"attio-scopes": [*cold, mixed], "import libcst": [*python, "import libcst"], **others},
        "large tree, warm": {"attio-scopes": [*OURS, mixed],
                             "import click, stat of every file": [*python, STAT, mixed]},
        "large tree without Attio": {"attio-scopes": [*cold, plain], "import click": click,
                             "read and search": [*python, SEARCH, plain]},
        "small project, warm": {"attio-scopes": [*OURS, small], "import click": click},
        **{f"generated, {count} modules": {"attio-scopes": [*cold, "--jobs", "1", tree]} for count, tree in grown.items()},
        **{f"1,000 real files that all {do} Attio": {
            "one process": [*cold, "--jobs", "1", tree],
            "two processes": [*cold, "--jobs", "2", tree],
            "libcst.parse_module": [*python, PARSE, tree],
        } for do, tree in (("mention", mentioning), ("call", calling))},
    }  # fmt: skip
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory() as cache:
        environment["ATTIO_SCOPES_CACHE_DIR"] = os.path.join(cache, "attio-scopes")
        for title, commands in cases.items():
            if given.only in title:
                show(title, in_turn(commands, given.rounds, environment))


if __name__ == "__main__":
    main()
