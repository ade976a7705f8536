"""The report of a run: what renderers and shells read. Its JSON form is a contract (schema_version 1)."""

from __future__ import annotations

from dataclasses import dataclass

from attio_scopes.model.call import Call
from attio_scopes.model.finding import Finding
from attio_scopes.model.scope import Scope


@dataclass(frozen=True, slots=True)
class JudgedCall:
    """A call with its verdict.

    Attributes:
        call: what was found.
        status: `covered`, `missing`, `possible`, `unknown-endpoint`, `unresolved`, `suppressed`; without a verdict
            (`calls`) `resolved`, `unknown-endpoint` or `unresolved`.
        tokens: names of the declared tokens that it was judged against.
    """

    call: Call
    status: str
    tokens: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SuppressedFinding:
    """A finding that is not reported, for formats that show such ones too.

    Attributes:
        finding: what would have been reported.
        kind: `inSource` (a comment, as SARIF calls it) or `external` (a baseline, the configuration).
        reason: why, in the user's words, or "".
    """

    finding: Finding
    kind: str = "inSource"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class TokenReport:
    """What one declared token has, needs, lacks and could lose.

    `withheld` says why advice to remove a scope is not given, or is None.
    """

    name: str
    declared: tuple[Scope, ...]
    required: tuple[Scope, ...]
    missing: tuple[Scope, ...]
    possible: tuple[Scope, ...]
    unused: tuple[Scope, ...]
    broader: tuple[Scope, ...]
    withheld: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a run.

    Attributes:
        manifest_version, manifest_source, manifest_endpoints: which manifest was used.
        files: how many files were looked at.
        skipped_tests: how many files of test code were left out.
        partial: only a part of the project was looked at.
        calls: sorted by place.
        findings: sorted by path, line, column, code.
        required_scopes: the least set that the certain calls need.
        tokens: one for each declared token.
        notes: what else the user should know, a line each.
        suppressed: findings that a comment, the configuration or the baseline keeps silent.
    """

    manifest_version: str
    manifest_source: str
    manifest_endpoints: int
    files: int
    skipped_tests: int
    partial: bool
    calls: tuple[JudgedCall, ...]
    findings: tuple[Finding, ...]
    required_scopes: tuple[Scope, ...]
    tokens: tuple[TokenReport, ...]
    notes: tuple[str, ...] = ()
    suppressed: tuple[SuppressedFinding, ...] = ()
