"""The reference parts of docs/configuration.md and docs/report.md, made of the JSON Schemas in rules/schema.

Takes a page with the marks `<!-- reference -->` and `<!-- end of reference -->`, gives it with what belongs between them;
`python -m tests.config_reference` writes both pages, and a test compares them with what is checked in.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PAGES = {"configuration.md": "config.schema.json", "report.md": "report.schema.json"}
BEGIN = "<!-- reference: made by `python -m tests.config_reference` of rules/schema; change the schema instead -->"
END = "<!-- end of reference -->"
_LONG = 8
"""So many names of an enumeration are listed; longer ones are named by what they are."""

Schema = dict[str, Any]


def filled_in(page: str, text: str) -> str:
    """The page with its reference part as the schema has it."""
    schema = json.loads((ROOT / "rules" / "schema" / PAGES[page]).read_text(encoding="utf-8"))
    before, begin, rest = text.partition(BEGIN)
    _old, end, after = rest.partition(END)
    assert begin, f"{page} has no {BEGIN}"
    assert end, f"{page} has no {END}"
    made = "\n\n".join(_keys(schema) if page == "configuration.md" else _objects(schema))
    return f"{before}{begin}\n\n{made}\n\n{end}{after}"


# --- configuration: a section for each key ---------------------------------------------------------------------------


def _keys(schema: Schema) -> Iterator[str]:
    """A section for each key of the top level, and the keys within it."""
    for key, value in schema["properties"].items():
        yield f"### {key}\n\n{value['description']}\n\n{_about(value, schema)}"
        inner = _inner(value, schema)
        if inner:
            yield _table(inner, schema, ("key", "type", "meaning"))


def _inner(value: Schema, schema: Schema) -> Schema | None:
    """The object that each entry of a table of tables is, if it is one with keys of its own."""
    each = _resolved(value.get("additionalProperties", {}), schema) if isinstance(value.get("additionalProperties"), dict) else {}
    return each if "properties" in each else None


def _about(value: Schema, schema: Schema) -> str:
    lines = [f"Type: {_type(value, schema)}."]
    if "default" in value:
        lines.append(f"Default: `{json.dumps(value['default'])}`.")
    if "minimum" in value or "maximum" in value:
        lines.append(f"From {value['minimum']} to {value['maximum']}.")
    return " ".join(lines)


# --- report: a table for each kind of object -----------------------------------------------------------------------------


def _objects(schema: Schema) -> Iterator[str]:
    titles = {"token": "tokens", "call": "calls", "finding": "findings"}
    yield "### The whole\n\n" + _table(schema, schema, ("key", "type", "meaning"))
    for key in ("tool", "manifest", "summary"):
        yield f"### {key}\n\n" + _table(schema["properties"][key], schema, ("key", "type", "meaning"))
    for name, title in titles.items():
        yield f"### An item of {title}\n\n" + _table(schema["$defs"][name], schema, ("key", "type", "meaning"))
        for key, value in schema["$defs"][name]["properties"].items():
            each = _resolved(value.get("items", {}), schema)
            if "properties" in each:
                yield f"#### An item of {title}, {key}\n\n" + _table(each, schema, ("key", "type", "meaning"))


# --- both ------------------------------------------------------------------------------------------------------------------


def _table(value: Schema, schema: Schema, heads: tuple[str, str, str]) -> str:
    rows = [f"| {' | '.join(heads)} |", "|---|---|---|"]
    required = set(value.get("required", ()))
    for key, item in value["properties"].items():
        meaning = item.get("description", _resolved(item, schema).get("description", ""))
        if "default" in item:
            meaning = f"{meaning} Default: `{json.dumps(item['default'])}`."
        optional = "" if key in required or "default" in item or not required else ", optional"
        rows.append(f"| `{key}` | {_type(item, schema)}{optional} | {meaning.strip()} |".replace("  |", " |"))
    return "\n".join(rows)


def _type(value: Schema, schema: Schema) -> str:
    """The type of a value, in words."""
    name = value.get("$ref", "").rpartition("/")[2]
    if name in ("scope", "code"):
        return {"scope": "a scope", "code": "a code or its name"}[name]
    value = _resolved(value, schema)
    if "const" in value:
        return f"`{json.dumps(value['const'])}`"
    if "enum" in value:
        names = [f"`{item}`" for item in value["enum"]]
        assert len(names) <= _LONG, f"an enumeration of {len(names)} needs a name"
        return f"{', '.join(names[:-1])} or {names[-1]}" if len(names) > 1 else names[0]
    if "anyOf" in value:
        return " or ".join(_type(each, schema) for each in value["anyOf"])
    kind = value["type"]
    if isinstance(kind, list):
        return " or ".join(str(_SIMPLE.get(each, each)) for each in kind)
    if kind == "array":
        return f"list of {_plural(value['items'], schema)}"
    if kind == "object":
        each = value.get("additionalProperties")
        if isinstance(each, dict):
            listed = _resolved(value.get("propertyNames", {}), schema)
            key = _plural(value["propertyNames"], schema) if listed.get("enum") else "names"
            return f"table from {key} to {_plural(each, schema)}"
        return "object"
    return _SIMPLE[kind]


_SIMPLE = {"string": "string", "boolean": "true or false", "integer": "whole number", "number": "number"}
_PLURAL = {"a scope": "scopes", "a code or its name": "codes", "string": "strings", "object": "objects", "whole number": "whole numbers"}


def _plural(value: Schema, schema: Schema) -> str:
    one = _type(value, schema)
    return _PLURAL.get(one) or re.sub(r"^list of", "lists of", one)


def _resolved(value: Schema, schema: Schema) -> Schema:
    if "$ref" in value:
        found: Schema = {**schema["$defs"][value["$ref"].rpartition("/")[2]], **{k: v for k, v in value.items() if k != "$ref"}}
        return found
    return value


if __name__ == "__main__":
    for name in PAGES:
        path = ROOT / "docs" / name
        path.write_text(filled_in(name, path.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
