"""Several processes: where there are none to be had the work is done all the same, and none runs what the working folder has."""

from __future__ import annotations

import errno
import multiprocessing
import subprocess
import sys
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from attio_scopes import processes
from tests.planted import imported, plant

FILES = [(f"{number}.py", b"x" * number) for number in range(8)]


def same(path: str, data: bytes) -> bytes:
    return data


def send_results(sender: Connection) -> None:
    sender.send(list(processes.in_processes(same, FILES, 2)))


@pytest.mark.parametrize("daemon", [False, True])
def test_in_another_process(daemon: bool) -> None:
    """A worker of flake8 (`-j`) is a daemon, which may start no process."""
    context = multiprocessing.get_context(processes._METHOD)
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=send_results, args=(sender,), daemon=daemon)
    process.start()
    sender.close()
    assert receiver.recv() == FILES
    process.join()


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "no semaphore left"), NotImplementedError(), ImportError("sem_open")], ids=repr)
def test_a_machine_without_processes(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", refuse)
    assert list(processes.in_processes(same, FILES, 2)) == FILES


SPAWNS = """
import os, sys
from attio_scopes import processes
from attio_scopes.processes import in_processes

def where(path, data):
    return f"{path} {os.getpid()}"

if __name__ == "__main__":
    processes._METHOD = sys.argv[1]
    before = os.getcwd()
    found = list(in_processes(where, [(str(number), b"") for number in range(8)], 2))
    assert [text.split()[0] for _, text in found] == [path for path, _ in found]
    print(str(os.getpid()) not in {text.split()[1] for _, text in found}, os.getcwd() == before)
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
    assert (done.stdout, imported(marks)) == ("True True\n", []), done.stderr
