"""What a repository's visitors read and fill in: issue forms, the security page, the updates that are proposed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from attio_scopes.cli import COMMANDS

ROOT = Path(__file__).resolve().parent.parent
FORMS = ROOT / ".github" / "ISSUE_TEMPLATE"
if not FORMS.is_dir():
    pytest.skip(".github/ is not in this copy of the project", allow_module_level=True)
ALL_FORMS = sorted(path for path in FORMS.iterdir() if path.name != "config.yml")


def text_of(node: Any) -> str:
    if isinstance(node, dict):
        return " ".join(text_of(each) for each in node.values())
    return " ".join(map(text_of, node)) if isinstance(node, list) else str(node)


@pytest.mark.parametrize("path", ALL_FORMS, ids=lambda path: path.stem)
def test_a_form_is_one(path: Path) -> None:
    """As GitHub documents its form schema: it shows no form at all of a file with a mistake."""
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert set(form) == {"name", "description", "labels", "body"}
    ids = []
    for part in form["body"]:
        assert part["type"] in ("markdown", "input", "textarea")
        if part["type"] == "markdown":
            assert set(part) == {"type", "attributes"}
            assert set(part["attributes"]) == {"value"}
            continue
        assert set(part) <= {"type", "id", "attributes", "validations"}
        assert set(part["attributes"]) <= {"label", "description", "render"}
        assert "render" not in part["attributes"] or part["type"] == "textarea"
        ids.append(part["id"])
        assert re.fullmatch(r"[a-z][a-z-]*", part["id"])
    assert len(ids) == len(set(ids)) >= 4
    named = re.findall(r"`attio-scopes ([a-z]+)", text_of(form))
    assert named
    assert set(named) <= set(COMMANDS), "a form names commands that there are"
    assert all((ROOT / page).is_file() for page in re.findall(r"docs/[\w.]+\.md", text_of(form)))


def test_there_is_a_form_for_each_kind_of_wrong_report() -> None:
    assert [path.stem for path in ALL_FORMS] == ["false-alarm", "missed-call"]


def test_updates_are_proposed_for_all_that_is_pinned() -> None:
    updates = yaml.safe_load((ROOT / ".github" / "dependabot.yml").read_text(encoding="utf-8"))["updates"]
    assert {(each["package-ecosystem"], each["directory"]) for each in updates} == {("github-actions", "/"), ("pip", "/requirements")}
    assert all((ROOT / each["directory"].strip("/")).is_dir() and len(each["groups"]) == 1 for each in updates)


def test_the_links_of_the_security_page() -> None:
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    for target, anchor in re.findall(r"\]\(([\w/.]+)#([\w-]+)\)", text):
        headings = re.findall(r"^#+ (.*)$", (ROOT / target).read_text(encoding="utf-8"), re.MULTILINE)
        assert anchor in {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}
