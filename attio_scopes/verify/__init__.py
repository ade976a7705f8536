"""What a token was really granted: one question to Attio's `GET /v2/self`, and the comparison with what is declared and needed.

Takes the token as a value and the address to ask; gives the scopes that the answer names, or raises `UserError`. It never puts
the token into a URL, a message, a log or an exception, never sends it to another host than the one asked for, and never shows
the text of an answer: a broken server may echo the request.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from enum import Enum
from urllib.parse import SplitResult

from msgspec import Struct

from attio_scopes.model.errors import UserError
from attio_scopes.model.finding import Severity
from attio_scopes.model.scope import Scope, ScopeSet
from attio_scopes.verify.exchange import Answer, Secret, checked_address, get, host_of, other_refusal

ATTIO = "https://api.attio.com"
SELF_PATH = "/v2/self"
LEVELS = ("workspace", "user")
OTHER_LEVEL = "other"
MOST_NAMED = 3
LARGEST_BODY = 256 * 1024  # bytes; a real answer has about one thousand


class Granted(Struct, frozen=True):
    """What Attio says of a token.

    Attributes:
        scopes: what it is granted.
        unreadable: how many words of the answer's `scope` are not a `resource:access`.
        level: for whom it acts, `workspace` or `user`; "" where the answer does not say, `other` where it says something else.
    """

    scopes: ScopeSet
    unreadable: int = 0
    level: str = ""


def readable_token(text: str, variable: str) -> Secret:
    """Check the value of an environment variable for what cannot be a token, before anything may quote it.

    Args:
        text: the variable's value; white space around it is dropped (a file's last newline often gets in).
        variable: its name, for the message.

    Returns:
        the token.

    Raises:
        UserError: it is empty or has characters that an HTTP header cannot carry.
    """
    token = text.strip()
    if not token:
        raise UserError(f"the environment variable {variable} is empty: it must hold the token itself")
    if token.lower().startswith("bearer "):
        raise UserError(f"the environment variable {variable} starts with 'Bearer ': remove that word; it is added for you")
    if not re.fullmatch(r"[!-~]+", token):
        raise UserError(f"the environment variable {variable} holds white space or characters that a token cannot have")
    return Secret(token)


def ask(token: Secret, address: str = ATTIO, timeout: float = 10.0, proxy: SplitResult | None = None) -> Granted:
    """Ask Attio what the token may do.

    Args:
        token: the access token.
        address: where to ask: `https://host[:port][/prefix]`; plain `http` for this machine only.
        timeout: seconds for everything together, redirects included.
        proxy: through which to ask, as `checked_proxy` gives it.

    Returns:
        the granted scopes.

    Raises:
        UserError: the address is not usable, nobody answered in time, or the answer is not what Attio sends.
        InternalError: the exchange failed in a way that nobody has thought of.
    """
    url = checked_address(address, "--base-url")
    url = url._replace(path=url.path.rstrip("/") + SELF_PATH)
    return _read_answer(get(url, token, timeout, LARGEST_BODY, proxy), host_of(url))


def _read_answer(answer: Answer, host: str) -> Granted:
    if answer.status != 200:
        raise UserError(f"{host}: {_refusal(answer)}")
    problem = ""
    try:
        document = json.loads(answer.body)
    except (ValueError, RecursionError):
        document, problem = None, "the answer is not JSON"
    if problem or not isinstance(document, dict) or "active" not in document:
        raise UserError(f"{host}: {problem or 'the answer is JSON, but does not describe a token'}; is this Attio's API?")
    if document["active"] is not True:
        raise UserError(f"{host}: the token is not active: revoked, deleted or of another workspace; create a new one in Attio's settings")
    words = document.get("scope", "")
    if not isinstance(words, str):
        raise UserError(f"{host}: the answer names no scopes as text; is this Attio's API?")
    return _read_scopes(words.split(), _read_level(document.get("token_level")))


def _read_level(said: object) -> str:
    """The token's level. What is no level that there is could be anything, and is not shown."""
    if said is None:
        return ""
    return said if isinstance(said, str) and said in LEVELS else OTHER_LEVEL


def _read_scopes(words: Iterable[str], level: str) -> Granted:
    scopes: set[Scope] = set()
    unreadable = 0
    for word in words:
        # The form is checked before the word can be shown: resource names are lower-case words.
        if re.fullmatch(r"[a-z][a-z_]{0,63}:(read|read-write)", word):
            scopes.add(Scope.parse(word))
        else:
            unreadable += 1
    return Granted(ScopeSet(frozenset(scopes)), unreadable, level)


def _refusal(answer: Answer) -> str:
    if answer.status == 401:
        return "401, the token is not valid: check that the variable holds a whole, unrevoked access token"
    if answer.status == 403:
        return "403, the token may not ask about itself; a firewall or proxy in between may say this too"
    if answer.status == 404:
        return f"404, there is no {SELF_PATH}: is the base address right?"
    return other_refusal(answer)


# --- comparison ------------------------------------------------------------------------------------------------


class Standing(Enum):
    """How a resource stands when declared, granted and needed are laid side by side."""

    AGREES = "agrees"
    NEEDED_NOT_GRANTED = "needed-not-granted"
    DECLARED_NOT_GRANTED = "declared-not-granted"
    GRANTED_NOT_DECLARED = "granted-not-declared"
    NOT_NEEDED = "not-needed"

    @property
    def severity(self) -> Severity | None:
        """How bad it is; None where all agrees."""
        return _MEANING[self][0]

    @property
    def says(self) -> str:
        """What it means, in a few words."""
        return _MEANING[self][1]


_MEANING: dict[Standing, tuple[Severity | None, str]] = {
    Standing.AGREES: (None, ""),
    Standing.NEEDED_NOT_GRANTED: (Severity.ERROR, "the code needs it, but it is not granted"),
    Standing.DECLARED_NOT_GRANTED: (
        Severity.ERROR,
        "declared, but not granted: grant it in Attio's settings, or remove it from the configuration",
    ),
    Standing.GRANTED_NOT_DECLARED: (Severity.WARNING, "granted, but not declared: remove it in Attio's settings, or declare it"),
    Standing.NOT_NEEDED: (Severity.NOTE, "granted, but the calls need less"),
}


class Row(Struct, frozen=True):
    """One resource: the access declared, granted and needed; None: not at all."""

    resource: str
    declared: Scope | None
    granted: Scope | None
    needed: Scope | None
    standing: Standing


def compare(declared: ScopeSet | None, granted: ScopeSet, needed: ScopeSet, most: ScopeSet | None) -> tuple[Row, ...]:
    """Lay what is declared, granted and needed side by side.

    Args:
        declared: the scopes of the configuration; None where it declares none at all (then nothing is measured against it).
        granted: the scopes that Attio named.
        needed: the scopes that the code certainly needs.
        most: all that it may need; None while that is not known (then nothing is said to be unneeded).

    Returns:
        a row for each resource, sorted.
    """
    sides = [_by_resource(declared or ScopeSet()), _by_resource(granted), _by_resource(needed)]
    perhaps = None if most is None else _by_resource(most)
    rows = []
    for resource in sorted(set().union(*sides)):
        has, gets, wants = (side.get(resource) for side in sides)
        standing = _standing(has, gets, wants) if declared is not None else _standing(gets, gets, wants)
        if standing is Standing.AGREES and gets and perhaps is not None:
            upper = perhaps.get(resource)
            if upper is None or not upper.covers(gets):
                standing = Standing.NOT_NEEDED
        rows.append(Row(resource, has, gets, wants, standing))
    return tuple(rows)


def _by_resource(scopes: ScopeSet) -> dict[str, Scope]:
    return {scope.resource: scope for scope in scopes.least()}


def _standing(declared: Scope | None, granted: Scope | None, needed: Scope | None) -> Standing:
    if needed and not (granted and granted.covers(needed)):
        return Standing.NEEDED_NOT_GRANTED
    if declared and not (granted and granted.covers(declared)):
        return Standing.DECLARED_NOT_GRANTED
    if granted and not (declared and declared.covers(granted)):
        return Standing.GRANTED_NOT_DECLARED
    return Standing.AGREES


class LevelCheck(Struct, frozen=True):
    """How the level of a token stands.

    Attributes:
        declared: in the configuration, or None.
        granted: what Attio says, see `Granted.level`.
        refused: `METHOD /path` of the endpoints that the code calls with this token and that do not serve the granted level.
    """

    declared: str | None
    granted: str
    refused: tuple[str, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether Attio names another level than the configuration."""
        return self.declared is not None and self.granted not in ("", self.declared)

    @property
    def severity(self) -> Severity | None:
        """How bad it is; None where nothing is wrong."""
        return Severity.ERROR if self.differs or self.refused else None

    @property
    def says(self) -> tuple[str, ...]:
        """What is wrong, a line each."""
        shown = "one that this version does not know" if self.granted == OTHER_LEVEL else self.granted
        lines = [f"level {self.declared} is declared, but Attio says {shown}: correct the configuration, or use another token"]
        named = ", ".join(self.refused[:MOST_NAMED]) + (f" and {len(self.refused) - MOST_NAMED} more" if self.refused[MOST_NAMED:] else "")
        return (*(lines if self.differs else ()), *([f"a {self.granted} token is refused at {named}"] if self.refused else ()))


def check_level(declared: str | None, granted: str, called: Iterable[tuple[str, tuple[str, ...]]]) -> LevelCheck:
    """Compare the level of a token with what is declared and with what the called endpoints serve.

    Args:
        declared: of the configuration, or None.
        granted: of the answer.
        called: for each endpoint that the code certainly calls with this token, `METHOD /path` and the levels that it serves; no level
            means that the reference does not say.
    """
    refused = {key for key, levels in called if granted in LEVELS and levels and granted not in levels}
    return LevelCheck(declared, granted, tuple(sorted(refused)))
