"""The example project: exactly the planted gaps are reported, and declaring the printed set settles them."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "crm-sync"

NEEDED = [
    "list_configuration:read",
    "list_entry:read-write",
    "note:read-write",
    "object_configuration:read",
    "record_permission:read-write",
    "user_management:read",
    "webhook:read-write",
]

# (call as written in the source, method and template, what it needs)
CALLS = [
    ("PUT", "/v2/objects/{object}/records", ["object_configuration:read", "record_permission:read-write"]),
    ("POST", "/v2/objects/{object}/records/query", ["object_configuration:read", "record_permission:read"]),
    ("GET", "/v2/{target}/{identifier}/attributes", ["object_configuration:read"]),
    ("PUT", "/v2/lists/{list}/entries", ["list_configuration:read", "list_entry:read-write"]),
    ("GET", "/v2/workspace_members", ["user_management:read"]),
    ("POST", "/v2/notes", ["note:read-write", "object_configuration:read", "record_permission:read"]),
    ("GET", "/v2/webhooks", ["webhook:read"]),
    ("POST", "/v2/webhooks", ["webhook:read-write"]),
    ("DELETE", "/v2/webhooks/{webhook_id}", ["webhook:read-write"]),
]


def run(*arguments: str, cwd: Path, expect: int) -> str:
    """Standard output of `attio-scopes ARGUMENTS`; the exit code has to be `expect`."""
    done = subprocess.run(
        [sys.executable, "-m", "attio_scopes", *arguments], cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == expect, f"exit {done.returncode}, not {expect}\n{done.stdout}\n{done.stderr}"
    assert "Traceback" not in done.stderr
    return done.stdout


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the example, away from this repository's own configuration."""
    return Path(shutil.copytree(EXAMPLE, tmp_path / "crm-sync", ignore=shutil.ignore_patterns("__pycache__", ".attio_scopes_cache")))


def report(project: Path, command: str = "check", expect: int = 1) -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads(run(command, ".", "--format", "json", cwd=project, expect=expect))
    return parsed


def line_of(project: Path, path: str, line: int) -> str:
    return (project / path).read_text(encoding="utf-8").splitlines()[line - 1]


def test_every_call_is_found_with_what_it_needs(project: Path) -> None:
    found = []
    for call in report(project, "calls", expect=0)["calls"]:
        assert call["path"] == "crm_sync/client.py"
        assert call["status"] == "resolved"
        assert call["client"] == "requests"
        assert "self._request(" in line_of(project, call["path"], call["line"])
        assert [frame["function"].rpartition(".")[2] for frame in call["via"]] == ["_request"]
        (endpoint,) = call["endpoints"]
        (alternative,) = call["requires"]
        found.append((endpoint["method"], endpoint["path"], alternative["scopes"]))
    assert found == CALLS


def test_exactly_the_planted_gaps_are_reported(project: Path) -> None:
    result = report(project)
    assert result["summary"] == {
        "files": 7,
        "calls": 9,
        "covered": 6,
        "missing": 3,
        "possible": 0,
        "unknown_endpoint": 0,
        "unresolved": 0,
        "suppressed": 0,
        "not_followed": 0,
        "skipped_tests": 0,
        "ignored": 0,
        "left_out": 0,
    }
    assert result["required_scopes"] == NEEDED
    (token,) = result["tokens"]
    assert token["missing"] == ["note:read-write", "webhook:read-write"]
    assert token["possible"] == []
    assert token["unused"] == ["task:read-write"]
    assert token["broader"] == ["object_configuration:read-write"]

    on_calls = [finding for finding in result["findings"] if finding["path"].endswith(".py")]
    assert [(f["code"], f["severity"], f["missing_scopes"]) for f in on_calls] == [
        ("ATS001", "error", ["note:read-write"]),
        ("ATS001", "error", ["webhook:read-write"]),
        ("ATS001", "error", ["webhook:read-write"]),
    ]
    on_declaration = [finding for finding in result["findings"] if finding not in on_calls]
    assert [(f["code"], f["severity"], f["path"]) for f in on_declaration] == [
        ("ATS102", "warning", "pyproject.toml"),
        ("ATS101", "warning", "pyproject.toml"),
    ]
    assert "object_configuration:read-write" in line_of(project, "pyproject.toml", on_declaration[0]["line"])
    assert "task:read-write" in line_of(project, "pyproject.toml", on_declaration[1]["line"])


def test_the_text_report_names_place_scope_and_endpoint(project: Path) -> None:
    text = run("check", ".", cwd=project, expect=1)
    lines = (project / "crm_sync" / "client.py").read_text(encoding="utf-8").splitlines()
    note = next(number for number, line in enumerate(lines, 1) if '"/notes"' in line)
    assert f"crm_sync/client.py:{note}:" in text
    for word in ("ATS001", "note:read-write", "POST /v2/notes", "webhook:read-write", "ATS101", "task:read-write", "ATS102"):
        assert word in text
    run("check", ".", "--exit-zero", cwd=project, expect=0)


def test_declaring_the_printed_set_settles_everything(project: Path) -> None:
    printed = run("scopes", ".", "--format", "toml", cwd=project, expect=0)
    config = project / "pyproject.toml"
    before = config.read_text(encoding="utf-8")
    head, _, rest = before.partition("scopes = [")
    _, _, tail = rest.partition("]\n")
    declaration = printed[printed.index("scopes = [") :]
    config.write_text(f"{head}{declaration.rstrip()}\n{tail}", encoding="utf-8")

    result = report(project, expect=0)
    assert result["findings"] == []
    assert result["tokens"][0]["declared"] == NEEDED
    assert result["summary"]["covered"] == result["summary"]["calls"] == 9
    run("check", ".", "--fail-on", "warning", cwd=project, expect=0)


@pytest.mark.slow
@pytest.mark.parametrize("scope", NEEDED)
def test_no_scope_of_the_printed_set_can_be_left_out(project: Path, scope: str) -> None:
    """The printed set is the least one: without any of its scopes some call is not covered."""
    (project / "pyproject.toml").unlink()
    rest = "".join(f"  - {other}\n" for other in NEEDED if other != scope)
    (project / "attio-scopes.yaml").write_text(f"scopes:\n{rest}", encoding="utf-8")
    result = report(project)
    assert result["tokens"][0]["missing"] == [scope]
