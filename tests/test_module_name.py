"""How a file's path names a module: one answer, whoever asks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from attio_scopes.cli import main
from attio_scopes.model.module_name import dotted, imported_first, is_package, module_parts, package_parts


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
