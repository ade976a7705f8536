"""How a file's path names a module: one answer, whoever asks."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from attio_scopes.cli import main
from attio_scopes.link import link
from attio_scopes.model.facts import ModuleFacts
from attio_scopes.model.module_name import dotted, import_roots, imported_first, is_package, may_mean, module_parts, package_parts
from attio_scopes.model.outline import Outline, Statement
from attio_scopes.model.program import Module
from attio_scopes.prefilter import candidates
from tests.awake import Awake


@pytest.mark.parametrize(
    ("path", "parts", "package"),
    [
        ("app.py", ("app",), False),
        ("app.pyw", ("app",), False),
        ("crm/client.py", ("crm", "client"), False),
        ("crm/__init__.py", ("crm",), True),
        ("crm/__init__.pyw", ("crm",), True),
        ("__init__.py", (), True),
        ("crm/my__init__.py", ("crm", "my__init__"), False),
        ("crm.py/client.py", ("crm.py", "client"), False),
        ("tour.ipynb", ("tour.ipynb",), False),
    ],
)
def test_the_parts_of_a_name(path: str, parts: tuple[str, ...], package: bool) -> None:
    assert (module_parts(path), is_package(path)) == (parts, package)


def test_a_name_of_its_own() -> None:
    assert [dotted(path) for path in ("a/b.py", "a/b.pyw", "a/__init__.py", "a/b.ipynb")] == ["a.b", "a.b", "a.__init__", "a.b.ipynb"]


def test_where_a_relative_import_starts() -> None:
    assert package_parts("a/b/c.py", 1) == ("a", "b")
    assert package_parts("a/b/c.py", 2) == ("a",)
    assert package_parts("a/b/__init__.pyw", 1) == ("a", "b")
    assert package_parts("a/b/c.py", 9) == ()


def test_which_of_two_files_is_imported() -> None:
    order = ["a/__init__.py", "a/__init__.pyw", "a.py", "a.pyw"]
    for number, first in enumerate(order):
        assert not imported_first(first, first)
        for other in order[number + 1 :]:
            assert imported_first(first, other)
            assert not imported_first(other, first)


@pytest.mark.parametrize(
    ("importer", "roots"),
    [
        ("main.py", [(), ("src",)]),
        ("__init__.py", [(), ("src",)]),
        ("a/b/main.py", [(), ("src",), ("a", "b"), ("a",)]),
        ("a/b/__init__.py", [(), ("src",), ("a", "b"), ("a",)]),
    ],
)
def test_where_an_absolute_import_looks(importer: str, roots: list[tuple[str, ...]]) -> None:
    assert import_roots(importer) == roots


@pytest.mark.parametrize(
    ("importer", "wanted", "path", "may"),
    [
        ("main.py", "crm.http", "crm/http.py", True),
        ("main.py", "crm", "crm/__init__.py", True),
        ("main.py", "crm", "crm/http.py", False),
        ("main.py", "crm.http", "http.py", False),
        ("main.py", "http", "crm/http.py", False),
        ("main.py", "clients", "deep/below/clients.py", True),
        # a name of the standard library: only where Python looks first
        ("main.py", "queue", "queue.py", True),
        ("tools/main.py", "queue", "queue.py", True),
        ("tools/main.py", "queue", "tools/queue.py", True),
        ("tools/deep/main.py", "queue", "tools/queue.py", True),
        ("tools/main.py", "queue", "src/queue.py", True),
        ("tools/main.py", "queue", "jobs/queue.py", False),
        ("tools/main.py", "queue", "tools/deep/queue.py", False),
        ("tools/main.py", "http.client", "jobs/http/client.py", False),
    ],
)
def test_what_an_absolute_import_may_mean(importer: str, wanted: str, path: str, may: bool) -> None:
    assert may_mean(importer, tuple(wanted.split(".")), module_parts(path)) is may


class _Nothing(Awake):
    """Files of which every one binds `name`, and `sys` as one that changes `sys.path` does."""

    def outline(self, path: str) -> Outline:
        return Outline((), frozenset({"name", "sys"}), False)

    def matter(self, path: str) -> Iterable[Statement]:
        return ()

    def by_parts(self, path: str) -> bool:
        return False

    def facts(self, path: str, statements: Iterable[Statement]) -> ModuleFacts | None:
        return None


FOLDERS = st.lists(st.sampled_from(["a", "b", "src", "queue", "http"]), max_size=3)
PATHS = st.builds(lambda folder, name: "/".join([*folder, name]), FOLDERS, st.sampled_from(["a.py", "b.py", "queue.py", "__init__.py"]))


@given(st.sets(PATHS, min_size=2, max_size=5), st.sampled_from(["a", "b", "queue", "a.b", "src.a", "http.queue"]), st.integers(0, 2))
def test_what_the_linked_program_finds_the_search_has_chosen(paths: set[str], wanted: str, level: int) -> None:
    """A file is looked at if an import of it can lead to Attio: that has to be every import that the program follows later."""
    program = link(paths, (), _Nothing())
    statement = f"from {'.' * level}{wanted} import name".encode()
    for importer in program.known:
        found = program.find(importer, wanted, level, ("name",))
        if isinstance(found, Module) and found is not importer:
            assert importer.path in candidates([found.path], {importer.path: (statement,)}).paths


CLIENT = 'import requests\n\n\ndef get(path):\n    return requests.get("https://api.attio.com/v2" + path)\n'
OTHER = 'def get(path):\n    """Another program of that name."""\n'


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({"client.pyw": CLIENT, "app.py": "from client import get\n\nget('/objects')\n"}, ["app.py:3"]),
        ({"crm/__init__.pyw": CLIENT, "app.py": "from crm import get\n\nget('/objects')\n"}, ["app.py:3"]),
        ({"crm/client.pyw": CLIENT, "crm/app.pyw": "from .client import get\n\nget('/objects')\n"}, ["crm/app.pyw:3"]),
        ({"client.py": CLIENT, "client.pyw": OTHER, "app.py": "from client import get\n\nget('/objects')\n"}, ["app.py:3"]),
        ({"crm/__init__.py": CLIENT, "crm/__init__.pyw": OTHER, "app.py": "from crm import get\n\nget('/objects')\n"}, ["app.py:3"]),
        ({"crm/__init__.py": CLIENT, "crm.py": OTHER, "app.py": "from crm import get\n\nget('/objects')\n"}, ["app.py:3"]),
        # named like a module of the standard library
        ({"src/queue.py": CLIENT, "tools/app.py": "from queue import get\n\nget('/objects')\n"}, ["tools/app.py:3"]),
        ({"jobs/queue.py": CLIENT, "tools/app.py": "from queue import get\n\nget('/objects')\n"}, ["jobs/queue.py:5"]),
        # a notebook cannot be imported
        ({"client.py": CLIENT, "app.py": "from tour import get\n\nget('/objects')\n"}, ["client.py:5"]),
    ],
)
def test_calls_go_through_modules_of_every_name(tmp_path: Path, files: dict[str, str], found: list[str]) -> None:
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    report = json.loads(CliRunner().invoke(main, ["calls", str(tmp_path), "--format", "json"], catch_exceptions=False).stdout)
    assert [f"{call['path'].removeprefix(str(tmp_path) + '/')}:{call['line']}" for call in report["calls"]] == found
