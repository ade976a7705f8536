"""Formats: `%`, `str.format` and the entries that they name, on symbolic values.

Takes templates and values and gives texts; a template that a caller decides waits for it. Never looks at variables or objects.
"""

from __future__ import annotations

import re

from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.evidence import lost
from attio_scopes.engine.domain.reasons import TEMPLATE, why, why_any
from attio_scopes.engine.domain.text import join
from attio_scopes.engine.domain.values import known

_PERCENT = re.compile(r"%(?:\((\w+)\))?[-+ #0]*(?:[1-9]\d*)?(?:\.\d+)?([sdifr%])")
_BRACES = re.compile(r"\{\{|\}\}|\{([^{}:!]*)(?:![rsa])?(?::[^{}]*)?\}")


def percent(template: v.Value, given: v.Value, content: v.Value) -> v.Value:
    """`template % given`; `content` is what a mapping or list holds."""
    literal = known(template)
    if literal is None:
        if v.is_open(template):
            return v.Apply("percent", (template, given))
        return lost(why(template, TEMPLATE), template, given, label="text")
    items = (
        list(content.items) if isinstance(content, v.Seq) and content.rest is None else [given if isinstance(content, v.Map) else content]
    )
    parts: list[v.Value] = []
    at = 0
    for match in _PERCENT.finditer(literal):
        parts.append(v.text(literal[at : match.start()]))
        at = match.end()
        if match.group(2) == "%":
            parts.append(v.text("%"))
        elif match.group(1):
            parts.append(
                entry(content, match.group(1))
                or (v.Apply("item", (content, v.text(match.group(1)))) if v.is_open(content) and not isinstance(content, v.Map) else None)
                or lost(why(content, f"the template is given no `{match.group(1)}`"), content, label=match.group(1))
            )
        else:
            parts.append(items.pop(0) if items else lost(why(given, "the template is given too few values"), given))
    parts.append(v.text(literal[at:]))
    return join(parts)


def conversions(template: str) -> list[str]:
    """The letters of a `%` template that say how its values become text, in order."""
    return [letter for _, letter in _PERCENT.findall(template) if letter != "%"]


def brace_format(template: v.Value, args: v.Arguments) -> v.Value:
    """`template.format(...)`."""
    literal = known(template)
    if literal is None:
        inputs = args.values()
        if v.is_open(template):
            return v.Apply("format", (template, *inputs), (len(args.positional), tuple(name for name, _ in args.keywords)))
        return _formatted_parts(template, args) or lost(why(template, TEMPLATE), template, *inputs, label="text")
    parts: list[v.Value] = []
    at = automatic = 0
    for match in _BRACES.finditer(literal):
        parts.append(v.text(literal[at : match.start()]))
        at = match.end()
        name = match.group(1)
        if name is None:
            parts.append(v.text(match.group()[0]))
            continue
        found: v.Value | None = None
        if name == "" or name.isdigit():
            position = automatic if name == "" else int(name)
            automatic += name == ""
            found = args.positional[position] if position < len(args.positional) else None
            if found is None and v.is_open(args.star):
                found = v.Apply("item", (args.star, v.Scalar(position - len(args.positional))))  # type: ignore[arg-type]  # None is not open
        else:
            found = args.keyword(name)
            if found is None and v.is_open(args.kwstar):
                found = v.Apply("item", (args.kwstar, v.text(name)))  # type: ignore[arg-type]  # likewise
        if found is None:
            found = lost(
                why_any((args.star, args.kwstar), f"the template is given no `{name}`" if name else "the template is given too few values"),
                args.star,
                args.kwstar,
                label=re.sub(r"\W.*", "", name) or "value",
            )
        parts.append(found)
    parts.append(v.text(literal[at:]))
    return join(parts)


def _formatted_parts(template: v.Value, args: v.Arguments) -> v.Value | None:
    """A template with gaps: its known parts are formatted each by itself, where no field is cut by a gap."""
    if not isinstance(template, v.Text):
        return None
    literals = [piece.text for piece in template.pieces if isinstance(piece, v.Lit)]
    if any(text.count("{") != text.count("}") for text in literals) or any("{}" in text for text in literals[1:]):
        return None
    parts = []
    for piece in template.pieces:
        parts.append(brace_format(v.Text((piece,)), args) if isinstance(piece, v.Lit) else v.Text((piece,)))
    return join(parts)


def entry(mapping: v.Value, key: str) -> v.Value | None:
    """The entry of a known mapping."""
    if isinstance(mapping, v.Map):
        for name, value in reversed(mapping.entries):
            if known(name) == key:
                return value
    return None
