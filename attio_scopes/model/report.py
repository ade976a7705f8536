"""The report of a run: what renderers and shells read. Its JSON form is a contract (schema_version 1)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from hashlib import sha256

from msgspec import Struct
from msgspec.structs import replace

from attio_scopes.model.call import Call
from attio_scopes.model.entry_point import Body
from attio_scopes.model.finding import Finding
from attio_scopes.model.scope import Scope
from attio_scopes.model.source import LeftOut, Package


class JudgedCall(Struct, frozen=True):
    """A call with its verdict.

    Attributes:
        call: what was found.
        status: `covered`, `missing`, `possible`, `unknown-endpoint`, `unresolved`, `suppressed`; without a verdict
            (`calls`) `resolved`, `unknown-endpoint` or `unresolved`.
        tokens: names of the declared tokens that it was judged against.
    """

    call: Call
    status: str
    tokens: tuple[str, ...] = ()


class SuppressedFinding(Struct, frozen=True):
    """A finding that is not reported, for formats that show such ones too.

    Attributes:
        finding: what would have been reported.
        kind: `inSource` (a comment, as SARIF calls it) or `external` (a baseline, the configuration).
        reason: why, in the user's words, or "".
    """

    finding: Finding
    kind: str = "inSource"
    reason: str = ""


class TokenReport(Struct, frozen=True):
    """What one declared token has, needs, lacks and could lose.

    `kept` are the scopes that it could lose if the configuration did not say that they stay, with the reason or "".
    `withheld` says why advice to remove a scope is not given, or is None; `project` is the folder of its project, `.` for the root.
    """

    name: str
    declared: tuple[Scope, ...]
    required: tuple[Scope, ...]
    missing: tuple[Scope, ...]
    possible: tuple[Scope, ...]
    unused: tuple[Scope, ...]
    broader: tuple[Scope, ...]
    withheld: str | None = None
    project: str = "."
    kept: tuple[tuple[Scope, str], ...] = ()


class ProjectReport(Struct, frozen=True):
    """A project of a run.

    Attributes:
        path: its folder, relative to the root; `.` for the root itself.
        configuration: the file that configures it, relative to the root, or "" where none does.
        files, calls: how many it has.
        manifest_version: of the scope manifest that it uses.
    """

    path: str
    configuration: str
    files: int
    calls: int
    manifest_version: str


class ReadPackage(Struct, frozen=True, order=True):
    """An installed package that was read.

    Attributes:
        module: its name, as it is imported.
        distribution, version: of what was installed, "" where that is not known.
        files: how many of its modules were parsed.
    """

    module: str
    distribution: str = ""
    version: str = ""
    files: int = 0

    @classmethod
    def of(cls, package: Package) -> ReadPackage:
        """What a report says of a package."""
        return cls(package.name, package.distribution, package.version, package.read)

    @property
    def title(self) -> str:
        """As sentences have it: `py-attio 0.9.0`."""
        return f"{self.distribution or self.module} {self.version}".rstrip()


class Report(Struct, frozen=True):
    """The outcome of a run.

    Attributes:
        manifest_version, manifest_source, manifest_endpoints: which manifest was used.
        manifest_file: the file that it is, as seen from the working folder; "" for the shipped one.
        manifest_age: its age in days, or None where it has no date or nobody asked.
        files: how many files were looked at.
        skipped_tests: how many files of test code were left out.
        ignored: how many files and folders were left out because git ignores them.
        partial: only a part of the project was looked at.
        calls: sorted by place.
        findings: sorted by path, line, column, code.
        required_scopes: the least set that the certain calls need.
        tokens: one for each declared token.
        notes: what else the user should know, a line each.
        suppressed: findings that a comment, the configuration or the baseline keeps silent.
        projects: one for each project of the run.
        left_out: files and folders that were not looked at, without anybody having asked for that.
        unfinished: paths of the files that were not looked at, or not to the end, since a limit of the run was reached.
        bodies: the functions and modules that lead to a call, where that was asked for.
        packages: installed packages that were read, sorted.
    """

    manifest_version: str
    manifest_source: str
    manifest_endpoints: int
    files: int
    skipped_tests: int
    partial: bool
    calls: tuple[JudgedCall, ...]
    findings: tuple[Finding, ...]
    required_scopes: tuple[Scope, ...]
    tokens: tuple[TokenReport, ...]
    notes: tuple[str, ...] = ()
    suppressed: tuple[SuppressedFinding, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    unfinished: tuple[str, ...] = ()
    manifest_file: str = ""
    manifest_age: int | None = None
    projects: tuple[ProjectReport, ...] = ()
    ignored: int = 0
    bodies: tuple[Body, ...] = ()
    packages: tuple[ReadPackage, ...] = ()

    def project_of(self, path: str) -> str:
        """The folder of the project that a file belongs to: the nearest of `projects` above it."""
        above = [project.path for project in self.projects if project.path == "." or path.startswith(project.path + "/")]
        return max(above, key=lambda folder: 0 if folder == "." else len(folder), default=".")

    def with_findings(self, kept: Collection[Finding], withdrawn: Collection[SuppressedFinding], notes: tuple[str, ...] = ()) -> Report:
        """The report with other findings; a call whose findings are all withdrawn becomes `suppressed`.

        Args:
            kept: what is still to be told, new findings included.
            withdrawn: what was a finding and is no longer told, and why.
            notes: to be added.

        Returns:
            the report; what calls need and what tokens lack stays as it was.
        """
        kept = _with_fingerprints(kept)
        told = {finding.place for finding in kept if finding.code.id in _VERDICTS}
        silent = {item.finding.place for item in withdrawn if item.finding.code.id in _VERDICTS} - told
        calls = tuple(
            replace(judged, status="suppressed") if judged.call.site.place in silent and judged.status != "covered" else judged
            for judged in self.calls
        )
        findings = tuple(sorted(kept, key=lambda f: (f.place.path, f.place.line, f.place.column, f.code.id, f.message)))
        suppressed = (*self.suppressed, *withdrawn)
        return replace(self, calls=calls, findings=findings, suppressed=suppressed, notes=(*self.notes, *notes))


def _with_fingerprints(findings: Collection[Finding]) -> tuple[Finding, ...]:
    """Findings on comments and baselines come late: their fingerprint is of code, file and message, which have no line."""
    seen: Counter[str] = Counter()
    named = []
    for finding in sorted(findings, key=lambda f: f.place):
        if not finding.fingerprint:
            key = f"{finding.code.id}|{finding.place.path}|{finding.message}"
            text = f"{key}|{seen[key]}"
            seen[key] += 1
            finding = replace(finding, fingerprint=sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32])
        named.append(finding)
    return tuple(named)


# Codes whose findings are the verdict on a call.
_VERDICTS = frozenset({"ATS001", "ATS002", "ATS003", "ATS004"})


def age_text(days: int | None) -> str:
    """`27 days old`, or that a manifest has no date."""
    return "without a date" if days is None else f"{days} day{'' if days == 1 else 's'} old"
