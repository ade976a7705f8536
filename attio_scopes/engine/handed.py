"""Handed: which libraries without a model get Attio's address, or a token of Attio's.

Takes what is called, or derived from, and what it is given; notes in the ledger who might send with it. Their source may be read then,
where they are installed (`attio_scopes.packages`). Sends nothing and decides nothing.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable

from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.evidence import evidence
from attio_scopes.engine.frame import Frame

ADDRESS, TOKEN = "address", "token"
_TOKEN = re.compile("key|token|secret|password|credential|auth", re.IGNORECASE)
_SETTING = "the setting "


def note_handed(fr: Frame, names: Iterable[str], given: Iterable[v.Value]) -> None:
    """Note that libraries, by dotted names of theirs, get values."""
    roots = {name.partition(".")[0] for name in names} - sys.stdlib_module_names - fr.ask.models.roots - {"builtins", "response", "request"}
    found = {kind for value in given if (kind := _kind(value))} if roots else set()
    for root in roots if found else ():
        fr.ask.world.ledger.handed.setdefault(root, set()).update(found)


def _kind(value: v.Value) -> str:
    """What a text is of Attio's: its address, a token, or ""."""
    texts = [option.value for option in v.options(value) if isinstance(option.value, (v.Text, v.Lost))]
    said = next((found for text in texts if (found := evidence(text))), "")
    if said.startswith(_SETTING) and _TOKEN.search(said.removeprefix(_SETTING)):
        return TOKEN
    return ADDRESS if said else ""
