"""What a cost may be at most.

Takes rows, gives them with a sentence for each bar that is not kept. A run that failed is not judged again.
"""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.outcome import Row

OVER_FLOOR = 3.0
"""An integration in a large application, times the floor."""
PARSE_TIME, PARSE_PEAK = 12.0, 1.5
"""A large module, times a bare parse of it: processor time, peak of memory."""
DRIFT = 1.5
"""How much more than in proportion the larger may cost: 20,000 calls at most six times 5,000."""
STAGES_SECONDS = 1.0
DEARER = 1.2
"""How much more a module may cost in the largest of the generated projects than in the smallest."""
BULK_PEAK = 40.0
"""MB of memory for each MB of a file."""
NOISE = 0.2
"""Seconds by which two runs of the same differ: no difference."""


def over_floor(row: Row) -> Row:
    """The integration's bar."""
    return _said(row, row.times, OVER_FLOOR, "times the floor")


def beside_parse(rows: Sequence[Row], sizes: Sequence[int]) -> list[Row]:
    """Large modules of these sizes, the smallest first."""
    judged = [_said(_said(row, row.times, PARSE_TIME, "times a bare parse"), row.peaks, PARSE_PEAK, "times its peak") for row in rows]
    times = rows[-1].ran.cpu / rows[0].ran.cpu if not rows[0].ran.problem else None
    return [*judged[:-1], _said(judged[-1], times, DRIFT * sizes[-1] / sizes[0], f"times {rows[0].case}")]


def stages(row: Row) -> Row:
    """Stages that each call the next twice."""
    return _said(row, row.ran.cpu, STAGES_SECONDS, "s")


def linear(rows: Sequence[Row], uses: Sequence[int]) -> list[Row]:
    """So many uses of one helper: the last ones may not cost more than the first ones."""
    return _each(rows, uses, first=(0, -2), last=(-2, -1), most=DRIFT)


def growth(rows: Sequence[Row], counts: Sequence[int]) -> list[Row]:
    """Projects of so many modules, the first of one."""
    return _each(rows, counts, first=(0, 1), last=(0, -1), most=DEARER)


def bulk(rows: Sequence[Row], sizes: Sequence[int]) -> list[Row]:
    """Files of so many MB of one kind: no MB may cost more time than those before it, nor more memory than a few times itself."""
    judged = _each(rows, sizes, first=(0, -2), last=(-2, -1), most=DRIFT)
    return [
        _said(row, row.ran.memory / size, BULK_PEAK, "MB for each MB") if size > 1 else row for row, size in zip(judged, sizes, strict=True)
    ]


def _each(rows: Sequence[Row], counts: Sequence[int], first: tuple[int, int], last: tuple[int, int], most: float) -> list[Row]:
    """What one more costs between two rows, against what it costs between two others."""
    if len(rows) < 3 or any(row.ran.problem for row in rows):
        return list(rows)
    before, later = ((rows[end].ran.cpu - rows[start].ran.cpu) / (counts[end] - counts[start]) for start, end in (first, last))
    if (later - most * max(before, 0)) * (counts[-1] - counts[last[0]]) <= NOISE:
        return list(rows)
    return [*rows[:-1], rows[-1].but(f"{1000 * later:.1f} ms for each one more, {1000 * before:.1f} ms at first, bar {most:g} times that")]


def _said(row: Row, value: float | None, most: float, unit: str) -> Row:
    return row.but(f"{value:.1f} {unit}, bar {most:g}") if value is not None and value > most and not row.ran.problem else row
