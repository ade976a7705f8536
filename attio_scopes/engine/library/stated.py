"""Stated scopes: those that the code asks Attio for, where it signs in or hands them to a library that does.

Takes a call that is made and notes the scopes in its arguments, or in an address of Attio's pages for consent, if all of them are known and
the call is about Attio by its name or by what it is given. Compares nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import parse_qs, urlsplit

from attio_scopes.engine import bounds
from attio_scopes.engine.containers import content
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.values import known
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.library.sdk import root_of
from attio_scopes.engine.summary import Here

_KEYWORDS = ("scopes", "scope")
_SCOPE = re.compile(r"[a-z][a-z_]*:(read|read-write)")
_CONSENT = re.compile(r"https://app\.attio\.com/", re.IGNORECASE)


def note_stated(fr: Frame, callee: v.Value, args: v.Arguments, here: Here) -> None:
    """Note the scopes that a call states."""
    texts = [text for value in args.values() for option in v.options(value) if (text := known(option.value)) is not None]
    for text in texts:
        if _CONSENT.match(text):
            _note(fr, _split(parse_qs(urlsplit(text).query).get("scope", ())), here)
    if not (_is_attio(_dotted(callee)) or any(_is_attio(text) for text in texts if not _SCOPE.search(text))):
        return
    owner = root_of(callee)[0]
    for given in (args, *((owner.args,) if isinstance(owner, v.Made) and any(map(_CONSENT.match, texts)) else ())):
        for scopes in _among(fr, given.keywords, 0):
            _note(fr, scopes, here)


def _note(fr: Frame, scopes: Iterable[str], here: Here) -> None:
    found = frozenset(scopes)
    if found and all(_SCOPE.fullmatch(one) for one in found):
        fr.ask.world.ledger.state(here, found)


def _is_attio(text: str) -> bool:
    return "attio" in text.lower()


def _dotted(callee: v.Value) -> str:
    root, path = root_of(callee)
    name = root.name if isinstance(root, (v.External, v.Made)) else root.label if isinstance(root, v.Lost) else ""
    return ".".join((name, *path))


def _among(fr: Frame, keywords: Iterable[tuple[str, v.Value]], depth: int) -> Iterable[frozenset[str]]:
    """The lists of scopes among keyword arguments, and in the mappings among these (`client_kwargs={"scope": …}`)."""
    for name, value in keywords:
        held = content(fr, value)
        if name in _KEYWORDS:
            yield _listed(fr, held)
        elif isinstance(held, v.Map) and depth < bounds.STATED_WITHIN:
            yield from _among(fr, [(known(key) or "", inner) for key, inner in held.entries], depth + 1)


def _listed(fr: Frame, held: v.Value) -> frozenset[str]:
    """The scopes of a list, or of a text with spaces or commas between them; none where not all are known."""
    text = known(held)
    if text is not None:
        return frozenset(_split([text]))
    if not isinstance(held, v.Seq) or held.rest is not None:
        return frozenset()
    items = [known(content(fr, item)) for item in held.items]
    return frozenset(item for item in items if item is not None) if None not in items else frozenset()


def _split(texts: Iterable[str]) -> list[str]:
    return [one for text in texts for one in re.split(r"[\s,+]+", text) if one]
