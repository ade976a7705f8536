"""What traffic shows, as text or as JSON. Takes evidence and gives text; paths of requests and of the code are made harmless."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from attio_scopes.model.call import Call
from attio_scopes.model.evidence import Evidence, Seen
from attio_scopes.model.visible import visible
from attio_scopes.report.annotate import counted

_NEWS = "Sent, and not in the report:"
_UNCOVERED = "Sent, and covered by no declared scope:"
_REFUSED = "Refused with 403:"
_UNSEEN = "In the report, and not sent here:"


def render_text(evidence: Evidence, shown: Callable[[str], str]) -> str:
    """For a terminal.

    Args:
        evidence: what was found.
        shown: turns a path of the report into one that the reader can open.
    """
    blocks = [
        [_NEWS, *(line for one in evidence.seen if one.is_news for line in _news(one, shown))],
        [_UNCOVERED, *(f"  {_key(one)}: lacks {_scopes(one.lacking)}" for one in evidence.seen if one.lacking)],
        [_REFUSED, *(line for one in evidence.seen if one.refused for line in _refused(one))],
        [_UNSEEN, *(f"  {_where(call, shown)}: {_endpoints(call)}" for call in evidence.unseen)],
    ]
    lines = [line for block in blocks if len(block) > 1 for line in (*block, "")]
    sent = sum(one.count for one in evidence.seen)
    known = sum(not one.is_news for one in evidence.seen)
    lines.append(f"{counted(sent, 'request')} to Attio, {counted(len(evidence.seen), 'endpoint')}: {known} in the report.")
    if evidence.others:
        lines.append(f"{counted(evidence.others, 'request')} went to other hosts.")
    return "\n".join(lines) + "\n"


def _news(one: Seen, shown: Callable[[str], str]) -> Iterator[str]:
    yield f"  {_key(one)}" + ("" if one.endpoint is not None else "  (Attio's reference has no such endpoint)")
    for call in one.perhaps:
        yield f"    perhaps {_where(call, shown)}, which is unresolved: {visible(call.reason or '')}"
        if one.endpoint is not None:
            yield f"    then the comment there is:  # attio-scopes: endpoint {visible(one.endpoint.key)}"
    if not one.perhaps:
        yield "    no call of the report could have sent it: other code did, or a call is not seen (`attio-scopes calls`)"


def _refused(one: Seen) -> Iterator[str]:
    yield f"  {_key(one)}: {one.refused} of {one.count}; it needs {_scopes(one.needs) if one.needs else 'no scope'}"


def _key(one: Seen) -> str:
    return visible(one.key)


def _scopes(scopes: tuple[object, ...]) -> str:
    return ", ".join(map(str, scopes))


def _where(call: Call, shown: Callable[[str], str]) -> str:
    return f"{visible(shown(call.site.place.path))}:{call.site.place.line}"


def _endpoints(call: Call) -> str:
    return " or ".join(sorted({visible(match.endpoint.key) for match in call.matches}))


def render_json(evidence: Evidence) -> str:
    """For programs."""
    document = {
        "schema_version": 1,
        "requests": [
            {
                "endpoint": one.key if one.endpoint is not None else None,
                "request": one.key,
                "count": one.count,
                "refused": one.refused,
                "in_report": not one.is_news,
                "calls": [_call(call) for call in one.calls],
                "perhaps": [{**_call(call), "reason": call.reason} for call in one.perhaps],
                "lacking": [str(scope) for scope in one.lacking],
                "needs": [str(scope) for scope in one.needs],
            }
            for one in evidence.seen
        ],
        "not_sent": [{**_call(call), "endpoints": sorted({match.endpoint.key for match in call.matches})} for call in evidence.unseen],
        "other_hosts": evidence.others,
    }
    return json.dumps(document, indent=2) + "\n"


def _call(call: Call) -> dict[str, object]:
    place = call.site.place
    return {"path": place.path, "line": place.line, "column": place.column}
