"""The pipeline: the one place that knows the order of the stages.

Takes a `Request` (paths and options), gives an `Outcome` (the report, the configuration, the root). Everything around it,
the command line, plugins, hooks, is a thin shell that makes a request and shows the outcome. It prints nothing.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from attio_scopes.model.config import Config
from attio_scopes.model.depth import room_for_depth
from attio_scopes.model.errors import LimitReached, UserError
from attio_scopes.model.source import Discovery, SourceFile
from attio_scopes.model.visible import visible

if TYPE_CHECKING:
    from attio_scopes.cache.store import Store
    from attio_scopes.configure import Configuration
    from attio_scopes.limits import Limits
    from attio_scopes.memory import Resolved
    from attio_scopes.model.call import CallSite
    from attio_scopes.model.endpoint import Manifest
    from attio_scopes.model.inventory import Inventory
    from attio_scopes.model.report import Report
    from attio_scopes.reading import Reading

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Request:
    """What a run is asked for.

    Attributes:
        paths: files and folders, as typed.
        config_file: of `--config`, or None to look for one.
        manifest_file: of `--manifest`, or None for the project's own, or else the shipped one.
        include_tests: take test code in, whatever the configuration says.
        verdict: judge the calls (needs declared scopes); otherwise only list them.
        baseline: take away what the baseline accepts.
        baseline_file: of `--baseline`, or None for the configuration's.
        contents: (absolute path, bytes) of files to be read as these bytes, whatever the disk says: an editor's, or those of
            standard input. A file that is not on the disk joins the others.
        cache: take over from earlier runs what cannot have changed, and leave something to later ones.
        prefilter: parse only files that can matter.
        jobs: how many processes parse, at most; 0 for as many as there are processors.
        isolated: use no configuration but `config_file`.
        ignores: heed what keeps findings silent: comments for us, the configuration's ignores and severities, the baseline.
        seconds: that the analysis may take, or None for any.
        megabytes: of memory that it may take, or None for any.
    """

    paths: tuple[str, ...] = (".",)
    config_file: str | None = None
    manifest_file: str | None = None
    include_tests: bool = False
    verdict: bool = True
    baseline: bool = True
    baseline_file: str | None = None
    contents: tuple[tuple[str, bytes], ...] = ()
    cache: bool = False
    prefilter: bool = True
    jobs: int = 0
    isolated: bool = False
    ignores: bool = True
    seconds: float | None = None
    megabytes: int | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a run.

    Attributes:
        report: what was found.
        configuration: what was configured, and where.
        manifest: that was used.
        root: absolute path of the folder that the report's paths are relative to.
        remarks: how the run went about its work, for those who ask; nothing that the report depends on.
    """

    report: Report
    configuration: Configuration
    manifest: Manifest
    root: str
    remarks: tuple[str, ...] = ()


@room_for_depth()
def run(request: Request, progress: Progress | None = None) -> Outcome:
    """Analyse a project.

    Args:
        request: what to do.
        progress: is told (files done, files in all) while files are read.

    Returns:
        the outcome.

    Raises:
        UserError: paths, configuration, manifest or baseline are wrong.
        InternalError: the tool itself is broken.
    """
    from attio_scopes.limits import Limits
    from attio_scopes.rulebook import load_manifest

    limits = Limits(request.seconds, request.megabytes)
    configuration, discovery = discovered(request)
    request = replace(request, manifest_file=configuration.manifest_file)
    manifest = load_manifest(request.manifest_file)
    config = configuration.config
    if request.verdict and not config.tokens:
        raise UserError(*_nothing_declared(configuration))

    store, remarks = _store(discovery, request)
    resolved, unfinished = _resolved(discovery, config, manifest, request, store, limits, progress)
    report = partial(_judged, request, configuration, discovery, manifest)
    try:
        with limits.kept():
            judged = report(resolved, unfinished)
    except LimitReached:
        unfinished = unfinished or tuple(sorted({site.place.path for site in resolved.sites})) or (discovery.files[0].path,)
        judged = report(replace(resolved, sites=(), findings=(*resolved.findings, limits.finding(unfinished))), unfinished)
    return Outcome(_with_notes(_with_age(judged, request)), configuration, manifest, discovery.root, remarks)


def _judged(
    request: Request,
    configuration: Configuration,
    discovery: Discovery,
    manifest: Manifest,
    resolved: Resolved,
    unfinished: tuple[str, ...],
) -> Report:
    """From call sites to the report: what each call needs, and whether that is granted, by comments and baseline too."""
    from attio_scopes.judge import Run, judge, survey
    from attio_scopes.match import match
    from attio_scopes.pins import apply_pins
    from attio_scopes.suppress import suppress

    config = configuration.config
    directives = dict(resolved.directives) if request.ignores else {}
    notes = (*discovery.notes, *resolved.notes)
    in_part = discovery.partial or bool(notes or unfinished)
    calls = match(_reported(resolved.sites, discovery), manifest)
    settled = apply_pins(calls, directives, manifest, partial=in_part)
    looked_at = Run(
        len(discovery.files), discovery.skipped_tests, in_part, (*resolved.findings, *settled.findings), notes,
        resolved.entrances, resolved.lost, resolved.refused,
    )  # fmt: skip
    report = (judge if request.verdict else survey)(settled.calls, config, manifest, looked_at)
    if request.verdict:
        report = _accepted(suppress(report, directives, config), request, configuration)
    return replace(report, left_out=discovery.left_out, unfinished=unfinished)


def discovered(request: Request) -> tuple[Configuration, Discovery]:
    """The configuration of a run, and its files.

    Args:
        request: what to do.

    Raises:
        UserError: paths, configuration or the manifest that it names are wrong.
    """
    from attio_scopes.configure import Configuration, configure
    from attio_scopes.discover import Selection, discover
    from attio_scopes.rulebook import scopes_of

    if request.isolated and request.config_file is None:
        configuration = Configuration(Config(), manifest_file=request.manifest_file)
    else:
        configuration = configure(request.paths, request.config_file, scopes_of, request.manifest_file)
    config = configuration.config
    if not request.ignores:
        config = replace(config, ignore=(), per_path_ignores=(), severities=(), require_reasons=False, baseline=None)
        configuration = replace(configuration, config=config)
    selection = Selection(config.include, config.exclude, config.include_tests or request.include_tests)
    return configuration, _with_contents(discover(request.paths, configuration.folder, selection), request)


def resolved_percent(report: Report) -> float:
    """How many of the calls were understood, in percent; 100 where there is none."""
    understood = sum(1 for judged in report.calls if judged.call.status.value != "unresolved")
    return 100 * understood / len(report.calls) if report.calls else 100.0


def inventories(outcome: Outcome) -> tuple[Inventory, ...]:
    """What the code needs of each declared token, with the places; one inventory where fewer than two are declared."""
    from attio_scopes.judge.inventory import inventory

    return inventory([judged.call for judged in outcome.report.calls], outcome.configuration.config.tokens)


def source_texts(outcome: Outcome) -> dict[str, str]:
    """The text of every file that a finding or its trace stands in, by its path in the report; a file that is gone is left out."""
    from attio_scopes.discover import decode, read

    texts: dict[str, str] = {}
    places = (place for f in outcome.report.findings for place in (f.place, *(other.place for other in f.related)))
    for path in sorted({place.path for place in places}):
        try:
            texts[path] = decode(read(SourceFile(path, os.path.join(outcome.root, path))))
        except (OSError, ValueError):
            continue
    return texts


def _with_contents(discovery: Discovery, request: Request) -> Discovery:
    """The discovery with the given files that are not on the disk; those that are were found, or left out on purpose."""
    from attio_scopes.discover import relative_path

    unsaved = [SourceFile(relative_path(path, discovery.root), path) for path, _ in request.contents if not os.path.exists(path)]
    return replace(discovery, files=tuple(sorted({*discovery.files, *unsaved}))) if unsaved else discovery


def _resolved(
    discovery: Discovery,
    config: Config,
    manifest: Manifest,
    request: Request,
    store: Store | None,
    limits: Limits,
    progress: Progress | None,
) -> tuple[Resolved, tuple[str, ...]]:
    """What the files say (what an earlier run found in the same ones, or what this one finds), and those that were left at a limit."""
    from attio_scopes.memory import Memory, Resolved, StoredMemory

    given = dict(request.contents)
    shipped = "" if request.manifest_file is None else repr(manifest)
    depends = (shipped, repr(config.hosts), repr(config.wrappers), str(request.prefilter))
    memory = Memory() if store is None else StoredMemory(store, discovery, given, depends)
    remembered = memory.resolved()
    if remembered is not None:
        return remembered, ()
    from attio_scopes.reading import Effort, reading_of

    reading = reading_of(discovery, config, Effort(request.prefilter, request.jobs), memory, given, progress)
    found = Resolved()
    unfinished: tuple[str, ...] = ()
    try:
        with limits.kept():
            reading.search()
            found = _found(reading, config, manifest)
    except LimitReached:
        unfinished = _unfinished(reading, discovery)
        reading.findings.append(limits.finding(unfinished))
    directives = tuple(sorted(reading.directives.items()))
    refused = tuple(sorted(reading.refused))
    resolved = Resolved(found.sites, directives, tuple(reading.findings), reading.notes, found.entrances, found.lost, refused)
    if not unfinished:
        memory.note_resolved(resolved)
    return resolved, unfinished


def _unfinished(reading: Reading, discovery: Discovery) -> tuple[str, ...]:
    """The files in which calls may be missing after a run that ended early: those that matter, as far as that was known by then."""
    asked = [file.path for file in discovery.files]
    matter = set(reading.chosen)
    return tuple(path for path in asked if path in matter) or tuple(asked)


def _store(discovery: Discovery, request: Request) -> tuple[Store | None, tuple[str, ...]]:
    """The cache, or why there is none."""
    if not request.cache:
        return None, ()
    from attio_scopes.cache.place import cache_place
    from attio_scopes.cache.store import Store

    place = cache_place([discovery.root, *map(os.path.abspath, request.paths)])
    return (Store(place.folder), ()) if place.folder else (None, (f"no cache: {place.reason}",))


def _found(reading: Reading, config: Config, manifest: Manifest) -> Resolved:
    """From files that matter to call sites: link, reach, parse, resolve. What is known of the files besides is left out."""
    from attio_scopes.memory import Resolved

    if not reading.chosen:
        return Resolved()
    from attio_scopes.entrances import entrances
    from attio_scopes.link import link
    from attio_scopes.reach import reach

    program = link(reading.chosen, reading.paths, reading.outline, reading.facts)
    reached = reach(program)
    proxies = {host.lower() for host in config.hosts}
    enters = partial(entrances, program, reached.importers, {e.host for e in manifest.endpoints if not e.oauth} | proxies)
    if not reading.select(reached.statements):
        return Resolved(entrances=enters(()))
    from attio_scopes.model.templates import templates_of
    from attio_scopes.resolve import resolve
    from attio_scopes.rulebook import load_clients

    hosts = frozenset({endpoint.host for endpoint in manifest.endpoints} | proxies)
    everything = bool(config.wrappers) or not reading.effort.prefilter
    own = frozenset(module for module in program.known if module.chosen) if everything else reached.connected
    sites, lost = resolve(program, own, load_clients().values(), templates_of(manifest), hosts, config.wrappers)
    called = {path for site in sites for path in (site.place.path, *(frame.path for frame in site.via))}
    return Resolved(sites, entrances=enters(called), lost=lost)


def _reported(sites: Iterable[CallSite], discovery: Discovery) -> tuple[CallSite, ...]:
    """The call sites in files that were asked for; the others were only read to follow calls through them."""
    asked = {file.path for file in discovery.files}
    return tuple(site for site in sites if site.place.path in asked)


# --- around the report -----------------------------------------------------------------------------------------


def _accepted(report: Report, request: Request, configuration: Configuration) -> Report:
    """The report without what the baseline accepts."""
    from attio_scopes.baseline import apply_baseline, lines_of, parse

    file = request.baseline_file
    if file is None and configuration.config.baseline is not None and configuration.folder is not None:
        file = os.path.join(configuration.folder, configuration.config.baseline)
    if file is None or not request.baseline or not request.ignores:
        return report
    text = baseline_text(file)
    shown = os.path.relpath(file)
    return apply_baseline(report, parse(text, shown), shown.replace(os.sep, "/"), lines_of(text))


def baseline_text(file: str) -> str:
    """The text of a baseline file. The configuration of a stranger's repository may name it: it is read if it is a regular file.

    Args:
        file: its path.

    Raises:
        UserError: it cannot be read, is no regular file, is absurdly long, or is not UTF-8.
    """
    from attio_scopes.discover import LARGEST
    from attio_scopes.model.regular import read_regular

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


def _with_notes(report: Report) -> Report:
    """A run that understood little says so."""
    percent = resolved_percent(report)
    if percent >= 50:
        return report
    note = f"Only {percent:.0f}% of the calls could be resolved: this report says little about the rest."
    return replace(report, notes=(*report.notes, note))


def _nothing_declared(configuration: Configuration) -> tuple[str, ...]:
    where = f"{visible(os.path.relpath(configuration.file))} declares no scopes" if configuration.file else "no configuration found"
    return (
        f"{where}: write the scopes that the token has into pyproject.toml,",
        "",
        "    [tool.attio-scopes]",
        '    scopes = ["record_permission:read", "object_configuration:read"]',
        "",
        'or into attio-scopes.yaml (scopes: ["record_permission:read"]).',
        "`attio-scopes scopes` prints those that the code needs; `attio-scopes calls` lists the calls without any configuration.",
    )
