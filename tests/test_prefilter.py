"""The prefilter loses nothing: the same report with it off, on programs made to be cut apart by it; and what it chooses, by name."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from attio_scopes.pipeline import Request, run
from attio_scopes.prefilter import _PLAIN, candidates, import_statements, spells_sdk_method
from attio_scopes.spelled import says

CLIENT = 'import requests\nBASE = "https://api.attio.com/v2"\n\n\ndef send(path):\n    return requests.get(BASE + path)\n'
USE = 'send("/objects")\n'


def chosen(files: dict[str, str]) -> set[str]:
    data = {path: text.encode() for path, text in files.items()}
    seeds = [path for path, content in data.items() if says(content, (b"attio",)) or spells_sdk_method(content)]
    return set(candidates(seeds, {path: import_statements(content) for path, content in data.items()}).paths)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("main.py", "from crm.http import send\n"),
        ("main.py", "import crm.http\n"),
        ("main.py", "import crm.http as h\n"),
        ("main.py", "from crm import http\n"),
        ("main.py", "from crm import (\n    other,  # (this one too)\n    http,\n)\n"),
        ("main.py", "from crm import other, \\\n    http\n"),
        ("main.py", "def f():\n    from crm.http import send\n"),
        ("main.py", "x = 1; from crm.http import send\n"),
        ("main.py", "if True: import crm.http\n"),
        ("main.py", "from crm.http import *\n"),
        ("crm/jobs.py", "from .http import send\n"),
        ("crm/jobs.py", "from . import http\n"),
        ("crm/deep/jobs.py", "from ..http import send\n"),
        ("crm/jobs.py", "from crm.http import(send)\n"),
        ("app/main.py", "import sys\nimport http_is_not_it, http\n"),
        ("main.py", 'import importlib\nhttp = importlib.import_module("crm.http")\n'),
        ("main.py", 'import importlib\n\n\ndef load(kind):\n    return importlib.import_module(f"crm.{kind}")\n'),
        ("main.py", 'from importlib import util\nspec = util.spec_from_file_location("crm.http", "crm/http.py")\n'),
        ("main.py", "\r\nfrom crm.http import send\r\n"),
    ],
)
def test_an_importer_is_chosen(path: str, text: str) -> None:
    if path == "app/main.py":
        assert chosen({"app/http.py": CLIENT, path: text}) == {"app/http.py", path}
        return
    assert chosen({"crm/__init__.py": "", "crm/http.py": CLIENT, path: text}) == {"crm/http.py", path}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("main.py", "import http\n"),
        ("main.py", "from http import HTTPStatus\n"),
        ("main.py", "from other.http import send\n"),
        ("other/jobs.py", "from .http import send\n"),
        ("main.py", "http = 1  # nothing is brought in here\n"),
        ("main.py", 'from importlib import metadata\n\nVERSION = metadata.version("crm.http")\n'),
        ("main.py", "def async_v2_call():\n    hue_v2_bridge()\n"),
    ],
)
def test_a_near_miss_is_not_chosen(path: str, text: str) -> None:
    assert chosen({"crm/__init__.py": "", "crm/http.py": CLIENT, path: text}) == {"crm/http.py"}


def test_importers_of_importers_are_chosen_and_nothing_without_a_seed() -> None:
    files = {"a.py": CLIENT, "b.py": "from a import send\n", "c.py": "import b\n", "d.py": "import os\n"}
    assert chosen(files) == {"a.py", "b.py", "c.py"}
    assert chosen({"b.py": "from a import send\n", "c.py": "import b\n"}) == set()


LONG = 300_000
STATEMENTS = {
    "dots": b"from " + b"." * LONG + b"x; import http",
    "spaces": b"from " + b" " * LONG + b"x; import http",
    "spaces and a dot": b"from" + b" " * LONG + b"x. import http",
    "spaces in brackets": b"from a import (http" + b" " * LONG + b"\n;)",
    "hashes in brackets": b"from a import (http" + b" #" * LONG + b"\n;)",
    "lines in brackets": b"from a import (http" + b"\n#" * LONG + b"\n;)",
    "a name": b"import http" + b"p" * LONG + b" as http, x;",
    "spaces behind": b"import http" + b" " * LONG + b"as",
    "names": b"from " * LONG + b"import http",
    "continued": b"import http" + b" \\\n" * LONG,
    "brackets": b"import http(" * (LONG // 10),
    "quotes": b"importlib import http" + b"'a" * LONG,
}


@pytest.mark.parametrize("name", STATEMENTS)
def test_no_statement_takes_long(name: str) -> None:
    """In a package, so that relative imports of it are looked at too."""
    files = {"http/__init__.py": CLIENT.encode(), "far/away.py": b"x = 1\n" + STATEMENTS[name] + b"\n"}
    started = time.process_time()
    found = candidates(["http/__init__.py"], {path: import_statements(data) for path, data in files.items()}).paths
    assert time.process_time() - started < 1
    assert "http/__init__.py" in found


@pytest.mark.parametrize(
    ("statement", "plain"),
    [
        (b"from a.b import c", True),
        (b"  from ..a import c  # why: 'x'", True),
        (b"from . import (a, b)", True),
        (b"from a import (  # why\n    b,\n    # c\n)", True),
        (b"import a.b as c # d; e", True),
        (b"import a, b", False),
        (b"from a import b; c", False),
        (b"x = 'from a import b'", False),
        (b"from a import (b,  # c: d\n e)", False),
        (b"if a: import b", False),
        (b"from . . import a", False),
    ],
)
def test_which_statements_are_plain(statement: bytes, plain: bool) -> None:
    """Others are looked at by their words, which finds more."""
    assert (_PLAIN.fullmatch(statement) is not None) == plain


FORMS = [
    "from {module} import send\n" + USE,
    "import {module}\n{module}." + USE,
    "import {module} as m\nm." + USE,
    "from {module} import *\n" + USE,
    "def go():\n    from {module} import send as s\n    s('/lists')\n",
    "import importlib\nm = importlib.import_module('{module}')\nm." + USE,
    "try:\n    from {module} import send\nexcept ImportError:\n    send = print\n" + USE,
    "from {module} import send\n\n\ndef relay(path):\n    return send(path)\n",
]
NAMES = ["client", "pkg.http", "pkg.core", "src.api", "jobs.daily", "plain", "pkg.sub.leaf"]


@st.composite
def projects(draw: st.DrawFn) -> dict[str, str]:
    """A client, modules that import each other in every way, and modules that have nothing to do with it."""
    names = draw(st.permutations(NAMES))
    files = {names[0]: CLIENT}
    for index, name in enumerate(names[1:], 1):
        source = draw(st.sampled_from([*names[:index], "nowhere"]))
        text = draw(st.sampled_from(FORMS)).format(module=source) if source != "nowhere" else "def send(path):\n    return path\n"
        files[name] = text + draw(st.sampled_from(["", "\n\ndef send(path):\n    return path\n", "\nimport json\n"]))
    paths = {name.replace(".", "/") + ".py": text for name, text in files.items()}
    if draw(st.booleans()):
        paths.update({"pkg/__init__.py": "", "pkg/sub/__init__.py": ""})
    return paths


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files=projects())
def test_the_report_is_the_same_with_the_prefilter_off(tmp_path_factory: pytest.TempPathFactory, files: dict[str, str]) -> None:
    folder = tmp_path_factory.mktemp("project")
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    (folder / next(iter(files))).write_text(CLIENT + "\n\n" + USE, encoding="utf-8")
    on, off = (_report(folder, prefilter) for prefilter in (True, False))
    assert on == off
    assert on["calls"]


def _report(folder: Path, prefilter: bool) -> dict[str, object]:
    from attio_scopes.report.formats import render_format

    outcome = run(Request((str(folder),), verdict=False, prefilter=prefilter))
    report = json.loads(render_format("json", outcome.report, {}))
    assert isinstance(report, dict)
    return report
