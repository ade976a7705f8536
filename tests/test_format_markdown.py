"""Markdown, rendered by GitHub's own cmark-gfm: hostile text stays text, tables stay tables, length stays in its limit."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from msgspec.structs import replace

from attio_scopes.report.markdown import render
from tests.report_fixture import EMPTY, FINDINGS, HOSTILE_PATH, HOSTILE_TEXT, REPORT, SOURCES

ALLOWED = {"h2", "h3", "p", "strong", "ul", "li", "code", "details", "summary", "table", "thead", "tbody", "tr", "th", "td", "br", "a"}
ALLOWED |= {"blockquote", "sub"}


class _Page(HTMLParser):
    """Tags, links, cells of each row, and the text outside of code."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.rows: list[int] = []
        self.prose = ""
        self.code: list[str] = []
        self._in_code = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]
        if tag == "tr":
            self.rows.append(0)
        elif tag in ("td", "th"):
            self.rows[-1] += 1
        elif tag == "code":
            self._in_code = True
            self.code.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "code":
            self._in_code = False

    def handle_data(self, data: str) -> None:
        if self._in_code:
            self.code[-1] += data
        else:
            self.prose += data


def _page(text: str) -> _Page:
    cmarkgfm = pytest.importorskip("cmarkgfm", reason="NOT VALIDATED: pip install cmarkgfm")
    page = _Page()
    page.feed(cmarkgfm.github_flavored_markdown_to_html(text, cmarkgfm.Options.CMARK_OPT_UNSAFE))
    return page


def test_only_our_tags_and_links_come_out() -> None:
    page = _page(render(REPORT, SOURCES))
    assert page.tags - ALLOWED == set()
    assert "table" in page.tags
    assert page.links
    assert [link for link in page.links if not link.startswith("https://docs.attio.com/")] == []


def test_every_row_has_the_cells_of_its_table() -> None:
    page = _page(render(REPORT, SOURCES))
    findings = page.rows[: len(FINDINGS) + 1]
    assert findings == [4] * (len(FINDINGS) + 1)
    assert page.rows[len(FINDINGS) + 1 :] == [4, 4]


def test_hostile_text_reads_as_it_was_written() -> None:
    page = _page(render(REPORT, SOURCES))
    assert "<script>alert(1)</script>" in page.prose
    assert any(HOSTILE_PATH.replace("\x1b", "\\x1b").replace("\u202e", "\\u202e") in code for code in page.code)


def test_nobody_is_mentioned_and_no_issue_is_linked() -> None:
    page = _page(render(REPORT, SOURCES))
    assert "@octocat" not in page.prose
    assert "#1" not in page.prose
    assert "octocat" in page.prose


@pytest.mark.parametrize(
    "text", [HOSTILE_TEXT, "\\|", "``", "a\\", "| --- |", "<!-- ", "www.example.com http://example.com x@example.com", "&lt;"]
)
def test_any_text_in_a_cell_stays_in_its_cell(text: str) -> None:
    report = replace(EMPTY, findings=(replace(FINDINGS[1], message=text, help="", docs="", place=replace(FINDINGS[1].place, path=text)),))
    page = _page(render(report, {}))
    assert page.tags - ALLOWED == set()
    assert page.links == []
    assert page.rows == [4, 4]
    shown = page.prose.replace("\u200b", "")
    assert text.strip().splitlines()[0].strip() in shown or "\x1b" in text


def test_a_long_report_is_cut_and_says_so() -> None:
    many = replace(REPORT, findings=FINDINGS * 200)
    text = render(many, SOURCES)
    assert len(text) <= 60_000
    assert "more, left out for length" in text
    assert text.count("<details") == text.count("</details>")


def test_verdicts() -> None:
    assert render(REPORT, SOURCES).startswith("## ❌ Attio scopes: 1 scope missing\n")
    assert render(EMPTY, {}).startswith("## ✅ Attio scopes: no call to Attio\n")
