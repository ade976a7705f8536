"""Stands in for the last step of each HTTP library: whatever a program sends is recorded and answered, and nothing leaves the process.

Takes the answers of a program; gives the requests that it sent, each with the lines of the program that were on the stack. The
libraries above the last step are the real ones, so that base URLs, prepared requests, adapters and mocks do what they do.
"""

from __future__ import annotations

import asyncio
import email.message
import http.client
import io
import json
import os
import ssl
import sys
import threading
import time
import urllib.request
import urllib.response
from collections.abc import Mapping, Sequence
from functools import cache
from types import FrameType
from typing import Any, NamedTuple

import aiohttp
import httpx
import requests
import urllib3
from urllib3.response import HTTPResponse

PLAIN: Mapping[str, Any] = {"status": 200, "json": {"data": []}}


class Sent(NamedTuple):
    """A request: its method and URL, and (path, first line, last line) of each frame of the program, the innermost first."""

    method: str
    url: str
    frames: list[tuple[str, int, int]]


class Recorder:
    """What a program has sent, and what it is answered."""

    def __init__(self, folder: str, answers: Sequence[Mapping[str, Any]]) -> None:
        self.folder = os.path.realpath(folder) + os.sep
        self.answers = list(answers) or [PLAIN]
        self.sent: list[Sent] = []

    def take(self, method: str, url: Any) -> tuple[int, bytes, dict[str, str]]:
        """Record a request; status, body and headers of its answer."""
        self.sent.append(Sent(str(method).upper(), str(url), self.frames(sys._getframe(1))))
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        body = json.dumps(answer["json"] if "json" in answer else PLAIN["json"]).encode()
        headers = {"content-type": "application/json", **{name.lower(): str(text) for name, text in answer.get("headers", {}).items()}}
        return int(answer.get("status", 200)), body, headers

    def frames(self, frame: FrameType | None) -> list[tuple[str, int, int]]:
        """The lines of the program on the stack; what is below an event loop has not called what the loop runs."""
        found = []
        while frame is not None:
            named = frame.f_code.co_filename
            file = named if named.startswith("<") else os.path.realpath(named)
            if file.startswith(self.folder):
                found.append((file.removeprefix(self.folder).replace(os.sep, "/"), *_lines(frame)))
            elif frame.f_code.co_name == "_run" and file.endswith(os.path.join("asyncio", "events.py")):
                break
            frame = frame.f_back
        return found


def _lines(frame: FrameType) -> tuple[int, int]:
    """First and last line of what a frame is at; the line alone where Python does not tell more."""
    code, at = frame.f_code, frame.f_lineno
    if hasattr(code, "co_positions"):
        for number, (first, last, _, _) in enumerate(code.co_positions()):
            if number == frame.f_lasti // 2 and first is not None and last is not None:
                return first, last
    return at, at


@cache
def tls_context() -> ssl.SSLContext:
    """The one context of all clients, which takes long to make; whoever forks makes it before."""
    return ssl.create_default_context()


def install(recorder: Recorder) -> None:
    """From now on every request of this process goes to the recorder; nobody sleeps."""
    _install_requests(recorder)
    _install_httpx(recorder)
    _install_aiohttp(recorder)
    _install_standard_library(recorder)
    _install_urllib3(recorder)
    time.sleep = lambda _seconds: None
    pause = asyncio.sleep

    async def no_sleep(_seconds: float, result: Any = None) -> Any:
        return await pause(0, result)

    asyncio.sleep = no_sleep
    threading.excepthook = lambda _arguments: None


def _install_requests(recorder: Recorder) -> None:
    def send(_self: Any, request: Any, **_more: Any) -> requests.Response:
        status, body, headers = recorder.take(request.method, request.url)
        response = requests.Response()
        response.status_code, response.url, response.request = status, request.url, request
        response.headers.update(headers)
        response._content, response.encoding, response.raw = body, "utf-8", io.BytesIO(body)
        return response

    requests.adapters.HTTPAdapter.send = send


def _install_httpx(recorder: Recorder) -> None:
    import httpx._transports.default as transports

    transports.create_ssl_context = lambda *_, **__: tls_context()

    def handle(_self: Any, request: httpx.Request) -> httpx.Response:
        status, body, headers = recorder.take(request.method, request.url)
        return httpx.Response(status, headers=headers, content=body)

    async def handle_async(_self: Any, request: httpx.Request) -> httpx.Response:
        return handle(_self, request)

    httpx.HTTPTransport.handle_request = handle
    httpx.AsyncHTTPTransport.handle_async_request = handle_async


class _AiohttpAnswer:
    """What a program uses of aiohttp's response."""

    def __init__(self, method: str, url: Any, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.method, self.url, self.status, self.headers, self._body = method, url, status, headers, body
        self.ok = status < 400

    async def json(self, **_more: Any) -> Any:
        return json.loads(self._body)

    async def text(self, **_more: Any) -> str:
        return self._body.decode()

    async def read(self) -> bytes:
        return self._body

    def raise_for_status(self) -> None:
        if self.status >= 400:
            raise aiohttp.ClientError(str(self.status))

    def release(self) -> None:
        return None

    close = release

    async def wait_for_close(self) -> None:
        return None

    async def __aenter__(self) -> _AiohttpAnswer:
        return self

    async def __aexit__(self, *_: object) -> None:
        return None


def _install_aiohttp(recorder: Recorder) -> None:
    async def request(self: Any, method: str, url: Any, *, params: Any = None, **_more: Any) -> Any:
        whole = self._build_url(url)
        return _AiohttpAnswer(method, whole, *recorder.take(method, whole))

    aiohttp.ClientSession._request = request


def _install_standard_library(recorder: Recorder) -> None:
    def opened(_self: Any, fullurl: Any, data: Any = None, timeout: Any = None) -> Any:
        request = fullurl if isinstance(fullurl, urllib.request.Request) else urllib.request.Request(fullurl, data)
        status, body, headers = recorder.take(request.get_method(), request.full_url)
        told = email.message.Message()
        for name, text in headers.items():
            told[name] = text
        return urllib.response.addinfourl(io.BytesIO(body), told, request.full_url, status)

    urllib.request.OpenerDirector.open = opened

    def ask(self: Any, method: str, url: str, *_: Any, **__: Any) -> None:
        scheme = "https" if isinstance(self, http.client.HTTPSConnection) else "http"
        self._answer = recorder.take(method, url if "://" in url else f"{scheme}://{self.host}{url}")

    def answer(self: Any) -> Any:
        status, body, headers = self._answer
        response = HTTPResponse(io.BytesIO(body), headers=headers, status=status, preload_content=False)
        response.getheader = response.headers.get
        return response

    http.client.HTTPConnection.request = ask
    http.client.HTTPConnection.putrequest = ask
    http.client.HTTPConnection.putheader = http.client.HTTPConnection.endheaders = lambda *_, **__: None
    http.client.HTTPConnection.getresponse = answer


def _install_urllib3(recorder: Recorder) -> None:
    def opened(self: Any, method: str, url: str, *_: Any, **__: Any) -> HTTPResponse:
        whole = url if "://" in url else f"{self.scheme}://{self.host}{url}"
        status, body, headers = recorder.take(method, whole)
        return HTTPResponse(io.BytesIO(body), headers=headers, status=status, request_method=method)

    urllib3.connectionpool.HTTPConnectionPool.urlopen = opened
