"""Lists of scopes in other files: read in ten forms, edited so that nothing else changes."""

from __future__ import annotations

import json

import pytest
import yaml

from attio_scopes.configure.listing import BEGIN, END, filled, read_listing, relisted, split_target
from attio_scopes.model.errors import UserError
from attio_scopes.model.scope import ScopeSet

OLD = ["note:read", "task:read-write"]

FORMS = {
    "a.py:R": 'R = frozenset({"note:read", "task:read-write"})\nS = 1\n',
    "b.py:R": 'R = [\n    "note:read",  # why\n    "task:read-write",\n]\n',
    "c.py:R": 'R: list[str] = [\n    "note:read",\n    "task:read-write"\n]\n',
    "d.py:R": 'R = "note:read task:read-write"\n',
    "e.py:Scope": 'class Scope(str, Enum):\n    NOTE_READ = "note:read"\n    TASK_READ_WRITE = "task:read-write"\n\n    def f(self): ...\n',
    "f.py:R": "R: tuple[str, ...] = ('note:read', 'task:read-write',)\n",
    "g.py:R": 'R = " ".join(["note:read", "task:read-write"])\n',
    "h.py": f'import x\n# {BEGIN}\nA = {{"note:read", "task:read-write"}}\n# {END}\nB = {{"note:read"}}\n',
    "i.py:R": 'é = "ü"; R = ["note:read", "task:read-write"]  # ö\n',
    "j.toml:a.scopes": '[a]\nscopes = ["note:read", "task:read-write"]\nx = 1\n',
    "k.toml:a.scopes": '[a]\nscopes = [\n  "note:read", # c\n  "task:read-write"\n]\nx = 1\n',
    "l.yaml:scopes": "scopes:\n  - note:read # c\n  - task:read-write\nx: 1\n",
    "m.yaml:a.scopes": "a:\n  scopes: [note:read, task:read-write]\nx: 1\n",
    "n.json:a.scopes": '{\n\t"a": {\n\t\t"scopes": [\n\t\t\t"note:read",\n\t\t\t"task:read-write"\n\t\t]\n\t}\n}\n',
    "o.json:scopes": '{"scopes": ["note:read", "task:read-write"]}',
    "p.md": f"# X\n<!-- {BEGIN} -->\n- `note:read`: for notes\n- `task:read-write`\n<!-- {END} -->\nmore note:read-write\n",
    "q.md": f"<!-- {BEGIN} -->\nScopes: note:read, task:read-write\n<!-- {END} -->\n",
    ".env.example": f"# {BEGIN}\nATTIO_SCOPES=note:read,task:read-write\n# {END}\n",
    "r.txt": f"{BEGIN}\nnote:read task:read-write\n{END}\n",
}
CHANGES = [
    ["note:read-write", "task:read-write"],
    ["note:read"],
    ["task:read-write"],
    ["note:read", "task:read-write", "user_management:read", "webhook:read"],
    ["task:read", "user_management:read"],
    ["note:read-write", "task:read", "webhook:read-write"],
]


def scopes_of(text: str, target: str) -> list[str]:
    return sorted(item.text for item in read_listing(text, *split_target(target)).items)


@pytest.mark.parametrize("target", FORMS)
def test_a_list_that_is_right_stays_byte_for_byte(target: str) -> None:
    listing = read_listing(FORMS[target], *split_target(target))
    assert [item.text for item in listing.items] == OLD
    assert relisted(listing, ScopeSet.of(OLD)) == FORMS[target]
    for item in listing.items:
        place = listing.place(item)
        line = FORMS[target].split("\n")[place.line - 1]
        assert line[place.column - 1 : place.end_column - 1] == item.text


@pytest.mark.parametrize("wanted", CHANGES, ids=" ".join)
@pytest.mark.parametrize("target", FORMS)
def test_an_edit_changes_the_scopes_alone(target: str, wanted: list[str]) -> None:
    before = FORMS[target]
    after = relisted(read_listing(before, *split_target(target)), ScopeSet.of(wanted))
    assert scopes_of(after, target) == sorted(wanted)
    back = relisted(read_listing(after, *split_target(target)), ScopeSet.of(wanted))
    assert back == after
    if ".py" in target:
        compile(after, target, "exec")
    if ".json" in target:
        json.loads(after)
    if ".yaml" in target:
        assert yaml.safe_load(after)["x"] == 1
    kept = [line for line in before.splitlines() if "read" not in line]
    assert [line for line in after.splitlines() if "read" not in line] == kept
    for line in ("S = 1", 'B = {"note:read"}', "more note:read-write", "    def f(self): ..."):
        assert (line in before) == (line in after)


def test_the_forms_are_kept() -> None:
    def changed(target: str, *wanted: str) -> str:
        return relisted(read_listing(FORMS[target], *split_target(target)), ScopeSet.of(wanted))

    assert changed("d.py:R", *OLD, "webhook:read") == 'R = "note:read task:read-write webhook:read"\n'
    assert '    WEBHOOK_READ = "webhook:read"\n' in changed("e.py:Scope", *OLD, "webhook:read")
    assert '"note:read",  # why' in changed("b.py:R", *OLD, "webhook:read")
    assert changed("a.py:R", *OLD, "webhook:read") == 'R = frozenset({"note:read", "task:read-write", "webhook:read"})\nS = 1\n'
    assert "- `webhook:read`\n" in changed("p.md", *OLD, "webhook:read")
    assert changed(".env.example", "task:read-write") == f"# {BEGIN}\nATTIO_SCOPES=task:read-write\n# {END}\n"


@pytest.mark.parametrize(
    ("target", "text", "told"),
    [
        ("a.py:R", "R = load()\n", "not written out as texts"),
        ("a.py:R", "R = [x, 'note:read']\n", "not written out as texts"),
        ("a.py:R", "S = ['note:read']\n", "binds no R"),
        ("a.py:R", "R = []\n", "lists no text"),
        ("a.py:R", "R = ['note\\x3aread']\n", "written with escapes"),
        ("a.py:R", "R = [\n", "is not Python"),
        ("a.toml:x.y", "x = 1\n", "has no list of texts named x.y"),
        ("a.json:x", "[1]", "the top level must be a table"),
        ("a.md", "no markers", "has no marker"),
        ("a.md", f"<!-- {BEGIN} -->\n<!-- {BEGIN} -->\n<!-- {END} -->\n", "more than one marker"),
        ("a.md", f"<!-- {BEGIN} -->\n", "has no line"),
        ("a.md:R", "x", "named in Python, TOML, YAML and JSON files"),
    ],
)
def test_what_is_no_list_is_told(target: str, text: str, told: str) -> None:
    with pytest.raises(UserError, match=told):
        read_listing(text, *split_target(target))


def test_a_list_is_never_emptied() -> None:
    with pytest.raises(UserError, match="by hand"):
        relisted(read_listing(FORMS["a.py:R"], "a.py", "R"), ScopeSet())


def test_content_between_markers_is_replaced_whole() -> None:
    text = f"a\n<!-- {BEGIN} entries -->\nold\n<!-- {END} -->\nb\n"
    listing = read_listing(text, "a.md", "")
    assert listing.kind == "entries"
    assert filled(listing, "new\n") == text.replace("old", "new")


def test_a_target_is_taken_apart() -> None:
    assert split_target("app/a.py:R") == ("app/a.py", "R")
    assert split_target("README.md") == ("README.md", "")
    assert split_target("C:\\x\\a.md") == ("C:\\x\\a.md", "")
    assert split_target("C:/x/a.md") == ("C:/x/a.md", "")
