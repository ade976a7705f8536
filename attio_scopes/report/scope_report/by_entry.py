"""The scope report's table of entry points × scopes: its rows, and how HTML and Markdown show them.

Takes what each entry point needs; gives rows, and text in which everything from the analysed code is escaped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from attio_scopes.model.inventory import EntryNeeds
from attio_scopes.report.entries import UNREACHED, as_markdown, cells
from attio_scopes.report.scope_report.rows import EntryRow

LEAD = "What each of them needs, with all that it calls. ? stands where the source does not show whether a call needs the scope."


def entry_rows(entries: Sequence[EntryNeeds], link: Callable[[str, int], str]) -> tuple[EntryRow, ...]:
    """A row for each entry point, in the order given.

    Args:
        entries: what each needs.
        link: gives the address of a line of a file, or "".
    """
    return tuple(
        EntryRow(
            one.kind,
            one.name if one.kind else UNREACHED,
            f"{one.path}:{one.line}" if one.kind else "",
            link(one.path, one.line) if one.kind else "",
            tuple((scope.resource, f"{scope.access}{mark}") for scope, mark in sorted(cells(one).items())),
        )
        for one in entries
    )


def html_table(rows: Sequence[EntryRow], text: Callable[[str], str], linked: Callable[[str, str], str]) -> Iterator[str]:
    """The section of the page; nothing where there is no entry point.

    Args:
        rows: of the table.
        text: escapes text.
        linked: makes a link of escaped text and an address.
    """
    if not rows:
        return
    resources = sorted({resource for row in rows for resource, _ in row.cells})
    yield f'<section class="card entries"><header><h2>Entry points ({len(rows)})</h2><p class="soft small">{LEAD}</p></header>'
    yield '<div class="wide"><table class="small"><thead><tr><th>Entry point</th>'
    yield "".join(f"<th>{text(resource)}</th>" for resource in resources) + "</tr></thead><tbody>"
    for row in rows:
        held = dict(row.cells)
        where = f"<br>{linked(text(row.where), row.link)}" if row.where else ""
        name = f'<td>{text(row.kind)} <b>{text(row.name)}</b><span class="soft">{where}</span></td>'
        yield f"<tr>{name}" + "".join(f"<td>{text(held.get(resource, ''))}</td>" for resource in resources) + "</tr>"
    yield "</tbody></table></div></section>"


def html_choice(rows: Sequence[EntryRow], text: Callable[[str], str]) -> Iterator[str]:
    """The choice of an entry point, beside search and filter: only the scopes that it needs are shown."""
    if rows:
        yield '<select aria-label="Entry point"><option value="">Every entry point</option>'
        for row in rows:
            resources = " ".join(resource for resource, _ in row.cells)
            yield f'<option value="{text(resources)}">{text(f"{row.kind} {row.name}".strip())}</option>'
        yield "</select>"


def markdown_table(entries: Sequence[EntryNeeds]) -> Iterator[str]:
    """The section of the Markdown page."""
    if entries:
        yield from ("## Entry points", "", as_markdown(entries))
