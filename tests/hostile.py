"""What the tests of hostile input share: a call to Attio, a configuration, the command line in a folder, the calls found in one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from attio_scopes.model.report import Report
from attio_scopes.pipeline import Request, run

COMMAND = str(Path(sys.executable).with_name("attio-scopes"))
GOOD = "import requests\nrequests.get('https://api.attio.com/v2/notes')\n"
SCOPES = '[tool.attio-scopes]\nscopes = ["note:read"]\n'


def command(*arguments: str, cwd: Path, start: tuple[str, ...] = (COMMAND,), **extra: object) -> subprocess.CompletedProcess[str]:
    extra = {"env": {**os.environ, "NO_COLOR": "1"}, **extra}
    return subprocess.run([*start, *arguments], cwd=cwd, capture_output=True, text=True, timeout=60, check=False, **extra)  # type: ignore[call-overload,no-any-return]


def calls(folder: Path) -> Report:
    return run(Request((str(folder),), verdict=False)).report


def resolved(report: Report) -> list[str]:
    return [judged.call.site.place.path for judged in report.calls]
