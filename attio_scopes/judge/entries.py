"""Entries: what each entry point of a project needs, and what none of them reaches.

Takes the bodies that lead to calls, the calls, and how a call is narrowed to some of its readings; gives needs. A call of a shared function
counts for every entry point that reaches it, with the readings that it has from there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from attio_scopes.judge.bind import bind
from attio_scopes.judge.inventory import inventory
from attio_scopes.model.call import Call, CallSite, Place
from attio_scopes.model.config import Token
from attio_scopes.model.entry_point import Body, Sends
from attio_scopes.model.inventory import EntryNeeds

Narrowed = Callable[[Call, CallSite], Call]
"""Gives a call as it is with a site of fewer readings."""


class Program(Struct, frozen=True):
    """The bodies of a project and its calls, by place.

    Attributes:
        bodies: that lead to a call.
        calls: those of the report, by place.
        narrowed: makes a call of which some readings are left out.
    """

    bodies: Sequence[Body]
    calls: Mapping[Place, Call]
    narrowed: Narrowed

    def reached(self, starts: Iterable[int], *, passes: bool = False) -> frozenset[int]:
        """The bodies that some bodies lead to, themselves included; and with `passes` those to which their callers make them lead."""
        seen = set(starts)
        pending = list(seen)
        while pending:
            body = self.bodies[pending.pop()]
            for other in (*body.calls, *body.passes) if passes else body.calls:
                if other not in seen:
                    seen.add(other)
                    pending.append(other)
        return frozenset(seen)

    def started(self, starts: Iterable[int]) -> tuple[Call, ...]:
        """What is reached from some bodies, whoever calls these: what their callers decide that they send, too."""
        own = self.reached(starts, passes=True)
        within = {(self.bodies[number].path, self.bodies[number].function) for number in own}
        above = self._leading_to(starts)
        decided = [sends for number in above - own for sends in self.bodies[number].sends if self._stands(sends.place) in within]
        return self._joined([*(sends for number in own for sends in self.bodies[number].sends), *decided])

    def _leading_to(self, ends: Iterable[int]) -> frozenset[int]:
        callers: dict[int, list[int]] = {}
        for number, body in enumerate(self.bodies):
            for other in body.calls:
                callers.setdefault(other, []).append(number)
        seen = set(ends)
        pending = list(seen)
        while pending:
            for caller in callers.get(pending.pop(), ()):
                if caller not in seen:
                    seen.add(caller)
                    pending.append(caller)
        return frozenset(seen)

    def _stands(self, place: Place) -> tuple[str, str]:
        call = self.calls.get(place)
        return place.path, call.site.function if call is not None else ""

    def calls_of(self, numbers: Iterable[int]) -> tuple[Call, ...]:
        """What some bodies send, each call with the readings and the token's names that it has from these; sorted by place."""
        return self._joined(sends for number in numbers for sends in self.bodies[number].sends)

    def _joined(self, every: Iterable[Sends]) -> tuple[Call, ...]:
        readings: dict[Place, set[int]] = {}
        credentials: dict[Place, set[str]] = {}
        for sends in every:
            if sends.place in self.calls:
                readings.setdefault(sends.place, set()).update(sends.readings)
                credentials.setdefault(sends.place, set()).update(sends.credentials)
        return tuple(self._part(place, readings[place], credentials[place]) for place in sorted(readings))

    def _part(self, place: Place, readings: set[int], credentials: set[str]) -> Call:
        call = self.calls[place]
        names = tuple(sorted(credentials)) or call.site.credentials
        if len(readings) == len(call.site.readings):
            return call if names == call.site.credentials else replace(call, site=replace(call.site, credentials=names))
        kept = tuple(reading for number, reading in enumerate(call.site.readings) if number in readings)
        return self.narrowed(call, replace(call.site, readings=kept, credentials=names))


def entry_needs(program: Program, tokens: Sequence[Token]) -> tuple[EntryNeeds, ...]:
    """What each entry point needs, in the order of the source.

    Args:
        program: the bodies, and the calls.
        tokens: the declared ones, for the names of those that an entry point uses.

    Returns:
        the needs of those that reach a call; and last, with kind and name "", of the calls that none of them reaches, if there are any.
    """
    found: list[EntryNeeds] = []
    covered: set[int] = set()
    for number, body in enumerate(program.bodies):
        if body.kind:
            reached = program.reached([number])
            covered |= reached
            calls = program.calls_of(reached)
            if calls:
                found.append(_needs(body, calls, tokens))
    rest = program.calls_of(number for number in range(len(program.bodies)) if number not in covered)
    beyond = _beyond(rest, program.calls_of(covered))
    if beyond:
        found.append(_needs(Body("", 0, ""), beyond, tokens))
    return tuple(_without_doubles(_without_dispatchers(found)))


def _beyond(rest: Iterable[Call], covered: Iterable[Call]) -> tuple[Call, ...]:
    """The calls that no entry point reaches, or not with every reading."""
    known = {call.site.place: set(call.site.readings) for call in covered}
    return tuple(call for call in rest if not known.get(call.site.place, set()).issuperset(call.site.readings))


def _needs(body: Body, calls: Sequence[Call], tokens: Sequence[Token]) -> EntryNeeds:
    bindings = [bind(call, tokens) for call in calls] if len(tokens) > 1 else []
    names = sorted({token.name for binding in bindings if binding.certain for token in binding.tokens})
    (needed,) = inventory(calls, ())
    return EntryNeeds(body.kind, body.name, body.path, body.line, body.function, needed, tuple(calls), tuple(names))


def _without_dispatchers(found: Sequence[EntryNeeds]) -> Iterator[EntryNeeds]:
    """Without a function that dispatches tools, where these are told apart and need all that it does."""
    tools: dict[tuple[str, int], list[EntryNeeds]] = {}
    for needs in found:
        if needs.kind == "tool":
            tools.setdefault((needs.path, needs.line), []).append(needs)
    for needs in found:
        others = [one for one in tools.get((needs.path, needs.line), ()) if one.name != needs.name]
        told = {(call.site.place, reading) for one in others for call in one.calls for reading in call.site.readings}
        own = {(call.site.place, reading) for call in needs.calls for reading in call.site.readings}
        if not others or needs.name != needs.function.rpartition(".")[2] or not own <= told:
            yield needs


def _without_doubles(found: Iterable[EntryNeeds]) -> Iterable[EntryNeeds]:
    """One of an entry point that is there for several classes of its `self` and needs the same for each."""
    seen = set()
    for needs in found:
        key = (needs.kind, needs.name, needs.path, needs.line, needs.inventory)
        if key not in seen:
            seen.add(key)
            yield needs
