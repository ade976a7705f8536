"""`sync`, and scopes that are declared in another file."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from attio_scopes.cli import main

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "mcp-server"
NEEDED = [
    "list_configuration:read", "list_entry:read-write", "note:read-write", "object_configuration:read", "record_permission:read-write",
    "task:read-write", "user_management:read",
]  # fmt: skip


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = Path(shutil.copytree(EXAMPLE, tmp_path / "mcp-server", ignore=shutil.ignore_patterns("__pycache__")))
    monkeypatch.chdir(folder)
    return folder


def run(*arguments: str, expect: int = 0) -> str:
    done = CliRunner().invoke(main, list(arguments), catch_exceptions=False)
    assert done.exit_code == expect, done.output
    return done.output


def markers(content: str, kind: str = "") -> str:
    return f"# Us\n\n<!-- attio-scopes: begin{kind} -->\n{content}<!-- attio-scopes: end -->\n\nEnd.\n"


def test_a_list_is_filled_and_then_kept(project: Path) -> None:
    readme = project / "README.md"
    readme.write_text(markers(""), encoding="utf-8")
    run("sync", "README.md")
    assert readme.read_text(encoding="utf-8") == markers("".join(f"- `{scope}`\n" for scope in NEEDED))
    before = readme.stat().st_mtime_ns
    run("sync", "README.md")
    assert readme.stat().st_mtime_ns == before
    run("sync", "README.md", "--check")


def test_a_list_that_somebody_edited_is_told_and_left(project: Path) -> None:
    readme = project / "README.md"
    readme.write_text(markers("".join(f"- `{scope}`\n" for scope in [*NEEDED[1:], "webhook:read"])), encoding="utf-8")
    before = readme.read_bytes()
    told = run("sync", "README.md", "--check", expect=1)
    assert "--- a/README.md\n+++ b/README.md\n" in told
    assert "-- `webhook:read`" in told
    assert "+- `list_configuration:read`" in told
    assert readme.read_bytes() == before


def test_a_table_and_the_endpoints(project: Path) -> None:
    Path("A.md").write_text(markers("", " entries"), encoding="utf-8")
    Path("B.md").write_text(markers("old\n", " endpoints"), encoding="utf-8")
    run("sync", "A.md", "B.md")
    assert run("scopes", "--by", "entry", "--format", "markdown") in Path("A.md").read_text(encoding="utf-8")
    assert "- `POST /v2/notes`\n" in Path("B.md").read_text(encoding="utf-8")
    assert "old" not in Path("B.md").read_text(encoding="utf-8")
    run("sync", "A.md", "B.md", "--check")


def test_line_ends_stay(project: Path) -> None:
    Path("A.md").write_bytes(markers("- `note:read`\n").replace("\n", "\r\n").encode())
    run("sync", "A.md")
    data = Path("A.md").read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n") > 8


def test_a_program_s_own_list(project: Path) -> None:
    Path("deploy.json").write_text('{"attio": {"scopes": ["note:read"]}}\n', encoding="utf-8")
    run("sync", "deploy.json:attio.scopes", "--from", "crm_tools/nightly.py")
    found = json.loads(Path("deploy.json").read_text(encoding="utf-8"))["attio"]["scopes"]
    assert sorted(found) == ["object_configuration:read", "record_permission:read", "task:read-write", "user_management:read"]


def test_what_something_else_needs_stays(project: Path) -> None:
    text = (
        Path("pyproject.toml")
        .read_text(encoding="utf-8")
        .replace("[tool.attio-scopes.tokens", "[tool.attio-scopes]\nkeep = []\n\n[tool.attio-scopes.tokens")
    )
    kept = text.replace('"note:read-write",', '"note:read-write",\n    "webhook:read",').replace("keep = []", 'keep = ["webhook:read"]')
    Path("pyproject.toml").write_text(kept, encoding="utf-8")
    Path("A.md").write_text(markers("- `webhook:read`\n- `comment:read`\n"), encoding="utf-8")
    run("sync", "A.md")
    assert "webhook:read" in Path("A.md").read_text(encoding="utf-8")
    assert "comment:read" not in Path("A.md").read_text(encoding="utf-8")


def test_a_scope_that_an_unresolved_call_might_need_stays(project: Path) -> None:
    more = "\n\n@mcp.tool()\ndef ask(path: str) -> Any:\n    return attio.send('GET', path)\n"
    with open("crm_tools/server.py", "a", encoding="utf-8") as file:
        file.write(more)
    Path("A.md").write_text(markers("- `webhook:read`\n"), encoding="utf-8")
    assert "could not be resolved" in run("sync", "A.md")
    assert "webhook:read" in Path("A.md").read_text(encoding="utf-8")


def test_nothing_is_written_where_not_everything_was_read(project: Path) -> None:
    Path("crm_tools/broken.py").write_text("import attio\nhttps://api.attio.com (\n", encoding="utf-8")
    Path("A.md").write_text(markers("- `webhook:read`\n"), encoding="utf-8")
    assert "no list was looked at" in run("sync", "A.md", expect=1)
    assert "webhook:read" in Path("A.md").read_text(encoding="utf-8")


def test_mistakes_are_the_user_s(project: Path) -> None:
    assert "no such file" in run("sync", "nothing.md", expect=2)
    assert "has no marker" in run("sync", "README.md", expect=2)
    outside = project.parent / "outside.md"
    outside.write_text(markers(""), encoding="utf-8")
    os.symlink(outside, "link.md")
    (project / ".git").mkdir()
    assert "a link leads out of the project" in run("sync", "link.md", expect=2)
    assert outside.read_text(encoding="utf-8") == markers("")


def test_init_puts_the_first_markers_in(project: Path) -> None:
    os.unlink("pyproject.toml")
    before = Path("README.md").read_text(encoding="utf-8")
    run("init", "--sync", "README.md")
    after = Path("README.md").read_text(encoding="utf-8")
    assert after.startswith(before)
    assert "- `note:read-write`\n" in after
    run("sync", "README.md", "--check")
    os.unlink("attio-scopes.yaml")
    assert "has the markers already" in run("init", "--sync", "README.md", expect=2)


# --- declared in another file ---------------------------------------------------------------------------------------


def declare(text: str, source: str = "crm_tools/scopes.py:REQUIRED", file: str = "crm_tools/scopes.py") -> None:
    Path(file).write_text(text, encoding="utf-8")
    Path("pyproject.toml").write_text(f'[tool.attio-scopes]\nscopes = {{ from = "{source}" }}\n', encoding="utf-8")


def listed(scopes: list[str]) -> str:
    return '"""What the token may do."""\n\nREQUIRED = frozenset({\n' + "".join(f'    "{scope}",\n' for scope in scopes) + "})\n"


def test_scopes_are_read_where_they_really_are(project: Path) -> None:
    declare(listed(NEEDED))
    report = json.loads(run("check", "--format", "json"))
    assert report["tokens"][0]["declared"] == NEEDED
    assert report["findings"] == []


def test_findings_point_there(project: Path) -> None:
    declare(listed([*NEEDED, "webhook:read"]).replace('    "task:read-write",\n', ""))
    report = json.loads(run("check", "--format", "json", expect=1))
    unused = next(finding for finding in report["findings"] if finding["code"] == "ATS101")
    assert (unused["path"], unused["line"], unused["column"]) == ("crm_tools/scopes.py", 10, 6)
    missing = next(finding for finding in report["findings"] if finding["code"] == "ATS001")
    assert "the list crm_tools/scopes.py:REQUIRED" in missing["help"]


def test_unknown_scopes_are_told_there(project: Path) -> None:
    declare(listed(["note:raed"]))
    assert "crm_tools/scopes.py:4: unknown scope note:raed; did you mean note:read?" in run("check", expect=2)


def test_fix_edits_there(project: Path) -> None:
    declare(listed([*NEEDED, "webhook:read"]))
    configuration = Path("pyproject.toml").read_bytes()
    assert '-    "webhook:read"' in run("check", "--fix", "--diff")
    run("check", "--fix")
    assert Path("crm_tools/scopes.py").read_text(encoding="utf-8") == listed(NEEDED)
    assert Path("pyproject.toml").read_bytes() == configuration
    declare(listed(NEEDED[:-1]))
    run("check", "--fix", "--add-scopes")
    assert Path("crm_tools/scopes.py").read_text(encoding="utf-8") == listed(NEEDED)


def test_a_token_of_several_and_other_formats(project: Path) -> None:
    Path("scopes.json").write_text(json.dumps({"a": {"scopes": NEEDED}}), encoding="utf-8")
    Path("pyproject.toml").write_text(
        '[tool.attio-scopes.tokens.assistant]\nenv = ["ATTIO_TOKEN"]\nscopes = { from = "scopes.json:a.scopes" }\n'
        '[tool.attio-scopes.tokens.other]\nenv = ["OTHER"]\nscopes = []\n',
        encoding="utf-8",
    )
    assert json.loads(run("check", "--format", "json"))["findings"] == []
    Path("attio.md").write_text(markers("".join(f"- `{scope}`\n" for scope in NEEDED)), encoding="utf-8")
    Path("pyproject.toml").write_text('[tool.attio-scopes]\nscopes = { from = "attio.md" }\n', encoding="utf-8")
    assert json.loads(run("check", "--format", "json"))["findings"] == []


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("../outside.py:R", "is not below the configuration's folder"),
        ("/etc/passwd:R", "is not below the configuration's folder"),
        ("nothing.py:R", "cannot be read"),
        ("crm_tools/scopes.py:NOTHING", "binds no NOTHING"),
        ("", "must be a string"),
    ],
)
def test_what_cannot_be_read_is_told(source: str, told: str, project: Path) -> None:
    declare(listed(NEEDED), source)
    assert told in run("check", expect=2)


def test_other_keys_are_told(project: Path) -> None:
    Path("pyproject.toml").write_text('[tool.attio-scopes]\nscopes = { form = "x.py:R" }\n', encoding="utf-8")
    told = run("check", expect=2)
    assert "unknown key form in scopes; did you mean from?" in told


def test_the_list_s_module_is_never_run(project: Path) -> None:
    declare(listed(NEEDED) + "\nopen('ran', 'w').close()\nraise SystemExit(7)\n")
    run("check")
    assert not Path("ran").exists()
