"""Starts a program, waits for it, ends it if it takes too long, and writes down what it took.

    python -I -S launch.py RESULT SECONDS MEMORY COMMAND...

A program's peak of memory is never less than that of the process which started it, since it begins as its copy. Hence this small one stands
between. RESULT gets a line of JSON: processor seconds, wall seconds, peak in the system's unit, exit code, and whether it was ended.
"""

import json
import os
import resource
import signal
import sys
import time


def main(result: str, seconds: float, memory: int, command: list[str]) -> None:
    """Run the command with this limit of wall time and (unless 0) of MB of address space."""
    start = time.perf_counter()
    child = os.fork()
    if child == 0:
        try:
            os.setsid()  # a group of its own, so that what it starts ends with it
            if memory:
                resource.setrlimit(resource.RLIMIT_AS, (memory * 1024 * 1024, memory * 1024 * 1024))
            os.execvp(command[0], command)
        except OSError as error:
            os.write(2, f"{command[0]}: {error.strerror}\n".encode())
        finally:
            os._exit(127)
    late = False

    def end(*_: object) -> None:
        nonlocal late
        late = True
        os.killpg(child, signal.SIGKILL)

    signal.signal(signal.SIGALRM, end)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        _, status, usage = os.wait4(child, 0)
    except KeyboardInterrupt:
        os.killpg(child, signal.SIGKILL)
        raise
    signal.setitimer(signal.ITIMER_REAL, 0)
    code = os.waitstatus_to_exitcode(status)
    took = [usage.ru_utime + usage.ru_stime, time.perf_counter() - start, usage.ru_maxrss, code, late]
    with open(result, "w", encoding="utf-8") as stream:
        json.dump(took, stream)


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]), int(sys.argv[3]), sys.argv[4:])
