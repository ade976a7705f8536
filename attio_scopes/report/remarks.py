"""Remarks: what a run did not look at, and what else its reader has to know, in sentences for every format.

Takes a `Report`, gives sentences with a severity. It decides nothing: it repeats what the report says.
"""

from __future__ import annotations

from collections.abc import Callable

from attio_scopes.model.finding import Severity
from attio_scopes.model.report import Report
from attio_scopes.report.annotate import counted

_SHOWN = 3
PARTIAL = "Only part of the project was analysed; calls in its other files are not in this report."


def remarks(report: Report) -> tuple[tuple[Severity, str], ...]:
    """What has to be told beside findings.

    Args:
        report: of `check` or `calls`.

    Returns:
        warnings about what was not looked at, and a note on test code that was left out; names in them are as the code has them.
    """
    told = [(Severity.NOTE, PARTIAL)] if report.partial else []
    told += [(Severity.WARNING, note) for note in report.notes]
    told += [(Severity.WARNING, left_out(report))] if report.left_out else []
    if report.skipped_tests:
        verb = "was" if report.skipped_tests == 1 else "were"
        told.append((Severity.NOTE, f"{counted(report.skipped_tests, 'file')} of test code {verb} left out; --include-tests includes them"))
    if report.ignored:
        subject = "1 file or folder" if report.ignored == 1 else f"{report.ignored} files and folders"
        told.append((Severity.NOTE, f"{subject} that git ignores left out; --no-gitignore includes them"))
    return tuple(told)


def left_out(report: Report, shown: Callable[[str], str] = str) -> str:
    """What was not looked at without anybody having asked for that, the first of them by name, as `shown` writes it."""
    many = len(report.left_out)
    first = "; ".join(f"{shown(item.path)}: {item.reason}" for item in report.left_out[:_SHOWN])
    more = f"; and {many - _SHOWN} more" if many > _SHOWN else ""
    subject = "1 file or folder was" if many == 1 else f"{many} files and folders were"
    return f"{subject} not analysed ({first}{more}); --show-files lists them; add them to exclude if that is intended"
