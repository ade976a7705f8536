"""Fingerprints: names of findings that stay when lines move. Takes findings and what they are about, gives them with one."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from attio_scopes.model.finding import Finding


class Draft(Struct, frozen=True):
    """A finding before it has its fingerprint.

    Attributes:
        finding: the finding.
        subject: what it is about, apart from code and file: function, endpoints, token; no line numbers.
    """

    finding: Finding
    subject: str = ""


def order(finding: Finding) -> tuple[str, int, int, str, str, str]:
    """The order of findings in every report: path, line, column, code; then what tells apart findings of one place."""
    place = finding.place
    return place.path, place.line, place.column, finding.code.id, finding.token or "", finding.message


def fingerprinted(drafts: Iterable[Draft]) -> tuple[Finding, ...]:
    """Sort findings and give each its fingerprint.

    It is a hash of the code, the file, the subject, and the number among findings of which all that is the same, counted
    in the order of the source: inserting lines or renaming another function does not change it.

    Args:
        drafts: in any order.

    Returns:
        the findings, sorted; one that has a fingerprint keeps it.
    """
    seen: Counter[str] = Counter()
    findings = []
    for draft in sorted(drafts, key=lambda draft: order(draft.finding)):
        finding = draft.finding
        if not finding.fingerprint:
            key = "|".join((finding.code.id, finding.place.path, draft.subject))
            text = f"{key}|{seen[key]}"
            seen[key] += 1
            finding = replace(finding, fingerprint=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32])
        findings.append(finding)
    return tuple(findings)
