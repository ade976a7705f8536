"""Writes manifest data as YAML: the same bytes for the same data, whatever version of a YAML library is installed.

Takes plain data, gives text. Never touches a file.
"""

from __future__ import annotations

import json
import re
from typing import Any

WIDTH = 140
HEADER = """\
# The scope manifest: every endpoint, the scopes that it needs, where that was read and when.
# Written by `attio-scopes manifest build SOURCE...`; change the sources and build again, not this file.
#
# requires   alternatives, of which one applies; its scopes are all needed. `when` is a path parameter's value, or the `subject` of
#            the request, which the presence of a `query` or `body` key decides.
# read_from  what each source says: `same` as `requires` (or `levels`), or what it says instead.
# unstated   endpoints of which no source says anything about scopes: taken as needing none.
"""
_PLAIN = re.compile(r"[A-Za-z/][A-Za-z0-9_./:+()' -]*\Z")
_NOT_PLAIN = re.compile(r": |:\Z| \Z|  ")
_WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


def emit_manifest(data: dict[str, Any]) -> str:
    """The manifest's text.

    Args:
        data: as `build_manifest` gives it.

    Returns:
        YAML, with a final newline.
    """
    lines: list[str] = []
    for key, value in data.items():
        if isinstance(value, list) and value:
            lines.append(f"{key}:")
            for item in value:
                lines += [""] if key == "endpoints" else []
                lines.extend(_item(item))
        else:
            lines.append(f"{key}: {_flow(value)}")
    return HEADER + "\n".join(lines) + "\n"


def _item(item: Any) -> list[str]:
    """An item of a top-level list."""
    if not isinstance(item, dict):
        return [f"  - {_flow(item)}"]
    lines: list[str] = []
    for key, value in item.items():
        lines.extend(_pair(key, value, 4))
    lines[0] = "  - " + lines[0][4:]
    return lines


def _pair(key: str, value: Any, indent: int) -> list[str]:
    """`key: value` on one line where it fits, else one line for each part of the value."""
    start = f"{' ' * indent}{_text(key)}:"
    one = f"{start} {_flow(value)}"
    if len(one) <= WIDTH or not isinstance(value, (dict, list)) or not value:
        return [one]
    if isinstance(value, dict):
        return [start, *(line for inner, held in value.items() for line in _pair(inner, held, indent + 2))]
    return [start, *(f"{' ' * (indent + 2)}- {_flow(held)}" for held in value)]


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_text(key)}: {_flow(held)}" for key, held in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(held) for held in value) + "]"
    return _text(value) if isinstance(value, str) else json.dumps(value)


def _text(text: str) -> str:
    """Plain where nothing in it could be read as anything else, quoted as JSON otherwise."""
    if _PLAIN.match(text) and not _NOT_PLAIN.search(text) and text.lower() not in _WORDS:
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found.group()):04x}", quoted)
