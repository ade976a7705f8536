"""Which token a call uses, from real source: the credential is followed to the request, by every way that code takes.

Each program has one call with the token of ATTIO_SYNC_TOKEN (it writes a record) and one with that of ATTIO_APP_TOKEN (it reads notes).
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from attio_scopes.cli import main
from tests.run_calls import Told, verdict_of

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "two-tokens"

CONFIGURATION = """
[tool.attio-scopes.tokens.sync]
scopes = []
env = ["ATTIO_SYNC_TOKEN"]

[tool.attio-scopes.tokens.app]
scopes = []
env = ["ATTIO_APP_TOKEN"]
"""

USES = """
import os


def sync():
    client = make(os.environ["ATTIO_SYNC_TOKEN"])
    client.save()


def app():
    client = make(os.getenv("ATTIO_APP_TOKEN", ""))
    client.find()
"""

WRITES = "https://api.attio.com/v2/objects/people/records"
READS = "https://api.attio.com/v2/notes"

# A client class (or something that makes one) that USES makes two objects of.
CLIENTS = {
    "request wrapper, headers method": """
import requests
class C:
    def __init__(self, token): self.token = token
    def _headers(self): return {"Authorization": f"Bearer {self.token}"}
    def _request(self, m, p, **kw):
        return requests.request(m, "https://api.attio.com/v2" + p, headers=self._headers(), **kw)
    def save(self): self._request("PUT", "/objects/people/records")
    def find(self): return self._request("GET", "/notes").json()
make = C
""",
    "base_url literal": """
import httpx
class C:
    def __init__(self, token, base="https://api.attio.com/v2"):
        self.http = httpx.Client(base_url=base, headers={"Authorization": "Bearer " + token})
    def save(self): self.http.put("/objects/people/records")
    def find(self): return self.http.get("/notes").json()
def make(t): return C(t, "https://api.attio.com/v2")
""",
    "dataclass": """
import requests
from dataclasses import dataclass
@dataclass
class C:
    token: str
    @property
    def headers(self): return {"Authorization": "Bearer %s" % self.token}
    def save(self): requests.put("https://api.attio.com/v2/objects/people/records", headers=self.headers)
    def find(self): return requests.get("https://api.attio.com/v2/notes", headers=self.headers)
make = C
""",
    "auth tuple session": """
import requests
class C:
    def __init__(self, token):
        self.s = requests.Session()
        self.s.auth = (token, "")
    def save(self): self.s.put("https://api.attio.com/v2/objects/people/records")
    def find(self): return self.s.get("https://api.attio.com/v2/notes")
make = C
""",
    "headers update": """
import requests
class C:
    def __init__(self, token):
        self.s = requests.Session()
        self.s.headers.update({"Authorization": f"Bearer {token}", "Accept": "application/json"})
    def save(self): self.s.put("https://api.attio.com/v2/objects/people/records")
    def find(self): return self.s.get("https://api.attio.com/v2/notes")
make = C
""",
    "subclass": """
import requests
class B:
    def __init__(self, token):
        self.token = token
    def _send(self, m, p): return requests.request(m, f"https://api.attio.com/v2{p}", headers={"Authorization": f"Bearer {self.token}"})
class C(B):
    def save(self): self._send("PUT", "/objects/people/records")
    def find(self): return self._send("GET", "/notes")
make = C
""",
    "composition": """
import requests
class T:
    def __init__(self, token):
        self.token = token
    def send(self, m, p): return requests.request(m, f"https://api.attio.com/v2{p}", headers={"Authorization": f"Bearer {self.token}"})
class C:
    def __init__(self, token): self.t = T(token)
    def save(self): self.t.send("PUT", "/objects/people/records")
    def find(self): return self.t.send("GET", "/notes")
make = C
""",
    "sdk": """
from attio import SDK
class C:
    def __init__(self, token): self.sdk = SDK(oauth2=token)
    def save(self): self.sdk.records.put_v2_objects_object_records(object="people", data={})
    def find(self): return self.sdk.notes.get_v2_notes()
make = C
""",
    "factory classmethod": """
import requests
class C:
    def __init__(self, token): self.token = token
    @classmethod
    def of(cls, token): return cls(token)
    def save(self): requests.put("https://api.attio.com/v2/objects/people/records", headers={"Authorization": "Bearer " + self.token})
    def find(self): return requests.get("https://api.attio.com/v2/notes", headers={"Authorization": "Bearer " + self.token})
make = C.of
""",
}

# Whole programs.
PROGRAMS = {
    "function with token": """
import os, requests
def save(token): requests.put("https://api.attio.com/v2/objects/people/records", headers={"Authorization": f"Bearer {token}"})
def find(token): return requests.get("https://api.attio.com/v2/notes", headers={"Authorization": f"Bearer {token}"})
def a(): save(os.environ["ATTIO_SYNC_TOKEN"])
def b(): find(os.environ["ATTIO_APP_TOKEN"])
""",
    "two constants": """
import os, requests
SYNC = os.environ["ATTIO_SYNC_TOKEN"]
APP = os.environ.get("ATTIO_APP_TOKEN")
def hdr(t): return {"Authorization": f"Bearer {t}"}
def save(): requests.put("https://api.attio.com/v2/objects/people/records", headers=hdr(SYNC))
def find(): return requests.get("https://api.attio.com/v2/notes", headers=hdr(APP))
""",
    "settings": """
import requests
from pydantic_settings import BaseSettings
class Settings(BaseSettings):
    attio_sync_token: str
    attio_app_token: str = ""
settings = Settings()
def save(): requests.put("https://api.attio.com/v2/objects/people/records",
                 headers={"Authorization": f"Bearer {settings.attio_sync_token}"})
def find(): return requests.get("https://api.attio.com/v2/notes", headers={"Authorization": f"Bearer {settings.attio_app_token}"})
""",
    "django settings": """
import requests
from django.conf import settings
def save(): requests.put("https://api.attio.com/v2/objects/people/records",
                 headers={"Authorization": f"Bearer {settings.ATTIO_SYNC_TOKEN}"})
def find(): return requests.get("https://api.attio.com/v2/notes", headers={"Authorization": f"Bearer {settings.ATTIO_APP_TOKEN}"})
""",
    "default argument": """
import os, requests
def save(token=os.environ["ATTIO_SYNC_TOKEN"]):
    requests.put("https://api.attio.com/v2/objects/people/records", headers={"Authorization": f"Bearer {token}"})
def find(token=None):
    token = token or os.environ["ATTIO_APP_TOKEN"]
    return requests.get("https://api.attio.com/v2/notes", headers={"Authorization": f"Bearer {token}"})
""",
    "urllib": """
import os, urllib.request
def save():
    r = urllib.request.Request("https://api.attio.com/v2/objects/people/records", method="PUT")
    r.add_header("Authorization", "Bearer " + os.environ["ATTIO_SYNC_TOKEN"])
    urllib.request.urlopen(r)
def find():
    headers = {"Authorization": "Bearer " + os.environ["ATTIO_APP_TOKEN"]}
    return urllib.request.urlopen(urllib.request.Request("https://api.attio.com/v2/notes", None, headers))
""",
    "aiohttp": """
import os, aiohttp
async def save():
    async with aiohttp.ClientSession(headers={"Authorization": "Bearer " + os.environ["ATTIO_SYNC_TOKEN"]}) as s:
        await s.put("https://api.attio.com/v2/objects/people/records")
async def find():
    async with aiohttp.ClientSession("https://api.attio.com", headers={"Authorization": "Bearer " + os.environ["ATTIO_APP_TOKEN"]}) as s:
        async with s.get("/v2/notes") as r: return await r.json()
""",
    "http.client": """
import os, http.client
def save():
    c = http.client.HTTPSConnection("api.attio.com")
    c.request("PUT", "/v2/objects/people/records", "", {"Authorization": "Bearer " + os.environ["ATTIO_SYNC_TOKEN"]})
def find():
    c = http.client.HTTPSConnection("api.attio.com")
    c.request("GET", "/v2/notes", headers={"Authorization": "Bearer " + os.environ["ATTIO_APP_TOKEN"]})
""",
    "bearer auth class": """
import os, requests
class Bearer(requests.auth.AuthBase):
    def __init__(self, t): self.t = t
    def __call__(self, r):
        r.headers["Authorization"] = "Bearer " + self.t
        return r
def save(): requests.put("https://api.attio.com/v2/objects/people/records", auth=Bearer(os.environ["ATTIO_SYNC_TOKEN"]))
def find(): return requests.get("https://api.attio.com/v2/notes", auth=Bearer(os.environ["ATTIO_APP_TOKEN"]))
""",
    "local headers dict": """
import os, requests
def save():
    headers = {"Content-Type": "application/json"}
    headers["Authorization"] = "Bearer " + os.environ["ATTIO_SYNC_TOKEN"]
    requests.put("https://api.attio.com/v2/objects/people/records", headers=headers)
def find():
    headers = {"Accept": "x"}
    headers.update(Authorization="Bearer " + os.environ["ATTIO_APP_TOKEN"])
    return requests.get("https://api.attio.com/v2/notes", headers=headers)
""",
    "decouple": """
import requests
from decouple import config
A = config("ATTIO_SYNC_TOKEN")
def save(): requests.put("https://api.attio.com/v2/objects/people/records", headers={"Authorization": f"Bearer {A}"})
def find(): return requests.get("https://api.attio.com/v2/notes", headers={"Authorization": f"Bearer {config('ATTIO_APP_TOKEN')}"})
""",
}


def told(folder: Path, source: str) -> set[tuple[str, str, str]]:
    """(code, token, method of the call) of every finding on a call."""
    (folder / "program.py").write_text(source, encoding="utf-8")
    (folder / "pyproject.toml").write_text(CONFIGURATION, encoding="utf-8")
    calls, found = verdict_of(folder)
    methods = {call.line: next(iter(call.endpoints)).split()[0] for call in calls}
    return {(item.code, item.token, methods[item.line]) for item in found}


RIGHT = {("ATS001", "sync", "PUT"), ("ATS001", "app", "GET")}


@pytest.mark.parametrize("name", CLIENTS)
def test_two_objects_of_one_class_have_a_token_each(name: str, tmp_path: Path) -> None:
    assert told(tmp_path, CLIENTS[name] + USES) == RIGHT


@pytest.mark.parametrize("name", PROGRAMS)
def test_the_credential_is_followed_to_the_request(name: str, tmp_path: Path) -> None:
    assert told(tmp_path, PROGRAMS[name]) == RIGHT


SHARED = """
import os

import requests


class Client:
    def __init__(self, token):
        self.headers = {"Authorization": f"Bearer {token}"}

    def save(self):
        requests.put("https://api.attio.com/v2/objects/people/records", headers=self.headers, timeout=10)


def first():
    Client(os.environ["ATTIO_SYNC_TOKEN"]).save()
"""


def test_a_call_of_both_is_judged_once_for_each(tmp_path: Path) -> None:
    both = SHARED + '\n\ndef second():\n    Client(os.environ["ATTIO_APP_TOKEN"]).save()\n'
    assert told(tmp_path, both) == {("ATS001", "sync", "PUT"), ("ATS001", "app", "PUT")}


def test_an_object_from_elsewhere_may_be_any_of_those_that_are_made(tmp_path: Path) -> None:
    """Somebody hands in a client: then nobody knows whose token it has, and no alarm may be missed."""
    handed_in = SHARED + '\n\ndef second(client: Client):\n    client.save()\n\n\nCLIENT = Client(os.environ["ATTIO_APP_TOKEN"])\n'
    assert told(tmp_path, handed_in) == {("ATS001", "sync", "PUT"), ("ATS001", "app", "PUT")}


def test_what_nothing_says_is_told_once(tmp_path: Path) -> None:
    source = f'import requests\n\nrequests.get("{READS}", headers={{"Authorization": open("token").read()}}, timeout=10)\n'
    assert told(tmp_path, source) == {("ATS001", "", "GET"), ("ATS007", "", "GET")}


def test_paths_decide_where_no_credential_does(tmp_path: Path) -> None:
    (tmp_path / "jobs").mkdir()
    (tmp_path / "jobs" / "a.py").write_text(f'import requests\n\nrequests.get("{READS}", timeout=10)\n', encoding="utf-8")
    text = CONFIGURATION.replace('env = ["ATTIO_SYNC_TOKEN"]', 'paths = ["jobs/**"]')
    (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
    assert [(item.code, item.token) for item in verdict_of(tmp_path)[1]] == [("ATS001", "sync")]


# --- the example -------------------------------------------------------------------------------------------------------


@pytest.fixture
def example(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE, tmp_path / "two-tokens", ignore=shutil.ignore_patterns("__pycache__")))


def invoke(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, list(arguments), catch_exceptions=False)
    return result.exit_code, result.stdout


def _short(item: Told) -> tuple[str, str, frozenset[str]]:
    return item.code, item.token, item.scopes


def test_one_client_module_is_judged_differently_for_each_token(example: Path) -> None:
    calls, found = verdict_of(example)
    assert [call.path for call in calls] == ["desk/attio.py"] * 3
    assert [call.verdict for call in calls] == ["covered", "missing", "missing"]
    assert [_short(item) for item in found] == [
        ("ATS001", "import", frozenset({"record_permission:read-write"})),
        ("ATS001", "inbox", frozenset({"note:read-write"})),
        ("ATS101", "inbox", frozenset({"webhook:read"})),
    ]


def test_the_report_names_every_token_of_a_call(example: Path) -> None:
    _code, text = invoke("check", str(example), "--format", "json")
    document: dict[str, Any] = json.loads(text)
    assert [call["tokens"] for call in document["calls"]] == [["import", "inbox"], ["import"], ["inbox"]]
    assert [call["token"] for call in document["calls"]] == ["import", "import", "inbox"]


def test_init_tells_the_tokens_apart_and_check_agrees(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    configuration = example / "pyproject.toml"
    text = configuration.read_text(encoding="utf-8")
    configuration.write_text(text[: text.index("[tool.attio-scopes")], encoding="utf-8")
    monkeypatch.chdir(example)
    assert invoke("init")[0] == 0
    assert configuration.read_text(encoding="utf-8").count("[tool.attio-scopes.tokens.") == 2
    calls, found = verdict_of(example)
    assert {call.verdict for call in calls} == {"covered"}
    assert found == ()


def test_fix_adds_to_the_right_token(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(example)
    assert invoke("check", "--fix", "--add-scopes")[0] == 0
    assert verdict_of(example)[1] == ()
