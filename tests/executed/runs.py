"""Runs programs in the worker and analyses them in this process.

Takes shapes, gives for each what it really sent and what the analyser reports. What that comes to, `verdict` says.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from attio_scopes.pipeline import Request
from attio_scopes.pipeline import run as analyse
from attio_scopes.report.json import as_object
from tests.executed.shapes import Shape
from tests.executed.transports import Sent

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Ran:
    """What came of a run: the requests, Attio's or not, and the program's traceback where it failed."""

    sent: tuple[Sent, ...]
    failure: str | None


def write(shape: Shape, folder: Path) -> Path:
    """Write a program into `folder`/NAME, where it starts at main.py."""
    target = folder / shape.name
    for name, text in shape.files.items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_text(text, encoding="utf-8")
    return target


def run_all(shapes: Sequence[Shape], folder: Path) -> dict[str, Ran]:
    """Run programs, each alone, in one process that forks for each.

    Args:
        shapes: the programs.
        folder: where they are written, each into a folder of its own.

    Returns:
        what came of each, by its name.

    Raises:
        AssertionError: the worker broke down.
    """
    jobs = [
        json.dumps({"folder": str(write(shape, folder)), "argv": shape.argv, "env": dict(shape.env), "answers": shape.answers})
        for shape in shapes
    ]
    command = [sys.executable, "-W", "ignore", "-m", "tests.executed.worker"]
    done = subprocess.run(command, input="\n".join(jobs), cwd=ROOT, capture_output=True, text=True, check=False)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(answers) == len(jobs), done.stderr
    return {
        shape.name: Ran(
            tuple(Sent(method, url, [(p, a, b) for p, a, b in frames]) for method, url, frames in told["sent"]), told["failure"]
        )
        for shape, told in zip(shapes, answers, strict=True)
    }


def report_of(folder: Path) -> list[dict[str, Any]]:
    """The calls of the JSON report on a folder.

    Raises:
        Exception: whatever the analysis dies of.
    """
    outcome = analyse(Request(paths=(str(folder),), verdict=False, jobs=1))
    calls: list[dict[str, Any]] = json.loads(json.dumps(as_object(outcome.report)))["calls"]
    return calls
