"""Runs a program and says what it took.

Takes a command and a folder; gives its processor time (user and system, of the process and its children), its wall time, the peak of its
resident memory, how it ended and what it printed. Whatever takes too long or asks for too much memory is ended, and that is said: a figure
is never taken from a run that did not end by itself. It runs one program at a time, and nothing of what is analysed.
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

LAUNCH = str(Path(__file__).with_name("launch.py"))
UNIT = 1024 if sys.platform != "darwin" else 1024 * 1024
"""What `ru_maxrss` counts in, in a MB."""


@dataclass(frozen=True, slots=True)
class Limits:
    """When a program is ended: seconds of wall time, and MB of address space (0: no limit); `codes` are those of a run that counts."""

    seconds: float = 600
    memory: int = 0
    codes: frozenset[int] = frozenset({0, 1})


@dataclass(frozen=True, slots=True)
class Ran:
    """Processor seconds, wall seconds, peak MB; `problem` says why it did not end as it should, or is empty.

    `complaint` is the last line that it wrote to standard error.
    """

    cpu: float
    wall: float
    memory: float
    problem: str = ""
    output: bytes = b""
    complaint: str = ""


def once(command: Sequence[str], folder: Path, environment: Mapping[str, str], limits: Limits) -> Ran:
    """Run a command in a folder and wait for it."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err, tempfile.TemporaryDirectory() as scratch:
        result = Path(scratch, "result")
        launch = [sys.executable, "-I", "-S", LAUNCH, str(result), str(limits.seconds), str(limits.memory)]
        subprocess.run([*launch, *command], cwd=folder, env=dict(environment), stdin=subprocess.DEVNULL, stdout=out, stderr=err, check=True)
        cpu, wall, peak, code, late = json.loads(result.read_text(encoding="utf-8"))
        out.seek(0)
        err.seek(0)
        complaint = _last(err.read())
        problem = f"not done after {limits.seconds:.0f} s" if late else "" if code in limits.codes else _with(f"exit {code}", complaint)
        return Ran(cpu, wall, peak / UNIT, problem, out.read(), complaint)


def _last(said: bytes) -> str:
    """The last line of what a program complained of, without what no terminal should get."""
    lines = said.decode("utf-8", "replace").strip().splitlines()
    return "".join(sign for sign in lines[-1] if sign.isprintable())[:120] if lines else ""


def _with(what: str, complaint: str) -> str:
    return f"{what}: {complaint}" if complaint else what


def least(command: Sequence[str], folder: Path, environment: Mapping[str, str], limits: Limits, rounds: int, long: float = 3) -> Ran:
    """The cheapest of several runs by processor time, which other work on the machine disturbs least; a long one is run once."""
    best = once(command, folder, environment, limits)
    for _ in range(rounds - 1):
        if best.problem or best.cpu >= long:
            break
        best = min(best, once(command, folder, environment, limits), key=lambda ran: (bool(ran.problem), ran.cpu))
    return best


def reference(command: Sequence[str], folder: Path, environment: Mapping[str, str], limits: Limits, rounds: int) -> Ran:
    """What others are compared with: like `least`, but it has to end with 0.

    Raises:
        SystemExit: it does not.
    """
    ran = least(command, folder, environment, dataclasses.replace(limits, codes=frozenset({0})), rounds)
    if ran.problem:
        raise SystemExit(f"what is to be compared with failed in {folder}: {ran.problem}")
    return ran


@contextlib.contextmanager
def own_cache() -> Iterator[dict[str, str]]:
    """An environment in which nothing of earlier runs is found, but bytecode is kept as on any machine."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory() as cache:
        environment["ATTIO_SCOPES_CACHE_DIR"] = os.path.join(cache, "attio-scopes")
        yield environment
