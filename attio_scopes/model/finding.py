"""Findings: the codes, their severities, and one finding.

Codes and slugs are a contract (see docs/rules); either may be written wherever a code is accepted.
"""

from __future__ import annotations

from enum import IntEnum

from msgspec import Struct

from attio_scopes.model.call import Place
from attio_scopes.model.scope import Scope


class Severity(IntEnum):
    """How bad; the larger is worse. `--fail-on` compares with it."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


class Code(Struct, frozen=True):
    """A kind of finding: `ATS001`, its slug, its default severity, and one sentence on what it means."""

    id: str
    slug: str
    severity: Severity
    meaning: str


MISSING_SCOPE = Code("ATS001", "missing-scope", Severity.ERROR, "The call needs a scope that is not declared.")
POSSIBLY_MISSING_SCOPE = Code("ATS002", "possibly-missing-scope", Severity.WARNING, "The call may need a scope that is not declared.")
UNKNOWN_ENDPOINT = Code("ATS003", "unknown-endpoint", Severity.WARNING, "Attio's API reference has no such method and path.")
UNRESOLVED_CALL = Code(
    "ATS004", "unresolved-call", Severity.WARNING, "The call reaches Attio, but the source does not show which endpoint."
)
DEPRECATED_ENDPOINT = Code("ATS005", "deprecated-endpoint", Severity.WARNING, "Attio's reference marks the endpoint as deprecated.")
UNSUPPORTED_TOKEN_LEVEL = Code("ATS006", "unsupported-token-level", Severity.ERROR, "The endpoint does not accept tokens of this level.")
UNBOUND_TOKEN = Code("ATS007", "unbound-token", Severity.WARNING, "Several tokens are declared, and nothing shows which one the call uses.")
ATTIO_NOT_FOLLOWED = Code("ATS008", "attio-not-followed", Severity.WARNING, "Code refers to Attio here, and no call was found behind it.")
UNUSED_SCOPE = Code("ATS101", "unused-scope", Severity.WARNING, "The scope is declared, but no call needs it.")
BROADER_SCOPE = Code("ATS102", "broader-scope-than-needed", Severity.WARNING, "read-write is declared, but the calls need only read.")
OTHER_SCOPES = Code("ATS103", "other-scopes-stated", Severity.WARNING, "The source states other scopes than are declared.")
UNUSED_SUPPRESSION = Code(
    "ATS201", "unused-suppression", Severity.WARNING, "A suppression, pin or baseline entry no longer matches anything."
)
UNPARSABLE_FILE = Code("ATS901", "unparsable-file", Severity.ERROR, "A file that mentions Attio cannot be parsed.")
INTERNAL_ERROR = Code("ATS902", "internal-error", Severity.ERROR, "The analysis of one file failed; the rest was reported.")
ANALYSIS_INCOMPLETE = Code(
    "ATS903", "analysis-incomplete", Severity.ERROR, "A limit of the run was reached; what was not looked at is named."
)

CODES: tuple[Code, ...] = (
    MISSING_SCOPE,
    POSSIBLY_MISSING_SCOPE,
    UNKNOWN_ENDPOINT,
    UNRESOLVED_CALL,
    DEPRECATED_ENDPOINT,
    UNSUPPORTED_TOKEN_LEVEL,
    UNBOUND_TOKEN,
    ATTIO_NOT_FOLLOWED,
    UNUSED_SCOPE,
    BROADER_SCOPE,
    OTHER_SCOPES,
    UNUSED_SUPPRESSION,
    UNPARSABLE_FILE,
    INTERNAL_ERROR,
    ANALYSIS_INCOMPLETE,
)

NEVER_SILENT = frozenset({INTERNAL_ERROR, ANALYSIS_INCOMPLETE})
"""Codes that neither a comment nor the configuration nor a baseline keeps silent: nobody is to take such a run for a whole one."""

NOT_ANALYSED = NEVER_SILENT | {UNPARSABLE_FILE}
"""Codes that say that calls may be missing."""


class Related(Struct, frozen=True):
    """Another place that belongs to a finding, and what it says there."""

    place: Place
    message: str


class Finding(Struct, frozen=True):
    """Something to tell the user.

    Attributes:
        code: its kind.
        severity: the code's, unless the configuration says otherwise.
        message: one line: what is wrong.
        help: one line or a few: what to do.
        place: where.
        missing_scopes: what the token lacks (ATS001, ATS002), or may lose (ATS101, ATS102).
        token: name of the declared token, or None.
        related: the trace and other places.
        fingerprint: stays the same when lines move (code, file, function, endpoint, count).
        docs: address of the endpoint's documentation, or "".
    """

    code: Code
    severity: Severity
    message: str
    help: str
    place: Place
    missing_scopes: tuple[Scope, ...] = ()
    token: str | None = None
    related: tuple[Related, ...] = ()
    fingerprint: str = ""
    docs: str = ""
