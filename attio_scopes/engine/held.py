"""Held: what was put under the attributes of an object, here or for all.

Takes a frame and an object, gives what is stored; an attribute that may not be there has `ABSENT` among its options. Never asks what the
object's class declares.
"""

from __future__ import annotations

from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import choose
from attio_scopes.engine.frame import Frame


def stored_value(fr: Frame, owner: v.Value, name: str) -> v.Value | None:
    """What was put under an attribute; None where nothing was."""
    return fr.held((owner, name))


def put_in_place(fr: Frame, owner: v.Value, name: str) -> v.Value | None:
    """What was put under the name of something that a library has, before this is reached.

    Of what this very body makes, and at the top level of a module, that is only what this body has put there so far: the rest comes after.
    """
    own = fr.function is None or getattr(owner, "site", None) in fr.made
    return fr.state.held((owner, name)) if own else fr.held((owner, name))


def stored_names(fr: Frame, owner: v.Value) -> tuple[str, ...]:
    """The attributes that something was put under of an object, here or for all."""
    here = (key[1] for key in fr.state.changes(None) if isinstance(key, tuple) and key[0] == owner and isinstance(key[1], str))
    return tuple(dict.fromkeys((*fr.ask.world.fields(owner), *here)))


def or_else(found: v.Value | None, otherwise: v.Value) -> v.Value:
    """What was stored, and where it may not have been, the other."""
    if found is None or found == v.ABSENT:
        return otherwise
    if not isinstance(found, v.Choice):
        return found
    return choose(v.Option(o.guards, otherwise if o.value == v.ABSENT else o.value) for o in found.options)


def surely_held(found: v.Value | None) -> bool:
    """Whether something was certainly put there."""
    if found is None or found == v.ABSENT:
        return False
    return not (isinstance(found, v.Choice) and any(o.value == v.ABSENT for o in found.options))
