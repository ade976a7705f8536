"""Runs `attio-scopes calls` or `check` in this process and reads its JSON report.

Takes a folder, gives the reported calls and findings. The one place of the tests that knows how the analyser is started.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Reported:
    """A call as the report has it.

    `endpoints` are `METHOD /path`; for an unknown endpoint they are put together from the methods and the URL. `status` is the one
    of `calls`, `verdict` the one of `check`, "" where nothing was judged.
    """

    path: str
    line: int
    end_line: int
    status: str
    endpoints: frozenset[str]
    reason: str | None = None
    verdict: str = ""

    def __str__(self) -> str:
        detail = " | ".join(sorted(self.endpoints)) or self.reason or ""
        return f"{self.path}:{self.line}: {self.status}: {detail}"


def calls_of(folder: Path, *options: str) -> tuple[Reported, ...]:
    """The calls that the analyser reports for a folder, in the report's order.

    Args:
        folder: the checked root.
        options: more of the command line.

    Returns:
        the reported calls.

    Raises:
        AssertionError: the run failed.
    """
    from click.testing import CliRunner

    from attio_scopes.cli import main

    result = CliRunner().invoke(main, ["calls", str(folder), "--format", "json", *options], catch_exceptions=False)
    assert result.exit_code in (0, 1), f"exit {result.exit_code}: {result.output}"
    return read_report(result.stdout)


@dataclass(frozen=True, slots=True)
class Told:
    """A finding as the report has it: `scopes` are the missing (or unneeded) ones, `token` is "" where none is named."""

    path: str
    line: int
    end_line: int
    severity: str
    code: str
    scopes: frozenset[str]
    token: str
    message: str

    def __str__(self) -> str:
        scopes = ", ".join(sorted(self.scopes))
        token = f" for {self.token}" if self.token else ""
        return f"{self.path}:{self.line}: {self.severity}: {' '.join(part for part in (self.code, scopes) if part)}{token} ({self.message})"


def verdict_of(folder: Path) -> tuple[tuple[Reported, ...], tuple[Told, ...]]:
    """What `check` reports for a folder with a configuration: calls with their verdict, and findings.

    Raises:
        AssertionError: the run failed.
    """
    from click.testing import CliRunner

    from attio_scopes.cli import main

    result = CliRunner().invoke(main, ["check", str(folder), "--format", "json"], catch_exceptions=False)
    assert result.exit_code in (0, 1), f"exit {result.exit_code}: {result.output}"
    found = tuple(
        Told(
            path=finding["path"],
            line=finding["line"],
            end_line=finding["end_line"],
            severity=finding["severity"],
            code=finding["code"],
            scopes=frozenset(finding["missing_scopes"]),
            token=finding["token"] or "",
            message=finding["message"],
        )
        for finding in json.loads(result.stdout)["findings"]
    )
    failed = any(told.severity == "error" for told in found)
    assert result.exit_code == failed, f"exit {result.exit_code} with {len(found)} findings"
    return read_report(result.stdout, judged=True), found


def read_report(text: str, judged: bool = False) -> tuple[Reported, ...]:
    """The calls of a JSON report of `calls`, or of `check` (judged)."""
    return tuple(
        Reported(
            path=call["path"],
            line=call["line"],
            end_line=call["end_line"],
            status=_CALLS_STATUS.get(call["status"]) or ("resolved" if call["endpoints"] else "unresolved"),
            verdict=call["status"] if judged else "",
            endpoints=_endpoints(call),
            reason=call.get("reason"),
        )
        for call in json.loads(text)["calls"]
    )


# The status that `calls` gives to a call of which `check` says something else; a suppressed call may be any.
_CALLS_STATUS = {name: name for name in ("resolved", "unknown-endpoint", "unresolved")} | dict.fromkeys(
    ("covered", "missing", "possible"), "resolved"
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
