"""Projects: the paths of a run to the projects that they belong to, each with its configuration and its files.

Takes a `Request`, gives a `Part` for each project. The nearest configuration upwards of a file decides, so a folder can hold several; what
is configured below a project is not that project's. It lists folders and reads configurations, and no source file.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from attio_scopes.configure import Configuration, configure, find, in_folder
from attio_scopes.configure.root import is_wide, project_roots
from attio_scopes.discover import Selection, check_paths, discover, relative_path, within
from attio_scopes.model.config import Config
from attio_scopes.model.errors import UserError
from attio_scopes.model.finding import CODES
from attio_scopes.model.source import Discovery, SourceFile
from attio_scopes.model.visible import visible
from attio_scopes.rule_files import scopes_of


class Request(Struct, frozen=True):
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
        gitignore: leave out what git ignores.
        seconds: that the analysis may take, or None for any.
        megabytes: of memory that it may take, or None for any.
        select, ignored: ids of the codes that are reported (all, if there are none), and of those that are not.
        single: run only the project of the paths, not those that are configured below it.
        by_entry: also work out which entry points lead to each call; the calls are the same without.
        starts: `FILE:FUNCTION` or `FILE`, as typed, from which the calls that count are reached; all calls count where there are none.
        token: name of the only token that the calls are judged against, or None.
        python: of `--python`: the environment in which packages are looked for, or None to look for one.
        home: absolute path of the folder around which one is looked for; None for the project's own.
        every_line: account for each call expression of the files asked for, also where nothing leads to Attio: it parses them whole.
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
    select: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    single: bool = False
    gitignore: bool = True
    seconds: float | None = None
    megabytes: int | None = None
    by_entry: bool = False
    starts: tuple[str, ...] = ()
    token: str | None = None
    python: str | None = None
    home: str | None = None
    every_line: bool = False

    @property
    def needs_bodies(self) -> bool:
        """Whether it has to be worked out who leads to each call."""
        return self.by_entry or bool(self.starts)


class Part(Struct, frozen=True):
    """A project of a run.

    Attributes:
        request: as asked, with this project's paths.
        configuration: that holds for them.
        discovery: its files.
        stray: no configuration holds for it, while others of the run have one.
    """

    request: Request
    configuration: Configuration
    discovery: Discovery
    stray: bool = False


def parts_of(request: Request) -> tuple[Part, ...]:
    """The projects of a run, in the order of their folders.

    Args:
        request: what was asked for.

    Raises:
        UserError: paths, a configuration or the manifest that it names are wrong; or no path leads to a Python file.
    """
    check_paths(request.paths)
    if request.config_file is not None or request.isolated or request.single:
        part = _part(request, request.paths, one=True)
        if not part.discovery.files:
            raise _nothing(request.paths, [part])
        return (part,)
    pending: dict[str | None, list[str]] = {}
    for path in request.paths:
        pending.setdefault(find(path), []).append(path)
    parts: dict[str | None, Part] = {}
    while pending:
        file, paths = next(iter(pending.items()))
        del pending[file]
        parts[file] = part = _part(request, tuple(paths), one=False)
        for folder in part.discovery.projects:
            inner = find(folder)
            known = parts.pop(inner, None)  # a path in it was asked for as well
            pending.setdefault(inner, []).extend([folder, *(known.request.paths if known else ())])
    found = [part for part in parts.values() if part.discovery.files]
    if not found:
        raise _nothing(request.paths, list(parts.values()))
    several = len(found) > 1
    if several and request.baseline_file is not None:
        folders = ", ".join(visible(os.path.relpath(part.discovery.root)) for part in found)
        raise UserError(f"--baseline is for one project, not for several ({folders}): name one, or set baseline in their configurations")
    ordered = sorted(found, key=lambda part: part.discovery.root)
    return tuple(replace(part, stray=several and part.configuration.file is None) for part in ordered)


def _part(request: Request, paths: tuple[str, ...], *, one: bool) -> Part:
    """One project: `one` says that an unconfigured one includes what is configured below it."""
    if request.isolated and request.config_file is None:
        configuration = Configuration(Config(), manifest_file=request.manifest_file)
    else:
        configuration = configure(paths, request.config_file, scopes_of, request.manifest_file)
    config = configuration.config
    if not request.ignores:
        config = replace(config, ignore=(), per_path_ignores=(), severities=(), require_reasons=False, baseline=None, reasons=(), keep=())
        configuration = replace(configuration, config=config)
    unselected = [code.id for code in CODES if request.select and code.id not in request.select]
    config = replace(config, ignore=(*config.ignore, *request.ignored, *unselected))
    configuration = replace(configuration, config=config)
    selection = Selection(config.include, config.exclude, config.include_tests or request.include_tests)
    apart = not (request.isolated or request.config_file is not None or (one and configuration.file is None))
    root, projects = _roots(paths, configuration.folder)
    readable = [folder for folder in projects if not is_wide(folder)]
    is_project = (lambda folder: in_folder(folder) is not None) if apart else None
    discovery = discover(paths, root, selection, readable, is_project, gitignore=request.gitignore)
    unread = len(readable) < len(projects) and not {folder for folder in projects if is_wide(folder)}.issubset(map(os.path.abspath, paths))
    discovery = _with_contents(replace(discovery, partial=discovery.partial or unread), request)
    return Part(replace(request, paths=paths, manifest_file=configuration.manifest_file), configuration, discovery)


def _roots(paths: Sequence[str], configured: str | None) -> tuple[str, tuple[str, ...]]:
    """The folder that reported paths are relative to, and those that hold the projects that the paths belong to."""
    given = [os.path.abspath(path) for path in paths]
    # Elsewhere the configuration is that of somebody who checks what others send.
    if configured is not None and any(within(path, configured) or within(configured, path) for path in given):
        return configured, (configured,)
    roots = project_roots(given)
    return common_folder(roots), roots


def common_folder(folders: Sequence[str]) -> str:
    """The folder that several are in; the working folder where they have none, on two drives."""
    try:
        return os.path.commonpath(folders)
    except ValueError:
        return os.getcwd()


def _with_contents(discovery: Discovery, request: Request) -> Discovery:
    """The discovery with the given files that are not on the disk; those that are were found, or left out on purpose."""
    unsaved = [SourceFile(relative_path(path, discovery.root), path) for path in _unsaved(discovery, request)]
    return replace(discovery, files=tuple(sorted({*discovery.files, *unsaved}))) if unsaved else discovery


def _unsaved(discovery: Discovery, request: Request) -> Iterator[str]:
    for path, _ in request.contents:
        if not os.path.exists(path) and not any(within(path, folder) for folder in discovery.projects):
            yield path


def _nothing(paths: Sequence[str], parts: Sequence[Part]) -> UserError:
    """Why a run without a file is refused."""
    where = ", ".join(visible(path) for path in paths)
    skipped = sum(part.discovery.skipped_tests for part in parts)
    if skipped:
        files = "1 file of test code was" if skipped == 1 else f"{skipped} files of test code were"
        return UserError(f"{where}: no Python file to check ({files} left out; --include-tests includes them)")
    return UserError(f"{where}: no Python file to check")
