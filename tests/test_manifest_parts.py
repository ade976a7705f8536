"""Small parts of the manifest's room, each by itself."""

from __future__ import annotations

import pytest

from attio_scopes.manifest import build
from attio_scopes.manifest.diff import grouped


def test_a_kind_of_change_that_there_is_none_of_has_no_title() -> None:
    assert grouped(()) == ()


@pytest.mark.parametrize(
    ("tag", "summary", "name"),
    [("Notes", "Create a note", "/notes/create-a-note"), ("SCIM v2", "List (all)", "/scim-v2/list-all"), ("", "x", ""), ("Notes", "–", "")],
)
def test_the_name_of_a_page(tag: str, summary: str, name: str) -> None:
    assert build._page_name(tag, summary) == name
