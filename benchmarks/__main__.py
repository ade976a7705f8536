"""`python -m benchmarks BENCHMARK FOLDER`: what attio-scopes costs, and what another command that takes the same arguments does.

    integration   ten files in a large application, over the floor; --packages for installed frameworks:
                      pip install --target /tmp/airflow apache-airflow
                      python -m benchmarks integration /tmp/trees --packages /tmp/airflow=airflow
    modules       one module of 5,000 and of 20,000 calls, beside a bare libcst.parse_module
    helper        25 to 500 uses of one helper
    stages        40 stages that each call the next twice
    bulk          1, 10 and 30 MB of blanks, comments, strings, calls, brackets in a file with a call
    growth        100, 1,000 and 10,000 modules that all call Attio
    others        beside ruff, ripgrep and others, on a tree of 10,000 files

A figure is the processor time (user and system, of the process and its children) unless it says otherwise: wall time depends on what
else the machine does. What takes under three seconds is run several times, and the cheapest counts. Ends with 1 where a run failed, a
report was wrong, or a bar was not kept; with --quick no bar is looked at, since small sizes measure the start of Python.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from benchmarks.bulk import bulk
from benchmarks.integration import Installed, integration
from benchmarks.measure import Limits, own_cache
from benchmarks.others import others
from benchmarks.outcome import Row, as_json, machine, table
from benchmarks.programs import LARGE
from benchmarks.settings import Settings, Tool
from benchmarks.sizes import growth, helper, modules, stages

OURS = Tool("attio-scopes", (sys.executable, "-m", "attio_scopes"))
_Made = TypeVar("_Made")


def main(arguments: Sequence[str]) -> int:
    """Measure what was asked for, print the table, write the JSON."""
    given = _parser().parse_args(arguments)
    given.folder.mkdir(parents=True, exist_ok=True)
    with own_cache() as environment:
        settings = Settings(
            folder=given.folder.resolve(),
            tools=tuple(given.tool or [OURS]),
            environment=environment,
            limits=Limits(given.limit or (20 if given.quick else 600), given.memory),
            rounds=given.rounds or (1 if given.quick else 3),
            quick=given.quick,
            say=lambda text: print(text, flush=True),
        )
        here = machine()
        settings.say(
            f"{here['date']}, {here['platform']}, Python {here['python']}, {here['processors']} processors, load {here['load']}, "
            f"rounds {settings.rounds}"
        )
        if given.benchmark == "others":
            others(settings, given.only)
            return 0
        title, rows = _measured(given, settings)
    settings.say("\n" + table(title, rows))
    if given.json:
        given.json.write_text(json.dumps(as_json(given.benchmark, rows), indent=1) + "\n", encoding="utf-8")
    return int(any(row.problems for row in rows))


def _measured(given: argparse.Namespace, settings: Settings) -> tuple[str, list[Row]]:
    """The title and rows of a benchmark."""
    quick = settings.quick
    if given.benchmark == "integration":
        return "An integration of ten files, over the floor", integration(given.packages or [], given.central, settings)
    if given.benchmark == "modules":
        sizes = given.sizes or ([250, 1_000] if quick else [5_000, 20_000])
        return "One module of many calls, beside libcst.parse_module", modules(sizes, given.shape or ["plain"], settings)
    if given.benchmark == "helper":
        return "Uses of one helper", helper(given.sizes or ([5, 10, 20] if quick else [25, 100, 250, 500]), settings)
    if given.benchmark == "stages":
        return "Stages that each call the next twice", stages(max(given.sizes or [10 if quick else 40]), settings)
    if given.benchmark == "bulk":
        return "Megabytes of one kind in a file with a call", bulk(given.sizes or ([1] if quick else [1, 10, 30]), settings)
    return "Modules that all call Attio", growth(given.sizes or ([20, 100] if quick else [100, 1_000, 10_000]), settings)


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("folder", type=Path, help="what is made is made here, and stays")
    common.add_argument(
        "--tool", action="append", type=_checked(Tool.of), metavar="[NAME=]COMMAND", help="instead of attio-scopes; may be repeated"
    )
    common.add_argument("--quick", action="store_true", help="small sizes and one round: whether it works, in less than a minute")
    common.add_argument("--rounds", type=int, metavar="N")
    common.add_argument("--limit", type=float, metavar="SECONDS", help="end a run that takes longer  [600, with --quick 20]")
    common.add_argument("--memory", type=int, default=10_000, metavar="MB", help="address space that a run may have; 0: any  [10000]")
    common.add_argument("--json", type=Path, metavar="FILE", help="the figures for programs")
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    kinds = parser.add_subparsers(dest="benchmark", required=True, metavar="BENCHMARK")
    made = {
        name: kinds.add_parser(name, parents=[common])
        for name in ("integration", "modules", "helper", "stages", "bulk", "growth", "others")
    }
    made["integration"].add_argument(
        "--packages", action="append", type=_checked(Installed.of), metavar="FOLDER=PACKAGE[,PACKAGE…]",
        help="installed packages that are the application, the integration goes into the first; may be repeated  [a framework made up]",
    )  # fmt: skip
    made["integration"].add_argument(
        "--central",
        action="store_true",
        help="it is imported by the most imported modules, so that nearly all of the application depends on it",
    )
    for name in ("modules", "helper", "stages", "bulk", "growth"):
        made[name].add_argument("--sizes", type=_checked(_sizes), metavar="N,N…", help="instead of the usual ones, the smallest first")
    made["modules"].add_argument("--shape", action="append", choices=sorted(LARGE), help="of the module; may be repeated  [plain]")
    made["others"].add_argument("--only", default="", metavar="WORD", help="only cases whose title has this word")
    return parser


def _sizes(text: str) -> list[int]:
    sizes = sorted({int(each.replace("_", "")) for each in text.split(",")})
    if sizes[0] < 2:
        raise ValueError(f"{text}: sizes of at least 2")
    return sizes


def _checked(make: Callable[[str], _Made]) -> Callable[[str], _Made]:
    """So that argparse says what was wrong, and not the name of a function."""

    def of(text: str) -> _Made:
        try:
            return make(text)
        except ValueError as error:
            raise argparse.ArgumentTypeError(str(error)) from error

    return of


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        sys.exit(main(sys.argv[1:]))
    sys.exit(130)
