"""The needed scopes: what to declare, as text with the places that need each, or as TOML, YAML or JSON to paste.

Takes inventories and gives text. Nothing from the analysed code but paths gets into it, and those are escaped.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from attio_scopes.model.finding import Finding
from attio_scopes.model.inventory import Inventory, NeededScope
from attio_scopes.model.report import Report
from attio_scopes.model.visible import visible
from attio_scopes.report.remarks import PARTIAL

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_EITHER = "a call may need it; the source does not show which case applies"
_POSSIBLE = "Possibly needed too; the source does not show which case applies:"


def as_text(inventories: Sequence[Inventory], color: bool, shown: Callable[[str], str], doubtful: bool = False) -> str:
    """For people: each scope with the places that need it.

    Args:
        inventories: what is needed.
        color: whether to use a terminal's colours.
        shown: turns a path of the report into one that the reader can open.
        doubtful: calls may be missing, or may need more: only a part was analysed, or something could not be.

    Returns:
        text that ends with a line feed.
    """
    bold, reset = ("\x1b[1m", "\x1b[0m") if color else ("", "")

    def rows(scopes: Sequence[NeededScope]) -> Iterator[str]:
        for needed in scopes:
            note = "" if needed.certain else "  (possibly)"
            yield f"{bold}{needed.scope}{reset}{note}"
            for need in needed.needs:
                where = f"{visible(shown(need.place.path))}:{need.place.line}:{need.place.column}"
                yield f"    {where}: {' or '.join(need.endpoints)}"

    lines: list[str] = []
    for inventory in inventories:
        title = _title(inventory, inventories)
        lines += [f"# {title}", ""] if title else []
        lines += rows(inventory.scopes)
        if not inventory.scopes:
            lines.append("No scope is known to be needed." if doubtful else "No scope is needed.")
        if inventory.possible:
            lines += ["", _POSSIBLE, *rows(inventory.possible)]
        lines.append("")
    return "\n".join(lines[:-1]) + "\n"


def _title(inventory: Inventory, every: Sequence[Inventory]) -> str:
    """Whose scopes they are, where there are several projects or tokens."""
    named = [f"project {visible(inventory.project)}"] if len({other.project for other in every}) > 1 else []
    named += [f"token {visible(inventory.token)}"] if sum(other.project == inventory.project for other in every) > 1 else []
    return ", ".join(named)


def as_toml(inventories: Sequence[Inventory], partial: bool = False) -> str:
    """The declaration for pyproject.toml; of several projects, one below the other, each below a comment that names it."""
    blocks = [f"# {PARTIAL}"] if partial else []
    for project, own in _by_project(inventories):
        blocks += [f"# project {visible(project)}"] if project else []
        for inventory in own:
            header = "[tool.attio-scopes]" if len(own) == 1 else f"[tool.attio-scopes.tokens.{_toml_key(inventory.token)}]"
            lines = [header, "scopes = ["]
            lines += [f'    "{needed.scope}",{_remark(needed)}' for needed in inventory.scopes]
            lines.append("]")
            lines += _possible(inventory, lambda scope: f'#     "{scope}",')
            blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def as_yaml(inventories: Sequence[Inventory], partial: bool = False) -> str:
    """The declaration for attio-scopes.yaml; of several projects, one below the other, each below a comment that names it."""
    lines = [f"# {PARTIAL}"] if partial else []
    for project, own in _by_project(inventories):
        lines += [f"# project {visible(project)}"] if project else []
        if len(own) == 1:
            lines += _yaml(own[0], "")
            continue
        lines.append("tokens:")
        for inventory in own:
            lines.append(f"  {json.dumps(inventory.token)}:")
            lines += _yaml(inventory, "    ")
    return "\n".join(lines) + "\n"


def _by_project(inventories: Sequence[Inventory]) -> Iterator[tuple[str, Sequence[Inventory]]]:
    """The inventories of each project; its name is "" where there is one only."""
    projects = dict.fromkeys(inventory.project for inventory in inventories)
    for project in projects:
        yield project if len(projects) > 1 else "", [inventory for inventory in inventories if inventory.project == project]


def _yaml(inventory: Inventory, indent: str) -> Iterator[str]:
    yield f"{indent}scopes:" if inventory.scopes else f"{indent}scopes: []"
    for needed in inventory.scopes:
        yield f"{indent}  - {needed.scope}{_remark(needed)}"
    yield from _possible(inventory, lambda scope: f"{indent}#  - {scope}", indent)


def as_json(inventories: Sequence[Inventory], partial: bool = False) -> str:
    """For programs: the sets of each token, and the places that need each scope."""
    tokens = [
        {
            "name": inventory.token,
            "project": inventory.project,
            "scopes": [str(needed.scope) for needed in inventory.scopes],
            "possible": [str(needed.scope) for needed in inventory.possible],
            "needed_by": [_json_row(needed) for needed in (*inventory.scopes, *inventory.possible)],
        }
        for inventory in inventories
    ]
    return json.dumps({"schema_version": 1, "partial": partial, "tokens": tokens}, indent=2) + "\n"


def _json_row(needed: NeededScope) -> dict[str, object]:
    calls = [
        {"path": need.place.path, "line": need.place.line, "column": need.place.column, "endpoints": list(need.endpoints)}
        for need in needed.needs
    ]
    return {"scope": str(needed.scope), "certain": needed.certain, "calls": calls}


def doubts(report: Report, shown: Callable[[str], str]) -> Iterator[str]:
    """What the set may lack, a line each: calls that could not be resolved, files that could not be read, or were not."""
    if report.partial:
        yield PARTIAL
    counts = {status: sum(1 for judged in report.calls if judged.status == status) for status in ("unresolved", "unknown-endpoint")}
    if counts["unresolved"]:
        yield f"{_count(counts['unresolved'], 'call')} could not be resolved and may need more; `attio-scopes calls` tells why"
    if counts["unknown-endpoint"]:
        yield f"{_count(counts['unknown-endpoint'], 'call')} to endpoints that Attio's reference does not have may need more"
    yield from not_read(report.findings, shown)
    yield from map(visible, report.notes)


def not_read(findings: Iterable[Finding], shown: Callable[[str], str] = str) -> Iterator[str]:
    """What findings on files and on the run have to tell, a line each."""
    for finding in findings:
        yield f"{visible(shown(finding.place.path))}:{finding.place.line}: {visible(finding.message)}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _remark(needed: NeededScope) -> str:
    return "" if needed.certain else f"  # possibly: {_EITHER}"


def _possible(inventory: Inventory, line: Callable[[str], str], indent: str = "") -> Iterator[str]:
    if inventory.possible:
        yield f"{indent}# {_POSSIBLE}"
        for needed in inventory.possible:
            yield line(str(needed.scope))


def _toml_key(name: str) -> str:
    return name if _BARE_KEY.fullmatch(name) else json.dumps(name)
