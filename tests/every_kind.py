"""Two real projects whose checks find every kind of finding and every status of a call, and how to check them.

The findings come out of the whole pipeline, so that what a format test validates is what a user's reader gets. They are two,
since advice to take a scope away is withheld while a call or a file is not understood. ATS902 needs a defect of ours, and
gets one: `write_reports` makes the analysis of one file fail.
"""

from __future__ import annotations

import contextlib
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

DOUBTFUL = {
    "attio-scopes.yaml": """\
tokens:
  app:
    scopes: [record_permission:read, object_configuration:read, user_management:read, webhook:read]
    env: [ATTIO_APP_TOKEN]
  user:
    scopes: [call_recording:read, meeting:read]
    env: [ATTIO_USER_TOKEN]
    level: user
per-path-ignores:
  crm/admin.py: [ATS001]
""",
    "crm/__init__.py": "",
    "crm/client.py": '''\
"""Größe zählt: characters beyond ASCII, so that columns and bytes differ."""
import os

import requests

BASE = "https://api.attio.com/v2"


class Client:
    def __init__(self):
        self._session = requests.Session()
        self._session.headers["Authorization"] = "Bearer " + os.environ["ATTIO_APP_TOKEN"]

    def _send(self, method, path, **options):
        return self._session.request(method, BASE + path, **options)

    def call(self, method, path, **options):
        return self._send(method, path, **options)

    def covered(self, slug):
        return self.call("POST", f"/objects/{slug}/records/query")

    def missing(self):
        """Ä"""; return self.call("POST", "/notes", json={"data": {}})

    def possible(self, target, slug):
        return self.call("GET", f"/{target}/{slug}/attributes")

    def unknown(self):
        return self.call("GET", "/object")

    def unresolved(self):
        return self.call("GET", os.environ["CRM_PATH"])

    def quiet(self):
        return self.call("DELETE", "/webhooks/1")  # attio-scopes: ignore[ATS001] only in the console

    def stale(self):
        return self.call("GET", "/workspace_members")  # attio-scopes: ignore[ATS001] long settled
''',
    "crm/admin.py": """\
from crm.client import Client


def accepted():
    return Client().call("DELETE", "/webhooks/2")
""",
    "crm/meetings.py": """\
import os

import requests

HEADERS = {"Authorization": "Bearer " + os.environ["ATTIO_USER_TOKEN"]}
MEETINGS = "https://api.attio.com/v2/meetings"


def transcript(meeting, recording):
    return requests.get(f"{MEETINGS}/{meeting}/call_recordings/{recording}/transcript", headers=HEADERS, timeout=10)


def members():
    return requests.get("https://api.attio.com/v2/workspace_members", timeout=10)
""",
    "crm/broken.py": "import attio\n\n\ndef broken(:\n",
    "crm/deep.py": "import attio\n",
}
LAVISH = {
    "pyproject.toml": """\
[tool.attio-scopes]
scopes = ["note:read", "object_configuration:read-write", "record_permission:read", "webhook:read-write"]
""",
    "notes.py": """\
import requests

requests.get("https://api.attio.com/v2/notes", timeout=10)
""",
    "consent.py": """import webbrowser

webbrowser.open("https://app.attio.com/authorize?client_id=crm&scope=task%3Aread")
""",
}


def make_project(folder: Path, files: Mapping[str, str]) -> Path:
    """Write the files of a project."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def write_reports(project: Path, formats: Sequence[str], monkeypatch: pytest.MonkeyPatch) -> int:
    """Run `check` in this process and give its exit code; `formats` are those of `--format`, each with a file."""
    from attio_scopes import collect as collecting
    from attio_scopes.cli import main

    whole = collecting.collect

    def fails_once(tree: Any, path: str, *more: Any) -> Any:
        if path == "crm/deep.py":
            raise RuntimeError("made up")
        return whole(tree, path, *more)

    arguments = [word for name in formats for word in ("--format", name)]
    with monkeypatch.context() as patch, contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        patch.setattr(collecting, "collect", fails_once)
        patch.chdir(project)
        with pytest.raises(SystemExit) as ended:
            main(["check", "--no-cache", *arguments])
    assert isinstance(ended.value.code, int)
    return ended.value.code
