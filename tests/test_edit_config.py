"""Edits of configuration files: only the scopes change, comments stay, and a fix takes away only what is proven."""

from __future__ import annotations

import difflib

import pytest

from attio_scopes.configure.edit import arranged, edit_scopes
from attio_scopes.configure.fix import plan_fix
from attio_scopes.model.config import Config, Token
from attio_scopes.model.errors import UserError
from attio_scopes.model.finding import BROADER_SCOPE, MISSING_SCOPE, UNUSED_SCOPE, Finding, Severity
from attio_scopes.model.report import Report
from attio_scopes.model.scope import ScopeSet
from tests.made_calls import place, report, scopes

TOML = """\
# the whole
[project]
name = "x"  # its name

[tool.attio-scopes]
# what the token has
scopes = [
    "record_permission:read-write",  # writes
    # about notes
    "note:read",
    "webhook:read"
]  # end

[tool.ruff]
line-length = 99
"""

YAML = """\
# the whole
scopes:  # what the token has
  - record_permission:read-write   # writes
  # about notes
  - note:read
  - webhook:read
reasons:
  "note:read": asked for
"""

TOKENS_TOML = """\
[tool.attio-scopes.tokens.sync]
env = ["SYNC"]
scopes = ["note:read", "webhook:read"]  # both
[tool.attio-scopes.tokens."my app"]
scopes = []
"""

TOKENS_YAML = """\
tokens:
  sync:
    scopes: [note:read, webhook:read]  # both
    env: [SYNC]
  my app:
    scopes:
    - note:read
"""


def changed(text: str, file: str, **wanted: str) -> list[str]:
    """The lines of the difference that an edit makes."""
    after = edit_scopes(text, file, {name.replace("_", " "): ScopeSet.of(value.split()) for name, value in wanted.items()})
    return [line for line in difflib.ndiff(text.splitlines(), after.splitlines()) if line[:2] in ("- ", "+ ")]


@pytest.mark.parametrize(
    ("wanted", "lines"),
    [
        ("record_permission:read-write note:read webhook:read", []),
        ("record_permission:read-write webhook:read", ['-     "note:read",']),
        (
            "record_permission:read note:read webhook:read",
            ['-     "record_permission:read-write",  # writes', '+     "record_permission:read",  # writes'],
        ),
        (
            "record_permission:read-write note:read webhook:read task:read",
            ['-     "webhook:read"', '+     "webhook:read",', '+     "task:read"'],
        ),
    ],
)
def test_toml(wanted: str, lines: list[str]) -> None:
    assert changed(TOML, "pyproject.toml", default=wanted) == lines


@pytest.mark.parametrize(
    ("wanted", "lines"),
    [
        ("record_permission:read-write note:read webhook:read", []),
        ("record_permission:read-write webhook:read", ["-   - note:read"]),
        (
            "record_permission:read note:read webhook:read",
            ["-   - record_permission:read-write   # writes", "+   - record_permission:read   # writes"],
        ),
        ("record_permission:read-write note:read webhook:read task:read", ["+   - task:read"]),
        ("record_permission:read-write note:read task:read", ["-   - webhook:read", "+   - task:read"]),
    ],
)
def test_yaml(wanted: str, lines: list[str]) -> None:
    assert changed(YAML, "attio-scopes.yaml", default=wanted) == lines


@pytest.mark.parametrize(("text", "file"), [(TOML, "pyproject.toml"), (YAML, "a.yaml"), (YAML.rstrip(), "a.yml")])
def test_all_taken_away_and_given_back(text: str, file: str) -> None:
    empty = edit_scopes(text, file, {"default": ScopeSet()})
    assert "note:read" not in empty.replace('"note:read": asked', "")
    full = edit_scopes(empty, file, {"default": ScopeSet.of(["note:read", "task:read"])})
    assert "note:read" in full
    assert "task:read" in full
    assert "# the whole" in full


def test_tokens() -> None:
    assert changed(TOKENS_TOML, "pyproject.toml", sync="webhook:read-write") == [
        '- scopes = ["note:read", "webhook:read"]  # both', '+ scopes = ["webhook:read-write"]  # both',
    ]  # fmt: skip
    assert changed(TOKENS_TOML, "pyproject.toml", my_app="note:read") == ["- scopes = []", '+ scopes = ["note:read"]']
    assert changed(TOKENS_YAML, "attio-scopes.yaml", sync="webhook:read-write", my_app="note:read task:read") == [
        "-     scopes: [note:read, webhook:read]  # both", "+     scopes: [webhook:read-write]  # both", "+     - task:read",
    ]  # fmt: skip


def test_a_list_in_brackets_over_several_lines() -> None:
    text = "scopes: [\n    note:read,\n    webhook:read,\n]\nignore: [ATS005]\n"
    assert changed(text, "a.yaml", default="webhook:read task:read") == ["-     note:read,", "+     task:read,"]


def test_a_list_in_brackets_with_comments_is_left_alone() -> None:
    with pytest.raises(UserError, match=r"a.yaml:1: .* make it: task:read"):
        edit_scopes("scopes: [\n  note:read, # why\n]\n", "a.yaml", {"default": ScopeSet.of(["task:read"])})


@pytest.mark.parametrize(("text", "file"), [(TOML, "pyproject.toml"), (YAML, "a.yaml")])
def test_windows_line_ends_stay(text: str, file: str) -> None:
    after = edit_scopes(text.replace("\n", "\r\n"), file, {"default": ScopeSet.of(["note:read", "task:read"])})
    assert "task:read" in after
    assert after.count("\r\n") == after.count("\n")


def test_no_such_token() -> None:
    with pytest.raises(UserError, match="token other has no list of scopes"):
        edit_scopes(TOML, "pyproject.toml", {"other": ScopeSet()})


def test_a_file_of_our_own_in_toml() -> None:
    lines = changed('scopes = ["note:read"]\n', "attio.toml", default="task:read")
    assert lines == ['- scopes = ["note:read"]', '+ scopes = ["task:read"]']


@pytest.mark.parametrize(
    ("old", "wanted", "new"),
    [
        ("b:read a:read", "a:read b:read", "b:read a:read"),
        ("b:read-write a:read", "a:read b:read", "b:read a:read"),
        ("a:read a:read-write", "a:read-write", "a:read-write"),
        ("a:read-write", "c:read b:read", "b:read c:read"),
        ("", "b:read", "b:read"),
    ],
)
def test_arranged(old: str, wanted: str, new: str) -> None:
    assert arranged(old.split(), ScopeSet.of(wanted.split())) == new.split()


# --- what to change --------------------------------------------------------------------------------------------

HELD = ("note:read-write", "record_permission:read", "task:read")
CONFIG = Config(tokens=(Token("default", ScopeSet.of(HELD)),))


def told(*found: Finding, partial: bool = False) -> Report:
    return report(partial=partial, declared=HELD, more=found)


UNUSED = Finding(UNUSED_SCOPE, Severity.WARNING, "", "", place(1), scopes("task:read"), "default")
BROADER = Finding(BROADER_SCOPE, Severity.WARNING, "", "", place(1), scopes("note:read-write"), "default")
MISSING = Finding(MISSING_SCOPE, Severity.ERROR, "", "", place(1), scopes("record_permission:read-write", "webhook:read"), "default")


def test_a_fix_takes_away_what_findings_say() -> None:
    (change,) = plan_fix(told(UNUSED, BROADER), CONFIG, add=False)
    assert change.after.texts() == ("note:read", "record_permission:read")
    assert [str(s) for s in change.removed] == ["note:read-write", "task:read"]
    assert [str(s) for s in change.added] == ["note:read"]


def test_without_a_finding_nothing_is_taken_away() -> None:
    (change,) = plan_fix(told(), CONFIG, add=True)
    assert change.before == change.after


def test_nothing_is_taken_away_by_a_partial_run() -> None:
    (change,) = plan_fix(told(UNUSED, BROADER, partial=True), CONFIG, add=False)
    assert change.removed == ()


def test_scopes_are_added_only_when_asked_for() -> None:
    (change,) = plan_fix(told(MISSING), CONFIG, add=False)
    assert (change.added, [str(s) for s in change.lacking]) == ((), ["record_permission:read-write", "webhook:read"])
    (change,) = plan_fix(told(MISSING), CONFIG, add=True)
    assert change.lacking == ()
    assert change.after.texts() == ("note:read-write", "record_permission:read-write", "task:read", "webhook:read")


def test_findings_of_another_token_do_not_count() -> None:
    other = Finding(UNUSED_SCOPE, Severity.WARNING, "", "", place(1), scopes("task:read"), "other")
    (change,) = plan_fix(told(other), CONFIG, add=True)
    assert change.before == change.after
