"""The entry of `wrappers` that the reason of an unresolved call proposes: pasted as it stands, it settles the call."""

from __future__ import annotations

import re
from pathlib import Path

from tests.run_calls import calls_of

PROGRAM = """\
from acme.http import BaseClient, Client, fetch_all, post_json

BASE = "https://api.attio.com/v2"
post_json(BASE + "/notes", {})
fetch_all("token", url=BASE + "/lists")
Client(BASE).load_all("/tasks")
Client("token").things.load(address=BASE + "/self")


class Attio(BaseClient):
    def __init__(self):
        super().__init__(BASE)

    def add(self):
        return self._post("/tasks", {})
"""
ENTRY = re.compile(r'"[\w.]+" = \{ method = "[A-Z]+", path = .+ \}$')


def test_pasted_entries_settle_the_calls(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(PROGRAM, encoding="utf-8")
    before = calls_of(tmp_path, "--no-cache")
    assert [(call.line, call.status) for call in before] == [(line, "unresolved") for line in (4, 5, 6, 7, 15)]
    entries = [found.group() for call in before if (found := ENTRY.search(call.reason or "")) is not None]
    assert len(entries) == 5

    pasted = "\n".join(["[tool.attio-scopes]", "scopes = []", "[tool.attio-scopes.wrappers]", *entries])
    (tmp_path / "pyproject.toml").write_text(pasted, encoding="utf-8")
    after = {call.line: call.endpoints for call in calls_of(tmp_path, "--no-cache") if call.status == "resolved"}
    assert after == {
        4: {"POST /v2/notes"},
        5: {"GET /v2/lists"},
        6: {"GET /v2/tasks"},
        7: {"GET /v2/self"},
        15: {"POST /v2/tasks"},
    }
