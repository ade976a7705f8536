"""`explain`, and the pages of docs/rules: complete, up to date, and with examples that are true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from attio_scopes.cli import main
from attio_scopes.explain.codes import code_text, find_code, page, pages, write_pages
from attio_scopes.explain.rule_pages import PAGES
from attio_scopes.model.finding import CODES, Code
from attio_scopes.pipeline import Request, run

RULES = Path(__file__).resolve().parent.parent / "docs" / "rules"
EXAMPLES = [code for code in CODES if PAGES[code.id].code]


def explain(*query: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["explain", *query])
    return result.exit_code, result.output


def found(folder: Path, code: str, config: str) -> set[str]:
    (folder / "app.py").write_text(code, encoding="utf-8")
    (folder / "pyproject.toml").write_text(config, encoding="utf-8")
    return {finding.code.id for finding in run(Request((str(folder),))).report.findings}


def test_every_code_has_a_page() -> None:
    assert list(PAGES) == [code.id for code in CODES]
    assert [code.id for code in CODES if not PAGES[code.id].code] == ["ATS902", "ATS903"], "no code shows a defect, or a limit"


@pytest.mark.skipif(not RULES.is_dir(), reason="docs/ is not in this copy of the project")
def test_the_pages_are_up_to_date() -> None:
    """If this fails: python -m attio_scopes.explain docs/rules."""
    assert {path.name: path.read_text(encoding="utf-8") for path in sorted(RULES.iterdir())} == dict(sorted(pages().items()))


def test_pages_are_written(tmp_path: Path) -> None:
    write_pages(tmp_path / "new" / "rules")
    assert {path.name for path in (tmp_path / "new" / "rules").iterdir()} == set(pages())


@pytest.mark.parametrize("code", EXAMPLES, ids=lambda code: code.id)
def test_the_example_gives_the_finding_and_only_that(code: Code, tmp_path: Path) -> None:
    text = PAGES[code.id]
    assert found(tmp_path, text.code, text.config) == {code.id}


@pytest.mark.parametrize("code", [c for c in EXAMPLES if PAGES[c.id].better or PAGES[c.id].better_config], ids=lambda code: code.id)
def test_the_better_example_gives_none(code: Code, tmp_path: Path) -> None:
    text = PAGES[code.id]
    assert found(tmp_path, text.better or text.code, text.better_config or text.config) == set()


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.id)
def test_pages_have_one_shape(code: Code) -> None:
    titles = re.findall(r"^## (.*)$", page(code), re.MULTILINE)
    wanted = ["What it means", "Why it matters", "Example", "How to fix it", "How to configure it"]
    assert titles == [title for title in wanted if title != "Example" or PAGES[code.id].code]
    assert max(len(line) for line in code_text(code).splitlines()) <= 140
    for width in (60, 80):
        prose = [line for line in code_text(code, width).splitlines() if not line.startswith("    ")]
        assert max(map(len, prose)) <= width


def test_a_code_by_id_or_slug() -> None:
    assert explain("ATS002") == explain("ats002") == explain("possibly-missing-scope")
    code, output = explain("ATS002")
    assert code == 0
    assert output.startswith("ATS002 possibly-missing-scope\n")
    assert "```" not in output
    assert find_code("nothing") is None


def test_a_scope() -> None:
    code, output = explain("record_permission:read-write")
    assert code == 0
    assert "  POST /v2/objects/{object}/records\n" in output
    assert "It includes record_permission:read." in output
    assert "GET /v2/notes" in output.partition("which it includes")[2]
    assert "POST /v2/objects/{object}/records\n" not in explain("record_permission:read")[1]


@pytest.mark.parametrize("query", [("GET", "/v2/threads"), ("get", "https://api.attio.com/v2/threads"), ("GET /v2/threads",)])
def test_an_endpoint(query: tuple[str, ...]) -> None:
    code, output = explain(*query)
    assert code == 0
    assert output.startswith("GET /v2/threads")
    assert re.search(
        r"Where subject is entry \(see entry_id in the query.*\): needs comment:read and list_configuration:read",
        " ".join(output.split()),
    )


def test_an_endpoint_by_a_concrete_path() -> None:
    assert explain("POST", "/v2/objects/people/records/query")[1].startswith("POST /v2/objects/{object}/records/query")


@pytest.mark.parametrize(
    ("query", "says"),
    [
        (("ATS0001",), "did you mean ATS001?"),
        (("unused-scopes",), "did you mean unused-scope?"),
        (("record_permissions:read",), "did you mean record_permission:read?"),
        (("note:write",), "did you mean note:read"),
        (("xyzzy",), "neither a code nor a scope"),
        (("GET", "/v2/thread"), "the nearest is GET /v2/threads"),
        (("GET;", "/v2/threads"), "is not an HTTP method"),
        (("a", "b", "c"), "explain takes one code"),
        (("\x1b[31m",), "\\x1b[31m is neither"),
    ],
)
def test_what_is_not_known_shows_the_nearest(query: tuple[str, ...], says: str) -> None:
    code, output = explain(*query)
    assert code == 2
    assert says in output
