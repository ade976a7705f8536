"""Limits: how work is interrupted, by each of the two ways, and how memory is measured."""

from __future__ import annotations

import itertools
import os
import signal
import sys
import threading
import time
from collections.abc import Callable

import pytest

from attio_scopes import limits
from attio_scopes.limits import Limits, resident, told_by_signal, told_by_thread
from attio_scopes.model.errors import LimitReached, UserError


def busy() -> None:
    until = time.monotonic() + 3 * limits.EVERY
    while time.monotonic() < until:
        pass


WAYS = [told_by_thread] + [told_by_signal] * hasattr(signal, "setitimer")


@pytest.mark.parametrize("told", WAYS)
def test_work_is_interrupted_wherever_it_is(told: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """And is told once: it may have to clean up."""
    due = itertools.chain([False, True], itertools.repeat(False))
    cleaned = []

    def work() -> None:
        with told(lambda: next(due)):  # type: ignore[operator]  # numbers
            try:
                for _ in range(10**9):
                    with pytest.MonkeyPatch.context():
                        pass
            finally:
                busy()
                cleaned.append(True)

    with pytest.raises(LimitReached):
        work()
    assert cleaned


@pytest.mark.parametrize("told", WAYS)
def test_what_ends_in_time_is_not_interrupted_later(told: object) -> None:
    with told(lambda: True):  # type: ignore[operator]  # numbers
        pass
    busy()


class Busy:
    def __del__(self) -> None:
        busy()


def forked() -> None:
    """Start a process by a fork around which something takes long."""
    until = time.monotonic() + limits.EVERY
    os.register_at_fork(after_in_parent=lambda: busy() if time.monotonic() < until else None)
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)


@pytest.mark.parametrize("unheard", [Busy] + [forked] * hasattr(os, "fork"))
def test_where_python_cannot_end_the_work_it_is_told_again(
    unheard: Callable[[], object], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """And not as late as work that has to clean up, and without a word."""
    monkeypatch.setattr(limits, "GRACE", 600.0)
    within = Limits(seconds=limits.EVERY / 2)
    started = time.monotonic()

    def work() -> None:
        with within.kept():
            unheard()
            for _ in range(10**9):
                time.sleep(0.001)

    with pytest.raises(LimitReached):
        work()
    assert time.monotonic() - started < 30
    assert "LimitReached" not in capfd.readouterr().err


def test_what_else_python_cannot_tell_is_told(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        def __del__(self) -> None:
            raise ValueError("broken")

    monkeypatch.setattr(sys, "unraisablehook", sys.__unraisablehook__)
    with Limits(seconds=600).kept():
        Broken()
    assert "ValueError: broken" in capfd.readouterr().err
    assert sys.unraisablehook is sys.__unraisablehook__


def test_in_another_thread() -> None:
    """Where a signal cannot be had."""
    seen: list[str] = []

    def work() -> None:
        within = Limits(seconds=0.01)
        try:
            with within.kept():
                for _ in range(10**9):
                    time.sleep(0.001)
        except LimitReached:
            seen.append(within.reason)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(30)
    assert seen == ["the 0.01 s of --timeout were up"]


def test_the_work_has_time_to_end_before_it_is_told_again(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr("attio_scopes.limits.time.monotonic", lambda: now)
    within = Limits(seconds=1)
    found = []
    for now in (100.5, 101.0, 101.1, 101.0 + limits.GRACE - 0.1, 101.0 + limits.GRACE):  # noqa: B007 - read by the clock
        found.append(within.is_due())
    assert found == [False, True, False, False, True]


def test_what_is_measured() -> None:
    before = resident()
    if before is None:
        pytest.skip("NOT RUN: the memory of a process cannot be measured here")
    block = b"x" * 200_000_000
    after = resident()
    assert after is not None
    assert 100_000_000 < after - before < 400_000_000, len(block)


def test_where_memory_cannot_be_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "resident", lambda: None)
    with pytest.raises(UserError, match="cannot be measured"):
        Limits(megabytes=100)
    assert Limits(seconds=1).reason == ""
