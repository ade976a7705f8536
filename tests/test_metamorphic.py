"""Writing a program otherwise does not change what it requests: same endpoints, in the same number.

Every base program goes through every rewrite of tests/project_changes.py, and through pairs of them.
"""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import pytest

from tests.project_changes import CHANGES, Files
from tests.run_calls import calls_of

DIRECT = """
import requests

BASE = "https://api.attio.com/v2"
OTHER = "https://api.example.com/v2"

def lists():
    return requests.get(BASE + "/lists").json()

def add(slug, values):
    return requests.post(f"{BASE}/objects/{slug}/records", json=values)

def drop(slug, record_id):
    url = BASE + "/objects/" + slug + "/records/" + record_id
    return requests.delete(url)

def elsewhere():
    return requests.get(OTHER + "/lists")
"""

WRAPPED = """
import requests

BASE = "https://api.attio.com/v2"

def api(method, path, body=None):
    return requests.request(method, BASE + path, json=body)

def fetch(path):
    return api("GET", path)

def create(kind, body):
    return api("POST", f"/objects/{kind}/records", body=body)

fetch("/self")
fetch("/workspace_members")
create("people", {})
api(path="/tasks/1", method="PATCH")
"""

CLIENT = """
import requests

HOST = "https://api.attio.com"

class Crm:
    def __init__(self, token):
        self.token = token
        self.root = HOST + "/v2"

    def send(self, verb, path, body=None):
        return requests.request(verb, f"{self.root}/{path}", json=body)

    def look(self, path):
        return self.send("GET", path)

    def remark(self, text):
        return self.send("POST", "notes", {"data": text})

crm = Crm("token")
crm.look("tasks")
crm.look("lists/deals")
"""

CHOOSING = """
import requests

BASE = "https://api.attio.com/v2"
PATHS = {"a": "/notes", "b": "/tasks"}

def save(task_id, body):
    if task_id:
        method = "PATCH"
        url = BASE + "/tasks/" + task_id
    else:
        method = "POST"
        url = BASE + "/tasks"
    return requests.request(method, url, json=body)

def read():
    for path in PATHS.values():
        requests.get(BASE + path)
"""

PROJECT = {
    "alpha.py": """
import requests

BASE = "https://api.attio.com/v2"

def call(method, path, body=None):
    return requests.request(method, BASE + path, json=body)
""",
    "beta.py": """
from alpha import call

def query(slug):
    return call("POST", f"/lists/{slug}/entries/query", {})
""",
    "gamma.py": """
import beta
from alpha import call

def run():
    beta.query("deals")
    return call("GET", "/webhooks")
""",
}

PROGRAMS: dict[str, tuple[Files, dict[str, int]]] = {
    "direct": (
        {"app.py": DIRECT},
        {"GET /v2/lists": 1, "POST /v2/objects/{object}/records": 1, "DELETE /v2/objects/{object}/records/{record_id}": 1},
    ),
    "wrapped": (
        {"app.py": WRAPPED},
        {"GET /v2/self": 1, "GET /v2/workspace_members": 1, "POST /v2/objects/{object}/records": 1, "PATCH /v2/tasks/{task_id}": 1},
    ),
    "client": ({"app.py": CLIENT}, {"POST /v2/notes": 1, "GET /v2/tasks": 1, "GET /v2/lists/{list}": 1}),
    "choosing": ({"app.py": CHOOSING}, {"PATCH /v2/tasks/{task_id} | POST /v2/tasks": 1, "GET /v2/notes | GET /v2/tasks": 1}),
    "project": (PROJECT, {"POST /v2/lists/{list}/entries/query": 1, "GET /v2/webhooks": 1}),
}

PAIRS = (
    ("extract_a_wrapper", "rename_everything"),
    ("use_a_session", "move_constants"),
    ("swap_for_httpx", "put_in_src"),
    ("wrap_in_async", "move_constants_and_read_them_by_module"),
    ("move_constants", "put_in_a_package"),
)


def endpoints(files: Files, folder: Path) -> Counter[str]:
    """Write a program and analyse it: how many calls have which endpoints; unresolved ones count by their status."""
    for name, source in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(source, encoding="utf-8")
    return Counter(" | ".join(sorted(call.endpoints)) if call.status == "resolved" else call.status for call in calls_of(folder))


@pytest.mark.parametrize("program", PROGRAMS)
def test_base_program(program: str, tmp_path: Path) -> None:
    files, expected = PROGRAMS[program]
    assert endpoints(files, tmp_path) == Counter(expected)


@pytest.mark.slow
@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("program", PROGRAMS)
def test_change(program: str, change: str, tmp_path: Path) -> None:
    files, expected = PROGRAMS[program]
    assert endpoints(CHANGES[change](files), tmp_path) == Counter(expected)


@pytest.mark.parametrize("pair", PAIRS, ids="+".join)
@pytest.mark.parametrize("program", PROGRAMS)
def test_two_changes(program: str, pair: tuple[str, str], tmp_path: Path) -> None:
    files, expected = PROGRAMS[program]
    for change in pair:
        files = CHANGES[change](files)
    assert endpoints(files, tmp_path) == Counter(expected)


def test_inlined_wrapper(tmp_path: Path) -> None:
    """The wrapper's body in place of each use."""
    inlined = WRAPPED
    for old, new in (
        ('fetch("/self")', 'requests.request("GET", BASE + "/self", json=None)'),
        ('fetch("/workspace_members")', 'requests.request("GET", BASE + "/workspace_members", json=None)'),
        ('create("people", {})', 'requests.request("POST", BASE + f"/objects/{\'people\'}/records", json={})'),
        ('api(path="/tasks/1", method="PATCH")', 'requests.request("PATCH", BASE + "/tasks/1", json=None)'),
    ):
        assert inlined.count(old) == 1
        inlined = inlined.replace(old, new)
    tree = ast.parse(inlined)
    tree.body = [s for s in tree.body if not isinstance(s, ast.FunctionDef)]
    assert endpoints({"app.py": ast.unparse(tree)}, tmp_path) == Counter(PROGRAMS["wrapped"][1])


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_changes_something(change: str) -> None:
    """A rewrite that leaves all programs as they are would test nothing."""
    plain = [{name: ast.unparse(ast.parse(source)) + "\n" for name, source in files.items()} for files, _ in PROGRAMS.values()]
    assert any(CHANGES[change](files) != files for files in plain)
