"""Processes: one function over many files, on several processors.

Takes a function of a path and bytes, which a new process can import; gives its results in order. Where there are no processes to be had, or
one dies, that takes nothing with it but time: the share is done here. A new process never imports anything from the working folder.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from typing import TypeVar

Result = TypeVar("Result")

# Forking is safe here (no threads run) and starts at once; elsewhere it is not to be had.
_METHOD = "fork" if sys.platform.startswith("linux") else "spawn"


def in_processes(
    function: Callable[[str, bytes], Result], files: Sequence[tuple[str, bytes]], workers: int
) -> Iterator[tuple[str, Result]]:
    """Call a function for each file.

    Args:
        function: of a path and bytes; a module's function.
        files: (path, bytes).
        workers: how many processes.

    Yields:
        each path and its result, in the order given.
    """
    from concurrent.futures import BrokenExecutor

    done = 0
    # ImportError, NotImplementedError: a platform without the semaphores that a pool needs; OSError: none left, or no more processes.
    with suppress(BrokenExecutor, OSError, ImportError, NotImplementedError), closing(_pooled(function, files, workers)) as results:
        for path, result in results:
            yield path, result
            done += 1
    for path, data in files[done:]:
        yield path, function(path, data)


def _pooled(
    function: Callable[[str, bytes], Result], files: Sequence[tuple[str, bytes]], workers: int
) -> Generator[tuple[str, Result], None, None]:
    """The same from a pool of processes; nothing where this process may have none."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import active_children, current_process, get_context

    if current_process().daemon:  # it may start no other one: a worker of flake8
        return
    if _METHOD == "fork":
        import attio_scopes.collect
        import attio_scopes.parse  # noqa: F401 - loaded once, for all of the processes
    size = max(1, min(16, len(files) // (workers * 4)))
    others = set(active_children())
    paths, contents = zip(*files, strict=True)
    with _away_from_the_working_folder():
        pool = ProcessPoolExecutor(workers, get_context(_METHOD), initializer=_end_on_signals)
    try:
        with _away_from_the_working_folder():
            results = pool.map(function, paths, contents, chunksize=size)  # starts all of the processes
        yield from zip(paths, results, strict=True)
        pool.shutdown()
    finally:  # whatever ends this early (an interruption, too) waits for no file that is still being worked on
        for child in set(active_children()) - others:
            child.terminate()
        pool.shutdown(wait=False, cancel_futures=True)


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


def _end_on_signals() -> None:
    """In a new process: end at once, and without a word, on what interrupts the run; the process that was started by the user speaks."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
