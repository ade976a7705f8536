"""What the tests of hostile input share: a call to Attio, a configuration, the command line in a folder, the calls found in one."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from attio_scopes.cli import main
from attio_scopes.model.report import Report
from attio_scopes.pipeline import Request, run

COMMAND = str(Path(sys.executable).with_name("attio-scopes"))
GOOD = "import requests\nrequests.get('https://api.attio.com/v2/notes')\n"
SCOPES = '[tool.attio-scopes]\nscopes = ["note:read"]\n'
Done = subprocess.CompletedProcess[str]


def command(*arguments: str, cwd: Path, env: Mapping[str, str] | None = None) -> Done:
    """Run the command line in this process, which is thirty times as fast as starting one. What ends is told as of a process."""
    printed, said = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    with pytest.MonkeyPatch.context() as patch:
        for name in os.environ.keys() - (os.environ if env is None else env).keys():
            patch.delenv(name)
        for name, value in {**(env or {}), "NO_COLOR": "1"}.items():
            patch.setenv(name, value)
        patch.chdir(cwd)
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(said), pytest.raises(SystemExit) as ended:
            main(list(arguments))
    out, err = (stream.buffer.getvalue().decode("utf-8").replace("\r\n", "\n") for stream in (printed, said))
    code = ended.value.code
    assert isinstance(code, int)
    return subprocess.CompletedProcess(arguments, code, out, err)


def process(*arguments: str, cwd: Path, start: tuple[str, ...] = (COMMAND,), **extra: object) -> Done:
    """Run it, or something else, in a process of its own: for what happens to streams, memory, modules or the process itself."""
    extra = {"env": {**os.environ, "NO_COLOR": "1"}, **extra}
    return subprocess.run([*start, *arguments], cwd=cwd, capture_output="stdout" not in extra, text=True, timeout=60, check=False, **extra)  # type: ignore[call-overload,no-any-return]  # given by the tests


def calls(folder: Path) -> Report:
    return run(Request((str(folder),), verdict=False)).report


def resolved(report: Report) -> list[str]:
    return [judged.call.site.place.path for judged in report.calls]
