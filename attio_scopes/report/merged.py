"""Merged: the reports of several projects to one.

Takes reports, each with its project's folder; gives one in which every path counts from the folder that they have in common. It judges
nothing: each project was judged with its own configuration, and fingerprints stay those of the project's own report.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from attio_scopes.model.entry_point import joined
from attio_scopes.model.report import ProjectReport, Report
from attio_scopes.model.scope import ScopeSet
from attio_scopes.report.repath import with_paths


def merged(reports: Sequence[tuple[str, Report]]) -> Report:
    """One report of several.

    Args:
        reports: each with its project's folder, relative to the common one, with `/`; `.` for the common one itself. At least one.

    Returns:
        the sum. The manifest is that of the first; where another project uses a different one, a note says so.
    """
    moved = [(folder, _moved(folder, report)) for folder, report in reports]
    first = moved[0][1]
    notes = [note for folder, report in moved for note in _notes(folder, report, moved)]
    if len({(report.manifest_version, report.manifest_file) for _, report in moved}) > 1:
        notes.append("The projects use different scope manifests.")
    return replace(
        first,
        files=sum(report.files for _, report in moved),
        skipped_tests=sum(report.skipped_tests for _, report in moved),
        ignored=sum(report.ignored for _, report in moved),
        partial=any(report.partial for _, report in moved),
        calls=tuple(sorted((call for _, report in moved for call in report.calls), key=lambda judged: judged.call.site.place)),
        findings=tuple(
            sorted(
                (finding for _, report in moved for finding in report.findings),
                key=lambda f: (f.place.path, f.place.line, f.place.column, f.code.id, f.message),
            )
        ),
        required_scopes=tuple(ScopeSet(frozenset(scope for _, report in moved for scope in report.required_scopes)).least()),
        tokens=tuple(token for _, report in moved for token in report.tokens),
        notes=tuple(dict.fromkeys(notes)),
        suppressed=tuple(known for _, report in moved for known in report.suppressed),
        left_out=tuple(item for _, report in moved for item in report.left_out),
        unfinished=tuple(path for _, report in moved for path in report.unfinished),
        projects=tuple(project for _, report in moved for project in report.projects),
        packages=tuple(sorted({package for _, report in moved for package in report.packages})),
        bodies=joined(report.bodies for _, report in moved),
    )


def _moved(folder: str, report: Report) -> Report:
    """A report whose paths count from the common folder."""

    def shown(path: str) -> str:
        return path if folder == "." else f"{folder}/{path}"

    report, _ = with_paths(report, {}, shown)
    return replace(
        report,
        tokens=tuple(replace(token, project=folder) for token in report.tokens),
        projects=tuple(_project(project, folder, shown) for project in report.projects),
    )


def _project(project: ProjectReport, folder: str, shown: Callable[[str], str]) -> ProjectReport:
    return replace(project, path=folder, configuration=project.configuration and shown(project.configuration))


def _notes(folder: str, report: Report, every: Sequence[tuple[str, Report]]) -> Sequence[str]:
    """The notes of a project; one that is not said of all names it, if it has a folder of its own."""
    if folder == ".":
        return report.notes
    return [note if all(note in other.notes for _, other in every) else f"{folder}: {note}" for note in report.notes]
