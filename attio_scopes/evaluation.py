"""Evaluation: from the files that matter to call sites.

Takes what was read, the configuration and the manifest; gives the call sites, what became of every other call, and where Attio enters.
Knows the order of the stages that look at code: link, reach, parse, resolve, account. Judges nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from attio_scopes.engine import Settled
    from attio_scopes.engine.ledger import Ledger
    from attio_scopes.memory import Resolved
    from attio_scopes.model.config import Config
    from attio_scopes.model.endpoint import Manifest
    from attio_scopes.model.entrance import Entrance
    from attio_scopes.model.program import Module, Program
    from attio_scopes.model.stated import Stated
    from attio_scopes.reading import Reading


_PORT = re.compile(r":\d+")


def evaluated(reading: Reading, config: Config, manifest: Manifest, settled: list[Settled], by_entry: bool = False) -> Resolved:
    """From files that matter to call sites.

    Args:
        reading: has searched the files.
        config: for the hosts and wrappers.
        manifest: for the path templates.
        settled: what is found, group by group; what is there is kept if a limit ends the run.
        by_entry: also work out who leads to each call.

    Returns:
        what is known of all: where Attio enters, what was let go, and what became of each call expression.

    Raises:
        LimitReached: a limit of the run was reached.
    """
    from attio_scopes.memory import Resolved

    if not reading.chosen:
        return Resolved()
    from attio_scopes.link import link
    from attio_scopes.reach import reach

    program = link(reading.chosen, reading.paths, reading)
    reached = reach(program)
    proxies = {_PORT.sub("", host.lower()) for host in config.hosts}
    enters = partial(_entrances, program, reached.importers, {e.host for e in manifest.endpoints if not e.oauth} | proxies)
    if not reading.select(reached.statements):
        return Resolved(entrances=enters({}))
    from attio_scopes.candidates import accounts
    from attio_scopes.engine import Rules, resolve
    from attio_scopes.engine.apart import apart
    from attio_scopes.engine.ledger import Ledger
    from attio_scopes.model.templates import templates_of
    from attio_scopes.rule_files import load_clients, load_entry_rules, load_frameworks, load_shown

    hosts = frozenset({endpoint.host for endpoint in manifest.endpoints} | proxies)
    everything = bool(config.wrappers) or not reading.effort.prefilter
    own = frozenset(module for module in program.known if module.chosen) if everything else reached.connected
    ledger = Ledger()
    groups = apart(own, reached.importers)
    entry_rules = load_entry_rules() if by_entry else None
    rules = Rules(tuple(load_clients().values()), tuple(load_frameworks()), load_shown(), entry_rules)
    for part in resolve(program, groups, rules, templates_of(manifest), hosts, ledger, config.wrappers):
        settled.append(part)  # noqa: PERF402 - what is there is kept if the next one ends the run
    sites = [site for part in settled for site in part.sites]
    called: dict[str, set[int]] = {}
    for site in sites:
        for path, line, _ in site.steps:
            called.setdefault(path, set()).add(line)
    settled_accounts, missing = accounts({module.path: module.contents().body for module in program.modules}, ledger, sites)
    return Resolved(entrances=enters(called), lost=missing, accounts=settled_accounts, stated=_stated(ledger))


def _stated(ledger: Ledger) -> tuple[Stated, ...]:
    """What the code asks Attio for, sorted."""
    from attio_scopes.model.stated import Stated

    found = {Stated(path, *span, tuple(sorted(scopes))) for (path, span), each in ledger.stated.items() for scopes in each}
    return tuple(sorted(found))


def _entrances(
    program: Program, importers: Mapping[Module, frozenset[Module]], hosts: Iterable[str], called: Mapping[str, Collection[int]]
) -> tuple[Entrance, ...]:
    """Where Attio enters, without what is only shown or compared."""
    from attio_scopes.entrances import entrances
    from attio_scopes.rule_files import load_shown
    from attio_scopes.shown import Shown, only_shown

    hosts = tuple(hosts)
    found = entrances(program, importers, hosts, called)
    if not found:
        return ()
    shown = Shown.of(load_shown())
    modules = {module.path: module for module in program.known}

    def is_shown(one: Entrance) -> bool:
        bodies = [modules[path].contents().body for path in {one.path, *(path for path, _, _ in one.uses)}]
        said = (text for stmt in modules[one.path].outline.statements for line, text in stmt.said if line == one.line)
        return only_shown(bodies, {text for text in said if any(host in text.lower() for host in hosts)}, shown)

    return tuple(one for one in found if one.library or not is_shown(one))
