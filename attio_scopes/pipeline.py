"""The pipeline: the one place that knows the order of the stages.

Takes a `Request` (paths and options), gives an `Outcome` (the report, the configuration, the root). Everything around it,
the command line, plugins, hooks, is a thin shell that makes a request and shows the outcome. It prints nothing.
"""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from attio_scopes.model.call import Call, Place
from attio_scopes.model.config import Config
from attio_scopes.model.depth import room_for_depth
from attio_scopes.model.errors import UserError
from attio_scopes.model.finding import INTERNAL_ERROR, UNPARSABLE_FILE, Code, Finding
from attio_scopes.model.source import Discovery, SourceFile
from attio_scopes.model.visible import visible

if TYPE_CHECKING:
    from attio_scopes.configure import Configuration
    from attio_scopes.model.directive import Directive
    from attio_scopes.model.endpoint import Manifest
    from attio_scopes.model.facts import ModuleFacts
    from attio_scopes.model.inventory import Inventory
    from attio_scopes.model.report import Report

Progress = Callable[[int, int], None]

_COOKIE = re.compile(rb"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")
_BLANK_OR_COMMENT = re.compile(rb"^[ \t\f]*(?:#|$)")


@dataclass(frozen=True, slots=True)
class Request:
    """What a run is asked for.

    Attributes:
        paths: files and folders, as typed.
        config_file: of `--config`, or None to look for one.
        manifest_file: of `--manifest`, or None for the shipped one.
        include_tests: take test code in, whatever the configuration says.
        verdict: judge the calls (needs declared scopes); otherwise only list them.
        baseline: take away what the baseline accepts.
        baseline_file: of `--baseline`, or None for the configuration's.
        contents: (absolute path, bytes) of files to be read as these bytes, whatever the disk says: an editor's, or those of
            standard input. A file that is not on the disk joins the others.
    """

    paths: tuple[str, ...] = (".",)
    config_file: str | None = None
    manifest_file: str | None = None
    include_tests: bool = False
    verdict: bool = True
    baseline: bool = True
    baseline_file: str | None = None
    contents: tuple[tuple[str, bytes], ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a run.

    Attributes:
        report: what was found.
        configuration: what was configured, and where.
        manifest: that was used.
        root: absolute path of the folder that the report's paths are relative to.
    """

    report: Report
    configuration: Configuration
    manifest: Manifest
    root: str


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
    from attio_scopes.configure import configure
    from attio_scopes.discover import Selection, discover
    from attio_scopes.judge import Run, judge, survey
    from attio_scopes.pins import apply_pins
    from attio_scopes.rulebook import load_manifest, load_scope_catalogue
    from attio_scopes.suppress import suppress

    manifest = load_manifest(request.manifest_file)
    configuration = configure(request.paths, request.config_file, load_scope_catalogue)
    config = configuration.config
    selection = Selection(config.include, config.exclude, config.include_tests or request.include_tests)
    discovery = _with_contents(discover(request.paths, configuration.folder, selection), request)
    if request.verdict and not config.tokens:
        raise UserError(*_nothing_declared(configuration))

    known = _Known.of(discovery, config, progress, dict(request.contents))
    partial = discovery.partial or bool(discovery.notes)
    calls = _reported(_calls(known, config, manifest), discovery)
    settled = apply_pins(calls, known.directives, manifest, partial=partial)
    looked_at = Run(len(discovery.files), discovery.skipped_tests, partial, (*known.findings, *settled.findings), discovery.notes)
    report = (judge if request.verdict else survey)(settled.calls, config, manifest, looked_at)
    if request.verdict:
        report = _accepted(suppress(report, known.directives, config), request, configuration)
    return Outcome(_with_notes(report), configuration, manifest, discovery.root)


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
    texts: dict[str, str] = {}
    places = (place for f in outcome.report.findings for place in (f.place, *(other.place for other in f.related)))
    for path in sorted({place.path for place in places}):
        try:
            with open(os.path.join(outcome.root, path), "rb") as stream:
                texts[path] = decode(stream.read())
        except (OSError, ValueError):
            continue
    return texts


def decode(data: bytes) -> str:
    """The text of a Python file, by its byte order mark or coding cookie; what does not decode becomes a replacement sign."""
    if data.startswith(codecs.BOM_UTF8):
        return data[len(codecs.BOM_UTF8) :].decode("utf-8", "replace")
    encoding = "utf-8"
    for line in data.split(b"\n", 2)[:2]:
        cookie = _COOKIE.match(line)
        if cookie:
            encoding = cookie[1].decode("ascii", "replace")
        if cookie or not _BLANK_OR_COMMENT.match(line):
            break
    try:
        return data.decode(encoding, "replace")
    except (LookupError, ValueError, AssertionError):
        return data.decode("utf-8", "replace")


# --- reading files ---------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Known:
    """What the files of a run say: facts of the modules, comments for us, and findings on files that cannot be read."""

    facts: list[ModuleFacts] = field(default_factory=list)
    directives: dict[str, tuple[Directive, ...]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    given: Mapping[str, bytes] = field(default_factory=dict)

    @classmethod
    def of(cls, discovery: Discovery, config: Config, progress: Progress | None, given: Mapping[str, bytes]) -> _Known:
        """Read every file; parse only if one of them can have to do with Attio at all."""
        known = cls(given=given)
        reported = {file.path for file in discovery.files}
        contents = list(known._contents((*discovery.files, *discovery.context), reported))
        names = _seeds(config)
        relevant = any(name in data.lower() for _file, data in contents for name in names)
        for done, (file, data) in enumerate(contents if relevant else (), 1):
            own = file.path in reported
            if own and b"attio-scopes:" in data.lower():
                known._comments(file, data)
            known._module(file, data, own)
            if progress is not None:
                progress(done, len(contents))
        return known

    def _contents(self, files: Iterable[SourceFile], reported: set[str]) -> Iterable[tuple[SourceFile, bytes]]:
        from attio_scopes.discover import read

        for file in files:
            try:
                yield file, self.given[file.absolute] if file.absolute in self.given else read(file)
            except OSError as error:
                if file.path in reported:
                    self._finding(UNPARSABLE_FILE, file, 1, f"The file cannot be read: {error.strerror or 'unknown reason'}.", _READABLE)

    def _comments(self, file: SourceFile, data: bytes) -> None:
        from attio_scopes.directives import read_directives

        self.directives[file.path] = read_directives(decode(data))

    def _module(self, file: SourceFile, data: bytes, own: bool) -> None:
        """Parse one file and collect its facts; whatever goes wrong in it leaves the other files alone."""
        from attio_scopes.collect import collect
        from attio_scopes.parse import ParseFailure, parse

        try:
            parsed = parse(data, file.path)
            if isinstance(parsed, ParseFailure):
                if own and parsed.mentions_attio:
                    message = f"The file mentions Attio, but cannot be analysed: {visible(parsed.reason)}."
                    self._finding(UNPARSABLE_FILE, file, parsed.line, message, _PARSABLE)
                return
            self.facts.append(collect(parsed.tree, parsed.path, parsed.mentions_attio))
        except Exception as error:
            if own:
                message = f"The analysis of this file failed ({type(error).__name__}); the rest was reported."
                self._finding(INTERNAL_ERROR, file, 1, message, _REPORTABLE)

    def _finding(self, code: Code, file: SourceFile, line: int, message: str, remedy: str) -> None:
        self.findings.append(Finding(code, code.severity, message, remedy, Place(file.path, line, 1, line, 1)))


_READABLE = "Make it readable, or leave it out with exclude."
_PARSABLE = "Correct the file, or leave it out with exclude. Its calls to Attio are not in this report."

_REPORTABLE = "This is a defect of attio-scopes: please report it, with the file if you can."


def _with_contents(discovery: Discovery, request: Request) -> Discovery:
    """The discovery with the given files that are not on the disk; those that are were found, or left out on purpose."""
    from attio_scopes.discover import relative_path

    unsaved = [SourceFile(relative_path(path, discovery.root), path) for path, _ in request.contents if not os.path.exists(path)]
    return replace(discovery, files=tuple(sorted({*discovery.files, *unsaved}))) if unsaved else discovery


def _seeds(config: Config) -> tuple[bytes, ...]:
    """What a file has to say, in lower case, for the project to have any call: Attio's name, or a name that was configured."""
    wrappers = (wrapper.function.rpartition(".")[2] for wrapper in config.wrappers)
    return (b"attio", *(name.lower().encode() for name in (*config.hosts, *wrappers)))


def _calls(known: _Known, config: Config, manifest: Manifest) -> Sequence[Call]:
    """From facts to calls: link, resolve, match."""
    if not known.facts:
        return ()
    from attio_scopes.link import link
    from attio_scopes.match import match
    from attio_scopes.model.templates import templates_of
    from attio_scopes.resolve import resolve
    from attio_scopes.rulebook import load_clients

    hosts = frozenset({endpoint.host for endpoint in manifest.endpoints} | {host.lower() for host in config.hosts})
    sites = resolve(link(known.facts), load_clients().values(), templates_of(manifest), hosts, config.wrappers)
    return match(sites, manifest)


def _reported(calls: Iterable[Call], discovery: Discovery) -> tuple[Call, ...]:
    """The calls in files that were asked for; the others were only read to follow calls through them."""
    asked = {file.path for file in discovery.files}
    return tuple(call for call in calls if call.site.place.path in asked)


# --- around the report -----------------------------------------------------------------------------------------


def _accepted(report: Report, request: Request, configuration: Configuration) -> Report:
    """The report without what the baseline accepts."""
    from attio_scopes.baseline import apply_baseline, parse

    file = request.baseline_file
    if file is None and configuration.config.baseline is not None and configuration.folder is not None:
        file = os.path.join(configuration.folder, configuration.config.baseline)
    if file is None or not request.baseline:
        return report
    shown = os.path.relpath(file)
    try:
        with open(file, encoding="utf-8") as stream:
            text = stream.read()
    except OSError as error:
        hint = "attio-scopes baseline write makes one"
        raise UserError(f"{visible(shown)}: the baseline cannot be read ({error.strerror}); {hint}") from error
    except UnicodeDecodeError as error:
        raise UserError(f"{visible(shown)}: the baseline is not UTF-8 text") from error
    return apply_baseline(report, parse(text, shown), shown.replace(os.sep, "/"))


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
