"""Text by default: each finding in full, or grouped where there are so many of one kind that nobody reads them one by one.

Takes a `Report`, source texts and how the terminal is; gives text. It says which form it chose, and how to get the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from attio_scopes.model.report import Report
from attio_scopes.report import grouped, text
from attio_scopes.report.terminal import Shown, same

MOST_IN_FULL = 20
"""So many findings of one code are shown in full."""


def render(
    report: Report,
    sources: Mapping[str, str],
    *,
    color: bool = False,
    width: int = 80,
    shown: Shown = same,
    statistics: bool = False,
    quiet: bool = False,
) -> str:
    """The verdict. Arguments and result are those of `text.render`."""
    most = max(Counter(finding.code.id for finding in report.findings).values(), default=0)
    if most <= MOST_IN_FULL:
        return text.render(report, sources, color=color, width=width, shown=shown, statistics=statistics, quiet=quiet)
    made = grouped.render(report, sources, color=color, width=width, shown=shown, statistics=statistics, quiet=quiet)
    return made if quiet else f"{made}Grouped by scope, since there are many; --format full shows each with its code.\n"
