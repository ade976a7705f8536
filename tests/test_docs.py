"""docs/ says what is so: every block is a file, a session or a configuration that is tried, and every link leads somewhere."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from attio_scopes.cli import main
from attio_scopes.cli.exits import ExitCode
from attio_scopes.depth import MOST_DEPTH, MOST_ELIF, MOST_IN_CASE, MOST_IN_DEL, MOST_NESTING, MOST_WORK
from attio_scopes.discover import LARGEST
from attio_scopes.engine.domain import reasons as words
from attio_scopes.explain.codes import pages as rule_pages
from attio_scopes.report.formats import FORMATS
from tests import command_reference, config_reference
from tests.case_harness import CASES, Case, read_expectations
from tests.doc_pages import PageError, assert_printed, blocks, play
from tests.test_readme import README, block

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
if not DOCS.is_dir():
    pytest.skip("docs/ is not in this copy of the project", allow_module_level=True)
GENERATED = {DOCS / "rules" / name for name in rule_pages()}
"""Pages whose examples tests/test_explain.py tries."""
NO_PROGRAM = {"decisions"}
"""Folders of pages that show no commands."""
PAGES = sorted(set(DOCS.rglob("*.md")) - GENERATED)


def name(page: Path) -> str:
    return page.relative_to(DOCS).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_page(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every block is of a known kind; its files and sessions are played, its configurations are valid."""
    monkeypatch.chdir(tmp_path)
    found = blocks(page.read_text(encoding="utf-8"))
    play(found, tmp_path)
    for each in found:
        if each.kind == "README":
            assert each.text == block(each.name)
        elif each.kind in ("toml", "yaml"):
            folder = tmp_path / f"configuration-{each.line}"
            folder.mkdir()
            (folder / "app.py").write_text("", encoding="utf-8")
            (folder / {"toml": "pyproject.toml", "yaml": "attio-scopes.yaml"}[each.kind]).write_text(each.text, encoding="utf-8")
            result = CliRunner().invoke(main, ["check", str(folder), "--exit-zero"])
            assert result.exit_code == 0, f"line {each.line}: {result.output}"


def test_what_is_tried() -> None:
    """The mechanism sees what is there: a page of commands without a command would be a page that is not tested."""
    sessions = {name(page): sum(each.kind == "console" for each in blocks(page.read_text(encoding="utf-8"))) for page in PAGES}
    for page in (
        "index.md",
        "comments.md",
        "exit-codes.md",
        "report.md",
        "unresolved.md",
        "configuration.md",
        "resolution.md",
        "running.md",
    ):
        assert sessions[page], page


@pytest.mark.parametrize(
    "text",
    ["```python\nx = 1\n```\n", "```bash\nls\n```\n", "```\nls\n```\n", "```json\n{}\n```\n"],
)
def test_an_unknown_block_is_an_error(text: str) -> None:
    with pytest.raises(PageError):
        blocks(text)


def test_a_wrong_session_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    right = "```console\n$ echo one; echo two; echo three\none\n…\nthree\n```\n"
    assert play(blocks(right), tmp_path) == 1
    for wrong in (
        right.replace("three\n`", "four\n`"),
        right.replace("…\n", ""),
        "<!-- exit: 1 -->\n" + right,
        "```console\n$ false\n```\n",
    ):
        with pytest.raises(AssertionError):
            play(blocks(wrong), tmp_path)


def test_elision_leaves_out_whole_lines_only() -> None:
    assert_printed("a\n…\nc\n", "a\nb\nb\nc\n", "")
    assert_printed("a\n…\n", "a\nb\n", "")
    with pytest.raises(AssertionError):
        assert_printed("a\n…\nc\n", "a\nbc\n", "")
    with pytest.raises(AssertionError):
        assert_printed("a\n", "a\nb\n", "")


# --- links -------------------------------------------------------------------------------------------------------------------


def anchors(page: Path) -> set[str]:
    """The headings of a page as the addresses that Markdown makes of them."""
    titles = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[\s-]+", "-", re.sub(r"[^\w\s-]", "", title.lower())).strip("-") for title in titles}


@pytest.mark.parametrize("page", sorted(DOCS.rglob("*.md")), ids=name)
def test_links(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        if target.startswith("https://"):
            continue
        path, _, anchor = target.partition("#")
        goal = (page.parent / path).resolve() if path else page
        assert goal.exists(), target
        assert not anchor or anchor in anchors(goal), target


# --- resolution.md -------------------------------------------------------------------------------------------------------------

RESOLUTION = DOCS / "resolution.md"
WANTED = {"What is followed": {"call"}, "What is not followed": {"unresolved", "unknown", "todo-call"}, "What is never a call": {"nothing"}}
"""Heading → what the cases under it have to expect."""


def rows() -> Iterator[tuple[str, str, list[str]]]:
    """(heading of the second level, row, names of the cases that it links) of every row of a table."""
    heading = ""
    for line in RESOLUTION.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            heading = line.removeprefix("## ")
        elif line.startswith("| ") and not line.startswith(("| shape", "|---")):
            linked = re.findall(r"\]\(\.\./tests/cases/(\w+/\w+)[^)]*\)", line)
            yield heading, line, linked


def kinds(case: str) -> set[str]:
    """What a case expects."""
    folder = CASES / case
    source = folder if folder.is_dir() else folder.with_suffix(".py")
    found = {expectation.kind for expectation in read_expectations(Case(folder.parent.name, folder.name, source))}
    return found or {"nothing"}


def test_every_shape_has_a_case() -> None:
    """Each row of the tables names a shape; its cases are tried by tests/test_cases.py and expect what the heading says."""
    seen = set()
    for heading, row, linked in rows():
        assert heading in WANTED, f"{heading}: a table that nothing checks"
        assert linked, f"a shape without a case: {row}"
        fitting = [case for case in linked if kinds(case) & WANTED[heading]]
        if heading == "What is never a call":
            # A case of `never` may have a call beside what is none: that it expects no other is what counts.
            fitting += [case for case in linked if case.startswith("never/") and case not in fitting]
        assert set(fitting) == set(linked), f"{set(linked) - set(fitting)} do not expect {WANTED[heading]}: {row}"
        seen.add(heading)
    assert seen == set(WANTED)


def test_every_known_gap_is_told() -> None:
    """Whatever a case calls a known gap stands in the page."""
    told = {case for heading, _row, linked in rows() if heading == "What is not followed" for case in linked}
    gaps = {
        "/".join(path.relative_to(CASES).parts[:2]).removesuffix(".py")
        for path in CASES.rglob("*.py")
        if "# todo-call:" in path.read_text(encoding="utf-8") and path.parent != CASES
    }
    assert gaps <= told, f"known gaps that docs/resolution.md does not tell: {sorted(gaps - told)}"


# --- unresolved.md ---------------------------------------------------------------------------------------------------------------


def reasons() -> Iterator[tuple[str, str]]:
    """(reason with … for its variable parts, place) of every reason that the engine can give.

    That is what it says of an unknown value or of a hole in a text, and the constants, variables and functions by which it says so.
    """
    engine = ROOT / "attio_scopes" / "engine"
    trees = {file.relative_to(engine).as_posix(): ast.parse(file.read_text(encoding="utf-8")) for file in sorted(engine.rglob("*.py"))}
    for file, tree in trees.items():
        for node in ast.walk(tree):
            said: list[ast.expr] = []
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func).split(".")[-1]
                at = {"lost": 0, "Lost": 0, "Gap": 1, "replace": len(node.args), "why": 1, "why_any": 1, "generalise": 1}.get(called)
                said += node.args[at : at + 1] if at is not None else []
                said += [each.value for each in node.keywords if each.arg == "reason"]
            elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) in ("reason", "why"):
                said.append(node.value)
            elif file == "domain/reasons.py" and isinstance(node, ast.Return) and node.value is not None:
                said.append(node.value)
            for text in (text for each in said for text in _texts(each)):
                if text.strip("…") and " " in text:
                    yield text, f"{file}:{getattr(node, 'lineno', 0)}"
    for node in trees["domain/reasons.py"].body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and not node.targets[0].id.startswith("_"):
            yield from ((text, f"domain/reasons.py:{node.lineno}") for text in _texts(node.value))


def _texts(node: ast.expr | None) -> Iterator[str]:
    """The texts that an expression may be: of the words that `domain/reasons.py` begins a reason with, too."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        parts = [part.value if isinstance(part, ast.Constant) else getattr(part, "value", None) for part in node.values]
        yield "".join(part if isinstance(part, str) else _begins(part) for part in parts)
    elif isinstance(node, ast.IfExp):
        yield from _texts(node.body)
        yield from _texts(node.orelse)
    elif isinstance(node, ast.BoolOp):
        for part in node.values:
            yield from _texts(part)
    elif isinstance(node, ast.Name) and isinstance(constant := getattr(words, node.id, None), str):
        yield constant


def _begins(part: object) -> str:
    return str(getattr(words, part.id)) if isinstance(part, ast.Name) and part.id in ("_NEVER_SET", "_OF_SUBCLASSES") else "…"


def _plain(text: str) -> str:
    """Without the marks around names."""
    return text.replace("`", "").strip()


def explained() -> dict[str, str]:
    """Each reason between backticks in the first column of a table of the page, and what its row says to do."""
    page = (DOCS / "unresolved.md").read_text(encoding="utf-8")
    rows = [re.split(r"(?<!\\) \| ", line.strip("| \n")) for line in page.splitlines() if line.startswith("| `")]
    assert all(len(row) == 2 for row in rows), "a table of reasons has two columns"
    return {_plain(text): row[1] for row in rows for _ticks, text in re.findall(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", row[0])}


def test_every_reason_is_explained() -> None:
    """Each stands on the page between backticks, with … for names, and its row says what to do. A new reason needs a line there."""
    told = explained()
    known = list(reasons())
    assert len(known) > 140
    missing = sorted({f"{reason}  ({place})" for reason, place in known if _plain(reason) not in told})
    assert not missing, "docs/unresolved.md does not explain:\n" + "\n".join(missing)
    gone = sorted(set(told) - {_plain(reason) for reason, _ in known} - {_plain(f"{what} is not known: …") for what in BEGINNINGS})
    assert not gone, "docs/unresolved.md explains what no code says:\n" + "\n".join(gone)
    assert not [reason for reason, way in told.items() if len(way.split()) < 4], "a reason without a way out"


BEGINNINGS = ("the path", "part of the path", "the method")

PLACEHOLDER = re.compile(r"^(it|what|nobody|something)\b|^\S+( \S+)?$|\bit is\b|\bsomething\b|is not known$")


def test_no_reason_is_a_placeholder() -> None:
    """A reason names what is read, called or limited; "it", "an item" or "something unknown" say nothing to who reads them."""
    assert all(PLACEHOLDER.search(text) for text in ("it is an item", "an item", "an item of something unknown", "a sum that is not known"))
    assert sorted({f"{reason}  ({place})" for reason, place in reasons() if PLACEHOLDER.search(reason)}) == []


# --- what the command line has -----------------------------------------------------------------------------------------------------


def test_every_command_option_format_and_exit_code_is_told() -> None:
    """README.md or a page names each, so that nothing is known only to those who ask for --help."""
    told = README + "".join(page.read_text(encoding="utf-8") for page in PAGES if name(page).partition("/")[0] not in NO_PROGRAM)
    wanted = [f"`attio-scopes {command}" for command in main.list_commands(click.Context(main))]
    for command in ("check", "calls", "scopes", "report", "diff"):
        found = main.get_command(click.Context(main), command)
        assert found is not None
        wanted += [max(each.opts, key=len) for each in found.params if isinstance(each, click.Option) and not each.hidden]
    missing = sorted({text for text in wanted if not re.search(re.escape(text) + r"(?![\w-])", told)})
    assert not missing
    running = (DOCS / "running.md").read_text(encoding="utf-8")
    assert [each.name for each in FORMATS if f"`{each.name}`" not in running] == []
    codes = (DOCS / "exit-codes.md").read_text(encoding="utf-8")
    assert [int(code) for code in ExitCode if f"| {int(code)} |" not in codes] == []


def test_the_page_of_commands_is_up_to_date() -> None:
    """If this fails: python -m tests.command_reference."""
    assert command_reference.PAGE.read_text(encoding="utf-8") == command_reference.page()


def test_the_page_of_unparsable_files_names_the_limits() -> None:
    """Whoever gets ATS901 for valid Python finds the limit that the file is past."""
    page = (DOCS / "rules" / "ATS901.md").read_text(encoding="utf-8")
    limits = [str(n) for n in (MOST_NESTING, MOST_DEPTH, MOST_IN_CASE, MOST_IN_DEL, MOST_ELIF)] + [
        f"{MOST_WORK:,}",
        f"{LARGEST // 10**6} MB",
    ]
    assert [limit for limit in limits if not re.search(rf"\b{limit}\b", page)] == []


def test_every_page_has_its_place_in_the_site() -> None:
    nav = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:")[2]
    assert [name(page) for page in PAGES if f" {name(page)}\n" not in nav + "\n"] == []


# --- the generated parts ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", sorted(config_reference.PAGES), ids=str)
def test_the_reference_is_up_to_date(page: str) -> None:
    """If this fails: python -m tests.config_reference."""
    text = (DOCS / page).read_text(encoding="utf-8")
    assert text == config_reference.filled_in(page, text)


def test_every_block_of_the_readme_is_of_a_known_kind() -> None:
    """tests/test_readme.py tries the blocks under these markers, and every console block without one."""
    known = re.compile(r"(command|output|config|python|recipe): .+|pre-commit")
    for marker, language in re.findall(r"(?:^ *<!-- (.*?) -->\n+)?^ *```(\w+)\n.*?^ *```$", README, re.MULTILINE | re.DOTALL):
        assert known.fullmatch(marker) or (not marker and language == "console"), (marker, language)


# --- the site ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_the_site_is_built_strictly(tmp_path: Path) -> None:
    pytest.importorskip("material", reason="NOT BUILT: mkdocs-material (of the docs extra) is not installed")
    command = [sys.executable, "-W", "ignore", "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path / "site")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    for page in ("index.html", "resolution/index.html", "rules/ATS001/index.html", "cases/text/index.html", "contributing/index.html"):
        assert (tmp_path / "site" / page).is_file(), page
