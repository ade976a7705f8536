"""Weighs what the documents say of one operation: its requirement, who said what, and where they disagree.

Takes the operation as every document has it, the newest first; gives one `Combined`. Between documents the newer one wins. Within one,
and among documents of one date, the reading is the safe one: scopes of all statements together, under a condition where a description
has one. Never silent: a statement that says something else than what was taken becomes a line in `notes`.
"""

from __future__ import annotations

import re

from msgspec import Struct

from attio_scopes.manifest.openapi import Operation
from attio_scopes.manifest.prose import Clause, singular
from attio_scopes.model.endpoint import Alternative, Condition, Requirement
from attio_scopes.model.scope import Scope, ScopeSet

SUBJECT = "subject"
SAME = "same"
Scopes = frozenset[Scope]
_SPECIFIC = r"\b(?:specific|given|particular|certain|single)\s+(?:[a-z]+\s+)?{}\b"
_TOGETHER = re.compile(r"passed with `(\w+)`")


class Combined(Struct, frozen=True):
    """What an operation needs, by all documents.

    Attributes:
        requirement: the safe reading of the newest documents that say anything.
        levels: token levels, by the newest documents that name any; those on which they agree.
        read_from: for each document (`security` / `description` / `levels`, `same` or what it says instead).
        notes: the disagreements, a line each.
        stated: some document says something on scopes.
    """

    requirement: Requirement
    levels: tuple[str, ...]
    read_from: dict[str, dict[str, str | list[str]]]
    notes: tuple[str, ...]
    stated: bool


class _Said(Struct, frozen=True):
    """One statement: scopes that are always needed, and those under `name` = value."""

    document: str
    date: str
    kind: str
    always: Scopes
    name: str
    when: dict[str, Scopes]

    def scopes_by_value(self) -> dict[str, Scopes]:
        """What it says for each value; "" stands for "always"."""
        return {value: _least(self.always | scopes) for value, scopes in self.when.items()} or {"": _least(self.always)}


def combine(operations: tuple[Operation, ...]) -> Combined:
    """Weigh the statements on one operation.

    Args:
        operations: the operation in every document that has it, the newest first.

    Returns:
        its requirement and its provenance.
    """
    lead = operations[0]
    values = _enumerations(operations)
    notes: list[str] = []
    said = [statement for operation in operations for statement in _statements(operation, lead, values, notes)]
    newest = [statement for statement in said if statement.date == said[0].date]
    name = next((statement.name for statement in newest if statement.when), "")
    taken = _taken(newest, name)
    levels, level_notes = _levels(operations)
    read_from: dict[str, dict[str, str | list[str]]] = {operation.document: {} for operation in operations}
    for statement in said:
        differs = statement.scopes_by_value() != taken
        read_from[statement.document][statement.kind] = _written(statement.scopes_by_value(), statement.name) if differs else SAME
    for operation in operations:
        if operation.prose.levels:
            same = set(operation.prose.levels) == set(levels)
            read_from[operation.document]["levels"] = SAME if same else list(operation.prose.levels)
    notes[:0] = _differences(said, taken, name)
    return Combined(
        requirement=_requirement(taken, name, operations),
        levels=levels,
        read_from=read_from,
        notes=tuple(f"{lead.method} {lead.path}: {note}" for note in (*notes, *level_notes)),
        stated=bool(said),
    )


def _enumerations(operations: tuple[Operation, ...]) -> dict[str, tuple[str, ...]]:
    """The values of each path parameter, by the leading document's names, as the newest document that lists any has them."""
    return {name: listed_values(operations, position) for position, (name, _) in enumerate(operations[0].values)}


def listed_values(operations: tuple[Operation, ...], position: int) -> tuple[str, ...]:
    """The closed list of the values of a template's parameter: of the newest document that has one, or else empty."""
    return next((operation.values[position][1] for operation in operations if operation.values[position][1]), ())


def _statements(operation: Operation, lead: Operation, values: dict[str, tuple[str, ...]], notes: list[str]) -> list[_Said]:
    """The one or two statements of an operation."""
    found: list[_Said] = []
    prose = operation.prose
    names = {theirs: ours for (theirs, _), (ours, _) in zip(operation.values, lead.values, strict=True)}
    name, when, loose = _conditions(prose.clauses, names, values)
    if loose:
        notes.append(f"{operation.document} description has a condition that cannot be expressed; {_list(loose)} taken as always needed")
    if prose.unread:
        notes.append(f"{operation.document} description names {_list(prose.unread)} in a sentence of no known form; taken as always needed")
    if prose.always is not None or prose.clauses or prose.unread:
        found.append(
            _Said(operation.document, operation.date, "description", (prose.always or frozenset()) | loose | prose.unread, name, when)
        )
    if operation.security.scopes is not None:
        found.append(_Said(operation.document, operation.date, "security", operation.security.scopes, "", {}))
        if operation.security.choices > 1:
            notes.append(f"{operation.document} security offers {operation.security.choices} choices; the scopes of all are taken")
    return found


def _conditions(
    clauses: tuple[Clause, ...], names: dict[str, str], values: dict[str, tuple[str, ...]]
) -> tuple[str, dict[str, Scopes], Scopes]:
    """The one condition that a requirement can have: its name, the scopes by value, and the scopes of clauses that do not fit it.

    Things ("on an object", "on a list") stand for the path parameter whose values name them, or else for the request's subject. A
    condition of which the other answer is not known is none.
    """
    by_name: dict[str, dict[str, Scopes]] = {}
    things = [clause.value for clause in clauses if not clause.parameter]
    owner = next((name for name, listed in values.items() if things and set(things) <= {singular(value) for value in listed}), SUBJECT)
    for clause in clauses:
        name = names.get(clause.parameter, "") if clause.parameter else owner
        value = clause.value
        if not clause.parameter and owner != SUBJECT:
            value = next(listed for listed in values[owner] if singular(listed) == clause.value)
        group = by_name.setdefault(name, {})
        group[value] = group.get(value, frozenset()) | clause.scopes
    loose: set[Scope] = set()
    chosen = ""
    for name, group in by_name.items():
        closed = values.get(name, ())
        fits = bool(name) and not chosen and (set(group) <= set(closed) if closed else len(group) > 1)
        if fits:
            chosen = name
        else:
            loose.update(scope for scopes in group.values() for scope in scopes)
    if not chosen:
        return "", {}, frozenset(loose)
    group = by_name[chosen]
    order = values.get(chosen) or tuple(group)
    return chosen, {value: group.get(value, frozenset()) for value in order}, frozenset(loose)


def _taken(said: list[_Said], name: str) -> dict[str, Scopes]:
    """The safe reading: scopes by value of the condition `name`, or under "" where there is none.

    A statement that knows nothing of the condition names the scopes of some alternative as if they were always needed. Where an
    alternative has a scope of the same resource, the statement is about that one; only what no alternative has is needed always.
    """
    always: set[Scope] = set()
    when: dict[str, set[Scope]] = {}
    unaware: set[Scope] = set()
    for statement in said:
        aware = bool(statement.when) and statement.name == name
        (always if aware or not name else unaware).update(statement.always)
        for value, scopes in statement.when.items():
            if aware:
                when.setdefault(value, set()).update(scopes)
            else:
                always.update(scopes)
    for scope in unaware:
        holders = [scopes for scopes in when.values() if any(held.resource == scope.resource for held in scopes)]
        for holder in holders or [always]:
            holder.add(scope)
    return {value: _least(scopes | always) for value, scopes in when.items()} or {"": _least(always)}


def _levels(operations: tuple[Operation, ...]) -> tuple[tuple[str, ...], list[str]]:
    """The token levels on which the newest documents agree that say any, and a note where some document says another set."""
    stated = [(operation.document, operation.date, operation.prose.levels) for operation in operations if operation.prose.levels]
    if not stated:
        return (), []
    newest = [levels for _, date, levels in stated if date == stated[0][1]]
    taken = tuple(level for level in newest[0] if all(level in levels for levels in newest)) or newest[0]
    if all(set(levels) == set(taken) for _, _, levels in stated):
        return taken, []
    says = "; ".join(f"{document} supports {', '.join(levels)}" for document, _, levels in stated)
    return taken, [f"token levels: {says}; taken: {', '.join(taken)}"]


def _requirement(taken: dict[str, Scopes], name: str, operations: tuple[Operation, ...]) -> Requirement:
    if not name:
        return Requirement((Alternative(None, tuple(sorted(taken[""]))),))
    keys = _keys(tuple(taken), operations) if name == SUBJECT else {}
    return Requirement(
        tuple(Alternative(Condition(name, value, *keys.get(value, ((), ()))), tuple(sorted(scopes))) for value, scopes in taken.items())
    )


def _keys(values: tuple[str, ...], operations: tuple[Operation, ...]) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """The query and body keys that decide each subject; a key that would speak for two decides neither.

    Which keys there are is said by the newest document that lists any; what a key is for, by the newest that describes it.
    """
    described = {field.name: field.description for operation in reversed(operations) for field in operation.query if field.description}
    fields = next((operation.query for operation in operations if operation.query), ())
    query = {field.name: described.get(field.name, "") for field in fields}
    body = next((operation.body for operation in operations if operation.body), ())
    query_owners = {key: [value for value in values if _speaks_of(key, description, value)] for key, description in query.items()}
    for key, description in query.items():
        partners = {owner for partner in _TOGETHER.findall(description) for owner in query_owners.get(partner, [])}
        query_owners[key] = query_owners[key] or sorted(partners)
    body_owners = {key: [value for value in values if _speaks_of(key, "", value)] for key in body}
    return {
        value: (
            tuple(key for key, owners in query_owners.items() if owners == [value]),
            tuple(key for key, owners in body_owners.items() if owners == [value]),
        )
        for value in values
    }


def _speaks_of(key: str, description: str, value: str) -> bool:
    """Whether a key is about the thing: by its name, or because its description speaks of one specific thing of that kind."""
    return key in (value, f"{value}_id", f"{value}_ids") or bool(re.search(_SPECIFIC.format(re.escape(value)), description, re.I))


def _differences(said: list[_Said], taken: dict[str, Scopes], name: str) -> list[str]:
    """One line where statements differ from what was taken."""
    grouped: dict[str, dict[str, list[str]]] = {}
    for statement in said:
        if statement.scopes_by_value() != taken:
            text = "; ".join(_written(statement.scopes_by_value(), statement.name))
            grouped.setdefault(text, {}).setdefault(statement.document, []).append(statement.kind)
    if not grouped:
        return []
    says = [f"{_sayers(who)} {'say' if _plural(who) else 'says'} {text}" for text, who in grouped.items()]
    return [f"{'; '.join(says)}; taken: {'; '.join(_written(taken, name))}"]


def _sayers(who: dict[str, list[str]]) -> str:
    return " and ".join(f"{document} {' and '.join(kinds)}" for document, kinds in who.items())


def _plural(who: dict[str, list[str]]) -> bool:
    return sum(len(kinds) for kinds in who.values()) > 1


def _written(scopes: dict[str, Scopes], name: str) -> list[str]:
    """`a, b` or `target is objects: a, b`, a text for each alternative."""
    return [f"{name} is {value}: {_list(held)}" if value else _list(held) for value, held in scopes.items()]


def _list(scopes: Scopes) -> str:
    return ", ".join(str(scope) for scope in sorted(scopes)) or "no scope"


def _least(scopes: Scopes | set[Scope]) -> Scopes:
    return ScopeSet(frozenset(scopes)).least().scopes
