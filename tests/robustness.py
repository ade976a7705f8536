"""Robustness: every Python file of the given folders goes through the whole pipeline, whatever is in it.

    python -m tests.robustness FOLDER… [--reach] [--seconds N] [--mutations N] [--seed N] [--name NAME] [--write FILE]
    python -m tests.robustness --hypothesmith N [--seconds N] [--seed N]
    python -m tests.robustness --shapes [--seconds N]

A call to Attio is put behind each file's text, in a copy, so that the interpreter really runs over the file; the call has to be in
the report, or the report has to say that the file cannot be parsed (ATS901). A process does the work and is killed when a file
takes too long, so that a hang and a crash of the native parser are seen as well. With `--mutations` the files are also cut,
spliced and overwritten at random, N times in all. With `--hypothesmith` there are no files: N programs are made out of Python's
grammar (tests/grammar.py), with calls behind them and around them. With `--shapes` they are the programs of tests/hostile_shapes.py,
in their large size. Every statement is evaluated, as with --no-prefilter; with `--reach` those that matter.
Ends with 1 if a file crashed it, hung, or lost a call.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import multiprocessing
import os
import random
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

from attio_scopes.pipeline import Request, run

PLANTED = "# planted"
"""Ends each line on which a call begins that has to be in the report."""
INNER = "# inner"
"""Ends a line of a wrapper whose request may be in the report, unresolved, in place of the uses of the wrapper."""
CALL = f"\nimport requests\nrequests.get('https://api.attio.com/v2/notes')  {PLANTED}\n"
MOST_MEMORY = 4_000_000_000
"""Bytes that the working process may have; past that, it is a crash, and the machine lives."""
BAD = ("crash", "hang", "internal error", "call lost")


@dataclass(slots=True)
class Sum:
    """What came of a set of files.

    Attributes:
        outcomes: how many files ended how.
        lines: of all files together.
        slowest: seconds and file, the longest first.
        failures: outcome and file, of those that must not be.
    """

    outcomes: Counter[str] = field(default_factory=Counter)
    lines: int = 0
    seconds: float = 0.0
    slowest: list[tuple[float, str]] = field(default_factory=list)
    failures: list[tuple[str, str]] = field(default_factory=list)

    def add(self, outcome: str, name: str, lines: int, seconds: float) -> None:
        """Count one file."""
        self.outcomes[outcome] += 1
        self.lines += lines
        self.seconds += seconds
        self.slowest = sorted([*self.slowest, (round(seconds, 2), name)], reverse=True)[:5]
        if outcome in BAD:
            self.failures.append((outcome, name))

    def as_json(self) -> dict[str, object]:
        """The sum as plain data."""
        return {
            "files": sum(self.outcomes.values()),
            "lines": self.lines,
            "seconds": round(self.seconds),
            "outcomes": dict(sorted(self.outcomes.items())),
            "slowest": self.slowest,
            "failures": self.failures,
        }


def outcome_of(data: bytes, folder: Path, reach: bool = False) -> str:
    """Analyse one file's bytes in an otherwise empty folder, all of it or what has to do with Attio (`reach`); how that ended."""
    file = folder / "module.py"
    file.write_bytes(data)
    report = run(Request((str(file),), verdict=False, prefilter=reach)).report
    codes = {finding.code.id for finding in report.findings}
    if "ATS902" in codes:
        return "internal error"
    if "ATS901" in codes:
        return "cannot be parsed"
    planted, inner = (
        {number for number, line in enumerate(data.splitlines(), 1) if line.endswith(mark.encode())} for mark in (PLANTED, INNER)
    )
    reported = {judged.call.site.place.line: judged.call.status.value for judged in report.calls}
    if planted <= reported.keys() or any(reported.get(line) == "unresolved" for line in inner):
        return "analysed"
    return "call lost"


def work(pipe: Connection, reach: bool) -> None:
    """The working process: takes bytes, gives how their analysis ended."""
    if sys.platform.startswith("linux"):
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    with tempfile.TemporaryDirectory() as folder:
        while (data := pipe.recv()) is not None:
            try:
                pipe.send(outcome_of(data, Path(folder), reach))
            except Exception as error:
                pipe.send(f"crash: {type(error).__name__}: {error}"[:200])


class Worker:
    """A working process that is started again after a crash or a hang."""

    def __init__(self, limit: float, reach: bool = False) -> None:
        self.limit, self.reach = limit, reach
        self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=work, args=(theirs, self.reach), daemon=True)
        self.process.start()
        theirs.close()

    def analyse(self, data: bytes) -> tuple[str, float]:
        """How the analysis of the bytes ended, and the seconds it took."""
        started = time.perf_counter()
        try:
            self.pipe.send(data)
            if self.pipe.poll(self.limit):
                outcome = str(self.pipe.recv())
                return outcome, time.perf_counter() - started
            outcome = "hang"
        except (EOFError, OSError):
            outcome = "crash"
        self.process.kill()
        self.process.join()
        self._start()
        return outcome, time.perf_counter() - started


def with_call(data: bytes) -> bytes:
    """The file with a call behind it, with its own line ends."""
    line_end = "\r\n" if b"\r\n" in data else "\r" if b"\r" in data and b"\n" not in data else "\n"
    return data + CALL.replace("\n", line_end).encode()


def files_of(folders: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of every Python file of the folders; what was seen before in another one is left out."""
    seen: set[bytes] = set()
    for folder in folders:
        for path in sorted(Path(folder).rglob("*.py")):
            if not path.is_file():
                continue
            data = path.read_bytes()
            digest = hashlib.sha256(data).digest()
            if digest not in seen:
                seen.add(digest)
                yield os.path.relpath(path, folder), data


def mutated(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """The bytes cut off, spliced with another file's, overwritten, doubled, or with whole lines moved."""
    kind = chance.randrange(6)
    at, to = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    if kind == 0:
        return data[:at]
    if kind == 1:
        return data[:at] + other[chance.randrange(len(other) + 1) :]
    if kind == 2:
        noise = bytes(chance.randrange(256) for _ in range(chance.randrange(1, 40)))
        return data[:at] + noise + data[at + len(noise) :]
    if kind == 3:
        return data[:to] + data[at:]
    if kind == 4:
        lines = data.splitlines(keepends=True)
        chance.shuffle(lines)
        return b"".join(lines)
    return (
        data[:at]
        + chance.choice([b"(", b"'''", b'f"{', b"\\", b"\0", b"\n\t", b"\xff\xfe", b"lambda:", b"async ", b"match x:\n case "])
        + data[at:]
    )


def _chosen(folders: list[str], mutations: int, seed: int) -> Iterable[tuple[str, bytes]]:
    """Name and bytes of every file, or of as many changed ones as are wanted."""
    if not mutations:
        return files_of(folders)
    chance, known = random.Random(seed), [pair for pair in files_of(folders) if 0 < len(pair[1]) < 60_000]
    return (
        (f"{name} mutation {number}", mutated(data, chance.choice(known)[1], chance))
        for number in range(mutations)
        for name, data in [chance.choice(known)]
    )


def main(arguments: list[str]) -> int:
    """Run over the folders and print the sum as JSON."""
    parser = argparse.ArgumentParser(prog="python -m tests.robustness")
    parser.add_argument("folders", nargs="*")
    parser.add_argument("--hypothesmith", type=int, default=0, help="programs that are made out of Python's grammar, instead of files")
    parser.add_argument("--shapes", action="store_true", help="programs made to blow up an interpreter, instead of files")
    parser.add_argument("--seconds", type=float, default=60.0, help="more than that for one file is a hang")
    parser.add_argument("--mutations", type=int, default=0, help="files that are changed at random, instead of the files themselves")
    parser.add_argument("--reach", action="store_true", help="evaluate what has to do with Attio, as every run does, instead of everything")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--name", default="files", help="of this set, in the file that is written")
    parser.add_argument("--write", help="a JSON file that gets the sum beside those of other sets")
    chosen = parser.parse_args(arguments)
    if bool(chosen.folders) + bool(chosen.hypothesmith) + chosen.shapes != 1:
        parser.error("either folders, or --hypothesmith N, or --shapes")
    worker, total = Worker(chosen.seconds, chosen.reach), Sum()

    def look(name: str, data: bytes) -> None:
        outcome, seconds = worker.analyse(data)
        if chosen.mutations and outcome == "call lost":
            outcome = "analysed"  # whatever stands in front of it may have swallowed the call
        total.add(
            "crash" if outcome.startswith("crash") else outcome,
            f"{name[:1000]}: {outcome}" if outcome.startswith(BAD) else name[:1000],
            data.count(b"\n"),
            seconds,
        )
        if outcome.startswith(BAD):
            sys.stderr.write(f"{outcome}: {name}\n")
        number = sum(total.outcomes.values())
        if number % 500 == 0:
            sys.stderr.write(f"{number} files, {total.lines} lines, {dict(total.outcomes)}\n")

    if chosen.hypothesmith:
        from tests.grammar import every_program

        every_program(chosen.hypothesmith, chosen.seed, lambda text: look(repr(text), text.encode()))
    if chosen.shapes:
        from tests.hostile_shapes import SHAPES

        for name, shape in SHAPES.items():
            look(f"{name}, {shape.large}", shape.program(shape.large).encode())
    for number, (name, data) in enumerate(_chosen(chosen.folders, chosen.mutations, chosen.seed), 1):
        look(name, data if chosen.mutations and number % 2 else with_call(data))
    result = {"python": ".".join(map(str, sys.version_info[:3])), **total.as_json()}
    if chosen.write:
        file = Path(chosen.write)
        known_sets = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
        file.write_text(json.dumps({**known_sets, chosen.name: result}, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(json.dumps(result, indent=1) + "\n")
    return 1 if total.failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
