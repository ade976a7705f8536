"""Beyond: what a loop's variables and objects may be after more rounds than are followed.

Takes a frame at the head of a loop and what its rounds go on changing; each of these may then be something that is not known, with the
evidence of all of them. Runs no round itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.evidence import REACHED, lost
from attio_scopes.engine.domain.reasons import CHANGES
from attio_scopes.engine.domain.state import State, or_more
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.inner_evidence import reached_evidence
from attio_scopes.engine.rounds import Head


def carried(ends: Sequence[State], entered: Head) -> list[Any]:
    """What one round of a loop may leave to the next."""
    names = dict.fromkeys(name for end in ends for name in end.names if entered.reads(name))
    return [*names, *dict.fromkeys(key for end in ends for key in end.heap)]


def go_beyond(fr: Frame, beyond: Iterable[Any], changed: Sequence[Any]) -> None:
    """Let what is beyond be anything, as far as it is not yet: what it is goes on from there, or where nothing has changed it from what
    the last round has changed."""
    state = fr.state
    held = [one for key in changed if (one := _at(state, key)) is not None]
    for key in beyond:
        before = _at(state, key)
        own = [before] if key in changed and before is not None else held
        after = or_more(before, anything(fr, own))
        if isinstance(key, str):
            state.names[key] = after
        else:
            state.heap[key] = after


def _at(state: State, key: Any) -> v.Value | None:
    return state.name(key) if isinstance(key, str) else state.held(key)


def anything(fr: Frame, values: Sequence[v.Value], single: bool = False) -> v.Lost:
    """What these go on to be in further rounds, with what of Attio can be had of any of them; `single`: text without a slash."""
    reached = [v.Apply(REACHED, (one,)) for one in values if v.is_open(one) and not isinstance(one, v.Text)]
    return lost(CHANGES, *values, *reached, single=single, has=reached_evidence(fr, values))
