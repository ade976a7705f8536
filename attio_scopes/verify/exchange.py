"""One GET over HTTP, with or without a token, which tells nobody more than it has to.

Takes an address; gives the answer's status and body, or raises `UserError` with a sentence of its own. The token goes into one
header and nowhere else: not into a message, a log or an exception, and not to another host. Only the standard library's HTTP
client is used, without credentials from the environment, and through a proxy only if one is named: it gets a tunnel to the host, and sees
nothing of what is in it. Nothing takes longer or gets larger than it is told.
"""

from __future__ import annotations

import contextlib
import http.client
import os
import re
import socket
import ssl
import threading
import time
from base64 import b64encode
from ipaddress import ip_address
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

from msgspec import Struct

from attio_scopes.model.errors import InternalError, UserError

MOST_REDIRECTS = 3
_BROKE_OFF = "the answer is not HTTP, or broke off"
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


class Answer(Struct, frozen=True):
    """Either a status with its headers' facts and its body, or what went wrong (`defect`: here, not out there)."""

    status: int = 0
    location: str = ""
    retry_after: str = ""
    body: bytes = b""
    failure: str = ""
    defect: str = ""


class _Call(Struct, frozen=True):
    """What is asked for: the token or None, when it has to be over, how long that was from the start, the most bytes."""

    token: Secret | None
    deadline: float
    timeout: float
    largest: int
    proxy: SplitResult | None = None


def get(url: SplitResult, token: Secret | None, timeout: float, largest: int, proxy: SplitResult | None = None) -> Answer:
    """Get an address; redirects are followed on the same host only.

    Args:
        url: as `checked_address` gives it.
        token: for the `Authorization` header, or None.
        timeout: seconds for everything together, redirects included.
        largest: the most bytes that the body may have.
        proxy: as `checked_proxy` gives it, or None.

    Returns:
        the answer, whatever its status; with a body where that is 200.

    Raises:
        UserError: nobody answered in time, or in a way that is HTTP.
        InternalError: the exchange failed in a way that nobody has thought of.
    """
    call = _Call(token, time.monotonic() + timeout, timeout, largest, proxy if url.scheme == "https" else None)
    for _ in range(MOST_REDIRECTS + 1):
        answer = _get(url, call)
        # Raised here and not where it happened: no exception of the HTTP client, which may quote what was sent, hangs on.
        if answer.defect:
            raise InternalError(f"{answer.defect} while asking {host_of(url)}")
        if answer.failure:
            raise UserError(f"{host_of(url)}: {answer.failure}")
        if answer.status not in _REDIRECTS:
            return answer
        url = _redirected(url, answer)
    raise UserError(f"{host_of(url)}: more than {MOST_REDIRECTS} redirects; is the address right?")


def checked_address(address: str, option: str) -> SplitResult:
    """Check an address that somebody typed, without repeating it.

    Args:
        address: `https://host[:port][/path]`; plain `http` for this machine only.
        option: by which it was given, for messages.

    Returns:
        its parts.

    Raises:
        UserError: it is not such an address.
    """
    problem = f"{option} needs an address such as https://api.attio.com"
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
        raise UserError(f"{host_of(url)}: nothing is sent over the network unencrypted; use https:// (http:// is for this machine only)")
    return url


FROM_ENVIRONMENT = "env"
"""What `--proxy` takes for the proxy that HTTPS_PROXY names."""


def checked_proxy(address: str | None) -> SplitResult | None:
    """Check the address of a proxy, without repeating it.

    Args:
        address: `http://host:port`, or `env` for the value of HTTPS_PROXY, which may have a user and a password; None for no proxy.

    Raises:
        UserError: it is not such an address.
    """
    if address is None:
        return None
    given = os.environ.get("https_proxy") or os.environ.get("HTTPS_PROXY") or "" if address == FROM_ENVIRONMENT else address
    if not given:
        raise UserError("--proxy env: HTTPS_PROXY is not set")
    try:
        proxy = urlsplit(given if "://" in given else f"http://{given}")
        port = proxy.port
    except ValueError:
        proxy, port = urlsplit(""), None
    if proxy.scheme != "http" or not proxy.hostname or not port or (proxy.password is not None and address != FROM_ENVIRONMENT):
        raise UserError(
            "--proxy takes http://host:port, or env for the proxy that HTTPS_PROXY names; a user and a password are taken from there only"
        )
    return proxy


def _tunnel(connection: http.client.HTTPSConnection, url: SplitResult, proxy: SplitResult) -> None:
    """Ask the proxy for a tunnel. Its own user and password go to it, and nothing else does."""
    words = f"{unquote(proxy.username or '')}:{unquote(proxy.password or '')}"
    headers = {"Proxy-Authorization": "Basic " + b64encode(words.encode()).decode()} if proxy.username is not None else {}
    connection.set_tunnel(url.hostname or "", url.port or 443, headers)


def _is_this_machine(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def host_of(url: SplitResult) -> str:
    """Scheme, host and port, for messages."""
    return f"{url.scheme}://{url.netloc}"


def _redirected(url: SplitResult, answer: Answer) -> SplitResult:
    try:
        target = urlsplit(urljoin(url.geturl(), answer.location))
        same = (target.scheme, target.netloc.lower()) == (url.scheme, url.netloc.lower())
    except ValueError:
        same = False
    if not same or not re.fullmatch(r"[!-~]*", target.path + target.query):
        # Where it points is not shown: the address may carry what was sent.
        raise UserError(f"{host_of(url)}: answered {answer.status}, a redirect to another host, which was not followed")
    return target._replace(fragment="")


def _get(url: SplitResult, call: _Call) -> Answer:
    """One GET. Whatever goes wrong becomes a sentence of our own."""
    left = call.deadline - time.monotonic()
    late = f"no complete answer within {call.timeout:g} seconds (--timeout)"
    if left <= 0:
        return Answer(failure=late)
    connection: http.client.HTTPConnection
    if url.scheme == "https":
        via = call.proxy or url
        secure = http.client.HTTPSConnection(via.hostname or "", via.port, timeout=left, context=ssl.create_default_context())
        if call.proxy is not None:
            _tunnel(secure, url, call.proxy)
        connection = secure
    else:
        connection = http.client.HTTPConnection(url.hostname or "", url.port, timeout=left)
    connection.set_debuglevel(0)  # the class may have been told to print what it sends
    sockets: list[socket.socket] = []
    alarm = threading.Timer(left, _hang_up, (connection, sockets))
    alarm.daemon = True
    alarm.start()
    try:
        answer = _exchange(connection, url, call, sockets)
    except (OSError, http.client.HTTPException, ValueError) as error:
        failure = _what_failed(error, late)
        answer = Answer(failure=f"{failure} (asked through the proxy)" if call.proxy is not None else failure)
    except Exception as error:  # frames of the HTTP client hold the header: no traceback of theirs may get out
        answer = Answer(defect=type(error).__name__)
    finally:
        alarm.cancel()
        connection.close()
    return Answer(failure=late) if time.monotonic() >= call.deadline else answer


def _hang_up(connection: http.client.HTTPConnection, sockets: list[socket.socket]) -> None:
    """Ends an exchange at the deadline: a socket's own timeout starts again with every byte that drips in."""
    # The connection forgets its socket as soon as the last answer begins, and has it alone while it still connects.
    for sock in sockets or [connection.sock]:
        if sock is not None:
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)


def _exchange(connection: http.client.HTTPConnection, url: SplitResult, call: _Call, sockets: list[socket.socket]) -> Answer:
    connection.connect()
    sockets.append(connection.sock)
    path = (url.path or "/") + (f"?{url.query}" if url.query else "")
    secret = call.token.reveal() if call.token is not None else ""
    headers = {"Authorization": f"Bearer {secret}"} if secret else {}
    connection.request("GET", path, headers={**headers, "Accept": "application/json", "User-Agent": "attio-scopes"})
    response = connection.getresponse()
    body = response.read(call.largest + 1) if response.status == 200 else b""
    if len(body) > call.largest:
        return Answer(failure=f"the answer is larger than {call.largest // 1024} KiB: this is not what was asked for")
    if response.status == 200 and response.length:  # of what was announced, this much did not come
        return Answer(failure=_BROKE_OFF)
    retry_after = response.getheader("Retry-After", "")
    location = response.getheader("Location", "")
    if secret:  # a server that echoes the token back does not get it any further than here
        location, body = location.replace(secret, ""), body.replace(secret.encode(), b"")
    return Answer(response.status, location, retry_after if retry_after.isdecimal() else "", body)


def _what_failed(error: Exception, late: str) -> str:
    if isinstance(error, TimeoutError):
        return late
    if isinstance(error, ssl.SSLCertVerificationError):
        return "its certificate cannot be verified; nothing was sent"
    if isinstance(error, ssl.SSLError):
        return "no encrypted connection could be made; nothing was sent"
    if isinstance(error, socket.gaierror):
        return "cannot resolve host (offline, or a typo)"
    if isinstance(error, ConnectionRefusedError):
        return "connection refused"
    refused = re.match(r"Tunnel connection failed: (\d{3})\b", str(error))
    if refused:
        return f"the proxy refuses the connection ({refused[1]})"
    if isinstance(error, (http.client.HTTPException, ValueError)):
        return _BROKE_OFF
    return "the connection failed or broke off: check the network"


def other_refusal(answer: Answer) -> str:
    """What a status other than 200 means, whoever was asked for whatever."""
    if answer.status == 429:
        wait = f" in {min(int(answer.retry_after[:9]), 999999)} seconds" if answer.retry_after else " later"
        return f"429, too many requests: try again{wait}"
    if answer.status >= 500:
        return f"{answer.status}, the server has a problem of its own: try again later"
    return f"answered {answer.status}, where 200 was expected; is this Attio's API?"
