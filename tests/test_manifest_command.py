"""`attio-scopes manifest` as people use it: build from every kind of document, show, diff and lint, and what is wrong with a file."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from attio_scopes import rule_files
from attio_scopes.cli import main
from attio_scopes.rule_files import rules_folder

SHIPPED = rules_folder() / "manifest.yaml"

BILLED = "activities billing feature"
OPERATION = {"summary": "List things", "description": "Lists things.\n\nRequired scopes: `note:read`, `task:read-write`.", "responses": {}}


def document(operations: dict[str, Any], version: str = "3.1.0", **more: Any) -> dict[str, Any]:
    return {"openapi": version, "info": {"title": "Made up", "version": "1"}, "paths": operations, **more}


def run(*arguments: str, stdin: str | None = None) -> Result:
    result = CliRunner().invoke(main, ["manifest", *arguments], input=stdin, catch_exceptions=False)
    assert "Traceback" not in result.output
    return result


def built(text: str) -> dict[str, Any]:
    result = run("build", "-", "--output", "-", stdin=text)
    assert result.exit_code == 0, result.stderr
    data: dict[str, Any] = yaml.safe_load(result.stdout)
    return data


# --- build ---


@pytest.mark.parametrize("version", ["3.0.0", "3.0.3", "3.1.0", "3.1.1"])
@pytest.mark.parametrize("dump", [json.dumps, yaml.safe_dump], ids=["json", "yaml"])
def test_every_form_of_a_document_gives_the_same(version: str, dump: Any) -> None:
    data = built(dump(document({"/v2/things": {"get": OPERATION}}, version)))
    (endpoint,) = data["endpoints"]
    assert (endpoint["method"], endpoint["path"], endpoint["requires"]) == (
        "GET",
        "/v2/things",
        [{"scopes": ["note:read", "task:read-write"]}],
    )


def test_security_and_description_that_disagree_give_the_union_and_a_line() -> None:
    data = built(json.dumps(document({"/v2/things": {"get": OPERATION | {"security": [{"oauth2": ["webhook:read"]}]}}})))
    assert data["endpoints"][0]["requires"] == [{"scopes": ["note:read", "task:read-write", "webhook:read"]}]
    (line,) = data["disagreements"]
    assert line.startswith("GET /v2/things: ")
    assert "description" in line
    assert "security" in line


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "not an OpenAPI 3.0 or 3.1 document"),
        ("[]", "not an OpenAPI 3.0 or 3.1 document"),
        ("{", "not YAML"),
        ('{"swagger": "2.0", "paths": {}}', "not an OpenAPI 3.0 or 3.1 document"),
        ('{"openapi": "4.0.0", "paths": {}}', "openapi: 4.0.0"),
        ('{"openapi": "3.1.0", "paths": {}}', "hold no operation"),
        (json.dumps(document({"/v2/a": {"get": {"security": [{"oauth2": ["write_all"]}]}}})), "GET /v2/a: `security` names 'write_all'"),
    ],
)
def test_documents_that_are_refused(text: str, says: str) -> None:
    result = run("build", "-", "--output", "-", stdin=text)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("error: ")
    assert says in result.stderr


@pytest.mark.parametrize(("sources", "says"), [(["-", "-"], "only once"), (["nothing.json"], "no such file"), (["."], "is a directory")])
def test_sources_that_cannot_be_read(sources: list[str], says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("build", *sources, stdin="")
    assert result.exit_code == 2
    assert says in result.stderr
    assert list(tmp_path.iterdir()) == []


# --- show ---


@pytest.mark.parametrize(
    ("query", "says"),
    [
        (["get", "/v2/threads"], "when subject is entry (see entry_id, list)"),
        (["POST", "https://api.attio.com/v2/objects/people/records/query?x=1"], "POST /v2/objects/{object}/records/query"),
        (["POST", "/v2/objects/records/search"], "POST /v2/objects/records/search"),
        (["webhook:read-write"], "3 endpoints need it:"),
        (["call", "transcript"], "(deprecated)"),
        (["scim"], "user_management:read-write"),
    ],
)
def test_show(query: list[str], says: str) -> None:
    result = run("show", *query)
    assert result.exit_code == 0
    told = " ".join(result.stdout.split())
    assert says in told or says.strip("()") in told


def test_show_all_has_a_line_for_each_endpoint() -> None:
    assert len(run("show").stdout.splitlines()) == 110 + 3
    assert len(json.loads(run("show", "--format", "json").stdout)) == 110 + 3


@pytest.mark.parametrize(
    ("query", "says"),
    [
        (["GET", "/v2/nots"], "the nearest is GET /v2/notes"),
        (["note:reed"], "did you mean note:read?"),
        (["nothing:read"], "the catalogue does not have it"),
        (["zzz"], "try fewer words"),
    ],
)
def test_show_names_the_nearest(query: list[str], says: str) -> None:
    result = run("show", *query)
    assert (result.exit_code, result.stdout) == (2, "")
    assert says in result.stderr


# --- diff and lint ---


def changed(path: Path, *changes: tuple[str, str]) -> str:
    text = SHIPPED.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_diff_of_equals_is_0() -> None:
    result = run("diff", str(SHIPPED), str(SHIPPED))
    assert (result.exit_code, result.stdout) == (0, "no difference\n")


@pytest.mark.parametrize(
    ("change", "title"),
    [
        (("requires: [{scopes: [webhook:read-write]}]", "requires: [{scopes: [webhook:read]}]"), "scopes changed (1)"),
        (("path: /v2/webhooks\n", "path: /v2/hooks\n"), "added (1)"),
        (("entry_id, list", "entry_id"), "conditions changed (1)"),
        (("deprecated: true\n", "deprecated: false\n"), "deprecation changed (1)"),
        (("values: [objects, lists]", "values: [objects, lists, views]"), "parameters changed (1)"),
        (("levels: [workspace, user]", "levels: [workspace]"), "token levels changed (1)"),
        (("stage: beta", "stage: alpha"), "stage or plan changed (1)"),
        (("plans: [Enterprise plan]", "plans: [Pro plan]"), "stage or plan changed (1)"),
        (("    on_request: true\n", ""), "stage or plan changed (1)"),
        (("    not_in_newest: true\n", ""), "no longer, or again, in the newest reference (1)"),
    ],
)
def test_diff_names_what_changed(change: tuple[str, str], title: str, tmp_path: Path) -> None:
    result = run("diff", str(SHIPPED), changed(tmp_path / "new.yaml", change))
    assert result.exit_code == 1
    assert title in result.stdout.splitlines()
    document = run("diff", str(SHIPPED), str(tmp_path / "new.yaml"), "--format", "json")
    assert document.exit_code == 1
    assert json.loads(document.stdout)[0]["kind"] in title.replace("deprecation", "deprecated")


@pytest.mark.parametrize(
    "change",
    [
        ("values: [objects, lists]", "values: [lists, objects]"),
        ("levels: [workspace, user]", "levels: [user, workspace]"),
        (f"[custom {BILLED}, integration {BILLED}]", f"[integration {BILLED}, custom {BILLED}]"),
        ("query: [record_id, object]", "query: [object, record_id]"),
        ("scopes: [call_recording:read, meeting:read]", "scopes: [meeting:read, call_recording:read]"),
    ],
)
def test_order_is_no_change(change: tuple[str, str], tmp_path: Path) -> None:
    assert run("diff", str(SHIPPED), changed(tmp_path / "new.yaml", change)).stdout == "no difference\n"


def test_diff_says_of_both_files_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text("a: [", encoding="utf-8")
    result = run("diff", str(tmp_path / "broken.yaml"), str(tmp_path / "nothing.yaml"))
    assert result.exit_code == 2
    assert "broken.yaml:2: not YAML" in result.stderr
    assert "nothing.yaml: no such file" in result.stderr


def test_the_shipped_manifest_has_no_problem() -> None:
    assert run("lint").stdout == "no problem\n"


@pytest.mark.parametrize(
    ("change", "check"),
    [
        (("scopes: [webhook:read-write]", "scopes: [webhoook:read-write]"), "unknown-scope"),
        (('version: "2026-10"', "version: soon"), "missing-date"),
        (("path: /v2/webhooks\n", 'path: "/v2/webhooks/{webhook_id}"\n'), "duplicate"),
    ],
)
def test_lint_finds(change: tuple[str, str], check: str, tmp_path: Path) -> None:
    result = run("lint", changed(tmp_path / "m.yaml", change), "--format", "json")
    assert result.exit_code == 1
    assert check in {row["check"] for row in json.loads(result.stdout)}


def test_lint_tells_every_problem_of_form(tmp_path: Path) -> None:
    (tmp_path / "m.yaml").write_text("{}\n", encoding="utf-8")
    result = run("lint", str(tmp_path / "m.yaml"))
    assert result.exit_code == 1
    assert result.stdout.splitlines()[-1] == "6 problems"


# --- --manifest FILE, and its speed ---


@pytest.mark.parametrize(
    "command",
    [
        ["check", "."], ["calls", "."], ["scopes", "."], ["report", "."], ["init", "."], ["verify", "--env", "HOME", "."],
        ["baseline", "write", "."], ["explain", "note:read"], ["explain", "GET", "/v2/notes"], ["explain", "app.py:3"],
        ["manifest", "show"], ["manifest", "lint"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_every_command_uses_another_manifest(command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "app.py").write_text('import requests\n\nrequests.get("https://api.attio.com/v2/notes", timeout=1)\n', encoding="utf-8")
    (tmp_path / "broken.yaml").write_text("a: [", encoding="utf-8")
    result = CliRunner().invoke(main, [*command, "--manifest", "broken.yaml"], catch_exceptions=False)
    if command == ["manifest", "lint"]:
        assert (result.exit_code, result.stdout.splitlines()[-1]) == (1, "1 problem")
    else:
        assert (result.exit_code, result.stderr) == (2, "error: broken.yaml:2: not YAML: did not find expected node content\n")


def test_another_manifest_decides_what_a_call_needs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "app.py").write_text('import requests\n\nrequests.get("https://api.attio.com/v2/webhooks", timeout=1)\n', encoding="utf-8")
    other = changed(tmp_path / "m.yaml", ("requires: [{scopes: [webhook:read]}]", "requires: [{scopes: [webhook:read, file:read]}]"))
    result = CliRunner().invoke(main, ["scopes", ".", "--format", "json", "--manifest", other], catch_exceptions=False)
    assert "file:read" in result.stdout


def test_loading_the_shipped_manifest_is_quick() -> None:
    """The quickest of nine loads with nothing remembered; the promise is 10 ms."""
    times = []
    for _ in range(9):
        rule_files._compiled.cache_clear()
        rule_files._shipped_manifest.cache_clear()
        start = time.perf_counter()
        rule_files.load_manifest(None)
        times.append(time.perf_counter() - start)
    assert min(times) < 0.010
