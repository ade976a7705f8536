"""Outlines: what a statement says, binds and changes by its names; and that cutting a file by its outline loses and moves nothing."""

from __future__ import annotations

import re
import sysconfig
import time
from pathlib import Path

import pytest

from attio_scopes.depth import refusal, room_for_depth
from attio_scopes.model.facts import ModuleFacts
from attio_scopes.model.outline import Imported, Outline
from attio_scopes.outline import only, outline
from attio_scopes.parsing import facts_of

SAYS = re.compile("attio", re.IGNORECASE)
LIBRARY = Path(sysconfig.get_path("stdlib"))
FILES = ["abc", "base64", "calendar", "csv", "functools", "json/decoder", "plistlib", "uuid"]
"""Of each kind of statement there is; larger files say no more."""


def of(text: str) -> Outline:
    return outline(text.encode(), SAYS)


def facts(data: bytes) -> ModuleFacts:
    found = facts_of("x.py", data)
    assert isinstance(found, ModuleFacts), found
    return found


@pytest.mark.slow
@pytest.mark.parametrize("name", FILES)
def test_the_statements_apart_say_what_the_file_says(name: str) -> None:
    path = LIBRARY / f"{name}.py"
    if not path.exists():
        pytest.skip(f"this Python has no {name}.py")
    data = path.read_bytes()
    with room_for_depth():
        assert refusal(data) is None
        statements = outline(data, SAYS).statements
        assert statements
        assert only(data, statements, statements) == data
        halves = [facts(only(data, statements, statements[start::2])).body for start in (0, 1)]
        whole = facts(data).body
    assert sorted(map(repr, whole)) == sorted(map(repr, (*halves[0], *halves[1])))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_stay_where_they_are(end: str) -> None:
    data = end.join(
        ["# first", "a = 1", "@deco(", "    1)", "def f():", "    return a", "", "# c", 'b = """', 'x"""; c = 2', "d = 3"]
    ).encode()
    statements = outline(data, SAYS).statements
    assert [(s.first, s.last) for s in statements] == [(2, 2), (3, 6), (9, 10), (11, 11)]
    assert statements[2].binds == {"b", "c"}
    cut = only(data, statements, [statements[3]])
    assert cut == end.join(["# first", "", "", "", "", "", "", "# c", "", "", "d = 3"]).encode()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('URL = "https://api.attio.com"\n', True),
        ("attio = 1\n", True),
        ("def f(attio_url): ...\n", True),
        ("class AttioClient: ...\n", True),
        ("import attio\n", True),
        ("from crm.attio import send\n", True),
        ("x = f'https://{h}.Attio.com'\n", True),
        ("f(attio=1)\n", True),
        ("x.attio.get()\n", True),
        ("x = 1  # attio\n", False),
        ('def f():\n    """Syncs to Attio."""\n', False),
        ('class C:\n    """Of Attio."""\n', False),
    ],
)
def test_what_says_attio(text: str, says: bool) -> None:
    assert [statement.says for statement in of(text).statements] == [says]


@pytest.mark.parametrize(
    ("text", "binds", "changes", "members", "stores"),
    [
        ("a = b, (c, *d) = x\n", "a b c d", "", "", ""),
        ("for a, b in x:\n    with y as c:\n        d: int = (e := 1)\n", "a b c d e", "", "", ""),
        ("def f(x):\n    y = 1\n    self.z = y\n", "f", "", "z", ""),
        ("x = 0\ndef f():\n    global x\n    x = 1\n", "f", "x", "", ""),
        ("t = {}\ndef f():\n    t['k'] = 1\n", "f", "t", "", "k"),
        ("t = {}\ndef f(u):\n    u['k'] = t\n", "f", "", "", "k"),
        ("t = []\nt.append(1)\n", "", "t", "", ""),
        ("s = S()\ns.headers.update(x)\n", "", "s", "", "headers"),
        ("app = 1\ndef f():\n    app.state.http = 1\n", "f", "app", "", "http state"),
        ("q = Q()\nq.put(1)\n", "", "q", "", ""),
        ("q = Q()\nawait q.a.put(1)\n", "", "q", "", "a"),
        ("q = Q()\nx = q.put(1)\n", "x", "", "", ""),
        ("q = Q()\nq.group('a').add_argument('b')\n", "", "q", "", "group"),
        ("log = L()\nlog.info(1)\n", "", "", "", ""),
        ("setattr(app, 'http', 1)\n", "", "", "", "http"),
        ("class C(B):\n    a = 1\n    b: int\n    def m(self):\n        self.x, y.z = 1, 2\n", "C", "", "a b m x", "z"),
        ("match x:\n    case {'a': b, **c}:\n        pass\n    case [d, *e] | e:\n        pass\n", "b c d e", "", "", ""),
        ("try:\n    import a.b as c\nexcept E as e:\n    from m import n\n", "c e n", "", "", ""),
        ("type Base = Annotated[str, Depends(get)]\n", "Base", "", "", ""),
        ("class C:\n    type Base = Depends(get)\n", "C", "", "Base", ""),
        ("def f():\n    yield {'crm': 1}\n", "f", "", "", "crm lifespan_context request_context state"),
    ],
)
def test_what_is_bound_and_changed(text: str, binds: str, changes: str, members: str, stores: str) -> None:
    last = of(text).statements[-1]
    assert (last.binds, last.changes, last.members, last.stores) == tuple(
        frozenset(names.split()) for names in (binds, changes, members, stores)
    )


@pytest.mark.parametrize(
    ("text", "names", "elsewhere"),
    [
        ("x.send(y['k'], z.get('l'))\n", "x y z", "send k get l"),
        ("from m import a as b\n", "m a b", "a"),
        ("getattr(x, 'send')\n", "getattr x", "send"),
        ("x = 'send'\n", "x", ""),
        ("x = 'crm.http:send'\n", "x", "send"),
        ("def f(c: 'Client | None') -> \"list[R]\": ...\n", "f c Client None list R", "Client None list R"),
        ("x: 'Client' = 1\n", "x Client", "Client"),
        ("type X = Depends(get)\n", "X Depends get", ""),
        ("x = cast('Client', y)\n", "x cast y Client", "Client"),
    ],
)
def test_what_is_mentioned(text: str, names: str, elsewhere: str) -> None:
    (statement,) = of(text).statements
    assert (statement.names, statement.elsewhere) == (frozenset(names.split()), frozenset(elsewhere.split()))


def test_imports() -> None:
    found = of("import a.b\ndef f():\n    from ..m import n as o\nfrom p import *\n")
    assert [statement.imports for statement in found.statements] == [
        (Imported("a.b"),), (Imported("m", 2, ("n",)),), (Imported("p", 0, ("*",)),),
    ]  # fmt: skip
    assert found.stars
    assert found.bound == {"a", "f"}
    assert [statement.is_import for statement in found.statements] == [True, False, True]


LATER = """type Pair[A, B] = tuple[A, list[B]]
class Box[T: (int, str)](Base):
    pass
async def f[T](x: T) -> T:
    try:
        return x
    except A, B:
        type = 1
def attio(): ...
"""


def test_syntax_of_a_later_python_is_read_by_an_earlier_one() -> None:
    found = of(LATER)
    assert [statement.binds for statement in found.statements] == [{"Pair"}, {"Box"}, {"f"}, {"attio"}]
    assert [statement.says for statement in found.statements] == [False, False, False, True]


def test_what_no_parser_reads_is_one_statement_with_every_word() -> None:
    (whole,) = outline(b"def send(:\n    api.post(path)\n# of ours\n", SAYS).statements
    assert (whole.first, whole.says) == (1, False)
    assert whole.binds == whole.elsewhere == {"def", "send", "api", "post", "path"}
    assert outline(b"def (\n# attio\n", SAYS).statements[0].says


LONG = 200_000
HOSTILE = {
    "spaces behind except": b"x = (\nexcept" + b" " * LONG + b"x:\n",
    "hashes before a quote": b"x = (\ny" + b" #" * LONG + b"'\n",
    "brackets that do not close": b"x = (\n" + b"class A[\n" * (LONG // 10),
    "spaces behind type": b"x = (\ntype" + b" " * LONG + b"x\n",
    "brackets in brackets": b"x = (\ndef f[" + b"[a" * LONG,
    "dotted words": b"x = '" + b"a." * LONG + b"!'\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_takes_long(name: str) -> None:
    started = time.process_time()
    assert outline(HOSTILE[name], SAYS).statements
    assert time.process_time() - started < 2


def test_a_comment_ends_where_a_text_may_begin() -> None:
    """In what no parser reads: a `#` with a quote behind it may stand in a text."""
    (whole,) = outline(b"(\na = 1 # b\n# c\n\td #e\nf = ' # g'\nh = '#' # i\nk", SAYS).statements
    assert whole.binds == {"a", "1", "d", "f", "g", "h", "k"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from crm.client import send, get as g\n", [Imported("crm.client", 0, ("send", "get", "as", "g"))]),
        ("from  .  import (\n    send,  # this\n    get,\n)\n", [Imported("", 1, ("send", "this", "get"))]),
        ("from ..crm import *\n", [Imported("crm", 2, ("*",))]),
        ("import crm.client as c, \\\n  os\n", [Imported(name) for name in ("crm.client", "as", "c", "os")]),
    ],
)
def test_imports_of_a_file_that_no_parser_reads(text: str, expected: list[Imported]) -> None:
    (statement,) = outline((text + "print 'x'\n").encode(), re.compile("attio")).statements
    assert list(statement.imports) == expected


@pytest.mark.slow
def test_the_imports_of_such_a_file_take_no_time() -> None:
    started = time.process_time()
    for text in ("from" + " " * 300_000, "from . " * 60_000, "from x import (" * 30_000, "import a " * 60_000):
        outline((text + "\nprint 'x'\n").encode(), re.compile("attio"))
    assert time.process_time() - started < 4
