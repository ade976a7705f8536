"""The reason of an unresolved call, read as a stranger would: it names what the code reads or calls, or the limit that was reached.

Each test is a small program and the words that `calls` says of it. docs/unresolved.md has a way out for each (test_docs.py).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.run_calls import calls_of

HEAD = """\
import argparse, csv, functools, json, os, sqlite3, sys
import requests, somelib
from elsewhere import path_for
BASE = "https://api.attio.com/v2"
def get(path):
    return requests.get(BASE + path, timeout=10)
"""


def reason(folder: Path, source: str) -> str:
    """The reason of the one unresolved call of a program, behind its head."""
    (folder / "app.py").write_text(HEAD + source + "\n", encoding="utf-8")
    own = HEAD.count("\n")
    (call,) = [call for call in calls_of(folder, "--no-cache") if call.status == "unresolved" and call.line > own]
    assert call.reason is not None
    return call.reason.removeprefix("part of ").removeprefix("the path is not known: ")


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("get(sys.argv[1])", "`sys.argv[1]` is only known at run time"),
        ("for path in sys.argv: get(path)", "`sys.argv` is only known at run time"),
        ("get('/' + sys.argv[1].strip('/').lower())", "`sys.argv[1]` is only known at run time"),
        ("get(os.environ['THE_PATH'])", "the environment variable `THE_PATH` has no default"),
        ("get(os.getenv('THE_PATH', ''))", "the environment variable `THE_PATH` is empty by default"),
        ("get(os.environ[input()])", "the name of the environment variable is only known at run time"),
        ("get(input())", "the result of `input()` is only known at run time"),
        ("get(open('paths').read().strip())", "the result of `open()` is only known at run time"),
        ("for row in json.load(open('rows.json')): get(row['path'])", "the result of `json.load()` is only known at run time"),
        ("for row in csv.DictReader(open('rows.csv')): get(row['path'])", "the result of `csv.DictReader()` is only known at run time"),
        (
            "for row in sqlite3.connect('rows').execute('select'): get(row[0])",
            "the result of `sqlite3.connect().execute()` is only known at run time",
        ),
        ("get(path_for('notes'))", "the result of `elsewhere.path_for()` is only known at run time"),
        ("get(somelib.settings.path)", "`somelib.settings.path` is only known at run time"),
        ("get(requests.get('https://example.org').json()['path'])", "a value from a response is only known at run time"),
        ("get(requests.get('https://example.org').text)", "`text` of a response is only known at run time"),
        ("def nobody(where):\n    get(where)", "a caller outside the checked code sets `where`"),
        (
            "p = argparse.ArgumentParser(); p.add_argument('path'); get(p.parse_args().path)",
            "the command-line argument `path` is only known at run time",
        ),
        ("get('/'.join(input().split()))", "an unknown number of parts is joined to it"),
        ("get('/o%s' % functools.reduce(max, json.load(sys.stdin)))", "the result of `json.load()` is only known at run time"),
        ("get(None)", "the value is `None`"),
        ("get(['/notes'])", "a list is used as text"),
        ("get(get)", "the function `get` is used as text"),
    ],
)
def test_what_is_read_or_called_is_named(tmp_path: Path, source: str, said: str) -> None:
    assert reason(tmp_path, source) == said


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (
            f"TABLE = { ({f'k{n}': f'/objects/o{n}' for n in range(200)} | {'w': '/webhooks'})!r}\nrequests.get(BASE + TABLE[input()])",
            "too many values are possible (limit: 64 values, 256 combinations)",
        ),
        ("get(" + " + ".join(["'/' + input()"] * 70) + ")", "the text is longer than 4,096 characters or 64 parts"),
        ("path = ''\nfor part in json.load(sys.stdin): path = path + '/' + part\nget(path)", "a loop changes the text in each round"),
    ],
    ids=["values", "text", "loop"],
)
def test_a_limit_is_named(tmp_path: Path, source: str, said: str) -> None:
    assert reason(tmp_path, source) == said


def test_a_name_of_the_code_is_cut_short(tmp_path: Path) -> None:
    """A stranger's name is no longer than a line has room for."""
    said = reason(tmp_path, f"get(somelib.{'x' * 500}.{'y' * 200}())")
    assert len(said) < 120
    assert said.startswith("the result of `…y")
