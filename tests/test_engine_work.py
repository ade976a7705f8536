"""How much the engine works out, counted in bodies and rounds and not in seconds: each function once, and only what is asked for."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from attio_scopes.engine.body import loops
from attio_scopes.engine.domain.choice import generalise
from attio_scopes.engine.domain.values import Gap, Lit, Piece, Text
from attio_scopes.engine.queries import Queries
from tests.run_calls import calls_of

CLIENT = """\
import logging
import requests

logger = logging.getLogger(__name__)


class Attio:
    def __init__(self):
        self._client = requests.Session()
        self.base_url = "https://api.attio.com/v2"

    def get(self, path):
        logger.info("get")
        return self._client.get(self.base_url + path)


def sync():
    Attio().get("/objects")
"""


@pytest.fixture
def worked_out(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each function is worked out, by its name."""
    bodies: Counter[str] = Counter()
    before = Queries._summarise

    def counting(self: Queries, key: Any, target: Any, *more: Any) -> Any:
        bodies[target.name] += 1
        return before(self, key, target, *more)

    monkeypatch.setattr(Queries, "_summarise", counting)
    return bodies


def reported(folder: Path, **files: str) -> list[tuple[str, int, str, list[str]]]:
    for name, source in files.items():
        (folder / f"{name}.py").write_text(source, encoding="utf-8")
    return [(call.path, call.line, call.status, sorted(call.endpoints)) for call in calls_of(folder, "--no-cache")]


# --- what is asked for ---


OTHER = """\
import logging
import httpx
from crm import sync

logger = logging.getLogger(__name__)


class Other:
    def __init__(self, base_url):
        self._client = httpx.Client(base_url=base_url)
        self.base_url = base_url

    def fetch(self, path):
        logger.info("fetch")
        return self._client.get(path)


def other(rows):
    for row in rows:
        row.status = Other("https://other.example").fetch("/" + row.kind)
"""


def test_a_class_with_attributes_of_the_same_names_is_not_asked_for(tmp_path: Path, worked_out: Counter[str]) -> None:
    assert reported(tmp_path, crm=CLIENT, other=OTHER) == [("crm.py", 18, "resolved", ["GET /v2/objects"])]
    assert "Attio.get" in worked_out
    assert not {"Other.__init__", "Other.fetch", "other"} & set(worked_out)


@pytest.mark.parametrize(
    ("keeps", "changes"),
    [
        ("KIND = None", "def configure():\n    global KIND\n    KIND = 'people'"),
        ("class Options:\n    KIND = ''\n\n\noptions = Options()", "def configure(to):\n    options.KIND = to\n\n\nconfigure('people')"),
        ("KINDS = {}", "def configure():\n    KINDS['kind'] = 'people'"),
        ("KINDS = {}", "def configure(kind):\n    KINDS.update(kind=kind)\n\n\nconfigure('people')"),
    ],
)
def test_who_changes_what_a_path_hangs_on_is_asked_for(tmp_path: Path, keeps: str, changes: str) -> None:
    used = {"K": "KINDS['kind']", "c": "options.KIND"}.get("K" if "KINDS" in keeps else keeps[0], "KIND")
    main = f"from crm import Attio\n\n{keeps}\n\n\n{changes}\n\n\ndef run():\n    Attio().get(f'/objects/{{{used}}}/attributes')\n"
    found = [one for one in reported(tmp_path, crm=CLIENT, main=main) if one[0] == "main.py"]
    assert [(status, endpoints) for _, _, status, endpoints in found] == [("resolved", ["GET /v2/{target}/{identifier}/attributes"])]


# --- each once ---


MAIN = """\
import logging
from crm import Attio

logger = logging.getLogger(__name__)


def load(name):
    logger.info("load")
    return [name]


def send(rows):
    for row in rows:
        logger.info("send")
        Attio().get(f"/objects/{row}")


if __name__ == "__main__":
    logger.info("begin")
    send(load("people"))
"""


def test_a_logger_leads_into_no_cycle(tmp_path: Path, worked_out: Counter[str]) -> None:
    assert ("main.py", 15, "resolved", ["GET /v2/objects/{object}"]) in reported(tmp_path, crm=CLIENT, main=MAIN)
    assert worked_out["load"] <= 1  # what it gives only fills a parameter
    assert 1 <= worked_out["send"] <= 2


def test_cycles_within_cycles_are_repeated_once_for_all(tmp_path: Path, worked_out: Counter[str]) -> None:
    levels = 6
    calls = [f"def f{n}(x):\n    f{n + 1}(x)\n    f{max(n - 1, 0)}(x)\n    return f{n + 1}(x)\n" for n in range(levels)]
    source = "\n\n".join((*calls, f'def f{levels}(x):\n    f{levels - 1}(x)\n    return Attio().get("/notes")\n', "f0(1)"))
    found = reported(tmp_path, crm=CLIENT, main="from crm import Attio\n\n\n" + source)
    assert [endpoints for path, _, status, endpoints in found if (path, status) == ("main.py", "resolved")] == [["GET /v2/notes"]]
    assert max(worked_out.values()) <= 8


# --- loops within loops ---


GROWTHS = [
    ("path = '/v2'", "path += '/' + x", "path"),
    ("path = '/v2'", "path = f'{path}/{x}'", "path"),
    ("path = '/v2'", "path = path + '/' + x if x else path", "path"),
    ("found = {'path': '/v2'}", "found['path'] += '/' + x", "found['path']"),
    ("more, path = '', '/v2'", "more += x; path += '/' + more", "path"),
]


@pytest.mark.parametrize(("begin", "step", "used"), GROWTHS)
def test_loops_within_loops_cost_no_power_of_their_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, begin: str, step: str, used: str
) -> None:
    rounds = 0
    before = loops._head

    def counting(*given: Any) -> Any:
        nonlocal rounds
        rounds += 1
        return before(*given)

    monkeypatch.setattr(loops, "_head", counting)
    lines = ["import requests", "", "", "def run(rows):", f"    {begin}"]
    for depth in range(1, 10):
        lines += [f"{'    ' * depth}for x in rows:", f"{'    ' * (depth + 1)}{step}"]
    lines.append(f"{'    ' * 10}requests.get('https://api.attio.com' + {used})")
    assert [(line, status) for _, line, status, _ in reported(tmp_path, main="\n".join(lines) + "\n")] == [(len(lines), "unresolved")]
    assert rounds < 5_000


def joined(*pieces: Piece) -> Text:
    return Text(pieces)


def test_what_grows_beyond_more_is_more() -> None:
    once = generalise((joined(Lit("/v2")), joined(Lit("/v2/a"))))
    assert isinstance(once, Text)
    assert isinstance(once.pieces[-1], Gap)
    assert once.pieces[-1].more
    again = generalise((once, joined(*once.pieces, Lit("/b")), joined(*once.pieces, Lit("/b"), *once.pieces[1:])))
    assert again == once
    assert generalise((joined(*once.pieces, Lit("/b")), joined(*once.pieces, Lit("/c")))) == once
