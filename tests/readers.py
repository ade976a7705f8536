"""The readers of what strangers or broken disks may have written: bytes in, a value or the reader's own error out.

Takes bytes and gives what the reader makes of them, or the text of its refusal. Anything else that is raised is a defect. tests/fuzz.py
(coverage-guided, by the minute) and tests/test_readers.py (hypothesis, in seconds) both use this table.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from attio_scopes.baseline import lines_of, parse, render
from attio_scopes.cache.codec import Unstorable, decode, encode
from attio_scopes.cache.signature import now, signature
from attio_scopes.cache.store import Store
from attio_scopes.configure import load
from attio_scopes.depth import refusal
from attio_scopes.directives import read_directives
from attio_scopes.discover import decode as text_of
from attio_scopes.discover.git_index import tracked_files
from attio_scopes.discover.ignore_rules import IgnoreRules
from attio_scopes.discover.notebook import python_of
from attio_scopes.memory import Resolved, StoredMemory
from attio_scopes.model.directive import DirectiveKind
from attio_scopes.model.errors import UserError
from attio_scopes.model.facts import ModuleFacts
from attio_scopes.model.source import Discovery, SourceFile
from attio_scopes.parsing import facts_of
from attio_scopes.rule_files import read_manifest, scopes_of

ROOT = Path(__file__).resolve().parent.parent
OLD_FILE = str(ROOT / "LICENSE")
"""A file that has not changed lately, so that it has a signature."""


@dataclass(frozen=True, slots=True)
class Reader:
    """One reader.

    Attributes:
        read: the reader; raises UserError for what it refuses.
        seeds: what it takes, to start from.
        words: what means something to it.
    """

    read: Callable[[bytes], object]
    seeds: tuple[bytes, ...]
    words: tuple[str, ...]


def outcome(reader: Reader, data: bytes) -> object:
    """What a reader makes of bytes: its value, or the lines of its error.

    Raises:
        Exception: the reader is broken: it raised something else, or an error that says nothing.
    """
    try:
        return reader.read(data)
    except UserError as error:
        problems = error.problems
    assert problems, "an error without a word"
    assert all(problem.strip() for problem in problems), problems
    return problems


@lru_cache(maxsize=1)
def folder() -> Path:
    """A folder for the one file that a reader reads, in memory where there is such a place."""
    place = "/dev/shm" if os.path.isdir("/dev/shm") else None
    return Path(tempfile.mkdtemp(prefix="attio-scopes-readers-", dir=place))


def _file(name: str, data: bytes) -> str:
    path = folder() / name
    path.write_bytes(data)
    return str(path)


def _manifest(data: bytes) -> object:
    return read_manifest(_file("manifest.yaml", data))


def _toml(data: bytes) -> object:
    return load(_file("pyproject.toml", data), scopes_of)


def _yaml(data: bytes) -> object:
    return load(_file("attio-scopes.yaml", data), scopes_of)


def _directives(data: bytes) -> object:
    text = text_of(data)
    found = read_directives(text)
    lines = text.count("\n") + text.count("\r") + 1
    for directive in found:
        assert 1 <= directive.line <= lines
        assert 1 <= directive.column <= directive.end_column
        assert bool(directive.problem) == (directive.kind is DirectiveKind.MALFORMED)
        assert directive.problem.isprintable()
    return found


def _baseline(data: bytes) -> object:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise UserError("not UTF-8") from None
    entries = parse(text, "baseline.json")
    lines = lines_of(text)
    assert all(1 <= line <= text.count("\n") + 1 for line in lines.values())
    assert parse(render(entries), "baseline.json") == entries
    return entries


def _depth(data: bytes) -> object:
    found = refusal(data)
    assert found is None or 1 <= found.line <= data.count(b"\n") + 1
    return found


class _Given(Store):
    """A store that has the same entry under every name, with a right checksum: as if somebody had put it there."""

    def __init__(self, body: bytes) -> None:
        super().__init__("")
        self._body = body

    def get(self, kind: str, key: str) -> bytes | None:
        return self._body

    def put(self, kind: str, key: str, body: bytes) -> None:
        pass


def _cache(data: bytes) -> object:
    for facts in (True, False):
        with contextlib.suppress(Unstorable):
            decode(data, facts=facts)
    memory = StoredMemory(_Given(data), Discovery(str(ROOT), (SourceFile("LICENSE", OLD_FILE),)), {}, ())
    resolved, facts_there = memory.resolved(), memory.facts("LICENSE", b"")
    assert resolved is None or isinstance(resolved, Resolved)
    assert facts_there is None or isinstance(facts_there, ModuleFacts)
    seed, imports = memory.seed("LICENSE"), memory.imports("LICENSE")
    assert seed in (True, False, None)
    if imports is not None:
        statements, spells = imports
        assert isinstance(spells, bool)
        assert all(isinstance(statement, bytes) for statement in statements)
    memory.note_seed("LICENSE", True)
    memory.note_imports("LICENSE", (b"import x",), False)
    memory.note_resolved(Resolved())
    return resolved, facts_there, seed, imports


MANIFEST = b"""schema_version: 1
version: "2026-10"
source: "x"
host: api.attio.com
sources: [{id: a, date: "2026-10", title: A, operations: 97, sha256: "0"}]
unstated: [GET /v2/self]
disagreements: ["x"]
endpoints:
  - method: POST
    path: /v2/{target}/{identifier}/attributes
    host: app.attio.com
    summary: s
    tag: t
    docs: d
    deprecated: true
    oauth: false
    parameters: [{name: target, values: [objects, lists]}]
    levels: [workspace, user]
    requires:
      - {when: {target: objects}, query: [a], body: [b], scopes: ["object_configuration:read-write"]}
      - when: {target: lists}
        scopes: [list_configuration:read-write]
    read_from: {a: {security: [x]}, b: same}
"""
TOML = b"""[tool.attio-scopes]
scopes = ["object_configuration:read", "record_permission:read-write"]
include = ["a/**"]
exclude = ["!b", "*.py"]
include-tests = true
hosts = ["localhost:8000"]
ignore = ["ATS001", "missing-scope"]
per-path-ignores = {"x/**" = ["ATS004"]}
severities = {ATS101 = "note"}
require-reasons = false
min-resolved = 90.5
baseline = "b.json"
reasons = {"webhook:read" = "x"}
wrappers = {"crm.client.call" = {method = "GET", path = 'p'}}
"""
TOML_TOKENS = b"""[tool.attio-scopes.tokens.sync]
scopes = [
  "note:read", # c
]
env = ['A']
paths = ["jobs/**"]
level = "workspace"
kind = "oauth"
[tool]
"a".b.c = 1979-05-27T07:32:00Z
d = [[1, 0x1F, 1e9, inf], {x = \"\"\"\\u00e9\"\"\"}]
[[tool.e]]
"""
YAML = b"""scopes: [note:read, 'task:read-write']
include-tests: on
min-resolved: 90.5
reasons:
  "note:read": >-
    x
severities: {ATS101: note}
wrappers: {a.b: {method: GET, path: "\\u00e9"}}
"""
YAML_OTHERWISE = b"""# c
---
tokens:
  sync: {scopes: [], env: [A], paths: ["a/**"], level: user, kind: oauth}
  ? app
  : scopes: ["note:read"]
...
"""
DIRECTIVES = b'''# -*- coding: utf-8 -*-
# attio-scopes: ignore-file[ATS004] why
@x
def f():  # attio-scopes: requires note:read-write, record_permission:read
    """# attio-scopes: ignore"""
    get(  # attio-scopes: ignore[ATS001, unresolved-call] - why  # noqa
        f"{x!r:>{y}}", r'\\n'  # attio-scopes: endpoint POST /v2/notes, GET /v2/threads when subject=entry
    )
class C:
\tasync def g(): pass  # attio-scopes: requires nothing
'''


INDEX = b"DIRC\0\0\0\x02\0\0\0\x01" + bytes(24) + b"\0\0\x81\xa4" + bytes(32) + b"\0\x06a/b.py\0\0\0\0" + b"TREE\0\0\0\0" + bytes(20)
"""An index with one file."""
NOTEBOOK = b"""{"cells": [
 {"cell_type": "code",
  "source": [
  "import attio\\n",
  "x = (\\n",
  "%x)"
 ]}], "metadata": {"language_info": {"name": "python"}}}
"""
BASELINE = b"""{"baseline": 1, "findings": [
  {"code": "ATS001", "path": "a.py", "function": "f", "endpoint": "POST /v2/notes", "token": "t", "count": 2},
  {"code": "ATS004", "path": "b.py"}
]}
"""
MATCH = b"""match x:
 case ((a)):
  del (b), c
"""


def _notebook(data: bytes) -> object:
    try:
        return python_of(data)
    except OSError as error:
        raise UserError(str(error)) from error


def _cache_seeds() -> tuple[bytes, ...]:
    facts = facts_of(
        "", b"import requests as r\ndef f(x=1, *a, **k):\n    return r.get(f'https://api.attio.com/v2{x}')\nclass C(B): y = {1: b'x'}\n"
    )
    assert isinstance(facts, ModuleFacts)
    directives = read_directives(DIRECTIVES.decode())
    index = {"files": {"LICENSE": [signature(OLD_FILE, now()), 1, 0, [0]]}, "statements": ["import x"]}
    return encode((facts,)).encode(), encode(((), (("a.py", directives),), ())).encode(), json.dumps(index).encode()


def readers() -> dict[str, Reader]:
    """Every reader by its name."""
    from attio_scopes.configure.check import KEYS, TOKEN_KEYS
    from attio_scopes.manifest.decode import ALTERNATIVE_KEYS, ENDPOINT_KEYS, SOURCE_KEYS, TOP_KEYS

    config = (*KEYS, *TOKEN_KEYS, "tool", "attio-scopes", "note:read", "ATS001", "error", "workspace", "**/", "\ufeff")
    yaml = (
        "- ",
        ": ",
        "&a ",
        "*a",
        "!!str ",
        "!!python/name:x",
        "<<: ",
        "|\n",
        ">+1\n",
        "? ",
        "{",
        "[",
        "%YAML 1.1\n---\n",
        "\t",
        "0x1F",
        "\x85",
    )
    return {
        "manifest": Reader(
            _manifest,
            (MANIFEST,),
            (*yaml, *sorted(TOP_KEYS | ENDPOINT_KEYS | SOURCE_KEYS | ALTERNATIVE_KEYS), "subject", "GET", "note:read", "{target}"),
        ),
        "toml": Reader(_toml, (TOML, TOML_TOKENS), (*config, '"""', "'''", "[[", "]]", "\\u00e9", "nan", "0b1", "1979-05-27")),
        "yaml": Reader(_yaml, (YAML, YAML_OTHERWISE), (*config, *yaml)),
        "directives": Reader(
            _directives,
            (DIRECTIVES,),
            ("# attio-scopes: ", "ignore", "ignore-file", "endpoint ", "requires ", "[ATS001]", "missing-scope", "POST /v2/notes", " when ",
             "subject=entry", "note:read", "def f(): ", "async ", "class ", "\n    ", "'''", 'f"{', "\\\n", "\x0c", "coding: utf-16"),
        ),
        "cache": Reader(
            _cache,
            _cache_seeds(),
            ("[0,", "[1,", "[2,", "[3,", "[4,", "null", "true", "1e999", '"\\ud800"', '"files"', '"statements"', "{}", "NaN"),
        ),
        "baseline": Reader(
            _baseline,
            (BASELINE,),
            ('"findings": [', "{", '"count": 1', "1e9", "null", '"\\ud800"', "\\n", "[" * 50),
        ),
        "git index": Reader(
            lambda data: (tracked_files(data, 20), tracked_files(data, 32)),
            (INDEX, INDEX.replace(b"\0\0\0\x02", b"\0\0\0\x04", 1)),
            ("DIRC", "link", "TREE", "a/b.py"),
        ),
        "gitignore": Reader(
            lambda data: IgnoreRules(data.decode("utf-8", "surrogateescape")).verdict("a/b.py", folder=False),
            (b"*.py\n!/a/\na/**/b\n# c\n[a-c]?\n", b"**/\n\\!a\n a \n"),
            ("**/", "/**", "[!", "[[:alpha:]]", "!", "\\", "*a", "\n"),
        ),
        "notebook": Reader(
            _notebook,
            (NOTEBOOK,),
            ('"source": [', '"cell_type": "code"', '"%%bash\\n"', "attio", '"!x\\n"', "null", "{", "[", "\n", ",", '"\\ud800"'),
        ),
        "depth": Reader(
            _depth,
            (DIRECTIVES, MATCH),
            ("elif x:", "case (", 'rf"""{', "}", "lambda: ", "not ", "\\N{"),
        ),
    }  # fmt: skip
