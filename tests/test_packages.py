"""Installed packages: calls through them are found at the project's own lines; without them they are told, and nothing is called unused."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from attio_scopes.cli import main
from attio_scopes.discover.environment import environments_of
from attio_scopes.model.errors import UserError
from tests.packages import INIT, NOTES, PYTHON, SDK, environment

APP = """import os

import crm_attio

client = crm_attio.Client(os.environ["TOKEN"])
client.tasks()
client.notes.create(title="x")
client.close()
"""
CALLED = [(6, "GET /v2/tasks"), (7, "POST /v2/notes")]
DECLARED = '[tool.attio-scopes]\nscopes = ["webhook:read-write", "note:read-write"]\n'


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VIRTUAL_ENV", raising=False)


def project(folder: Path, source: str = APP, configuration: str = DECLARED) -> Path:
    """A project of one file."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pyproject.toml").write_text(configuration, encoding="utf-8")
    (folder / "app.py").write_text(source, encoding="utf-8")
    return folder


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments)])


def report(folder: Path, *options: str, command: str = "check") -> dict[str, Any]:
    found = run(command, folder, "--format", "json", "--no-cache", *options)
    assert found.exit_code in (0, 1), found.output
    told: dict[str, Any] = json.loads(found.stdout)
    return told


def calls(found: dict[str, Any]) -> list[tuple[int, str]]:
    """(line, what is called) of each call."""
    return [
        (
            one["line"],
            " or ".join(f"{e['method']} {e['path']}" for e in one["endpoints"]) if one["status"] != "unresolved" else "unresolved",
        )
        for one in found["calls"]
    ]


def codes(found: dict[str, Any]) -> list[str]:
    return [one["code"] for one in found["findings"]]


# --- found where it is installed -----------------------------------------------------------------------------------------


def test_calls_are_found_at_the_projects_lines(tmp_path: Path) -> None:
    environment(tmp_path / ".venv", SDK)
    found = report(project(tmp_path))
    assert calls(found) == CALLED
    assert {one["path"] for one in found["calls"]} == {"app.py"}
    assert found["packages"] == [{"module": "crm_attio", "distribution": "crm-attio", "version": "1.2.0", "files": 3}]
    assert [frame["path"] for frame in found["calls"][1]["via"]] == [
        "<site-packages>/crm_attio/notes.py",
        "<site-packages>/crm_attio/client.py",
    ]
    assert found["tokens"][0]["unused"] == ["webhook:read-write"], "all is known, so that what nobody needs is told"
    assert PYTHON not in json.dumps(found), "where it is on this machine is in no report"


def test_every_command_agrees(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    environment(tmp_path / "env", SDK)
    monkeypatch.setenv("VIRTUAL_ENV", str(tmp_path / "env"))
    folder = project(tmp_path / "project")
    monkeypatch.chdir(folder)
    assert calls(report(folder, command="calls")) == CALLED
    assert set(run("scopes").stdout.split()) >= {"note:read-write", "task:read"}
    assert "webhook" not in run("scopes").stdout
    assert "POST /v2/notes" in run("explain", "app.py:7").stdout
    bare = project(tmp_path / "bare", APP, "")
    assert "note:read-write" in run("init", bare, "--diff").stdout
    text = run("check", "--no-cache").stdout
    assert "via: <site-packages>/crm_attio/client.py" in text
    assert "Read where it is installed: crm-attio 1.2.0." in text


@pytest.mark.builds
def test_two_revisions_are_read_with_one_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = project(tmp_path)
    (folder / ".gitignore").write_text(".venv/\n", encoding="utf-8")
    environment(folder / ".venv", SDK)
    for command in (["init", "-q"], ["add", "."], ["-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qm", "one"]):
        subprocess.run(["git", *command], cwd=folder, check=True, capture_output=True)
    monkeypatch.chdir(folder)
    assert run("diff", "HEAD", "--no-cache").exit_code == 0, "the same calls in both"
    (folder / "app.py").write_text(APP + "client.move('r', 'e')\n", encoding="utf-8")
    changed = run("diff", "HEAD", "--no-cache")
    assert changed.exit_code == 1
    assert "list_entry:read-write" in changed.stdout
    assert "note:read-write" not in changed.stdout


@pytest.mark.slow
def test_flake8_agrees(tmp_path: Path) -> None:
    pytest.importorskip("flake8", reason="NOT COMPARED: flake8 is not installed (pip install '.[flake8]')")
    environment(tmp_path / ".venv", SDK)
    folder = project(tmp_path)
    found = subprocess.run(
        [sys.executable, "-m", "flake8", "--select=ATS", "app.py"], cwd=folder, capture_output=True, text=True, check=False
    )
    assert [line.split(":")[1] for line in found.stdout.splitlines()] == ["6", "7"], found.stdout + found.stderr


@pytest.mark.parametrize("where", ["folder", "interpreter", "site-packages", "variable", ".venv", "venv"])
def test_where_it_is_looked_for(tmp_path: Path, where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = project(tmp_path / "project")
    outside = tmp_path / "elsewhere"
    site = environment(folder / where if "venv" in where else outside, SDK)
    options: dict[str, tuple[str, ...]] = {
        "folder": ("--python", str(outside)),
        "interpreter": ("--python", str(outside / "bin" / "python")),
        "site-packages": ("--python", str(site)),
    }
    if where == "variable":
        monkeypatch.setenv("VIRTUAL_ENV", str(outside))
    assert calls(report(folder, *options.get(where, ()))) == CALLED


def test_the_environment_of_the_tool_hides_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """pre-commit sets VIRTUAL_ENV to an environment that has nothing of the project's."""
    environment(tmp_path / "hooks", {"other/__init__.py": ""}, "other")
    folder = project(tmp_path / "project")
    environment(folder / ".venv", SDK)
    monkeypatch.setenv("VIRTUAL_ENV", str(tmp_path / "hooks"))
    assert calls(report(folder)) == CALLED


def test_of_a_workspace(tmp_path: Path) -> None:
    """The environment of a repository serves the projects in it; what is above the repository serves none."""
    (tmp_path / "repository" / ".git").mkdir(parents=True)
    (tmp_path / "repository" / ".git" / "HEAD").write_text("ref: refs/heads/main\n", encoding="utf-8")
    folder = project(tmp_path / "repository" / "packages" / "app")
    environment(tmp_path / ".venv", SDK)
    assert calls(report(folder)) == []
    environment(tmp_path / "repository" / ".venv", SDK)
    assert calls(report(folder)) == CALLED


@pytest.mark.parametrize(("path", "told"), [("nowhere", "no such file"), ("project", "no Python environment")])
def test_a_wrong_environment_is_the_users_mistake(tmp_path: Path, path: str, told: str) -> None:
    folder = project(tmp_path / "project")
    found = run("check", folder, "--python", tmp_path / path, "--no-cache")
    assert found.exit_code == 2
    assert told in found.output


# --- not found -----------------------------------------------------------------------------------------------------------


def test_without_an_environment_it_is_told_and_nothing_taken_away(tmp_path: Path) -> None:
    folder = project(tmp_path)
    found = report(folder)
    assert (calls(found), codes(found), found["tokens"][0]["unused"], found["packages"]) == ([], ["ATS008"], [], [])
    (finding,) = found["findings"]
    assert "`crm_attio`" in finding["message"]
    assert "--python" in finding["help"]
    assert "wrappers" in finding["help"]
    run("check", folder, "--fix", "--no-cache")
    assert (folder / "pyproject.toml").read_text(encoding="utf-8") == DECLARED
    assert codes(report(folder, command="calls")) == ["ATS008"]


@pytest.mark.builds
@pytest.mark.parametrize("linked", [False, True])
def test_an_environment_that_git_tracks_is_not_used(tmp_path: Path, linked: bool) -> None:
    folder = project(tmp_path / "project")
    environment(folder / ("tools/env" if linked else ".venv"), SDK)
    if linked:
        (folder / ".venv").symlink_to("tools/env")
    for command in (["init", "-q"], ["add", "-f", "."]):
        subprocess.run(["git", *command], cwd=folder, check=True, capture_output=True)
    found = report(folder)
    assert (calls(found), codes(found)) == ([], ["ATS008"])
    assert any("`.venv`" in note or ".venv is not used" in note for note in found["notes"])
    named = run("check", folder, "--no-cache", "--python", folder / ".venv")
    assert named.exit_code == 2
    assert "git tracks" in named.output
    subprocess.run(["git", "rm", "-rq", "--cached", "."], cwd=folder, check=True)
    assert calls(report(folder)) == CALLED


def test_a_method_that_is_not_understood_is_unresolved(tmp_path: Path) -> None:
    """Where a package of Attio's sends to where its source does not show, the call is told: it is not taken for another host's."""
    source = "import httpx\n\nfrom .load import settings\n\n\ndef push(path):\n    return httpx.post(settings().url + path)\n"
    source += "\n\ndef send(request):\n    return httpx.Client().send(settings(request))\n"
    environment(tmp_path / ".venv", {"crm_attio/__init__.py": source, "crm_attio/load.py": "from compiled import settings\n"})
    found = report(project(tmp_path, 'import crm_attio\n\ncrm_attio.push("/things")\ncrm_attio.send(1)\ncrm_attio.push("/notes")\n'))
    assert calls(found) == [(3, ""), (4, "unresolved"), (5, "POST /v2/notes")]
    assert found["tokens"][0]["unused"] == []


# --- near misses ---------------------------------------------------------------------------------------------------------


def test_another_vendors_package_is_not_read(tmp_path: Path) -> None:
    vendor = {"hubspot/__init__.py": 'import requests\n\n\ndef notes():\n    requests.get("https://api.hubapi.com/crm/v3/notes")\n'}
    environment(tmp_path / ".venv", vendor, "hubspot-api-client")
    found = report(project(tmp_path, "import hubspot\n\nhubspot.notes()\n"))
    assert (calls(found), found["packages"], codes(found)) == ([], [], ["ATS101", "ATS101"])


def test_what_is_imported_by_another_name_is_another_package(tmp_path: Path) -> None:
    environment(tmp_path / ".venv", SDK)
    found = report(project(tmp_path, "import other_attio\n\nother_attio.Client(1).tasks()\n"))
    assert (calls(found), codes(found)) == ([], ["ATS008"])


def test_a_package_that_sends_nothing_is_no_entrance(tmp_path: Path) -> None:
    source = "from dataclasses import dataclass\nfrom pydantic import BaseModel\n\n\nclass Note(BaseModel):\n    id: str\n"
    environment(tmp_path / ".venv", {"attio_types/__init__.py": source}, "attio-types")
    found = report(project(tmp_path, 'from attio_types import Note\n\nprint(Note(id="x"))\n'))
    assert (calls(found), codes(found)) == ([], ["ATS101", "ATS101"])
    loads = {"attio_loads/__init__.py": "from importlib import import_module\n\nimport_module('x').Client()\n"}
    environment(tmp_path / ".venv", loads, "attio-loads")
    assert codes(report(project(tmp_path, "from attio_loads import anything\n\nanything()\n"))) == ["ATS008"]


def test_a_module_of_the_project_hides_an_installed_one(tmp_path: Path) -> None:
    environment(tmp_path / ".venv", SDK)
    folder = project(tmp_path)
    (folder / "crm_attio.py").write_text(
        "import requests\n\n\nclass Client:\n    def __init__(self, token):\n        pass\n\n    def tasks(self):\n"
        '        return requests.get("https://api.attio.com/v2/lists")\n\n    notes = None\n',
        encoding="utf-8",
    )
    found = report(folder)
    assert [(one["path"], one["line"], one["url"]) for one in found["calls"]] == [("crm_attio.py", 9, "https://api.attio.com/v2/lists")]
    assert found["packages"] == []


def test_what_the_project_does_not_call_is_not_reported(tmp_path: Path) -> None:
    environment(tmp_path / ".venv", SDK)
    found = report(project(tmp_path, "import crm_attio\n\nclient = crm_attio.connect('t')\nclient.close()\n"))
    assert calls(found) == []
    assert codes(found) == ["ATS008"], "nothing is found behind the import: whether that is all, nobody knows"


def test_comments_in_a_package_say_nothing(tmp_path: Path) -> None:
    environment(tmp_path / ".venv", SDK)
    source = "import crm_attio\n\nclient = crm_attio.connect('t')\nclient.unused()\nclient.notes.create()\n"
    found = report(project(tmp_path, source, '[tool.attio-scopes]\nscopes = ["note:read"]\n'))
    assert calls(found) == [(4, "DELETE /v2/webhooks/{webhook_id}"), (5, "POST /v2/notes")]
    assert codes(found) == ["ATS001", "ATS001"]
    assert all(one["path"] == "app.py" for one in found["findings"])


# --- shapes --------------------------------------------------------------------------------------------------------------

SHAPES = {
    "from the module of a package": ("from crm_attio.client import Client\n\nClient('t').tasks()\n", [(3, "GET /v2/tasks")]),
    "a star": ("from crm_attio import *\n\nconnect('t').tasks()\n", [(3, "GET /v2/tasks")]),
    "by the full name": ("import crm_attio.client\n\ncrm_attio.client.connect('t').tasks()\n", [(3, "GET /v2/tasks")]),
    "two requests": (
        "import crm_attio\n\ncrm_attio.connect('t').move('r', 'e')\n",
        [(3, "GET /v2/objects/{object}/records/{record_id} or PATCH /v2/lists/{list}/entries/{entry_id}")],
    ),
    "decided by an argument": ("import crm_attio\n\ncrm_attio.connect('t').raw('PUT', '/lists/x')\n", [(3, "")]),
    "an argument nobody gives": (
        "import crm_attio\n\n\ndef go(client: crm_attio.Client, verb):\n    client.tasks()\n    client.raw(verb, '/webhooks')\n",
        [(5, "GET /v2/tasks"), (6, "GET /v2/webhooks or POST /v2/webhooks")],
    ),
    "a function that the package calls": (
        "import crm_attio\n\nc = crm_attio.connect('t')\ncrm_attio.each_task(c, lambda task: c.raw('DELETE', f'/tasks/{task}'))\n",
        [(4, "GET /v2/tasks"), (4, "DELETE /v2/tasks/{task_id}")],
    ),
    "a class of the project derives": (
        "from crm_attio import Client\n\n\nclass C(Client):\n    def f(self):\n        self._call('GET', '/lists')\n\n\nC('t').f()\n",
        [(6, "GET /v2/lists")],
    ),
    "to another host": ("import crm_attio\n\ncrm_attio.Client('t', base='https://example.com').tasks()\n", []),
    "an attribute of a service": (
        (
            "import crm_attio\n\n\nclass Service:\n    def __init__(self):\n        self.crm = crm_attio.connect('t')\n\n\n"
            "def use(service):\n    service.crm.notes.list()\n\n\nuse(Service())\n"
        ),
        [(10, "GET /v2/notes")],
    ),
}


@pytest.mark.parametrize("name", SHAPES)
def test_shapes(tmp_path: Path, name: str) -> None:
    source, expected = SHAPES[name]
    environment(tmp_path / ".venv", SDK)
    assert calls(report(project(tmp_path, source))) == expected


# --- which packages ------------------------------------------------------------------------------------------------------


def test_a_package_that_the_configuration_names(tmp_path: Path) -> None:
    sources = {name.replace("crm_attio", "acme_crm"): text.replace("crm_attio", "acme_crm") for name, text in SDK.items()}
    environment(tmp_path / ".venv", sources, "acme-crm")
    source = APP.replace("crm_attio", "acme_crm")
    assert calls(report(project(tmp_path, source))) == []
    named = DECLARED + 'packages = ["acme_crm"]\n'
    assert calls(report(project(tmp_path, source, named))) == CALLED
    assert codes(report(project(tmp_path / "bare", source, named))) == ["ATS008"], "without an environment it is told"


def test_a_distribution_that_is_named_like_attio(tmp_path: Path) -> None:
    sources = {name.replace("crm_attio", "crmkit"): text for name, text in SDK.items()}
    environment(tmp_path / ".venv", sources, "attio-crmkit")
    assert calls(report(project(tmp_path, APP.replace("crm_attio", "crmkit")))) == CALLED


def test_a_package_of_a_namespace(tmp_path: Path) -> None:
    """A part of the namespace is in the tree, the rest is installed."""
    sources = {name.replace("crm_attio", "acme/crm/attio"): text for name, text in SDK.items()}
    environment(tmp_path / ".venv", sources, "acme-crm")
    folder = project(tmp_path, "from acme.crm.attio import connect\n\nconnect('t').tasks()\n")
    (folder / "acme" / "own").mkdir(parents=True)
    (folder / "acme" / "own" / "__init__.py").write_text("", encoding="utf-8")
    assert calls(report(folder)) == [(3, "GET /v2/tasks")]


def test_a_package_that_a_package_uses(tmp_path: Path) -> None:
    site = environment(tmp_path / ".venv", SDK)
    environment(
        tmp_path / ".venv",
        {"acme_attio/__init__.py": "from crm_attio import connect\n\n\ndef due(t):\n    return connect(t).tasks()\n"},
        "acme-attio",
    )
    assert (site / "acme_attio").is_dir()
    found = report(project(tmp_path, "import acme_attio\n\nacme_attio.due('t')\n"))
    assert calls(found) == [(3, "GET /v2/tasks")]
    assert [one["module"] for one in found["packages"]] == ["acme_attio", "crm_attio"]


def test_a_release_of_an_sdk_that_the_model_does_not_know(tmp_path: Path) -> None:
    sources = {name.replace("crm_attio", "attio"): text.replace("Client", "AttioApi") for name, text in SDK.items()}
    environment(tmp_path / ".venv", sources, "attio", "9.0")
    found = report(project(tmp_path, "from attio import AttioApi\n\nAttioApi('t').tasks()\n"))
    assert (calls(found), found["packages"][0]["version"]) == ([(3, "GET /v2/tasks")], "9.0")
    modelled = report(project(tmp_path, "from attio import SDK\n\nSDK(oauth2='t').notes.get_v2_notes()\n"))
    assert (calls(modelled), modelled["packages"]) == ([(3, "GET /v2/notes")], []), "where the model knows it, nothing is read"


def test_an_editable_install(tmp_path: Path) -> None:
    """A path in a .pth file counts; a line of code in one is never run."""
    site = environment(tmp_path / "project" / ".venv", {"x/__init__.py": ""}, "crm-attio")
    source = tmp_path / "sources" / "src"
    for name, text in SDK.items():
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_text(text, encoding="utf-8")
    mark = tmp_path / "ran"
    (site / "a.pth").write_text(
        f"# a comment\nimport pathlib; pathlib.Path({str(mark)!r}).touch()\n{source}\n../../nowhere\n\0\n", encoding="utf-8"
    )
    found = report(project(tmp_path / "project"))
    assert calls(found) == CALLED
    assert found["calls"][0]["via"][0]["path"] == "<site-packages>/crm_attio/client.py"
    assert "sources/src" not in json.dumps(found)
    assert not mark.exists()


HANDED = {
    "the address": ("from acme_http import Api\n\napi = Api('https://api.attio.com/v2')\napi.fetch('/notes')\n", [(4, "GET /v2/notes")]),
    "the address, to a base class": (
        (
            "from acme_http import Api\n\n\nclass Crm(Api):\n    def __init__(self):\n        super().__init__('https://api.attio.com/v2')\n"
            "\n    def notes(self):\n        return self.fetch('/notes')\n\n\nCrm().notes()\n"
        ),
        [(9, "GET /v2/notes")],
    ),
    "the address, as an attribute of a class": (
        (
            "from acme_http import Api\n\n\nclass Crm(Api):\n    root = 'https://api.attio.com/v2'\n\n    def __init__(self): ...\n\n"
            "    def notes(self):\n        return self.fetch('/notes')\n\n\nCrm().notes()\n"
        ),
        [(10, "GET /v2/notes")],
    ),
    "a token": ("import os\n\nfrom acme_http import Crm\n\nCrm(os.environ['ATTIO_TOKEN']).due()\n", [(5, "GET /v2/tasks")]),
    "another token": ("import os\n\nfrom acme_http import Crm\n\nCrm(os.environ['HUBSPOT_TOKEN']).due()\n", []),
    "another address": ("from acme_http import Api\n\nattio = Api('https://example.com/v2')\nattio.fetch('/notes')\n", []),
    "a library that sends nothing": ("import os\n\nfrom acme_vault import Secret\n\nSecret(os.environ['ATTIO_TOKEN']).keep()\n", []),
}
ACME = """import requests


class Api:
    def __init__(self, root):
        self.root = root

    def fetch(self, path):
        return requests.request("get", self.root + path)


class Crm:
    def __init__(self, token):
        self.api = Api("https://api.attio.com/v2")

    def due(self):
        return self.api.fetch("/tasks")
"""


@pytest.mark.parametrize("name", HANDED)
def test_what_the_code_hands_a_package(tmp_path: Path, name: str) -> None:
    source, expected = HANDED[name]
    environment(tmp_path / ".venv", {"acme_http.py": ACME}, "acme-http")
    environment(tmp_path / ".venv", {"acme_vault.py": "class Secret:\n    def keep(self):\n        pass\n"}, "acme-vault")
    found = report(project(tmp_path, source))
    assert calls(found) == expected
    assert [one["module"] for one in found["packages"]] == (["acme_http"] if expected else [])


def test_what_is_handed_to_a_package_that_is_not_at_hand(tmp_path: Path) -> None:
    """The library is named; with a token, only where it is there to send with it, and not to keep it."""
    found = report(project(tmp_path, HANDED["the address"][0].replace("fetch('/notes')", "sync()")))
    assert [(one["code"], one["line"], "`acme_http`" in one["message"], "--python" in one["help"]) for one in found["findings"]] == [
        ("ATS008", 3, True, True)
    ]
    client = "import os\n\nfrom acme_http import CrmClient\n\ncrm = CrmClient(os.environ['ATTIO_TOKEN'])\ncrm.due()\n"
    found = report(project(tmp_path, client))
    assert [(one["code"], one["line"]) for one in found["findings"]] == [("ATS008", 5)]
    assert found["tokens"][0]["unused"] == []
    named = report(project(tmp_path, client.replace("acme_http", "acme_attio")))
    assert [(one["code"], one["line"]) for one in named["findings"]] == [("ATS008", 3)], "once, where it is imported"
    secret = "import os\n\nfrom acme_vault import Secret\n\nSecret(os.environ['ATTIO_TOKEN']).keep()\n"
    assert codes(report(project(tmp_path, secret))) == ["ATS101", "ATS101"]
    settings = (
        "from pydantic_settings import BaseSettings\n\n\nclass S(BaseSettings):\n    url: str = 'https://api.attio.com/v2'\n\n\nS()\n"
    )
    told = [one["message"] for one in report(project(tmp_path, settings))["findings"]]
    assert told
    assert not any("pydantic" in message for message in told), "what holds settings sends nothing"
    other = client.replace("ATTIO_TOKEN", "HUBSPOT_TOKEN")
    assert codes(report(project(tmp_path, other))) == ["ATS101", "ATS101"]
    environment(tmp_path / ".venv", {"acme_http.py": "class CrmClient:\n    def due(self):\n        pass\n"}, "acme-http")
    assert codes(report(project(tmp_path, client))) == ["ATS101", "ATS101"], "its source says nothing of Attio"


def test_reading_a_package_never_loses_a_call(tmp_path: Path) -> None:
    """A call that is known by its shape stays, where the source of the library leads nowhere."""
    source = "import acme_http\n\nacme_http.Client(base_url='https://api.attio.com/v2').get('/notes')\n"
    assert calls(report(project(tmp_path, source))) == [(3, "GET /v2/notes")]
    compiled = "import httpx\n\nfrom ._compiled import Client as _Client\n\n\nclass Client:\n    def __init__(self, base_url):\n"
    compiled += "        self._inner = _Client()\n\n    def get(self, path):\n        return self._inner.go(path)\n"
    environment(tmp_path / ".venv", {"acme_http.py": compiled}, "acme-http")
    found = report(project(tmp_path, source))
    assert (calls(found), found["packages"]) == ([(3, "GET /v2/notes")], [])


# --- what it costs, what it depends on, and what is hostile --------------------------------------------------------------


def test_only_the_modules_that_are_asked_for_are_parsed(tmp_path: Path) -> None:
    many = {
        f"crm_attio/resource_{n}.py": f"class R{n}:\n    def list(self):\n        return self._call('GET', '/r{n}')\n" for n in range(100)
    }
    environment(tmp_path / ".venv", {**SDK, **many})
    (package,) = report(project(tmp_path))["packages"]
    assert package["files"] == 3


def test_the_cache_knows_of_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("attio_scopes.cache.signature.RESOLUTION", 0)
    folder = project(tmp_path)

    def found() -> list[tuple[int, str]]:
        return calls(json.loads(run("calls", folder, "--format", "json").stdout))

    assert found() == []
    site = environment(tmp_path / ".venv", SDK)
    assert (found(), found()) == (CALLED, CALLED)
    (site / "crm_attio" / "notes.py").write_text(NOTES.replace("POST", "GET"), encoding="utf-8")
    assert found() == [CALLED[0], (7, "GET /v2/notes")]
    (site / "crm_attio" / "client").mkdir()
    (site / "crm_attio" / "client.py").unlink()
    (site / "crm_attio" / "client" / "__init__.py").write_text("from .other import Client\n", encoding="utf-8")
    (site / "crm_attio" / "client" / "other.py").write_text(SDK["crm_attio/client.py"].replace("from .", "from .."), encoding="utf-8")
    assert [line for line, _ in found()] == [6, 7]


@pytest.mark.parametrize("broken", ["def (:\n", "x = '" + "a" * 40_000_000 + "'\n", "(" * 4_000 + ")" * 4_000 + "\n", "\0\0"])
def test_a_file_that_cannot_be_read(tmp_path: Path, broken: str) -> None:
    """It is no finding, since it is not the project's; nothing is called unused then."""
    site = environment(tmp_path / ".venv", SDK)
    (site / "crm_attio" / "notes.py").write_text(broken, encoding="utf-8")
    found = report(project(tmp_path))
    assert (6, "GET /v2/tasks") in calls(found)
    assert found["tokens"][0]["unused"] == []
    assert "crm_attio" in found["tokens"][0]["withheld"]
    assert "ATS901" not in codes(found)


def test_links_and_odd_names_lead_nowhere(tmp_path: Path) -> None:
    site = environment(tmp_path / ".venv", SDK)
    (site / "crm_attio" / "loop").symlink_to(site / "crm_attio", target_is_directory=True)
    (site / "crm_attio" / "odd name\x1b[31m.py").write_text(INIT, encoding="utf-8")
    (site / "crm_attio" / "gone.py").symlink_to(site / "nowhere.py")
    package = environments_of(str(tmp_path), None).package("crm_attio")
    assert package is not None
    assert [file.path for file in package.files] == [f"<site-packages>/{name}" for name in sorted(SDK)]
    assert calls(report(project(tmp_path))) == CALLED


@pytest.mark.parametrize("bound", ["MOST_FILES", "MOST_BYTES"])
def test_a_package_that_is_too_large(tmp_path: Path, bound: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is past the bound is not looked at: nothing is called unused then, and the import is told where no call is left."""
    environment(tmp_path / ".venv", SDK)
    monkeypatch.setattr(f"attio_scopes.discover.environment.{bound}", 1)
    found = report(project(tmp_path))
    assert found["tokens"][0]["unused"] == []
    assert "ATS008" in codes(found)


def test_files_of_installers_take_no_more_time_than_their_length(tmp_path: Path) -> None:
    """A megabyte of line ends, or of blanks, where an installer writes a few lines."""
    site = environment(tmp_path / ".venv", SDK)
    for filler in ("\n", " ", "\t\n", "home"):
        (tmp_path / ".venv" / "pyvenv.cfg").write_text(filler * 200_000, encoding="utf-8")
        (site / "a.pth").write_text(filler * 200_000, encoding="utf-8")
        (site / "crm_attio-1.2.0.dist-info" / "METADATA").write_text("Name: " + filler * 200_000, encoding="utf-8")
        (site / "crm_attio" / "notes.py").write_text(filler.replace("home", "") * 200_000 + NOTES, encoding="utf-8")
        found = environments_of(str(tmp_path), None)
        assert found.package("crm_attio") is not None


def test_the_packages_of_the_system(tmp_path: Path) -> None:
    """An environment may have those of the Python that it was made with."""
    environment(tmp_path / "system", SDK)
    environment(tmp_path / "project" / ".venv", {"other.py": ""}, "other")
    config = tmp_path / "project" / ".venv" / "pyvenv.cfg"
    folder = project(tmp_path / "project")
    assert calls(report(folder)) == []
    config.write_text(f"home = {tmp_path / 'system' / 'bin'}\ninclude-system-site-packages = true\n", encoding="utf-8")
    assert calls(report(folder)) == CALLED


def test_a_name_that_is_no_module_is_not_looked_for(tmp_path: Path) -> None:
    environment(tmp_path / ".venv", SDK)
    found = environments_of(str(tmp_path), None)
    assert found.package("..") is None
    assert found.package("crm_attio/client") is None
    with pytest.raises(UserError):
        environments_of(str(tmp_path), str(tmp_path / ".venv" / "lib" / PYTHON))


# --- wrappers ------------------------------------------------------------------------------------------------------------

WRAPPED = """
[tool.attio-scopes.wrappers]
"crm_attio.Client.create" = { method = "POST", path = "/objects/{object}/records" }
"crm_attio.Client.send" = { method = 0, path = "url" }
"""


def test_methods_and_templates_as_wrappers(tmp_path: Path) -> None:
    """What the configuration describes is not read: a method of a class, with a template of the reference for its path."""
    source = "import crm_attio\n\nc = crm_attio.Client('t')\nc.create('people')\nc.send('PUT', url='/objects/deals/records')\nc.close()\n"
    expected = [(4, "POST /v2/objects/{object}/records"), (5, "PUT /v2/objects/{object}/records")]
    folder = project(tmp_path, source, DECLARED + WRAPPED)
    found = report(folder)
    assert calls(found) == expected
    assert "ATS201" not in codes(found)
    environment(tmp_path / ".venv", SDK)
    assert (calls(report(folder)), report(folder)["packages"]) == (expected, [])


@pytest.mark.parametrize(
    ("function", "nearest"),
    [("crm_attio.Client.creates", ""), ("crm.Client.create", "crm_attio.Client.create"), ("acme.send", ""), ("create", None)],
)
def test_a_wrapper_that_matches_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, function: str, nearest: str | None) -> None:
    monkeypatch.chdir(tmp_path)
    configuration = DECLARED + f'\n[tool.attio-scopes.wrappers]\n"{function}" = {{ method = "POST", path = "/notes" }}\n'
    found = report(project(tmp_path, "import crm_attio\n\ncrm_attio.Client('t').create()\n", configuration))
    unused = [one for one in found["findings"] if one["code"] == "ATS201"]
    if nearest is None:
        assert unused == []
        assert calls(found) == [(3, "POST /v2/notes")]
        return
    (finding,) = unused
    assert (finding["path"], finding["line"]) == ("pyproject.toml", 5)
    assert function in finding["message"]
    assert nearest in finding["help"]
    assert "ATS201" not in codes(report(tmp_path, command="calls"))


def test_a_part_of_a_project_says_nothing_of_wrappers(tmp_path: Path) -> None:
    folder = project(tmp_path, "import crm_attio\n", DECLARED + WRAPPED)
    (folder / "other.py").write_text("import crm_attio\n\ncrm_attio.Client('t').create()\n", encoding="utf-8")
    assert "ATS201" not in codes(json.loads(run("check", folder / "app.py", "--format", "json", "--no-cache").stdout))


def test_no_file_says_what_wrappers_name(tmp_path: Path) -> None:
    assert codes(report(project(tmp_path, "print(1)\n", DECLARED + WRAPPED))).count("ATS201") == 2
