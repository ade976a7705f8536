"""Several processes: where there are none to be had the work is done all the same, and none runs what the working folder has."""

from __future__ import annotations

import errno
import multiprocessing
import subprocess
import sys
import threading
import time
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

from attio_scopes import processes
from attio_scopes.depth import PYTHON_FRAMES
from tests.planted import imported, plant

FILES = [(f"{number}.py", b"x" * number) for number in range(8)]


def same(path: str, data: bytes) -> bytes:
    return data


def send_results(sender: Connection) -> None:
    sender.send(list(processes.in_processes(same, FILES, 2)))


@pytest.mark.parametrize("daemon", [False, True])
def test_in_another_process(daemon: bool) -> None:
    """A worker of flake8 (`-j`) is a daemon, which may start no process."""
    context: Any = multiprocessing.get_context(processes._METHOD)
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=send_results, args=(sender,), daemon=daemon)
    process.start()
    sender.close()
    assert receiver.recv() == FILES
    process.join()


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "no semaphore left"), NotImplementedError(), ImportError("sem_open")], ids=repr)
@pytest.mark.parametrize("name", ["BaseContext.Pipe", "ForkProcess.start" if processes._METHOD == "fork" else "SpawnProcess.start"])
def test_a_machine_without_processes(monkeypatch: pytest.MonkeyPatch, error: Exception, name: str) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(f"multiprocessing.context.{name}", refuse)
    assert list(processes.in_processes(same, FILES, 2)) == FILES


SPAWNS = """
import os, sys
from attio_scopes import processes
from attio_scopes.processes import in_processes

def where(path, data):
    return f"{path} {os.getpid()} {sys.getrecursionlimit()}"

if __name__ == "__main__":
    processes._METHOD = sys.argv[1]
    before = os.getcwd()
    found = list(in_processes(where, [(str(number), b"") for number in range(8)], 2))
    assert [text.split()[0] for _, text in found] == [path for path, _ in found]
    print(str(os.getpid()) not in {text.split()[1] for _, text in found}, os.getcwd() == before, {text.split()[2] for _, text in found})
"""


@pytest.mark.parametrize("method", ["spawn", processes._METHOD])
def test_no_process_imports_anything_from_the_working_folder(tmp_path: Path, method: str) -> None:
    """`spawn` is how macOS and Windows start a process, with `python -c` in the working folder."""
    program = tmp_path / "tools" / "program.py"
    program.parent.mkdir()
    program.write_text(SPAWNS, encoding="utf-8")
    checkout, marks = tmp_path / "checkout", tmp_path / "marks"
    plant(checkout, marks)
    subprocess.run([sys.executable, "-c", "import multiprocessing.spawn"], cwd=checkout, capture_output=True, check=False)
    assert imported(marks), "what is planted can be imported"
    for path in marks.iterdir():
        path.unlink()
    done = subprocess.run([sys.executable, str(program), method], cwd=checkout, capture_output=True, text=True, timeout=60, check=False)
    assert (done.stdout, imported(marks)) == (f"True True {{'{PYTHON_FRAMES}'}}\n", []), done.stderr


def slow_and_large(path: str, data: bytes) -> bytes:
    time.sleep(0.01)
    return data


@pytest.mark.parametrize("after", [0, 1, 3, 7, 20])
def test_work_that_is_given_up_is_not_waited_for(after: int) -> None:
    """Both ways the messages are longer than a pipe is; what is ended in the middle of one leaves nobody waiting."""
    files = [(f"{number}.py", b"x" * 3_000_000) for number in range(24)]
    started = time.monotonic()
    results = processes.in_processes(slow_and_large, files, 2)
    for _ in range(after):
        next(results)
    results.close()  # type: ignore[attr-defined]  # an object of the test's own
    assert not multiprocessing.active_children()
    assert threading.active_count() == 1
    assert time.monotonic() - started < 20


def fails_elsewhere(path: str, data: bytes) -> bytes:
    if multiprocessing.parent_process() is not None:
        raise ValueError(path)
    return data


def test_what_fails_in_a_process_is_done_again_here(capfd: pytest.CaptureFixture[str]) -> None:
    assert list(processes.in_processes(fails_elsewhere, FILES, 2)) == FILES
    assert capfd.readouterr() == ("", "")


@pytest.mark.skipif(processes._METHOD != "fork", reason="what starts it is a function of this module")
def test_processes_end_with_the_one_that_started_them(tmp_path: Path) -> None:
    """Even where that is killed and can say nothing: a process that waits for work sees it."""
    code = (
        "import sys; from pathlib import Path; from attio_scopes import processes\n"
        f"with processes._processes(str, 3): Path({str(tmp_path / 'pids')!r}).write_text(' '.join("
        "str(c.pid) for c in __import__('multiprocessing').active_children())); sys.stdin.read()\n"
    )
    process = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE)
    deadline = time.monotonic() + 30
    while not (tmp_path / "pids").exists() or not (tmp_path / "pids").read_text():
        assert time.monotonic() < deadline
        time.sleep(0.01)
    children = [int(pid) for pid in (tmp_path / "pids").read_text().split()]
    process.kill()
    process.communicate()
    while any(is_alive(child) for child in children):
        assert time.monotonic() < deadline, children
        time.sleep(0.01)


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
