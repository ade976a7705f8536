"""Ten near misses for every endpoint of the manifest: what people write when they misremember it. `python -m tests.near_misses` prints
them with what the tool says, for people to read; a test holds what can be held by rule.

Takes the manifest, gives requests that no endpoint fits, each with the kind of its mistake.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from attio_scopes.manifest.search import find_endpoints, nearest
from attio_scopes.model.endpoint import Endpoint, Manifest
from attio_scopes.rule_files import load_manifest

EACH = 10
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
SPELLING = frozenset(
    {"version left out", "singular or plural", "hyphens", "misspelt", "capitals", "doubled version", "other version", "api in front"}
)
"""Mistakes after which the endpoint itself is what was meant."""
_VALUES = {"target": "lists", "object": "people", "identifier": "people"}


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A request that no endpoint fits, what was meant, and the kind of mistake."""

    meant: Endpoint
    method: str
    path: str
    kind: str


def near_misses(manifest: Manifest, endpoint: Endpoint) -> list[NearMiss]:
    """The first ten of an endpoint, of as many kinds as there are."""
    path = re.sub(r"\{(\w+)\}", lambda found: _VALUES.get(found[1], "5f"), endpoint.path)
    found: dict[tuple[str, str], NearMiss] = {}
    for kind, method, written in _mistakes(endpoint, path):
        if not find_endpoints(manifest, method, written):
            found.setdefault((method, written), NearMiss(endpoint, method, written, kind))
    by_kind: dict[str, list[NearMiss]] = {}
    for miss in found.values():
        by_kind.setdefault(miss.kind, []).append(miss)
    chosen: list[NearMiss] = []
    while len(chosen) < EACH and any(by_kind.values()):
        for left in by_kind.values():
            chosen += left[:1]
            del left[:1]
    return chosen[:EACH]


def _mistakes(endpoint: Endpoint, path: str) -> Iterator[tuple[str, str, str]]:
    parts = path.strip("/").split("/")
    template = endpoint.path.strip("/").split("/")
    method = endpoint.method
    yield from (("other method", other, path) for other in METHODS if other != method)
    if "v2" in parts:
        yield "version left out", method, "/" + "/".join(part for part in parts if part != "v2")
        yield "doubled version", method, "/v2" + path
        yield "other version", method, path.replace("v2", "v1")
        yield "api in front", method, "/api" + path
    words = [at for at, part in enumerate(template) if "{" not in part and part != "v2"]
    for at in words:
        yield "singular or plural", method, _with(parts, at, _other_number(parts[at]))
        yield "hyphens", method, _with(parts, at, parts[at].replace("_", "-"))
        yield "misspelt", method, _with(parts, at, parts[at][:-3] + parts[at][-2:])
        yield "capitals", method, _with(parts, at, parts[at].upper() if parts[at].islower() else parts[at].lower())
    for at in range(2, len(parts)):
        yield "segment lacking", method, "/" + "/".join((*parts[:at], *parts[at + 1 :]))
    yield "segment too much", method, path + "/5f"
    yield "segment too much", method, path + "/details"
    yield "segment too much", method, path + "/5f/details"
    if len(parts) > 2:
        yield "segment too much", method, _with(parts, 2, parts[2] + "/5f")


def _with(parts: list[str], at: int, text: str) -> str:
    return "/" + "/".join((*parts[:at], text, *parts[at + 1 :]))


def _other_number(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("statuses"):
        return word[:-2]
    if word.endswith("s"):
        return word[:-1]
    return word[:-1] + "ies" if word.endswith("y") else word + "s"


if __name__ == "__main__":
    known = load_manifest()
    for listed in known.endpoints:
        host = f"https://{listed.host}" if listed.oauth else ""
        sys.stdout.write(f"\n{listed.key}\n")
        for one in near_misses(known, listed):
            sys.stdout.write(f"  {one.kind:18} {one.method:6} {one.path:60} {nearest(known, one.method, host + one.path)}\n")
