"""Schema: whether data is as a JSON Schema of ours says.

Takes a schema and plain data, gives each place that is wrong, in words. Knows the keywords that `rules/schema` uses and refuses any other
one, so that nothing of a schema is passed over. Never reads a file.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator
from typing import Any

from attio_scopes.manifest.strict_yaml import Pointer
from attio_scopes.model.errors import InternalError
from attio_scopes.model.visible import visible

Problem = tuple[Pointer, str]
Check = Callable[["_Checker", dict[str, Any], Any, Pointer], Iterator[Problem]]

_TYPES: dict[str, Callable[[Any], bool]] = {
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "null": lambda value: value is None,
}
_IN_WORDS = {
    "object": "a mapping",
    "array": "a list",
    "string": "a text",
    "boolean": "true or false",
    "integer": "a number",
    "null": "null",
}


def problems_of(schema: dict[str, Any], data: Any) -> list[Problem]:
    """Each place of some data that is not as a schema says; none where it is."""
    return list(_Checker(schema).problems(schema, data, ()))


class _Checker:
    def __init__(self, schema: dict[str, Any]) -> None:
        self.definitions: dict[str, Any] = schema.get("$defs", {})

    def problems(self, schema: dict[str, Any] | bool, value: Any, at: Pointer) -> Iterator[Problem]:
        """What is wrong with a value; of one of the wrong type nothing else is said."""
        if isinstance(schema, bool):
            if not schema:
                yield at, "there is one item too many"
            return
        wrong = list(_type(self, schema, value, at)) if "type" in schema else []
        if wrong:
            yield from wrong
            return
        for keyword in schema:
            check = _CHECKS.get(keyword)
            if check is None and keyword not in _SAY_NOTHING:
                raise InternalError(f"the schema uses `{keyword}`, which is not checked")
            if check is not None:
                yield from check(self, schema, value, at)


def _type(checker: _Checker, schema: dict[str, Any], value: Any, at: Pointer) -> Iterator[Problem]:
    names = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if not any(_TYPES[name](value) for name in names):
        yield at, f"has to be {' or '.join(_IN_WORDS.get(str(name), str(name)) for name in names)}"


def _reference(checker: _Checker, schema: dict[str, Any], value: Any, at: Pointer) -> Iterator[Problem]:
    yield from checker.problems(checker.definitions[schema["$ref"].rpartition("/")[2]], value, at)


def _required(checker: _Checker, schema: dict[str, Any], value: Any, at: Pointer) -> Iterator[Problem]:
    missing = [name for name in schema["required"] if isinstance(value, dict) and name not in value]
    yield from ((at, f"`{name}` is missing") for name in missing)


def _members(checker: _Checker, schema: dict[str, Any], value: Any, at: Pointer) -> Iterator[Problem]:
    """`properties`, and `additionalProperties` for what is none of them."""
    known = schema.get("properties", {})
    other = schema.get("additionalProperties", True)
    for name, held in value.items() if isinstance(value, dict) else ():
        if name in known:
            yield from checker.problems(known[name], held, (*at, name))
        elif other is False:
            near = difflib.get_close_matches(name, known, n=1)
            yield (*at, name), f"there is no `{visible(name)}`" + (f"; did you mean `{near[0]}`?" if near else "")
        else:
            yield from checker.problems(other, held, (*at, name))


def _only_members(checker: _Checker, schema: dict[str, Any], value: Any, at: Pointer) -> Iterator[Problem]:
    if "properties" not in schema:
        yield from _members(checker, schema, value, at)


def _names(checker: _Checker, schema: dict[str, Any], value: Any, at: Pointer) -> Iterator[Problem]:
    for name in value if isinstance(value, dict) else ():
        yield from checker.problems(schema["propertyNames"], name, (*at, name))


def _items(checker: _Checker, schema: dict[str, Any], value: Any, at: Pointer) -> Iterator[Problem]:
    first = schema.get("prefixItems", [])
    for number, held in enumerate(value if isinstance(value, list) else ()):
        rule = first[number] if number < len(first) else schema.get("items", True)
        yield from checker.problems(rule, held, (*at, number))


def _only_first_items(checker: _Checker, schema: dict[str, Any], value: Any, at: Pointer) -> Iterator[Problem]:
    if "items" not in schema:
        yield from _items(checker, schema, value, at)


def _all(checker: _Checker, schema: dict[str, Any], value: Any, at: Pointer) -> Iterator[Problem]:
    for one in schema["allOf"]:
        yield from checker.problems(one, value, at)


def _any(checker: _Checker, schema: dict[str, Any], value: Any, at: Pointer) -> Iterator[Problem]:
    found = [list(checker.problems(one, value, at)) for one in schema["anyOf"]]
    if all(found):
        yield at, " or ".join(dict.fromkeys(text for one in found for _, text in one))


def _if(checker: _Checker, schema: dict[str, Any], value: Any, at: Pointer) -> Iterator[Problem]:
    if not list(checker.problems(schema["if"], value, at)):
        yield from checker.problems(schema.get("then", True), value, at)


def _enumerated(checker: _Checker, schema: dict[str, Any], value: Any, at: Pointer) -> Iterator[Problem]:
    if value not in schema["enum"]:
        near = difflib.get_close_matches(str(value), map(str, schema["enum"]), n=1)
        yield at, f"`{visible(str(value))}` is none of its values" + (f"; did you mean `{near[0]}`?" if near else "")


def _limit(says: Callable[[Any, Any], bool], words: str, kinds: tuple[type, ...]) -> Callable[[str], Check]:
    def of(keyword: str) -> Check:
        def check(checker: _Checker, schema: dict[str, Any], value: Any, at: Pointer) -> Iterator[Problem]:
            if isinstance(value, kinds) and not says(value, schema[keyword]):
                yield at, words.format(schema[keyword])

        return check

    return of


_enough = _limit(lambda value, least: len(value) >= least, "has to have at least {}", (list, dict, str))
_CHECKS: dict[str, Check] = {
    "$ref": _reference,
    "required": _required,
    "properties": _members,
    "additionalProperties": _only_members,
    "propertyNames": _names,
    "items": _items,
    "prefixItems": _only_first_items,
    "allOf": _all,
    "anyOf": _any,
    "if": _if,
    "enum": _enumerated,
    "const": _limit(lambda value, said: bool(value == said), "has to be `{}`", (object,))("const"),
    "minItems": _enough("minItems"),
    "minProperties": _enough("minProperties"),
    "minLength": _enough("minLength"),
    "minimum": _limit(lambda value, least: bool(value >= least), "has to be at least {}", (int,))("minimum"),
    "pattern": _limit(lambda value, pattern: re.search(pattern, value) is not None, "has to match {}", (str,))("pattern"),
    "uniqueItems": _limit(lambda value, _: len(value) == len({repr(one) for one in value}), "says something twice", (list,))("uniqueItems"),
}
_SAY_NOTHING = frozenset({"$schema", "$id", "$defs", "title", "description", "type", "then"})
