"""Whether data conforms to a schema of ours, with words that lead to the mistake.

Takes plain data and a JSON Schema as the files in rules/schema are; gives every problem with its pointer into the data. Knows the keywords
that these files use, and refuses any other one, so that no rule of a schema is passed over. Never reads a file.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from typing import Any

from attio_scopes.model.call import Pointer

Problem = tuple[Pointer, str]

_KINDS: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}
_WORDS = {
    "object": "a mapping",
    "array": "a list",
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
}
_SAID = frozenset({"$schema", "$id", "$defs", "title", "description", "default", "examples"})
_CHECKED = frozenset(
    {"$ref", "type", "enum", "const", "pattern", "minLength", "minimum", "minItems", "uniqueItems", "items", "prefixItems"}
    | {"minProperties", "required", "properties", "propertyNames", "additionalProperties", "allOf", "anyOf", "oneOf", "if", "then"}
)


def problems_of(data: Any, schema: dict[str, Any]) -> list[Problem]:
    """Every way in which data does not conform.

    Args:
        data: mappings, lists, texts, numbers, booleans and None.
        schema: the schema, with its own definitions.

    Raises:
        ValueError: the schema has a keyword that is not known here.
    """
    return list(_problems(data, schema, schema.get("$defs", {}), ()))


def _problems(data: Any, schema: Any, defs: dict[str, Any], at: Pointer) -> Iterator[Problem]:
    if schema is True:
        return
    if unknown := schema.keys() - _SAID - _CHECKED:
        raise ValueError(f"the schema has keywords that are not checked: {', '.join(sorted(unknown))}")
    if "$ref" in schema:
        yield from _problems(data, defs[schema["$ref"].rpartition("/")[2]], defs, at)
    kinds = schema.get("type")
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if kinds and not any(_is_a(data, kind) for kind in kinds):
        yield at, f"has to be {' or '.join(_WORDS.get(kind, kind) for kind in kinds)}"
        return
    yield from _of_value(data, schema, at)
    if isinstance(data, dict):
        yield from _of_mapping(data, schema, defs, at)
    if isinstance(data, list):
        yield from _of_list(data, schema, defs, at)
    yield from _of_parts(data, schema, defs, at)


def _is_a(data: Any, kind: str) -> bool:
    return isinstance(data, _KINDS[kind]) and (not isinstance(data, bool) or kind == "boolean")


def _of_value(data: Any, schema: dict[str, Any], at: Pointer) -> Iterator[Problem]:
    allowed = schema.get("enum", [schema["const"]] if "const" in schema else None)
    if allowed is not None and data not in allowed:
        yield at, f"{data!r} is not one of {', '.join(map(repr, allowed))}{_meant(str(data), [str(one) for one in allowed])}"
    if isinstance(data, str):
        if len(data) < schema.get("minLength", 0):
            yield at, "is empty"
        if "pattern" in schema and re.search(schema["pattern"], data) is None:
            yield at, f"{data!r} is not written like {schema['pattern']}"
    if isinstance(data, int) and not isinstance(data, bool) and data < schema.get("minimum", data):
        yield at, f"{data} is less than {schema['minimum']}"


def _of_mapping(data: dict[str, Any], schema: dict[str, Any], defs: dict[str, Any], at: Pointer) -> Iterator[Problem]:
    known = schema.get("properties", {})
    for name in schema.get("required", ()):
        if name not in data:
            yield at, f"lacks the key {name!r}"
    if len(data) < schema.get("minProperties", 0):
        yield at, "has too few entries"
    for name in data:
        yield from _problems(name, schema.get("propertyNames", True), defs, (*at, name))
    other = schema.get("additionalProperties", True)
    for name, value in data.items():
        if name in known:
            yield from _problems(value, known[name], defs, (*at, name))
        elif other is False:
            yield (*at, name), f"unknown key {name!r}{_meant(name, list(known))}"
        else:
            yield from _problems(value, other, defs, (*at, name))


def _of_list(data: list[Any], schema: dict[str, Any], defs: dict[str, Any], at: Pointer) -> Iterator[Problem]:
    if len(data) < schema.get("minItems", 0):
        yield at, f"needs {schema['minItems']} entries"
    if schema.get("uniqueItems"):
        yield from (((*at, index), f"{one!r} stands there twice") for index, one in enumerate(data) if one in data[:index])
    first = schema.get("prefixItems", [])
    for index, value in enumerate(data):
        inner = first[index] if index < len(first) else schema.get("items", True)
        if inner is False:
            yield (*at, index), f"is one more than the {len(first)} that there may be"
        else:
            yield from _problems(value, inner, defs, (*at, index))


def _of_parts(data: Any, schema: dict[str, Any], defs: dict[str, Any], at: Pointer) -> Iterator[Problem]:
    for part in schema.get("allOf", ()):
        yield from _problems(data, part, defs, at)
    if "if" in schema and not list(_problems(data, schema["if"], defs, at)):
        yield from _problems(data, schema.get("then", True), defs, at)
    for keyword in ("anyOf", "oneOf"):
        parts = schema.get(keyword)
        if parts is None:
            continue
        found = [list(_problems(data, part, defs, at)) for part in parts]
        fits = sum(not one for one in found)
        if not fits:
            yield at, " or ".join(dict.fromkeys(text for one in found for _, text in one[:1]))
        elif fits > 1 and keyword == "oneOf":
            yield at, f"fits {fits} of the forms of which it may have one"


def _meant(word: str, known: list[str]) -> str:
    near = difflib.get_close_matches(word, known, 1)
    return f"; did you mean {near[0]}?" if near else ""
