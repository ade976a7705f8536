"""Parts: what values hold, and what is kept of those that are too large.

Takes values and gives values; whatever is let go is noted in `LOST`.
"""

from __future__ import annotations

from attio_scopes.model.beginnings import MOST_OF_A_BEGINNING, TOO_LARGE, clipped
from attio_scopes.model.path import Literal
from attio_scopes.model.values import (
    LOST,
    Arguments,
    Choice,
    Class,
    Dict,
    External,
    Function,
    Instance,
    Items,
    Made,
    Member,
    Option,
    Parameter,
    Partial,
    Scalar,
    Text,
    Unknown,
    Value,
    choose,
)


def held_by(value: Value, most: int | None = None) -> list[Value]:
    """The values that a value holds, or is one of; of a list or a mapping `most` items at most."""
    if isinstance(value, Items):
        return list(value.items[:most])
    if isinstance(value, Dict):
        return [held for entry in value.entries[:most] for held in entry]
    if isinstance(value, Choice):
        return [option.value for option in value.options]
    if isinstance(value, Member):
        return [value.owner]
    if isinstance(value, Function):
        return [] if value.bound is None else [value.bound]
    held = [value.target] if isinstance(value, Partial) else []
    if isinstance(value, (Instance, Made)):
        held.extend(stored for _, stored in value.stores)
    if isinstance(value, (Instance, Made, Partial)) and value.args is not None:
        held.extend((*value.args.positional, *(given for _, given in value.args.keywords)))
    return held


MOST_SEARCHED = 2_000


def could_matter(value: Value) -> bool:
    """Whether a value holds anything that a request could be made with or sent to: an object, a function, a path, Attio's host."""
    pending = [value]
    for _ in range(MOST_SEARCHED):
        if not pending:
            return False
        part = pending.pop()
        if isinstance(part, Text):
            if any(_may_lead_to_attio(piece.text) for piece in part.pieces if isinstance(piece, Literal)):
                return True
        elif not isinstance(part, (Scalar, Unknown, Parameter, Choice, Items, Dict, Member)) and getattr(part, "name", "") != "response":
            return True
        pending.extend(held_by(part, MOST_SEARCHED))
    return True


def _may_lead_to_attio(text: str) -> bool:
    """Whether text is a path, or has a host of Attio's: a sentence, or a name that only mentions it, leads nowhere."""
    return (text.startswith("/") or "attio." in text.lower()) and not any(letter.isspace() for letter in text)


def let_go(value: Value, reason: str) -> Value:
    """What stands for a value that cannot be kept; noted where that could matter."""
    if reason not in LOST and could_matter(value):
        LOST.add(reason)
    return Dict((), False, value.outer, value.at) if isinstance(value, Dict) else Unknown(reason)


MOST_PARTS = 20_000
MOST_PARTS_OF_AN_OBJECT = 300


def bounded(value: Value, most: int = MOST_PARTS) -> Value:
    """The value, or something unknown where it has more parts than can be handled.

    A list that is doubled forty times has them, and an object that is made of objects that are made of objects.
    """
    left = most
    pending: list[Value] = [value]
    while pending:
        part = pending.pop()
        left -= 1
        pending.extend(held_by(part, left + 1))
        if isinstance(part, Text):
            left -= sum(1 + len(piece.text) // 8 if isinstance(piece, Literal) else 1 for piece in part.pieces)
        if left < 0 or len(pending) > most:
            return _beginning(value)
    return value


def _beginning(value: Value, depth: int = 3) -> Value:
    """What is kept of a value that is too large: of text its first pieces, which say whose it is; of an object what it is made of."""
    if isinstance(value, Choice):
        return choose(Option(option.guards, _beginning(option.value, depth)) for option in value.options)
    if isinstance(value, (Instance, Made)) and depth:
        args = _beginnings(value.args, depth - 1) if value.args is not None else Arguments()
        stores = tuple((name, _beginning(held, depth - 1)) for name, held in value.stores[:MOST_OF_A_BEGINNING])
        return Made(value.name, args, stores) if isinstance(value, Made) else Instance(value.cls, value.args and args, stores)
    if isinstance(value, Text):
        return Text(clipped(value.pieces))
    if isinstance(value, (Scalar, Unknown, Parameter, External, Class)):
        return value
    return let_go(value, TOO_LARGE)


def _beginnings(args: Arguments, depth: int) -> Arguments:
    """The same of arguments."""
    positional = tuple(_beginning(held, depth) for held in args.positional[:MOST_OF_A_BEGINNING])
    keywords = tuple((name, _beginning(held, depth)) for name, held in args.keywords[:MOST_OF_A_BEGINNING])
    return Arguments(positional, keywords, args.open_, args.outer)
