"""Current: what a place of all holds when a function is called, where the program puts one text there after another.

Takes a frame and a place, with all that may be there: a name of a module, an attribute of a class or object, a variable of the environment,
or a mapping. A function reads there what its caller left, so that it waits for the caller as an argument does; where nobody is seen to
call, it may be any of them.
"""

from __future__ import annotations

from typing import Any

from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import any_of, choose
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.held import or_else, surely_held
from attio_scopes.model.program import Module

CURRENT = "current"
"""The operation that stands for what is there: its operand is all that may be, its `extra` is the place."""


def read(fr: Frame, place: Any, value: v.Value, first: v.Value | None = None) -> v.Value:
    """What is read at a place of which this frame does not know what was put there last.

    Args:
        fr: the frame.
        place: whose, and the name.
        value: what may be there.
        first: what is there before anything is put there.
    """
    if not fr.ask.world.is_changing(place):
        return value
    return now(fr, (value,) if first is None else (value, first), place)


def of_library(fr: Frame, owner: v.Made, name: str, first: v.Value | None = None) -> v.Value | None:
    """What is put under an attribute of a library's object; None where nothing is. `first` is what it has before."""
    place = (owner, name)
    held = fr.held(place)
    if held is None or fr.state.held(place) is not None or owner.site in fr.made:
        return held
    if first is None or not isinstance(first, v.Text) or v.is_open(first):
        return read(fr, place, held)
    fr.ask.world.note_changing(place, first, held)
    return read(fr, place, any_of([first, held]), first) if fr.ask.world.is_changing(place) else held


def now(fr: Frame, operands: tuple[v.Value, ...], place: Any) -> v.Value:
    """What is at a place now, as far as the frame knows."""
    held = fr.state.held(place)
    if held is not None and surely_held(held):
        return held
    return or_else(held, _before(fr, operands, place))


def _before(fr: Frame, operands: tuple[v.Value, ...], place: Any) -> v.Value:
    """What was at a place when the body of a frame began."""
    if not fr.closed:
        return v.Apply(CURRENT, operands, place)
    first = _at_first(fr, operands, place) if fr.function is None and fr.owner is None else None
    if first is not None:
        return first
    options = v.options(operands[0])
    if len(options) < 2 or any(option.guards for option in options):
        return operands[0]
    token = (CURRENT, place, ())
    return choose(v.Option(frozenset({v.Guard("at", token, number)}), option.value) for number, option in enumerate(options))


def _at_first(fr: Frame, operands: tuple[v.Value, ...], place: Any) -> v.Value | None:
    """What is at a place in the body of a module that has put nothing there yet; None where that of another module may have."""
    owner, name = place if isinstance(place, tuple) else (place, "")
    if isinstance(owner, Module) and owner is fr.module:
        return fr.state.name(name)
    return operands[1] if len(operands) > 1 and not fr.ask.world.put_by_other_bodies(place, fr.module) else None
