"""Fingerprints and entries of baselines: other words in a message change none of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from attio_scopes.cli import main

CODE = """import requests

API = "https://api.attio.com/v2"


def missing():
    return requests.post(f"{API}/webhooks")


def possible(filters):
    return requests.get(f"{API}/threads", params=filters)


def unknown():
    return requests.get(f"{API}/widgets")


def unresolved(name):
    return requests.get(API + open(name).read())


def quiet():
    return requests.get(f"{API}/self")  # attio-scopes: ignore[ATS001] once


def pinned():
    return requests.get(f"{API}/self")  # attio-scopes: endpoint POST /v2/notes


# attio-scopes: nonsense
"""
DECLARED = (
    "scopes: [webhook:read, comment:read, object_configuration:read, record_permission:read, task:read, user_management:read-write]\n"
)
KNOWN = {
    "4be2169bfc463a6f5464a00b3a4faa5a": "ATS001",
    "da1d4b819120f24dfcf982103c37edb3": "ATS002",
    "f29b8ae94f9414050f22d294f03fb5d6": "ATS003",
    "53df1a8538a9a84e5c1d1d5e7282c841": "ATS004",
    "355d467c5c1bcc01cd068f405c437ba3": "ATS008",
    "0299895f5797a3f1e106e9eede059bb9": "ATS201",
    "993f8db8302ba49a52e905f347756348": "ATS201",
    "3d07460c5c2d5b3bfc0108897eebd236": "ATS201",
    "063403e9baa9109edb058d17d2e05825": "ATS901",
}
OF_DECLARATIONS = {"b859ff5e5809326751a6aa355d00a183": "ATS101", "b6fefcbb085425b7aa3ca7a987721c2c": "ATS101"}


def found(folder: Path) -> dict[str, str]:
    report = json.loads(CliRunner().invoke(main, ["check", "--no-cache", "--format", "json", str(folder)]).stdout)
    return {finding["fingerprint"]: finding["code"] for finding in report["findings"]}


def test_they_are_those_of_every_version(tmp_path: Path) -> None:
    """GitHub and GitLab know a finding by them: a new one opens each finding again."""
    (tmp_path / "app.py").write_text(CODE, encoding="utf-8")
    (tmp_path / "broken.py").write_text("import attio\ndef broken(:\n", encoding="utf-8")
    (tmp_path / "attio-scopes.yaml").write_text(DECLARED, encoding="utf-8")
    assert found(tmp_path) == KNOWN
    (tmp_path / "broken.py").unlink()
    kept = CODE.replace(CODE[CODE.index("def unknown") : CODE.index("def quiet")], "")
    (tmp_path / "app.py").write_text(kept, encoding="utf-8")
    assert OF_DECLARATIONS.items() <= found(tmp_path).items()


def test_entries_of_a_baseline_have_no_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "app.py").write_text(CODE, encoding="utf-8")
    (tmp_path / "attio-scopes.yaml").write_text(DECLARED, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    CliRunner().invoke(main, ["baseline", "write"])
    entries = json.loads((tmp_path / "attio-scopes-baseline.json").read_text(encoding="utf-8"))["findings"]
    assert {key for entry in entries for key in entry} <= {"code", "path", "function", "endpoint", "token", "count"}
