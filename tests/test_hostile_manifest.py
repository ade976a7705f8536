"""OpenAPI documents that are bombs: refused in bounded time, as a mistake of whoever gave them."""

from __future__ import annotations

import json
import os
import resource
import time
from pathlib import Path
from typing import Any

import pytest

from attio_scopes.manifest.source import parse_document
from attio_scopes.model.errors import UserError
from tests.hostile import command, process

HEAD = "openapi: 3.1.0\ninfo: {title: x, version: '1'}\n"
LEVELS = "l0: &l0 [a, a, a, a, a, a, a, a, a, a]\n" + "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]\n" for n in range(1, 9))
OPERATION = "paths: {/v2/notes: {get: {responses: {}}}}\n"
ONE: dict[str, Any] = {"/v2/notes": {"get": {"responses": {}}}}
DOCUMENTS = {
    "aliases in the title": LEVELS + "openapi: 3.1.0\ninfo: {title: *l8, version: '1'}\npaths: {}\n",
    "aliases in a server": LEVELS + HEAD + "servers: [{url: *l8}]\n" + OPERATION,
    "aliases in a variable": LEVELS + HEAD + "servers: [{url: 'https://{a}/', variables: {a: {default: *l8}}}]\n" + OPERATION,
    "an alias of itself": HEAD + "a: &a [*a]\n" + OPERATION,
    "an alias of itself in a mapping": HEAD + "a: &a {b: {c: *a}}\n" + OPERATION,
    "merge keys": HEAD + "a0: &a0 {k: 1}\n" + "".join(f"a{n}: &a{n} {{<<: *a{n - 1}, k{n}: 1}}\n" for n in range(1, 5_000)) + OPERATION,
    "50,000 merge keys": HEAD + "a: &a {b: 1, c: 2}\nd:\n  <<: [" + "*a, " * 1_000_000 + "]\n" + OPERATION,
    "a number in YAML": HEAD + "x: " + "9" * 10_000 + "\n" + OPERATION,
    "a sexagesimal number": HEAD + "x: 1" + ":1" * 200_000 + "\n" + OPERATION,
    "a number in JSON": '{"openapi": "3.1.0", "x": ' + "9" * 10_000 + ', "paths": {}}',
    "depth": HEAD + "x: " + "[" * 100_000,
    "depth in JSON": '{"openapi": "3.1.0", "x": ' + "[" * 100_000,
    "an address": HEAD + "servers: [{url: 'https://[bad/'}]\n" + OPERATION,
    "an address of megabytes": HEAD + f"servers: [{{url: 'https://{'x' * 1_000_000}/'}}]\n" + OPERATION,
    "a list as an address": HEAD + "servers: [{url: [1]}]\n" + OPERATION,
}


@pytest.mark.slow
@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_that_is_a_bomb(tmp_path: Path, name: str) -> None:
    file = "bomb.json" if "JSON" in name else "bomb.yaml"
    (tmp_path / file).write_text(DOCUMENTS[name])
    limit = lambda: resource.setrlimit(resource.RLIMIT_AS, (3_000_000_000, 3_000_000_000))  # noqa: E731 - said where it is used
    started = time.perf_counter()
    done = process("manifest", "build", file, cwd=tmp_path, preexec_fn=limit)
    assert (done.returncode, file in done.stderr) == (2, True), done.stderr[-500:]
    assert time.perf_counter() - started < 40
    assert len(done.stderr) < 5_000


def test_variables_of_a_server_do_not_double(tmp_path: Path) -> None:
    variables = {f"v{n}": {"default": f"{{v{n + 1}}}{{v{n + 1}}}"} for n in range(40)}
    servers = [{"url": "https://{v0}.example.com/", "variables": variables}]
    (tmp_path / "x.json").write_text(json.dumps({"openapi": "3.1.0", "info": {}, "servers": servers, "paths": ONE}))
    done = command("manifest", "build", "x.json", cwd=tmp_path)
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 2)


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_document_that_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    with open(tmp_path / "huge.yaml", "wb") as stream:
        stream.truncate(10**11)
    for name in ("/dev/zero", "pipe.yaml", "huge.yaml", "."):
        for arguments in (("manifest", "build", name), ("calls", "--manifest", name)):
            done = command(*arguments, cwd=tmp_path)
            assert done.returncode == 2, (name, arguments, done.stderr)
    with open("/dev/zero", "rb") as zero:
        done = process("manifest", "build", "-", cwd=tmp_path, stdin=zero)
    assert (done.returncode, "is longer than" in done.stderr) == (2, True)


def test_aliases_and_merge_keys_of_an_ordinary_document_are_read() -> None:
    text = HEAD + "x-a: &a {b: 1, c: 2}\nx-d: {<<: *a, c: 3}\nx-l: [*a, *a]\n" + OPERATION
    content = parse_document(text.encode(), "x.yaml").content
    assert (content["x-d"], content["x-l"]) == ({"b": 1, "c": 3}, [{"b": 1, "c": 2}] * 2)
    with pytest.raises(UserError, match=r"x\.yaml:3: an alias stands for something that it is in itself"):
        parse_document((HEAD + "a: &a [*a]\n").encode(), "x.yaml")
