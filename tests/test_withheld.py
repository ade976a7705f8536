"""Nothing is called unneeded where a call may be missing: at a bound, a file that was refused, an entrance without a call."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from attio_scopes.cli import main
from attio_scopes.judge.silence import silent
from attio_scopes.model.call import Frame
from attio_scopes.model.entrance import Entrance
from tests.made_calls import NOTE, resolved

DECLARED = '[tool.attio-scopes]\nscopes = ["webhook:read-write", "note:read", "note:read-write"]\n'
CALLS = 'import requests\n\nrequests.get("https://api.attio.com/v2/webhooks", timeout=10)\n'


def checked(folder: Path, files: Mapping[str, str | bytes], *options: str) -> tuple[str, list[str], str | None, str]:
    """The output, the unneeded scopes that findings name, why others are not judged, and the configuration afterwards."""
    for name, content in {"pyproject.toml": DECLARED, "app.py": CALLS, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    text = CliRunner().invoke(main, ["check", str(folder), "--no-cache", *options], catch_exceptions=False).output
    report = json.loads(CliRunner().invoke(main, ["check", str(folder), "--format", "json"], catch_exceptions=False).stdout)
    unneeded = [scope for found in report["findings"] if found["code"] in ("ATS101", "ATS102") for scope in found["missing_scopes"]]
    return text, unneeded, report["tokens"][0]["withheld"], (folder / "pyproject.toml").read_text()


ALL = ["webhook:read-write", "note:read", "note:read-write"]
OPAQUE = "from acme_http import push\n\n\ndef send(note):\n    return push({url}, note)\n"
SILENT: dict[str, dict[str, str | bytes]] = {
    "old.py:5": {"old.py": OPAQUE.format(url='"https://api.attio.com/v2/notes"')},
    "old.py:1": {"old.py": "import attio_wrapper\n\n\ndef send(note):\n    attio_wrapper.Client().create(note)\n"},
    "old.py:2": {"old.py": "def send(note):\n    from acme.crm import AttioClient\n\n    AttioClient().create(note)\n"},
    "consts.py:1": {"consts.py": 'HOST = "api.attio.com"\n', "old.py": "from consts import HOST\n" + OPAQUE.format(url="HOST")},
}


@pytest.mark.parametrize("place", SILENT)
def test_an_entrance_without_a_call(tmp_path: Path, place: str) -> None:
    text, unneeded, withheld, after = checked(tmp_path, SILENT[place], "--fix")
    line = {"old.py:2": "old.py:1"}.get(place, place)  # an import stands where its statement begins
    assert withheld == f"Attio enters at {line} without a call that is known, and might need note:read, note:read-write, webhook:read-write"
    assert (unneeded, after) == ([], DECLARED)
    assert f"no scope is removed: {withheld}" in text
    assert "unused scopes not checked: Attio enters at" in text


CLIENT = 'import requests\n\n\ndef hooks():\n    return requests.get({url} + "/webhooks", timeout=10)\n'
ACCOUNTED: dict[str, dict[str, str | bytes]] = {
    "a constant of another module": {
        "consts.py": 'BASE = "https://api.attio.com/v2"\n',
        "client.py": "from consts import BASE\n\n" + CLIENT.format(url="BASE"),
    },
    "a constant handed on": {
        "consts.py": 'BASE = "https://api.attio.com"\n',
        "settings.py": 'import consts\n\n\nclass Settings:\n    url = consts.BASE + "/v2"\n',
        "client.py": "from settings import Settings\n\n" + CLIENT.format(url="Settings.url"),
    },
    "a client made elsewhere": {
        "factory.py": 'import httpx\n\n\ndef make():\n    return httpx.Client(base_url="https://api.attio.com/v2")\n',
        "client.py": 'import factory\n\n\ndef hooks():\n    return factory.make().get("/webhooks")\n',
    },
    "a wrapper that a call leads through": {
        "web.py": 'import requests\n\n\ndef get(path):\n    return requests.get("https://api.attio.com/v2" + path, timeout=10)\n',
        "client.py": 'from web import get\n\nget("/webhooks")\n',
    },
    "a docstring, a comment, another host": {
        "other.py": '"""Like https://api.attio.com/v2/notes."""\n# https://api.attio.com\nLINK = "https://docs.attio.com/rest-api"\n'
        'ALSO = "my-api.attio.com.example.org"\n',
    },
    "a module of the tree that is named like it": {"attio_hooks.py": CALLS, "jobs.py": "import attio_hooks\n"},
}


@pytest.mark.parametrize("name", ACCOUNTED)
def test_an_entrance_that_leads_to_a_call_is_no_doubt(tmp_path: Path, name: str) -> None:
    _, unneeded, withheld, _ = checked(tmp_path, ACCOUNTED[name])
    assert (sorted(unneeded), withheld) == (sorted(ALL), None)


def test_the_sdk_is_accounted_for_by_its_own_calls_only(tmp_path: Path) -> None:
    factory = 'from attio import SDK\n\n\ndef make():\n    return SDK(oauth2="x")\n'
    use = "import factory\n\n\ndef run(other):\n    factory.make().webhooks.get_v2_webhooks()\n"
    assert checked(tmp_path, {"factory.py": factory, "use.py": use})[2] is None
    direct = use.replace("factory.make().webhooks.get_v2_webhooks()", "factory.make().nothing_known()\n    " + CALLS.splitlines()[2])
    assert "factory.py:1" in (checked(tmp_path, {"factory.py": factory, "use.py": "import requests\n" + direct})[2] or "")


@pytest.mark.parametrize(
    "files",
    [
        {"broken.py": "# attio\ndef (:\n"},
        {"app.py": CALLS + 'import helper\n\nhelper.send("https://api.attio.com/v2")\n', "helper.py": "def send(:\n"},
    ],
    ids=["a file that mentions Attio", "a helper that does not"],
)
def test_a_file_that_was_refused(tmp_path: Path, files: dict[str, str | bytes]) -> None:
    _, unneeded, withheld, after = checked(tmp_path, files, "--fix")
    assert (unneeded, after) == ([], DECLARED)
    assert (withheld or "").startswith("1 file could not be analysed")


def test_a_file_that_nothing_leads_to_may_be_broken(tmp_path: Path) -> None:
    assert checked(tmp_path, {"template.py": "def {{ name }}(:\n"})[2] is None


WITHIN_ITSELF = """

def outer(items):
    def inner(some):
        return inner(some[1:]) if some else "https://api.attio.com/v2"

    return inner(items)


outer([1])
"""


def test_a_bound_that_was_reached(tmp_path: Path) -> None:
    _, unneeded, withheld, after = checked(tmp_path, {"app.py": CALLS + WITHIN_ITSELF}, "--fix")
    assert (unneeded, after) == ([], DECLARED)
    assert "some code could not be followed (a function calls itself through what it is given), and might need " in (withheld or "")
    assert checked(tmp_path, {"app.py": CALLS})[2] is None, "what an earlier run came to is no doubt of this one"


def test_doubts_are_remembered_with_the_calls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "project"
    first, second = (checked(folder, SILENT["old.py:5"])[2] for _ in range(2))
    assert first is not None
    assert first == second


# --- what accounts for an entrance ---


def test_a_call_accounts_for_the_statement_around_it_and_for_those_on_its_way() -> None:
    call = resolved(7, NOTE, path="a.py")
    call = replace(call, site=replace(call.site, via=(Frame("b.py", 3, 1, "send"),)))
    library = call.site.client
    accounted = (
        Entrance("c.py", 1, "", (("a.py", 5, 9),)),
        Entrance("c.py", 1, "", (("b.py", 3, 3),)),
        Entrance("c.py", 1, library, (("a.py", 7, 7),)),
    )
    assert silent(accounted, [call]) == ()
    missing = (
        Entrance("a.py", 1),
        Entrance("c.py", 1, "", (("a.py", 8, 9), ("d.py", 7, 7))),
        Entrance("c.py", 1, "acme_attio", (("a.py", 5, 9),)),
    )
    assert silent(missing, [call]) == missing
    assert silent(accounted, []) == accounted


# --- a reason that is written ---


def test_fix_says_which_scopes_stay_for_their_reason(tmp_path: Path) -> None:
    declared = DECLARED + '\n[tool.attio-scopes.reasons]\n"note:read-write" = "the nightly job"\n'
    text, _, _, after = checked(tmp_path, {"pyproject.toml": declared}, "--fix")
    assert "kept, as the configuration says: note:read-write" in text
    assert '"note:read-write"]' in after
    assert '"webhook:read"' in after
