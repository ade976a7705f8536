"""The engine knows concepts, not products: no name that `rules/clients` or `rules/frameworks` give is written in its code.

Looked at are the words of every string and every identifier in `attio_scopes/engine`; docstrings may name an example. A name of
Python itself is no product's, nor is a plain word of the protocol that every client uses.
"""

from __future__ import annotations

import ast
import builtins
import keyword
import re
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
ENGINE = ROOT / "attio_scopes" / "engine"
RULES = ROOT / "rules"

ALLOWED: frozenset[tuple[str, str]] = frozenset()
"""A module and a product's name in it that are let pass: none."""

PYTHON = """
    abc ast argparse asyncio atexit builtins collections concurrent.futures configparser contextlib contextvars copy dataclasses enum
    functools http http.client importlib inspect io itertools json logging multiprocessing multiprocessing.pool operator os pathlib pickle
    posixpath queue random re secrets shlex shutil string subprocess sys tempfile textwrap threading types typing unittest urllib.parse
    urllib.request warnings weakref
"""
"""Modules of the standard library whose names are Python's: those of their classes' attributes too."""

PLAIN = frozenset(
    {"URL", "app", "argument", "backoff", "base", "build", "command", "config", "context", "factory", "from_mapping", "instance",
     "invoke", "mock", "option", "requests", "retry", "sdk", "settings", "target", "task", "tool"}
)  # fmt: skip
"""Words of the language of requests and of this code that some library uses as a name of its own as well."""


@cache
def python_names() -> frozenset[str]:
    names = {*keyword.kwlist, *dir(builtins), *sys.stdlib_module_names, "override"}  # which is Python's from 3.12 on
    for module in map(import_module, PYTHON.split()):
        for name in dir(module):
            thing = getattr(module, name)
            if isinstance(thing, ModuleType):  # one below it is there as soon as anything imports it
                continue
            names.add(name)
            if isinstance(thing, type):
                names.update(dir(thing))
    for kind in (str, dict, list, set, int, bytes, property, type, object):
        names.update(dir(kind))
    return frozenset(names)


def _words_in(data: Any) -> Iterator[str]:
    """The names that a file of rules gives: not its own keys, its texts for people, or the address of a source."""
    if isinstance(data, str):
        if re.fullmatch(r"\w+(\.\w+)*", data):
            yield from data.split(".")
    elif isinstance(data, list):
        for one in data:
            yield from _words_in(one)
    elif isinstance(data, dict):
        for key, value in data.items():
            if key in ("names", "methods", "validators", "keywords") and isinstance(value, dict):
                yield from value
            if key not in ("concept", "source", "arguments", "as") and not (key == "methods" and isinstance(value, dict)):
                yield from _words_in(value)


@cache
def libraries() -> frozenset[str]:
    """The names of products: first parts of dotted names, and names of clients."""
    found: set[str] = set()
    for file in (RULES / "frameworks").glob("*.yaml"):
        data = yaml.safe_load(file.read_text(encoding="utf-8"))
        for one in data if isinstance(data, list) else [data]:
            found.update(one.get("libraries", ()))
    for file in (RULES / "clients").glob("*.yaml"):
        data = yaml.safe_load(file.read_text(encoding="utf-8"))
        found.update({data["library"], *(module.partition(".")[0] for module in data.get("modules", ()))}, data.get("programs", ()))
    return frozenset(found) - sys.stdlib_module_names - {"attio"}


@cache
def product_names() -> frozenset[str]:
    """The libraries, and what the facts of `rules/frameworks` name, without what is Python's or plain."""
    found = set(libraries())
    for file in (RULES / "frameworks").glob("*.yaml"):
        data = yaml.safe_load(file.read_text(encoding="utf-8"))
        if isinstance(data, Mapping):
            found.update(_words_in(data["facts"]))
    return frozenset(found) - python_names() - {"attio"}


def _strings(tree: ast.Module) -> Iterator[str]:
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # docstrings, and what stands under a constant
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


def _identifiers(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg


def named(source: str) -> set[str]:
    """The products that some code names: in a string as a word, in an identifier as a part."""
    tree = ast.parse(source)
    words = {word for text in _strings(tree) if " " not in text.strip() for word in re.findall(r"\w+", text)}
    parts = {part for name in _identifiers(tree) for part in {name, *name.strip("_").split("_")}}
    return (words & product_names()) | (parts & libraries())


@cache
def in_module(module: str) -> frozenset[str]:
    return frozenset(named((ENGINE / module).read_text(encoding="utf-8")))


MODULES = sorted(path.relative_to(ENGINE).as_posix() for path in ENGINE.rglob("*.py"))


@pytest.mark.parametrize("module", MODULES)
def test_a_module_names_no_product(module: str) -> None:
    assert {(module, name) for name in in_module(module) - PLAIN} - ALLOWED == set()


@pytest.mark.parametrize(
    "source",
    [
        'if name == "pass_obj": ...',
        'NAMES = frozenset({"kiq", "start_soon"})',
        'EXPRESSION = r"^(enqueue_in|spawn)$"',
        'name.startswith("dependency_injector.providers.")',
        "def declared_by_click(): ...",
        "airflow = 1",
    ],
)
def test_a_product_is_seen(source: str) -> None:
    assert named(source) - PLAIN


@pytest.mark.parametrize("source", ['NAMES = {"get", "partial", "urljoin"}', '"""Such as click.option."""', "def options(): ..."])
def test_what_is_python_s_is_none(source: str) -> None:
    assert not named(source)


def test_every_word_that_is_let_pass_is_needed() -> None:
    assert frozenset[str]().union(*map(in_module, MODULES)) == PLAIN
