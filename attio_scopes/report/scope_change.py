"""What a change does to the scopes, as text, as Markdown for a pull request, or as JSON.

Takes a `ScopeChange`, gives text. Paths and URLs of the analysed code are made harmless for each medium.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence

from attio_scopes.model.change import EntryChange, LostScope, NewScope, ScopeChange, SeenCall, TokenChange
from attio_scopes.report.escape import markdown, markdown_code, printable

MOST_CALLS = 50
"""So many of the added and of the removed calls are listed; a comment on a pull request has a largest size."""

_NOT_READ = "Not everything was analysed; more may be needed than is shown here:"
_ENTRIES = "Entry points that need more:"
AUTHORISE = "Customers must authorise again: this token belongs to an OAuth app."


def render_text(change: ScopeChange) -> str:
    """For a terminal."""
    lines = [f"Scopes from {printable(change.base)} to {printable(change.head)}", ""]
    for token in change.tokens:
        lines += _text_token(token)
    if not any(token.new or token.possible or token.lost for token in change.tokens):
        lines += ["The needed scopes do not change.", ""]
    if change.entries:
        lines += [_ENTRIES, *(f"  {_entry(one, printable)}: {_more(one)}" for one in change.entries[:MOST_CALLS])]
        lines += [f"  … and {len(change.entries) - MOST_CALLS} more"] if len(change.entries) > MOST_CALLS else []
        lines.append("")
    for title, sign, calls in (("Calls added", "+", change.added), ("Calls removed", "-", change.removed)):
        if calls:
            lines.append(f"{title}: {len(calls)}")
            lines += [f"  {sign} {_spot(call)}: {_what(call)}" for call in calls[:MOST_CALLS]]
            lines += [f"  … and {len(calls) - MOST_CALLS} more"] if len(calls) > MOST_CALLS else []
            lines.append("")
    lines += [_caution(change), ""] if change.unresolved else []
    lines += [_NOT_READ, *(f"  {printable(line)}" for line in change.not_read), ""] if change.not_read else []
    return "\n".join(lines[:-1]) + "\n"


def _text_token(token: TokenChange) -> Iterator[str]:
    owner = f" of token {printable(token.token)}" if token.token else ""
    possibly = f"Possibly needed too{owner}; the source does not show it:"
    for title, scopes in ((f"New scopes are needed{owner}:", token.new), (possibly, token.possible)):
        if scopes:
            yield title
            for new in scopes:
                yield f"  {new.scope}{_was(new)}"
                yield from (f"    {_spot(call)}: {_what(call)}{'  (new call)' if is_new else ''}" for call, is_new in new.calls)
            yield ""
    if token.new and token.oauth:
        yield from (AUTHORISE, "")
    if token.lost:
        yield f"No longer needed{owner}:"
        yield from (f"  {lost.scope}{_left(lost)}" for lost in token.lost)
        yield ""


def render_markdown(change: ScopeChange) -> str:
    """For a comment on a pull request."""
    lines = ["### Attio scopes", ""]
    for token in change.tokens:
        lines += _markdown_token(token)
    if not any(token.new or token.possible or token.lost for token in change.tokens):
        lines += ["The needed scopes do not change.", ""]
    if change.entries:
        lines += [_ENTRIES, "", *(f"- {_entry(one, markdown_code)}: {_more(one)}" for one in change.entries[:MOST_CALLS])]
        lines += [f"- … and {len(change.entries) - MOST_CALLS} more"] if len(change.entries) > MOST_CALLS else []
        lines.append("")
    for title, calls in (("Calls added", change.added), ("Calls removed", change.removed)):
        if calls:
            lines += [f"<details><summary>{title}: {len(calls)}</summary>", ""]
            lines += [f"- {markdown_code(_spot(call))} {markdown_code(_what(call))}" for call in calls[:MOST_CALLS]]
            lines += [f"- … and {len(calls) - MOST_CALLS} more"] if len(calls) > MOST_CALLS else []
            lines += ["", "</details>", ""]
    lines += [_caution(change), ""] if change.unresolved else []
    if change.not_read:
        lines += [f"⚠️ **{_NOT_READ}**", "", *(f"- {markdown(line)}" for line in change.not_read[:MOST_CALLS])]
        lines += [f"- … and {len(change.not_read) - MOST_CALLS} more"] if len(change.not_read) > MOST_CALLS else []
        lines.append("")
    lines.append(f"From {markdown_code(change.base)} to {markdown_code(change.head)}.")
    return "\n".join(lines) + "\n"


def _markdown_token(token: TokenChange) -> Iterator[str]:
    owner = f" of token {markdown(token.token)}" if token.token else ""
    if token.new:
        yield from (f"**New scopes are needed{owner}:**", "")
        yield from _markdown_scopes(token.new)
        if token.oauth:
            yield from (f"> {AUTHORISE}", "")
    if token.possible:
        yield from (f"Possibly needed too{owner}; the source does not show it:", "")
        yield from _markdown_scopes(token.possible)
    if token.lost:
        yield from (f"No longer needed{owner}:", "")
        yield from (f"- `{lost.scope}`{_left(lost)}" for lost in token.lost)
        yield ""


def _markdown_scopes(scopes: Sequence[NewScope]) -> Iterator[str]:
    for new in scopes:
        yield f"- `{new.scope}`{_was(new)}"
        for call, is_new in new.calls:
            yield f"  - {markdown_code(_spot(call))} {markdown_code(_what(call))}{' (new call)' if is_new else ''}"
    yield ""


def render_json(change: ScopeChange) -> str:
    """For programs."""
    document = {
        "schema_version": 1,
        "base": change.base,
        "head": change.head,
        "needs_more": change.needs_more,
        "tokens": [
            {
                "name": token.token or None,
                "oauth": token.oauth,
                "customers_must_authorise_again": token.oauth and bool(token.new),
                "new": [_new(item) for item in token.new],
                "possible": [_new(item) for item in token.possible],
                "no_longer": [{"scope": str(item.scope), "left": str(item.left) if item.left else None} for item in token.lost],
            }
            for token in change.tokens
        ],
        "calls": {"added": [_call(call) for call in change.added], "removed": [_call(call) for call in change.removed]},
        "entry_points": [_entry_object(one) for one in change.entries],
        "unresolved": change.unresolved,
        "not_read": list(change.not_read),
    }
    return json.dumps(document, indent=2) + "\n"


def _new(item: NewScope) -> dict[str, object]:
    calls = [{**_call(call), "new": is_new} for call, is_new in item.calls]
    return {"scope": str(item.scope), "was": str(item.was) if item.was else None, "calls": calls}


def _call(call: SeenCall) -> dict[str, object]:
    scopes = [str(scope) for scope in call.scopes]
    return {"path": call.path, "line": call.line, "column": call.column, "what": call.what, "status": call.status, "scopes": scopes}


def _entry(one: EntryChange, shown: Callable[[str], str]) -> str:
    entry = one.entry
    return f"{printable(entry.kind)} {shown(entry.name)} ({shown(f'{entry.path}:{entry.line}')}{', new' if one.is_new else ''})"


def _more(one: EntryChange) -> str:
    return ", ".join(map(str, one.more))


def _entry_object(one: EntryChange) -> dict[str, object]:
    entry = one.entry
    place = {"kind": entry.kind, "name": entry.name, "path": entry.path, "line": entry.line}
    return {**place, "new": one.is_new, "more": [str(scope) for scope in one.more]}


def _was(new: NewScope) -> str:
    return f" (was {new.was})" if new.was else ""


def _left(lost: LostScope) -> str:
    return f" ({lost.left} is enough)" if lost.left else ""


def _spot(call: SeenCall) -> str:
    return printable(f"{call.path}:{call.line}:{call.column}")


def _what(call: SeenCall) -> str:
    note = {"unresolved": " (unresolved)", "unknown-endpoint": " (unknown endpoint)"}.get(call.status, "")
    return printable(call.what) + note


def _caution(change: ScopeChange) -> str:
    if change.unresolved == 1:
        return "1 call could not be resolved and may need more than is shown here."
    return f"{change.unresolved} calls could not be resolved and may need more than is shown here."


RENDERERS: dict[str, Callable[[ScopeChange], str]] = {"text": render_text, "markdown": render_markdown, "json": render_json}
