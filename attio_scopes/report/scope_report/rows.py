"""The rows of the scope report: values only, in the order in which they are read. `view` makes them, the formats show them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import Enum

from msgspec import Struct

from attio_scopes.model.inventory import EntryNeeds
from attio_scopes.model.scope import Access
from attio_scopes.report.annotate import counted


class State(Enum):
    """How it stands with a scope; the order is that of urgency. The value is what the reader sees."""

    MISSING = "Missing"
    POSSIBLE = "Possibly missing"
    BROADER = "Too broad"
    UNUSED = "Not needed"
    KEPT = "Kept"
    UNCLEAR = "Not clear"
    NEEDED = "Needed"


class CallRow(Struct, frozen=True):
    """A call: `where` is `path:line`, `link` its address or "", `request` what it sends, `note` what is uncertain about it.

    `possible` says that the call may need the scope or not; `suppressed` that somebody keeps its finding silent.
    """

    where: str
    link: str
    function: str
    request: str
    note: str = ""
    suppressed: bool = False
    possible: bool = False


class EndpointRow(Struct, frozen=True):
    """An endpoint that needs the scope, with the access that it needs and the calls that reach it."""

    key: str
    summary: str
    docs: str
    access: Access
    calls: tuple[CallRow, ...]


class ScopeRow(Struct, frozen=True):
    """A resource of a token: what is granted, what is needed, by what, and why.

    Attributes:
        resource, label, allows: of the catalogue; the last two "" where it lacks the resource.
        granted: the widest access that is declared, or None.
        needed: what calls certainly need, or None.
        state: how it stands.
        explanation: the state in a sentence.
        reasons: (scope, the written reason).
        endpoints: what needs it.
    """

    resource: str
    label: str
    allows: str
    granted: Access | None
    needed: Access | None
    state: State
    explanation: str
    reasons: tuple[tuple[str, str], ...]
    endpoints: tuple[EndpointRow, ...]

    @property
    def calls(self) -> int:
        """How many calls need it, each counted once."""
        return self.calls_with(self.endpoints)

    @property
    def certain(self) -> int:
        """How many of them need it in any case."""
        return self.calls_with(self.endpoints, certain=True)

    @property
    def by_access(self) -> tuple[tuple[Access, int], ...]:
        """How many calls need each access in any case, the widest first; a call counts once, for the widest that it needs."""
        widest: dict[tuple[str, str], Access] = {}
        for endpoint in self.endpoints:
            for call in endpoint.calls:
                key = (call.where, call.request)
                if not call.possible and endpoint.access >= widest.get(key, endpoint.access):
                    widest[key] = endpoint.access
        counts = Counter(widest.values())
        return tuple((access, counts[access]) for access in sorted(counts, reverse=True))

    @property
    def beyond(self) -> int:
        """How many calls need more than what is granted: those that do in any case, or where there is none, that may."""
        return self.calls_with(self.lacking, certain=True) or self.calls_with(self.lacking)

    @property
    def silence(self) -> str:
        """What is to be said where the findings of all these are suppressed; else ""."""
        calls = [call for endpoint in self.lacking for call in endpoint.calls]
        if not calls or not all(call.suppressed for call in calls):
            return ""
        return "its finding is suppressed" if self.beyond == 1 else "their findings are suppressed"

    @property
    def lacking(self) -> list[EndpointRow]:
        """The endpoints that need more than what is granted."""
        return [endpoint for endpoint in self.endpoints if self.granted is None or endpoint.access > self.granted]

    @staticmethod
    def calls_with(endpoints: Iterable[EndpointRow], certain: bool = False) -> int:
        """How many calls reach one of the endpoints; only those that need the scope in any case, if `certain`."""
        return len({(call.where, call.request) for endpoint in endpoints for call in endpoint.calls if not (certain and call.possible)})


class TokenSection(Struct, frozen=True):
    """A token: its scopes (the most urgent first), and facts about it in words. `name` is "" where none is declared."""

    name: str
    facts: tuple[str, ...]
    scopes: tuple[ScopeRow, ...]
    withheld: str


class Decision(Struct, frozen=True):
    """Something to decide: `state` of the scope concerned (None: of the analysis), and the sentence as (text, is code) pieces."""

    state: State | None
    words: tuple[tuple[str, bool], ...]


class OpenCall(Struct, frozen=True):
    """A call about which something is open: unresolved, at an unknown endpoint, or suppressed."""

    call: CallRow
    why: str
    remedy: str


class EntryRow(Struct, frozen=True):
    """An entry point: what it is, where (`where` is `path:line`, `link` its address or ""), and (resource, access) of what it needs."""

    kind: str
    name: str
    where: str
    link: str
    cells: tuple[tuple[str, str], ...]


class ScopeReport(Struct, frozen=True):
    """The whole page.

    Attributes:
        title, revision, date: as the caller gives them; "" leaves them out.
        counts: calls by status, and `files` and `calls`.
        decisions: what there is to decide; empty where nothing is.
        tokens: a section each.
        unresolved, unknown, suppressed: calls about which something is open.
        notes: what else the reader should know.
        manifest: which facts about Attio this stands on.
        tool: name and version of what made it.
        entries: the entry points, and `needs` what each needs.
    """

    title: str
    revision: str
    date: str
    counts: Mapping[str, int]
    decisions: tuple[Decision, ...]
    tokens: tuple[TokenSection, ...]
    unresolved: tuple[OpenCall, ...]
    unknown: tuple[OpenCall, ...]
    suppressed: tuple[OpenCall, ...]
    notes: tuple[str, ...]
    manifest: str
    tool: str = ""
    entries: tuple[EntryRow, ...] = ()
    needs: tuple[EntryNeeds, ...] = ()

    @property
    def declared(self) -> bool:
        """Whether any token is declared, so that there is something to judge."""
        return any(token.name for token in self.tokens)


def needing(number: int) -> str:
    """`1 call needs`, `2 calls need`."""
    return f"{counted(number, 'call')} {'needs' if number == 1 else 'need'}"
