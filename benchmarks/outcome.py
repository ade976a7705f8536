"""What a benchmark found: rows, as a table for people and as JSON for programs.

Takes rows; gives text. A row is good where its run ended by itself, its report was right and it kept to its bar; all else is said in words.
"""

from __future__ import annotations

import dataclasses
import os
import platform
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from benchmarks.measure import Ran


@dataclass(frozen=True, slots=True)
class Row:
    """One case with one tool: what it took, what was beside it (or None), what was reported, and what is wrong."""

    case: str
    tool: str
    ran: Ran
    beside: Ran | None = None
    calls: dict[str, int] = field(default_factory=dict)
    problems: tuple[str, ...] = ()

    @property
    def times(self) -> float | None:
        """Processor time as a multiple of what is beside it."""
        return self.ran.cpu / self.beside.cpu if self.beside and self.beside.cpu else None

    @property
    def peaks(self) -> float | None:
        """Peak of memory as a multiple of what is beside it."""
        return self.ran.memory / self.beside.memory if self.beside and self.beside.memory else None

    def but(self, *problems: str) -> Row:
        """The same with more problems."""
        return dataclasses.replace(self, problems=(*self.problems, *problems)) if problems else self


def machine() -> dict[str, Any]:
    """Where and when this was measured."""
    return {
        "date": time.strftime("%Y-%m-%d %H:%M"),
        "platform": platform.platform(),
        "python": platform.python_version(),
        "processors": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1),
    }


def table(title: str, rows: Sequence[Row]) -> str:
    """A Markdown table, and under it what is wrong."""
    head = ["case", "tool", "processor", "wall", "peak", "beside it", "times", "peak, times", "calls", ""]
    body = [[
        row.case, row.tool, f"{row.ran.cpu:.2f} s", f"{row.ran.wall:.2f} s", f"{row.ran.memory:.0f} MB",
        f"{row.beside.cpu:.2f} s, {row.beside.memory:.0f} MB" if row.beside else "", _times(row.times), _times(row.peaks),
        ", ".join(f"{count} {status}" for status, count in row.calls.items()) or "none", "" if row.problems else "ok",
    ] for row in rows]  # fmt: skip
    widths = [max(len(line[column]) for line in [head, *body]) for column in range(len(head))]
    lines = ["| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |" for line in [head, *body]]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    wrong = [f"- {row.case}, {row.tool}: {problem}" for row in rows for problem in row.problems]
    return "\n".join([f"### {title}", "", *lines, *(["", *wrong] if wrong else [])])


def _times(value: float | None) -> str:
    return "" if value is None else f"{value:.2f} ×"


def as_json(title: str, rows: Sequence[Row]) -> dict[str, Any]:
    """The same for programs."""
    return {
        "benchmark": title,
        **machine(),
        "rows": [
            {
                "case": row.case, "tool": row.tool, "cpu": row.ran.cpu, "wall": row.ran.wall, "memory": row.ran.memory,
                "beside_cpu": row.beside.cpu if row.beside else None, "beside_memory": row.beside.memory if row.beside else None,
                "times": row.times, "peaks": row.peaks, "calls": row.calls, "problems": list(row.problems),
            }
            for row in rows
        ],
    }  # fmt: skip
