"""Endpoints, and the ways to write the path of one.

Takes the table of the stand-in (not the tool's manifest), gives targets and expressions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

from tests.attio_server.server import ENFORCED
from tests.attio_server.world import RECORD_COMMENT, RECORD_THREAD
from tests.generated.project import Draw, chance, pick

# Not the two whose query or body says what they are about: what they need is another question (see tests/programs).
KEYS = sorted(key for key in ENFORCED if " /v2/" in key and key not in ("GET /v2/threads", "POST /v2/comments"))
VALUES = {
    "object": "people",
    "list": "pipeline",
    "activity": "calls",
    "attribute": "stage",
    "thread_id": RECORD_THREAD,
    "comment_id": RECORD_COMMENT,
}


@dataclass(frozen=True, slots=True)
class Target:
    """An endpoint to be called: `key` as `METHOD /template`, with `objects` or `lists` decided."""

    key: str
    template: str

    @property
    def method(self) -> str:
        """Upper case."""
        return self.key.split()[0]

    @property
    def parameters(self) -> tuple[str, ...]:
        """The names of the path parameters that are open."""
        return tuple(re.findall(r"\{(\w+)\}", self.template))


@dataclass(frozen=True, slots=True)
class Hole:
    """An expression in a path, such as `slug` or `self.slug`."""

    code: str


def target(draw: Draw, methods: Sequence[str] = ()) -> Target:
    """Some endpoint, of one of the methods if any are given."""
    keys = [key for key in KEYS if not methods or key.split()[0] in methods]
    key = pick(draw, keys)
    path = key.split()[1].removeprefix("/v2/")
    return Target(key, path.replace("{target}", pick(draw, ("objects", "lists"))))


def value(parameter: str) -> str:
    """What a parameter may be."""
    return VALUES.get(parameter, "5")


def pieces(wanted: Target, holes: dict[str, str], prefix: str) -> list[str | Hole]:
    """The path as literal text and holes.

    Args:
        wanted: the endpoint.
        holes: the code for those parameters that are not written as text.
        prefix: what the path begins with: `/v2/`, `/`, `v2/` or nothing.

    Returns:
        the pieces, text first.
    """
    found: list[str | Hole] = [prefix]
    for part in re.split(r"(\{\w+\})", wanted.template):
        name = part.strip("{}")
        if part.startswith("{") and name in holes:
            found.append(Hole(holes[name]))
        else:
            text = value(name) if part.startswith("{") else part
            if isinstance(found[-1], str):
                found[-1] += text
            elif text:
                found.append(text)
    return found


def expression(draw: Draw, parts: Sequence[str | Hole]) -> str:
    """A Python expression for a path; it binds tightly enough for `+` and for an argument."""
    if not any(isinstance(part, Hole) for part in parts):
        text = "".join(str(part) for part in parts)
        if "/" in text[1:] and chance(draw):
            cut = text.rindex("/")
            return pick(draw, (f"({text[:cut]!r} {text[cut:]!r})", f"({text[:cut]!r} + {text[cut:]!r})"))
        return quoted(text)
    form = pick(draw, ("f-string", "plus", "format", "percent", "join"))
    if form == "plus":
        return "(" + " + ".join(part.code if isinstance(part, Hole) else quoted(part) for part in parts if part) + ")"
    codes = ", ".join(part.code for part in parts if isinstance(part, Hole))
    if form == "format":
        return quoted("".join("{}" if isinstance(part, Hole) else part for part in parts)) + f".format({codes})"
    if form == "percent":
        return "(" + quoted("".join("%s" if isinstance(part, Hole) else part for part in parts)) + f" % ({codes},))"
    if form == "join":
        return '"".join((' + ", ".join(part.code if isinstance(part, Hole) else quoted(part) for part in parts if part) + ",))"
    return 'f"' + "".join("{" + part.code.replace('"', "'") + "}" if isinstance(part, Hole) else part for part in parts) + '"'


def quoted(text: str) -> str:
    """A string literal with double quotes."""
    return f'"{text}"'


def some_parameters(draw: Draw, wanted: Target) -> tuple[str, ...]:
    """Those parameters that the program gets from elsewhere; others are written out."""
    return tuple(name for name in wanted.parameters if draw(st.booleans()))
