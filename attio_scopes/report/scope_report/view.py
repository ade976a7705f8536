"""What the scope report says, gathered: for each token every scope, why it is there, and what needs it.

Takes a judged `Report`, the configuration and the scope catalogue; gives plain rows in the order in which they are read. It
decides nothing: whether a scope is missing, unused or broader than needed is the report's word. It knows no output format.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from attio_scopes import __version__
from attio_scopes.model.call import EndpointMatch
from attio_scopes.model.config import Config, Token
from attio_scopes.model.endpoint import ScopeInfo
from attio_scopes.model.inventory import EntryNeeds
from attio_scopes.model.report import JudgedCall, Report, TokenReport, age_text
from attio_scopes.model.scope import Access, Scope, ScopeSet
from attio_scopes.report.annotate import summary_counts
from attio_scopes.report.escape import uri_path
from attio_scopes.report.remarks import remarks
from attio_scopes.report.scope_report.by_entry import entry_rows
from attio_scopes.report.scope_report.decide import decide
from attio_scopes.report.scope_report.rows import CallRow, EndpointRow, OpenCall, ScopeReport, ScopeRow, State, TokenSection, needing


class Header(Struct, frozen=True):
    """What the caller knows and the analysis does not.

    `changed` says that the source is not that of the revision; `source_url` is a template with `{path}`, `{line}`, `{end_line}` and
    `{revision}`, or "".
    """

    title: str = "Attio scopes"
    revision: str = ""
    changed: bool = False
    date: str = ""
    source_url: str = ""


def gather(
    report: Report, config: Config, catalogue: Iterable[ScopeInfo], header: Header, entries: Sequence[EntryNeeds] = ()
) -> ScopeReport:
    """Everything that the scope report says.

    Args:
        report: of a run with a verdict, or without one where no token is declared.
        config: for the reasons and what is known of the tokens.
        catalogue: what each scope allows.
        header: title, revision, date and the template of source links.
        entries: what each entry point needs.

    Returns:
        the rows.
    """
    known = {info.resource: info for info in catalogue}
    declared = {token.name: token for token in config.tokens}
    reasons = dict(config.reasons)
    if report.tokens:
        sections = [_section(t, declared.get(t.name), _calls_of(t.name, report), known, reasons, header) for t in report.tokens]
    else:
        all_needed = TokenReport("", (), report.required_scopes, (), (), (), ())
        sections = [_section(all_needed, None, list(report.calls), known, reasons, header)]
    why_silent = {silent.finding.place: silent.reason for silent in report.suppressed}
    return ScopeReport(
        title=header.title,
        revision=header.revision + (" with uncommitted changes" if header.changed else ""),
        date=header.date,
        counts=summary_counts(report),
        decisions=decide(sections, report, declared),
        tokens=tuple(sections),
        unresolved=_open("unresolved", report, header),
        unknown=_open("unknown-endpoint", report, header),
        suppressed=tuple(
            OpenCall(_call_row(judged, header), why_silent.get(judged.call.site.place, "") or "no reason is written", "")
            for judged in report.calls
            if judged.status == "suppressed"
        ),
        notes=tuple(text for _, text in remarks(report)),
        tool=f"attio-scopes {__version__}",
        manifest=_manifest(report),
        entries=entry_rows(entries, lambda path, line: _link(header, path, line, line)),
        needs=tuple(entries),
    )


def _manifest(report: Report) -> str:
    """Which manifest, and how old it is."""
    age = f" ({age_text(report.manifest_age)})" if report.manifest_age is not None else ""
    file = f", from {report.manifest_file}" if report.manifest_file else ""
    return f"{report.manifest_endpoints} endpoints, {report.manifest_version}{age}: {report.manifest_source}{file}"


def _calls_of(token: str, report: Report) -> list[JudgedCall]:
    """The calls that use a token, and those of which nobody knows which one they use."""
    return [judged for judged in report.calls if token in judged.tokens or not judged.tokens]


# --- scopes ----------------------------------------------------------------------------------------------------


def _section(
    token: TokenReport,
    declared: Token | None,
    calls: list[JudgedCall],
    known: Mapping[str, ScopeInfo],
    reasons: Mapping[str, str],
    header: Header,
) -> TokenSection:
    """One token."""
    needs = _needs(calls, token, header)
    resources = {scope.resource for scope in (*token.declared, *token.required, *token.missing, *token.possible)}
    rows = [_scope_row(resource, token, needs.get(resource, ()), known.get(resource), reasons) for resource in resources]
    order = list(State)
    rows.sort(key=lambda row: (order.index(row.state), row.resource))
    return TokenSection(token.name, _facts(declared), tuple(rows), token.withheld or "")


def _facts(token: Token | None) -> tuple[str, ...]:
    """What the configuration says of a token."""
    if token is None:
        return ()
    facts = ["an OAuth app's: after a scope change every customer must authorise again"] if token.kind == "oauth" else []
    facts += [f"{token.level} level"] if token.level else []
    facts += [f"read from {', '.join(token.env)}"] if token.env else []
    facts += [f"used in {', '.join(token.paths)}"] if token.paths else []
    return tuple(facts)


def _scope_row(
    resource: str, token: TokenReport, endpoints: Sequence[EndpointRow], info: ScopeInfo | None, reasons: Mapping[str, str]
) -> ScopeRow:
    """One resource of one token."""
    granted, needed = _widest(resource, token.declared), _widest(resource, token.required)
    state = _state(resource, token, granted, needed)
    row = ScopeRow(
        resource,
        info.label if info else "",
        info.allows if info else "",
        granted,
        needed,
        state,
        "",
        tuple((text, reason) for text, reason in sorted(reasons.items()) if text.partition(":")[0] == resource),
        tuple(endpoints),
    )
    return _explained(row, token)


def _explained(row: ScopeRow, token: TokenReport) -> ScopeRow:
    """The row with its state in a sentence."""
    possible = _widest(row.resource, token.possible)
    known = f"Calls are known to need {row.needed} only" if row.needed else "No call is known to need it"
    accesses = " or ".join(map(str, sorted({endpoint.access for endpoint in row.lacking})))
    declared = f"only {row.granted} is declared" if row.granted else "nothing is declared"
    texts = {
        State.MISSING: f"{needing(row.beyond)} {accesses or row.needed}; {declared}."
        f"{' ' + row.silence.capitalize() + '.' if row.silence else ''}",
        State.POSSIBLE: f"Some readings of a call need {possible}, and {declared}.",
        State.BROADER: "The declared scope allows writing, but the calls only read: read is enough.",
        State.UNUSED: "No call needs it. It can be removed.",
        State.KEPT: "No call needs it" + (f" with more than {row.needed}" if row.needed else "") + ". The configuration keeps it.",
        State.UNCLEAR: f"{known}, but it cannot be shown to be unused: {token.withheld or 'a call may need more'}.",
        State.NEEDED: _needed(row),
    }
    return ScopeRow(row.resource, row.label, row.allows, row.granted, row.needed, row.state, texts[row.state], row.reasons, row.endpoints)


def _needed(row: ScopeRow) -> str:
    """How many calls need the scope, and how many more may."""
    more = row.calls - row.certain
    if not row.certain:
        return f"Calls need {row.needed}."
    (widest, first), *rest = row.by_access
    narrower = "".join(f", {number} {'needs' if number == 1 else 'need'} {access}" for access, number in rest)
    return f"{needing(first)} {widest}{narrower}{f'; {more} more may' if more else ''}."


def _state(resource: str, token: TokenReport, granted: Access | None, needed: Access | None) -> State:
    """How it stands, the most urgent first."""
    if any(scope.resource == resource for scope, _ in token.kept) and not any(s.resource == resource for s in token.missing):
        return State.KEPT
    for state, scopes in (
        (State.MISSING, token.missing),
        (State.POSSIBLE, token.possible),
        (State.BROADER, token.broader),
    ):
        if any(scope.resource == resource for scope in scopes):
            return state
    if needed is not None:
        return State.UNCLEAR if granted is not None and granted > needed else State.NEEDED
    return State.UNUSED if any(scope.resource == resource for scope in token.unused) else State.UNCLEAR


def _widest(resource: str, scopes: Iterable[Scope]) -> Access | None:
    """The widest access to a resource, or None."""
    return max((scope.access for scope in scopes if scope.resource == resource), default=None)


def _needs(calls: Iterable[JudgedCall], token: TokenReport, header: Header) -> dict[str, tuple[EndpointRow, ...]]:
    """For each resource the endpoints that need it, with their calls."""
    held = ScopeSet(frozenset(token.declared))
    found: dict[Scope, dict[str, tuple[EndpointMatch, dict[CallRow, None]]]] = {}
    for judged in calls:
        unbound = "" if judged.tokens or not token.name else "if it uses this token"
        for match in judged.call.matches:
            for scope in dict.fromkeys(scope for alternative in match.alternatives for scope in alternative.scopes):
                refused = "not covered" if judged.status == "missing" and not held.covers(scope) else ""
                _, rows = found.setdefault(scope, {}).setdefault(match.endpoint.key, (match, {}))
                certainty = _certainty(scope, match, judged.call.matches)
                row = replace(_call_row(judged, header, unbound, certainty, refused), possible=bool(unbound or certainty))
                rows[row] = None
    needs: dict[str, list[EndpointRow]] = {}
    for scope, endpoints in found.items():
        for key, (match, rows) in endpoints.items():
            endpoint = EndpointRow(key, match.endpoint.summary, match.endpoint.docs, scope.access, tuple(rows))
            needs.setdefault(scope.resource, []).append(endpoint)
    return {resource: tuple(sorted(reached, key=lambda row: (-row.access, row.key))) for resource, reached in needs.items()}


def _certainty(scope: Scope, match: EndpointMatch, matches: Sequence[EndpointMatch]) -> str:
    """On what it depends that a call needs a scope; "" where it needs it in any case."""
    needing_it = [alternative for alternative in match.alternatives if scope in alternative.scopes]
    if len(needing_it) < len(match.alternatives):
        cases = [f"{a.when.name} is {a.when.value}" if a.when else "no other case applies" for a in needing_it]
        return f"if {' or '.join(cases)}"
    everywhere = all(scope in alternative.scopes for other in matches for alternative in other.alternatives)
    return "" if everywhere else "if it reaches this endpoint"


# --- calls -----------------------------------------------------------------------------------------------------


def _call_row(judged: JudgedCall, header: Header, *notes: str) -> CallRow:
    """A call with its link."""
    place = judged.call.site.place
    link = _link(header, place.path, place.line, place.end_line)
    request = f"{' or '.join(judged.call.methods) or '(method not known)'} {judged.call.url}"
    silent = "suppressed" if judged.status == "suppressed" else ""
    note = ", ".join(word for word in (*notes, silent) if word)
    return CallRow(f"{place.path}:{place.line}", link, judged.call.site.function, request, note, bool(silent))


def _link(header: Header, path: str, line: int, end_line: int) -> str:
    """The address of a place in the source, or ""."""
    if not header.source_url:
        return ""
    values = {"{path}": uri_path(path), "{line}": str(line), "{end_line}": str(end_line or line), "{revision}": uri_path(header.revision)}
    link = header.source_url
    for name, value in values.items():
        link = link.replace(name, value)
    return link


def _open(status: str, report: Report, header: Header) -> tuple[OpenCall, ...]:
    """The calls of a status about which something is open."""
    rows = []
    for judged in report.calls:
        if judged.status == status:
            call = judged.call
            remedy = call.site.remedy or (f"the nearest endpoint is {call.nearest}" if call.nearest else "")
            rows.append(OpenCall(_call_row(judged, header), call.reason or "", remedy))
    return tuple(rows)
