"""Judge: calls and a configuration to a report. Pure: it reads no file and knows no stage before it.

Takes matched calls, the declared tokens, the manifest's name, and what the run looked at; gives a `Report`. `survey`
gives the same without a verdict, for runs without a configuration. Comments and ignores are not its business: they take
findings away later.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from attio_scopes.judge import messages
from attio_scopes.judge.advice import Doubts, advise, safe
from attio_scopes.judge.bind import Binding, bind
from attio_scopes.judge.fingerprint import Draft, fingerprinted
from attio_scopes.judge.needs import certain_scopes, possible_scopes, required_scopes
from attio_scopes.judge.silence import silent
from attio_scopes.judge.stated import otherwise_stated
from attio_scopes.judge.verdict import Judgement, Verdict, combined, judge_call
from attio_scopes.model.call import Call, CallStatus, Place
from attio_scopes.model.config import Config, Token
from attio_scopes.model.endpoint import Manifest
from attio_scopes.model.entrance import Entrance
from attio_scopes.model.finding import (
    ATTIO_NOT_FOLLOWED,
    BROADER_SCOPE,
    DEPRECATED_ENDPOINT,
    INTERNAL_ERROR,
    MISSING_SCOPE,
    POSSIBLY_MISSING_SCOPE,
    UNBOUND_TOKEN,
    UNKNOWN_ENDPOINT,
    UNPARSABLE_FILE,
    UNRESOLVED_CALL,
    UNSUPPORTED_TOKEN_LEVEL,
    UNUSED_SCOPE,
    UNUSED_SUPPRESSION,
    Code,
    Finding,
    Related,
    Severity,
)
from attio_scopes.model.report import JudgedCall, Report, TokenReport
from attio_scopes.model.scope import Scope, ScopeSet
from attio_scopes.model.stated import Stated

_CODE_OF = {Verdict.MISSING: MISSING_SCOPE, Verdict.POSSIBLE: POSSIBLY_MISSING_SCOPE}
_UNREAD = frozenset({UNPARSABLE_FILE.id, INTERNAL_ERROR.id})


class Run(Struct, frozen=True):
    """What a run looked at, for the report.

    Attributes:
        files: how many files.
        skipped_tests: how many files of test code were left out.
        partial: only a part of the project was looked at.
        findings: what earlier stages have to tell (files that could not be read, comments that are wrong).
        notes: what else the user should know.
        entrances: where Attio enters.
        accepted: fingerprints of the findings on entrances that comments, the configuration or the baseline accept.
        lost: why something that could send was let go at a bound of the analysis.
        refused: paths of files that could not be read or analysed, whether or not a finding says so.
        shown: how a path is written in a sentence.
        stated: the scopes that the code asks for.
        unmatched: the entries of `wrappers` that no call matched, each with the nearest that is called, or "".
    """

    files: int = 0
    skipped_tests: int = 0
    partial: bool = False
    findings: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()
    entrances: tuple[Entrance, ...] = ()
    accepted: frozenset[str] = frozenset()
    lost: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    shown: Callable[[str], str] = str
    stated: tuple[Stated, ...] = ()
    unmatched: tuple[tuple[str, str], ...] = ()


class _Needs(Struct):
    """What one token's calls come to."""

    certain: set[Scope] = field(default_factory=set)
    may_need: set[Scope] = field(default_factory=set)
    missing: set[Scope] = field(default_factory=set)
    possible: set[Scope] = field(default_factory=set)
    unresolved: list[Call] = field(default_factory=list)
    unknown: int = 0


def judge(calls: Sequence[Call], config: Config, manifest: Manifest, run: Run) -> Report:
    """Compare what calls need with what the tokens have.

    Args:
        calls: of the project, in any order.
        config: with at least one token.
        manifest: that the calls were matched with.
        run: what was looked at.

    Returns:
        the report with a verdict on every call.
    """
    calls = sorted(calls, key=lambda call: call.site.place)
    needs = {token.name: _Needs() for token in config.tokens}
    judged: list[JudgedCall] = []
    drafts = [Draft(finding, finding.message) for finding in run.findings]
    for call in calls:
        binding = bind(call, config.tokens)
        status, found = _verdict(call, binding, config, needs)
        judged.append(JudgedCall(call, status, tuple(token.name for token in binding.tokens) if binding.certain else ()))
        drafts.extend(found)
    tokens = []
    unread = {*run.refused, *(finding.place.path for finding in run.findings if finding.code.id in _UNREAD)}
    without_call = silent(run.entrances, calls)
    drafts.extend(not_followed := _not_followed(without_call))
    accepted = {finding.place for finding in fingerprinted(not_followed) if finding.fingerprint in run.accepted}
    doubtful = tuple(one for one in without_call if _place_of(one) not in accepted)
    blind = Doubts(run.partial, unread=len(unread), silent=doubtful, lost=run.lost, shown=run.shown)
    drafts.extend((*_undeclared(config), *_unmatched(config, run)))
    drafts.extend(otherwise_stated(run.stated, config, {scope for one in needs.values() for scope in one.may_need}))
    for token in config.tokens:
        report, found = _token(token, needs[token.name], config, blind)
        tokens.append(report)
        drafts.extend(found)
    return _report(judged, drafts, tuple(tokens), config, manifest, run)


def survey(calls: Sequence[Call], config: Config, manifest: Manifest, run: Run) -> Report:
    """List what calls need, without a verdict: nothing has to be declared.

    Args:
        calls: of the project, in any order.
        config: for severities only.
        manifest: that the calls were matched with.
        run: what was looked at.

    Returns:
        the report; its findings are those of the run, and where Attio enters without a call.
    """
    judged = [JudgedCall(call, call.status.value) for call in sorted(calls, key=lambda call: call.site.place)]
    drafts = [Draft(finding, finding.message) for finding in run.findings]
    drafts.extend(_not_followed(silent(run.entrances, calls)))
    return _report(judged, drafts, (), config, manifest, run)


def _report(
    judged: Sequence[JudgedCall],
    drafts: Iterable[Draft],
    tokens: tuple[TokenReport, ...],
    config: Config,
    manifest: Manifest,
    run: Run,
) -> Report:
    severities = {code: Severity[text.upper()] for code, text in config.severities}
    findings = tuple(
        replace(finding, severity=severities[finding.code.id]) if finding.code.id in severities else finding
        for finding in fingerprinted(drafts)
    )
    return Report(
        manifest_version=manifest.version,
        manifest_source=manifest.source,
        manifest_endpoints=len(manifest.endpoints),
        files=run.files,
        skipped_tests=run.skipped_tests,
        partial=run.partial,
        calls=tuple(judged),
        findings=findings,
        required_scopes=tuple(required_scopes(item.call for item in judged)),
        tokens=tokens,
        notes=run.notes,
    )


def _not_followed(entrances: Iterable[Entrance]) -> list[Draft]:
    """ATS008, once for each place."""
    drafts: dict[Place, Draft] = {}
    for one in entrances:
        message, help_ = messages.not_followed(one)
        finding = Finding(ATTIO_NOT_FOLLOWED, ATTIO_NOT_FOLLOWED.severity, message, help_, _place_of(one))
        drafts.setdefault(finding.place, Draft(finding, one.library))
    return list(drafts.values())


def _place_of(one: Entrance) -> Place:
    return Place(one.path, one.line, 1, one.line, 1)


# --- one call --------------------------------------------------------------------------------------------------


def _verdict(call: Call, binding: Binding, config: Config, needs: dict[str, _Needs]) -> tuple[str, list[Draft]]:
    """The status of a call and what there is to tell; what it needs is added to its tokens' needs."""
    drafts: list[Draft] = []
    if not binding.certain:
        drafts.append(_draft(call, UNBOUND_TOKEN, messages.unbound(call, binding.tokens, config)))
    if call.status is not CallStatus.RESOLVED:
        unknown = call.status is CallStatus.UNKNOWN_ENDPOINT
        for token in binding.tokens:
            needs[token.name].unknown += unknown
            needs[token.name].unresolved += [] if unknown else [call]
        code, words = (UNKNOWN_ENDPOINT, messages.unknown_endpoint(call)) if unknown else (UNRESOLVED_CALL, messages.unresolved(call))
        return call.status.value, [*drafts, _draft(call, code, words)]
    drafts.extend(_deprecated(call))
    if call.strays:
        drafts.append(_draft(call, UNKNOWN_ENDPOINT, messages.stray(call)))
    possible, certain = set(possible_scopes(call)), set(certain_scopes(call))
    for token in binding.tokens:
        needs[token.name].unknown += bool(call.strays)
        needs[token.name].may_need |= possible
        if binding.certain:
            needs[token.name].certain |= certain
            drafts.extend(_level(call, token, config))
    judgements = [judge_call(call, token) for token in binding.tokens]
    if not binding.certain:
        verdict = combined(judgements)
        drafts.extend(_lacking_unbound(call, verdict, judgements, config, needs))
        return str(verdict), drafts
    drafts.extend(_lacking(call, judgements, config, needs))
    return str(max(judgement.verdict for judgement in judgements)), drafts


def _lacking(call: Call, judgements: Sequence[Judgement], config: Config, needs: dict[str, _Needs]) -> list[Draft]:
    drafts = []
    for judgement in judgements:
        if judgement.verdict is Verdict.COVERED:
            continue
        of_token = needs[judgement.token.name]
        (of_token.missing if judgement.verdict is Verdict.MISSING else of_token.possible).update(judgement.missing)
        words = messages.lacking(judgement, config)
        drafts.append(_draft(call, _CODE_OF[judgement.verdict], words, judgement.missing, judgement.token.name))
    return drafts


def _lacking_unbound(
    call: Call, verdict: Verdict, judgements: Sequence[Judgement], config: Config, needs: dict[str, _Needs]
) -> list[Draft]:
    if verdict is Verdict.COVERED:
        return []
    for judgement in judgements:
        needs[judgement.token.name].possible.update(judgement.missing)
    missing = ScopeSet(frozenset(scope for judgement in judgements for scope in judgement.missing)).least()
    return [_draft(call, _CODE_OF[verdict], messages.lacking_unbound(judgements, config), tuple(missing))]


def _deprecated(call: Call) -> list[Draft]:
    endpoints = {match.endpoint.key: match.endpoint for match in call.matches if match.endpoint.deprecated}
    return [_draft(call, DEPRECATED_ENDPOINT, messages.deprecated(endpoint)) for endpoint in endpoints.values()]


def _level(call: Call, token: Token, config: Config) -> list[Draft]:
    """ATS006; a warning only where another endpoint that the call may reach supports the level."""
    if token.level is None:
        return []
    refusing = [match.endpoint for match in call.matches if match.endpoint.levels and token.level not in match.endpoint.levels]
    if not refusing:
        return []
    every = len(refusing) == len(call.matches)
    words = messages.unsupported_level(refusing, every, token, config)
    draft = _draft(call, UNSUPPORTED_TOKEN_LEVEL, words, token=token.name)
    return [draft if every else replace(draft, finding=replace(draft.finding, severity=Severity.WARNING))]


def _draft(call: Call, code: Code, words: messages.Words, missing: tuple[Scope, ...] = (), token: str | None = None) -> Draft:
    site = call.site
    related = tuple(
        Related(Place(frame.path, frame.line, frame.column, frame.line, frame.column), f"sent by {frame.function or 'the module'}")
        for frame in site.via
    )
    keys = list(dict.fromkeys(match.endpoint.key for match in call.matches)) or ["/".join(call.methods) + " " + call.url]
    docs = next((match.endpoint.docs for match in call.matches if match.endpoint.docs), "")
    finding = Finding(code, code.severity, *words, site.place, missing, token, related, docs=docs)
    return Draft(finding, "|".join((site.function, ",".join(keys), token or "")))


# --- one token -------------------------------------------------------------------------------------------------


def _token(token: Token, needs: _Needs, config: Config, blind: Doubts) -> tuple[TokenReport, list[Draft]]:
    """What a token has, needs, lacks and could lose; `blind` are the doubts that concern every token."""
    doubts = replace(blind, unresolved=tuple(call.might_need for call in needs.unresolved), unknown=needs.unknown)
    advice, withheld = safe(advise(token.scopes, ScopeSet(frozenset(needs.may_need))), doubts)
    reasons = {scope: config.kept(scope) for scope in token.scopes}
    kept = tuple((s, why) for s in sorted({s for s, _ in (*advice.unused, *advice.broader)}) if (why := reasons[s]) is not None)
    advice = advice.without({scope for scope, _ in kept})
    drafts: list[Draft] = []
    for scope, wider in advice.unused:
        drafts.append(_on_declaration(token, scope, UNUSED_SCOPE, messages.unused(scope, wider, token, config), config))
    for scope, enough in advice.broader:
        drafts.append(_on_declaration(token, scope, BROADER_SCOPE, messages.broader(scope, enough, token, config), config))
    report = TokenReport(
        name=token.name,
        declared=tuple(token.scopes),
        required=tuple(ScopeSet(frozenset(needs.certain)).least()),
        missing=tuple(ScopeSet(frozenset(needs.missing)).least()),
        possible=_beyond(needs.possible, needs.missing),
        unused=tuple(scope for scope, _wider in advice.unused),
        broader=tuple(scope for scope, _enough in advice.broader),
        withheld=withheld,
        kept=kept,
    )
    return report, drafts


def _undeclared(config: Config) -> Iterable[Draft]:
    """ATS201 for what the configuration says of a scope that no token declares."""
    declared = {scope for token in config.tokens for scope in token.scopes}
    for key, text, place in config.named_at:
        if Scope.parse(text) not in declared:
            words = messages.undeclared(key, text)
            yield Draft(Finding(UNUSED_SUPPRESSION, UNUSED_SUPPRESSION.severity, *words, place), f"{key}|{text}")


def _unmatched(config: Config, run: Run) -> Iterable[Draft]:
    """ATS201 for entries of `wrappers` that match no call; not where only a part of the project was looked at."""
    places = {wrapper.function: wrapper.place for wrapper in config.wrappers}
    for function, near in () if run.partial else run.unmatched:
        place = places.get(function) or Place(config.file or "<configuration>", 1, 1, 1, 1)
        yield Draft(
            Finding(UNUSED_SUPPRESSION, UNUSED_SUPPRESSION.severity, *messages.unmatched(function, near), place), f"wrappers|{function}"
        )


def _beyond(possible: Iterable[Scope], missing: Iterable[Scope]) -> tuple[Scope, ...]:
    """Of the scopes that may lack, those that granting what lacks for certain does not settle."""
    return ScopeSet(frozenset(missing)).uncovered(ScopeSet(frozenset(possible)).least())


def _on_declaration(token: Token, scope: Scope, code: Code, words: messages.Words, config: Config) -> Draft:
    places = dict(token.declared_at)
    place = places.get(scope) or Place(config.file or "<configuration>", 1, 1, 1, 1)
    return Draft(Finding(code, code.severity, *words, place, (scope,), token.name), f"{token.name}|{scope}")
