"""Processes: one function over many files, on several processors.

Takes a function of a path and bytes, which a new process can import; gives its results in order. A process that dies takes nothing
with it but time: its share is done here.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Result = TypeVar("Result")


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
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import active_children, get_context

    # Forking is safe here (no threads run) and starts at once; elsewhere it is not to be had.
    context = get_context("fork" if sys.platform.startswith("linux") else "spawn")
    if sys.platform.startswith("linux"):
        import attio_scopes.collect
        import attio_scopes.parse  # noqa: F401 - loaded once, for all of the processes
    size = max(1, min(16, len(files) // (workers * 4)))
    done = 0
    others = set(active_children())
    pool = ProcessPoolExecutor(workers, context, initializer=_end_on_signals)
    try:
        paths, contents = zip(*files, strict=True)
        for path, result in zip(paths, pool.map(function, paths, contents, chunksize=size), strict=True):
            yield path, result
            done += 1
        pool.shutdown()
    except (BrokenProcessPool, OSError):
        for path, data in files[done:]:
            yield path, function(path, data)
    finally:  # whatever ends this early (an interruption, too) waits for no file that is still being worked on
        for child in set(active_children()) - others:
            child.terminate()
        pool.shutdown(wait=False, cancel_futures=True)


def _end_on_signals() -> None:
    """In a new process: end at once, and without a word, on what interrupts the run; the process that was started by the user speaks."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
