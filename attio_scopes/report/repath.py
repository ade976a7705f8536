"""A report with other paths: for readers that look files up from another folder than the checked root.

Takes a `Report`, source texts and a function from a path to the path that the reader knows; gives both with those paths.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from attio_scopes.model.call import CallSite, Place
from attio_scopes.model.entry_point import Body
from attio_scopes.model.finding import Finding, Related
from attio_scopes.model.report import Report
from attio_scopes.model.source import is_installed

Shown = Callable[[str], str]


def with_paths(report: Report, sources: Mapping[str, str], shown: Shown) -> tuple[Report, dict[str, str]]:
    """The report and the sources with every path as `shown` gives it; the order of everything stays.

    Args:
        report: with paths relative to the checked root.
        sources: path to source text.
        shown: the path that the reader knows.

    Returns:
        the report and the sources.
    """
    shown = _keeping_packages(shown)
    calls = tuple(replace(j, call=replace(j.call, site=_site(j.call.site, shown))) for j in report.calls)
    findings = tuple(_finding(finding, shown) for finding in report.findings)
    suppressed = tuple(replace(known, finding=_finding(known.finding, shown)) for known in report.suppressed)
    left_out = tuple(replace(item, path=shown(item.path)) for item in report.left_out)
    unfinished = tuple(map(shown, report.unfinished))
    bodies = tuple(_body(body, shown) for body in report.bodies)
    moved = replace(report, calls=calls, findings=findings, suppressed=suppressed, left_out=left_out, unfinished=unfinished, bodies=bodies)
    return moved, {shown(path): text for path, text in sources.items()}


def _keeping_packages(shown: Shown) -> Shown:
    """A function from paths to paths that leaves those of installed packages, which are nobody's to look up."""
    return lambda path: path if is_installed(path) else shown(path)


def _place(place: Place, shown: Shown) -> Place:
    return replace(place, path=shown(place.path))


def _site(site: CallSite, shown: Shown) -> CallSite:
    via = tuple(replace(frame, path=shown(frame.path)) for frame in site.via)
    return replace(site, place=_place(site.place, shown), via=via)


def _body(body: Body, shown: Shown) -> Body:
    sends = tuple(replace(one, place=_place(one.place, shown)) for one in body.sends)
    return replace(body, path=shown(body.path), name=body.name if body.function else shown(body.name), sends=sends)


def _finding(finding: Finding, shown: Shown) -> Finding:
    related = tuple(Related(_place(other.place, shown), other.message) for other in finding.related)
    return replace(finding, place=_place(finding.place, shown), related=related)
