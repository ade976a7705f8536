"""A process that runs programs, unchanged, against the stand-in: Attio's hosts lead to a port of this machine.

Takes jobs on standard input, one JSON object a line: `folder` (of the program, which starts at its main.py), `environment`.
Gives one JSON object a line: `failure`, a traceback, or null where the program ended well. The program's own modules are
forgotten after each run; libraries stay, which is what makes hundreds of runs quick.

The names of Attio's hosts resolve to 127.0.0.1, connections to port 443 there go to the stand-in's port, and no connection goes
anywhere else. TLS is real; libraries trust the stand-in's authority by the environment variables made for that.

    python -m tests.attio_server.worker PORT
"""

from __future__ import annotations

import json
import os
import runpy
import socket
import sys
import traceback
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from typing import Any

import certifi

HOSTS = {"api.attio.com", "app.attio.com", "127.0.0.1"}
TRUST = ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "HTTPLIB2_CA_CERTS")


def lead_to(port: int) -> None:
    """From now on Attio's hosts are 127.0.0.1:`port` for this process, and every other address is refused."""
    lookup, connect, connect_ex = socket.getaddrinfo, socket.socket.connect, socket.socket.connect_ex

    def getaddrinfo(host: Any, *rest: Any, **more: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        if name not in HOSTS:
            raise socket.gaierror(f"programs of the tests reach Attio only, not {name}")
        return lookup("127.0.0.1", *rest, **more)

    def led(self: Any, address: Any) -> Any:
        if self.family == getattr(socket, "AF_UNIX", None):
            return address
        if address[0] not in HOSTS or address[1] not in (443, port):
            raise ConnectionRefusedError(f"programs of the tests reach Attio only, not {address}")
        return ("127.0.0.1", port)

    socket.getaddrinfo = getaddrinfo
    socket.socket.connect = lambda self, address: connect(self, led(self, address))  # type: ignore[method-assign]  # a stand-in
    socket.socket.connect_ex = lambda self, address: connect_ex(self, led(self, address))  # type: ignore[method-assign]  # a stand-in


def run(folder: str, environment: Mapping[str, str]) -> str | None:
    """Run a program from its main.py; the traceback if it failed."""
    before = set(sys.modules)
    kept, words = dict(os.environ), sys.argv
    main_file = os.path.join(folder, "main.py")
    sys.argv = [main_file]
    os.environ.update(environment)
    sys.path.insert(0, folder)
    os.chdir(folder)
    try:
        with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
            runpy.run_path(main_file, run_name="__main__")
    except SystemExit as end:
        return None if not end.code else f"exit {end.code}"
    except BaseException:
        return traceback.format_exc()
    finally:
        os.environ.clear()
        os.environ.update(kept)
        sys.argv = words
        sys.path.remove(folder)
        for name in set(sys.modules) - before:
            if (getattr(sys.modules[name], "__file__", None) or "").startswith(folder) or _is_folder(sys.modules[name], folder):
                del sys.modules[name]
        sys.path_importer_cache.clear()
    return None


def _is_folder(module: Any, folder: str) -> bool:
    """Whether a module is a package without __init__.py under `folder`."""
    return any(str(place).startswith(folder) for place in getattr(module, "__path__", ()))


def main() -> None:
    """Do the jobs of standard input until it ends."""
    lead_to(int(sys.argv[1]))
    certifi.where = lambda: os.environ["SSL_CERT_FILE"]  # for a session that sends prepared requests: it asks no environment
    sys.dont_write_bytecode = True
    answers = sys.stdout
    for line in sys.stdin:
        job = json.loads(line)
        answers.write(json.dumps({"failure": run(job["folder"], job["environment"])}) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
