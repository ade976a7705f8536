"""The pytest plugin: what a test run really sends to Attio, beside what the report has.

Takes `--attio-scopes` (or `=fail`). Watches the clients at the place that all their requests pass, so that those which a mock or a cassette
answers are seen too. Keeps methods, hosts, paths, statuses and source lines; no header, body or query. Ends with the table of
`attio-scopes traffic`. Does nothing unless it is asked to.
"""

from __future__ import annotations

import functools
import importlib
import os
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest

REPORT, FAIL = "report", "fail"
_MOST_FRAMES = 60
_KEY = "attio_scopes_seen"


def pytest_addoption(parser: pytest.Parser) -> None:
    """The one option."""
    parser.getgroup("attio-scopes").addoption(
        "--attio-scopes", nargs="?", const=REPORT, default=None, choices=(REPORT, FAIL), dest="attio_scopes",
        help="Compare what the tests send to Attio with the report; fail: end with 1 if the report or the declared scopes lack something.",
    )  # fmt: skip


def pytest_configure(config: pytest.Config) -> None:
    """Begin to watch, if that is asked for."""
    if config.getoption("attio_scopes"):
        config.pluginmanager.register(Watch(config), "attio-scopes-watch")


class Watch:
    """Watches clients while tests run; of several processes each watches its own, and the first one gathers."""

    def __init__(self, config: pytest.Config) -> None:
        """Put the watched functions in place."""
        self.config = config
        self.root = os.path.realpath(config.rootpath)
        self.seen: list[tuple[str, str, int | None, tuple[tuple[str, int], ...]]] = []
        self.told = ""
        self.undo: list[Callable[[], None]] = []
        for module, holder, name, wrap in _WATCHED:
            self._watch(module, holder, name, wrap)

    def _watch(self, module: str, holder: str, name: str, wrap: Callable[..., Any]) -> None:
        try:
            owner = getattr(importlib.import_module(module), holder)
            original = getattr(owner, name)
        except (ImportError, AttributeError):
            return
        setattr(owner, name, functools.wraps(original)(wrap(original, self)))
        self.undo.append(lambda: setattr(owner, name, original))

    def note(self, method: Any, url: Any, status: Any) -> None:
        """Note a request, with the lines of the project that led to it."""
        frames = tuple(self._frames())
        self.seen.append((str(method).upper(), str(url), status if type(status) is int else None, frames))

    def _frames(self) -> Iterator[tuple[str, int]]:
        frame = sys._getframe(2)
        count = 0
        while frame is not None and count < _MOST_FRAMES:
            file = frame.f_code.co_filename
            inside = os.path.relpath(os.path.realpath(file), self.root) if os.path.isabs(file) else os.pardir
            if not inside.startswith(os.pardir) and "site-packages" not in inside:
                yield inside.replace(os.sep, "/"), frame.f_lineno
            count += 1
            frame = frame.f_back  # type: ignore[assignment]  # the loop ends at None

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """Gather what a process of pytest-xdist saw."""
        for method, url, status, frames in getattr(node, "workeroutput", {}).get(_KEY, ()):
            self.seen.append((method, url, status, tuple((path, line) for path, line in frames)))

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Stop watching; compare, or hand over what was seen."""
        for undo in reversed(self.undo):
            undo()
        output = getattr(self.config, "workeroutput", None)
        if output is not None:
            output[_KEY] = [[method, _plain(url), status, [list(frame) for frame in frames]] for method, url, status, frames in self.seen]
            return
        fails = self._compare()
        if fails and self.config.getoption("attio_scopes") == FAIL and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def _compare(self) -> bool:
        """What was seen beside the report; whether something is lacking."""
        from attio_scopes.model.errors import InternalError, UserError
        from attio_scopes.model.visible import neutral
        from attio_scopes.pipeline import Request, run
        from attio_scopes.recordings import exchanges_of
        from attio_scopes.report.traffic import render_text
        from attio_scopes.witness import evidence_of

        try:
            outcome = run(Request((self.root,), verdict=False, cache=True))
        except (UserError, InternalError) as error:
            self.told = neutral(f"nothing was compared: {error}\n")
            return True
        above = os.path.relpath(self.root, os.path.realpath(outcome.root)).replace(os.sep, "/")
        prefix = "" if above == "." else f"{above}/"
        exchanges = [
            found
            for method, url, status, frames in self.seen
            for found in exchanges_of(method, url, status, tuple((prefix + path, line) for path, line in frames))
        ]
        evidence = evidence_of(exchanges, outcome)
        self.told = neutral(render_text(evidence, str))
        return evidence.fails

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        """The table, at the end."""
        if self.told:
            terminalreporter.section("attio-scopes")
            terminalreporter.write(self.told)


def _plain(url: str) -> str:
    """An address without its user and its query, which may be secret."""
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(url)
        return f"{parts.scheme}://{parts.hostname or ''}{parts.path}"
    except ValueError:
        return ""


def _requests(original: Callable[..., Any], watch: Watch) -> Callable[..., Any]:
    """`Session.send` and httpx's `Client.send`: a prepared request, and a response with its status."""

    def send(self: Any, request: Any, *args: Any, **more: Any) -> Any:
        status = None
        try:
            response = original(self, request, *args, **more)
            status = getattr(response, "status_code", None)
            return response
        finally:
            watch.note(request.method, request.url, status)

    return send


def _httpx_async(original: Callable[..., Any], watch: Watch) -> Callable[..., Any]:
    async def send(self: Any, request: Any, *args: Any, **more: Any) -> Any:
        status = None
        try:
            response = await original(self, request, *args, **more)
            status = getattr(response, "status_code", None)
            return response
        finally:
            watch.note(request.method, request.url, status)

    return send


def _aiohttp(original: Callable[..., Any], watch: Watch) -> Callable[..., Any]:
    async def request(self: Any, method: Any, url: Any, *args: Any, **more: Any) -> Any:
        status = None
        base = getattr(self, "_base_url", None)
        whole = base.join(type(base)(str(url))) if base is not None else url
        try:
            response = await original(self, method, url, *args, **more)
            status = getattr(response, "status", None)
            return response
        finally:
            watch.note(method, whole, status)

    return request


def _urllib(original: Callable[..., Any], watch: Watch) -> Callable[..., Any]:
    def opened(self: Any, fullurl: Any, *args: Any, **more: Any) -> Any:
        data = args[0] if args else more.get("data")
        is_request = hasattr(fullurl, "get_method")
        method = fullurl.get_method() if is_request else "POST" if data is not None else "GET"
        status = None
        try:
            response = original(self, fullurl, *args, **more)
            status = getattr(response, "status", None)
            return response
        except OSError as error:  # HTTPError is one, and has the code
            status = getattr(error, "code", None)
            raise
        finally:
            watch.note(method, fullurl.full_url if is_request else fullurl, status)

    return opened


_WATCHED = (
    ("requests", "Session", "send", _requests),
    ("httpx", "Client", "send", _requests),
    ("httpx", "AsyncClient", "send", _httpx_async),
    ("aiohttp", "ClientSession", "_request", _aiohttp),
    ("urllib.request", "OpenerDirector", "open", _urllib),
)
"""Where every request of a library passes, whatever answers it."""
