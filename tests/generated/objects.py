"""More ways to send a request: objects of the program's own classes, and what they are made by.

Takes a project and the module of the user, gives a `Client`.
"""

from __future__ import annotations

from tests.generated.addresses import Address, address
from tests.generated.clients import FUNCTIONS, TOKEN, VERBS, Client, indented, sending, sending_later
from tests.generated.project import Draw, Module, Project, chance, pick


def client(draw: Draw, project: Project, user: Module) -> Client:
    """Some client, ready in the user's module."""
    return pick(draw, CLIENTS)(draw, project, user)


def instance(draw: Draw, project: Project, user: Module) -> Client:
    """An object of a class of the program's own."""
    home = user if chance(draw) else project.module("client")
    later = chance(draw)
    where, cls = address(draw, project, home), project.name("Attio")
    word, wait = ("async ", "await ") if later else ("", "")
    held = pick(draw, ("parameter", "default", "class", "property", "fixed", "keyword", "dataclass", "slots", "lazy"))
    inside = Address("self.root", where.prefix)
    body = (sending_later if later else sending)(draw, project, home, inside, "method", "path")
    lines = {
        "parameter": ["def __init__(self, root):", "    self.root = root"],
        "default": [f"def __init__(self, token=None, root={where.code}):", "    self.root = root"],
        "keyword": [f"def __init__(self, *, root={where.code}, timeout=10):", "    self.timeout, self.root = timeout, root"],
        "class": [f"root = {where.code}"],
        "property": ["@property", "def root(self):", f"    return {where.code}"],
        "dataclass": [f"root: str = {where.code}", "timeout: int = 10"],
        "slots": ['__slots__ = ("root",)', "def __init__(self):", f"    self.root = {where.code}"],
        "lazy": [
            "_root = None",
            "@property",
            "def root(self):",
            "    if self._root is None:",
            f"        self._root = {where.code}",
            "    return self._root",
        ],
        "fixed": ["def __init__(self):", f"    self.root = {where.code}"],
    }[held]
    lines += ["", f"{word}def request(self, method, path, **options):", *indented(body)]
    mark = []
    if held == "dataclass":
        home.need("from dataclasses import dataclass")
        mark = ["@dataclass"]
    kin = pick(draw, ("alone", "child", "child with super", "callable"))
    verbs: list[str] = []
    for verb in VERBS:
        verbs += ["", f"{word}def {verb.lower()}(self, path):", f'    return {wait}self.request("{verb}", path)']
    if kin == "callable":
        lines += ["", f"{word}def __call__(self, method, path):", f"    return {wait}self.request(method, path)"]
    if kin.startswith("child"):
        parent = project.name("Transport")
        home.add(*mark, f"class {parent}:", *indented(lines), "")
        lines = verbs[1:]
        if kin == "child with super" and held == "parameter":
            lines = ["def __init__(self, root, name=''):", "    super().__init__(root)", "    self.name = name", *verbs]
        home.add(f"class {cls}({parent}):", *indented(lines), "")
    else:
        home.add(*mark, f"class {cls}:", *indented([*lines, *verbs]), "")
    at = made(draw, project, home, user, cls, where.code if held == "parameter" else "")
    if kin == "callable":
        return Client(at, where.prefix, lambda at, m, p: f'{at}("{m}", {p})', lambda at, m, p: f"{at}({m}, {p})", later)
    by_verb = chance(draw)
    return Client(
        at,
        where.prefix,
        lambda at, m, p: f"{at}.{m.lower()}({p})" if by_verb else f'{at}.request("{m}", {p})',
        lambda at, m, p: f"{at}.request({m}, {p})",
        later,
    )


def made(draw: Draw, project: Project, home: Module, user: Module, cls: str, argument: str) -> str:
    """An instance of a class, however it comes about; the expression for it in the user's module."""
    way = pick(draw, ("there", "here", "factory", "cached factory", "class method", "at each use"))
    name = project.name("attio")
    if way == "here" and not argument:
        user.add(f"{name} = {project.refer(draw, cls, home, user)}()")
        return name
    if way == "factory" or way == "cached factory":
        if way == "cached factory":
            home.need("import functools")
            home.add("@functools.lru_cache(maxsize=None)")
        home.add(f"def {name}_factory():", f"    return {cls}({argument})", "")
        return project.refer(draw, f"{name}_factory", home, user) + "()"
    if way == "class method":
        home.add(f"class {name}_Maker:", "    @classmethod", "    def make(cls):", f"        return {cls}({argument})", "")
        return project.refer(draw, f"{name}_Maker", home, user) + ".make()"
    if way == "at each use" and not argument:
        return project.refer(draw, cls, home, user) + "()"
    home.add(f"{name} = {cls}({argument})")
    return project.refer(draw, name, home, user)


def derived(draw: Draw, project: Project, user: Module) -> Client:
    """A class that is a session or client of a library itself."""
    home = user if chance(draw) else project.module("client")
    where, cls = address(draw, project, home), project.name("AttioSession")
    home.need("import os")
    bearer = f'{{"Authorization": "Bearer " + {TOKEN}}}'
    if chance(draw):
        home.need("import httpx")
        lines = ["def __init__(self, **options):", f"    super().__init__(base_url={where.code}, headers={bearer}, **options)"]
        home.add(f"class {cls}(httpx.Client):", *indented(lines), "")
    else:
        home.need("import requests")
        lines = ["def __init__(self):", "    super().__init__()", f"    self.headers.update({bearer})", ""]
        lines += [
            "def request(self, method, url, *args, **kwargs):",
            f"    return super().request(method, {where.code} + url, *args, **kwargs)",
        ]
        home.add(f"class {cls}(requests.Session):", *indented(lines), "")
    at = made(draw, project, home, user, cls, "")
    return Client(at, where.prefix, lambda at, m, p: f"{at}.{m.lower()}({p})", lambda at, m, p: f"{at}.request({m}, {p})")


def nested(draw: Draw, project: Project, user: Module) -> Client:
    """An object that holds the one that sends, by attribute, property or table."""
    home = user if chance(draw) else project.module("client")
    inner = instance(draw, project, home)
    cls, name = project.name("App"), project.name("app")
    way = pick(draw, ("attribute", "property", "table", "method", "tuple"))
    lines = {
        "attribute": (["def __init__(self):", f"    self.crm = {inner.at}"], ".crm"),
        "property": (["@property", "def crm(self):", f"    return {inner.at}"], ".crm"),
        "table": (["def __init__(self):", f'    self.all = {{"crm": {inner.at}}}'], '.all["crm"]'),
        "method": (["def crm(self):", f"    return {inner.at}"], ".crm()"),
        "tuple": (["def __init__(self):", f"    self.name, self.crm = ('x', {inner.at})"], ".crm"),
    }[way]
    home.add(f"class {cls}:", *indented(lines[0]), "", f"{name} = {cls}()")
    at = project.refer(draw, name, home, user) + lines[1]
    return Client(at, inner.prefix, inner.call, inner.choose, inner.asynchronous)


CLIENTS = (*FUNCTIONS, instance, derived, nested)
