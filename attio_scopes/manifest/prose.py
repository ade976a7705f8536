"""Reads scopes, conditions, token levels and what else decides a refusal out of an operation's description.

Takes the description, gives what it states. Never copies a sentence of it, and never drops a scope: one that stands in a sentence of
no known form comes back as `unread`, for the caller to take as needed and to say so.

The forms, as Attio's reference writes them (read 2026-10; `S` is a scope in backticks):
    Required scopes: S, S.
    When `parameter` is `value`, the required scopes are S.
    To do something on records, you will need the S and S scopes.
    Supported token levels: `workspace`, `user`.
    This endpoint is in alpha (beta).
    Your workspace must be on the NAME plan. … must have the NAME billing feature enabled. … with the NAME billing feature.
    … a `403` billing error …; … is enabled per workspace …
    Deprecated: … `GET /v2/path/:parameter` … (at the beginning)
"""

from __future__ import annotations

import re

from msgspec import Struct

from attio_scopes.model.scope import Scope

_SCOPE = re.compile(r"(?<![\w:/.-])([A-Za-z][A-Za-z0-9_]*:(?:read-write|read))(?![\w:-])")
_PARAGRAPHS = re.compile(r"\n[ \t]*\n")
_BULLET = re.compile(r"(^|\n)[ \t]*[-*][ \t]+")
_SENTENCES = re.compile(r"(?<=[.!?])\s+|\s+(?=(?:Required scopes?|Supported token levels?)\b)")
_REQUIRED = re.compile(r"(?:the )?required scopes?\s*(?::|is\b|are\b)\s*(.*)", re.I | re.S)
_PARAMETER = re.compile(
    r"(?:when|if|where)\s+(?:the\s+)?`?(\w+)`?\s+(?:is|equals)\s+"
    r"((?:`[\w.-]+`|[\w.-]+)(?:\s*(?:,|\bor\b)\s*`[\w.-]+`)*)\s*[,:]\s*(.*)",
    re.I | re.S,
)
_SUBJECT = re.compile(r"to\s+[^,`]+?\s+(?:on|in|for|of)\s+(?:an?\s+|the\s+)?([A-Za-z][A-Za-z -]*),\s*(.*)", re.I | re.S)
_LEVELS = re.compile(r"(?:the )?supported token levels?\s*(?::|is\b|are\b)\s*(.*)", re.I | re.S)
_STAGE = re.compile(r"\bendpoint is in (alpha|beta)\b", re.I)
_PLAN = re.compile(r"\bon the ([A-Z][\w-]*(?: [A-Z][\w-]*)*) plan\b")
_FEATURE = re.compile(r"\b(?:have|with) the ([a-z][a-z ]{0,60}?) billing feature\b")
_BILLING_ERROR = re.compile(r"`?403`? billing error", re.I)
_ON_REQUEST = re.compile(r"\benabled per workspace\b", re.I)
_REPLACEMENT = re.compile(r"`(GET|PUT|POST|PATCH|DELETE) (/[^`\s]+)`")
_COLON_PARAMETER, _BRACES = re.compile(r":([A-Za-z_][A-Za-z0-9_]*)"), r"{\1}"
_CODE = re.compile(r"`([^`]+)`")
_WORD = re.compile(r"[A-Za-z][A-Za-z-]*")


class Clause(Struct, frozen=True):
    """Scopes that are needed under a condition.

    Attributes:
        parameter: the request parameter that decides, or "" where the sentence names a kind of thing ("on records").
        value: the parameter's value, or the thing in the singular (`record`, `entry`).
        scopes: what is needed then.
    """

    parameter: str
    value: str
    scopes: frozenset[Scope]


class Statement(Struct, frozen=True):
    """What a description states.

    Attributes:
        always: scopes that are needed whatever the request is; None where it names none and does not say "none".
        clauses: scopes that are needed under a condition.
        levels: token levels; empty where it does not say.
        unread: scopes in sentences of no known form.
        strange: words that stand where scopes are listed and are none.
        deprecated: it begins by calling the operation deprecated.
        replaced_by: `METHOD /path` that its first sentence then names instead, or "".
        stage: `alpha`, `beta`, or "".
        on_request: it has to be enabled for a workspace first.
        plans: plans and billing features of which a workspace needs one.
        billing_error: it may be refused with a billing error.
    """

    always: frozenset[Scope] | None = None
    clauses: tuple[Clause, ...] = ()
    levels: tuple[str, ...] = ()
    unread: frozenset[Scope] = frozenset()
    strange: tuple[str, ...] = ()
    deprecated: bool = False
    replaced_by: str = ""
    stage: str = ""
    on_request: bool = False
    plans: tuple[str, ...] = ()
    billing_error: bool = False


def scopes_in(text: str) -> frozenset[Scope]:
    """Every scope that stands in `text`, with or without backticks."""
    return frozenset(Scope.parse(found) for found in _SCOPE.findall(text))


def read_prose(description: str) -> Statement:
    """Read a description.

    Args:
        description: Markdown.

    Returns:
        what it states of scopes and token levels.
    """
    always: frozenset[Scope] | None = None
    clauses: list[Clause] = []
    levels: tuple[str, ...] = ()
    unread: frozenset[Scope] = frozenset()
    strange: list[str] = []
    for sentence in _sentences(description):
        scopes = scopes_in(sentence)
        if required := _REQUIRED.match(sentence):
            always = (always or frozenset()) | scopes
            strange.extend(code for code in _CODE.findall(required.group(1)) if not _SCOPE.fullmatch(code))
        elif stated := _LEVELS.match(sentence):
            levels = _levels(stated.group(1))
        elif scopes:
            read = _clauses(sentence)
            clauses.extend(read)
            unread |= frozenset() if read else scopes
    deprecated = description.lstrip("*_ \n").lower().startswith("deprecated")
    stage = _STAGE.search(description)
    return Statement(
        always,
        tuple(clauses),
        levels,
        unread,
        tuple(strange),
        deprecated,
        _replacement(description) if deprecated else "",
        stage.group(1).lower() if stage else "",
        bool(_ON_REQUEST.search(description)),
        tuple(f"{name} plan" for name in _PLAN.findall(description))
        + tuple(f"{name} billing feature" for name in _FEATURE.findall(description)),
        bool(_BILLING_ERROR.search(description)),
    )


def _replacement(description: str) -> str:
    """The operation that the first paragraph names, with its parameters as a template has them."""
    named = _REPLACEMENT.search(_PARAGRAPHS.split(description.strip())[0])
    return f"{named.group(1)} {_COLON_PARAMETER.sub(_BRACES, named.group(2))}" if named else ""


def singular(word: str) -> str:
    """The singular of an English noun in lower case, by its ending: `entries` → `entry`, `records` → `record`."""
    word = word.lower()
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _sentences(description: str) -> list[str]:
    """The sentences; soft line breaks and bullets inside a paragraph do not end one, a paragraph that ends with a colon goes on."""
    text = re.sub(r":[ \t]*\n[ \t]*\n(?=[ \t]*[-*][ \t])", ":\n", description.replace("\r\n", "\n").replace("**", ""))
    found: list[str] = []
    for paragraph in _PARAGRAPHS.split(text):
        flat = " ".join(_BULLET.sub(r"\1", paragraph).split())
        found.extend(part for part in _SENTENCES.split(flat) if part)
    return found


def _clauses(sentence: str) -> list[Clause]:
    """The conditions of a sentence; empty where it has another form, or names a scope in the condition itself."""
    if named := _PARAMETER.match(sentence):
        scopes = scopes_in(named.group(3))
        values = re.findall(r"[\w.-]+", re.sub(r"(?<!`)\bor\b(?!`)", " ", named.group(2)))
        return [Clause(named.group(1), value, scopes) for value in values] if scopes == scopes_in(sentence) else []
    if about := _SUBJECT.match(sentence):
        scopes = scopes_in(about.group(2))
        thing = singular(about.group(1).split()[-1])
        return [Clause("", thing, scopes)] if scopes == scopes_in(sentence) else []
    return []


def _levels(text: str) -> tuple[str, ...]:
    named = _CODE.findall(text) or [word for word in _WORD.findall(text) if word.lower() not in ("and", "or", "only")]
    return tuple(dict.fromkeys(level.strip().lower() for level in named))
