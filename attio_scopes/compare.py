"""Compare: two states of a project to what changed in the scopes that it needs and the calls that it makes.

Takes snapshots, or the JSON reports that snapshots are read from; gives a `ScopeChange`. Lines do not count: a call is the same
if it stands in the same file and reaches the same endpoint. It reads no file and runs nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from attio_scopes.model.call import Call, Place
from attio_scopes.model.change import (
    EntryChange,
    EntryScopes,
    LostScope,
    NewScope,
    ScopeChange,
    SeenCall,
    Snapshot,
    TokenChange,
    TokenNeeds,
)
from attio_scopes.model.errors import UserError
from attio_scopes.model.finding import NOT_ANALYSED
from attio_scopes.model.inventory import EntryNeeds, Inventory
from attio_scopes.model.scope import Scope, ScopeSet

EVERY_TOKEN = ""
_UNDERSTOOD = ("resolved", "covered", "missing", "possible", "suppressed")


def compare(base: Snapshot, head: Snapshot, names: tuple[str, str], oauth: Collection[str] = ()) -> ScopeChange:
    """Work out what changed.

    Args:
        base: the older state.
        head: the newer state.
        names: what the two are called.
        oauth: names of the tokens that belong to OAuth apps; `EVERY_TOKEN` for where tokens are not told apart.

    Returns:
        the difference.
    """
    added = _only_in(head.calls, base.calls)
    before, after = _needs(base), _needs(head)
    if set(before) != set(after) and (EVERY_TOKEN in before or EVERY_TOKEN in after):
        before, after = _together(base), _together(head)
        oauth = (EVERY_TOKEN,) if oauth else ()
    tokens = []
    for name in sorted({*before, *after}):
        nothing = TokenNeeds(name)
        tokens.append(_token(name in oauth, before.get(name, nothing), after.get(name, nothing), head, added))
    unresolved = sum(1 for call in head.calls if call.status == "unresolved")
    entries = tuple(_entries(base.entries, head.entries))
    return ScopeChange(*names, tuple(tokens), added, _only_in(base.calls, head.calls), unresolved, entries=entries)


def _entries(before: Iterable[EntryScopes], after: Iterable[EntryScopes]) -> Iterable[EntryChange]:
    """The entry points that need more than they did; one is the same if it has the same name in the same file."""
    known = {(one.kind, one.name, one.path): ScopeSet(frozenset(one.scopes)) for one in before}
    for one in sorted(after):
        was = known.get((one.kind, one.name, one.path))
        more = (was or ScopeSet()).uncovered(one.scopes)
        if more:
            yield EntryChange(one, more, was is None)


def _needs(snapshot: Snapshot) -> dict[str, TokenNeeds]:
    return {needs.token: needs for needs in snapshot.tokens}


def _together(snapshot: Snapshot) -> dict[str, TokenNeeds]:
    """The needs of all tokens as those of one, for two states of which only one tells tokens apart."""
    needed = ScopeSet(frozenset(scope for token in snapshot.tokens for scope in token.needed)).least()
    possible = ScopeSet(frozenset(scope for token in snapshot.tokens for scope in token.possible)).least()
    return {EVERY_TOKEN: TokenNeeds(EVERY_TOKEN, needed, possible)}


def _only_in(these: Iterable[SeenCall], those: Iterable[SeenCall]) -> tuple[SeenCall, ...]:
    """Calls that the others do not have; of several alike, the last ones."""
    known = Counter((call.path, call.what) for call in those)
    only = []
    for call in sorted(these):
        if known[call.path, call.what] > 0:
            known[call.path, call.what] -= 1
        else:
            only.append(call)
    return tuple(only)


def _token(oauth: bool, before: TokenNeeds, after: TokenNeeds, head: Snapshot, added: Sequence[SeenCall]) -> TokenChange:
    new_calls = set(added)
    own = [call for call in head.calls if after.places is None or (call.path, call.line, call.column) in after.places]

    def news(scopes: Iterable[Scope], known: ScopeSet) -> tuple[NewScope, ...]:
        was = {scope.resource: scope for scope in known.least()}
        return tuple(
            NewScope(scope, was.get(scope.resource), tuple((call, call in new_calls) for call in own if scope in call.scopes))
            for scope in known.uncovered(scopes)
        )

    left = {scope.resource: scope for scope in after.needed.union(after.possible).least()}
    lost = tuple(LostScope(scope, left.get(scope.resource)) for scope in ScopeSet(frozenset(left.values())).uncovered(before.needed))
    before_all = before.needed.union(before.possible)
    return TokenChange(after.token, oauth, news(after.needed, before.needed), news(after.possible, before_all.union(after.needed)), lost)


# --- snapshots -------------------------------------------------------------------------------------------------


def snapshot(calls: Iterable[Call], inventories: Sequence[Inventory], entries: Iterable[EntryNeeds] = ()) -> Snapshot:
    """The snapshot of a run.

    Args:
        calls: of its report.
        inventories: what it needs of each token.
        entries: what its entry points need.

    Returns:
        the snapshot; with one inventory, tokens are not told apart.
    """
    seen = []
    for call in calls:
        what = " or ".join(sorted({match.endpoint.key for match in call.matches})) or f"{'/'.join(call.methods) or '?'} {call.url}"
        scopes = {scope for match in call.matches for alternative in match.alternatives for scope in alternative.scopes}
        place = call.site.place
        seen.append(SeenCall(place.path, place.line, place.column, what, call.status.value, tuple(sorted(scopes))))
    several = len(inventories) > 1
    tokens = tuple(
        TokenNeeds(
            item.token if several else EVERY_TOKEN,
            ScopeSet(frozenset(needed.scope for needed in item.scopes)),
            ScopeSet(frozenset(needed.scope for needed in item.possible)),
            frozenset(_spot(need.place) for needed in (*item.scopes, *item.possible) for need in needed.needs) if several else None,
        )
        for item in inventories
    )
    return Snapshot(tuple(sorted(seen)), tokens, tuple(_entry(one) for one in entries if one.kind))


def _entry(one: EntryNeeds) -> EntryScopes:
    scopes = {needed.scope for needed in (*one.inventory.scopes, *one.inventory.possible)}
    return EntryScopes(one.kind, one.name, one.path, one.line, tuple(sorted(scopes)))


def _spot(place: Place) -> tuple[str, int, int]:
    return place.path, place.line, place.column


def read_snapshot(document: object, file: str) -> Snapshot:
    """The snapshot of a JSON report.

    Args:
        document: the parsed JSON of `check` or `calls`.
        file: its path, for messages.

    Returns:
        the snapshot. Tokens are told apart where the report does so.

    Raises:
        UserError: it is not such a report.
    """
    wrong = f"{file}: is not a JSON report of attio-scopes (attio-scopes calls --format json)"
    if not isinstance(document, dict) or not isinstance(document.get("calls"), list):
        raise UserError(wrong)
    if document.get("schema_version") != 1:
        raise UserError(f"{file}: its schema_version is not 1, the one that this version reads")
    try:
        rows = [_row(call) for call in document["calls"]]
        required = {str(token["name"]): ScopeSet.of(token["required"]) for token in document.get("tokens", [])}
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError):
        raise UserError(wrong) from None
    calls = tuple(sorted(call for call, _, _ in rows))
    if len(required) < 2:
        return Snapshot(calls, (_needed(EVERY_TOKEN, ScopeSet(), rows, None),))
    tokens = []
    for name, known in required.items():
        own = [row for row in rows if name in row[1]]
        tokens.append(_needed(name, known, own, frozenset((call.path, call.line, call.column) for call, _, _ in own)))
    return Snapshot(calls, tuple(tokens))


def read_gaps(document: object, file: str) -> tuple[str, ...]:
    """What a JSON report says was not looked at, a line each.

    Args:
        document: the parsed JSON of `check` or `calls`.
        file: its path, for messages.

    Raises:
        UserError: it is not such a report.
    """
    codes = {code.id for code in NOT_ANALYSED}
    try:
        found = document.get("findings", []) if isinstance(document, dict) else []
        gaps = [f"{one['path']}:{int(one['line'])}: {one['message']}" for one in found if one["code"] in codes]
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError):
        raise UserError(f"{file}: is not a JSON report of attio-scopes (attio-scopes calls --format json)") from None
    return tuple(gaps)


_Row = tuple[SeenCall, frozenset[str], Sequence[tuple[str, frozenset[Scope]]]]


def _row(call: Mapping[str, Any]) -> _Row:
    """A call, its tokens (reports of older versions name one), and what it needs: (name of the condition or "", scopes)."""
    endpoints = sorted({f"{item['method']} {item['path']}" for item in call["endpoints"]})
    what = " or ".join(endpoints) or f"{'/'.join(call['methods']) or '?'} {call['url']}"
    sets = [("".join(item["when"]), frozenset(Scope.parse(text) for text in item["scopes"])) for item in call["requires"]]
    scopes = tuple(sorted({scope for _, some in sets for scope in some}))
    understood = call["status"] in _UNDERSTOOD and (call["status"] != "suppressed" or endpoints)
    status = "resolved" if understood else "unresolved" if call["status"] == "suppressed" else str(call["status"])
    tokens = frozenset(map(str, call["tokens"])) if "tokens" in call else frozenset(filter(None, [call.get("token")]))
    return SeenCall(str(call["path"]), int(call["line"]), int(call["column"]), what, status, scopes), tokens, sets


def _needed(token: str, known: ScopeSet, rows: Sequence[_Row], places: frozenset[tuple[str, int, int]] | None) -> TokenNeeds:
    """What calls need surely, and for a call of which no reading is covered by that, the scopes of all its readings."""
    sure = set(known.scopes)
    open_questions: list[list[frozenset[Scope]]] = []
    for _, _, sets in rows:
        by_condition: dict[str, list[frozenset[Scope]]] = defaultdict(list)
        for condition, scopes in sets:
            if condition:
                by_condition[condition].append(scopes)
            else:
                sure.update(scopes)
        for readings in by_condition.values():
            held = [ScopeSet(scopes) for scopes in readings]
            sure.update(scope for scopes in readings for scope in scopes if all(some.covers(scope) for some in held))
            open_questions.append(readings)
    certain = ScopeSet(frozenset(sure))
    for readings in open_questions:
        if not any(certain.covers_all(scopes) for scopes in readings):
            sure.update(scope for scopes in readings for scope in scopes)
    needed = ScopeSet(frozenset(sure)).least()
    every = frozenset(scope for readings in open_questions for scopes in readings for scope in scopes)
    return TokenNeeds(token, needed, ScopeSet(frozenset(needed.uncovered(ScopeSet(every).least()))), places)
