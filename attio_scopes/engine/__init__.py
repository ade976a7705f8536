"""Engine: a program to its call sites.

Takes a linked program, the client models and the path templates; gives every place at which a request to Attio is decided, with all its
readings. Runs nothing of what it reads. Each function is worked out once for each class of its `self`, to a summary in terms of its
parameters; a call puts its arguments into the summary.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from attio_scopes.engine.bodies import bodies_of
from attio_scopes.engine.dispatch import tell_tools_apart
from attio_scopes.engine.domain.choice import effort
from attio_scopes.engine.domain.reasons import AT_A_LIMIT
from attio_scopes.engine.emit import Found
from attio_scopes.engine.ledger import Ledger
from attio_scopes.engine.library.entry_rules import EntryRules
from attio_scopes.engine.library.models import ClientModels
from attio_scopes.engine.library.products import Products
from attio_scopes.engine.queries import Queries
from attio_scopes.engine.roots import find, found_so_far
from attio_scopes.engine.sites import sites_of
from attio_scopes.engine.world import World
from attio_scopes.model.call import CallSite
from attio_scopes.model.config import WrapperHint
from attio_scopes.model.entry_point import Body
from attio_scopes.model.errors import LimitReached
from attio_scopes.model.fitting import Templates
from attio_scopes.model.program import Module, Program

_REACHED = {
    "depth": "too many operations wait for a caller",
    "handed up": "a function leaves too many calls to its callers",
    "places": "a request is decided very far away from it",
    "derived": "very many classes may derive from one",
    "effort": "a function takes too much work",
    "recursion": "a function calls itself through what it is given",
    "far": "something of Attio's goes very far through code that does not mention it",
    "sweeps": "what functions store for all changes each time that they are worked out",
    "rounds": "a function that calls itself changes what it sends each time",
}


class Settled(Struct, frozen=True):
    """What is known of a group of modules.

    Attributes:
        modules: none outside of these can change it.
        sites: their call sites, sorted by place.
        lost: which bounds were reached, in words. What is too much is blurred there and not dropped.
        whole: whether they were worked out to the end; else sites may be missing, and those that are there are not resolved.
        bodies: with rules for entry points, those that lead to a call site.
        functions: how many functions were worked out, once for each class of their `self`, and passes: how often that took.
        bounds: the bounds that were reached, each with where.
    """

    modules: tuple[Module, ...]
    sites: tuple[CallSite, ...]
    lost: tuple[str, ...] = ()
    whole: bool = True
    bodies: tuple[Body, ...] = ()
    functions: int = 0
    passes: int = 0
    bounds: tuple[tuple[str, tuple[str, ...]], ...] = ()


class Rules(Struct, frozen=True):
    """What is known of libraries. One and the same serves any number of runs: nothing in it changes.

    Attributes:
        models: of client libraries, and of what sends nothing.
        products: of frameworks.
        entry_points: what an entry point is; None where nobody asks who reaches a call site.
    """

    models: ClientModels
    products: Products
    entry_points: EntryRules | None = None

    @classmethod
    def of(
        cls,
        clients: Iterable[Mapping[str, Any]],
        frameworks: Iterable[Mapping[str, Any]],
        shown: Mapping[str, Any],
        entry_points: Iterable[Mapping[str, Any]] | None,
    ) -> Rules:
        """Read the data of `rules/`: of clients, frameworks without entry points, what only shows, and entry points."""
        return cls(ClientModels(clients, shown), Products(frameworks), None if entry_points is None else EntryRules(entry_points))


def resolve(
    program: Program,
    groups: Iterable[tuple[Module, ...]],
    rules: Rules,
    templates: Templates,
    hosts: frozenset[str],
    ledger: Ledger,
    hints: tuple[WrapperHint, ...] = (),
) -> Iterator[Settled]:
    """Find every call site of a program, one group of its modules after another.

    Args:
        program: the linked modules.
        groups: of those in which a request to Attio can be: all that they hold is worked out, any other one only where these call into it.
        rules: what is known of libraries; with rules for entry points, whoever reaches a call site is worked out too.
        templates: path templates of the manifest.
        hosts: hosts that are Attio's, lower case.
        ledger: gets what became of each call expression.
        hints: wrappers that the configuration describes.

    Raises:
        LimitReached: the run has to end; what is known of the group at hand was given before.
    """
    by_entry = rules.entry_points is not None
    known = (program, rules.models, rules.products, templates, hosts, hints, World(ledger=ledger))
    queries = Queries(*known, entry_rules=rules.entry_points or EntryRules(()), senders=by_entry)
    for group in groups:
        rounds: list[dict[Found, None]] = []
        try:
            with effort():  # what was looked at in another run, or for other modules, does not count here
                found = find(queries, group, rounds)
            sites = sites_of(found, templates)
            bodies = _bodies(queries, found, sites) if by_entry else ()
        except LimitReached:
            doubtful = sites_of(found_so_far(queries, rounds), templates)
            yield Settled(group, tuple(replace(site, reason=AT_A_LIMIT) for site in doubtful), whole=False)
            raise
        reached = queries.world.reached
        bounds = tuple((name, tuple(sorted(where))) for name, where in sorted(reached.items()))
        lost = tuple(sorted(_REACHED[name] for name in reached))
        yield Settled(group, sites, lost, True, bodies, queries.summaries, queries.world.bodies, bounds)
        queries = queries.afresh()


def _bodies(queries: Queries, found: dict[Found, None], sites: tuple[CallSite, ...]) -> tuple[Body, ...]:
    tell_tools_apart(queries)
    return bodies_of(queries, found, sites)
