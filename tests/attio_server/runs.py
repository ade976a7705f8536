"""Runs programs in a process of their own against the stand-in and tells what it saw.

Takes a program's folder and what its tokens may do; gives the requests of that run.
"""

from __future__ import annotations

import itertools
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from tests.attio_server.server import AttioServer, Seen
from tests.attio_server.worker import TRUST

ROOT = Path(__file__).parents[2]
SECONDS = 20.0  # for one program; they take hundredths of a second


@dataclass(frozen=True, slots=True)
class Run:
    """What came of a run: the requests that the server saw, and the program's traceback where it failed."""

    requests: tuple[Seen, ...]
    failure: str | None

    @property
    def endpoints(self) -> frozenset[str]:
        """Every `METHOD /template` that was asked for."""
        return frozenset(seen.endpoint for seen in self.requests)

    @property
    def refused(self) -> tuple[Seen, ...]:
        """The requests that were not answered with success."""
        return tuple(seen for seen in self.requests if seen.status >= 400)


class Runs:
    """A server and a process that runs programs one after the other; a context manager."""

    def __init__(self) -> None:
        self.server = AttioServer()
        self.count = 0
        self._numbers = itertools.count(1)
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Runs:
        self.server.__enter__()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._stop()
        self.server.__exit__(kind, error, trace)

    def run(self, folder: Path, tokens: Mapping[str, Iterable[str]], level: str = "workspace") -> Run:
        """Run the program of a folder.

        Args:
            folder: with a main.py.
            tokens: the scopes of each token, by the environment variable that the program takes it from.
            level: of every token.

        Returns:
            what was requested, whether the program failed.

        Raises:
            AssertionError: the program hung or ended its process.
        """
        self.count += 1
        environment = {}
        for variable, scopes in tokens.items():
            environment[variable] = f"token-{next(self._numbers)}"
            self.server.issue(environment[variable], scopes, level)
        before = len(self.server.requests)
        failure = self._answer({"folder": str(folder), "environment": environment})
        return Run(tuple(self.server.requests[before:]), failure)

    def _answer(self, job: Mapping[str, object]) -> str | None:
        process = self._process = self._process or self._start()
        assert process.stdin is not None
        assert process.stdout is not None
        alarm = threading.Timer(SECONDS, process.kill)
        alarm.start()
        try:
            process.stdin.write(json.dumps(job) + "\n")
            process.stdin.flush()
            line = process.stdout.readline()
        finally:
            alarm.cancel()
        if not line:
            self._stop()
            raise AssertionError(f"{job['folder']}: the program hung for {SECONDS:g} s or ended its process")
        failure = json.loads(line)["failure"]
        assert failure is None or isinstance(failure, str)
        return failure

    def _start(self) -> subprocess.Popen[str]:
        environment = {name: value for name, value in os.environ.items() if "proxy" not in name.lower() and "ATTIO" not in name}
        environment |= dict.fromkeys(TRUST, str(self.server.authority)) | {"PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-m", "tests.attio_server.worker", str(self.server.port)]
        return subprocess.Popen(command, cwd=ROOT, env=environment, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def _stop(self) -> None:
        if self._process is not None:
            assert self._process.stdin is not None
            assert self._process.stdout is not None
            self._process.stdin.close()
            self._process.stdout.close()
            self._process.kill()
            self._process.wait()
            self._process = None
