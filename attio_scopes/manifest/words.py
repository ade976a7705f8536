"""Words on scopes: the catalogue of the manifest in use, and what somebody meant who misremembers a scope's name.

Takes a manifest, rules/scopes.yaml and what was written; gives rows and names. Never decides what a token may do, and never guesses by
spelling what the table of aliases knows.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence

from attio_scopes.manifest.prose import singular
from attio_scopes.model.endpoint import KnownScope, Manifest, ScopeCatalogue, ScopeInfo, ScopeWords

_CUTOFF = 0.7
READ, READ_WRITE = "read", "read-write"


def scope_catalogue(manifest: Manifest, known: Iterable[KnownScope], words: ScopeWords) -> ScopeCatalogue:
    """Lay what a manifest knows of scopes and our words on them together.

    Args:
        manifest: whose endpoints' needs count, whatever `known` says.
        known: the resources with their accesses.
        words: ours.

    Returns:
        a row for each resource. Gone is a resource that `known` calls absent and no endpoint needs.
    """
    needed: dict[str, set[str]] = {}
    for endpoint in manifest.endpoints:
        for alternative in endpoint.requirement.alternatives:
            for scope in alternative.scopes:
                needed.setdefault(scope.resource, set()).add(str(scope.access))
    listed = {row.resource: row for row in known}
    ours = {row.resource: row for row in words.rows}
    rows = []
    for resource in sorted({*needed, *listed}):
        row = listed.get(resource)
        gone = row.absent_since if row is not None and resource not in needed else ""
        accesses = needed.get(resource, set()) | set(() if gone or row is None else row.accesses)
        text = ours.get(resource) or ScopeInfo(resource, (), "", resource.replace("_", " ").capitalize())
        ordered = tuple(access for access in (READ, READ_WRITE) if access in accesses)
        since = (text.gone or gone) if gone else ""
        rows.append(ScopeInfo(resource, ordered, text.allows, text.label, text.source, since, text.instead if gone else ""))
    return ScopeCatalogue(tuple(rows), words.aliases, words.access_words)


def scope_hint(text: str, catalogue: ScopeCatalogue) -> str:
    """What to say to somebody who wrote a scope that there is not: `; did you mean note:read?`, or "" where nothing is near.

    Args:
        text: what was written.
        catalogue: of the scopes that there are.
    """
    resource = text.partition(":")[0]
    row = catalogue.row(resource)
    meant = meant_scopes(text, catalogue)
    if row is not None and row.gone:
        instead = f"; {' or '.join(meant)} took its place" if meant else ""
        return f" ({resource} is gone since {row.gone}{instead})"
    return f"; did you mean {' or '.join(meant)}?" if meant else ""


def meant_scopes(text: str, catalogue: ScopeCatalogue) -> tuple[str, ...]:
    """The scopes that somebody may have meant.

    Args:
        text: what was written: `records:write`, `read:notes`, `Webhook configuration`.
        catalogue: of the scopes that there are.

    Returns:
        scopes of the catalogue, the likeliest first; by the table where it knows the words, else by spelling; empty where nothing is near.
    """
    resources, access, typed = _taken_apart(text, catalogue)
    accesses = {row.resource: row.accesses for row in catalogue}
    return tuple(f"{resource}:{held}" for resource in resources for held in _held(accesses.get(resource, ()), access, typed))


def _held(accesses: Sequence[str], access: str, typed: str) -> Sequence[str]:
    """Of a resource's accesses the one that is named; of a misspelt one the nearest; else (none was named, or it has none such) all."""
    if access in accesses:
        return (access,)
    return difflib.get_close_matches(typed, accesses, n=1, cutoff=_CUTOFF) or accesses


def _taken_apart(text: str, catalogue: ScopeCatalogue) -> tuple[tuple[str, ...], str, str]:
    """The resources that a text names; `read`, `read-write` or "" for what is to be done with them; and how that was written."""
    words = text.strip().lower()
    head, separator, tail = words.rpartition(":") if ":" in words else words.rpartition(".")
    access = _access(tail, catalogue) if separator else ""
    if separator and not access and _access(head, catalogue):  # `read:notes`
        head, tail, access = tail, head, _access(head, catalogue)
    elif not separator:
        head = words
    return _resources(re.sub(r"[\s.:/-]+", "_", head.strip(" :./-")), catalogue), access, tail if separator else ""


def _access(word: str, catalogue: ScopeCatalogue) -> str:
    plain = re.sub(r"[\s/_-]+", "_", word.strip())
    return next((access for access, said in catalogue.access_words if plain == access.replace("-", "_") or plain in said), "")


def _resources(word: str, catalogue: ScopeCatalogue) -> tuple[str, ...]:
    """The resources that a word means: itself, in the singular, by the table of aliases, or else by spelling; never one that is gone."""
    aliases = dict(catalogue.aliases)
    known = {row.resource: row for row in catalogue}
    alike = [name for name in (*known, *aliases) if name[:1] == word[:1]]  # `read` is no misspelt `thread`
    near = difflib.get_close_matches(word, alike, n=1, cutoff=_CUTOFF)
    for spelling in dict.fromkeys((word, singular(word), *near)):
        if spelling in known:
            row = known[spelling]
            return ((row.instead,) if row.instead else ()) if row.gone else (spelling,)
        if spelling in aliases:
            return aliases[spelling]
    return ()
