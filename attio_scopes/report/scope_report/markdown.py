"""The scope report as Markdown, for a wiki page or a ticket.

Takes a `ScopeReport`, gives GitHub-flavoured Markdown; everything from analysed code and configuration is escaped.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attio_scopes.report.annotate import counted
from attio_scopes.report.escape import markdown, markdown_code
from attio_scopes.report.scope_report.by_entry import markdown_table
from attio_scopes.report.scope_report.rows import CallRow, OpenCall, ScopeReport, ScopeRow, TokenSection

_NOTHING = "Nothing: every scope is needed, and no scope is missing."


def render(view: ScopeReport) -> str:
    """The report.

    Args:
        view: what it says.

    Returns:
        Markdown that ends with a line feed.
    """
    revision, _, changes = view.revision.partition(" ")
    facts = [f"revision {markdown_code(revision)} {changes}".rstrip()] if view.revision else []
    facts += [markdown(fact) for fact in (view.date, view.tool) if fact]
    facts += [f"{counted(view.counts['calls'], 'call')} to Attio, {counted(view.counts['files'], 'file')} read"]
    lines = [f"# {markdown(view.title)}: scope report", "", ", ".join(facts), "", "## To decide", ""]
    for decision in view.decisions:
        words = "".join(markdown_code(text) if code else markdown(text) for text, code in decision.words)
        lines.append(f"- **{decision.state.value if decision.state else 'To look at'}:** {words}")
    if not view.decisions:
        undeclared = "No token is declared, so nothing was compared. These are the scopes that the code needs."
        lines.append(_NOTHING if view.declared else undeclared)
    lines += ["", *(f"> {markdown(note)}\n" for note in view.notes)]
    lines += markdown_table(view.needs)
    for token in view.tokens:
        lines += _token(token, view.declared)
    lines += _open("Calls that could not be resolved", view.unresolved)
    lines += _open("Calls to endpoints that Attio's reference does not have", view.unknown)
    lines += _open("Calls whose findings are suppressed", view.suppressed)
    lines += [f"Facts about Attio: {markdown(view.manifest)}."]
    return "\n".join(lines) + "\n"


def _token(token: TokenSection, declared: bool) -> Iterable[str]:
    """A token: a table of its scopes, then what needs each."""
    yield f"## Token {markdown_code(token.name)}" if token.name else "## Scopes that the code needs"
    yield ""
    if token.facts:
        yield f"{markdown('; '.join(token.facts))}\n"
    if token.withheld:
        yield f"No further scopes can be shown to be unused: {markdown(token.withheld)}.\n"
    if not token.scopes:
        yield "No scope is declared, and none is needed.\n" if declared else "No scope is known to be needed.\n"
        return
    yield "| Scope | Declared | Needed | Calls | Finding |"
    yield "| --- | --- | --- | ---: | --- |"
    for row in token.scopes:
        name = f"{markdown_code(row.resource)} {markdown(row.label)}"
        finding = f"**{row.state.value}.** {markdown(row.explanation)}" if declared else markdown(row.explanation)
        yield f"| {name} | {row.granted or ('none' if declared else 'not declared')} | {row.needed or 'none'} | {row.calls} | {finding} |"
    yield ""
    for row in token.scopes:
        yield from _scope(row)


def _scope(row: ScopeRow) -> Iterable[str]:
    """What is behind a scope."""
    yield f"### {markdown_code(row.resource)}"
    yield ""
    if row.allows:
        yield f"What it allows: {markdown(row.allows)}\n"
    reasons = "; ".join(f"{markdown(reason)} ({markdown_code(text)})" for text, reason in row.reasons)
    yield f"Reason given: {reasons or 'none is written in the configuration.'}\n"
    for endpoint in row.endpoints:
        summary = f" {markdown(endpoint.summary)}" if endpoint.summary else ""
        yield f"- {markdown_code(endpoint.key)}{summary}, needs {endpoint.access}"
        for call in endpoint.calls:
            yield f"  - {_call(call)}"
    yield ""


def _open(title: str, rows: Sequence[OpenCall]) -> Iterable[str]:
    """Calls about which something is open."""
    if not rows:
        return
    yield f"## {title} ({len(rows)})"
    yield ""
    for row in rows:
        remedy = f" To settle it: {markdown(row.remedy)}" if row.remedy else ""
        yield f"- {_call(row.call)}: {markdown_code(row.call.request)}. {markdown(row.why)}{remedy}"
    yield ""


def _call(call: CallRow) -> str:
    """A call on one line."""
    where = markdown_code(call.where)
    if call.link.startswith(("https://", "http://")):
        address = call.link.replace("<", "%3C").replace(">", "%3E").replace("\n", "")
        where = f"[{where}](<{address}>)"
    inside = f" in {markdown_code(call.function)}" if call.function else ""
    return where + inside + (f" ({markdown(call.note)})" if call.note else "")
