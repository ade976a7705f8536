"""docs/architecture.md names what there is: its files, its functions, every room; and CONTRIBUTING stays short."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "attio_scopes"
PAGE = ROOT / "docs" / "architecture.md"
if not PAGE.is_file():
    pytest.skip("docs/ is not in this copy of the project", allow_module_level=True)
TEXT = PAGE.read_text(encoding="utf-8")
CHANGES = ("code", "client library", "framework", "endpoint", "output format", "bound", "command", "option", "message", "page")


def section(title: str) -> str:
    found = re.search(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", TEXT, re.MULTILINE | re.DOTALL)
    assert found is not None, title
    return found[1]


def files(text: str) -> list[str]:
    """What looks like a file or folder in backticks, with the function behind it if there is one."""
    return re.findall(r"`([\w/.*]+(?:/|\.(?:py|yaml|json|yml|md|toml))(?::\w+)?)`", text)


def exists(name: str) -> bool:
    file, _, function = name.partition(":")
    places = [folder / file for folder in (PACKAGE, ROOT)]
    if "*" in file:
        return any(place.parent.is_dir() and any(place.parent.glob(place.name)) for place in places)
    found = next((place for place in places if place.exists()), None)
    if found is None or (file.endswith("/") and not found.is_dir()):
        return False
    if not function:
        return True
    tree = ast.parse(found.read_text(encoding="utf-8"))
    return any(getattr(node, "name", None) == function for node in tree.body)


@pytest.mark.parametrize("name", sorted(set(files(TEXT))))
def test_what_is_named_exists(name: str) -> None:
    assert exists(name)


def test_a_name_that_is_gone_is_noticed() -> None:
    assert len(set(files(TEXT))) > 80
    assert exists("judge/__init__.py:judge")
    assert not exists("judge/__init__.py:jugde")
    assert not exists("jugde/")
    assert not exists("rules/clients/*.yml")


def test_every_room_has_a_line() -> None:
    """And only one: what a newcomer finds is where it belongs."""
    rows = re.findall(r"^\| ([^|]*) \|", section("The rooms"), re.MULTILINE)
    named = [name for row in rows for name in files(row)]
    parts = {
        path.name + ("/" if path.is_dir() else "") for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert sorted(named) == sorted(parts - {"__init__.py", "__main__.py"})


def test_the_way_of_a_call_is_told_with_functions() -> None:
    steps = re.findall(r"^\d\. .*?(?=^\d\. |\Z)", section("From a file to a finding"), re.MULTILINE | re.DOTALL)
    assert len(steps) == 8
    assert all(any(":" in name for name in files(step)) for step in steps)


def test_the_likeliest_changes_have_their_place() -> None:
    rows = re.findall(r"^\| ([^|]*) \| ([^|]*) \|", section("Where do I change…"), re.MULTILINE)[1:]
    assert len(rows) == len(CHANGES)
    for (what, where), change in zip(rows, CHANGES, strict=True):
        assert what.startswith(change)
        assert files(where), what


def test_what_a_first_change_needs_is_short() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 80
    links = re.findall(r"\]\(([\w/.]+)\)", text)
    assert {"docs/architecture.md", "docs/changing.md", "docs/engine.md", "SECURITY.md"} <= set(links)
    assert all((ROOT / link).is_file() for link in links)
