"""Reasons: the words for why a value is not known.

Takes values and gives text. A reason names what the code reads (`sys.argv[1]`), what it calls (`input()`), or the limit that was reached.
What is made of an unknown value is unknown for the same reason. Where a reason stands in docs/unresolved.md, it has a way out.
"""

from __future__ import annotations

from collections.abc import Iterable

from attio_scopes.engine import bounds
from attio_scopes.engine.domain import values as v

OF_A_RESPONSE = "a value from a response is only known at run time"
A_LINK = "a link from a response is only known at run time"
MORE = "an unknown number of parts is joined to it"
NOTHING = "the value is `None`"
A_DOCUMENT = "a document that is read at run time decides it"
NOT_SAID = "nothing says what the library sends"

FILLED = "the list or mapping is filled in a way that is not followed"
EMPTY = "the list has no known items"
ADDED = "the list is extended with items that are only known at run time"
ENTRIES = "the values of the mapping are only known at run time"
KEYS = "the keys of the mapping are only known at run time"
INDEX = "the index is only known at run time"
CHANGES = "a loop changes the text in each round"
LONGER = "each call of a function makes the text longer"
STORED_AGAIN = "functions go on changing what is stored for all"
TAKEN_OUT = "the items of the list change from call to call"
MANY_RAISED = "a function raises very many exceptions"
CALCULATED = "the value is calculated at run time"
TEMPLATE = "the template is only known at run time"
AT_A_LIMIT = "the run reached a limit before this was resolved"
TOO_MUCH_TOGETHER = "too many tests decide the method and the path together"
REWRITTEN = "a hook, transport or adapter of the client sets the address of its requests"
REQUEST = "the request is only known at run time"
UNNAMED = "the name of the environment variable is only known at run time"

_SAID_OF_ONE = frozenset({OF_A_RESPONSE, A_LINK, MORE, NOTHING, NOT_SAID})
"""Reasons that say what a value is, and are looked at: what is made of it is something else."""

_LONGEST = 60
"""Characters of a name from the code; of a longer one the end is shown."""


def too_far_away(calls: int) -> str:
    """Why a request that is decided very far away from it is not resolved."""
    return f"the request is decided more than {calls} calls away"


def not_said(name: str, verb: str, path: int | str) -> str:
    """Why the method of a request is not known that a function or method of a library without a model sends.

    Args:
        name: what `wrappers` would call it; "" where it has no name that the configuration can give.
        verb: the method that its name suggests.
        path: the position or the name of the argument that is the path.
    """
    if not name or len(name) > _LONGEST:
        return NOT_SAID
    where = path if isinstance(path, int) else f'"{path}"'
    return f'nothing says what the library sends; `wrappers` can: "{name}" = {{ method = "{verb}", path = {where} }}'


def says_nothing_of_the_method(reason: str) -> bool:
    """Whether this is the reason of a method that nothing says, whatever the path may have."""
    return reason.startswith(NOT_SAID)


def too_many() -> str:
    """The reason of a value that is one of too many."""
    return f"too many values are possible (limit: {bounds.OPTIONS} values, {bounds.COMBINATIONS} combinations)"


def too_deep(name: str, levels: int) -> str:
    """Why what a function gives or sends that calls itself is not known."""
    return f"`{name}` calls itself more than {levels} levels deep"


def why(value: v.Value | None, otherwise: str) -> str:
    """Why a value is not known, for what is made of it; `otherwise` where it is known or a caller decides it."""
    if isinstance(value, v.Lost):
        return _passed_on(value.reason, otherwise)
    if isinstance(value, v.Text):
        return next(
            (_passed_on(piece.reason, otherwise) for piece in value.pieces if isinstance(piece, v.Gap) and not piece.term), otherwise
        )
    if isinstance(value, v.Choice):
        return next((found for option in value.options if (found := why(option.value, ""))), otherwise)
    if isinstance(value, (v.External, v.Made, v.Member)):
        return of_library(value) or otherwise
    return otherwise


def why_any(values: Iterable[v.Value | None], otherwise: str) -> str:
    """Why the first of several values is not known that is not."""
    return next((found for value in values if (found := why(value, ""))), otherwise)


def why_called(callee: v.Value) -> str:
    """Why the result of something that is called is not known."""
    name = shown(callee)
    return f"the result of `{name}()` is only known at run time" if name else "the result of a call is only known at run time"


def why_item(owner: v.Value, index: str | int | None) -> str:
    """Why an item is not known: of a library's value by its name and index, of anything else as its owner."""
    name = owner.name.removeprefix("builtins.") if isinstance(owner, v.External) else ""
    if name and index is not None and len(name) + len(str(index)) <= _LONGEST:
        key = f'"{index}"' if isinstance(index, str) else index
        return f"`{name}[{key}]` is only known at run time"
    return why(owner, "the item is only known at run time")


def of_library(value: v.Value) -> str:
    """Why a library's value is not known; "" where no name tells of it."""
    root = value
    while isinstance(root, v.Member):
        root = root.owner
    if isinstance(root, v.Lost):
        return _passed_on(root.reason, "")
    if isinstance(root, v.Made) and root.name == "response":
        return f"`{value.name}` of a response is only known at run time" if isinstance(value, v.Member) else _OF_RESPONSES
    if isinstance(value, v.Member) and isinstance(value.owner, v.Made) and value.owner.name == v.OPTIONS:
        return f"the command-line argument `{value.name}` is only known at run time"
    if isinstance(value, v.Made):
        return why_called(v.External(value.name)) if shown(value) else ""
    name = shown(value)
    return f"`{name}` is only known at run time" if name else ""


def is_exception(name: str) -> bool:
    """Whether a library's class is an exception, by its name."""
    return name.endswith(("Error", "Exception", "Warning", "Exit"))


def never_set(name: str) -> str:
    """Why an attribute that nothing sets is not known."""
    return f"{_NEVER_SET} `{name}`"


def is_never_set(value: v.Value) -> bool:
    """Whether a value is an attribute that nothing sets."""
    return isinstance(value, v.Lost) and value.reason.startswith(_NEVER_SET)


def left_to_subclasses(name: str) -> str:
    """Why an attribute that subclasses set is not known of their base."""
    return f"{_OF_SUBCLASSES} `{name}`"


def is_left_to_subclasses(reason: str) -> bool:
    """Whether this is the reason of an attribute that subclasses set."""
    return reason.startswith(_OF_SUBCLASSES)


def not_text(value: v.Value) -> str:
    """Why what is no text cannot be followed where text is needed."""
    found = of_library(value) if isinstance(value, v.Made) else ""
    if found:
        return found
    what = "a list" if isinstance(value, (v.Seq, v.Ref)) else _KINDS.get(type(value), "an object")
    name = value.target.facts.name if isinstance(value, (v.Func, v.Class)) else ""
    return f"{what} `{name}` is used as text" if name else f"{what} is used as text"


def shown(value: v.Value) -> str:
    """What is called or read, as the code writes it without its arguments; "" where there is no name for it."""
    if isinstance(value, v.External):
        name = value.name.removeprefix("builtins.")
    elif isinstance(value, v.Made):
        name = "" if value.name == "response" or not value.name else f"{value.name.removeprefix('builtins.')}()"
    elif isinstance(value, v.Member):
        inner = shown(value.owner)
        name = f"{inner}.{value.name}" if inner else value.name
    elif isinstance(value, (v.Func, v.Class)):
        name = value.target.facts.name
    else:
        return ""
    if name.startswith("attio_scopes."):
        return ""
    return name if len(name) <= _LONGEST else f"…{name[-_LONGEST:]}"


_NEVER_SET = "no checked code sets"
_OF_SUBCLASSES = "subclasses set"
_OF_RESPONSES = "a value from a response decides it"
_KINDS: dict[type, str] = {
    v.Func: "the function",
    v.Class: "the class",
    v.Map: "a mapping",
    v.Partial: "a function",
    v.ModuleValue: "a module",
}


def _passed_on(reason: str, otherwise: str) -> str:
    if reason in (OF_A_RESPONSE, A_LINK):
        return _OF_RESPONSES
    return otherwise if reason in _SAID_OF_ONE else reason
