"""What the code needs of each token, scope by scope, with the places that need it: the answer of `scopes`."""

from __future__ import annotations

from dataclasses import dataclass

from attio_scopes.model.call import Place
from attio_scopes.model.scope import Scope


@dataclass(frozen=True, slots=True, order=True)
class Need:
    """A call that needs a scope: its place, and the endpoints for which it does (`METHOD /path`)."""

    place: Place
    endpoints: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NeededScope:
    """A scope and who needs it.

    Attributes:
        scope: the scope.
        certain: needed whatever turns out at run time.
        needs: the calls, by place.
    """

    scope: Scope
    certain: bool
    needs: tuple[Need, ...]


@dataclass(frozen=True, slots=True)
class Inventory:
    """What a token needs.

    Attributes:
        token: its name; `default` where none is declared.
        scopes: to declare: the certain ones, and for a call of which no reading is covered by those, the scopes of all its readings.
        possible: further ones that some reading of a call needs.
        project: the folder of the token's project, relative to the root; `.` for the root itself.
    """

    token: str
    scopes: tuple[NeededScope, ...]
    possible: tuple[NeededScope, ...]
    project: str = "."
