"""Through a proxy: only if asked to, by a tunnel in which it sees nothing, and the token goes to no other host."""

from __future__ import annotations

import contextlib
import http.server
import json
import os
import socket
import ssl
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import trustme

from attio_scopes.model.errors import UserError
from attio_scopes.verify import ask
from attio_scopes.verify.exchange import Secret, checked_proxy

TOKEN = "secret-token-of-a-test-1234567890"


class Attio(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        assert self.headers["Authorization"] == f"Bearer {TOKEN}"
        body = json.dumps({"active": True, "scope": "note:read"}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        pass


@dataclass
class Proxy:
    """A proxy that tunnels one connection to the server whatever host it is asked for, and keeps all it sees in the clear."""

    target: int
    refuse: bool = False
    seen: list[bytes] = field(default_factory=list)
    port: int = 0

    def serve(self) -> None:
        listener = socket.create_server(("127.0.0.1", 0))
        self.port = listener.getsockname()[1]
        threading.Thread(target=self._run, args=(listener,), daemon=True).start()

    def _run(self, listener: socket.socket) -> None:
        client, _ = listener.accept()
        listener.close()
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            head += client.recv(1)
        self.seen.append(head)
        if self.refuse:
            client.sendall(b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n")
            client.close()
            return
        server = socket.create_connection(("127.0.0.1", self.target))
        client.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        threading.Thread(target=self._pump, args=(client, server), daemon=True).start()
        self._pump(server, client)

    def _pump(self, source: socket.socket, sink: socket.socket) -> None:
        with contextlib.suppress(OSError), source, sink:
            while data := source.recv(65536):
                self.seen.append(data)
                sink.sendall(data)


@pytest.fixture
def attio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """The port of a server with a certificate for attio.test, which nothing resolves."""
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("attio.test").configure_cert(context)
    trusted = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(str(trusted))
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Attio)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()


def test_a_tunnel_in_which_nothing_is_seen(attio: int) -> None:
    proxy = Proxy(attio)
    proxy.serve()
    granted = ask(Secret(TOKEN), "https://attio.test", 10, checked_proxy(f"http://127.0.0.1:{proxy.port}"))
    assert [str(scope) for scope in granted.scopes] == ["note:read"]
    assert proxy.seen[0].startswith(b"CONNECT attio.test:443 ")
    assert not any(TOKEN.encode() in data or b"/v2/self" in data for data in proxy.seen)


def test_the_one_of_the_environment_only_if_asked_to(attio: int, monkeypatch: pytest.MonkeyPatch) -> None:
    proxy = Proxy(attio)
    proxy.serve()
    monkeypatch.setenv("HTTPS_PROXY", f"http://user:p%40ss@127.0.0.1:{proxy.port}")
    monkeypatch.delenv("https_proxy", raising=False)
    with pytest.raises(UserError, match="cannot resolve host"):
        ask(Secret(TOKEN), "https://attio.test", 10)
    assert proxy.seen == []
    ask(Secret(TOKEN), "https://attio.test", 10, checked_proxy("env"))
    assert b"Proxy-Authorization: Basic dXNlcjpwQHNz" in proxy.seen[0]
    assert TOKEN.encode() not in proxy.seen[0]


def test_a_certificate_for_another_host_is_refused(attio: int) -> None:
    """A proxy that sends the tunnel somewhere else gets no token."""
    proxy = Proxy(attio)
    proxy.serve()
    with pytest.raises(UserError, match=r"certificate cannot be verified; nothing was sent \(asked through the proxy\)"):
        ask(Secret(TOKEN), "https://other.test", 10, checked_proxy(f"http://127.0.0.1:{proxy.port}"))


def test_a_proxy_that_refuses(attio: int) -> None:
    proxy = Proxy(attio, refuse=True)
    proxy.serve()
    with pytest.raises(UserError, match=r"the proxy refuses the connection \(407\)"):
        ask(Secret(TOKEN), "https://attio.test", 10, checked_proxy(f"http://127.0.0.1:{proxy.port}"))


@pytest.mark.parametrize("address", ["https://p:1", "http://p", "http://user:pass@p:1", "socks5://p:1", "http://p:x", ""])
def test_wrong_addresses(address: str) -> None:
    with pytest.raises(UserError) as caught:
        checked_proxy(address)
    assert "pass@" not in str(caught.value.problems)


def test_no_proxy_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTPS_PROXY", "https_proxy"):
        monkeypatch.delenv(name, raising=False)
    assert "HTTPS_PROXY" not in os.environ
    with pytest.raises(UserError, match="HTTPS_PROXY is not set"):
        checked_proxy("env")
    assert checked_proxy(None) is None
