"""Small parts of the manifest's room, each by itself."""

from __future__ import annotations

import pytest

from attio_scopes.manifest import build, source
from attio_scopes.manifest.diff import grouped
from attio_scopes.model.errors import UserError


def test_a_kind_of_change_that_there_is_none_of_has_no_title() -> None:
    assert grouped(()) == ()


@pytest.mark.parametrize(
    ("tag", "summary", "name"),
    [("Notes", "Create a note", "/notes/create-a-note"), ("SCIM v2", "List (all)", "/scim-v2/list-all"), ("", "x", ""), ("Notes", "–", "")],
)
def test_the_name_of_a_page(tag: str, summary: str, name: str) -> None:
    assert build._page_name(tag, summary) == name


DOCUMENTS = {"a": 1, "[a, b]": 3, "a: b": 3, "a: &x [1, 2]\nb: *x": 9, "a: &x {c: 1}\nb: {<<: *x}": 11}


@pytest.mark.parametrize(("text", "nodes"), DOCUMENTS.items())
def test_a_document_stands_for_so_many_nodes(text: str, nodes: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Written out: an alias and a merge key count as what they stand for."""
    monkeypatch.setattr(source, "_MOST_NODES", nodes)
    assert source._parse_yaml(text, "api.yaml") is not None
    monkeypatch.setattr(source, "_MOST_NODES", nodes - 1)
    with pytest.raises(UserError, match=rf"^api\.yaml:[12]: aliases and merge keys stand for more than {nodes - 1} nodes$"):
        source._parse_yaml(text, "api.yaml")
