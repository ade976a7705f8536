"""Small parts of the manifest's room, each by itself."""

from __future__ import annotations

import pytest

from attio_scopes.manifest import build
from attio_scopes.manifest.diff import grouped
from attio_scopes.manifest.strict_yaml import read_yaml


@pytest.mark.parametrize(
    ("text", "value"),
    [("true", True), ("false", False), ("'true'", "true"), ("null", None), ("12", 12), ("1.5", 1.5), ("2026-03", "2026-03"), ("on", "on")],
)
def test_a_scalar_is_what_it_looks_like(text: str, value: object) -> None:
    assert read_yaml(f"key: {text}\n".encode(), "x.yaml").data == {"key": value}


def test_a_kind_of_change_that_there_is_none_of_has_no_title() -> None:
    assert grouped(()) == ()


@pytest.mark.parametrize(
    ("tag", "summary", "name"),
    [("Notes", "Create a note", "/notes/create-a-note"), ("SCIM v2", "List (all)", "/scim-v2/list-all"), ("", "x", ""), ("Notes", "–", "")],
)
def test_the_name_of_a_page(tag: str, summary: str, name: str) -> None:
    assert build._page_name(tag, summary) == name
