"""Explain an error: which scope a refusal of Attio's is about, which calls of the project need it, and what to do.

Takes what was lacking and the calls of a report, gives text. Nothing of the error's own text gets into it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attio_scopes.model.call import Call
from attio_scopes.model.config import Token
from attio_scopes.model.endpoint import Endpoint, ScopeCatalogue
from attio_scopes.model.scope import Scope, ScopeSet
from attio_scopes.model.visible import visible

MOST = 20
"""So many calls are listed for a scope."""


def error_text(
    lacking: Sequence[tuple[Scope, ...]],
    endpoints: Sequence[Endpoint],
    other: str,
    calls: Sequence[Call],
    tokens: Sequence[Token],
    catalogue: ScopeCatalogue,
    told: Sequence[str],
) -> str:
    """What a refusal means for a project.

    Args:
        lacking: scopes that it names, one of each tuple.
        endpoints: that it names.
        other: a code by which Attio refuses for another reason, or "".
        calls: of the project.
        tokens: that the project declares.
        catalogue: of the scopes that there are.
        told: what is known of each of the endpoints, in words.

    Returns:
        lines that end with a line feed.
    """
    lines: list[str] = []
    if other:
        lines += [f"The code {other} is not about scopes: the workspace's plan does not have this, or a quota is used up.", ""]
    for scopes in lacking:
        lines += _scopes(scopes, calls, tokens, catalogue)
    if endpoints and not lacking:
        lines += [
            "The text names no scope. What it asked for:" if len(endpoints) == 1 else "The text names no scope. It may have asked for:"
        ]
        lines += ["", *(line for text in told for line in text.splitlines()), ""]
        needed = {scope for e in endpoints for a in e.requirement.alternatives for scope in a.scopes}
        if len(endpoints) == 1 and tokens:
            lines += [*_declared(sorted(needed), tokens), ""]
    elif lacking and endpoints:
        lines += ["It was asked for:", *(f"  {visible(endpoint.key)}" for endpoint in endpoints), ""]
    return "\n".join(lines[:-1]) + "\n"


def _scopes(scopes: tuple[Scope, ...], calls: Sequence[Call], tokens: Sequence[Token], catalogue: ScopeCatalogue) -> Iterator[str]:
    yield "The token lacks " + " or ".join(map(str, scopes)) + "."
    for scope in scopes:
        row = catalogue.row(scope.resource)
        if row is not None and row.allows:
            yield f"  {scope}: {row.allows}"
    needing = [call for call in calls if any(_needs(call, scope) for scope in scopes)]
    yield ""
    yield f"Calls of this project that need it: {len(needing)}" if needing else "No call of this project is known to need it."
    for call in needing[:MOST]:
        keys = " or ".join(sorted({match.endpoint.key for match in call.matches}))
        yield f"  {visible(call.site.place.path)}:{call.site.place.line}: {visible(keys)}"
    if len(needing) > MOST:
        yield f"  … and {len(needing) - MOST} more"
    unresolved = sum(1 for call in calls if call.status.value == "unresolved")
    if unresolved:
        yield f"  {unresolved} further {'call' if unresolved == 1 else 'calls'} could not be resolved and may need it too"
    yield ""
    yield from _declared(scopes, tokens) if tokens else _undeclared(scopes)
    yield ""


def _needs(call: Call, scope: Scope) -> bool:
    """Whether a call is refused for lack of a scope: it needs that, or more of the same resource."""
    return any(need.covers(scope) for match in call.matches for alternative in match.alternatives for need in alternative.scopes)


def _declared(scopes: Iterable[Scope], tokens: Sequence[Token]) -> Iterator[str]:
    """What to do, by what each token declares."""
    wanted = tuple(scopes)
    for token in tokens:
        held = ScopeSet(frozenset(token.scopes))
        short = held.uncovered(wanted)
        name = "the token" if len(tokens) == 1 else f"token {visible(token.name)}"
        if short and len(short) == len(wanted):
            yield f"What to do: it is not declared for {name}. Grant {_either(wanted)} in Attio and declare it, or remove the call."
        elif len(wanted) > 1 and short:
            yield f"What to do: for {name}, {' and '.join(map(str, short))} is not declared. Grant it in Attio and declare it."
        else:
            yield f"What to do: it is declared for {name}, so the token in use is another one, or was granted less:"
            yield "  `attio-scopes verify` asks Attio which scopes the token has."
    if any(token.kind == "oauth" for token in tokens):
        yield "  Customers of an OAuth app have to authorise again when a scope is added."


def _undeclared(scopes: tuple[Scope, ...]) -> Iterator[str]:
    yield f"What to do: grant {_either(scopes)} to the token in Attio's settings, or remove the call."
    yield "  `attio-scopes init` writes down what the code needs, and `attio-scopes check` tells before Attio does."


def _either(scopes: Iterable[Scope]) -> str:
    return " or ".join(map(str, scopes))
