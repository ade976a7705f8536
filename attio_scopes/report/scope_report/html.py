"""The scope report as one HTML file that needs nothing else: no network, no further file.

Takes a `ScopeReport`, gives HTML. Everything is escaped; a content security policy lets nothing run or load but the style and
the script that are ours, by their hash. Without a script everything can still be read: only search and filter are missing.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from html import escape
from importlib.resources import files

from attio_scopes.report.annotate import counted
from attio_scopes.report.escape import printable
from attio_scopes.report.scope_report.by_entry import html_choice, html_table
from attio_scopes.report.scope_report.rows import CallRow, Decision, EndpointRow, OpenCall, ScopeReport, ScopeRow, State, TokenSection

_SIGNS = {
    State.MISSING: "✕", State.POSSIBLE: "?", State.BROADER: "↓", State.UNUSED: "–", State.KEPT: "•", State.UNCLEAR: "?", State.NEEDED: "✓",
}  # fmt: skip
_STATUS_WORDS = {
    "covered": "covered",
    "missing": "missing a scope",
    "possible": "possibly missing a scope",
    "unknown_endpoint": "to an unknown endpoint",
    "unresolved": "unresolved",
    "suppressed": "suppressed",
    "resolved": "resolved",
}
_OPEN_SECTIONS = (
    (
        "unresolved",
        "Calls that could not be resolved",
        "They reach Attio, but the source does not show which endpoint. They may need any scope.",
    ),
    ("unknown", "Calls to endpoints that Attio's reference does not have", "What they need is not known."),
    ("suppressed", "Calls whose findings are suppressed", "A comment in the source, the configuration or the baseline suppresses them."),
)


def render(view: ScopeReport) -> str:
    """The page.

    Args:
        view: what it says.

    Returns:
        HTML; the same for the same report.
    """
    style, script = _asset("style.css"), _asset("script.js")
    policy = f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'; form-action 'none'"
    parts = [
        "<!DOCTYPE html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_text(policy)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f"<title>{_text(view.title)}: scope report</title>",
        f"<style>{style}</style>",
        "</head>",
        "<body><main>",
        *_head(view),
        *_summary(view),
        *_tools(view),
        *html_table(view.entries, _text, _linked),
        *(line for token in view.tokens for line in _token(token, view)),
        *(line for name, title, lead in _OPEN_SECTIONS for line in _open_calls(title, lead, getattr(view, name))),
        *_foot(view),
        "</main>",
        f"<script>{script}</script>",
        "</body></html>",
    ]
    return "\n".join(parts) + "\n"


@lru_cache(maxsize=2)
def _asset(name: str) -> str:
    """A file of this package, with line feeds only, since its hash is of those bytes."""
    return files("attio_scopes.report.scope_report").joinpath(name).read_text(encoding="utf-8").replace("\r\n", "\n")


def _hash(text: str) -> str:
    """The source expression that allows this very text."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _text(text: str) -> str:
    """Text that is neither markup nor invisible."""
    return escape(printable(text), quote=True)


def _code(text: str) -> str:
    return f"<code>{_text(text)}</code>"


def _linked(inner: str, address: str) -> str:
    """A link, to the web only; anything else stays text."""
    if not address.startswith(("https://", "http://")):
        return inner
    return f'<a href="{_text(address)}" rel="noopener noreferrer">{inner}</a>'


def _badge(state: State | None) -> str:
    """A state, by word, sign and colour."""
    if state is None:
        return '<span class="badge">To look at</span>'
    return f'<span class="badge {state.name}">{_SIGNS[state]} {state.value}</span>'


# --- the top ---------------------------------------------------------------------------------------------------


def _head(view: ScopeReport) -> Iterable[str]:
    """Title, revision, date."""
    revision, _, changes = view.revision.partition(" ")
    facts = [f"Revision {_code(revision)} {_text(changes)}".rstrip()] if view.revision else []
    facts += [_text(fact) for fact in (view.date, view.tool) if fact]
    yield f'<div class="top"><h1>{_text(view.title)}</h1><p class="soft">{" · ".join(facts)}</p></div>'
    yield '<p class="soft">Which scopes are declared for its Attio tokens, which its code needs, and why.</p>'


def _summary(view: ScopeReport) -> Iterable[str]:
    """What is to be decided, and the account of the calls."""
    yield '<section class="card"><header><h2>To decide</h2>'
    if view.decisions:
        yield '<ul class="decisions">' + "".join(_decision(decision) for decision in view.decisions) + "</ul>"
    elif view.declared:
        yield f'<p class="verdict">{_badge(State.NEEDED)} Nothing: every scope is needed, and no scope is missing.</p>'
    else:
        yield '<p class="verdict">No token is declared, so nothing was compared. These are the scopes that the code needs.</p>'
    yield '</header><div class="body">'
    counts = view.counts
    yield f"<h3>{counted(counts['calls'], 'call')} to Attio; {counted(counts['files'], 'file')} read</h3>"
    yield from _bar(view)
    yield "".join(f'<p class="soft small">{_text(note)}</p>' for note in view.notes)
    yield "</div></section>"


def _decision(decision: Decision) -> str:
    words = "".join(_code(text) if code else _text(text) for text, code in decision.words)
    return f"<li><span>{_badge(decision.state)}</span><span>{words}</span></li>"


def _bar(view: ScopeReport) -> Iterable[str]:
    """The calls by status, as a bar and in words."""
    shares = [(name, number) for name, number in view.counts.items() if name in _STATUS_WORDS and number]
    total = sum(number for _, number in shares)
    if not total:
        return
    at, pieces = 0.0, []
    for name, number in shares:
        width = 1000 * number / total
        pieces.append(f'<rect class="{name}" x="{at:.1f}" y="0" width="{width:.1f}" height="10"></rect>')
        at += width
    yield '<svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">' + "".join(pieces) + "</svg>"
    legend = (f'<li><span class="dot {name}"></span>{number} {_STATUS_WORDS[name]}</li>' for name, number in shares)
    yield '<ul class="legend small">' + "".join(legend) + "</ul>"


def _tools(view: ScopeReport) -> Iterable[str]:
    """Search and filter; the script takes the attribute `hidden` away."""
    rows = [row for token in view.tokens for row in token.scopes]
    if not rows:
        return
    yield '<div class="tools" role="search" hidden>'
    yield '<input type="search" placeholder="Search scopes, endpoints, files, reasons  ( / )" aria-label="Search" autocomplete="off">'
    yield from html_choice(view.entries, _text)
    yield f'<button type="button" data-state="" aria-pressed="true">All {len(rows)}</button>'
    for state in State:
        number = sum(row.state is state for row in rows)
        if number:
            yield f'<button type="button" data-state="{state.name}" aria-pressed="false">{state.value} {number}</button>'
    yield '<button type="button" data-all>Open all</button>'
    yield '<span class="status small soft" role="status"></span></div>'


# --- tokens and scopes -----------------------------------------------------------------------------------------


def _token(token: TokenSection, view: ScopeReport) -> Iterable[str]:
    """A token with its scopes."""
    title = f"Token {_code(token.name)}" if token.name else "Scopes that the code needs"
    if token.name == "default" and len(view.tokens) == 1:
        title = "The token"
    granted = sum(bool(row.granted) for row in token.scopes)
    numbers = [counted(granted, "scope") + " declared"] if token.name else []
    reasoned = sum(bool(row.granted and row.reasons) for row in token.scopes)
    numbers += [f"{reasoned} of them with a written reason"] if granted else []
    if token.name:
        numbers += [f"{sum(row.state is state for row in token.scopes)} {state.value.lower()}" for state in State if _has(token, state)]
    else:
        numbers += [counted(len(token.scopes), "scope") + " needed"]
    yield f'<section class="card" data-token="{_text(token.name)}"><header><div class="top"><h2>{title}</h2>'
    yield f'<p class="soft small">{_text(" · ".join(numbers))}</p></div>'
    if token.facts:
        yield f'<p class="soft small">{_text("; ".join(token.facts))}</p>'
    if token.withheld:
        yield f'<p class="small">No further scopes can be shown to be unused: {_text(token.withheld)}.</p>'
    yield "</header>"
    if token.scopes:
        yield (
            '<div class="columns"><span class="arrow-space"></span><span>Scope</span><span>Declared</span><span>Needed</span>'
            "<span>Calls</span><span></span></div>"
        )
    for row in token.scopes:
        yield from _scope(row, view.declared)
    empty = "No scope is declared, and none is needed." if view.declared else "No scope is known to be needed."
    said = "No scope of this token matches." if token.scopes else empty
    yield f'<p class="none soft"{" hidden" if token.scopes else ""}>{said}</p></section>'


def _has(token: TokenSection, state: State) -> bool:
    return any(row.state is state for row in token.scopes)


def _scope(row: ScopeRow, declared: bool) -> Iterable[str]:
    """A scope: a line, and what is behind it. Where no token is declared, nothing is said of what is granted."""
    open_at_first = " open" if row.state in (State.MISSING, State.POSSIBLE) else ""
    yield f'<details class="scope" data-state="{row.state.name}" data-resource="{_text(row.resource)}"{open_at_first}>'
    yield '<summary class="row"><span class="arrow"></span>'
    yield f'<span class="name"><b>{_text(row.label or row.resource)}</b>{_code(row.resource)}</span>'
    yield f'<span class="cell">{_code(str(row.granted)) if row.granted else _nothing(declared)}</span>'
    yield f'<span class="cell">{_code(str(row.needed)) if row.needed else _nothing()}</span>'
    badge = _badge(row.state) if declared else ""
    yield f'<span class="cell">{row.calls or _nothing()}</span><span>{badge}</span></summary><div class="inside"><dl>'
    yield f"<dt>Finding</dt><dd>{_text(row.explanation)}</dd>"
    if row.allows:
        yield f"<dt>What it allows</dt><dd>{_text(row.allows)}</dd>"
    reasons = "<br>".join(f"{_text(reason)} <span class='soft small'>({_code(text)})</span>" for text, reason in row.reasons)
    yield f"<dt>Reason given</dt><dd>{reasons or '<span class=soft>None is written in the configuration.</span>'}</dd></dl>"
    for endpoint in row.endpoints:
        yield from _endpoint(endpoint)
    yield "</div></details>"


def _nothing(known: bool = True) -> str:
    return f'<span class="soft">{"none" if known else "not declared"}</span>'


def _endpoint(endpoint: EndpointRow) -> Iterable[str]:
    """An endpoint and the calls that reach it."""
    about = f"{_text(endpoint.summary)} · " if endpoint.summary else ""
    docs = f" · {_linked('documentation', endpoint.docs)}" if endpoint.docs else ""
    yield f'<div class="endpoint"><p>{_code(endpoint.key)}'
    yield f'<span class="soft small"> {about}needs {endpoint.access}{docs}</span></p>'
    yield '<ul class="calls small">' + "".join(f"<li>{_call(call)}</li>" for call in endpoint.calls) + "</ul></div>"


def _call(call: CallRow) -> str:
    """A call on one line."""
    inside = f' <span class="soft">in</span> {_code(call.function)}' if call.function else ""
    note = f' <span class="badge">{_text(call.note)}</span>' if call.note else ""
    return f"{_linked(_code(call.where), call.link)}{inside}{note}"


# --- the rest --------------------------------------------------------------------------------------------------


def _open_calls(title: str, lead: str, rows: Sequence[OpenCall]) -> Iterable[str]:
    """Calls about which something is open."""
    if not rows:
        return
    yield f'<section class="card calls-open"><header><h2>{title} ({len(rows)})</h2><p class="soft small">{lead}</p></header>'
    yield '<div class="body"><ul class="open small">'
    for row in rows:
        remedy = f"<br><span class='soft'>To settle it: {_text(row.remedy)}</span>" if row.remedy else ""
        yield f"<li>{_call(row.call)}<br>{_code(row.call.request)}<br>{_text(row.why)}{remedy}</li>"
    yield "</ul></div></section>"


def _foot(view: ScopeReport) -> Iterable[str]:
    """How to read it, and what it stands on."""
    yield '<footer class="soft small"><p><b>How to read this.</b> attio-scopes read the source without running it, found every call to'
    yield "Attio's API, and compared the scopes that the endpoints need with those that are declared for each token. "
    yield "<code>read-write</code> includes <code>read</code>. A call that could not be resolved is listed, never left out.</p>"
    yield f"<p>Facts about Attio: {_text(view.manifest)}.</p></footer>"
