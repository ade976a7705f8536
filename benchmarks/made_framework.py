"""A framework made up, for where none is installed: base classes, a registry, and as many modules as wanted that use both and one another.

Takes a folder, writes a package `made` into it. Its modules have clients, sessions and paths of their own, under the names that an
integration has too, and nothing of Attio: what an analysis reads of them it reads for nothing.
"""

from __future__ import annotations

from pathlib import Path

_CORE = {
    "__init__": "",
    "errors": '"""Failures."""\n\n\nclass MadeError(RuntimeError):\n    """Something failed."""\n',
    "registry": '''"""What is known to the application."""

import functools

from made.core.errors import MadeError

KNOWN = {}


def register_part(name, part):
    if name in KNOWN:
        raise MadeError(name)
    KNOWN[name] = part
    return part


def traced(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)

    return wrapper


def shape(value):
    return {key: shape(each) for key, each in value.items()} if isinstance(value, dict) else value
''',
    "base": '''"""What parts of the application have in common."""

from made.core.registry import KNOWN, shape


class Part:
    def __init__(self, **options):
        self.options = shape(options)
        self.remote = options.get("remote")

    def prepare(self):
        for name, part in KNOWN.items():
            self.options.setdefault(name, part)
            part(self.options).prepare()
        return self.remote

    def fetch(self, path):
        return self.remote.get(path)


class Sensor(Part):
    def update(self):
        self.state = self.remote.get("/" + self.options["name"])
        return self.state


class Job(Part):
    def finish(self):
        return [part.prepare() for part in self.options.values()]


class Store(Part):
    def flush(self):
        for key, value in self.options.items():
            self.remote.put(f"/{key}", shape(value))


class Command(Part):
    def describe(self):
        return f"{type(self).__name__} {self.options}"
''',
}
_MODULE = '''"""Part {number}."""

import logging

import requests

from made.core.base import {base}
from made.core.errors import MadeError
from made.core.registry import register_part, shape, traced
from made.parts.p{before:05} import Client as Before

LOG = logging.getLogger(__name__)
BASE = "https://part{number}.example.com/v2"


class Client:
    def __init__(self, token=None, base_url=BASE):
        self.base_url = base_url
        self.session = requests.Session()

    def request(self, method, path, **more):
        response = self.session.request(method, f"{{self.base_url}}{{path}}", **more)
        if response.status_code >= 400:
            raise MadeError(response.text)
        return shape(response.json())

    def get(self, path, params=None):
        return self.request("GET", path, params=params)

    def post(self, path, data):
        return self.request("POST", path, json=data)


class Part{number}({base}):
    def __init__(self, client: Client, **options):
        super().__init__(**options)
        self.client = client
        self.before = Before()

    @traced
    def run(self):
        for each in self.client.get("/notes")["data"]:
            LOG.info("%s", each)
            self.before.post("/notes", each)
        return self.prepare()


register_part("part{number}", Part{number})
'''
_BASES = ("Part", "Sensor", "Job", "Store", "Command")


def made_framework(folder: Path, modules: int) -> Path:
    """Write the package, with this many modules beside its core; gives the folder."""
    for name, text in _CORE.items():
        _write(folder / "made" / "core" / f"{name}.py", text)
    for name in ("made/__init__.py", "made/parts/__init__.py"):
        _write(folder / name, "")
    for number in range(modules):
        text = _MODULE.format(number=number, before=max(number - 1, 0), base=_BASES[number % len(_BASES)])
        _write(folder / "made" / "parts" / f"p{number:05}.py", text)
    return folder


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
