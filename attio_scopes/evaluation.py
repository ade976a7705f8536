"""Evaluation: from the files that matter to call sites.

Takes what was read, the configuration and the manifest; gives the call sites, what became of every other call, and where Attio enters.
Knows the order of the stages that look at code: link, reach, parse, resolve, account. Judges nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from attio_scopes.engine import Rules, Settled
    from attio_scopes.engine.ledger import Ledger
    from attio_scopes.memory import Resolved
    from attio_scopes.model.config import Config
    from attio_scopes.model.endpoint import Manifest
    from attio_scopes.model.entrance import Entrance
    from attio_scopes.model.facts import Stmt
    from attio_scopes.model.fate import Handed
    from attio_scopes.model.program import Program
    from attio_scopes.model.source import Package
    from attio_scopes.model.stated import Stated
    from attio_scopes.packages import Wanted
    from attio_scopes.reading import Reading


_PORT = re.compile(r":\d+")


class Installed(Struct, frozen=True):
    """The packages of a project's environments, and which of them are asked for.

    Attributes:
        find: gives a package by the name of its module.
        named: modules that the configuration names, or that a distribution named like Attio brings.
    """

    find: Callable[[str], Package | None] = lambda name: None
    named: frozenset[str] = frozenset()


class _Work(Struct, frozen=True):
    """What stays the same however often the project is worked out."""

    reading: Reading
    config: Config
    manifest: Manifest
    wanted: Wanted
    find: Callable[[str], Package | None]
    by_entry: bool
    every_line: bool

    @property
    def proxies(self) -> frozenset[str]:
        return frozenset(_PORT.sub("", host.lower()) for host in self.config.hosts)

    @property
    def api_hosts(self) -> frozenset[str]:
        return frozenset({endpoint.host for endpoint in self.manifest.endpoints if not endpoint.oauth} | self.proxies)


def evaluated(
    reading: Reading,
    config: Config,
    manifest: Manifest,
    settled: list[Settled],
    installed: Installed,
    by_entry: bool = False,
    every_line: bool = False,
) -> Resolved:
    """From files that matter to call sites.

    Args:
        reading: has searched the files.
        config: for the hosts and wrappers.
        manifest: for the path templates.
        settled: what is found, group by group; what is there is kept if a limit ends the run.
        installed: where a module is looked for that is not in the tree.
        by_entry: also work out who leads to each call.
        every_line: account for each call expression of the files asked for, also where nothing leads to Attio.

    Returns:
        what is known of all: where Attio enters, what was let go, what became of each call expression, and which packages were read.

    Raises:
        LimitReached: a limit of the run was reached.
    """
    from attio_scopes.memory import Resolved
    from attio_scopes.packages import Wanted, handed_packages, modelled, packages_of
    from attio_scopes.rule_files import load_clients

    if not reading.chosen:
        return Resolved(unmatched=tuple((wrapper.function, "") for wrapper in config.wrappers))
    described = frozenset(wrapper.function.partition(".")[0] for wrapper in config.wrappers)

    @cache
    def find(name: str) -> Package | None:
        found = installed.find(name)
        reading.take_packages((found,) if found is not None else ())
        return found

    work = _Work(
        reading, config, manifest, Wanted(installed.named, described, modelled(load_clients().values())), find, by_entry, every_line
    )
    packages = packages_of(_linked(work, ()), work.wanted, find, reading.content)
    found, handed = _worked_out(work, packages, settled)
    more = handed_packages(handed, packages, work.wanted, find, reading.content)
    if more:
        found = _with_handed(work, (*packages, *more), settled, found)
    return replace(found, packages=tuple(replace(one, read=reading.parsed_of(one)) for one in found.packages))


def _with_handed(work: _Work, packages: tuple[Package, ...], settled: list[Settled], before: Resolved) -> Resolved:
    """The calls of a project with packages read that it hands Attio's address or token; as before, where that loses one."""
    first = list(settled)
    settled.clear()
    found, _ = _worked_out(work, packages, settled)
    there = {step for part in settled for site in part.sites for step in site.steps}
    if all(not there.isdisjoint(site.steps) for part in first for site in part.sites):
        return found
    settled[:] = first
    return before


def _linked(work: _Work, packages: tuple[Package, ...]) -> Program:
    from attio_scopes.link import link
    from attio_scopes.model.source import is_installed
    from attio_scopes.packages import methods_of

    reading = work.reading
    methods = methods_of(packages, reading.content)
    paths = [path for path in reading.paths if not is_installed(path)] + [file.path for package in packages for file in package.files]
    return link(reading.chosen, paths, reading, methods, work.wanted.named)


@lru_cache(maxsize=2)
def _rules(by_entry: bool) -> Rules:
    """What is known of libraries, read once in a process: servers, and tests, make many runs."""
    from attio_scopes.engine import Rules
    from attio_scopes.rule_files import load_clients, load_entry_rules, load_frameworks, load_shown

    return Rules.of(load_clients().values(), load_frameworks(), load_shown(), load_entry_rules() if by_entry else None)


def _worked_out(work: _Work, packages: tuple[Package, ...], settled: list[Settled]) -> tuple[Resolved, frozenset[Handed]]:
    """The calls of a project, with some installed packages read; and which libraries get Attio's address or token."""
    from attio_scopes.memory import Resolved
    from attio_scopes.reach import importing, reach

    reading, manifest, config = work.reading, work.manifest, work.config
    program = _linked(work, packages)
    reached = None if reading.by_name else reach(program)
    enters = partial(_entrances, work, program, packages)
    if not reading.select(None if reached is None else reached.statements):
        unmatched = tuple((wrapper.function, "") for wrapper in config.wrappers)
        return Resolved(entrances=enters({}, frozenset()), packages=packages, unmatched=unmatched), frozenset()
    from attio_scopes.candidates import accounts
    from attio_scopes.engine import resolve
    from attio_scopes.engine.apart import apart
    from attio_scopes.engine.ledger import Ledger
    from attio_scopes.model.fitting import templates_of
    from attio_scopes.packages import OF_DATA

    hosts = frozenset({endpoint.host for endpoint in manifest.endpoints} | work.proxies)
    everything = bool(config.wrappers) or not reading.effort.prefilter
    own = reached.connected if reached is not None and not everything else frozenset(module for module in program.known if module.chosen)
    ledger = Ledger()
    importers = reached.importers if reached is not None else importing(program)
    groups = apart(own, importers) if importers is not None else (tuple(sorted(own, key=lambda module: module.path)),)
    known = (_rules(work.by_entry), templates_of(manifest.endpoints), hosts)
    for part in resolve(program, groups, *known, ledger, config.wrappers):
        settled.append(part)  # noqa: PERF402 - what is there is kept if the next one ends the run
    sites = [site for part in settled for site in part.sites]
    called: dict[str, set[int]] = {}
    for site in sites:
        for path, line, _ in site.steps:
            called.setdefault(path, set()).add(line)
    bodies = _accounted_for(reading, program, work.every_line)
    settled_accounts, missing = accounts(bodies, ledger, sites)
    unmatched = tuple((w.function, _nearest(ledger, w.function)) for w in config.wrappers if w.function not in ledger.hinted)
    handed = frozenset(one for one in ledger.handed if one.root not in OF_DATA)
    found = Resolved(
        entrances=enters(called, handed),
        lost=missing,
        accounts=settled_accounts,
        packages=packages,
        unmatched=unmatched,
        stated=_stated(ledger),
        work=_work_of(reading, program, settled),
    )
    return found, handed


def _accounted_for(reading: Reading, program: Program, every_line: bool) -> Mapping[str, Sequence[Stmt]]:
    """The statements whose call expressions are accounted for, by path: those that were read; of the files asked for also any other."""
    bodies: dict[str, Sequence[Stmt]] = {module.path: module.so_far.body for module in program.modules if not module.installed}
    asked = {file.path for file in reading.discovery.files} if every_line else set[str]()
    for path in asked:
        whole = reading.facts(path, reading.outline(path).statements)
        if whole is not None:  # of the statements that were read, those count that were worked out
            bodies[path] = tuple(dict.fromkeys((*bodies.get(path, ()), *whole.body)))
    return bodies


def _work_of(reading: Reading, program: Program, settled: Sequence[Settled]) -> tuple[str, ...]:
    """What was done, for `--verbose`."""
    from attio_scopes.workload import workload

    bounds: dict[str, set[str]] = {}
    for part in settled:
        for name, where in part.bounds:
            bounds.setdefault(name, set()).update(where)
    functions, passes = sum(part.functions for part in settled), sum(part.passes for part in settled)
    return workload(len(reading.paths), len(reading.chosen), program, functions, passes, bounds)


def _nearest(ledger: Ledger, function: str) -> str:
    """What is called that is nearest to an entry of `wrappers` which no call matched, or ""."""
    import difflib

    near = difflib.get_close_matches(function, sorted(ledger.near.get(function, ())), 1, 0.0)
    return near[0] if near else ""


def _stated(ledger: Ledger) -> tuple[Stated, ...]:
    """What the code asks Attio for, sorted."""
    from attio_scopes.model.stated import Stated

    found = {Stated(path, *span, tuple(sorted(scopes))) for (path, span), each in ledger.stated.items() for scopes in each}
    return tuple(sorted(found))


def _entrances(
    work: _Work,
    program: Program,
    packages: tuple[Package, ...],
    called: Mapping[str, Collection[int]],
    handed: frozenset[Handed],
) -> tuple[Entrance, ...]:
    """Where Attio enters, without what is only shown or compared, and without packages that send nothing."""
    from attio_scopes.entrances import entrances
    from attio_scopes.packages import sends_nothing
    from attio_scopes.reach import importers_of
    from attio_scopes.rule_files import load_shown
    from attio_scopes.shown import Shown, only_shown

    hosts = work.api_hosts
    harmless = {package.name for package in packages if sends_nothing(package, work.reading.content)}
    unseen = frozenset(one for one in handed if work.find(one.root) is None)
    found = entrances(program, importers_of(program), hosts, called, work.wanted.named, unseen)
    found = tuple(one for one in found if one.library not in harmless)
    if not found:
        return ()
    shown = Shown.of(load_shown())
    modules = {module.path: module for module in program.known}

    def is_shown(one: Entrance) -> bool:
        bodies = [modules[path].contents().body for path in {one.path, *(path for path, _, _ in one.uses)}]
        said = (text for stmt in modules[one.path].outline.statements for line, text in stmt.said if line == one.line)
        return only_shown(bodies, {text for text in said if any(host in text.lower() for host in hosts)}, shown)

    return tuple(one for one in found if one.library or not is_shown(one))
