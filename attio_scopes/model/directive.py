"""What comments in the analysed code tell: suppressions, pins and contracts, as data."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from attio_scopes.model.scope import Scope


class DirectiveKind(Enum):
    """What a `# attio-scopes:` comment asks for."""

    IGNORE = "ignore"
    IGNORE_FILE = "ignore-file"
    ENDPOINT = "endpoint"
    REQUIRES = "requires"
    MALFORMED = "malformed"


class Directive(Struct, frozen=True):
    """One `# attio-scopes:` comment.

    Attributes:
        kind: what it asks for.
        line: where it stands.
        column: of its `#`, in characters, from 1.
        end_column: behind its last character.
        target: the line that it speaks of: its own, or for a comment on a line of its own the next line of code.
        alone: whether it has the line for itself.
        codes: ids of the codes that `ignore` names; empty means all.
        reason: the text behind, or "".
        endpoints: (METHOD, path, condition) of a pin; the condition is `name=value`, or "" where none is given.
        scopes: of a contract.
        function: dotted name of the function on whose `def` a contract stands, or "".
        problem: what is wrong with a malformed one, with the nearest right thing; else "".
    """

    kind: DirectiveKind
    line: int
    column: int
    end_column: int
    target: int
    alone: bool = False
    codes: tuple[str, ...] = ()
    reason: str = ""
    endpoints: tuple[tuple[str, str, str], ...] = ()
    scopes: tuple[Scope, ...] = ()
    function: str = ""
    problem: str = ""
