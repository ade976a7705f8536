"""The ways to send a request: libraries directly, sessions, wrappers, classes, partials, lambdas; synchronous or not.

Takes a project and the module of the user, gives a `Client`: how a call is written there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.generated.addresses import Address, address
from tests.generated.project import Draw, Module, Project, chance, pick

VERBS = ("GET", "POST", "PUT", "PATCH", "DELETE")
TOKEN = 'os.environ["ATTIO_TOKEN"]'


@dataclass(frozen=True, slots=True)
class Client:
    """How a call is written.

    Attributes:
        at: the expression that holds what is called, in the user's module; another one may hold it too.
        prefix: what a path begins with.
        call: (at, METHOD, code of the path) to the code of the call; without `await`.
        choose: the same with code of the method; None where the way of calling says the method.
        asynchronous: whether the call has to be awaited.
    """

    at: str
    prefix: str
    call: Callable[[str, str, str], str]
    choose: Callable[[str, str, str], str] | None = None
    asynchronous: bool = False


def headers(draw: Draw, project: Project, module: Module) -> str:
    """Code for the headers in a module."""
    module.need("import os")
    inline = f'{{"Authorization": "Bearer " + {TOKEN}}}'
    if chance(draw):
        return inline
    name = project.name("HEADERS")
    module.add(f"{name} = {inline}")
    return name


def url(draw: Draw, where: Address, path: str) -> str:
    """Code for the whole address, of code for the path."""
    inner = where.code.replace('"', "'")
    plain = f"{where.code} + {path}"
    # Only a name can stand in an f-string of any supported Python whatever its quotes are.
    return pick(draw, (plain, f'f"{{{inner}}}{{{path}}}"' if path.isidentifier() else plain, f'"{{}}{{}}".format({where.code}, {path})'))


# --- what sends in the end -----------------------------------------------------------------------------------------


WAYS = ("requests", "httpx", "named", "session", "by verb", "base", "urllib", "urllib3", "prepared", "chain")


def sending(
    draw: Draw, project: Project, module: Module, where: Address, method: str, path: str, ways: tuple[str, ...] = WAYS
) -> list[str]:
    """The lines of a function that sends a request whose method and path are in variables."""
    way = pick(draw, ways)
    own, full = headers(draw, project, module), url(draw, where, path)
    library = "httpx" if way in ("httpx", "base") else "urllib3" if way == "urllib3" else "requests"
    module.need(f"import {library}")
    if way == "named":
        return [
            f"address = {full}",
            f"answer = requests.request(method={method}, url=address, headers={own}, timeout=9)",
            "return answer.json()",
        ]
    if way == "session":
        return [
            "with requests.Session() as session:",
            f"    session.headers.update({own})",
            f"    return session.request({method}, {full})",
        ]
    if way == "by verb":
        return [f"send = getattr(requests, {method}.lower())", f"return send({full}, headers={own})"]
    if way == "chain":
        lines = [f"address = {full}"]
        for number, verb in enumerate(VERBS):
            lines += [f"{'el' if number else ''}if {method} == {verb!r}:", f"    return requests.{verb.lower()}(address, headers={own})"]
        return [*lines, f"raise ValueError({method})"]
    if way == "base":
        return [f"with httpx.Client(base_url={where.code}, headers={own}) as http:", f"    return http.request({method}, {path})"]
    if way == "urllib":
        module.need("import urllib.request")
        made = f"request = urllib.request.Request({full}, headers={own}, method={method})"
        return [made, "with urllib.request.urlopen(request) as answer:", "    return answer.read()"]
    if way == "urllib3":
        return [f"return urllib3.PoolManager().request({method}, {full}, headers={own})"]
    if way == "prepared":
        return [
            "with requests.Session() as session:",
            f"    request = requests.Request({method}, {full}, headers={own})",
            "    return session.send(session.prepare_request(request))",
        ]
    return [f"return {library}.request({method}, {full}, headers={own})"]


def sending_later(draw: Draw, project: Project, module: Module, where: Address, method: str, path: str) -> list[str]:
    """The same in an `async def`."""
    own, full = headers(draw, project, module), url(draw, where, path)
    if chance(draw):
        module.need("import aiohttp")
        return [
            f"async with aiohttp.ClientSession(headers={own}) as session:",
            f"    async with session.request({method}, {full}) as answer:",
            "        return await answer.json()",
        ]
    module.need("import httpx")
    if chance(draw):
        return [
            f"async with httpx.AsyncClient(base_url={where.code}, headers={own}) as http:",
            f"    return (await http.request({method}, {path})).json()",
        ]
    return ["async with httpx.AsyncClient() as http:", f"    return await http.request({method}, {full}, headers={own})"]


def indented(lines: list[str], by: int = 1) -> list[str]:
    return ["    " * by + line for line in lines]


# --- clients -------------------------------------------------------------------------------------------------------


def direct(draw: Draw, project: Project, user: Module) -> Client:
    """A library's functions, at the place of use."""
    library = pick(draw, ("requests", "httpx"))
    at = library if chance(draw) else project.name("http")
    user.need(f"import {library}" + ("" if at == library else f" as {at}"))
    where, own = address(draw, project, user), headers(draw, project, user)

    def call(at: str, method: str, path: str) -> str:
        return f"{at}.{method.lower()}({where.code} + {path}, headers={own})"

    return Client(at, where.prefix, call, lambda at, method, path: f"{at}.request({method}, {where.code} + {path}, headers={own})")


def session(draw: Draw, project: Project, user: Module) -> Client:
    """A session or client object at module level."""
    home = user if chance(draw) else project.module("client")
    where, own, name = address(draw, project, home), headers(draw, project, home), project.name("session")
    if chance(draw):
        home.need("import httpx")
        home.add(f"{name} = httpx.Client(base_url={where.code}, headers={own})")
        at = project.refer(draw, name, home, user)
        return Client(at, where.prefix, lambda at, m, p: f"{at}.{m.lower()}({p})", lambda at, m, p: f"{at}.request({m}, {p})")
    home.need("import requests")
    home.add(f"{name} = requests.Session()", f"{name}.headers.update({own})")
    at = project.refer(draw, name, home, user)
    base = address(draw, project, user)
    full = base.code + " + "
    return Client(at, base.prefix, lambda at, m, p: f"{at}.{m.lower()}({full}{p})", lambda at, m, p: f"{at}.request({m}, {full}{p})")


SIGNATURES = (
    "method, path", 'path, method="GET"', "path, *, method", "method: str, path: str, timeout: int = 10", "method, path, *rest, **options",
    "*, path, method", "path, /, method",
)  # fmt: skip


def argued(draw: Draw, signature: str) -> Callable[[str, str, str], str]:
    """How a function with that signature is called."""
    names = [part.split("=")[0].split(":")[0].strip() for part in signature.split(",")]
    if names[0] == "*":
        return lambda at, m, p: f"{at}(path={p}, method={m})"
    if names[1] == "*":
        return lambda at, m, p: f"{at}({p}, method={m})"
    by_name = chance(draw) and "/" not in names

    def call(at: str, method: str, path: str) -> str:
        if "GET" in signature and method in ("'GET'", '"GET"') and not by_name:
            return f"{at}({path})"
        if by_name:
            return f"{at}(method={method}, path={path})"
        return f"{at}({method}, {path})" if names[0] == "method" else f"{at}({path}, {method})"

    return call


def decorated(draw: Draw, project: Project, home: Module) -> list[str]:
    """A decorator line, or nothing."""
    way = pick(draw, ("none", "plain", "with arguments"))
    if way == "none":
        return []
    name = project.name("retried")
    home.need("import functools")
    inner = ["@functools.wraps(function)", "def inner(*args, **kwargs):", "    return function(*args, **kwargs)", "return inner"]
    if way == "plain":
        home.add(f"def {name}(function):", *indented(inner), "")
        return [f"@{name}"]
    home.add(f"def {name}(times):", "    def around(function):", *indented(inner, 2), "    return around", "")
    return [f"@{name}(times=2)"]


def function(draw: Draw, project: Project, user: Module) -> Client:
    """A function that takes method and path."""
    home = user if chance(draw) else project.module("client")
    where, name = address(draw, project, home), project.name("call_attio")
    later = chance(draw)
    signature = pick(draw, SIGNATURES)
    body = (sending_later if later else sending)(draw, project, home, where, "method", "path")
    marks = [] if later else decorated(draw, project, home)
    home.add(*marks, f"{'async ' if later else ''}def {name}({signature}):", *indented(body), "")
    call = argued(draw, signature)
    at = project.refer(draw, name, home, user)
    return Client(at, where.prefix, lambda at, m, p: call(at, repr(m), p), call, later)


def layered(draw: Draw, project: Project, user: Module) -> Client:
    """A function for each verb, over a function that takes method and path."""
    home = project.module("client")
    inner = function(draw, project, home)
    name = {verb: project.name(f"{verb.lower()}_it") for verb in VERBS}
    word, wait = ("async ", "await ") if inner.asynchronous else ("", "")
    for verb in VERBS:
        home.add(f"{word}def {name[verb]}(path, **options):", f"    return {wait}{inner.call(inner.at, verb, 'path')}", "")
    at = {verb: project.refer(draw, name[verb], home, user) for verb in VERBS}
    return Client(at["GET"], inner.prefix, lambda _at, m, p: f"{at[m]}({p})", None, inner.asynchronous)


def partial(draw: Draw, project: Project, user: Module) -> Client:
    """functools.partial of a function that takes the method first."""
    home = user if chance(draw) else project.module("client")
    where, name = address(draw, project, home), project.name("send")
    home.add(f"def {name}(method, path):", *indented(sending(draw, project, home, where, "method", "path")), "")
    base = project.refer(draw, name, home, user)
    user.need("from functools import partial")
    names = {verb: project.name(f"do_{verb.lower()}") for verb in VERBS}
    user.add(*(f'{names[verb]} = partial({base}, "{verb}")' for verb in VERBS))
    return Client(base, where.prefix, lambda _at, m, p: f"{names[m]}({p})", lambda at, m, p: f"partial({at}, {m})({p})")


def anonymous(draw: Draw, project: Project, user: Module) -> Client:
    """A lambda that takes method and path."""
    where, own, name = address(draw, project, user), headers(draw, project, user), project.name("ask")
    user.need("import requests")
    user.add(f"{name} = lambda method, path: requests.request(method, {where.code} + path, headers={own})")
    return Client(name, where.prefix, lambda at, m, p: f'{at}("{m}", {p})', lambda at, m, p: f"{at}({m}, {p})")


def spread(draw: Draw, project: Project, user: Module) -> Client:
    """A function that takes the parts of a path, or a dictionary of what to send."""
    home = user if chance(draw) else project.module("client")
    where, name = address(draw, project, home), project.name("send")
    # Known gap: tests/cases/wrappers/segments_joined_before_a_branch_on_the_verb.py
    body = sending(draw, project, home, where, "method", "path", WAYS[:-1])
    if chance(draw):
        home.add(f"def {name}(request):", '    method, path = request["method"], request["path"]', *indented(body), "")
        at = project.refer(draw, name, home, user)

        def keyed(at: str, method: str, path: str) -> str:
            return f'{at}({{"method": {method}, "path": {path}}})'

        return Client(at, where.prefix, lambda at, m, p: keyed(at, repr(m), p), keyed)
    home.add(f"def {name}(method, *parts, **options):", '    path = "".join(parts)', *indented(body), "")
    at = project.refer(draw, name, home, user)
    return Client(at, where.prefix, lambda at, m, p: f'{at}("{m}", {p}, timeout=3)', lambda at, m, p: f"{at}({m}, {p})")


def defended(draw: Draw, project: Project, user: Module) -> Client:
    """A function that takes a path or a whole address, tries again, and looks at the answer."""
    home = user if chance(draw) else project.module("client")
    where, own, name = address(draw, project, home), headers(draw, project, home), project.name("call")
    home.need("import requests")
    lines = [f'url = path if path.startswith("http") else {where.code} + path', "for attempt in range(2):"]
    lines += [f"    answer = requests.request(method.upper(), url, headers={own})", "    if answer.status_code < 500:", "        break"]
    home.add(f"def {name}(method, path):", *indented([*lines, "return answer"]), "")
    at = project.refer(draw, name, home, user)
    low = chance(draw)
    return Client(at, where.prefix, lambda at, m, p: f'{at}("{m.lower() if low else m}", {p})', lambda at, m, p: f"{at}({m}, {p})")


def plain_connection(draw: Draw, project: Project, user: Module) -> Client:
    """http.client, which takes host and path apart."""
    home = user if chance(draw) else project.module("client")
    own, name, host = headers(draw, project, home), project.name("talk"), project.name("HOST_NAME")
    home.need("from http.client import HTTPSConnection")
    home.add(f'{host} = "api.attio.com"', f"def {name}(method, path):", f"    connection = HTTPSConnection({host})")
    home.add(f"    connection.request(method, path, headers={own})", "    answer = connection.getresponse()")
    home.add("    try:", "        return answer.status, answer.read()", "    finally:", "        connection.close()", "")
    at = project.refer(draw, name, home, user)
    return Client(at, "/v2/", lambda at, m, p: f'{at}("{m}", {p})', lambda at, m, p: f"{at}({m}, {p})")


FUNCTIONS = (direct, session, function, layered, partial, anonymous, spread, defended, plain_connection)
