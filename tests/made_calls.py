"""Hand-made endpoints, calls, findings and reports for tests of what happens after the engine."""

from __future__ import annotations

from collections.abc import Sequence

from attio_scopes.model.call import Call, CallSite, CallStatus, EndpointMatch, Place, Reading
from attio_scopes.model.endpoint import Alternative, Endpoint, Manifest, Parameter, Requirement
from attio_scopes.model.finding import MISSING_SCOPE, UNKNOWN_ENDPOINT, UNRESOLVED_CALL, Code, Finding
from attio_scopes.model.path import Hole, Literal, Piece, render
from attio_scopes.model.report import JudgedCall, Report, TokenReport
from attio_scopes.model.scope import Scope, ScopeSet


def scopes(*texts: str) -> tuple[Scope, ...]:
    return tuple(ScopeSet.of(texts))


def endpoint(key: str, *needs: str) -> Endpoint:
    method, path = key.split()
    parameters = tuple(Parameter(part[1:-1]) for part in path.split("/") if part.startswith("{"))
    requirement = Requirement((Alternative(None, scopes(*needs)),))
    return Endpoint(method, path, "api.attio.com", parameters, "", "", "", False, (), requirement)


QUERY = endpoint("POST /v2/objects/{object}/records/query", "record_permission:read", "object_configuration:read")
CREATE = endpoint("POST /v2/objects/{object}/records", "record_permission:read-write", "object_configuration:read")
GET_RECORD = endpoint("GET /v2/objects/{object}/records/{record_id}", "record_permission:read", "object_configuration:read")
SEARCH = endpoint("POST /v2/objects/records/search", "record_permission:read", "object_configuration:read")
NOTES = endpoint("GET /v2/notes", "note:read")
NOTE = endpoint("POST /v2/notes", "note:read-write")
WEBHOOK = endpoint("POST /v2/webhooks", "webhook:read-write")
SELF = endpoint("GET /v2/self")
MANIFEST = Manifest("2026-01-01", "made up", (NOTES, NOTE, CREATE, QUERY, GET_RECORD, SEARCH, SELF, WEBHOOK))


def place(line: int, path: str = "app.py", end: int = 0, column: int = 5) -> Place:
    return Place(path, line, column, end or line, column + 20)


def site(
    line: int, path: str = "app.py", *, end: int = 0, url: Sequence[Piece] = (), method: str | None = "POST",
    function: str = "", statement: tuple[int, int] = (0, 0), column: int = 5, credentials: tuple[str, ...] = (),
) -> CallSite:  # fmt: skip
    readings = (Reading(method, tuple(url)),)
    return CallSite(
        place(line, path, end, column), function, "requests", readings, credentials=credentials,
        statement_line=statement[0] or line, statement_end_line=statement[1] or end or line,
    )  # fmt: skip


def resolved(line: int, *reached: Endpoint, path: str = "app.py", function: str = "", end: int = 0, column: int = 5,
             credentials: tuple[str, ...] = ()) -> Call:  # fmt: skip
    reached = reached or (NOTE,)
    matches = tuple(EndpointMatch(e, (), e.requirement.alternatives) for e in reached)
    url = (Literal("https://api.attio.com" + reached[0].path),)
    where = site(line, path, end=end, url=url, method=reached[0].method, function=function, column=column, credentials=credentials)
    return Call(where, CallStatus.RESOLVED, tuple(sorted({e.method for e in reached})), render(url), matches)


def unresolved(line: int, *url: Piece, method: str | None = "POST", function: str = "", path: str = "app.py") -> Call:
    pieces = url or (Literal("https://api.attio.com/v2/"), Hole("path"))
    where = site(line, path, url=pieces, method=method, function=function)
    return Call(where, CallStatus.UNRESOLVED, (method,) if method else (), render(pieces), (), reason="parameter path")


def unknown(line: int) -> Call:
    pieces = (Literal("https://api.attio.com/v2/nots"),)
    return Call(site(line, url=pieces), CallStatus.UNKNOWN_ENDPOINT, ("POST",), render(pieces), (), nearest="POST /v2/notes")


_CODES = {"missing": MISSING_SCOPE, "unresolved": UNRESOLVED_CALL, "unknown-endpoint": UNKNOWN_ENDPOINT}


def finding(call: Call, code: Code, token: str | None = "default") -> Finding:
    missing = tuple(scope for match in call.matches for scope in match.alternatives[0].scopes)
    return Finding(code, code.severity, f"{code.slug} at {call.url}", "", call.site.place, missing, token)


def report(*calls: tuple[Call, str], partial: bool = False, declared: Sequence[str] | None = (), more: Sequence[Finding] = ()) -> Report:
    """A report in which each (call, status) has the finding that goes with its status."""
    judged = tuple(JudgedCall(call, status, ("default",)) for call, status in calls)
    findings = [finding(call, _CODES[status]) for call, status in calls if status in _CODES]
    needed = ScopeSet(frozenset(s for call, _ in calls for m in call.matches for a in m.alternatives for s in a.scopes)).least()
    tokens = []
    if declared is not None:
        held = ScopeSet.of(declared)
        unused = tuple(s for s in held if not any(s.resource == n.resource for n in needed))
        broader = tuple(s for s in held if s not in unused and not any(n.covers(s) for n in needed))
        tokens = [TokenReport("default", tuple(held), tuple(needed), held.uncovered(needed), (), unused, broader)]
    return Report("1", "made up", 8, 1, 0, partial, judged, (*findings, *more), tuple(needed), tuple(tokens))
