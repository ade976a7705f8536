"""Pins and contracts: lets comments in the code settle what the source cannot say, and checks each against what it does say.

Takes calls that were matched and the directives of their files; gives the calls with pinned ones resolved, and a finding for
each pin or contract that is unused or untrue. It never lets a comment overrule what the source decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from attio_scopes.model.call import Call, CallStatus, EndpointMatch, Place
from attio_scopes.model.directive import Directive, DirectiveKind
from attio_scopes.model.endpoint import Alternative, Endpoint, Manifest, Requirement
from attio_scopes.model.finding import UNUSED_SUPPRESSION, Finding
from attio_scopes.model.fitting import endpoints_at, may_reach
from attio_scopes.model.nearest import nearest_endpoints, typed_segments
from attio_scopes.model.scope import Scope, ScopeSet
from attio_scopes.model.visible import visible

CONTRACT_HOST = ""  # of the stand-in endpoint for a call that only a contract speaks for


class Settled(Struct, frozen=True):
    """The calls after pins and contracts, and what is wrong with those."""

    calls: tuple[Call, ...]
    findings: tuple[Finding, ...]


def apply_pins(
    calls: Sequence[Call], directives: Mapping[str, tuple[Directive, ...]], manifest: Manifest, *, partial: bool = False
) -> Settled:
    """Resolve calls by the pins and contracts in the source.

    Args:
        calls: as `match` gives them.
        directives: by path of the file.
        manifest: the endpoints that a pin may name.
        partial: only a part of the project was looked at: a pin without a call is then no news.

    Returns:
        the calls in the same order, and the findings (ATS201), sorted by place.
    """
    settled = list(calls)
    findings: list[Finding] = []
    by_file: dict[str, list[int]] = {}
    for index, call in enumerate(settled):
        by_file.setdefault(call.site.place.path, []).append(index)
    for path, found in directives.items():
        pins = [directive for directive in found if directive.kind is DirectiveKind.ENDPOINT]
        by_line = _by_line([(index, settled[index]) for index in by_file.get(path, [])]) if pins else {}
        for directive in pins:
            findings.extend(_pin(directive, path, by_line.get(directive.target, ()), settled, manifest, partial))
    for path, found in directives.items():
        contracts = [directive for directive in found if directive.kind is DirectiveKind.REQUIRES]
        findings.extend(_contracts(contracts, path, by_file.get(path, []), settled, manifest, partial))
    findings.sort(key=lambda finding: (finding.place, finding.message))
    return Settled(tuple(settled), tuple(findings))


def _by_line(calls: Iterable[tuple[int, Call]]) -> dict[int, list[int]]:
    """For each line, the calls that a comment for that line speaks of: those on it, or with an end of their statement there.

    There may be very many calls and comments, so they are not compared with one another.
    """
    found: dict[int, list[int]] = {}
    for index, call in calls:
        place, site = call.site.place, call.site
        ends = {site.statement_line or place.line, site.statement_end_line or place.end_line}
        for line in sorted({*range(place.line, place.end_line + 1), *ends}):
            found.setdefault(line, []).append(index)
    return found


def place_of(directive: Directive, path: str) -> Place:
    """Where a comment stands."""
    return Place(path, directive.line, directive.column, directive.line, directive.end_column)


def unused(directive: Directive, path: str, message: str, remedy: str) -> Finding:
    """An ATS201 finding on a comment."""
    return Finding(UNUSED_SUPPRESSION, UNUSED_SUPPRESSION.severity, message, remedy, place_of(directive, path))


# --- pins ------------------------------------------------------------------------------------------------------


class Pinned(Struct, frozen=True):
    """An endpoint that a pin names, and the alternatives of its requirement that the pin leaves open."""

    endpoint: Endpoint
    alternatives: tuple[Alternative, ...]
    condition: str = ""

    def __str__(self) -> str:
        return f"{self.endpoint.key} when {self.condition}" if self.condition else self.endpoint.key


def pinned(manifest: Manifest, method: str, path: str, condition: str = "") -> Pinned | tuple[str, str]:
    """What a pin names.

    Args:
        manifest: the endpoints that it may name.
        method: upper case.
        path: a template, or a concrete path, of which a segment may decide a condition.
        condition: `name=value`, or "".

    Returns:
        the endpoint with its open alternatives, or (message, help) where there is no such thing.
    """
    endpoint = find_endpoint(manifest, method, path)
    if endpoint is None:
        near = nearest_endpoint(manifest, method, path)
        return f"Pin names {visible(f'{method} {path}')}, which Attio's reference does not have.", f"Nearest: {near}."
    said = dict(zip(endpoint.path.split("/"), path.split("/"), strict=True))
    open_ = [
        a for a in endpoint.requirement.alternatives if a.when is None or _leaves_open(said.get(f"{{{a.when.name}}}", "{"), a.when.value)
    ]
    if condition:
        open_ = [a for a in open_ if a.when is not None and f"{a.when.name}={a.when.value}" == condition]
    if not open_:
        known = [f"{a.when.name}={a.when.value}" for a in endpoint.requirement.alternatives if a.when is not None]
        message = f"Pin says {visible(condition)}, on which nothing depends at {endpoint.key}."
        return message, f"Known there: {', '.join(known)}." if known else "Remove the condition from the pin."
    decided = len(open_) < len(endpoint.requirement.alternatives) and open_[0].when is not None
    return Pinned(endpoint, tuple(open_), f"{open_[0].when.name}={open_[0].when.value}" if decided and open_[0].when else "")


def _leaves_open(segment: str, value: str) -> bool:
    """Whether a segment of a pin's path may have a value: it has it, or it is a parameter."""
    return segment.startswith("{") or segment == value


def _pin(directive: Directive, path: str, here: Iterable[int], settled: list[Call], manifest: Manifest, partial: bool) -> Iterable[Finding]:
    pins: list[Pinned] = []
    for named in directive.endpoints:
        pin = pinned(manifest, *named)
        if not isinstance(pin, Pinned):
            yield unused(directive, path, *pin)
            return
        pins.append(pin)
    targets = _innermost(list(here), settled)
    if not targets and not partial:
        message = "Pin does not belong to any call to Attio."
        yield unused(directive, path, message, "Move it to the line of the call, or remove it.")
    problems = []
    for index in targets:
        call, problem = pin_call(settled[index], tuple(pins))
        settled[index] = call
        problems.append(problem)
    # Several calls on one line: the pin is for those that it fits, so it is wrong only when it fits none.
    if problems and all(problems):
        yield unused(directive, path, *next(problem for problem in problems if problem))


def _innermost(targets: list[int], settled: Sequence[Call]) -> list[int]:
    """Unresolved calls first: a pin on a line with a resolved and an unresolved call is for the latter."""
    open_calls = [index for index in targets if settled[index].status is not CallStatus.RESOLVED]
    return open_calls or targets


def pin_call(call: Call, pins: tuple[Pinned, ...]) -> tuple[Call, tuple[str, str] | None]:
    """Let a pin settle a call.

    Args:
        call: any call.
        pins: what the pin names.

    Returns:
        the call (pinned, or as it was) and (message, help) where the pin is untrue or not needed.
    """
    names = " or ".join(str(pin) for pin in pins)
    if call.status is CallStatus.RESOLVED:
        kept = tuple(narrowed for match in call.matches if (narrowed := _narrowed(match, pins)) is not None)
        reached = " or ".join(_reached(match) for match in call.matches)
        if not kept:
            return call, (f"Pin says {names}, but the call reaches {reached}.", "Correct the pin, or remove it.")
        if kept == call.matches:
            return call, (f"Pin is not needed: the source already says {reached}.", "Remove it.")
        return replace(call, matches=kept, methods=tuple(sorted({m.endpoint.method for m in kept})), pinned=True), None
    if call.status is CallStatus.UNKNOWN_ENDPOINT:
        return call, (
            f"Pin says {names}, but the source says {visible(call.url)}, which is no endpoint of Attio's.",
            "Correct the call, or remove the pin.",
        )
    possible = tuple(pin for pin in pins if may_reach(call.site, pin.endpoint))
    if not possible:
        method = "/".join(call.methods) or "?"
        return call, (f"Pin says {names}, but the source says {method} {visible(call.url)}.", "Correct the pin, or the call.")
    matches = tuple(_match(pin) for pin in sorted(possible, key=lambda pin: (pin.endpoint.path, pin.endpoint.method, pin.condition)))
    methods = tuple(sorted({pin.endpoint.method for pin in possible}))
    return replace(call, status=CallStatus.RESOLVED, methods=methods, matches=matches, reason=None, nearest=None, pinned=True), None


def _narrowed(match: EndpointMatch, pins: Sequence[Pinned]) -> EndpointMatch | None:
    """A match with the alternatives that the pins leave open; None where they leave none."""
    open_ = {alternative for pin in pins if pin.endpoint.key == match.endpoint.key for alternative in pin.alternatives}
    kept = tuple(alternative for alternative in match.alternatives if alternative in open_)
    return replace(match, alternatives=kept) if kept else None


def _reached(match: EndpointMatch) -> str:
    """The endpoint of a match, with the condition where the source decides one."""
    when = match.alternatives[0].when if len(match.alternatives) == 1 else None
    return f"{match.endpoint.key} when {when.name}={when.value}" if when is not None else match.endpoint.key


def _match(pin: Pinned) -> EndpointMatch:
    parameters = tuple((parameter.name, "{" + parameter.name + "}") for parameter in pin.endpoint.parameters)
    return EndpointMatch(pin.endpoint, parameters, pin.alternatives)


def find_endpoint(manifest: Manifest, method: str, path: str) -> Endpoint | None:
    """The endpoint that a method and a path name: by its template, or by a concrete path (literal segments win)."""
    return next(iter(endpoints_at((endpoint for endpoint in manifest.endpoints if endpoint.method == method), path)), None)


def nearest_endpoint(manifest: Manifest, method: str, path: str) -> str:
    """The endpoints nearest to a method and path that no endpoint has, as text; "none" where nothing is near."""
    return " or ".join(nearest_endpoints(manifest, method, typed_segments(path))) or "none"


# --- contracts -------------------------------------------------------------------------------------------------


def _contracts(
    contracts: Sequence[Directive], path: str, here: Sequence[int], settled: list[Call], manifest: Manifest, partial: bool
) -> Iterable[Finding]:
    # The nearest contract around a call speaks for it.
    known = {contract.function for contract in contracts}
    inside: dict[str, list[int]] = {}
    for index in here:
        function = settled[index].site.function.replace(".<locals>", "")
        while function and function not in known:
            function = function.rpartition(".")[0]
        inside.setdefault(function, []).append(index)
    for contract in contracts:
        spoken_for = inside.get(contract.function, [])
        yield from _unknown_scopes(contract, path, manifest)
        yield from _check_contract(contract, path, [settled[index] for index in spoken_for], partial)
        for index in spoken_for:
            if settled[index].status is CallStatus.UNRESOLVED:
                settled[index] = _by_contract(settled[index], contract)


def _unknown_scopes(contract: Directive, path: str, manifest: Manifest) -> Iterable[Finding]:
    """Scopes of a contract that a token cannot be granted: the configuration would refuse them."""
    listed = {f"{row.resource}:{access}" for row in manifest.scopes for access in row.accesses if not row.absent_since}
    for scope in contract.scopes:
        if listed and str(scope) not in listed:
            message = f"Contract of {visible(contract.function)} states {visible(str(scope))}, and there is no such scope."
            yield unused(contract, path, message, f"`attio-scopes explain {visible(str(scope))}` names the one that is meant.")


def _check_contract(contract: Directive, path: str, calls: Sequence[Call], partial: bool) -> Iterable[Finding]:
    stated = ScopeSet(frozenset(contract.scopes))
    resolved = [call for call in calls if call.status is CallStatus.RESOLVED]
    always = ScopeSet(frozenset(scope for call in resolved for scope in _certainly(call)))
    ever = ScopeSet(frozenset(scope for call in resolved for m in call.matches for a in m.alternatives for scope in a.scopes))
    if not calls:
        if not partial:
            yield unused(contract, path, f"Contract of {visible(contract.function)}: no call to Attio is decided in it.", "Remove it.")
        return
    short = stated.uncovered(always)
    spare: tuple[Scope, ...] = ()
    if len(resolved) == len(calls):  # an unresolved call may need whatever is stated
        spare = tuple(scope for scope in stated if not any(scope.resource == o.resource and o.covers(scope) for o in ever))
    kept = ScopeSet(frozenset(scope for scope in stated if scope not in spare)).union(short)
    kept = kept.union(scope for scope in ever if any(scope.resource == s.resource for s in spare)).least()
    remedy = f"Write: requires {_list(kept) or 'nothing'}"
    name = visible(contract.function)
    if short:
        yield unused(contract, path, f"Contract of {name} leaves out {_list(short)}, which its calls need.", remedy)
    if spare:
        yield unused(contract, path, f"Contract of {name} states {_list(spare)}, which no call in it needs.", remedy)


def _certainly(call: Call) -> frozenset[Scope]:
    sets = [frozenset(alternative.scopes) for match in call.matches for alternative in match.alternatives]
    return frozenset.intersection(*sets) if sets else frozenset()


def _by_contract(call: Call, contract: Directive) -> Call:
    """An unresolved call that needs what its function's contract states; the endpoint is a stand-in that says so."""
    method = call.methods[0] if len(call.methods) == 1 else "*"
    requirement = Requirement((Alternative(None, contract.scopes),))
    summary = f"stated by the contract of {visible(contract.function)}"
    endpoint = Endpoint(method, call.url, CONTRACT_HOST, (), summary, "", "", False, (), requirement)
    match = EndpointMatch(endpoint, (), requirement.alternatives)
    return replace(call, status=CallStatus.RESOLVED, matches=(match,), reason=None, nearest=None, pinned=True)


def _list(scopes: Iterable[Scope]) -> str:
    return ", ".join(str(scope) for scope in scopes)
