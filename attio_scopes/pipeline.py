"""The pipeline: the one place that knows the order of the stages.

Takes a `Request` (paths and options), gives an `Outcome` (the report, the configuration, the root). Everything around it,
the command line, plugins, hooks, is a thin shell that makes a request and shows the outcome. It prints nothing.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from attio_scopes.depth import room_for_depth
from attio_scopes.model.config import Config
from attio_scopes.model.errors import LimitReached, UserError
from attio_scopes.model.finding import ANALYSIS_INCOMPLETE
from attio_scopes.model.source import Discovery, is_installed
from attio_scopes.model.visible import visible
from attio_scopes.projects import Request as Request

if TYPE_CHECKING:
    from attio_scopes.cache.store import Store
    from attio_scopes.configure import Configuration
    from attio_scopes.engine import Settled
    from attio_scopes.limits import Limits
    from attio_scopes.memory import Resolved
    from attio_scopes.model.call import CallSite
    from attio_scopes.model.directive import Directive
    from attio_scopes.model.endpoint import Manifest
    from attio_scopes.model.fate import Account
    from attio_scopes.model.inventory import EntryNeeds, Inventory
    from attio_scopes.model.report import ProjectReport, Report
    from attio_scopes.projects import Part
    from attio_scopes.reading import Reading

Progress = Callable[[int, int], None]
Shown = Callable[[str], str]


class Outcome(Struct, frozen=True):
    """What came of a run.

    Attributes:
        report: what was found.
        configuration: what was configured, and where.
        manifest: that was used.
        root: absolute path of the folder that the report's paths are relative to.
        remarks: how the run went about its work, for those who ask; nothing that the report depends on.
        files: paths of all files that the report depends on, relative to the root; of several projects see their parts.
        parts: of a run over several projects, the outcome of each; then `configuration` is empty.
        accounts: what became of each call expression; none of a run that took over what an earlier one found.
    """

    report: Report
    configuration: Configuration
    manifest: Manifest
    root: str
    remarks: tuple[str, ...] = ()
    parts: tuple[Outcome, ...] = ()
    files: tuple[str, ...] = ()
    accounts: tuple[Account, ...] = ()

    @property
    def each(self) -> tuple[Outcome, ...]:
        """The outcome of each project; of one project, this."""
        return self.parts or (self,)


@room_for_depth()
def run(request: Request, progress: Progress | None = None) -> Outcome:
    """Analyse a project, or several.

    Args:
        request: what to do.
        progress: is told (files done, files in all) while files are read.

    Returns:
        the outcome; of several projects the sum, with the outcome of each among its `parts`.

    Raises:
        UserError: paths, configuration, manifest or baseline are wrong.
        InternalError: the tool itself is broken.
    """
    from attio_scopes.configure import Configuration
    from attio_scopes.discover import from_here, relative_path
    from attio_scopes.limits import Limits
    from attio_scopes.noted import little_understood
    from attio_scopes.programs import check_starts
    from attio_scopes.projects import common_folder, parts_of
    from attio_scopes.report.merged import merged

    limits = Limits(request.seconds, request.megabytes)
    parts = parts_of(request)
    check_starts(request.starts, parts)
    root = common_folder([part.discovery.root for part in parts])
    outcomes = tuple(_run(part, limits, from_here(part.discovery.root, root), progress) for part in parts)
    if len(outcomes) == 1:
        return outcomes[0]
    report = merged([(relative_path(outcome.root, root), outcome.report) for outcome in outcomes])
    remarks = tuple(dict.fromkeys(remark for outcome in outcomes for remark in outcome.remarks))
    report = replace(report, notes=(*report.notes, *little_understood(report)))
    return Outcome(report, Configuration(Config()), outcomes[0].manifest, root, remarks, outcomes)


def _run(part: Part, limits: Limits, shown: Shown, progress: Progress | None) -> Outcome:
    """Analyse one project; `shown` is how its paths are written in sentences."""
    from attio_scopes.model.report import ReadPackage
    from attio_scopes.noted import little_understood
    from attio_scopes.rule_files import load_manifest

    if part.request.token is not None:
        from attio_scopes.programs import only_token

        config = only_token(part.configuration.config, part.request.token)
        part = replace(part, configuration=replace(part.configuration, config=config))
    request, configuration, discovery = part.request, part.configuration, part.discovery
    manifest = load_manifest(request.manifest_file)
    config = configuration.config
    if request.verdict and not part.stray and not config.tokens:
        raise UserError(*_nothing_declared(configuration, discovery.root))

    store, remarks = _store(discovery, request)
    resolved, unfinished = _resolved(discovery, config, manifest, request, store, limits, shown, progress)
    report = partial(_judged, part, manifest, shown)
    try:
        with limits.kept():
            judged = report(resolved, unfinished)
    except LimitReached:
        unfinished = tuple(sorted({*unfinished, *(site.place.path for site in resolved.sites)})) or (discovery.files[0].path,)
        told = (finding for finding in resolved.findings if finding.code is not ANALYSIS_INCOMPLETE)
        judged = report(replace(resolved, sites=(), findings=(*told, limits.finding(unfinished, shown))), unfinished)
    files = tuple(file.path for file in (*discovery.files, *discovery.context)) + tuple(_names_of(configuration))
    judged = _with_age(judged, request)
    packages = tuple(sorted(map(ReadPackage.of, resolved.packages)))
    judged = replace(judged, notes=(*judged.notes, *resolved.told, *little_understood(judged)), packages=packages)
    return Outcome(judged, configuration, manifest, discovery.root, (*remarks, *resolved.work), (), files, resolved.accounts)


def _judged(part: Part, manifest: Manifest, shown: Shown, resolved: Resolved, unfinished: tuple[str, ...]) -> Report:
    """From call sites to the report: what each call needs, and whether that is granted, by comments and baseline too.

    Where other projects have a configuration and this has none, its calls are listed and not judged.
    """
    from attio_scopes.judge import Run, judge, survey
    from attio_scopes.match import match
    from attio_scopes.noted import not_judged, not_looked_at
    from attio_scopes.pins import apply_pins
    from attio_scopes.programs import of_starts, started
    from attio_scopes.suppress import suppress

    request, configuration, discovery = part.request, part.configuration, part.discovery
    config = configuration.config
    verdict = request.verdict and not part.stray
    directives = dict(resolved.directives) if request.ignores else {}
    notes = (*resolved.notes, *not_looked_at(discovery, resolved.refused, shown))
    in_part = discovery.partial or bool(notes or unfinished)
    calls = match(_reported(resolved.sites, discovery), manifest)
    settled = apply_pins(calls, directives, manifest, partial=in_part)
    looked_at = Run(
        len(discovery.files), discovery.skipped_tests, in_part, (*resolved.findings, *settled.findings), notes,
        resolved.entrances, lost=resolved.lost, refused=resolved.refused, shown=shown, stated=resolved.stated,
        unmatched=resolved.unmatched,
    )  # fmt: skip
    judged = judge if verdict else survey
    counting = started(settled.calls, resolved.bodies, request.starts, part, manifest) if request.starts else settled.calls
    report = judged(counting, config, manifest, looked_at)
    if verdict:
        directives |= _configuration_directives(configuration) if request.ignores else {}
        accept = partial(_accepted, request=request, configuration=configuration, root=discovery.root)
        before, report = report, accept(suppress(report, directives, config))
        accepted = _fingerprints(before, request) - _fingerprints(report, request)
        if accepted:  # what is accepted keeps no scope
            again = judged(counting, config, manifest, replace(looked_at, accepted=accepted))
            report = accept(suppress(again, directives, config))
    elif request.verdict and report.calls:
        report = replace(report, notes=(*report.notes, not_judged(report, shown)))
    if request.starts:
        report = of_starts(report, request.starts, verdict)
    left_out, ignored = discovery.left_out, len(discovery.ignored)
    report = replace(report, left_out=left_out, unfinished=unfinished, ignored=ignored, bodies=resolved.bodies)
    return replace(report, projects=(_summary(report, part),))


def _fingerprints(report: Report, request: Request) -> frozenset[str]:
    """Those of the places at which Attio enters without a call; none where the code is left out of this report, which accepts nothing."""
    from attio_scopes.model.finding import ATTIO_NOT_FOLLOWED

    code = ATTIO_NOT_FOLLOWED.id
    if code in request.ignored or (request.select and code not in request.select):
        return frozenset()
    return frozenset(finding.fingerprint for finding in report.findings if finding.code == ATTIO_NOT_FOLLOWED)


def _names_of(configuration: Configuration) -> Iterable[str]:
    """The configuration file, as seen from its folder."""
    return [os.path.basename(configuration.file)] if configuration.file is not None else []


def _configuration_directives(configuration: Configuration) -> dict[str, tuple[Directive, ...]]:
    """The comments in the configuration, by its path in reports."""
    from attio_scopes.configure.documents import read_text
    from attio_scopes.directives import read_configuration_directives

    if configuration.file is None:
        return {}
    text = read_text(configuration.file, os.path.relpath(configuration.file))
    return {os.path.basename(configuration.file): read_configuration_directives(text)}


def _summary(report: Report, part: Part) -> ProjectReport:
    """The project in the report's list of them."""
    from attio_scopes.discover import relative_path
    from attio_scopes.model.report import ProjectReport

    file = part.configuration.file
    shown = relative_path(file, part.discovery.root) if file is not None else ""
    return ProjectReport(".", shown, report.files, len(report.calls), report.manifest_version)


def inventories(outcome: Outcome) -> tuple[Inventory, ...]:
    """What the code needs of each declared token, with the places; one inventory of a project where fewer than two are declared."""
    from attio_scopes.discover import relative_path
    from attio_scopes.judge.inventory import inventory

    found = []
    for part in outcome.each:
        folder = relative_path(part.root, outcome.root)
        calls = [judged.call for judged in outcome.report.calls if outcome.report.project_of(judged.call.site.place.path) == folder]
        found += [replace(each, project=folder) for each in inventory(calls, part.configuration.config.tokens)]
    return tuple(found)


def entry_points(outcome: Outcome) -> tuple[EntryNeeds, ...]:
    """What each entry point needs, of a run that was asked for them; last of each project, with the kind "", what none of them reaches."""
    from attio_scopes.discover import relative_path
    from attio_scopes.programs import needs_of_entries

    parts = [(relative_path(part.root, outcome.root), part) for part in outcome.each]
    found = [needs_of_entries(outcome.report, folder, part.configuration.config, part.manifest) for folder, part in parts]
    return tuple(needs for some in found for needs in some)


def _resolved(
    discovery: Discovery,
    config: Config,
    manifest: Manifest,
    request: Request,
    store: Store | None,
    limits: Limits,
    shown: Shown,
    progress: Progress | None,
) -> tuple[Resolved, tuple[str, ...]]:
    """What the files say (what an earlier run found in the same ones, or what this one finds), and those that were left at a limit."""
    from attio_scopes.discover.environment import environments_of
    from attio_scopes.memory import Memory, Resolved, StoredMemory

    given = dict(request.contents)
    shipped = "" if request.manifest_file is None else repr(manifest)
    environments = environments_of(request.home or discovery.root, request.python)
    packages = sorted({*config.packages, *environments.named("attio")})
    depends = (
        shipped, repr(config.hosts), repr(config.wrappers), str(request.prefilter), *(["by entry"] if request.needs_bodies else []),
        repr((packages, environments)),
    )  # fmt: skip
    memory = Memory() if store is None else StoredMemory(store, discovery, given, depends, environments.folders)
    remembered = memory.resolved()
    if remembered is not None:
        return remembered, ()
    from attio_scopes.evaluation import Installed, evaluated
    from attio_scopes.model.entry_point import joined
    from attio_scopes.noted import not_used, unreadable
    from attio_scopes.reading import Effort, reading_of, seeds_of

    seeds = seeds_of(config, packages)
    reading = reading_of(discovery, seeds, Effort(request.prefilter, request.jobs), memory, given, progress)
    settled: list[Settled] = []
    whole = Resolved()
    unfinished: tuple[str, ...] = ()
    try:
        with limits.kept():
            if limits.reason:  # reached by a project before this one
                raise LimitReached
            reading.search()
            known = None if reading.refused or reading.left_out else memory.resolved_of(reading.chosen, reading.content, reading.importers)
            if known is not None:
                memory.note_resolved(known)
                return known, ()
            reading.look()
            installed = Installed(environments.package, frozenset(packages))
            whole = evaluated(reading, config, manifest, settled, installed, request.needs_bodies, request.every_line)
    except LimitReached:
        unfinished = _unfinished(reading, discovery, settled)
        reading.findings.append(limits.finding(unfinished, shown))
    sites = tuple(sorted((site for part in settled for site in part.sites), key=lambda site: site.place))
    lost = (*sorted({reason for part in settled for reason in part.lost}), *whole.lost)
    directives = tuple(sorted(reading.directives.items()))
    refused = tuple(sorted(reading.refused))
    bodies = joined(part.bodies for part in settled)
    resolved = replace(
        whole, sites=sites, directives=directives, findings=tuple(reading.findings), notes=reading.notes,
        lost=(*lost, *unreadable(whole.packages, refused)), refused=tuple(path for path in refused if not is_installed(path)),
        bodies=bodies, told=not_used(environments.refused, whole.entrances),
    )  # fmt: skip
    if not unfinished:
        memory.note_resolved(resolved, reading.chosen, reading.contents, {path: reading.importers(path) for path in reading.asked})
    return resolved, unfinished


def _unfinished(reading: Reading, discovery: Discovery, settled: Iterable[Settled]) -> tuple[str, ...]:
    """The files in which calls may be missing after a run that ended early: those that matter or may, as far as that was known by then."""
    near = {path for one in reading.asked for path in (one, *reading.importers(one))}
    matter = near.union(reading.chosen).difference(module.path for part in settled if part.whole for module in part.modules)
    return tuple(file.path for file in discovery.files if file.path in matter) or tuple(file.path for file in discovery.files)


def _store(discovery: Discovery, request: Request) -> tuple[Store | None, tuple[str, ...]]:
    """The cache, or why there is none."""
    if not request.cache:
        return None, ()
    from attio_scopes.cache.place import cache_place
    from attio_scopes.cache.store import Store

    place = cache_place([discovery.root, *map(os.path.abspath, request.paths)])
    return (Store(place.folder), ()) if place.folder else (None, (f"no cache: {place.reason}",))


def _reported(sites: Iterable[CallSite], discovery: Discovery) -> tuple[CallSite, ...]:
    """The call sites in files that were asked for; the others were only read to follow calls through them."""
    asked = {file.path for file in discovery.files}
    return tuple(site for site in sites if site.place.path in asked)


# --- around the report -----------------------------------------------------------------------------------------


def _accepted(report: Report, request: Request, configuration: Configuration, root: str) -> Report:
    """The report without what the baseline accepts."""
    from attio_scopes.baseline import apply_baseline, lines_of, parse
    from attio_scopes.discover import relative_path

    file = request.baseline_file
    if file is None and configuration.config.baseline is not None and configuration.folder is not None:
        file = os.path.join(configuration.folder, configuration.config.baseline)
    if file is None or not request.baseline or not request.ignores:
        return report
    text = baseline_text(file)
    return apply_baseline(report, parse(text, os.path.relpath(file)), relative_path(os.path.abspath(file), root), lines_of(text))


def baseline_text(file: str) -> str:
    """The text of a baseline file. The configuration of a stranger's repository may name it: it is read if it is a regular file.

    Args:
        file: its path.

    Raises:
        UserError: it cannot be read, is no regular file, is absurdly long, or is not UTF-8.
    """
    from attio_scopes.discover import LARGEST
    from attio_scopes.disk import read_regular

    shown = visible(os.path.relpath(file))
    try:
        return read_regular(file, LARGEST).decode("utf-8")
    except (OSError, ValueError) as error:
        if isinstance(error, UnicodeDecodeError):
            raise UserError(f"{shown}: the baseline is not UTF-8 text") from error
        hint = "; attio-scopes baseline write makes one" if isinstance(error, FileNotFoundError) else ""
        raise UserError(f"{shown}: the baseline cannot be read ({getattr(error, 'strerror', None) or error}){hint}") from error


def _with_age(report: Report, request: Request) -> Report:
    """The report with the manifest's file and age; one that is old is noted."""
    from attio_scopes.manifest.age import age_in_days, age_note, today

    days = age_in_days(report.manifest_version, today())
    note = age_note(report.manifest_version, days)
    file = (request.manifest_file or "").replace(os.sep, "/")
    return replace(report, manifest_file=file, manifest_age=days, notes=(*report.notes, *((note,) if note else ())))


def _nothing_declared(configuration: Configuration, root: str) -> tuple[str, ...]:
    from attio_scopes.configure.misspelt import near_misses

    where = f"{visible(os.path.relpath(configuration.file))} declares no scopes" if configuration.file else "no configuration found"
    return (
        f"{where}: `attio-scopes init` writes one with the scopes that the code needs.",
        *(near_misses(root) if configuration.file is None else ()),
        "By hand, in pyproject.toml:",
        "",
        "    [tool.attio-scopes]",
        '    scopes = ["record_permission:read", "object_configuration:read"]',
        "",
        'or in attio-scopes.yaml: scopes: ["record_permission:read"]',
        "`attio-scopes calls` lists the calls without a configuration.",
    )
