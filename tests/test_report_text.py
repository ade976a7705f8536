"""Text: code frames that point at the right characters, at every width, and nothing of the analysed code that steers a terminal."""

from __future__ import annotations

import re
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from attio_scopes.judge.inventory import inventory
from attio_scopes.model.call import Place
from attio_scopes.model.finding import MISSING_SCOPE, Finding, Severity
from attio_scopes.model.report import Report, SuppressedFinding
from attio_scopes.model.visible import visible
from attio_scopes.report import concise, grouped, needed, text
from attio_scopes.report.frame import excerpt, frame
from tests.made_calls import NOTE, NOTES, WEBHOOK, report, resolved, unknown, unresolved
from tests.report_fixture import EMPTY, FINDINGS, REPORT, SOURCES

LINE = '        return self._request("POST", f"/objects/{slug}/records/query", json={"filter": filter})'


def lines(source: str, place: Place, width: int = 80) -> list[str]:
    return [f"{line.number:>3} |{' ' if line.text else ''}{line.text}" for line in frame(source, place, width)]


def test_a_frame_marks_the_call() -> None:
    assert lines("import a\nx = f(1)\n", Place("a.py", 2, 5, 2, 9)) == ["  2 | x = f(1)", "    |     ^^^^"]


def test_a_call_over_several_lines() -> None:
    source = "x = f(\n    1,\n)\n"
    assert lines(source, Place("a.py", 1, 5, 3, 2)) == [
        "  1 | x = f(", "    |     ^^", "  2 |     1,", "  3 | )",
    ]  # fmt: skip
    long = "x = f(\n" + "    1,\n" * 20 + ")\n"
    assert lines(long, Place("a.py", 1, 5, 22, 2))[-1] == "    | ..."
    assert len(lines(long, Place("a.py", 1, 5, 22, 2))) == 5


def test_tabs_wide_and_combining_characters_keep_the_mark_in_place() -> None:
    assert lines("\tf(1)", Place("a.py", 1, 2, 1, 6)) == ["  1 |     f(1)", "    |     ^^^^"]
    assert lines("'日本', f()", Place("a.py", 1, 7, 1, 10)) == ["  1 | '日本', f()", "    |         ^^^"]
    assert lines("'e\u0301', f()", Place("a.py", 1, 7, 1, 10)) == ["  1 | 'e\u0301', f()", "    |      ^^^"]
    assert lines("'\x1b[2J', f()", Place("a.py", 1, 9, 1, 12)) == ["  1 | '\\x1b[2J', f()", "    |            ^^^"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_are_pythons(end: str) -> None:
    source = end.join(["a = 1\x0c", "b = '\x85\u2028'", "f()", ""])
    assert lines(source, Place("a.py", 3, 1, 3, 4)) == ["  3 | f()", "    | ^^^"]


def test_a_place_that_the_file_no_longer_has() -> None:
    assert frame("x = 1\n", Place("a.py", 9, 1, 9, 2), 80) == []
    assert lines("x\n", Place("a.py", 1, 50, 1, 60)) == ["  1 | x", "    |  ^"]


def test_long_lines_are_cut_around_the_call() -> None:
    place = Place("a.py", 1, 16, 1, len(LINE) + 1)
    (source, mark) = frame(LINE, place, 60)
    assert source.text == '...return self._request("POST", f"/objects/{slug}/records...'
    assert mark.text == " " * 10 + "^" * 47
    far = "x = [" + "1, " * 2_000_000 + "f(2)]"
    start = far.index("f(2)") + 1
    (source, mark) = frame(far, Place("a.py", 1, start, 1, start + 4), 60)
    assert len(source.text) <= 60
    assert source.text[len(mark.text) - 4 : len(mark.text)] == "f(2)"


@given(st.text(max_size=200), st.integers(1, 8), st.integers(1, 210), st.integers(0, 5), st.integers(0, 210), st.integers(10, 120))
def test_a_frame_never_fails_nor_shows_a_control_character(source: str, line: int, column: int, more: int, end: int, width: int) -> None:
    for shown in frame(source, Place("a.py", line, column, line + more, end), width):
        assert visible(shown.text) == shown.text
        if shown.mark:
            assert set(shown.text) <= {" ", "^"}
            assert shown.text.endswith("^")


def test_an_excerpt_is_one_line_that_fits() -> None:
    assert excerpt("a\n\tf(1)  \n", 2, 80) == "f(1)"
    assert excerpt("f(" + "1" * 100 + ")", 1, 20) == "f(111111111111111..."
    assert excerpt("日本語日本語", 1, 8) == "日本..."
    assert excerpt("'\x1b[2J'", 1, 80) == "'\\x1b[2J'"
    assert excerpt("a\n", 9, 80) == excerpt("a\n", 0, 80) == excerpt("\n", 1, 80) == ""


# --- the report ---


def test_a_finding_has_place_line_message_help_trace_and_link() -> None:
    shown = text.render(REPORT, SOURCES, width=80)
    block = next(part for part in shown.split("\n\n") if part.startswith("crm/client.py:10:16:"))
    assert block.splitlines() == [
        "crm/client.py:10:16: error ATS001 missing-scope",
        '  10 | ...return self._request("POST", f"/objects/{slug}/records", json={"dat...',
        "     |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        "  POST /v2/objects/{object}/records needs record_permission:read-write, which",
        "  token app lacks",
        "  help: grant record_permission:read-write to token app, 100% of the time",
        "        or take the call away",
        "  via: crm/client.py:4 the request is sent here",
        "         return self.session.request(method, self.base + path, **options)",
        "  docs: https://docs.attio.com/rest-api/post/v2/objects/object/records",
    ]


def test_the_summary_accounts_for_every_call() -> None:
    made = report(
        (resolved(1), "covered"), (resolved(2), "missing"), (resolved(3), "possible"), (unknown(4), "unknown-endpoint"),
        (unresolved(5), "unresolved"), (resolved(6), "suppressed"), (resolved(7), "covered"),
    )  # fmt: skip
    shown = text.render(replace(made, skipped_tests=2), {}, width=200)
    first, second = shown.splitlines()[-2:]
    counts = "2 covered, 1 missing a scope, 1 possibly missing a scope, 1 at an unknown endpoint, 1 unresolved, 1 suppressed"
    assert first == f"7 Attio calls in 1 file (2 files of test code left out): {counts}."
    assert second == "1 error, 2 warnings."


def test_a_clean_run_says_so_in_two_lines() -> None:
    made = report((resolved(1), "covered"), declared=["note:read-write"])
    assert text.render(made, {}) == "1 Attio call in 1 file: 1 covered.\nNo findings.\n"
    assert text.render(replace(made, calls=(), files=3), {}) == "0 Attio calls in 3 files.\nNo findings.\n"


@pytest.mark.parametrize("form", [text, concise, grouped], ids=lambda form: form.__name__.rpartition(".")[2])
def test_what_is_suppressed_is_said_to_be(form: ModuleType) -> None:
    """A scope that is missing, beside "No findings.", would be a contradiction; one that a finding still tells is not suppressed."""
    one, two = resolved(1, NOTES), resolved(2, WEBHOOK)
    made = report((one, "missing"), (two, "missing"))
    (note,), (webhook,) = ([item] for item in made.findings)
    silent = made.with_findings([], [SuppressedFinding(note), SuppressedFinding(webhook)])
    rows = form.render(silent, {}, width=200).splitlines()
    listed = next(row for row in rows if "missing scopes:" in row)
    assert listed.endswith("missing scopes: note:read (suppressed), webhook:read-write (suppressed)")
    assert rows[-1] == "No findings; 2 findings suppressed."
    half = form.render(made.with_findings([note], [SuppressedFinding(webhook)]), {}, width=200).splitlines()
    listed = next(row for row in half if "missing scopes:" in row)
    assert listed.endswith("missing scopes: note:read, webhook:read-write (suppressed)")
    assert half[-1] == "1 error."


@pytest.mark.parametrize("width", [60, 80, 120])
def test_prose_keeps_to_the_width(width: int) -> None:
    for line in text.render(REPORT, SOURCES, width=width).splitlines():
        heading_or_link = ".py:" in line[: line.find(": ")] or ".toml:" in line or "docs:" in line
        assert len(line) <= width or heading_or_link, line


def test_nothing_of_the_analysed_code_steers_the_terminal() -> None:
    for render in (text.render, text.render_calls, concise.render, grouped.render):
        shown = render(REPORT, SOURCES, width=100)
        assert all(visible(line) == line for line in shown.split("\n"))
        assert "\\x1b[31m" in shown
        colored = render(REPORT, SOURCES, color=True, width=100)
        assert {part.split("m")[0] for part in colored.split("\x1b[")[1:]} <= {"0", "1", "2", "32", "36", "1;31", "1;33", "1;36"}


def test_a_workflow_command_of_the_code_never_starts_a_line() -> None:
    for line in text.render(REPORT, SOURCES, width=80).splitlines():
        assert not line.startswith(("::", "##"))


@pytest.mark.parametrize("module", [text, concise, grouped])
def test_colours_change_nothing_but_colours(module: ModuleType) -> None:
    colored = module.render(REPORT, SOURCES, color=True, statistics=True)
    assert "\x1b[1;31merror\x1b[0m" in colored
    assert "\x1b[36mrecord_permission:read-write\x1b[0m" in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == module.render(REPORT, SOURCES, statistics=True)


def test_paths_can_be_shown_otherwise() -> None:
    assert "\nsub/crm/client.py:10:16: error" in text.render(REPORT, SOURCES, shown=lambda path: f"sub/{path}")


def test_advice_that_is_withheld_says_why() -> None:
    made = report((unresolved(1), "unresolved"), declared=["note:read"])
    made = replace(made, tokens=(replace(made.tokens[0], unused=(), withheld="1 call is unresolved, and might need it"),))
    assert "  unused scopes not checked: 1 call is unresolved, and might need it\n" in text.render(made, {})


def test_a_note_severity_is_counted() -> None:
    finding = Finding(MISSING_SCOPE, Severity.NOTE, "m", "", Place("a.py", 1, 1, 1, 2))
    assert text.render(replace(report((resolved(1), "covered")), findings=(finding,)), {}).endswith("\n1 note.\n")


def test_calls_without_a_verdict() -> None:
    made: Report = report((resolved(1, NOTES, WEBHOOK), "resolved"), (unresolved(2), "unresolved"), (unknown(3), "unknown-endpoint"),
                          declared=None)  # fmt: skip
    made = replace(made, findings=())
    assert text.render_calls(made, {}).splitlines() == [
        "app.py:1:5: GET /v2/notes or POST /v2/webhooks",
        "  needs: note:read",
        "         webhook:read-write",
        "app.py:2:5: unresolved: POST https://api.attio.com/v2/{path}",
        "  reason: parameter path",
        "app.py:3:5: unknown endpoint: POST https://api.attio.com/v2/nots",
        "  nearest: POST /v2/notes",
        "",
        "  scopes needed: note:read, webhook:read-write",
        "",
        "3 Attio calls in 1 file: 1 resolved, 1 at an unknown endpoint, 1 unresolved.",
    ]


def test_an_empty_report_renders() -> None:
    assert text.render(EMPTY, {})
    assert text.render_calls(EMPTY, {})


# --- a line for each finding ---


def test_concise_has_a_line_for_each_finding_as_compilers_write_it() -> None:
    lines = concise.render(REPORT, SOURCES, width=80).splitlines()[: len(REPORT.findings)]
    for line, finding in zip(lines, REPORT.findings, strict=True):
        place = finding.place
        head = f"{visible(place.path)}:{place.line}:{place.column}: {finding.severity} {finding.code.id} "
        assert line.startswith(head)
        assert line[len(head) :] == visible(" ".join(finding.message.split()))
    assert concise.render(EMPTY, {}) == "0 Attio calls in 0 files.\n"


# --- groups ---


def groups(shown: str) -> dict[str, list[str]]:
    """The headings with the places below each."""
    below: dict[str, list[str]] = {}
    for block in shown.split("\n\n"):
        head, *rest = block.splitlines()
        places = [found[1] for line in rest if (found := re.match(r" +((?:\S.*:)?\d+:\d+)(?::|$)", line))]
        if places:
            below[head] = places
    return below


def test_groups_by_scope_with_the_worst_first_and_those_about_none_last() -> None:
    found = groups(grouped.render(replace(REPORT, findings=FINDINGS[1:4]), SOURCES))
    assert found == {
        "record_permission:read-write: 1 error": ["crm/client.py:10:16"],
        "list_configuration:read: 1 warning": ["crm/client.py:13:16"],
        "About no scope: 1 note": ["crm/client.py:16:16"],
    }


def test_a_finding_that_lacks_two_scopes_stands_below_both_and_is_counted_once() -> None:
    lacking = FINDINGS[1].missing_scopes + FINDINGS[2].missing_scopes
    shown = grouped.render(replace(REPORT, findings=(replace(FINDINGS[1], missing_scopes=lacking),)), SOURCES)
    assert list(groups(shown)) == ["list_configuration:read: 1 error", "record_permission:read-write: 1 error"]
    assert shown.endswith("\n1 error.\n")


def test_groups_by_file_and_by_token() -> None:
    by_file = groups(grouped.render(REPORT, SOURCES, group_by="file"))
    assert [name.rpartition(": ")[0] for name in by_file] == sorted({visible(f.place.path) for f in FINDINGS})
    assert by_file["pyproject.toml: 2 warnings"] == ["5:11", "5:109"]
    by_token = groups(grouped.render(REPORT, SOURCES, group_by="token"))
    assert list(by_token) == [
        "Token app: 1 error, 1 warning",
        "Token sync: 1 error, 2 warnings",
        "About no token: 3 errors, 7 warnings, 1 note",
    ]
    with pytest.raises(ValueError, match="colour"):
        grouped.render(REPORT, SOURCES, group_by="colour")


def test_every_finding_is_in_a_group() -> None:
    for group_by in grouped.GROUPINGS:
        found = groups(grouped.render(REPORT, SOURCES, group_by=group_by))
        assert sum(map(len, found.values())) == len(FINDINGS)


def test_what_is_said_of_two_places_alike_is_said_once() -> None:
    twice = (FINDINGS[1], replace(FINDINGS[1], place=FINDINGS[2].place))
    made = replace(REPORT, findings=twice)
    assert grouped.render(made, SOURCES).split("\n\n")[0].splitlines() == [
        "record_permission:read-write: 2 errors",
        "  error ATS001 missing-scope",
        "    POST /v2/objects/{object}/records needs record_permission:read-write, which",
        "    token app lacks",
        "    crm/client.py:10:16",
        "    crm/client.py:13:16",
        "  help: grant record_permission:read-write to token app, 100% of the time",
        "        or take the call away",
    ]
    shown = grouped.render(made, SOURCES, group_by="file")
    assert shown.count("help: ") == 1
    assert shown.index("  13:16: error") < shown.index("help: ")


# --- statistics ---


def test_statistics_count_findings_scopes_and_calls() -> None:
    shown = text.render(REPORT, SOURCES, statistics=True)
    blocks = {block.splitlines()[0]: block.splitlines()[1:] for block in shown.split("\n\n")}
    heads, *rows = blocks["Findings by code"]
    assert heads == "  findings  files  code    name                       severity"
    assert rows[0] == "         2      2  ATS007  unbound-token              warning"
    assert sum(int(row.split()[0]) for row in rows) == len(FINDINGS)
    assert blocks["Scopes that are missing"] == [
        "  calls  possibly  scope",
        "      1         0  record_permission:read-write",
        "      0         1  list_configuration:read",
    ]
    assert sum(int(row.split()[0]) for row in blocks["Calls by status"][1:]) == len(REPORT.calls)
    assert "  5    50%  covered" in "\n".join(blocks["Calls by status"])


def test_without_calls_and_findings_there_are_no_tables() -> None:
    assert text.render(EMPTY, {}, statistics=True) == text.render(EMPTY, {})


# --- the needed scopes ---


def test_needed_scopes_in_every_form() -> None:
    import json

    import yaml

    found = inventory([resolved(1, NOTES), resolved(2, NOTE, WEBHOOK)], ())
    assert needed.as_text(found, False, str).splitlines() == [
        "note:read-write", "    app.py:2:5: POST /v2/notes", "webhook:read-write", "    app.py:2:5: POST /v2/webhooks",
    ]  # fmt: skip
    assert needed.as_toml(found) == '[tool.attio-scopes]\nscopes = [\n    "note:read-write",\n    "webhook:read-write",\n]\n'
    assert yaml.safe_load(needed.as_yaml(found)) == {"scopes": ["note:read-write", "webhook:read-write"]}
    (told,) = json.loads(needed.as_json(found))["tokens"]
    assert (told["name"], told["scopes"], told["possible"]) == ("default", ["note:read-write", "webhook:read-write"], [])
    nothing = inventory([], ())
    assert needed.as_text(nothing, False, str) == "No scope is needed.\n"
    assert yaml.safe_load(needed.as_yaml(nothing)) == {"scopes": []}
