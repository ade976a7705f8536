"""Witness: requests that were really sent, beside the outcome of a run.

Takes exchanges, recorded or watched, and an outcome; gives evidence. A request to another host than Attio's, and than those that stand for
it, is only counted.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from attio_scopes.model.endpoint import Endpoint
    from attio_scopes.model.evidence import Evidence, Exchange
    from attio_scopes.pipeline import Outcome


def evidence_of(exchanges: Iterable[Exchange], outcome: Outcome) -> Evidence:
    """What requests show of an outcome."""
    from attio_scopes.judge.traffic import compare_with
    from attio_scopes.manifest.search import find_endpoints

    proxies = {host.lower() for part in outcome.each for host in part.configuration.config.hosts if "/" not in host}
    hosts = {endpoint.host for endpoint in outcome.manifest.endpoints} | {host.partition(":")[0] for host in proxies}
    found = list(exchanges)
    to_attio = [exchange for exchange in found if exchange.host in hosts]

    def endpoint_of(method: str, path: str) -> Endpoint | None:
        return next(iter(find_endpoints(outcome.manifest, method, path)), None)

    calls = [judged.call for judged in outcome.report.calls]
    declared = [token.scopes for part in outcome.each for token in part.configuration.config.tokens]
    return compare_with(to_attio, endpoint_of, calls, declared, len(found) - len(to_attio))
