"""An integration of ten files in a large application: what it costs over a floor, and whether it is reported as it is alone.

The floor is the least that any tool has to do: one Python process that imports click and libcst, reads and searches every byte, and parses
the files that say Attio.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks import bars
from benchmarks.application import Application, plant
from benchmarks.made_framework import made_framework
from benchmarks.measure import Ran, least, reference
from benchmarks.outcome import Row
from benchmarks.report import annotated, differences, judged, read_report
from benchmarks.settings import Settings, Tool

MADE, MADE_QUICK = 1_500, 150
_FLOOR = """
import os, click, libcst
for folder, _, names in os.walk("."):
    for name in names:
        if name.endswith(".py"):
            with open(os.path.join(folder, name), "rb") as stream:
                data = stream.read()
            if b"attio" in data.lower():
                try:
                    libcst.parse_module(data)
                except Exception:
                    pass
"""


@dataclass(frozen=True, slots=True)
class Installed:
    """A folder of installed packages, and which of them are the application."""

    folder: Path
    packages: tuple[str, ...]

    @staticmethod
    def of(text: str) -> Installed:
        """`FOLDER=PACKAGE[,PACKAGE…]`.

        Raises:
            ValueError: it is not that.
        """
        folder, sign, packages = text.rpartition("=")
        if not (sign and folder and packages):
            raise ValueError(f"{text}: expected FOLDER=PACKAGE or FOLDER=PACKAGE,PACKAGE")
        return Installed(Path(folder), tuple(packages.split(",")))


def integration(installed: list[Installed], central: bool, settings: Settings) -> list[Row]:
    """A row for each application and tool; without packages, a framework that is made up."""
    if not installed:
        count = MADE_QUICK if settings.quick else MADE
        installed = [Installed(made_framework(settings.folder / f"made-{count}", count), ("made",))]
    rows = []
    for each in installed:
        planted = plant(each.folder.resolve(), each.packages, settings.folder / "planted" / each.packages[0], central)
        settings.say(_told(each.packages[0], planted))
        floor = reference([sys.executable, "-c", _FLOOR], planted.tree, settings.environment, settings.limits, settings.rounds)
        rows += [_row(f"{each.packages[0]}, {planted.offer.modules} modules", planted, floor, tool, settings) for tool in settings.tools]
    return rows


def _told(name: str, planted: Application) -> str:
    offer = planted.offer
    bases = ", ".join(f"{base.name}.{base.method}" if base.method else base.name for base in offer.bases)
    left_out = f"; {planted.left_out} files that say Attio were left out" if planted.left_out else ""
    importers = ", ".join(path.relative_to(planted.tree).as_posix() for path in offer.importers)
    return (
        f"{name}: {offer.modules} modules; subclasses {bases}; registers with {offer.registrar[1]}, "
        f"is decorated with {offer.decorator[1]}, calls {offer.function[1]}; imported by {importers}{left_out}"
    )


def _row(case: str, planted: Application, floor: Ran, tool: Tool, settings: Settings) -> Row:
    command = tool.calls(".")
    ran = least(command, planted.tree, settings.environment, settings.limits, settings.rounds)
    settings.say(f"{case}, {tool.name}: {ran.problem or f'{ran.cpu:.2f} s'}")  # a long benchmark shows that it goes on
    row = Row(case, tool.name, ran, floor)
    if ran.problem:
        return row.but(ran.problem)
    alone = least(command, planted.alone, settings.environment, settings.limits, 1)
    if alone.problem:
        return row.but(f"the integration alone: {alone.problem}")
    try:
        there, here = read_report(ran), read_report(alone)
    except ValueError as error:
        return row.but(str(error))
    wrong = [*judged(there, annotated(planted.alone)), *differences(there, here)]
    judged_row = Row(case, tool.name, ran, floor, there.counts).but(*wrong)
    return judged_row if settings.quick else bars.over_floor(judged_row)
