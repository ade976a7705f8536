"""`diff`: two states of a project compared, by values, by JSON reports and by a real git history."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from attio_scopes import prefilter
from attio_scopes.cli import main
from attio_scopes.compare import compare, read_snapshot
from attio_scopes.model.change import ScopeChange, SeenCall, Snapshot, TokenNeeds
from attio_scopes.model.errors import UserError
from attio_scopes.model.scope import ScopeSet
from attio_scopes.report.json import as_object
from attio_scopes.report.scope_change import MOST_CALLS, render_json, render_markdown, render_text
from attio_scopes.revisions import commit_of, extract, find_repository
from tests.made_calls import CREATE, NOTE, NOTES, QUERY, WEBHOOK, report, resolved, scopes, unresolved

# --- values ----------------------------------------------------------------------------------------------------


def state(needed: str, *calls: SeenCall, possible: str = "", token: str = "") -> Snapshot:
    return Snapshot(calls, (TokenNeeds(token, ScopeSet.of(needed.split()), ScopeSet.of(possible.split())),))


def seen(line: int, what: str, *needs: str, path: str = "a.py") -> SeenCall:
    return SeenCall(path, line, 1, what, "resolved", scopes(*needs))


READ = seen(1, "GET /v2/notes", "note:read")
WRITE = seen(2, "POST /v2/notes", "note:read-write")
NAMES = ("main", "branch")


def test_nothing_changed() -> None:
    change = compare(state("note:read", READ), state("note:read", seen(99, "GET /v2/notes", "note:read")), NAMES)
    assert not change.needs_more
    assert (change.added, change.removed) == ((), ())
    assert "The needed scopes do not change" in render_text(change)


def test_a_new_scope_with_its_calls() -> None:
    change = compare(state("note:read", READ), state("note:read-write", READ, WRITE), NAMES)
    (token,) = change.tokens
    assert [(str(new.scope), str(new.was), new.calls) for new in token.new] == [("note:read-write", "note:read", ((WRITE, True),))]
    assert change.added == (WRITE,)
    assert change.needs_more


def test_less_is_not_new() -> None:
    change = compare(state("note:read-write task:read", READ, WRITE), state("note:read", READ), NAMES)
    assert not change.needs_more
    lost = [(str(lost.scope), str(lost.left)) for lost in change.tokens[0].lost]
    assert lost == [("note:read-write", "note:read"), ("task:read", "None")]
    assert change.removed == (WRITE,)


def test_a_possible_need_is_told_and_does_not_fail() -> None:
    change = compare(state("note:read"), state("note:read", possible="list_entry:read"), NAMES)
    assert not change.needs_more
    assert [str(new.scope) for new in change.tokens[0].possible] == ["list_entry:read"]
    assert "Possibly needed too" in render_text(change)


def test_what_stays_possible_is_not_lost() -> None:
    assert compare(state("note:read"), state("", possible="note:read"), NAMES).tokens[0].lost == ()


def test_oauth_apps_have_to_be_authorised_again_only_for_more() -> None:
    more = compare(state(""), state("note:read", READ), NAMES, {""})
    less = compare(state("note:read", READ), state(""), NAMES, {""})
    assert "Customers must authorise again" in render_text(more)
    assert "Customers must authorise again" in render_markdown(more)
    assert json.loads(render_json(more))["tokens"][0]["customers_must_authorise_again"] is True
    assert "authorise" not in render_text(less) + render_markdown(less)
    assert "authorise" not in render_text(compare(state(""), state("note:read", READ), NAMES))


def test_tokens_are_compared_one_by_one() -> None:
    def two(one: str, other: str) -> Snapshot:
        tokens = (
            TokenNeeds("x", ScopeSet.of(one.split()), places=frozenset({("a.py", 1, 1)})),
            TokenNeeds("y", ScopeSet.of(other.split())),
        )
        return Snapshot((READ, seen(5, "GET /v2/notes", "note:read", path="b.py")), tokens)

    change = compare(two("", "note:read"), two("note:read", "note:read"), NAMES)
    assert [(token.token, [str(new.scope) for new in token.new]) for token in change.tokens] == [("x", ["note:read"]), ("y", [])]
    assert [call.path for call, _ in change.tokens[0].new[0].calls] == ["a.py"], "calls of the other token are no reason"


def test_where_only_one_side_tells_tokens_apart_they_are_taken_together() -> None:
    apart = Snapshot((), (TokenNeeds("x", ScopeSet.of(["note:read"])), TokenNeeds("y", ScopeSet.of(["task:read"]))))
    change = compare(apart, state("note:read task:read-write"), NAMES, {"x"})
    (token,) = change.tokens
    assert (token.token, token.oauth, [str(new.scope) for new in token.new]) == ("", True, ["task:read-write"])


# --- JSON reports ----------------------------------------------------------------------------------------------


def from_json(*calls: object) -> Snapshot:
    return read_snapshot(json.loads(json.dumps(as_object(report(*calls)))), "r.json")  # type: ignore[arg-type] # (call, status)


def test_json_reports_read_back() -> None:
    read = from_json((resolved(1, NOTES), "covered"), (resolved(2, QUERY, CREATE), "missing"), (unresolved(3), "unresolved"))
    assert [call.what for call in read.calls] == [
        "GET /v2/notes",
        "POST /v2/objects/{object}/records or POST /v2/objects/{object}/records/query",
        "POST https://api.attio.com/v2/{path}",
    ]
    assert read.tokens[0].needed.texts() == ("note:read", "object_configuration:read", "record_permission:read-write")
    assert [call.status for call in read.calls] == ["resolved", "resolved", "unresolved"]


def test_a_call_of_two_tokens_is_one_of_both() -> None:
    """`token` names only the first that a call was judged against, `tokens` all of them; a report without `tokens` is read by `token`."""
    document = json.loads(json.dumps(as_object(report((resolved(1, NOTES), "covered"), (resolved(2, WEBHOOK), "covered")))))
    (one,) = document["tokens"]
    document["tokens"] = [{**one, "name": "app", "required": []}, {**one, "name": "sync", "required": []}]
    both, app = document["calls"]
    both.update(token="app", tokens=["app", "sync"])
    app.update(token="app")
    del app["tokens"]
    needed = {token.token: token.needed.texts() for token in read_snapshot(document, "r.json").tokens}
    assert needed == {"app": ("note:read", "webhook:read-write"), "sync": ("note:read",)}


def test_conditions_of_json_reports() -> None:
    def document(*sets: tuple[str, str]) -> dict[str, object]:
        requires = [{"when": {"subject": when} if when else {}, "scopes": needs.split()} for when, needs in sets]
        call = {"path": "a.py", "line": 1, "column": 1, "status": "possible", "methods": ["GET"], "url": "u", "endpoints": []}
        return {"schema_version": 1, "calls": [{**call, "requires": requires}]}

    either = read_snapshot(document(("record", "comment:read record_permission:read"), ("entry", "comment:read list_entry:read")), "r")
    assert either.tokens[0].needed.texts() == ("comment:read", "list_entry:read", "record_permission:read")
    settled = read_snapshot(document(("", "list_entry:read"), ("record", "record_permission:read"), ("entry", "list_entry:read")), "r")
    assert settled.tokens[0].needed.texts() == ("list_entry:read",)
    assert settled.tokens[0].possible.texts() == ("record_permission:read",)


ROW = {"path": "a", "column": 1, "endpoints": [], "methods": [], "url": "", "requires": [], "status": "resolved"}


@pytest.mark.parametrize(
    ("document", "says"),
    [
        ([], "is not a JSON report"),
        ({"calls": 3}, "is not a JSON report"),
        ({"calls": [], "schema_version": 2}, "schema_version is not 1"),
        ({"calls": [1], "schema_version": 1}, "is not a JSON report"),
        ({"calls": [{"path": "a"}], "schema_version": 1}, "is not a JSON report"),
        ({"calls": [{**ROW, "line": float("inf")}], "schema_version": 1}, "is not a JSON report"),
    ],
)
def test_other_documents_are_refused(document: object, says: str) -> None:
    with pytest.raises(UserError, match=says):
        read_snapshot(document, "r.json")


# --- output ----------------------------------------------------------------------------------------------------


def test_nothing_of_the_code_gets_out_unescaped() -> None:
    nasty = seen(1, "GET https://api.attio.com/v2/\x1b[31m`</code>|@all", "note:read", path="a`|\u202e<b>.py")
    change = compare(state(""), state("note:read", nasty), ("\x1b]0;x", "b`"))
    for text in (render_text(change), render_markdown(change), render_json(change)):
        assert "\x1b" not in text
        assert "\u202e" not in text
    assert "<b>" not in render_markdown(change)


def test_long_lists_are_cut() -> None:
    many = [seen(line, f"GET /v2/{line}") for line in range(MOST_CALLS + 7)]
    change = compare(state(""), state("", *many), NAMES)
    assert "… and 7 more" in render_text(change)
    assert "… and 7 more" in render_markdown(change)
    assert len(json.loads(render_json(change))["calls"]["added"]) == MOST_CALLS + 7


def test_unresolved_calls_are_told() -> None:
    change = ScopeChange("a", "b", (), (), (), 2)
    assert "2 calls could not be resolved" in render_text(change)
    assert "2 calls could not be resolved" in render_markdown(change)


# --- a real git history ----------------------------------------------------------------------------------------

CLIENT = """\
import requests

BASE = "https://api.attio.com/v2"


def people(session: requests.Session):
    return session.post(BASE + "/objects/people/records/query")
"""
HOOK = """

def watch(session: requests.Session):
    return session.post(BASE + "/webhooks")
"""
CONFIG = '[tool.attio-scopes.tokens.app]\nkind = "oauth"\nscopes = ["record_permission:read", "object_configuration:read"]\n'


def git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=T", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false", "-c", "core.autocrlf=false"]
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    done = subprocess.run(["git", *identity, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def commit(folder: Path, message: str) -> str:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", message)
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """main with a client; a branch `hooks` that adds one webhook call."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    folder = tmp_path / "repository"
    (folder / "crm").mkdir(parents=True)
    git(folder, "init", "-q", "-b", "main")
    (folder / "crm" / "client.py").write_text(CLIENT, encoding="utf-8")
    (folder / "pyproject.toml").write_text(CONFIG, encoding="utf-8")
    # Files that `git archive` would leave out or change are read as they are.
    (folder / ".gitattributes").write_text("*.py export-ignore export-subst filter=evil\n", encoding="utf-8")
    commit(folder, "A client")
    git(folder, "checkout", "-q", "-b", "hooks")
    (folder / "crm" / "client.py").write_text("\n\n" + CLIENT + HOOK, encoding="utf-8")
    commit(folder, "A webhook")
    return folder


def run(folder: Path, *arguments: str, monkeypatch: pytest.MonkeyPatch) -> tuple[int, str]:
    monkeypatch.chdir(folder)
    result = CliRunner().invoke(main, ["diff", *arguments])
    return result.exit_code, result.output


@pytest.mark.builds
def test_a_pull_request_that_adds_one_webhook_call_says_exactly_that(history: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, output = run(history, "main", "hooks", "--format", "json", monkeypatch=monkeypatch)
    change = json.loads(output)
    call = {
        "path": "crm/client.py", "line": 13, "column": 12, "what": WEBHOOK.key, "status": "resolved", "scopes": ["webhook:read-write"],
    }  # fmt: skip
    assert code == 1
    assert change == {
        "schema_version": 1,
        "base": "main",
        "head": "hooks",
        "needs_more": True,
        "tokens": [
            {
                "name": None,
                "oauth": True,
                "customers_must_authorise_again": True,
                "new": [{"scope": "webhook:read-write", "was": None, "calls": [{**call, "new": True}]}],
                "possible": [],
                "no_longer": [],
            }
        ],
        "calls": {"added": [call], "removed": []},
        "entry_points": [],
        "unresolved": 0,
        "not_read": [],
    }


@pytest.mark.builds
def test_the_way_back_and_the_working_tree(history: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, output = run(history, "hooks", "main", monkeypatch=monkeypatch)
    assert code == 0
    assert "No longer needed:\n  webhook:read-write" in output
    assert "- crm/client.py:13:12: POST /v2/webhooks" in output
    code, output = run(history, "hooks", monkeypatch=monkeypatch)
    assert (code, "The needed scopes do not change" in output) == (0, True)
    (history / "crm" / "client.py").write_text(CLIENT + HOOK.replace("/webhooks", "/notes"), encoding="utf-8")
    code, output = run(history, "hooks", monkeypatch=monkeypatch)
    assert code == 1
    assert "note:read-write" in output
    assert "No longer needed:\n  webhook:read-write" in output
    code, output = run(history, "hooks", "hooks", monkeypatch=monkeypatch)
    assert code == 0, "two revisions do not see the working tree"


@pytest.mark.builds
def test_the_working_tree_and_the_index_are_not_touched(history: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (history / "crm" / "new.py").write_text("x = 1\n", encoding="utf-8")
    marker = history.parent / "filter-was-run"
    git(history, "config", "filter.evil.smudge", f"touch {marker}")
    git(history, "config", "core.fsmonitor", f"touch {marker}")
    before = sorted((path.name, path.stat().st_mtime_ns) for path in history.rglob("*") if path.is_file())
    assert run(history, "main", "hooks", monkeypatch=monkeypatch)[0] == 1
    assert before == sorted((path.name, path.stat().st_mtime_ns) for path in history.rglob("*") if path.is_file())
    assert not marker.exists(), "no filter and no hook is run"


@pytest.mark.builds
def test_merge_base(history: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(history, "checkout", "-q", "main")
    (history / "crm" / "notes.py").write_text(CLIENT.replace("/objects/people/records/query", "/notes"), encoding="utf-8")
    commit(history, "Notes, on main only")
    _, plain = run(history, "main", "hooks", monkeypatch=monkeypatch)
    assert "No longer needed" in plain
    code, parted = run(history, "main", "hooks", "--merge-base", monkeypatch=monkeypatch)
    assert code == 1
    assert "No longer needed" not in parted


@pytest.mark.builds
def test_a_project_in_a_subfolder_and_one_that_is_new(history: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (history / "other").mkdir()
    (history / "other" / "job.py").write_text(CLIENT, encoding="utf-8")
    (history / "other" / "attio-scopes.yaml").write_text("scopes: []\n", encoding="utf-8")
    commit(history, "Another project")
    code, output = run(history, "main", "--project", "other", monkeypatch=monkeypatch)
    assert code == 1
    assert "+ job.py:7:12" in output
    code, output = run(history / "crm", "main", "hooks", monkeypatch=monkeypatch)
    assert code == 1
    assert "crm/client.py:13:12: POST /v2/webhooks  (new call)" in output


@pytest.mark.builds
def test_a_subfolder_without_a_configuration_is_part_of_its_project_in_every_state(history: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (history / "pyproject.toml").unlink()
    (history / "jobs").mkdir()
    (history / "jobs" / "sync.py").write_text("from crm.client import send\n\nsend('/notes')\n", encoding="utf-8")
    (history / "crm" / "client.py").write_text(CLIENT + "\n\ndef send(path):\n    requests.post(BASE + path)\n", encoding="utf-8")
    commit(history, "A job")
    (history / "jobs" / "sync.py").write_text("from crm.client import send\n\nsend('/tasks')\n", encoding="utf-8")
    for arguments in (("HEAD",), ("HEAD", "HEAD~0")):
        code, output = run(history / "jobs", *arguments, "--format", "json", monkeypatch=monkeypatch)
        changes = json.loads(output)
        assert (code, [call["path"] for call in changes["calls"]["added"]]) == ((1, ["jobs/sync.py"]) if len(arguments) == 1 else (0, []))


@pytest.mark.builds
@pytest.mark.parametrize("head", [(), ("HEAD",)])
def test_a_configuration_that_is_given_counts_in_every_state(
    history: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, head: tuple[str, ...]
) -> None:
    text = CONFIG + 'paths = ["**"]\n[tool.attio-scopes]\nhosts = ["crm-proxy.test"]\n'
    proxied = "import requests\n\nrequests.get('https://crm-proxy.test/v2/webhooks')  # Attio\n"
    (history / "crm" / "proxied.py").write_text(proxied, encoding="utf-8")
    commit(history, "By a proxy")
    (history / "ours.toml").write_text(text, encoding="utf-8")
    (tmp_path / "outside.toml").write_text(text, encoding="utf-8")
    assert "proxied.py" not in run(history, "main", *head, monkeypatch=monkeypatch)[1]
    for file in ("ours.toml", str(tmp_path / "outside.toml")):
        code, output = run(history, "main", *head, "--config", file, monkeypatch=monkeypatch)
        assert code == 1
        assert "crm/proxied.py:3:1: GET /v2/webhooks" in output
        assert "crm/client.py:7:12" not in output, "what was there before is not new"


@pytest.mark.builds
@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "-h0", "main:crm", ""])
def test_unknown_revisions(history: Path, monkeypatch: pytest.MonkeyPatch, revision: str) -> None:
    code, output = run(history, "--", revision, monkeypatch=monkeypatch)
    assert code == 2
    assert "no such revision" in output
    assert not (history / "x").exists()


@pytest.mark.builds
def test_outside_of_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    code, output = run(tmp_path, "main", monkeypatch=monkeypatch)
    assert (code, "not in a git repository" in output) == (2, True)


@pytest.mark.builds
def test_links_are_not_written(history: Path, tmp_path: Path) -> None:
    (history / "link.py").symlink_to("/etc/passwd")
    head = commit(history, "A link")
    repository = find_repository(str(history))
    target = tmp_path / "out"
    target.mkdir()
    assert extract(repository, commit_of(repository, head), str(target), configuration=True) == 1
    assert sorted(path.name for path in target.rglob("*") if path.is_file()) == ["client.py", "pyproject.toml"]


def test_json_reports_on_the_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, calls in (("a", [(resolved(1, NOTES), "covered")]), ("b", [(resolved(1, NOTES), "covered"), (resolved(2, NOTE), "missing")])):
        (tmp_path / f"{name}.json").write_text(json.dumps(as_object(report(*calls))), encoding="utf-8")
    code, output = run(tmp_path, "a.json", "b.json", "--oauth", monkeypatch=monkeypatch)
    assert code == 1
    assert "note:read-write (was note:read)" in output
    assert "Customers must authorise again" in output
    assert run(tmp_path, "b.json", "a.json", monkeypatch=monkeypatch)[0] == 0
    (tmp_path / "c.json").write_text("no", encoding="utf-8")
    assert run(tmp_path, "a.json", "c.json", monkeypatch=monkeypatch)[0] == 2
    assert run(tmp_path, "a.json", "missing.json", monkeypatch=monkeypatch)[0] == 2


BROKEN = "import attio\ndef broken(:\n"


@pytest.mark.builds
def test_what_cannot_be_analysed_may_need_more(history: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a change makes unreadable is told, in the comment too; what was so before is told, and is no change if it is the same."""
    git(history, "checkout", "-q", "main")
    git(history, "checkout", "-q", "-b", "broken")
    (history / "crm" / "broken.py").write_text(BROKEN, encoding="utf-8")
    commit(history, "Not Python")
    for form in ("text", "markdown", "json"):
        code, output = run(history, "main", "broken", "--format", form, monkeypatch=monkeypatch)
        assert (code, "broken.py" in output.replace("\\", ""), "cannot be analysed" in output) == (1, True, True), output
    (history / "crm" / "other.py").write_text("x = 1\n", encoding="utf-8")
    commit(history, "Something else")
    code, output = run(history, "broken~1", "broken", monkeypatch=monkeypatch)
    assert (code, "broken.py" in output) == (0, True), output
    (history / "crm" / "broken.py").write_text(BROKEN + "# not the same\n", encoding="utf-8")
    code, output = run(history, "broken", monkeypatch=monkeypatch)
    assert (code, "broken.py" in output) == (1, True), output
    git(history, "checkout", "-q", ".")
    code, output = run(history, "broken", "main", monkeypatch=monkeypatch)
    assert (code, "broken.py" in output) == (0, False), output


@pytest.mark.builds
@pytest.mark.parametrize("limit", [("--timeout", "0.000001"), ("--max-memory", "1")])
def test_a_comparison_that_ends_early_is_not_clean(history: Path, monkeypatch: pytest.MonkeyPatch, limit: tuple[str, str]) -> None:
    code, output = run(history, "main", "main", *limit, monkeypatch=monkeypatch)
    assert (code, f"of {limit[0]} were" in " ".join(output.split())) == (1, True), output


@pytest.mark.builds
def test_what_else_a_change_keeps_from_being_analysed(history: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many files that say Attio, and many importers of a loader: then some are left out, with a note."""
    monkeypatch.setattr(prefilter, "MOST_DYNAMIC", 3)
    monkeypatch.setattr("attio_scopes.reading.FEW", 0)
    (history / "crm" / "loader.py").write_text(
        "import importlib\ndef load(n):\n    return importlib.import_module('crm.' + n)\n", encoding="utf-8"
    )
    code, output = run(history, "HEAD", monkeypatch=monkeypatch)
    assert (code, "Not everything" in output) == (0, False), output
    for number in range(8):
        (history / "crm" / f"user_{number}.py").write_text("from crm import loader\nloader.load('client').send()\n", encoding="utf-8")
    code, output = run(history, "HEAD", monkeypatch=monkeypatch)
    assert (code, "were not analysed" in " ".join(output.split())) == (1, True), output


@pytest.mark.parametrize("code", ["ATS901", "ATS902", "ATS903"])
def test_what_the_newer_of_two_reports_has_not_analysed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """As of two revisions: what only the newer one lacks is a change."""
    document = as_object(report((resolved(1, NOTE), "resolved")))
    gap = {"code": code, "path": "crm/\x1b[31mbroken.py", "line": 2, "message": "It cannot be analysed."}
    near = {**gap, "code": "ATS004"}
    for name, findings in (("whole", []), ("broken", [gap]), ("near", [near])):
        (tmp_path / f"{name}.json").write_text(json.dumps({**document, "findings": findings}), encoding="utf-8")
    ways = {("whole", "broken"): (1, True), ("broken", "broken"): (0, True), ("broken", "whole"): (0, False), ("whole", "near"): (0, False)}
    for files, expected in ways.items():
        done, output = run(tmp_path, *(f"{file}.json" for file in files), monkeypatch=monkeypatch)
        assert (done, "broken.py:2: It cannot be analysed." in output) == expected, output
        assert "\x1b" not in output


@pytest.mark.parametrize(
    "findings",
    [
        3,
        [3],
        [{}],
        [{"code": "ATS901", "path": "a", "line": float("inf"), "message": ""}],
        [{"code": "ATS901"}],
        [{"code": "ATS901", "path": "a", "line": "x", "message": ""}],
    ],
)
def test_a_report_whose_findings_are_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, findings: object) -> None:
    document = as_object(report((resolved(1, NOTE), "resolved")))
    (tmp_path / "whole.json").write_text(json.dumps(document), encoding="utf-8")
    (tmp_path / "odd.json").write_text(json.dumps({**document, "findings": findings}), encoding="utf-8")
    code, output = run(tmp_path, "whole.json", "odd.json", monkeypatch=monkeypatch)
    assert (code, "odd.json: is not a JSON report" in output) == (2, True), output


def test_a_report_of_a_run_that_ended_early(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = as_object(report((resolved(1, NOTE), "resolved")))
    for name, complete in (("whole", True), ("part", False), ("old", None)):
        (tmp_path / f"{name}.json").write_text(json.dumps({**document, "complete": complete}), encoding="utf-8")
    assert run(tmp_path, "whole.json", "old.json", monkeypatch=monkeypatch)[0] == 0
    for files in (("whole.json", "part.json"), ("part.json", "whole.json")):
        code, output = run(tmp_path, *files, monkeypatch=monkeypatch)
        assert (code, "part.json: the analysis is incomplete" in output) == (1, True), output
