"""Text that is partly known, and how it lines up with a path template.

A URL in source code is pieces of literal text with holes between them. `align` lays such a path over a template such as
`/v2/objects/{object}/records` and says which holes have to stand for literal text of the template: that is a guess, and
callers must not make it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Hole:
    """Text that is not known.

    Attributes:
        label: how a reader names it (`slug`, `record_id`); goes into `{label}`.
        origin: what it comes from, for the reason of an unresolved call (`parameter path of AttioClient.get`).
        single: known to hold no `/`, `?` or `#` (the result of `quote(x, safe="")`, say).
        parameter: id of the parameter that it is, or "".
        level: how many calls up the text was decided (0: in the function at hand).
        environment: name of the environment variable or settings attribute that it was read from, or "".
    """

    label: str
    origin: str = ""
    single: bool = False
    parameter: str = ""
    level: int = 0
    environment: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Literal:
    """Text that is known. `level`: how many calls up it was decided; `environment`: the name, for an environment default."""

    text: str
    level: int = 0
    environment: str = ""


Piece = Literal | Hole


def render(pieces: tuple[Piece, ...]) -> str:
    """The text with `{label}` for each hole."""
    return "".join(p.text if isinstance(p, Literal) else "{" + p.label + "}" for p in pieces)
