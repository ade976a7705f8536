"""ATS008: where Attio enters and no call is found, it is told once; what is only shown, compared or answered by a stand-in is not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from attio_scopes.cli import main

URL = "https://api.attio.com/v2/notes"
DECLARED = '[tool.attio-scopes]\nscopes = ["webhook:read-write"]\n'


def found(folder: Path, source: str, *options: str, configuration: str = DECLARED, command: str = "check") -> dict[str, Any]:
    """The report of a project of one file."""
    (folder / "pyproject.toml").write_text(configuration, encoding="utf-8")
    (folder / "app.py").write_text(source, encoding="utf-8")
    report: dict[str, Any] = json.loads(CliRunner().invoke(main, [command, str(folder), "--format", "json", "--no-cache", *options]).stdout)
    return report


def lines(report: dict[str, Any]) -> list[int]:
    return [one["line"] for one in report["findings"] if one["code"] == "ATS008"]


TOLD = {
    "a function of a library without a model": f'from acme_http import push\n\npush({{}}, server="{URL}")\n',
    "a method of an object of such a library": f'import acme\n\nacme.Client().deliver(["{URL}"])\n',
    "an object that is given the address": 'import acme\n\nclient = acme.Client("https://api.attio.com/v2")\nclient.run()\n',
    "through a constant": f'from acme_http import push\n\nBASE = "{URL}"\n\n\ndef send():\n    push(BASE)\n',
    "through a constant of a class": "from acme import push\n\n\nclass C:\n"
    f'    base = "{URL}"\n\n    def send(self):\n        push(self.base)\n',
    "through a table": f'from acme_http import push\n\nURLS = {{"a": "{URL}"}}\npush(URLS["a"])\n',
    "joined": 'from acme_http import push\n\nHOST = "api.attio.com"\npush("https://" + HOST + "/v2/notes")\n',
    "shown and sent": f'from acme_http import push\n\nBASE = "{URL}"\nprint(BASE)\npush(BASE)\n',
    "beside a name that is only shown": f'from acme_http import push\n\npush(server="{URL}", help="our attio bot")\n',
    "beside the same address that is only shown": f'from acme_http import push\n\npush("{URL}"), print("https://api.attio.com/v2/tasks")\n',
    "a command as text": f'from acme import sh\n\nsh("curl -X POST {URL}")\n',
    "an SDK from outside": "import attio_wrapper\n\nattio_wrapper.Client().create({})\n",
    "a class of that name": "from acme.crm import AttioClient\n\nAttioClient().create({})\n",
}


@pytest.mark.parametrize("name", TOLD)
def test_told_once(tmp_path: Path, name: str) -> None:
    report = found(tmp_path, TOLD[name])
    assert len(lines(report)) == 1, report["findings"]
    assert report["summary"]["not_followed"] == 1
    assert report["tokens"][0]["unused"] == [], "nothing is called unused"
    assert lines(found(tmp_path, TOLD[name], command="calls")) == lines(report)


NOT_TOLD = {
    "printed": f'print("{URL}")\n',
    "logged": f'import logging\n\nlogging.getLogger().info("see %s", "{URL}")\n',
    "compared": f'def ours(url):\n    return url == "{URL}" or url.startswith("https://api.attio.com")\n',
    "looked for": 'def ours(url):\n    return "api.attio.com" in url\n',
    "raised": f'def no():\n    raise ValueError("{URL} says no")\n',
    "a sentence": 'TEXT = "Ask https://api.attio.com for it"\n\n\ndef text(page):\n    page.render(TEXT)\n',
    "allowed hosts": 'ALLOWED_HOSTS = ["api.attio.com"]\n\n\ndef check(host, guard):\n    guard.run(host, ALLOWED_HOSTS)\n',
    "allowed origins": 'def setup(app):\n    app.add_middleware(object, allow_origins=["https://api.attio.com"])\n',
    "a constant that nobody uses": f'BASE = "{URL}"\n',
    "a constant that is printed": f'BASE = "{URL}"\nprint(BASE)\n',
    "a stand-in": f'import acme_stand_in\n\nacme_stand_in.register_uri("GET", "{URL}")\n',
    "a help text": f'def setup(parser):\n    parser.add_argument("--url", help="{URL}")\n',
    "a docstring": f'def f():\n    """{URL}"""\n',
    "another host": 'from acme_http import push\n\npush("https://api.attio.company/v2/notes")\n',
    "followed": f'import requests\n\nrequests.get("{URL}")\n',
    "followed through a constant": f'import requests\n\nBASE = "{URL}"\n\n\ndef f():\n    return requests.get(BASE)\n',
}


@pytest.mark.parametrize("name", NOT_TOLD)
def test_not_told(tmp_path: Path, name: str) -> None:
    report = found(tmp_path, NOT_TOLD[name])
    assert lines(report) == []
    assert report["tokens"][0]["withheld"] is None


@pytest.mark.parametrize(("use", "told"), [("print(BASE)", []), ("push(BASE)", [1])])
def test_a_constant_of_another_module(tmp_path: Path, use: str, told: list[int]) -> None:
    (tmp_path / "job.py").write_text(f"from acme_http import push\nfrom app import BASE\n\n{use}\n", encoding="utf-8")
    assert lines(found(tmp_path, f'BASE = "{URL}"\n')) == told


def test_an_entrance_beside_a_call_has_to_lead_to_it(tmp_path: Path) -> None:
    source = f'import requests\nfrom acme_http import push\n\nrequests.get("{URL}")\n\n\ndef other():\n    push("{URL}")\n'
    assert lines(found(tmp_path, source)) == [8]


SENT = TOLD["a function of a library without a model"].rstrip("\n")


@pytest.mark.parametrize(
    ("source", "configuration", "options"),
    [
        (SENT + "  # attio-scopes: ignore[ATS008] it is a stand-in\n", DECLARED, ()),
        (SENT, DECLARED + 'ignore = ["attio-not-followed"]\n', ()),
        (SENT, DECLARED + 'per-path-ignores = { "*.py" = ["ATS008"] }\n', ()),
    ],
    ids=["a comment", "the configuration", "for some files"],
)
def test_what_is_accepted_keeps_no_scope(tmp_path: Path, source: str, configuration: str, options: tuple[str, ...]) -> None:
    report = found(tmp_path, source, *options, configuration=configuration)
    assert lines(report) == []
    assert report["tokens"][0]["unused"] == ["webhook:read-write"]


def test_what_the_baseline_accepts_keeps_no_scope(tmp_path: Path) -> None:
    found(tmp_path, SENT)
    baseline = tmp_path / "baseline.json"
    CliRunner().invoke(main, ["baseline", "write", str(tmp_path), "--file", str(baseline)], catch_exceptions=False)
    report = found(tmp_path, SENT, "--baseline", str(baseline))
    assert lines(report) == []
    assert report["tokens"][0]["withheld"] is None


def test_what_is_only_left_out_of_the_report_keeps_the_scopes(tmp_path: Path) -> None:
    report = found(tmp_path, SENT, "--ignore", "ATS008")
    assert lines(report) == []
    assert report["tokens"][0]["unused"] == []
