"""Processes: one function over many files, on several processors.

Takes a function of a path and bytes, which a new process can import; gives its results in order. Where there are no processes to be had, or
one dies, that takes nothing with it but time: the share is done here. A new process never imports anything from the working folder.

Not by `concurrent.futures`: its threads and queues are in the way of a run that is interrupted. Python waits for them at its end, and they
wait for processes that are gone, or were ended in the middle of a message.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attio_scopes.depth import room_for_depth

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Result = TypeVar("Result")
File = tuple[str, bytes]
Share = Sequence[File]

# Forking is safe here (no threads run) and starts at once; elsewhere it is not to be had.
_METHOD = "fork" if sys.platform.startswith("linux") else "spawn"


def in_processes(function: Callable[[str, bytes], Result], files: Sequence[File], workers: int) -> Iterator[tuple[str, Result]]:
    """Call a function for each file.

    Args:
        function: of a path and bytes; a module's function.
        files: (path, bytes).
        workers: how many processes.

    Yields:
        each path and its result, in the order given.
    """
    size = max(1, min(16, len(files) // (workers * 4)))
    shares = [files[start : start + size] for start in range(0, len(files), size)]
    done: dict[int, list[Result] | None] = {}
    with closing(_elsewhere(function, shares, workers)) as elsewhere:
        for number, share in enumerate(shares):
            while number not in done and (one := next(elsewhere, None)) is not None:
                done[one[0]] = one[1]
            results = done.pop(number, None)
            for index, (path, data) in enumerate(share):
                yield path, function(path, data) if results is None else results[index]


def _elsewhere(
    function: Callable[[str, bytes], Result], shares: Sequence[Share], workers: int
) -> Generator[tuple[int, list[Result] | None], None, None]:
    """The numbers of the shares and their results, as they come; None for a share with which a process died, and nothing without processes.

    A process gets a share when it has none: so neither side ever waits to write while the other one does.
    """
    from multiprocessing.connection import wait

    with _processes(function, workers) as free:
        pending = list(reversed(range(len(shares))))
        busy: dict[Connection, int] = {}
        while True:
            while free and pending:
                to, number = free.pop(), pending.pop()
                try:
                    to.send(shares[number])
                    busy[to] = number
                except OSError:  # it died while it had nothing to do
                    pending.append(number)
            if not busy:
                return
            for ready in cast("list[Connection]", wait(list(busy))):
                number = busy.pop(ready)
                try:
                    results = ready.recv()
                except (EOFError, OSError):
                    yield number, None
                else:
                    free.append(ready)
                    yield number, results


@contextmanager
def _processes(function: Callable[[str, bytes], object], number: int) -> Iterator[list[Connection]]:
    """Connections to new processes, which end with this, whatever ends it: none is waited for."""
    from multiprocessing import current_process, get_context

    if current_process().daemon:  # it may start no other one: a worker of flake8
        yield []
        return
    if _METHOD == "fork":
        import attio_scopes.collect
        import attio_scopes.parse  # noqa: F401 - loaded once, for all of the processes
    context: Any = get_context(_METHOD)  # each has its own class of processes, which the type of all does not say
    ours: list[Connection] = []
    children = []
    try:
        # A platform without processes, or none left.
        with suppress(OSError, ImportError, NotImplementedError), _away_from_the_working_folder():
            for _ in range(number):
                own, theirs = context.Pipe()
                inherited = (*ours, own) if _METHOD == "fork" else ()
                child = context.Process(target=_work, args=(function, theirs, inherited), daemon=True)
                child.start()
                children.append(child)
                ours.append(own)
                theirs.close()
        yield list(ours)
    finally:
        for child in children:
            child.terminate()
        for own in ours:
            own.close()
        for child in children:
            child.join()


def _work(function: Callable[[str, bytes], object], own: Connection, inherited: Sequence[Connection]) -> None:
    """In a new process: work on what comes, until nothing can come any more. What interrupts the run ends it at once, without a word."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
    for other in inherited:  # as long as one is open here, the end of the run is not seen
        other.close()
    with suppress(EOFError, OSError), room_for_depth():
        while True:
            share: Share = own.recv()
            try:
                results = [function(path, data) for path, data in share]
            except Exception:
                return  # the share is done again where it can be told
            own.send(results)


@contextmanager
def _away_from_the_working_folder() -> Iterator[None]:
    """Start processes where the standard library is.

    A process that is not forked runs `python -c`, which looks for every module in the working folder first: a stranger's
    `multiprocessing.py` would be run there.
    """
    if _METHOD == "fork":
        yield
        return
    before = os.getcwd()
    os.chdir(os.path.dirname(os.__file__))
    try:
        yield
    finally:
        os.chdir(before)
