"""The trees that are measured: a large real one from PyPI, with and without Attio, and generated ones of any size.

Takes a folder to make them in, gives their paths. Downloads one wheel through pip; runs nothing of it.
"""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

REAL = "homeassistant==2026.11.0"
CONFIGURATION = """[tool.attio-scopes]
scopes = ["record_permission:read-write", "object_configuration:read", "list_configuration:read"]
"""
CLIENT = '''"""Sends to Attio."""
import requests

BASE = "https://api.attio.com/v2"


class Client:
    def __init__(self, token):
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"

    def send(self, method, path, **more):
        return self.session.request(method, BASE + path, **more).json()
'''
JOB = '''"""Job {number}."""
import logging
import os

from attio_sync.http import Client

LOG = logging.getLogger(__name__)


def run(limit: int = 50):
    client = Client(os.environ["ATTIO_TOKEN"])
    found = client.send("POST", "/objects/people/records/query", json={{"limit": limit}})
    for row in found["data"]:
        LOG.info("row %s", row)
        client.send("PATCH", f"/objects/people/records/{{row['id']}}", json={{"data": {{}}}})
    return client.send("GET", "/lists")


def shape(rows):
    pairs = []
    for row in rows:
        if row.get("kind") == "{number}":
            pairs.append((row["id"], [value.strip() for value in row.get("names", [])]))
    return dict(pairs)
'''
JOB_CALLS = ("POST /v2/objects/{object}/records/query", "PATCH /v2/objects/{object}/records/{record_id}", "GET /v2/lists")
"""What JOB calls, in order."""


def generated(folder: Path, jobs: int) -> Path:
    """A project in which every module calls Attio through one client: the package, the client and `jobs` modules."""
    package = folder / "attio_sync"
    package.mkdir(parents=True, exist_ok=True)
    (package / "__init__.py").write_text("", encoding="utf-8")
    (package / "http.py").write_text(CLIENT, encoding="utf-8")
    for number in range(jobs):
        (package / f"job_{number:05}.py").write_text(JOB.format(number=number), encoding="utf-8")
    (folder / "pyproject.toml").write_text(CONFIGURATION, encoding="utf-8")
    return folder


CALL = """


def attio_notes():
    import requests

    return requests.get("https://api.attio.com/v2/notes")
"""


def real(folder: Path) -> tuple[Path, Path, Path, Path]:
    """The large tree without Attio, the same with 20 files that call it, and 1,000 of its files that all mention Attio, or all call it."""
    plain, mixed, mentioning, calling = (folder / name for name in ("plain", "mixed", "mentioning", "calling"))
    if not plain.exists():
        wheels = folder / "wheels"
        command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--only-binary", ":all:", "--python-version", "3.14.2"]
        subprocess.run([*command, "-d", str(wheels), REAL], check=True)
        unpacked = folder / "unpacked"
        with zipfile.ZipFile(next(wheels.glob("*.whl"))) as wheel:
            wheel.extractall(unpacked)
        (unpacked / "pyproject.toml").write_text(CONFIGURATION, encoding="utf-8")
        unpacked.rename(plain)
    if not mixed.exists():
        shutil.copytree(plain, mixed)
        generated(mixed, 18)
    if not calling.exists():
        files = sorted(path for path in plain.rglob("*.py") if path.stat().st_size > 1_000)
        for tree, more in ((mentioning, b"\n# attio\n"), (calling, CALL.encode())):
            tree.mkdir(exist_ok=True)
            for number, path in enumerate(random.Random(1).sample(files, 1_000)):
                (tree / f"m{number:04}.py").write_bytes(path.read_bytes() + more)
            (tree / "pyproject.toml").write_text(CONFIGURATION, encoding="utf-8")
    return plain, mixed, mentioning, calling
