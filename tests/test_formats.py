"""What holds for every format: it renders every kind of finding, nothing hostile gets through raw, and a golden file."""

from __future__ import annotations

import importlib.util

import pytest

from attio_scopes.model.errors import UserError
from attio_scopes.model.finding import CODES
from attio_scopes.report.escape import markdown, markdown_code, printable, uri_path
from attio_scopes.report.formats import FORMAT_NAMES, FORMATS, find_format, render_format
from attio_scopes.report.rule_texts import rule_text
from tests.format_tools import assert_golden
from tests.report_fixture import CALLS, EMPTY, FINDINGS, HOSTILE_PATH, REPORT, SOURCES

RENDERED = [known.name for known in FORMATS if importlib.util.find_spec(known.module)]
OURS = [known.name for known in FORMATS if not known.for_people and known.name != "json"]


def test_the_fixture_has_every_code_and_every_status() -> None:
    assert {finding.code.id for finding in FINDINGS} == {code.id for code in CODES}
    assert {judged.status for judged in CALLS} == {"covered", "missing", "possible", "unknown-endpoint", "unresolved", "suppressed"}


@pytest.mark.parametrize("name", OURS)
def test_golden(name: str) -> None:
    assert_golden(f"{name}{find_format(name).extension}", render_format(name, REPORT, SOURCES))


@pytest.mark.parametrize("name", RENDERED)
def test_every_code_is_in_every_format(name: str) -> None:
    text = render_format(name, REPORT, SOURCES)
    assert [code.id for code in CODES if code.id not in text and code.slug not in text] == []


@pytest.mark.parametrize("name", RENDERED)
def test_control_characters_never_come_out_raw(name: str) -> None:
    text = render_format(name, REPORT, SOURCES)
    assert sorted(c for c in set(text) if printable(c) != c and c not in "\n\u200b") == []


@pytest.mark.parametrize("name", OURS)
def test_no_line_of_the_output_is_a_command_of_the_analysed_code(name: str) -> None:
    lines = render_format(name, REPORT, SOURCES).splitlines()
    kinds = ("error", "warning", "notice") if name == "github" else ()
    starts = tuple(f"::{kind} {start}=" for kind in kinds for start in ("file", "title"))
    commands = [line for line in lines if line.lstrip().startswith("::") and not (starts and line.startswith(starts))]
    assert commands == []
    assert [line for line in lines if line.lstrip().startswith("##vso[") and not line.startswith("##vso[task.logissue type=")] == []


@pytest.mark.parametrize("name", RENDERED)
def test_the_same_report_gives_the_same_text_and_the_empty_one_renders(name: str) -> None:
    assert render_format(name, REPORT, SOURCES) == render_format(name, REPORT, dict(reversed(SOURCES.items())))
    assert isinstance(render_format(name, EMPTY, {}), str)


def test_unknown_format_names_the_nearest() -> None:
    with pytest.raises(UserError, match="did you mean sarif"):
        render_format("sarrif", REPORT, SOURCES)


def test_format_names_are_unique_and_their_modules_are_ours() -> None:
    assert len(set(FORMAT_NAMES)) == len(FORMATS)
    assert [known.name for known in FORMATS if known.module != f"attio_scopes.report.{known.name}"] == ["text", "full"]
    assert render_format("full", REPORT, SOURCES) == render_format("text", REPORT, SOURCES), "few findings"


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.id)
def test_every_code_has_a_rule_text(code: object) -> None:
    text = rule_text(code)  # type: ignore[arg-type]  # parametrize gives objects
    assert all(len(part) > 10 for part in (text.why, text.fix))


def test_printable_keeps_ordinary_text_and_shows_the_hidden() -> None:
    assert printable("Größe 😀 a|b") == "Größe 😀 a|b"
    assert printable("a\x1b[31m\u202eb\n") == "a\\x1b[31m\\u202eb\\x0a"
    assert printable("a\nb", keep="\n") == "a\nb"


def test_uri_path_is_ascii_and_keeps_the_bytes_of_a_name() -> None:
    assert uri_path("a b/ü:1%.py") == "a%20b/%C3%BC%3A1%25.py"
    assert uri_path(b"caf\xe9.py".decode("utf-8", "surrogateescape")) == "caf%E9.py"
    assert uri_path(HOSTILE_PATH).isascii()


def test_markdown_breaks_mentions_and_leaves_words() -> None:
    assert markdown("plain words, with 1 number") == "plain words, with 1 number"
    assert "@octocat" not in markdown("@octocat")
    sentence = "GET /v2/objects/x needs record:read-write, which is not declared (see docs.attio.com); it's 50% - or not!"
    assert markdown(sentence) == sentence
    assert markdown("https://x www.x :tada: {+a+} ![x](y) !12 $x$ <b> a_b") == (
        "https\\://x www\\.x \\:tada: \\{+a+} \\!\\[x\\](y) \\!12 \\$x\\$ \\<b\\> a\\_b"
    )
    assert markdown("2026-11-27") == "2026-11-27"
    assert [markdown(text) for text in ("- a", "1. a", "+ a", "# a", "> a")] == ["\\- a", "1\\. a", "\\+ a", "\\#\u200b a", "\\> a"]
    assert markdown_code("a:b") == "`a:b`"
    assert markdown_code("a|b") == "<code>a&#124;b</code>"
