"""The scope report: what it says of every token, scope and call, in both formats; nothing of the analysed code gets through raw."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from msgspec.structs import replace

from attio_scopes import __version__
from attio_scopes.report.escape import printable
from attio_scopes.report.scope_report import html, markdown
from attio_scopes.report.scope_report.rows import ScopeReport, ScopeRow, State
from attio_scopes.report.scope_report.view import Header, gather
from tests.every_kind import DOUBTFUL, make_project
from tests.report_fixture import CATALOGUE, CONFIG, EMPTY, REPORT

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "crm-sync"
HEADER = Header("CRM <sync>", "abc123", False, "2026-11-24", "https://example.org/{revision}/{path}#L{line}")
VIEW = gather(REPORT, CONFIG, CATALOGUE, HEADER)
VOID = {"meta", "input", "br"}


class Page(HTMLParser):
    """Elements, their attributes and all text; complains about what is not closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.problems: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.problems.append(f"</{tag}> at {self.getpos()}")

    def handle_data(self, data: str) -> None:
        if "style" not in self.open and "script" not in self.open:
            self.text += data


def row(view: ScopeReport, token: str, resource: str) -> ScopeRow:
    section = next(section for section in view.tokens if section.name == token)
    return next(scope for scope in section.scopes if scope.resource == resource)


# --- what it says ---


def test_every_scope_of_every_token_has_its_state() -> None:
    states = {(section.name, scope.resource): scope.state for section in VIEW.tokens for scope in section.scopes}
    assert states["app", "record_permission"] is State.MISSING
    assert states["app", "list_configuration"] is State.POSSIBLE
    assert states["sync", "webhook"] is State.UNUSED
    assert states["sync", "note"] is State.BROADER
    assert states["app", "object_configuration"] is State.NEEDED
    assert states["app", "task"] is State.UNCLEAR  # an unresolved call may need it: never called unneeded


def test_the_most_urgent_comes_first() -> None:
    for section in VIEW.tokens:
        order = [list(State).index(scope.state) for scope in section.scopes]
        assert order == sorted(order)
    states = [decision.state for decision in VIEW.decisions]
    assert states[0] is State.MISSING
    assert states[-1] is None


def test_a_call_is_linked_to_its_line_at_the_revision() -> None:
    (create, query) = row(VIEW, "app", "record_permission").endpoints
    assert (create.key, create.calls[0].link) == ("POST /v2/objects/{object}/records", "https://example.org/abc123/crm/client.py#L10")
    assert create.calls[0].note == "not covered"
    assert (query.key, query.calls[0].note) == ("POST /v2/objects/{object}/records/query", "")


def test_a_condition_is_told_once_and_only_where_it_matters() -> None:
    (attributes,) = row(VIEW, "app", "list_configuration").endpoints
    assert [call.note for call in attributes.calls] == ["if target is lists"]
    scope = row(VIEW, "app", "object_configuration")
    assert (scope.calls, scope.certain) == (3, 2)
    assert scope.explanation == "2 calls need read; 1 more may."


def test_the_numbers_of_a_sentence_are_those_of_the_calls() -> None:
    scope = row(VIEW, "app", "record_permission")
    assert scope.explanation == "1 call needs read-write; only read is declared."
    assert scope.beyond == 1


def doubtful(tmp_path: Path) -> str:
    project = make_project(tmp_path, DOUBTFUL)
    done = subprocess.run(
        [sys.executable, "-m", "attio_scopes", "report", "--format", "markdown"],
        cwd=project, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr  # a file could not be analysed
    return done.stdout.replace("\\", "")


def test_a_real_project_with_every_doubt(tmp_path: Path) -> None:
    text = doubtful(tmp_path)
    decisions = text.partition("## To decide")[2].partition("##")[0].strip().splitlines()
    assert decisions == [
        "- **Missing:** Grant `note:read-write` to token `app`, or change the code: 1 call needs it.",
        "- **Missing:** Grant `webhook:read-write` to token `app`, or change the code: 2 calls need it; their findings are suppressed.",
        (
            "- **Possibly missing:** Decide whether token `app` needs more of `list_configuration`: 1 call may need it, "
            "depending on what the source does not show."
        ),
        (
            "- **Possibly missing:** Decide whether token `user` needs more of `user_management`: 1 call may need it, "
            "depending on what the source does not show."
        ),
        "- **To look at:** Look at 1 call that could not be resolved: it may need any scope.",
        "- **To look at:** Look at 1 call to an endpoint that Attio's reference does not have: what it needs is not known.",
        "- **To look at:** 1 file could not be analysed: calls in it are not in this report.",
    ]
    assert text.count("`crm/meetings.py:14` in `members` (if it uses this token)") == 2
    assert "`crm/client.py:36` in `Client.quiet` (suppressed): `DELETE https://api.attio.com/v2/webhooks/1`. only in the console" in text


def test_without_a_declared_token_it_says_what_the_code_needs() -> None:
    calls = REPORT.calls[:1]
    view = gather(replace(REPORT, tokens=(), findings=(), calls=calls), replace(CONFIG, tokens=()), CATALOGUE, HEADER)
    assert view.decisions == ()
    for page in (html.render(view), markdown.render(view)):
        assert "Scopes that the code needs" in page
        assert "if it uses this token" not in page
        assert "No token is declared, so nothing was compared. These are the scopes that the code needs." in page.replace("\\", "")
        assert "not declared" in page
        assert "\u2713" not in page
        assert "Needed." not in page
        assert "Nothing: every scope is needed" not in page.replace("\\", "")


# --- HTML ---


@pytest.mark.parametrize("view", [VIEW, gather(EMPTY, replace(CONFIG, tokens=()), CATALOGUE, Header())], ids=["full", "empty"])
def test_the_page_is_well_formed(view: ScopeReport) -> None:
    page = Page(html.render(view))
    assert page.problems == []
    assert page.open == []


def test_the_page_needs_nothing_else() -> None:
    text = html.render(VIEW)
    for tag, attributes in Page(text).elements:
        assert tag not in ("img", "link", "iframe", "object", "embed", "base", "form"), tag
        assert "src" not in attributes
        assert not [name for name in attributes if name.startswith("on") or name == "style"], attributes
    assert "@import" not in text
    assert "url(" not in text


def test_its_policy_allows_its_own_style_and_script_only() -> None:
    text = html.render(VIEW)
    policy = next(a["content"] for tag, a in Page(text).elements if tag == "meta" and a.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert "default-src 'none'" in policy
    for tag in ("style", "script"):
        (inner,) = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inner.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_hostile_names_are_text() -> None:
    text = html.render(VIEW)
    page = Page(text)
    assert "<script>alert(1)</script>" in page.text
    assert sum(tag == "script" for tag, _ in page.elements) == 1
    assert sorted(c for c in set(text) if printable(c) != c and c != "\n") == []
    links = [attributes.get("href") or "" for tag, attributes in page.elements if tag == "a"]
    assert links
    assert all(link.startswith("https://") for link in links)


def test_markdown_is_read_as_it_is_meant() -> None:
    cmarkgfm = pytest.importorskip("cmarkgfm", reason="NOT VALIDATED: cmarkgfm is not installed (pip install '.[dev]')")
    page = Page(cmarkgfm.github_flavored_markdown_to_html(markdown.render(VIEW)))
    tags = [tag for tag, _ in page.elements]
    assert tags.count("table") == len(VIEW.tokens)
    assert tags.count("tr") == sum(len(section.scopes) + 1 for section in VIEW.tokens)
    assert not {"script", "img"} & set(tags)
    for section in VIEW.tokens:
        for scope in section.scopes:
            assert scope.explanation in page.text


def test_the_same_report_gives_the_same_page() -> None:
    assert html.render(VIEW) == html.render(gather(REPORT, CONFIG, tuple(reversed(CATALOGUE)), HEADER))


# --- numbers, what it stands on, what is not in it ---


def page_of(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "attio_scopes", "report", "--format", "markdown", *arguments],
        cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    return done.stdout.replace("\\", "")


CODE = """import requests

API = "https://api.attio.com/v2"
requests.get(f"{API}/webhooks")
requests.get(f"{API}/webhooks/1")
requests.get(f"{API}/webhooks/2")
requests.post(f"{API}/webhooks")
requests.delete(f"{API}/webhooks/3")
"""


def test_calls_are_counted_by_what_they_need(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(CODE, encoding="utf-8")
    (tmp_path / "attio-scopes.yaml").write_text("scopes: [webhook:read-write]\n", encoding="utf-8")
    text = page_of(tmp_path)
    assert "2 calls need read-write, 3 need read." in text
    assert "| `webhook` Webhooks | read-write | read-write | 5 |" in text


def test_what_is_not_in_it_is_told(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(CODE, encoding="utf-8")
    (tmp_path / "test_app.py").write_text(CODE, encoding="utf-8")
    (tmp_path / "attio-scopes.yaml").write_text("scopes: [webhook:read-write]\n", encoding="utf-8")
    assert "1 file of test code was left out" in page_of(tmp_path)
    (tmp_path / "other.py").write_text("X = 1\n", encoding="utf-8")
    assert "Only part of the project was analysed" in page_of(tmp_path, "app.py")


def test_it_says_what_made_it(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(CODE, encoding="utf-8")
    text = page_of(tmp_path)
    assert f"attio-scopes {__version__}" in text
    assert re.search(r"Facts about Attio: \d+ endpoints, \d{4}-\d\d", text)


@pytest.mark.slow
def test_uncommitted_changes_are_told(tmp_path: Path) -> None:
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}

    def git(*arguments: str) -> None:
        identity = ["-c", "user.name=T", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *identity, *arguments], cwd=tmp_path, env=environment, capture_output=True, check=True)

    git("init", "-q")
    (tmp_path / "app.py").write_text(CODE, encoding="utf-8")
    (tmp_path / "gone.py").write_text("X = 1\n", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("x", encoding="utf-8")
    git("add", ".")
    git("commit", "-q", "-m", "x")
    told = "with uncommitted changes"
    assert told not in page_of(tmp_path)
    (tmp_path / "notes.txt").write_text("y", encoding="utf-8")  # no part of what is reported
    assert told not in page_of(tmp_path)
    (tmp_path / "app.py").write_bytes(CODE.replace("\n", "\r\n").encode())
    assert told not in page_of(tmp_path)
    (tmp_path / "app.py").write_text(CODE + "\n", encoding="utf-8")
    assert told in page_of(tmp_path)
    (tmp_path / "app.py").write_text(CODE, encoding="utf-8")
    (tmp_path / "new.py").write_text("X = 1\n", encoding="utf-8")
    assert told in page_of(tmp_path)
    (tmp_path / "new.py").unlink()
    (tmp_path / "gone.py").unlink()
    assert told in page_of(tmp_path)
    assert told not in page_of(tmp_path, "--revision", "v1")
