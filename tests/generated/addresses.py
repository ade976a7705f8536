"""The ways to keep Attio's address: literals, constants, settings, the environment, other modules.

Takes a project and the module that needs the address, gives the expression to use there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.generated.project import Draw, Module, Project, chance, pick

HOST = "https://api.attio.com"


@dataclass(frozen=True, slots=True)
class Address:
    """An address as code, and what a path after it begins with."""

    code: str
    prefix: str


def address(draw: Draw, project: Project, module: Module) -> Address:
    """Some address, usable at the top level of a module and in its functions."""
    ending, prefix = pick(draw, (("/v2", "/"), ("", "/v2/"), ("/v2/", ""), ("/", "v2/")))
    form = pick(draw, (None, *FORMS))
    if form is None:
        return Address(f'"{HOST}{ending}"', prefix)
    home = module if chance(draw) else project.module("config")
    name, access = form(draw, project, home, HOST + ending)
    return Address(project.refer(draw, name, home, module) + access, prefix)


# A form takes where to write and the address, gives the name that was made and how the address is got from it.
Form = Callable[[Draw, Project, Module, str], tuple[str, str]]


def constant(draw: Draw, project: Project, home: Module, text: str) -> tuple[str, str]:
    name = project.name(pick(draw, ("BASE_URL", "API", "_root")))
    note = pick(draw, ("", ": str", ": Final"))
    if "Final" in note:
        home.need("from typing import Final")
    home.add(f'{name}{note} = "{text}"')
    return name, ""


def put_together(draw: Draw, project: Project, home: Module, text: str) -> tuple[str, str]:
    host, name = project.name("HOST"), project.name("BASE")
    rest = text.removeprefix(HOST)
    ways = (
        f'{host} + "{rest}"',
        f'f"{{{host}}}{rest}"',
        f'"{{}}{rest}".format({host})',
        f'"%s{rest}" % {host}',
        f'"".join([{host}, "{rest}"])',
    )
    home.add(f'{host} = "{HOST}"', f"{name} = {pick(draw, ways)}")
    return name, ""


def environment(draw: Draw, project: Project, home: Module, text: str) -> tuple[str, str]:
    name = project.name("BASE_URL")
    ways = (
        f'os.environ.get("CRM_URL", "{text}")', f'os.getenv("CRM_URL", "{text}")', f'os.environ.get("CRM_URL") or "{text}"',
        f'os.getenv("CRM_URL", default="{text}")',
    )  # fmt: skip
    home.need("import os")
    home.add(f"{name} = {pick(draw, ways)}")
    return name, ""


def table(draw: Draw, project: Project, home: Module, text: str) -> tuple[str, str]:
    name = project.name("CONFIG")
    home.add(f'{name} = {{"timeout": 10, "url": "{text}"}}')
    return name, '["url"]'


def class_attribute(draw: Draw, project: Project, home: Module, text: str) -> tuple[str, str]:
    name = project.name("Config")
    home.add(f"class {name}:", f'    url = "{text}"', "    timeout = 10", "")
    return name, ".url"


def settings_object(draw: Draw, project: Project, home: Module, text: str) -> tuple[str, str]:
    kind, name = project.name("Settings"), project.name("settings")
    form = pick(draw, ("dataclass", "frozen", "init", "named tuple", "property", "namespace"))
    if form in ("dataclass", "frozen"):
        home.need("from dataclasses import dataclass")
        home.add(
            "@dataclass" + ("(frozen=True)" if form == "frozen" else ""),
            f"class {kind}:",
            "    timeout: int = 10",
            f'    url: str = "{text}"',
            "",
        )
    elif form == "named tuple":
        home.need("from typing import NamedTuple")
        home.add(f"class {kind}(NamedTuple):", f'    url: str = "{text}"', "")
    elif form == "init":
        home.add(
            f"class {kind}:", "    def __init__(self, timeout=10):", f'        self.url = "{text}"', "        self.timeout = timeout", ""
        )
    elif form == "property":
        home.add(f"class {kind}:", "    @property", "    def url(self):", f'        return "{text}"', "")
    else:
        home.need("from types import SimpleNamespace")
        home.add(f'{name} = SimpleNamespace(url="{text}", timeout=3)')
        return name, ".url"
    home.add(f"{name} = {kind}()")
    return name, ".url"


def function(draw: Draw, project: Project, home: Module, text: str) -> tuple[str, str]:
    name = project.name("base_url")
    if chance(draw):
        home.need("import functools")
        home.add("@functools.lru_cache(maxsize=1)")
    home.add(f"def {name}():", f'    return "{text}"', "")
    return name, "()"


FORMS: tuple[Form, ...] = (constant, put_together, environment, table, class_attribute, settings_object, function)
