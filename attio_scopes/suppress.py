"""Suppression: takes away the findings that comments and the configuration say to, and checks those comments.

Takes a judged report, the directives of its files and the ignores of the configuration; gives the report without the
suppressed findings, with an ATS201 for each comment that is malformed, lacks a required reason, or suppresses nothing. It only
removes findings and adds ATS201; it never removes ATS902 or ATS903, which say that
the run was not whole.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from attio_scopes.globs import compiled
from attio_scopes.model.call import Place
from attio_scopes.model.config import Config
from attio_scopes.model.directive import Directive, DirectiveKind
from attio_scopes.model.finding import CODES, NEVER_SILENT, UNUSED_SUPPRESSION, Finding, Severity
from attio_scopes.model.report import Report, SuppressedFinding

# Codes that need a declared token to be judged at all: without one, a comment for them is not unused.
_NEED_TOKEN = frozenset({"ATS001", "ATS002", "ATS006", "ATS007"})
_KINDS = (DirectiveKind.IGNORE, DirectiveKind.IGNORE_FILE)
_SLUGS = {code.slug: code.id for code in CODES}


class _Use(Struct):
    """A suppression comment and the codes that it has suppressed."""

    directive: Directive
    codes: set[str] = field(default_factory=set)


class _Uses(Struct):
    """The suppression comments of a file, by where they speak: there may be very many of both comments and findings.

    Attributes:
        all: every one, in order.
        anywhere: (number in `all`, comment) of those for the whole file.
        at: of the others, by the line that each speaks of.
    """

    all: list[_Use]
    anywhere: list[tuple[int, _Use]] = field(default_factory=list)
    at: dict[int, list[tuple[int, _Use]]] = field(default_factory=dict)

    @classmethod
    def of(cls, uses: Sequence[_Use]) -> _Uses:
        """Sort them."""
        found = cls(list(uses))
        for number, use in enumerate(uses):
            whole = use.directive.kind is DirectiveKind.IGNORE_FILE
            (found.anywhere if whole else found.at.setdefault(use.directive.target, [])).append((number, use))
        return found

    def on(self, where: _Lines) -> list[_Use]:
        """Those that speak of the lines, in order."""
        lines = {*range(where.first, where.last + 1), *where.ends}
        return [use for _, use in sorted([*self.anywhere, *(item for line in lines for item in self.at.get(line, ()))], key=_number)]


def _number(item: tuple[int, _Use]) -> int:
    return item[0]


class _Lines(Struct, frozen=True):
    """The lines at which a comment speaks of a finding's place."""

    first: int
    last: int
    ends: tuple[int, ...]


def suppress(report: Report, directives: Mapping[str, tuple[Directive, ...]], config: Config) -> Report:
    """Take away what is suppressed.

    Args:
        report: judged.
        directives: by path; only files of this run.
        config: `per_path_ignores`, `ignore` and `require_reasons` are read.

    Returns:
        the report without suppressed findings, its calls' statuses changed to `suppressed`, ATS201 findings added.
    """
    uses = {path: _Uses.of([_Use(d) for d in found if d.kind in _KINDS]) for path, found in directives.items()}
    of_itself = {path: _Uses.of([use for use in found.all if UNUSED_SUPPRESSION.id in use.directive.codes]) for path, found in uses.items()}
    none = _Uses([])
    sites = [judged.call.site for judged in report.calls]
    lines = {site.place: _lines_of(site.statement_line, site.statement_end_line, site.place) for site in sites}
    kept: list[Finding] = []
    withdrawn: list[SuppressedFinding] = []
    for finding in report.findings:
        where = lines.get(finding.place) or _lines_of(0, 0, finding.place)
        hidden = _by_comment(finding, uses.get(finding.place.path, none), where) or _by_config(finding, config)
        if hidden is None:
            kept.append(finding)
        else:
            withdrawn.append(hidden)
    complaints = [complaint for path, found in directives.items() for complaint in _complaints(path, found, uses[path].all, report, config)]
    for complaint in complaints:
        where = _lines_of(0, 0, complaint.place)
        hidden = _by_comment(complaint, of_itself.get(complaint.place.path, none), where) or _by_config(complaint, config)
        if hidden is None:
            kept.append(complaint)
        else:
            withdrawn.append(hidden)
    kept.extend(_idle_ats201({path: found.all for path, found in uses.items()}, report, config))
    return report.with_findings([_weighed(finding, config) for finding in kept], withdrawn)


def _lines_of(first: int, last: int, place: Place) -> _Lines:
    return _Lines(place.line, place.end_line, (first or place.line, last or place.end_line))


def _by_comment(finding: Finding, uses: _Uses, where: _Lines) -> SuppressedFinding | None:
    """The finding as suppressed by a comment, or None; every comment that does it is marked as used."""
    if finding.code in NEVER_SILENT:
        return None
    hidden = None
    for use in uses.on(where):
        directive = use.directive
        if directive.codes and finding.code.id not in directive.codes:
            continue
        use.codes.add(finding.code.id)
        if hidden is None or not hidden.reason:
            hidden = SuppressedFinding(finding, "inSource", directive.reason)
    return hidden


def _by_config(finding: Finding, config: Config) -> SuppressedFinding | None:
    code = finding.code.id
    if finding.code in NEVER_SILENT:
        return None
    if code in (_SLUGS.get(name, name) for name in config.ignore):
        return SuppressedFinding(finding, "external", "ignored by the configuration")
    for glob, codes in config.per_path_ignores:
        if code in (_SLUGS.get(name, name) for name in codes) and compiled((glob,)).match(finding.place.path):
            return SuppressedFinding(finding, "external", f"ignored by the configuration for {glob}")
    return None


def _complaints(path: str, found: Sequence[Directive], uses: Sequence[_Use], report: Report, config: Config) -> list[Finding]:
    complaints = [
        _complaint(path, directive, f"Comment for attio-scopes is not understood: {directive.problem}.", "Correct or remove the comment.")
        for directive in found
        if directive.kind is DirectiveKind.MALFORMED
    ]
    for use in uses:
        directive = use.directive
        if config.require_reasons and not directive.reason:
            says = f"{directive.kind.value}[{', '.join(directive.codes)}]" if directive.codes else directive.kind.value
            message = f"Suppression {says} gives no reason, and the configuration requires one."
            complaints.append(_complaint(path, directive, message, f"Write: # attio-scopes: {says} why this is all right"))
        idle = _idle(use, report)
        if idle is not None:
            complaints.append(_complaint(path, directive, *idle))
    return complaints


def _idle(use: _Use, report: Report) -> tuple[str, str] | None:
    """(message, help) for a comment that suppresses nothing, or for those of its codes that do not."""
    if report.partial:  # calls that only other files make known are missing from this run
        return None
    directive = use.directive
    where = "in this file" if directive.kind is DirectiveKind.IGNORE_FILE else "here"
    if not directive.codes:
        if use.codes or not report.tokens:
            return None
        return f"Suppression is unused: nothing is reported {where}.", "Remove it."
    idle = [code for code in directive.codes if code not in use.codes and code != UNUSED_SUPPRESSION.id]
    if not report.tokens:
        idle = [code for code in idle if code not in _NEED_TOKEN]
    if not idle:
        return None
    listed = ", ".join(idle)
    whole = len(idle) == len(directive.codes)
    return f"Suppression of {listed} is unused: not reported {where}.", "Remove it." if whole else f"Take {listed} out of the brackets."


def _idle_ats201(uses: Mapping[str, Sequence[_Use]], report: Report, config: Config) -> list[Finding]:
    """Comments that name ATS201 and suppress none; asked last, when all the other complaints are known."""
    idle = []
    for path, found in uses.items():
        for use in found:
            if UNUSED_SUPPRESSION.id in use.directive.codes and UNUSED_SUPPRESSION.id not in use.codes and not report.partial:
                complaint = _complaint(path, use.directive, "Suppression of ATS201 is unused: not reported here.", "Remove it.")
                if _by_config(complaint, config) is None:
                    idle.append(complaint)
    return idle


def _complaint(path: str, directive: Directive, message: str, remedy: str) -> Finding:
    place = Place(path, directive.line, directive.column, directive.line, directive.end_column)
    return Finding(UNUSED_SUPPRESSION, UNUSED_SUPPRESSION.severity, message, remedy, place)


def _weighed(finding: Finding, config: Config) -> Finding:
    """An ATS201 with the severity that the configuration gives it; judge has weighed the others."""
    if finding.code is not UNUSED_SUPPRESSION:
        return finding
    for name, severity in config.severities:
        if _SLUGS.get(name, name) == UNUSED_SUPPRESSION.id:
            return replace(finding, severity=Severity[severity.upper()])
    return finding
