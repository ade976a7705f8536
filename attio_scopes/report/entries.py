"""What each entry point needs, as a table for people, or as Markdown, TOML, YAML or JSON.

Takes needs and gives text. Names and paths of the analysed code are made harmless for each medium.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from attio_scopes.model.inventory import EntryNeeds, Inventory
from attio_scopes.model.scope import Scope
from attio_scopes.model.visible import visible
from attio_scopes.report.escape import markdown, markdown_code
from attio_scopes.report.needed import as_json as inventories_as_json

UNREACHED = "no entry point"
_UNREACHED = "Needed only by code that no known entry point reaches. It may be called from outside of this project:"
_POSSIBLY = "? stands where a call may need the scope; the source does not show which case applies."
_NONE = "No entry point that leads to a call was found."


def as_text(entries: Sequence[EntryNeeds], color: bool, shown: Callable[[str], str]) -> str:
    """For a terminal: a row for each entry point, its scopes below one another.

    Args:
        entries: in the order of the report.
        color: whether to use a terminal's colours.
        shown: turns a path of the report into one that the reader can open.
    """
    bold, reset = ("\x1b[1m", "\x1b[0m") if color else ("", "")
    known, rest = _apart(entries)
    lines = [] if known else [_NONE, ""]
    widths = [max((len(text) for text in column), default=0) for column in zip(*(_head(one) for one in known), strict=True)]
    for one in known:
        kind, name = (text.ljust(width) for text, width in zip(_head(one), widths, strict=False))
        lines.append(f"{kind}  {bold}{name}{reset}  {visible(shown(one.path))}:{one.line}{_used(one)}")
        lines += [f"    {text}" for text in _marked(one.inventory)] or ["    no scope"]
    for one in rest:
        lines += ["", _UNREACHED, *(f"    {text}" for text in _marked(one.inventory) or ["no scope"])]
        lines += [f"      {visible(shown(call.site.place.path))}:{call.site.place.line}" for call in one.calls]
    lines += ["", _POSSIBLY] if any(text.endswith("?") for one in entries for text in _marked(one.inventory)) else []
    return "\n".join(lines) + "\n"


def _apart(entries: Sequence[EntryNeeds]) -> tuple[list[EntryNeeds], list[EntryNeeds]]:
    return [one for one in entries if one.kind], [one for one in entries if not one.kind]


def _head(one: EntryNeeds) -> tuple[str, str]:
    return visible(one.kind), visible(one.name)


def _used(one: EntryNeeds) -> str:
    return f"  (token {', '.join(map(visible, one.tokens))})" if one.tokens else ""


def _marked(inventory: Inventory) -> list[str]:
    """The scopes, those that are not certain with a question mark."""
    sure = [f"{needed.scope}{'' if needed.certain else '?'}" for needed in inventory.scopes]
    return sure + [f"{needed.scope}?" for needed in inventory.possible]


def as_markdown(entries: Sequence[EntryNeeds]) -> str:
    """For a README or a pull request: entry points × scopes, as a table."""
    known, rest = _apart(entries)
    resources = sorted({scope.resource for one in entries for scope in cells(one)})
    if not known and not rest:
        return _NONE + "\n"
    lines = [
        "| | entry point | " + " | ".join(f"`{resource}`" for resource in resources) + " |",
        "|---|---|" + "---|" * len(resources),
    ]
    for one in (*known, *rest):
        name = markdown_code(one.name) if one.kind else UNREACHED
        row = [_cell(cells(one), resource) for resource in resources]
        lines.append(f"| {markdown(one.kind)} | {name} | " + " | ".join(row) + " |")
    if any("?" in mark for one in entries for mark in cells(one).values()):
        lines += ["", markdown(_POSSIBLY)]
    return "\n".join(lines) + "\n"


def cells(one: EntryNeeds) -> dict[Scope, str]:
    """The scopes of an entry point, each with its mark: "" or "?"."""
    marks = {needed.scope: "" if needed.certain else "?" for needed in one.inventory.scopes}
    return marks | {needed.scope: "?" for needed in one.inventory.possible}


def _cell(marks: Mapping[Scope, str], resource: str) -> str:
    return ", ".join(f"{scope.access}{mark}" for scope, mark in sorted(marks.items()) if scope.resource == resource)


def as_json(entries: Sequence[EntryNeeds], inventories: Sequence[Inventory], partial: bool) -> str:
    """For programs: what `scopes --format json` gives, and the entry points."""
    document = json.loads(inventories_as_json(inventories, partial))
    known, rest = _apart(entries)
    document["entry_points"] = [entry_object(one) for one in known]
    document["unreached"] = [_needs_object(one) for one in rest]
    return json.dumps(document, indent=2) + "\n"


def entry_object(one: EntryNeeds) -> dict[str, Any]:
    """An entry point as JSON has it."""
    place = {"kind": one.kind, "name": one.name, "path": one.path, "line": one.line, "function": one.function or None}
    return {**place, **_needs_object(one)}


def _needs_object(one: EntryNeeds) -> dict[str, Any]:
    calls = [
        {
            "path": call.site.place.path,
            "line": call.site.place.line,
            "column": call.site.place.column,
            "status": call.status.value,
            "endpoints": sorted({match.endpoint.key for match in call.matches}),
        }
        for call in one.calls
    ]
    return {
        "project": one.project,
        "tokens": list(one.tokens),
        "scopes": [str(needed.scope) for needed in one.inventory.scopes],
        "uncertain": [str(needed.scope) for needed in one.inventory.scopes if not needed.certain],
        "possible": [str(needed.scope) for needed in one.inventory.possible],
        "calls": calls,
    }


def as_toml(entries: Sequence[EntryNeeds]) -> str:
    """As data: a table for each entry point."""
    blocks = []
    for one in entries:
        rows = [f"{key} = {json.dumps(value)}" for key, value in _rows(one)]
        blocks.append("\n".join(["[[entry_point]]" if one.kind else "[[unreached]]", *rows]))
    return "\n\n".join(blocks) + "\n" if blocks else f"# {_NONE}\n"


def as_yaml(entries: Sequence[EntryNeeds]) -> str:
    """As data: a list of entry points."""
    lines: list[str] = []
    for title, some in zip(("entry_points", "unreached"), _apart(entries), strict=True):
        lines.append(f"{title}:" if some else f"{title}: []")
        for one in some:
            lines += [f"  {'- ' if not number else '  '}{key}: {json.dumps(value)}" for number, (key, value) in enumerate(_rows(one))]
    return "\n".join(lines) + "\n"


def _rows(one: EntryNeeds) -> Iterator[tuple[str, Any]]:
    if one.kind:
        yield from (("kind", one.kind), ("name", visible(one.name)), ("path", visible(one.path)), ("line", one.line))
    yield "scopes", [str(needed.scope) for needed in one.inventory.scopes]
    uncertain = [str(needed.scope) for needed in one.inventory.scopes if not needed.certain]
    if uncertain:
        yield "uncertain", uncertain
    if one.inventory.possible:
        yield "possible", [str(needed.scope) for needed in one.inventory.possible]
