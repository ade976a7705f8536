"""Explain a call: how the tool came to its reading of a place in the code.

Takes calls of a report and a place, gives text: the readings with what each unknown part comes from, the frames down to the HTTP
call, the endpoint candidates, the scopes and where they were read. Never evaluates anything.
"""

from __future__ import annotations

from collections.abc import Sequence

from attio_scopes.model import fate
from attio_scopes.model.call import Call, EndpointMatch, Reading
from attio_scopes.model.fate import Account
from attio_scopes.model.path import Hole, render
from attio_scopes.model.report import JudgedCall
from attio_scopes.model.visible import visible


def calls_at(calls: Sequence[JudgedCall], path: str, line: int) -> tuple[JudgedCall, ...]:
    """The calls that lie on a line, or that are sent through a frame on it.

    Args:
        calls: of a report.
        path: as the report spells it.
        line: from 1.

    Returns:
        those whose own expression covers the line; where there is none, those with a frame there.
    """
    own = tuple(c for c in calls if c.call.site.place.path == path and c.call.site.place.line <= line <= c.call.site.place.end_line)
    return own or tuple(c for c in calls if any(frame.path == path and frame.line == line for frame in c.call.site.via))


def call_text(judged: JudgedCall) -> str:
    """All that is known of one call, as text for a terminal; ends with a line end."""
    call = judged.call
    place = call.site.place
    around = f" in {visible(call.site.function)}" if call.site.function else ""
    lines = [
        f"{visible(place.path)}:{place.line}:{place.column}{around}",
        f"  status: {judged.status}",
        f"  sent by: {visible(call.site.client)}",
    ]
    lines += ["", "  resolved request"]
    for reading in call.site.readings:
        lines += _reading(reading)
    if call.pinned:
        lines.append("    a pin in the source says which endpoint it is")
    if call.reason is not None:
        lines.append(f"    not resolved: {visible(call.reason)}")
    lines += ["", "  call chain"]
    lines += [
        f"    {visible(frame.path)}:{frame.line}:{frame.column} {visible(frame.function or 'module level')}" for frame in call.site.via
    ]
    if not call.site.via:
        lines.append("    none: this is the HTTP call itself")
    if call.site.credentials:
        lines += ["", "  token read from", f"    {', '.join(visible(name) for name in call.site.credentials)}"]
    lines += _candidates(call)
    return "\n".join(lines) + "\n"


_FATES = {
    fate.FOUND: "a request to Attio that is reported at the call above that decides it",
    fate.BEHIND: "a request to Attio that is reported at calls of the function around it",
    fate.HANDED_UP: "what is called, or what it is given, is decided by the callers of the function around it",
    fate.CUT: "not followed: a limit of the analysis was reached",
    fate.ELSEWHERE: "a request to another host, or to one that nothing connects with Attio",
    fate.FOLLOWED: "followed into the project's own code",
    fate.OUTSIDE: "not the project's code, and no request to Attio that the analyser knows",
    fate.NO_SEND: "known code that sends nothing",
    fate.NEVER: "cannot be reached",
    fate.NOT_ASKED: "not followed: nothing here mentions Attio or what leads to it",
}


def fates_text(accounts: Sequence[Account], path: str, line: int) -> str:
    """What became of the calls on a line that are no calls to Attio, as text for a terminal; empty where no call stands there.

    Args:
        accounts: of a run.
        path: as the report spells it.
        line: from 1.
    """
    here = [one for one in accounts if one.path == path and one.span[0] <= line <= one.span[2]]
    lines = []
    for one in [one for one in here if one.span[0] == line] or here:
        about = f" ({visible(one.about)})" if one.about else ""
        lines.append(f"{visible(path)}:{one.span[0]}:{one.span[1]}{about}: {_FATES[one.fate]}")
    return "".join(f"{text}\n" for text in lines)


def _reading(reading: Reading) -> list[str]:
    lines = [f"    {visible(reading.method or '(method not known)')} {visible(render(reading.url))}"]
    for piece in dict.fromkeys(reading.url):
        if isinstance(piece, Hole):
            origin = f": {visible(piece.origin)}" if piece.origin else ""
            lines.append(f"      {{{visible(piece.label)}}} is not known{origin}")
    for what, keys in (("query", reading.query_keys), ("body", reading.body_keys)):
        if keys:
            lines.append(f"      {what} keys: {', '.join(visible(key) for key in sorted(keys))}")
        elif keys is None:
            lines.append(f"      {what} keys: not known")
    return lines


def _candidates(call: Call) -> list[str]:
    lines = ["", "  possible endpoints"]
    for match in call.matches:
        lines += _endpoint(match)
    if not call.matches:
        near = f"; the nearest is {call.nearest}" if call.nearest else ""
        lines.append(f"    none in Attio's API reference{near}")
    return lines


def _endpoint(match: EndpointMatch) -> list[str]:
    endpoint = match.endpoint
    lines = [f"    {endpoint.key}"]
    lines += [f"      {name} = {visible(value)}" for name, value in match.parameters]
    for alternative in match.alternatives:
        scopes = ", ".join(str(scope) for scope in alternative.scopes) or "no scope"
        when = f" when {alternative.when.name} is {alternative.when.value}" if alternative.when is not None else ""
        lines.append(f"      needs {scopes}{when}")
    if endpoint.sources:
        lines.append(f"      read from {', '.join(endpoint.sources)}")
    if endpoint.docs:
        lines.append(f"      {endpoint.docs}")
    return lines
