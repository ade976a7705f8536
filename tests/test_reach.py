"""Reach: what is followed from a statement that says Attio, to those that mention it and those that it asks, and where that ends."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest
from msgspec.structs import replace

from attio_scopes.link import link
from attio_scopes.model.outline import Outline, Statement
from attio_scopes.outline import outline
from attio_scopes.reach import reach
from tests.awake import Awake
from tests.case_harness import Case, all_cases, copy_case
from tests.run_calls import calls_of

SAYS = re.compile("attio", re.IGNORECASE)


@dataclass(frozen=True)
class Outlined(Awake):
    """Files of which only the outline is asked for."""

    outlines: dict[str, Outline]

    def outline(self, path: str) -> Outline:
        return self.outlines[path]

    def matter(self, path: str) -> Iterable[Statement]:
        return ()

    def by_parts(self, path: str) -> bool:
        return False

    def facts(self, path: str, statements: Iterable[Statement]) -> None:
        return None


def reached(files: dict[str, str]) -> set[str]:
    """The first line of every statement that matters."""
    found = {path: replace(outline(text.encode(), SAYS), mentions="attio" in text.lower()) for path, text in files.items()}
    program = link(files, (), Outlined(found))
    return {
        files[path].splitlines()[statement.first - 1].strip()
        for path, statements in reach(program).statements.items()
        for statement in statements
    }


OTHER = "def other(x):\n    return x.strip()\nLIMIT = 5\nclass Other:\n    def run(self):\n        return other(LIMIT)\n"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # nothing says it in code
        ('def f():\n    """Attio."""\n    requests.get(URL)  # attio\n', []),
        # who says it, and nobody else
        ('def f():\n    requests.get("https://api.attio.com/v2/self")\n', ["def f():"]),
        # who mentions what carries it, and so on
        (('URL = "https://api.attio.com"\ndef f():\n    requests.get(URL)\ndef g():\n    f()\n'
         'def h(): pass\n'), [0, "def f():", "def g():"]),
        # what such code asks for a value; that is no reason to follow who else asks for it
        ('P = "/v2"\nURL = "https://api.attio.com" + P\nQ = P\n', [0, 1]),
        # a constant beside it is not it
        ('URL = "https://api.attio.com"\nLIMIT = 5\ndef f():\n    return LIMIT\n', [0]),
        # attributes: set here, read there
        (('class C:\n    def __init__(self):\n        self.base = ATTIO\ndef f(x):\n'
         '    x.get(x.base)\ndef g(x):\n    x.get(x.host)\n'), [0, "def f(x):"]),
        # a class that is made by such code may hold it
        (('class C:\n    def __init__(self, u):\n        self.u = u\ndef f():\n'
         '    return C(ATTIO)\ndef g(y):\n    return y.u\n'), [0, "def f():", "def g(y):"]),
        # what is handed around by frameworks
        (('def a(app):\n    app["crm"] = ATTIO\ndef b(request):\n'
         '    request.app["crm"].get("/x")\ndef c(r):\n    r["other"]\n'), [0, "def b(request):"]),
        # globals, and what is put into one
        (('c = None\ndef a():\n    global c\n    c = ATTIO\ndef b():\n    c.get("/x")\n'
         'def d():\n    e.get("/x")\n'), [0, "def a():", "def b():"]),
        ('T = {}\nT.update(x=ATTIO)\ndef b():\n    T["x"]\n', [0, 1, "def b():"]),
        # what a method with no result may have kept; but a log keeps nothing
        ('p = P()\np.put(ATTIO)\ndef b():\n    return p.take()\n', [0, 1, "def b():"]),
        ('p = P()\np.info(ATTIO)\ndef b():\n    return p.take()\n', [0, 1]),
        # asked for, it changes something that carries it then
        ('def a(u):\n    app.state.http = u\na(ATTIO)\ndef b(r):\n    r.state.http.get()\n', [0, "a(ATTIO)", "def b(r):"]),
        # by a string where that becomes a name
        ('def send():\n    ATTIO\ndef b(m):\n    getattr(m, "send")()\ndef c(m):\n    m("send")\n', [0, "def b(m):"]),
        ('def send():\n    ATTIO\nJOB = "crm.jobs:send"\nTEXT = "send"\n', [0, 'JOB = "crm.jobs:send"']),
        # an annotation that is text
        ('class Crm:\n    ATTIO = 1\ndef f(c: "Crm"):\n    c.get()\ndef g(c: "Gmail"):\n    c.get()\n', [0, 'def f(c: "Crm"):']),
    ],
)  # fmt: skip
def test_within_a_module(text: str, wanted: list[str | int]) -> None:
    lines = text.splitlines()
    assert reached({"crm.py": text + OTHER}) == {lines[line] if isinstance(line, int) else line for line in wanted}


CLIENT = "URL = 'https://api.attio.com'\ndef send(path):\n    return requests.get(URL + path)\nBYSTANDER = 1\n"
SEND = {"URL = 'https://api.attio.com'", "def send(path):"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("from crm import send\nsend('/x')\n", ["from crm import send", "send('/x')"]),
        ("from crm import send as s\ndef f():\n    s('/x')\ndef g():\n    send('/x')\n", ["from crm import send as s", "def f():"]),
        ("import crm\ncrm.send('/x')\n", ["import crm", "crm.send('/x')"]),
        ("from crm import *\nsend('/x')\nother()\n", ["from crm import *", "send('/x')"]),
        ("def f():\n    from crm import send\n    send('/x')\n", ["def f():"]),
        ("from crm import BYSTANDER\nprint(BYSTANDER)\n", []),
        ("from mail import send\ndef f():\n    send('/x')\n", ["from mail import send", "def f():"]),  # of the same name: it may be
    ],
)
def test_across_modules(text: str, wanted: list[str]) -> None:
    assert reached({"crm.py": CLIENT, "jobs.py": "import crm\n" + text}) - {"import crm"} == (SEND | set(wanted)) - {"import crm"}


def test_a_module_that_has_no_way_to_attio_is_not_looked_at() -> None:
    assert reached({"crm.py": CLIENT, "mail.py": "def send(path):\n    URL.get(path)\n"}) == SEND


@pytest.mark.parametrize("case", [case for number, case in enumerate(all_cases()) if number % 12 == 0], ids=str)
def test_a_case_gives_the_same_with_all_its_statements(case: Case, tmp_path: Path) -> None:
    copy_case(case, tmp_path)
    assert calls_of(tmp_path, "--no-prefilter") == calls_of(tmp_path)
