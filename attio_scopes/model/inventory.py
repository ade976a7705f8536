"""What the code needs of each token, scope by scope, with the places that need it: the answer of `scopes`."""

from __future__ import annotations

from msgspec import Struct

from attio_scopes.model.call import Call, Place
from attio_scopes.model.scope import Scope


class Need(Struct, frozen=True, order=True):
    """A call that needs a scope: its place, and the endpoints for which it does (`METHOD /path`)."""

    place: Place
    endpoints: tuple[str, ...]


class NeededScope(Struct, frozen=True):
    """A scope and who needs it.

    Attributes:
        scope: the scope.
        certain: needed whatever turns out at run time.
        needs: the calls, by place.
    """

    scope: Scope
    certain: bool
    needs: tuple[Need, ...]


class Inventory(Struct, frozen=True):
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


class EntryNeeds(Struct, frozen=True):
    """What an entry point needs.

    Attributes:
        kind: `tool`, `route`, `command` …; "" of what no entry point reaches.
        name: as it was registered; of a module its path.
        path, line, function: where it is defined; `function` is "" of a module.
        inventory: what it needs, whichever token it uses.
        calls: that it reaches, by place, each with the readings that it has from there.
        tokens: names of the declared tokens that it uses, where several are declared.
        project: as of an inventory.
    """

    kind: str
    name: str
    path: str
    line: int
    function: str
    inventory: Inventory
    calls: tuple[Call, ...]
    tokens: tuple[str, ...] = ()
    project: str = "."
