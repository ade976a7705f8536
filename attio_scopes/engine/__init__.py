"""Engine: a program to its call sites.

Takes a linked program, the client models and the path templates; gives every place at which a request to Attio is decided, with all its
readings. Runs nothing of what it reads. Each function is worked out once for each class of its `self`, to a summary in terms of its
parameters; a call puts its arguments into the summary.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from attio_scopes.engine.ledger import Ledger
from attio_scopes.engine.library.models import ClientModels
from attio_scopes.engine.queries import Queries
from attio_scopes.engine.roots import find
from attio_scopes.engine.sites import sites_of
from attio_scopes.model.call import CallSite
from attio_scopes.model.config import WrapperHint
from attio_scopes.model.path import Templates
from attio_scopes.model.program import Module, Program

_REACHED = {
    "depth": "too many operations wait for a caller",
    "handed up": "a function leaves too many calls to its callers",
    "effort": "a function takes too much work",
    "recursion": "a function calls itself through what it is given",
}


@dataclass(frozen=True, slots=True)
class Resolution:
    """What was found.

    Attributes:
        sites: the call sites, sorted by place.
        lost: which bounds were reached, in words; what is too much is blurred there and not dropped.
        ledger: what became of each call expression.
    """

    sites: tuple[CallSite, ...]
    lost: tuple[str, ...]
    ledger: Ledger


def resolve(
    program: Program,
    own: frozenset[Module],
    rules: Iterable[Mapping[str, Any]],
    templates: Templates,
    hosts: frozenset[str],
    hints: tuple[WrapperHint, ...] = (),
) -> Resolution:
    """Find every call site of a program.

    Args:
        program: the linked modules.
        own: those in which a request to Attio can be: all that they hold is worked out, any other one only where these call into it.
        rules: the raw client models of `rules/clients`.
        templates: path templates of the manifest.
        hosts: hosts that are Attio's, lower case.
        hints: wrappers that the configuration describes.

    Returns:
        what was found.
    """
    for module in own:
        _ = module.body  # it matters from the start
    queries = Queries(program, ClientModels(rules), templates, hosts, hints)
    sites = sites_of(find(queries, own))
    return Resolution(sites, tuple(sorted(_REACHED[name] for name in queries.world.reached)), queries.world.ledger)
