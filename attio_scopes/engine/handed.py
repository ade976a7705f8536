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
from attio_scopes.model import fate
from attio_scopes.model.fate import Handed

_NOT_LIBRARIES = frozenset({"builtins", "response", "request", "mock"})
_TOKEN = re.compile("key|token|secret|password|credential|auth", re.IGNORECASE)
_SETTING = "the setting "


def note_handed(fr: Frame, names: Iterable[str], given: Iterable[v.Value], where: tuple[str, int]) -> None:
    """Note that libraries get values.

    Args:
        fr: where that is.
        names: dotted ones of what is called, or derived from.
        given: what it gets.
        where: path and line of that.
    """
    known = sys.stdlib_module_names | fr.ask.models.roots | _NOT_LIBRARIES
    others = [name for name in names if name.partition(".")[0] not in known]
    kinds = {kind for value in given if (kind := _kind(value))} if others else set()
    for name in others if kinds else ():
        fr.ask.world.ledger.handed.update(Handed(name, kind, *where) for kind in kinds)


def _kind(value: v.Value) -> str:
    """What a text is of Attio's: its address, a token, or ""."""
    texts = [option.value for option in v.options(value) if isinstance(option.value, (v.Text, v.Lost))]
    said = next((found for text in texts if (found := evidence(text))), "")
    if said.startswith(_SETTING) and _TOKEN.search(said.removeprefix(_SETTING)):
        return fate.TOKEN
    return fate.ADDRESS if said else ""
