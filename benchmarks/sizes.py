"""What grows: large modules beside the bare parser, uses of one helper, stages that each call the next twice, projects of many modules.

Takes sizes; gives rows, each judged by what the program is known to call. Small sizes (quick) are held to no bar.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks import bars
from benchmarks.measure import Ran, least, reference
from benchmarks.outcome import Row
from benchmarks.programs import LARGE, STAGES, USED, Program
from benchmarks.report import Right, broken, judged, read_report
from benchmarks.settings import Settings, Tool
from benchmarks.trees import JOB, JOB_CALLS, generated

_PARSE = "import sys, libcst\nwith open(sys.argv[1], 'rb') as stream:\n    libcst.parse_module(stream.read())"


def modules(sizes: Sequence[int], shapes: Sequence[str], settings: Settings) -> list[Row]:
    """Modules of so many calls, beside `libcst.parse_module` of each."""
    rows = []
    for shape in shapes:
        paths = [(size, *_written(LARGE[shape](size), settings.folder / "modules" / f"{shape}_{size}")) for size in sizes]
        parsed = [
            reference([sys.executable, "-c", _PARSE, str(path)], path.parent, settings.environment, settings.limits, settings.rounds)
            for _, path, _ in paths
        ]
        for tool in settings.tools:
            grown = [
                _row(f"{shape}, {size} calls", tool, path.parent, right, settings, beside)
                for (size, path, right), beside in zip(paths, parsed, strict=True)
            ]
            rows += grown if settings.quick else bars.beside_parse(grown, sizes)
    return rows


def helper(uses: Sequence[int], settings: Settings) -> list[Row]:
    """One helper, used more and more often; each use more may not cost more than those before it."""
    rows = []
    for shape, make in USED.items():
        made = [_written(make(count), settings.folder / "helper" / f"{shape}_{count}") for count in uses]
        for tool in settings.tools:
            grown = [
                _row(f"{shape}, {count} uses", tool, path.parent, right, settings) for count, (path, right) in zip(uses, made, strict=True)
            ]
            rows += grown if settings.quick else bars.linear(grown, uses)
    return rows


def stages(count: int, settings: Settings) -> list[Row]:
    """Stages that each call the next twice: so many ways that nothing may walk them all."""
    rows = []
    for shape, make in STAGES.items():
        path, right = _written(make(count), settings.folder / "stages" / f"{shape.replace(' ', '_')}_{count}")
        for tool in settings.tools:
            row = _row(f"{count} stages, {shape}", tool, path.parent, right, settings)
            rows.append(row if settings.quick else bars.stages(row))
    return rows


def growth(counts: Sequence[int], settings: Settings) -> list[Row]:
    """Projects in which every module calls Attio through one client; the first has one module, for what a run costs anyway."""
    counts = [1, *counts]
    trees = [generated(settings.folder / "growth" / str(count), count) for count in counts]
    rows = []
    for tool in settings.tools:
        grown = [_row(f"modules, {count}", tool, tree, _of_jobs(count), settings) for count, tree in zip(counts, trees, strict=True)]
        rows += grown if settings.quick else bars.growth(grown, counts)
    return rows


def _of_jobs(count: int) -> Right:
    """Where the calls of a generated project are."""
    lines = [number for number, line in enumerate(JOB.splitlines(), 1) if "client.send(" in line]
    named = list(zip(lines, JOB_CALLS, strict=True))
    return {(f"attio_sync/job_{number:05}.py", line): endpoint for number in range(count) for line, endpoint in named}


def _written(program: Program, folder: Path) -> tuple[Path, Right | None]:
    """Write a program; gives its file and where its calls are."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "program.py"
    path.write_text(program.text, encoding="utf-8")
    return path, None if program.right is None else {(path.name, line): endpoint for line, endpoint in program.right.items()}


def _row(case: str, tool: Tool, folder: Path, right: Right | None, settings: Settings, beside: Ran | None = None) -> Row:
    """Run a tool on a folder and judge what it reports; without `right`, it has to report something."""
    ran = least(tool.calls("."), folder, settings.environment, settings.limits, settings.rounds)
    settings.say(f"{case}, {tool.name}: {ran.problem or f'{ran.cpu:.2f} s'}")  # a long benchmark shows that it goes on
    row = Row(case, tool.name, ran, beside)
    if ran.problem:
        return row.but(ran.problem)
    try:
        reported = read_report(ran)
    except ValueError as error:
        return row.but(str(error))
    wrong = judged(reported, right) if right is not None else broken(reported) or ([] if reported.calls else ["no call at all"])
    return Row(case, tool.name, ran, beside, reported.counts).but(*wrong)
