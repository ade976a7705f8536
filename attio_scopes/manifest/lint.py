"""Checks a manifest beyond its form: duplicates, templates that cannot be told apart, scopes and sources that nobody knows.

Takes a manifest and the known scopes, gives problems. Never mends anything, and leaves the form itself to `decode`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from msgspec import Struct

from attio_scopes.manifest.words import scope_hint
from attio_scopes.model.endpoint import Endpoint, Manifest, ScopeCatalogue
from attio_scopes.model.scope import Scope

_DATE = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?\Z")
LEVELS = ("workspace", "user")


class LintProblem(Struct, frozen=True, order=True):
    """What is wrong: `where` is `METHOD /path`, or the part of the manifest; `check` is the kind of check."""

    where: str
    check: str
    message: str


def lint_manifest(manifest: Manifest, catalogue: ScopeCatalogue) -> tuple[LintProblem, ...]:
    """Check a manifest.

    Args:
        manifest: of correct form.
        catalogue: the scopes that count as known where the manifest has no catalogue of its own, and how scopes are misremembered.

    Returns:
        the problems, sorted.
    """
    listed = {f"{row.resource}:{access}" for row in manifest.scopes for access in row.accesses if not row.absent_since}
    known = listed or set(catalogue.scopes)
    problems = [*_sources(manifest), *_templates(manifest)]
    for endpoint in manifest.endpoints:
        problems.extend(_scopes(endpoint, known, catalogue))
        problems.extend(_provenance(endpoint, {source.id for source in manifest.sources}))
        unknown = [level for level in endpoint.levels if level not in LEVELS]
        problems.extend(LintProblem(endpoint.key, "unknown-level", f"the token level {level!r} is not known") for level in unknown)
    return tuple(sorted(set(problems)))


def overlap(one: Endpoint, other: Endpoint) -> bool:
    """Whether some path fits both templates and neither is the more literal one, so that nothing says which of them it reaches.

    From the left, the first place at which one is literal and the other is a parameter would decide; it does not where a later place
    says the opposite.
    """
    left, right = one.path.split("/"), other.path.split("/")
    if one.method != other.method or one.host != other.host or len(left) != len(right):
        return False
    wins = set()
    for mine, theirs in zip(left, right, strict=True):
        if not _meet(mine, one, theirs, other):
            return False
        if ("{" in mine) != ("{" in theirs):
            wins.add("{" in mine)
    return len(wins) != 1


def _meet(mine: str, one: Endpoint, theirs: str, other: Endpoint) -> bool:
    """Whether some segment fits both parts."""
    values = [_values(part, endpoint) for part, endpoint in ((mine, one), (theirs, other))]
    return not values[0] or not values[1] or bool(values[0] & values[1])


def _values(part: str, endpoint: Endpoint) -> set[str]:
    """The texts that a part of a template stands for; empty for any."""
    if "{" not in part:
        return {part}
    return {value for parameter in endpoint.parameters if part == "{" + parameter.name + "}" for value in parameter.values}


def _templates(manifest: Manifest) -> Iterator[LintProblem]:
    for one, other in combinations(manifest.endpoints, 2):
        if overlap(one, other):
            same = re.sub(r"\{[^{}]*\}", "{}", one.path) == re.sub(r"\{[^{}]*\}", "{}", other.path)
            if same:
                yield LintProblem(one.key, "duplicate", f"stands here twice (the other time as {other.path})")
            else:
                yield LintProblem(one.key, "ambiguous", f"a path may fit {other.path} too, and neither template is the more literal one")


def _scopes(endpoint: Endpoint, known: set[str], catalogue: ScopeCatalogue) -> Iterator[LintProblem]:
    scopes: set[Scope] = {scope for held in endpoint.requirement.alternatives for scope in held.scopes}
    for scope in sorted(scopes):
        if str(scope) not in known:
            hint = scope_hint(str(scope), catalogue)
            yield LintProblem(endpoint.key, "unknown-scope", f"{scope} is not in the manifest's list of scopes{hint}")


def _provenance(endpoint: Endpoint, known: set[str]) -> Iterator[LintProblem]:
    if not endpoint.sources:
        yield LintProblem(endpoint.key, "missing-source", "nothing says where this was read (`read_from`)")
    for source in endpoint.sources:
        if source not in known:
            yield LintProblem(endpoint.key, "missing-source", f"{source!r} is not among the manifest's sources")


def _sources(manifest: Manifest) -> Iterator[LintProblem]:
    if not manifest.sources:
        yield LintProblem("sources", "missing-source", "the manifest names no source")
    if not _DATE.match(manifest.version):
        yield LintProblem("version", "missing-date", f"{manifest.version!r} is not a date (YYYY-MM or YYYY-MM-DD)")
    seen: set[str] = set()
    for source in manifest.sources:
        if not _DATE.match(source.date):
            yield LintProblem(f"source {source.id}", "missing-date", f"{source.date!r} is not a date (YYYY-MM or YYYY-MM-DD)")
        if source.id in seen:
            yield LintProblem(f"source {source.id}", "duplicate", "stands here twice")
        seen.add(source.id)
    keys = {endpoint.key for endpoint in manifest.endpoints}
    for key in manifest.unstated:
        if key not in keys:
            yield LintProblem(key, "unknown-endpoint", "is among `unstated` and not among the endpoints")
