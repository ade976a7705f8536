"""Installed packages for tests: a small SDK of ours, put into an environment's folder as an installer would do it.

Takes a folder and the sources; makes the environment. Nothing is installed or run: the modules fail when they are imported.
"""

from __future__ import annotations

from pathlib import Path

PYTHON = "python3.12"

INIT = "from .client import Client, connect, each_task\n"
CLIENT = """
import requests

from . import notes

BASE = "https://api.attio.com/v2"


class Base:
    def __init__(self, token, base=BASE):
        self._session = requests.Session()
        self._base = base
        self._session.headers["Authorization"] = f"Bearer {token}"

    def _call(self, method, path, **more):
        return self._session.request(method, self._base + path, **more).json()


class Client(Base):
    @property
    def notes(self):
        return notes.Notes(self)

    def tasks(self):
        return self._call("GET", "/tasks")

    def move(self, record, entry):
        self._call("GET", f"/objects/deals/records/{record}")
        return self._call("PATCH", f"/lists/pipeline/entries/{entry}", json={})

    def raw(self, method, path):
        return self._call(method, path)

    def unused(self):
        return self._call("DELETE", "/webhooks/1")  # attio-scopes: ignore[ATS001] a comment in a package says nothing

    def close(self):
        self._session.close()


def connect(token):
    return Client(token)


def each_task(client, function):
    for task in client.tasks():
        function(task)


raise RuntimeError("run")
"""
NOTES = """
class Notes:
    def __init__(self, client):
        self._client = client

    def list(self):
        return self._client._call("GET", "/notes")

    def create(self, **note):
        return self._client._call("POST", "/notes", json=note)  # attio-scopes: endpoint GET /v2/self
"""
SDK = {"crm_attio/__init__.py": INIT, "crm_attio/client.py": CLIENT, "crm_attio/notes.py": NOTES}


def environment(folder: Path, sources: dict[str, str], distribution: str = "crm-attio", version: str = "1.2.0") -> Path:
    """An environment with a package.

    Args:
        folder: of the environment.
        sources: of its modules, by their paths below site-packages.
        distribution, version: of what brings them.

    Returns:
        its site-packages.
    """
    site = folder / "lib" / PYTHON / "site-packages"
    for name, text in sources.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")
    (folder / "bin").mkdir(exist_ok=True)
    (folder / "bin" / "python").write_text("#!/bin/false\n", encoding="utf-8")
    (folder / "pyvenv.cfg").write_text("home = /nowhere/bin\nversion = 3.12.1\n", encoding="utf-8")
    info = site / f"{distribution.replace('-', '_')}-{version}.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: {version}\n", encoding="utf-8")
    (info / "RECORD").write_text("".join(f"{name},,\n" for name in sources), encoding="utf-8")
    return site
