"""Modules that are read by parts: which statements are parsed for a name, and that what was read stays what it is."""

from __future__ import annotations

import re
import sysconfig
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from attio_scopes.link import link
from attio_scopes.model import facts as f
from attio_scopes.model.facts import ModuleFacts
from attio_scopes.model.outline import Outline, Statement
from attio_scopes.model.program import Module
from attio_scopes.outline import outline, runs
from attio_scopes.parsing import Failure, facts_apart, facts_at, facts_of, outline_of
from tests.awake import Awake
from tests.run_calls import calls_of

SAYS = re.compile("attio", re.IGNORECASE)


@dataclass
class Parts(Awake):
    """Files of which all are read by parts, or none; notes the lines of what is parsed."""

    sources: dict[str, str]
    apart: bool = True
    matters: frozenset[int] = frozenset()
    parsed: list[int] = field(default_factory=list)
    outlines: dict[str, Outline] = field(default_factory=dict)

    def outline(self, path: str) -> Outline:
        return self.outlines.setdefault(path, outline(self.sources[path].encode(), SAYS))

    def matter(self, path: str) -> Iterable[Statement]:
        return [stmt for stmt in self.outline(path).statements if stmt.first in self.matters]

    def by_parts(self, path: str) -> bool:
        return self.apart

    def facts(self, path: str, statements: Iterable[Statement]) -> ModuleFacts | None:
        kept = list(statements)
        self.parsed += [stmt.first for stmt in kept]
        return facts_apart(path, self.sources[path].encode(), runs(self.outline(path).statements, kept))


def module_of(files: Parts) -> Module:
    return next(one for one in link(files.sources, (), files).known if one.path == "a.py")


def read_for(text: str, *names: str) -> list[int]:
    """The first lines of the statements that are parsed for names."""
    files = Parts({"a.py": text})
    module = module_of(files)
    for name in names:
        module.binds(name)
    return files.parsed


TEXT = """import os
def f():
    return g()
class A(object):
    def m(self):
        return f()
def g(): return A
x = [1]
x.append(2)
register(x)
"""


def test_only_what_binds_or_changes_a_name_is_parsed() -> None:
    assert read_for(TEXT, "g") == [7]
    assert read_for(TEXT, "A", "f") == [4, 2]
    assert read_for(TEXT, "x") == [8, 9, 10]
    assert read_for(TEXT, "register", "object", "nothing") == []
    assert read_for(TEXT, "f", "f") == [2]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("try:\n    import x\nexcept ImportError:\n    x = None\ny = 1\n", [1]),
        ("y = 1\nif y:\n    def x(): pass\nelse:\n    class x: pass\n", [2]),
        ("for x in (1, 2):\n    pass\nwith open('') as (y, x):\n    pass\n", [1, 3]),
        ("x = {}\nx['a'] = 1\nx.b = 2\nx['a'].c = 3\nx += y\n", [1, 2, 3, 4, 5]),
        ("x = {}\ndel x['a']\ndel y['a']\n", [1, 2]),
        ("x = {}\nset_up(1, x)\nset_up(given=x)\nset_up(*x)\nset_up(x.a)\n", [1, 2, 3, 4, 5]),
        ("x = {}\nx.a.b(1)\nx['a'](1)\ny = x.c()\nprint(y)\n", [1, 2, 3]),
        ("x = {}\ndef f():\n    global x\n    x = 1\n    x.append(2)\n    del x['a']\n    f(x)\n", [1]),
        ("if y:\n    if z:\n        f(x)\nx: int = 1\nx: str\n", [1, 4, 5]),
        ("@x\ndef f(): pass\n@f\ndef x(): pass\n", [3]),
        ("x = 1; y = 2\nz = 3\n", [1]),
        ("while (x := 1):\n    pass\nmatch y:\n    case [x, *_]: pass\n", [1, 3]),
    ],
)
def test_what_binds_or_changes_a_name(text: str, lines: list[int]) -> None:
    assert read_for(text, "x") == lines


@pytest.mark.parametrize(
    "name", ["abc", "argparse", "calendar", "configparser", "csv", "functools", "json/decoder", "logging/__init__", "uuid"]
)
def test_every_statement_that_changes_a_name_is_parsed_for_it(name: str) -> None:
    """What the engine looks for in a module (`bound_or_changed`) is in the statements that the outline gives for the name."""
    from attio_scopes.engine.project.binders import bound_or_changed

    text = (Path(sysconfig.get_path("stdlib")) / f"{name}.py").read_text(encoding="utf-8")
    data = text.encode()
    found = outline(data, SAYS)
    for stmt in found.statements:
        part = facts_apart("a.py", data, [(stmt.first, stmt.last)])
        assert part is not None
        changed = set[str]().union(*map(bound_or_changed, part.body))
        assert changed & found.bound <= stmt.at_once, stmt.first


def test_definitions_stay_what_they_are() -> None:
    files = Parts({"a.py": TEXT})
    module = module_of(files)
    assert module.binds("A")
    (cls,) = module.so_far.classes.values()
    assert module.binds("f")
    whole = module.with_these(module.outline.statements)
    assert whole is module.so_far is module.with_these(module.outline.statements)
    assert list(whole.classes.values()) == [cls]
    assert sorted(files.parsed) == [1, 2, 4, 7, 8, 9, 10]
    assert [one.facts.name for one in whole.functions.values()] == ["f", "m", "g"]
    assert whole.functions[id(whole.body[1])].facts is whole.body[1]


def test_the_order_is_that_of_the_file() -> None:
    module = module_of(Parts({"a.py": TEXT}))
    for name in ("x", "g", "A", "f", "os"):
        assert module.binds(name)
    apart = module.so_far
    other = module_of(Parts({"a.py": TEXT}))
    whole = other.with_these(other.outline.statements)
    assert apart.body == whole.body == facts_whole(TEXT).body
    assert [one.name for one in apart.functions.values()] == [one.name for one in whole.functions.values()]
    assert apart.bound == whole.bound


def facts_whole(text: str) -> ModuleFacts:
    found = facts_of("a.py", text.encode())
    assert isinstance(found, ModuleFacts)
    return found


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("start", ["", "\ufeff", "# coding: utf-8\n", "#!/usr/bin/python\n\n"])
def test_parts_stand_where_they_stand_in_the_file(start: str, end: str) -> None:
    """Lines, columns and the names of private attributes are those of the whole file, line by line."""
    text = (
        start + '@deco(\n    1)\ndef f(a="""\n"""):\n\treturn g(a,\n\t\t1)\n\ntry: h(1)\nexcept E: pass\n'
        'class A:\n  # a comment\n  x = "é", j(2)\n  __y = 1\n'
    )
    data = text.replace("\n", end).encode()
    whole = facts_of("a.py", data)
    found = outline(data, SAYS).statements
    assert isinstance(whole, ModuleFacts)
    assert len(found) == 3
    if start != "\ufeff":  # which only the first line of a file may start with
        assert facts_apart("a.py", data, runs(found, found)) == whole
        assert facts_apart("a.py", data, [(stmt.first, stmt.last) for stmt in found]) == whole
    for stmt in found[1:]:
        assert facts_apart("a.py", data, runs(found, [stmt])) == facts_at(whole, runs(found, [stmt]))


def test_a_file_in_another_encoding_is_not_cut() -> None:
    data = "# coding: latin-1\nx = 'é'\ny = 1\n".encode("latin-1")
    assert facts_apart("a.py", data, [(2, 2)]) is None
    assert facts_apart("a.py", b"#!x\n# vim: set fileencoding=latin-1 :\nx = 1\n", [(3, 3)]) is None
    part = facts_apart("a.py", "\n\ndef f():\n    # coding: latin-1\n    g('é')\n".encode(), [(3, 5)])
    assert part is not None
    assert "'é'" in repr(part)


def test_runs() -> None:
    found = outline(b"a = 1\n\nb = 2\n# c\nd = 3\ne = 4\n", SAYS).statements
    assert runs(found, found) == ((1, 6),)
    assert runs(found, [found[0], found[2]]) == ((1, 1), (5, 5))
    assert runs(found, [found[3], found[0], found[1]]) == ((1, 3), (6, 6))
    assert runs(found, ()) == ()


def test_stars_are_parsed_when_they_are_asked_for() -> None:
    files = Parts({"a.py": "from b import *\nx = 1\nif x:\n    from c import *\n", "d.py": "x = 1\n"})
    module = module_of(files)
    assert not module.binds("y")
    assert files.parsed == []
    assert [one.module for one in module.stars] == ["b", "c"]
    assert [one.module for one in module.stars] == ["b", "c"]
    assert files.parsed == [1, 3]
    assert module.binds("x")
    assert files.parsed == [1, 3, 2]
    assert [type(stmt) for stmt in module.so_far.body] == [f.ImportFrom, f.Assign, f.Branch]


def test_asked_for_in_vain_is_read_too() -> None:
    """Whether anything was asked of a module does not hang on whether it had it."""
    files = Parts({"a.py": "x = 1\n"})
    module = module_of(files)
    assert [module.is_read, module.binds("y"), module.is_read] == [False, False, True]
    assert module.so_far.body == ()


def test_a_module_of_which_some_matters_is_read_whole_once_more_is_needed() -> None:
    files = Parts({"a.py": TEXT}, apart=False, matters=frozenset({4}))
    module = module_of(files)
    (cls,) = module.contents().classes.values()
    assert module.binds("A")
    assert files.parsed == [4]
    assert module.binds("x")
    assert sorted(files.parsed) == [1, 2, 4, 7, 8, 9, 10]
    assert [one.facts.name for one in module.contents().functions.values()] == ["f", "m", "g"]
    assert list(module.contents().classes.values()) == [cls]


def test_words_of_a_file_that_no_parser_reads() -> None:
    data = b"def f(:\n    x = 1\n"
    found = outline_of("a.py", data, SAYS)
    assert isinstance(found, Outline)
    assert found.by_words
    assert found.statements[0].at_once >= {"f", "x"}
    assert facts_apart("a.py", data, runs(found.statements, found.statements)) is None
    assert isinstance(facts_of("a.py", data), Failure)


PROJECT = {
    "client.py": """import requests
from frame.core import Base, path_of, run
class Notes(Base):
    pass
def get():
    requests.get("https://api.attio.com/v2/" + path_of(Notes()))
    run(requests.get, "https://api.attio.com/v2/lists")
""",
    "frame/__init__.py": "",
    "frame/core.py": """from frame.names import *
import frame.handlers
HANDLERS = {}
class Base:
    kind = Kind.NOTES
class Unasked:
    kind = unknown()
def path_of(one):
    return HANDLERS[one.kind].path
def run(function, *args):
    return function(*args)
def unasked():
    return Unasked(HANDLERS)
class Handler:
    path = ""
class NotesHandler(Handler):
    path = "notes"
HANDLERS["n"] = NotesHandler
""",
    "frame/names.py": """class Kind:
    NOTES = "n"
class Other:
    NOTES = "m"
""",
    "frame/handlers.py": "def unasked(): pass\n",
}
FOUND = {"client.py:6: resolved: GET /v2/notes", "client.py:7: resolved: GET /v2/lists"}


def written(folder: Path) -> Path:
    for name, text in PROJECT.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_of_a_framework_only_what_is_asked_for_is_parsed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[tuple[str, str]] = []

    def note(path: str, data: bytes, above: int = 0) -> ModuleFacts | Failure:
        parsed.extend((path, line) for line in data.decode().splitlines() if line[:1] not in (" ", ""))
        return facts_of(path, data, above)

    monkeypatch.setattr("attio_scopes.parsing.facts_of", note)
    assert {str(one) for one in calls_of(written(tmp_path))} == FOUND
    assert len(parsed) == len(set(parsed))
    read = {line for path, line in parsed if path.startswith("frame")}
    assert read == {
        "from frame.names import *", "HANDLERS = {}", "class Base:", "def path_of(one):", "def run(function, *args):", "class Handler:",
        "class NotesHandler(Handler):", 'HANDLERS["n"] = NotesHandler', "class Kind:",
    }  # fmt: skip


def test_what_cannot_be_parsed_by_itself_is_parsed_with_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("attio_scopes.portions.facts_apart", lambda *args: None)
    assert {str(one) for one in calls_of(written(tmp_path))} == FOUND


def test_all_of_it_is_parsed_without_the_prefilter(tmp_path: Path) -> None:
    assert {str(one) for one in calls_of(written(tmp_path), "--no-prefilter")} == FOUND


@pytest.mark.parametrize("alias", ["", "Base = make(Frame)\ndef make(one): return one\n"])
def test_classes_that_derive_are_found_in_what_was_not_asked_for(tmp_path: Path, alias: str) -> None:
    """`__subclasses__()` of a class in a module that is read by parts."""
    base = "Base" if alias else "Frame"
    (tmp_path / "client.py").write_text(
        "import requests\nfrom frame import Frame, other\nfor one in Frame.__subclasses__():\n"
        '    requests.get("https://api.attio.com/v2/" + one().path())\nprint(other)\n',
        encoding="utf-8",
    )
    (tmp_path / "frame.py").write_text(
        f"other = 1\nclass Frame:\n    def path(self):\n        raise NotImplementedError\n{alias}"
        f'class Notes({base}):\n    def path(self):\n        return "notes"\nclass Unasked(other):\n    pass\n',
        encoding="utf-8",
    )
    assert {str(one) for one in calls_of(tmp_path)} == {"client.py:4: resolved: GET /v2/notes"}
