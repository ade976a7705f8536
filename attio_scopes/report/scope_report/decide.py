"""What a reader of the scope report has to decide, in sentences.

Takes the gathered sections and the report, gives the decisions, the most urgent first. It repeats what the rows say and adds
nothing to it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attio_scopes.model.config import Token
from attio_scopes.model.report import Report
from attio_scopes.report.annotate import counted
from attio_scopes.report.scope_report.rows import Decision, ScopeRow, State, TokenSection, needing

_ONE_UNKNOWN = "Look at 1 call to an endpoint that Attio's reference does not have: what it needs is not known."


def decide(sections: Sequence[TokenSection], report: Report, declared: Mapping[str, Token]) -> tuple[Decision, ...]:
    """What there is to decide.

    Args:
        sections: the tokens with their scopes.
        report: for what could not be analysed.
        declared: the tokens of the configuration by name.

    Returns:
        the decisions, the most urgent first.
    """
    several = len(sections) > 1
    decisions = []
    for section in sections:
        owner: tuple[tuple[str, bool], ...] = ((" token ", False), (section.name, True)) if several else ((" the token", False),)
        for row in section.scopes:
            words = _decision(row, owner)
            if words:
                decisions.append(Decision(row.state, words))
    order = list(State)
    decisions.sort(key=lambda decision: order.index(decision.state) if decision.state else len(order))
    unread = sum(finding.code.id.startswith("ATS9") for finding in report.findings)
    unresolved = sum(judged.status == "unresolved" for judged in report.calls)
    if unresolved:
        text = (
            f"Look at {counted(unresolved, 'call')} that could not be resolved: {'it' if unresolved == 1 else 'they'} may need any scope."
        )
        decisions.append(Decision(None, ((text, False),)))
    unknown = sum(judged.status == "unknown-endpoint" for judged in report.calls)
    if unknown:
        text = f"Look at {counted(unknown, 'call')} to endpoints that Attio's reference does not have: what they need is not known."
        decisions.append(Decision(None, ((text if unknown > 1 else _ONE_UNKNOWN, False),)))
    if unread:
        calls = f"calls in {'it' if unread == 1 else 'them'} are not in this report"
        decisions.append(Decision(None, ((f"{counted(unread, 'file')} could not be analysed: {calls}.", False),)))
    changes = any(decision.state in (State.MISSING, State.POSSIBLE) for decision in decisions)
    if changes and any(token.kind == "oauth" for token in declared.values()):
        decisions.append(Decision(None, (("Granting a scope to an OAuth app means that every customer must authorise it again.", False),)))
    return tuple(decisions)


def _decision(row: ScopeRow, owner: tuple[tuple[str, bool], ...]) -> tuple[tuple[str, bool], ...]:
    """The sentence for one scope, or () where there is nothing to decide."""
    granted = (f"{row.resource}:{row.granted}", True)
    if row.state is State.MISSING:
        scope = (f"{row.resource}:{row.needed}", True)
        return (
            ("Grant ", False),
            scope,
            (" to", False),
            *owner,
            (f", or change the code: {needing(row.beyond)} it{'; ' + row.silence if row.silence else ''}.", False),
        )
    if row.state is State.POSSIBLE:
        why = f": {counted(row.calls, 'call')} may need it, depending on what the source does not show."
        return ("Decide whether", False), *owner, (" needs more of ", False), (row.resource, True), (why, False)
    if row.state is State.UNUSED:
        return ("Remove ", False), granted, (" from", False), *owner, (": no call needs it.", False)
    if row.state is State.BROADER:
        return ("Narrow ", False), granted, (" of", False), *owner, (" to read: its calls only read.", False)
    return ()
