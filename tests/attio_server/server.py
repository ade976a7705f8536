"""The server: every endpoint of Attio's reference on a loopback port, with the scopes that the reference says it needs.

Takes tokens with their scopes and level, gives answers as Attio does and a record of every request. What it enforces stands in
tests/data/enforced.json (see read_reference.py). It never looks at who is asking, only at the request. The answers are small and
made up; nothing that is sent is kept.

    with AttioServer() as attio:
        attio.issue("secret", ["note:read"])
        ...  # requests to attio.port, TLS, by the names of Attio's hosts; attio.authority is the file to trust
        attio.requests
"""

from __future__ import annotations

import asyncio
import base64
import json
import ssl
import tempfile
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

import trustme
from aiohttp import web

from tests.attio_server import world

API, APP = "api.attio.com", "app.attio.com"
ENFORCED: dict[str, dict[str, list[str]]] = json.loads((Path(__file__).parents[1] / "data" / "enforced.json").read_text(encoding="utf-8"))
OAUTH = ("GET /authorize", "POST /oauth/token", "POST /oauth/introspect")


@dataclass(frozen=True, slots=True)
class Token:
    """What a token may do: `resource:access` texts, and whom it acts for (`workspace` or `user`)."""

    scopes: frozenset[str]
    level: str = "workspace"

    def lacks(self, needed: Iterable[str]) -> list[str]:
        """Those of `needed` that it does not have; read-write includes read."""
        return sorted(scope for scope in set(needed) if not {scope, scope.split(":")[0] + ":read-write"} & self.scopes)


@dataclass(frozen=True, slots=True)
class Seen:
    """One request: `METHOD /template` (the path itself where no endpoint has it), the path, the token, the answer's status."""

    endpoint: str
    path: str
    token: str | None
    status: int


class AttioServer:
    """The server in a thread of its own; a context manager."""

    def __init__(self) -> None:
        self.requests: list[Seen] = []
        self.port = 0
        self._tokens: dict[str, Token] = {}
        self._withheld: dict[str, str] = {}
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="attio", daemon=True)
        self._runner = web.AppRunner(self._application(), access_log=None, shutdown_timeout=0.1)
        self._folder = tempfile.TemporaryDirectory(prefix="attio-server-")
        self.authority = Path(self._folder.name) / "authority.pem"

    def issue(self, token: str, scopes: Iterable[str], level: str = "workspace") -> None:
        """Make a token known, or change what it may do."""
        self._tokens[token] = Token(frozenset(scopes), level)

    def withhold(self, endpoint: str, code: str = "billing_error") -> None:
        """Refuse an endpoint (`METHOD /template`) to tokens that have every scope: the plan lacks it, or a quota is used up."""
        self._withheld[endpoint] = code

    def __enter__(self) -> AttioServer:
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self._start(), self._loop).result(10)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        asyncio.run_coroutine_threadsafe(self._runner.cleanup(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()
        self._folder.cleanup()

    async def _start(self) -> None:
        authority = trustme.CA(key_type=trustme.KeyType.ECDSA)
        authority.cert_pem.write_to_path(str(self.authority))
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        authority.issue_cert(API, APP, "127.0.0.1", key_type=trustme.KeyType.ECDSA).configure_cert(context)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0, ssl_context=context)
        await site.start()
        self.port = self._runner.addresses[0][1]

    def _application(self) -> web.Application:
        """Routes of literal segments come first: aiohttp takes the first that fits."""
        application = web.Application(client_max_size=8_000_000)
        for key in sorted([*ENFORCED, *OAUTH], key=lambda key: ([part.startswith("{") for part in key.split("/")], key)):
            method, path = key.split(" ")
            answer = self._oauth if key in OAUTH else self._endpoint
            # add_route, so that HEAD is no GET
            application.router.add_route(method, path.replace("{target}", "{target:objects|lists}"), _bound(answer, key))
        application.router.add_route("*", "/{rest:.*}", self._unknown)
        return application

    # --- answers ---------------------------------------------------------------------------------------------------

    async def _endpoint(self, key: str, request: web.Request) -> web.Response:
        if request.host.split(":")[0] != API:
            return await self._unknown(request)
        body = await _json_body(request)
        status, answer = self._decide(key, request, body)
        return self._answer(key, request, status, answer)

    def _decide(self, key: str, request: web.Request, body: dict[str, Any]) -> tuple[int, Any]:
        token = self._tokens.get(token_of(request) or "")
        if key == "GET /v2/self":
            return 200, world.identity(token.scopes, token.level) if token else {"active": False}
        if token is None:
            return 401, error(401, "auth_error", "unauthenticated", "There is no such access token.")
        facts = ENFORCED[key]
        if token.level not in facts.get("levels", [token.level]):
            return 403, error(403, "auth_error", "unauthorized", f"A {token.level} token cannot be used here.")
        case = world.case_of(key, request.match_info, request.query, body)
        missing = token.lacks([*facts["needs"], *facts.get(case or "", [])])
        if missing:
            return 403, error(403, "auth_error", "unauthorized", f"The access token lacks {', '.join(missing)}.")
        if key in self._withheld:
            return 403, error(403, "auth_error", self._withheld[key], "The workspace's plan does not have this, or its quota is used up.")
        if case is None and len(facts) > 1 and "levels" not in facts:
            return 400, error(400, "invalid_request_error", "validation_type", "Neither a record nor a list entry is named.")
        return 200, world.answer(key, dict(request.match_info), request.query, body)

    async def _oauth(self, key: str, request: web.Request) -> web.Response:
        if request.host.split(":")[0] != APP:
            return await self._unknown(request)
        form = await request.post()
        answers = {
            "GET /authorize": {},
            "POST /oauth/token": {"access_token": "issued", "token_type": "Bearer"},
            "POST /oauth/introspect": {"active": str(form.get("token")) in self._tokens},
        }
        return self._answer(key, request, 200, answers[key])

    async def _unknown(self, request: web.Request) -> web.Response:
        answer = error(404, "invalid_request_error", "not_found", f"Could not find {request.method} {request.path}.")
        return self._answer(f"{request.method} {request.path}", request, 404, answer)

    def _answer(self, key: str, request: web.Request, status: int, answer: Any) -> web.Response:
        self.requests.append(Seen(key, request.path, token_of(request), status))
        return web.json_response(answer, status=status)


def _bound(answer: Any, key: str) -> Any:
    async def handler(request: web.Request) -> web.Response:
        response = await answer(key, request)
        assert isinstance(response, web.Response)
        return response

    return handler


def token_of(request: web.Request) -> str | None:
    """The token of a Bearer or Basic `Authorization` header (Basic: the token is the user's name), or None."""
    scheme, _, value = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return value.strip()
    if scheme.lower() == "basic":
        try:
            return base64.b64decode(value, validate=True).decode().partition(":")[0]
        except ValueError:
            return None
    return None


def error(status: int, kind: str, code: str, message: str) -> dict[str, object]:
    """An error as Attio sends it: these four keys. The codes of 401 and of a lacking scope are in no reference."""
    return {"status_code": status, "type": kind, "code": code, "message": message}


async def _json_body(request: web.Request) -> dict[str, Any]:
    if request.content_type != "application/json":
        return {}
    try:
        body = await request.json()
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}
