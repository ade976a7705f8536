"""`traffic`: recordings are read, compared with the report and the declared scopes, and nothing secret of them is shown."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from attio_scopes.cli import main
from attio_scopes.model.errors import UserError
from attio_scopes.model.evidence import Exchange
from attio_scopes.recordings import read_recording
from tests.attio_server.runs import Runs
from tests.test_entry_points import CALLS, PROGRAM

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "mcp-server"
SECRETS = (
    "token-in-a-header-4711",
    "secret-in-a-query-4712",
    "secret-in-a-body-4713",
    "user-in-an-address-4714",
    "secret-in-an-answer-4715",
)


def cassette(*requests: tuple[str, str, int]) -> dict[str, object]:
    """A VCR cassette with a secret wherever there may be one."""
    return {
        "version": 1,
        "interactions": [
            {
                "request": {
                    "method": method,
                    "uri": f"https://{SECRETS[3]}:x@api.attio.com{path}?key={SECRETS[1]}",
                    "body": json.dumps({"data": SECRETS[2]}),
                    "headers": {"Authorization": [f"Bearer {SECRETS[0]}"]},
                },
                "response": {"status": {"code": status, "message": "x"}, "body": {"string": SECRETS[4]}, "headers": {"X": [SECRETS[0]]}},
            }
            for method, path, status in requests
        ],
    }


def har(*requests: tuple[str, str, int]) -> dict[str, object]:
    entries = [
        {
            "request": {
                "method": method,
                "url": f"https://api.attio.com{path}?x={SECRETS[1]}",
                "headers": [{"name": "A", "value": SECRETS[0]}],
            },
            "response": {"status": status, "content": {"text": SECRETS[4]}},
        }
        for method, path, status in requests
    ]
    return {"log": {"version": "1.2", "entries": entries}}


REQUESTS = (("POST", "/v2/notes", 200), ("GET", "/v2/workspace_members", 403))
EXPECTED = (Exchange("POST", "api.attio.com", "/v2/notes", 200), Exchange("GET", "api.attio.com", "/v2/workspace_members", 403))

FORMS = {
    "a.yaml": yaml.safe_dump(cassette(*REQUESTS)),
    "b.json": json.dumps(cassette(*REQUESTS)),
    "c.har": json.dumps(har(*REQUESTS)),
    "d.jsonl": "".join(
        json.dumps({"method": m, "url": f"https://api.attio.com{p}", "status": s, "token": SECRETS[0]}) + "\n" for m, p, s in REQUESTS
    ),
    "e.log": "".join(f"INFO sent {json.dumps({'method': m, 'url': f'https://api.attio.com{p}', 'status': s})}\n" for m, p, s in REQUESTS),
    "f.json": json.dumps([{"method": m, "url": f"https://api.attio.com{p}", "status": s} for m, p, s in REQUESTS]),
}


@pytest.mark.parametrize("name", FORMS)
def test_recordings_are_read(name: str) -> None:
    assert read_recording(FORMS[name].encode(), name) == EXPECTED


def test_a_tag_that_only_python_knows_makes_nothing() -> None:
    text = yaml.safe_dump(cassette(*REQUESTS)) + "evil: !!python/object/apply:os.system ['touch /tmp/ran']\n"
    assert read_recording(text.encode(), "a.yaml") == EXPECTED


@pytest.mark.parametrize(
    ("name", "text"),
    [("a.yaml", "x: ["), ("a.yaml", "just: this"), ("a.json", "{}"), ("a.json", "nothing"), ("a.har", '{"log": {}}'), ("a.log", "")],
)
def test_what_is_no_recording_is_told(name: str, text: str) -> None:
    with pytest.raises(UserError, match=r"no recording|not valid YAML"):
        read_recording(text.encode(), name)


def test_odd_entries_are_passed_over() -> None:
    entries = [
        None,
        1,
        {"request": 5},
        {"request": {"method": "GET"}},
        {"request": {"method": "G T", "uri": "x"}},
        {"request": {"method": "GET", "uri": "http://[x"}},
    ]
    assert read_recording(json.dumps({"interactions": entries}).encode(), "a.json") == ()


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = Path(shutil.copytree(EXAMPLE, tmp_path / "mcp-server", ignore=shutil.ignore_patterns("__pycache__")))
    monkeypatch.chdir(folder)
    return folder


def run(*arguments: str, expect: int = 0) -> str:
    done = CliRunner().invoke(main, ["traffic", *arguments], catch_exceptions=False)
    assert done.exit_code == expect, done.output
    assert not any(secret in done.output for secret in SECRETS)
    return done.output


def record(*requests: tuple[str, str, int]) -> str:
    Path("cassettes").mkdir(exist_ok=True)
    Path("cassettes/a.yaml").write_text(yaml.safe_dump(cassette(*requests)), encoding="utf-8")
    return "cassettes"


def test_what_the_report_has_is_fine(project: Path) -> None:
    told = run(record(("POST", "/v2/notes", 200), ("PATCH", "/v2/tasks/1", 200)))
    assert "2 requests to Attio, 2 endpoints: 2 in the report." in told
    assert "In the report, and not sent here:\n  crm_tools/attio.py:" in told
    assert "GET /v2/tasks" in told


def test_what_the_report_does_not_have_fails(project: Path) -> None:
    told = run(record(("DELETE", "/v2/webhooks/1", 204)), expect=1)
    assert "Sent, and not in the report:\n  DELETE /v2/webhooks/{webhook_id}\n    no call of the report could have sent it" in told
    assert "Sent, and covered by no declared scope:\n  DELETE /v2/webhooks/{webhook_id}: lacks webhook:read-write" in told


def test_an_unresolved_call_is_named_with_the_comment_that_settles_it(project: Path) -> None:
    with open("crm_tools/server.py", "a", encoding="utf-8") as file:
        file.write("\n\n@mcp.tool()\ndef ask(path: str) -> Any:\n    return attio.send('GET', path)\n")
    told = run(record(("GET", "/v2/webhooks", 200)), expect=1)
    assert "perhaps crm_tools/server.py:" in told
    assert "# attio-scopes: endpoint GET /v2/webhooks" in told


def test_refusals_say_what_they_needed(project: Path) -> None:
    told = run(record(("POST", "/v2/notes", 403), ("POST", "/v2/notes", 200)))
    assert (
        "Refused with 403:\n  POST /v2/notes: 1 of 2; it needs note:read-write, object_configuration:read, record_permission:read" in told
    )


def test_unknown_endpoints_and_other_hosts(project: Path) -> None:
    Path("a.jsonl").write_text(
        '{"method": "GET", "url": "https://api.attio.com/v2/nothing"}\n{"method": "GET", "url": "https://example.org/"}\n', "utf-8"
    )
    told = run("a.jsonl", expect=1)
    assert "GET /v2/nothing  (Attio's reference has no such endpoint)" in told
    assert "1 request went to other hosts." in told


def test_json(project: Path) -> None:
    told = json.loads(run(record(("DELETE", "/v2/webhooks/1", 403)), "--format", "json", expect=1))
    (one,) = told["requests"]
    assert one["endpoint"] == "DELETE /v2/webhooks/{webhook_id}"
    assert (one["count"], one["refused"], one["in_report"], one["lacking"]) == (1, 1, False, ["webhook:read-write"])
    assert len(told["not_sent"]) == 7


def test_hostile_paths_stay_text(project: Path) -> None:
    Path("a.jsonl").write_text(
        json.dumps({"method": "GET", "url": "https://api.attio.com/v2/\x1b[31m\n::error::x"}) + "\n", encoding="utf-8"
    )
    told = run("a.jsonl", expect=1)
    assert "\x1b" not in told
    assert "\n::error" not in told


def test_mistakes_are_the_user_s(project: Path) -> None:
    assert "cannot be read" in run("nothing.yaml", expect=2)
    Path("empty").mkdir()
    assert "has no recording" in run("empty", expect=2)


@pytest.mark.slow
def test_what_real_clients_sent_to_the_stand_in(project: Path, tmp_path: Path) -> None:
    """Every tool of the example, run against the stand-in for Attio: nothing is news; with one more request, just that is."""
    needed = ["list_configuration:read", "list_entry:read-write", "note:read-write", "object_configuration:read"]
    granted = {"ATTIO_TOKEN": frozenset([*needed, "record_permission:read-write", "task:read-write", "user_management:read"])}
    lines = []
    with Runs() as runs:
        for name, call in CALLS.items():
            folder = tmp_path / name
            shutil.copytree(project / "crm_tools", folder / "crm_tools")
            (folder / "main.py").write_text(PROGRAM.format(call=call), encoding="utf-8")
            for seen in runs.run(folder, granted).requests:
                method = seen.endpoint.partition(" ")[0]
                lines.append(json.dumps({"method": method, "url": f"https://api.attio.com{seen.path}", "status": seen.status}))
    Path("sent.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    told = json.loads(run("sent.jsonl", "--format", "json"))
    assert all(one["in_report"] for one in told["requests"])
    assert told["not_sent"] == []
    Path("sent.jsonl").write_text("\n".join([*lines, '{"method": "GET", "url": "https://api.attio.com/v2/webhooks"}']), encoding="utf-8")
    told = json.loads(run("sent.jsonl", "--format", "json", expect=1))
    assert [one["request"] for one in told["requests"] if not one["in_report"]] == ["GET /v2/webhooks"]
