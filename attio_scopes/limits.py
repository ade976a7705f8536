"""Limits: how long a run may work, and how much memory it may take.

Takes seconds and megabytes; ends the work inside a `with` by `LimitReached` when either is used up, wherever the work is just then, and
says which it was. What native code does in one piece (parsing one file) is waited for: `depth` bounds it. Looks at nothing but the
clock and the size of this process and of those that it started.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress

from attio_scopes.model.call import Place
from attio_scopes.model.errors import LimitReached, UserError
from attio_scopes.model.finding import ANALYSIS_INCOMPLETE, Finding
from attio_scopes.model.visible import visible

EVERY = 0.1
"""Seconds between two looks at clock and memory."""
GRACE = 5.0
"""Seconds that the work has to end after it was told to, before it is told again: it may stop processes and remove files meanwhile."""
_MEGABYTE = 1_000_000
_NAMED = 3


class Limits:
    """The limits of one run; its time begins when this is made."""

    def __init__(self, seconds: float | None = None, megabytes: int | None = None) -> None:
        """Set the limits.

        Args:
            seconds: for the work, or None for any.
            megabytes: that this process and its own may take, or None for any.

        Raises:
            UserError: the memory of a process cannot be measured on this system.
        """
        self.reason = ""
        self._seconds = seconds
        self._megabytes = megabytes
        self._started = time.monotonic()
        self._told_at: float | None = None
        if megabytes is not None and resident() is None:
            raise UserError("--max-memory: on this system the memory of a process cannot be measured")

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Work within the limits.

        Raises:
            LimitReached: from inside the work; `reason` says why.
        """
        if self._seconds is None and self._megabytes is None:
            yield
            return
        if self.is_due():  # before the first look at the clock: all that was done so far counts too
            raise LimitReached
        by_signal = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
        with self._told_again_where_it_is_not_heard(), (told_by_signal if by_signal else told_by_thread)(self.is_due):
            yield

    @contextmanager
    def _told_again_where_it_is_not_heard(self) -> Iterator[None]:
        """Python ends no work from inside a `__del__` or what runs around a fork: it says so on standard error, and goes on."""
        former = sys.unraisablehook

        def unheard(unraisable: sys.UnraisableHookArgs) -> None:
            if isinstance(unraisable.exc_value, LimitReached):
                self._told_at = None
            else:
                former(unraisable)

        sys.unraisablehook = unheard
        try:
            yield
        finally:
            sys.unraisablehook = former

    def is_due(self) -> bool:
        """Whether the work has to be told to end, now."""
        now = time.monotonic()
        if self._told_at is not None and now < self._told_at + GRACE:
            return False
        if self._seconds is not None and now - self._started >= self._seconds:
            self.reason = f"the {self._seconds:g} s of --timeout were up"
        elif self._megabytes is not None and (resident() or 0) >= self._megabytes * _MEGABYTE:
            self.reason = f"the {self._megabytes} MB of --max-memory were used up"
        else:
            return False
        self._told_at = now
        return True

    def finding(self, paths: Sequence[str], shown: Callable[[str], str] = str) -> Finding:
        """What is to be told of a run that ended early.

        Args:
            paths: of the files that were not looked at, or not to the end; at least one.
            shown: how a path is written in a sentence.
        """
        named = ", ".join(visible(shown(path)) for path in paths[:_NAMED])
        more = f" and {len(paths) - _NAMED} more" if len(paths) > _NAMED else ""
        files = "1 file was" if len(paths) == 1 else f"{len(paths)} files were"
        message = f"The analysis is incomplete: {self.reason}. {files} not looked at to the end: {named}{more}."
        remedy = (
            "Allow more, or check a part of the project at a time. Of the calls in these files, some may be missing, and none is resolved."
        )
        return Finding(ANALYSIS_INCOMPLETE, ANALYSIS_INCOMPLETE.severity, message, remedy, Place(paths[0], 1, 1, 1, 1))


@contextmanager
def told_by_signal(is_due: Callable[[], bool]) -> Iterator[None]:
    """Interrupt the main thread by a timer of the system, which waiting for a lock or a process does not hold up."""
    open_ = True

    def look(number: int, frame: object) -> None:
        if open_ and is_due():
            raise LimitReached

    former = signal.signal(signal.SIGALRM, look)
    remaining = signal.setitimer(signal.ITIMER_REAL, EVERY, EVERY)
    try:
        try:
            yield
        finally:
            open_ = False
    finally:  # apart: the line above may be the one that is interrupted
        signal.setitimer(signal.ITIMER_REAL, *remaining)
        signal.signal(signal.SIGALRM, former)


@contextmanager
def told_by_thread(is_due: Callable[[], bool]) -> Iterator[None]:
    """Interrupt this thread from another one: where there is no timer, or where this is not the main thread."""
    import ctypes

    tell = ctypes.pythonapi.PyThreadState_SetAsyncExc
    tell.argtypes = (ctypes.c_ulong, ctypes.py_object)
    worker = threading.get_ident()
    ended = threading.Event()

    def look() -> None:
        while not ended.wait(EVERY):
            if is_due():
                tell(worker, LimitReached)

    watcher = threading.Thread(target=look, name="limits", daemon=True)
    watcher.start()
    try:
        try:
            yield
        finally:
            ended.set()
    finally:
        watcher.join()


def resident() -> int | None:
    """Bytes of memory that this process has, with what its own processes have beside; None where that is not known."""
    try:
        page = os.sysconf("SC_PAGE_SIZE")
        own = _pages("self")[0]
    except (OSError, ValueError, AttributeError):
        return _peak()
    total = own
    with suppress(OSError, ValueError):
        with open(f"/proc/self/task/{os.getpid()}/children", encoding="ascii") as listed:
            children = listed.read().split()
        for child in children:
            with suppress(OSError, ValueError):
                size, shared = _pages(child)
                total += size - shared
    return total * page


def _pages(process: str) -> tuple[int, int]:
    """Resident and shared pages of a process, as Linux tells them."""
    with open(f"/proc/{process}/statm", encoding="ascii") as numbers:
        _, size, shared, *_ = numbers.read().split()
    return int(size), int(shared)


def _peak() -> int | None:
    """The most that this process had so far, for systems that tell no more."""
    try:
        import resource
    except ImportError:
        return None
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024
