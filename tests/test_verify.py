"""`verify` against a real local HTTP server, and a search for a planted token through everything that it can show or raise."""

from __future__ import annotations

import contextlib
import json
import logging
import pickle
import socket
import threading
import time
import traceback
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from attio_scopes.model.errors import UserError
from attio_scopes.model.finding import Severity
from attio_scopes.model.scope import ScopeSet
from attio_scopes.verify import ATTIO, LARGEST_BODY, Standing, ask, compare, readable_token
from attio_scopes.verify.exchange import Secret

PLANTED = "planted7d1c0ffee0123456789abcdefPLANTED"
ACTIVE = {"active": True, "scope": "note:read record_permission:read-write", "token_type": "Bearer", "workspace_name": "W"}


class Server:
    """A local server that answers with one prepared answer and keeps what it was asked."""

    def __init__(self) -> None:
        self.status, self.headers, self.body = 200, {"Content-Type": "application/json"}, json.dumps(ACTIVE).encode()
        self.delay = 0.0
        self.drip = 0.0
        self.withheld = 0  # bytes that are announced and never come
        self.by_path: dict[str, tuple[int, dict[str, str]]] = {}
        self.asked: list[tuple[str, str]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer.asked.append((self.path, self.headers.get("Authorization", "")))
                time.sleep(outer.delay)
                status, headers = outer.by_path.get(self.path, (outer.status, outer.headers))
                self.send_response(status, f"reason {self.headers.get('Authorization', '')}")
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(outer.body) + outer.withheld))
                self.end_headers()
                with contextlib.suppress(OSError):
                    if outer.drip:
                        for byte in outer.body:
                            self.wfile.write(bytes([byte]))
                            self.wfile.flush()
                            time.sleep(outer.drip)
                    else:
                        self.wfile.write(outer.body)

            def log_message(self, format: str, *args: Any) -> None:
                return

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.stop()


def refused(address: str, timeout: float = 5.0) -> str:
    with pytest.raises(UserError) as caught:
        ask(Secret(PLANTED), address, timeout)
    return str(caught.value)


# --- the exchange ----------------------------------------------------------------------------------------------


def test_it_asks_once_and_reads_the_scopes(server: Server) -> None:
    granted = ask(Secret(PLANTED), server.address + "/")
    assert granted.scopes.texts() == ("note:read", "record_permission:read-write")
    assert granted.unreadable == 0
    assert server.asked == [("/v2/self", f"Bearer {PLANTED}")]


def test_a_prefix_of_a_proxy_is_kept(server: Server) -> None:
    ask(Secret(PLANTED), server.address + "/attio/")
    assert server.asked[0][0] == "/attio/v2/self"


def test_words_that_are_no_scopes_are_counted_and_not_shown(server: Server) -> None:
    server.body = json.dumps({"active": True, "scope": f"note:read openid {PLANTED}:x note:admin"}).encode()
    granted = ask(Secret(PLANTED), server.address)
    assert (granted.scopes.texts(), granted.unreadable) == (("note:read",), 3)


def test_a_token_without_scopes(server: Server) -> None:
    server.body = b'{"active": true}'
    assert len(ask(Secret(PLANTED), server.address).scopes) == 0


@pytest.mark.parametrize(
    ("status", "headers", "says"),
    [
        (401, {}, "401, the token is not valid"),
        (403, {}, "403"),
        (404, {}, "there is no /v2/self"),
        (418, {}, "answered 418"),
        (204, {}, "answered 204"),
        (429, {}, "try again later"),
        (429, {"Retry-After": "17"}, "try again in 17 seconds"),
        (429, {"Retry-After": PLANTED}, "try again later"),
        (500, {}, "500, the server has a problem"),
        (503, {}, "503, the server has a problem"),
    ],
)
def test_refusals(server: Server, status: int, headers: dict[str, str], says: str) -> None:
    server.status, server.headers, server.body = status, headers, b"" if status == 204 else PLANTED.encode()
    assert says in refused(server.address)


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"<html>hello</html>", "is not JSON"),
        (b"\xff\xfe\x00", "is not JSON"),
        (b"[" * 100_000, "is not JSON"),
        (b"[]", "does not describe a token"),
        (b'{"data": []}', "does not describe a token"),
        (b'{"active": false}', "not active"),
        (b'{"active": "yes"}', "not active"),
        (b'{"active": true, "scope": ["note:read"]}', "no scopes as text"),
        (b'{"active": true, "scope": "' + b"x" * LARGEST_BODY + b'"}', "larger than"),
    ],
)
def test_other_answers(server: Server, body: bytes, says: str) -> None:
    server.body = body
    assert says in refused(server.address)


def test_redirect_to_another_host_is_not_followed(server: Server) -> None:
    other = Server()
    try:
        server.status, server.headers = 302, {"Location": other.address + "/v2/self?t=" + PLANTED}
        assert "redirect to another host" in refused(server.address)
        assert other.asked == []
    finally:
        other.stop()


@pytest.mark.parametrize("location", ["//127.0.0.2/v2/self", "https://127.0.0.1/", "http://[", "/a b", ""])
def test_odd_redirects_are_refused(server: Server, location: str) -> None:
    server.status, server.headers = 302, {"Location": location}
    assert "redirect" in refused(server.address)


def test_redirect_on_the_same_host_is_followed(server: Server) -> None:
    server.by_path = {"/v2/self": (308, {"Location": "/v2/me?x=1"})}
    assert len(ask(Secret(PLANTED), server.address).scopes) == 2
    assert [path for path, _ in server.asked] == ["/v2/self", "/v2/me?x=1"]


def test_redirects_end(server: Server) -> None:
    server.status, server.headers = 302, {"Location": "/v2/self"}
    assert "more than 3 redirects" in refused(server.address)
    assert len(server.asked) == 4


def test_slow_servers_run_into_the_timeout(server: Server) -> None:
    server.delay = 3
    start = time.monotonic()
    assert "no complete answer within 0.3 seconds" in refused(server.address, 0.3)
    assert time.monotonic() - start < 2


def test_a_dripping_body_runs_into_the_timeout(server: Server) -> None:
    server.drip = 0.1
    start = time.monotonic()
    assert "no complete answer within 0.5 seconds" in refused(server.address, 0.5)
    assert time.monotonic() - start < 2


def test_nobody_listens() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert "connection refused" in refused(f"http://127.0.0.1:{port}")


def test_something_that_is_not_http() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def babble() -> None:
            connection, _ = listener.accept()
            with connection:
                connection.recv(4096)
                connection.sendall(b"220 " + PLANTED.encode() + b" ready\r\n\r\n")

        threading.Thread(target=babble, daemon=True).start()
        assert "not HTTP" in refused(f"http://127.0.0.1:{listener.getsockname()[1]}")


def test_https_to_a_server_without_it(server: Server) -> None:
    assert "encrypted" in refused(server.address.replace("http:", "https:"))
    assert server.asked == []


@pytest.mark.parametrize(
    "address",
    ["", "api.attio.com", "ftp://api.attio.com", "https://", "https://u:p@api.attio.com", "https://api.attio.com/?x", "https://a b/",
     "https://api.attio.com:99999", "https://api.attio.com/\r\nX: y", "https://[::1", "http://api.attio.com", "http://127.0.0.1.example.com"],
)  # fmt: skip
def test_unusable_addresses(address: str) -> None:
    refused(address)


def test_it_asks_attio_unless_told_otherwise() -> None:
    assert ATTIO == "https://api.attio.com"


# --- the token -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["", "  \n", f"Bearer {PLANTED}", f"{PLANTED}\n{PLANTED}", f"{PLANTED} x", f"{PLANTED}é", f"{PLANTED}\x00"]
)
def test_values_that_are_no_tokens(text: str) -> None:
    with pytest.raises(UserError) as caught:
        readable_token(text, "MY_TOKEN")
    assert "MY_TOKEN" in str(caught.value)
    assert PLANTED not in "".join(traceback.format_exception(caught.value))


def test_a_last_newline_is_dropped() -> None:
    assert readable_token(PLANTED + "\r\n", "T").reveal() == PLANTED


def test_a_secret_does_not_show_itself() -> None:
    secret = Secret(PLANTED)
    shown = [repr(secret), str(secret), f"{secret}", f"{[secret]!r}", "%s" % secret, repr({"t": secret})]  # noqa: UP031 - the form matters
    assert not any(PLANTED in text for text in shown)
    with pytest.raises(TypeError):
        pickle.dumps(secret)


ANSWERS = [
    (200, {}, b"{}"), (200, {}, b"{"), (200, {}, json.dumps({"active": True, "scope": PLANTED + ":read"}).encode()),
    (200, {}, b"x" * (LARGEST_BODY + 1)), (302, {"Location": "https://" + PLANTED + "/"}, b""), (401, {}, b""), (403, {}, b""),
    (429, {"Retry-After": PLANTED}, b""), (500, {}, PLANTED.encode()), (999, {}, b""), (301, {"Location": "/" + PLANTED}, b""),
]  # fmt: skip


@pytest.mark.parametrize("answer", ANSWERS, ids=[str(number) for number in range(len(ANSWERS))])
def test_the_planted_token_appears_nowhere(
    server: Server, answer: tuple[int, dict[str, str], bytes], capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """Every answer echoes the token in its reason phrase; the HTTP client is told to print all that it sends."""
    monkeypatch.setattr("http.client.HTTPConnection.debuglevel", 5)
    caplog.set_level(logging.DEBUG)
    server.status, server.headers, server.body = answer
    seen: list[str] = []
    try:
        seen.append(repr(ask(Secret(PLANTED), server.address, 5.0)))
    except UserError as error:
        chained = traceback.TracebackException.from_exception(error, capture_locals=True)
        seen.extend([str(error), repr(error), repr(error.__context__), repr(error.__cause__), "".join(chained.format())])
    captured = capfd.readouterr()
    assert server.asked, "the token was really sent"
    assert server.asked[0][1].endswith(PLANTED)
    # The test's own frame holds the planted text; everything else may not.
    ours = "\n".join(line for line in "\n".join(seen).splitlines() if " answer = " not in line)
    assert PLANTED not in ours
    assert PLANTED not in captured.out + captured.err + caplog.text


@pytest.mark.parametrize("error", [RuntimeError, AttributeError, OSError, ValueError, UnicodeError])
def test_nor_where_the_exchange_fails_in_an_unforeseen_way(monkeypatch: pytest.MonkeyPatch, error: type[Exception]) -> None:
    def fail(*_: object) -> None:
        raise error(f"with {PLANTED}")

    monkeypatch.setattr("attio_scopes.verify.exchange._exchange", fail)
    with pytest.raises(Exception) as caught:  # noqa: PT011 - of two kinds
        ask(Secret(PLANTED), "http://127.0.0.1:9")
    assert PLANTED not in "".join(traceback.format_exception(caught.value))
    assert caught.value.__context__ is None


# --- the comparison --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("declared", "granted", "needed", "standing"),
    [
        ("note:read", "note:read", "note:read", Standing.AGREES),
        ("note:read-write", "note:read-write", "note:read-write", Standing.AGREES),
        ("note:read", "", "note:read", Standing.NEEDED_NOT_GRANTED),
        ("note:read-write", "note:read", "note:read-write", Standing.NEEDED_NOT_GRANTED),
        ("", "", "note:read", Standing.NEEDED_NOT_GRANTED),
        (None, "", "note:read", Standing.NEEDED_NOT_GRANTED),
        ("note:read-write", "note:read", "note:read", Standing.DECLARED_NOT_GRANTED),
        ("note:read", "", "", Standing.DECLARED_NOT_GRANTED),
        ("", "note:read", "", Standing.GRANTED_NOT_DECLARED),
        ("note:read", "note:read-write", "note:read", Standing.GRANTED_NOT_DECLARED),
        (None, "note:read", "note:read", Standing.AGREES),
        (None, "note:read-write", "note:read", Standing.NOT_NEEDED),
        ("note:read", "note:read", "", Standing.NOT_NEEDED),
        ("note:read-write", "note:read-write", "note:read", Standing.NOT_NEEDED),
    ],
)
def test_standing(declared: str | None, granted: str, needed: str, standing: Standing) -> None:
    wants = ScopeSet.of(needed.split())
    rows = compare(None if declared is None else ScopeSet.of(declared.split()), ScopeSet.of(granted.split()), wants, wants)
    assert [row.standing for row in rows] == [standing]


def test_nothing_is_unneeded_while_a_call_may_need_it() -> None:
    held = ScopeSet.of(["note:read"])
    assert [row.standing for row in compare(held, held, ScopeSet(), held)] == [Standing.AGREES]
    assert [row.standing for row in compare(held, held, ScopeSet(), None)] == [Standing.AGREES]
    assert [row.standing for row in compare(held, held, ScopeSet(), ScopeSet())] == [Standing.NOT_NEEDED]


def test_rows_are_sorted_and_complete() -> None:
    rows = compare(ScopeSet.of(["webhook:read"]), ScopeSet.of(["note:read"]), ScopeSet.of(["comment:read"]), None)
    assert [row.resource for row in rows] == ["comment", "note", "webhook"]
    assert [row.standing.severity for row in rows] == [Severity.ERROR, Severity.WARNING, Severity.ERROR]
    assert all(standing.says or standing is Standing.AGREES for standing in Standing)
