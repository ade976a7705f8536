"""Baselines: what they accept, that they survive moved lines, and that stale entries are told and pruned."""

from __future__ import annotations

import json

import pytest

from attio_scopes.baseline import Entry, apply_baseline, entries_of, lines_of, parse, pruned, render
from attio_scopes.model.errors import UserError
from attio_scopes.model.finding import INTERNAL_ERROR, UNUSED_SCOPE, UNUSED_SUPPRESSION, Finding, Severity
from attio_scopes.model.scope import Scope
from tests.made_calls import NOTE, NOTES, WEBHOOK, place, report, resolved, unresolved

BEFORE = report(
    (resolved(3, NOTE, function="sync"), "missing"),
    (resolved(9, NOTE, function="sync"), "missing"),
    (unresolved(20, function="send"), "unresolved"),
    (resolved(30, NOTES), "covered"),
)


def test_what_is_written_accepts_everything() -> None:
    entries = entries_of(BEFORE)
    assert [(e.code, e.function, e.count) for e in entries] == [("ATS001", "sync", 2), ("ATS004", "send", 1)]
    after = apply_baseline(BEFORE, entries)
    assert after.findings == ()
    assert [c.status for c in after.calls] == ["suppressed", "suppressed", "suppressed", "covered"]
    assert len(after.suppressed) == 3
    assert after.notes == ("3 accepted in the baseline attio-scopes-baseline.json",)


def test_moved_lines_and_new_neighbours_do_not_matter() -> None:
    moved = report(
        (resolved(1, WEBHOOK, function="new"), "missing"),
        (resolved(103, NOTE, function="sync"), "missing"),
        (resolved(109, NOTE, function="sync"), "missing"),
        (unresolved(220, function="send"), "unresolved"),
    )
    after = apply_baseline(moved, entries_of(BEFORE))
    assert [(f.code.id, f.place.line) for f in after.findings] == [("ATS001", 1)]


@pytest.mark.parametrize(
    "other",
    [
        resolved(3, NOTE, function="other"),
        resolved(3, WEBHOOK, function="sync"),
        resolved(3, NOTE, function="sync", path="b.py"),
    ],
)
def test_another_function_endpoint_or_file_is_new(other: object) -> None:
    after = apply_baseline(report((other, "missing")), entries_of(BEFORE))  # type: ignore[arg-type]  # a Call
    assert [f.code.id for f in after.findings if f.code.id != "ATS201"] == ["ATS001"]


def test_one_more_of_the_same_is_new() -> None:
    more = report(*[(resolved(line, NOTE, function="sync"), "missing") for line in (3, 9, 12)])
    after = apply_baseline(more, [e for e in entries_of(BEFORE) if e.code == "ATS001"])
    assert [(f.code.id, f.place.line) for f in after.findings] == [("ATS001", 12)]


def test_stale_entries_are_told_and_pruned() -> None:
    less = report((resolved(3, NOTE, function="sync"), "missing"))
    entries = entries_of(BEFORE)
    after = apply_baseline(less, entries, "base.json")
    assert [(f.code, f.place.path) for f in after.findings] == [(UNUSED_SUPPRESSION, "base.json")] * 2
    assert "ATS001 for POST /v2/notes in sync, app.py" in after.findings[0].message
    assert [(e.code, e.count) for e in pruned(less, entries)] == [("ATS001", 1)]
    assert apply_baseline(less, pruned(less, entries)).findings == ()


def test_pruning_adds_nothing() -> None:
    assert pruned(BEFORE, []) == ()
    two = [e for e in entries_of(BEFORE) if e.code == "ATS001"]
    assert list(pruned(BEFORE, two)) == two


@pytest.mark.parametrize("indent", [None, 2])
def test_a_stale_entry_is_told_where_it_stands(indent: int | None) -> None:
    entries = tuple(Entry(f"{name}.py", "ATS001", 'f"{"', 'GET /"findings": [', "", 2) for name in "abc")
    written = render(entries) if indent is None else json.dumps(json.loads(render(entries)), indent=indent)
    told = apply_baseline(report(), parse(written, "b.json"), "b.json", lines_of(written)).findings
    lines = written.splitlines()
    assert len(told) == 3
    for finding, name in zip(told, "abc", strict=True):
        assert finding.place.path == "b.json"
        entry = "".join(lines[finding.place.line - 1 :]).lstrip()
        assert entry.startswith("{")
        assert f"{name}.py" in entry[:60]


def test_a_partial_run_calls_nothing_stale() -> None:
    assert apply_baseline(report(partial=True), entries_of(BEFORE)).findings == ()


def test_declarations_are_known_by_token_and_scope() -> None:
    unused = Finding(UNUSED_SCOPE, Severity.WARNING, "unused", "", place(2, "pyproject.toml"), (Scope.parse("note:read"),), "sync")
    entries = entries_of(report(more=[unused]))
    assert entries == (Entry("pyproject.toml", "ATS101", "", "note:read", "sync"),)


def test_what_broke_and_ats201_are_never_accepted() -> None:
    broke = Finding(INTERNAL_ERROR, Severity.ERROR, "failed", "", place(1))
    idle = Finding(UNUSED_SUPPRESSION, Severity.WARNING, "unused", "", place(1))
    made = report(more=[broke, idle])
    assert entries_of(made) == ()
    assert len(apply_baseline(made, [Entry("app.py", "ATS902", "", "", "", 5)]).findings) == 3


def test_the_file_reads_back_and_is_sorted() -> None:
    entries = entries_of(BEFORE)
    text = render(tuple(reversed(entries)))
    assert parse(text, "b.json") == entries
    assert text == render(entries)
    assert len(text.splitlines()) == len(entries) + 2
    assert json.loads(render(())) == {"baseline": 1, "findings": []}


def test_repeated_entries_add_up() -> None:
    one = Entry("a.py", "ATS001", "f", "x", "")
    assert parse(render((one, one)), "b.json") == (Entry("a.py", "ATS001", "f", "x", "", 2),)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "is not JSON"),
        ("[" * 100_000, "is not JSON"),
        ("[]", "is not a baseline"),
        ('{"baseline": 2, "findings": []}', "format is not 1"),
        ('{"baseline": 1, "findings": [1]}', "entry 1: is not an object"),
        ('{"baseline": 1, "findings": [{"code": "ATS001"}]}', "path is missing"),
        ('{"baseline": 1, "findings": [{"code": "ATS999", "path": "a"}]}', "code is missing or unknown"),
        ('{"baseline": 1, "findings": [{"code": "ATS001", "path": "a", "count": 0}]}', "count must be"),
        ('{"baseline": 1, "findings": [{"code": "ATS001", "path": "a", "count": true}]}', "count must be"),
        ('{"baseline": 1, "findings": [{"code": "ATS001", "path": "a", "line": "3"}]}', "unknown key line"),
        ('{"baseline": 1, "findings": [{"code": "ATS001", "path": 3}]}', "must be a string"),
    ],
)
def test_other_files_are_refused(text: str, says: str) -> None:
    with pytest.raises(UserError, match=says):
        parse(text, "b.json")


def test_every_wrong_entry_at_once() -> None:
    with pytest.raises(UserError) as caught:
        parse('{"baseline": 1, "findings": [1, {"code": "ATS001", "path": "a"}, 2]}', "b.json")
    assert len(caught.value.problems) == 2
