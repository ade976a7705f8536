"""Runs `attio-scopes calls` in this process and reads its JSON report.

Takes a folder, gives the reported calls. The one place of the tests that knows how the analyser is started.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Reported:
    """A call as the report has it.

    `endpoints` are `METHOD /path`; for an unknown endpoint they are put together from the methods and the URL.
    """

    path: str
    line: int
    end_line: int
    status: str
    endpoints: frozenset[str]
    reason: str | None = None

    def __str__(self) -> str:
        detail = " | ".join(sorted(self.endpoints)) or self.reason or ""
        return f"{self.path}:{self.line}: {self.status}: {detail}"


def calls_of(folder: Path) -> tuple[Reported, ...]:
    """The calls that the analyser reports for a folder, in the report's order.

    Args:
        folder: the checked root.

    Returns:
        the reported calls.

    Raises:
        AssertionError: the run failed.
    """
    from click.testing import CliRunner

    from attio_scopes.cli import main

    result = CliRunner().invoke(main, ["calls", str(folder), "--format", "json"], catch_exceptions=False)
    assert result.exit_code in (0, 1), f"exit {result.exit_code}: {result.output}"
    return read_report(result.stdout)


def read_report(text: str) -> tuple[Reported, ...]:
    """The calls of a JSON report."""
    return tuple(
        Reported(
            path=call["path"],
            line=call["line"],
            end_line=call["end_line"],
            status=call["status"],
            endpoints=_endpoints(call),
            reason=call.get("reason"),
        )
        for call in json.loads(text)["calls"]
    )


def _endpoints(call: dict[str, object]) -> frozenset[str]:
    found = call.get("endpoints") or ()
    assert isinstance(found, (list, tuple))
    if found:
        return frozenset(f"{endpoint['method']} {endpoint['path']}" for endpoint in found)
    methods = call.get("methods") or ()
    assert isinstance(methods, (list, tuple))
    paths = {urlsplit(url).path for url in str(call.get("url") or "").split(" or ")}
    return frozenset(f"{method} {path}" for method in methods for path in paths)
