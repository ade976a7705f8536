"""`--show-files` and `--strict`: what a run looks at, and that it was everything. Takes a request or a report, prints or tells."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from attio_scopes.cli.exits import ExitCode
from attio_scopes.cli.output import put, tell
from attio_scopes.model.visible import visible

if TYPE_CHECKING:
    from attio_scopes.model.report import Report
    from attio_scopes.pipeline import Request


def list_files(wanted: Request, output: str | None) -> ExitCode:
    """Print the files of a run, a line each, and behind them what is left out, with the reason."""
    from attio_scopes.projects import common_folder, parts_of

    parts = parts_of(wanted)
    base = common_folder([part.discovery.root for part in parts])
    lines = []
    for discovery in (part.discovery for part in parts):
        inside = "" if discovery.root == base else os.path.relpath(discovery.root, base).replace(os.sep, "/") + "/"
        lines += [visible(inside + file.path) for file in discovery.files]
        lines += [f"left out: {visible(inside + path)} (test code)" for path in discovery.test_code]
        lines += [f"left out: {visible(inside + path)} (ignored by git)" for path in discovery.ignored]
        lines += [f"left out: {visible(inside + item.path)} ({item.reason})" for item in discovery.left_out]
        lines += [f"note: {visible(inside + item.path)}: {item.reason}" for item in discovery.unlisted]
    put("".join(line + "\n" for line in lines), output)
    return ExitCode.OK


def not_all(report: Report) -> bool:
    """Whether something was not looked at, which is told."""
    from attio_scopes.manifest.age import age_note
    from attio_scopes.report.remarks import remarks

    age = age_note(report.manifest_version, report.manifest_age)  # an old manifest hides no file
    told = [text for _, text in remarks(report) if text != age]
    for text in told:
        tell(f"not everything was analysed: {visible(text)}")
    return bool(told)
