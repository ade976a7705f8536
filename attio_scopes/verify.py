"""What a token was really granted: one question to Attio's `GET /v2/self`, and the comparison with what is declared and needed.

Takes the token as a value and the address to ask; gives the scopes that the answer names, or raises `UserError`. It never puts
the token into a URL, a message, a log or an exception, never sends it to another host than the one asked for, and never shows
the text of an answer: a broken server may echo the request. Only the standard library's HTTP client is used, without proxies
or credentials from the environment.
"""

from __future__ import annotations

import contextlib
import http.client
import json
import re
import socket
import ssl
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from ipaddress import ip_address
from urllib.parse import SplitResult, urljoin, urlsplit

from attio_scopes.model.errors import InternalError, UserError
from attio_scopes.model.finding import Severity
from attio_scopes.model.scope import Scope, ScopeSet

ATTIO = "https://api.attio.com"
SELF_PATH = "/v2/self"
LARGEST_BODY = 256 * 1024  # bytes; a real answer has about one thousand
MOST_REDIRECTS = 3
_REDIRECTS = {301, 302, 303, 307, 308}


class Secret:
    """A token that shows itself to nobody: not in `repr`, `str`, `format`, comparisons or pickles. `reveal` is the only way out."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """The token itself, for the one header that it goes into."""
        return self._text

    def __repr__(self) -> str:
        return "Secret(…)"

    def __reduce__(self) -> str:
        raise TypeError("a secret is not pickled")


@dataclass(frozen=True, slots=True)
class Granted:
    """What Attio says of a token.

    Attributes:
        scopes: what it is granted.
        unreadable: how many words of the answer's `scope` are not a `resource:access`.
    """

    scopes: ScopeSet
    unreadable: int = 0


@dataclass(frozen=True, slots=True)
class _Answer:
    """Either a status with its headers' facts and its body, or what went wrong (`defect`: here, not out there)."""

    status: int = 0
    location: str = ""
    retry_after: str = ""
    body: bytes = b""
    failure: str = ""
    defect: str = ""


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
        raise UserError(f"the environment variable {variable} is empty: it has to hold the token itself")
    if token.lower().startswith("bearer "):
        raise UserError(f"the environment variable {variable} starts with 'Bearer ': leave that word out, it is added here")
    if not re.fullmatch(r"[!-~]+", token):
        raise UserError(f"the environment variable {variable} holds white space or characters that a token cannot have")
    return Secret(token)


def ask(token: Secret, address: str = ATTIO, timeout: float = 10.0) -> Granted:
    """Ask Attio what the token may do.

    Args:
        token: the access token.
        address: where to ask: `https://host[:port][/prefix]`; plain `http` for this machine only.
        timeout: seconds for everything together, redirects included.

    Returns:
        the granted scopes.

    Raises:
        UserError: the address is not usable, nobody answered in time, or the answer is not what Attio sends.
        InternalError: the exchange failed in a way that nobody has thought of.
    """
    url = _checked_address(address)
    deadline = time.monotonic() + timeout
    for _ in range(MOST_REDIRECTS + 1):
        answer = _get(url, token, deadline, timeout)
        # Raised here and not where it happened: no exception of the HTTP client, which may quote what was sent, hangs on.
        if answer.defect:
            raise InternalError(f"verify: {answer.defect} while asking {_host(url)}")
        if answer.failure:
            raise UserError(f"{_host(url)}: {answer.failure}")
        if answer.status not in _REDIRECTS:
            return _read_answer(answer, _host(url))
        url = _redirected(url, answer)
    raise UserError(f"{_host(url)}: more than {MOST_REDIRECTS} redirects; is the base address right?")


def _checked_address(address: str) -> SplitResult:
    problem = "--base-url needs an address such as https://api.attio.com"
    try:
        url = urlsplit(address)
        port = url.port
    except ValueError:
        url, port = urlsplit(""), None
    if url.scheme not in ("http", "https") or not url.hostname or port == 0:
        raise UserError(f"{problem}, with http:// or https:// and a host")
    if url.username is not None or url.password is not None or url.query or url.fragment:
        raise UserError(f"{problem}, without user, password, query or fragment")
    if not re.fullmatch(r"[!-~]*", url.path) or not re.fullmatch(r"[A-Za-z0-9._:\[\]-]+", url.netloc):
        raise UserError(f"{problem}, without spaces or unusual characters")
    if url.scheme == "http" and not _is_this_machine(url.hostname):
        raise UserError(f"{_host(url)}: the token would cross the network unencrypted; use https:// (http:// is for this machine only)")
    return url._replace(path=url.path.rstrip("/") + SELF_PATH)


def _is_this_machine(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _host(url: SplitResult) -> str:
    return f"{url.scheme}://{url.netloc}"


def _redirected(url: SplitResult, answer: _Answer) -> SplitResult:
    try:
        target = urlsplit(urljoin(url.geturl(), answer.location))
        same = (target.scheme, target.netloc.lower()) == (url.scheme, url.netloc.lower())
    except ValueError:
        same = False
    if not same or not re.fullmatch(r"[!-~]*", target.path + target.query):
        # Where it points is not shown: the address may carry what was sent.
        raise UserError(f"{_host(url)}: answered {answer.status}, a redirect to another host; the token was not sent there")
    return target._replace(fragment="")


def _get(url: SplitResult, token: Secret, deadline: float, timeout: float) -> _Answer:
    """One GET. Whatever goes wrong becomes a sentence of our own."""
    left = deadline - time.monotonic()
    late = f"no complete answer within {timeout:g} seconds (--timeout)"
    if left <= 0:
        return _Answer(failure=late)
    connection: http.client.HTTPConnection
    if url.scheme == "https":
        connection = http.client.HTTPSConnection(url.hostname or "", url.port, timeout=left, context=ssl.create_default_context())
    else:
        connection = http.client.HTTPConnection(url.hostname or "", url.port, timeout=left)
    connection.set_debuglevel(0)  # the class may have been told to print what it sends
    sockets: list[socket.socket] = []
    alarm = threading.Timer(left, _hang_up, (connection, sockets))
    alarm.daemon = True
    alarm.start()
    try:
        answer = _exchange(connection, url, token, sockets)
    except (OSError, http.client.HTTPException, ValueError) as error:
        answer = _Answer(failure=_what_failed(error, late))
    except Exception as error:  # frames of the HTTP client hold the header: no traceback of theirs may get out
        answer = _Answer(defect=type(error).__name__)
    finally:
        alarm.cancel()
        connection.close()
    return _Answer(failure=late) if time.monotonic() >= deadline else answer


def _hang_up(connection: http.client.HTTPConnection, sockets: list[socket.socket]) -> None:
    """Ends an exchange at the deadline: a socket's own timeout starts again with every byte that drips in."""
    # The connection forgets its socket as soon as the last answer begins, and has it alone while it still connects.
    for sock in sockets or [connection.sock]:
        if sock is not None:
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)


def _exchange(connection: http.client.HTTPConnection, url: SplitResult, token: Secret, sockets: list[socket.socket]) -> _Answer:
    connection.connect()
    sockets.append(connection.sock)
    path = url.path + (f"?{url.query}" if url.query else "")
    headers = {"Authorization": f"Bearer {token.reveal()}", "Accept": "application/json", "User-Agent": "attio-scopes"}
    connection.request("GET", path, headers=headers)
    response = connection.getresponse()
    body = response.read(LARGEST_BODY + 1) if response.status == 200 else b""
    if len(body) > LARGEST_BODY:
        return _Answer(failure=f"the answer is larger than {LARGEST_BODY // 1024} KiB: this is not Attio's API")
    retry_after = response.getheader("Retry-After", "")
    location = response.getheader("Location", "")
    # A server that echoes the token back does not get it any further than here.
    secret = token.reveal()
    location = location.replace(secret, "")
    return _Answer(response.status, location, retry_after if retry_after.isdecimal() else "", body.replace(secret.encode(), b""))


def _what_failed(error: Exception, late: str) -> str:
    if isinstance(error, TimeoutError):
        return late
    if isinstance(error, ssl.SSLCertVerificationError):
        return "its certificate cannot be verified; nothing was sent"
    if isinstance(error, ssl.SSLError):
        return "no encrypted connection could be made; nothing was sent"
    if isinstance(error, socket.gaierror):
        return "its name cannot be looked up: no network, or a misspelt host"
    if isinstance(error, ConnectionRefusedError):
        return "nobody listens there (connection refused)"
    if isinstance(error, (http.client.HTTPException, ValueError)):
        return "the answer is not HTTP, or broke off"
    return "the connection failed or broke off: check the network"


def _read_answer(answer: _Answer, host: str) -> Granted:
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
    return _read_scopes(words.split())


def _read_scopes(words: Iterable[str]) -> Granted:
    scopes: set[Scope] = set()
    unreadable = 0
    for word in words:
        # The form is checked before the word can be shown: resource names are lower-case words.
        if re.fullmatch(r"[a-z][a-z_]{0,63}:(read|read-write)", word):
            scopes.add(Scope.parse(word))
        else:
            unreadable += 1
    return Granted(ScopeSet(frozenset(scopes)), unreadable)


def _refusal(answer: _Answer) -> str:
    if answer.status == 401:
        return "401, the token is not valid: check that the variable holds a whole, unrevoked access token"
    if answer.status == 403:
        return "403, the token may not ask about itself; a firewall or proxy in between may say this too"
    if answer.status == 429:
        wait = f" in {min(int(answer.retry_after[:9]), 999999)} seconds" if answer.retry_after else " later"
        return f"429, too many requests: try again{wait}"
    if answer.status >= 500:
        return f"{answer.status}, the server has a problem of its own: try again later"
    if answer.status == 404:
        return f"404, there is no {SELF_PATH}: is the base address right?"
    return f"answered {answer.status}, where 200 was expected; is this Attio's API?"


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
    Standing.NEEDED_NOT_GRANTED: (Severity.ERROR, "the code needs it, the token does not have it"),
    Standing.DECLARED_NOT_GRANTED: (
        Severity.ERROR,
        "declared, but not granted: grant it in Attio's settings or take it out of the configuration",
    ),
    Standing.GRANTED_NOT_DECLARED: (Severity.WARNING, "granted, but not declared: take it away in Attio's settings or declare it"),
    Standing.NOT_NEEDED: (Severity.NOTE, "granted, but no call needs that much"),
}


@dataclass(frozen=True, slots=True)
class Row:
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
