"""Values as JSON, and back: facts, call sites, comments and findings.

Takes frozen values of the model and gives text; takes text and gives equal values. A class is written as its number in a table, so
that nothing is ever looked up by a name from the disk, and nothing but these classes can come out.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from enum import Enum
from functools import lru_cache
from typing import Any

from msgspec import Struct

_TUPLE, _SET, _BYTES, _CODE, _FIRST = range(5)


class Unstorable(ValueError):
    """A value that has no place in the table, or a text that no value was written to."""


def encode(value: object) -> str:
    """A value as text.

    Raises:
        Unstorable: it holds something that is not of the model.
    """
    try:
        return json.dumps(_plain(value, _numbers(_holds_facts(value))), separators=(",", ":"))
    except (RecursionError, ValueError, TypeError) as error:
        raise Unstorable(str(error)) from error


def decode(text: str | bytes, *, facts: bool) -> Any:
    """The value of a text.

    Args:
        text: of `encode`.
        facts: whether it is of facts; else of what was found with them.

    Raises:
        Unstorable: it is not such a text.
    """
    try:
        return _value(json.loads(text), _classes(facts))
    except (RecursionError, ValueError, TypeError, LookupError) as error:
        raise Unstorable(str(error)) from error


def _holds_facts(value: object) -> bool:
    return type(value) is tuple and bool(value) and type(value[0]).__module__.endswith((".facts", ".expressions"))


@lru_cache(maxsize=2)
def _classes(facts: bool) -> tuple[type[Any], ...]:
    """The classes that may be written; their order is part of the format, and of its key through the package's own files."""
    if facts:
        from attio_scopes.model import expressions
        from attio_scopes.model import facts as statements

        found = [
            item
            for module in (expressions, statements)
            for item in vars(module).values()
            if isinstance(item, type) and issubclass(item, Struct) and item is not Struct
        ]
        return tuple(sorted({*found}, key=lambda item: item.__name__))
    from attio_scopes.model import call, directive, entrance, entry_point, finding, path, scope, source, stated

    return (
        call.Place, call.Frame, call.Reading, call.CallSite, path.Hole, path.Literal, directive.Directive, directive.DirectiveKind,
        finding.Finding, finding.Severity, finding.Related, scope.Scope, scope.Access, entrance.Entrance, stated.Stated,
        entry_point.Sends, entry_point.Body, source.Package, source.SourceFile,
    )  # fmt: skip


@lru_cache(maxsize=2)
def _numbers(facts: bool) -> dict[type[Any], tuple[int, tuple[str, ...]]]:
    return {cls: (number, () if issubclass(cls, Enum) else cls.__struct_fields__) for number, cls in enumerate(_classes(facts), _FIRST)}


def _plain(value: Any, numbers: dict[type[Any], tuple[int, tuple[str, ...]]]) -> Any:
    kind = type(value)
    if value is None or kind is str or kind is int or kind is bool or kind is float:
        return value
    if kind is tuple:
        return [_TUPLE, *(_plain(item, numbers) for item in value)]
    if kind is frozenset:
        return [_SET, *sorted(value)]
    if kind is bytes:
        return [_BYTES, value.hex()]
    known = numbers.get(kind)
    if known is None:
        if kind.__name__ == "Code":
            return [_CODE, value.id]
        raise Unstorable(kind.__name__)
    number, names = known
    if not names:
        return [number, value.value]
    return [number, *(_plain(getattr(value, name), numbers) for name in names)]


def _value(plain: Any, classes: tuple[type[Any], ...]) -> Any:
    if type(plain) is not list:
        if type(plain) is dict:
            raise Unstorable("an object")
        return plain
    number, *rest = plain
    if number >= _FIRST:
        make: Callable[..., Any] = classes[number - _FIRST]
        return make(*[_value(item, classes) if type(item) is list else item for item in rest])
    if number == _TUPLE:
        return tuple([_value(item, classes) if type(item) is list else item for item in rest])
    if number == _SET:
        return frozenset(rest)
    if number == _BYTES:
        return bytes.fromhex(rest[0])
    if number == _CODE:
        from attio_scopes.model.finding import CODES

        return {code.id: code for code in CODES}[rest[0]]
    raise Unstorable("an unknown number")
