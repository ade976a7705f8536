"""A process that runs programs, each in a fork of its own, with stub transports.

Takes jobs on standard input, a JSON object a line: `folder` (of the program, which starts at its main.py), `argv`, `env`, `answers`.
Gives a JSON object a line: `sent`, and `failure`, a traceback, or null where the program ended well.

    python -m tests.executed.worker
"""

from __future__ import annotations

import gc
import json
import os
import runpy
import signal
import sys
import traceback
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

from tests.executed.transports import Recorder, install, tls_context

SECONDS = 10
FRAMEWORKS = str(Path(__file__).parent / "frameworks")


def run(job: dict[str, Any]) -> dict[str, Any]:
    """Run a program; for a process that does nothing else afterwards."""
    recorder = Recorder(job["folder"], job["answers"])
    install(recorder)
    main_file = os.path.join(job["folder"], "main.py")
    os.environ.update(job["env"])
    os.chdir(job["folder"])
    sys.argv = [main_file, *job["argv"]]
    sys.path[:0] = [job["folder"], FRAMEWORKS]
    failure = None
    try:
        with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
            runpy.run_path(main_file, run_name="__main__")
    except SystemExit as end:
        failure = f"exit {end.code}" if end.code else None
    except BaseException:
        failure = traceback.format_exc()
    return {"sent": recorder.sent, "failure": failure}


def forked(job: dict[str, Any]) -> dict[str, Any]:
    """Run a program in a fork."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        signal.alarm(SECONDS)
        os.close(reading)
        with os.fdopen(writing, "w") as answers:
            json.dump(run(job), answers)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as answers:
        text = answers.read()
    _, status = os.waitpid(child, 0)
    told: dict[str, Any] = json.loads(text) if text else {"sent": [], "failure": f"the process ended with status {status}"}
    return told


def main() -> None:
    """Do the jobs of standard input until it ends."""
    sys.dont_write_bytecode = True
    tls_context()
    gc.freeze()  # what is there now is shared by all forks
    for line in sys.stdin:
        sys.stdout.write(json.dumps(forked(json.loads(line))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
